//! The page for an unknown address, with a link to home.

use crate::base::i18n::Locale;
use crate::browser::element::Element;
use crate::content::route::Route;
use crate::ui::core::words::shell;
use crate::ui::kit::basics::{button_link, h1, p};

pub(crate) fn not_found(locale: Locale) -> Vec<Element> {
    vec![
        h1(shell::NOT_FOUND.get(locale)),
        p("lead", shell::NOT_FOUND_BODY.get(locale)),
        button_link(&Route::Home, shell::GO_HOME.get(locale)),
    ]
}
