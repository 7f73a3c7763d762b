//! Opening a copy: the place for the file, its password, and what it would change.

use crate::assessment::{ImportMode, file};
use crate::base::i18n::{Locale, Words};
use crate::base::json::{Json, put};
use crate::browser::effects::text_memo;
use crate::browser::element::{Element, el, set_value, value};
use crate::content::route::Route;
use crate::ui::accounts::backup_words as text;
use crate::ui::accounts::export::{named, password_field, show_passwords, user_name};
use crate::ui::accounts::import::{Import, ImportFile};
use crate::ui::core::documents;
use crate::ui::core::words::shell;
use crate::ui::kit::basics::{button, choice, link, p};
use crate::ui::kit::drop_zone::drop_zone;
use leptos::prelude::*;

/// Where the file is chosen.
pub(crate) fn file_chooser(import: Import, locale: Locale) -> Element {
    drop_zone(text::DROP, text::DROP_HINT, locale, move |files| import.open_file(&files))
}

/// What becomes of the file.
pub(crate) fn import_status(import: Import, locale: Locale) -> Element {
    let stage = text_memo(move || import.file.with(ImportFile::stage));
    el("div").class("import-status").reactive_children(move || {
        stage.with(|_| ());
        match import.file.get_untracked() {
            ImportFile::None => Vec::new(),
            ImportFile::Reading => vec![
                p("quiet", text::READING.get(locale)).attr("role", "status"),
                button("btn ghost", shell::CANCEL.get(locale), move || import.close()),
            ],
            ImportFile::Error { words, is_evidence } => error(&words, is_evidence, locale),
            ImportFile::Locked { .. } => vec![unlock(import, locale)],
            ImportFile::Ready { progress, cut } => ready(import, progress, cut.as_ref(), locale),
        }
    })
}

fn error(words: &Words, is_evidence: bool, locale: Locale) -> Vec<Element> {
    let told = el("div")
        .class("warn")
        .attr("id", "import-error")
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .child(p("", words.get(locale)).text(" ").text(text::NOTHING_CHANGED.get(locale)));
    let way = is_evidence.then(|| el("p").child(link(&Route::Evidence, text::TO_EVIDENCE.get(locale))));
    std::iter::once(told).chain(way).collect()
}

fn unlock(import: Import, locale: Locale) -> Element {
    let field = password_field("import-password", "current-password").attr("aria-describedby", "import-status");
    let typed = field.element().clone();
    let told = move || {
        import.file.with(|copy| match copy {
            ImportFile::Locked { told: Some(words), .. } => words.get(locale).to_owned(),
            ImportFile::Locked { told: None, .. }
            | ImportFile::None
            | ImportFile::Reading
            | ImportFile::Error { .. }
            | ImportFile::Ready { .. } => String::new(),
        })
    };
    let buttons = el("div")
        .class("buttons")
        .child(el("button").attr("type", "submit").class("btn").text(text::UNLOCK.get(locale)))
        .child(button("btn ghost", shell::CANCEL.get(locale), move || import.close()));
    el("form")
        .class("export-form")
        .on("submit", move |event| {
            event.prevent_default();
            let password = value(&typed);
            set_value(&typed, "");
            import.unlock(password);
        })
        .child(user_name())
        .child(el("h3").text(text::LOCKED.get(locale)))
        .child(named(field, "import-password", text::PASSWORD, locale))
        .child(show_passwords(&["#import-password"], locale))
        .child(p("refused", "").attr("id", "import-status").attr("role", "status").reactive_text(told))
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
    let plan = documents::document(import.app, "import-preview", locale, move |request| {
        let now = import.app.now();
        put(request, "progress", import.app.assessment.with(|assessment| file::encode(assessment, now)));
        put(request, "opened", progress.as_str());
        put(request, "replace", Json::Bool(is_replacing()));
    });
    let take = move || import.apply(if untrack(is_replacing) { ImportMode::Replace } else { ImportMode::Merge });
    let take = button("btn", "", take)
        .reactive_attr("class", move || Some(if is_replacing() { "btn danger" } else { "btn" }.to_owned()))
        .reactive_text(move || if is_replacing() { text::REPLACE_NOW } else { text::MERGE_NOW }.get(locale).to_owned());
    let cut = cut.map(|words| p("warn secrets", "").child(el("span").text(words.get(locale))));
    let head = el("h3").attr("id", "import-preview").attr("tabindex", "-1").text(text::PREVIEW.get(locale));
    let buttons =
        el("div")
            .class("buttons")
            .child(take)
            .child(button("btn ghost", text::DO_NOT_IMPORT.get(locale), move || import.close()));
    std::iter::once(head)
        .chain(cut)
        .chain([how, el("p").class("small quiet").reactive_text(what), plan, buttons])
        .collect()
}
