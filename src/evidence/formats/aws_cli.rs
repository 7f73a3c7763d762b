//! What one AWS CLI command printed: JSON, or an error.

use super::{Hint, Reading, security_hub};
use crate::evidence::calls::{self, Call};
use crate::evidence::facts::{Answer, CliError, Format, Output};
use crate::evidence::problem;
use crate::i18n::Words;
use crate::json::Json;

/// Reads one value.
pub(super) fn read(reading: &mut Reading<'_>, value: Json, hint: &Hint) {
    // The whole repository instead of `--jq .security_and_analysis`.
    let value = match value.get("security_and_analysis") {
        Some(inner @ Json::Object(_)) => inner.clone(),
        Some(_) | None => value,
    };
    let candidates: Vec<&'static Call> = calls::of_shape(&value).collect();
    match choose(&candidates, &value, hint) {
        Some(call) if call.id == "securityhub get-findings" => security_hub::read(reading, &value),
        Some(call) => add(reading, call, value, hint),
        None if candidates.is_empty() => reading.problems.push(problem::unknown_json(reading.file)),
        None => {
            let names: Vec<&str> = candidates.iter().map(|call| call.id).collect();
            reading.problems.push(problem::ambiguous(reading.file, &names));
        }
    }
}

fn choose(candidates: &[&'static Call], value: &Json, hint: &Hint) -> Option<&'static Call> {
    let hinted = hint.call.and_then(calls::find);
    let is_bare = match value {
        Json::Object(fields) => fields.is_empty(),
        Json::List(items) => items.is_empty(),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => false,
    };
    let is_reshaped = hint.args.iter().any(|arg| arg.starts_with("--query"));
    if let Some(call) = hinted
        && (is_bare || is_reshaped || candidates.iter().any(|other| other.id == call.id))
    {
        return Some(call);
    }
    let service = |call: &Call| call.id.split(' ').next();
    match candidates {
        [] => None,
        [first, rest @ ..] => {
            // Two commands of one service print the same: it does not matter which.
            rest.iter().all(|other| service(other) == service(first)).then_some(*first)
        }
    }
}

fn add(reading: &mut Reading<'_>, call: &'static Call, value: Json, hint: &Hint) {
    const MORE: [&str; 4] = ["NextToken", "nextToken", "NextMarker", "Marker"];
    let is_truncated = MORE.iter().any(|key| !value.words(key).is_empty()) || value.flag("IsTruncated") == Some(true);
    let (region, account) = calls::place(call, &value);
    push(reading, call, region, account, Answer::Json { value, is_truncated }, hint);
}

fn push(
    reading: &mut Reading<'_>,
    call: &'static Call,
    region: Option<String>,
    account: Option<String>,
    answer: Answer,
    hint: &Hint,
) {
    let hint = if hint.call == Some(call.id) { hint.clone() } else { Hint::default() };
    reading.note(Words { ja: call.id.to_owned(), en: call.id.to_owned() });
    let origin = reading.origin(Format::AwsCli);
    reading.facts.outputs.push(Output {
        origin,
        call: call.id,
        args: hint.args,
        subject: hint.subject,
        region: hint.region.or(region),
        account,
        answer,
    });
}

/// The AWS CLI's error at the beginning of a text, and the operation that it names.
pub(super) fn error_in(text: &str) -> Option<(CliError, &str)> {
    let line = text.lines().next().unwrap_or_default();
    if let Some((_, url)) = line.split_once("Could not connect to the endpoint URL: ") {
        return Some((CliError { code: "EndpointConnectionError".to_owned(), message: url.to_owned() }, ""));
    }
    let (_, rest) = line.split_once("An error occurred (")?;
    let (code, rest) = rest.split_once(')')?;
    let (_, rest) = rest.split_once("when calling the ")?;
    let (operation, rest) = rest.split_once(" operation")?;
    let message = rest.split_once(": ").map_or("", |(_, message)| message).to_owned();
    let is_name =
        |name: &str| (1..=80).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.');
    (is_name(code) && is_name(operation)).then(|| (CliError { code: code.to_owned(), message }, operation))
}

/// Reads one error: it can be an answer, too.
pub(super) fn read_error(reading: &mut Reading<'_>, error: CliError, operation: &str, hint: &Hint) {
    let candidates: Vec<&'static Call> = calls::of_operation(operation).collect();
    let hinted = hint.call.and_then(calls::find);
    let call = match (hinted, candidates.as_slice()) {
        (Some(call), []) if operation.is_empty() => Some(call),
        (Some(call), some) if some.iter().any(|other| other.id == call.id) => Some(call),
        (_, [only]) => Some(*only),
        _ => None,
    };
    match call {
        Some(call) => {
            let region = region_of_url(&error.message);
            push(reading, call, region, None, Answer::Error(error), hint);
        }
        None => reading.problems.push(problem::cli_error(reading.file, &error.code, operation)),
    }
}

/// The Region in `"https://guardduty.ap-northeast-1.amazonaws.com/"`.
fn region_of_url(message: &str) -> Option<String> {
    let (_, host) = message.split_once("https://")?;
    host.split('.').find(|part| calls::is_region(part)).map(str::to_owned)
}
