//! Saving to storage that is full, blocked or interrupted: no saved answer is ever lost.

use guard_navi::assessment::file::stored::{decode_account, encode_account};
use guard_navi::assessment::file::{decode, encode};
use guard_navi::assessment::saving::{
    ACCOUNT, CatchUp, FIRST_VERSION, FirstVersion, INDEX, PROBE, RESTARTED, SaveProblem, StorageSession, Store,
    StoreError, UNREADABLE_PREFIX,
};
use guard_navi::assessment::score::snapshot;
use guard_navi::assessment::{Assessment, Change, Evidence, ImportMode, Profile, Snapshot, Source, Status, Table};
use guard_navi::base::i18n::Words;
use guard_navi::base::time::{Date, Timestamp};
use guard_navi::content::catalogue;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

const V1: &str = include_str!("stored_fixtures/v1.json");

/// The length of a text as browsers count it.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn size_of<'a>(texts: impl IntoIterator<Item = (&'a String, &'a String)>) -> usize {
    texts.into_iter().map(|(key, text)| units(key) + units(text)).sum()
}

/// An in-memory store.
#[derive(Default)]
struct Memory(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    texts: BTreeMap<String, String>,
    /// Capacity in UTF-16 code units; none for no limit.
    capacity: Option<usize>,
    /// Changes before a simulated crash of the page, after which nothing is written; none for no crash.
    changes_left: Option<usize>,
    is_blocked: bool,
    /// Writes and removals, in order.
    written: Vec<(String, Option<String>)>,
}

impl Memory {
    fn with(texts: BTreeMap<String, String>) -> Arc<Memory> {
        Arc::new(Memory(Mutex::new(Inner { texts, ..Inner::default() })))
    }

    fn texts(&self) -> BTreeMap<String, String> {
        self.0.lock().unwrap().texts.clone()
    }

    fn set(&self, change: impl FnOnce(&mut Inner)) {
        change(&mut self.0.lock().unwrap());
    }

    fn written(&self) -> Vec<(String, Option<String>)> {
        std::mem::take(&mut self.0.lock().unwrap().written)
    }
}

impl Inner {
    /// Counts a change down; false after the simulated crash.
    fn accepts_change(&mut self) -> bool {
        match &mut self.changes_left {
            Some(0) => false,
            Some(remaining) => {
                *remaining -= 1;
                true
            }
            None => true,
        }
    }
}

