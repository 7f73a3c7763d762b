//! The workshop handout as a document: blank boxes, why, and, if wanted, the console steps of check and fix.

use super::node::{Node, node, words};
use super::words as text;
use crate::catalogue::{self, Control, LEVELS};
use crate::i18n::Locale;
use crate::json::Json;

/// The groups that a handout or a workshop is chosen from: the levels by number, and the recommended ones.
pub const GROUPS: [&str; 4] = ["1", "2", "3", "recommended"];

/// The controls of the groups that are named, in the order of the page.
#[must_use]
pub fn in_groups(groups: &str) -> Vec<&'static Control> {
    let is_chosen = |control: &&&Control| {
        let place = control.level.map_or(GROUPS.len(), usize::from);
        GROUPS.get(place.saturating_sub(1)).is_some_and(|group| groups.contains(group))
    };
    catalogue::all().iter().filter(is_chosen).copied().collect()
}

/// What goes on it.
#[derive(Debug)]
pub struct Handout<'a> {
    /// The event; may be empty.
    pub event: &'a str,
    /// When it is, in words; may be empty.
    pub date: &'a str,
    /// Whom to ask; may be empty.
    pub contact: &'a str,
    /// With the console steps.
    pub steps: bool,
    /// The controls, in any order.
    pub controls: Vec<&'static Control>,
    /// The file of longer texts about controls, in the handout's language.
    pub guidance: &'a Json,
}

/// Lays it out: level by level in the curated order, the recommended ones last.
#[must_use]
pub fn handout(handout: &Handout<'_>, locale: Locale) -> Node {
    let lines = [handout.event, handout.date, handout.contact].into_iter().filter(|line| !line.is_empty());
    let title = node("div", "")
        .child(words("p", "quiet small", text::SERIES.get(locale)))
        .child(words("h2", "title", text::HANDOUT.get(locale)))
        .children(lines.map(|line| words("p", "", line)));
    let mut sheet = node("article", "sheet handout").child(node("header", "head").child(title)).child(words(
        "p",
        "lead",
        text::HANDOUT_LEAD.get(locale),
    ));
    for level in LEVELS {
        let title = format!("{} {} — {}", text::LEVEL.get(locale), level.number, level.title.get(locale));
        sheet = sheet.children(group(handout, &title, Some(level.number), locale));
    }
    sheet.children(group(handout, text::RECOMMENDED.get(locale), None, locale))
}

fn group(handout: &Handout<'_>, title: &str, level: Option<u8>, locale: Locale) -> Option<Node> {
    let mut members: Vec<_> = handout.controls.iter().filter(|control| control.level == level).collect();
    members.sort_by_key(|control| control.order);
    let blocks = members.iter().map(|control| block(handout, control, locale));
    (!members.is_empty()).then(|| node("section", "").child(words("h3", "", title)).children(blocks))
}

fn block(handout: &Handout<'_>, control: &Control, locale: Locale) -> Node {
    let details = handout.guidance.get("controls").and_then(|controls| controls.get(control.id));
    let free = control.free.then(|| words("span", "", text::FREE.get(locale)));
    let facts = node("p", "facts small quiet")
        .child(words("severity", control.severity.id(), control.severity.title().get(locale)))
        .child(words("span", "", &text::minutes(control.effort_minutes, locale)))
        .children(free);
    let why = details.map(|details| words("p", "", details.words("why")));
    let steps = details.filter(|_| handout.steps).into_iter().flat_map(|details| {
        [("check", text::CHECK), ("fix", text::FIX)].into_iter().flat_map(move |(key, title)| {
            let steps = details.get(key).into_iter().flat_map(|guide| guide.texts("console"));
            let list = node("ol", "steps").children(steps.map(|step| words("li", "", step)));
            [words("h5", "", title.get(locale)), list]
        })
    });
    let head = node("h4", "tickable").child(node("span", "box")).text(control.title.get(locale));
    let notes = words("p", "lines small quiet", text::NOTES.get(locale));
    node("div", "hand").child(node("div", "blk").child(head).child(facts).children(why)).children(steps).child(notes)
}
