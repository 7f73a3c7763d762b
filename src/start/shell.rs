//! The shell: the content of `index.html` until the app has started, or if it cannot start. It is the home page for a
//! new visitor, in both languages; `boot.js` selects one, and hides all but the bars for other visitors and other
//! pages.
//!
//! **Invariant:** all text and all attribute values are escaped. Nothing here depends on the app: elements that only
//! work with it are left out.

use super::{Draw, View, frame, home, words};
use crate::assessment::{Profile, score};
use crate::base::i18n::{Locale, Text};
use crate::content::catalogue;
use crate::content::route::Route;
use crate::documents::html::escape;

/// The shell as HTML.
#[must_use]
pub fn shell() -> String {
    Locale::ALL
        .into_iter()
        .fold(Markup::el("main").attr("id", "boot"), |main, locale| main.child(section(locale)))
        .html()
}

fn section(locale: Locale) -> Markup {
    let view = StaticView { locale };
    let notice = |class: &str, words: Text| {
        Markup::el("div").class(&["notice ", class].concat()).child(Markup::el("p").text(words.get(locale)))
    };
    let next = score::next_step(catalogue::all(), &Profile::default()).map(|control| home::welcome(control, locale));
    let next = Markup::el("div").children(next);
    let content = home::home(&view, next, Markup::el("section").class("past"), locale);
    let page = Markup::el("div")
        .class("page")
        .child(notice("boot-no-script", words::NO_SCRIPT))
        .child(notice("boot-no-wasm", words::NO_WASM))
        .child(notice("boot-blocked", words::BLOCKED))
        .child(notice("boot-altered", words::ALTERED))
        .child(Markup::el("h1").class("quiet boot-loading").text(words::LOADING.get(locale)))
        .child(Markup::el("div").class("start-page").children(content));
    Markup::el("section")
        .attr("lang", locale.tag())
        .child(frame::top_bar(&view, Markup::el("div").class("tools")))
        .child(page)
        .child(frame::footer(&view, []))
        .child(frame::bottom_bar(&view))
}

/// An element as HTML.
struct Markup {
    tag: &'static str,
    attributes: String,
    content: String,
}

impl Markup {
    fn html(&self) -> String {
        let Markup { tag, attributes, content } = self;
        ["<", tag, attributes, ">", content, "</", tag, ">"].concat()
    }
}

impl Draw for Markup {
    fn el(tag: &'static str) -> Markup {
        Markup { tag, attributes: String::new(), content: String::new() }
    }

    fn svg(tag: &'static str) -> Markup {
        Markup::el(tag)
    }

    fn attr(mut self, name: &str, value: &str) -> Markup {
        self.attributes.push_str(&[" ", name, "=\""].concat());
        escape(&mut self.attributes, value);
        self.attributes.push('"');
        self
    }

    fn text(mut self, text: &str) -> Markup {
        escape(&mut self.content, text);
        self
    }

    fn child(mut self, child: Markup) -> Markup {
        self.content.push_str(&child.html());
        self
    }
}

/// The view of a new visitor without answers, in one language.
struct StaticView {
    locale: Locale,
}

impl View for StaticView {
    type Element = Markup;

    fn words(&self, element: Markup, words: Text) -> Markup {
        element.text(words.get(self.locale))
    }

    fn named(&self, element: Markup, name: Text) -> Markup {
        element.attr("aria-label", name.get(self.locale))
    }

    /// `boot.js` marks the current page.
    fn current(&self, link: Markup, _: Route) -> Markup {
        link
    }

    fn text(&self, element: Markup, compute: impl Fn(&Profile) -> String + 'static) -> Markup {
        element.text(&compute(&Profile::default()))
    }

    fn drawn(&self, element: Markup, draw: impl Fn(&Profile) -> Vec<Markup> + 'static) -> Markup {
        element.children(draw(&Profile::default()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Draw as _, Markup, shell};

    #[test]
    fn both_languages_stand_in_it_and_nothing_that_only_the_app_can_do() {
        let html = shell();
        assert!(html.starts_with("<main id=\"boot\"><section lang=\"ja\">") && html.contains("<section lang=\"en\">"));
        assert!(html.contains("不正利用から守る") && html.contains("Protect your AWS account"));
        assert!(!["<button", "<select", "style=", "<script"].iter().any(|markup| html.contains(markup)));
    }

    #[test]
    fn text_is_text() {
        let element = Markup::el("p").attr("title", "\"&").text("<b>").child(Markup::svg("svg"));
        assert_eq!(element.html(), "<p title=\"&quot;&amp;\">&lt;b&gt;<svg></svg></p>");
    }
}
