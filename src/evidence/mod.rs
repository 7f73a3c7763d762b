//! WHAT AWS says: files in, verdicts out.
//!
//! ```text
//! bytes ─ unpack, decode ─ cut secrets ─ recognise and parse ─► Facts + Problems ─ rules ─► Verdicts
//! ```
//!
//! **Invariants:** nothing fails: what cannot be read becomes a `Problem`, and the rest is judged. Never a pass
//! by absence: missing, cut-off or contradicting input is `unknown`. A secret is cut out before anything else
//! reads the text. No clock: `now` is a parameter.

mod accounts;
mod calls;
pub mod facts;
mod formats;
mod latest;
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
use rules::Context;
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
    /// Whose it is, as in [`Judgement::accounts`]; none where nothing tells.
    pub account: Option<String>,
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
    /// The accounts that the evidence is of, masked (`1234****9012`), each once.
    pub accounts: Vec<String>,
    /// Account by account, in the order of the catalogue: one a control and account.
    pub verdicts: Vec<Verdict>,
    /// What could not be read, and secrets that were cut out.
    pub problems: Vec<Problem>,
    /// What was recognised, file by file.
    pub read: Vec<Read>,
    /// What the findings of Security Hub say of its controls, account by account; none without findings.
    pub postures: Vec<Posture>,
}

impl Judgement {
    /// Whose verdicts there are, each once; `None` is what nothing assigns to one of several.
    #[must_use]
    pub fn groups(&self) -> Vec<Option<String>> {
        let mut groups: Vec<Option<String>> = Vec::new();
        for verdict in &self.verdicts {
            if !groups.contains(&verdict.account) {
                groups.push(verdict.account.clone());
            }
        }
        groups
    }

    /// What it says of one account; `None` is what nothing assigns to one of several.
    #[must_use]
    pub fn of(&self, account: Option<&str>) -> Judgement {
        let mut judgement = self.clone();
        judgement.verdicts.retain(|verdict| verdict.account.as_deref() == account);
        judgement.postures.retain(|posture| posture.account.as_deref() == account);
        judgement
    }
}

/// One file, as it comes in.
#[derive(Debug)]
pub struct Incoming<'a> {
    /// Its name, with the folder it is in where that is known.
    pub name: &'a str,
    /// Its bytes; owned ones become the text: there is no second copy.
    pub bytes: Cow<'a, [u8]>,
    /// The line that printed it, as far as it is known (`aws sns list-topics --region eu-west-1`); empty otherwise.
    pub command: &'a str,
    /// When it was last changed, where that is known.
    pub changed_at: Option<Timestamp>,
}

/// Collects files, then judges them together.
#[derive(Debug)]
pub struct Judge {
    facts: Facts,
    problems: Vec<Problem>,
    read: Vec<Read>,
    batch: u32,
    texts: u32,
    legacy: formats::Legacy,
}

impl Default for Judge {
    fn default() -> Judge {
        Judge::reading_legacy_text_by(formats::legacy_text)
    }
}

impl Judge {
    /// One that reads by this function what is no Unicode, such as what Japanese Excel saves: none where the bytes are
    /// no text.
    #[must_use]
    pub fn reading_legacy_text_by(legacy: formats::Legacy) -> Judge {
        let facts = Facts::default();
        Judge { facts, problems: Vec::new(), read: Vec::new(), batch: 0, texts: 0, legacy }
    }

    /// What is added from here on was handed over later than everything before, and stands in for it where both are
    /// of the same thing: somebody fixed it and asked AWS again. Problems of before have been told.
    pub fn begin_batch(&mut self) {
        self.batch += 1;
        self.problems.clear();
    }

    /// Reads one file, packed or not, that nothing more is known of. Its bytes are not kept, only the facts in it.
    ///
    /// `command` is as in [`Incoming`].
    pub fn add(&mut self, name: &str, bytes: &[u8], command: &str) {
        self.add_telling(Incoming { name, bytes: bytes.into(), command, changed_at: None }, &|_| {});
    }

