//! The optional sheets of the handout: incident runbook, response-team sheet and quiz.

use super::model::Handout;
use super::parts::{numbered, steps, with_console_labels};
use super::words as text;
use crate::base::i18n::{Locale, Text};
use crate::base::json::Json;
use crate::content::topics::Topic;
use crate::documents::tree::{Node, node, words};

/// The item at `index` of a list in a topic file. The files of both languages have the same structure.
fn nth<'a>(handout: &'a Handout<'_>, topic: Topic, list: &str, index: usize, locale: Locale) -> &'a Json {
    handout.file(topic, locale).items(list).get(index).unwrap_or(&Json::Null)
}

/// The length of a list in a topic file.
fn count(handout: &Handout<'_>, topic: Topic, list: &str) -> usize {
    let first = handout.choices.languages.locales().into_iter().next();
    first.map(|locale| handout.file(topic, locale).items(list).len()).unwrap_or_default()
}

/// The incident runbook: steps with check boxes, times and lines to write on. Numbered from 0, as on the page.
pub(super) fn runbook(handout: &Handout<'_>) -> Node {
    let steps = (0..count(handout, Topic::Incident, "steps")).map(|index| {
        let content =
            handout.in_languages(|locale| step(nth(handout, Topic::Incident, "steps", index, locale), locale));
        numbered(
            index,
            node("div", "body").child(content).child(handout.lines_to_write([text::TIME, text::BY], text::SEEN)),
        )
    });
    handout.appendix(text::RUNBOOK, text::RUNBOOK_LEAD).child(handout.no_secrets()).children(steps)
}

fn step(step: &Json, locale: Locale) -> Node {
    let who = words("span", "quiet small", text::WHO.get(locale)).text(": ").text(step.words("who"));
    let never: Vec<_> = step.texts("never").map(|never| with_console_labels("li", "", never)).collect();
    let never = (!never.is_empty()).then(|| {
        let list = node("ul", "plain").children(never);
        node("div", "care").child(words("b", "", text::NEVER.get(locale))).child(list)
    });
    node("div", "task")
        .child(words("h4", "", step.words("title")))
        .child(node("p", "").child(who))
        .child(with_console_labels("p", "", step.words("goal")))
        .child(steps(step.texts("actions")))
        .children(never)
}

/// The response-team sheet: blank fields, response times by severity, and what to do after each decision on a finding.
pub(super) fn team(handout: &Handout<'_>) -> Node {
    let team = |locale| handout.file(Topic::Incident, locale).get("team").unwrap_or(&Json::Null);
    let item = |list: &'static str, index: usize, locale| team(locale).items(list).get(index).unwrap_or(&Json::Null);
    let length = |list| handout.choices.languages.locales().first().map_or(0, |&locale| team(locale).items(list).len());
    let fields = (0..length("fields")).map(|index| {
        let content = handout.in_languages(|locale| {
            let field = item("fields", index, locale);
            node("div", "").child(words("b", "", field.words("title"))).child(words(
                "p",
                "small quiet",
                field.words("hint"),
            ))
        });
        node("div", "blk").child(content).child(node("p", "lines"))
    });
    let table = |list: &'static str, columns: &[(Text, &'static str)]| {
        let heads = columns.iter().map(|(name, _)| handout.label("th", "", *name));
        let rows = (0..length(list)).map(|index| {
            node("tr", "").children(columns.iter().map(|(_, field)| {
                node("td", "").child(handout.in_languages(|locale| cell(item(list, index, locale), field)))
            }))
        });
        let head = node("thead", "").child(node("tr", "").children(heads));
        node("table", "small").child(head).child(node("tbody", "").children(rows))
    };
    handout
        .appendix(text::TEAM, text::TEAM_LEAD)
        .child(handout.no_secrets())
        .child(node("p", "blanks").child(handout.blank(text::UPDATED)))
        .children(fields)
        .child(table("deadlines", &[(text::SEVERITY, "severity"), (text::WITHIN, "within"), (text::THEN, "then")]))
        .child(table("decisions", &[(text::RESULT, "result"), (text::THEN, "then")]))
}

fn cell(row: &Json, field: &str) -> Node {
    let band = if field == "severity" { row.words("band") } else { "" };
    let space = if band.is_empty() { "" } else { " " };
    with_console_labels("div", "", row.words(field)).text(space).text(band)
}

/// The quiz without its answers.
pub(super) fn quiz(handout: &Handout<'_>) -> Node {
    let questions = (0..count(handout, Topic::Learn, "quiz")).map(|index| {
        let content = handout.in_languages(|locale| {
            let question = nth(handout, Topic::Learn, "quiz", index, locale);
            let options = lettered(question).map(|(letter, option)| {
                let check_box = node("span", "box");
                let line = [letter.to_string().as_str(), ". ", option.words("text")].concat();
                node("li", "").child(check_box).child(words("span", "", &line))
            });
            let title = words("h4", "", &format!("{}. {}", index + 1, question.words("text")));
            node("div", "").child(title).child(node("ul", "options").children(options))
        });
        node("div", "blk").child(content)
    });
    handout.appendix(text::QUIZ, text::QUIZ_LEAD).children(questions)
}

/// The answers of the quiz, each with its reason.
pub(super) fn answers(handout: &Handout<'_>) -> impl Iterator<Item = Node> {
    (0..count(handout, Topic::Learn, "quiz")).map(move |index| {
        let content = handout.in_languages(|locale| {
            let question = nth(handout, Topic::Learn, "quiz", index, locale);
            let right = lettered(question).find(|(_, option)| option.flag("right") == Some(true));
            let right = right.map(|(letter, option)| {
                let answer = [&text::answer(letter, locale), option.words("text")].concat();
                node("p", "").child(words("b", "", &answer)).text(" ").text(option.words("why"))
            });
            let title = words("h4", "", &format!("{}. {}", index + 1, question.words("text")));
            node("div", "").child(title).children(right)
        });
        node("div", "blk").child(content)
    })
}

/// The options, each with its letter.
fn lettered(question: &Json) -> impl Iterator<Item = (char, &Json)> {
    ('A'..='Z').zip(question.items("options"))
}
