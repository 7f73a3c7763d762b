//! The alarm that a key has leaked, with the way to the incident page.

use crate::base::i18n::{Locale, Text};
use crate::browser::element::{Element, el};
use crate::content::route::Route;
use crate::ui::kit::basics::link;

/// The control that fails where AWS has found a leaked key.
pub(crate) const QUARANTINE: &str = "no-quarantine-policy";

/// A line with a link to the incident page.
pub(crate) fn alarm(words: &str, go_on: Text, locale: Locale) -> Element {
    el("p").class("alarm-note").text(words).text(" ").child(link(&Route::Incident, go_on.get(locale)))
}
