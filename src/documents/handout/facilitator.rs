//! The facilitator's sheet: timetable, instructions for the workshop, and quiz answers.

use super::appendices::answers;
use super::model::{Group, Handout};
use super::parts::with_console_labels;
use super::timetable::{Part, Slot, timetable};
use super::words as text;
use crate::base::i18n::{Locale, Text};
use crate::documents::tree::{Node, node, words};

/// Lays out the facilitator's sheet.
pub(super) fn facilitator(handout: &Handout<'_>, groups: &[Group]) -> Node {
    let instructions =
        [(text::BEFORE, text::BEFORE_STEPS), (text::DURING, text::DURING_STEPS), (text::AFTER, text::AFTER_STEPS)];
    let instructions = instructions.map(|(title, lines)| {
        let section = |locale: Locale| {
            let lines = lines.iter().map(|line| with_console_labels("li", "", line.get(locale)));
            node("div", "").child(words("h4", "", title.get(locale))).child(node("ul", "plain").children(lines))
        };
        node("div", "blk").child(handout.in_languages(section))
    });
    handout
        .appendix(text::FACILITATOR, text::FACILITATOR_LEAD)
        .children((!groups.is_empty()).then(|| timetable_section(handout, groups)).into_iter().flatten())
        .child(heading(handout, text::HOW))
        .children(instructions)
        .child(heading(handout, text::ANSWERS))
        .children(answers(handout))
}

fn heading(handout: &Handout<'_>, title: Text) -> Node {
    handout.label("h3", "", title)
}

fn timetable_section(handout: &Handout<'_>, groups: &[Group]) -> [Node; 3] {
    let minutes = handout.choices.minutes;
    let slots = timetable(minutes, groups);
    let heads = [text::FROM_TO, text::LENGTH, text::WHAT].map(|name| handout.label("th", "", name));
    let rows = slots.iter().map(|slot| row(handout, slot, groups));
    let table = node("table", "timetable")
        .child(node("thead", "").child(node("tr", "").children(heads)))
        .child(node("tbody", "").children(rows));
    let is_work = |slot: &&Slot| matches!(slot.part, Part::Group(_));
    let work = slots.iter().filter(is_work).map(|slot| slot.minutes).sum();
    let effort = groups.iter().map(Group::effort).sum();
    let controls = groups.iter().map(|group| group.controls.len()).sum();
    let summary = handout.in_languages(|locale| {
        let lines = [text::workshop(minutes, locale), text::reach(work, effort, controls, locale)];
        words(
            "p",
            "",
            &lines.join(match locale {
                Locale::Ja => "。",
                Locale::En => ". ",
            }),
        )
    });
    [heading(handout, text::PLAN), summary, table]
}

fn row(handout: &Handout<'_>, slot: &Slot, groups: &[Group]) -> Node {
    let activity = |locale| match slot.part {
        Part::Welcome => text::WELCOME.get(locale).to_owned(),
        Part::Quiz => text::QUIZ_PART.get(locale).to_owned(),
        Part::Group(index) => groups.get(index).map_or_else(String::new, |group| {
            let last = group.first + group.controls.len() - 1;
            text::work(group.title(locale), (group.first, last), locale)
        }),
        Part::Results => text::RESULTS.get(locale).to_owned(),
        Part::Close => text::CLOSE.get(locale).to_owned(),
    };
    node("tr", "")
        .child(node("td", "num").child(
            handout.in_languages(|locale| words("div", "", &text::span(slot.from, slot.from + slot.minutes, locale))),
        ))
        .child(
            node("td", "num")
                .child(handout.in_languages(|locale| words("div", "", &text::minutes(slot.minutes, locale)))),
        )
        .child(node("td", "").child(handout.in_languages(|locale| words("div", "", &activity(locale)))))
}
