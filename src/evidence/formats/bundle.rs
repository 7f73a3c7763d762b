//! The evidence bundle `guard-navi.evidence/1`: what the collector script writes.

use super::aws_cli;
use super::hint::{Hint, Word};
use super::reading::{Inner, Reading};
use crate::base::i18n::Words;
use crate::base::json::{Fields, Json};
use crate::base::time::Timestamp;
use crate::evidence::facts::{CliError, Format};
use crate::evidence::problem;

fn read_results(reading: &mut Reading<'_>, results: Vec<Json>, inner: Inner) {
    for result in results {
        let Ok(mut fields) = Fields::of(result, String::new()) else {
            reading.problems.push(problem::broken_bundle(reading.file));
            continue;
        };
        let (Ok(command), region) = (fields.text("command"), fields.optional_text("region").unwrap_or_default()) else {
            reading.problems.push(problem::broken_bundle(reading.file));
            continue;
        };
        let words = fields.texts("args").unwrap_or_default().into_iter().map(Word::from).collect();
        let hint = Hint::of_command(&command, words, region);
        let succeeded = fields.take("exit") == Json::Number(0.0);
        let error = fields.optional_text("error").ok().flatten().unwrap_or_default();
        match fields.take("output") {
            Json::Text(text) if succeeded && !text.trim().is_empty() => (inner.text)(reading, &text, hint),
            value @ (Json::Object(_) | Json::List(_)) if succeeded => (inner.json)(reading, value, &[hint]),
            Json::Text(text) if !succeeded => read_failure(reading, &[error.as_str(), "\n", &text].concat(), &hint),
            Json::Null | Json::Text(_) if succeeded && error.trim().is_empty() => {
                read_error(reading, CliError { code: CliError::NOTHING.to_owned(), message: String::new() }, "", &hint);
            }
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => {
                read_failure(reading, &error, &hint);
            }
        }
    }
}

/// Reads a result without output: its error text is the answer.
fn read_failure(reading: &mut Reading<'_>, error: &str, hint: &Hint) {
    let line = error.lines().find(|line| aws_cli::error_in(line).is_some()).unwrap_or(error);
    let (error, operation) = aws_cli::error_in(line)
        .unwrap_or_else(|| (CliError { code: "NoOutput".to_owned(), message: String::new() }, ""));
    read_error(reading, error, operation, hint);
}

/// Errors of commands without a rule are ignored.
fn read_error(reading: &mut Reading<'_>, error: CliError, operation: &str, hint: &Hint) {
    if hint.call.is_some() {
        aws_cli::read_error(reading, error, operation, std::slice::from_ref(hint));
    }
}

pub(super) fn read(reading: &mut Reading<'_>, value: Json, inner: Inner) {
    if value.words("schema") != "guard-navi.evidence/1" {
        reading.problems.push(problem::newer_bundle(reading.file));
        return;
    }
    // An unreadable time counts as an old one.
    let collected_at = Timestamp::parse(value.words("collected_at")).or(Some(Timestamp::UNIX_EPOCH));
    let Json::Object(mut fields) = value else {
        return;
    };
    let results = fields.iter().position(|(name, _)| name == "results").map(|place| fields.swap_remove(place).1);
    let Some(Json::List(results)) = results else {
        reading.problems.push(problem::broken_bundle(reading.file));
        return;
    };
    let count = results.len();
    reading.note(Words {
        ja: format!("証拠ファイル(コマンド {count} 件)"),
        en: format!("evidence bundle, {count} commands"),
    });
    let mut inside = Reading {
        file: reading.file,
        format: Format::EvidenceBundle,
        collected_at,
        changed_at: reading.changed_at,
        batch: reading.batch,
        text: reading.text,
        folder: reading.folder,
        profile: None,
        command: None,
        facts: reading.facts,
        problems: reading.problems,
        read: reading.read,
        is_broken: false,
        skipped: Vec::new(),
        parsed: reading.parsed,
    };
    read_results(&mut inside, results, inner);
}