impl Store for Memory {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        let inner = self.0.lock().unwrap();
        if inner.is_blocked { Err(StoreError::Blocked) } else { Ok(inner.texts.get(key).cloned()) }
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let mut inner = self.0.lock().unwrap();
        if inner.is_blocked {
            return Err(StoreError::Blocked);
        }
        let others = size_of(inner.texts.iter().filter(|(other, _)| *other != key));
        if inner.capacity.is_some_and(|capacity| others + units(key) + units(text) > capacity) {
            return Err(StoreError::Full);
        }
        if inner.accepts_change() {
            inner.texts.insert(key.to_owned(), text.to_owned());
            inner.written.push((key.to_owned(), Some(text.to_owned())));
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        let mut inner = self.0.lock().unwrap();
        if inner.is_blocked {
            return Err(StoreError::Blocked);
        }
        if inner.texts.contains_key(key) && inner.accepts_change() {
            inner.texts.remove(key);
            inner.written.push((key.to_owned(), None));
        }
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Vec<String> {
        self.texts().into_keys().filter(|key| key.starts_with(prefix)).collect()
    }
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_unix_seconds(1_800_000_000 + second).unwrap()
}

fn load(store: &Arc<Memory>) -> (StorageSession, Assessment) {
    StorageSession::load(Arc::<Memory>::clone(store), Some(&FirstVersion), "fresh".to_owned(), at(0))
}

fn named(id: &str) -> Profile {
    let mut profile = Profile::default();
    (profile.id, profile.name) = (id.to_owned(), id.to_uppercase());
    profile
}

/// The accounts of `V1`, and `count` more with answers, notes and days of history.
fn accounts(count: usize) -> Assessment {
    let mut all = decode(V1).unwrap();
    for number in 0..count {
        let mut profile = named(&format!("account{number}"));
        for (index, control) in catalogue::all().iter().enumerate() {
            let status = if (index + number) % 3 == 0 { Status::Done } else { Status::NotDone };
            profile.record(control.id, Change::by_person(status), at(0)).unwrap();
        }
        profile.record_note("iam-root-mfa", &format!("メモ {number}"), at(1)).unwrap();
        for week in 0..4 {
            let control = catalogue::all()[week].id;
            profile.record(control, Change::by_person(Status::Done), at(10)).unwrap();
            let day = Date::parse("2026-01-01").unwrap().plus_days(7 * i64::try_from(week).unwrap());
            profile.remember(snapshot(catalogue::all(), &profile, day));
        }
        all.add(profile);
    }
    all
}

/// The serialised accounts that are not blank, by id.
fn serialised(all: &Assessment) -> BTreeMap<String, String> {
    let filled = all.profiles().filter(|profile| !profile.is_blank());
    filled.map(|profile| (profile.id.clone(), encode_account(profile, None))).collect()
}

/// The ids of the accounts that differ.
fn differing_ids(one: &Assessment, other: &Assessment) -> Vec<String> {
    let (one, other) = (serialised(one), serialised(other));
    let ids = one.keys().chain(other.keys()).filter(|id| one.get(*id) != other.get(*id));
    ids.cloned().collect()
}

/// The storage of the first version for these accounts, with another of its keys.
fn first_version(all: &Assessment) -> BTreeMap<String, String> {
    let texts = [(FIRST_VERSION, encode(all, at(0)).as_str()), ("guard-navi.settings", "{\"lang\":\"ja\"}")]
        .map(|(key, text)| (key.to_owned(), text.to_owned()));
    texts.into_iter().collect()
}

#[test]
fn what_the_first_edition_stored_is_moved_over_whole() {
    let frozen: BTreeMap<String, String> =
        serde_json::from_str(include_str!("stored_fixtures/first-version-storage.json")).unwrap();
    let before = decode(&frozen[FIRST_VERSION]).unwrap();
    assert!(before.profiles().count() > 1 && before.profiles().all(|profile| !profile.history.is_empty()));
    let store = Memory::with(frozen.clone());
    let (session, all) = load(&store);
    assert_eq!((session.problem(), &all), (SaveProblem::None, &before));
    let texts = store.texts();
    assert!(!texts.contains_key(FIRST_VERSION));
    for profile in before.profiles() {
        assert!(texts.contains_key(&format!("{ACCOUNT}{}", profile.id)));
    }
    // Other keys of the product stay.
    for (key, text) in frozen.iter().filter(|(key, _)| *key != FIRST_VERSION) {
        assert_eq!(texts.get(key), Some(text));
    }
    assert_eq!(load(&store).1, before);
}

#[test]
fn whenever_the_page_dies_while_it_moves_nothing_is_lost() {
    // Never restarted; restarted deliberately; and restarted once more by a tab that ended before it wrote anything.
    for (restarted_at, restarts) in [(None, None), (Some(at(5)), Some(at(5))), (Some(at(5)), Some(at(9)))] {
        let before = Assessment { restarted_at, ..accounts(3) };
        let mut stored = first_version(&before);
        stored.extend(restarts.map(|restarts| (RESTARTED.to_owned(), restarts.to_string())));
        let size = size_of(&stored);
        // Capacity for both formats, and for little more than the old one: an account and the index.
        for capacity in [None, Some(size * 3 / 2), Some(size + 8_000), Some(size + 7_500), Some(size + 7_000)] {
            crash_at_each_change_of_the_migration(&before, &stored, capacity);
        }
    }
}

fn crash_at_each_change_of_the_migration(
    before: &Assessment,
    stored: &BTreeMap<String, String>,
    capacity: Option<usize>,
) {
    let mut crashes = 0;
    for changes in 0.. {
        let store = Memory::with(stored.clone());
        store.set(|inner| (inner.capacity, inner.changes_left) = (capacity, Some(changes)));
        let _ = load(&store);
        let is_complete = store.0.lock().unwrap().changes_left != Some(0);
        store.set(|inner| inner.changes_left = None);
        let (session, all) = load(&store);
        assert_eq!(session.problem(), SaveProblem::None, "{capacity:?} {changes}");
        assert_eq!(differing_ids(&all, before), [""; 0], "{capacity:?} {changes}");
        assert!(!store.texts().contains_key(FIRST_VERSION));
        if is_complete {
            break;
        }
        crashes += 1;
    }
    assert!(crashes > 5, "{capacity:?}: {crashes}");
}

#[test]
fn where_there_is_no_room_to_move_the_old_form_stays_and_later_it_moves() {
    let before = accounts(2);
    let stored = first_version(&before);
    let size = size_of(&stored);
    let store = Memory::with(stored.clone());
    store.set(|inner| inner.capacity = Some(size + 100));
    let (mut session, all) = load(&store);
    assert_eq!((session.problem(), differing_ids(&all, &before)), (SaveProblem::Full, Vec::new()));
    assert!(store.texts() == stored);
    assert_eq!(session.catch_up(&all, at(1)), CatchUp::Same);
    store.set(|inner| inner.capacity = None);
    session.save(&all, &all.current.id, at(1));
    assert_eq!(session.problem(), SaveProblem::None);
    assert!(!store.texts().contains_key(FIRST_VERSION));
    assert_eq!(differing_ids(&load(&store).1, &before), [""; 0]);
}

#[test]
fn an_answer_writes_its_account_and_nothing_else() {
    let store = Memory::with(first_version(&accounts(5)));
    let (mut session, mut all) = load(&store);
    store.written();
    all.current.record("iam-root-mfa", Change::by_person(Status::Unsure), at(100)).unwrap();
    session.save(&all, &all.current.id, at(100));
    let keys: Vec<_> = store.written().into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, [format!("{ACCOUNT}{}", all.current.id)]);
    assert_eq!(differing_ids(&load(&store).1, &all), [""; 0]);
    session.save(&all, &all.current.id, at(101));
    assert_eq!(store.written(), []);
}

