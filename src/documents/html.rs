//! Renders a document as one self-contained HTML file: inline style, no script, and a content security policy that
//! blocks all requests.
//!
//! **Invariant:** all text and all attribute values are escaped, in one place.

use super::chart::{self, RING_BOX, Shape, TREND_BOX};
use super::tree::Node;
use super::words;
use crate::assessment::{Profile, score};
use crate::base::i18n::Locale;
use crate::content::catalogue;

const STYLE: &str = include_str!("document.css");
/// The style is inline; everything else is blocked.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Renders a document; its charts show `profile`.
#[must_use]
pub fn html(document: &Node, title: &str, profile: &Profile, locale: Locale) -> String {
    let mut out = Writer { text: "<!doctype html>\n".to_owned(), profile, locale };
    out.text.push_str(&["<html lang=\"", locale.tag(), "\"><head><meta charset=\"utf-8\">"].concat());
    out.text.push_str(&["<meta http-equiv=\"Content-Security-Policy\" content=\"", POLICY, "\">"].concat());
    out.text.push_str("<meta name=\"viewport\" content=\"width=device-width\"><title>");
    out.words(title);
    out.text.push_str(&["</title><style>", STYLE, "</style></head><body>\n"].concat());
    out.node(document);
    out.text.push_str("\n</body></html>\n");
    out.text
}

/// Escapes text for element content and for attribute values.
pub(crate) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

struct Writer<'a> {
    text: String,
    profile: &'a Profile,
    locale: Locale,
}

impl Writer<'_> {
    fn node(&mut self, node: &Node) {
        let Node::Element { tag, class, href, lang, children } = node else {
            if let Node::Text(text) = node {
                self.words(text);
            }
            return;
        };
        match *tag {
            "ring" => return self.ring(),
            "trend" => return self.trend(),
            _ => {}
        }
        let is_severity = *tag == "severity";
        // Links within the app do not work from a saved file.
        let is_bare = *tag == "a" && href.starts_with('#');
        let tag = if is_severity || is_bare { "span" } else { tag };
        let class = if is_severity { ["sev ", class].concat() } else { (*class).to_owned() };
        let href = if is_bare { "" } else { href.as_str() };
        let scope = if tag == "th" { "col" } else { "" };
        let attributes = [("class", class.as_str()), ("href", href), ("lang", lang), ("scope", scope)];
        self.open(tag, &attributes);
        children.iter().for_each(|child| self.node(child));
        self.close(tag);
    }

    fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.text.push_str(&["<", tag].concat());
        for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            self.text.push_str(&[" ", name, "=\""].concat());
            self.words(value);
            self.text.push('"');
        }
        self.text.push('>');
    }

    fn close(&mut self, tag: &str) {
        self.text.push_str(&["</", tag, ">"].concat());
    }

    fn words(&mut self, text: &str) {
        escape(&mut self.text, text);
    }

    fn ring(&mut self) {
        let segments = chart::ring(self.profile);
        let shapes = segments.iter().flat_map(|segment| std::iter::once(&segment.arc).chain(&segment.pointer));
        let score = score::score(catalogue::all(), self.profile);
        self.open("div", &[("class", "ring")]);
        self.drawing("", RING_BOX, shapes);
        self.open("p", &[("class", "score")]);
        self.open("b", &[]);
        self.words(&words::points(score.value));
        self.close("b");
        self.words(&words::of_mandatory(&score, self.locale));
        self.close("p");
        self.close("div");
    }

    fn trend(&mut self) {
        if let Some(trend) = chart::trend(self.profile) {
            self.drawing("trend", TREND_BOX, trend.shapes.iter());
            self.open("p", &[("class", "small quiet")]);
            self.words(&words::trend(&trend, self.locale));
            self.close("p");
        }
    }

    fn drawing<'s>(&mut self, class: &str, view_box: &str, shapes: impl Iterator<Item = &'s Shape>) {
        self.open("svg", &[("class", class), ("viewBox", view_box), ("aria-hidden", "true")]);
        for shape in shapes {
            let attributes: Vec<_> = shape.attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
            self.open(shape.tag, &attributes);
            self.close(shape.tag);
        }
        self.close("svg");
    }
}

#[cfg(test)]
mod tests {
    use super::html;
    use crate::assessment::Profile;
    use crate::base::i18n::Locale;
    use crate::documents::tree::{node, words};

    #[test]
    fn text_is_text() {
        let hostile = "<script>alert(1)</script>\" onload=\"x &amp;";
        let document = node("article", "document")
            .child(words("p", "", hostile))
            .child(words("a", "", "x").with_href("#/learn"))
            .child(words("severity", "high", "High"))
            .child(node("ring", ""));
        let page = html(&document, hostile, &Profile::default(), Locale::Ja);
        assert!(page.starts_with("<!doctype html>\n<html lang=\"ja\">"));
        assert!(!page.contains("<script") && !page.contains("\" onload"));
        assert_eq!(page.matches("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x &amp;amp;").count(), 2);
        assert!(page.contains("<span>x</span>") && page.contains("<span class=\"sev high\">High</span>"));
        assert!(page.contains("<svg viewBox=\"-6 -6 212 212\"") && !page.contains("style="));
    }
}
