//! Recognises a text by its content and hands it to the format that reads it: one file each.
//!
//! To add a format: write `formats/<name>.rs` with a `read`, and name it in [`read`] or [`read_json`] here. One that is
//! only named is a line in `foreign.rs`.

mod aws_cli;
mod bundle;
mod credential_report;
mod foreign;
mod hint;
mod prowler;
mod security_hub;
mod sieve;
mod table;
mod terminal;

pub(super) use foreign::Foreign;
pub(super) use hint::{Hint, UNKNOWN};

use super::Read;
use super::facts::{Facts, Format, Origin, Session};
use super::problem::{self, Problem};
use crate::i18n::Words;
use crate::json::Json;
use crate::time::Timestamp;
use std::borrow::Cow;
use std::string::FromUtf8Error;

/// What is being read, and where everything found in it goes.
pub(super) struct Reading<'a> {
    pub file: &'a str,
    pub format: Format,
    pub collected_at: Option<Timestamp>,
    /// When the file was last changed.
    pub changed_at: Option<Timestamp>,
    pub batch: u32,
    /// The how-manieth text it is.
    pub text: u32,
    /// The folder of the file, inside an archive.
    pub folder: &'a str,
    /// The profile that a line before has set.
    pub profile: Option<String>,
    /// The how-manieth command is being read.
    pub command: Option<u32>,
    pub facts: &'a mut Facts,
    pub problems: &'a mut Vec<Problem>,
    pub read: &'a mut Vec<Read>,
    /// Whether a value in it broke off: what is beside that one may not be all.
    pub is_broken: bool,
    /// Commands whose output no rule looks at.
    pub skipped: Vec<String>,
    /// Hears how many bytes have been parsed.
    pub parsed: &'a dyn Fn(usize),
}

impl Reading<'_> {
    fn origin(&self, format: Format) -> Origin {
        // What is inside a bundle has the bundle's time and name.
        let format = if self.format == Format::EvidenceBundle { self.format } else { format };
        Origin {
            file: self.file.to_owned(),
            format,
            collected_at: self.collected_at,
            changed_at: self.changed_at,
            batch: self.batch,
        }
    }

    /// Notes the commands of an output that no rule looks at.
    fn skip(&mut self, hints: &[Hint]) {
        let names = hints.iter().filter_map(|hint| hint.other.clone());
        self.skipped.extend(names.filter(|name| !name.is_empty()));
    }

    fn session(&self, profile: Option<String>) -> Session {
        let profile = profile.or_else(|| self.profile.clone());
        Session { text: self.text, profile, folder: (self.batch, self.folder.to_owned()) }
    }

    /// Tells that something was recognised; a bundle tells it once for all.
    fn note(&mut self, what: impl Into<Words>) {
        if self.format != Format::EvidenceBundle {
            self.read.push(Read { file: self.file.to_owned(), what: what.into() });
        }
    }
}

/// Reads a text that is no Unicode; none where the bytes are no text.
pub(super) type Legacy = fn(&[u8]) -> Option<String>;

/// By a crate, outside of the browser: Shift_JIS, which Japanese Excel saves, else Windows-1252.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn legacy_text(bytes: &[u8]) -> Option<String> {
    let (text, is_broken) = encoding_rs::SHIFT_JIS.decode_without_bom_handling(bytes);
    let text = if is_broken { encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0 } else { text };
    Some(text.into_owned())
}

/// In the browser, unless its own decoder was handed over.
#[cfg(target_arch = "wasm32")]
pub(super) fn legacy_text(_: &[u8]) -> Option<String> {
    None
}

