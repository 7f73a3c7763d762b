//! Single-key shortcuts. They can be switched off (WCAG 2.1.4), and never fire while the person types.

use crate::assessment::Status;
use crate::browser::dom;
use crate::browser::element::on_window;
use crate::content::catalogue;
use crate::content::route::Route;
use crate::ui::checklist::filter;
use crate::ui::core::state::AppState;
use crate::ui::shell::key_help;
use leptos::prelude::{request_animation_frame, untrack};
use std::cell::Cell;
use std::rc::Rc;
use web_sys::KeyboardEvent;

/// How many frames to wait for a row to be rendered: about two seconds.
const FRAMES: u16 = 120;

/// The state of the shortcuts.
#[derive(Clone)]
struct Keyboard {
    app: AppState,
    /// The control of a row that is to be focused but is not rendered yet: a long list renders one section per frame.
    /// Until it is rendered, keys act on this control only.
    awaited: Rc<Cell<Option<&'static str>>>,
}

/// Registers the key handler, for as long as the page lives.
pub(crate) fn listen(app: AppState) {
    let keyboard = Keyboard { app, awaited: Rc::default() };
    on_window("keydown", move |event: KeyboardEvent| {
        let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing());
        if plain && !dom::is_typing() && !dom::has_open_dialog() && keyboard.pressed(&event.key()) {
            event.prevent_default();
        }
    });
}

impl Keyboard {
    /// Handles a key; returns whether it was a shortcut.
    fn pressed(&self, key: &str) -> bool {
        let app = self.app;
        if !app.settings.with_untracked(|settings| settings.shortcuts) {
            return false;
        }
        match key {
            "?" => {
                key_help::open(app);
                true
            }
            "/" => find(app),
            "j" => self.go(1),
            "k" => self.go(-1),
            "n" => self.note(),
            "u" => {
                app.undo();
                true
            }
            digit => self.answer(digit),
        }
    }

    /// The control that keys act on: that of the awaited or focused row, else the page's own.
    fn target_control(&self) -> Option<&'static str> {
        let page = self.app.route.get_untracked();
        if let (Some(control), Route::Checklist) = (self.awaited.get(), &page) {
            return Some(control);
        }
        let id = dom::focused_attribute("data-control").or_else(|| control_of(page))?;
        catalogue::find(&id).map(|control| control.id)
    }

    fn answer(&self, digit: &str) -> bool {
        let status = match digit {
            "0" => Some(Status::Unanswered),
            _ => digit.parse().ok().and_then(|n: usize| Status::CHOICES.get(n.checked_sub(1)?).copied()),
        };
        let (Some(status), Some(control)) = (status, self.target_control()) else {
            return false;
        };
        self.app.choose(control, status);
        true
    }

    /// Goes to the next or previous control: a row that the filter shows, or another control's page.
    fn go(&self, step: isize) -> bool {
        let app = self.app;
        let controls: Vec<_> = if app.route.get_untracked() == Route::Checklist {
            untrack(|| filter::ids(app))
        } else {
            catalogue::all().iter().map(|control| control.id).collect()
        };
        let here = self
            .target_control()
            .and_then(|id| controls.iter().position(|control| *control == id))
            .map(|index| index.checked_add_signed(step));
        let target = match here {
            None => 0,
            Some(None) => return true,
            Some(Some(index)) => index,
        };
        let Some(control) = controls.get(target) else {
            return true;
        };
        let page = app.route.get_untracked();
        if page == Route::Checklist {
            self.go_to_row(control, FRAMES);
        } else if control_of(page).is_some() {
            dom::go(&Route::Control((*control).to_owned()).href());
        } else {
            return false;
        }
        true
    }

    /// Focuses a row of the list once it is rendered; retries once per frame, at most `frames` times.
    fn go_to_row(&self, control: &'static str, frames: u16) {
        let row = format!("[data-control={control}] h3 a");
        if !dom::has_open_dialog() {
            dom::focus(&row);
        }
        let is_awaited = !dom::has_focus(&row) && frames > 0;
        self.awaited.set(is_awaited.then_some(control));
        if is_awaited {
            let keyboard = self.clone();
            request_animation_frame(move || {
                // By then the person may have opened another page, entered a field or pressed another key.
                if keyboard.app.route.get_untracked() != Route::Checklist || dom::is_typing() {
                    keyboard.awaited.set(None);
                } else if keyboard.awaited.get() == Some(control) {
                    keyboard.go_to_row(control, frames - 1);
                }
            });
        }
    }

    fn note(&self) -> bool {
        let page = self.app.route.get_untracked();
        if let (Route::Checklist, Some(id)) = (&page, self.target_control()) {
            self.app.focus_target.set("#note");
            dom::go(&Route::Control(id.to_owned()).href());
        } else if control_of(page).is_some() {
            dom::focus("#note");
        } else {
            return false;
        }
        true
    }
}

/// The control that a page is about.
fn control_of(page: Route) -> Option<String> {
    if let Route::Control(id) = page { Some(id) } else { None }
}

/// Focuses the search box.
fn find(app: AppState) -> bool {
    if app.route.get_untracked() == Route::Checklist {
        dom::focus("#find");
    } else {
        app.focus_target.set("#find");
        dom::go(&Route::Checklist.href());
    }
    true
}
