//! Which controls, down to a single one: by level, by section, or one by one.

use crate::base::i18n::{Locale, Text};
use crate::browser::element::{Element, el, value_of};
use crate::content::catalogue::{self, Control, LEVELS, Section};
use crate::documents::handout::{GROUPS, in_groups};
use crate::documents::words;
use crate::ui::core::words::handout as text;
use crate::ui::kit::basics::{field, p, span, tick};
use leptos::prelude::*;

/// The boxes. What is chosen is the ids of the controls with spaces between, in the order of the page.
pub(crate) fn controls_picker(
    title: Text,
    chosen: impl Fn() -> String + Copy + 'static,
    choose: impl Fn(String) + Copy + 'static,
    locale: Locale,
) -> Element {
    // How it is chosen matters while it is chosen only.
    let way = RwSignal::new(LEVELS_WAY.to_owned());
    let select = el("select")
        .class("choice")
        .children(WAYS.map(|(way, name)| el("option").attr("value", way).text(name.get(locale))))
        .reactive_value(move || way.get())
        .on("change", move |event| way.set(value_of(&event)));
    let boxes = el("div").class("picks").reactive_children(move || {
        let group = |(name, controls): (String, Vec<&'static Control>)| group_box(&name, controls, chosen, choose);
        way.with(|way| match way.as_str() {
            SECTIONS_WAY => by_section(locale).map(group).collect(),
            SINGLE_WAY => {
                by_section(locale).map(|(name, controls)| singles(&name, controls, chosen, choose, locale)).collect()
            }
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

const LEVELS_WAY: &str = "levels";
const SECTIONS_WAY: &str = "sections";
const SINGLE_WAY: &str = "single";
const WAYS: [(&str, Text); 3] =
    [(LEVELS_WAY, text::BY_LEVEL), (SECTIONS_WAY, text::BY_SECTION), (SINGLE_WAY, text::ONE_BY_ONE)];

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

/// One box for all controls of a group, and how many of them are chosen.
fn group_box(
    name: &str,
    controls: Vec<&'static Control>,
    chosen: impl Fn() -> String + Copy + 'static,
    choose: impl Fn(String) + Copy + 'static,
) -> Element {
    let (ticked, counted) = (controls.clone(), controls.clone());
    let count = move || {
        let chosen = chosen();
        let chosen = ids(&chosen);
        let inside = counted.iter().filter(|control| chosen.contains(&control.id)).count();
        format!("{inside} / {}", counted.len())
    };
    tick(
        name,
        move || {
            let chosen = chosen();
            let chosen = ids(&chosen);
            ticked.iter().all(|control| chosen.contains(&control.id))
        },
        move || choose(toggled(&untrack(chosen), &controls)),
    )
    .child(span("small quiet num", "").reactive_text(count))
}

/// A box for each control of a section.
fn singles(
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

/// With all of `controls`, or without them where all of them were in.
fn toggled(chosen: &str, controls: &[&'static Control]) -> String {
    let chosen = ids(chosen);
    let is_full = controls.iter().all(|control| chosen.contains(&control.id));
    let is_in = |control: &&&Control| {
        let is_ours = controls.iter().any(|ours| ours.id == control.id);
        if is_ours { !is_full } else { chosen.contains(&control.id) }
    };
    catalogue::all().iter().filter(is_in).map(|control| control.id).collect::<Vec<_>>().join(" ")
}
