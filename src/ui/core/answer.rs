//! A reactive view of the answer to one control.

use crate::assessment::{Answer, Status};
use crate::browser::effects::text_memo;
use crate::ui::core::state::AppState;
use leptos::prelude::*;

/// A reactive view of the answer to one control. A change to another control does not trigger a re-render.
#[derive(Clone, Copy)]
pub(crate) struct AnswerSignal {
    app: AppState,
    control: &'static str,
    stamp: Memo<String>,
}

impl AnswerSignal {
    pub(crate) fn new(app: AppState, control: &'static str) -> AnswerSignal {
        let stamp = text_memo(move || {
            app.assessment.with(|a| {
                // Every change sets a later `changed_at`, so the stamp changes with the answer.
                let stamp = |answer: &Answer| [&answer.changed_at.to_string(), answer.status.id()].concat();
                a.current.id.clone() + &a.current.answer(control).map(stamp).unwrap_or_default()
            })
        });
        AnswerSignal { app, control, stamp }
    }

    pub(crate) fn with<R>(self, read: impl FnOnce(Option<&Answer>) -> R) -> R {
        // Reading the memo subscribes the caller; the answer itself is read untracked.
        self.stamp.with(|_| ());
        self.app.assessment.with_untracked(|a| read(a.current.answer(self.control)))
    }

    pub(crate) fn status(self) -> Status {
        self.with(|answer| answer.map_or(Status::Unanswered, |answer| answer.status))
    }
}

impl AppState {
    /// A reactive view of the answer to a control.
    pub(crate) fn answer(self, control: &'static str) -> AnswerSignal {
        AnswerSignal::new(self, control)
    }
}
