//! The progress report: a real document on A4 or Letter.

use crate::assessment::Status;
use crate::browser;
use crate::browser::element::{El, el};
use crate::catalogue;
use crate::i18n::{Locale, Text};
use crate::report::{Report, Row, report as make};
use crate::ui::parts::basics::{button, h1, h2, p};
use crate::ui::parts::marks::severity;
use crate::ui::parts::ring::ring;
use crate::ui::parts::source;
use crate::ui::state::AppState;
use crate::ui::text::{self as words, home as home_text, report as text};
use leptos::prelude::*;

pub(crate) fn report(app: AppState, locale: Locale) -> Vec<El> {
    let print = button("btn", text::PRINT.get(locale), browser::print);
    let sheet = el("div").live(move || {
        app.assessment.with(|a| vec![sheet(app, &make(catalogue::all(), &a.current, app.now()), locale)])
    });
    vec![el("div").class("noprint tools-row").child(print), sheet]
}

fn sheet(app: AppState, report: &Report<'_>, locale: Locale) -> El {
    let name = if report.name.is_empty() { text::UNNAMED.get(locale) } else { report.name };
    let made = p("quiet", &words::date(app.local_date(report.made_at), locale))
        .text(" · ")
        .text(text::MADE_BY.get(locale))
        .text(" ")
        .child(el("span").class("blank"));
    let title = el("div")
        .child(p("quiet small", text::SERIES.get(locale)))
        .child(h1(text::TITLE.get(locale)))
        .child(p("", name))
        .child(made);
    let level = home_text::level(report.standing, locale);
    let summary = text::summary(&report.score, &level, report.next.map(|control| control.title), locale);
    let standing = el("section").child(h2(text::STANDING.get(locale))).child(p("", &summary));
    let formula = el("section")
        .class("blk")
        .child(h2(text::HOW.get(locale)))
        .child(p("small", &text::formula(&report.score, locale)));
    el("article")
        .class("sheet")
        .child(el("header").class("head").child(title).child(ring(app, locale)))
        .child(el("div").class("columns").child(standing).child(sections(report, locale)))
        .child(h2(text::EACH.get(locale)))
        .child(rows(app, report, locale))
        .child(formula)
}

fn table(class: &str, columns: &[Text], rows: impl Iterator<Item = El>, locale: Locale) -> El {
    let heads = columns.iter().map(|column| el("th").attr("scope", "col").text(column.get(locale)));
    el("table").class(class).child(el("thead").child(el("tr").children(heads))).child(el("tbody").children(rows))
}

fn sections(report: &Report<'_>, locale: Locale) -> El {
    let lines = report.sections.iter().map(|line| {
        let count = format!("{} / {}", line.mandatory.done, line.mandatory.applicable);
        el("tr").child(el("td").text(line.section.title().get(locale))).child(el("td").class("num").text(&count))
    });
    table("", &[text::SECTION, text::DONE], lines, locale)
}

fn rows(app: AppState, report: &Report<'_>, locale: Locale) -> El {
    let columns = [text::SEVERITY, text::CONTROL, text::STATUS, text::BASIS];
    table("controls", &columns, report.rows.iter().map(|line| row(app, line, locale)), locale)
}

fn row(app: AppState, row: &Row<'_>, locale: Locale) -> El {
    let control = row.control;
    let detail =
        |label: Text, value: Option<&str>| value.map(|value| p("small", label.get(locale)).text(": ").text(value));
    let answer = row.answer;
    let review = answer.and_then(|answer| answer.review_by).map(|date| words::date(date, locale));
    let told = el("td")
        .child(el("b").text(control.title.get(locale)))
        .children(answer.and_then(source::summary).map(|summary| p("small", summary.get(locale))))
        .children(detail(words::control::REASON, answer.and_then(|answer| answer.reason.as_deref())))
        .children(detail(words::control::REVIEW_BY, review.as_deref()))
        .children(detail(text::NOTE, answer.and_then(|answer| answer.note.as_deref())));
    let given = answer.filter(|answer| answer.status != Status::Unanswered);
    let basis = given.map(|answer| {
        let date = words::date(app.local_date(answer.since()), locale);
        let stale = row.stale.then(|| p("small", words::checklist::CHECK_AGAIN.get(locale)));
        el("div").child(p("", source::by(answer).get(locale))).child(p("small", &date)).children(stale)
    });
    el("tr")
        .class("blk")
        .child(el("td").child(severity(control.severity, locale)))
        .child(told)
        .child(el("td").text(row.status.title().get(locale)))
        .child(el("td").children(basis))
}
