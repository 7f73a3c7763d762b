//! The field under a check command to paste its output into, and the resulting verdict.

use crate::base::i18n::Locale;
use crate::browser::element::{Element, el, set_value, value};
use crate::content::commands;
use crate::evidence::Judgement;
use crate::ui::core::state::AppState;
use crate::ui::core::words::evidence as text;
use crate::ui::evidence::account_choice::account_choice;
use crate::ui::evidence::judging_progress::judging_progress;
use crate::ui::evidence::verdict::{problem_list, verdict_row};
use crate::ui::kit::basics::{button, p, section};

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
    let judge = move || {
        let line =
            app.placeholder_values.with_untracked(|placeholder_values| commands::line(&words, placeholder_values));
        // Named by the command without `--query`, so that a new paste of the same command replaces the earlier one.
        let name = line.split(" --query").next().unwrap_or_default().to_owned();
        if app.add_pasted(name, &value(&field), line) {
            set_value(&field, "");
        }
    };
    let fold = el("summary").class("small").text(label);
    Some(el("details").class("pasting noprint").child(fold).child(area).child(button(
        "btn ghost",
        text::JUDGE.get(locale),
        judge,
    )))
}

/// The verdict of all evidence on one control; empty if nothing was judged.
pub(crate) fn verdict_here(app: AppState, control: &'static str, locale: Locale) -> Element {
    let result = el("div").reactive_children(move || {
        app.judging.judgement.with(|judgement| {
            judgement.as_ref().map(|judgement| render_verdict(app, control, judgement, locale)).unwrap_or_default()
        })
    });
    el("div").class("noprint").attr("id", "verdict").child(judging_progress(app, locale)).child(result)
}

fn render_verdict(app: AppState, control: &'static str, judgement: &Judgement, locale: Locale) -> Vec<Element> {
    let row = judgement.verdicts.iter().find(|verdict| verdict.control == control);
    let row = row.and_then(|verdict| verdict_row(app, verdict, locale));
    let row = row.unwrap_or_else(|| p("", text::NOTHING_OF_THIS.get(locale)));
    let mut out: Vec<Element> = problem_list(&judgement.problems, true, locale).into_iter().collect();
    out.extend(account_choice(app, locale));
    out.push(section(text::VERDICT_HERE.get(locale), None).child(row));
    out.extend(problem_list(&judgement.problems, false, locale));
    out
}
