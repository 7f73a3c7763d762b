//! Evidence: how to get it, drop or paste it, read the verdicts, accept them.

use crate::assessment::Change;
use crate::base::i18n::Locale;
use crate::base::json::Json;
use crate::browser::dom;
use crate::browser::element::{Element, el, set_value, value};
use crate::content::catalogue;
use crate::content::route::Route;
use crate::content::topics::{self, Topic};
use crate::evidence::{Judgement, Outcome, Verdict};
use crate::ui::core::command::{command_block, copied_line, fields};
use crate::ui::core::judging::{VerdictState, change_of};
use crate::ui::core::judging_state::Judging;
use crate::ui::core::profiles::name_of;
use crate::ui::core::saving::save_file;
use crate::ui::core::state::AppState;
use crate::ui::core::topic_view::{texts, topic_view};
use crate::ui::core::words::{control, evidence as text};
use crate::ui::evidence::account_choice::{account_choice, short_id};
use crate::ui::evidence::judging_progress::judging_progress;
use crate::ui::evidence::ownership::{Held, ownership};
use crate::ui::evidence::verdict::{alarm, problem_list, verdict_row};
use crate::ui::kit::basics::{button, choice, h1, link, p, section, span};
use crate::ui::kit::console_label::with_console_labels;
use crate::ui::kit::drop_zone::drop_zone;
use crate::ui::kit::words::outcome as outcome_words;
use leptos::prelude::*;
use std::rc::Rc;

pub(crate) fn evidence(app: AppState, locale: Locale) -> Vec<Element> {
    let result = el("div").attr("id", "result").reactive_children(move || {
        app.judging
            .judgement
            .with(|judgement| judgement.as_ref().map(|judgement| result(app, judgement, locale)).unwrap_or_default())
    });
    vec![
        h1(text::TITLE.get(locale)),
        p("lead", text::LEAD.get(locale)),
        button("link", text::HAVE_FILES.get(locale), || dom::jump_to("#drop h2")),
        section(text::SCRIPT.get(locale), None)
            .attr("id", "script")
            .child(p("", text::SCRIPT_INTRO.get(locale)))
            .child(topic_view(app, Topic::Evidence, locale, move |file| get_script(app, file, locale))),
        section(text::RUN.get(locale), None).attr("id", "run").child(topic_view(
            app,
            Topic::Evidence,
            locale,
            move |file| run_script(file, locale),
        )),
        section(text::HAND_OVER.get(locale), None)
            .attr("id", "drop")
            .child(drop_zone(text::DROP, text::DROP_HINT, locale, move |files| app.add_files(files)))
            .child(paste(app, locale))
            .child(progress(app, locale)),
        result,
    ]
}

/// The collector script, its details collapsed, and the other ways to collect evidence.
fn get_script(app: AppState, file: &Json, locale: Locale) -> Vec<Element> {
    let collector = file.get("collector").unwrap_or(&Json::Null);
    let (name, script) = (collector.words("name").to_owned(), collector.words("script").to_owned());
    let shown = copied(&script, locale);
    let download = move || save_file(&name, &script, "text/x-shellscript;charset=utf-8");
    let commands: Vec<Element> = texts(collector, "commands")
        .map(|line| el("li").child(el("code").attr("translate", "no").text(line)))
        .collect();
    let policy = copied(collector.words("policy"), locale);
    vec![
        p("", "").child(button("btn", text::DOWNLOAD_SCRIPT.get(locale), download)),
        fold("read-script", text::READ_SCRIPT.get(locale)).child(shown),
        fold("commands", &text::commands(commands.len(), locale))
            .child(el("ul").class("plain small").children(commands)),
        fold("policy", text::POLICY.get(locale)).child(p("small", text::POLICY_HINT.get(locale))).child(policy),
        fold("how", text::HOW.get(locale)).child(p("", text::HOW_INTRO.get(locale))).children(ways(app, file, locale)),
    ]
}

fn run_script(file: &Json, locale: Locale) -> Vec<Element> {
    let collector = file.get("collector").unwrap_or(&Json::Null);
    let item = |words| el("li").child(with_console_labels("span", words));
    let (steps, notes) = (texts(collector, "steps").map(item), texts(collector, "notes").map(item));
    let line = ["bash ", collector.words("name")].concat();
    vec![el("ol").class("steps").children(steps), copied(&line, locale), el("ul").class("plain small").children(notes)]
}

/// A text with its copy button.
fn copied(words: &str, locale: Locale) -> Element {
    let line = words.to_owned();
    let shown = copied_line(el("code").text(words), control::COPY, move || line.clone(), locale);
    el("div").class("cmd").child(shown)
}

fn fold(id: &str, title: &str) -> Element {
    el("details").class("way").attr("id", id).child(el("summary").child(el("b").text(title)))
}

