//! The facilitator's state: the link form, the participants' files, and their results.
//!
//! **Invariant:** in memory only. It survives a change of language; files and counts are discarded when the page is
//! left.

use crate::assessment::workshop_link;
use crate::base::i18n::Locale;
use crate::base::json::Json;
use crate::browser::dom;
use crate::browser::files::File;
use crate::browser::worker::{Running, WorkerMessage};
use crate::content::route::Route;
use crate::ui::core::documents;
use crate::ui::core::state::AppState;
use crate::ui::kit::state::StateSignal;
use crate::ui::workshop::results_words as text;
use leptos::prelude::*;

/// The link form.
#[derive(Clone, Debug, Default)]
pub(crate) struct LinkForm {
    pub(crate) title: String,
    pub(crate) date: String,
    /// Control ids, separated by spaces; none before a choice.
    pub(crate) chosen: Option<String>,
    /// The language that participants see first; the page's own before a choice.
    pub(crate) lang: Option<Locale>,
}

/// The stage of counting.
#[derive(Clone, Debug)]
pub(crate) enum Counting {
    Idle,
    Running {
        done: usize,
        total: usize,
    },
    Failed,
    /// The document worker's response to `workshop-results`.
    Ready(String),
}

/// Participants' files, and the worker that reads them.
#[derive(Debug, Default)]
pub(crate) struct Collected {
    files: Vec<File>,
    _running: Option<Running>,
}

/// The query in the address that shows the facilitator's page to a participant.
const FACILITATOR: &str = "host=1";

/// The address of the facilitator's page, which a participant can open too.
pub(crate) fn facilitator_page() -> String {
    Route::Workshop.href_with(FACILITATOR)
}

/// Whether `#/workshop` shows the facilitator's page. Tracks the address only, not the answers.
pub(crate) fn is_facilitator(app: AppState) -> bool {
    let (is_requested, has_link) = app
        .query
        .with(|query| (query.split('&').any(|pair| pair == FACILITATOR), workshop_link::decode(query).is_some()));
    let takes_part = || app.assessment.with_untracked(|a| a.current.participation().is_some());
    app.route.with(|route| *route == Route::Workshop) && !has_link && (is_requested || !takes_part())
}

/// The facilitator's state.
#[derive(Clone, Copy)]
pub(crate) struct WorkshopState {
    pub(super) app: AppState,
    /// The values of the link form.
    pub(super) form: StateSignal<LinkForm>,
    pub(super) counting: StateSignal<Counting>,
    /// Participants' files.
    collected: StoredValue<Collected, LocalStorage>,
}

impl WorkshopState {
    pub(crate) fn new(app: AppState) -> WorkshopState {
        WorkshopState {
            app,
            form: StateSignal::new(LinkForm::default()),
            counting: StateSignal::new(Counting::Idle),
            collected: StoredValue::new_local(Collected::default()),
        }
    }

    /// Adds participants' files, and counts all of them together.
    pub(crate) fn collect(self, new: Vec<File>) {
        if new.is_empty() {
            return;
        }
        let mut files = self.collected.with_value(|collected| collected.files.clone());
        files.extend(new);
        let total = files.len();
        self.counting.set(Counting::Running { done: 0, total });
        let on_message = move |message| match message {
            WorkerMessage::Progress { done, .. } => self.counting.set(Counting::Running { done, total }),
            WorkerMessage::Done(json) => self.show_results(json),
            WorkerMessage::Failed => self.counting.set(Counting::Failed),
        };
        // The texts of the response are in both languages.
        let started = documents::request_document(
            self.app,
            "workshop-results",
            self.app.locale.get_untracked(),
            &files,
            |_| (),
            on_message,
        );
        if started.is_none() {
            self.counting.set(Counting::Failed);
        }
        // Replacing the handle stops a previous worker that is still running.
        self.collected.set_value(Collected { files, _running: started });
    }

    fn show_results(self, json: String) {
        let people = Json::parse(&json).ok().and_then(|response| response.number("people"));
        let Some(people) = people else {
            return self.counting.set(Counting::Failed);
        };
        self.counting.set(Counting::Ready(json));
        dom::announce(&text::counted(people, self.app.locale.get_untracked()));
    }

    /// Discards the participants' files and results, and stops a worker that is still reading.
    pub(crate) fn forget_collected(self) {
        self.collected.set_value(Collected::default());
        self.counting.set(Counting::Idle);
    }
}
