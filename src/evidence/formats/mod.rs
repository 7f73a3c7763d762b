//! Recognises a text by its content and passes it to the reader of its format; each format has its own file.
//!
//! To add a format: write `formats/<name>.rs` with a `read` function and call it from [`read`] or [`read_json`] here. A
//! format that is recognised but not supported is an entry in `unsupported.rs`.

mod aws_cli;
mod bundle;
mod credential_report;
mod decode;
mod finding_lists;
mod hint;
mod prowler;
mod reading;
mod security_hub;
mod table;
mod terminal;
mod unsupported;

pub(super) use decode::{Legacy, decode, legacy_text};
pub(super) use hint::{Hint, UNKNOWN};
pub(super) use reading::Reading;
pub(super) use terminal::hint_of_line;
pub(super) use unsupported::Unsupported;

use super::problem;
use crate::base::json::Json;
use reading::Inner;

/// Nested content is read like a separate file.
const INNER: Inner = Inner { text: read, json: read_json, values: read_values };

/// Reads one text.
pub(super) fn read(reading: &mut Reading<'_>, text: &str, hint: Hint) {
    // Skip the line that a spreadsheet or PowerShell writes above a table.
    let text = text.trim();
    let text = match text.split_once('\n') {
        Some((first, rest)) if first.starts_with("sep=") || first.starts_with("#TYPE") => rest,
        _ => text,
    };
    let header = text.lines().next().unwrap_or_default();
    if text.is_empty() {
        reading.problems.push(problem::empty(reading.file));
    } else if text.starts_with(['{', '[']) {
        // Checked first: the first line of JSON may be the whole text, too long to search for column names.
        terminal::read(reading, text, hint, INNER);
    } else if credential_report::is_csv(header) {
        credential_report::read(reading, text, reading.collected_at);
    } else if let Some(csv) = credential_report::from_base64(text) {
        credential_report::read(reading, &csv, reading.collected_at);
    } else if prowler::is_csv(header) {
        prowler::read_csv(reading, text);
    } else if security_hub::is_csv(header) {
        security_hub::read_csv(reading, text);
    } else if let Some(kind) = unsupported::of_text(text) {
        reading.problems.push(problem::unsupported(reading.file, kind));
    } else {
        terminal::read(reading, text, hint, INNER);
    }
}

/// Reads the values that one or several commands printed in sequence.
fn read_values(reading: &mut Reading<'_>, values: Vec<Json>, hints: &[Hint]) {
    let is_finding =
        |value: &Json| security_hub::is_finding(value) || prowler::is_ocsf(value) || prowler::is_native(value);
    if values.len() > 1 && values.iter().all(is_finding) {
        // One object per line.
        read_json(reading, Json::List(values), hints);
        return;
    }
    for value in values {
        read_json(reading, value, hints);
    }
}

/// Whether the command that printed a value is known reliably; for an empty list, the file's name is enough.
fn is_command_known(value: &Json, hints: &[Hint]) -> bool {
    let is_empty = matches!(value, Json::List(items) if items.is_empty());
    hints.iter().any(|hint| hint.is_sure || (is_empty && hint.call.is_some()))
}

/// Reads one JSON value.
fn read_json(reading: &mut Reading<'_>, value: Json, hints: &[Hint]) {
    let first = if let Json::List(items) = &value { items.first() } else { None };
    let schema = value.words("schema");
    // Output of another program, or of an AWS command without a rule, is skipped whatever its shape.
    if hints.iter().any(|hint| hint.is_sure) && hints.iter().all(|hint| hint.call.is_none()) {
        reading.skip(hints);
        return;
    }
    if schema.starts_with("guard-navi.evidence/") {
        bundle::read(reading, value, INNER);
    } else if schema.starts_with("guard-navi.") {
        reading.problems.push(problem::own_file(reading.file));
    } else if value.get("Content").is_some() && value.get("ReportFormat").is_some() {
        credential_report::read_json(reading, &value);
    } else if security_hub::is_json(&value) {
        security_hub::read(reading, &value, hints);
    } else if first.is_some_and(prowler::is_ocsf) || prowler::is_ocsf(&value) {
        prowler::read_ocsf(reading, &value);
    } else if prowler::is_native(first.unwrap_or(&value)) {
        prowler::read_native(reading, &value);
    } else if let Some(kind) = unsupported::of_json(&value).filter(|_| !is_command_known(&value, hints)) {
        reading.problems.push(problem::unsupported(reading.file, kind));
    } else {
        aws_cli::read(reading, value, hints);
    }
}
