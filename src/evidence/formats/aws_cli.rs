//! The output of one AWS CLI command: JSON or an error.

use super::hint::Hint;
use super::reading::Reading;
use super::security_hub;
use crate::base::i18n::Words;
use crate::base::json::Json;
use crate::evidence::calls::{self, Call};
use crate::evidence::facts::{Answer, CliError, Format, Output};
use crate::evidence::problem;

/// Reads one value that one of the commands in `hints` printed; without hints, its shape alone identifies the command.
pub(super) fn read(reading: &mut Reading<'_>, value: Json, hints: &[Hint]) {
    // Output of `gh api` without `--jq .security_and_analysis`: the whole repository.
    let value = match value.get("security_and_analysis") {
        Some(inner @ Json::Object(_)) => inner.clone(),
        Some(_) | None => value,
    };
    match choose(&value, hints) {
        Choice::Call(call, hint) if call.id == "securityhub get-findings" => {
            security_hub::read(reading, &value, hint.as_slice());
        }
        Choice::Call(call, hint) => add(reading, call, value, hint.unwrap_or_default()),
        Choice::Other => reading.skip(hints),
        Choice::OneOf(names) if names.is_empty() => reading.problems.push(problem::unknown_json(reading.file)),
        Choice::OneOf(names) => reading.problems.push(problem::ambiguous(reading.file, &names)),
    }
}

enum Choice {
    /// The command that printed the value, and its hint.
    Call(&'static Call, Option<Hint>),
    /// A command whose output no rule reads.
    Other,
    /// One of these commands, or of others with output of the same shape; if empty, no known command.
    OneOf(Vec<&'static str>),
}

fn choose(value: &Json, hints: &[Hint]) -> Choice {
    let fits = |hint: &&Hint| hint.call.and_then(calls::find).is_some_and(|call| is_of(call, hint, value));
    let mut fitting = hints.iter().filter(fits);
    match (fitting.next(), fitting.next()) {
        (Some(hint), None) => {
            if let Some(call) = hint.call.and_then(calls::find) {
                return Choice::Call(call, Some(hint.clone()));
            }
        }
        (Some(_), Some(_)) => return Choice::OneOf(hints.iter().filter_map(|hint| hint.call).collect()),
        (None, _) => {}
    }
    // If the command is known, its output is not attributed to another command.
    if hints.iter().any(|hint| hint.is_sure) {
        let is_known = hints.iter().any(|hint| hint.call.is_some());
        return if is_known { Choice::OneOf(Vec::new()) } else { Choice::Other };
    }
    match calls::only_one(value) {
        Some(call) => Choice::Call(call, None),
        None => Choice::OneOf(calls::of_shape(value).map(|call| call.id).collect()),
    }
}

/// Whether a command may have printed a value: it has the shape, is empty, or was reshaped.
fn is_of(call: &Call, hint: &Hint, value: &Json) -> bool {
    let (is_bare, is_list) = match value {
        Json::Object(fields) => (fields.is_empty(), false),
        Json::List(items) => (items.is_empty(), true),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => (false, false),
    };
    let is_reshaped = hint.changed_by.is_some() || hint.args.iter().any(|arg| arg == "--query");
    is_bare || is_reshaped || (is_list && call.check_command_has_query()) || call.may_have_printed(value)
}

fn add(reading: &mut Reading<'_>, call: &'static Call, value: Json, hint: Hint) {
    const PAGING: [&str; 4] = ["NextToken", "nextToken", "NextMarker", "Marker"];
    let is_truncated = PAGING.iter().any(|key| !value.words(key).is_empty()) || value.flag("IsTruncated") == Some(true);
    let (region, account) = (calls::place(call, &value), calls::owner(call, &value));
    push(reading, call, region, account, Answer::Json { value, is_truncated }, hint);
}

fn push(
    reading: &mut Reading<'_>,
    call: &'static Call,
    region: Option<String>,
    account: Option<String>,
    answer: Answer,
    hint: Hint,
) {
    reading.note(Words { ja: call.id.to_owned(), en: call.id.to_owned() });
    let (origin, session) = (reading.origin(Format::AwsCli), reading.session(hint.profile));
    reading.facts.outputs.push(Output {
        origin,
        call: call.id,
        args: hint.args,
        changed_by: hint.changed_by,
        subject: hint.subject,
        region: hint.region.or(region),
        account,
        session,
        command: reading.command,
        answer,
    });
}

/// Prefixes of an error: none in version 1, the program's name in newer versions and in PowerShell.
const BEFORE_ERRORS: [&str; 5] = ["", "aws: [ERROR]: ", "aws.exe: [ERROR]: ", "aws : ", "aws.exe : "];

/// The AWS CLI's error at the start of a text, and the operation that it names.
pub(super) fn error_in(text: &str) -> Option<(CliError, &str)> {
    let line = text.lines().next().unwrap_or_default();
    BEFORE_ERRORS.into_iter().filter_map(|before| line.strip_prefix(before)).find_map(error_of)
}

fn error_of(line: &str) -> Option<(CliError, &str)> {
    if let Some(url) = line.strip_prefix("Could not connect to the endpoint URL: ") {
        return Some((CliError { code: "EndpointConnectionError".to_owned(), message: url.to_owned() }, ""));
    }
    let rest = line.strip_prefix("An error occurred (")?;
    let (code, rest) = rest.split_once(')')?;
    let (_, rest) = rest.split_once("when calling the ")?;
    let (operation, rest) = rest.split_once(" operation")?;
    // Without a message, the error is cut off or only quoted.
    let message = rest.split_once(':').map_or("", |(_, message)| message.trim()).to_owned();
    let is_name =
        |name: &str| (1..=80).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.');
    let is_whole = is_name(code) && is_name(operation) && !message.is_empty();
    is_whole.then(|| (CliError { code: code.to_owned(), message }, operation))
}

/// Reads one error; for some commands, an error is a valid answer.
pub(super) fn read_error(reading: &mut Reading<'_>, error: CliError, operation: &str, hints: &[Hint]) {
    let candidates: Vec<&'static Call> = calls::of_operation(operation).collect();
    let matches_error = |hint: &&Hint| match hint.call {
        None => false,
        Some(call) => operation.is_empty() || candidates.iter().any(|other| other.id == call),
    };
    let is_sure = hints.iter().any(|hint| hint.is_sure);
    match (hints.iter().find(matches_error), candidates.as_slice()) {
        (Some(hint), _) => {
            if let Some(call) = hint.call.and_then(calls::find) {
                let region = region_of_url(&error.message);
                push(reading, call, region, None, Answer::Error(error), hint.clone());
            }
        }
        (None, [only]) if !is_sure => {
            let region = region_of_url(&error.message);
            push(reading, only, region, None, Answer::Error(error), Hint::default());
        }
        (None, [_, _, ..]) if !is_sure => {
            let names: Vec<&str> = candidates.iter().map(|call| call.id).collect();
            reading.problems.push(problem::ambiguous(reading.file, &names));
        }
        (None, _) => reading.problems.push(problem::cli_error(reading.file, &error.code, operation)),
    }
}

/// The Region in `"https://guardduty.ap-northeast-1.amazonaws.com/"`.
fn region_of_url(message: &str) -> Option<String> {
    let (_, host) = message.split_once("https://")?;
    host.split('.').find(|part| calls::is_region(part)).map(str::to_owned)
}
