//! The comparison of two days as a document.

use super::comparison::{Change, compare, overdue};
use super::tree::{Node, node, table, words};
use super::words as text;
use crate::assessment::score::score_of_day;
use crate::assessment::{Profile, Snapshot};
use crate::base::i18n::{Locale, Text};
use crate::base::time::{Date, Timestamp};
use crate::content::catalogue::{self, Control};
use crate::content::route::Route;

/// Lays out what changed between two days, and what is overdue today.
#[must_use]
pub fn history(
    profile: &Profile,
    days: (&Snapshot, &Snapshot),
    (now, today): (Timestamp, Date),
    locale: Locale,
) -> Node {
    let (before, after) = days;
    let comparison = compare(catalogue::all(), before, after);
    let late = overdue(catalogue::all(), profile, now, today);
    let late: Vec<Node> = late
        .into_iter()
        .map(|(control, reason)| {
            node("li", "").child(link(control, locale)).text(" — ").text(&text::overdue(reason, locale))
        })
        .collect();
    node("div", "")
        .child(scores(before, after, locale))
        .children([before, after].into_iter().filter_map(|day| by_the_current_list(day, locale)))
        .child(part(text::FIXED, changes(&comparison.fixed, locale), locale))
        .child(part(text::REGRESSED, changes(&comparison.regressed, locale), locale))
        .child(part(text::MOVED, changes(&comparison.moved, locale), locale))
        .child(part(text::OVERDUE, late, locale))
}

fn scores(before: &Snapshot, after: &Snapshot, locale: Locale) -> Node {
    let rows = [(text::FROM, before), (text::TO, after)].into_iter().map(|(name, day)| {
        let label = format!("{}: {}", name.get(locale), text::date(day.date, locale));
        node("tr", "").child(words("td", "", &label)).child(words("td", "num", &text::points(day.score))).child(words(
            "td",
            "num",
            &format!("{} / {}", day.done, day.applicable),
        ))
    });
    table("", &[text::DAY, text::SCORE, text::DONE], rows, locale)
}

/// What the score of a day would be by the current list of controls, where that differs: then the score moved without
/// an answer.
fn by_the_current_list(day: &Snapshot, locale: Locale) -> Option<Node> {
    let now = score_of_day(catalogue::all(), day).value;
    (now != day.score).then(|| words("p", "quiet small", &text::by_the_current_list(day.date, now, locale)))
}

fn part(title: Text, lines: Vec<Node>, locale: Locale) -> Node {
    let heading = format!("{} ({})", title.get(locale), lines.len());
    let section = node("section", "do").child(node("header", "").child(words("h2", "", &heading)));
    if lines.is_empty() {
        return section.child(words("p", "quiet", text::NOTHING.get(locale)));
    }
    section.child(node("ul", "plain").children(lines))
}

fn changes(changes: &[Change], locale: Locale) -> Vec<Node> {
    let line = |change: &Change| {
        let statuses = [change.before, change.after].map(|status| status.title().get(locale));
        node("li", "").child(link(change.control, locale)).text(" — ").text(&statuses.join(" → "))
    };
    changes.iter().map(line).collect()
}

fn link(control: &Control, locale: Locale) -> Node {
    words("a", "", control.title.get(locale)).with_href(&Route::Control(control.id.to_owned()).href())
}
