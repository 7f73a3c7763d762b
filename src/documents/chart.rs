//! The score ring and the score trend as SVG shapes, for the page and for exported files.
//!
//! **Invariant:** geometry only. Colours and stroke widths come from the style sheet, by the class of each shape.

use crate::assessment::{Profile, Status, score};
use crate::base::time::Date;
use crate::content::catalogue::{self, Control};

/// A full turn. Angles are integers in hundredths of a degree, clockwise from the top, to avoid floating point.
const FULL: usize = 36_000;
const GAP: usize = 160;
const SECTION_GAP: usize = 700;

/// The `viewBox` of the ring.
pub const RING_BOX: &str = "-6 -6 212 212";

const WIDTH: usize = 320;
const HEIGHT: usize = 60;

/// The `viewBox` of the trend.
pub const TREND_BOX: &str = "-6 -6 332 72";

/// One SVG element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// `circle`, `path` or `polyline`.
    pub tag: &'static str,
    /// Its attributes, the class among them.
    pub attributes: Vec<(&'static str, String)>,
}

/// A segment of the ring: one control.
#[derive(Debug)]
pub struct Segment {
    /// The control.
    pub control: &'static Control,
    /// The arc.
    pub arc: Shape,
    /// The dot outside the arc that marks the next step.
    pub pointer: Option<Shape>,
}

/// The class of a ring segment or a track cell.
#[must_use]
pub const fn segment_class(status: Status) -> &'static str {
    match status {
        Status::Done => "done",
        Status::InProgress => "doing",
        Status::NotApplicable => "na",
        Status::RiskAccepted => "risk",
        Status::Unanswered | Status::NotDone | Status::Unsure => "open",
    }
}

/// The ring: one segment for each mandatory control, grouped by section.
#[must_use]
pub fn ring(profile: &Profile) -> Vec<Segment> {
    let mandatory: Vec<_> = catalogue::all().iter().copied().filter(|control| control.mandatory).collect();
    let next = score::next_step(catalogue::all(), profile).map(|control| control.id);
    let groups = mandatory.chunk_by(|a, b| a.section == b.section).count();
    let gaps = SECTION_GAP * groups + GAP * (mandatory.len() - groups);
    let length = (FULL - gaps) / mandatory.len().max(1);
    let mut start = 0;
    let mut segments = Vec::new();
    for group in mandatory.chunk_by(|a, b| a.section == b.section) {
        for (index, control) in group.iter().enumerate() {
            let is_next = next == Some(control.id);
            segments.push(segment(control, profile.status(control.id), is_next, start, length));
            start += length + if index + 1 < group.len() { GAP } else { SECTION_GAP };
        }
    }
    segments
}

fn segment(control: &'static Control, status: Status, is_next: bool, start: usize, length: usize) -> Segment {
    let circle = |class: String, cy: &str, r: &str, angle: usize| Shape {
        tag: "circle",
        attributes: vec![
            ("class", class),
            ("cx", "100".to_owned()),
            ("cy", cy.to_owned()),
            ("r", r.to_owned()),
            ("transform", format!("rotate({}.{:02} 100 100)", angle / 100, angle % 100)),
        ],
    };
    let class = [segment_class(status), if is_next { " upcoming" } else { "" }].concat();
    // A circle's path begins at three o'clock, a quarter turn after the top.
    let mut arc = circle(class, "100", "88", start + FULL * 3 / 4);
    arc.attributes.push(("pathLength", FULL.to_string()));
    arc.attributes.push(("stroke-dasharray", dashes(status, length)));
    let pointer = is_next.then(|| circle("pointer".to_owned(), "-1", "3.2", start + length / 2));
    Segment { control, arc, pointer }
}

/// The stroke pattern of an arc, in the units of its path.
fn dashes(status: Status, length: usize) -> String {
    let (on, off) = match status {
        Status::InProgress => (160, 160),
        Status::RiskAccepted => (10, 400),
        Status::Unanswered | Status::Done | Status::NotDone | Status::Unsure | Status::NotApplicable => {
            return format!("{length} {FULL}");
        }
    };
    // The last gap goes around the rest of the circle.
    format!("{}0 {FULL}", format!("{on} {off} ").repeat(length / (on + off)))
}

/// The score over time.
#[derive(Debug)]
pub struct Trend {
    /// Grid lines, the score line, and its end point.
    pub shapes: [Shape; 3],
    /// The first day and its score.
    pub first: (Date, u8),
    /// The last day and its score.
    pub last: (Date, u8),
}

/// The trend, or `None` with fewer than two days that have a score.
#[must_use]
pub fn trend(profile: &Profile) -> Option<Trend> {
    let days: Vec<_> = profile.history.iter().filter_map(|day| Some((day.date, day.score?))).collect();
    let (&first, &last) = (days.first()?, days.last()?);
    if days.len() < 2 {
        return None;
    }
    // Days without a change have no entry, so points are spaced by index, not by date.
    let point = |(index, (_, score)): (usize, &(_, u8))| {
        let x = index * WIDTH / (days.len() - 1);
        format!("{x},{}", HEIGHT - usize::from(*score).min(100) * HEIGHT / 100)
    };
    let points: Vec<String> = days.iter().enumerate().map(point).collect();
    let (x, y) = points.last().and_then(|point| point.split_once(',')).unwrap_or_default();
    let floor = ("d", format!("M0 {HEIGHT}H{WIDTH}M0 0H{WIDTH}"));
    let end = vec![("cx", x.to_owned()), ("cy", y.to_owned()), ("r", "4".to_owned())];
    let shapes = [
        Shape { tag: "path", attributes: vec![("class", "floor".to_owned()), floor] },
        Shape { tag: "polyline", attributes: vec![("points", points.join(" "))] },
        Shape { tag: "circle", attributes: end },
    ];
    Some(Trend { shapes, first, last })
}

#[cfg(test)]
mod tests {
    use super::{ring, trend};
    use crate::assessment::{Change, Profile, Snapshot, Status};
    use crate::base::time::{Date, Timestamp};
    use crate::content::catalogue::all;

    #[test]
    fn the_ring_has_a_segment_for_each_mandatory_control() {
        let mut profile = Profile::default();
        let now = Timestamp::parse("2026-11-23T12:00:00Z").unwrap();
        profile.record("iam-root-mfa", Change::by_person(Status::Done), now).unwrap();
        let segments = ring(&profile);
        assert_eq!(segments.len(), all().iter().filter(|control| control.mandatory).count());
        assert_eq!(segments.iter().filter(|segment| segment.pointer.is_some()).count(), 1);
        let done = segments.iter().find(|segment| segment.control.id == "iam-root-mfa").unwrap();
        assert_eq!(done.arc.attributes[0], ("class", "done".to_owned()));
    }

    #[test]
    fn the_trend_begins_with_the_second_day_and_stays_in_its_box() {
        let mut profile = Profile::default();
        for (date, score) in [("2026-11-20", 40), ("2026-11-22", 255)] {
            assert!(trend(&profile).is_none());
            let date = Date::parse(date).unwrap();
            let score = Some(score);
            profile.remember(Snapshot { date, score, done: 0, applicable: 0, statuses: vec![], extra: vec![] });
        }
        let result = trend(&profile).unwrap();
        assert_eq!(result.shapes[1].attributes, [("points", "0,36 320,0".to_owned())]);
    }
}
