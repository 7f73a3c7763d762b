//! Keeping a copy: what goes into the file, and a password for it.

use crate::assessment::LeaveOut;
use crate::browser::crypto;
use crate::browser::dom;
use crate::browser::element::{El, el, set_value, value};
use crate::i18n::{Locale, Text};
use crate::persist;
use crate::persist::sealed::{ITERATIONS, Sealed};
use crate::ui::keep::{JSON, save_file};
use crate::ui::parts::basics::{p, tick};
use crate::ui::state::AppState;
use crate::ui::text::{self as words, copies as text};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is chosen at first: everything, without a password.
const FIRST: &str = "all notes owners names";
const ALL: &str = "all";
const NOTES: &str = "notes";
const OWNERS: &str = "owners";
const NAMES: &str = "names";
const SEALED: &str = "sealed";

/// The form.
pub(crate) fn keep_copy(app: AppState, locale: Locale) -> El {
    let chosen = RwSignal::new(FIRST.to_owned());
    let told = RwSignal::new(String::new());
    let choice = move |name: &'static str, words: Text| {
        tick(words.get(locale), move || has(chosen, name), move || chosen.update(|chosen| toggle(chosen, name)))
    };
    // One account alone is always in it.
    let all = el("div").live(move || {
        let is_alone = app.assessment.with(|a| a.others.is_empty());
        if is_alone { Vec::new() } else { vec![choice(ALL, text::WITH_ALL)] }
    });
    let what = el("fieldset")
        .class("ticks")
        .child(el("legend").text(text::WHAT.get(locale)))
        .child(all)
        .child(choice(NOTES, text::WITH_NOTES))
        .child(choice(OWNERS, text::WITH_OWNERS))
        .child(choice(NAMES, text::WITH_NAMES));
    let fields = [("copy-new", text::PASSWORD), ("copy-again", text::PASSWORD_AGAIN)];
    let [first, again] = fields.map(|(id, name)| (password_field(id, "new-password"), name));
    let typed = [first.0.element().clone(), again.0.element().clone()];
    let save = move || {
        let whole = copy_of(app, chosen);
        if !has(chosen, SEALED) {
            save_file(&text::file_name(app.now().date(), false), &whole, JSON);
            kept(app, chosen, told, locale);
            return;
        }
        let [password, repeated] = [value(&typed[0]), value(&typed[1])];
        if let Some(refusal) = refused(&password, &repeated) {
            told.set(refusal.get(locale).to_owned());
            dom::focus(if password.is_empty() { "#copy-new" } else { "#copy-again" });
            return;
        }
        typed.iter().for_each(|field| set_value(field, ""));
        told.set(text::SEALING.get(locale).to_owned());
        spawn_local(async move {
            match seal(&password, whole.as_bytes()).await {
                Some(sealed) => {
                    save_file(&text::file_name(app.now().date(), true), &sealed, JSON);
                    kept(app, chosen, told, locale);
                }
                None => told.set(text::NOT_SEALED.get(locale).to_owned()),
            }
        });
    };
    let passwords = el("div")
        .class("passwords")
        .live_attr("hidden", move || (!has(chosen, SEALED)).then(String::new))
        .child(p("small", text::PASSWORD_LOST.get(locale)))
        .child(named(first.0, "copy-new", first.1, locale))
        .child(named(again.0, "copy-again", again.1, locale))
        .child(show_passwords(&["#copy-new", "#copy-again"], locale));
    el("form")
        .class("keep-copy")
        .on("submit", move |event| {
            event.prevent_default();
            save();
        })
        .child(what)
        .children(sealing(chosen, locale))
        .child(passwords)
        .child(el("button").attr("type", "submit").class("btn").text(text::SAVE.get(locale)))
        .child(el("p").class("small").attr("role", "status").live_text(move || told.get()))
}

/// Whether the file gets a password; where the browser cannot, why not.
fn sealing(chosen: RwSignal<String>, locale: Locale) -> Vec<El> {
    if crypto::is_there() {
        let press = move || chosen.update(|chosen| toggle(chosen, SEALED));
        return vec![tick(text::SEAL.get(locale), move || has(chosen, SEALED), press)];
    }
    let dead = el("input").attr("type", "checkbox").attr("disabled", "").attr("aria-describedby", "no-crypto");
    vec![
        el("label").class("tick quiet").child(dead).text(text::SEAL.get(locale)),
        p("small", text::NO_CRYPTO.get(locale)).attr("id", "no-crypto"),
    ]
}

/// A field for a password.
pub(crate) fn password_field(id: &str, purpose: &str) -> El {
    el("input")
        .attr("type", "password")
        .attr("id", id)
        .attr("autocomplete", purpose)
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
}

/// A field with its name above it.
pub(crate) fn named(field: El, id: &str, name: Text, locale: Locale) -> El {
    el("div").child(el("label").class("small").attr("for", id).text(name.get(locale))).child(field)
}

/// The box that shows what is typed into password fields.
pub(crate) fn show_passwords(fields: &'static [&'static str], locale: Locale) -> El {
    let shown = RwSignal::new(String::new());
    let press = move || {
        shown.update(|shown| toggle(shown, "shown"));
        let kind = if has(shown, "shown") { "text" } else { "password" };
        fields.iter().for_each(|field| dom::set_attribute(field, "type", kind));
    };
    tick(text::SHOW.get(locale), move || has(shown, "shown"), press)
}

fn has(chosen: RwSignal<String>, name: &str) -> bool {
    chosen.with(|chosen| chosen.split(' ').any(|one| one == name))
}

fn toggle(chosen: &mut String, name: &str) {
    let others: Vec<&str> = chosen.split(' ').filter(|one| *one != name).collect();
    let was_in = others.len() < chosen.split(' ').count();
    *chosen = [others.join(" ").as_str(), if was_in { "" } else { name }].join(" ");
}

/// The text of the file.
fn copy_of(app: AppState, chosen: RwSignal<String>) -> String {
    untrack(|| {
        let without = LeaveOut { notes: !has(chosen, NOTES), owners: !has(chosen, OWNERS), names: !has(chosen, NAMES) };
        let copy = app.assessment.with(|a| persist::copy(a, has(chosen, ALL), without));
        persist::encode(&copy, app.now())
    })
}

/// It is on its way to the person's folder. Only a whole one is a copy to come back to.
fn kept(app: AppState, chosen: RwSignal<String>, told: RwSignal<String>, locale: Locale) {
    let is_alone = app.assessment.with_untracked(|a| a.others.is_empty());
    let is_whole = untrack(|| [NOTES, OWNERS, NAMES].into_iter().all(|name| has(chosen, name)));
    if is_whole && (is_alone || untrack(|| has(chosen, ALL))) {
        app.note_copy(true);
    }
    told.set(text::SAVED.get(locale).to_owned());
}

fn refused(password: &str, repeated: &str) -> Option<Text> {
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

/// When a copy was kept last.
pub(crate) fn last_kept(app: AppState, locale: Locale) -> El {
    el("p").class("small quiet").live_text(move || {
        let at = app.copied.with(|copied| copied.at);
        text::last_kept(at.map(|at| words::date(app.local_date(at), locale)), locale)
    })
}
