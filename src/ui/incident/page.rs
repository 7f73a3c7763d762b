//! The incident runbook. It must be usable under stress by a person who has never seen this page.

use crate::assessment::{Status, Table};
use crate::base::i18n::{Locale, Text};
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::browser::element::{Element, el};
use crate::browser::{self, dom, utc_offset_minutes};
use crate::content::route::Route;
use crate::content::topics::{Topic, steps_cli};
use crate::documents::incident::{self as log, LogStep, LogWords};
use crate::ui::core::autosaved_field::autosaved_field;
use crate::ui::core::command::{command_blocks, fields};
use crate::ui::core::profiles::name_of;
use crate::ui::core::saving::save_file;
use crate::ui::core::state::AppState;
use crate::ui::core::topic_view::{controls, folded_sources, texts, topic_view};
use crate::ui::core::words::{self as dates, shell};
use crate::ui::incident::note::Note;
use crate::ui::incident::{response, words as text};
use crate::ui::kit::badges::status_badge;
use crate::ui::kit::basics::{button, choice, h1, h2, link, p, span};
use crate::ui::kit::console_label::with_console_labels;
use crate::ui::kit::dialog;
use leptos::prelude::*;

/// The step that stops the stolen credential.
const CONTAIN: &str = "contain";

pub(crate) fn incident(app: AppState, locale: Locale) -> Vec<Element> {
    vec![
        h1(shell::INCIDENT.get(locale)),
        p("lead", text::LEAD.get(locale)),
        topic_view(app, Topic::Incident, locale, move |file| render(app, file, locale)),
    ]
}

fn render(app: AppState, file: &Json, locale: Locale) -> Vec<Element> {
    let steps: Vec<LogStep> = file
        .items("steps")
        .iter()
        .map(|step| LogStep { id: step.words("step").to_owned(), title: step.words("title").to_owned() })
        .collect();
    let counted = steps.clone();
    let progress = el("p").class("num").attr("role", "status").reactive_text(move || {
        app.assessment.with(|a| {
            let done = counted.iter().filter(|step| a.current.entry(Table::Runbook, &step.id).is_some()).count();
            text::progress(done, counted.len(), locale)
        })
    });
    let mut out = vec![progress.class("num noprint progress"), on_paper(app, locale), overview(app, &steps, locale)];
    for (number, step) in file.items("steps").iter().enumerate() {
        let reply = (step.words("step") == "answer-aws").then(|| reply(file, locale));
        out.push(render_step(app, number, step, reply, locale));
    }
    out.push(
        el("section")
            .class("do noprint")
            .child(el("header").child(h2(text::LOG.get(locale)).attr("id", "log")))
            .child(p("quiet", text::KEPT.get(locale)))
            .child(el("div").class("log-row").children(tools(app, steps, locale))),
    );
    out.push(prepare(locale));
    out
}

/// On paper, the account and the date.
fn on_paper(app: AppState, locale: Locale) -> Element {
    el("p").class("on-paper small").reactive_text(move || {
        let name = app.assessment.with(|a| name_of(&a.current, locale));
        let date = dates::date(app.local_date(app.now()), locale);
        [&name, " · ", text::PRINTED_AT.get(locale), ": ", &date].concat()
    })
}

/// All steps with their times, and the shortcut for a leaked key. Buttons, because a link would replace the route in
/// the address.
fn overview(app: AppState, steps: &[LogStep], locale: Locale) -> Element {
    let jump = |(number, step): (usize, &LogStep)| {
        let LogStep { id, title } = step.clone();
        let heading = heading_of(&id);
        let content = move || {
            let at = done_at(app, &id);
            let status = if at.is_some() { Status::Done } else { Status::Unanswered };
            let time = at.map(|at| text::done_at(at, utc_offset_minutes(), locale)).unwrap_or_default();
            let title = span("", &title).text(" ").child(span("num quiet small", &time));
            vec![status_badge(status), span("num", &number.to_string()), title]
        };
        el("li").child(button("", "", move || dom::jump_to(&heading)).reactive_children(content))
    };
    let all = steps.to_vec();
    let first = el("div")
        .reactive_children(move || {
            let Some(next) = all.iter().find(|step| done_at(app, &step.id).is_none()) else {
                return vec![p("goal", text::ALL_DONE.get(locale))];
            };
            let leaked = button("btn leaked", text::LEAKED.get(locale), || dom::jump_to(&heading_of(CONTAIN)));
            let is_running = all.iter().any(|step| done_at(app, &step.id).is_some());
            let heading = heading_of(&next.id);
            let go_on = button("btn ghost", &text::go_on(&next.title, locale), move || dom::jump_to(&heading));
            std::iter::once(leaked).chain(is_running.then_some(go_on)).collect()
        })
        .class("buttons");
    el("nav")
        .class("jumps noprint")
        .attr("aria-labelledby", "overview")
        .child(first)
        .child(h2(text::OVERVIEW.get(locale)).attr("id", "overview"))
        .child(el("ol").children(steps.iter().enumerate().map(jump)))
        .child(button("link", text::TO_LOG.get(locale), || dom::jump_to("#log")))
}

