//! The progress report as a document.

use super::node::{Node, node, words};
use super::{Report, Row, words as text};
use crate::assessment::{Source, Status};
use crate::i18n::{Locale, Text};
use crate::time::{Date, Timestamp};

/// Lays the report out; `local` gives the date of a moment where the person is.
#[must_use]
pub fn sheet(report: &Report<'_>, local: &dyn Fn(Timestamp) -> Date, locale: Locale) -> Node {
    let name = if report.name.is_empty() { text::UNNAMED.get(locale) } else { report.name };
    let made = words("p", "quiet", &text::date(local(report.made_at), locale))
        .text(" · ")
        .text(text::MADE_BY.get(locale))
        .text(" ")
        .child(node("span", "blank"));
    let title = node("div", "")
        .child(words("p", "quiet small", text::SERIES.get(locale)))
        .child(words("h2", "title", text::TITLE.get(locale)))
        .child(words("p", "", name))
        .child(made);
    let level = text::level(report.standing, locale);
    let summary = text::summary(&report.score, &level, report.next.map(|control| control.title), locale);
    let standing =
        node("section", "").child(words("h3", "", text::STANDING.get(locale))).child(words("p", "", &summary));
    let formula = node("section", "blk").child(words("h3", "", text::HOW.get(locale))).child(words(
        "p",
        "small",
        &text::formula(&report.score, locale),
    ));
    node("article", "sheet")
        .child(node("header", "head").child(title).child(node("ring", "")))
        .child(node("div", "columns").child(standing).child(sections(report, locale)))
        .child(words("h3", "", text::EACH.get(locale)))
        .child(rows(report, local, locale))
        .child(formula)
}

/// A table with a row of headings.
pub(super) fn table(class: &'static str, columns: &[Text], rows: impl Iterator<Item = Node>, locale: Locale) -> Node {
    let heads = columns.iter().map(|column| words("th", "", column.get(locale)));
    let head = node("thead", "").child(node("tr", "").children(heads));
    node("table", class).child(head).child(node("tbody", "").children(rows))
}

fn sections(report: &Report<'_>, locale: Locale) -> Node {
    let lines = report.sections.iter().map(|line| {
        let count = format!("{} / {}", line.mandatory.done, line.mandatory.applicable);
        node("tr", "").child(words("td", "", line.section.title().get(locale))).child(words("td", "num", &count))
    });
    table("", &[text::SECTION, text::DONE], lines, locale)
}

fn rows(report: &Report<'_>, local: &dyn Fn(Timestamp) -> Date, locale: Locale) -> Node {
    let columns = [text::SEVERITY, text::CONTROL, text::STATUS, text::BASIS];
    table("controls", &columns, report.rows.iter().map(|line| row(line, local, locale)), locale)
}

fn row(row: &Row<'_>, local: &dyn Fn(Timestamp) -> Date, locale: Locale) -> Node {
    let control = row.control;
    let detail = |label: Text, value: Option<&str>| {
        value.map(|value| words("p", "small", label.get(locale)).text(": ").text(value))
    };
    let answer = row.answer;
    let day = |date: Option<Date>| date.map(|date| text::date(date, locale));
    let review = day(answer.and_then(|answer| answer.review_by));
    let due = day(answer.and_then(|answer| answer.due));
    let summary = answer.and_then(|answer| match &answer.source {
        Source::Person => None,
        Source::Evidence(evidence) => Some(words("p", "small", evidence.summary.get(locale))),
    });
    let told = node("td", "")
        .child(words("b", "", control.title.get(locale)))
        .children(summary)
        .children(detail(text::REASON, answer.and_then(|answer| answer.reason.as_deref())))
        .children(detail(text::REVIEW_BY, review.as_deref()))
        .children(detail(text::OWNER, answer.and_then(|answer| answer.owner.as_deref())))
        .children(detail(text::DUE, due.as_deref()))
        .children(detail(text::NOTE, answer.and_then(|answer| answer.note.as_deref())));
    let given = answer.filter(|answer| answer.status != Status::Unanswered);
    let basis = given.map(|answer| {
        let stale = row.stale.then(|| words("p", "small", text::CHECK_AGAIN.get(locale)));
        node("div", "")
            .child(words("p", "", text::by(answer).get(locale)))
            .child(words("p", "small", &text::date(local(answer.since()), locale)))
            .children(stale)
    });
    node("tr", "blk")
        .child(node("td", "").child(words("severity", control.severity.id(), control.severity.title().get(locale))))
        .child(told)
        .child(words("td", "", row.status.title().get(locale)))
        .child(node("td", "").children(basis))
}
