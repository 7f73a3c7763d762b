//! A command with its copy button, and the one form that fills every command.

use super::basics::{p, span};
use crate::browser::element::{El, el, value_of};
use crate::browser::{clipboard, dom};
use crate::catalogue::Placeholder;
use crate::commands;
use crate::i18n::Locale;
use crate::ui::state::AppState;
use crate::ui::text::control as text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Fields for the placeholders of these commands.
pub(crate) fn fields(app: AppState, cli: &[(Vec<String>, Option<String>)], locale: Locale) -> Option<El> {
    let words = || cli.iter().flat_map(|(words, _)| words);
    let open = |placeholder: &Placeholder| words().any(|word| word.contains(placeholder.token()));
    let mut fields =
        Placeholder::ALL.into_iter().filter(open).map(|placeholder| field(app, placeholder, locale)).peekable();
    fields.peek()?;
    let form = el("fieldset")
        .class("fields")
        .child(el("legend").text(text::FILL.get(locale)))
        .child(p("small quiet", text::FILL_HINT.get(locale)));
    Some(form.children(fields))
}

fn field(app: AppState, placeholder: Placeholder, locale: Locale) -> El {
    let input = el("input")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("placeholder", placeholder.example())
        .live_value(move || app.fills.with(|fills| fills.get(placeholder).to_owned()))
        .on("input", move |event| app.fills.update(|fills| fills.set(placeholder, value_of(&event))));
    el("label").child(span("small", placeholder.title().get(locale))).child(input)
}

/// One command, filled as far as the person has filled it.
pub(crate) fn command_block(app: AppState, words: Vec<String>, note: Option<&str>, locale: Locale) -> El {
    let shown_words = words.clone();
    let code = el("code").live(move || {
        let pieces = app.fills.with(|fills| commands::pieces(&shown_words, fills));
        let tag = |piece: &commands::Piece| if piece.is_placeholder { "mark" } else { "span" };
        pieces.iter().map(|piece| el(tag(piece)).text(&piece.text)).collect()
    });
    let shown = code.element().clone();
    let copy = el("button").attr("type", "button").text(text::COPY.get(locale));
    let label = copy.element().clone();
    let copy = copy.on("click", move |_| {
        let line = app.fills.with_untracked(|fills| commands::line(&words, fills));
        let (shown, label) = (shown.clone(), label.clone());
        spawn_local(async move {
            let told = if clipboard::copy(&line).await.is_ok() {
                text::COPIED
            } else {
                clipboard::select(&shown);
                text::COPY_BY_HAND
            };
            dom::announce(told.get(locale));
            label.set_text_content(Some(told.get(locale)));
        });
    });
    let line = el("div").class("line").child(el("pre").attr("tabindex", "0").child(code)).child(copy);
    el("div").class("cmd").children(note.map(|note| p("small", note))).child(line)
}
