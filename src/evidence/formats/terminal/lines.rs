//! Classifies lines of a terminal transcript and finds the next line that starts a value, an error or a command.

use super::command_line;
use crate::evidence::formats::aws_cli;

/// Whether a line starts like a JSON value; `{code}`, `[~/work]$` and `[INFO]` do not.
pub(super) fn begins_value(line: &str) -> bool {
    let inside = line.strip_prefix(['{', '[']).map(str::trim_start);
    inside.is_some_and(|inside| {
        let is_list = line.starts_with('[');
        inside.is_empty()
            || inside.starts_with(['"', '}'])
            || (is_list
                && inside
                    .starts_with(['{', '[', ']', '-', 't', 'f', 'n', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']))
    })
}

/// Whether a line is an error that the AWS CLI prints before it sends a request.
pub(super) fn is_failure(line: &str) -> bool {
    const WORDS: [&str; 8] = [
        "aws: [ERROR]: ",
        "aws: error: ",
        "Error loading SSO Token",
        "Error when retrieving ",
        "The SSO session associated ",
        "The config profile (",
        "Unable to locate credentials",
        "You must specify a region",
    ];
    WORDS.iter().any(|words| line.starts_with(words))
}

/// Whether a line is the inside of a JSON value, such as `"GroupId": "sg-1",` or `},`. Outside of any value, it is the
/// rest of one whose beginning is missing.
pub(super) fn is_inside_of_a_value(line: &str) -> bool {
    line.starts_with([']', '}', ','])
        || line
            .strip_prefix('"')
            .and_then(|rest| rest.split_once('"'))
            .is_some_and(|(_, rest)| rest.trim_start().starts_with(':') || rest.trim() == ",")
}

/// Whether a line is of a log: `[INFO] …`, `[2026-11-24 …`.
pub(super) fn is_of_a_log(line: &str) -> bool {
    line.strip_prefix('[').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// Offset of the first line, at or after `from`, that starts a value, an error or a command.
pub(super) fn next_start(text: &str, from: usize) -> usize {
    next_line(text, from, |rest| {
        begins_value(rest.trim_start_matches([' ', '\t']).lines().next().unwrap_or_default())
            || aws_cli::error_in(rest).is_some()
            || command_line::read(rest).is_some()
    })
}

/// Offset of the first command line at or after `from`.
pub(super) fn next_command(text: &str, from: usize) -> usize {
    next_line(text, from, |rest| {
        // Text inside a value is not a command.
        !rest.starts_with([' ', '\t', '"', '{', '[', '}', ']']) && command_line::read(rest).is_some()
    })
}

fn next_line(text: &str, from: usize, begins: impl Fn(&str) -> bool) -> usize {
    let mut at = from;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if begins(rest) {
            return at;
        }
        at += rest.find('\n').map_or(rest.len(), |end| end + 1);
    }
    text.len()
}

/// Whether a text looks like the output of `--output table`, `yaml` or `text`.
pub(super) fn looks_like_other_output(text: &str) -> bool {
    let mut lines = text.lines().take(20).filter(|line| !line.trim().is_empty());
    let is_table = |line: &str| line.starts_with("----") || line.starts_with("+--") || line.starts_with('|');
    let is_yaml = |line: &str| {
        let key = line.trim_start_matches([' ', '-']).split(':').next().unwrap_or_default();
        line.contains(':') && !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let is_text = |line: &str| line.contains('\t');
    lines.any(|line| is_table(line) || is_yaml(line) || is_text(line))
}
