//! Records what the person decides, saves it, says so, and takes the last change back.

use super::milestones;
use super::notice::{Notice, Undo};
use super::state::AppState;
use super::words::shell;
use crate::assessment::{Answer, Change, Profile, Refusal, Status, Table};
use crate::browser::dom;
use leptos::prelude::*;
use std::sync::Arc;

/// Answers by control, as they stood.
type Answers = Vec<(String, Option<Answer>)>;

/// Puts answers back as they were, in the account that is in front now, whichever is by then.
fn answers_back(app: AppState, answers: Answers) -> Undo {
    in_account_in_front(app, move |profile| {
        let now = app.now();
        for (control, before) in &answers {
            profile.restore(control, before.clone(), now);
        }
    })
}

/// Undoes something in the account that is in front now. By then another one may be, or it may be gone: another tab
/// can delete it.
fn in_account_in_front(app: AppState, undo: impl Fn(&mut Profile) + Send + Sync + 'static) -> Undo {
    let id = app.assessment.with_untracked(|a| a.current.id.clone());
    Arc::new(move || app.assessment.update(|a| a.profile_mut(&id).map(&undo).unwrap_or_default()))
}

impl AppState {
    /// Records a status, saves, and says so.
    pub(crate) fn record(self, control: &'static str, change: Change) -> Result<(), Refusal> {
        self.record_all(&[control], change)
    }

    /// Records the same status for several controls, all of them undone together.
    pub(crate) fn record_all(self, controls: &[&'static str], change: Change) -> Result<(), Refusal> {
        let status = change.status;
        self.catch_up();
        let stood = self.assessment.with_untracked(|a| milestones::of(&a.current));
        let before = self.apply(controls.iter().map(|control| ((*control).to_owned(), change.clone())))?;
        let locale = self.locale.get_untracked();
        let score = untrack(|| self.score()).value;
        let mut words = match controls {
            [_] => shell::recorded(status.title(), score, locale),
            _ => shell::recorded_many(controls.len(), status.title(), score, locale),
        };
        let reached = self.assessment.with_untracked(|a| milestones::reached(&stood, &a.current, locale));
        words.push_str(&reached);
        dom::announce(&words);
        // A first answer takes nothing away; everything else can be undone.
        let is_news = |(_, answer): &(String, Option<Answer>)| {
            answer.as_ref().is_some_and(|answer| answer.status != Status::Unanswered)
        };
        let is_told = before.iter().any(is_news) || before.len() > 1 || !reached.is_empty();
        if is_told || self.notice.with_untracked(Option::is_some) {
            self.notice.set(is_told.then_some(Notice { words, undo: answers_back(self, before) }));
        }
        Ok(())
    }

    /// Records changes and saves; how the answers stood before.
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

    /// Puts a text into a table and saves; blank removes it.
    pub(crate) fn record_entry(self, table: Table, key: &str, text: &str) -> Result<(), Refusal> {
        self.catch_up();
        let result = self.assessment.update(|a| a.current.record_entry(table, key, text));
        self.save();
        result
    }

    /// Empties tables, with a way back.
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
        let undo = in_account_in_front(self, move |profile| {
            for (table, entries) in &before {
                *profile.table_mut(*table) = entries.clone();
            }
        });
        self.notice.set(Some(Notice { words, undo }));
    }

    /// Accepts verdicts into the checklist, all of them undone together.
    pub(crate) fn accept(self, changes: Vec<(String, Change)>) {
        // Pass and fail need no reason, so nothing can be refused.
        let undo = self.apply(changes.into_iter()).unwrap_or_default();
        let words = shell::accepted(undo.len(), untrack(|| self.score()).value, self.locale.get_untracked());
        dom::announce(&words);
        self.notice.set(Some(Notice { words, undo: answers_back(self, undo) }));
    }

    /// Takes the last change back.
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
