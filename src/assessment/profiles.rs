//! Adds, switches, copies and deletes profiles.
//!
//! **Invariant:** there is always a current profile. The id of a deleted profile is never used again: a merge with
//! another tab, or a file, that still has it must not restore it. A profile that the user restores gets a new id.

use super::{Assessment, Profile, Refusal, clean_name};
use std::sync::Arc;

impl Assessment {
    /// All profiles, the current one first.
    pub fn profiles(&self) -> impl Iterator<Item = &Profile> {
        std::iter::once(&self.current).chain(self.others.iter().map(Arc::as_ref))
    }

    /// The same, mutable. Copies every shared profile; for a single one, use [`Assessment::profile_mut`].
    pub(super) fn profiles_mut(&mut self) -> impl Iterator<Item = &mut Profile> {
        std::iter::once(&mut self.current).chain(self.others.iter_mut().map(Arc::make_mut))
    }

    /// A profile by its id, shared where possible.
    pub(super) fn shared(&self, id: &str) -> Option<Arc<Profile>> {
        if self.current.id == id {
            return Some(Arc::new(self.current.clone()));
        }
        self.others.iter().find(|profile| profile.id == id).map(Arc::clone)
    }

    /// Whether this same allocation is among the others, so that it need not be compared.
    pub(super) fn shares(&self, profile: &Arc<Profile>) -> bool {
        self.others.iter().any(|mine| Arc::ptr_eq(mine, profile))
    }

    /// A profile by its id, mutable.
    pub fn profile_mut(&mut self, id: &str) -> Option<&mut Profile> {
        if self.current.id == id {
            return Some(&mut self.current);
        }
        self.others.iter_mut().find(|profile| profile.id == id).map(Arc::make_mut)
    }

    /// Makes a profile current; does nothing for an unknown id.
    pub fn switch_to(&mut self, id: &str) {
        if let Some(index) = self.others.iter().position(|profile| profile.id == id) {
            let chosen = Arc::unwrap_or_clone(self.others.remove(index));
            self.add(chosen);
        }
    }

    /// Adds a profile and makes it current.
    pub fn add(&mut self, profile: Profile) {
        self.others.insert(0, Arc::new(std::mem::replace(&mut self.current, profile)));
    }

    /// Names a profile; a blank name removes it.
    ///
    /// # Errors
    ///
    /// When the name contains a secret or is too long. Nothing changes then.
    pub fn rename(&mut self, id: &str, name: &str) -> Result<(), Refusal> {
        let name = clean_name(name)?;
        if let Some(profile) = self.profile_mut(id) {
            profile.name = name;
        }
        Ok(())
    }

    /// Removes a profile, and records its id as deleted. `fresh_id` is for the blank profile that replaces the last
    /// one.
    pub fn delete(&mut self, id: &str, fresh_id: String) -> Option<Profile> {
        let index = self.others.iter().position(|profile| profile.id == id);
        let removed = match index {
            Some(index) => Arc::unwrap_or_clone(self.others.remove(index)),
            None if self.current.id == id => {
                let next = if self.others.is_empty() {
                    Profile { id: fresh_id, ..Profile::default() }
                } else {
                    Arc::unwrap_or_clone(self.others.remove(0))
                };
                std::mem::replace(&mut self.current, next)
            }
            None => return None,
        };
        self.mark_deleted(removed.id.clone());
        Some(removed)
    }

    /// Records an id as deleted.
    pub(super) fn mark_deleted(&mut self, id: String) {
        if !self.deleted.contains(&id) {
            self.deleted.push(id);
        }
    }

    /// Removes every profile with a deleted id.
    pub(super) fn drop_deleted(&mut self) {
        let deleted = &self.deleted;
        self.others.retain(|profile| !deleted.contains(&profile.id));
        if self.deleted.contains(&self.current.id) {
            self.current = if self.others.is_empty() {
                // Derived from the old id, so that every tab gets the same blank profile.
                let mut id = self.current.id.clone();
                while self.deleted.contains(&id) {
                    id.push('r');
                }
                Profile { id, ..Profile::default() }
            } else {
                Arc::unwrap_or_clone(self.others.remove(0))
            };
        }
    }
}

impl Profile {
    /// The same answers under another id.
    #[must_use]
    pub fn copied(&self, id: String, name: String) -> Profile {
        Profile { id, name, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use crate::assessment::{Assessment, Change, Profile, Refusal, Status};
    use crate::base::time::Timestamp;

    fn named(id: &str) -> Profile {
        Profile { id: id.to_owned(), name: id.to_uppercase(), ..Profile::default() }
    }

    fn ids(all: &Assessment) -> Vec<&str> {
        all.profiles().map(|profile| profile.id.as_str()).collect()
    }

    #[test]
    fn one_is_always_in_front() {
        let mut all = Assessment::new("a".to_owned());
        all.add(named("b"));
        all.add(named("c"));
        assert_eq!(ids(&all), ["c", "b", "a"]);
        all.switch_to("a");
        all.switch_to("nobody");
        assert_eq!(ids(&all), ["a", "c", "b"]);
        assert_eq!(all.delete("nobody", "x".to_owned()), None);
        for id in ["a", "b", "c"] {
            assert_eq!(all.delete(id, "fresh".to_owned()).unwrap().id, id);
        }
        assert_eq!(ids(&all), ["fresh"]);
    }

    #[test]
    fn a_deleted_profile_does_not_come_back_from_another_tab() {
        let mut mine = Assessment::new("a".to_owned());
        let now = Timestamp::parse("2026-11-24T00:00:00Z").unwrap();
        mine.current.record("x", Change::by_person(Status::Done), now).unwrap();
        mine.add(named("b"));
        let mut asleep = mine.clone();
        let deleted = mine.delete("b", "x".to_owned()).unwrap();
        asleep.catch_up(mine.clone(), &[]);
        assert_eq!(ids(&asleep), ["a"]);
        mine.catch_up(asleep, &[]);
        assert_eq!(ids(&mine), ["a"]);
        mine.add(deleted.copied("b2".to_owned(), deleted.name.clone()));
        assert_eq!(ids(&mine), ["b2", "a"]);
    }

    #[test]
    fn names_are_one_clean_line() {
        let mut all = Assessment::new("a".to_owned());
        all.rename("a", "  本番\n123456789012 ").unwrap();
        assert_eq!(all.current.name, "本番 1234****9012");
        assert_eq!(all.rename("a", &"x".repeat(101)), Err(Refusal::TooLong { limit: 100, over: 1 }));
        let secret = "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        assert!(matches!(all.rename("a", secret), Err(Refusal::Secret(_))));
        assert_eq!(all.current.name, "本番 1234****9012");
    }
}
