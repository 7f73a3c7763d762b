//! Opening a copy: the place for the file, its password, and what it would change.

use crate::assessment::Opening;
use crate::browser::element::{El, el, set_value, value};
use crate::browser::following::derived;
use crate::i18n::{Locale, Words};
use crate::json::{Json, put};
use crate::route::Route;
use crate::ui::desk;
use crate::ui::opening::CopyFile;
use crate::ui::parts::basics::{button, choice, link, p};
use crate::ui::parts::drop_zone::drop_zone;
use crate::ui::parts::keep_copy::{named, password_field, show_passwords, user_name};
use crate::ui::state::AppState;
use crate::ui::text::{copies as text, shell};
use leptos::prelude::*;

/// Where the file is chosen.
pub(crate) fn choose_copy(app: AppState, locale: Locale) -> El {
    drop_zone(text::DROP, text::DROP_HINT, locale, move |files| app.open_copy(&files))
}

/// What becomes of the file.
pub(crate) fn opened_copy(app: AppState, locale: Locale) -> El {
    let stage = derived(move || app.copy.with(CopyFile::stage));
    el("div").class("opened").live(move || {
        stage.with(|_| ());
        match app.copy.get_untracked() {
            CopyFile::None => Vec::new(),
            CopyFile::Reading => vec![
                p("quiet", text::READING.get(locale)).attr("role", "status"),
                button("btn ghost", shell::CANCEL.get(locale), move || app.close_copy()),
            ],
            CopyFile::Trouble { words, is_evidence } => trouble(&words, is_evidence, locale),
            CopyFile::Locked { .. } => vec![unlock(app, locale)],
            CopyFile::Ready { progress, cut } => ready(app, progress, cut.as_ref(), locale),
        }
    })
}

fn trouble(words: &Words, is_evidence: bool, locale: Locale) -> Vec<El> {
    let told = el("div")
        .class("warn")
        .attr("id", "copy-trouble")
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .child(p("", words.get(locale)).text(" ").text(text::NOTHING_CHANGED.get(locale)));
    let way = is_evidence.then(|| el("p").child(link(&Route::Evidence, text::TO_EVIDENCE.get(locale))));
    std::iter::once(told).chain(way).collect()
}

fn unlock(app: AppState, locale: Locale) -> El {
    let field = password_field("copy-password", "current-password").attr("aria-describedby", "copy-told");
    let typed = field.element().clone();
    let told = move || {
        app.copy.with(|copy| match copy {
            CopyFile::Locked { told: Some(words), .. } => words.get(locale).to_owned(),
            CopyFile::Locked { told: None, .. }
            | CopyFile::None
            | CopyFile::Reading
            | CopyFile::Trouble { .. }
            | CopyFile::Ready { .. } => String::new(),
        })
    };
    let buttons = el("div")
        .class("buttons")
        .child(el("button").attr("type", "submit").class("btn").text(text::UNLOCK.get(locale)))
        .child(button("btn ghost", shell::CANCEL.get(locale), move || app.close_copy()));
    el("form")
        .class("keep-copy")
        .on("submit", move |event| {
            event.prevent_default();
            let password = value(&typed);
            set_value(&typed, "");
            app.unlock_copy(password);
        })
        .child(user_name())
        .child(el("h3").text(text::LOCKED.get(locale)))
        .child(named(field, "copy-password", text::PASSWORD, locale))
        .child(show_passwords(&["#copy-password"], locale))
        .child(p("refused", "").attr("id", "copy-told").attr("role", "status").live_text(told))
        .child(buttons)
}

fn ready(app: AppState, progress: String, cut: Option<&Words>, locale: Locale) -> Vec<El> {
    // Empty: the two are merged.
    let replaces = RwSignal::new(String::new());
    let is_replacing = move || replaces.with(|on| !on.is_empty());
    let option = move |replace: bool, words: crate::i18n::Text| {
        let press = move || replaces.set(if replace { "replace".to_owned() } else { String::new() });
        choice(move || is_replacing() == replace, press).text(words.get(locale))
    };
    let how = el("div")
        .class("seg")
        .attr("role", "group")
        .attr("aria-label", text::HOW.get(locale))
        .child(option(false, text::MERGE))
        .child(option(true, text::REPLACE));
    let what = move || if is_replacing() { text::REPLACE_BODY } else { text::MERGE_BODY }.get(locale).to_owned();
    let plan = desk::document(app, "plan", locale, move |request| {
        desk::put_progress(app, request);
        put(request, "opened", progress.as_str());
        put(request, "replace", Json::Bool(is_replacing()));
    });
    let take = move || app.take_copy(if untrack(is_replacing) { Opening::Replace } else { Opening::Merge });
    let take = button("btn", "", take)
        .live_attr("class", move || Some(if is_replacing() { "btn danger" } else { "btn" }.to_owned()))
        .live_text(move || if is_replacing() { text::REPLACE_NOW } else { text::MERGE_NOW }.get(locale).to_owned());
    let cut = cut.map(|words| p("warn secrets", "").child(el("span").text(words.get(locale))));
    let head = el("h3").attr("id", "copy-plan").attr("tabindex", "-1").text(text::PLAN.get(locale));
    let buttons =
        el("div")
            .class("buttons")
            .child(take)
            .child(button("btn ghost", text::LEAVE.get(locale), move || app.close_copy()));
    std::iter::once(head).chain(cut).chain([how, el("p").class("small quiet").live_text(what), plan, buttons]).collect()
}