#[test]
fn whenever_the_page_dies_while_it_saves_all_that_was_saved_is_there() {
    for changes in 0..8 {
        let store = Memory::with(first_version(&accounts(2)));
        let (mut session, mut all) = load(&store);
        let saved = all.clone();
        store.set(|inner| inner.changes_left = Some(changes));
        all.add(named("new"));
        session.save(&all, &all.current.id, at(1));
        let deleted = all.delete("account0", "x".to_owned()).unwrap();
        session.save(&all, &all.current.id, at(2));
        store.set(|inner| inner.changes_left = None);
        let after = load(&store).1;
        for id in differing_ids(&saved, &after) {
            assert!(id == deleted.id || id == "new", "{changes}: {id}");
        }
        // Once the index lists it as deleted, it does not return.
        if after.deleted.contains(&deleted.id) {
            assert!(after.profiles().all(|profile| profile.id != deleted.id));
            assert!(!store.texts().contains_key(&format!("{ACCOUNT}{}", deleted.id)));
        }
    }
}

#[test]
fn a_tab_of_the_first_edition_beside_this_one_loses_nothing() {
    let store = Memory::with(first_version(&accounts(2)));
    let (mut session, mut mine) = load(&store);
    let mut theirs = mine.clone();
    for (second, controls) in
        [(100, ["iam-root-mfa", "iam-least-privilege"]), (200, ["config-recording", "iam-root-mfa"])]
    {
        mine.current.record(controls[0], Change::by_person(Status::Done), at(second)).unwrap();
        session.save(&mine, &mine.current.id, at(second));
        // The first version uses only its one key, finds it missing, and writes all its data.
        theirs.current.record(controls[1], Change::by_person(Status::Unsure), at(second + 1)).unwrap();
        Arc::make_mut(&mut theirs.others[0])
            .record_note("s3-block-public-access", "古い画面から", at(second + 2))
            .unwrap();
        let text = encode(&theirs, at(second + 2));
        store.write(FIRST_VERSION, &text).unwrap();
        let CatchUp::Changed(merged) = session.apply_event(Some(FIRST_VERSION), Some(&text), &mine, at(second + 3))
        else {
            panic!("nothing was found");
        };
        mine = *merged;
    }
    assert!(!store.texts().contains_key(FIRST_VERSION));
    for all in [&mine, &load(&store).1] {
        assert_eq!(all.current.status("iam-root-mfa"), Status::Unsure);
        assert_eq!(all.current.status("iam-least-privilege"), Status::Unsure);
        assert_eq!(all.current.status("config-recording"), Status::Done);
        let other = all.profiles().find(|profile| profile.id == theirs.others[0].id).unwrap();
        assert_eq!(other.answer("s3-block-public-access").unwrap().note.as_deref(), Some("古い画面から"));
    }
}

