//! What the page knows: one small value with signals in it, handed to whoever draws.

use super::Edition;
use super::copied::{self, Copied};
use super::fills;
use super::hosting::{Collected, Counting, Hosting};
use super::keep::{self, Keeping, Trouble};
use super::library::Library;
use super::live::{Live, LiveAnswer, LiveLocale};
use super::milestones;
use super::opening::CopyFile;
use super::parts::reason_dialog;
use super::settings::Settings;
use super::text::shell;
use crate::assessment::{Answer, Assessment, Change, Entries, Opened, Profile, Refusal, Status, Table};
use crate::browser::element::on_window;
use crate::browser::files::{self, File};
use crate::browser::handover::Handed;
use crate::browser::offline::{self, Standing};
use crate::browser::worker::Running;
use crate::browser::{self, dom};
use crate::catalogue;
use crate::commands::Fills;
use crate::evidence::{Judgement, Step};
use crate::i18n::Text;
use crate::persist;
use crate::route::Route;
use crate::score::{self, Score};
use crate::search::Filter;
use crate::time::{Date, Timestamp};
use leptos::prelude::*;
use web_sys::{DragEvent, Event, StorageEvent};

/// What gets the focus after navigation.
const HEADING: &str = "#main h1";

/// A message with a way back.
#[derive(Clone, Debug)]
pub(crate) struct Notice {
    pub(crate) words: String,
    pub(crate) undo: Undo,
}

/// Answers by control, as they stood.
type Answers = Vec<(String, Option<Answer>)>;

/// What a way back puts back.
#[derive(Clone, Debug)]
pub(crate) enum Undo {
    /// Answers as they were.
    Answers(Answers),
    /// Tables as they were.
    Tables(Vec<(Table, Entries)>),
    /// A profile that was deleted.
    Profile(Box<Profile>),
    /// Everything, as it was before a file was opened.
    Everything(Box<Opened>),
}

/// Where judging stands; what came of the last time is `AppState::judgement`.
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
    Trouble(Text),
    Done,
}

/// Everything that pages and parts share.
#[derive(Clone, Copy)]
pub(crate) struct AppState {
    pub(crate) edition: Edition,
    /// Whether the whole app could not be loaded.
    pub(crate) has_failed: Live<bool>,
    pub(crate) route: Live<Route>,
    pub(crate) settings: Live<Settings>,
    pub(crate) locale: LiveLocale,
    pub(crate) assessment: Live<Assessment>,
    pub(crate) keeping: Live<Keeping>,
    pub(crate) copied: Live<Copied>,
    /// Whether the page works without a network, and whether a newer version is there.
    pub(crate) offline: Live<Standing>,
    /// The stored text that this tab read or wrote last: while it stands there, nobody else has written.
    pub(crate) seen: StoredValue<String>,
    pub(crate) notice: Live<Option<Notice>>,
    pub(crate) library: Live<Library>,
    /// What gets the focus on the next page.
    pub(crate) goal: Live<&'static str>,
    /// What the checklist shows; it lives in the address.
    pub(crate) filter: Live<Filter>,
    /// What stands behind `?` in the address.
    pub(crate) query: Live<String>,
    /// The rows of the checklist that are open.
    pub(crate) opened: Live<Vec<&'static str>>,
    pub(crate) fills: Live<Fills>,
    /// Who makes reports, which account they are of, and what is chosen for them: forgotten with the page.
    pub(crate) report_by: Live<String>,
    pub(crate) report_account: Live<String>,
    pub(crate) report_choices: Live<String>,
    /// What is chosen for the handout, as JSON: more than one page may set it.
    pub(crate) handout: Live<String>,
    pub(crate) judging: Live<Judging>,
    /// What was judged last: it stays while more is judged, and when that is cancelled.
    pub(crate) judgement: Live<Option<Judgement>>,
    /// The same of all accounts that there is evidence of, and the one that was chosen.
    pub(crate) all_judged: StoredValue<Option<Judgement>, LocalStorage>,
    pub(crate) account: Live<Option<Option<String>>>,
    /// What was handed over so far: judged together, and only ever in memory.
    pub(crate) files: StoredValue<Vec<File>, LocalStorage>,
    /// Those of them that `judgement` is about.
    pub(crate) judged: StoredValue<Vec<File>, LocalStorage>,
    /// What a facilitator is making.
    pub(crate) hosting: Live<Hosting>,
    pub(crate) counting: Live<Counting>,
    /// Participants' files.
    pub(crate) collected: StoredValue<Collected, LocalStorage>,
    /// The worker behind `Judging::Running`.
    pub(crate) running: StoredValue<Option<Running>, LocalStorage>,
    /// A copy that is about to be opened.
    pub(crate) copy: Live<CopyFile>,
    /// The worker behind `CopyFile::Reading`.
    pub(crate) reading: StoredValue<Option<Running>, LocalStorage>,
}

