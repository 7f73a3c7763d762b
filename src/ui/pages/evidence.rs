//! Evidence: drop or paste what AWS prints, read the verdicts, accept them.

use crate::browser::element::{El, el, set_value, value};
use crate::browser::files;
use crate::catalogue;
use crate::evidence::{Judgement, Problem, Verdict};
use crate::i18n::{Locale, Text};
use crate::route::Route;
use crate::ui::parts::basics::{button, h1, link, p, section};
use crate::ui::parts::judging::{change_of, is_accepted};
use crate::ui::parts::labelled::labelled;
use crate::ui::parts::marks::outcome;
use crate::ui::state::{AppState, Judging};
use crate::ui::text::evidence as text;
use leptos::prelude::*;

pub(crate) fn evidence(app: AppState, locale: Locale) -> Vec<El> {
    let progress = el("p").attr("role", "status").live_text(move || {
        app.judging.with(|judging| match judging {
            Judging::Idle => String::new(),
            Judging::Running { done, total } => text::progress(*done, *total, locale),
            Judging::Trouble(trouble) => trouble.get(locale).to_owned(),
            Judging::Ready(judgement) => text::judged(judgement.verdicts.len(), judgement.problems.len(), locale),
        })
    });
    let is_running = move || app.judging.with(|judging| matches!(judging, Judging::Running { .. }));
    let cancel = button("btn ghost", text::CANCEL.get(locale), move || app.cancel_judging())
        .live_attr("hidden", move || (!is_running()).then(String::new));
    let progress = el("div").class("judging").child(progress).child(cancel);
    let result = el("div").live(move || {
        app.judging.with(|judging| match judging {
            Judging::Ready(judgement) => result(app, judgement, locale),
            Judging::Idle | Judging::Running { .. } | Judging::Trouble(_) => Vec::new(),
        })
    });
    vec![
        h1(text::TITLE.get(locale)),
        p("lead", text::LEAD.get(locale)),
        how(locale),
        drop_zone(app, locale),
        paste(app, locale),
        progress,
        result,
    ]
}

fn how(locale: Locale) -> El {
    let line = |words: Text, command: &str| {
        el("li").child(labelled("span", words.get(locale))).text(" ").child(el("code").text(command))
    };
    section(text::HOW.get(locale), None).child(p("", text::HOW_INTRO.get(locale))).child(
        el("ul")
            .class("plain")
            .child(line(text::HOW_REPORT, "aws iam get-credential-report"))
            .child(line(text::HOW_SUMMARY, "aws iam get-account-summary")),
    )
}

fn drop_zone(app: AppState, locale: Locale) -> El {
    let input = el("input").attr("type", "file").attr("multiple", "").class("sr");
    let input = input.on("change", move |event| app.judge(files::chosen(&event)));
    el("div")
        .class("drop")
        .child(p("", text::DROP.get(locale)))
        .child(el("label").class("btn ghost").text(text::CHOOSE.get(locale)).child(input))
}

fn paste(app: AppState, locale: Locale) -> El {
    let area =
        el("textarea").attr("id", "paste").attr("spellcheck", "false").attr("autocomplete", "off").attr("rows", "4");
    let field = area.element().clone();
    let judge = move || {
        let pasted = value(&field);
        if pasted.trim().is_empty() {
            app.judging.set(Judging::Trouble(text::NOTHING));
            return;
        }
        match files::pasted(text::PASTED.get(locale), &pasted) {
            Ok(file) => app.judge(vec![file]),
            Err(_) => app.judging.set(Judging::Trouble(text::FAILED)),
        }
        // The raw text leaves the page as soon as it is on its way.
        set_value(&field, "");
    };
    el("div")
        .class("pasting")
        .child(el("label").attr("for", "paste").text(text::PASTE.get(locale)))
        .child(area)
        .child(button("btn", text::JUDGE.get(locale), judge))
}

fn result(app: AppState, judgement: &Judgement, locale: Locale) -> Vec<El> {
    let Judgement { verdicts, problems } = judgement;
    let changes: Vec<_> =
        verdicts.iter().filter_map(|verdict| Some((verdict.control.clone(), change_of(verdict)?))).collect();
    let accept_all = (changes.len() > 1)
        .then(|| button("btn ghost", text::ACCEPT_ALL.get(locale), move || app.accept(changes.clone())));
    let nothing = verdicts.is_empty().then(|| p("", text::NO_VERDICT.get(locale)));
    let rows = verdicts.iter().filter_map(|verdict| verdict_row(app, verdict, locale));
    let mut result = vec![section(text::RESULT.get(locale), accept_all).children(nothing).children(rows)];
    result.extend(problem_list(text::SECRETS.get(locale), "warn secrets", problems, true, locale));
    result.extend(problem_list(text::PROBLEMS.get(locale), "warn", problems, false, locale));
    result
}

fn verdict_row(app: AppState, verdict: &Verdict, locale: Locale) -> Option<El> {
    let control = catalogue::find(&verdict.control)?;
    let reasons = verdict.reasons.iter().map(|reason| p("", reason.get(locale)));
    let source = &verdict.source;
    let told = el("div")
        .child(el("h3").child(link(&Route::Control(control.id.to_owned()), control.title.get(locale))))
        .children(reasons)
        .child(p("quiet small", source.format.title().get(locale)).text(" · ").text(&source.file));
    let change = change_of(verdict);
    let becomes = change.as_ref().map_or(text::NO_CHANGE, |change| change.status.title());
    let status = move || app.assessment.with(|a| a.current.status(control.id)).title().get(locale).to_owned();
    let effect = el("dl")
        .class("small")
        .child(el("dt").text(text::NOW.get(locale)))
        .child(el("dd").live_text(status))
        .child(el("dt").text(text::BECOMES.get(locale)))
        .child(el("dd").text(becomes.get(locale)));
    let accept = change.map(|change| {
        let (shown, pressed) = (change.clone(), change.clone());
        let label = move || {
            if is_accepted(app, control.id, &change) { text::ACCEPTED } else { text::ACCEPT }
        };
        let press = move || {
            if !untrack(|| is_accepted(app, control.id, &pressed)) {
                app.accept(vec![(control.id.to_owned(), pressed.clone())]);
            }
        };
        button("btn", "", press)
            .live_text(move || label().get(locale).to_owned())
            .live_attr("aria-disabled", move || Some(is_accepted(app, control.id, &shown).to_string()))
    });
    let row = el("div").class("verdict").attr("data-control", control.id);
    Some(row.child(outcome(verdict.outcome, locale)).child(told).child(effect).children(accept))
}

fn problem_list(title: &str, class: &str, problems: &[Problem], secret: bool, locale: Locale) -> Option<El> {
    let mut list = None;
    for problem in problems.iter().filter(|problem| problem.secret == secret) {
        let row = el("div")
            .class(class)
            .child(el("b").text(&text::place(&problem.file, problem.line, locale)))
            .child(el("span").text(problem.text.get(locale)));
        list = Some(list.unwrap_or_else(|| section(title, None)).child(row));
    }
    list
}
