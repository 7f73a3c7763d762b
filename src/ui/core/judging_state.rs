//! The imported evidence and its judgement; shared because more than one feature shows it.

use crate::base::i18n::Text;
use crate::browser::files::File;
use crate::browser::worker::Running;
use crate::evidence::{Judgement, Step};
use crate::ui::kit::state::StateSignal;
use leptos::prelude::{LocalStorage, StoredValue};

/// The stage of judging; the last result is in `JudgingState::judgement`.
#[derive(Clone, Debug)]
pub(crate) enum Judging {
    Idle,
    Running {
        /// The name of the file being read; empty after the last one.
        file: String,
        step: Step,
        /// The share of all bytes that is done, 0 to 1.
        share: f64,
    },
    Error(Text),
    Done,
}

/// The whole state, in memory only.
#[derive(Clone, Copy)]
pub(crate) struct JudgingState {
    pub(crate) stage: StateSignal<Judging>,
    /// The judgement that is shown; kept while more is judged, and when that is cancelled.
    pub(crate) judgement: StateSignal<Option<Judgement>>,
    /// The judgement of all accounts in the evidence.
    pub(crate) all_judged: StoredValue<Option<Judgement>, LocalStorage>,
    /// The chosen account; `Some(None)` chooses evidence that names no account.
    pub(crate) account: StateSignal<Option<Option<String>>>,
    /// The control and command under which the last output was pasted; empty after any other hand-over.
    pub(crate) pasted_under: StateSignal<String>,
    /// The id of the profile that the files were handed over for.
    pub(crate) profile: StoredValue<String>,
    /// The AWS account, masked, that the person wants to judge for this profile although it looks like another's.
    pub(crate) confirmed: StoredValue<Option<String>>,
    /// All files so far; they are judged together.
    pub(crate) files: StoredValue<Vec<File>, LocalStorage>,
    /// The files that `judgement` covers.
    pub(crate) judged: StoredValue<Vec<File>, LocalStorage>,
    /// The worker of `Judging::Running`.
    pub(crate) running: StoredValue<Option<Running>, LocalStorage>,
}

impl JudgingState {
    pub(super) fn new() -> JudgingState {
        JudgingState {
            stage: StateSignal::new(Judging::Idle),
            judgement: StateSignal::new(None),
            all_judged: StoredValue::new_local(None),
            account: StateSignal::new(None),
            pasted_under: StateSignal::new(String::new()),
            profile: StoredValue::new(String::new()),
            confirmed: StoredValue::new(None),
            files: StoredValue::new_local(Vec::new()),
            judged: StoredValue::new_local(Vec::new()),
            running: StoredValue::new_local(None),
        }
    }
}
