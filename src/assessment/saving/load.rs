//! Reads what is stored.

use super::session::{LegacyFormat, SaveProblem, StorageSession, key_of};
use super::store::{ACCOUNT, INDEX, Store};
use crate::assessment::file::DecodeError;
use crate::assessment::file::stored::{self, Index};
use crate::assessment::{Assessment, Profile};
use crate::base::time::Timestamp;
use std::sync::Arc;

/// Of which accounts the texts are read; the others are taken to be as they were.
#[derive(Clone, Copy)]
pub(super) enum AccountsToRead<'a> {
    /// All, also those that the index does not name.
    All,
    /// Those with these ids.
    Ids(&'a [&'a str]),
}

impl StorageSession {
    /// What storage holds, or a fresh start with one empty account of this id.
    #[must_use]
    pub fn load(
        store: Arc<dyn Store>,
        legacy: Option<&'static dyn LegacyFormat>,
        fresh_id: String,
        now: Timestamp,
    ) -> (StorageSession, Assessment) {
        let mut session = StorageSession::new(store, legacy);
        match session.load_all(now) {
            Ok(Some(assessment)) => (session, assessment),
            Ok(None) => {
                let restarted_at = session.restarted_at();
                (session, Assessment { restarted_at, ..Assessment::new(fresh_id) })
            }
            Err(problem) => {
                session.problem = problem;
                (session, Assessment::new(fresh_id))
            }
        }
    }

    fn load_all(&mut self, now: Timestamp) -> Result<Option<Assessment>, SaveProblem> {
        let stored = self.read_stored(None, AccountsToRead::All, now)?;
        let Some(legacy) = self.legacy else {
            return Ok(stored);
        };
        let Some(all) = legacy.join(self, stored.clone(), now)? else {
            return Ok(stored);
        };
        self.save_all(&all, now);
        Ok(Some(all))
    }

    /// What stands in the storage; what is known of it already is taken from `mine`. None where nothing does.
    pub(super) fn read_stored(
        &mut self,
        mine: Option<&Assessment>,
        which: AccountsToRead<'_>,
        now: Timestamp,
    ) -> Result<Option<Assessment>, SaveProblem> {
        let index = self.read_index(now)?;
        // Where everything was replaced since, the same id may stand for other answers: nothing known is of use.
        let is_anew = mine.is_some_and(|mine| mine.restarted_at != index.restarted_at);
        let which = if is_anew { AccountsToRead::All } else { which };
        let mut ids = index.accounts.clone();
        if matches!(which, AccountsToRead::All) {
            self.add_unnamed(&mut ids);
        }
        // What is gone has to be written again, should this tab still have it.
        self.accounts.retain(|(seen, _)| ids.contains(seen));
        let mut profiles = Vec::new();
        for id in ids {
            let known = mine.and_then(|mine| mine.shared(&id));
            let is_read = match which {
                AccountsToRead::All => true,
                AccountsToRead::Ids(read) => read.contains(&id.as_str()),
            };
            match known {
                Some(known) if !is_read => profiles.push(known),
                known => profiles.extend(self.read_account(&id, known, &index, now)?),
            }
        }
        if profiles.is_empty()
            && let Some(id) = index.accounts.into_iter().next()
        {
            // An assessment always has an account in front; the index still tells which ones are deleted.
            profiles.push(Arc::new(Profile { id, ..Profile::default() }));
        }
        let mut profiles = profiles.into_iter();
        Ok(profiles.next().map(|current| Assessment {
            current: Arc::unwrap_or_clone(current),
            others: profiles.collect(),
            deleted: index.deleted,
            restarted_at: index.restarted_at,
            extra: index.unknown,
        }))
    }

    /// Adds the ids of accounts that were written, but not named in the index yet, when the page died.
    fn add_unnamed(&self, ids: &mut Vec<String>) {
        for key in self.store.keys(ACCOUNT) {
            if let Some(id) = key.strip_prefix(ACCOUNT)
                && !ids.iter().any(|named| named == id)
            {
                ids.push(id.to_owned());
            }
        }
    }

    /// The index; where there is none that can be read, one that names no account, of the last start on purpose.
    fn read_index(&mut self, now: Timestamp) -> Result<Index, SaveProblem> {
        self.index.clear();
        let blank = Index { restarted_at: self.restarted_at(), ..Index::default() };
        let Some(text) = self.store.read(INDEX)? else {
            return Ok(blank);
        };
        match stored::decode_index(&text) {
            Ok(index) => {
                self.index = text;
                Ok(index)
            }
            Err(DecodeError::Newer) => Err(SaveProblem::Newer),
            // It can be made anew from the accounts.
            Err(_) => self.set_aside(INDEX, &text, now).map(|()| blank),
        }
    }

    pub(super) fn read_account(
        &mut self,
        id: &str,
        known: Option<Arc<Profile>>,
        index: &Index,
        now: Timestamp,
    ) -> Result<Option<Arc<Profile>>, SaveProblem> {
        let key = key_of(id);
        let text = self.store.read(&key)?;
        let is_named = index.accounts.iter().any(|named| named == id);
        if is_named && known.is_some() && text.is_some() && self.account(id) == text.as_deref() {
            return Ok(known);
        }
        self.accounts.retain(|(seen, _)| seen != id);
        let Some(text) = text else {
            return Ok(None);
        };
        match stored::decode_account(&text) {
            Ok((profile, restarted_at)) if profile.id == id => {
                let is_past = restarted_at < index.restarted_at.max(self.restarted_at());
                if index.deleted.iter().any(|gone| gone == id) || (!is_named && is_past) {
                    // The page died before it could be removed, or a tab wrote it that did not know yet.
                    self.store.remove(&key)?;
                    return Ok(None);
                }
                if known.is_some() && restarted_at > index.restarted_at {
                    // Of another start, whose index is not written yet.
                    return Ok(known);
                }
                self.set_account(id, text);
                Ok(Some(Arc::new(profile)))
            }
            Err(DecodeError::Newer) => Err(SaveProblem::Newer),
            Ok(_) | Err(_) => self.set_aside(&key, &text, now).map(|()| None),
        }
    }
}
