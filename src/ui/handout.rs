//! The workshop handout: a form, and the blank checklist that it prints.

use crate::base::i18n::{Locale, Text};
use crate::base::json::{Json, Object, put};
use crate::browser::dom;
use crate::browser::effects::text_memo;
use crate::browser::element::{Element, el, value_of};
use crate::documents::handout::{Appendix, Choices, Handout, MINUTES, address, files};
use crate::ui::core::controls_picker::controls_picker;
use crate::ui::core::documents::{document, print_row};
use crate::ui::core::state::AppState;
use crate::ui::core::topic_files::Load;
use crate::ui::core::words::{handout as text, shell};
use crate::ui::kit::basics::{button, field, p, span, tick};
use crate::ui::kit::state::StateSignal;
use leptos::prelude::*;

/// The choices of the form, as JSON.
#[derive(Clone, Copy)]
pub(crate) struct HandoutState {
    app: AppState,
    choices: StateSignal<String>,
}

impl HandoutState {
    pub(crate) fn new(app: AppState) -> HandoutState {
        HandoutState { app, choices: StateSignal::new(String::new()) }
    }
}

pub(crate) fn handout(state: HandoutState, locale: Locale) -> Vec<Element> {
    let form = Form { app: state.app, chosen: state.choices, locale };
    untrack(|| form.need_files());
    vec![print_row(shell::HANDOUT, locale), form.render(), sheet(form)]
}

/// The form. Its choices are in the state, so they survive a change of language or page.
#[derive(Clone, Copy)]
struct Form {
    app: AppState,
    chosen: StateSignal<String>,
    locale: Locale,
}

impl Form {
    /// The choices. Tracked.
    fn json(self) -> Json {
        self.chosen.with(|choices| Json::parse(choices).unwrap_or_default())
    }

    /// A text among the choices. Tracked.
    fn text(self, key: &str) -> String {
        self.json().words(key).to_owned()
    }

