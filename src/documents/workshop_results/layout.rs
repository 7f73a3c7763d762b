//! The results as a document, to project and to print.

use super::participant::{Remark, RemarkKind};
use super::{ControlLine, Distribution, QuestionLine, WorkshopResults, words as text};
use crate::assessment::Status;
use crate::base::i18n::{Locale, Text};
use crate::base::time::Date;
use crate::content::catalogue::Control;
use crate::content::route::Route;
use crate::documents::tree::{Node, node, table, words};
use crate::documents::words as report_text;

/// Lays out the results, and below them the remarks on files.
#[must_use]
pub fn layout(results: &WorkshopResults, today: Date, locale: Locale) -> Node {
    let all = node("div", "");
    if results.people == 0 {
        let message = words("p", "warn", text::NOBODY.get(locale));
        return all.child(message).children(remarks(results, locale));
    }
    let sheet = node("article", "document workshop-results")
        .child(head(results, today, locale))
        .children(notes(results, locale))
        .child(figures(results, locale))
        .children(missed_and_scores(results, locale))
        .child(quiz(results, locale))
        .child(heat_list(results, locale));
    all.child(sheet).children(remarks(results, locale))
}

fn head(results: &WorkshopResults, today: Date, locale: Locale) -> Node {
    let workshop = results.workshop.as_ref();
    let title = workshop.map(|workshop| workshop.title.as_str()).filter(|title| !title.is_empty());
    let mut facts: Vec<String> =
        workshop.and_then(|workshop| workshop.date).map(|date| report_text::date(date, locale)).into_iter().collect();
    facts.push(text::controls(results.controls.len(), locale));
    facts.push(text::counted_on(&report_text::date(today, locale), locale));
    node("header", "")
        .children(title.map(|_| words("p", "quiet small", text::RESULT.get(locale))))
        .child(words("h2", "title", title.unwrap_or(text::RESULT.get(locale))))
        .child(words("p", "quiet", &facts.join(" · ")))
}

/// Notes to read before the numbers.
fn notes(results: &WorkshopResults, locale: Locale) -> Vec<Node> {
    let skipped = results.skipped().count() + results.more_remarks;
    let few = results.is_small().then(|| text::FEW.get(locale).to_owned());
    let other_workshop = (results.other_workshop > 0).then(|| text::other_workshop(results.other_workshop, locale));
    let skipped = (skipped > 0).then(|| text::skipped(skipped, locale));
    [few, other_workshop, skipped].into_iter().flatten().map(|note| words("p", "aside-note", &note)).collect()
}

fn figures(results: &WorkshopResults, locale: Locale) -> Node {
    let (answered, right) = results.quiz.iter().fold((0, 0), |sum, line| (sum.0 + line.answered, sum.1 + line.right));
    let figure = |number: &str, label: Text| {
        node("div", "").child(words("b", "num", number)).child(words("span", "", label.get(locale)))
    };
    node("div", "figures")
        .child(figure(&results.people.to_string(), text::PARTICIPANTS))
        .child(figure(&text::median(results.chosen.median), text::SCORE_MIDDLE))
        .child(figure(&text::median(results.gained), text::GAINED_MIDDLE))
        .child(figure(&text::share(right, answered), text::QUIZ_SHARE))
}

fn part(title: Text, locale: Locale) -> Node {
    node("section", "").child(words("h3", "", title.get(locale)))
}

fn missed(results: &WorkshopResults, locale: Locale) -> Node {
    let lines: Vec<Node> = results
        .most_missed()
        .into_iter()
        .map(|line| {
            let open = text::open(line.open(), results.people, locale);
            node("li", "").child(link(line.control, locale)).child(words("span", "num quiet", &open))
        })
        .collect();
    let missed = part(text::MISSED, locale);
    if lines.is_empty() {
        return missed.child(words("p", "quiet", text::NONE_MISSED.get(locale)));
    }
    missed.child(node("ol", "missed").children(lines))
}

/// The most missed controls and the scores; two distributions if the workshop covers only some of the controls.
fn missed_and_scores(results: &WorkshopResults, locale: Locale) -> Vec<Node> {
    let chart = |title, distribution| part(title, locale).child(bins(distribution));
    let pair = |one: Node, other: Node| node("div", "columns").child(one).child(other);
    let missed = missed(results, locale);
    if results.chosen.median.of == 0 && results.mandatory.median.of == 0 {
        return vec![missed];
    }
    if results.workshop.as_ref().is_none_or(|workshop| workshop.controls.is_empty()) {
        return vec![pair(missed, chart(text::SCORES, &results.chosen))];
    }
    let chosen = chart(text::SCORES_CHOSEN, &results.chosen);
    vec![missed, pair(chosen, chart(text::SCORES_MANDATORY, &results.mandatory))]
}

