//! The controls in the report by kind: done (with the basis), open, risk accepted, not applicable.

use super::reader::Reader;
use super::tree::{Node, node, table, words};
use super::{Findings, Report, Row, report_words as own, words as text};
use crate::assessment::{Answer, Status};
use crate::base::i18n::Text;
use crate::base::time::Date;
use crate::content::catalogue::must_fix::MustFix;

/// The maximum length of a reason and of an owner's name in the summary, in characters, to keep it short.
const REASON: usize = 90;
const NAME: usize = 24;

/// How many must-fix controls the summary lists with their titles.
const FIRST: usize = 12;

/// One section for each kind that has rows.
pub(super) fn rows(report: &Report<'_>, reader: Reader<'_>) -> Vec<Node> {
    let renderer = RowRenderer { is_full: report.options.is_full, today: report.today, reader };
    let kind = |title: Text, columns: &[Text], matches: fn(Status) -> bool, cells: &dyn Fn(&Row<'_>) -> Vec<Node>| {
        let rows: Vec<_> = report.rows_of(matches).collect();
        let heading = words("h3", "", &own::counted(title, rows.len(), reader.locale));
        let table_rows = rows.iter().map(|row| node("tr", "").children(cells(row)));
        // Notes need a wider first column.
        let class = if renderer.is_full { "controls noted" } else { "controls" };
        let table = table(class, columns, table_rows, reader.locale);
        (!rows.is_empty()).then(|| node("section", "").child(heading).child(table))
    };
    let done = [text::CONTROL, text::SEVERITY, text::BASIS, own::CHECKED_ON];
    let open = [text::CONTROL, text::SEVERITY, text::STATUS, text::OWNER, text::DUE];
    let risks = [text::CONTROL, text::SEVERITY, text::REASON, text::REVIEW_BY];
    let not_applicable = [text::CONTROL, text::SEVERITY, text::REASON];
    let kinds = [
        kind(own::DONE, &done, |status| status == Status::Done, &|row| renderer.done(row)),
        kind(own::OPEN, &open, Status::is_open, &|row| renderer.open(row)),
        kind(own::RISKS, &risks, |status| status == Status::RiskAccepted, &|row| renderer.risk(row)),
        kind(own::NOT_APPLICABLE, &not_applicable, |status| status == Status::NotApplicable, &|row| {
            renderer.not_applicable(row)
        }),
    ];
    let findings = report.options.findings.as_ref().map(|findings| renderer.must_fix(findings));
    kinds.into_iter().flatten().chain(findings).collect()
}

/// Renders table cells for rows.
#[derive(Clone, Copy)]
struct RowRenderer<'a> {
    is_full: bool,
    today: Date,
    reader: Reader<'a>,
}

