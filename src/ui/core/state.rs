//! What every feature may see of the page: one small value with signals in it, handed to whoever draws.
//!
//! A feature keeps its own state to itself.

use super::backup::{self, Backup};
use super::clock::now;
use super::judging_state::JudgingState;
use super::local_storage::{Load, SaveState};
use super::notice::Notice;
use super::placeholder_values;
use super::settings::Settings;
use super::topic_files::TopicFiles;
use crate::assessment::filter::Filter;
use crate::assessment::saving::{ASIDE, Session};
use crate::assessment::score::{self, Score};
use crate::assessment::{Assessment, Table};
use crate::base::time::{Date, Timestamp};
use crate::browser::handover::Handed;
use crate::browser::offline::{self, Standing};
use crate::browser::{self, dom, storage};
use crate::content::catalogue;
use crate::content::commands::Fills;
use crate::content::route::Route;
use crate::content::topics::Topic;
use crate::ui::kit::signals::{Live, LiveLocale, Shared};

/// What gets the focus after navigation.
pub(crate) const HEADING: &str = "#main h1";

/// The files of longer texts that a page needs in its language.
pub(crate) type NeededTopics = fn(AppState, &Route) -> &'static [Topic];

/// Everything that pages and parts share.
#[derive(Clone, Copy)]
pub(crate) struct AppState {
    pub(crate) needed_topics: NeededTopics,
    pub(crate) load: Load,
    /// Whether the whole app could not be loaded.
    pub(crate) has_failed: Live<bool>,
    pub(crate) route: Live<Route>,
    pub(crate) settings: Live<Settings>,
    pub(crate) locale: LiveLocale,
    pub(crate) assessment: Live<Assessment>,
    /// Changes where everything is begun anew.
    pub(crate) begun: Live<()>,
    pub(crate) save_state: Live<SaveState>,
    pub(crate) backup: Live<Backup>,
    /// Whether the page works without a network, and whether a newer version is there.
    pub(crate) offline: Live<Standing>,
    /// What this tab knows of the storage.
    pub(crate) session: Shared<Session>,
    pub(crate) notice: Live<Option<Notice>>,
    pub(crate) topic_files: Live<TopicFiles>,
    /// What gets the focus on the next page.
    pub(crate) goal: Live<&'static str>,
    /// What the checklist shows; it lives in the address.
    pub(crate) filter: Live<Filter>,
    /// What stands behind `?` in the address.
    pub(crate) query: Live<String>,
    /// The controls whose steps are open in the checklist.
    pub(crate) opened: Live<Vec<&'static str>>,
    pub(crate) fills: Live<Fills>,
    /// Evidence that was handed over, and what came of it.
    pub(crate) judging: JudgingState,
}

impl AppState {
    /// Reads settings, address and stored answers.
    pub(crate) fn start(needed_topics: NeededTopics, load: Load, handed: &Handed) -> AppState {
        let settings = if handed.settings.is_empty() { Settings::load() } else { Settings::read(&handed.settings) };
        let settings = Live::new(settings);
        let (session, assessment) = load(handed);
        let save_state = SaveState { trouble: session.trouble(), aside: storage::keys(ASIDE) };
        let app = AppState {
            needed_topics,
            load,
            has_failed: Live::new(false),
            route: Live::new(Route::Home),
            settings,
            locale: LiveLocale::new(move || settings.with(|settings| settings.locale)),
            assessment: Live::new(assessment),
            begun: Live::new(()),
            save_state: Live::new(save_state),
            backup: Live::new(backup::load()),
            offline: Live::new(offline::standing()),
            session: Shared::new(session),
            notice: Live::new(None),
            topic_files: Live::new(TopicFiles::new()),
            goal: Live::new(HEADING),
            filter: Live::new(Filter::default()),
            query: Live::new(String::new()),
            opened: Live::new(Vec::new()),
            fills: Live::new(placeholder_values::remembered()),
            judging: JudgingState::new(),
        };
        app.follow_address();
        app
    }

    /// Goes where the address says. A language in it is taken over and leaves the address, so that the
    /// language switch is not undone by a reload.
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

    /// Changes a setting and keeps it.
    pub(crate) fn set(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        self.settings.get_untracked().save();
        self.need_topics();
    }

    pub(crate) fn now(self) -> Timestamp {
        now()
    }

    /// The date of a moment where the person is.
    pub(crate) fn local_date(self, at: Timestamp) -> Date {
        at.date_at(browser::utc_offset_minutes())
    }

    /// The score now, followed.
    pub(crate) fn score(self) -> Score {
        self.assessment.with(|a| score::score(catalogue::all(), &a.current))
    }

    /// What stands in a table under a key, empty without; followed.
    pub(crate) fn entry(self, table: Table, key: &str) -> String {
        self.assessment.with(|a| a.current.entry(table, key).unwrap_or_default().to_owned())
    }
}
