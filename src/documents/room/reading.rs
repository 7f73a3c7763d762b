//! Participants' files, read one after the other: whom they are of, or why they are not counted.
//!
//! **Invariants:** nothing fails: what cannot be read becomes a `Remark`, and the rest is counted. A secret is cut out
//! before anything else reads the text. Of a file only what `Profile::handed_in` lists is kept.

use super::participant::{Person, Remark, What};
use super::{Room, room};
use crate::assessment::file::{self, Unreadable};
use crate::assessment::{Assessment, Profile};
use crate::base::archive::{self, FILE_LIMIT, Unpacked};
use crate::base::json::Json;
use crate::base::secrets;
use crate::base::time::Timestamp;

/// How many participants are counted.
pub const PEOPLE_LIMIT: usize = 1_000;
/// How many remarks are kept; more are only counted.
const REMARKS_LIMIT: usize = 1_000;
/// The most that is shown of a file's name, in characters.
const LONGEST_NAME: usize = 100;
const SEALED: &str = "guard-navi.sealed/";

/// Takes in files, then counts them together.
#[derive(Debug, Default)]
pub struct Gathering {
    people: Vec<Person>,
    remarks: Vec<Remark>,
    more_remarks: usize,
}

impl Gathering {
    /// Takes in one file, packed or not.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        archive::unpack(name, bytes.into(), &mut |name, unpacked| match unpacked {
            Unpacked::File { bytes, .. } => self.add_plain(name.rsplit(['/', '\\']).next().unwrap_or(name), &bytes),
            Unpacked::Trouble(trouble) => self.remark(shown(name), What::Archive(trouble)),
        });
    }

    fn add_plain(&mut self, name: &str, bytes: &[u8]) {
        let file = shown(name);
        match self.read(&file, bytes) {
            Ok(person) => self.take(person),
            Err(why) => self.remark(file, why),
        }
    }

    fn read(&mut self, file: &str, bytes: &[u8]) -> Result<Person, What> {
        if bytes.len() as u64 > FILE_LIMIT {
            return Err(What::TooLarge);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| What::NotText)?;
        let cut = secrets::cut(text.trim_start_matches('\u{feff}'));
        if cut.text.trim().is_empty() {
            return Err(What::Empty);
        }
        let tree = Json::parse(&cut.text).map_err(|_| What::NotJson)?;
        if tree.words("schema").starts_with(SEALED) {
            return Err(What::Sealed);
        }
        let exported_at = Timestamp::parse(tree.words("exported_at"));
        let all = file::decode_tree(tree).map_err(why)?;
        let profile = participant(&all).ok_or(What::Several)?.handed_in();
        for found in cut.found {
            self.remark(file.to_owned(), What::Secret(found));
        }
        Ok(Person { file: file.to_owned(), exported_at, part: profile.participation(), profile })
    }

    /// Counts a participant; of two files of the same one, the later.
    fn take(&mut self, person: Person) {
        let is_full = self.people.len() >= PEOPLE_LIMIT;
        match self.people.iter_mut().find(|other| other.key() == person.key()) {
            None if is_full => self.remark(person.file, What::TooManyPeople),
            None => self.people.push(person),
            Some(other) => {
                let is_later = person.exported_at >= other.exported_at;
                let earlier = if is_later { std::mem::replace(other, person) } else { person };
                let by = other.file.clone();
                self.remark(earlier.file, What::Replaced { by });
            }
        }
    }

    fn remark(&mut self, file: String, what: What) {
        if self.remarks.len() < REMARKS_LIMIT {
            self.remarks.push(Remark { file, what });
        } else {
            self.more_remarks += 1;
        }
    }

    /// Counts everybody.
    #[must_use]
    pub fn finish(self) -> Room {
        room(&self.people, self.remarks, self.more_remarks)
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

fn why(unreadable: Unreadable) -> What {
    match unreadable {
        Unreadable::NotJson { .. } => What::NotJson,
        Unreadable::NotOurs => What::Foreign,
        Unreadable::Newer => What::Newer,
        Unreadable::Damaged { field } => What::Damaged(shown(&field)),
        Unreadable::Empty => What::Empty,
    }
}
