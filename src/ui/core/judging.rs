//! Judging evidence: starting and cancelling the evidence worker, and what accepting a verdict changes.

use crate::assessment::{Answer, Change, Evidence, Source, Status};
use crate::base::i18n::Text;
use crate::base::time::Timestamp;
use crate::browser::files::{self, File};
use crate::browser::worker::{self, WorkerMessage};
use crate::browser::{self, dom};
use crate::content::route::Route;
use crate::evidence::posture::Posture;
use crate::evidence::{FILE_LIMIT, Judgement, Outcome, Step, Verdict};
use crate::ui::core::judging_state::Judging;
use crate::ui::core::state::AppState;
use crate::ui::core::words::evidence as text;
use leptos::prelude::*;

/// The maximum number of files in one judgement.
const FILES_LIMIT: usize = 1_000;

/// The DOM id of the button that cancels judging.
pub(crate) const CANCEL_BUTTON: &str = "cancel-judging";

/// The change that accepting a verdict records; none if the outcome is unknown.
pub(crate) fn change_of(verdict: &Verdict) -> Option<Change> {
    match verdict.outcome {
        Outcome::Pass => settled(verdict, Status::Done),
        Outcome::Fail => settled(verdict, Status::NotDone),
        Outcome::Unknown => None,
    }
}

/// The change that records a status that the person chose, with the verdict as its evidence.
pub(crate) fn settled(verdict: &Verdict, status: Status) -> Option<Change> {
    let evidence = Evidence {
        format: verdict.source.format.id().to_owned(),
        collected_at: verdict.source.collected_at,
        summary: verdict.reasons.first()?.clone(),
        extra: Vec::new(),
    };
    Some(Change { source: Source::Evidence(evidence), ..Change::by_person(status) })
}

/// How a verdict relates to the answer in the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerdictState {
    /// There is nothing to accept.
    Open,
    /// The answer already has this status and this evidence.
    Accepted,
    /// The status is the same; the evidence is new.
    Same,
    /// The person has not decided, or the answer came from earlier evidence.
    New,
    /// The answer came from newer evidence, so the verdict is only accepted one by one.
    Older,
    /// The verdict contradicts the person's own answer, so it is only accepted one by one.
    Contradicts,
}

/// The change as it applies to an answer: a fail only adds its reason to work that is in progress.
pub(crate) fn applied_to(answer: Option<&Answer>, change: Change) -> Change {
    let is_in_progress = answer.is_some_and(|answer| answer.status == Status::InProgress);
    match (&change.source, change.status) {
        (Source::Evidence(_), Status::NotDone) if is_in_progress => Change { status: Status::InProgress, ..change },
        _ => change,
    }
}

/// Compares the change of a verdict with an answer.
pub(crate) fn verdict_state(answer: Option<&Answer>, change: Option<&Change>) -> VerdictState {
    let Some(change) = change.map(|change| applied_to(answer, change.clone())) else {
        return VerdictState::Open;
    };
    let Some(answer) = answer else {
        return VerdictState::New;
    };
    if answer.status == change.status {
        return if answer.source == change.source { VerdictState::Accepted } else { VerdictState::Same };
    }
    match (answer.status, &answer.source) {
        (_, Source::Evidence(_)) if is_older(change.source.collected_at(), answer) => VerdictState::Older,
        (Status::Unanswered | Status::Unsure | Status::InProgress, _) | (_, Source::Evidence(_)) => VerdictState::New,
        (Status::Done | Status::NotDone | Status::NotApplicable | Status::RiskAccepted, Source::Person) => {
            VerdictState::Contradicts
        }
    }
}

/// Whether evidence of this time is older than that of the answer. Without a time it counts as current.
fn is_older(collected_at: Option<Timestamp>, answer: &Answer) -> bool {
    collected_at.is_some_and(|at| at < answer.known_at())
}

impl AppState {
    /// Compares a change with the current answer. Tracked.
    pub(crate) fn verdict_state(self, control: &str, change: Option<&Change>) -> VerdictState {
        self.assessment.with(|a| verdict_state(a.current.answer(control), change))
    }

    /// Adds files, replacing those of the same name, and judges all files together.
    pub(crate) fn add_files(self, mut new: Vec<File>) {
        if new.is_empty() {
            return;
        }
        self.judging.pasted_under.set(String::new());
        // What an earlier hand-over led to must not look like the result of this one.
        self.notice.set(None);
        if self.is_of_another_profile() {
            self.discard_files();
        }
        self.judging.profile.set_value(self.assessment.with_untracked(|a| a.current.id.clone()));
        let batch = self.judging.files.with_value(|files| files.last().map_or(0, |file| file.batch + 1));
        new.iter_mut().for_each(|file| file.batch = batch);
        let files = self.judging.files.with_value(|files| {
            let is_unchanged = |file: &&File| !new.iter().any(|other| other.name == file.name);
            files.iter().filter(is_unchanged).chain(&new).cloned().collect::<Vec<_>>()
        });
        #[expect(clippy::cast_precision_loss, reason = "64 MiB is exact in a double")]
        if files.len() > FILES_LIMIT {
            self.judging.stage.set(Judging::Error(text::TOO_MANY));
        } else if new.iter().any(|file| file.blob.size() > FILE_LIMIT as f64) {
            self.judging.stage.set(Judging::Error(text::TOO_LARGE));
        } else {
            self.judging.files.set_value(files);
            self.judge();
        }
    }

