//! Takes over what other tabs write, and finds out why nothing stands in storage any more.
//!
//! **Invariant:** every tab takes over what every other one wrote, also what was overwritten before it could be read; a
//! tab writes again only where it knows of more than storage holds. So tabs that write at once end equal, and quiet.

use super::load::AccountsToRead;
use super::session::{SaveProblem, StorageSession, key_of};
use super::store::{ACCOUNT, FIRST_EDITION, INDEX};
use crate::assessment::file::stored;
use crate::assessment::{Assessment, Profile};
use crate::base::json::Object;
use crate::base::time::Timestamp;

/// What another tab has done.
#[derive(Clone, Debug, PartialEq)]
pub enum CatchUp {
    /// Nothing that matters here.
    Same,
    /// It has changed answers: these are all by now.
    Changed(Box<Assessment>),
    /// It has erased everything on purpose.
    Erased,
}

impl StorageSession {
    /// Takes over what storage holds by now of the account in front: before every change, so that a tab that was asleep
    /// does not put an old answer over a newer one.
    pub fn catch_up(&mut self, mine: &Assessment, now: Timestamp) -> CatchUp {
        self.catch_up_with(mine, AccountsToRead::Ids(&[&mine.current.id]), now)
    }

    /// As `catch_up`, of all accounts: where a tab may have slept, and before what is about all.
    pub fn catch_up_all(&mut self, mine: &Assessment, now: Timestamp) -> CatchUp {
        self.catch_up_with(mine, AccountsToRead::All, now)
    }

    /// Another tab wrote this text under a key, or took it away; without a key, all of them are gone.
    pub fn apply_event(
        &mut self,
        key: Option<&str>,
        written: Option<&str>,
        mine: &Assessment,
        now: Timestamp,
    ) -> CatchUp {
        let id = key.and_then(|key| key.strip_prefix(ACCOUNT)).unwrap_or_default();
        let found = self.catch_up_with(mine, AccountsToRead::Ids(&[&mine.current.id, id]), now);
        let Some((key, text)) = key.zip(written).filter(|_| found != CatchUp::Erased) else {
            return found;
        };
        let known = match key {
            INDEX => self.index.as_str(),
            FIRST_EDITION => self.first_edition.as_str(),
            _ => self.account(id).unwrap_or_default(),
        };
        let mine = if let CatchUp::Changed(merged) = &found { merged } else { mine };
        if known == text {
            return found;
        }
        // Two tabs wrote in the same moment, and the one that came later did not know of this text.
        let Some(lost) = self.decode_overwritten(key, id, text, mine, now) else {
            return found;
        };
        let mut merged = mine.clone();
        merged.merge_overwritten(lost);
        if !merged.is_ahead_of(mine) {
            return found;
        }
        self.save_all(&merged, now);
        CatchUp::Changed(Box::new(merged))
    }

    /// What a text says that was overwritten.
    fn decode_overwritten(
        &mut self,
        key: &str,
        id: &str,
        text: &str,
        mine: &Assessment,
        now: Timestamp,
    ) -> Option<Assessment> {
        let only = |current: Profile, restarted_at| Assessment {
            current,
            others: Vec::new(),
            deleted: Vec::new(),
            restarted_at,
            extra: Object::new(),
        };
        match key {
            FIRST_EDITION => self.legacy?.read(text),
            INDEX => {
                let index = stored::decode_index(text).ok()?;
                let mut lost = only(mine.current.clone(), index.restarted_at);
                for id in &index.accounts {
                    if mine.profiles().all(|profile| profile.id != *id) {
                        lost.others.extend(self.read_account(id, None, &index, now).ok().flatten());
                    }
                }
                lost.deleted = index.deleted;
                Some(lost)
            }
            _ => {
                let (profile, restarted_at) = stored::decode_account(text).ok()?;
                (profile.id == id).then(|| only(profile, restarted_at))
            }
        }
    }

