//! The list of shortcuts, and the switch that turns them off.

use super::basics::{button, h2};
use super::dialog;
use crate::browser::element::el;
use crate::ui::state::AppState;
use crate::ui::text::shell;

/// Shows the list.
pub(crate) fn open(app: AppState) {
    let locale = app.locale.get_untracked();
    let keys = shell::KEY_HELP.iter().fold(el("dl").class("keys"), |list, (keys, words)| {
        list.child(el("dt").child(el("kbd").text(keys))).child(el("dd").text(words.get(locale)))
    });
    let on = app.settings.with_untracked(|settings| settings.shortcuts);
    let tick = el("input").attr("type", "checkbox");
    let tick = if on { tick.attr("checked", "") } else { tick };
    let tick = tick.on("change", move |_| app.set(|settings| settings.shortcuts = !settings.shortcuts));
    dialog::open("keys-title", |close| {
        vec![
            h2(shell::KEYS_TITLE.get(locale)).attr("id", "keys-title"),
            keys,
            el("label").class("tick").child(tick).text(shell::KEYS_ON.get(locale)),
            button("btn", shell::CLOSE.get(locale), move || close.close()),
        ]
    });
}
