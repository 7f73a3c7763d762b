//! The room as CSV: one number a line, in columns that a pivot table takes.
//!
//! **Invariant:** no cell is a formula, whatever a file said or was called.

use super::{Distribution, Room, words as text};
use crate::base::i18n::{Locale, Text};
use crate::documents::csv::written;

const ID: Text = Text { ja: "ID", en: "ID" };

/// Part, id, item, measure, value, and of how many.
type Cells = [String; 6];

/// Writes it.
#[must_use]
pub fn csv(room: &Room, locale: Locale) -> String {
    written(rows(room, locale))
}

fn rows(room: &Room, locale: Locale) -> Vec<Cells> {
    let head = [text::PART, ID, text::ITEM, text::MEASURE, text::VALUE, text::OF];
    let mut rows = vec![head.map(|column| column.get(locale).to_owned())];
    rows.extend(summary(room, locale));
    rows.extend(distribution(text::SCORES_CHOSEN, &room.chosen, locale));
    rows.extend(distribution(text::SCORES_MANDATORY, &room.mandatory, locale));
    for line in &room.controls {
        let counts = line.counts.iter().map(|(status, count)| (status.title(), *count));
        for (measure, count) in counts.chain([(text::GAINED, line.gained)]) {
            let about = (line.control.id, line.control.title.get(locale));
            rows.push(counted(text::STATUSES, about, measure.get(locale), (count, room.people), locale));
        }
    }
    for line in &room.quiz {
        let about = (line.question.id, line.question.text.get(locale));
        let mut add = |measure: &str, count| {
            rows.push(counted(text::QUIZ, about, measure, (count, line.answered), locale));
        };
        add(text::RIGHT.get(locale), line.right);
        if let Some((choice, count)) = line.commonest_wrong {
            add(&format!("{}: {}", text::COMMONEST_WRONG.get(locale), choice.text.get(locale)), count);
        }
    }
    rows.extend(room.skipped().map(|remark| {
        let cells = [text::NOT_COUNTED.get(locale), "", &remark.file, &text::what(&remark.what, locale), "", ""];
        cells.map(str::to_owned)
    }));
    rows
}

fn summary(room: &Room, locale: Locale) -> Vec<Cells> {
    let workshop = room.workshop.as_ref();
    let title = workshop.map(|workshop| workshop.title.as_str()).unwrap_or_default();
    let date = workshop.and_then(|workshop| workshop.date).map(|date| date.to_string()).unwrap_or_default();
    let line = |measure: Text, value: String, of: usize| {
        let cells = [text::SUMMARY.get(locale), &date, title, measure.get(locale), &value, &of.to_string()];
        cells.map(str::to_owned)
    };
    vec![
        line(text::PARTICIPANTS, room.people.to_string(), room.people),
        line(text::SCORE_MIDDLE, text::middle(room.chosen.middle), room.chosen.middle.of),
        line(text::GAINED_MIDDLE, text::middle(room.gained), room.gained.of),
        line(text::STRANGERS, room.strangers.to_string(), room.people),
        line(text::NOT_COUNTED, (room.skipped().count() + room.more_remarks).to_string(), room.people),
    ]
}

fn distribution(part: Text, distribution: &Distribution, locale: Locale) -> Vec<Cells> {
    let of = distribution.middle.of;
    let bins = distribution.bins.iter().enumerate();
    bins.map(|(index, &count)| counted(part, ("", ""), &text::bin(index), (count, of), locale)).collect()
}

fn counted(part: Text, (id, item): (&str, &str), measure: &str, (count, of): (usize, usize), locale: Locale) -> Cells {
    let (count, of) = (count.to_string(), of.to_string());
    [part.get(locale), id, item, measure, &count, &of].map(str::to_owned)
}
