//! The desk: a request in, a document or a file out. It runs in a worker of its own, so that documents cost a first
//! visit nothing and the page never waits for them.

use super::handout::{Handout, handout, in_groups};
use super::history::history;
use super::node::Node;
use super::opening;
use super::report;
use super::sheet::sheet;
use crate::assessment::{Assessment, Opening, Profile, Snapshot};
use crate::catalogue;
use crate::i18n::Locale;
use crate::json::Json;
use crate::persist;
use crate::persist::opening::{File, Refused};
use crate::score;
use crate::time::{Date, Timestamp};

/// Answers one request: JSON with `make` (`report`, `handout`, `history`, `plan`, `open`), `lang`, `now` (RFC 3339), `offset` (minutes
/// that the person's clock is ahead of UTC), `progress` (the text of a progress file) and what the answer needs. The
/// answer is a document ([`Node`]), for `open` that of [`opening::answer`].
#[derive(Debug)]
pub struct Desk {
    request: Json,
    opened: Option<Result<File, Refused>>,
}

impl Desk {
    /// Begins; a request that is none is never answered.
    #[must_use]
    pub fn new(request: &str) -> Desk {
        Desk { request: Json::parse(request).unwrap_or_default(), opened: None }
    }

    /// Takes in a file that the request is about.
    pub fn add(&mut self, _name: &str, bytes: &[u8]) {
        if self.request.words("make") == "open" {
            self.opened = Some(persist::opening::open(bytes));
        }
    }

    /// The answer as JSON; none when the request is not one.
    #[must_use]
    pub fn finish(self) -> Option<String> {
        if let Some(opened) = self.opened {
            return Some(opening::answer(opened).to_string());
        }
        serde_json::to_string(&document(&self.request)?).ok()
    }
}

fn document(request: &Json) -> Option<Node> {
    let locale = Locale::from_tag(request.words("lang"))?;
    let now = Timestamp::parse(request.words("now"))?;
    #[expect(clippy::cast_possible_truncation, reason = "at most 14 hours")]
    let offset = request.number("offset").unwrap_or_default() as i32;
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
        "plan" => {
            let file = persist::decode(request.words("opened")).ok()?;
            let how = if request.flag("replace") == Some(true) { Opening::Replace } else { Opening::Merge };
            Some(opening::plan_of(&progress()?, file, how, now, &local, locale))
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