/// The steps for each kind of evidence, collapsed; its use is always visible.
fn ways(app: AppState, file: &Json, locale: Locale) -> Vec<Element> {
    let way = |way: &Json| {
        let cli = topics::steps_cli(way);
        let steps = texts(way, "steps").map(|step| el("li").child(with_console_labels("span", step)));
        let summary =
            el("summary").child(el("b").text(way.words("title"))).child(span("quiet small", way.words("use")));
        el("details")
            .class("way")
            .child(summary)
            .child(el("ol").class("steps").children(steps))
            .children(fields(app, &cli, Topic::Evidence, locale))
            .children(cli.iter().map(|line| command_block(app, line, locale)))
    };
    file.items("ways").iter().map(way).collect()
}

fn paste(app: AppState, locale: Locale) -> Element {
    let area =
        el("textarea").attr("id", "paste").attr("spellcheck", "false").attr("autocomplete", "off").attr("rows", "4");
    let field = area.element().clone();
    let judge = move || {
        let count = app.judging.files.with_value(Vec::len) + 1;
        if app.add_pasted(text::pasted(count, locale), &value(&field), String::new(), String::new()) {
            // The raw text is removed from the page once it is handed to the worker.
            set_value(&field, "");
        }
    };
    el("div")
        .class("pasting")
        .child(el("label").attr("for", "paste").text(text::PASTE.get(locale)))
        .child(area)
        .child(button("btn", text::JUDGE.get(locale), judge))
}

fn progress(app: AppState, locale: Locale) -> Element {
    let has_any = move || {
        let is_running = app.judging.stage.with(|judging| matches!(judging, Judging::Running { .. }));
        !is_running && app.judging.judgement.with(Option::is_some)
    };
    let forget = move || {
        app.discard_files();
        dom::jump_to("#drop h2");
    };
    let forget = button("btn ghost", text::FORGET.get(locale), forget)
        .reactive_attr("hidden", move || (!has_any()).then(String::new));
    judging_progress(app, true, locale).child(forget)
}

/// Which verdicts are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    All,
    Only(Outcome),
    Changes,
}

fn result(app: AppState, judgement: &Judgement, locale: Locale) -> Vec<Element> {
    let mut result = Vec::new();
    result.extend(problem_list(&judgement.problems, true, locale));
    let held = app.held();
    let is_of_another_profile = matches!(held, Some(Held::OtherProfile(_)));
    result.extend((!is_of_another_profile).then(|| account_choice(app, locale)).flatten());
    result.extend(held.as_ref().map(|held| ownership(app, held, locale)));
    let is_undecided = held.is_some() || (judgement.verdicts.is_empty() && app.judged_accounts().len() > 1);
    result.extend((!is_undecided).then(|| verdicts(app, judgement, locale)));
    result.extend(problem_list(&judgement.problems, false, locale));
    if !judgement.postures.is_empty() {
        result.push(p("", "").child(link(&Route::Posture, text::SEE_POSTURE.get(locale))));
    }
    result.extend((!is_undecided).then(|| not_covered(judgement, locale)));
    result.push(read(judgement, locale));
    result
}

fn verdicts(app: AppState, judgement: &Judgement, locale: Locale) -> Element {
    let mut all = judgement.verdicts.clone();
    if all.is_empty() {
        return section(text::RESULT.get(locale), None)
            .attr("id", "verdicts")
            .child(p("", text::NO_VERDICT.get(locale)));
    }
    let rank = |outcome| match outcome {
        Outcome::Fail => 0,
        Outcome::Unknown => 1,
        Outcome::Pass => 2,
    };
    all.sort_by_key(|verdict| rank(verdict.outcome));
    let shown = RwSignal::new(Shown::All);
    let count = |outcome| all.iter().filter(|verdict| verdict.outcome == outcome).count();
    let mut kinds = vec![(Shown::All, text::ALL, all.len())];
    for outcome in [Outcome::Fail, Outcome::Unknown, Outcome::Pass] {
        kinds.push((Shown::Only(outcome), outcome_words(outcome), count(outcome)));
    }
    let kinds = kinds.into_iter().map(|(kind, words, count)| {
        choice(move || shown.get() == kind, move || shown.set(kind)).text(&text::counted(words, count, locale))
    });
    let all = Rc::new(all);
    let counted = Rc::clone(&all);
    let changes =
        choice(move || shown.get() == Shown::Changes, move || shown.set(Shown::Changes)).reactive_text(move || {
            let count = counted.iter().filter(|verdict| changes_status(app, verdict)).count();
            text::counted(text::NEWS, count, locale)
        });
    let filter = el("div")
        .class("seg")
        .attr("role", "group")
        .attr("aria-label", text::FILTER.get(locale))
        .children(kinds)
        .child(changes);
    let shown_part = el("div").reactive_children(move || {
        let shown = shown.get();
        let fits = |verdict: &&Verdict| match shown {
            Shown::All => true,
            Shown::Only(outcome) => verdict.outcome == outcome,
            Shown::Changes => untrack(|| changes_status(app, verdict)),
        };
        let shown: Vec<Verdict> = all.iter().filter(fits).cloned().collect();
        if shown.is_empty() {
            return vec![p("", text::NONE_OF_THIS_KIND.get(locale))];
        }
        let rows: Vec<Element> = shown.iter().filter_map(|verdict| verdict_row(app, verdict, locale)).collect();
        bulk(app, &shown, locale).into_iter().chain(rows).collect()
    });
    section(text::RESULT.get(locale), Some(filter))
        .attr("id", "verdicts")
        .children(judgement.verdicts.iter().find_map(|verdict| alarm(verdict, locale)))
        .child(p("small", &whose(app, locale)))
        .children(remarks(judgement, locale))
        .child(shown_part)
}