impl RowRenderer<'_> {
    fn done(self, row: &Row<'_>) -> Vec<Node> {
        let evidence = row.answer.and_then(Answer::evidence);
        let collected = evidence.and_then(|evidence| evidence.collected_at).map(|at| {
            words("p", "small quiet", &[self.reader.get(own::COLLECTED_ON), " ", &self.reader.day(at)].concat())
        });
        let basis = row.answer.map(|answer| words("p", "", self.reader.get(text::by(answer))));
        vec![
            self.control(row, self.verdict(row).into_iter().collect(), true),
            self.severity(row),
            node("td", "").children(basis).children(collected),
            self.since(row),
        ]
    }

    fn open(self, row: &Row<'_>) -> Vec<Node> {
        let minutes = self.is_full.then(|| {
            let cost = if row.control.free { text::FREE } else { text::PAID };
            let minutes = text::minutes(row.control.effort_minutes, self.reader.locale);
            words("p", "small quiet", &[&minutes, " · ", self.reader.get(cost)].concat())
        });
        let basis = self.verdict(row).map(|reason| {
            let since = row.answer.map(|answer| self.reader.day(answer.known_at())).unwrap_or_default();
            let by = row.answer.map(|answer| self.reader.get(text::by(answer))).unwrap_or_default();
            reason.child(words("span", "quiet", &[" — ", by, ", ", &since].concat()))
        });
        let due = row.answer.and_then(|answer| answer.due);
        let due = due.map_or_else(|| words("td", "", self.reader.get(own::NOT_SET)), |due| self.date(due));
        let owner = row.answer.and_then(|answer| answer.owner.as_deref()).unwrap_or(self.reader.get(own::NOT_SET));
        let owner = if self.is_full { owner.to_owned() } else { shortened(owner, NAME) };
        vec![
            self.control(row, minutes.into_iter().chain(basis).collect(), false),
            self.severity(row),
            words("td", "line", self.reader.get(row.status.title())),
            words("td", "", &owner),
            due,
        ]
    }

    fn risk(self, row: &Row<'_>) -> Vec<Node> {
        let review = row.answer.and_then(|answer| answer.review_by);
        let mut cells = self.not_applicable(row);
        cells.push(review.map_or_else(|| node("td", ""), |date| self.date(date)));
        cells
    }

    fn not_applicable(self, row: &Row<'_>) -> Vec<Node> {
        let reason = row.answer.and_then(|answer| answer.reason.as_deref()).unwrap_or_default();
        let reason = if self.is_full { reason.to_owned() } else { shortened(reason, REASON) };
        vec![self.control(row, Vec::new(), true), self.severity(row), words("td", "told", &reason)]
    }

    /// What the accepted verdict said, in a full report; none for the person's own answer.
    fn verdict(self, row: &Row<'_>) -> Option<Node> {
        let evidence = row.answer.and_then(Answer::evidence).filter(|_| self.is_full)?;
        Some(words("p", "small", evidence.summary.get(self.reader.locale)))
    }

    /// The cell of a control; a full report adds its owner and its note.
    fn control(self, row: &Row<'_>, first: Vec<Node>, with_owner: bool) -> Node {
        let locale = self.reader.locale;
        let answer = row.answer.filter(|_| self.is_full);
        let line = |label: Text, class: &'static str, value: Option<&str>| {
            value.map(|value| words("p", class, label.get(locale)).text(": ").text(value))
        };
        let owner = answer.filter(|_| with_owner).and_then(|answer| answer.owner.as_deref());
        node("td", "")
            .child(words("b", "", row.control.title.get(locale)))
            .children(first)
            .children(line(text::OWNER, "small", owner))
            .children(line(text::NOTE, "small told", answer.and_then(|answer| answer.note.as_deref())))
    }

    fn severity(self, row: &Row<'_>) -> Node {
        let severity = row.control.severity;
        node("td", "line").child(words("severity", severity.id(), self.reader.get(severity.title())))
    }

    fn since(self, row: &Row<'_>) -> Node {
        let stale = row.stale.then(|| words("p", "small", self.reader.get(text::CHECK_AGAIN)));
        let since = row.answer.map(Answer::since).map(|at| words("p", "", &self.reader.day(at)));
        node("td", "line").children(since).children(stale)
    }

    fn date(self, date: Date) -> Node {
        let passed = (date < self.today).then(|| words("p", "small", self.reader.get(own::OVERDUE)));
        node("td", "line").child(words("p", "", &text::date(date, self.reader.locale))).children(passed)
    }

    fn must_fix(self, findings: &Findings) -> Node {
        let locale = self.reader.locale;
        let section = node("section", "")
            .child(words("h3", "", &own::counted(own::MUST_FIX, findings.failed.len(), locale)))
            .child(words("p", "small", &own::must_fix(findings, locale)));
        if findings.failed.is_empty() {
            return section;
        }
        if !self.is_full {
            return section.children(first_failed(findings, self.reader));
        }
        let row = |(control, failed): &(&'static MustFix, Vec<String>)| {
            let title = words("td", "", control.id).text(" ").text(control.title.get(locale));
            let severity = words("severity", control.severity.id(), control.severity.title().get(locale));
            let failed = failed.iter().map(|resource| words("p", "small id", resource));
            node("tr", "").child(title).child(node("td", "line").child(severity)).child(node("td", "").children(failed))
        };
        let columns = [own::HUB_CONTROL, text::SEVERITY, own::FAILED];
        section.child(table("controls", &columns, findings.failed.iter().map(row), locale))
    }
}

/// The first failed controls with titles, and only the ids of the others, to keep the summary short.
fn first_failed(findings: &Findings, reader: Reader<'_>) -> Vec<Node> {
    let line = |(control, _): &(&MustFix, Vec<String>)| {
        node("li", "").child(words("b", "", control.id)).text(" ").text(reader.get(control.title))
    };
    let list = node("ul", "two small").children(findings.failed.iter().take(FIRST).map(line));
    let others: Vec<&str> = findings.failed.iter().skip(FIRST).map(|(control, _)| control.id).collect();
    let others = (!others.is_empty()).then(|| words("p", "small", &own::others(&others, reader.locale)));
    std::iter::once(list).chain(others).collect()
}

/// A text on one line, cut to `length` characters.
fn shortened(text: &str, length: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(length) {
        Some((end, _)) => [line.get(..end).unwrap_or_default(), "…"].concat(),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(shortened("a\n b", 3), "a b");
        assert_eq!(shortened("守りを", 2), "守り…");
        assert_eq!(shortened("守り", 2), "守り");
    }
}