    fn catch_up_with(&mut self, mine: &Assessment, which: AccountsToRead<'_>, now: Timestamp) -> CatchUp {
        match self.is_unchanged(mine, which) {
            Some(false) => {}
            // Storage that is blocked tells nothing.
            Some(true) | None => return CatchUp::Same,
        }
        let is_gone = |key: &str| self.store.read(key) == Ok(None);
        if is_gone(INDEX) && is_gone(FIRST_EDITION) {
            // Erased on purpose, answers go here too; else this tab still has them.
            if self.restarted_at() > mine.restarted_at {
                return CatchUp::Erased;
            }
            if is_gone(&key_of(&mine.current.id)) {
                self.mark_cleared();
                return CatchUp::Same;
            }
        }
        match self.merged_with_stored(mine, which, now) {
            Ok(merged) if merged == *mine => CatchUp::Same,
            Ok(merged) => CatchUp::Changed(Box::new(merged)),
            Err(SaveProblem::Blocked) => CatchUp::Same,
            Err(problem) => {
                self.problem = problem;
                CatchUp::Same
            }
        }
    }

    /// Whether the texts stand there that this tab has read or written last; none where storage is blocked.
    fn is_unchanged(&self, mine: &Assessment, which: AccountsToRead<'_>) -> Option<bool> {
        let stands = |key: &str, known: &str| Some(self.store.read(key).ok()?.unwrap_or_default() == known);
        let ids: Vec<&str> = match which {
            AccountsToRead::All => mine.profiles().map(|profile| profile.id.as_str()).collect(),
            AccountsToRead::Ids(ids) => ids.to_vec(),
        };
        let mut is_unchanged = stands(INDEX, &self.index)?;
        is_unchanged &= self.legacy.is_none() || stands(FIRST_EDITION, &self.first_edition)?;
        for id in ids {
            is_unchanged &= stands(&key_of(id), self.account(id).unwrap_or_default())?;
        }
        Some(is_unchanged)
    }

    fn merged_with_stored(
        &mut self,
        mine: &Assessment,
        which: AccountsToRead<'_>,
        now: Timestamp,
    ) -> Result<Assessment, SaveProblem> {
        let mut merged = mine.clone();
        let mut has_more = self.problem == SaveProblem::Cleared;
        // Before anything is read: then it is known as well.
        let unsaved = self.unsaved(mine);
        let was_blocked = self.problem == SaveProblem::Blocked && self.is_empty();
        if let Some(mut theirs) = self.read_stored(Some(mine), which, now)? {
            // What was answered while storage was blocked knows of no start, and is not given up for one.
            if was_blocked || !self.is_on_purpose(&merged, &theirs) {
                merged.equalise_restart(&mut theirs);
            }
            merged.catch_up(theirs.clone(), &unsaved);
            has_more |= merged.is_ahead_of(&theirs);
            let is_unsaved = matches!(self.problem, SaveProblem::Full | SaveProblem::Cleared | SaveProblem::Blocked);
            if is_unsaved && theirs.restarted_at > mine.restarted_at && merged == theirs {
                // Nothing is left here that storage does not hold.
                self.problem = SaveProblem::None;
            }
        }
        if let Some(legacy) = self.legacy
            && let Some(joined) = legacy.join(self, Some(merged.clone()), now)?
        {
            merged = joined;
            has_more = true;
        }
        if has_more {
            self.save_all(&merged, now);
        }
        Ok(merged)
    }

    /// The ids of the accounts that hold what could not be saved.
    fn unsaved(&self, mine: &Assessment) -> Vec<String> {
        if self.problem == SaveProblem::None {
            return Vec::new();
        }
        let is_saved =
            |profile: &&Profile| self.account(&profile.id) == Some(&stored::encode_account(profile, mine.restarted_at));
        mine.profiles().filter(|profile| !is_saved(profile)).map(|profile| profile.id.clone()).collect()
    }

    /// Storage has lost what it held.
    fn mark_cleared(&mut self) {
        if !self.is_empty() && self.problem == SaveProblem::None {
            self.problem = SaveProblem::Cleared;
            self.index.clear();
            self.accounts.clear();
            self.first_edition.clear();
        }
    }
}