#[test]
fn what_is_damaged_is_set_aside_and_the_rest_is_there() {
    let store = Memory::with(first_version(&accounts(3)));
    let (mut session, all) = load(&store);
    let damage = |key: &str| {
        let key = key.to_owned();
        store.set(|inner| {
            let text = inner.texts.get_mut(&key).unwrap();
            text.truncate(text.len() / 2 - text.len() / 2 % 2);
            while String::from_utf8(text.clone().into_bytes()).is_err() {
                text.pop();
            }
        });
    };
    damage(&format!("{ACCOUNT}account1"));
    damage(INDEX);
    let (other, after) = load(&store);
    assert_eq!(other.problem(), SaveProblem::None);
    assert_eq!(store.keys(UNREADABLE_PREFIX).len(), 2);
    assert_eq!(differing_ids(&all, &after), ["account1"]);
    // A tab that still has the account writes it again.
    session.catch_up_all(&all, at(5));
    assert_eq!(differing_ids(&load(&store).1, &all), [""; 0]);
}

#[test]
fn an_account_that_stands_there_twice_is_set_aside() {
    let text = V1.replace("77aa01", "5f2c9d");
    let store = Memory::with(BTreeMap::from([(FIRST_VERSION.to_owned(), text.clone())]));
    let (session, all) = load(&store);
    assert_eq!((session.problem(), all.current.id.as_str()), (SaveProblem::None, "fresh"));
    assert_eq!(store.texts().into_values().collect::<Vec<_>>(), [text]);
}

#[test]
fn what_a_newer_version_wrote_stays_untouched() {
    for (key, from, to) in [(INDEX, "stored/2", "stored/3"), ("guard-navi.progress.account1", "stored/2", "stored/3")] {
        let store = Memory::with(first_version(&accounts(2)));
        let (mut session, mut all) = load(&store);
        store.set(|inner| {
            let text = inner.texts.get_mut(key).unwrap();
            *text = text.replace(from, to);
        });
        let before = store.texts();
        let (mut fresh, blank) = load(&store);
        assert_eq!(fresh.problem(), SaveProblem::Newer);
        fresh.save(&blank, "fresh", at(1));
        assert_eq!(session.catch_up_all(&all, at(1)), CatchUp::Same);
        assert_eq!(session.problem(), SaveProblem::Newer);
        all.current.record("iam-root-mfa", Change::by_person(Status::Done), at(2)).unwrap();
        session.save_all(&all, at(2));
        assert!(store.texts() == before);
    }
    let newer = BTreeMap::from([(FIRST_VERSION.to_owned(), "{\"schema\": \"guard-navi.progress/2\"}".to_owned())]);
    let store = Memory::with(newer.clone());
    let (mut session, all) = load(&store);
    session.save(&all, &all.current.id, at(1));
    assert_eq!((session.problem(), store.texts()), (SaveProblem::Newer, newer));
}

#[test]
fn blocked_and_full_and_emptied_storage_is_told() {
    let store = Memory::with(BTreeMap::new());
    store.set(|inner| inner.is_blocked = true);
    let (mut session, mut all) = load(&store);
    session.save(&all, &all.current.id, at(0));
    assert_eq!(session.problem(), SaveProblem::Blocked);
    store.set(|inner| (inner.is_blocked, inner.capacity) = (false, Some(40)));
    session.save(&all, &all.current.id, at(0));
    assert_eq!(session.problem(), SaveProblem::Full);
    store.set(|inner| inner.capacity = None);
    all.current.record("iam-root-mfa", Change::by_person(Status::Done), at(1)).unwrap();
    session.save(&all, &all.current.id, at(1));
    assert_eq!((session.problem(), differing_ids(&load(&store).1, &all)), (SaveProblem::None, Vec::new()));
    // Not erased here: only this tab has the data, and stores it again on the next save.
    store.set(|inner| inner.texts.clear());
    assert_eq!((session.catch_up(&all, at(2)), session.problem()), (CatchUp::Same, SaveProblem::Cleared));
    session.save(&all, &all.current.id, at(3));
    assert_eq!((session.problem(), differing_ids(&load(&store).1, &all)), (SaveProblem::None, Vec::new()));
    // Erased deliberately.
    session.erase(all.next_start(at(4)));
    assert_eq!(session.catch_up(&all, at(5)), CatchUp::Erased);
    assert_eq!(load(&store).1.current.answers, []);
}

