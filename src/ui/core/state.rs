//! The state that all features share: a small `Copy` value of signals, passed to every page and component.
//!
//! State of a single feature belongs to that feature.

use super::backup::{self, Backup};
use super::clock::now;
use super::judging_state::JudgingState;
use super::local_storage::{LoadStored, SaveState};
use super::notice::Notice;
use super::placeholder_values;
use super::settings::Settings;
use super::topic_files::TopicFiles;
use crate::assessment::filter::Filter;
use crate::assessment::saving::{StorageSession, UNREADABLE_PREFIX};
use crate::assessment::score::{self, Score};
use crate::assessment::{Assessment, Table};
use crate::base::time::{Date, Timestamp};
use crate::browser::handover::HandOver;
use crate::browser::offline::{self, OfflineState};
use crate::browser::{self, dom, storage};
use crate::content::catalogue;
use crate::content::commands::PlaceholderValues;
use crate::content::route::Route;
use crate::content::topics::Topic;
use crate::ui::kit::state::{LocaleSignal, Shared, StateSignal};

/// The selector of the element that gets the focus after navigation.
pub(crate) const HEADING: &str = "#main h1";

/// Returns the topics that a page needs.
pub(crate) type NeededTopics = fn(AppState, &Route) -> &'static [Topic];

/// The state that all pages and components share.
#[derive(Clone, Copy)]
pub(crate) struct AppState {
    pub(crate) needed_topics: NeededTopics,
    pub(crate) load: LoadStored,
    /// Whether the whole app could not be loaded.
    pub(crate) has_failed: StateSignal<bool>,
    pub(crate) route: StateSignal<Route>,
    pub(crate) settings: StateSignal<Settings>,
    pub(crate) locale: LocaleSignal,
    pub(crate) assessment: StateSignal<Assessment>,
    /// Notifies when the app starts again from storage.
    pub(crate) restarts: StateSignal<()>,
    pub(crate) save_state: StateSignal<SaveState>,
    pub(crate) backup: StateSignal<Backup>,
    /// Whether the page works without a network, and whether a newer version is available.
    pub(crate) offline: StateSignal<OfflineState>,
    /// What this tab has read from and written to storage.
    pub(crate) session: Shared<StorageSession>,
    /// Whether `boot.js` holds answers that storage does not.
    pub(crate) has_handed_over: Shared<bool>,
    pub(crate) notice: StateSignal<Option<Notice>>,
    pub(crate) topic_files: StateSignal<TopicFiles>,
    /// The selector of the element that gets the focus on the next page.
    pub(crate) focus_target: StateSignal<&'static str>,
    /// The filter of the checklist, which is also in the address.
    pub(crate) filter: StateSignal<Filter>,
    /// The part of the address after `?`.
    pub(crate) query: StateSignal<String>,
    /// The controls whose steps are open in the checklist.
    pub(crate) opened: StateSignal<Vec<&'static str>>,
    pub(crate) placeholder_values: StateSignal<PlaceholderValues>,
    /// The imported evidence and its judgement.
    pub(crate) judging: JudgingState,
}

impl AppState {
    /// Reads settings, address and stored answers.
    pub(crate) fn start(needed_topics: NeededTopics, load: LoadStored, hand_over: &HandOver) -> AppState {
        let settings =
            if hand_over.settings.is_empty() { Settings::load() } else { Settings::read(&hand_over.settings) };
        let settings = StateSignal::new(settings);
        let (session, assessment) = load(hand_over);
        let save_state = SaveState { problem: session.problem(), aside: storage::keys(UNREADABLE_PREFIX) };
        let app = AppState {
            needed_topics,
            load,
            has_failed: StateSignal::new(false),
            route: StateSignal::new(Route::Home),
            settings,
            locale: LocaleSignal::new(move || settings.with(|settings| settings.locale)),
            assessment: StateSignal::new(assessment),
            restarts: StateSignal::new(()),
            save_state: StateSignal::new(save_state),
            backup: StateSignal::new(backup::load()),
            offline: StateSignal::new(offline::state()),
            session: Shared::new(session),
            has_handed_over: Shared::new(false),
            notice: StateSignal::new(None),
            topic_files: StateSignal::new(TopicFiles::new()),
            focus_target: StateSignal::new(HEADING),
            filter: StateSignal::new(Filter::default()),
            query: StateSignal::new(String::new()),
            opened: StateSignal::new(Vec::new()),
            placeholder_values: StateSignal::new(placeholder_values::remembered()),
            judging: JudgingState::new(),
        };
        app.follow_address();
        app
    }

    /// Applies the address. A language in it is stored and removed from the address, so that a reload does not undo the
    /// language switch.
    pub(crate) fn follow_address(self) {
        let Some(link) = Route::parse(&dom::hash()) else {
            return;
        };
        if let Some(locale) = link.lang {
            self.set(|settings| settings.locale = locale);
            if link.route != Route::NotFound {
                dom::replace_hash(&link.route.href_with(&link.query));
            }
        }
        if link.route == Route::Checklist {
            self.filter.set(Filter::parse(&link.query));
        }
        self.query.set(link.query);
        self.route.set(link.route);
        self.need_topics();
    }

    /// Changes a setting and stores it.
    pub(crate) fn set(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        self.settings.get_untracked().save();
        self.need_topics();
    }

    pub(crate) fn now(self) -> Timestamp {
        now()
    }

    /// The date of a time in the browser's time zone.
    pub(crate) fn local_date(self, at: Timestamp) -> Date {
        at.date_at(browser::utc_offset_minutes())
    }

    /// The current score. Tracked.
    pub(crate) fn score(self) -> Score {
        self.assessment.with(|a| score::score(catalogue::all(), &a.current))
    }

    /// An entry of a table; empty if there is none. Tracked.
    pub(crate) fn entry(self, table: Table, key: &str) -> String {
        self.assessment.with(|a| a.current.entry(table, key).unwrap_or_default().to_owned())
    }
}
