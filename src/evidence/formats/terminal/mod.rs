//! Reads terminal transcripts: JSON values between prompts, command lines, errors and log lines.
//!
//! **Invariant:** an output belongs to the command above it or to none; the rest of an output whose beginning is
//! missing is not read.

mod command_line;
mod lines;
mod plain;
mod shell_syntax;
mod words;

use self::command_line::variable;
use self::lines::{
    begins_value, is_failure, is_inside_of_a_value, is_of_a_log, looks_like_other_output, next_command, next_start,
};
use super::hint::{Hint, NON_AWS_OPTIONS};
use super::reading::{Inner, Reading};
use super::{aws_cli, credential_report, finding_lists};
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::evidence::facts::CliError;
use crate::evidence::{calls, problem};

/// Reads values and errors in sequence; the command line above them identifies the command.
pub(super) fn read(reading: &mut Reading<'_>, text: &str, hint: Hint, inner: Inner) {
    let text = &*plain::plain(text);
    // script(1) writes its start time first.
    if let Some(rest) = text.strip_prefix("Script started on ") {
        reading.collected_at = rest.get(..25).and_then(Timestamp::parse_loosely).or(reading.collected_at);
    }
    let mut terminal = Terminal {
        text,
        at: 0,
        counted: (0, 1),
        hints: hint_list(hint),
        block: Block::default(),
        region: None,
        switches: 0,
        has_other_endpoint: false,
        is_found: false,
        inner,
    };
    while let Some(rest) = text.get(terminal.at..).filter(|rest| !rest.is_empty()) {
        let first = rest.split_inclusive('\n').next().unwrap_or_default();
        terminal.at += terminal.next(reading, rest, first).min(rest.len());
    }
    terminal.end_block(reading, Vec::new());
    if !terminal.is_found {
        reading.problems.push(if text.lines().any(is_failure) {
            problem::cli_failed(reading.file)
        } else if looks_like_other_output(text) {
            problem::not_json(reading.file)
        } else {
            problem::unrecognised(reading.file)
        });
    }
}

/// The hint from a command line that the page shows; less reliable than a command line directly above an output.
pub(in crate::evidence) fn hint_of_line(line: &str) -> Hint {
    let typed = command_line::read(line).map(|typed| typed.hints).unwrap_or_default();
    let hint = typed.into_iter().next().unwrap_or_default();
    if NON_AWS_OPTIONS.iter().any(|option| line.contains(option)) {
        return hint;
    }
    Hint { is_sure: false, other: None, ..hint }
}

fn hint_list(hint: Hint) -> Vec<Hint> {
    if hint == Hint::default() { Vec::new() } else { vec![hint] }
}

/// The content between two command lines.
#[derive(Default)]
struct Block {
    values: Vec<Json>,
    /// The first line of an output whose beginning is missing.
    lost_at: Option<u64>,
    /// Whether there is other text, such as the prose of a manual.
    has_prose: bool,
}

struct Terminal<'a> {
    text: &'a str,
    at: usize,
    /// The offset up to which lines have been counted, and the line number there.
    counted: (usize, u64),
    hints: Vec<Hint>,
    block: Block,
    /// The Region that an earlier line set.
    region: Option<String>,
    /// Number of switches to other credentials so far.
    switches: u32,
    /// Whether an earlier line set an endpoint that is not AWS.
    has_other_endpoint: bool,
    is_found: bool,
    inner: Inner,
}

