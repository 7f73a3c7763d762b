//! Takes over what other tabs write, and detects why storage is empty.
//!
//! **Invariant:** every tab takes over what every other tab wrote, even if it was overwritten before it could be read.
//! A tab writes again only if it has more than storage. So tabs that write at the same time end with the same data, and
//! stop writing.

use super::load::AccountsToRead;
use super::session::{SaveProblem, StorageSession, key_of};
use super::store::{ACCOUNT, FIRST_VERSION, INDEX};
use crate::assessment::file::stored;
use crate::assessment::{Assessment, Profile};
use crate::base::json::Object;
use crate::base::time::Timestamp;

/// What another tab has changed.
#[derive(Clone, Debug, PartialEq)]
pub enum CatchUp {
    /// Nothing that is new here.
    Same,
    /// Answers, merged with those of this tab.
    Changed(Box<Assessment>),
    /// Everything was erased deliberately.
    Erased,
}

impl StorageSession {
    /// Takes over the stored data of the current account. Called before every change, so that a tab that was suspended
    /// does not overwrite a newer answer with an old one.
    pub fn catch_up(&mut self, mine: &Assessment, now: Timestamp) -> CatchUp {
        self.catch_up_with(mine, AccountsToRead::Ids(&[&mine.current.id]), now)
    }

    /// As `catch_up`, for all accounts: used after a tab may have been suspended, and before actions on all accounts.
    pub fn catch_up_all(&mut self, mine: &Assessment, now: Timestamp) -> CatchUp {
        self.catch_up_with(mine, AccountsToRead::All, now)
    }

    /// Handles a storage event: another tab wrote or removed the text under a key; without a key, it cleared storage.
    pub fn apply_event(
        &mut self,
        key: Option<&str>,
        written: Option<&str>,
        mine: &Assessment,
        now: Timestamp,
    ) -> CatchUp {
        let id = key.and_then(|key| key.strip_prefix(ACCOUNT)).unwrap_or_default();
        let result = self.catch_up_with(mine, AccountsToRead::Ids(&[&mine.current.id, id]), now);
        let Some((key, text)) = key.zip(written).filter(|_| result != CatchUp::Erased) else {
            return result;
        };
        let known = match key {
            INDEX => self.index.as_str(),
            FIRST_VERSION => self.first_version.as_str(),
            _ => self.account(id).unwrap_or_default(),
        };
        let mine = if let CatchUp::Changed(merged) = &result { merged } else { mine };
        if known == text {
            return result;
        }
        // Two tabs wrote at the same time, and the later one had not read this text.
        let Some(overwritten) = self.decode_overwritten(key, id, text, mine, now) else {
            return result;
        };
        let mut merged = mine.clone();
        merged.merge_overwritten(overwritten);
        if !merged.is_ahead_of(mine) {
            return result;
        }
        self.save_all(&merged, now);
        CatchUp::Changed(Box::new(merged))
    }

    /// Decodes a text that was overwritten.
    fn decode_overwritten(
        &mut self,
        key: &str,
        id: &str,
        text: &str,
        mine: &Assessment,
        now: Timestamp,
    ) -> Option<Assessment> {
        let single = |current: Profile, restarted_at| Assessment {
            current,
            others: Vec::new(),
            deleted: Vec::new(),
            restarted_at,
            extra: Object::new(),
        };
        match key {
            FIRST_VERSION => self.legacy?.read(text),
            INDEX => {
                let index = stored::decode_index(text).ok()?;
                let mut overwritten = single(mine.current.clone(), index.restarted_at);
                for id in &index.accounts {
                    if mine.profiles().all(|profile| profile.id != *id) {
                        overwritten.others.extend(self.read_account(id, None, &index, now).ok().flatten());
                    }
                }
                overwritten.deleted = index.deleted;
                Some(overwritten)
            }
            _ => {
                let (profile, restarted_at) = stored::decode_account(text).ok()?;
                (profile.id == id).then(|| single(profile, restarted_at))
            }
        }
    }