#[test]
fn what_does_not_fit_leaves_everything_as_it_was() {
    let store = Memory::with(first_version(&accounts(2)));
    let (mut session, all) = load(&store);
    let before = store.texts();
    let size = size_of(&before);
    store.set(|inner| inner.capacity = Some(size + 3_000));
    for more in [5, 20] {
        let mut large = accounts(more);
        large.restarted_at = Some(at(50));
        large.others.retain(|profile| profile.id != "account0");
        store.written();
        assert!(!session.has_room_for(&large));
        // No other tab sees any part of it, even briefly.
        assert!(store.written().iter().all(|(key, _)| key == PROBE));
        assert!(store.texts() == before);
        assert_eq!(session.problem(), SaveProblem::None);
    }
    let mut small = Assessment { restarted_at: Some(at(60)), ..Assessment::new("small".to_owned()) };
    small.current.record("iam-root-mfa", Change::by_person(Status::Done), at(60)).unwrap();
    assert!(session.has_room_for(&small));
    session.save_all(&small, at(60));
    assert_eq!(load(&store).1, small);
    assert_eq!(store.keys(ACCOUNT).len(), 1);
    assert_ne!(all, small);
}

#[test]
fn japanese_notes_take_no_more_room_than_browsers_count() {
    let store = Memory::with(first_version(&accounts(2)));
    let (mut session, all) = load(&store);
    let mut larger = Assessment { restarted_at: Some(at(50)), ..all };
    larger.current.record_note("config-recording", &"長いメモ".repeat(400), at(20)).unwrap();
    let growth = 1_600 + 1_000;
    store.set(|inner| inner.capacity = Some(size_of(&inner.texts) + growth));
    assert!(session.has_room_for(&larger));
    session.save_all(&larger, at(50));
    assert_eq!((session.problem(), differing_ids(&load(&store).1, &larger)), (SaveProblem::None, Vec::new()));
}

#[test]
fn a_tab_without_room_still_takes_over_what_others_delete_and_write() {
    let store = Memory::with(first_version(&accounts(3)));
    let (mut full, mut mine) = load(&store);
    let (mut other, mut theirs) = load(&store);
    let size = size_of(&store.texts());
    store.set(|inner| inner.capacity = Some(size + 100));
    mine.current.record_note("config-recording", &"長いメモ".repeat(400), at(20)).unwrap();
    full.save(&mine, &mine.current.id, at(20));
    assert_eq!(full.problem(), SaveProblem::Full);

    // The notice advises to delete accounts. The user does so in another tab, and also fills in the response team of a
    // third account.
    theirs.delete("account0", "x".to_owned()).unwrap();
    other.save(&theirs, &theirs.current.id, at(30));
    theirs.profile_mut("account1").unwrap().record_entry(Table::ResponseTeam, "first", "佐藤").unwrap();
    theirs.rename("account1", "本番").unwrap();
    other.save(&theirs, "account1", at(31));
    let CatchUp::Changed(merged) = full.catch_up_all(&mine, at(32)) else { panic!("nothing was found") };
    full.save_all(&merged, at(33));
    assert_eq!(full.problem(), SaveProblem::None, "what was deleted makes room");
    let after = load(&store).1;
    assert!(after.profiles().all(|profile| profile.id != "account0"));
    let third = after.profiles().find(|profile| profile.id == "account1").unwrap();
    assert_eq!((third.name.as_str(), third.entry(Table::ResponseTeam, "first")), ("本番", Some("佐藤")));
    assert!(after.profiles().any(|profile| profile.answer("config-recording").is_some_and(|a| a.note.is_some())));
}

