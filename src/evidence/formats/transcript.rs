//! What a terminal shows: JSON, one value or several, between prompts, command lines, errors and log lines.

use super::{Hint, Reading, aws_cli, read_json, sieve};
use crate::evidence::problem;

/// No line that somebody typed is longer.
const TYPED: usize = 16 * 1024;

/// Reads values and errors line by line; the command line above an output tells what it is.
pub(super) fn read(reading: &mut Reading<'_>, text: &str, hint: &Hint) {
    let mut hint = hint.clone();
    let (mut is_found, mut at, mut line) = (false, 0, 1);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let length = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let (this, mut step) = (rest.get(..length).unwrap_or_default(), length);
        let start = this.trim_start();
        let is_typed = this.len() <= TYPED && !start.starts_with('{');
        let typed = if is_typed { Hint::of_line(this) } else { Hint::default() };
        if typed.call.is_some() {
            hint = typed;
        } else if start.starts_with(['{', '[']) {
            match sieve::first_value(rest, &|bytes| (reading.parsed)(at + bytes)) {
                Ok((value, length)) => {
                    read_json(reading, value, &hint);
                    (is_found, step) = (true, length);
                }
                Err(error) if is_of_a_log(start) && error.line() == 1 && !error.is_eof() => {}
                Err(error) => {
                    // What stands inside a broken value is no value of its own.
                    let wrong = line + error.line() as u64 - 1;
                    reading.problems.push(problem::broken_json(reading.file, wrong, error.is_eof()));
                    return;
                }
            }
        } else if let Some((error, operation)) = aws_cli::error_in(rest) {
            aws_cli::read_error(reading, error, operation, &hint);
            is_found = true;
            // Whatever follows in the same message (an HTML page, even) belongs to it.
            step = next_command(rest, length);
        }
        let passed = rest.get(..step).unwrap_or(rest);
        line += passed.bytes().filter(|byte| *byte == b'\n').count() as u64;
        at += passed.len();
    }
    if !is_found {
        reading.problems.push(if looks_like_other_output(text) {
            problem::not_json(reading.file)
        } else {
            problem::unrecognised(reading.file)
        });
    }
}

/// `[INFO] …`, `[2026-11-24 …`
fn is_of_a_log(line: &str) -> bool {
    line.strip_prefix('[').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// Where, from `from` on, the next line with a command or a value stands.
fn next_command(text: &str, from: usize) -> usize {
    let mut at = from;
    for line in text.get(from..).unwrap_or_default().split_inclusive('\n') {
        let starts = line.trim_start().starts_with(['{', '[']);
        if starts || Hint::of_line(line).call.is_some() || aws_cli::error_in(line).is_some() {
            return at;
        }
        at += line.len();
    }
    text.len()
}

/// `--output table`, `yaml` or `text`.
fn looks_like_other_output(text: &str) -> bool {
    let mut lines = text.lines().take(20).filter(|line| !line.trim().is_empty());
    let is_table = |line: &str| line.starts_with("----") || line.starts_with("+--") || line.starts_with('|');
    let is_yaml = |line: &str| {
        let key = line.trim_start_matches([' ', '-']).split(':').next().unwrap_or_default();
        line.contains(':') && !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let is_text = |line: &str| line.contains('\t');
    lines.any(|line| is_table(line) || is_yaml(line) || is_text(line))
}
