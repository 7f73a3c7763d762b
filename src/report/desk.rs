//! The desk: a request in, a document or a file out. It runs in a worker of its own, so that documents cost a first
//! visit nothing and the page never waits for them.

use super::handout::{Handout, handout, in_groups};
use super::history::history;
use super::node::Node;
use super::report;
use super::room::reading::Gathering;
use super::room::{csv::csv, layout::layout};
use super::sheet::sheet;
use crate::assessment::{Assessment, Profile, Snapshot};
use crate::catalogue;
use crate::i18n::Locale;
use crate::json::Json;
use crate::persist;
use crate::score;
use crate::time::{Date, Timestamp};
use serde::Serialize;

/// Answers one request: JSON with `make` (`report`, `handout`, `history`), `lang`, `now` (RFC 3339), `offset` (minutes
/// that the person's clock is ahead of UTC), `progress` (the text of a progress file) and what the answer needs. The
/// answer is a document ([`Node`]).
///
/// `room` is about the files of a workshop's participants; its answer is `{people, sheet, csv}`.
#[derive(Debug)]
pub struct Desk {
    request: Json,
    gathering: Gathering,
}

/// The answer to `room`.
#[derive(Serialize)]
struct RoomAnswer {
    people: usize,
    sheet: Node,
    csv: String,
}

impl Desk {
    /// Begins; a request that is none is never answered.
    #[must_use]
    pub fn new(request: &str) -> Desk {
        Desk { request: Json::parse(request).unwrap_or_default(), gathering: Gathering::default() }
    }

    /// Takes in a file that the request is about.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        if self.request.words("make") == "room" {
            self.gathering.add(name, bytes);
        }
    }

    /// The answer as JSON; none when the request is not one.
    #[must_use]
    pub fn finish(self) -> Option<String> {
        if self.request.words("make") == "room" {
            return room(&self.request, self.gathering);
        }
        serde_json::to_string(&document(&self.request)?).ok()
    }
}

fn room(request: &Json, gathering: Gathering) -> Option<String> {
    let locale = Locale::from_tag(request.words("lang"))?;
    let today = Timestamp::parse(request.words("now"))?.date_at(offset(request));
    let room = gathering.finish();
    let answer = RoomAnswer { people: room.people, sheet: layout(&room, today, locale), csv: csv(&room, locale) };
    serde_json::to_string(&answer).ok()
}

/// Minutes that the person's clock is ahead of UTC.
fn offset(request: &Json) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "at most 14 hours")]
    let offset = request.number("offset").unwrap_or_default() as i32;
    offset
}

fn document(request: &Json) -> Option<Node> {
    let locale = Locale::from_tag(request.words("lang"))?;
    let now = Timestamp::parse(request.words("now"))?;
    let offset = offset(request);
    let local = move |at: Timestamp| at.date_at(offset);
    let progress = || -> Option<Assessment> { persist::decode(request.words("progress")).ok() };
    match request.words("make") {
        "report" => Some(sheet(&report(catalogue::all(), &progress()?.current, now), &local, locale)),
        "handout" => Some(handout(&handout_of(request), locale)),
        "history" => {
            let profile = progress()?.current;
            let today = local(now);
            let days = (day(&profile, request.words("before"), today), day(&profile, request.words("after"), today));
            Some(history(&profile, (&days.0, &days.1), (now, today), locale))
        }
        _ => None,
    }
}

/// The snapshot of a date; how it stands now, for any other text.
fn day(profile: &Profile, date: &str, today: Date) -> Snapshot {
    let wanted = Date::parse(date);
    let kept = profile.history.iter().find(|snapshot| Some(snapshot.date) == wanted);
    kept.cloned().unwrap_or_else(|| score::snapshot(catalogue::all(), profile, today))
}

fn handout_of(request: &Json) -> Handout<'_> {
    Handout {
        event: request.words("event"),
        date: request.words("date"),
        contact: request.words("contact"),
        steps: request.flag("steps").unwrap_or_default(),
        controls: in_groups(request.words("levels")),
        guidance: request.get("guidance").unwrap_or(&Json::Null),
    }
}