    fn catch_up_with(&mut self, mine: &Assessment, to_read: AccountsToRead<'_>, now: Timestamp) -> CatchUp {
        match self.is_unchanged(mine, to_read) {
            Some(false) => {}
            // Blocked storage cannot be compared.
            Some(true) | None => return CatchUp::Same,
        }
        let is_missing = |key: &str| self.store.read(key) == Ok(None);
        if is_missing(INDEX) && is_missing(FIRST_VERSION) {
            // After a deliberate erasure the answers are dropped here too; otherwise this tab still has them.
            if self.restarted_at() > mine.restarted_at {
                return CatchUp::Erased;
            }
            if is_missing(&key_of(&mine.current.id)) {
                self.mark_cleared();
                return CatchUp::Same;
            }
        }
        match self.merged_with_stored(mine, to_read, now) {
            Ok(merged) if merged == *mine => CatchUp::Same,
            Ok(merged) => CatchUp::Changed(Box::new(merged)),
            Err(SaveProblem::Blocked) => CatchUp::Same,
            Err(problem) => {
                self.problem = problem;
                CatchUp::Same
            }
        }
    }

    /// Whether storage still has the texts that this tab last read or wrote; none where storage is blocked.
    fn is_unchanged(&self, mine: &Assessment, to_read: AccountsToRead<'_>) -> Option<bool> {
        let has_text = |key: &str, known: &str| Some(self.store.read(key).ok()?.unwrap_or_default() == known);
        let ids: Vec<&str> = match to_read {
            AccountsToRead::All => mine.profiles().map(|profile| profile.id.as_str()).collect(),
            AccountsToRead::Ids(ids) => ids.to_vec(),
        };
        let mut is_unchanged = has_text(INDEX, &self.index)?;
        is_unchanged &= self.legacy.is_none() || has_text(FIRST_VERSION, &self.first_version)?;
        for id in ids {
            is_unchanged &= has_text(&key_of(id), self.account(id).unwrap_or_default())?;
        }
        Some(is_unchanged)
    }

    fn merged_with_stored(
        &mut self,
        mine: &Assessment,
        to_read: AccountsToRead<'_>,
        now: Timestamp,
    ) -> Result<Assessment, SaveProblem> {
        let mut merged = mine.clone();
        let mut has_more = self.problem == SaveProblem::Cleared;
        // Computed before reading, which records the stored texts as known.
        let unsaved = self.unsaved(mine);
        let was_blocked = self.problem == SaveProblem::Blocked && self.is_empty();
        if let Some(mut theirs) = self.read_stored(Some(mine), to_read, now)? {
            // Answers given while storage was blocked have no `restarted_at`, and a stored restart must not discard
            // them.
            if was_blocked || !self.is_deliberate(&merged, &theirs) {
                merged.equalise_restart(&mut theirs);
            }
            merged.catch_up(theirs.clone(), &unsaved);
            has_more |= merged.is_ahead_of(&theirs);
            let is_unsaved = matches!(self.problem, SaveProblem::Full | SaveProblem::Cleared | SaveProblem::Blocked);
            if is_unsaved && theirs.restarted_at > mine.restarted_at && merged == theirs {
                // This tab has nothing that storage lacks.
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

    /// The ids of accounts with changes that could not be saved.
    fn unsaved(&self, mine: &Assessment) -> Vec<String> {
        if self.problem == SaveProblem::None {
            return Vec::new();
        }
        let is_saved =
            |profile: &&Profile| self.account(&profile.id) == Some(&stored::encode_account(profile, mine.restarted_at));
        mine.profiles().filter(|profile| !is_saved(profile)).map(|profile| profile.id.clone()).collect()
    }

    /// Records that storage has lost its data.
    fn mark_cleared(&mut self) {
        if !self.is_empty() && self.problem == SaveProblem::None {
            self.problem = SaveProblem::Cleared;
            self.index.clear();
            self.accounts.clear();
            self.first_version.clear();
        }
    }
}
