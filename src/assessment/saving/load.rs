//! Reads the stored data.

use super::session::{LegacyFormat, SaveProblem, StorageSession, key_of};
use super::store::{ACCOUNT, INDEX, Store};
use crate::assessment::file::DecodeError;
use crate::assessment::file::stored::{self, Index};
use crate::assessment::{Assessment, Profile};
use crate::base::time::Timestamp;
use std::sync::Arc;

/// Which accounts to read; the others are assumed to be unchanged.
#[derive(Clone, Copy)]
pub(super) enum AccountsToRead<'a> {
    /// All, including those that the index does not list.
    All,
    /// Those with these ids.
    Ids(&'a [&'a str]),
}

impl StorageSession {
    /// Loads the stored data, or creates one blank account with the id `fresh_id`.
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

    /// Reads the stored data, reusing unchanged accounts of `mine`. None when nothing is stored.
    pub(super) fn read_stored(
        &mut self,
        mine: Option<&Assessment>,
        to_read: AccountsToRead<'_>,
        now: Timestamp,
    ) -> Result<Option<Assessment>, SaveProblem> {
        let index = self.read_index(now)?;
        // After a restart the same id may have other answers, so nothing of `mine` can be reused.
        let is_restarted = mine.is_some_and(|mine| mine.restarted_at != index.restarted_at);
        let to_read = if is_restarted { AccountsToRead::All } else { to_read };
        let mut ids = index.accounts.clone();
        if matches!(to_read, AccountsToRead::All) {
            self.add_unlisted(&mut ids);
        }
        // Forgets removed texts, so that accounts that this tab still has are written again.
        self.accounts.retain(|(known_id, _)| ids.contains(known_id));
        let mut profiles = Vec::new();
        for id in ids {
            let known = mine.and_then(|mine| mine.shared(&id));
            let is_read = match to_read {
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
            // An assessment always has a current account; the index still lists the deleted ones.
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

    /// Adds the ids of accounts that were written but are not in the index, because the page ended in between.
    fn add_unlisted(&self, ids: &mut Vec<String>) {
        for key in self.store.keys(ACCOUNT) {
            if let Some(id) = key.strip_prefix(ACCOUNT)
                && !ids.iter().any(|listed| listed == id)
            {
                ids.push(id.to_owned());
            }
        }
    }

    /// Reads the index. If it is missing or unreadable, an index without accounts, of the last deliberate restart.
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
            // It can be rebuilt from the accounts.
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
        let is_listed = index.accounts.iter().any(|listed| listed == id);
        if is_listed && known.is_some() && text.is_some() && self.account(id) == text.as_deref() {
            return Ok(known);
        }
        self.accounts.retain(|(known_id, _)| known_id != id);
        let Some(text) = text else {
            return Ok(None);
        };
        match stored::decode_account(&text) {
            Ok((profile, restarted_at)) if profile.id == id => {
                let is_outdated = restarted_at < index.restarted_at.max(self.restarted_at());
                if index.deleted.iter().any(|deleted| deleted == id) || (!is_listed && is_outdated) {
                    // The page ended before it was removed, or a tab that had not read the index yet wrote it.
                    self.store.remove(&key)?;
                    return Ok(None);
                }
                if known.is_some() && restarted_at > index.restarted_at {
                    // Belongs to a newer restart, whose index is not written yet.
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
