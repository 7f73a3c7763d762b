//! WHAT AWS says: files in, verdicts out.
//!
//! ```text
//! bytes ─ unpack, decode ─ cut secrets ─ recognise and parse ─► Facts + Problems ─ rules ─► Verdicts
//! ```
//!
//! **Invariants:** nothing fails: what cannot be read becomes a `Problem`, and the rest is judged. Never a pass
//! by absence: missing, cut-off or contradicting input is `unknown`. A secret is cut out before anything else
//! reads the text. No clock: `now` is a parameter.

mod calls;
pub mod facts;
mod formats;
pub mod posture;
mod problem;
mod progress;
mod reading;
mod rules;
pub mod trial;

pub use crate::archive::FILE_LIMIT;
pub use problem::Problem;
pub use progress::{Progress, Step};
pub use rules::prowler_checks;

use crate::archive::{self, Trouble, Unpacked};
use crate::i18n::Words;
use crate::secrets;
use crate::time::Timestamp;
use facts::{Facts, Format, Origin};
use formats::{Hint, Reading};
use posture::Posture;
use progress::Telling;
use serde::Serialize;
use std::borrow::Cow;

/// What evidence says of a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// In place.
    Pass,
    /// Not in place.
    Fail,
    /// The evidence cannot tell.
    Unknown,
}

impl Outcome {
    fn from_id(id: &str) -> Option<Outcome> {
        match id {
            "pass" => Some(Outcome::Pass),
            "fail" => Some(Outcome::Fail),
            "unknown" => Some(Outcome::Unknown),
            _ => None,
        }
    }
}

/// What evidence says of one control, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verdict {
    /// The control's id.
    pub control: String,
    /// Pass, fail or unknown.
    pub outcome: Outcome,
    /// One or more sentences; the first one alone tells the story.
    pub reasons: Vec<Words>,
    /// Where it was read.
    pub source: Origin,
    /// The Regions that were looked at; empty for global services, and where none is known.
    pub regions: Vec<String>,
    /// Everything that evidence can show is in order: what is left is the control's question to the person.
    pub asks: bool,
    /// The sources contradict each other: the person settles it.
    pub is_conflict: bool,
}

/// A file that was recognised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Read {
    /// Its name.
    pub file: String,
    /// What it is.
    pub what: Words,
}

/// All that came of a set of files.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Judgement {
    /// In the order of the catalogue.
    pub verdicts: Vec<Verdict>,
    /// What could not be read, and secrets that were cut out.
    pub problems: Vec<Problem>,
    /// What was recognised, file by file.
    pub read: Vec<Read>,
    /// What the findings of Security Hub say of its controls; none without findings.
    pub posture: Option<Posture>,
}

/// Collects files, then judges them together.
#[derive(Debug)]
pub struct Judge {
    facts: Facts,
    problems: Vec<Problem>,
    read: Vec<Read>,
    batch: u32,
    shift_jis: formats::ShiftJis,
}

impl Default for Judge {
    fn default() -> Judge {
        Judge::reading_shift_jis_by(formats::shift_jis)
    }
}

impl Judge {
    /// One that reads what Japanese Excel saves by this function: none where the bytes are something else.
    #[must_use]
    pub fn reading_shift_jis_by(shift_jis: fn(&[u8]) -> Option<String>) -> Judge {
        let facts = Facts::default();
        Judge { facts, problems: Vec::new(), read: Vec::new(), batch: 0, shift_jis }
    }

    /// What is added from here on was handed over later than everything before, and stands in for it where both are
    /// of the same thing: somebody fixed it and asked AWS again. Problems of before have been told.
    pub fn begin_batch(&mut self) {
        self.batch += 1;
        self.problems.clear();
    }

    /// Reads one file, packed or not. Its bytes are not kept, only the facts in it.
    ///
    /// `command` is the line that printed it, as far as it is known (`aws sns list-topics --region eu-west-1`);
    /// empty otherwise.
    pub fn add(&mut self, file: &str, bytes: &[u8], command: &str) {
        self.add_telling(file, bytes.into(), command, &|_| {});
    }

    /// As [`Judge::add`]; tells now and then how far it is. Owned bytes become the text: there is no second copy.
    pub fn add_telling(&mut self, file: &str, bytes: Cow<'_, [u8]>, command: &str, tell: &dyn Fn(Progress)) {
        let hint = Hint::of_line(command);
        archive::unpack(file, bytes, &mut |file, unpacked| match unpacked {
            Unpacked::File { bytes, place } => self.add_plain(file, bytes, &hint, Telling { tell, place }),
            Unpacked::Trouble(Trouble::Broken) => self.problems.push(problem::broken_archive(file)),
            Unpacked::Trouble(Trouble::TooManyEntries) => self.problems.push(problem::too_many_entries(file)),
            Unpacked::Trouble(Trouble::TooLarge) => self.problems.push(problem::archive_too_large(file)),
        });
    }

    fn add_plain(&mut self, file: &str, bytes: Cow<'_, [u8]>, hint: &Hint, telling: Telling<'_>) {
        let file = archive::clean(file);
        if bytes.len() as u64 > FILE_LIMIT {
            self.problems.push(problem::too_large(&file));
            return;
        }
        let Some(text) = formats::decode(bytes, self.shift_jis) else {
            self.problems.push(problem::not_text(&file));
            return;
        };
        let cut = secrets::cut_out(text, &|share| telling.secrets(share));
        self.problems.extend(cut.found.iter().map(|found| problem::secret(&file, *found)));
        let mut reading = Reading {
            file: &file,
            format: Format::AwsCli,
            collected_at: None,
            batch: self.batch,
            facts: &mut self.facts,
            problems: &mut self.problems,
            read: &mut self.read,
            parsed: &|bytes| telling.parsed(bytes, cut.text.len()),
        };
        formats::read(&mut reading, &cut.text, &hint.or_of_file(&file));
    }

    /// Judges what was read.
    #[must_use]
    pub fn finish(mut self, now: Timestamp) -> Judgement {
        calls::keep_latest(&mut self.facts);
        Judgement {
            verdicts: rules::judge(&self.facts, now),
            problems: self.problems,
            read: self.read,
            posture: posture::of(&self.facts),
        }
    }
}