    /// Reads one file, packed or not; tells now and then how far it is.
    pub fn add_telling(&mut self, file: Incoming<'_>, tell: &dyn Fn(Progress)) {
        let hint = Hint::of_line(file.command);
        archive::unpack(file.name, file.bytes, &mut |name, unpacked| match unpacked {
            Unpacked::File { bytes, place, changed_at } => {
                let changed_at = changed_at.or(file.changed_at);
                self.add_plain(Text { name, bytes, changed_at }, &hint, Telling { tell, place });
            }
            Unpacked::Trouble(Trouble::Broken) => self.problems.push(problem::broken_archive(name)),
            Unpacked::Trouble(Trouble::TooManyEntries) => self.problems.push(problem::too_many_entries(name)),
            Unpacked::Trouble(Trouble::TooLarge) => self.problems.push(problem::archive_too_large(name)),
        });
    }

    fn add_plain(&mut self, text: Text<'_>, hint: &Hint, telling: Telling<'_>) {
        let (folder, name) = text.name.rsplit_once(['/', '\\']).unwrap_or(("", text.name));
        let file = archive::clean(name);
        if text.bytes.len() as u64 > FILE_LIMIT {
            self.problems.push(problem::too_large(&file));
            return;
        }
        let Some(decoded) = formats::decode(text.bytes, self.legacy) else {
            self.problems.push(problem::not_text(&file));
            return;
        };
        let cut = secrets::cut_out(decoded, &|share| telling.secrets(share));
        self.problems.extend(cut.found.iter().map(|found| problem::secret(&file, *found)));
        self.texts += 1;
        let mut reading = Reading {
            file: &file,
            format: Format::AwsCli,
            collected_at: None,
            changed_at: text.changed_at,
            batch: self.batch,
            text: self.texts,
            folder,
            profile: None,
            command: None,
            facts: &mut self.facts,
            problems: &mut self.problems,
            read: &mut self.read,
            is_broken: false,
            skipped: Vec::new(),
            parsed: &|bytes| telling.parsed(bytes, cut.text.len()),
        };
        let (read, problems) = (reading.read.len(), reading.problems.len());
        // The name as it came: a bucket's may hold the account's id.
        formats::read(&mut reading, &cut.text, hint.clone().or_of_file(name));
        reading.problems.dedup();
        let more = reading.problems.len().saturating_sub(problems + PROBLEMS);
        if more > 0 {
            reading.problems.truncate(problems + PROBLEMS);
            reading.problems.push(problem::more(&file, more));
        }
        if reading.read.len() == read && reading.problems.len() == problems && !reading.skipped.is_empty() {
            reading.problems.push(problem::not_judged(&file, &reading.skipped));
        }
    }

    /// Judges what was read.
    #[must_use]
    pub fn finish(self, now: Timestamp) -> Judgement {
        let mut judgement = Judgement { problems: self.problems, read: self.read, ..Judgement::default() };
        let parts = accounts::split(self.facts);
        let are_several = parts.len() > 1;
        for mut facts in parts {
            latest::keep(&mut facts);
            let account = facts.account.as_deref().map(|account| label(account, &mut judgement.accounts));
            let is_unassigned = are_several && account.is_none();
            let posture = posture::of(&facts, account.clone());
            let context = Context { facts: &facts, posture: posture.as_ref(), now };
            judgement.verdicts.extend(rules::judge(context, account.as_deref(), is_unassigned));
            judgement.postures.extend(posture);
        }
        judgement
    }
}

/// How many problems of one file are told one by one.
const PROBLEMS: usize = 50;

/// A text in a file or an archive.
struct Text<'a> {
    name: &'a str,
    bytes: Cow<'a, [u8]>,
    changed_at: Option<Timestamp>,
}

/// An account as it is shown, noted among those that are known; two that look alike get a number.
fn label(account: &str, known: &mut Vec<String>) -> String {
    let masked = secrets::mask(account);
    let numbered = (2..).map(|number| format!("{masked} ({number})"));
    let label = std::iter::once(masked.clone()).chain(numbered).find(|label| !known.contains(label));
    let label = label.unwrap_or(masked);
    known.push(label.clone());
    label
}
