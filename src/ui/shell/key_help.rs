//! The list of shortcuts, and the switch that turns them off.

use crate::browser::element::el;
use crate::ui::core::state::AppState;
use crate::ui::core::words::shell;
use crate::ui::kit::basics::{button, h2, tick};
use crate::ui::kit::dialog;

/// Shows the list.
pub(crate) fn open(app: AppState) {
    let locale = app.locale.get_untracked();
    let keys = shell::KEY_HELP.iter().fold(el("dl").class("keys"), |list, (keys, words)| {
        list.child(el("dt").child(el("kbd").text(keys))).child(el("dd").text(words.get(locale)))
    });
    dialog::open("keys-title", |close| {
        vec![
            h2(shell::KEYS_TITLE.get(locale)).attr("id", "keys-title"),
            keys,
            tick(
                shell::KEYS_ON.get(locale),
                move || app.settings.with(|settings| settings.shortcuts),
                move || app.set(|settings| settings.shortcuts = !settings.shortcuts),
            ),
            button("btn", shell::CLOSE.get(locale), move || close.close()),
        ]
    });
}
