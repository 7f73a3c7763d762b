//! What every sheet of the handout is made of: words in its languages, codes, boxes and lines to write on.

use super::address::short;
use super::model::{Handout, Languages};
use super::words as text;
use crate::base::i18n::{Locale, Text};
use crate::content::route::Route;
use crate::documents::qr::qr;
use crate::documents::tree::{Node, node, words};

impl Handout<'_> {
    /// Says a piece in the language of the handout; in two columns where it has both.
    pub(super) fn in_languages(&self, say: impl Fn(Locale) -> Node) -> Node {
        match self.choices.languages {
            Languages::One(locale) => say(locale),
            Languages::Both => {
                node("div", "pair").children(Locale::ALL.map(|locale| say(locale).in_language(locale.tag())))
            }
        }
    }

    /// The same in one line, for a word or two.
    pub(super) fn label(&self, tag: &'static str, class: &'static str, text: Text) -> Node {
        match self.choices.languages {
            Languages::One(locale) => words(tag, class, text.get(locale)),
            Languages::Both => {
                let word = |locale: Locale| words("span", "", text.get(locale)).in_language(locale.tag());
                node(tag, class).child(word(Locale::Ja)).text(" / ").child(word(Locale::En))
            }
        }
    }

    /// A sentence in a paragraph.
    pub(super) fn sentence(&self, class: &'static str, text: Text) -> Node {
        self.in_languages(|locale| words("p", class, text.get(locale)))
    }

    /// The code that leads to a page, with the address below it.
    pub(super) fn code(&self, route: &Route, locale: Locale) -> Option<Node> {
        let base = self.base.as_deref()?;
        let link = [base, &route.href_with(&["lang=", locale.tag()].concat())].concat();
        let shown = [short(base), &route.href()].concat();
        // In parts, so that a long one breaks where it makes sense.
        let shown = node("p", "").children(shown.split_inclusive('/').map(|piece| words("span", "", piece)));
        Some(node("div", "code").child(qr(&link)?).child(shown))
    }

    /// A blank with its name.
    pub(super) fn blank(&self, name: Text) -> Node {
        self.label("span", "", name).text(" ").child(node("span", "blank"))
    }

    /// Room to write: blanks and a name in a line, and lines below it.
    pub(super) fn lines_to_write(&self, blanks: [Text; 2], name: Text) -> Node {
        node("div", "writing")
            .child(
                node("p", "blanks").children(blanks.map(|name| self.blank(name))).child(self.label("span", "", name)),
            )
            .child(node("p", "lines"))
            .child(node("p", "lines"))
    }

    /// A sheet that begins on a page of its own.
    pub(super) fn appendix(&self, title: Text, lead: Text) -> Node {
        node("section", "extra").child(self.label("h2", "title", title)).child(self.sentence("", lead))
    }

    /// The warning that belongs on everything that is written on.
    pub(super) fn no_secrets(&self) -> Node {
        self.sentence("small", text::NO_SECRETS)
    }
}

/// A numbered piece with a box to tick in front of it.
pub(super) fn numbered(number: usize, body: Node) -> Node {
    let tally = node("p", "tally").child(node("span", "box")).child(words("b", "num", &number.to_string()));
    node("div", "hand").child(tally).child(body)
}

/// Console labels, `[Next]` in the texts, in bold without their brackets.
pub(super) fn with_console_labels(tag: &'static str, class: &'static str, sentence: &str) -> Node {
    let mut out = node(tag, class);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((label, behind)) = after.split_once(']') else {
            break;
        };
        out = out.text(before).child(words("b", "", label));
        rest = behind;
    }
    out.text(rest)
}

/// A numbered list.
pub(super) fn steps<'a>(steps: impl Iterator<Item = &'a str>) -> Node {
    node("ol", "steps").children(steps.map(|step| node("li", "").child(with_console_labels("span", "", step))))
}
