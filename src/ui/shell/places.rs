//! Back, Forward and a reload return to the place where a page was left; any other navigation begins at its top.
//!
//! A list is rendered section by section, and its rows have estimated heights until they are seen. So a place is a row
//! with its distance from the top of the window; on other pages, how far the page was scrolled.

use crate::browser::element::{is_retired, on_window};
use crate::browser::{dom, history, random_id};
use crate::ui::core::state::HEADING;
use leptos::prelude::request_animation_frame;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Event;

/// How many frames to wait for a page to be rendered: about two seconds.
const FRAMES: u16 = 120;

/// After how many frames in the right place a page no longer changes.
const SETTLED: u16 = 10;

/// A place on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// How far the page was scrolled.
    y: i32,
    /// The distance of `row` from the top of the window.
    top: i32,
    /// The control of the first row in the window; empty on a page without rows.
    row: String,
    /// The control of the row with the focus; may be empty.
    focused: String,
}

impl Place {
    fn here() -> Place {
        let y = dom::scrolled();
        let row = if y > 0 { dom::first_in_view(".row", "data-control") } else { None }.unwrap_or_default();
        Place {
            y,
            top: dom::top_of(&selector(&row)).unwrap_or_default(),
            row,
            focused: dom::focused_attribute("data-control").unwrap_or_default(),
        }
    }

    fn text(&self) -> String {
        format!("{} {} {} {}", self.y, self.top, self.row, self.focused)
    }

    fn read(text: &str) -> Option<Place> {
        let mut parts = text.split(' ');
        let mut part = || parts.next();
        Some(Place {
            y: part()?.parse().ok()?,
            top: part()?.parse().ok()?,
            row: part()?.to_owned(),
            focused: part()?.to_owned(),
        })
    }

    /// How far to scroll to get there; none while its row is not rendered.
    fn distance(&self) -> Option<i32> {
        if self.row.is_empty() {
            return Some(self.y - dom::scrolled());
        }
        Some(dom::top_of(&selector(&self.row))? - self.top)
    }
}

fn selector(control: &str) -> String {
    ["[data-control=\"", control, "\"].row"].concat()
}

/// The places of the entries of the history.
#[derive(Clone)]
pub(super) struct Places {
    /// The key of the current entry.
    entry: Rc<RefCell<String>>,
    /// Rises with every navigation and with everything that the person does: scrolling is theirs then.
    acts: Rc<Cell<u32>>,
}

impl Places {
    /// Takes over the scrolling of the browser, for as long as the page lives.
    pub(super) fn new() -> Places {
        history::take_over_scrolling();
        let places = Places { entry: Rc::new(RefCell::new(history::entry(random_id()))), acts: Rc::default() };
        for event in ["wheel", "pointerdown", "keydown"] {
            let acts = Rc::clone(&places.acts);
            on_window(event, move |_: Event| acts.set(acts.get().wrapping_add(1)));
        }
        let left = places.clone();
        on_window("pagehide", move |_: Event| left.keep());
        places
    }

    fn keep(&self) {
        history::write_note(&self.entry.borrow(), &Place::here().text());
    }

    /// The place where the current entry was left; none for a new one.
    pub(super) fn place(&self) -> Option<Place> {
        Place::read(&history::note(&self.entry.borrow())?)
    }

    /// Keeps the place on the page that is still shown, and goes on to the current entry.
    pub(super) fn navigate(&self) -> Option<Place> {
        self.keep();
        self.acts.set(self.acts.get().wrapping_add(1));
        *self.entry.borrow_mut() = history::entry(random_id());
        self.place()
    }

    /// Scrolls to a place as soon as it is rendered. If the heading has the focus, the row that had it gets it back.
    pub(super) fn restore(&self, place: Place) {
        self.acts.set(self.acts.get().wrapping_add(1));
        self.approach(place, self.acts.get(), FRAMES, SETTLED);
    }

    fn approach(&self, place: Place, act: u32, frames: u16, settled: u16) {
        if frames == 0 || settled == 0 || act != self.acts.get() || is_retired() {
            return;
        }
        if !place.focused.is_empty() && dom::has_focus(HEADING) {
            dom::focus(&[&selector(&place.focused), " h3 a"].concat());
        }
        let distance = place.distance();
        let settled = if distance.is_some_and(|distance| distance.abs() < 2) { settled - 1 } else { SETTLED };
        dom::scroll_by(distance.unwrap_or_else(|| place.y - dom::scrolled()));
        let places = self.clone();
        request_animation_frame(move || places.approach(place, act, frames - 1, settled));
    }
}
