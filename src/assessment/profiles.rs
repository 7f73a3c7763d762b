//! Several profiles: added, brought to the front, copied, deleted, brought back.
//!
//! **Invariant:** there is always one in front. The id of a deleted profile never returns: another tab, or a file,
//! that still holds it must not bring it back by a merge. What a person brings back gets a new id.

use super::{Assessment, Profile, Refusal, clean_name};
use std::sync::Arc;

impl Assessment {
    /// All of them, the one in front first.
    pub fn profiles(&self) -> impl Iterator<Item = &Profile> {
        std::iter::once(&self.current).chain(self.others.iter().map(Arc::as_ref))
    }

    /// The same, to be changed; each is copied first where it is shared, so look for one with care.
    pub(super) fn profiles_mut(&mut self) -> impl Iterator<Item = &mut Profile> {
        std::iter::once(&mut self.current).chain(self.others.iter_mut().map(Arc::make_mut))
    }

    /// A profile by its id, as it may be shared.
    pub(super) fn shared(&self, id: &str) -> Option<Arc<Profile>> {
        if self.current.id == id {
            return Some(Arc::new(self.current.clone()));
        }
        self.others.iter().find(|profile| profile.id == id).map(Arc::clone)
    }

    /// Whether this very profile is among the others: what is shared need not be compared.
    pub(super) fn shares(&self, profile: &Arc<Profile>) -> bool {
        self.others.iter().any(|mine| Arc::ptr_eq(mine, profile))
    }

    /// A profile by its id, to be changed.
    pub fn profile_mut(&mut self, id: &str) -> Option<&mut Profile> {
        if self.current.id == id {
            return Some(&mut self.current);
        }
        self.others.iter_mut().find(|profile| profile.id == id).map(Arc::make_mut)
    }

    /// Puts a profile in front; nothing happens when there is none with this id.
    pub fn switch_to(&mut self, id: &str) {
        if let Some(place) = self.others.iter().position(|profile| profile.id == id) {
            let chosen = Arc::unwrap_or_clone(self.others.remove(place));
            self.add(chosen);
        }
    }

    /// Adds a profile in front.
    pub fn add(&mut self, profile: Profile) {
        self.others.insert(0, Arc::new(std::mem::replace(&mut self.current, profile)));
    }

    /// Names a profile; blank is no name.
    ///
    /// # Errors
    ///
    /// When the name holds a secret or is too long. Nothing changes then.
    pub fn rename(&mut self, id: &str, name: &str) -> Result<(), Refusal> {
        let name = clean_name(name)?;
        if let Some(profile) = self.profile_mut(id) {
            profile.name = name;
        }
        Ok(())
    }

    /// Takes a profile out, and remembers that its id is gone. `fresh_id` is for the empty profile that takes the
    /// place of the last one.
    pub fn delete(&mut self, id: &str, fresh_id: String) -> Option<Profile> {
        let place = self.others.iter().position(|profile| profile.id == id);
        let gone = match place {
            Some(place) => Arc::unwrap_or_clone(self.others.remove(place)),
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
        self.mark_deleted(gone.id.clone());
        Some(gone)
    }

    /// Remembers that an id is gone.
    pub(super) fn mark_deleted(&mut self, id: String) {
        if !self.deleted.contains(&id) {
            self.deleted.push(id);
        }
    }

    /// Drops every profile whose id is gone.
    pub(super) fn drop_deleted(&mut self) {
        let deleted = &self.deleted;
        self.others.retain(|profile| !deleted.contains(&profile.id));
        if self.deleted.contains(&self.current.id) {
            self.current = if self.others.is_empty() {
                // The same blank one in every tab.
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
        let gone = mine.delete("b", "x".to_owned()).unwrap();
        asleep.catch_up(mine.clone(), &[]);
        assert_eq!(ids(&asleep), ["a"]);
        mine.catch_up(asleep, &[]);
        assert_eq!(ids(&mine), ["a"]);
        mine.add(gone.copied("b2".to_owned(), gone.name.clone()));
        assert_eq!(ids(&mine), ["b2", "a"]);
    }

    #[test]
    fn names_are_one_clean_line() {
        let mut all = Assessment::new("a".to_owned());
        all.rename("a", "  本番\n123456789012 ").unwrap();
        assert_eq!(all.current.name, "本番 1234****9012");
        assert_eq!(all.rename("a", &"x".repeat(101)), Err(Refusal::NameTooLong));
        let secret = "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        assert!(matches!(all.rename("a", secret), Err(Refusal::Secret(_))));
        assert_eq!(all.current.name, "本番 1234****9012");
    }
}
