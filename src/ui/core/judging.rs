//! Judging, seen from the page: starting it, ending it, and what a verdict would change.

use crate::assessment::{Answer, Change, Evidence, Source, Status};
use crate::base::i18n::Text;
use crate::browser::files::{self, File};
use crate::browser::worker::{self, WorkerMessage};
use crate::browser::{self, dom};
use crate::evidence::posture::Posture;
use crate::evidence::{FILE_LIMIT, Judgement, Outcome, Step, Verdict};
use crate::ui::core::judging_state::Judging;
use crate::ui::core::state::AppState;
use crate::ui::core::words::evidence as text;
use leptos::prelude::*;

/// How many files one judgement takes.
const FILES_LIMIT: usize = 1_000;

/// The id of the button that ends it.
pub(crate) const CANCEL_BUTTON: &str = "cancel-judging";

/// What accepting a verdict records; none when it cannot tell.
pub(crate) fn change_of(verdict: &Verdict) -> Option<Change> {
    match verdict.outcome {
        Outcome::Pass => settled(verdict, Status::Done),
        Outcome::Fail => settled(verdict, Status::NotDone),
        Outcome::Unknown => None,
    }
}

/// What is recorded when the person settles what the evidence leaves open.
pub(crate) fn settled(verdict: &Verdict, status: Status) -> Option<Change> {
    let evidence = Evidence {
        format: verdict.source.format.id().to_owned(),
        collected_at: verdict.source.collected_at,
        summary: verdict.reasons.first()?.clone(),
        extra: Vec::new(),
    };
    Some(Change { source: Source::Evidence(evidence), ..Change::by_person(status) })
}

/// How a verdict stands to the answer in the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerdictState {
    /// There is nothing to accept.
    Open,
    /// It says what the checklist says, in the very same words.
    Accepted,
    /// The status stays; the evidence is new.
    Same,
    /// The person has not decided yet, or earlier evidence did.
    New,
    /// The person said something else: only the person settles it.
    Against,
}

/// How a verdict stands to an answer.
pub(crate) fn verdict_state(answer: Option<&Answer>, change: Option<&Change>) -> VerdictState {
    let Some(change) = change else {
        return VerdictState::Open;
    };
    let Some(answer) = answer else {
        return VerdictState::New;
    };
    if answer.status == change.status {
        return if answer.source == change.source { VerdictState::Accepted } else { VerdictState::Same };
    }
    match (answer.status, &answer.source) {
        (Status::Unanswered | Status::Unsure | Status::InProgress, _) | (_, Source::Evidence(_)) => VerdictState::New,
        (Status::Done | Status::NotDone | Status::NotApplicable | Status::RiskAccepted, Source::Person) => {
            VerdictState::Against
        }
    }
}

impl AppState {
    /// How a change stands to the checklist; followed.
    pub(crate) fn verdict_state(self, control: &str, change: Option<&Change>) -> VerdictState {
        self.assessment.with(|a| verdict_state(a.current.answer(control), change))
    }

    /// Takes files in beside those that are there (one of the same name is replaced), and judges them together.
    pub(crate) fn take_in(self, mut new: Vec<File>) {
        if new.is_empty() {
            return;
        }
        let batch = self.judging.files.with_value(|files| files.last().map_or(0, |file| file.batch + 1));
        new.iter_mut().for_each(|file| file.batch = batch);
        let files = self.judging.files.with_value(|files| {
            let is_old = |file: &&File| !new.iter().any(|other| other.name == file.name);
            files.iter().filter(is_old).chain(&new).cloned().collect::<Vec<_>>()
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

    /// Takes in a pasted text and the line that printed it; false where there is none.
    pub(crate) fn take_in_pasted(self, name: String, pasted: &str, command: String) -> bool {
        if pasted.trim().is_empty() {
            self.judging.stage.set(Judging::Error(text::NOTHING));
            return false;
        }
        match files::pasted(name, pasted, command) {
            Ok(file) => self.take_in(vec![file]),
            Err(_) => self.judging.stage.set(Judging::Error(text::FAILED)),
        }
        true
    }

    /// Forgets everything that was handed over. Answers stay.
    pub(crate) fn forget_files(self) {
        self.judging.running.set_value(None);
        self.judging.files.set_value(Vec::new());
        self.judging.judged.set_value(Vec::new());
        self.judging.all_judged.set_value(None);
        self.judging.account.set(None);
        self.judging.judgement.set(None);
        self.judging.stage.set(Judging::Idle);
    }

    /// Hands the files to the judge worker; news comes in by signal.
    fn judge(self) {
        let files = self.judging.files.get_value();
        let name =
            move |index: usize| self.judging.files.with_value(|files| files.get(index).map(|file| file.name.clone()));
        let running = move |done, step, share| Judging::Running { file: name(done).unwrap_or_default(), step, share };
        self.judging.stage.set(running(0, Step::Load, 0.0));
        let tell = move |news| match news {
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
        match worker::judge(&files, browser::unix_seconds(), tell) {
            // The worker before it, if one still runs, ends here.
            Ok(running) => self.judging.running.set_value(Some(running)),
            Err(_) => self.stop_judging(text::FAILED),
        }
    }

    fn done(self, judgement: Judgement) {
        self.judging.judged.set_value(self.judging.files.get_value());
        self.judging.all_judged.set_value(Some(judgement));
        self.show_judgement();
        leave_button();
        self.judging.stage.set(Judging::Done);
    }

    /// What was judged before stays, and what was to be added is forgotten.
    fn stop_judging(self, why: Text) {
        self.judging.files.set_value(self.judging.judged.get_value());
        leave_button();
        self.judging.stage.set(Judging::Error(why));
    }

    /// What the findings of Security Hub say that were handed over; followed.
    pub(crate) fn posture(self) -> Option<Posture> {
        self.judging.judgement.with(|judgement| judgement.as_ref()?.postures.first().cloned())
    }

    /// Ends the worker in the middle of its work.
    pub(crate) fn cancel_judging(self) {
        self.judging.running.set_value(None);
        self.stop_judging(text::CANCELLED);
    }
}

/// The button goes with what it was for: the focus goes to where files are chosen, or to the top of a page that has no
/// such place.
fn leave_button() {
    if dom::has_focus(&["#", CANCEL_BUTTON].concat()) {
        dom::focus("#main h1");
        dom::focus("#drop .drop input");
    }
}
