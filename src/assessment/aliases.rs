//! Moves the answers of controls that were split or merged.

use super::{Answer, Profile};
use crate::content::catalogue::aliases::Alias;

impl Profile {
    /// Moves answers and history statuses from removed control ids to their current ids. Of two answers to one control,
    /// the later stays.
    pub fn follow_aliases(&mut self, aliases: &[Alias]) {
        for (old_id, new_ids) in aliases {
            let index = self.answers.iter().position(|(id, _)| id == old_id);
            if let Some((_, answer)) = index.map(|index| self.answers.remove(index)) {
                new_ids.iter().for_each(|id| self.insert_if_later(id, &answer));
            }
            for day in &mut self.history {
                let index = day.statuses.iter().position(|(id, _)| id == old_id);
                let Some((_, status)) = index.map(|index| day.statuses.remove(index)) else {
                    continue;
                };
                for id in *new_ids {
                    // Sorted by id, as a decoded day is.
                    if let Err(index) = day.statuses.binary_search_by(|(known, _)| known.as_str().cmp(id)) {
                        day.statuses.insert(index, ((*id).to_owned(), status));
                    }
                }
            }
        }
    }

    fn insert_if_later(&mut self, id: &str, answer: &Answer) {
        match self.answers.iter_mut().find(|(known, _)| known == id) {
            None => self.insert(id.to_owned(), answer.clone()),
            Some((_, mine)) if mine.changed_at < answer.changed_at => *mine = answer.clone(),
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::assessment::{Change, Profile, Snapshot, Status};
    use crate::base::time::{Date, Timestamp};
    use crate::content::catalogue::{ALIASES, find};

    #[test]
    fn a_split_answer_goes_to_both_and_the_later_of_two_stays() {
        let at = |text| Timestamp::parse(text).unwrap();
        let mut profile = Profile::default();
        profile.record("old", Change::by_person(Status::Done), at("2026-11-02T00:00:00Z")).unwrap();
        profile.record("new-b", Change::by_person(Status::NotDone), at("2026-11-03T00:00:00Z")).unwrap();
        profile.record("other", Change::by_person(Status::Unsure), at("2026-11-03T00:00:00Z")).unwrap();
        profile.remember(Snapshot {
            date: Date::parse("2026-11-03").unwrap(),
            score: None,
            done: 0,
            applicable: 0,
            statuses: profile.statuses(),
            extra: Vec::new(),
        });
        profile.follow_aliases(&[("old", &["new-a", "new-b"])]);
        let ids: Vec<_> = profile.statuses();
        let expected = [("new-a", Status::Done), ("new-b", Status::NotDone), ("other", Status::Unsure)];
        assert_eq!(ids, expected.map(|(id, status)| (id.to_owned(), status)));
        let day = &profile.history[0];
        assert_eq!((day.status("old"), day.status("new-a")), (Status::Unanswered, Status::Done));
        assert_eq!(day.status("new-b"), Status::NotDone);
    }

    #[test]
    fn the_table_leads_from_ids_that_are_gone_to_ids_that_are_there() {
        for (old_id, new_ids) in ALIASES {
            assert!(find(old_id).is_none(), "{old_id}");
            assert!(!new_ids.is_empty() && new_ids.iter().all(|id| find(id).is_some()), "{old_id}");
        }
    }
}
