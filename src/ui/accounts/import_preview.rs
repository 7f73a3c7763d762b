//! Opening a copy: the place for the file, its password, and what it would change.

use crate::assessment::{Opening, file};
use crate::base::i18n::{Locale, Words};
use crate::base::json::{Json, put};
use crate::browser::effects::text_memo;
use crate::browser::element::{Element, el, set_value, value};
use crate::content::route::Route;
use crate::ui::accounts::backup_words as text;
use crate::ui::accounts::export::{named, password_field, show_passwords, user_name};
use crate::ui::accounts::import::{CopyFile, Import};
use crate::ui::core::documents;
use crate::ui::core::words::shell;
use crate::ui::kit::basics::{button, choice, link, p};
use crate::ui::kit::drop_zone::drop_zone;
use leptos::prelude::*;

/// Where the file is chosen.
pub(crate) fn choose_copy(import: Import, locale: Locale) -> Element {
    drop_zone(text::DROP, text::DROP_HINT, locale, move |files| import.open_copy(&files))
}

/// What becomes of the file.
pub(crate) fn opened_copy(import: Import, locale: Locale) -> Element {
    let stage = text_memo(move || import.copy.with(CopyFile::stage));
    el("div").class("opened").reactive_children(move || {
        stage.with(|_| ());
        match import.copy.get_untracked() {
            CopyFile::None => Vec::new(),
            CopyFile::Reading => vec![
                p("quiet", text::READING.get(locale)).attr("role", "status"),
                button("btn ghost", shell::CANCEL.get(locale), move || import.close_copy()),
            ],
            CopyFile::Trouble { words, is_evidence } => trouble(&words, is_evidence, locale),
            CopyFile::Locked { .. } => vec![unlock(import, locale)],
            CopyFile::Ready { progress, cut } => ready(import, progress, cut.as_ref(), locale),
        }
    })
}

fn trouble(words: &Words, is_evidence: bool, locale: Locale) -> Vec<Element> {
    let told = el("div")
        .class("warn")
        .attr("id", "copy-trouble")
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .child(p("", words.get(locale)).text(" ").text(text::NOTHING_CHANGED.get(locale)));
    let way = is_evidence.then(|| el("p").child(link(&Route::Evidence, text::TO_EVIDENCE.get(locale))));
    std::iter::once(told).chain(way).collect()
}

fn unlock(import: Import, locale: Locale) -> Element {
    let field = password_field("copy-password", "current-password").attr("aria-describedby", "copy-told");
    let typed = field.element().clone();
    let told = move || {
        import.copy.with(|copy| match copy {
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
        .child(button("btn ghost", shell::CANCEL.get(locale), move || import.close_copy()));
    el("form")
        .class("keep-copy")
        .on("submit", move |event| {
            event.prevent_default();
            let password = value(&typed);
            set_value(&typed, "");
            import.unlock_copy(password);
        })
        .child(user_name())
        .child(el("h3").text(text::LOCKED.get(locale)))
        .child(named(field, "copy-password", text::PASSWORD, locale))
        .child(show_passwords(&["#copy-password"], locale))
        .child(p("refused", "").attr("id", "copy-told").attr("role", "status").reactive_text(told))
        .child(buttons)
}

fn ready(import: Import, progress: String, cut: Option<&Words>, locale: Locale) -> Vec<Element> {
    // Empty: the two are merged.
    let replaces = RwSignal::new(String::new());
    let is_replacing = move || replaces.with(|on| !on.is_empty());
    let option = move |replace: bool, words: crate::base::i18n::Text| {
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
    let plan = documents::document(import.app, "plan", locale, move |request| {
        let now = import.app.now();
        put(request, "progress", import.app.assessment.with(|assessment| file::encode(assessment, now)));
        put(request, "opened", progress.as_str());
        put(request, "replace", Json::Bool(is_replacing()));
    });
    let take = move || import.take_copy(if untrack(is_replacing) { Opening::Replace } else { Opening::Merge });
    let take = button("btn", "", take)
        .reactive_attr("class", move || Some(if is_replacing() { "btn danger" } else { "btn" }.to_owned()))
        .reactive_text(move || if is_replacing() { text::REPLACE_NOW } else { text::MERGE_NOW }.get(locale).to_owned());
    let cut = cut.map(|words| p("warn secrets", "").child(el("span").text(words.get(locale))));
    let head = el("h3").attr("id", "copy-plan").attr("tabindex", "-1").text(text::PLAN.get(locale));
    let buttons =
        el("div")
            .class("buttons")
            .child(take)
            .child(button("btn ghost", text::LEAVE.get(locale), move || import.close_copy()));
    std::iter::once(head)
        .chain(cut)
        .chain([how, el("p").class("small quiet").reactive_text(what), plan, buttons])
        .collect()
}
