//! A command with its copy button, and the one form that fills every command.

use super::basics::{p, span, tick};
use super::labelled::labelled;
use crate::browser::element::{El, el, value_of};
use crate::browser::{clipboard, dom};
use crate::catalogue::placeholders::Kind;
use crate::commands;
use crate::guidance::Topic;
use crate::i18n::{Locale, Text};
use crate::json::Json;
use crate::ui::fills;
use crate::ui::library::Shelf;
use crate::ui::state::AppState;
use crate::ui::text::control as text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Fields for the placeholders of these commands, in the order of the form.
pub(crate) fn fields(app: AppState, cli: &[(Vec<String>, Option<String>)], topic: Topic, locale: Locale) -> Option<El> {
    let Shelf::Ready(file) = untrack(|| app.shelf(topic, locale)) else {
        return None;
    };
    let words = || cli.iter().flat_map(|(words, _)| words);
    let is_open = |placeholder: &&Json| words().any(|word| word.contains(placeholder.words("token")));
    let mut fields =
        file.items("placeholders").iter().filter(is_open).map(|placeholder| field(app, placeholder, locale)).peekable();
    fields.peek()?;
    let form = el("fieldset")
        .class("fields noprint")
        .child(el("legend").text(text::FILL.get(locale)))
        .child(p("small quiet", text::FILL_HINT.get(locale)));
    let (typed, ticked) = (Arc::clone(&file), Arc::clone(&file));
    let remember = tick(text::REMEMBER.get(locale), fills::is_on, move || {
        if fills::is_on() {
            fills::forget();
        } else {
            app.remember_fills(ticked.items("placeholders"));
        }
    });
    // Behind the fields' own handlers, which have filled in what was typed.
    let keep = move |_| {
        if fills::is_on() {
            app.remember_fills(typed.items("placeholders"));
        }
    };
    Some(form.children(fields).child(remember.class("tick small")).on("input", keep))
}

fn field(app: AppState, placeholder: &Json, locale: Locale) -> El {
    let token = placeholder.words("token").to_owned();
    let kind = Kind::from_id(placeholder.words("kind"));
    let (shown, typed, checked) = (token.clone(), token.clone(), token);
    let read = move |token: &str| app.fills.with(|fills| fills.get(token).trim().to_owned());
    let is_wrong = move || {
        let text = read(&checked);
        !text.is_empty() && !kind.fits(&text)
    };
    let also_wrong = is_wrong.clone();
    let input = el("input")
        .attr("type", "text")
        .attr("inputmode", if matches!(kind, Kind::AccountId | Kind::Digits) { "numeric" } else { "text" })
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("placeholder", placeholder.words("example"))
        .live_attr("aria-invalid", move || is_wrong().then(|| "true".to_owned()))
        .live_value(move || app.fills.with(|fills| fills.get(&shown).to_owned()))
        .on("input", move |event| app.fills.update(|fills| fills.set(&typed, value_of(&event))));
    // It is filled in all the same: AWS decides, not this page.
    let hint = el("span")
        .class("small refused")
        .attr("role", "status")
        .live_text(move || if also_wrong() { text::odd(kind).get(locale).to_owned() } else { String::new() });
    let ends = fills::ends_in().filter(|_| kind == Kind::AccountId);
    let ends = ends.map(|digits| span("small quiet", &text::ends_in(&digits, locale)));
    el("label").child(span("small", placeholder.words("title"))).child(input).children(ends).child(hint)
}

/// One command, filled as far as the person has filled it.
pub(crate) fn command_block(app: AppState, words: Vec<String>, note: Option<&str>, locale: Locale) -> El {
    let shown_words = words.clone();
    let code = el("code").live(move || {
        let pieces = app.fills.with(|fills| commands::pieces(&shown_words, fills));
        let tag = |piece: &commands::Piece| if piece.is_placeholder { "mark" } else { "span" };
        pieces.iter().map(|piece| el(tag(piece)).text(&piece.text)).collect()
    });
    let line = move || app.fills.with_untracked(|fills| commands::line(&words, fills));
    let line = copied_line(code, text::COPY, line, locale);
    el("div").class("cmd").children(note.map(|note| labelled("p", note).class("small"))).child(line)
}

/// A line to copy, with its button; where the browser refuses, the line is selected for the hand.
pub(crate) fn copied_line(code: El, copy: Text, line: impl Fn() -> String + 'static, locale: Locale) -> El {
    let shown = code.element().clone();
    let copy = el("button").attr("type", "button").text(copy.get(locale));
    let label = copy.element().clone();
    let copy = copy.on("click", move |_| {
        let (line, shown, label) = (line(), shown.clone(), label.clone());
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
    el("div").class("line").child(el("pre").attr("tabindex", "0").child(code)).child(copy)
}