    /// Reads the choices, with defaults for those that are missing or invalid. Tracked.
    fn with<R>(self, read: impl FnOnce(&Choices<'_>) -> R) -> R {
        read(&Choices::read(&self.json(), self.locale))
    }

    fn set(self, key: &str, value: impl Into<Json>) {
        let mut object = Object::new();
        if let Json::Object(known) = untrack(|| self.json()) {
            object = known;
        }
        put(&mut object, key, value);
        self.chosen.set(Json::Object(object).to_string());
        // Another language or appendix may need another file.
        untrack(|| self.need_files());
    }

    /// Fetches the topic files that the choices need: the handout can be in another language, and in both.
    fn need_files(self) {
        self.app.need(files(&self.json(), self.locale));
    }

    /// The typed address; before that, the page's own. Tracked.
    fn address(self) -> String {
        let json = self.json();
        json.get("address").and_then(Json::as_text).map_or_else(|| dom::address_of(""), str::to_owned)
    }

    fn render(self) -> Element {
        let locale = self.locale;
        let languages = [
            ("ja", text::JAPANESE.to_owned()),
            ("en", text::ENGLISH.to_owned()),
            ("both", text::BOTH.get(locale).to_owned()),
        ];
        let language = self.select(text::LANGUAGES, "languages", languages, move || {
            let chosen = self.text("languages");
            if chosen.is_empty() { locale.tag().to_owned() } else { chosen }
        });
        let ids = move || {
            self.with(|choices| choices.controls.iter().map(|control| control.id).collect::<Vec<_>>().join(" "))
        };
        el("div")
            .class("noprint form")
            .child(p("lead", text::LEAD.get(locale)))
            .child(el("div").class("fields").child(language))
            .child(controls_picker(text::WHAT, ids, move |ids| self.set("controls", ids), locale))
            .child(self.tick("steps", text::STEPS))
            .child(self.group(text::EXTRAS, Appendix::ALL.map(|extra| self.tick(extra.id(), text::extra(extra)))))
            .child(self.group(
                text::ABOUT,
                [
                    self.line("title", text::TITLE),
                    self.line("event", text::EVENT),
                    self.line("date", text::DATE),
                    self.line("contact", text::CONTACT),
                ],
            ))
            .child(self.address_field())
            .child(self.more())
    }

    fn group(self, title: Text, fields: impl IntoIterator<Item = Element>) -> Element {
        el("fieldset").class("fields").child(el("legend").text(title.get(self.locale))).children(fields)
    }

    /// Options that are rarely changed.
    fn more(self) -> Element {
        let locale = self.locale;
        let localised = |(value, name): (&'static str, Text)| (value, name.get(locale).to_owned());
        let paper = [("a4", "A4".to_owned()), localised(("letter", text::LETTER))];
        let order = [("levels", text::IN_LEVELS), ("sections", text::IN_SECTIONS)].map(localised);
        let minutes = MINUTES.map(|minutes| (minutes.to_string(), text::minutes(minutes, locale)));
        let minutes = minutes.each_ref().map(|(value, name)| (value.as_str(), name.clone()));
        el("details").child(el("summary").text(text::MORE.get(locale))).child(
            el("div")
                .class("fields")
                .child(self.select(text::PAPER, "paper", paper, move || or_default(self.text("paper"), "a4")))
                .child(self.select(text::ORDER, "order", order, move || or_default(self.text("order"), "levels")))
                .child(self.select(text::MINUTES, "minutes", minutes, move || {
                    self.with(|choices| choices.minutes.to_string())
                })),
        )
    }

    fn tick(self, key: &'static str, name: Text) -> Element {
        let is_on = move || self.json().flag(key).unwrap_or_default();
        tick(name.get(self.locale), is_on, move || self.set(key, Json::Bool(!untrack(is_on)))).attr("data-choice", key)
    }

    /// A line of text. It is saved on `change`, not on `input`, because each change makes the document again.
    fn line(self, key: &'static str, name: Text) -> Element {
        let input = el("input")
            .attr("type", "text")
            .attr("autocomplete", "off")
            .reactive_value(move || self.text(key))
            .on("change", move |event| self.set(key, value_of(&event)));
        field(name.get(self.locale), input)
    }

    fn select<const N: usize>(
        self,
        name: Text,
        key: &'static str,
        options: [(&str, String); N],
        value: impl Fn() -> String + 'static,
    ) -> Element {
        let option = |(value, name): (&str, String)| {
            let option = el("option").attr("value", value).text(&name);
            // The name of a language is written in that language.
            if Locale::from_tag(value).is_some() { option.attr("lang", value) } else { option }
        };
        let select = el("select")
            .class("choice")
            .children(options.map(option))
            .reactive_value(value)
            .on("change", move |event| self.set(key, value_of(&event)));
        field(name.get(self.locale), select)
    }

    /// The address, and why there are no QR codes.
    fn address_field(self) -> Element {
        let locale = self.locale;
        let address_error = move || address::public(&self.address()).err();
        let input = el("input")
            .attr("type", "text")
            .attr("inputmode", "url")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("aria-describedby", "address-hint")
            .reactive_attr("aria-invalid", move || {
                address_error().filter(|error| !error.is_hint()).map(|_| "true".to_owned())
            })
            .reactive_value(move || self.address())
            .on("change", move |event| self.set("address", value_of(&event)));
        let hint = el("div").attr("id", "address-hint").attr("role", "status").reactive_children(move || {
            let message = |error: address::Unusable| {
                p(if error.is_hint() { "small quiet" } else { "small refused" }, &text::unusable(error, locale))
            };
            address_error().map(message).into_iter().collect()
        });
        el("div").child(field(text::ADDRESS.get(locale), input)).child(hint)
    }

    /// Adds the choices and the topic files to the request. The choices are tracked.
    fn put(self, request: &mut Object) {
        let choices = self.json();
        let needed = files(&choices, self.locale);
        if let Json::Object(choices) = choices {
            for (key, value) in choices {
                put(request, &key, value);
            }
        }
        put(request, "address", self.address());
        let mut topics = Object::new();
        for (topic, locale) in needed {
            if let Load::Ready(file) = untrack(|| self.app.topic(topic, locale)) {
                put(&mut topics, &Handout::key(topic, locale), Json::clone(&file));
            }
        }
        put(request, "topics", Json::Object(topics));
    }

    /// The worst load state among the needed topic files; empty if all are ready. Tracked.
    fn stamp(self) -> &'static str {
        let needed = files(&self.json(), self.locale);
        let stamps: Vec<_> = needed.into_iter().map(|(topic, locale)| self.app.topic(topic, locale).stamp()).collect();
        let worst = [&Load::Failed, &Load::Loading].map(Load::stamp).into_iter().find(|stamp| stamps.contains(stamp));
        worst.unwrap_or_default()
    }
}

fn or_default(text: String, default: &str) -> String {
    if text.is_empty() { default.to_owned() } else { text }
}

/// The document, once the needed topic files are loaded.
fn sheet(form: Form) -> Element {
    let (app, locale) = (form.app, form.locale);
    let stamp = text_memo(move || form.stamp().to_owned());
    el("div").reactive_children(move || {
        stamp.with(|stamp| match stamp.as_str() {
            "" => vec![document(app, "handout", locale, move |request| form.put(request))],
            stamp if stamp == Load::Failed.stamp() => {
                let message = p("warn", "").attr("role", "alert").child(span("", shell::NOT_LOADED.get(locale)));
                vec![message, button("btn", shell::LOAD_AGAIN.get(locale), move || untrack(|| form.need_files()))]
            }
            _ => vec![p("quiet", shell::LOADING.get(locale))],
        })
    })
}
