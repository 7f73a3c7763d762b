//! Markdown for people: a table for each account, what fails first; then what could not be read, and what was.

use super::Judged;
use crate::words as text;
use guard_navi::assessment::Profile;
use guard_navi::base::i18n::Text;
use guard_navi::documents::markdown::markdown;
use guard_navi::documents::tree::{Node, node, words};
use guard_navi::evidence::Outcome;

pub(super) fn write(judged: &Judged<'_>) -> String {
    let get = |text: Text| text.get(judged.locale);
    let when =
        node("dl", "").child(words("dt", "", get(text::JUDGED_AT))).child(words("dd", "", &judged.now.to_string()));
    let mut document = node("article", "").child(words("h2", "", get(text::TITLE))).child(when);
    for account in judged.judgement.groups() {
        let name = account
            .as_deref()
            .map_or_else(|| get(text::NO_ACCOUNT).to_owned(), |account| [get(text::ACCOUNT), " ", account].concat());
        document = document.child(words("h3", "", &name)).child(table(judged, account.as_deref()));
    }
    let problems = judged.judgement.problems.iter().map(|problem| {
        let line = problem.line.map(|line| format!(":{line}")).unwrap_or_default();
        format!("{}{line}: {}", problem.file, problem.text.get(judged.locale))
    });
    let read = judged.judgement.read.iter().map(|read| format!("{}: {}", read.file, read.what.get(judged.locale)));
    document = section(document, get(text::PROBLEMS), problems);
    document = section(document, get(text::READ), read);
    printable(markdown(&document, &Profile::default(), judged.locale).trim_end()) + "\n"
}

/// Without the characters by which a name in a file could command a terminal, or turn the order of a line round.
fn printable(text: &str) -> String {
    let is_unsafe = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.replace(is_unsafe, "\u{fffd}")
}

/// Adds a heading and a list, unless the list is empty.
fn section(document: Node, title: &str, lines: impl Iterator<Item = String>) -> Node {
    let items: Vec<Node> = lines.map(|line| words("li", "", &line)).collect();
    if items.is_empty() {
        return document;
    }
    document.child(words("h3", "", title)).child(node("ul", "").children(items))
}

/// The verdicts of an account.
fn table(judged: &Judged<'_>, account: Option<&str>) -> Node {
    let mut rows: Vec<_> = judged.rows().filter(|row| row.verdict.account.as_deref() == account).collect();
    rows.sort_by_key(|row| match row.verdict.outcome {
        Outcome::Fail => 0,
        Outcome::Unknown => 1,
        Outcome::Pass => 2,
    });
    let rows = rows.into_iter().map(|row| {
        let title = format!("{} ({})", row.control.title.get(judged.locale), row.control.id);
        let reasons = judged.reasons(row.verdict).map(|reason| words("p", "", reason));
        let outcome = words("b", "", text::outcome(row.verdict.outcome).get(judged.locale));
        node("tr", "")
            .child(node("td", "").child(outcome))
            .child(words("td", "", &title))
            .child(node("td", "").children(reasons))
            .child(words("td", "", &row.verdict.source.file))
    });
    let heads = [text::OUTCOME, text::CONTROL, text::REASONS, text::FILE];
    let heads = heads.map(|head| words("th", "", head.get(judged.locale)));
    node("table", "").child(node("tr", "").children(heads)).children(rows)
}
