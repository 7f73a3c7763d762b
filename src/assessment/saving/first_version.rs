//! Migrates the data of the first version, which is stored under one key: at the first start, and again whenever a tab
//! that still runs the first version writes.

use super::session::{LegacyFormat, SaveProblem, StorageSession, key_of};
use super::store::{FIRST_VERSION, StoreError};
use crate::assessment::file::{self, DecodeError, stored};
use crate::assessment::{Assessment, Profile};
use crate::base::time::Timestamp;
use std::sync::Arc;

/// The format of the first version: a progress file under one key.
#[derive(Clone, Copy, Debug)]
pub struct FirstVersion;

impl LegacyFormat for FirstVersion {
    fn join(
        &self,
        session: &mut StorageSession,
        mine: Option<Assessment>,
        now: Timestamp,
    ) -> Result<Option<Assessment>, SaveProblem> {
        let Some(text) = session.store.read(FIRST_VERSION)?.filter(|text| *text != session.first_version) else {
            return Ok(None);
        };
        match file::decode(&text) {
            // A text with the same account twice was not written by this product, and each account has only one key.
            Ok(theirs) if !has_account_twice(&theirs) => {
                session.first_version = text;
                Ok(Some(match mine {
                    Some(mine) => joined(session, mine, theirs),
                    None => theirs,
                }))
            }
            Err(DecodeError::Newer) => Err(SaveProblem::Newer),
            Ok(_) | Err(_) => session.set_aside(FIRST_VERSION, &text, now).map(|()| None),
        }
    }

    /// If storage has no room for both formats, accounts are migrated one by one, and the old text shrinks accordingly.
    fn migrate(&self, session: &mut StorageSession, all: &Assessment, now: Timestamp) -> Result<(), StoreError> {
        // The index comes first, while there is room: it lists the accounts that the old text is about to drop, and names
        // the restart that they belong to. Without it, the next start could take them for older ones and remove them.
        session.write_index(all)?;
        let mut remaining: Vec<&Profile> = all.profiles().collect();
        loop {
            let before = remaining.len();
            remaining.retain(|profile| !migrate_account(session, profile, all));
            let Some((current, others)) = remaining.split_first() else {
                break;
            };
            if remaining.len() == before {
                return Err(StoreError::Full);
            }
            let others = others.iter().map(|profile| Arc::new((*profile).clone())).collect();
            let rest = Assessment { current: (*current).clone(), others, ..all.clone() };
            let text = file::encode(&rest, now);
            session.store.write(FIRST_VERSION, &text)?;
            session.first_version = text;
        }
        session.store.remove(FIRST_VERSION)?;
        session.first_version.clear();
        Ok(())
    }

    fn read(&self, text: &str) -> Option<Assessment> {
        file::decode(text).ok()
    }
}

fn has_account_twice(all: &Assessment) -> bool {
    all.profiles().enumerate().any(|(index, one)| all.profiles().skip(index + 1).any(|other| other.id == one.id))
}

/// Writes an account in the new format, and returns whether it can be read back unchanged.
fn migrate_account(session: &mut StorageSession, profile: &Profile, all: &Assessment) -> bool {
    session.write_account(profile, all).is_ok()
        && session
            .store
            .read(&key_of(&profile.id))
            .ok()
            .flatten()
            .is_some_and(|text| stored::decode_account(&text).is_ok_and(|(written, _)| written == *profile))
}

/// Merges the data in the new format with what a tab of the first version wrote.
fn joined(session: &StorageSession, mut mine: Assessment, mut theirs: Assessment) -> Assessment {
    if !session.is_deliberate(&mine, &theirs) {
        mine.equalise_restart(&mut theirs);
    }
    if theirs.restarted_at > mine.restarted_at {
        return theirs;
    }
    mine.merge_overwritten(theirs);
    mine
}
