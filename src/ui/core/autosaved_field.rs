//! A field that is saved while somebody types in it.
//!
//! A secret is never stored, not even the part of it that was typed first: what stood there when the field was
//! entered comes back. The handlers read app-level signals only: `blur` comes even while the page goes away.

use crate::assessment::{NOTE_LIMIT, Refusal, Table};
use crate::base::i18n::Locale;
use crate::browser::dom;
use crate::browser::element::{El, set_value, value};
use crate::browser::following::follow;
use crate::ui::core::state::AppState;
use crate::ui::core::words;
use crate::ui::kit::basics::p;
use leptos::prelude::untrack;
use std::cell::RefCell;
use std::rc::Rc;

/// Where a field's text is kept.
pub(crate) trait Place {
    /// What is kept; followed where it is called from something that follows.
    fn read(&self) -> String;
    /// Keeps a text, or says why not.
    fn write(&self, text: &str) -> Result<(), Refusal>;
}

/// An entry of a table, as the place of a field.
pub(crate) struct TableField {
    pub(crate) app: AppState,
    pub(crate) table: Table,
    pub(crate) key: String,
}

impl Place for TableField {
    fn read(&self) -> String {
        self.app.entry(self.table, &self.key)
    }

    fn write(&self, text: &str) -> Result<(), Refusal> {
        self.app.record_entry(self.table, &self.key, text)
    }
}

/// Ties a text field to its place; behind it stands the line that tells why a text is not kept.
pub(crate) fn kept(field: El, id: &str, place: impl Place + 'static, locale: Locale) -> [El; 2] {
    tied(field, id, Rc::new(place), locale)
}

fn tied(field: El, id: &str, place: Rc<dyn Place>, locale: Locale) -> [El; 2] {
    let refused_id = [id, "-refused"].concat();
    let field = field
        .attr("id", id)
        .attr("data-kept", id)
        .attr("maxlength", &NOTE_LIMIT.to_string())
        .attr("aria-describedby", &refused_id);
    let refused = p("refused", "").attr("id", &refused_id).attr("role", "alert");
    let (shown, told, own_id) = (field.element().clone(), refused.element().clone(), id.to_owned());
    let is_refused = move || !told.text_content().unwrap_or_default().is_empty();
    // While somebody types, the field is theirs, and so is a refused text until it is mended.
    let (followed, still_refused) = (Rc::clone(&place), is_refused.clone());
    follow(Box::new(move || {
        let text = followed.read();
        if dom::focused_attribute("data-kept").as_deref() != Some(&own_id) && !is_refused() {
            set_value(&shown, &text);
        }
    }));
    let before = Rc::new(RefCell::new(String::new()));
    let (entered, typed, told) = (Rc::clone(&before), field.element().clone(), refused.element().clone());
    let (on_focus, on_input, left) = (Rc::clone(&place), Rc::clone(&place), field.element().clone());
    let field = field
        .on("focus", move |_| *entered.borrow_mut() = untrack(|| on_focus.read()))
        .on("input", move |_| {
            let trouble = on_input.write(&value(&typed)).err();
            if trouble.is_some() {
                // What was stored before this field was entered was accepted once.
                let _ = on_input.write(&before.borrow());
            }
            let words = trouble.map(|refusal| words::refusal(refusal, locale));
            told.set_text_content(words.as_deref());
        })
        // On leaving it shows what is kept, ids masked; a refused text stays to be mended.
        .on("blur", move |_| {
            if !still_refused() {
                set_value(&left, &untrack(|| place.read()));
            }
        });
    [field, refused]
}
