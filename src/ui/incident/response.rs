//! Additions to two controls of the response section: the response-team sheet, and the guide for too many
//! notifications.

use crate::assessment::Table;
use crate::base::i18n::{Locale, Text};
use crate::base::json::Json;
use crate::browser;
use crate::browser::element::{Element, el};
use crate::content::topics::{Topic, steps_cli};
use crate::ui::core::autosaved_field::{TableField, autosaved_field};
use crate::ui::core::command::{command_blocks, fields};
use crate::ui::core::state::AppState;
use crate::ui::core::topic_view::topic_view;
use crate::ui::incident::words as text;
use crate::ui::kit::basics::{button, p, section};
use crate::ui::kit::console_label::with_console_labels;

/// The control with the sheet, and the one with the guide.
pub(crate) const CONTROLS: [&str; 2] = ["guardduty-findings-triaged", "guardduty-suppression-narrow"];

/// Whether a control has an addition.
pub(crate) fn belongs_to(control: &str) -> bool {
    CONTROLS.contains(&control)
}

/// The addition below a control; none for most controls.
pub(crate) fn below(app: AppState, control: &str, locale: Locale) -> Option<Element> {
    let [sheet, guide] = CONTROLS;
    if control == sheet {
        Some(topic_view(app, Topic::Incident, locale, move |file| {
            file.get("team").map(|team| team_sheet(app, team, locale)).into_iter().collect()
        }))
    } else if control == guide {
        Some(topic_view(app, Topic::Incident, locale, move |file| vec![too_many(app, file, locale)]))
    } else {
        None
    }
}

fn team_sheet(app: AppState, team: &Json, locale: Locale) -> Element {
    let rows = team.items("fields").iter().map(|field| {
        let id = ["team-", field.words("id")].concat();
        let input = el("input").attr("type", "text").attr("autocomplete", "off");
        let place = TableField { app, table: Table::ResponseTeam, key: field.words("id").to_owned() };
        let label = el("label").attr("for", &id).child(el("b").text(field.words("title")));
        el("div")
            .class("blk")
            .child(label.child(p("small quiet", field.words("hint"))))
            .children(autosaved_field(input, &id, place, locale))
    });
    let deadlines = table(
        team.items("deadlines"),
        &[(text::SEVERITY, "severity"), (text::WITHIN, "within"), (text::THEN, "then")],
        locale,
    );
    let decisions = table(team.items("decisions"), &[(text::RESULT, "result"), (text::THEN, "then")], locale);
    section(
        text::TEAM.get(locale),
        Some(button("btn ghost noprint", crate::ui::core::words::shell::PRINT.get(locale), browser::print)),
    )
    .attr("id", "team")
    .child(p("", text::TEAM_LEAD.get(locale)))
    .child(el("div").class("team").children(rows))
    .child(deadlines)
    .child(decisions)
}

fn table(rows: &[Json], columns: &[(Text, &str)], locale: Locale) -> Element {
    let heads = columns.iter().map(|(title, _)| el("th").attr("scope", "col").text(title.get(locale)));
    let rows = rows.iter().map(|row| {
        el("tr").children(columns.iter().map(|(_, field)| {
            let band = if *field == "severity" { row.words("band") } else { "" };
            let cell = with_console_labels("td", row.words(field));
            if band.is_empty() { cell } else { cell.child(p("small quiet", band)) }
        }))
    });
    el("table").class("wide-table").child(el("thead").child(el("tr").children(heads))).child(el("tbody").children(rows))
}

fn too_many(app: AppState, file: &Json, locale: Locale) -> Element {
    let pieces = file.items("too_many").iter().map(|advice| {
        let cli = steps_cli(advice);
        el("li")
            .child(el("h3").text(advice.words("title")))
            .child(with_console_labels("p", advice.words("body")))
            .children(fields(app, &cli, Topic::Incident, locale))
            .children(command_blocks(app, &cli, locale))
    });
    section(text::TOO_MANY.get(locale), None).attr("id", "too-many").child(el("ol").class("advice").children(pieces))
}
