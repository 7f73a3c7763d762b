//! The search box and the filters above the checklist.

use crate::assessment::Status;
use crate::assessment::filter::{Filter, QUICK_MINUTES};
use crate::base::i18n::Locale;
use crate::browser::element::{Element, el, value_of};
use crate::content::catalogue::{Section, Severity};
use crate::ui::checklist::filter::set;
use crate::ui::core::state::AppState;
use crate::ui::core::words::checklist as text;
use crate::ui::kit::basics::tick;

/// The search box and all filters.
pub(crate) fn filters(app: AppState, locale: Locale) -> Element {
    let find = el("input")
        .attr("type", "search")
        .attr("id", "find")
        .attr("autocomplete", "off")
        .attr("placeholder", text::FIND_HINT.get(locale))
        .attr("aria-label", text::FIND.get(locale))
        .reactive_value(move || app.filter.with(|filter| filter.words.clone()))
        .on("input", move |event| set(app, |filter| filter.words = value_of(&event)));
    let statuses = std::iter::once(Status::Unanswered).chain(Status::CHOICES);
    let statuses = statuses.map(|status| (status.id(), status.title().get(locale))).collect();
    let severities = Severity::ALL.map(|severity| (severity.id(), severity.title().get(locale)));
    let sections = Section::ALL.map(|section| (section.id(), section.title().get(locale)));
    let lists = [
        list(app, text::STATUS_OF.get(locale), statuses, locale, Filter::status_id, |filter, id| {
            filter.status = Status::from_id(id);
        }),
        list(app, text::SEVERITY.get(locale), severities.into(), locale, Filter::severity_id, |filter, id| {
            filter.severity = Severity::ALL.into_iter().find(|severity| severity.id() == id);
        }),
        list(app, text::SECTION.get(locale), sections.into(), locale, Filter::section_id, |filter, id| {
            filter.section = Section::ALL.into_iter().find(|section| section.id() == id);
        }),
    ];
    let ticks = [
        ticked(app, text::MANDATORY.get(locale), |filter| filter.mandatory, |filter| filter.mandatory ^= true),
        ticked(app, text::FREE.get(locale), |filter| filter.free, |filter| filter.free ^= true),
        ticked(
            app,
            &text::under(QUICK_MINUTES, locale),
            |filter| filter.under.is_some(),
            |filter| filter.under = if filter.under.is_some() { None } else { Some(QUICK_MINUTES) },
        ),
    ];
    el("div")
        .class("filters noprint")
        .attr("role", "search")
        .child(find)
        .child(el("div").class("filter-lists").children(lists))
        .child(el("div").class("filter-lists").children(ticks))
}

fn list(
    app: AppState,
    label: &str,
    options: Vec<(&'static str, &'static str)>,
    locale: Locale,
    read: fn(&Filter) -> &'static str,
    write: fn(&mut Filter, &str),
) -> Element {
    let options = options.into_iter().map(|(id, name)| el("option").attr("value", id).text(name));
    let any = [label, ": ", text::ANY.get(locale)].concat();
    el("select")
        .class("choice")
        .attr("aria-label", label)
        .child(el("option").attr("value", "").text(&any))
        .children(options)
        .reactive_value(move || app.filter.with(|filter| read(filter).to_owned()))
        .on("change", move |event| set(app, |filter| write(filter, &value_of(&event))))
}

fn ticked(app: AppState, label: &str, read: fn(&Filter) -> bool, write: fn(&mut Filter)) -> Element {
    tick(label, move || app.filter.with(read), move || set(app, write))
}
