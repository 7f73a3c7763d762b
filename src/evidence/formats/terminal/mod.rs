//! What a terminal shows: JSON, one value or several, between prompts, command lines, errors and log lines.
//!
//! **Invariant:** an output belongs to the command above it, or to none; a piece of an output whose beginning is lost
//! is no output.

mod command_line;
mod lines;
mod plain;
mod shell_syntax;
mod words;

use self::command_line::variable;
use self::lines::{
    begins_value, is_failure, is_inside_of_a_value, is_of_a_log, looks_like_other_output, next_command, next_start,
};
use super::hint::{ELSEWHERE, Hint};
use super::reading::{Inner, Reading};
use super::{aws_cli, credential_report, finding_lists};
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::evidence::facts::CliError;
use crate::evidence::{calls, problem};

/// Reads values and errors one after the other; the command line above them tells what they are.
pub(super) fn read(reading: &mut Reading<'_>, text: &str, hint: Hint, inner: Inner) {
    let text = &*plain::plain(text);
    // script(1) writes when it began.
    if let Some(rest) = text.strip_prefix("Script started on ") {
        reading.collected_at = rest.get(..25).and_then(Timestamp::parse_loosely).or(reading.collected_at);
    }
    let mut terminal = Terminal {
        text,
        at: 0,
        counted: (0, 1),
        hints: told(hint),
        block: Block::default(),
        region: None,
        switches: 0,
        is_elsewhere: false,
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

/// What the line of a command tells, as the page shows it; less sure than what stands above an output.
pub(in crate::evidence) fn hint_of_line(line: &str) -> Hint {
    let typed = command_line::read(line).map(|typed| typed.hints).unwrap_or_default();
    let hint = typed.into_iter().next().unwrap_or_default();
    if ELSEWHERE.iter().any(|option| line.contains(option)) {
        return hint;
    }
    Hint { is_sure: false, other: None, ..hint }
}

fn told(hint: Hint) -> Vec<Hint> {
    if hint == Hint::default() { Vec::new() } else { vec![hint] }
}

/// What stands between two command lines.
#[derive(Default)]
struct Block {
    values: Vec<Json>,
    /// The first line that belongs to an output whose beginning is not there.
    lost_at: Option<u64>,
    /// Whether something else stands there, such as the sentences of a manual.
    has_prose: bool,
}

struct Terminal<'a> {
    text: &'a str,
    at: usize,
    /// How far lines have been counted, and the line there.
    counted: (usize, u64),
    hints: Vec<Hint>,
    block: Block,
    /// The Region that a line before has set.
    region: Option<String>,
    /// How often somebody became somebody else.
    switches: u32,
    /// Whether a line before has set another endpoint.
    is_elsewhere: bool,
    is_found: bool,
    inner: Inner,
}

impl Terminal<'_> {
    /// The line that is being read, from 1: counted only where somebody has to be told, and each line once.
    fn line(&mut self) -> u64 {
        let (at, line) = self.counted;
        let passed = self.text.get(at..self.at).unwrap_or_default();
        self.counted = (self.at, line + passed.bytes().filter(|byte| *byte == b'\n').count() as u64);
        self.counted.1
    }

    /// Notes that what stands here belongs to an output whose beginning is not there.
    fn lose(&mut self) {
        if self.block.lost_at.is_none() {
            self.block.lost_at = Some(self.line());
        }
    }

    /// Reads what stands next; its length.
    fn next(&mut self, reading: &mut Reading<'_>, rest: &str, first: &str) -> usize {
        let start = first.trim_start();
        if begins_value(start)
            && let Some(length) = self.value(reading, rest, first)
        {
            return length;
        }
        if is_inside_of_a_value(start) {
            self.lose();
            return first.len();
        }
        if let Some((error, operation)) = aws_cli::error_in(rest) {
            self.is_found |= self.error(reading, error, operation);
            // Whatever follows in the same message (an HTML page, even) belongs to it.
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
        // The end of a line of JSON whose beginning is lost.
        if first.contains("\":") && first.trim_end().trim_end_matches(',').ends_with('}') {
            self.lose();
        }
        self.block.has_prose |= !start.is_empty();
        first.len()
    }

    /// Reads a value; none where the line only begins like one, such as `[INFO] …`.
    fn value(&mut self, reading: &mut Reading<'_>, rest: &str, first: &str) -> Option<usize> {
        let at = self.at;
        match finding_lists::first_value(rest, &|bytes| (reading.parsed)(at + bytes)) {
            Ok((value, length)) => {
                // A list inside of a value goes on behind its items.
                let behind = rest.get(length..).unwrap_or_default().trim_start();
                if behind.starts_with([',', ']', '}']) {
                    self.lose();
                }
                self.block.values.push(value);
                self.is_found = true;
                Some(length)
            }
            Err(error) if is_of_a_log(first.trim_start()) && error.line() == 1 && !error.is_eof() => None,
            Err(error) => {
                // What stands inside a broken value is no value of its own.
                let wrong = self.line() + error.line() as u64 - 1;
                reading.problems.push(problem::broken_json(reading.file, wrong, error.is_eof()));
                self.is_found = true;
                reading.is_broken = true;
                Some(self.behind_broken(rest, first.len()))
            }
        }
    }

    /// Reads a credential report below its command: as it is, or in base64. None where none stands there, or where it may
    /// have lost rows on its way.
    fn report(&mut self, reading: &mut Reading<'_>, rest: &str, first: &str) -> Option<usize> {
        let decoded = |by: &str| by.starts_with("| base64") && !by.trim_start_matches('|').contains('|');
        if self.hints.iter().any(|hint| hint.changed_by.as_deref().is_some_and(|by| !decoded(by))) {
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

    /// Where reading goes on behind a broken value: at the next command; where each line is a value, in the next line.
    fn behind_broken(&self, rest: &str, length: usize) -> usize {
        let has_lines = self.block.values.iter().any(|value| matches!(value, Json::Object(_)));
        let next = rest.get(length..).unwrap_or_default();
        if has_lines && next.starts_with('{') { length } else { next_command(rest, length) }
    }

    fn error(&mut self, reading: &mut Reading<'_>, error: CliError, operation: &str) -> bool {
        let is_sure = self.hints.iter().any(|hint| hint.is_sure);
        // A manual, a log or a web page quotes errors, too.
        if self.block.has_prose && !is_sure {
            return false;
        }
        aws_cli::read_error(reading, error, operation, &self.hints);
        true
    }

    /// What somebody typed may change who is asked, and where.
    fn switch(&mut self, reading: &mut Reading<'_>, typed: &str) {
        /// Programs that sign somebody in as somebody else, or go to another machine.
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
        // Whatever answers there is not AWS.
        self.is_elsewhere |= is_other && typed.contains("AWS_ENDPOINT_URL");
        for hint in &mut self.hints {
            hint.region = hint.region.take().or_else(|| self.region.clone());
            if let Some(call) = hint.call.filter(|_| self.is_elsewhere) {
                *hint = Hint::of_another(call.to_owned());
            }
        }
    }

    /// Hands over what stood below the last command; `hints` are the commands of what follows.
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
