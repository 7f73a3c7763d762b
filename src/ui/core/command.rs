//! A command with its copy button, and the one form that fills every command.

use crate::base::i18n::{Locale, Text};
use crate::base::json::Json;
use crate::browser::element::{Element, el, value_of};
use crate::browser::{clipboard, dom};
use crate::content::catalogue::placeholders::Kind;
use crate::content::commands::{self, CommandLine, Piece, PlaceholderValues};
use crate::content::topics::Topic;
use crate::ui::core::placeholder_values;
use crate::ui::core::state::AppState;
use crate::ui::core::topic_files::Load;
use crate::ui::core::words::control as text;
use crate::ui::kit::basics::{p, span, tick};
use crate::ui::kit::console_label::with_console_labels;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Fields for the placeholders of these commands, in the order of the form.
pub(crate) fn fields(app: AppState, cli: &[CommandLine], topic: Topic, locale: Locale) -> Option<Element> {
    let Load::Ready(file) = untrack(|| app.topic(topic, locale)) else {
        return None;
    };
    let is_elsewhere = cli.iter().any(|line| line.repeat.as_ref().is_some_and(|repeat| repeat.is_elsewhere));
    let words = || cli.iter().flat_map(|line| &line.words);
    let is_open = |placeholder: &&Json| {
        let token = placeholder.words("token");
        words().any(|word| word.contains(token)) || is_elsewhere && token == "<HOME_REGION>"
    };
    let mut fields =
        file.items("placeholders").iter().filter(is_open).map(|placeholder| field(app, placeholder, locale)).peekable();
    fields.peek()?;
    let form = el("fieldset")
        .class("fields noprint")
        .child(el("legend").text(text::FILL.get(locale)))
        .child(p("small quiet", text::FILL_HINT.get(locale)));
    let (typed, ticked) = (Arc::clone(&file), Arc::clone(&file));
    let remember = tick(text::REMEMBER.get(locale), placeholder_values::is_on, move || {
        if placeholder_values::is_on() {
            placeholder_values::forget();
        } else {
            app.remember_placeholder_values(ticked.items("placeholders"));
        }
    });
    // Behind the fields' own handlers, which have filled in what was typed.
    let keep = move |_| {
        if placeholder_values::is_on() {
            app.remember_placeholder_values(typed.items("placeholders"));
        }
    };
    Some(form.children(fields).child(remember.class("tick small")).on("input", keep))
}

fn field(app: AppState, placeholder: &Json, locale: Locale) -> Element {
    let token = placeholder.words("token").to_owned();
    let kind = Kind::from_id(placeholder.words("kind"));
    let (shown, typed, checked) = (token.clone(), token.clone(), token);
    let read = move |token: &str| {
        app.placeholder_values.with(|placeholder_values| placeholder_values.get(token).trim().to_owned())
    };
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
        .attr("placeholder", &text::example(placeholder.words("example"), locale))
        .reactive_attr("aria-invalid", move || is_wrong().then(|| "true".to_owned()))
        .reactive_value(move || {
            app.placeholder_values.with(|placeholder_values| placeholder_values.get(&shown).to_owned())
        })
        .on("input", move |event| {
            app.placeholder_values.update(|placeholder_values| placeholder_values.set(&typed, value_of(&event)))
        });
    // It is filled in all the same: AWS decides, not this page.
    let hint = el("span")
        .class("small refused")
        .attr("role", "status")
        .reactive_text(move || if also_wrong() { text::odd(kind).get(locale).to_owned() } else { String::new() });
    let ends = placeholder_values::ends_in().filter(|_| kind == Kind::AccountId);
    let ends = ends.map(|digits| span("small quiet", &text::ends_in(&digits, locale)));
    el("label").child(span("small", placeholder.words("title"))).child(input).children(ends).child(hint)
}

/// Commands in their order. What is repeated over Regions stands in a loop first, and command by command below it.
pub(crate) fn command_blocks(app: AppState, cli: &[CommandLine], locale: Locale) -> Vec<Element> {
    let mut blocks = Vec::new();
    for group in commands::groups(cli) {
        let repeat = group.first().and_then(|line| line.repeat.as_ref());
        blocks.extend(repeat.map(|repeat| {
            let commands = group.to_vec();
            let title = el("b").text(text::in_regions(repeat).get(locale));
            let line = filled_line(
                app,
                move |placeholder_values| commands::region_loop(&commands, placeholder_values),
                locale,
            );
            el("div").class("cmd loop noprint").child(el("p").child(title)).child(line)
        }));
        blocks.extend(group.iter().map(|line| command_block(app, line, locale)));
    }
    blocks
}

/// One command, filled as far as the person has filled it.
pub(crate) fn command_block(app: AppState, line: &CommandLine, locale: Locale) -> Element {
    let note = line.note.as_deref().map(|note| with_console_labels("p", note).class("small"));
    let words = line.words.clone();
    el("div").class("cmd").children(note).child(filled_line(
        app,
        move |placeholder_values| commands::pieces(&words, placeholder_values),
        locale,
    ))
}

fn filled_line(
    app: AppState,
    pieces: impl Fn(&PlaceholderValues) -> Vec<Piece> + Clone + 'static,
    locale: Locale,
) -> Element {
    let shown = pieces.clone();
    let code = el("code").reactive_children(move || {
        let tag = |piece: &Piece| if piece.is_placeholder { "mark" } else { "span" };
        app.placeholder_values.with(&shown).iter().map(|piece| el(tag(piece)).text(&piece.text)).collect()
    });
    let line = move || app.placeholder_values.with_untracked(&pieces).into_iter().map(|piece| piece.text).collect();
    copied_line(code, text::COPY, line, locale)
}

/// A line to copy, with its button; where the browser refuses, the line is selected for the hand.
pub(crate) fn copied_line(code: Element, copy: Text, line: impl Fn() -> String + 'static, locale: Locale) -> Element {
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
