//! Takes over what other tabs write, and finds out why nothing stands in storage any more.
//!
//! **Invariant:** every tab takes over what every other one wrote, also what was overwritten before it could be read; a
//! tab writes again only where it knows of more than storage holds. So tabs that write at once end equal, and quiet.

use super::load::Which;
use super::session::{Session, Trouble, key_of};
use super::store::{ACCOUNT, FIRST_EDITION, INDEX};
use crate::assessment::file::stored;
use crate::assessment::{Assessment, Profile};
use crate::base::json::Object;
use crate::base::time::Timestamp;

/// What another tab has done.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// Nothing that matters here.
    Same,
    /// It has changed answers: these are all by now.
    Changed(Box<Assessment>),
    /// It has erased everything on purpose.
    Erased,
}

impl Session {
    /// Takes over what storage holds by now of the account in front: before every change, so that a tab that was asleep
    /// does not put an old answer over a newer one.
    pub fn catch_up(&mut self, mine: &Assessment, now: Timestamp) -> Found {
        self.catch_up_with(mine, Which::Ids(&[&mine.current.id]), now)
    }

    /// As `catch_up`, of all accounts: where a tab may have slept, and before what is about all.
    pub fn catch_up_all(&mut self, mine: &Assessment, now: Timestamp) -> Found {
        self.catch_up_with(mine, Which::All, now)
    }

    /// Another tab wrote this text under a key, or took it away; without a key, all of them are gone.
    pub fn take_in(&mut self, key: Option<&str>, written: Option<&str>, mine: &Assessment, now: Timestamp) -> Found {
        let id = key.and_then(|key| key.strip_prefix(ACCOUNT)).unwrap_or_default();
        let found = self.catch_up_with(mine, Which::Ids(&[&mine.current.id, id]), now);
        let Some((key, text)) = key.zip(written).filter(|_| found != Found::Erased) else {
            return found;
        };
        let known = match key {
            INDEX => self.index.as_str(),
            FIRST_EDITION => self.first_edition.as_str(),
            _ => self.account(id).unwrap_or_default(),
        };
        let mine = if let Found::Changed(merged) = &found { merged } else { mine };
        if known == text {
            return found;
        }
        // Two tabs wrote in the same moment, and the one that came later did not know of this text.
        let Some(lost) = self.lost(key, id, text, mine, now) else {
            return found;
        };
        let mut merged = mine.clone();
        merged.catch_up_late(lost);
        if !merged.is_ahead_of(mine) {
            return found;
        }
        self.save_all(&merged, now);
        Found::Changed(Box::new(merged))
    }

    /// What a text says that was overwritten.
    fn lost(&mut self, key: &str, id: &str, text: &str, mine: &Assessment, now: Timestamp) -> Option<Assessment> {
        let only = |current: Profile, restarted_at| Assessment {
            current,
            others: Vec::new(),
            deleted: Vec::new(),
            restarted_at,
            extra: Object::new(),
        };
        match key {
            FIRST_EDITION => self.older?.read(text),
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

    fn catch_up_with(&mut self, mine: &Assessment, which: Which<'_>, now: Timestamp) -> Found {
        match self.is_as_known(mine, which) {
            Some(false) => {}
            // Storage that is blocked tells nothing.
            Some(true) | None => return Found::Same,
        }
        let is_gone = |key: &str| self.store.read(key) == Ok(None);
        if is_gone(INDEX) && is_gone(FIRST_EDITION) {
            // Erased on purpose, answers go here too; else this tab still has them.
            if self.restarted_at() > mine.restarted_at {
                return Found::Erased;
            }
            if is_gone(&key_of(&mine.current.id)) {
                self.find_nothing();
                return Found::Same;
            }
        }
        match self.caught_up(mine, which, now) {
            Ok(merged) if merged == *mine => Found::Same,
            Ok(merged) => Found::Changed(Box::new(merged)),
            Err(Trouble::Blocked) => Found::Same,
            Err(trouble) => {
                self.trouble = trouble;
                Found::Same
            }
        }
    }

    /// Whether the texts stand there that this tab has read or written last; none where storage is blocked.
    fn is_as_known(&self, mine: &Assessment, which: Which<'_>) -> Option<bool> {
        let stands = |key: &str, known: &str| Some(self.store.read(key).ok()?.unwrap_or_default() == known);
        let ids: Vec<&str> = match which {
            Which::All => mine.profiles().map(|profile| profile.id.as_str()).collect(),
            Which::Ids(ids) => ids.to_vec(),
        };
        let mut is_as_known = stands(INDEX, &self.index)?;
        is_as_known &= self.older.is_none() || stands(FIRST_EDITION, &self.first_edition)?;
        for id in ids {
            is_as_known &= stands(&key_of(id), self.account(id).unwrap_or_default())?;
        }
        Some(is_as_known)
    }

    fn caught_up(&mut self, mine: &Assessment, which: Which<'_>, now: Timestamp) -> Result<Assessment, Trouble> {
        let mut merged = mine.clone();
        let mut has_more = self.trouble == Trouble::Cleared;
        if let Some(mut theirs) = self.read_stored(Some(mine), which, now)? {
            if !self.is_on_purpose(&merged, &theirs) {
                merged.level(&mut theirs);
            }
            let is_anew = theirs.restarted_at != merged.restarted_at;
            if self.trouble == Trouble::None || is_anew {
                merged.catch_up(theirs.clone());
            } else {
                // What could not be saved is newer than what is stored.
                merged.merge(theirs.clone());
            }
            has_more |= merged.is_ahead_of(&theirs);
        }
        if let Some(older) = self.older
            && let Some(joined) = older.join(self, Some(merged.clone()), now)?
        {
            merged = joined;
            has_more = true;
        }
        if has_more {
            self.save_all(&merged, now);
        }
        Ok(merged)
    }

    /// Storage has lost what it held.
    fn find_nothing(&mut self) {
        if !self.is_empty() && self.trouble == Trouble::None {
            self.trouble = Trouble::Cleared;
            self.index.clear();
            self.accounts.clear();
            self.first_edition.clear();
        }
    }
}
