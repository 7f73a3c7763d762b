//! Trouble with keeping answers: what happened, what it means, and the way to a file. Silent when all is well.

use super::basics::{button, p};
use crate::browser::element::{El, el};
use crate::browser::storage;
use crate::i18n::{Locale, Text};
use crate::ui::keep::{self, Keeping};
use crate::ui::state::AppState;
use crate::ui::text::notices as text;
use leptos::prelude::*;

/// Everything that a person has to know about saving.
pub(crate) fn notices(app: AppState) -> El {
    el("div").live(move || {
        let locale = app.locale.get();
        let trouble = match app.keeping.get() {
            Keeping::Fine => None,
            Keeping::Blocked => Some((text::BLOCKED, None)),
            Keeping::Full => Some((text::FULL, None)),
            Keeping::Newer => Some((text::NEWER, Some(keep::KEY))),
            Keeping::Stuck => Some((text::STUCK, Some(keep::KEY))),
        };
        let aside = app.aside.get().into_iter().map(|key| set_aside(app, key, locale));
        trouble.map(|(words, old)| notice(app, words, old, locale)).into_iter().chain(aside).collect()
    })
}

fn framed(words: Text, locale: Locale) -> El {
    el("section")
        .class("notice noprint")
        .attr("aria-label", text::TITLE.get(locale))
        .child(p("", words.get(locale)))
}

/// A notice that offers the answers as a file, and what storage holds where that is something else.
fn notice(app: AppState, words: Text, old: Option<&'static str>, locale: Locale) -> El {
    framed(words, locale)
        .child(button("btn ghost", text::EXPORT.get(locale), move || app.export()))
        .children(old.map(|key| button("btn ghost", text::EXPORT_OLD.get(locale), move || keep::export_raw(key))))
}

fn set_aside(app: AppState, key: String, locale: Locale) -> El {
    let sure = RwSignal::new(false);
    let old = key.clone();
    let forget = move || {
        if !sure.get_untracked() {
            sure.set(true);
            return;
        }
        // Where storage has been blocked meanwhile, the notice stays.
        let _ = storage::remove(&key);
        app.aside.set(keep::aside());
    };
    let label = move || if sure.get() { text::FORGET_SURE } else { text::FORGET }.get(locale).to_owned();
    framed(text::SET_ASIDE, locale)
        .child(button("btn ghost", text::EXPORT_OLD.get(locale), move || keep::export_raw(&old)))
        .child(button("link", "", forget).live_text(label))
}
