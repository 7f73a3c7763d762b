//! Recognises a text by its content and hands it to the format that reads it: one file each.
//!
//! To add a format: write `formats/<name>.rs` with a `read`, and name it in [`read`] here.

mod account_summary;
mod credential_report;

use super::facts::Facts;
use super::problem::{self, Problem};
use serde_json::Value;

/// Bytes to text: UTF-8 with or without BOM, or UTF-16 with BOM (what PowerShell's `>` writes).
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, odd) = rest.as_chunks::<2>();
        if !odd.is_empty() {
            return None;
        }
        String::from_utf16(&pairs.iter().copied().map(unit).collect::<Vec<u16>>()).ok()
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] | rest => {
            let text = str::from_utf8(rest).ok()?;
            (!text.contains('\0')).then(|| text.to_owned())
        }
    }
}

/// Reads one file into `facts`; what cannot be read goes to `problems`.
pub(super) fn read(file: &str, text: &str, facts: &mut Facts, problems: &mut Vec<Problem>) {
    let text = text.trim();
    if text.is_empty() {
        problems.push(problem::empty(file));
    } else if text.starts_with(['{', '[']) {
        read_json(file, text, facts, problems);
    } else if credential_report::is_csv(text) {
        credential_report::read(file, text, None, facts, problems);
    } else if let Some(csv) = credential_report::from_base64(text) {
        credential_report::read(file, &csv, None, facts, problems);
    } else if let Some((code, operation)) = cli_error(text) {
        problems.push(problem::cli_error(file, code, operation));
    } else if text.starts_with('<') {
        problems.push(problem::html(file));
    } else {
        problems.push(problem::unrecognised(file));
    }
}

fn read_json(file: &str, text: &str, facts: &mut Facts, problems: &mut Vec<Problem>) {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            problems.push(problem::broken_json(file, error.line() as u64, error.is_eof()));
            return;
        }
    };
    if value.get("SummaryMap").is_some() {
        account_summary::read(file, &value, facts, problems);
    } else if value.get("Content").is_some() && value.get("ReportFormat").is_some() {
        credential_report::read_json(file, &value, facts, problems);
    } else {
        problems.push(problem::unknown_json(file));
    }
}

/// `An error occurred (<Code>) when calling the <Operation> operation[…]: <message>`
fn cli_error(text: &str) -> Option<(&str, &str)> {
    let (_, rest) = text.split_once("An error occurred (")?;
    let (code, rest) = rest.split_once(')')?;
    let (_, rest) = rest.split_once("when calling the ")?;
    let (operation, _) = rest.split_once(" operation")?;
    let is_name =
        |name: &str| (1..=80).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.');
    (is_name(code) && is_name(operation)).then_some((code, operation))
}
