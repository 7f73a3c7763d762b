//! One control: why, check, fix, and where you stand.

use crate::base::i18n::{Locale, Text};
use crate::base::json::Json;
use crate::base::time::Date;
use crate::browser::element::{Element, el};
use crate::content::catalogue::{self, Control, Risk};
use crate::content::commands::CommandLine;
use crate::content::route::Route;
use crate::content::topics::{self, Guidance, Steps, Topic};
use crate::ui::control::answer_rail::answer_rail;
use crate::ui::core::command::{command_block, command_blocks, fields};
use crate::ui::core::settings::Way;
use crate::ui::core::state::AppState;
use crate::ui::core::topic_view::{source_line, topic_view};
use crate::ui::core::words::{control as text, home as home_text, shell};
use crate::ui::kit::badges::severity;
use crate::ui::kit::basics::{choice, h1, h2, link, p, section, span};
use crate::ui::kit::console_label::with_console_labels;

/// What other features put on the page of a control.
#[derive(Clone, Copy)]
pub(crate) struct Beside {
    /// Below the article.
    pub(crate) below: fn(AppState, &str, Locale) -> Option<Element>,
    /// Under a check command.
    pub(crate) under_command: fn(AppState, Vec<String>, Locale) -> Option<Element>,
    /// What evidence says of the control.
    pub(crate) verdict: fn(AppState, &'static str, Locale) -> Element,
}

pub(crate) fn control(app: AppState, id: &str, beside: Beside, locale: Locale) -> Vec<Element> {
    match catalogue::find(id) {
        Some(control) => found(app, control, beside, locale),
        None => crate::ui::core::not_found::not_found(locale),
    }
}

fn found(app: AppState, control: &'static Control, beside: Beside, locale: Locale) -> Vec<Element> {
    let crumbs = el("nav")
        .class("crumbs")
        .attr("aria-label", text::CRUMBS.get(locale))
        .child(link(&Route::Checklist, shell::CHECKLIST.get(locale)))
        .child(span("", control.section.title().get(locale)));
    let article = el("article")
        .child(h1(control.title.get(locale)))
        .child(
            topic_view(app, Topic::Controls, locale, move |file| body(app, control, beside, file, locale))
                .attr("id", "guidance"),
        )
        .children((beside.below)(app, control.id, locale));
    let rail = answer_rail(app, control, locale).child(neighbours(control, locale));
    let columns = el("div").class("control").attr("data-control", control.id).child(article).child(rail);
    vec![crumbs, columns]
}

/// Why, check, fix and all the rest.
fn body(app: AppState, control: &'static Control, beside: Beside, file: &Json, locale: Locale) -> Vec<Element> {
    let Ok(guidance) = topics::read_control(file, control.id) else {
        return vec![p("warn", shell::NOT_LOADED.get(locale))];
    };
    let mut body = vec![facts(control, &guidance, locale), p("lead", &guidance.why)];
    body.extend(needs(control, locale));
    body.push(guide(app, "check", text::CHECK, guidance.check, Some(beside), locale));
    body.push((beside.verdict)(app, control.id, locale));
    body.push(el("p").child(link(&Route::Evidence, text::JUDGE.get(locale))));
    body.push(warnings(&guidance.warnings, locale));
    body.push(guide(app, "fix", text::FIX, guidance.fix, None, locale));
    body.push(aside(text::DONE, &guidance.done, locale));
    body.extend(guidance.organisation.map(|organisation| aside(text::ORGANISATION, &organisation, locale)));
    body.push(aside(text::NOT_APPLICABLE, &guidance.not_applicable, locale));
    body.push(aside(text::EVIDENCE, &guidance.evidence, locale));
    body.extend(guidance.attest.map(|question| aside(text::ATTEST, &question, locale)));
    body.push(references(&guidance.frameworks, &guidance.sources, locale));
    body
}

fn facts(control: &Control, guidance: &Guidance, locale: Locale) -> Element {
    let minutes = home_text::minutes(control.effort_minutes, locale);
    let quiet = [&minutes, &guidance.cost, &guidance.scope].map(|words| el("li").class("quiet").text(words));
    el("ul").class("facts small").child(el("li").child(severity(control.severity, locale))).children(quiet)
}

fn needs(control: &'static Control, locale: Locale) -> Option<Element> {
    let needed: Vec<_> = control.needs.iter().filter_map(|id| catalogue::find(id)).collect();
    let named = needed.iter().enumerate().fold(p("", text::NEEDS.get(locale)), |line, (index, control)| {
        let page = Route::Control(control.id.to_owned());
        line.text(if index == 0 { ": " } else { " · " }).child(link(&page, control.title.get(locale)))
    });
    (!needed.is_empty()).then_some(named)
}

/// Check or fix, with the switch between console and CLI.
fn guide(
    app: AppState,
    id: &'static str,
    title: Text,
    steps: Steps,
    beside: Option<Beside>,
    locale: Locale,
) -> Element {
    let way = move |way: Way, label: &str| {
        let is_pressed = move || app.settings.with(|settings| settings.way) == way;
        choice(is_pressed, move || app.set(|settings| settings.way = way)).text(label)
    };
    let switch = el("div")
        .class("seg")
        .attr("role", "group")
        .attr("aria-label", text::WAY.get(locale))
        .child(way(Way::Console, text::CONSOLE.get(locale)))
        .child(way(Way::Cli, "CLI"));
    let body = el("div").reactive_children(move || match app.settings.with(|settings| settings.way) {
        Way::Console => {
            let steps = steps.console.iter().map(|step| el("li").child(with_console_labels("span", step)));
            vec![el("ol").class("steps").children(steps)]
        }
        Way::Cli => cli(app, &steps, beside, locale),
    });
    section(title.get(locale), Some(switch)).attr("id", id).child(body)
}

/// Check commands take their output; those of a fix may stand in loops.
fn cli(app: AppState, steps: &Steps, beside: Option<Beside>, locale: Locale) -> Vec<Element> {
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

fn references(frameworks: &[(&'static str, String)], sources: &[(String, String, Date)], locale: Locale) -> Element {
    let list = frameworks
        .iter()
        .fold(el("dl").class("refs"), |list, (name, ids)| list.child(el("dt").text(name)).child(el("dd").text(ids)));
    let sources = sources.iter().map(|(title, url, reviewed)| source_line(title, url, &reviewed.to_string(), locale));
    el("section")
        .class("aside")
        .child(h2(text::REFERENCES.get(locale)))
        .child(list)
        .child(h2(text::SOURCES.get(locale)))
        .child(el("ul").class("sources").children(sources))
}

fn neighbours(control: &'static Control, locale: Locale) -> Element {
    let controls = catalogue::all();
    let here = controls.iter().position(|other| other.id == control.id);
    let way = |index: Option<usize>, before: &str, label: Text, after: &str| {
        let other = index.and_then(|index| controls.get(index));
        el("span").children(other.map(|other| {
            let label = format!("{before}{}{after}", label.get(locale));
            link(&Route::Control(other.id.to_owned()), &label).attr("title", other.title.get(locale))
        }))
    };
    el("nav")
        .class("neighbours")
        .attr("aria-label", text::NEIGHBOURS.get(locale))
        .child(way(here.and_then(|index| index.checked_sub(1)), "← ", text::PREVIOUS, ""))
        .child(way(here.map(|index| index + 1), "", text::NEXT, " →"))
}
