//! The IAM credential report: CSV as downloaded, or base64 inside the JSON of `get-credential-report`.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html>
//!
//! Columns are found by name, so that 22 or 23 of them, and ones to come, are all fine.

use crate::evidence::facts::{CredentialReport, Facts, Format, Origin, RootRow};
use crate::evidence::problem::{self, Problem};
use crate::secrets;
use crate::time::Timestamp;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use csv::{ReaderBuilder, StringRecord};
use serde_json::Value;

/// Base64 of `user,arn,`.
const BASE64_START: &str = "dXNlcixhcm4s";
const ROOT: &str = "<root_account>";

/// Whether a text begins like a credential report; a spreadsheet may have changed the delimiter.
pub(super) fn is_csv(text: &str) -> bool {
    let header = text.lines().next().unwrap_or_default().trim_start_matches('"');
    header.starts_with("user") && header.contains("mfa_active")
}

/// The report inside `--query Content --output text`.
pub(super) fn from_base64(text: &str) -> Option<String> {
    let joined: String = text.split_whitespace().collect();
    if !joined.starts_with(BASE64_START) {
        return None;
    }
    String::from_utf8(STANDARD.decode(joined).ok()?).ok()
}

/// The report inside the JSON of `get-credential-report`.
pub(super) fn read_json(file: &str, value: &Value, facts: &mut Facts, problems: &mut Vec<Problem>) {
    let generated = value.get("GeneratedTime").and_then(Value::as_str).and_then(Timestamp::parse);
    let content = value.get("Content").and_then(Value::as_str).and_then(from_base64);
    match content {
        Some(csv) => read(file, &csv, generated, facts, problems),
        None => problems.push(problem::no_content(file)),
    }
}

/// The report itself.
pub(super) fn read(
    file: &str,
    text: &str,
    collected_at: Option<Timestamp>,
    facts: &mut Facts,
    problems: &mut Vec<Problem>,
) {
    // Base64 hides secrets from the cut that every file gets.
    let cut = secrets::cut(text);
    problems.extend(cut.found.iter().map(|found| problem::secret(file, *found)));

    let delimiter = delimiter(&cut.text);
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(cut.text.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    let columns = match Columns::find(&header) {
        Ok(columns) => columns,
        Err(missing) => {
            problems.push(problem::missing_column(file, missing));
            return;
        }
    };

    let origin = Origin { file: file.to_owned(), format: Format::CredentialReport, collected_at };
    let mut report =
        CredentialReport { origin, account: None, root: None, users: 0, is_mixed: false, cut_at_line: None };
    let mut rows = 0;
    // The text is UTF-8 and rows may have any length: reading cannot fail.
    for row in reader.records().flatten() {
        rows += 1;
        if row.len() < header.len() && report.cut_at_line.is_none() {
            let line = row.position().map_or(0, csv::Position::line);
            problems.push(problem::cut_row(file, line, row.len(), header.len()));
            report.cut_at_line = Some(line);
        }
        if row.get(columns.user) == Some(ROOT) {
            report.is_mixed |= report.root.is_some();
            report.root = Some(columns.root(&row));
        } else {
            report.users += 1;
        }
        let account = row.get(columns.arn).and_then(|arn| arn.split(':').nth(4)).map(secrets::mask);
        report.is_mixed |= report.account.is_some() && report.account != account;
        report.account = report.account.or(account);
    }
    if rows == 0 {
        problems.push(problem::header_only(file));
    }
    facts.credential_reports.push(report);
}

fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    [b';', b'\t'].into_iter().find(|byte| header.contains(char::from(*byte))).unwrap_or(b',')
}

struct Columns {
    user: usize,
    arn: usize,
    password: usize,
    mfa: usize,
    keys: [usize; 2],
}

impl Columns {
    fn find(header: &StringRecord) -> Result<Columns, &'static str> {
        let place = |name: &'static str| header.iter().position(|cell| cell.trim() == name).ok_or(name);
        Ok(Columns {
            user: place("user")?,
            arn: place("arn")?,
            password: place("password_enabled")?,
            mfa: place("mfa_active")?,
            keys: [place("access_key_1_active")?, place("access_key_2_active")?],
        })
    }

    fn root(&self, row: &StringRecord) -> RootRow {
        let flag = |column: usize| match row.get(column).map(str::trim) {
            Some(cell) if cell.eq_ignore_ascii_case("true") => Some(true),
            Some(cell) if cell.eq_ignore_ascii_case("false") => Some(false),
            Some(_) | None => None,
        };
        RootRow {
            mfa_active: flag(self.mfa),
            password_enabled: flag(self.password),
            access_key_active: self.keys.into_iter().any(|key| flag(key) == Some(true)),
        }
    }
}
