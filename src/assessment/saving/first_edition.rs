//! What the first edition stored, under one key: moved over on first start, and again whenever a tab that still runs the
//! first edition writes.

use super::session::{LegacyFormat, SaveProblem, StorageSession, key_of};
use super::store::{FIRST_EDITION, StoreError};
use crate::assessment::file::{self, DecodeError, stored};
use crate::assessment::{Assessment, Profile};
use crate::base::time::Timestamp;
use std::sync::Arc;

/// The form of the first edition: a progress file under one key.
#[derive(Clone, Copy, Debug)]
pub struct FirstEdition;

impl LegacyFormat for FirstEdition {
    fn join(
        &self,
        session: &mut StorageSession,
        mine: Option<Assessment>,
        now: Timestamp,
    ) -> Result<Option<Assessment>, SaveProblem> {
        let Some(text) = session.store.read(FIRST_EDITION)?.filter(|text| *text != session.first_edition) else {
            return Ok(None);
        };
        match file::decode(&text) {
            // One that has an account twice was not written by us, and under their keys there is room for one.
            Ok(theirs) if !has_account_twice(&theirs) => {
                session.first_edition = text;
                Ok(Some(match mine {
                    Some(mine) => joined(session, mine, theirs),
                    None => theirs,
                }))
            }
            Err(DecodeError::Newer) => Err(SaveProblem::Newer),
            Ok(_) | Err(_) => session.set_aside(FIRST_EDITION, &text, now).map(|()| None),
        }
    }

    /// Where there is no room for both forms, it goes account by account, and the old one shrinks by those that were moved.
    fn migrate(&self, session: &mut StorageSession, all: &Assessment, now: Timestamp) -> Result<(), StoreError> {
        let mut left: Vec<&Profile> = all.profiles().collect();
        loop {
            let before = left.len();
            left.retain(|profile| !migrate_account(session, profile, all));
            let Some((current, others)) = left.split_first() else {
                break;
            };
            if left.len() == before {
                return Err(StoreError::Full);
            }
            // What was moved is named before the first edition's text lets go of it. Where there is no room for that, the
            // next start adopts it unnamed.
            let _ = session.write_index(all);
            let others = others.iter().map(|profile| Arc::new((*profile).clone())).collect();
            let rest = Assessment { current: (*current).clone(), others, ..all.clone() };
            let text = file::encode(&rest, now);
            session.store.write(FIRST_EDITION, &text)?;
            session.first_edition = text;
        }
        session.write_index(all)?;
        session.store.remove(FIRST_EDITION)?;
        session.first_edition.clear();
        Ok(())
    }

    fn read(&self, text: &str) -> Option<Assessment> {
        file::decode(text).ok()
    }
}

fn has_account_twice(all: &Assessment) -> bool {
    all.profiles().enumerate().any(|(place, one)| all.profiles().skip(place + 1).any(|other| other.id == one.id))
}

/// Whether an account stands there in the new form, and says the same.
fn migrate_account(session: &mut StorageSession, profile: &Profile, all: &Assessment) -> bool {
    session.write_account(profile, all).is_ok()
        && session
            .store
            .read(&key_of(&profile.id))
            .ok()
            .flatten()
            .is_some_and(|text| stored::decode_account(&text).is_ok_and(|(stands, _)| stands == *profile))
}

/// What is stored in the new form, with what a tab of the first edition wrote.
fn joined(session: &StorageSession, mut mine: Assessment, mut theirs: Assessment) -> Assessment {
    if !session.is_on_purpose(&mine, &theirs) {
        mine.equalise_restart(&mut theirs);
    }
    if theirs.restarted_at > mine.restarted_at {
        return theirs;
    }
    mine.merge_overwritten(theirs);
    mine
}
