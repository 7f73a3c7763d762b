//! What opening a file would change, account by account, told before anything changes.
//!
//! **Invariant:** it compares how everything stands with how it would stand, and knows nothing of how that came
//! about: what it tells is what happens.

use super::{Answer, Assessment, Profile, Status, Table};
use crate::base::time::Timestamp;

/// What becomes of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountChange {
    /// It comes in.
    New,
    /// Something in it changes.
    Changed,
    /// It stays as it is.
    Same,
    /// It goes.
    Gone,
}

/// How a control stands: its status, and since when; none where it has no answer.
pub type StatusSince = Option<(Status, Timestamp)>;

/// What becomes of one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountPreview {
    /// Its name here; the new one where it comes in.
    pub name: String,
    /// Its new name, where that is another one.
    pub renamed: Option<String>,
    /// What becomes of it.
    pub change: AccountChange,
    /// Controls whose status changes, from what to what.
    pub statuses: Vec<(String, StatusSince, StatusSince)>,
    /// Controls that stay in their status, with another note, reason, owner, date or evidence.
    pub beside: Vec<String>,
    /// Answers that stay as they are.
    pub kept: usize,
    /// Entries of quiz, runbook and response team that come, go or change.
    pub entries: usize,
    /// Days of history that come in.
    pub days: usize,
    /// Days of history that go.
    pub days_gone: usize,
    /// How many answers it has in the end; for one that goes, how many it had.
    pub answers: usize,
}

/// What becomes of every account: those that are here in their order, then those that come in.
#[must_use]
pub fn preview(now: &Assessment, then: &Assessment) -> Vec<AccountPreview> {
    let find = |all: &Assessment, id: &str| all.profiles().find(|profile| profile.id == id).cloned();
    // A blank account is no loss and no gain.
    let mut accounts: Vec<AccountPreview> = now
        .profiles()
        .filter(|mine| !mine.is_blank() || find(then, &mine.id).is_some_and(|after| !after.is_blank()))
        .map(|mine| account(Some(mine), find(then, &mine.id).as_ref()))
        .collect();
    let is_new = |profile: &&Profile| !profile.is_blank() && find(now, &profile.id).is_none();
    accounts.extend(then.profiles().filter(is_new).map(|profile| account(None, Some(profile))));
    accounts
}

fn account(mine: Option<&Profile>, after: Option<&Profile>) -> AccountPreview {
    let blank = Profile::default();
    let (before, then) = (mine.unwrap_or(&blank), after.unwrap_or(&blank));
    let change = match (mine, after) {
        (Some(_), None) => AccountChange::Gone,
        (Some(mine), Some(after)) if mine == after => AccountChange::Same,
        (Some(mine), Some(_)) if !mine.is_blank() => AccountChange::Changed,
        (Some(_) | None, _) => AccountChange::New,
    };
    let shown = if change == AccountChange::New { &then.name } else { &before.name };
    let mut account = AccountPreview {
        name: shown.clone(),
        renamed: (change == AccountChange::Changed && then.name != before.name).then(|| then.name.clone()),
        change,
        statuses: Vec::new(),
        beside: Vec::new(),
        kept: 0,
        entries: entries(before, then),
        days: days_missing(before, then),
        days_gone: days_missing(then, before),
        answers: if change == AccountChange::Gone { before.statuses().len() } else { then.statuses().len() },
    };
    compare_answers(before, then, &mut account);
    let tells = account.renamed.is_some() || account.entries + account.days + account.days_gone > 0;
    if change == AccountChange::Changed && !tells && account.statuses.is_empty() && account.beside.is_empty() {
        account.change = AccountChange::Same;
    }
    account
}

fn compare_answers(before: &Profile, then: &Profile, account: &mut AccountPreview) {
    let mut controls: Vec<&String> = before.answers.iter().chain(&then.answers).map(|(id, _)| id).collect();
    controls.sort_unstable();
    controls.dedup();
    for control in controls {
        let (old, new) = (before.answer(control), then.answer(control));
        if before.status(control) != then.status(control) {
            account.statuses.push((control.clone(), status_since(old), status_since(new)));
        } else if old.map(content) != new.map(content) {
            account.beside.push(control.clone());
        } else {
            account.kept += 1;
        }
    }
}

fn status_since(answer: Option<&Answer>) -> StatusSince {
    let answer = answer.filter(|answer| answer.status != Status::Unanswered)?;
    Some((answer.status, answer.since()))
}

/// What an answer says, apart from when it was last touched.
fn content(answer: &Answer) -> impl PartialEq {
    let Answer { status, source, note, owner, due, reason, review_by, extra, changed_at: _, checked_at: _ } =
        answer.clone();
    ((status, source, answer.since()), (note, owner, due), (reason, review_by, extra))
}

fn entries(before: &Profile, then: &Profile) -> usize {
    let differ = |table: Table, one: &Profile, other: &Profile, count_gone_only: bool| {
        let changed = one.table(table).iter().filter(|(key, text)| match other.entry(table, key) {
            Some(other) => !count_gone_only && other != text,
            None => true,
        });
        changed.count()
    };
    Table::ALL.into_iter().map(|table| differ(table, before, then, false) + differ(table, then, before, true)).sum()
}

/// Days of `then` that `before` does not have.
fn days_missing(before: &Profile, then: &Profile) -> usize {
    then.history.iter().filter(|day| !before.history.iter().any(|other| other.date == day.date)).count()
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
        assert_eq!((accounts[0].kept, accounts[0].answers), (2, 2));
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
        assert_eq!((first.beside.as_slice(), first.kept, first.entries), (["y".to_owned()].as_slice(), 0, 1));

        let replaced = preview(&mine, &mine.imported(file, ImportMode::Replace, at(9)));
        assert_eq!(
            replaced.iter().map(|account| account.change).collect::<Vec<_>>(),
            [AccountChange::Changed, AccountChange::Gone, AccountChange::New]
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
