//! The results as CSV: one number per row, in columns suited to a pivot table.
//!
//! **Invariant:** no cell is read as a formula, whatever a file contains or is called.

use super::{Distribution, WorkshopResults, words as text};
use crate::base::i18n::{Locale, Text};
use crate::documents::csv::written;

const ID: Text = Text { ja: "ID", en: "ID" };

/// Part, id, item, measure, value, total.
type Cells = [String; 6];

/// Writes the results.
#[must_use]
pub fn csv(results: &WorkshopResults, locale: Locale) -> String {
    written(rows(results, locale))
}

fn rows(results: &WorkshopResults, locale: Locale) -> Vec<Cells> {
    let head = [text::PART, ID, text::ITEM, text::MEASURE, text::VALUE, text::OF];
    let mut rows = vec![head.map(|column| column.get(locale).to_owned())];
    rows.extend(summary(results, locale));
    rows.extend(distribution(text::SCORES_CHOSEN, &results.chosen, locale));
    rows.extend(distribution(text::SCORES_MANDATORY, &results.mandatory, locale));
    for line in &results.controls {
        let counts = line.counts.iter().map(|(status, count)| (status.title(), *count));
        for (measure, count) in counts.chain([(text::GAINED, line.gained)]) {
            let item = (line.control.id, line.control.title.get(locale));
            rows.push(counted(text::STATUSES, item, measure.get(locale), (count, results.people), locale));
        }
    }
    for line in &results.quiz {
        let item = (line.question.id, line.question.text.get(locale));
        let mut add = |measure: &str, count| {
            rows.push(counted(text::QUIZ, item, measure, (count, line.answered), locale));
        };
        add(text::RIGHT.get(locale), line.right);
        if let Some((choice, count)) = line.commonest_wrong {
            add(&format!("{}: {}", text::COMMONEST_WRONG.get(locale), choice.text.get(locale)), count);
        }
    }
    rows.extend(results.skipped().map(|remark| {
        let cells = [text::NOT_COUNTED.get(locale), "", &remark.file, &text::remark(&remark.kind, locale), "", ""];
        cells.map(str::to_owned)
    }));
    rows
}

fn summary(results: &WorkshopResults, locale: Locale) -> Vec<Cells> {
    let workshop = results.workshop.as_ref();
    let title = workshop.map(|workshop| workshop.title.as_str()).unwrap_or_default();
    let date = workshop.and_then(|workshop| workshop.date).map(|date| date.to_string()).unwrap_or_default();
    let line = |measure: Text, value: String, total: usize| {
        let cells = [text::SUMMARY.get(locale), &date, title, measure.get(locale), &value, &total.to_string()];
        cells.map(str::to_owned)
    };
    vec![
        line(text::PARTICIPANTS, results.people.to_string(), results.people),
        line(text::SCORE_MIDDLE, text::median(results.chosen.median), results.chosen.median.of),
        line(text::GAINED_MIDDLE, text::median(results.gained), results.gained.of),
        line(text::STRANGERS, results.other_workshop.to_string(), results.people),
        line(text::NOT_COUNTED, (results.skipped().count() + results.more_remarks).to_string(), results.people),
    ]
}

fn distribution(part: Text, distribution: &Distribution, locale: Locale) -> Vec<Cells> {
    let total = distribution.median.of;
    let bins = distribution.bins.iter().enumerate();
    bins.map(|(index, &count)| counted(part, ("", ""), &text::bin(index), (count, total), locale)).collect()
}

fn counted(
    part: Text,
    (id, item): (&str, &str),
    measure: &str,
    (count, total): (usize, usize),
    locale: Locale,
) -> Cells {
    let (count, total) = (count.to_string(), total.to_string());
    [part.get(locale), id, item, measure, &count, &total].map(str::to_owned)
}