/// The selector of the heading of a step.
fn heading_of(id: &str) -> String {
    ["#step-", id].concat()
}

/// When a step was done. Tracked.
fn done_at(app: AppState, id: &str) -> Option<Timestamp> {
    Timestamp::parse(&app.entry(Table::Runbook, id))
}

fn tools(app: AppState, steps: Vec<LogStep>, locale: Locale) -> [Element; 4] {
    let json_steps = steps.clone();
    let markdown = move || {
        let words = LogWords {
            title: text::LOG.get(locale),
            unnamed: text::UNNAMED.get(locale),
            exported: text::EXPORTED.get(locale),
            open: text::OPEN.get(locale),
        };
        let now = app.now();
        let log = app.assessment.with_untracked(|a| log::markdown(&a.current, &steps, words, now));
        save_file(&format!("incident-log-{}.md", now.date()), &log, "text/markdown;charset=utf-8");
    };
    let json = move || {
        let now = app.now();
        let log = app.assessment.with_untracked(|a| log::json(&a.current, &json_steps, now));
        save_file(&format!("incident-log-{}.json", now.date()), &log, "application/json");
    };
    let clear = move || ask_to_clear(app, locale);
    [
        button("btn ghost", text::PRINT.get(locale), browser::print),
        button("btn ghost", text::MARKDOWN.get(locale), markdown),
        button("btn ghost", text::JSON.get(locale), json),
        button("link", text::START_OVER.get(locale), clear),
    ]
}

fn render_step(app: AppState, number: usize, step: &Json, reply: Option<Element>, locale: Locale) -> Element {
    let id = step.words("step").to_owned();
    let actions = texts(step, "actions").map(|action| el("li").child(with_console_labels("span", action)));
    let never: Vec<Element> = texts(step, "never").map(|never| with_console_labels("li", never)).collect();
    let never = (!never.is_empty()).then(|| {
        el("div")
            .class("warn")
            .child(el("b").text(text::NEVER.get(locale)))
            .child(el("ul").class("plain").children(never))
    });
    let related = controls(step, locale)
        .map(|links| el("div").class("related").child(p("small quiet", text::RELATED.get(locale))).child(links));
    let title = el("h2")
        .attr("id", &["step-", &id].concat())
        .child(span("num", &number.to_string()))
        .child(span("", step.words("title")));
    let [first_tick, last_tick] = [(); 2].map(|()| tick(app, &id, step.words("title"), locale));
    let end =
        el("footer").class("noprint").child(last_tick).child(button("link", text::TO_OVERVIEW.get(locale), || {
            dom::jump_to("#overview");
        }));
    let who = p("small quiet", text::WHO.get(locale)).text(": ").text(step.words("who"));
    let main_column = el("div")
        .child(p("goal", step.words("goal")))
        .child(who)
        .child(el("ol").class("steps").children(actions))
        .children(never)
        .children(reply)
        .children(commands(app, step, locale));
    let side_column = el("div").children(note(app, &id, locale)).children(related).child(folded_sources(step, locale));
    el("section")
        .class("runstep")
        .attr("data-step", &id)
        .child(el("header").child(title).child(first_tick).child(time_on_paper(app, &id, locale)))
        .child(main_column)
        .child(side_column)
        .child(end)
}

/// The time of a step on paper, or a box and a line to write it on.
fn time_on_paper(app: AppState, id: &str, locale: Locale) -> Element {
    let id = id.to_owned();
    el("p").class("on-paper").reactive_children(move || match done_at(app, &id) {
        Some(at) => vec![span("", &["\u{25a0} ", &text::done_at(at, utc_offset_minutes(), locale)].concat())],
        None => vec![span("", &["\u{25a1} ", text::TIME.get(locale)].concat()), span("write-here", "")],
    })
}