    /// Adds a pasted text with the command that printed it, and judges it; false if the text is blank. `under` says where
    /// it was pasted, see `JudgingState::pasted_under`.
    pub(crate) fn add_pasted(self, name: String, pasted: &str, command: String, under: String) -> bool {
        if pasted.trim().is_empty() {
            self.judging.stage.set(Judging::Error(text::NOTHING));
            return false;
        }
        match files::pasted(name, pasted, command) {
            Ok(file) => {
                self.add_files(vec![file]);
                self.judging.pasted_under.set(under);
            }
            Err(_) => self.judging.stage.set(Judging::Error(text::FAILED)),
        }
        true
    }

    /// Discards all evidence files and verdicts. Answers are kept.
    pub(crate) fn discard_files(self) {
        self.judging.running.set_value(None);
        self.judging.files.set_value(Vec::new());
        self.judging.judged.set_value(Vec::new());
        self.judging.all_judged.set_value(None);
        self.judging.account.set(None);
        self.judging.confirmed.set_value(None);
        self.judging.judgement.set(None);
        self.judging.stage.set(Judging::Idle);
    }

    /// Whether the evidence was handed over for another profile than the current one.
    pub(crate) fn is_of_another_profile(self) -> bool {
        let current = self.assessment.with_untracked(|a| a.current.id.clone());
        self.judging.profile.with_value(|profile| !profile.is_empty() && *profile != current)
    }

    /// Records verdicts as answers, and remembers the AWS account that they are of. One undo reverts all of it.
    pub(crate) fn accept_verdicts(self, changes: Vec<(String, Change)>) {
        // Another tab may have changed the answers that decide how a verdict applies.
        self.catch_up();
        let changes = self.assessment.with_untracked(|a| {
            let applied = |(control, change): (String, Change)| {
                let change = applied_to(a.current.answer(&control), change);
                (control, change)
            };
            changes.into_iter().map(applied).collect()
        });
        self.accept(changes, self.shown_account());
    }

    /// Sends the files to the evidence worker; progress and result arrive through signals.
    fn judge(self) {
        let files = self.judging.files.get_value();
        let name =
            move |index: usize| self.judging.files.with_value(|files| files.get(index).map(|file| file.name.clone()));
        let running = move |done, step, share| Judging::Running { file: name(done).unwrap_or_default(), step, share };
        self.judging.stage.set(running(0, Step::Load, 0.0));
        let on_message = move |message| match message {
            WorkerMessage::Progress { done, step, share } => {
                let step = step.as_deref().and_then(Step::from_id).unwrap_or(Step::Load);
                self.judging.stage.set(running(done, step, share.unwrap_or_default()));
            }
            WorkerMessage::Done(json) => match Judgement::from_json(&json) {
                Some(judgement) => self.done(judgement),
                None => self.stop_judging(text::FAILED),
            },
            WorkerMessage::Failed => self.stop_judging(text::FAILED),
        };
        match worker::judge(&files, browser::unix_seconds(), on_message) {
            // Replacing the handle stops a previous worker that is still running.
            Ok(running) => self.judging.running.set_value(Some(running)),
            Err(_) => self.stop_judging(text::FAILED),
        }
    }

    fn done(self, judgement: Judgement) {
        self.judging.judged.set_value(self.judging.files.get_value());
        self.judging.all_judged.set_value(Some(judgement));
        self.show_judgement();
        move_focus_from_cancel();
        self.judging.stage.set(Judging::Done);
        // The result stands below what was pressed or dropped on.
        if !dom::is_typing() {
            let is_list = self.route.with_untracked(|route| *route == Route::Evidence);
            let heading = if is_list { "#result h2" } else { ".pasted-result h2" };
            show_rendered(heading);
        }
    }

    /// Keeps the last judgement and discards the files that were being added.
    fn stop_judging(self, reason: Text) {
        self.judging.files.set_value(self.judging.judged.get_value());
        move_focus_from_cancel();
        self.judging.stage.set(Judging::Error(reason));
    }

    /// The posture from the imported Security Hub findings; none without any. Tracked.
    pub(crate) fn posture(self) -> Option<Posture> {
        self.judging.judgement.with(|judgement| judgement.as_ref()?.postures.first().cloned())
    }

    /// Cancels judging and stops the worker.
    pub(crate) fn cancel_judging(self) {
        self.judging.running.set_value(None);
        self.stop_judging(text::CANCELLED);
    }
}

/// Scrolls to a heading and focuses it once it is rendered.
pub(crate) fn show_rendered(heading: &'static str) {
    request_animation_frame(move || dom::jump_to(heading));
}

/// Moves the focus away from the cancel button, which disappears: to the file input, or to the heading on a page
/// without one.
fn move_focus_from_cancel() {
    if dom::has_focus(&["#", CANCEL_BUTTON].concat()) {
        dom::focus("#main h1");
        dom::focus("#drop .drop input");
    }
}
