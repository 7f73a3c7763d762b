//! The home page: the score ring, the next step, and links to the other pages.

use super::{Draw, View, link, words};
use crate::assessment::{Profile, score};
use crate::base::i18n::{Locale, Text};
use crate::content::catalogue::{self, Control, LEVELS, Level};
use crate::content::route::Route;
use crate::documents::chart::{self, RING_BOX, Shape, segment_class};
use crate::documents::{SectionLine, sections};

/// The page; `next` is the next step, `past` the score history.
pub fn home<V: View>(view: &V, next: V::Element, past: V::Element, locale: Locale) -> Vec<V::Element> {
    let level = move |profile: &Profile| words::level(score::level_progress(catalogue::all(), profile), locale);
    let progress = V::Element::el("div")
        .child(ring(view, locale))
        .child(view.text(V::Element::el("p").class("quiet small centre"), level))
        .child(levels(view, locale));
    let tracks = V::Element::el("section").class("tracks").attr("aria-label", words::SECTIONS.get(locale));
    let tracks = view.drawn(tracks, move |profile| {
        sections(catalogue::all(), profile).iter().map(|line| track(line, profile, locale)).collect()
    });
    vec![V::Element::el("section").class("hero").child(progress).child(next), past, tracks, page_links(locale)]
}

/// The score as a ring: one segment for each mandatory control, grouped by section.
///
/// Filled = done, hatched = in progress, pale = open, thin = not applicable, dotted = risk accepted; a dot outside
/// marks the next step. Hidden from assistive technology: the checklist has the same links, and the score is also given
/// as text.
pub fn ring<V: View>(view: &V, locale: Locale) -> V::Element {
    let drawing = V::Element::svg("svg").attr("viewBox", RING_BOX).attr("aria-hidden", "true");
    let score = |profile: &Profile| score::score(catalogue::all(), profile);
    let for_screen_readers = |words: &str| V::Element::el("span").class("sr").text(words);
    let words = V::Element::el("p")
        .class("score")
        .child(for_screen_readers(words::RING.get(locale)).text(" "))
        .child(view.text(V::Element::el("b"), move |profile| words::points(score(profile).value)))
        .child(for_screen_readers(" / 100, "))
        .child(view.text(V::Element::el("span"), move |profile| words::of_mandatory(&score(profile), locale)));
    V::Element::el("div").class("ring").child(view.drawn(drawing, segments)).child(words)
}

fn segments<E: Draw>(profile: &Profile) -> Vec<E> {
    let segment = |segment: &chart::Segment| {
        let link =
            E::svg("a").attr("href", &Route::Control(segment.control.id.to_owned()).href()).attr("tabindex", "-1");
        link.child(shape(&segment.arc)).children(segment.pointer.as_ref().map(shape))
    };
    chart::ring(profile).iter().map(segment).collect()
}

/// Renders a shape.
pub fn shape<E: Draw>(shape: &Shape) -> E {
    shape.attributes.iter().fold(E::svg(shape.tag), |element, (name, value)| element.attr(name, value))
}

/// Explains the levels and shows the progress of each.
fn levels<V: View>(view: &V, locale: Locale) -> V::Element {
    let list = view.drawn(V::Element::el("ul").class("plain"), move |profile| {
        let line = |level: &Level| {
            let members: Vec<_> = catalogue::all().iter().copied().filter(|c| c.level == Some(level.number)).collect();
            let count = score::score(&members, profile).mandatory;
            let count = words::of(count.done, count.applicable, locale);
            V::Element::el("li").text(&format!("{} {} — {count}", level.number, level.title.get(locale)))
        };
        LEVELS.iter().map(line).collect()
    });
    V::Element::el("details")
        .class("small levels")
        .child(V::Element::el("summary").text(words::LEVELS.get(locale)))
        .child(V::Element::el("p").class("quiet").text(words::LEVELS_BODY.get(locale)))
        .child(list)
}

/// The introduction for a new visitor: purpose, promises, and the first step.
pub fn welcome<E: Draw>(control: &Control, locale: Locale) -> E {
    let promises = words::PROMISES.map(|promise| E::el("li").text(promise.get(locale)));
    let first = [words::FIRST.get(locale), ": ", control.title.get(locale)];
    let start = link::<E>(&Route::Control(control.id.to_owned())).class("btn").text(words::START.get(locale));
    E::el("div")
        .class("welcome")
        .child(E::el("h1").attr("tabindex", "-1").text(words::WELCOME.get(locale)))
        .child(E::el("ul").class("promises").children(promises))
        .child(E::el("p").class("quiet").text(&first.concat()))
        .child(start)
}

fn track<E: Draw>(line: &SectionLine, profile: &Profile, locale: Locale) -> E {
    let members = catalogue::of_section(line.section).filter(|control| control.mandatory);
    let cells = members.map(|control| E::el("i").class(segment_class(profile.status(control.id))));
    let count = words::of(line.mandatory.done, line.mandatory.applicable, locale);
    E::el("a")
        .attr("href", &Route::Checklist.href_with(&["section=", line.section.id()].concat()))
        .class("track")
        .child(E::el("span").text(line.section.title().get(locale)))
        .child(E::el("span").class("cells").attr("aria-hidden", "true").children(cells))
        .child(E::el("span").class("num quiet").text(&count))
}

fn page_links<E: Draw>(locale: Locale) -> E {
    let page_links = [
        (Route::Checklist, words::DOOR_CHECKLIST, words::DOOR_CHECKLIST_BODY),
        (Route::Evidence, words::DOOR_EVIDENCE, words::DOOR_EVIDENCE_BODY),
        (Route::Learn, words::DOOR_LEARN, words::DOOR_LEARN_BODY),
        (Route::Handout, words::DOOR_HANDOUT, words::DOOR_HANDOUT_BODY),
        (Route::Report, words::DOOR_REPORT, words::DOOR_REPORT_BODY),
        (Route::Incident, words::DOOR_INCIDENT, words::DOOR_INCIDENT_BODY),
    ];
    E::el("section")
        .class("doors")
        .children(page_links.map(|(route, title, body)| page_link(&route, title, body, locale)))
}

fn page_link<E: Draw>(route: &Route, title: Text, body: Text, locale: Locale) -> E {
    E::el("div")
        .class(if *route == Route::Incident { "door alarm" } else { "door" })
        .child(E::el("h2").child(link::<E>(route).text(title.get(locale))))
        .child(E::el("p").class("quiet small").text(body.get(locale)))
}
