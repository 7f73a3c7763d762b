//! Single-key shortcuts. They can be switched off (WCAG 2.1.4), and never fire while somebody types.

use super::finding;
use super::parts::key_help;
use super::state::AppState;
use crate::assessment::Status;
use crate::browser::dom;
use crate::browser::element::on_window;
use crate::catalogue;
use crate::route::Route;
use leptos::prelude::untrack;
use web_sys::KeyboardEvent;

/// Hears keys for as long as the page lives.
pub(crate) fn listen(app: AppState) {
    on_window("keydown", move |event: KeyboardEvent| {
        let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing());
        if plain && !dom::is_typing() && !dom::has_open_dialog() && pressed(app, &event.key()) {
            event.prevent_default();
        }
    });
}

/// Acts on a key; whether it was a shortcut.
fn pressed(app: AppState, key: &str) -> bool {
    if !app.settings.with_untracked(|settings| settings.shortcuts) {
        return false;
    }
    match key {
        "?" => {
            key_help::open(app);
            true
        }
        "/" => find(app),
        "j" => go(app, 1),
        "k" => go(app, -1),
        "n" => note(app),
        "u" => {
            app.undo();
            true
        }
        digit => answer(app, digit),
    }
}

/// The control that keys act on: the row with the focus, else the page's own.
fn control_at_hand(app: AppState) -> Option<&'static str> {
    let id = dom::focused_attribute("data-control").or_else(|| control_of(app.route.get_untracked()))?;
    catalogue::find(&id).map(|control| control.id)
}

/// The control that a page is about.
fn control_of(page: Route) -> Option<String> {
    if let Route::Control(id) = page { Some(id) } else { None }
}

fn answer(app: AppState, digit: &str) -> bool {
    let status = match digit {
        "0" => Some(Status::Unanswered),
        _ => digit.parse().ok().and_then(|n: usize| Status::CHOICES.get(n.checked_sub(1)?).copied()),
    };
    let (Some(status), Some(control)) = (status, control_at_hand(app)) else {
        return false;
    };
    app.choose(control, status);
    true
}

/// To the search box.
fn find(app: AppState) -> bool {
    if app.route.get_untracked() == Route::Checklist {
        dom::focus("#find");
    } else {
        app.goal.set("#find");
        dom::go(&Route::Checklist.href());
    }
    true
}

/// To the next or previous control: a row of the list, as far as it is shown, or another page.
fn go(app: AppState, step: isize) -> bool {
    let controls: Vec<_> = if app.route.get_untracked() == Route::Checklist {
        untrack(|| finding::ids(app))
    } else {
        catalogue::all().iter().map(|control| control.id).collect()
    };
    let here = control_at_hand(app)
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
        dom::focus(&format!("[data-control={control}] h3 a"));
    } else if control_of(page).is_some() {
        dom::go(&Route::Control((*control).to_owned()).href());
    } else {
        return false;
    }
    true
}

fn note(app: AppState) -> bool {
    let page = app.route.get_untracked();
    if let (Route::Checklist, Some(id)) = (&page, control_at_hand(app)) {
        dom::go(&Route::Control(id.to_owned()).href());
    } else if control_of(page).is_some() {
        dom::focus("#note");
    } else {
        return false;
    }
    true
}
