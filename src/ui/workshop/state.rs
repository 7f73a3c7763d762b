//! What a facilitator has in hand: the link that is being made, the participants' files, and what they come to.
//!
//! **Invariant:** in memory only. It outlives a change of language; files and counts are forgotten with the page.

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

/// The form of the link.
#[derive(Clone, Debug, Default)]
pub(crate) struct LinkForm {
    pub(crate) title: String,
    pub(crate) date: String,
    /// Ids of controls with spaces between; none before anything was chosen.
    pub(crate) chosen: Option<String>,
    /// The language that participants see first; the page's own where none was chosen.
    pub(crate) lang: Option<Locale>,
}

/// How counting goes.
#[derive(Clone, Debug)]
pub(crate) enum Counting {
    Idle,
    Running {
        done: usize,
        total: usize,
    },
    Failed,
    /// The document worker's answer to `workshop-results`.
    Ready(String),
}

/// Participants' files, and the worker that reads them.
#[derive(Debug, Default)]
pub(crate) struct Collected {
    files: Vec<File>,
    _running: Option<Running>,
}

/// Behind `?` where somebody who takes part in a workshop wants to see the facilitator's page.
const FACILITATOR: &str = "host=1";

/// The facilitator's page, also for somebody who takes part.
pub(crate) fn facilitator_page() -> String {
    Route::Workshop.href_with(FACILITATOR)
}

/// Whether `#/workshop` shows the facilitator's page; followed as far as the address goes.
pub(crate) fn is_facilitator(app: AppState) -> bool {
    let (asked, has_link) = app
        .query
        .with(|query| (query.split('&').any(|pair| pair == FACILITATOR), workshop_link::decode(query).is_some()));
    let takes_part = || app.assessment.with_untracked(|a| a.current.participation().is_some());
    app.route.with(|route| *route == Route::Workshop) && !has_link && (asked || !takes_part())
}

/// What a facilitator has in hand.
#[derive(Clone, Copy)]
pub(crate) struct WorkshopState {
    pub(super) app: AppState,
    /// What is being made.
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

    /// Takes participants' files in beside those that are there, and counts them together.
    pub(crate) fn collect(self, new: Vec<File>) {
        if new.is_empty() {
            return;
        }
        let mut files = self.collected.with_value(|collected| collected.files.clone());
        files.extend(new);
        let total = files.len();
        self.counting.set(Counting::Running { done: 0, total });
        let tell = move |news| match news {
            WorkerMessage::Progress { done, .. } => self.counting.set(Counting::Running { done, total }),
            WorkerMessage::Done(json) => self.counted(json),
            WorkerMessage::Failed => self.counting.set(Counting::Failed),
        };
        // The words of the answer are in both languages.
        let started = documents::request_document(
            self.app,
            "workshop-results",
            self.app.locale.get_untracked(),
            &files,
            |_| (),
            tell,
        );
        if started.is_none() {
            self.counting.set(Counting::Failed);
        }
        // The worker before it, if one still runs, ends here.
        self.collected.set_value(Collected { files, _running: started });
    }

    fn counted(self, json: String) {
        let people = Json::parse(&json).ok().and_then(|answer| answer.number("people"));
        let Some(people) = people else {
            return self.counting.set(Counting::Failed);
        };
        self.counting.set(Counting::Ready(json));
        dom::announce(&text::counted(people, self.app.locale.get_untracked()));
    }

    /// Forgets the participants' files and what they came to; a worker that still reads them ends.
    pub(crate) fn forget_collected(self) {
        self.collected.set_value(Collected::default());
        self.counting.set(Counting::Idle);
    }
}