/// A storage that was erased deliberately and then got one answer, with the tab that gave it.
fn answered_after_a_restart() -> (Arc<Memory>, StorageSession, Assessment) {
    let store = Memory::with(BTreeMap::new());
    let (session, all) = load(&store);
    session.erase(all.next_start(at(1)));
    let (mut session, mut all) = load(&store);
    all.current.record("iam-user-mfa", Change::by_person(Status::Done), at(2)).unwrap();
    session.save(&all, &all.current.id, at(2));
    (store, session, all)
}

#[test]
fn what_was_answered_while_storage_was_blocked_joins_what_is_stored() {
    let (store, _, _) = answered_after_a_restart();

    store.set(|inner| inner.is_blocked = true);
    let (mut blocked, mut mine) = load(&store);
    mine.current.record("iam-root-mfa", Change::by_person(Status::Done), at(3)).unwrap();
    blocked.save(&mine, &mine.current.id, at(3));
    store.set(|inner| inner.is_blocked = false);
    let CatchUp::Changed(merged) = blocked.catch_up(&mine, at(4)) else { panic!("nothing was found") };
    let statuses: Vec<_> = merged.profiles().flat_map(Profile::statuses).map(|(control, _)| control).collect();
    assert!(statuses.contains(&"iam-root-mfa".to_owned()) && statuses.contains(&"iam-user-mfa".to_owned()));
    assert_eq!(differing_ids(&load(&store).1, &merged), [""; 0]);
}

#[test]
fn an_index_that_is_lost_is_made_anew_of_the_same_start() {
    let (store, mut session, all) = answered_after_a_restart();
    store.set(|inner| *inner.texts.get_mut(INDEX).unwrap() = "{".to_owned());
    // One tab starts and answers, another one resumes.
    let (mut fresh, mut mine) = load(&store);
    assert_eq!((mine.restarted_at, differing_ids(&mine, &all)), (all.restarted_at, Vec::new()));
    mine.current.record("iam-root-mfa", Change::by_person(Status::Done), at(3)).unwrap();
    fresh.save(&mine, &mine.current.id, at(3));
    let CatchUp::Changed(resumed) = session.catch_up_all(&all, at(4)) else { panic!("nothing was found") };
    assert_eq!(differing_ids(&resumed, &mine), [""; 0]);
    assert_eq!(differing_ids(&load(&store).1, &mine), [""; 0]);
}

#[test]
fn whenever_the_page_dies_while_it_sets_a_text_aside_the_text_is_there() {
    for changes in 0..4 {
        let store = Memory::with(first_version(&accounts(1)));
        let (_, all) = load(&store);
        let key = format!("{ACCOUNT}account0");
        store.set(|inner| *inner.texts.get_mut(&key).unwrap() = "damaged".to_owned());
        store.set(|inner| inner.changes_left = Some(changes));
        let _ = load(&store);
        store.set(|inner| inner.changes_left = None);
        assert!(store.texts().values().any(|text| text == "damaged"), "{changes}");
        let (session, after) = load(&store);
        assert_eq!((session.problem(), differing_ids(&all, &after)), (SaveProblem::None, vec!["account0".to_owned()]));
    }
}

#[test]
fn accounts_with_a_year_of_history_fit_and_each_day_is_there() {
    let mut all = Assessment::new("first".to_owned());
    for number in 0..200_usize {
        let mut profile = named(&format!("{number:016x}"));
        for control in catalogue::all() {
            let summary = Words {
                ja: "利用可能な Region のすべてで有効になっています（17 Region で確かめました）。".to_owned(),
                en: "Enabled in all Regions that are enabled (checked in 17 Regions).".to_owned(),
            };
            let change = Change { source: Source::Evidence(evidence(summary)), ..Change::by_person(Status::NotDone) };
            profile.record(control.id, change, at(0)).unwrap();
        }
        for week in 0..52_usize {
            let control = catalogue::all()[(week * 7 + number) % catalogue::all().len()].id;
            let status = if week % 2 == 0 { Status::Done } else { Status::InProgress };
            profile.record(control, Change::by_person(status), at(100 * i64::try_from(week).unwrap())).unwrap();
            let day = Date::parse("2026-01-01").unwrap().plus_days(7 * i64::try_from(week).unwrap());
            profile.remember(snapshot(catalogue::all(), &profile, day));
        }
        all.others.push(Arc::new(profile));
    }
    let store = Memory::with(BTreeMap::new());
    let (mut session, _) = load(&store);
    session.save_all(&all, at(0));
    let size: usize = store.texts().iter().map(|(key, text)| (key.clone() + text).encode_utf16().count()).sum();
    assert!(size < 4_000_000, "{size} characters");
    assert_eq!(differing_ids(&load(&store).1, &all), [""; 0]);
}

