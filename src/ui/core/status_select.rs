//! A native select for the status of a control, which works with touch and screen readers.
//!
//! In a closed select, most systems fire `change` for every arrow key and letter, so that walking through the options
//! would record each of them (WCAG 3.2.2). Here such keys only move what the field shows; Enter, or leaving the field,
//! records it. A choice from the opened list is recorded at once.

use crate::assessment::Status;
use crate::base::i18n::Locale;
use crate::browser::dom;
use crate::browser::element::{Element, el, set_value, value};
use crate::content::catalogue::{self, Control};
use crate::ui::core::state::AppState;
use crate::ui::core::words::checklist;
use crate::ui::kit::badges::reactive_status_badge;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, KeyboardEvent};

/// For how long after a letter the browser takes a space as a part of the same words, in milliseconds.
const SAME_WORDS: f64 = 1_000.0;

fn all() -> impl Iterator<Item = Status> {
    std::iter::once(Status::Unanswered).chain(Status::CHOICES)
}

/// A select without a control, to be cloned: a list needs one for each control.
pub(crate) fn blank(locale: Locale) -> Element {
    el("select").children(all().map(|status| el("option").attr("value", status.id()).text(status.title().get(locale))))
}

/// Shows the status; `select` is a clone of [`blank`]. Its list records what is chosen: [`record_choices`].
pub(crate) fn status_select(
    select: Element,
    control: &'static Control,
    status: impl Fn() -> Status + Copy + 'static,
    locale: Locale,
) -> Element {
    let label = format!("{}: {}", checklist::STATUS_OF.get(locale), control.title.get(locale));
    let select = select.attr("aria-label", &label).reactive_value(move || status().id().to_owned());
    el("span")
        .reactive_attr("class", move || Some(format!("status {}", status().id())))
        .child(reactive_status_badge(status))
        .child(select)
}

/// Records what is chosen in the status fields of a list. The events bubble, so a list needs one set of listeners.
pub(crate) fn record_choices(app: AppState, list: Element) -> Element {
    let keys = Rc::new(Keys::default());
    let [pressed, released, pointed, left] = [(); 4].map(|()| Rc::clone(&keys));
    let change = move |event| {
        if let Some(field) = Field::of(app, &event) {
            if keys.is_typing.get() { keys.tell(&field) } else { field.record() }
        }
    };
    let key_down = move |event: Event| {
        if let (Some(field), Some(event)) = (Field::of(app, &event), event.dyn_ref()) {
            pressed.press(&field, event);
        }
    };
    let pointer_down = move |event| {
        if let Some(field) = Field::of(app, &event) {
            pointed.is_typing.set(false);
            field.restore();
        }
    };
    let focus_out = move |event| {
        if let Some(field) = Field::of(app, &event) {
            left.is_typing.set(false);
            left.has_told.set(false);
            field.leave();
        }
    };
    list.on("change", change)
        .on("keydown", key_down)
        .on("keyup", move |_| released.is_typing.set(false))
        .on("pointerdown", pointer_down)
        .on("focusout", focus_out)
}

/// What the keys have done in the focused field.
#[derive(Default)]
struct Keys {
    /// Whether a letter is held down: letters choose the option that begins with them.
    is_typing: Cell<bool>,
    /// When the last letter was pressed.
    typed_at: Cell<f64>,
    /// Whether it was said how to record.
    has_told: Cell<bool>,
}

impl Keys {
    fn press(&self, field: &Field, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() {
            return;
        }
        let key = event.key();
        let is_in_words = event.time_stamp() - self.typed_at.get() < SAME_WORDS;
        match (key.as_str(), step_of(&key)) {
            ("Enter", _) if field.is_pending() => {
                event.prevent_default();
                field.record();
            }
            (_, Some(step)) if !event.alt_key() => {
                event.prevent_default();
                field.step(step);
                self.tell(field);
            }
            // All but Escape open the list. It begins with what is recorded, so that any other choice is a change.
            ("Escape" | "F4", _) | (_, Some(_)) => field.restore(),
            (" ", _) if !is_in_words => field.restore(),
            _ if key.chars().nth(1).is_none() && !event.alt_key() => {
                self.is_typing.set(true);
                self.typed_at.set(event.time_stamp());
            }
            _ => {}
        }
    }

    /// Says, once in a field, how to record what it shows.
    fn tell(&self, field: &Field) {
        if field.is_pending() && !self.has_told.replace(true) {
            dom::announce(checklist::PRESS_ENTER.get(field.app.locale.get_untracked()));
        }
    }
}

/// How many options a key moves by.
fn step_of(key: &str) -> Option<isize> {
    match key {
        "ArrowDown" | "ArrowRight" => Some(1),
        "ArrowUp" | "ArrowLeft" => Some(-1),
        "PageDown" => Some(3),
        "PageUp" => Some(-3),
        "End" => Some(isize::MAX),
        "Home" => Some(isize::MIN),
        _ => None,
    }
}

/// The status field in which an event occurred.
struct Field {
    app: AppState,
    select: web_sys::Element,
    control: &'static str,
}

impl Field {
    fn of(app: AppState, event: &Event) -> Option<Field> {
        let select: web_sys::Element = event.target()?.dyn_into().ok()?;
        if !select.matches(".status > select").ok()? {
            return None;
        }
        let id = select.closest("[data-control]").ok()??.get_attribute("data-control")?;
        Some(Field { app, select, control: catalogue::find(&id)?.id })
    }

    fn recorded(&self) -> Status {
        self.app.assessment.with_untracked(|a| a.current.status(self.control))
    }

    fn shown(&self) -> Status {
        Status::from_id(&value(&self.select)).unwrap_or_else(|| self.recorded())
    }

    /// Whether it shows a status that is not recorded.
    fn is_pending(&self) -> bool {
        self.shown() != self.recorded()
    }

    fn restore(&self) {
        set_value(&self.select, self.recorded().id());
    }

    fn record(&self) {
        let chosen = self.shown();
        // A status that still needs a reason must not look chosen.
        self.restore();
        self.app.choose(self.control, chosen);
    }

    /// Records what is pending. A dialogue must not open because the focus has moved on.
    fn leave(&self) {
        if self.shown().needs_reason() {
            self.restore();
        } else if self.is_pending() {
            self.record();
        }
    }

    fn step(&self, step: isize) {
        let shown = self.shown();
        let here = all().position(|status| status == shown).unwrap_or_default();
        let there = here.saturating_add_signed(step).min(Status::CHOICES.len());
        if let Some(status) = all().nth(there) {
            set_value(&self.select, status.id());
        }
    }
}
