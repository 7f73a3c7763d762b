//! The IAM credential report: CSV as downloaded, or base64 inside the JSON of `get-credential-report`.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html>
//!
//! Columns are found by name: reports have 22 or 23 of them, and AWS may add more.

use super::reading::Reading;
use super::table::{Row, Table};
use crate::base::json::Json;
use crate::base::secrets;
use crate::base::time::Timestamp;
use crate::evidence::facts::{CredentialKey, CredentialReport, CredentialRow, Format, Origin, When};
use crate::evidence::{calls, problem};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Base64 of `user,arn,`.
const BASE64_START: &str = "dXNlcixhcm4s";
const ROOT: &str = "<root_account>";

/// Whether a header line is that of a credential report; a spreadsheet may have changed the delimiter.
pub(super) fn is_csv(header: &str) -> bool {
    header.trim_start_matches('"').starts_with("user") && header.contains("mfa_active")
}

/// Whether a line starts like a report in base64.
pub(super) fn is_base64(line: &str) -> bool {
    line.trim_start_matches('"').starts_with(BASE64_START)
}

/// The report as printed by `--query Content --output text`.
pub(super) fn from_base64(text: &str) -> Option<String> {
    let text = text.trim_matches('"');
    if !text.starts_with(BASE64_START) {
        return None;
    }
    let joined: String = text.split_whitespace().collect();
    String::from_utf8(STANDARD.decode(joined).ok()?).ok()
}

/// Reads the report in the JSON of `get-credential-report`; its content is base64, or already decoded by a program.
pub(super) fn read_json(reading: &mut Reading<'_>, value: &Json) {
    let generated = match value.get("GeneratedTime") {
        // An unreadable date counts as an old one.
        Some(date) => Timestamp::of_json(date).or(Some(Timestamp::UNIX_EPOCH)),
        None => reading.collected_at,
    };
    let content = value.words("Content");
    // Python prints bytes as b'…', with escaped line breaks.
    let bytes =
        content.strip_prefix("b'").or_else(|| content.strip_prefix("b\"")).map(|rest| rest.replace("\\n", "\n"));
    let plain = bytes.as_deref().map(|rest| rest.trim_end_matches(['\'', '"'])).unwrap_or(content);
    if is_csv(plain.lines().next().unwrap_or_default()) {
        read(reading, plain, generated);
    } else if let Some(csv) = from_base64(content) {
        read(reading, &csv, generated);
    } else {
        reading.problems.push(problem::no_content(reading.file));
    }
}

/// Reads the CSV; if its rows belong to several accounts, each account gets its own report.
pub(super) fn read(reading: &mut Reading<'_>, text: &str, collected_at: Option<Timestamp>) {
    // Secrets are removed from every file when it is read, but not from base64.
    let cut = secrets::cut(text);
    reading.problems.extend(cut.found.iter().map(|found| problem::secret(reading.file, *found)));

    let table = Table::read(&cut.text);
    let columns = match Columns::find(&table) {
        Ok(columns) => columns,
        Err(missing) => {
            reading.problems.push(problem::missing_column(reading.file, missing));
            return;
        }
    };
    reading.note(Format::CredentialReport.title());
    let mut origin = reading.origin(Format::CredentialReport);
    origin.collected_at = collected_at;
    let mut reports: Vec<CredentialReport> = Vec::new();
    for row in table.rows() {
        // A row that is cut off names no account.
        let account = row.cell(columns.arn).and_then(calls::account_of).map(str::to_owned);
        let same =
            |report: &CredentialReport| account.is_none() || report.account.is_none() || report.account == account;
        let place = reports.iter().position(same).unwrap_or(reports.len());
        if place == reports.len() {
            reports.push(empty(origin.clone()));
        }
        let Some(report) = reports.get_mut(place) else {
            continue;
        };
        report.account = report.account.take().or(account);
        add(reading, report, &columns, row, table.width());
    }
    if table.rows().is_empty() {
        reading.problems.push(problem::header_only(reading.file));
        reports.push(empty(origin));
    }
    reading.facts.credential_reports.append(&mut reports);
}

fn empty(origin: Origin) -> CredentialReport {
    CredentialReport { origin, account: None, root: None, users: Vec::new(), is_mixed: false, cut_at_line: None }
}

fn add(reading: &mut Reading<'_>, report: &mut CredentialReport, columns: &Columns, row: &Row, width: usize) {
    if row.len() < width && report.cut_at_line.is_none() {
        reading.problems.push(problem::cut_row(reading.file, row.line, row.len(), width));
        report.cut_at_line = Some(row.line);
    }
    // Two rows in one: the line break between them was lost, so the user of the second row is missing.
    let has_more = (width..row.len()).any(|column| row.cell(Some(column)).is_some_and(|cell| !cell.is_empty()));
    if has_more {
        report.cut_at_line = report.cut_at_line.or(Some(row.line));
    }
    let read = columns.row(row);
    if read.user == ROOT {
        report.is_mixed |= report.root.is_some();
        report.root = Some(read);
    } else {
        report.users.push(read);
    }
}

type Column = Option<usize>;

struct Columns {
    user: Column,
    arn: Column,
    created: Column,
    password: Column,
    password_last_used: Column,
    password_last_changed: Column,
    mfa: Column,
    keys: [[Column; 3]; 2],
    more: Column,
}

impl Columns {
    /// Finds the columns; the error is the first required column that is missing.
    fn find(table: &Table) -> Result<Columns, &'static str> {
        let optional = |name: &'static str| table.column(&[name]);
        let required = |name: &'static str| optional(name).map(Some).ok_or(name);
        Ok(Columns {
            user: required("user")?,
            arn: required("arn")?,
            created: optional("user_creation_time"),
            password: required("password_enabled")?,
            password_last_used: optional("password_last_used"),
            password_last_changed: optional("password_last_changed"),
            mfa: required("mfa_active")?,
            keys: [
                [
                    required("access_key_1_active")?,
                    optional("access_key_1_last_rotated"),
                    optional("access_key_1_last_used_date"),
                ],
                [
                    required("access_key_2_active")?,
                    optional("access_key_2_last_rotated"),
                    optional("access_key_2_last_used_date"),
                ],
            ],
            more: optional("additional_credentials_info"),
        })
    }

    fn row(&self, row: &Row) -> CredentialRow {
        let flag = |column: Column| match row.cell(column) {
            Some(cell) if cell.eq_ignore_ascii_case("true") => Some(true),
            Some(cell) if cell.eq_ignore_ascii_case("false") => Some(false),
            Some(_) | None => None,
        };
        let when = |column: Column| match row.cell(column) {
            Some("N/A" | "no_information" | "not_supported") => When::Never,
            Some(date) => Timestamp::parse(date).map_or(When::Unreadable, When::At),
            None => When::Unreadable,
        };
        let is_not_empty = |cell: &str| {
            !(matches!(cell, "" | "N/A" | "not_supported" | "no_information") || cell.eq_ignore_ascii_case("false"))
        };
        CredentialRow {
            user: row.cell(self.user).unwrap_or_default().to_owned(),
            created: when(self.created),
            password_enabled: flag(self.password),
            password_last_used: when(self.password_last_used),
            password_last_changed: when(self.password_last_changed),
            mfa_active: flag(self.mfa),
            keys: self.keys.map(|[active, last_rotated, last_used]| CredentialKey {
                active: flag(active),
                last_rotated: when(last_rotated),
                last_used: when(last_used),
            }),
            has_more: row.cell(self.more).is_some_and(is_not_empty),
        }
    }
}
