//! Evidence that was handed over, and what came of it. More than one feature shows it.

use crate::base::i18n::Text;
use crate::browser::files::File;
use crate::browser::worker::Running;
use crate::evidence::{Judgement, Step};
use crate::ui::kit::state::StateSignal;
use leptos::prelude::{LocalStorage, StoredValue};

/// Where judging stands; what came of the last time is `JudgingState::judgement`.
#[derive(Clone, Debug)]
pub(crate) enum Judging {
    Idle,
    Running {
        /// The name of the file that is being read; empty behind the last one.
        file: String,
        step: Step,
        /// The share of all bytes, 0 to 1.
        share: f64,
    },
    Error(Text),
    Done,
}

/// All of it: in memory only.
#[derive(Clone, Copy)]
pub(crate) struct JudgingState {
    pub(crate) stage: StateSignal<Judging>,
    /// What was judged last: it stays while more is judged, and when that is cancelled.
    pub(crate) judgement: StateSignal<Option<Judgement>>,
    /// The same of all accounts that there is evidence of, and the one that was chosen.
    pub(crate) all_judged: StoredValue<Option<Judgement>, LocalStorage>,
    pub(crate) account: StateSignal<Option<Option<String>>>,
    /// What was handed over so far: judged together.
    pub(crate) files: StoredValue<Vec<File>, LocalStorage>,
    /// Those of them that `judgement` is about.
    pub(crate) judged: StoredValue<Vec<File>, LocalStorage>,
    /// The worker behind `Judging::Running`.
    pub(crate) running: StoredValue<Option<Running>, LocalStorage>,
}

impl JudgingState {
    pub(super) fn new() -> JudgingState {
        JudgingState {
            stage: StateSignal::new(Judging::Idle),
            judgement: StateSignal::new(None),
            all_judged: StoredValue::new_local(None),
            account: StateSignal::new(None),
            files: StoredValue::new_local(Vec::new()),
            judged: StoredValue::new_local(Vec::new()),
            running: StoredValue::new_local(None),
        }
    }
}
