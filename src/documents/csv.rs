//! The report as CSV for a spreadsheet: one row per control, in the reader's language.
//!
//! For Excel: UTF-8 with a byte order mark, and CR LF line ends.
//!
//! **Invariant:** no cell is read as a formula, whatever text it contains.

use super::reader::Reader;
use super::{Report, Row, report_words as own, words as text};
use crate::assessment::{Answer, Status};
use crate::base::i18n::{Text, t};
use csv::{Terminator, WriterBuilder};

/// Excel needs the mark to detect UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The column headings, in order. The first must not be `ID`: Excel reads a file that starts with it as SYLK.
const COLUMNS: [Text; 18] = [
    t("対策の ID", "Control ID"),
    t("対策", "Control"),
    t("区分", "Section"),
    t("重要度", "Severity"),
    t("必須・推奨", "Mandatory or recommended"),
    t("レベル", "Level"),
    t("状態", "Status"),
    t("根拠", "Basis"),
    t("証拠の収集日", "Evidence collected"),
    t("判定の理由", "Reason for the verdict"),
    t("確認日", "As of"),
    t("もう一度確認", "Check again"),
    t("担当", "Owner"),
    t("期限", "Due"),
    t("理由", "Reason"),
    t("見直す日", "Review on"),
    t("メモ", "Note"),
    t("所要時間(分)", "Minutes"),
];
const CHECK_AGAIN: Text = t("要", "yes");

/// Writes the report.
#[must_use]
pub fn csv(report: &Report<'_>, reader: Reader<'_>) -> String {
    let head = COLUMNS.map(|column| reader.get(column).to_owned());
    written(std::iter::once(head).chain(report.rows.iter().map(|row| cells(row, reader))))
}

/// Writes rows of cells, each escaped by `inert`.
pub(super) fn written<const N: usize>(rows: impl IntoIterator<Item = [String; N]>) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    for cells in rows {
        // Writing to memory cannot fail, and all rows have the same length.
        let _ = writer.write_record(cells.map(|cell| inert(&cell)));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn cells(row: &Row<'_>, reader: Reader<'_>) -> [String; COLUMNS.len()] {
    let control = row.control;
    let answer = row.answer.filter(|_| row.status != Status::Unanswered);
    let evidence = answer.and_then(Answer::evidence);
    let kind = if control.mandatory { own::MANDATORY } else { own::RECOMMENDED };
    let word = |text: Option<Text>| text.map(|text| reader.get(text).to_owned()).unwrap_or_default();
    let date = |date: Option<crate::base::time::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let local = |at: Option<crate::base::time::Timestamp>| date(at.map(|at| (reader.local)(at)));
    // Owner, due date and note can exist for a control that has no answer yet.
    let text_of = |pick: fn(&Answer) -> Option<&String>| row.answer.and_then(pick).cloned().unwrap_or_default();
    [
        control.id.to_owned(),
        word(Some(control.title)),
        word(Some(control.section.title())),
        word(Some(control.severity.title())),
        word(Some(kind)),
        control.level.map(|level| level.to_string()).unwrap_or_default(),
        word(Some(row.status.title())),
        word(answer.map(text::by)),
        local(evidence.and_then(|evidence| evidence.collected_at)),
        evidence.map(|evidence| evidence.summary.get(reader.locale).to_owned()).unwrap_or_default(),
        local(answer.map(Answer::since)),
        word(row.stale.then_some(CHECK_AGAIN)),
        text_of(|answer| answer.owner.as_ref()),
        date(row.answer.and_then(|answer| answer.due)),
        text_of(|answer| answer.reason.as_ref()),
        date(row.answer.and_then(|answer| answer.review_by)),
        text_of(|answer| answer.note.as_ref()),
        control.effort_minutes.to_string(),
    ]
}

/// Makes sure that spreadsheets do not read the cell as a formula: prefixes an apostrophe if it starts like one.
/// Full-width signs count too, because Excel accepts them.
fn inert(cell: &str) -> String {
    let starts_with_break = cell.starts_with(['\t', '\r', '\n']);
    let trimmed = cell.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}');
    if starts_with_break || trimmed.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        return ["'", cell].concat();
    }
    cell.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, csv, inert};
    use crate::assessment::Profile;
    use crate::base::i18n::Locale;
    use crate::base::time::Timestamp;
    use crate::content::catalogue::all;
    use crate::documents::reader::Reader;
    use crate::documents::{ReportOptions, report};
    use proptest::prelude::{any, proptest};

    fn report_with(note: &str) -> String {
        let now = Timestamp::parse("2026-11-23T12:00:00Z").unwrap();
        let mut profile = Profile::default();
        profile.record_note("iam-root-mfa", note, now).unwrap();
        let report = report(all(), &profile, ReportOptions::default(), (now, now.date()));
        csv(&report, Reader { locale: Locale::En, local: &Timestamp::date })
    }

    #[test]
    fn what_looks_like_a_formula_is_text() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u{a0}=1", "　＝1", "\u{0}=1"]
        {
            assert_eq!(inert(formula), format!("'{formula}"));
        }
        for text in ["", "a=1", "'=1", "2026-11-23", "1", "・=1"] {
            assert_eq!(inert(text), text);
        }
    }

    #[test]
    fn excel_knows_it_by_its_mark_and_its_lines() {
        let text = report_with("=HYPERLINK(\"http://x\")");
        assert!(text.starts_with("\u{feff}Control ID,Control,"));
        assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
        assert!(text.contains(",\"'=HYPERLINK(\"\"http://x\"\")\","));
        assert_eq!(text.lines().count(), all().len() + 1);
    }

    proptest! {
        #[test]
        fn any_note_comes_back_as_it_was_or_inert(note in any::<String>()) {
            let text = report_with(&note.replace("://", ""));
            let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
            let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
            assert_eq!(rows.len(), all().len());
            for cell in rows.iter().flatten() {
                assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell}");
            }
            assert!(rows.iter().all(|row| row.len() == COLUMNS.len()));
        }
    }
}
