//! A command with its copy button, and the one form that fills every command.

use super::basics::{button, p, span};
use crate::browser::clipboard;
use crate::browser::element::{El, el, value_of};
use crate::catalogue::{Command, Placeholder};
use crate::commands;
use crate::i18n::Locale;
use crate::ui::state::AppState;
use crate::ui::text::control as text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Fields for the placeholders of the commands below.
pub(crate) fn fields(app: AppState, placeholders: Vec<Placeholder>, locale: Locale) -> Option<El> {
    let field = move |placeholder: Placeholder| {
        let filled = move || app.fills.with(|fills| fills.get(placeholder).to_owned());
        let input = el("input")
            .attr("type", "text")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("placeholder", placeholder.example())
            .live_value(filled)
            .on("input", move |event| {
                app.fills.update(|fills| fills.set(placeholder, value_of(&event)));
            });
        el("label").child(span("small", placeholder.title().get(locale))).child(input)
    };
    (!placeholders.is_empty()).then(|| {
        el("fieldset")
            .class("fields")
            .child(el("legend").text(text::FILL.get(locale)))
            .child(p("small quiet", text::FILL_HINT.get(locale)))
            .children(placeholders.into_iter().map(field))
    })
}

/// One command, filled as far as the person has filled it.
pub(crate) fn command_block(app: AppState, command: &'static Command, locale: Locale) -> El {
    let code = el("code").live(move || {
        let pieces = app.fills.with(|fills| commands::pieces(command, fills));
        let tag = |piece: &commands::Piece| if piece.placeholder.is_some() { "mark" } else { "span" };
        pieces.iter().map(|piece| el(tag(piece)).text(&piece.text)).collect()
    });
    let told = RwSignal::new(text::COPY);
    let shown = code.element().clone();
    let copy = move || {
        let line = app.fills.with_untracked(|fills| commands::line(command, fills));
        let shown = shown.clone();
        spawn_local(async move {
            let words = match clipboard::copy(&line).await {
                Ok(()) => text::COPIED,
                Err(_) => {
                    clipboard::select(&shown);
                    text::COPY_BY_HAND
                }
            };
            app.announce(&words.into());
            // The page may have been left meanwhile.
            let _ = told.try_set(words);
        });
    };
    let line = el("div")
        .class("line")
        .child(el("pre").attr("tabindex", "0").child(code))
        .child(button("", "", copy).live_text(move || told.get().get(locale).to_owned()));
    el("div").class("cmd").children(command.note.map(|note| p("small", note.get(locale)))).child(line)
}
