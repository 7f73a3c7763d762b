//! What an import would change, account by account, computed before anything changes.
//!
//! **Invariant:** it compares the present data with the result of the import, however that was computed, so that the
//! preview matches what happens.

use super::{Answer, Assessment, Profile, Status, Table};
use crate::base::time::Timestamp;

/// What happens to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountChange {
    /// It is added.
    New,
    /// Something in it changes.
    Changed,
    /// It stays as it is.
    Same,
    /// It is removed.
    Removed,
}

/// The status of a control and when it was set; none without an answer.
pub type StatusSince = Option<(Status, Timestamp)>;

/// What happens to one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountPreview {
    /// Its present name; the new name of an account that is added.
    pub name: String,
    /// Its new name, if different.
    pub renamed: Option<String>,
    /// What happens to it.
    pub change: AccountChange,
    /// Controls whose status changes, with the old and the new status.
    pub statuses: Vec<(String, StatusSince, StatusSince)>,
    /// Controls whose status stays, but whose note, reason, owner, date or evidence changes.
    pub other_changes: Vec<String>,
    /// Answers that do not change.
    pub unchanged: usize,
    /// Entries of quiz, runbook and response team that are added, removed or changed.
    pub entries: usize,
    /// Days of history that are added.
    pub days: usize,
    /// Days of history that are removed.
    pub days_removed: usize,
    /// The number of answers after the import; before it, for an account that is removed.
    pub answers: usize,
}

/// What happens to every account: the present ones in their order, then those that are added.
#[must_use]
pub fn preview(before: &Assessment, after: &Assessment) -> Vec<AccountPreview> {
    let find = |all: &Assessment, id: &str| all.profiles().find(|profile| profile.id == id).cloned();
    // An account that is and stays blank is not listed.
    let mut accounts: Vec<AccountPreview> = before
        .profiles()
        .filter(|old| !old.is_blank() || find(after, &old.id).is_some_and(|new| !new.is_blank()))
        .map(|old| account(Some(old), find(after, &old.id).as_ref()))
        .collect();
    let is_new = |profile: &&Profile| !profile.is_blank() && find(before, &profile.id).is_none();
    accounts.extend(after.profiles().filter(is_new).map(|profile| account(None, Some(profile))));
    accounts
}

fn account(old: Option<&Profile>, new: Option<&Profile>) -> AccountPreview {
    let blank = Profile::default();
    let (before, after) = (old.unwrap_or(&blank), new.unwrap_or(&blank));
    let change = match (old, new) {
        (Some(_), None) => AccountChange::Removed,
        (Some(old), Some(new)) if old == new => AccountChange::Same,
        (Some(old), Some(_)) if !old.is_blank() => AccountChange::Changed,
        (Some(_) | None, _) => AccountChange::New,
    };
    let name = if change == AccountChange::New { &after.name } else { &before.name };
    let mut account = AccountPreview {
        name: name.clone(),
        renamed: (change == AccountChange::Changed && after.name != before.name).then(|| after.name.clone()),
        change,
        statuses: Vec::new(),
        other_changes: Vec::new(),
        unchanged: 0,
        entries: entries(before, after),
        days: days_missing(before, after),
        days_removed: days_missing(after, before),
        answers: if change == AccountChange::Removed { before.statuses().len() } else { after.statuses().len() },
    };
    compare_answers(before, after, &mut account);
    let differs = account.renamed.is_some() || account.entries + account.days + account.days_removed > 0;
    if change == AccountChange::Changed && !differs && account.statuses.is_empty() && account.other_changes.is_empty() {
        account.change = AccountChange::Same;
    }
    account
}

fn compare_answers(before: &Profile, after: &Profile, account: &mut AccountPreview) {
    let mut controls: Vec<&String> = before.answers.iter().chain(&after.answers).map(|(id, _)| id).collect();
    controls.sort_unstable();
    controls.dedup();
    for control in controls {
        let (old, new) = (before.answer(control), after.answer(control));
        if before.status(control) != after.status(control) {
            account.statuses.push((control.clone(), status_since(old), status_since(new)));
        } else if old.map(content) != new.map(content) {
            account.other_changes.push(control.clone());
        } else {
            account.unchanged += 1;
        }
    }
}

