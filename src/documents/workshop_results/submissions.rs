//! Participants' files, read one after the other: whom they are of, or why they are not counted.
//!
//! **Invariants:** nothing fails: what cannot be read becomes a `Remark`, and the rest is counted. A secret is cut out
//! before anything else reads the text. Of a file only what `Profile::handed_in` lists is kept.

use super::participant::{Participant, Remark, RemarkKind};
use super::{WorkshopResults, results};
use crate::assessment::file::{self, DecodeError};
use crate::assessment::{Assessment, Profile};
use crate::base::archive::{self, FILE_LIMIT, Unpacked};
use crate::base::json::Json;
use crate::base::secrets;
use crate::base::time::Timestamp;

/// How many participants are counted.
pub const PARTICIPANT_LIMIT: usize = 1_000;
/// How many remarks are kept; more are only counted.
const REMARKS_LIMIT: usize = 1_000;
/// The most that is shown of a file's name, in characters.
const LONGEST_NAME: usize = 100;
const SEALED: &str = "guard-navi.sealed/";

/// Takes in files, then counts them together.
#[derive(Debug, Default)]
pub struct Submissions {
    people: Vec<Participant>,
    remarks: Vec<Remark>,
    more_remarks: usize,
}

impl Submissions {
    /// Takes in one file, packed or not.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        archive::unpack(name, bytes.into(), &mut |name, unpacked| match unpacked {
            Unpacked::File { bytes, .. } => self.add_plain(name.rsplit(['/', '\\']).next().unwrap_or(name), &bytes),
            Unpacked::ArchiveError(trouble) => self.remark(shown(name), RemarkKind::Archive(trouble)),
        });
    }

    fn add_plain(&mut self, name: &str, bytes: &[u8]) {
        let file = shown(name);
        match self.read(&file, bytes) {
            Ok(person) => self.take(person),
            Err(why) => self.remark(file, why),
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
        let all = file::decode_tree(tree).map_err(why)?;
        let profile = participant(&all).ok_or(RemarkKind::Several)?.handed_in();
        for found in cut.found {
            self.remark(file.to_owned(), RemarkKind::Secret(found));
        }
        Ok(Participant { file: file.to_owned(), exported_at, part: profile.participation(), profile })
    }

    /// Counts a participant; of two files of the same one, the later.
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

    /// Counts everybody.
    #[must_use]
    pub fn finish(self) -> WorkshopResults {
        results(&self.people, self.remarks, self.more_remarks)
    }
}

/// The profile that a file is about: its only one, or the one of the workshop that began last.
fn participant(all: &Assessment) -> Option<&Profile> {
    if all.others.is_empty() {
        return Some(&all.current);
    }
    let parts = all.profiles().filter_map(|profile| Some((profile.participation()?.started_at, profile)));
    // The first of equals: the one in front.
    parts.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, profile)| profile)
}

/// What may be shown of a name that came in: clean, and no longer than a line or two.
fn shown(name: &str) -> String {
    let clean = archive::clean(name);
    match clean.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => [clean.get(..end).unwrap_or_default(), "…"].concat(),
        None => clean,
    }
}

fn why(unreadable: DecodeError) -> RemarkKind {
    match unreadable {
        DecodeError::NotJson { .. } => RemarkKind::NotJson,
        DecodeError::NotOurs => RemarkKind::Unsupported,
        DecodeError::Newer => RemarkKind::Newer,
        DecodeError::Damaged { field } => RemarkKind::Damaged(shown(&field)),
        DecodeError::Empty => RemarkKind::Empty,
    }
}
