//! Merges two copies: profiles are matched by id, and of each answer the later `changed_at` wins.
//!
//! **Invariant:** merging in either order gives the same answers, so that all tabs end with the same answers.

use super::{Answer, Assessment, Profile, Source, Table};
use crate::base::json::{Json, Object};
use std::sync::Arc;

impl Assessment {
    /// Takes over what storage holds. As `merge`, but fields without a date are taken from `stored`, since every tab
    /// saves them at once; except in the accounts in `unsaved`. If one side was restarted later, it replaces the other.
    pub fn catch_up(&mut self, stored: Assessment, unsaved: &[String]) {
        if stored.restarted_at != self.restarted_at {
            if stored.restarted_at > self.restarted_at {
                *self = stored;
            }
            return;
        }
        let copy = stored.clone();
        stored.deleted.iter().for_each(|id| self.mark_deleted(id.clone()));
        self.merge(stored);
        for theirs in std::iter::once(Arc::new(copy.current)).chain(copy.others) {
            if self.shares(&theirs) || unsaved.contains(&theirs.id) {
                continue;
            }
            let theirs = Arc::unwrap_or_clone(theirs);
            if let Some(mine) = self.profile_mut(&theirs.id) {
                mine.tables = theirs.tables;
                mine.name = theirs.name;
                let own = std::mem::replace(&mut mine.history, theirs.history);
                mine.merge_history(own);
            }
        }
        self.drop_deleted();
    }

    /// Gives two copies the same restart, so that they are merged. For a later restart that was not deliberate: the
    /// browser lost what it stored.
    pub fn equalise_restart(&mut self, other: &mut Assessment) {
        let later = self.restarted_at.max(other.restarted_at);
        self.restarted_at = later;
        other.restarted_at = later;
    }

    /// Merges a text that another tab wrote, and that was overwritten before this tab could read it.
    pub fn merge_overwritten(&mut self, overwritten: Assessment) {
        if overwritten.restarted_at == self.restarted_at {
            overwritten.deleted.iter().for_each(|id| self.mark_deleted(id.clone()));
            self.merge(overwritten);
            self.drop_deleted();
        }
    }

    /// Whether it has an answer, an account, a deletion or a restart that `stored` lacks.
    #[must_use]
    pub fn is_ahead_of(&self, stored: &Assessment) -> bool {
        if self.restarted_at != stored.restarted_at {
            return self.restarted_at > stored.restarted_at;
        }
        let is_newer = |mine: &Profile| match stored.profiles().find(|theirs| theirs.id == mine.id) {
            Some(theirs) => mine.answers.iter().any(|(control, mine)| {
                theirs.answer(control).is_none_or(|theirs| precedence(mine) > precedence(theirs))
            }),
            None => !mine.is_blank() && !stored.deleted.contains(&mine.id),
        };
        self.deleted.iter().any(|id| !stored.deleted.contains(id)) || self.profiles().any(is_newer)
    }

    /// Merges `other`. The current profile stays current, unless it is blank or deleted: then the current profile of
    /// `other` replaces it, as in a second tab that was opened before the first answer.
    pub fn merge(&mut self, other: Assessment) {
        let Assessment { current, others, deleted: _, restarted_at: _, extra } = other;
        join(&mut self.extra, extra);
        let is_replaceable = self.current.is_blank() || self.deleted.contains(&self.current.id);
        if is_replaceable && self.current.id != current.id {
            let known = self.others.iter().position(|profile| profile.id == current.id);
            self.current = match known {
                Some(index) => Arc::unwrap_or_clone(self.others.swap_remove(index)),
                None => Profile { id: current.id.clone(), ..Profile::default() },
            };
        }
        for theirs in std::iter::once(Arc::new(current)).chain(others) {
            if self.shares(&theirs) {
                continue;
            }
            let profile = Arc::unwrap_or_clone(theirs);
            match self.profile_mut(&profile.id) {
                Some(mine) => mine.merge(profile),
                None if profile.is_blank() => {}
                None => self.others.push(Arc::new(profile)),
            }
        }
    }
}

impl Profile {
    /// Whether it has no data yet.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.answers.is_empty()
            && self.name.is_empty()
            && self.extra.is_empty()
            && self.history.is_empty()
            && self.tables.iter().all(Vec::is_empty)
    }

    fn merge(&mut self, other: Profile) {
        for (control, theirs) in other.answers {
            match self.answers.iter_mut().find(|(id, _)| *id == control) {
                None => self.insert(control, theirs),
                Some((_, mine)) if precedence(&theirs) > precedence(mine) => *mine = theirs,
                Some(_) => {}
            }
        }
        // These have no dates: existing values stay, missing ones are added.
        if self.name.is_empty() {
            self.name = other.name;
        }
        for (table, entries) in Table::ALL.into_iter().zip(other.tables) {
            for (key, text) in entries {
                if self.entry(table, &key).is_none() {
                    self.insert_entry(table, key, text);
                }
            }
        }
        self.merge_history(other.history);
        self.merge_catalogue_seen(&other.extra);
        join(&mut self.extra, other.extra);
    }
}

/// Merges fields that this version does not use: missing or empty ones are added, objects are merged by key.
fn join(mine: &mut Object, theirs: Object) {
    for (field, value) in theirs {
        match mine.iter_mut().find(|(name, _)| *name == field) {
            None => mine.push((field, value)),
            Some((_, Json::Object(mine))) => {
                if let Json::Object(theirs) = value {
                    join(mine, theirs);
                }
            }
            Some((_, mine)) if *mine == Json::Null || *mine == Json::List(Vec::new()) => *mine = value,
            Some(_) => {}
        }
    }
}

/// The later answer wins. Within the same second, any fixed rule works if both sides use it.
fn precedence(answer: &Answer) -> impl PartialOrd {
    (
        answer.changed_at,
        answer.status.id(),
        matches!(answer.source, Source::Evidence(_)),
        (answer.note.clone(), answer.reason.clone(), answer.owner.clone()),
        (answer.due, answer.review_by),
    )
}