fn status_since(answer: Option<&Answer>) -> StatusSince {
    let answer = answer.filter(|answer| answer.status != Status::Unanswered)?;
    Some((answer.status, answer.since()))
}

/// The content of an answer, without the time of its last change.
fn content(answer: &Answer) -> impl PartialEq {
    let Answer { status, source, note, owner, due, reason, review_by, extra, changed_at: _, checked_at: _ } =
        answer.clone();
    ((status, source, answer.since()), (note, owner, due), (reason, review_by, extra))
}

fn entries(before: &Profile, after: &Profile) -> usize {
    let differ = |table: Table, one: &Profile, other: &Profile, count_missing_only: bool| {
        let changed = one.table(table).iter().filter(|(key, text)| match other.entry(table, key) {
            Some(other) => !count_missing_only && other != text,
            None => true,
        });
        changed.count()
    };
    Table::ALL.into_iter().map(|table| differ(table, before, after, false) + differ(table, after, before, true)).sum()
}

/// Days of `after` that `before` lacks.
fn days_missing(before: &Profile, after: &Profile) -> usize {
    after.history.iter().filter(|day| !before.history.iter().any(|other| other.date == day.date)).count()
}

#[cfg(test)]
mod tests {
    use super::{AccountChange, preview};
    use crate::assessment::{Assessment, Change, ImportMode, Profile, Status, Table};
    use crate::base::time::Timestamp;
    use std::sync::Arc;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_unix_seconds(1_800_000_000 + second).unwrap()
    }

    fn all() -> Assessment {
        let mut all = Assessment::new("a".to_owned());
        all.rename("a", "本番").unwrap();
        all.current.record("x", Change::by_person(Status::NotDone), at(0)).unwrap();
        all.current.record("y", Change::by_person(Status::Done), at(0)).unwrap();
        all.others.push(Arc::new(Profile { id: "b".to_owned(), name: "検証".to_owned(), ..Profile::default() }));
        all
    }

    #[test]
    fn the_same_file_changes_nothing() {
        let accounts = preview(&all(), &all().imported(all(), ImportMode::Merge, at(9)));
        assert_eq!(
            accounts.iter().map(|account| account.change).collect::<Vec<_>>(),
            [AccountChange::Same, AccountChange::Same]
        );
        assert_eq!((accounts[0].unchanged, accounts[0].answers), (2, 2));
    }

    #[test]
    fn every_change_is_told() {
        let mut file = all();
        file.others.clear();
        file.current.record("x", Change::by_person(Status::Done), at(5)).unwrap();
        file.current.record_note("y", "memo", at(5)).unwrap();
        file.current.record_entry(Table::Quiz, "first", "waf").unwrap();
        file.others.push(Arc::new(Profile { id: "c".to_owned(), name: "新".to_owned(), ..Profile::default() }));

        let mine = all();
        let merged = preview(&mine, &mine.imported(file.clone(), ImportMode::Merge, at(9)));
        assert_eq!(
            merged.iter().map(|account| account.change).collect::<Vec<_>>(),
            [AccountChange::Changed, AccountChange::Same, AccountChange::New]
        );
        let first = &merged[0];
        let change = ("x".to_owned(), Some((Status::NotDone, at(0))), Some((Status::Done, at(5))));
        assert_eq!(first.statuses, [change]);
        assert_eq!(
            (first.other_changes.as_slice(), first.unchanged, first.entries),
            (["y".to_owned()].as_slice(), 0, 1)
        );

        let replaced = preview(&mine, &mine.imported(file, ImportMode::Replace, at(9)));
        assert_eq!(
            replaced.iter().map(|account| account.change).collect::<Vec<_>>(),
            [AccountChange::Changed, AccountChange::Removed, AccountChange::New]
        );
        assert_eq!((replaced[1].name.as_str(), replaced[2].name.as_str()), ("検証", "新"));
    }

    #[test]
    fn a_fresh_browser_only_gains() {
        let fresh = Assessment::new("z".to_owned());
        let accounts = preview(&fresh, &fresh.imported(all(), ImportMode::Merge, at(9)));
        assert_eq!(
            accounts.iter().map(|account| account.change).collect::<Vec<_>>(),
            [AccountChange::New, AccountChange::New]
        );
        assert_eq!(accounts[0].answers, 2);
    }
}
