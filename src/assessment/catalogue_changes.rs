//! What changed in the catalogue since a profile was answered: the field `catalogue_seen`, and what it did to the score.
//!
//! **Invariant:** nothing here changes an answer.

use super::Profile;
use super::score::{Score, level_progress, score};
use crate::base::json::{Json, Object, field, put};
use crate::content::catalogue::edition::{CURRENT, EDITIONS};
use crate::content::catalogue::{self, Control};

const CATALOGUE_SEEN: &str = "catalogue_seen";

/// What changed since the person last looked, as numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueChanges {
    /// Controls that were added.
    pub added: usize,
    /// Controls that count in the score now and did not before.
    pub mandatory: usize,
    /// The score before and now, where they differ.
    pub score: Option<[Option<u8>; 2]>,
    /// The level before and now, where they differ.
    pub level: Option<[u8; 2]>,
}

impl Profile {
    /// The edition of the catalogue whose changes the person has seen. Answers without the field are of the first
    /// edition, which did not write it.
    #[must_use]
    pub fn catalogue_seen(&self) -> u32 {
        if self.answers.is_empty() { CURRENT } else { seen(&self.extra) }
    }

    /// Takes over the edition that another copy has seen, if it is newer.
    pub(super) fn merge_catalogue_seen(&mut self, other: &Object) {
        let theirs = seen(other);
        if theirs > seen(&self.extra) {
            put(&mut self.extra, CATALOGUE_SEEN, Json::Number(theirs.into()));
        }
    }

    /// Records that the person has seen the changes up to the current edition.
    pub fn see_catalogue(&mut self) {
        put(&mut self.extra, CATALOGUE_SEEN, Json::Number(CURRENT.into()));
    }

    /// What changed since the edition that the person has seen; none if that is the current one.
    #[must_use]
    pub fn catalogue_changes(&self) -> Option<CatalogueChanges> {
        let seen = self.catalogue_seen();
        let newer = || EDITIONS.iter().filter(|edition| edition.number > seen);
        newer().next()?;
        let is_new = |control: &&&Control| {
            newer().any(|edition| edition.added.contains(&control.id) || edition.mandatory.contains(&control.id))
        };
        let before: Vec<&Control> = catalogue::all().iter().filter(|control| !is_new(control)).copied().collect();
        let of = |controls: &[&Control]| {
            let Score { value, .. } = score(controls, self);
            (value, level_progress(controls, self).level)
        };
        let ((score_before, level_before), (score_now, level_now)) = (of(&before), of(catalogue::all()));
        Some(CatalogueChanges {
            added: newer().map(|edition| edition.added.len()).sum(),
            mandatory: newer().map(|edition| edition.mandatory.len()).sum(),
            score: (score_before != score_now).then_some([score_before, score_now]),
            level: (level_before != level_now).then_some([level_before, level_now]),
        })
    }
}

/// The edition in the fields of a profile; the first where there is none or no number.
fn seen(fields: &Object) -> u32 {
    match field(fields, CATALOGUE_SEEN) {
        // The cast saturates, and makes zero of what is no number.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
        Some(Json::Number(number)) => (*number as u32).max(1),
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::CatalogueChanges;
    use crate::assessment::{Change, Profile, Status};
    use crate::base::json::{Json, put};
    use crate::base::time::Timestamp;
    use crate::content::catalogue;
    use crate::content::catalogue::edition::{CURRENT, EDITIONS};

    /// A profile of the first edition, with everything done that counted then.
    fn finished_then() -> Profile {
        let mut profile = Profile::default();
        let second = &EDITIONS[0];
        let is_new = |id: &&str| second.added.contains(id) || second.mandatory.contains(id);
        for control in catalogue::all().iter().filter(|control| control.mandatory && !is_new(&control.id)) {
            profile.record(control.id, Change::by_person(Status::Done), Timestamp::UNIX_EPOCH).unwrap();
        }
        profile.extra.clear();
        profile
    }

    #[test]
    fn editions_name_controls_each_once() {
        let mut named: Vec<&str> = EDITIONS.iter().flat_map(|edition| edition.added).copied().collect();
        for edition in EDITIONS {
            let mandatory = edition.mandatory.iter().map(|id| catalogue::find(id).unwrap());
            assert!(mandatory.into_iter().all(|control| control.mandatory && !named.contains(&control.id)));
        }
        assert!(named.iter().all(|id| catalogue::find(id).is_some()));
        named.sort_unstable();
        assert!(named.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(EDITIONS.iter().zip(2..).all(|(edition, number)| edition.number == number));
        assert_eq!(EDITIONS.last().unwrap().number, CURRENT);
        const FIRST: usize = 36;
        let missing = "a control is in no edition of src/content/catalogue/edition.rs, or in two";
        assert_eq!(catalogue::all().len(), FIRST + named.len(), "{missing}");
    }

    #[test]
    fn answers_of_the_first_edition_are_told_what_is_new_and_why_the_score_moved() {
        let mut profile = finished_then();
        let changes = profile.catalogue_changes();
        let wanted =
            CatalogueChanges { added: 5, mandatory: 1, score: Some([Some(100), Some(96)]), level: Some([3, 1]) };
        assert_eq!(changes, Some(wanted));
        let before = profile.answers.clone();
        profile.see_catalogue();
        assert_eq!((profile.catalogue_changes(), &profile.answers), (None, &before));
    }

    #[test]
    fn what_does_not_move_the_score_says_nothing_of_it() {
        let mut profile = Profile::default();
        assert_eq!(profile.catalogue_changes(), None);
        profile.record("iam-root-mfa", Change::by_person(Status::NotDone), Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(profile.catalogue_changes(), None);
        profile.extra.clear();
        let wanted = CatalogueChanges { added: 5, mandatory: 1, score: None, level: None };
        assert_eq!(profile.catalogue_changes(), Some(wanted));
    }

    #[test]
    fn what_one_tab_saw_the_other_has_seen() {
        let (mut mine, mut theirs) = (finished_then(), finished_then());
        theirs.see_catalogue();
        mine.merge_catalogue_seen(&theirs.extra);
        assert_eq!(mine.catalogue_changes(), None);
        theirs.merge_catalogue_seen(&finished_then().extra);
        assert_eq!(theirs.catalogue_seen(), CURRENT);
    }

    #[test]
    fn a_field_that_is_no_edition_counts_as_the_first_and_a_newer_one_as_seen() {
        let mut profile = finished_then();
        for (text, is_told) in [
            ("1", true),
            ("null", true),
            ("\"2\"", true),
            ("[2]", true),
            ("-7", true),
            ("1e300", false),
            ("2", false),
            ("7", false),
        ] {
            put(&mut profile.extra, "catalogue_seen", Json::parse(text).unwrap());
            assert_eq!(profile.catalogue_changes().is_some(), is_told, "{text}");
        }
        assert_eq!(profile.catalogue_seen(), 7);
    }
}
