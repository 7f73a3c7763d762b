//! The answer to one control, followed.

use crate::assessment::{Answer, Status};
use crate::browser::effects::text_memo;
use crate::ui::core::state::AppState;
use leptos::prelude::*;

/// The answer to one control, followed: nothing is drawn anew because another control was answered.
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
                // Every change of an answer dates it later than it was.
                let stamp = |answer: &Answer| [&answer.changed_at.to_string(), answer.status.id()].concat();
                a.current.id.clone() + &a.current.answer(control).map(stamp).unwrap_or_default()
            })
        });
        AnswerSignal { app, control, stamp }
    }

    pub(crate) fn with<R>(self, look: impl FnOnce(Option<&Answer>) -> R) -> R {
        // A memo that nobody reads never follows anything.
        self.stamp.with(|_| ());
        self.app.assessment.with_untracked(|a| look(a.current.answer(self.control)))
    }

    pub(crate) fn status(self) -> Status {
        self.with(|answer| answer.map_or(Status::Unanswered, |answer| answer.status))
    }
}

impl AppState {
    /// The answer to a control, followed.
    pub(crate) fn answer(self, control: &'static str) -> AnswerSignal {
        AnswerSignal::new(self, control)
    }
}
