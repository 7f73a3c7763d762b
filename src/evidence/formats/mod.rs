//! Recognises a text by its content and hands it to the format that reads it: one file each.
//!
//! To add a format: write `formats/<name>.rs` with a `read`, and name it in [`read`] or [`read_json`] here.

mod aws_cli;
mod bundle;
mod credential_report;
mod prowler;
mod security_hub;
mod sieve;
mod table;
mod transcript;

use super::Read;
use super::calls;
use super::facts::{Facts, Format, Origin};
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
    pub batch: u32,
    pub facts: &'a mut Facts,
    pub problems: &'a mut Vec<Problem>,
    pub read: &'a mut Vec<Read>,
    /// Hears how many bytes have been parsed.
    pub parsed: &'a dyn Fn(usize),
}

impl Reading<'_> {
    fn origin(&self, format: Format) -> Origin {
        // What is inside a bundle has the bundle's time and name.
        let format = if self.format == Format::EvidenceBundle { self.format } else { format };
        Origin { file: self.file.to_owned(), format, collected_at: self.collected_at, batch: self.batch }
    }

    /// Tells that something was recognised; a bundle tells it once for all.
    fn note(&mut self, what: impl Into<Words>) {
        if self.format != Format::EvidenceBundle {
            self.read.push(Read { file: self.file.to_owned(), what: what.into() });
        }
    }
}

/// Which command printed a text, as far as something tells: nothing needs to.
#[derive(Clone, Debug, Default)]
pub(super) struct Hint {
    pub call: Option<&'static str>,
    pub args: Vec<String>,
    pub region: Option<String>,
    /// What a file's name adds behind the command.
    pub subject: Option<String>,
}

impl Hint {
    /// Out of a line that holds a command, with or without a prompt before it: `$ aws sns list-topics --region x`.
    pub fn of_line(line: &str) -> Hint {
        let start = line.find("aws ").or_else(|| line.find("gh api")).unwrap_or(0);
        let words = line.get(start..).and_then(shlex::split).unwrap_or_default();
        let mut words = words.into_iter().skip_while(|word| word == "aws").peekable();
        let (Some(service), Some(operation)) = (words.next(), words.next()) else {
            return Hint::default();
        };
        Hint::of_command(&[service.as_str(), " ", &operation].concat(), words.collect(), None)
    }

    /// Out of what a bundle says.
    pub fn of_command(command: &str, args: Vec<String>, region: Option<String>) -> Hint {
        let Some(call) = calls::find(command) else {
            return Hint::default();
        };
        // A blank that nobody filled.
        let args: Vec<String> = args.into_iter().filter(|arg| !arg.starts_with('<')).collect();
        let after = |option: &str| args.iter().skip_while(|arg| *arg != option).nth(1).cloned();
        let region = region.or_else(|| after("--region")).filter(|region| calls::is_region(region));
        Hint { call: Some(call.id), args, region, subject: None }
    }

    /// This one; where it knows nothing, what the file's name says: `sns_list-topics_eu-west-1.json`.
    pub fn or_of_file(&self, file: &str) -> Hint {
        if self.call.is_some() {
            return self.clone();
        }
        let stem = file.split('.').next().unwrap_or_default();
        let mut parts = stem.splitn(3, '_');
        let (service, operation) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let Some(call) = calls::find(&[service, " ", operation].concat()) else {
            return Hint::default();
        };
        let rest = parts.next();
        let region = rest.and_then(|rest| rest.rsplit('_').next()).filter(|part| calls::is_region(part));
        let subject = rest.map(|rest| region.and_then(|region| rest.strip_suffix(region)).unwrap_or(rest));
        let subject = subject.map(|subject| subject.trim_end_matches('_')).filter(|subject| !subject.is_empty());
        Hint {
            call: Some(call.id),
            args: Vec::new(),
            region: region.map(str::to_owned),
            subject: subject.map(str::to_owned),
        }
    }
}

/// Reads Shift_JIS, which no part of the standard library does; none where the bytes are something else.
pub(super) type ShiftJis = fn(&[u8]) -> Option<String>;

/// By a crate, outside of the browser.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn shift_jis(bytes: &[u8]) -> Option<String> {
    let (text, is_broken) = encoding_rs::SHIFT_JIS.decode_without_bom_handling(bytes);
    (!is_broken).then(|| text.into_owned())
}

/// In the browser, unless its own decoder was handed over.
#[cfg(target_arch = "wasm32")]
pub(super) fn shift_jis(_: &[u8]) -> Option<String> {
    None
}

/// Bytes to text: UTF-8 and UTF-16, with BOM or without (PowerShell's `>` writes UTF-16), and what Japanese Excel
/// saves.
pub(super) fn decode(bytes: Cow<'_, [u8]>, shift_jis: ShiftJis) -> Option<String> {
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
        _ => utf8(bytes.into_owned()).or_else(|bytes| shift_jis(&bytes).ok_or(())).ok(),
    };
    text.filter(|text| !text.contains('\0'))
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
pub(super) fn read(reading: &mut Reading<'_>, text: &str, hint: &Hint) {
    let text = text.trim();
    let header = text.lines().next().unwrap_or_default();
    if text.is_empty() {
        reading.problems.push(problem::empty(reading.file));
    } else if text.starts_with(['{', '[']) {
        // Its first line may be all of it: too long to look for columns in.
        transcript::read(reading, text, hint);
    } else if credential_report::is_csv(header) {
        credential_report::read(reading, text, reading.collected_at);
    } else if let Some(csv) = credential_report::from_base64(text) {
        credential_report::read(reading, &csv, reading.collected_at);
    } else if prowler::is_csv(header) {
        prowler::read_csv(reading, text);
    } else if security_hub::is_csv(header) {
        security_hub::read_csv(reading, text);
    } else if text.starts_with('<') && !text.contains("An error occurred (") {
        reading.problems.push(problem::html(reading.file));
    } else {
        transcript::read(reading, text, hint);
    }
}

/// Reads one JSON value.
fn read_json(reading: &mut Reading<'_>, value: Json, hint: &Hint) {
    let is_list_of = |key: &str| {
        let items = if let Json::List(items) = &value { items } else { value.items("Findings") };
        items.first().is_some_and(|first| first.get(key).is_some())
    };
    let schema = value.words("schema");
    if schema.starts_with("guard-navi.evidence/") {
        bundle::read(reading, value);
    } else if schema.starts_with("guard-navi.") {
        reading.problems.push(problem::own_file(reading.file));
    } else if value.get("Content").is_some() && value.get("ReportFormat").is_some() {
        credential_report::read_json(reading, &value);
    } else if is_list_of("GeneratorId") || value.get("GeneratorId").is_some() {
        security_hub::read(reading, &value);
    } else if is_list_of("metadata") {
        prowler::read_ocsf(reading, &value);
    } else {
        aws_cli::read(reading, value, hint);
    }
}