/// The button that records the time of a step. Pressed again it asks, because the time is evidence, and removes it.
fn tick(app: AppState, id: &str, title: &str, locale: Locale) -> Element {
    let step = LogStep { id: id.to_owned(), title: title.to_owned() };
    let (shown, pressed) = (id.to_owned(), id.to_owned());
    let is_done = move || done_at(app, &pressed).is_some();
    let toggle = move || match untrack(|| done_at(app, &step.id)) {
        Some(at) => ask_to_reopen(app, step.clone(), at, locale),
        None => {
            // A time contains no secret, so it is not refused.
            let _ = app.record_entry(Table::Runbook, &step.id, &app.now().to_string());
        }
    };
    let label = move || match done_at(app, &shown) {
        Some(at) => text::done_at(at, utc_offset_minutes(), locale),
        None => text::MARK.get(locale).to_owned(),
    };
    choice(is_done, toggle)
        .class("btn ghost done-at noprint")
        .child(el("span").reactive_text(label))
        .child(span("sr", " ").text(title))
}

/// Asks before it clears the log; the notice then offers an undo.
fn ask_to_clear(app: AppState, locale: Locale) {
    let count = |table| app.assessment.with_untracked(|a| a.current.table(table).len());
    let lost = text::log_lost(count(Table::Runbook), count(Table::RunbookNotes), locale);
    ask(text::CLEAR_ASK, lost, text::START_OVER, locale, move || {
        app.clear_tables(&[Table::Runbook, Table::RunbookNotes], text::CLEARED.get(locale).to_owned());
    });
}

/// Asks before it removes the time of a step; the notice then offers an undo.
fn ask_to_reopen(app: AppState, step: LogStep, at: Timestamp, locale: Locale) {
    let lost = text::time_lost(&step.title, at, utc_offset_minutes(), locale);
    ask(text::REOPEN_ASK, lost, text::REOPEN, locale, move || {
        app.clear_entry(Table::Runbook, &step.id, text::REOPENED.get(locale).to_owned());
    });
}

/// Asks with what would be lost. Cancelling is what a hasty Enter does.
fn ask(question: Text, lost: String, go_on: Text, locale: Locale, act: impl Fn() + Clone + 'static) {
    dialog::open("ask-title", move |close| {
        let (close_first, act) = (close.clone(), act.clone());
        let go_on = button("btn danger", go_on.get(locale), move || {
            close_first.close();
            act();
        });
        let cancel = button("btn ghost", shell::CANCEL.get(locale), move || close.close()).attr("autofocus", "");
        let title = h2(question.get(locale)).attr("id", "ask-title");
        let buttons = el("div").class("buttons").child(go_on).child(cancel);
        vec![el("div").class("ask").child(title).child(p("", &lost)).child(buttons)]
    });
}

/// The commands: collapsed, because they are long and not for every reader, but expanded in print.
fn commands(app: AppState, step: &Json, locale: Locale) -> Option<Element> {
    let cli = steps_cli(step);
    if cli.is_empty() {
        return None;
    }
    Some(
        el("details")
            .class("commands")
            .child(el("summary").text(text::COMMANDS.get(locale)))
            .children(fields(app, &cli, Topic::Incident, locale))
            .children(command_blocks(app, &cli, locale)),
    )
}

/// The field for a note. On paper its whole text, or an empty line to write on: a field prints what fits into it.
fn note(app: AppState, id: &str, locale: Locale) -> [Element; 5] {
    let field = ["note-", id].concat();
    let [area, refused] = autosaved_field(el("textarea"), &field, Note::new(app, id, locale), locale);
    let id = id.to_owned();
    let on_paper = el("p").class("on-paper written").reactive_text(move || app.entry(Table::RunbookNotes, &id));
    [
        el("label").class("small noprint").attr("for", &field).text(text::NOTE.get(locale)),
        area.class("noprint"),
        p("small quiet noprint", text::NOTE_MASKED.get(locale)),
        refused.class("refused noprint"),
        on_paper,
    ]
}

/// The replies to AWS: in the language of the page, and in English, which AWS's security teams read.
fn reply(file: &Json, locale: Locale) -> Element {
    let mut replies: Vec<&str> = texts(file, "replies").collect();
    replies.dedup();
    let last = replies.len().saturating_sub(1);
    let block = |(index, reply): (usize, &&str)| {
        let language = if index == last { Locale::En } else { locale };
        el("pre").class("reply").attr("tabindex", "0").attr("lang", language.tag()).text(reply)
    };
    let blocks: Vec<Element> = replies.iter().enumerate().map(block).collect();
    el("div").child(el("h3").text(text::REPLY.get(locale))).children(blocks)
}

fn prepare(locale: Locale) -> Element {
    let links = response::CONTROLS
        .into_iter()
        .zip([text::TEAM, text::TOO_MANY])
        .map(|(control, title)| el("li").child(link(&Route::Control(control.to_owned()), title.get(locale))));
    el("section")
        .class("aside noprint")
        .child(p("", text::NOT_NOW.get(locale)))
        .child(el("ul").class("plain").children(links))
}
