//! Collects files, then judges them together.

use super::facts::{Facts, Format};
use super::formats::{self, Hint, Reading};
use super::problem::{self, Problem};
use super::progress::{Progress, ProgressReporter};
use super::rules::{self, Context};
use super::verdict::{Judgement, Read};
use super::{accounts, latest, posture};
use crate::base::archive::{self, ArchiveError, FILE_LIMIT, Unpacked};
use crate::base::secrets;
use crate::base::time::Timestamp;
use std::borrow::Cow;

/// One input file.
#[derive(Debug)]
pub struct Incoming<'a> {
    /// The file name, with its folder if known.
    pub name: &'a str,
    /// The contents. Owned bytes are converted in place, without a second copy.
    pub bytes: Cow<'a, [u8]>,
    /// The command line that printed it (`aws sns list-topics --region eu-west-1`); empty if unknown.
    pub command: &'a str,
    /// When it was last modified, if known.
    pub changed_at: Option<Timestamp>,
}

/// Collects files, then judges them together.
///
/// ```
/// use guard_navi::base::time::Timestamp;
/// use guard_navi::evidence::{Judge, Outcome};
///
/// let mut judge = Judge::default();
/// let output = br#"{"SummaryMap": {"AccountAccessKeysPresent": 1}}"#;
/// judge.add("summary.json", output, "aws iam get-account-summary");
/// let judgement = judge.finish(Timestamp::UNIX_EPOCH);
/// let verdict = judgement.verdicts.iter().find(|verdict| verdict.control == "iam-root-no-access-key").expect("the rule reads it");
/// assert_eq!(verdict.outcome, Outcome::Fail);
/// ```
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
        Judge::with_legacy_decoder(formats::legacy_text)
    }
}

impl Judge {
    /// A judge that decodes text which is not Unicode, such as CSV files saved by Japanese Excel, with `legacy`. That
    /// function returns `None` for bytes that are not text.
    #[must_use]
    pub fn with_legacy_decoder(legacy: formats::Legacy) -> Judge {
        let facts = Facts::default();
        Judge { facts, problems: Vec::new(), read: Vec::new(), batch: 0, texts: 0, legacy }
    }

    /// Starts a new batch: its outputs replace earlier outputs about the same thing, since somebody may have fixed it
    /// and queried AWS again. Clears the problems, which were reported with the earlier batch.
    pub fn begin_batch(&mut self) {
        self.batch += 1;
        self.problems.clear();
    }

    /// Reads one file, packed or not. Keeps the facts in it, not its bytes.
    ///
    /// See [`Incoming`] for `command`.
    pub fn add(&mut self, name: &str, bytes: &[u8], command: &str) {
        self.add_with_progress(Incoming { name, bytes: bytes.into(), command, changed_at: None }, &|_| {});
    }

    /// Reads one file, packed or not, and reports progress to `on_progress`.
    pub fn add_with_progress(&mut self, file: Incoming<'_>, on_progress: &dyn Fn(Progress)) {
        let hint = formats::hint_of_line(file.command);
        archive::unpack(file.name, file.bytes, &mut |name, unpacked| match unpacked {
            Unpacked::File { bytes, place, changed_at } => {
                let changed_at = changed_at.or(file.changed_at);
                self.add_plain(Text { name, bytes, changed_at }, &hint, ProgressReporter { tell: on_progress, place });
            }
            Unpacked::ArchiveError(ArchiveError::Broken) => self.problems.push(problem::broken_archive(name)),
            Unpacked::ArchiveError(ArchiveError::TooManyEntries) => self.problems.push(problem::too_many_entries(name)),
            Unpacked::ArchiveError(ArchiveError::TooLarge) => self.problems.push(problem::archive_too_large(name)),
        });
    }

    fn add_plain(&mut self, text: Text<'_>, hint: &Hint, progress: ProgressReporter<'_>) {
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
        let cut = secrets::cut_out(decoded, &|share| progress.secrets(share));
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
            parsed: &|bytes| progress.parsed(bytes, cut.text.len()),
        };
        let (read, problems) = (reading.read.len(), reading.problems.len());
        // The uncleaned name: a bucket name in it may contain the account id, which cleaning masks.
        formats::read(&mut reading, &cut.text, hint.clone().or_of_file(name));
        reading.problems.dedup();
        let more = reading.problems.len().saturating_sub(problems + MAX_PROBLEMS);
        if more > 0 {
            reading.problems.truncate(problems + MAX_PROBLEMS);
            reading.problems.push(problem::more(&file, more));
        }
        if reading.read.len() == read && reading.problems.len() == problems && !reading.skipped.is_empty() {
            reading.problems.push(problem::not_judged(&file, &reading.skipped));
        }
    }

    /// Judges everything that was read.
    #[must_use]
    pub fn finish(self, now: Timestamp) -> Judgement {
        let mut judgement = Judgement { problems: self.problems, read: self.read, ..Judgement::default() };
        let parts = accounts::split(self.facts);
        let are_several = parts.len() > 1;
        for mut facts in parts {
            latest::keep_newest(&mut facts);
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

/// How many problems of one file are listed; the others are only counted.
const MAX_PROBLEMS: usize = 50;

/// A text file, possibly from an archive.
struct Text<'a> {
    name: &'a str,
    bytes: Cow<'a, [u8]>,
    changed_at: Option<Timestamp>,
}

/// The masked account id to display, added to `known`. If two accounts look alike when masked, the later one gets a
/// number.
fn label(account: &str, known: &mut Vec<String>) -> String {
    let masked = secrets::mask(account);
    let numbered = (2..).map(|number| format!("{masked} ({number})"));
    let label = std::iter::once(masked.clone()).chain(numbered).find(|label| !known.contains(label));
    let label = label.unwrap_or(masked);
    known.push(label.clone());
    label
}
