//! Judging, seen from the page: starting it, ending it, and what a verdict would change.

use crate::assessment::{Change, Evidence, Source, Status};
use crate::browser;
use crate::browser::files::File;
use crate::browser::worker::{self, News};
use crate::evidence::{FILE_LIMIT, Judgement, Outcome, Verdict};
use crate::ui::state::{AppState, Judging};
use crate::ui::text::evidence as text;
use leptos::prelude::*;

/// How many files one judgement takes.
const FILES_LIMIT: usize = 1_000;

/// What accepting a verdict records; none when it cannot tell.
pub(crate) fn change_of(verdict: &Verdict) -> Option<Change> {
    let status = match verdict.outcome {
        Outcome::Pass => Status::Done,
        Outcome::Fail => Status::NotDone,
        Outcome::Unknown => return None,
    };
    let evidence = Evidence {
        format: verdict.source.format.id().to_owned(),
        collected_at: verdict.source.collected_at,
        summary: verdict.reasons.first()?.clone(),
        extra: Vec::new(),
    };
    Some(Change { source: Source::Evidence(evidence), ..Change::by_person(status) })
}

/// Whether the checklist already says what this change says; followed.
pub(crate) fn is_accepted(app: AppState, control: &str, change: &Change) -> bool {
    app.assessment.with(|a| {
        let answer = a.current.answer(control);
        answer.is_some_and(|answer| answer.status == change.status && answer.source == change.source)
    })
}

impl AppState {
    /// Hands files to the judge worker; news comes in by signal.
    pub(crate) fn judge(self, files: Vec<File>) {
        let trouble = |text| self.judging.set(Judging::Trouble(text));
        let total = files.len();
        if total == 0 {
            return;
        }
        if total > FILES_LIMIT {
            return trouble(text::TOO_MANY);
        }
        #[expect(clippy::cast_precision_loss, reason = "64 MiB is exact in a double")]
        if files.iter().any(|(_, blob)| blob.size() > FILE_LIMIT as f64) {
            return trouble(text::TOO_LARGE);
        }
        self.judging.set(Judging::Running { done: 0, total });
        let tell = move |news| {
            self.judging.set(match news {
                News::Progress(done) => Judging::Running { done, total },
                News::Done(json) => Judgement::from_json(&json).map_or(Judging::Trouble(text::FAILED), Judging::Ready),
                News::Failed => Judging::Trouble(text::FAILED),
            });
        };
        match worker::start(&files, browser::unix_seconds(), tell) {
            // The worker before it, if one still runs, ends here.
            Ok(running) => self.running.set_value(Some(running)),
            Err(_) => trouble(text::FAILED),
        }
    }

    /// Ends the worker in the middle of its work.
    pub(crate) fn cancel_judging(self) {
        self.running.set_value(None);
        self.judging.set(Judging::Trouble(text::CANCELLED));
    }
}
