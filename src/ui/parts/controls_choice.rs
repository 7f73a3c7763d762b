//! Which controls: the levels, and the recommended ones, as boxes to tick.

use super::basics::tick;
use crate::browser::element::{El, el};
use crate::catalogue::LEVELS;
use crate::i18n::{Locale, Text};
use crate::report::handout::GROUPS;
use crate::report::words;
use leptos::prelude::*;

/// What is chosen at first.
pub(crate) const FIRST_GROUP: &str = "1";

/// The boxes; what is chosen is the groups' names with spaces between.
pub(crate) fn controls_choice(title: Text, chosen: RwSignal<String>, locale: Locale) -> El {
    let boxes = GROUPS.into_iter().enumerate().map(|(index, group)| {
        let name = LEVELS.get(index).map_or_else(
            || words::RECOMMENDED.get(locale).to_owned(),
            |level| format!("{} {} — {}", words::LEVEL.get(locale), level.number, level.title.get(locale)),
        );
        tick(
            &name,
            move || chosen.with(|chosen| chosen.contains(group)),
            move || chosen.update(|chosen| *chosen = toggled(chosen, group)),
        )
    });
    el("fieldset").class("fields").child(el("legend").text(title.get(locale))).children(boxes)
}

fn toggled(chosen: &str, group: &str) -> String {
    let is_in = |other: &&str| chosen.contains(*other) != (*other == group);
    GROUPS.into_iter().filter(is_in).collect::<Vec<_>>().join(" ")
}
