//! Building blocks of the handout's sheets: texts in its languages, QR codes, check boxes and lines to write on.

use super::address::short;
use super::model::{Handout, Languages};
use super::words as text;
use crate::base::i18n::{Locale, Text};
use crate::content::route::Route;
use crate::documents::qr::qr;
use crate::documents::tree::{Node, node, words};

impl Handout<'_> {
    /// Renders a node in the handout's language, or side by side in both.
    pub(super) fn in_languages(&self, render: impl Fn(Locale) -> Node) -> Node {
        match self.choices.languages {
            Languages::One(locale) => render(locale),
            Languages::Both => {
                node("div", "pair").children(Locale::ALL.map(|locale| render(locale).in_language(locale.tag())))
            }
        }
    }

    /// A short text in the handout's language, or in both on one line.
    pub(super) fn label(&self, tag: &'static str, class: &'static str, text: Text) -> Node {
        match self.choices.languages {
            Languages::One(locale) => words(tag, class, text.get(locale)),
            Languages::Both => {
                let word = |locale: Locale| words("span", "", text.get(locale)).in_language(locale.tag());
                node(tag, class).child(word(Locale::Ja)).text(" / ").child(word(Locale::En))
            }
        }
    }

    /// A paragraph.
    pub(super) fn sentence(&self, class: &'static str, text: Text) -> Node {
        self.in_languages(|locale| words("p", class, text.get(locale)))
    }

    /// The QR code of a route with the address below it, if the handout has an address.
    pub(super) fn code(&self, route: &Route, locale: Locale) -> Option<Node> {
        let base = self.base.as_deref()?;
        let link = [base, &route.href_with(&["lang=", locale.tag()].concat())].concat();
        let address = [short(base), &route.href()].concat();
        // One span per path segment, so that a long address breaks after a slash.
        let address = node("p", "").children(address.split_inclusive('/').map(|segment| words("span", "", segment)));
        Some(node("div", "code").child(qr(&link)?).child(address))
    }

    /// A named blank to fill in.
    pub(super) fn blank(&self, name: Text) -> Node {
        self.label("span", "", name).text(" ").child(node("span", "blank"))
    }

    /// Blanks and a name on one line, with empty lines below to write on.
    pub(super) fn lines_to_write(&self, blanks: [Text; 2], name: Text) -> Node {
        node("div", "writing")
            .child(
                node("p", "blanks").children(blanks.map(|name| self.blank(name))).child(self.label("span", "", name)),
            )
            .child(node("p", "lines"))
            .child(node("p", "lines"))
    }

    /// A sheet that starts on a new page.
    pub(super) fn appendix(&self, title: Text, lead: Text) -> Node {
        node("section", "extra").child(self.label("h2", "title", title)).child(self.sentence("", lead))
    }

    /// The warning not to write secrets on the paper.
    pub(super) fn no_secrets(&self) -> Node {
        self.sentence("small", text::NO_SECRETS)
    }
}

/// A numbered block with a check box.
pub(super) fn numbered(number: usize, body: Node) -> Node {
    let tally = node("p", "tally").child(node("span", "box")).child(words("b", "num", &number.to_string()));
    node("div", "hand").child(tally).child(body)
}

/// Renders the console labels in a sentence (`[Next]`) in bold, without the brackets.
pub(super) fn with_console_labels(tag: &'static str, class: &'static str, sentence: &str) -> Node {
    let mut out = node(tag, class);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((label, remaining)) = after.split_once(']') else {
            break;
        };
        out = out.text(before).child(words("b", "", label));
        rest = remaining;
    }
    out.text(rest)
}

/// A numbered list.
pub(super) fn steps<'a>(steps: impl Iterator<Item = &'a str>) -> Node {
    node("ol", "steps").children(steps.map(|step| node("li", "").child(with_console_labels("span", "", step))))
}
