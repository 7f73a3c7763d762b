//! The layout of the progress report. The first page is complete on its own, because managers often read only that one.

use super::comparison::overdue;
use super::reader::Reader;
use super::report_rows::rows;
use super::tree::{Node, node, table, words};
use super::{Report, SectionLine, chart, report_words as own, words as text};
use crate::assessment::Status;
use crate::assessment::score::Count;
use crate::base::i18n::{Locale, Text};
use crate::content::catalogue::{Control, all};

/// Lays out the report.
#[must_use]
pub fn report_document(report: &Report<'_>, reader: Reader<'_>) -> Node {
    let class = if report.options.is_letter { "document report paper-letter" } else { "document report paper-a4" };
    // The reading guide and the signatures must stay on one page.
    let closing = node("section", "blk").children(reading_guide(reader)).child(signatures(report, reader));
    node("article", class).child(cover(report, reader)).children(rows(report, reader)).child(closing)
}

fn reading_guide(reader: Reader<'_>) -> [Node; 2] {
    let lines = own::READING_LINES.iter().map(|line| words("li", "", reader.get(*line)));
    [words("h3", "", reader.get(own::READING)), node("ul", "small").children(lines)]
}

/// The profile's name, or the default name.
pub(super) fn name<'a>(report: &Report<'a>, locale: Locale) -> &'a str {
    if report.profile.name.is_empty() { text::UNNAMED.get(locale) } else { &report.profile.name }
}

fn cover(report: &Report<'_>, reader: Reader<'_>) -> Node {
    let title = node("div", "")
        .child(words("p", "quiet small", reader.get(text::SERIES)))
        .child(words("h2", "title", reader.get(text::TITLE)))
        .child(about(report, reader));
    let formula = node("section", "blk").child(words("h3", "", reader.get(text::HOW))).child(words(
        "p",
        "small",
        &text::formula(&report.score, reader.locale),
    ));
    node("section", "cover")
        .child(node("header", "head").child(title).child(node("ring", "")))
        .child(summary_line(report, reader))
        .child(node("div", "columns").child(sections(report, reader)).child(next(report, reader)))
        .child(formula)
}

/// The title block.
fn about(report: &Report<'_>, reader: Reader<'_>) -> Node {
    let line = |name: Text, value: Node| [words("dt", "", reader.get(name)), node("dd", "").child(value)];
    let text = |value: &str| Node::Text(value.to_owned());
    let by = report.options.by;
    let by = if by.is_empty() { node("span", "blank") } else { text(by) };
    let account = report.account();
    let account = (!account.is_empty()).then(|| line(own::ACCOUNT, text(account)));
    node("dl", "about")
        .children(line(own::PROFILE, text(name(report, reader.locale))))
        .children(account.into_iter().flatten())
        .children(line(own::MADE_ON, text(&text::date(report.today, reader.locale))))
        .children(line(text::MADE_BY, by))
}

/// The account's level, score and counts in words.
fn summary_line(report: &Report<'_>, reader: Reader<'_>) -> Node {
    let locale = reader.locale;
    let level = text::level(report.level_progress, locale);
    let statuses = Status::CHOICES.into_iter().chain([Status::Unanswered]);
    let count = |status: Status| (status.title(), report.rows.iter().filter(|row| row.status == status).count());
    let parts: Vec<_> = statuses.map(count).filter(|(_, count)| *count > 0).collect();
    let late = overdue(all(), report.profile, report.made_at, report.today).len();
    let late = (late > 0).then(|| words("p", "small", &own::late(late, locale)));
    let findings = report.options.findings.as_ref();
    let findings = findings.map(|findings| words("p", "small", &own::must_fix(findings, locale)));
    let summary = node("section", "")
        .child(words("h3", "", reader.get(text::STANDING)))
        .child(words("p", "", &text::summary(&report.score, &level, locale)))
        .child(words("p", "small", &own::parts(report.rows.len(), &parts, locale)))
        .children(late)
        .children(findings);
    let trend = chart::trend(report.profile)
        .map(|_| node("section", "").child(words("h3", "", reader.get(own::TREND))).child(node("trend", "")));
    node("div", if trend.is_some() { "columns" } else { "alone" }).child(summary).children(trend)
}

fn sections(report: &Report<'_>, reader: Reader<'_>) -> Node {
    let ratio = |count: Count| match count.applicable {
        0 => "–".to_owned(),
        all => format!("{} / {all}", count.done),
    };
    let row = |section: &str, mandatory: Count, recommended: Count| {
        node("tr", "").child(words("td", "", section)).child(words("td", "num", &ratio(mandatory))).child(words(
            "td",
            "num",
            &ratio(recommended),
        ))
    };
    let line = |line: &SectionLine| row(reader.get(line.section.title()), line.mandatory, line.recommended);
    let columns = [text::SECTION, own::MANDATORY, own::RECOMMENDED];
    node("section", "").child(words("h3", "", reader.get(own::BY_SECTION))).child(table(
        "",
        &columns,
        report.sections.iter().map(line),
        reader.locale,
    ))
}

fn next(report: &Report<'_>, reader: Reader<'_>) -> Node {
    let action = |control: &&Control| {
        let cost = if control.free { text::FREE } else { text::PAID };
        let facts = format!(
            "{} · {} · {}",
            reader.get(control.severity.title()),
            text::minutes(control.effort_minutes, reader.locale),
            reader.get(cost)
        );
        node("li", "").child(words("b", "", reader.get(control.title))).child(words("p", "small quiet", &facts))
    };
    let actions: Vec<Node> = report.next.iter().map(action).collect();
    let section = node("section", "").child(words("h3", "", reader.get(own::NEXT)));
    if actions.is_empty() {
        return section.child(words("p", "", reader.get(own::NOTHING_LEFT)));
    }
    section.child(node("ol", "actions").children(actions))
}

/// The signature lines.
fn signatures(report: &Report<'_>, reader: Reader<'_>) -> Node {
    let by = report.options.by;
    let line = |name: Text| {
        node("p", "sign").child(words("span", "", reader.get(name))).text(" ").child(node("span", "blank"))
    };
    let by = if by.is_empty() { node("span", "blank") } else { words("span", "blank", by) };
    let made = node("p", "sign").child(words("span", "", reader.get(text::MADE_BY))).text(" ").child(by);
    node("div", "")
        .child(words("h3", "", reader.get(own::SIGNATURES)))
        .child(made)
        .child(line(own::CHECKED_BY))
        .child(line(own::SIGNED_ON))
}
