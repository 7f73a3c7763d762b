//! Imports a file into the present data, and undoes an import.
//!
//! **Invariant:** a restart has a later `restarted_at` than everything before it, so that another tab that still has
//! the old answers takes over all the new ones, and does not restore the old ones.

use super::{Assessment, Profile, Table};
use crate::base::time::Timestamp;
use std::sync::Arc;

/// How a file is imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportMode {
    /// All accounts are kept; of each answer, the later one.
    Merge,
    /// The file replaces everything.
    Replace,
}

/// The data before and right after an import.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// Before the import.
    pub before: Assessment,
    /// Right after the import.
    pub after: Assessment,
}

impl Assessment {
    /// The result of importing `file`.
    #[must_use]
    pub fn imported(&self, mut file: Assessment, mode: ImportMode, now: Timestamp) -> Assessment {
        match mode {
            ImportMode::Merge => {
                for profile in file.profiles_mut() {
                    self.give_new_id_if_deleted(profile);
                }
                let mut merged = self.clone();
                merged.merge(file);
                merged
            }
            ImportMode::Replace => Assessment { deleted: Vec::new(), ..file }.restarted(self, now),
        }
    }

    /// The id of a deleted profile is never used again. The new id is always the same, so that importing a file twice
    /// adds a profile once.
    fn give_new_id_if_deleted(&self, profile: &mut Profile) {
        while self.deleted.contains(&profile.id) {
            profile.id.push('r');
        }
    }

    /// Undoes an import, but keeps what was changed and deleted since.
    #[must_use]
    pub fn undo_import(&self, import: Imported, now: Timestamp) -> Assessment {
        let Imported { before, after } = import;
        let mut restored = before.restarted(self, now);
        for profile in self.profiles() {
            let imported = after.profiles().find(|imported| imported.id == profile.id);
            let mine = restored.profile_mut(&profile.id);
            match (mine, imported) {
                (Some(mine), Some(imported)) => mine.take_changes(imported, profile),
                (None, None) => restored.others.push(Arc::new(profile.clone())),
                (Some(_), None) | (None, Some(_)) => {}
            }
        }
        for id in self.deleted.iter().filter(|id| !after.deleted.contains(id)) {
            restored.mark_deleted(id.clone());
        }
        restored.drop_deleted();
        restored
    }

    /// The same data, marked as a restart after `earlier`.
    fn restarted(self, earlier: &Assessment, now: Timestamp) -> Assessment {
        Assessment { restarted_at: Some(earlier.next_start(now)), ..self }
    }

    /// The time of a restart at `now`: later than every earlier restart, even if the clock was set back.
    #[must_use]
    pub fn next_start(&self, now: Timestamp) -> Timestamp {
        self.restarted_at.map_or(now, |at| now.max(at.next_second()))
    }

    /// Whether it has no data yet.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.current.is_blank() && self.others.is_empty()
    }
}

