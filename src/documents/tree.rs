//! A document as a tree of plain elements, which the worker sends to the page and from which files are rendered.
//!
//! **Invariant:** text nodes are plain text. Tags are from the closed list below; renderers reject any other.

use crate::base::i18n::{Locale, Text};
use serde::{Serialize, Serializer};

/// The tags of a document. The last five are special elements that renderers implement: signal bars with their label
/// (the class is the severity's id), the ring and the trend of the current profile, a QR code (its texts are the side
/// and a path; see `qr`), and a bar of segments (its text is `status:length …`, lengths in ten-thousandths of the
/// whole).
pub const TAGS: [&str; 30] = [
    "article", "header", "section", "div", "h2", "h3", "h4", "h5", "p", "span", "b", "ul", "ol", "li", "dl", "dt",
    "dd", "table", "thead", "tbody", "tr", "th", "td", "a", "code", "severity", "ring", "trend", "qr", "bar",
];

/// An element, or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Text.
    Text(String),
    /// An element.
    Element {
        /// One of `TAGS`.
        tag: &'static str,
        /// A class of the style sheet; may be empty.
        class: &'static str,
        /// The target of a link; may be empty.
        href: String,
        /// The language if it differs from the document's; may be empty.
        lang: &'static str,
        /// Its child nodes.
        children: Vec<Node>,
    },
}

/// A new element.
#[must_use]
pub const fn node(tag: &'static str, class: &'static str) -> Node {
    Node::Element { tag, class, href: String::new(), lang: "", children: Vec::new() }
}

/// An element that contains text.
#[must_use]
pub fn words(tag: &'static str, class: &'static str, text: &str) -> Node {
    node(tag, class).text(text)
}

impl Node {
    /// Adds text.
    #[must_use]
    pub fn text(self, text: &str) -> Node {
        self.child(Node::Text(text.to_owned()))
    }

    /// Adds an element.
    #[must_use]
    pub fn child(mut self, child: Node) -> Node {
        if let Node::Element { children, .. } = &mut self {
            children.push(child);
        }
        self
    }

    /// Adds elements.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = Node>) -> Node {
        children.into_iter().fold(self, Node::child)
    }

    /// Sets the link target.
    #[must_use]
    pub fn with_href(mut self, target: &str) -> Node {
        if let Node::Element { href, .. } = &mut self {
            target.clone_into(href);
        }
        self
    }

    /// Sets the language.
    #[must_use]
    pub fn in_language(mut self, tag: &'static str) -> Node {
        if let Node::Element { lang, .. } = &mut self {
            *lang = tag;
        }
        self
    }
}

impl Serialize for Node {
    /// A text, or `[tag, class, href, lang, children…]`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeSeq as _;
        match self {
            Node::Text(text) => serializer.serialize_str(text),
            Node::Element { tag, class, href, lang, children } => {
                let mut list = serializer.serialize_seq(Some(4 + children.len()))?;
                for field in [tag, class, href.as_str(), lang] {
                    list.serialize_element(field)?;
                }
                children.iter().try_for_each(|child| list.serialize_element(child))?;
                list.end()
            }
        }
    }
}

/// A table with a heading row.
pub(super) fn table(class: &'static str, columns: &[Text], rows: impl Iterator<Item = Node>, locale: Locale) -> Node {
    let heads = columns.iter().map(|column| words("th", "", column.get(locale)));
    let head = node("thead", "").child(node("tr", "").children(heads));
    node("table", class).child(head).child(node("tbody", "").children(rows))
}
