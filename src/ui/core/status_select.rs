//! A native select for the status of a control, which works with touch and screen readers.

use crate::assessment::Status;
use crate::base::i18n::Locale;
use crate::browser::element::{Element, el, set_value, value};
use crate::content::catalogue::Control;
use crate::ui::core::state::AppState;
use crate::ui::core::words::checklist;
use crate::ui::kit::badges::reactive_status_badge;

fn all() -> impl Iterator<Item = Status> {
    std::iter::once(Status::Unanswered).chain(Status::CHOICES)
}

/// A select without a control, to be cloned: a list needs one for each control.
pub(crate) fn blank(locale: Locale) -> Element {
    el("select").children(all().map(|status| el("option").attr("value", status.id()).text(status.title().get(locale))))
}

/// Shows the status and records a new one; `select` is a clone of [`blank`].
pub(crate) fn status_select(
    app: AppState,
    select: Element,
    control: &'static Control,
    status: impl Fn() -> Status + Copy + 'static,
    locale: Locale,
) -> Element {
    let label = format!("{}: {}", checklist::STATUS_OF.get(locale), control.title.get(locale));
    let select = select.attr("aria-label", &label).reactive_value(move || status().id().to_owned());
    let field = select.element().clone();
    let select = select.on("change", move |_| {
        let chosen = all().find(|status| status.id() == value(&field));
        // A status that still needs a reason must not look chosen.
        set_value(&field, app.assessment.with_untracked(|a| a.current.status(control.id)).id());
        if let Some(chosen) = chosen {
            app.choose(control.id, chosen);
        }
    });
    el("span")
        .reactive_attr("class", move || Some(format!("status {}", status().id())))
        .child(reactive_status_badge(status))
        .child(select)
}
