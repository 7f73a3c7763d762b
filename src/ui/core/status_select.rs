//! A native select for the status of a control, which works with touch and screen readers. Enter, or leaving the field,
//! records what the keys chose.

use crate::assessment::Status;
use crate::base::i18n::Locale;
use crate::browser::dom;
use crate::browser::element::{Element, el};
use crate::content::catalogue::{self, Control};
use crate::ui::core::state::AppState;
use crate::ui::core::words::checklist;
use crate::ui::kit::badges::reactive_status_badge;
use crate::ui::kit::deferred_select::{Record, deferred};
use std::rc::Rc;

/// A select without a control, to be cloned: a list needs one for each control.
pub(crate) fn blank(locale: Locale) -> Element {
    let all = std::iter::once(Status::Unanswered).chain(Status::CHOICES);
    el("select").children(all.map(|status| el("option").attr("value", status.id()).text(status.title().get(locale))))
}

/// Shows the status; `select` is a clone of [`blank`]. Its list records what is chosen: [`record_choices`].
pub(crate) fn status_select(
    select: Element,
    control: &'static Control,
    status: impl Fn() -> Status + Copy + 'static,
    locale: Locale,
) -> Element {
    let label = format!("{}: {}", checklist::STATUS_OF.get(locale), control.title.get(locale));
    let select = select.attr("aria-label", &label).reactive_value(move || status().id().to_owned());
    el("span")
        .reactive_attr("class", move || Some(format!("status {}", status().id())))
        .child(reactive_status_badge(status))
        .child(select)
}

/// Records what is chosen in the status fields of a list.
pub(crate) fn record_choices(app: AppState, list: Element) -> Element {
    deferred(list, Rc::new(Statuses { app }))
}

/// The status fields of a list.
struct Statuses {
    app: AppState,
}

impl Record for Statuses {
    fn recorded(&self, select: &web_sys::Element) -> Option<String> {
        let control = control_of(select)?;
        Some(self.app.assessment.with_untracked(|a| a.current.status(control)).id().to_owned())
    }

    fn record(&self, select: &web_sys::Element, value: &str) {
        if let (Some(control), Some(status)) = (control_of(select), Status::from_id(value)) {
            self.app.choose(control, status);
        }
    }

    /// A dialogue must not open because the focus has moved on.
    fn records_on_leaving(&self, value: &str) -> bool {
        Status::from_id(value).is_some_and(|status| !status.needs_reason())
    }

    fn tell(&self) {
        dom::announce(checklist::PRESS_ENTER.get(self.app.locale.get_untracked()));
    }
}

/// The id of the control whose status a select shows; `None` if it shows no status.
fn control_of(select: &web_sys::Element) -> Option<&'static str> {
    if !select.matches(".status > select").ok()? {
        return None;
    }
    let id = select.closest("[data-control]").ok()??.get_attribute("data-control")?;
    Some(catalogue::find(&id)?.id)
}