fn evidence(summary: Words) -> Evidence {
    Evidence { format: "evidence-bundle".to_owned(), collected_at: Some(at(0)), summary, extra: Vec::new() }
}

/// Histories in which statuses appear, change and disappear.
fn histories() -> impl Strategy<Value = Vec<Snapshot>> {
    let status = prop::sample::select(vec![Status::Done, Status::NotDone, Status::Unsure]);
    let statuses = prop::collection::btree_map(prop::sample::select(vec!["a", "b", "c", "d"]), status, 0..4);
    let day = (statuses, prop::option::of(0_u8..=100), 0_usize..30);
    prop::collection::vec(day, 0..12).prop_map(|days| {
        let first = Date::parse("2026-01-01").unwrap();
        let days = days.into_iter().enumerate();
        days.map(|(number, (statuses, score, done))| Snapshot {
            date: first.plus_days(i64::try_from(number).unwrap()),
            score,
            done,
            applicable: 24,
            statuses: statuses.into_iter().map(|(id, status)| (id.to_owned(), status)).collect(),
            extra: Vec::new(),
        })
        .collect()
    })
}

/// One action of a tab.
#[derive(Clone, Copy, Debug)]
enum Step {
    Answer(usize, Status),
    Note(usize, u8),
    Add,
    Delete,
    Switch,
    /// A file replaces everything.
    Replace,
}

fn steps() -> impl Strategy<Value = Vec<(bool, Step, bool)>> {
    let status = prop::sample::select(vec![Status::Done, Status::NotDone, Status::Unsure]);
    let step = prop_oneof![
        6 => (0_usize..4, status).prop_map(|(control, status)| Step::Answer(control, status)),
        3 => (0_usize..4, any::<u8>()).prop_map(|(control, note)| Step::Note(control, note)),
        1 => Just(Step::Add),
        1 => Just(Step::Delete),
        1 => Just(Step::Switch),
        1 => Just(Step::Replace),
    ];
    prop::collection::vec((any::<bool>(), step, any::<bool>()), 1..30)
}

/// A tab with its own view of storage: a browser sends each process the changes of the others one by one.
struct Tab {
    store: Arc<Memory>,
    session: StorageSession,
    all: Assessment,
    /// Changes of other tabs that it has not received: number, key, text.
    pending: Vec<(usize, String, Option<String>)>,
    /// The number of this tab's last change of each key; earlier changes of others are no longer visible.
    own_changes: BTreeMap<String, usize>,
}

impl Tab {
    fn apply(&mut self, result: CatchUp) {
        if let CatchUp::Changed(all) = result {
            self.all = *all;
        }
    }

    /// Handles the next storage event; false when there is none.
    fn apply_storage_event(&mut self, now: Timestamp) -> bool {
        if self.pending.is_empty() {
            return false;
        }
        let (number, key, text) = self.pending.remove(0);
        if self.own_changes.get(&key).is_none_or(|own| *own < number) {
            self.store.set(|inner| match &text {
                Some(text) => drop(inner.texts.insert(key.clone(), text.clone())),
                None => drop(inner.texts.remove(&key)),
            });
        }
        let result = self.session.apply_event(Some(&key), text.as_deref(), &self.all, now);
        self.apply(result);
        true
    }
}

type Answers = Vec<(String, Vec<(String, guard_navi::assessment::Answer)>)>;

