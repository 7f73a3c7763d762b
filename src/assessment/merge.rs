//! Two copies become one: profiles meet by id, answers by the later `changed_at`.
//!
//! **Invariant:** merging in either order gives the same answers, so that tabs end equal whoever wrote last.

use super::{Answer, Assessment, Profile, Source, Table};
use crate::json::{Json, Object};

impl Assessment {
    /// Takes over what this browser's storage holds by now: as `merge`, but what has no date is the stored one's,
    /// since every tab writes it at once. What was begun anew later takes the place of the rest.
    pub fn catch_up(&mut self, stored: Assessment) {
        if stored.restarted_at != self.restarted_at {
            // A blank one has nothing to hold against what another tab wrote.
            if stored.restarted_at > self.restarted_at || self.is_blank() {
                *self = stored;
            }
            return;
        }
        let kept = stored.clone();
        stored.deleted.iter().for_each(|id| self.bury(id.clone()));
        self.merge(stored);
        for theirs in std::iter::once(kept.current).chain(kept.others) {
            if let Some(mine) = self.profiles_mut().find(|mine| mine.id == theirs.id) {
                mine.tables = theirs.tables;
                mine.name = theirs.name;
                let own = std::mem::replace(&mut mine.history, theirs.history);
                mine.merge_history(own);
            }
        }
        self.drop_deleted();
    }

    /// Takes over what `other` knows better. The current profile stays in front, unless it is still blank: then
    /// the other copy's current profile takes its place (a second tab that was opened before the first answer).
    pub fn merge(&mut self, other: Assessment) {
        let Assessment { current, others, deleted: _, restarted_at: _, extra } = other;
        join(&mut self.extra, extra);
        if self.current.is_blank() && self.current.id != current.id {
            let known = self.others.iter().position(|profile| profile.id == current.id);
            self.current = match known {
                Some(index) => self.others.swap_remove(index),
                None => Profile { id: current.id.clone(), ..Profile::default() },
            };
        }
        for profile in std::iter::once(current).chain(others) {
            let mine = std::iter::once(&mut self.current).chain(&mut self.others).find(|mine| mine.id == profile.id);
            match mine {
                Some(mine) => mine.merge(profile),
                None if profile.is_blank() => {}
                None => self.others.push(profile),
            }
        }
    }
}

impl Profile {
    /// Whether nobody has put anything into it yet.
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
        // No dates of their own: what is here stays, what is missing comes in.
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
        join(&mut self.extra, other.extra);
    }
}

/// Fields that this version does not use: what is missing or empty here comes in, objects key by key.
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

/// The later answer wins; between two of the same second any fixed rule will do, as long as both sides use it.
fn precedence(answer: &Answer) -> impl PartialOrd {
    (
        answer.changed_at,
        answer.status.id(),
        matches!(answer.source, Source::Evidence(_)),
        (answer.note.clone(), answer.reason.clone(), answer.owner.clone()),
        (answer.due, answer.review_by),
    )
}
