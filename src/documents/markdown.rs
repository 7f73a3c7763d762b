//! Renders a document as Markdown (CommonMark with GitHub's tables).
//!
//! **Invariant:** text is escaped and never acts as markup.

use super::tree::Node;
use super::{chart, words};
use crate::assessment::Profile;
use crate::base::i18n::Locale;

/// Renders a document; its charts show `profile`.
///
/// ```
/// use guard_navi::assessment::Profile;
/// use guard_navi::base::i18n::Locale;
/// use guard_navi::documents::{markdown::markdown, tree::{node, words}};
///
/// let document = node("article", "").child(words("h3", "", "Open")).child(words("p", "", "1 * 2"));
/// assert_eq!(markdown(&document, &Profile::default(), Locale::En).trim_end(), "## Open\n\n1 \\* 2");
/// ```
#[must_use]
pub fn markdown(document: &Node, profile: &Profile, locale: Locale) -> String {
    let mut out = Writer { text: String::new(), profile, locale };
    out.block(document);
    out.text
}

/// Escapes inline markup in a text of one line; for the start of a line, see [`line()`].
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if "\\`*_[]<>#|&~".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Escapes a text at the start of a line, so that it does not begin a list, a heading or a code block.
#[must_use]
pub fn line(text: &str) -> String {
    guarded(&escaped(text.trim_start()))
}

/// Escapes markers of lists and headings at the start of a line: `- `, `+ `, `1. `, `===`.
fn guarded(escaped: &str) -> String {
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    let after_digits = escaped.get(digits..).unwrap_or_default();
    let markers: &[char] = if digits > 0 { &['.', ')'] } else { &['-', '+', '='] };
    if after_digits.starts_with(markers) {
        return [escaped.get(..digits).unwrap_or_default(), "\\", after_digits].concat();
    }
    escaped.to_owned()
}

struct Writer<'a> {
    text: String,
    profile: &'a Profile,
    locale: Locale,
}

impl Writer<'_> {
    fn block(&mut self, node: &Node) {
        let Node::Element { tag, children, .. } = node else {
            return self.paragraph("", &inline(std::slice::from_ref(node)));
        };
        match *tag {
            "h2" => self.paragraph("# ", &inline(children)),
            "h3" => self.paragraph("## ", &inline(children)),
            "h4" => self.paragraph("### ", &inline(children)),
            "h5" => self.paragraph("#### ", &inline(children)),
            "p" => self.paragraph("", &inline(children)),
            "ul" | "ol" => self.list(tag, children),
            "dl" => self.pairs(children),
            "table" => self.table(node),
            "trend" => {
                let trend = chart::trend(self.profile).map(|trend| words::trend(&trend, self.locale));
                self.paragraph("", &escaped(&trend.unwrap_or_default()));
            }
            // The score is also given as text.
            "ring" => {}
            _ => children.iter().for_each(|child| self.block(child)),
        }
    }

    fn paragraph(&mut self, prefix: &str, inline: &str) {
        let lines: Vec<String> =
            inline.lines().map(|line| guarded(line.trim())).filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            // Two spaces at the end keep the line break.
            self.text.push_str(&[prefix, &lines.join("  \n"), "\n\n"].concat());
        }
    }

    fn list(&mut self, tag: &str, items: &[Node]) {
        for (index, item) in items.iter().enumerate() {
            let prefix = if tag == "ol" { format!("{}. ", index + 1) } else { "- ".to_owned() };
            self.text.push_str(&[&prefix, &guarded(&cell(item)), "\n"].concat());
        }
        self.text.push('\n');
    }

    fn pairs(&mut self, children: &[Node]) {
        for pair in children.chunks(2) {
            if let [name, value] = pair {
                self.text.push_str(&["- ", &cell(name), ": ", &cell(value), "\n"].concat());
            }
        }
        self.text.push('\n');
    }

    fn table(&mut self, table: &Node) {
        let mut rows = Vec::new();
        collect_rows(table, &mut rows);
        for (index, row) in rows.iter().enumerate() {
            let cells: Vec<String> = row.iter().map(cell).collect();
            self.text.push_str(&["| ", &cells.join(" | "), " |\n"].concat());
            if index == 0 {
                self.text.push_str(&["|", &" --- |".repeat(cells.len()), "\n"].concat());
            }
        }
        self.text.push('\n');
    }
}

fn collect_rows<'a>(node: &'a Node, rows: &mut Vec<&'a [Node]>) {
    if let Node::Element { tag, children, .. } = node {
        if *tag == "tr" {
            rows.push(children);
        } else {
            children.iter().for_each(|child| collect_rows(child, rows));
        }
    }
}

/// The text of an element on one line, with its paragraphs separated by slashes.
fn cell(node: &Node) -> String {
    let text = inline(std::slice::from_ref(node));
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join(" / ")
}

fn inline(nodes: &[Node]) -> String {
    let mut out = String::new();
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(&escaped(text)),
            Node::Element { tag: "b", children, .. } => out.push_str(&["**", inline(children).trim(), "**"].concat()),
            Node::Element { tag: "span", class: "blank", children, .. } if children.is_empty() => {
                out.push_str(&escaped("________"));
            }
            Node::Element { tag: "p", children, .. } => out.push_str(&["\n", &inline(children), "\n"].concat()),
            Node::Element { children, .. } => out.push_str(&inline(children)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{line, markdown};
    use crate::assessment::Profile;
    use crate::base::i18n::Locale;
    use crate::documents::tree::{node, words};

    #[test]
    fn what_begins_a_line_is_no_markup() {
        for (text, expected) in [
            ("- a", "\\- a"),
            ("    + a", "\\+ a"),
            ("12. a", "12\\. a"),
            ("1) a", "1\\) a"),
            ("===", "\\==="),
            ("# a", "\\# a"),
            ("~~~ &amp; <b> |", "\\~\\~\\~ \\&amp; \\<b\\> \\|"),
            ("2026年", "2026年"),
        ] {
            assert_eq!(line(text), expected);
        }
    }

    #[test]
    fn a_document_keeps_its_order() {
        let cell = node("td", "").child(words("b", "", "A|B")).child(words("p", "", "one\ntwo"));
        let table = node("table", "")
            .child(node("thead", "").child(node("tr", "").child(words("th", "", "H"))))
            .child(node("tbody", "").child(node("tr", "").child(cell)));
        let document = node("article", "")
            .child(words("h2", "", "Title"))
            .child(words("p", "", "- one\n# two"))
            .child(node("dl", "").child(words("dt", "", "By")).child(node("dd", "").child(node("span", "blank"))))
            .child(node("ol", "").child(words("li", "", "x")).child(words("li", "", "2. y")))
            .child(table);
        let expected = "# Title\n\n\\- one  \n\\# two\n\n- By: \\_\\_\\_\\_\\_\\_\\_\\_\n\n1. x\n2. 2\\. y\n\n\
            | H |\n| --- |\n| **A\\|B** / one / two |\n\n";
        assert_eq!(markdown(&document, &Profile::default(), Locale::En), expected);
    }
}
