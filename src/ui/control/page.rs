//! The page of a control: why it matters, check, fix, and the answer.

use crate::assessment::{Answer, Status};
use crate::base::i18n::{Locale, Text};
use crate::base::json::Json;
use crate::base::time::Date;
use crate::browser::element::{Element, el};
use crate::content::catalogue::{self, Control, Risk};
use crate::content::commands::CommandLine;
use crate::content::route::Route;
use crate::content::topics::{self, ControlDetails, Steps, Topic};
use crate::ui::control::answer_rail::{answer_bar, answer_rail};
use crate::ui::core::alarm::{QUARANTINE, alarm};
use crate::ui::core::command::{command_block, command_blocks, fields};
use crate::ui::core::settings::Way;
use crate::ui::core::state::AppState;
use crate::ui::core::topic_view::{source_line, topic_view};
use crate::ui::core::words::{control as text, home as home_text, shell};
use crate::ui::kit::badges::severity;
use crate::ui::kit::basics::{choice, external_link, h1, h2, link, p, section, span};
use crate::ui::kit::console_label::with_console_labels;

/// The parts that other features add to the page of a control.
#[derive(Clone, Copy)]
pub(crate) struct ControlExtensions {
    /// Below the article.
    pub(crate) below: fn(AppState, &str, Locale) -> Option<Element>,
    /// Under a check command.
    pub(crate) under_command: fn(AppState, Vec<String>, Locale) -> Option<Element>,
    /// The verdict on the control.
    pub(crate) verdict: fn(AppState, &'static str, Locale) -> Element,
}

pub(crate) fn control(app: AppState, id: &str, beside: ControlExtensions, locale: Locale) -> Vec<Element> {
    match catalogue::find(id) {
        Some(control) => control_page(app, control, beside, locale),
        None => crate::ui::core::not_found::not_found(locale),
    }
}

fn control_page(app: AppState, control: &'static Control, beside: ControlExtensions, locale: Locale) -> Vec<Element> {
    let crumbs = el("nav")
        .class("crumbs")
        .attr("aria-label", text::CRUMBS.get(locale))
        .child(link(&Route::Checklist, shell::CHECKLIST.get(locale)))
        .child(span("", control.section.title().get(locale)));
    let article = el("article")
        .child(h1(control.title.get(locale)))
        .child(answer_bar(app, control, locale))
        .child(
            topic_view(app, Topic::Controls, locale, move |file| body(app, control, beside, file, locale))
                .attr("id", "details"),
        )
        .children((beside.below)(app, control.id, locale));
    let rail = answer_rail(app, control, locale).child(neighbours(control, locale));
    let columns = el("div").class("control").attr("data-control", control.id).child(article).child(rail);
    let answer = app.answer(control.id);
    // By evidence, the verdict has the alarm.
    let is_possible_leak = move || {
        let is_by_person = |answer: &Answer| answer.status == Status::NotDone && answer.evidence().is_none();
        control.id == QUARANTINE && answer.with(|answer| answer.is_some_and(is_by_person))
    };
    let warning = el("div").reactive_children(move || {
        let warning = || alarm(home_text::POSSIBLE_LEAK.get(locale), home_text::ACT_NOW, locale);
        is_possible_leak().then(warning).into_iter().collect()
    });
    vec![crumbs, warning, columns]
}

/// The details: why it matters, check, fix and everything else.
fn body(
    app: AppState,
    control: &'static Control,
    beside: ControlExtensions,
    file: &Json,
    locale: Locale,
) -> Vec<Element> {
    let Ok(details) = topics::read_control(file, control.id) else {
        return vec![p("warn", shell::NOT_LOADED.get(locale))];
    };
    let mut body = vec![facts(control, &details, locale), p("lead", &details.why)];
    body.extend(needs(control, locale));
    body.push(guide(app, "check", text::CHECK, details.check, Some(beside), locale));
    body.push((beside.verdict)(app, control.id, locale));
    body.push(el("p").child(link(&Route::Evidence, text::JUDGE.get(locale))));
    body.push(warnings(&details.warnings, locale));
    body.push(guide(app, "fix", text::FIX, details.fix, None, locale));
    body.push(aside(text::DONE, &details.done, locale));
    body.push(answer_bar(app, control, locale));
    body.extend(details.organisation.map(|organisation| aside(text::ORGANISATION, &organisation, locale)));
    body.push(aside(text::NOT_APPLICABLE, &details.not_applicable, locale));
    body.push(aside(text::EVIDENCE, &details.evidence, locale));
    body.extend(details.attest.map(|question| aside(text::ATTEST, &question, locale)));
    body.push(references(&details.frameworks, &details.sources, locale));
    body
}

fn facts(control: &Control, details: &ControlDetails, locale: Locale) -> Element {
    let minutes = home_text::minutes(control.effort_minutes, locale);
    let kind = if control.mandatory { text::MANDATORY } else { text::RECOMMENDED };
    let quiet =
        [kind.get(locale), &minutes, &details.cost, &details.scope].map(|words| el("li").class("quiet").text(words));
    el("ul").class("facts small").child(el("li").child(severity(control.severity, locale))).children(quiet)
}

fn needs(control: &'static Control, locale: Locale) -> Option<Element> {
    let needed: Vec<_> = control.needs.iter().filter_map(|id| catalogue::find(id)).collect();
    let links_line = needed.iter().enumerate().fold(p("", text::NEEDS.get(locale)), |line, (index, control)| {
        let page = Route::Control(control.id.to_owned());
        line.text(if index == 0 { ": " } else { " · " }).child(link(&page, control.title.get(locale)))
    });
    (!needed.is_empty()).then_some(links_line)
}

/// Check or fix, with the switch between console and CLI.
fn guide(
    app: AppState,
    id: &'static str,
    title: Text,
    steps: Steps,
    beside: Option<ControlExtensions>,
    locale: Locale,
) -> Element {
    let option = move |way: Way, label: &str| {
        let is_pressed = move || app.settings.with(|settings| settings.way) == way;
        choice(is_pressed, move || app.set(|settings| settings.way = way)).text(label)
    };
    let switch = el("div")
        .class("seg")
        .attr("role", "group")
        .attr("aria-label", text::WAY.get(locale))
        .child(option(Way::Console, text::CONSOLE.get(locale)))
        .child(option(Way::Cli, "CLI"));
    let body = el("div").reactive_children(move || match app.settings.with(|settings| settings.way) {
        Way::Console => {
            let steps = steps.console.iter().map(|step| el("li").child(with_console_labels("span", step)));
            vec![el("ol").class("steps").children(steps)]
        }
        Way::Cli => cli(app, &steps, beside, locale),
    });
    section(title.get(locale), Some(switch)).attr("id", id).child(body)
}

/// Check commands have a field for their output; fix commands may be shown as loops over Regions.
fn cli(app: AppState, steps: &Steps, beside: Option<ControlExtensions>, locale: Locale) -> Vec<Element> {
    let mut body: Vec<Element> = steps.no_cli.iter().map(|reason| p("", reason)).collect();
    body.extend(fields(app, &steps.cli, Topic::Controls, locale));
    if let Some(beside) = beside {
        let block = |line: &CommandLine| {
            command_block(app, line, locale).children((beside.under_command)(app, line.words.clone(), locale))
        };
        body.extend(steps.cli.iter().map(block));
    } else {
        body.extend(command_blocks(app, &steps.cli, locale));
    }
    body
}

fn warnings(warnings: &[(Risk, String)], locale: Locale) -> Element {
    let boxes = warnings.iter().map(|(risk, words)| {
        let risk = el("b").text(risk.title().get(locale));
        el("div").class("warn").child(risk).child(with_console_labels("span", words))
    });
    el("section").class("do").attr("aria-label", text::BEFORE.get(locale)).children(boxes)
}

fn aside(title: Text, body: &str, locale: Locale) -> Element {
    el("section").class("aside").child(h2(title.get(locale))).child(with_console_labels("p", body))
}

fn references(frameworks: &[(String, String, String)], sources: &[(String, String, Date)], locale: Locale) -> Element {
    let list = frameworks.iter().fold(el("dl").class("refs"), |list, (name, url, ids)| {
        list.child(el("dt").child(external_link(url, name))).child(el("dd").text(ids))
    });
    // The heading is omitted if there are no references.
    let head = (!frameworks.is_empty()).then(|| [h2(text::REFERENCES.get(locale)), list]);
    let summary = if frameworks.is_empty() { text::SOURCES } else { text::REFERENCES_AND_SOURCES };
    let sources = sources.iter().map(|(title, url, reviewed)| source_line(title, url, &reviewed.to_string(), locale));
    el("details")
        .class("aside")
        .child(el("summary").text(summary.get(locale)))
        .children(head.into_iter().flatten())
        .child(h2(text::SOURCES.get(locale)))
        .child(el("ul").class("sources").children(sources))
}

fn neighbours(control: &'static Control, locale: Locale) -> Element {
    let controls = catalogue::all();
    let here = controls.iter().position(|other| other.id == control.id);
    let neighbour = |index: Option<usize>, before: &str, label: Text, after: &str| {
        let other = index.and_then(|index| controls.get(index))?;
        let label = span("small quiet", before).text(label.get(locale)).text(after);
        let page = Route::Control(other.id.to_owned());
        Some(link(&page, "").child(label).text(" ").child(span("", other.title.get(locale))))
    };
    el("nav")
        .class("neighbours")
        .attr("aria-label", text::NEIGHBOURS.get(locale))
        .children(neighbour(here.and_then(|index| index.checked_sub(1)), "← ", text::PREVIOUS, ""))
        .children(neighbour(here.map(|index| index + 1), "", text::NEXT, " →"))
}