fn differing_answers(one: &Answers, other: &Answers) -> Vec<String> {
    let both = one.iter().chain(other);
    both.filter(|answers| !one.contains(answers) || !other.contains(answers)).map(|(id, _)| id.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_account_is_read_as_it_was_written(history in histories()) {
        let mut profile = named("a");
        profile.history = history;
        let (read, restarted_at) = decode_account(&encode_account(&profile, Some(at(7)))).unwrap();
        prop_assert_eq!(read, profile);
        prop_assert_eq!(restarted_at, Some(at(7)));
    }

    /// Two tabs that receive storage events sooner or later end with the same answers, which are those in storage.
    #[test]
    fn tabs_end_equal_and_quiet(steps in steps()) {
        let mut tabs: Vec<Tab> = ["fresh0", "fresh1"]
            .into_iter()
            .map(|id| {
                let store = Memory::with(BTreeMap::new());
                let (session, all) = StorageSession::load(Arc::<Memory>::clone(&store), Some(&FirstVersion), id.to_owned(), at(0));
                Tab { store, session, all, pending: Vec::new(), own_changes: BTreeMap::new() }
            })
            .collect();
        let mut number = 0;
        let mut second = 0;
        let mut added = 0;
        let mut send_events = |tabs: &mut Vec<Tab>, writer: usize| {
            for (key, text) in tabs[writer].store.written() {
                number += 1;
                tabs[writer].own_changes.insert(key.clone(), number);
                tabs[1 - writer].pending.push((number, key, text));
            }
        };
        for (turn, step, receives_events) in steps {
            let turn = usize::from(turn);
            second += 10;
            let now = at(second);
            // Replacing everything requires an active tab; the other one is taken as active, too.
            let is_replaced = matches!(step, Step::Replace);
            while receives_events && tabs[turn].apply_storage_event(now) {
                send_events(&mut tabs, turn);
            }
            while is_replaced && (tabs[0].apply_storage_event(now) || tabs[1].apply_storage_event(now)) {
                send_events(&mut tabs, 0);
                send_events(&mut tabs, 1);
            }
            let tab = &mut tabs[turn];
            let result = tab.session.catch_up(&tab.all, now);
            tab.apply(result);
            let control = |index: usize| catalogue::all()[index].id;
            match step {
                Step::Answer(index, status) => {
                    tab.all.current.record(control(index), Change::by_person(status), now).unwrap();
                }
                Step::Note(index, note) => {
                    tab.all.current.record_note(control(index), &note.to_string(), now).unwrap();
                }
                Step::Add => {
                    added += 1;
                    tab.all.add(named(&format!("added{added}")));
                }
                Step::Delete => {
                    let id = tab.all.current.id.clone();
                    added += 1;
                    tab.all.delete(&id, format!("instead{added}"));
                }
                Step::Switch => {
                    let id = tab.all.others.first().map(|profile| profile.id.clone()).unwrap_or_default();
                    tab.all.switch_to(&id);
                }
                Step::Replace => {
                    let mut file = Assessment::new("replaced".to_owned());
                    file.current.record(control(0), Change::by_person(Status::Done), at(0)).unwrap();
                    tab.all = tab.all.imported(file, ImportMode::Replace, now);
                    tab.session.write_restart(tab.all.restarted_at);
                    tab.session.save_all(&tab.all, now);
                }
            }
            tab.session.save(&tab.all, &tab.all.current.id, now);
            send_events(&mut tabs, turn);
            while is_replaced && (tabs[0].apply_storage_event(now) || tabs[1].apply_storage_event(now)) {
                send_events(&mut tabs, 0);
                send_events(&mut tabs, 1);
            }
            if is_replaced {
                for tab in &tabs {
                    let filled = tab.all.profiles().filter(|profile| !profile.is_blank());
                    prop_assert_eq!(filled.map(|profile| profile.id.as_str()).collect::<Vec<_>>(), ["replaced"]);
                }
            }
        }
        // Until no tab writes any more.
        let mut rounds = 0;
        while tabs.iter().any(|tab| !tab.pending.is_empty()) {
            for turn in [0, 1] {
                while tabs[turn].apply_storage_event(at(second + 100 + rounds)) {
                    send_events(&mut tabs, turn);
                }
            }
            rounds += 1;
            prop_assert!(rounds < 20, "they never rest");
        }
        let answers = |all: &Assessment| {
            let filled = all.profiles().filter(|profile| !profile.is_blank());
            let mut answers: Vec<_> = filled.map(|profile| (profile.id.clone(), profile.answers.clone())).collect();
            answers.sort_by(|(one, _), (other, _)| one.cmp(other));
            answers
        };
        prop_assert!(tabs[0].store.texts() == tabs[1].store.texts());
        let stored = answers(&load(&tabs[0].store).1);
        for tab in &tabs {
            prop_assert_eq!(differing_answers(&answers(&tab.all), &stored), Vec::<String>::new());
        }
    }
}
