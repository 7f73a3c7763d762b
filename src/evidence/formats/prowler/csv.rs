//! Prowler's CSV, of all checks or of one compliance framework. The column names differ between versions.

use super::super::reading::Reading;
use super::super::table::Table;
use super::row::{Others, Row, add, first_of};
use crate::evidence::problem;

const ID: &[&str] = &["CHECK_ID", "CHECKID"];
const STATUS: &[&str] = &["STATUS"];
const MUTED: &[&str] = &["MUTED"];
const REGION: &[&str] = &["REGION"];
const ACCOUNT: &[&str] = &["ACCOUNT_UID", "ACCOUNT_ID", "ACCOUNTID"];
const RESOURCE: &[&str] = &["RESOURCE_UID", "RESOURCE_ARN"];
const NAME: &[&str] = &["RESOURCE_NAME", "RESOURCE_ID", "RESOURCEID"];
const PROVIDER: &[&str] = &["PROVIDER"];
const TIME: &[&str] = &["TIMESTAMP", "ASSESSMENT_START_TIME", "ASSESSMENTDATE"];
/// Columns that identify a table of Prowler: of versions 4 and 5, of version 3, of a compliance framework.
const TYPICAL_COLUMNS: [&str; 4] = ["FINDING_UID", "FINDING_UNIQUE_ID", "ASSESSMENTDATE", "STATUS_EXTENDED"];

/// "False" as spreadsheets in several languages write it; any other word may mean "true".
const NOT_MUTED: [&str; 7] = ["", "false", "falsch", "faux", "falso", "0", "no"];

/// Whether a header line is that of Prowler's CSV; a spreadsheet may have changed the delimiter.
pub(in super::super) fn is_csv(header: &str) -> bool {
    let has_any = |names: &[&str]| names.iter().any(|name| header.contains(name));
    has_any(ID) && has_any(STATUS) && has_any(&TYPICAL_COLUMNS)
}

/// Reads the CSV.
pub(in super::super) fn read_csv(reading: &mut Reading<'_>, text: &str) {
    let table = Table::read(text);
    let [id, status, muted, region, account, resource, name, provider, time] =
        [ID, STATUS, MUTED, REGION, ACCOUNT, RESOURCE, NAME, PROVIDER, TIME].map(|names| table.column(names));
    let (mut checks, mut others) = (Vec::new(), Others::default());
    let mut is_partial = false;
    for row in table.rows() {
        // Too few cells: the row was cut off, or a spreadsheet left out empty cells. Too many: no cell is reliably in
        // its column.
        let has_more =
            (table.width()..row.len()).any(|place| row.cell(Some(place)).is_some_and(|cell| !cell.is_empty()));
        if row.len() < table.width() || has_more {
            if !is_partial {
                reading.problems.push(problem::cut_row(reading.file, row.line, row.len(), table.width()));
            }
            is_partial = true;
            if has_more {
                continue;
            }
        }
        let cell = |column| row.cell(column).unwrap_or_default();
        let row = Row {
            provider: cell(provider),
            id: cell(id),
            status: cell(status),
            is_muted: !NOT_MUTED.iter().any(|word| cell(muted).eq_ignore_ascii_case(word)),
            region: cell(region),
            account: cell(account),
            resource: first_of(cell(resource), cell(name)),
            // An empty cell counts as an unreadable date.
            at: if time.is_some() { first_of(cell(time), "-") } else { "" },
        };
        others.keep(row, &mut checks);
    }
    add(reading, checks, is_partial, &others);
}