/// Bytes to text: UTF-8 and UTF-16, with BOM or without (PowerShell's `>` writes UTF-16), and what older programs on
/// Windows save.
pub(super) fn decode(bytes: Cow<'_, [u8]>, legacy: Legacy) -> Option<String> {
    let has_zero = |offset: usize| {
        let mut some = bytes.iter().skip(offset).step_by(2).take(64).peekable();
        some.peek().is_some() && some.all(|byte| *byte == 0)
    };
    let text = match bytes.as_ref() {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        all if has_zero(1) => utf16(all, u16::from_le_bytes),
        all if has_zero(0) => utf16(all, u16::from_be_bytes),
        // The bytes become the text, where they are one.
        _ => utf8(bytes.into_owned()).or_else(|bytes| legacy(&bytes).filter(|text| is_plain(text)).ok_or(())).ok(),
    };
    text.filter(|text| !text.contains('\0'))
}

/// Whether a text that may be anything holds no character that no text has.
fn is_plain(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0C' | '\x1B'))
}

/// None where half a letter stands in it or at its end.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    rest.is_empty().then_some(())?;
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect::<Result<_, _>>().ok()
}

fn utf8(mut bytes: Vec<u8>) -> Result<String, Vec<u8>> {
    const BOM: &[u8] = b"\xEF\xBB\xBF";
    if bytes.starts_with(BOM) {
        bytes.drain(..BOM.len());
    }
    String::from_utf8(bytes).map_err(FromUtf8Error::into_bytes)
}

/// Reads one text.
pub(super) fn read(reading: &mut Reading<'_>, text: &str, hint: Hint) {
    // What a spreadsheet or PowerShell writes above a table.
    let text = text.trim();
    let text = match text.split_once('\n') {
        Some((first, rest)) if first.starts_with("sep=") || first.starts_with("#TYPE") => rest,
        _ => text,
    };
    let header = text.lines().next().unwrap_or_default();
    if text.is_empty() {
        reading.problems.push(problem::empty(reading.file));
    } else if text.starts_with(['{', '[']) {
        // Its first line may be all of it: too long to look for columns in.
        terminal::read(reading, text, hint);
    } else if credential_report::is_csv(header) {
        credential_report::read(reading, text, reading.collected_at);
    } else if let Some(csv) = credential_report::from_base64(text) {
        credential_report::read(reading, &csv, reading.collected_at);
    } else if prowler::is_csv(header) {
        prowler::read_csv(reading, text);
    } else if security_hub::is_csv(header) {
        security_hub::read_csv(reading, text);
    } else if let Some(what) = foreign::of_text(text) {
        reading.problems.push(problem::foreign(reading.file, what));
    } else {
        terminal::read(reading, text, hint);
    }
}

/// Reads the values that one command, or several, printed one after the other.
fn read_values(reading: &mut Reading<'_>, values: Vec<Json>, hints: &[Hint]) {
    let is_finding =
        |value: &Json| security_hub::is_finding(value) || prowler::is_ocsf(value) || prowler::is_native(value);
    if values.len() > 1 && values.iter().all(is_finding) {
        // One object a line.
        read_json(reading, Json::List(values), hints);
        return;
    }
    for value in values {
        read_json(reading, value, hints);
    }
}

/// Whether it is clear enough which command printed a value; an empty list needs no more than a file's name.
fn is_told(value: &Json, hints: &[Hint]) -> bool {
    let is_empty = matches!(value, Json::List(items) if items.is_empty());
    hints.iter().any(|hint| hint.is_sure || (is_empty && hint.call.is_some()))
}

/// Reads one JSON value.
fn read_json(reading: &mut Reading<'_>, value: Json, hints: &[Hint]) {
    let first = if let Json::List(items) = &value { items.first() } else { None };
    let schema = value.words("schema");
    // What another program printed, or another command of AWS, is not what it looks like.
    if hints.iter().any(|hint| hint.is_sure) && hints.iter().all(|hint| hint.call.is_none()) {
        reading.skip(hints);
        return;
    }
    if schema.starts_with("guard-navi.evidence/") {
        bundle::read(reading, value);
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
    } else if let Some(what) = foreign::of_json(&value).filter(|_| !is_told(&value, hints)) {
        reading.problems.push(problem::foreign(reading.file, what));
    } else {
        aws_cli::read(reading, value, hints);
    }
}
