//! A picker for controls: by level, by section, or one by one.

use crate::base::i18n::{Locale, Text};
use crate::browser::element::{Element, el, value_of};
use crate::content::catalogue::{self, Control, LEVELS, Section};
use crate::documents::handout::{GROUPS, in_groups};
use crate::documents::words;
use crate::ui::core::words::handout as text;
use crate::ui::kit::basics::{field, p, span, tick};
use leptos::prelude::*;

/// The picker. Its value is the ids of the chosen controls, separated by spaces, in catalogue order.
pub(crate) fn controls_picker(
    title: Text,
    chosen: impl Fn() -> String + Copy + 'static,
    choose: impl Fn(String) + Copy + 'static,
    locale: Locale,
) -> Element {
    // The mode is not part of the value, so it is local to the picker.
    let mode = RwSignal::new(LEVELS_MODE.to_owned());
    let select = el("select")
        .class("choice")
        .children(MODES.map(|(mode, name)| el("option").attr("value", mode).text(name.get(locale))))
        .reactive_value(move || mode.get())
        .on("change", move |event| mode.set(value_of(&event)));
    let boxes = el("div").class("picks").reactive_children(move || {
        let group = |(name, controls): (String, Vec<&'static Control>)| group_box(&name, controls, chosen, choose);
        mode.with(|mode| match mode.as_str() {
            SECTIONS_MODE => by_section(locale).map(group).collect(),
            SINGLE_MODE => by_section(locale)
                .map(|(name, controls)| single_boxes(&name, controls, chosen, choose, locale))
                .collect(),
            _ => by_level(locale).map(group).collect(),
        })
    });
    let count = p("small quiet", "").attr("role", "status");
    let count = count.reactive_text(move || text::chosen(ids(&chosen()).len(), locale));
    el("fieldset")
        .class("fields picker")
        .child(el("legend").text(title.get(locale)))
        .child(field(text::WAY.get(locale), select))
        .child(boxes)
        .child(count)
}

const LEVELS_MODE: &str = "levels";
const SECTIONS_MODE: &str = "sections";
const SINGLE_MODE: &str = "single";
const MODES: [(&str, Text); 3] =
    [(LEVELS_MODE, text::BY_LEVEL), (SECTIONS_MODE, text::BY_SECTION), (SINGLE_MODE, text::ONE_BY_ONE)];

fn by_level(locale: Locale) -> impl Iterator<Item = (String, Vec<&'static Control>)> {
    GROUPS.into_iter().enumerate().map(move |(index, group)| {
        let name = LEVELS.get(index).map_or_else(
            || words::RECOMMENDED.get(locale).to_owned(),
            |level| format!("{} {} — {}", words::LEVEL.get(locale), level.number, level.title.get(locale)),
        );
        (name, in_groups(group))
    })
}

fn by_section(locale: Locale) -> impl Iterator<Item = (String, Vec<&'static Control>)> {
    Section::ALL
        .into_iter()
        .map(move |section| (section.title().get(locale).to_owned(), catalogue::of_section(section).collect()))
}

/// One checkbox for all controls of a group, with the number of chosen ones.
fn group_box(
    name: &str,
    controls: Vec<&'static Control>,
    chosen: impl Fn() -> String + Copy + 'static,
    choose: impl Fn(String) + Copy + 'static,
) -> Element {
    let (ticked_controls, counted_controls) = (controls.clone(), controls.clone());
    let count = move || {
        let chosen = chosen();
        let chosen = ids(&chosen);
        let inside = counted_controls.iter().filter(|control| chosen.contains(&control.id)).count();
        format!("{inside} / {}", counted_controls.len())
    };
    tick(
        name,
        move || {
            let chosen = chosen();
            let chosen = ids(&chosen);
            ticked_controls.iter().all(|control| chosen.contains(&control.id))
        },
        move || choose(toggled(&untrack(chosen), &controls)),
    )
    .child(span("small quiet num", "").reactive_text(count))
}

/// A checkbox for each control of a section.
fn single_boxes(
    name: &str,
    controls: Vec<&'static Control>,
    chosen: impl Fn() -> String + Copy + 'static,
    choose: impl Fn(String) + Copy + 'static,
    locale: Locale,
) -> Element {
    let boxes = controls.into_iter().map(move |control| {
        let is_in = move || ids(&chosen()).contains(&control.id);
        tick(control.title.get(locale), is_in, move || choose(toggled(&untrack(chosen), &[control])))
    });
    el("div").attr("role", "group").attr("aria-label", name).child(p("small quiet", name)).children(boxes)
}

fn ids(chosen: &str) -> Vec<&str> {
    chosen.split(' ').filter(|id| !id.is_empty()).collect()
}

/// Adds all of `controls`, or removes them if all of them are already chosen.
fn toggled(chosen: &str, controls: &[&'static Control]) -> String {
    let chosen = ids(chosen);
    let has_all = controls.iter().all(|control| chosen.contains(&control.id));
    let is_in = |control: &&&Control| {
        let is_affected = controls.iter().any(|affected| affected.id == control.id);
        if is_affected { !has_all } else { chosen.contains(&control.id) }
    };
    catalogue::all().iter().filter(is_in).map(|control| control.id).collect::<Vec<_>>().join(" ")
}
