//! Collects files, then judges them together.

use super::facts::{Facts, Format};
use super::formats::{self, Hint, Reading};
use super::problem::{self, Problem};
use super::progress::{Progress, Telling};
use super::rules::{self, Context};
use super::verdict::{Judgement, Read};
use super::{accounts, latest, posture};
use crate::base::archive::{self, ArchiveError, FILE_LIMIT, Unpacked};
use crate::base::secrets;
use crate::base::time::Timestamp;
use std::borrow::Cow;

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
        let hint = formats::hint_of_line(file.command);
        archive::unpack(file.name, file.bytes, &mut |name, unpacked| match unpacked {
            Unpacked::File { bytes, place, changed_at } => {
                let changed_at = changed_at.or(file.changed_at);
                self.add_plain(Text { name, bytes, changed_at }, &hint, Telling { tell, place });
            }
            Unpacked::ArchiveError(ArchiveError::Broken) => self.problems.push(problem::broken_archive(name)),
            Unpacked::ArchiveError(ArchiveError::TooManyEntries) => self.problems.push(problem::too_many_entries(name)),
            Unpacked::ArchiveError(ArchiveError::TooLarge) => self.problems.push(problem::archive_too_large(name)),
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
