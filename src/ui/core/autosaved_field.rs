//! A text field that is saved while the person types.
//!
//! A secret is never stored, not even the part typed before it is recognised: the last accepted text is restored
//! instead, unless the place cuts the secret out and stores the rest. If another tab changes the same text, both versions
//! are kept and a message is shown. The handlers read app-level signals only, because `blur` also fires while the page
//! is being removed.

use crate::assessment::{Refusal, Table};
use crate::base::i18n::Locale;
use crate::browser::dom;
use crate::browser::effects::create_effect;
use crate::browser::element::{Element, append_value, set_value, value};
use crate::ui::core::state::AppState;
use crate::ui::core::words;
use crate::ui::kit::basics::p;
use leptos::prelude::untrack;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Where the text of a field is stored.
pub(crate) trait Place {
    /// Loads changes from other tabs.
    fn catch_up(&self) {}
    /// The stored text. Tracked if the caller is an effect or a memo.
    fn read(&self) -> String;
    /// The text to store for what was typed, and what to say if it differs.
    fn prepare(&self, typed: String) -> (String, Option<String>) {
        (typed, None)
    }
    /// Stores a text, or returns why it is refused.
    fn write(&self, text: &str) -> Result<(), Refusal>;
}

/// A table entry as the place of a field.
pub(crate) struct TableField {
    pub(crate) app: AppState,
    pub(crate) table: Table,
    pub(crate) key: String,
}

impl Place for TableField {
    fn catch_up(&self) {
        self.app.catch_up();
    }

    fn read(&self) -> String {
        self.app.entry(self.table, &self.key)
    }

    fn write(&self, text: &str) -> Result<(), Refusal> {
        self.app.record_entry(self.table, &self.key, text)
    }
}

/// Binds a text field to its place. The second element shows why a text was not saved.
pub(crate) fn autosaved_field(field: Element, id: &str, place: impl Place + 'static, locale: Locale) -> [Element; 2] {
    bind(field, id, Box::new(place), locale)
}

fn bind(field: Element, id: &str, place: Box<dyn Place>, locale: Locale) -> [Element; 2] {
    let refused_id = [id, "-refused"].concat();
    let field = field.attr("id", id).attr("data-kept", id).attr("aria-describedby", &refused_id);
    let refused = p("refused", "").attr("id", &refused_id).attr("role", "alert");
    let binding = Rc::new(Binding {
        id: id.to_owned(),
        field: field.element().clone(),
        refusal_line: refused.element().clone(),
        place,
        locale,
        state: RefCell::default(),
        has_refusal: Cell::new(false),
    });
    let [shown, focused, edited] = [(); 3].map(|()| Rc::clone(&binding));
    create_effect(Box::new(move || shown.show_stored()));
    let field = field
        .on("focus", move |_| focused.on_focus())
        .on("input", move |_| edited.on_input())
        .on("blur", move |_| binding.on_blur());
    [field, refused]
}

/// A field, its place, and the state between them.
struct Binding {
    id: String,
    field: web_sys::Element,
    refusal_line: web_sys::Element,
    place: Box<dyn Place>,
    locale: Locale,
    state: RefCell<FocusState>,
    has_refusal: Cell<bool>,
}

impl Binding {
    /// Shows the stored text; tracked. A field that has the focus or contains a refused text is not overwritten.
    fn show_stored(&self) {
        let text = self.place.read();
        if dom::focused_attribute("data-kept").as_deref() != Some(&self.id) && !self.has_refusal.get() {
            set_value(&self.field, &text);
        }
    }

    fn on_focus(&self) {
        let text = untrack(|| self.place.read());
        *self.state.borrow_mut() = FocusState { accepted: text.clone(), last_seen: text, conflict: None };
    }

    fn on_input(&self) {
        let mut state = self.state.borrow_mut();
        self.place.catch_up();
        let stored = untrack(|| self.place.read());
        if stored != state.last_seen {
            state.conflict = resolve_conflict(&self.field, &stored, self.locale).or(state.conflict.take());
            state.accepted = stored;
        }
        let (text, remark) = self.place.prepare(value(&self.field));
        let refused_write = self.place.write(&text).err();
        if refused_write.is_some() {
            // The earlier text was accepted before, so it is not refused.
            let _ = self.place.write(&state.accepted);
        }
        state.last_seen = untrack(|| self.place.read());
        self.has_refusal.set(refused_write.is_some());
        let words = refused_write.map(|refusal| words::refusal(refusal, self.locale));
        let words = words.or(remark);
        let words = words.as_ref().or(state.conflict.as_ref()).map_or("", String::as_str);
        // Written only when it changes: screen readers would read it again at every letter.
        if self.refusal_line.text_content().as_deref() != Some(words) {
            self.refusal_line.set_text_content(Some(words));
        }
    }

    /// Shows the stored text, with ids masked; a refused text stays so that it can be corrected.
    fn on_blur(&self) {
        if !self.has_refusal.get() {
            set_value(&self.field, &untrack(|| self.place.read()));
        }
    }
}

/// The state of a field since it got the focus.
#[derive(Default)]
struct FocusState {
    /// The last accepted text before the one being typed.
    accepted: String,
    /// The text that this field last read or wrote.
    last_seen: String,
    /// The message about a change in another tab.
    conflict: Option<String>,
}

/// Handles a different text from another tab: a field of several lines gets both texts, for a single line the message
/// quotes the other one. Returns the message; none if nothing would be lost.
fn resolve_conflict(field: &web_sys::Element, stored: &str, locale: Locale) -> Option<String> {
    let typed = value(field);
    if typed.contains(stored) {
        return None;
    }
    if field.tag_name() != "TEXTAREA" {
        return Some(words::changed_elsewhere(stored, locale));
    }
    append_value(field, &["\n\n", words::FROM_OTHER_TAB.get(locale), "\n", stored].concat());
    Some(words::BOTH_KEPT.get(locale).to_owned())
}
