//! {title}: replace this with the purpose of the page.

use crate::base::i18n::Locale;
use crate::browser::element::Element;
use crate::content::route::Route;
use crate::ui::core::state::AppState;
use crate::ui::kit::basics::{h1, p};
use crate::ui::{name}::words as text;

pub(crate) fn {name}(_app: AppState, locale: Locale) -> Vec<Element> {
    vec![h1(Route::{variant}.title().get(locale)), p("lead", text::LEAD.get(locale))]
}
