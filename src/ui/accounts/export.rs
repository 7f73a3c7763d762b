//! Exporting a backup: what the file contains, and an optional password for it.

use crate::assessment::file::sealed::{ITERATIONS, Sealed};
use crate::assessment::{Redaction, file};
use crate::base::i18n::{Locale, Text};
use crate::browser::element::{Element, el, set_value, value};
use crate::browser::{crypto, dom};
use crate::ui::accounts::backup_words as text;
use crate::ui::core::saving::{JSON, save_file};
use crate::ui::core::state::AppState;
use crate::ui::core::words::{self, shell};
use crate::ui::kit::basics::{p, tick};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The initial choices: everything, without a password.
const INITIAL: &str = "all notes owners names";
const ALL: &str = "all";
const NOTES: &str = "notes";
const OWNERS: &str = "owners";
const NAMES: &str = "names";
const SEALED: &str = "sealed";
const FIELDS: [(&str, Text); 2] =
    [("export-password", text::PASSWORD), ("export-password-again", text::PASSWORD_AGAIN)];

/// The state of the form.
#[derive(Clone, Copy)]
struct Form {
    app: AppState,
    /// The names of the choices, separated by spaces.
    chosen: RwSignal<String>,
    /// The result of the last attempt.
    result: RwSignal<String>,
    locale: Locale,
}

/// The export form.
pub(crate) fn export_form(app: AppState, locale: Locale) -> Element {
    let form = Form { app, chosen: RwSignal::new(INITIAL.to_owned()), result: RwSignal::new(String::new()), locale };
    let fields = FIELDS.map(|(id, _)| password_field(id, "new-password"));
    let typed: Vec<web_sys::Element> = fields.iter().map(|field| field.element().clone()).collect();
    el("form")
        .class("export-form")
        .on("submit", move |event| {
            event.prevent_default();
            form.save(&typed);
        })
        .child(user_name())
        .child(form.contents())
        .children(form.sealing())
        .child(form.passwords(fields))
        .child(el("button").attr("type", "submit").class("btn").text(text::SAVE.get(locale)))
        .child(el("p").class("small").attr("role", "status").reactive_text(move || form.result.get()))
}

impl Form {
    fn has(self, name: &str) -> bool {
        self.chosen.with(|chosen| is_in(chosen, name))
    }

    fn choice(self, name: &'static str, words: Text) -> Element {
        let press = move || self.chosen.update(|chosen| toggle(chosen, name));
        tick(words.get(self.locale), move || self.has(name), press)
    }

    fn contents(self) -> Element {
        // With one account there is no choice: it is always exported.
        let all = el("div").reactive_children(move || {
            let has_one_account = self.app.assessment.with(|a| a.others.is_empty());
            if has_one_account { Vec::new() } else { vec![self.choice(ALL, text::WITH_ALL)] }
        });
        el("fieldset")
            .class("ticks")
            .child(el("legend").text(text::WHAT.get(self.locale)))
            .child(all)
            .child(self.choice(NOTES, text::WITH_NOTES))
            .child(self.choice(OWNERS, text::WITH_OWNERS))
            .child(self.choice(NAMES, text::WITH_NAMES))
    }

    /// The choice to protect the file with a password, or the reason why the browser cannot.
    fn sealing(self) -> Vec<Element> {
        if crypto::is_available() {
            return vec![self.choice(SEALED, text::SEAL)];
        }
        let disabled = el("input").attr("type", "checkbox").attr("disabled", "").attr("aria-describedby", "no-crypto");
        vec![
            el("label").class("tick quiet").child(disabled).text(text::SEAL.get(self.locale)),
            p("small", text::NO_CRYPTO.get(self.locale)).attr("id", "no-crypto"),
        ]
    }

    fn passwords(self, fields: [Element; 2]) -> Element {
        let fields = fields.into_iter().zip(FIELDS).map(|(field, (id, name))| named(field, id, name, self.locale));
        el("div")
            .class("passwords")
            .reactive_attr("hidden", move || (!self.has(SEALED)).then(String::new))
            .child(p("small", text::PASSWORD_LOST.get(self.locale)))
            .children(fields)
            .child(show_passwords(&["#export-password", "#export-password-again"], self.locale))
    }

