//! A field that is saved while somebody types in it.
//!
//! A secret is never stored, not even the part of it that was typed first: what stood there when the field was
//! entered comes back. Where another tab changed the same text meanwhile, both are kept, and the person is told. The
//! handlers read app-level signals only: `blur` comes even while the page goes away.

use crate::assessment::{NOTE_LIMIT, Refusal, Table};
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

/// Where a field's text is kept.
pub(crate) trait Place {
    /// Takes over what other tabs wrote there.
    fn catch_up(&self) {}
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

/// Ties a text field to its place; behind it stands the line that tells why a text is not kept.
pub(crate) fn kept(field: Element, id: &str, place: impl Place + 'static, locale: Locale) -> [Element; 2] {
    tied(field, id, Rc::new(place), locale)
}

fn tied(field: Element, id: &str, place: Rc<dyn Place>, locale: Locale) -> [Element; 2] {
    let refused_id = [id, "-refused"].concat();
    let field = field
        .attr("id", id)
        .attr("data-kept", id)
        .attr("maxlength", &NOTE_LIMIT.to_string())
        .attr("aria-describedby", &refused_id);
    let refused = p("refused", "").attr("id", &refused_id).attr("role", "alert");
    let (shown, own_id) = (field.element().clone(), id.to_owned());
    let refused_now = Rc::new(Cell::new(false));
    // While somebody types, the field is theirs, and so is a refused text until it is mended.
    let (followed, is_refused) = (Rc::clone(&place), Rc::clone(&refused_now));
    create_effect(Box::new(move || {
        let text = followed.read();
        if dom::focused_attribute("data-kept").as_deref() != Some(&own_id) && !is_refused.get() {
            set_value(&shown, &text);
        }
    }));
    let state = Rc::new(RefCell::new(Entered::default()));
    let (entered, told, on_focus) = (Rc::clone(&state), refused.element().clone(), Rc::clone(&place));
    let (typed, left) = (field.element().clone(), field.element().clone());
    let (on_input, is_refused) = (Rc::clone(&place), Rc::clone(&refused_now));
    let field = field
        .on("focus", move |_| {
            let text = untrack(|| on_focus.read());
            *entered.borrow_mut() = Entered { accepted: text.clone(), stands: text, joined: None };
        })
        .on("input", move |_| {
            let mut entered = state.borrow_mut();
            on_input.catch_up();
            let elsewhere = untrack(|| on_input.read());
            if elsewhere != entered.stands {
                entered.joined = join(&typed, &elsewhere, locale).or(entered.joined.take());
                entered.accepted = elsewhere;
            }
            let problem = on_input.write(&value(&typed)).err();
            if problem.is_some() {
                // What stood there before was accepted once.
                let _ = on_input.write(&entered.accepted);
            }
            entered.stands = untrack(|| on_input.read());
            is_refused.set(problem.is_some());
            let words = problem.map(|refusal| words::refusal(refusal, locale));
            told.set_text_content(words.as_ref().or(entered.joined.as_ref()).map(String::as_str));
        })
        // On leaving it shows what is kept, ids masked; a refused text stays to be mended.
        .on("blur", move |_| {
            if !refused_now.get() {
                set_value(&left, &untrack(|| place.read()));
            }
        });
    [field, refused]
}

/// What stood in the place of a field since somebody entered it.
#[derive(Default)]
struct Entered {
    /// What was accepted before the text that is being typed.
    accepted: String,
    /// What this field has read or written there last.
    stands: String,
    /// What the person is told of a change in another tab.
    joined: Option<String>,
}

/// Another tab has put another text into the same place: both stand in a field of several lines, and one line's is told.
/// The words for the person; none where nothing would be lost.
fn join(field: &web_sys::Element, elsewhere: &str, locale: Locale) -> Option<String> {
    let typed = value(field);
    if typed.contains(elsewhere) {
        return None;
    }
    if field.tag_name() != "TEXTAREA" {
        return Some(words::changed_elsewhere(elsewhere, locale));
    }
    append_value(field, &["\n\n", words::FROM_OTHER_TAB.get(locale), "\n", elsewhere].concat());
    Some(words::BOTH_KEPT.get(locale).to_owned())
}
