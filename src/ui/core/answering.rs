//! Records, saves and announces answers, and undoes the last change.

use super::milestones;
use super::notice::{Notice, Undo};
use super::state::AppState;
use super::words::shell;
use crate::assessment::{Answer, Change, Profile, Refusal, Status, Table};
use crate::browser::dom;
use crate::content::catalogue;
use crate::content::route::Route;
use leptos::prelude::*;
use std::sync::Arc;

/// Control ids, each with its answer before a change.
type Answers = Vec<(String, Option<Answer>)>;

/// Returns an undo that restores answers in the account that is current now, even if another is current by then.
fn undo_answers(app: AppState, answers: Answers) -> Undo {
    undo_in_current_account(app, move |profile| {
        let now = app.now();
        for (control, before) in &answers {
            profile.restore(control, before.clone(), now);
        }
    })
}

/// Returns an undo for the account that is current now. When it runs, another account may be current, or another tab
/// may have deleted this one.
fn undo_in_current_account(app: AppState, undo: impl Fn(&mut Profile) + Send + Sync + 'static) -> Undo {
    let id = app.assessment.with_untracked(|a| a.current.id.clone());
    Arc::new(move || app.assessment.update(|a| a.profile_mut(&id).map(&undo).unwrap_or_default()))
}

impl AppState {
    /// Records a status, saves and announces it.
    pub(crate) fn record(self, control: &'static str, change: Change) -> Result<(), Refusal> {
        self.record_all(&[control], change)
    }

    /// Records the same status for several controls; one undo reverts all of them.
    pub(crate) fn record_all(self, controls: &[&'static str], change: Change) -> Result<(), Refusal> {
        let status = change.status;
        self.catch_up();
        let milestones_before = self.assessment.with_untracked(|a| milestones::of(&a.current));
        let before = self.apply(controls.iter().map(|control| ((*control).to_owned(), change.clone())))?;
        for control in controls {
            self.open_steps(control, status == Status::Unsure);
        }
        let locale = self.locale.get_untracked();
        let score = untrack(|| self.score()).value;
        let mut words = match controls {
            [control] => {
                let is_mandatory = catalogue::find(control).is_none_or(|control| control.mandatory);
                shell::recorded(status.title(), is_mandatory, score, locale)
            }
            _ => shell::recorded_many(controls.len(), status.title(), score, locale),
        };
        let reached = self.assessment.with_untracked(|a| milestones::reached(&milestones_before, &a.current, locale));
        words.push_str(&reached);
        dom::announce(&words);
        // A single first answer overwrites nothing, so it gets no undo unless it reached a milestone.
        let was_answered = |(_, answer): &(String, Option<Answer>)| {
            answer.as_ref().is_some_and(|answer| answer.status != Status::Unanswered)
        };
        let has_notice = before.iter().any(was_answered) || before.len() > 1 || !reached.is_empty();
        if has_notice || self.notice.with_untracked(Option::is_some) {
            self.notice.set(has_notice.then_some(Notice { words, undo: undo_answers(self, before) }));
        }
        Ok(())
    }

    /// Opens the steps for checking in the checklist after "I don't know", and closes them after any other answer.
    fn open_steps(self, control: &'static str, is_unsure: bool) {
        let is_open = self.opened.with_untracked(|opened| opened.contains(&control));
        if is_open && !is_unsure {
            self.opened.update(|opened| opened.retain(|id| *id != control));
        } else if !is_open && is_unsure && self.route.with_untracked(|route| *route == Route::Checklist) {
            self.opened.update(|opened| opened.push(control));
        }
    }

    /// Records changes, saves, and returns the answers as they were before.
    fn apply(self, changes: impl Iterator<Item = (String, Change)>) -> Result<Answers, Refusal> {
        self.catch_up();
        let now = self.now();
        let before = self.assessment.update(|a| {
            let mut before = Vec::new();
            for (control, change) in changes {
                let earlier = a.current.answer(&control).cloned();
                a.current.record(&control, change, now)?;
                before.push((control, earlier));
            }
            Ok(before)
        })?;
        self.save();
        Ok(before)
    }

    /// Sets a table entry and saves; a blank text removes the entry.
    pub(crate) fn record_entry(self, table: Table, key: &str, text: &str) -> Result<(), Refusal> {
        self.catch_up();
        let result = self.assessment.update(|a| a.current.record_entry(table, key, text));
        self.save();
        result
    }

    /// Removes a table entry; the notice offers an undo.
    pub(crate) fn clear_entry(self, table: Table, key: &str, words: String) {
        self.catch_up();
        let (key, before) = (key.to_owned(), untrack(|| self.entry(table, key)));
        // Neither an empty text nor one that was stored before is refused.
        let _ = self.record_entry(table, &key, "");
        dom::announce(&words);
        let undo = undo_in_current_account(self, move |profile| {
            let _ = profile.record_entry(table, &key, &before);
        });
        self.notice.set(Some(Notice { words, undo }));
    }

    /// Empties tables; the notice offers an undo.
    pub(crate) fn clear_tables(self, tables: &[Table], words: String) {
        self.catch_up();
        let mut before = Vec::new();
        self.assessment.update(|a| {
            for &table in tables {
                before.push((table, std::mem::take(a.current.table_mut(table))));
            }
        });
        self.save();
        dom::announce(&words);
        let undo = undo_in_current_account(self, move |profile| {
            for (table, entries) in &before {
                *profile.table_mut(*table) = entries.clone();
            }
        });
        self.notice.set(Some(Notice { words, undo }));
    }

    /// Records accepted verdicts as answers, and the AWS account that they are of if it is known; one undo reverts all
    /// of it.
    pub(super) fn accept(self, changes: Vec<(String, Change)>, account: Option<String>) {
        self.catch_up();
        let account_before = self.assessment.with_untracked(|a| a.current.account().map(str::to_owned));
        if account.is_some() {
            self.assessment.update(|a| a.current.set_account(account.as_deref()));
        }
        // Pass and fail need no reason, so nothing can be refused.
        let before = self.apply(changes.into_iter()).unwrap_or_default();
        let words = shell::accepted(before.len(), untrack(|| self.score()).value, self.locale.get_untracked());
        dom::announce(&words);
        let undo_answers = undo_answers(self, before);
        let undo_account = undo_in_current_account(self, move |profile| profile.set_account(account_before.as_deref()));
        let undo: Undo = Arc::new(move || {
            undo_answers();
            undo_account();
        });
        self.notice.set(Some(Notice { words, undo }));
    }

    /// Records that the person has seen what changed in the catalogue.
    pub(crate) fn see_catalogue(self) {
        self.catch_up();
        self.assessment.update(|a| a.current.see_catalogue());
        self.save();
    }

    /// Undoes the last change.
    pub(crate) fn undo(self) {
        let Some(notice) = self.notice.get_untracked() else {
            return;
        };
        self.catch_up_all();
        (notice.undo)();
        self.save_all();
        self.notice.set(None);
        dom::announce(shell::UNDONE.get(self.locale.get_untracked()));
    }
}