fn bins(distribution: &Distribution) -> Node {
    let most = distribution.bins.iter().copied().max().unwrap_or_default();
    let rows = distribution.bins.iter().enumerate().map(|(index, &count)| {
        node("li", "")
            .child(words("span", "num", &text::bin(index)))
            .child(bar("", [(Status::Done, count)], most))
            .child(words("span", "num", &count.to_string()))
    });
    node("ul", "bins").children(rows)
}

fn quiz(results: &WorkshopResults, locale: Locale) -> Node {
    let quiz = part(text::QUIZ, locale);
    if results.quiz.iter().all(|line| line.answered == 0) {
        return quiz.child(words("p", "quiet", text::NO_QUIZ.get(locale)));
    }
    let columns = [text::QUESTION, text::RIGHT, text::COMMONEST_WRONG];
    let rows = results.quiz.iter().enumerate().map(|(index, line)| question(index + 1, line, locale));
    quiz.child(table("quiz", &columns, rows, locale))
}

fn question(number: usize, line: &QuestionLine, locale: Locale) -> Node {
    let right = format!("{} ({} / {})", text::share(line.right, line.answered), line.right, line.answered);
    let wrong = line
        .commonest_wrong
        .map(|(choice, count)| node("span", "").text(choice.text.get(locale)).text(&format!(" ({count})")));
    node("tr", "blk")
        .child(
            node("td", "")
                .child(words("b", "", &text::number(number, locale)))
                .text(" ")
                .text(line.question.text.get(locale)),
        )
        .child(words("td", "num", &right))
        .child(node("td", "").children(wrong))
}

fn heat_list(results: &WorkshopResults, locale: Locale) -> Node {
    let key = super::STATUSES
        .map(|status| node("span", "").child(bar("key", [(status, 1)], 1)).text(" ").text(status.title().get(locale)));
    let rows = results.controls.iter().map(|line| heat_row(line, results.people, locale));
    part(text::STATUSES, locale)
        .child(words("p", "small quiet", text::SHARE_IS.get(locale)))
        .child(node("p", "legend small").children(key))
        .child(node("ul", "heat").children(rows))
}

fn heat_row(line: &ControlLine, people: usize, locale: Locale) -> Node {
    let counts = line.counts.iter().filter(|(_, count)| *count > 0);
    let counts: Vec<String> = counts.map(|(status, count)| format!("{} {count}", status.title().get(locale))).collect();
    node("li", "blk")
        .child(link(line.control, locale))
        .child(bar("", line.counts, people))
        .child(words("b", "num", &text::share(line.count(Status::Done), people)))
        .child(words("span", "small quiet num", &counts.join(" · ")))
}

/// A bar of segments that the page renders: status and length in ten-thousandths, such as `done:4000 unsure:1500`. The
/// text beside it has the same content.
fn bar(class: &'static str, parts: impl IntoIterator<Item = (Status, usize)>, whole: usize) -> Node {
    let segment = |(status, count): (Status, usize)| {
        let length = (10_000 * count).checked_div(whole).unwrap_or_default();
        (length > 0).then(|| format!("{}:{length}", status.id()))
    };
    words("bar", class, &parts.into_iter().filter_map(segment).collect::<Vec<_>>().join(" "))
}

fn link(control: &Control, locale: Locale) -> Node {
    words("a", "", control.title.get(locale)).with_href(&Route::Control(control.id.to_owned()).href())
}

fn remarks(results: &WorkshopResults, locale: Locale) -> Vec<Node> {
    let line = |remark: &Remark| {
        node("li", "").child(words("span", "file", &remark.file)).text(" — ").text(&text::remark(&remark.kind, locale))
    };
    let list = |title: Text, lines: Vec<Node>| {
        let heading = format!("{} ({})", title.get(locale), lines.len());
        let head = node("header", "").child(words("h2", "", &heading));
        (!lines.is_empty())
            .then(|| node("section", "do noprint").child(head).child(node("ul", "plain small").children(lines)))
    };
    let more =
        (results.more_remarks > 0).then(|| words("p", "quiet noprint", &text::more(results.more_remarks, locale)));
    let others = results.remarks.iter().filter(|remark| !remark.is_skip());
    [
        list(text::NOT_COUNTED, results.skipped().map(line).collect()),
        more,
        list(text::NOTICED, others.map(line).collect()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl Remark {
    /// Whether the file was not counted.
    #[must_use]
    pub const fn is_skip(&self) -> bool {
        match self.kind {
            RemarkKind::TooLarge
            | RemarkKind::Empty
            | RemarkKind::NotText
            | RemarkKind::NotJson
            | RemarkKind::Unsupported
            | RemarkKind::Sealed
            | RemarkKind::Newer
            | RemarkKind::Damaged(_)
            | RemarkKind::Several
            | RemarkKind::TooManyParticipants
            | RemarkKind::Archive(_) => true,
            RemarkKind::Replaced { .. } | RemarkKind::Secret(_) => false,
        }
    }
}

impl WorkshopResults {
    /// The remarks on files that were not counted.
    pub fn skipped(&self) -> impl Iterator<Item = &Remark> {
        self.remarks.iter().filter(|remark| remark.is_skip())
    }
}