impl AppState {
    /// Reads settings, address and stored answers.
    pub(crate) fn start(edition: Edition, handed: &Handed) -> AppState {
        let settings = if handed.settings.is_empty() { Settings::load() } else { Settings::read(&handed.settings) };
        let settings = Live::new(settings);
        let (mut assessment, mut keeping) = keep::load(browser::unix_seconds());
        // What the first pages could not store is here alone.
        if let Ok(handed) = persist::decode(&handed.progress) {
            if keeping.trouble == Trouble::None && handed.is_ahead_of(&assessment) {
                keeping.trouble = keep::trouble_of_unsaved();
            }
            assessment.merge(handed);
        }
        let app = AppState {
            edition,
            has_failed: Live::new(false),
            route: Live::new(Route::Home),
            settings,
            locale: LiveLocale::new(move || settings.with(|settings| settings.locale)),
            assessment: Live::new(assessment),
            keeping: Live::new(keeping),
            copied: Live::new(copied::load()),
            offline: Live::new(offline::standing()),
            seen: StoredValue::new(keep::stored()),
            notice: Live::new(None),
            library: Live::new(Library::new()),
            goal: Live::new(HEADING),
            filter: Live::new(Filter::default()),
            query: Live::new(String::new()),
            opened: Live::new(Vec::new()),
            fills: Live::new(fills::remembered()),
            report_by: Live::new(String::new()),
            report_account: Live::new(String::new()),
            report_choices: Live::new(String::new()),
            handout: Live::new(String::new()),
            judging: Live::new(Judging::Idle),
            judgement: Live::new(None),
            all_judged: StoredValue::new_local(None),
            account: Live::new(None),
            files: StoredValue::new_local(Vec::new()),
            judged: StoredValue::new_local(Vec::new()),
            hosting: Live::new(Hosting::default()),
            counting: Live::new(Counting::Idle),
            collected: StoredValue::new_local(Collected::default()),
            running: StoredValue::new_local(None),
            copy: Live::new(CopyFile::None),
            reading: StoredValue::new_local(None),
        };
        app.follow_address();
        app
    }

    /// Hears the address, other tabs and dropped files, for as long as the page lives.
    pub(crate) fn listen(self) {
        on_window("hashchange", move |_: Event| {
            let before = self.route.get_untracked();
            self.follow_address();
            if before != self.route.get_untracked() {
                self.notice.set(None);
                // After the new page is drawn.
                request_animation_frame(move || {
                    // A key may have led to a row already: it is not taken away again.
                    if dom::focused_attribute("data-control").is_none() {
                        dom::scroll_to_top();
                        dom::focus(self.goal.get_untracked());
                    }
                    self.goal.set(HEADING);
                });
            }
        });
        on_window("storage", move |event: StorageEvent| {
            match event.key().as_deref() {
                // Without a key, all of them are gone.
                None | Some(keep::KEY) => self.hear(event.new_value()),
                Some(keep::RESTARTED) => self.catch_up(),
                Some(_) => self.look_aside(),
            }
        });
        offline::listen(move |standing| self.offline.set(standing));
        // A page that comes back from the browser's cache has heard nothing meanwhile.
        on_window("pageshow", move |_: Event| self.catch_up());
        // A dropped file never replaces the page.
        on_window("dragover", |event: Event| event.prevent_default());
        on_window("drop", move |event: DragEvent| {
            event.prevent_default();
            let files = files::dropped(&event);
            if !files.is_empty() {
                (self.edition.dropped)(self, files);
            }
        });
    }

    /// Goes where the address says. A language in it is taken over and leaves the address, so that the
    /// language switch is not undone by a reload.
    fn follow_address(self) {
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
        self.need_library();
    }

    /// Changes a setting and keeps it.
    pub(crate) fn set(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        self.settings.get_untracked().save();
        self.need_library();
    }

