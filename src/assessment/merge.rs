//! Two copies become one: profiles meet by id, answers by the later `changed_at`.
//!
//! **Invariant:** merging in either order gives the same answers, so that tabs end equal whoever wrote last.

use super::{Answer, Assessment, Profile, Source, Table};
use crate::base::json::{Json, Object};
use std::sync::Arc;

impl Assessment {
    /// Takes over what this browser's storage holds by now: as `merge`, but what has no date is the stored one's, since
    /// every tab writes it at once; of the accounts with an id in `unsaved` it is not. What was begun anew later takes the
    /// place of the rest.
    pub fn catch_up(&mut self, stored: Assessment, unsaved: &[String]) {
        if stored.restarted_at != self.restarted_at {
            if stored.restarted_at > self.restarted_at {
                *self = stored;
            }
            return;
        }
        let kept = stored.clone();
        stored.deleted.iter().for_each(|id| self.mark_deleted(id.clone()));
        self.merge(stored);
        for theirs in std::iter::once(Arc::new(kept.current)).chain(kept.others) {
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

    /// Makes two copies meet as equals, of which one was begun anew later, but not on purpose: the browser has lost what
    /// it stored, and nobody wanted to be rid of it.
    pub fn equalise_restart(&mut self, other: &mut Assessment) {
        let later = self.restarted_at.max(other.restarted_at);
        self.restarted_at = later;
        other.restarted_at = later;
    }

    /// Takes over the answers of a text that another tab wrote, and that was overwritten before this tab could read it.
    pub fn merge_overwritten(&mut self, lost: Assessment) {
        if lost.restarted_at == self.restarted_at {
            lost.deleted.iter().for_each(|id| self.mark_deleted(id.clone()));
            self.merge(lost);
            self.drop_deleted();
        }
    }

    /// Whether it holds an answer, an account, a deletion or a start anew that `stored` has not heard of.
    #[must_use]
    pub fn is_ahead_of(&self, stored: &Assessment) -> bool {
        if self.restarted_at != stored.restarted_at {
            return self.restarted_at > stored.restarted_at;
        }
        let is_news = |mine: &Profile| match stored.profiles().find(|theirs| theirs.id == mine.id) {
            Some(theirs) => mine.answers.iter().any(|(control, mine)| {
                theirs.answer(control).is_none_or(|theirs| precedence(mine) > precedence(theirs))
            }),
            None => !mine.is_blank() && !stored.deleted.contains(&mine.id),
        };
        self.deleted.iter().any(|id| !stored.deleted.contains(id)) || self.profiles().any(is_news)
    }

    /// Takes over what `other` knows better. The current profile stays in front, unless it is still blank, or was deleted:
    /// then the other copy's current profile takes its place (a second tab that was opened before the first answer).
    pub fn merge(&mut self, other: Assessment) {
        let Assessment { current, others, deleted: _, restarted_at: _, extra } = other;
        join(&mut self.extra, extra);
        let is_free = self.current.is_blank() || self.deleted.contains(&self.current.id);
        if is_free && self.current.id != current.id {
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
