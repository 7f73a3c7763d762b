//! Reads the participants' files one after the other: each gives a participant, or a remark why it is not counted.
//!
//! **Invariants:** nothing fails: a file that cannot be read becomes a `Remark`, and the others are counted. Secrets
//! are removed before anything else reads the text. Of a file, only what `Profile::submission` lists is kept.

use super::participant::{Participant, Remark, RemarkKind};
use super::{WorkshopResults, results};
use crate::assessment::file::{self, DecodeError};
use crate::assessment::{Assessment, Profile};
use crate::base::archive::{self, FILE_LIMIT, Unpacked};
use crate::base::json::Json;
use crate::base::secrets;
use crate::base::time::Timestamp;

/// How many participants are counted at most.
pub const PARTICIPANT_LIMIT: usize = 1_000;
/// How many remarks are kept; further ones are only counted.
const REMARKS_LIMIT: usize = 1_000;
/// The maximum length of a file name that is shown, in characters.
const LONGEST_NAME: usize = 100;
const SEALED: &str = "guard-navi.sealed/";

/// Collects files, then counts them together.
#[derive(Debug, Default)]
pub struct Submissions {
    people: Vec<Participant>,
    remarks: Vec<Remark>,
    more_remarks: usize,
}

impl Submissions {
    /// Adds one file, packed or not.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        archive::unpack(name, bytes.into(), &mut |name, unpacked| match unpacked {
            Unpacked::File { bytes, .. } => self.add_plain(name.rsplit(['/', '\\']).next().unwrap_or(name), &bytes),
            Unpacked::ArchiveError(error) => self.remark(shown(name), RemarkKind::Archive(error)),
        });
    }

    fn add_plain(&mut self, name: &str, bytes: &[u8]) {
        let file = shown(name);
        match self.read(&file, bytes) {
            Ok(person) => self.take(person),
            Err(kind) => self.remark(file, kind),
        }
    }

    fn read(&mut self, file: &str, bytes: &[u8]) -> Result<Participant, RemarkKind> {
        if bytes.len() as u64 > FILE_LIMIT {
            return Err(RemarkKind::TooLarge);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| RemarkKind::NotText)?;
        let cut = secrets::cut(text.trim_start_matches('\u{feff}'));
        if cut.text.trim().is_empty() {
            return Err(RemarkKind::Empty);
        }
        let tree = Json::parse(&cut.text).map_err(|_| RemarkKind::NotJson)?;
        if tree.words("schema").starts_with(SEALED) {
            return Err(RemarkKind::Sealed);
        }
        let exported_at = Timestamp::parse(tree.words("exported_at"));
        let all = file::decode_tree(tree).map_err(remark_kind)?;
        let profile = participant(&all).ok_or(RemarkKind::Several)?.submission();
        for found in cut.found {
            self.remark(file.to_owned(), RemarkKind::Secret(found));
        }
        Ok(Participant { file: file.to_owned(), exported_at, part: profile.participation(), profile })
    }

    /// Adds a participant; of two files of the same participant, keeps the later.
    fn take(&mut self, person: Participant) {
        let is_full = self.people.len() >= PARTICIPANT_LIMIT;
        match self.people.iter_mut().find(|other| other.key() == person.key()) {
            None if is_full => self.remark(person.file, RemarkKind::TooManyParticipants),
            None => self.people.push(person),
            Some(other) => {
                let is_later = person.exported_at >= other.exported_at;
                let earlier = if is_later { std::mem::replace(other, person) } else { person };
                let by = other.file.clone();
                self.remark(earlier.file, RemarkKind::Replaced { by });
            }
        }
    }

    fn remark(&mut self, file: String, kind: RemarkKind) {
        if self.remarks.len() < REMARKS_LIMIT {
            self.remarks.push(Remark { file, kind });
        } else {
            self.more_remarks += 1;
        }
    }

    /// Counts all participants.
    #[must_use]
    pub fn finish(self) -> WorkshopResults {
        results(&self.people, self.remarks, self.more_remarks)
    }
}

/// The profile of the participant in a file: the only one, or the one whose workshop started last.
fn participant(all: &Assessment) -> Option<&Profile> {
    if all.others.is_empty() {
        return Some(&all.current);
    }
    let parts = all.profiles().filter_map(|profile| Some((profile.participation()?.started_at, profile)));
    // If several are equal, the first: the current profile.
    parts.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, profile)| profile)
}

/// A name from outside, cleaned and shortened for display.
fn shown(name: &str) -> String {
    let clean = archive::clean(name);
    match clean.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => [clean.get(..end).unwrap_or_default(), "…"].concat(),
        None => clean,
    }
}

fn remark_kind(error: DecodeError) -> RemarkKind {
    match error {
        DecodeError::NotJson { .. } => RemarkKind::NotJson,
        DecodeError::NotOurs => RemarkKind::Unsupported,
        DecodeError::Newer => RemarkKind::Newer,
        DecodeError::Damaged { field } => RemarkKind::Damaged(shown(&field)),
        DecodeError::Empty => RemarkKind::Empty,
    }
}
