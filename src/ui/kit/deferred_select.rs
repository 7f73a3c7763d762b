//! Selects whose value is not recorded by every key.
//!
//! In a closed select, most systems fire `change` for every arrow key and letter, so that walking through the options
//! would record each of them (WCAG 3.2.2). Here such keys only move what the field shows; Enter records it. A choice
//! from the opened list is recorded at once.

use crate::browser::element::{Element, set_value, value};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, KeyboardEvent};

/// For how long after a letter the browser takes a space as a part of the same words, in milliseconds.
const SAME_WORDS: f64 = 1_000.0;

/// What the selects below an element record.
pub(crate) trait Record {
    /// The recorded value of a select; `None` if it is not one of these.
    fn recorded(&self, select: &web_sys::Element) -> Option<String>;
    /// Records a value. The select shows the recorded value again.
    fn record(&self, select: &web_sys::Element, value: &str);
    /// Whether leaving the field records this value; otherwise the field shows the recorded one again.
    fn records_on_leaving(&self, value: &str) -> bool;
    /// Says how to record what the field shows.
    fn tell(&self);
}

/// Defers what the selects below this element record. The events bubble, so a list needs one set of listeners.
pub(crate) fn deferred(list: Element, record: Rc<dyn Record>) -> Element {
    let keys = Rc::new(Keys::default());
    let with_field = move |event: &Event, act: &dyn Fn(&Field)| {
        if let Some(field) = Field::of(&*record, event) {
            act(&field);
        }
    };
    let with_field = Rc::new(with_field);
    let [change, press, point, leave] = [(); 4].map(|()| (Rc::clone(&with_field), Rc::clone(&keys)));
    let released = Rc::clone(&keys);
    list.on("change", move |event| {
        (change.0)(&event, &|field| if change.1.is_typing.get() { change.1.tell(field) } else { field.record() });
    })
    .on("keydown", move |event: Event| {
        (press.0)(&event, &|field| {
            if let Some(event) = event.dyn_ref() {
                press.1.press(field, event);
            }
        });
    })
    .on("keyup", move |_| released.is_typing.set(false))
    .on("pointerdown", move |event| {
        (point.0)(&event, &|field| {
            point.1.is_typing.set(false);
            field.restore();
        });
    })
    .on("focusout", move |event| {
        (leave.0)(&event, &|field| {
            leave.1.is_typing.set(false);
            leave.1.has_told.set(false);
            field.leave();
        });
    })
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
            field.record.tell();
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

/// The select in which an event occurred.
struct Field<'a> {
    record: &'a dyn Record,
    select: web_sys::Element,
    recorded: String,
}

impl Field<'_> {
    fn of<'a>(record: &'a dyn Record, event: &Event) -> Option<Field<'a>> {
        let select: web_sys::Element = event.target()?.dyn_into().ok()?;
        let recorded = record.recorded(&select)?;
        Some(Field { record, select, recorded })
    }

    /// Whether it shows a value that is not recorded.
    fn is_pending(&self) -> bool {
        value(&self.select) != self.recorded
    }

    fn restore(&self) {
        set_value(&self.select, &self.recorded);
    }

    fn record(&self) {
        let chosen = value(&self.select);
        // A value that still needs an answer must not look chosen.
        self.restore();
        self.record.record(&self.select, &chosen);
    }

    fn leave(&self) {
        if !self.record.records_on_leaving(&value(&self.select)) {
            self.restore();
        } else if self.is_pending() {
            self.record();
        }
    }

    fn step(&self, step: isize) {
        let options = self.select.children();
        let id = |index| options.item(index)?.get_attribute("value");
        let shown = value(&self.select);
        let here = (0..options.length()).find(|index| id(*index).as_ref() == Some(&shown)).unwrap_or_default();
        let last = options.length().saturating_sub(1);
        let there = (here as usize).saturating_add_signed(step).min(last as usize);
        if let Some(chosen) = u32::try_from(there).ok().and_then(id) {
            set_value(&self.select, &chosen);
        }
    }
}
