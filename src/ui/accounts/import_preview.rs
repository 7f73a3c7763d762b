//! Importing a backup: the file input, the password form, and the preview of the changes.

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

/// The file input.
pub(crate) fn file_chooser(import: Import, locale: Locale) -> Element {
    drop_zone(text::DROP, text::DROP_HINT, locale, move |files| import.open_file(&files))
}

/// The state of the import.
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
    let message = el("div")
        .class("warn")
        .attr("id", "import-error")
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .child(p("", words.get(locale)).text(" ").text(text::NOTHING_CHANGED.get(locale)));
    let evidence_link = is_evidence.then(|| el("p").child(link(&Route::Evidence, text::TO_EVIDENCE.get(locale))));
    std::iter::once(message).chain(evidence_link).collect()
}

fn unlock(import: Import, locale: Locale) -> Element {
    let field = password_field("import-password", "current-password").attr("aria-describedby", "import-status");
    let typed = field.element().clone();
    let message = move || {
        import.file.with(|file| match file {
            ImportFile::Locked { message: Some(words), .. } => words.get(locale).to_owned(),
            ImportFile::Locked { message: None, .. }
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
        .child(p("refused", "").attr("id", "import-status").attr("role", "status").reactive_text(message))
        .child(buttons)
}

fn ready(import: Import, progress: String, cut: Option<&Words>, locale: Locale) -> Vec<Element> {
    // Empty means merge.
    let replaces = RwSignal::new(String::new());
    let is_replacing = move || replaces.with(|on| !on.is_empty());
    let option = move |replace: bool, words: crate::base::i18n::Text| {
        let press = move || replaces.set(if replace { "replace".to_owned() } else { String::new() });
        choice(move || is_replacing() == replace, press).text(words.get(locale))
    };
    let modes = el("div")
        .class("seg")
        .attr("role", "group")
        .attr("aria-label", text::HOW.get(locale))
        .child(option(false, text::MERGE))
        .child(option(true, text::REPLACE));
    let explanation = move || if is_replacing() { text::REPLACE_BODY } else { text::MERGE_BODY }.get(locale).to_owned();
    let preview = documents::document(import.app, "import-preview", locale, move |request| {
        let now = import.app.now();
        put(request, "progress", import.app.assessment.with(|assessment| file::encode(assessment, now)));
        put(request, "opened", progress.as_str());
        put(request, "replace", Json::Bool(is_replacing()));
    });
    let apply = move || import.apply(if untrack(is_replacing) { ImportMode::Replace } else { ImportMode::Merge });
    let apply = button("btn", "", apply)
        .reactive_attr("class", move || Some(if is_replacing() { "btn danger" } else { "btn" }.to_owned()))
        .reactive_text(move || if is_replacing() { text::REPLACE_NOW } else { text::MERGE_NOW }.get(locale).to_owned());
    let cut = cut.map(|words| p("warn secrets", "").child(el("span").text(words.get(locale))));
    let heading = el("h3").attr("id", "import-preview").attr("tabindex", "-1").text(text::PREVIEW.get(locale));
    let buttons = el("div").class("buttons").child(apply).child(button(
        "btn ghost",
        text::DO_NOT_IMPORT.get(locale),
        move || import.close(),
    ));
    std::iter::once(heading)
        .chain(cut)
        .chain([modes, el("p").class("small quiet").reactive_text(explanation), preview, buttons])
        .collect()
}
