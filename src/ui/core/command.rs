//! A command with its copy button, and the form for the placeholder values of all commands.

use crate::base::i18n::{Locale, Text};
use crate::base::json::Json;
use crate::base::number;
use crate::base::secrets;
use crate::browser::element::{Element, el, value_of};
use crate::browser::{clipboard, dom};
use crate::content::catalogue::placeholders::Kind;
use crate::content::commands::{self, CommandLine, Piece, PlaceholderValues};
use crate::content::topics::Topic;
use crate::ui::core::placeholder_values;
use crate::ui::core::state::AppState;
use crate::ui::core::topic_files::Load;
use crate::ui::core::words::control as text;
use crate::ui::kit::basics::{button, p, span, tick};
use crate::ui::kit::console_label::with_console_labels;
use crate::ui::kit::state::StateSignal;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Fields for the placeholders of these commands, in the order of the topic file; none if they have no placeholders.
pub(crate) fn fields(app: AppState, cli: &[CommandLine], topic: Topic, locale: Locale) -> Option<Element> {
    let Load::Ready(file) = untrack(|| app.topic(topic, locale)) else {
        return None;
    };
    let needs_home_region =
        cli.iter().any(|line| line.repeat.as_ref().is_some_and(|repeat| repeat.excludes_home_region));
    let words = || cli.iter().flat_map(|line| &line.words);
    let is_used = |placeholder: &&Json| {
        let token = placeholder.words("token");
        words().any(|word| word.contains(token)) || needs_home_region && token == "<HOME_REGION>"
    };
    let mut fields =
        file.items("placeholders").iter().filter(is_used).map(|placeholder| field(app, placeholder, locale)).peekable();
    fields.peek()?;
    let form = el("fieldset")
        .class("fields noprint")
        .child(el("legend").text(text::FILL.get(locale)))
        .child(p("small quiet", text::FILL_HINT.get(locale)));
    let (input_file, tick_file) = (Arc::clone(&file), Arc::clone(&file));
    let remember = tick(text::REMEMBER.get(locale), placeholder_values::is_on, move || {
        if placeholder_values::is_on() {
            placeholder_values::forget();
        } else {
            app.remember_placeholder_values(tick_file.items("placeholders"));
        }
    });
    // The event bubbles from the fields, whose own handlers have already stored the values.
    let remember_input = move |_| {
        if placeholder_values::is_on() {
            app.remember_placeholder_values(input_file.items("placeholders"));
        }
    };
    let form = form.children(fields).child(remember.class("tick small"));
    Some(form.on("input", remember_input.clone()).on("change", remember_input))
}

/// Longer texts in the field for an access-key id are no id: a secret key has 40 letters.
const KEY_ID_LIMIT: usize = 32;

