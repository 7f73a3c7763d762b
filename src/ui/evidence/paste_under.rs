//! The field under a check command to paste its output into, and the resulting verdict.

use crate::base::i18n::Locale;
use crate::browser::element::{Element, el, set_value, value};
use crate::content::commands;
use crate::content::route::Route;
use crate::evidence::{Judgement, Problem};
use crate::ui::core::settings::Way;
use crate::ui::core::state::AppState;
use crate::ui::core::words::evidence as text;
use crate::ui::evidence::account_choice::account_choice;
use crate::ui::evidence::judging_progress::judging_progress;
use crate::ui::evidence::ownership::ownership;
use crate::ui::evidence::verdict::{problem_list, verdict_alone};
use crate::ui::kit::basics::{button, p, section};
use leptos::prelude::*;

/// The field under a command; none for commands whose output is not JSON.
pub(crate) fn paste_under(app: AppState, words: Vec<String>, locale: Locale) -> Option<Element> {
    if !words.first().is_some_and(|program| program == "aws" || program == "gh") {
        return None;
    }
    let label = text::PASTE_UNDER.get(locale);
    let area = el("textarea")
        .attr("aria-label", label)
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr("rows", "4");
    let field = area.element().clone();
    let line = words.clone();
    // Named by the command without `--query`, so that a new paste of the same command replaces the earlier one.
    let line = move || app.placeholder_values.with_untracked(|values| commands::line(&line, values));
    let under = [&current_control(app), " ", &words.join(" ")].concat();
    let pasted_under = under.clone();
    let judge = move || {
        let line = line();
        let name = line.split(" --query").next().unwrap_or_default().to_owned();
        if app.add_pasted(name, &value(&field), line, pasted_under.clone()) {
            set_value(&field, "");
        }
    };
    let fold = el("summary").class("small").text(label);
    let judge = button("btn ghost", text::JUDGE.get(locale), judge);
    let result = el("div").class("pasted-result").reactive_children(move || {
        let is_here = app.judging.pasted_under.with(|last| *last == under);
        if is_here { verdict_of(app, current_control(app), locale) } else { Vec::new() }
    });
    Some(
        el("div")
            .class("noprint")
            .children([el("details").class("pasting").child(fold).child(area).child(judge), result]),
    )
}

/// The id of the control whose page is shown; empty on other pages.
fn current_control(app: AppState) -> String {
    app.route.with_untracked(|route| if let Route::Control(id) = route { id.clone() } else { String::new() })
}

/// Whether the last output was pasted on the page of this control. Tracked.
fn is_pasted_on(app: AppState, control: &str) -> bool {
    app.judging.pasted_under.with(|last| last.split_once(' ').is_some_and(|(page, _)| page == control))
}

/// The verdict of all evidence on the control of this page, unless it stands under a command already.
pub(crate) fn verdict_here(app: AppState, control: &'static str, locale: Locale) -> Element {
    el("div").class("noprint").attr("id", "verdict").reactive_children(move || {
        let is_cli = app.settings.with(|settings| settings.way) == Way::Cli;
        let is_under_command = is_cli && is_pasted_on(app, control);
        if is_under_command { Vec::new() } else { verdict_of(app, control.to_owned(), locale) }
    })
}

/// The progress of judging, and the verdict on a control; empty if nothing was judged.
fn verdict_of(app: AppState, control: String, locale: Locale) -> Vec<Element> {
    let result = el("div").reactive_children(move || {
        app.judging.judgement.with(|judgement| {
            judgement.as_ref().map(|judgement| render_verdict(app, &control, judgement, locale)).unwrap_or_default()
        })
    });
    vec![judging_progress(app, false, locale), result]
}

fn render_verdict(app: AppState, control: &str, judgement: &Judgement, locale: Locale) -> Vec<Element> {
    let mut out: Vec<Element> = problem_list(&judgement.problems, true, locale).into_iter().collect();
    if let Some(held) = app.held() {
        out.push(ownership(app, &held, locale));
        return out;
    }
    out.extend(account_choice(app, locale));
    let verdict = judgement.verdicts.iter().find(|verdict| verdict.control == control);
    let row = verdict.and_then(|verdict| verdict_alone(app, verdict, locale));
    // What was noticed about other files is on the page of the evidence.
    let pasted_here = untrack(|| is_pasted_on(app, control));
    let last = app.judging.files.with_value(|files| files.last().map(|file| file.name.clone()));
    let concerns = |problem: &&Problem| pasted_here && Some(&problem.file) == last.as_ref();
    let problems: Vec<Problem> = judgement.problems.iter().filter(concerns).cloned().collect();
    if row.is_some() || pasted_here {
        let row = row.unwrap_or_else(|| p("", text::NOTHING_OF_THIS.get(locale)));
        out.push(section(text::VERDICT_HERE.get(locale), None).child(row));
    }
    out.extend(problem_list(&problems, false, locale));
    out
}
