//! WHAT AWS says: files in, verdicts out.
//!
//! ```text
//! bytes ─ decode ─ cut secrets ─ recognise and parse ─► Facts + Problems ─ rules ─► Verdicts
//! ```
//!
//! **Invariants:** nothing fails: what cannot be read becomes a `Problem`, and the rest is judged. Never a pass
//! by absence: missing, cut-off or contradicting input is `unknown`. A secret is cut out before anything else
//! reads the text. No clock: `now` is a parameter.

pub mod facts;
mod formats;
mod problem;
mod reading;
mod rules;

pub use problem::Problem;

use crate::i18n::Words;
use crate::secrets;
use crate::time::Timestamp;
use facts::{Facts, Origin};
use serde::Serialize;

/// The largest file, in bytes.
pub const FILE_LIMIT: u64 = 64 * 1024 * 1024;

/// The controls that evidence can be judged for. The rules themselves are linked into the judge only.
pub const JUDGED: &[&str] = &["iam-root-mfa"];

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
}

/// All that came of a set of files.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Judgement {
    /// In the order of the rules.
    pub verdicts: Vec<Verdict>,
    /// What could not be read, and secrets that were cut out.
    pub problems: Vec<Problem>,
}

/// Collects files, then judges them together.
#[derive(Debug, Default)]
pub struct Judge {
    facts: Facts,
    problems: Vec<Problem>,
}

impl Judge {
    /// Reads one file. Its bytes are not kept, only the facts in it.
    pub fn add(&mut self, file: &str, bytes: &[u8]) {
        let file = secrets::mask(&secrets::cut(file).text);
        if bytes.len() as u64 > FILE_LIMIT {
            self.problems.push(problem::too_large(&file));
            return;
        }
        let Some(text) = formats::decode(bytes) else {
            self.problems.push(problem::not_text(&file));
            return;
        };
        let cut = secrets::cut(&text);
        self.problems.extend(cut.found.iter().map(|found| problem::secret(&file, *found)));
        formats::read(&file, &cut.text, &mut self.facts, &mut self.problems);
    }

    /// Judges what was read.
    #[must_use]
    pub fn finish(self, now: Timestamp) -> Judgement {
        Judgement { verdicts: rules::judge(&self.facts, now), problems: self.problems }
    }
}