    fn save(self, fields: &[web_sys::Element]) {
        let backup = untrack(|| self.backup_text());
        if !untrack(|| self.has(SEALED)) {
            self.save_backup(&backup, false);
            return;
        }
        let [password, repeated] = [0, 1].map(|index| fields.get(index).map(value).unwrap_or_default());
        if let Some(refusal) = password_error(&password, &repeated) {
            self.show_result(refusal);
            dom::focus(if password.is_empty() { "#export-password" } else { "#export-password-again" });
            return;
        }
        fields.iter().for_each(|field| set_value(field, ""));
        self.show_result(text::SEALING);
        spawn_local(async move {
            match seal(&password, backup.as_bytes()).await {
                Some(sealed) => self.save_backup(&sealed, true),
                None => self.show_result(text::NOT_SEALED),
            }
        });
    }

    /// The text of the file.
    fn backup_text(self) -> String {
        let redaction = Redaction { notes: !self.has(NOTES), owners: !self.has(OWNERS), names: !self.has(NAMES) };
        let backup = self.app.assessment.with(|a| file::export(a, self.has(ALL), redaction));
        file::encode(&backup, self.app.now())
    }

    /// Saves the file. Only a complete one counts as a backup for the reminder.
    fn save_backup(self, file: &str, is_sealed: bool) {
        let today = self.app.local_date(self.app.now());
        save_file(&text::file_name(today, is_sealed), file, JSON);
        // The page may have been left by now, and the signal disposed of.
        let chosen = self.chosen.try_get_untracked().unwrap_or_default();
        let has_one_account = self.app.assessment.with_untracked(|a| a.others.is_empty());
        let is_complete = [NOTES, OWNERS, NAMES].into_iter().all(|name| is_in(&chosen, name));
        if is_complete && (has_one_account || is_in(&chosen, ALL)) {
            self.app.note_backup(true);
        }
        self.show_result(text::SAVED);
    }

    fn show_result(self, words: Text) {
        let _ = self.result.try_set(words.get(self.locale).to_owned());
    }
}

/// A password field.
pub(crate) fn password_field(id: &str, purpose: &str) -> Element {
    el("input")
        .attr("type", "password")
        .attr("id", id)
        .attr("autocomplete", purpose)
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
}

/// A hidden user name for password managers; browsers ask for one in forms with a password.
pub(crate) fn user_name() -> Element {
    el("input").attr("type", "text").attr("autocomplete", "username").attr("value", shell::NAME).attr("hidden", "")
}

/// A field with its label above it.
pub(crate) fn named(field: Element, id: &str, name: Text, locale: Locale) -> Element {
    el("div").child(el("label").class("small").attr("for", id).text(name.get(locale))).child(field)
}

/// The checkbox that shows the text of password fields.
pub(crate) fn show_passwords(fields: &'static [&'static str], locale: Locale) -> Element {
    let shown = RwSignal::new(String::new());
    let press = move || {
        shown.update(|shown| toggle(shown, "shown"));
        let kind = if is_in(&shown.get_untracked(), "shown") { "text" } else { "password" };
        fields.iter().for_each(|field| dom::set_attribute(field, "type", kind));
    };
    tick(text::SHOW.get(locale), move || shown.with(|shown| is_in(shown, "shown")), press)
}

fn is_in(chosen: &str, name: &str) -> bool {
    chosen.split(' ').any(|one| one == name)
}

fn toggle(chosen: &mut String, name: &str) {
    let others: Vec<&str> = chosen.split(' ').filter(|one| *one != name).collect();
    let was_in = others.len() < chosen.split(' ').count();
    *chosen = [others.join(" ").as_str(), if was_in { "" } else { name }].join(" ");
}

fn password_error(password: &str, repeated: &str) -> Option<Text> {
    if password.is_empty() {
        return Some(text::PASSWORD_MISSING);
    }
    (password != repeated).then_some(text::PASSWORDS_DIFFER)
}

async fn seal(password: &str, data: &[u8]) -> Option<String> {
    let (salt, iv) = (crypto::random(16).ok()?, crypto::random(12).ok()?);
    let data = crypto::seal(password, (ITERATIONS, &salt), &iv, data).await.ok()?;
    Some(Sealed { iterations: ITERATIONS, salt, iv, data }.encode())
}

/// The date of the last backup.
pub(crate) fn last_backup(app: AppState, locale: Locale) -> Element {
    el("p").class("small quiet").reactive_text(move || {
        let at = app.backup.with(|backup| backup.at);
        text::last_export(at.map(|at| words::date(app.local_date(at), locale)), locale)
    })
}