    pub(crate) fn now(self) -> Timestamp {
        Timestamp::from_unix_seconds(browser::unix_seconds()).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// The date of a moment where the person is.
    pub(crate) fn local_date(self, at: Timestamp) -> Date {
        at.date_at(browser::utc_offset_minutes())
    }

    /// The answer to a control, followed.
    pub(crate) fn answer(self, control: &'static str) -> LiveAnswer {
        LiveAnswer::new(self, control)
    }

    /// The score now, followed.
    pub(crate) fn score(self) -> Score {
        self.assessment.with(|a| score::score(catalogue::all(), &a.current))
    }

    /// The person chose a status: records it, or asks for the reason first.
    pub(crate) fn choose(self, control: &'static str, status: Status) {
        if status.needs_reason() {
            reason_dialog::open(self, vec![control], status);
            return;
        }
        // "I don't know" opens the steps that tell.
        if status == Status::Unsure && self.opened.with_untracked(|opened| !opened.contains(&control)) {
            self.opened.update(|opened| opened.push(control));
        }
        // Without a reason to check, nothing can be refused.
        let _ = self.record(control, Change::by_person(status));
    }

    /// Records a status, saves, and says so.
    pub(crate) fn record(self, control: &'static str, change: Change) -> Result<(), Refusal> {
        self.record_all(&[control], change)
    }

    /// Records the same status for several controls, all of them undone together.
    pub(crate) fn record_all(self, controls: &[&'static str], change: Change) -> Result<(), Refusal> {
        let status = change.status;
        self.catch_up();
        let stood = self.assessment.with_untracked(|a| milestones::standing(&a.current));
        let before = self.apply(controls.iter().map(|control| ((*control).to_owned(), change.clone())))?;
        let locale = self.locale.get_untracked();
        let score = untrack(|| self.score()).value;
        let mut words = match controls {
            [_] => shell::recorded(status.title(), score, locale),
            _ => shell::recorded_many(controls.len(), status.title(), score, locale),
        };
        let reached = self.assessment.with_untracked(|a| milestones::reached(&stood, &a.current, locale));
        words.push_str(&reached);
        dom::announce(&words);
        // A first answer takes nothing away; everything else can be undone.
        let is_news = |(_, answer): &(String, Option<Answer>)| {
            answer.as_ref().is_some_and(|answer| answer.status != Status::Unanswered)
        };
        let is_told = before.iter().any(is_news) || before.len() > 1 || !reached.is_empty();
        if is_told || self.notice.with_untracked(Option::is_some) {
            self.notice.set(is_told.then_some(Notice { words, undo: Undo::Answers(before) }));
        }
        Ok(())
    }

    /// Records changes and saves; how the answers stood before.
    fn apply(self, changes: impl Iterator<Item = (String, Change)>) -> Result<Answers, Refusal> {
        self.catch_up();
        let now = self.now();
        let before = self.assessment.update(|a| {
            let mut before = Vec::new();
            for (control, change) in changes {
                let earlier = a.current.answer(&control).cloned();
                a.current.record(&control, change, now)?;
                before.push((control, earlier));
            }
            Ok(before)
        })?;
        self.save();
        Ok(before)
    }

    /// What stands in a table under a key, empty without; followed.
    pub(crate) fn entry(self, table: Table, key: &str) -> String {
        self.assessment.with(|a| a.current.entry(table, key).unwrap_or_default().to_owned())
    }

    /// Puts a text into a table and saves; blank removes it.
    pub(crate) fn record_entry(self, table: Table, key: &str, text: &str) -> Result<(), Refusal> {
        self.catch_up();
        let result = self.assessment.update(|a| a.current.record_entry(table, key, text));
        self.save();
        result
    }

    /// Empties tables, with a way back.
    pub(crate) fn clear_tables(self, tables: &[Table], words: String) {
        self.catch_up();
        let mut before = Vec::new();
        self.assessment.update(|a| {
            for &table in tables {
                before.push((table, std::mem::take(a.current.table_mut(table))));
            }
        });
        self.save();
        dom::announce(&words);
        self.notice.set(Some(Notice { words, undo: Undo::Tables(before) }));
    }

    /// Accepts verdicts into the checklist, all of them undone together.
    pub(crate) fn accept(self, changes: Vec<(String, Change)>) {
        // Pass and fail need no reason, so nothing can be refused.
        let undo = self.apply(changes.into_iter()).unwrap_or_default();
        let words = shell::accepted(undo.len(), untrack(|| self.score()).value, self.locale.get_untracked());
        dom::announce(&words);
        self.notice.set(Some(Notice { words, undo: Undo::Answers(undo) }));
    }

    /// Takes the last change back.
    pub(crate) fn undo(self) {
        let Some(notice) = self.notice.get_untracked() else {
            return;
        };
        let now = self.now();
        let is_anew = matches!(notice.undo, Undo::Everything(_));
        self.catch_up();
        self.assessment.update(|a| match notice.undo {
            Undo::Answers(answers) => {
                for (control, before) in answers {
                    a.current.restore(&control, before, now);
                }
            }
            Undo::Tables(tables) => {
                for (table, entries) in tables {
                    *a.current.table_mut(table) = entries;
                }
            }
            // The old id is gone for good.
            Undo::Profile(profile) => a.add(profile.copied(browser::random_id(), profile.name.clone())),
            Undo::Everything(opened) => *a = a.taken_back(*opened, now),
        });
        if is_anew {
            keep::tell_restart(self.assessment.with_untracked(|a| a.restarted_at));
        }
        self.save();
        self.notice.set(None);
        dom::announce(shell::UNDONE.get(self.locale.get_untracked()));
    }
}