impl Terminal<'_> {
    /// The current line number, from 1. Lines are counted only when a problem is reported, and each only once.
    fn line(&mut self) -> u64 {
        let (at, line) = self.counted;
        let passed = self.text.get(at..self.at).unwrap_or_default();
        self.counted = (self.at, line + passed.bytes().filter(|byte| *byte == b'\n').count() as u64);
        self.counted.1
    }

    /// Records that the current line belongs to an output whose beginning is missing.
    fn record_lost_beginning(&mut self) {
        if self.block.lost_at.is_none() {
            self.block.lost_at = Some(self.line());
        }
    }

    /// Reads the next element; returns its length in bytes.
    fn next(&mut self, reading: &mut Reading<'_>, rest: &str, first: &str) -> usize {
        let start = first.trim_start();
        if begins_value(start)
            && let Some(length) = self.value(reading, rest, first)
        {
            return length;
        }
        if is_inside_of_a_value(start) {
            self.record_lost_beginning();
            return first.len();
        }
        if let Some((error, operation)) = aws_cli::error_in(rest) {
            self.is_found |= self.error(reading, error, operation);
            // The rest of the message, which may even be an HTML page, belongs to the error.
            return next_start(rest, first.len());
        }
        if let Some(typed) = command_line::read(rest) {
            self.end_block(reading, typed.hints);
            self.switch(reading, rest.get(..typed.length).unwrap_or_default());
            return typed.length;
        }
        if let Some(length) = self.report(reading, rest, first) {
            return length;
        }
        // The end of a one-line JSON value whose beginning is missing.
        if first.contains("\":") && first.trim_end().trim_end_matches(',').ends_with('}') {
            self.record_lost_beginning();
        }
        self.block.has_prose |= !start.is_empty();
        first.len()
    }

    /// Reads a value; none if the line only starts like one, such as `[INFO] …`.
    fn value(&mut self, reading: &mut Reading<'_>, rest: &str, first: &str) -> Option<usize> {
        let at = self.at;
        match finding_lists::first_value(rest, &|bytes| (reading.parsed)(at + bytes)) {
            Ok((value, length)) => {
                // The value is nested in another one whose beginning is missing.
                let following = rest.get(length..).unwrap_or_default().trim_start();
                if following.starts_with([',', ']', '}']) {
                    self.record_lost_beginning();
                }
                self.block.values.push(value);
                self.is_found = true;
                Some(length)
            }
            Err(error) if is_of_a_log(first.trim_start()) && error.line() == 1 && !error.is_eof() => None,
            Err(error) => {
                // The content of a broken value is skipped: its parts are not values of their own.
                let wrong = self.line() + error.line() as u64 - 1;
                reading.problems.push(problem::broken_json(reading.file, wrong, error.is_eof()));
                self.is_found = true;
                reading.is_broken = true;
                Some(self.length_of_broken(rest, first.len()))
            }
        }
    }

    /// Reads a credential report below its command, as CSV or in base64. None if there is no report, or if a pipe may
    /// have removed rows.
    fn report(&mut self, reading: &mut Reading<'_>, rest: &str, first: &str) -> Option<usize> {
        let only_decodes = |by: &str| by.starts_with("| base64") && !by.trim_start_matches('|').contains('|');
        if self.hints.iter().any(|hint| hint.changed_by.as_deref().is_some_and(|by| !only_decodes(by))) {
            return None;
        }
        let (is_csv, is_base64) = (credential_report::is_csv(first), credential_report::is_base64(first));
        if !is_csv && !is_base64 {
            return None;
        }
        let length = next_command(rest, first.len());
        let text = rest.get(..length)?.trim();
        if is_csv {
            credential_report::read(reading, text, reading.collected_at);
        } else {
            credential_report::read(reading, &credential_report::from_base64(text)?, reading.collected_at);
        }
        self.is_found = true;
        Some(length)
    }

    /// Length to skip for a broken value: to the next command or, if each line is a value, to the next line.
    fn length_of_broken(&self, rest: &str, length: usize) -> usize {
        let has_lines = self.block.values.iter().any(|value| matches!(value, Json::Object(_)));
        let next = rest.get(length..).unwrap_or_default();
        if has_lines && next.starts_with('{') { length } else { next_command(rest, length) }
    }

    fn error(&mut self, reading: &mut Reading<'_>, error: CliError, operation: &str) -> bool {
        let is_sure = self.hints.iter().any(|hint| hint.is_sure);
        // An error among prose may be a quotation in a manual, a log or a web page.
        if self.block.has_prose && !is_sure {
            return false;
        }
        aws_cli::read_error(reading, error, operation, &self.hints);
        true
    }

    /// Applies a typed command that changes the profile, the Region or the endpoint of later commands.
    fn switch(&mut self, reading: &mut Reading<'_>, typed: &str) {
        /// Programs that switch to other credentials or to another machine.
        const SWITCHES: [&str; 9] =
            ["assume", "awsume", "aws-sso", "aws-vault", "eval", "granted", "saml2aws", "source", "ssh"];
        reading.command = Some(reading.command.unwrap_or_default() + 1);
        if let Some(region) = variable(typed, "AWS_REGION").or_else(|| variable(typed, "AWS_DEFAULT_REGION"))
            && self.hints.iter().all(|hint| hint.call.is_none())
        {
            self.region = Some(region).filter(|region| calls::is_region(region));
        }
        let is_other = self.hints.iter().all(|hint| hint.call.is_none());
        let program = self.hints.first().and_then(|hint| hint.other.as_deref()).unwrap_or_default();
        let is_switch =
            SWITCHES.contains(&program) || typed.contains("AWS_ACCESS_KEY_ID") || typed.contains("AWS_PROFILE");
        if is_other && is_switch {
            self.switches += 1;
            let unknown = || format!("{program} {}", self.switches);
            reading.profile = Some(variable(typed, "AWS_PROFILE").unwrap_or_else(unknown));
        }
        // Another endpoint is not AWS.
        self.has_other_endpoint |= is_other && typed.contains("AWS_ENDPOINT_URL");
        for hint in &mut self.hints {
            hint.region = hint.region.take().or_else(|| self.region.clone());
            if let Some(call) = hint.call.filter(|_| self.has_other_endpoint) {
                *hint = Hint::of_another(call.to_owned());
            }
        }
    }

    /// Reads the values below the last command; `hints` are the commands of the next block.
    fn end_block(&mut self, reading: &mut Reading<'_>, hints: Vec<Hint>) {
        let block = std::mem::take(&mut self.block);
        match block.lost_at {
            Some(line) => {
                reading.problems.push(problem::lost_beginning(reading.file, line));
                self.is_found = true;
            }
            None => (self.inner.values)(reading, block.values, &self.hints),
        }
        self.hints = hints;
    }
}
