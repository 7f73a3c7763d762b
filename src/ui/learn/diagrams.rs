//! The diagrams of Learn, as SVG elements in the page's colours, so that they follow the theme and print.

use crate::browser::element::{Element, svg};

/// The diagram of a chapter, with its description for screen readers.
pub(crate) fn diagram(chapter: &str, description: &str) -> Option<Element> {
    let shapes: &[Shape] = match chapter {
        "misuse" => MISUSE,
        "ways-in" => WAYS_IN,
        "damage" => DAMAGE,
        "protection" => PROTECTION,
        _ => return None,
    };
    let paths = shapes.iter().map(|(class, path)| svg("path").attr("class", class).attr("d", path));
    let diagram = svg("svg").attr("class", "diagram").attr("viewBox", "0 0 240 96").attr("role", "img");
    Some(diagram.attr("aria-label", description).children(paths))
}

/// A class (`ours`, `theirs`, `quiet`) and a path.
type Shape = (&'static str, &'static str);

/// An account as a house with a door.
const HOUSE: Shape = ("ours", "M150 84V44l30-24 30 24v40zM172 84V62h16v22");

/// A stranger who holds the key to the account.
const MISUSE: &[Shape] = &[
    HOUSE,
    ("theirs", "M38 34a12 12 0 1 0 .1 0zM18 84c0-18 9-26 20-26s20 8 20 26"),
    ("theirs", "M78 58a8 8 0 1 0 .1 0zM86 66h34M110 66v9M120 66v7"),
    ("quiet", "M128 66h12M136 61l5 5-5 5"),
];

/// Three arrows into the house: a key, a password, a hole in an application.
const WAYS_IN: &[Shape] = &[
    HOUSE,
    ("theirs", "M26 18a6 6 0 1 0 .1 0zM32 24h22M48 24v6M54 24v5"),
    ("theirs", "M18 42h40v14H18zM27 49h.1M36 49h.1M45 49h.1"),
    ("theirs", "M18 70h40v20H18zM18 76h40M34 80l-4 4 4 4M44 80l4 4-4 4"),
    (
        "quiet",
        "M66 24c34 0 50 12 74 28M134 45l7 7-10 2M66 49c30 0 50 4 72 12M131 56l8 5-9 5M66 80c30 0 50-2 72-8M130 69l9 3-7 7",
    ),
];

/// Three things that come out of it: a bill, data, an attack on others.
const DAMAGE: &[Shape] = &[
    ("ours", "M20 84V44l30-24 30 24v40zM42 84V62h16v22"),
    ("quiet", "M90 50c20-8 40-18 62-26M144 22l9 2-5 8M90 58h60M143 53l7 5-7 5M90 66c20 6 40 12 62 18M148 77l5 8-9 1"),
    ("theirs", "M166 10h24v26l-4-3-4 3-4-3-4 3-4-3-4 3zM171 17h14M171 23h14"),
    ("theirs", "M166 50c0-6 26-6 26 0v16c0 6-26 6-26 0zM166 50c0 6 26 6 26 0"),
    ("theirs", "M166 82h14M173 75l7 7-7 7M192 76a8 8 0 1 0 .1 0zM198 76l6-6"),
];

/// Four layers around the account: doors, watch, notice, plan.
const PROTECTION: &[Shape] = &[
    ("quiet", "M120 4a44 44 0 1 0 .1 0z"),
    ("quiet", "M120 14a34 34 0 1 0 .1 0z"),
    ("ours", "M120 24a24 24 0 1 0 .1 0z"),
    ("ours", "M120 34a14 14 0 1 0 .1 0zM114 48l4 4 8-8"),
    ("quiet", "M164 48h34M198 20h-42M156 76h42M76 48H42"),
];