impl Profile {
    /// Applies the changes from `earlier` to `later`: answers, entries of tables, the name.
    fn take_changes(&mut self, earlier: &Profile, later: &Profile) {
        if earlier.name != later.name {
            later.name.clone_into(&mut self.name);
        }
        for table in Table::ALL {
            for (key, _) in earlier.table(table).iter().chain(later.table(table)) {
                let text = later.entry(table, key);
                if text != earlier.entry(table, key) {
                    self.table_mut(table).retain(|(known, _)| known != key);
                    text.into_iter().for_each(|text| self.insert_entry(table, key.clone(), text.to_owned()));
                }
            }
        }
        for (control, answer) in &later.answers {
            if earlier.answer(control) != Some(answer) {
                self.answers.retain(|(id, _)| id != control);
                self.insert(control.clone(), answer.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ImportMode, Imported};
    use crate::assessment::{Assessment, Change, Profile, Status, Table};
    use crate::base::time::Timestamp;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_unix_seconds(1_800_000_000 + second).unwrap()
    }

    fn with(id: &str, control: &str, status: Status, second: i64) -> Assessment {
        let mut all = Assessment::new(id.to_owned());
        all.current.record(control, Change::by_person(status), at(second)).unwrap();
        all
    }

    #[test]
    fn replacing_is_not_undone_by_a_tab_that_still_holds_the_old_answers() {
        let old = with("a", "x", Status::Done, 100);
        let mut asleep = old.clone();
        let stored = old.imported(with("a", "x", Status::NotDone, 1), ImportMode::Replace, at(200));
        asleep.catch_up(stored.clone(), &[]);
        assert_eq!(asleep, stored);
        // The tab that replaced does not take over what an old tab wrote.
        let mut mine = stored.clone();
        mine.catch_up(old, &[]);
        assert_eq!(mine, stored);
    }

    #[test]
    fn the_way_back_keeps_what_was_changed_since_and_holds_in_every_tab() {
        let before = with("a", "x", Status::Done, 100);
        for mode in [ImportMode::Merge, ImportMode::Replace] {
            let after = before.imported(with("a", "x", Status::NotDone, 150), mode, at(200));
            assert_eq!(after.current.status("x"), Status::NotDone);
            let mut now = after.clone();
            now.current.record("y", Change::by_person(Status::Unsure), at(210)).unwrap();
            let mut other_tab = now.clone();
            let restored = now.undo_import(Imported { before: before.clone(), after }, at(200));
            assert_eq!((restored.current.status("x"), restored.current.status("y")), (Status::Done, Status::Unsure));
            other_tab.catch_up(restored.clone(), &[]);
            assert_eq!(other_tab, restored);
        }
    }

    #[test]
    fn the_way_back_keeps_entries_and_names_and_deletions_since() {
        let mut before = with("a", "x", Status::Done, 100);
        before.add(Profile { id: "b".to_owned(), name: "B".to_owned(), ..Profile::default() });
        let file = with("c", "x", Status::NotDone, 150);
        let after = before.imported(file, ImportMode::Merge, at(200));
        let mut now = after.clone();
        let first = now.profile_mut("b").unwrap();
        first.record_entry(Table::Quiz, "first", "waf").unwrap();
        first.name = "本番".to_owned();
        now.delete("a", "fresh".to_owned()).unwrap();
        let restored = now.undo_import(Imported { before, after }, at(300));
        assert_eq!(restored.profiles().map(|profile| profile.id.as_str()).collect::<Vec<_>>(), ["b"]);
        assert_eq!(
            (restored.current.name.as_str(), restored.current.entry(Table::Quiz, "first")),
            ("本番", Some("waf"))
        );
        assert_eq!(restored.deleted, ["a"]);
    }

    #[test]
    fn a_deleted_account_comes_back_from_a_file_once() {
        let file = with("a", "x", Status::Done, 1);
        let mut mine = file.clone();
        mine.add(Profile { id: "b".to_owned(), name: "B".to_owned(), ..Profile::default() });
        mine.delete("a", "fresh".to_owned()).unwrap();
        let once = mine.imported(file.clone(), ImportMode::Merge, at(2));
        let twice = once.imported(file.clone(), ImportMode::Merge, at(3));
        assert_eq!(twice, once);
        assert_eq!(once.profiles().map(|profile| profile.id.as_str()).collect::<Vec<_>>(), ["b", "ar"]);
        let mut other_tab = mine;
        other_tab.catch_up(once.clone(), &[]);
        assert_eq!(other_tab, once);
        let replaced = once.imported(file, ImportMode::Replace, at(4));
        let mut other_tab = once;
        other_tab.catch_up(replaced, &[]);
        assert_eq!(other_tab.current.id, "a");
    }

    #[test]
    fn after_erasing_the_old_answers_stay_away_and_new_ones_of_another_tab_come_in() {
        let old = with("a", "x", Status::Done, 1);
        let mut erased = Assessment::new("fresh".to_owned());
        erased.restarted_at = Some(old.next_start(at(10)));
        let mut asleep = old;
        erased.current.record("y", Change::by_person(Status::Done), at(11)).unwrap();
        asleep.catch_up(erased.clone(), &[]);
        assert_eq!(asleep, erased);

        // A tab that wrote during the erasure does not restore anything either.
        let mut blank = Assessment::new("fresh".to_owned());
        blank.restarted_at = Some(at(10));
        let straggler = with("b", "z", Status::Done, 12);
        blank.catch_up(straggler.clone(), &[]);
        assert!(blank.is_blank() && blank.is_ahead_of(&straggler) && !straggler.is_ahead_of(&blank));
        assert_eq!(blank.next_start(at(3)), at(11));
    }

    #[test]
    fn two_tabs_of_an_empty_browser_become_one_whoever_answers_first() {
        for first in [0, 1] {
            let mut tabs = ["a", "b"].map(|id| Assessment::new(id.to_owned()));
            let mut stored: Option<Assessment> = None;
            for (turn, control) in [(first, "x"), (1 - first, "y"), (first, "z"), (1 - first, "w")] {
                if let Some(stored) = stored.clone() {
                    tabs[turn].catch_up(stored, &[]);
                }
                tabs[turn].current.record(control, Change::by_person(Status::Done), at(20)).unwrap();
                stored = Some(tabs[turn].clone());
            }
            assert_eq!(tabs[1 - first].current.statuses().len(), 4, "{first}");
        }
    }
}