fn field(app: AppState, placeholder: &Json, locale: Locale) -> Element {
    let token = placeholder.words("token").to_owned();
    let kind = Kind::from_id(placeholder.words("kind"));
    let (value_token, input_token, checked_token) = (token.clone(), token.clone(), token.clone());
    let (number_token, is_number) = (token.clone(), matches!(kind, Kind::AccountId | Kind::Digits));
    let read = move |token: &str| {
        app.placeholder_values.with(|placeholder_values| placeholder_values.get(token).trim().to_owned())
    };
    let is_wrong = move || {
        let text = read(&checked_token);
        !text.is_empty() && !kind.fits(&text)
    };
    let shows_hint = is_wrong.clone();
    let has_secret = StateSignal::new(false);
    let input = el("input")
        .attr("type", "text")
        .attr("inputmode", if is_number { "numeric" } else { "text" })
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("placeholder", &text::example(placeholder.words("example"), locale))
        .reactive_attr("aria-invalid", move || is_wrong().then(|| "true".to_owned()))
        .reactive_value(move || {
            app.placeholder_values.with(|placeholder_values| placeholder_values.get(&value_token).to_owned())
        })
        .on("input", move |event| {
            // A secret is refused: it would stand in a command, and then in the history of a shell.
            let typed = value_of(&event);
            let is_too_long = kind == Kind::AccessKeyId && typed.trim().len() > KEY_ID_LIMIT;
            let is_secret = is_too_long || !secrets::cut(&typed).found.is_empty();
            has_secret.set(is_secret);
            let typed = if is_secret { String::new() } else { typed };
            app.placeholder_values.update(|placeholder_values| placeholder_values.set(&input_token, typed))
        })
        .on("change", move |event| {
            // Not while typing: it would disturb an input method. The console shows account ids with hyphens.
            let typed = value_of(&event);
            let digits = number::half_width(&typed).replace('-', "");
            if is_number && digits != typed {
                app.placeholder_values.update(|placeholder_values| placeholder_values.set(&number_token, digits));
            }
        });
    // An unusual value is still used in the commands: only AWS can decide whether it is valid.
    let hint = el("span").class("small refused").attr("role", "status").reactive_text(move || {
        let words = match (has_secret.get(), shows_hint()) {
            (true, _) => text::SECRET_REFUSED.get(locale),
            (false, true) => text::odd(kind).get(locale),
            (false, false) => "",
        };
        words.to_owned()
    });
    let last_digits = placeholder_values::ends_in().filter(|_| kind == Kind::AccountId);
    let last_digits = last_digits.map(|digits| span("small quiet", &text::ends_in(&digits, locale)));
    let label = el("label").child(span("small", placeholder.words("title"))).child(input);
    let label = label.children(last_digits).child(hint);
    if kind != Kind::Time {
        return label;
    }
    let enter_now = move || {
        let soon = app.now().next_minute().to_string();
        app.placeholder_values.update(|placeholder_values| placeholder_values.set(&token, soon.clone()));
        dom::announce(&soon);
    };
    el("div").child(label).child(button("link small", text::TIME_NOW.get(locale), enter_now))
}

/// Commands in order. Those that run in several Regions are shown as one loop first, then one by one.
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

/// One command with the placeholder values entered so far.
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
    let line = move || {
        let pieces = app.placeholder_values.with_untracked(&pieces);
        let missing = commands::missing(&pieces);
        (pieces.into_iter().map(|piece| piece.text).collect(), missing)
    };
    // Entering a value resets the button, which may say how many values are missing.
    let copy = el("button").attr("type", "button").reactive_text(move || {
        app.placeholder_values.with(|_| ());
        text::COPY.get(locale).to_owned()
    });
    line_with_button(pre(code), copy, line, locale)
}

fn pre(code: Element) -> Element {
    el("pre").attr("translate", "no").child(code)
}

/// A line with a copy button. If the browser refuses to copy, the line is selected for manual copying.
pub(crate) fn copied_line(code: Element, copy: Text, line: impl Fn() -> String + 'static, locale: Locale) -> Element {
    let copy = el("button").attr("type", "button").text(copy.get(locale));
    // It may be long: it scrolls, also by keyboard.
    line_with_button(pre(code).attr("tabindex", "0"), copy, move || (line(), 0), locale)
}

/// `line` returns the text to copy, and how many values are missing in it.
fn line_with_button(
    shown: Element,
    copy: Element,
    line: impl Fn() -> (String, usize) + 'static,
    locale: Locale,
) -> Element {
    let selected = shown.element().clone();
    let label = copy.element().clone();
    let copy = copy.on("click", move |_| {
        let ((line, missing), selected, label) = (line(), selected.clone(), label.clone());
        spawn_local(async move {
            let result = if clipboard::copy(&line).await.is_ok() {
                text::copied(missing, locale)
            } else {
                clipboard::select(&selected);
                text::COPY_BY_HAND.get(locale).to_owned()
            };
            dom::announce(&result);
            label.set_text_content(Some(&result));
        });
    });
    el("div").class("line").child(shown).child(copy)
}