/// The way to what was noticed while reading, which stands below the verdicts.
fn remarks(judgement: &Judgement, locale: Locale) -> Option<Element> {
    let count = judgement.problems.iter().filter(|problem| !problem.secret).count();
    let words = text::remarks(count, locale);
    (count > 0).then(|| button("link", &words, || dom::jump_to("#noticed h2")))
}

/// The AWS account of the verdicts, and the profile that they would change.
fn whose(app: AppState, locale: Locale) -> String {
    let profile = app.assessment.with_untracked(|a| name_of(&a.current, locale));
    let account = app.shown_account();
    let all = app.judged_accounts();
    let account = account.map(|id| short_id(&id, all.iter().flatten().map(String::as_str)));
    text::verdicts_of(account.as_deref(), &profile, locale)
}

/// Whether accepting it would change a status. Tracked.
fn changes_status(app: AppState, verdict: &Verdict) -> bool {
    let verdict_state = app.verdict_state(&verdict.control, change_of(verdict).as_ref());
    matches!(verdict_state, VerdictState::New | VerdictState::Older | VerdictState::Contradicts)
}

/// The button that accepts the verdicts that are shown. Left out are those that contradict the person's own answer, and
/// those whose evidence is older than that of the answer.
fn bulk(app: AppState, shown: &[Verdict], locale: Locale) -> Option<Element> {
    let changes = shown.iter().filter_map(|verdict| Some((verdict.control.clone(), change_of(verdict)?)));
    let changes: Vec<(String, Change)> = changes.collect();
    if changes.len() < 2 {
        return None;
    }
    let with_state = move |states: &[VerdictState]| {
        let fits = |(control, change): &&(String, Change)| states.contains(&app.verdict_state(control, Some(change)));
        changes.iter().filter(fits).cloned().collect::<Vec<_>>()
    };
    let with_state = Rc::new(with_state);
    let all = Rc::clone(&with_state);
    let acceptable = move || all(&[VerdictState::New, VerdictState::Same]);
    let counted = acceptable.clone();
    let hidden = acceptable.clone();
    let press = move || {
        let acceptable = untrack(&acceptable);
        if !acceptable.is_empty() {
            app.accept_verdicts(acceptable);
        }
    };
    let accept = button("btn", "", press)
        .reactive_text(move || text::accept_shown(counted().len(), with_state(&[VerdictState::New]).len(), locale))
        .reactive_attr("hidden", move || hidden().is_empty().then(String::new));
    Some(el("div").class("bulk").child(accept).child(p("small quiet", text::ACCEPT_HINT.get(locale))))
}

/// The controls without a verdict.
fn not_covered(judgement: &Judgement, locale: Locale) -> Element {
    let is_open =
        |control: &&&catalogue::Control| !judgement.verdicts.iter().any(|verdict| verdict.control == control.id);
    let open: Vec<Element> = catalogue::all()
        .iter()
        .filter(is_open)
        .map(|control| el("li").child(link(&Route::Control(control.id.to_owned()), control.title.get(locale))))
        .collect();
    let summary = el("summary").text(&text::not_covered(open.len(), locale));
    el("details")
        .attr("id", "not-covered")
        .child(summary)
        .child(p("", text::NOT_COVERED_HINT.get(locale)))
        .child(el("ul").class("plain small").children(open))
}

/// The formats that were recognised, by file.
fn read(judgement: &Judgement, locale: Locale) -> Element {
    let rows = judgement
        .read
        .iter()
        .map(|read| el("li").child(span("file", &read.file)).text(" · ").child(span("quiet", read.what.get(locale))));
    el("details")
        .attr("id", "read")
        .child(el("summary").text(&text::read(judgement.read.len(), locale)))
        .child(el("ul").class("plain small").children(rows))
}
