//! Which page is shown for a route.
//!
//! To add a page: a route with its name in `src/content/route.rs`, a file or folder of its own in `src/ui/`, named in
//! `src/ui/mod.rs`, and an arm each in [`first_pages`], [`Features::page`] and [`topics`].

use crate::base::i18n::Locale;
use crate::browser::effects::{create_effect, text_memo};
use crate::browser::element::{Element, el};
use crate::browser::files::File;
use crate::browser::{dom, handover};
use crate::content::route::Route;
use crate::content::topics::Topic;
use crate::ui::about::page::about;
use crate::ui::accounts::import::Import;
use crate::ui::accounts::page::data;
use crate::ui::changes::page::changes;
use crate::ui::checklist::page::checklist;
use crate::ui::control::page::{ControlExtensions, control};
use crate::ui::core::not_found::not_found;
use crate::ui::core::state::AppState;
use crate::ui::core::words::shell;
use crate::ui::evidence::page::evidence;
use crate::ui::evidence::paste_under::{paste_under, verdict_here};
use crate::ui::handout::{HandoutState, handout};
use crate::ui::history::page::history;
use crate::ui::home::home;
use crate::ui::incident::page::incident;
use crate::ui::incident::response;
use crate::ui::kit::basics::{button, h1, p, span};
use crate::ui::learn::page::learn;
use crate::ui::posture::page::posture;
use crate::ui::report::{ReportState, report};
use crate::ui::workshop::page::workshop;
use crate::ui::workshop::state::{WorkshopState, is_facilitator};
use leptos::prelude::{With as _, untrack};

/// Shown while the whole app loads: the page's heading, and a retry button if loading failed.
pub(crate) fn loading_page(app: AppState, route: &Route, locale: Locale) -> Vec<Element> {
    let body = el("div").reactive_children(move || {
        if !app.has_failed.get() {
            return vec![p("quiet", shell::LOADING.get(locale))];
        }
        let retry = move || {
            app.has_failed.set(false);
            handover::request();
        };
        let message = p("warn", "").attr("role", "alert").child(span("", shell::NOT_LOADED.get(locale)));
        vec![message, button("btn", shell::LOAD_AGAIN.get(locale), retry)]
    });
    vec![h1(route.title().get(locale)), body]
}

/// The title of the tab, and the name of a printed file.
pub(crate) fn title(route: &Route, locale: Locale) -> String {
    if *route == Route::Home {
        return shell::NAME.to_owned();
    }
    format!("{} — {}", route.title().get(locale), shell::NAME)
}

/// The pages of the first version; any other route requests the whole app.
pub(crate) fn first_pages(app: AppState, route: &Route, locale: Locale) -> Vec<Element> {
    match route {
        Route::Home => home(app, locale),
        Route::Checklist => checklist(app, locale),
        Route::NotFound => not_found(locale),
        Route::Control(_)
        | Route::Changes
        | Route::Learn
        | Route::Posture
        | Route::Incident
        | Route::About
        | Route::Evidence
        | Route::Report
        | Route::Handout
        | Route::Workshop
        | Route::History
        | Route::Data => {
            if !app.has_failed.with_untracked(|failed| *failed) {
                handover::request();
            }
            loading_page(app, route, locale)
        }
    }
}

/// The features of the whole app, with the state of each.
#[derive(Clone, Copy)]
pub(crate) struct Features {
    app: AppState,
    report: ReportState,
    handout: HandoutState,
    workshop: WorkshopState,
    import: Import,
}

impl Features {
    pub(crate) fn new(app: AppState) -> Features {
        let profile = text_memo(move || app.assessment.with(|a| a.current.id.clone()));
        create_effect(Box::new(move || {
            profile.with(|_| ());
            untrack(|| app.show_judgement());
        }));
        Features {
            app,
            report: ReportState::new(app),
            handout: HandoutState::new(app),
            workshop: WorkshopState::new(app),
            import: Import::new(app),
        }
    }

    /// The page of a route.
    pub(crate) fn page(self, route: Route, locale: Locale) -> Vec<Element> {
        let app = self.app;
        match route {
            Route::Home => home(app, locale),
            Route::Checklist => checklist(app, locale),
            Route::Control(id) => control(app, &id, CONTROL_EXTENSIONS, locale),
            Route::Learn => learn(app, locale),
            Route::Posture => posture(app, locale),
            Route::Incident => incident(app, locale),
            Route::About => about(app, locale),
            Route::Evidence => evidence(app, locale),
            Route::Report => report(self.report, locale),
            Route::Handout => handout(self.handout, locale),
            Route::Workshop => workshop(self.workshop, locale),
            Route::History => history(app, locale),
            Route::Data => data(app, self.import, locale),
            Route::Changes => changes(app, locale),
            Route::NotFound => not_found(locale),
        }
    }

    /// Handles files dropped anywhere: the current page takes them, or they are judged as evidence.
    pub(crate) fn handle_drop(self, files: Vec<File>) {
        if self.app.route.with_untracked(|route| *route == Route::Data) {
            self.import.open_file(&files);
            return;
        }
        if untrack(|| is_facilitator(self.app)) {
            return self.workshop.collect(files);
        }
        dom::go(&Route::Evidence.href());
        self.app.add_files(files);
    }
}

/// The parts that other features add to the page of a control.
const CONTROL_EXTENSIONS: ControlExtensions =
    ControlExtensions { below: response::below, under_command: paste_under, verdict: verdict_here };

/// The topics that a page needs.
pub(crate) fn topics(app: AppState, route: &Route) -> &'static [Topic] {
    match route {
        // The response-team sheet and its guide belong to two controls.
        Route::Control(id) if response::belongs_to(id) => &[Topic::Controls, Topic::Incident],
        Route::Control(_) => &[Topic::Controls],
        Route::Learn => &[Topic::Learn],
        Route::Incident => &[Topic::Incident],
        Route::Posture => &[Topic::Posture],
        Route::About | Route::Changes => &[Topic::About],
        // Before the first answer, home does not show the reason for the next step.
        Route::Home if app.assessment.with_untracked(|a| !a.current.is_blank()) => &[Topic::Controls],
        Route::Evidence => &[Topic::Evidence],
        Route::Checklist => &[Topic::Controls],
        // The handout requests its topics itself: it can be in another language, and in both.
        Route::Handout
        | Route::Home
        | Route::Report
        | Route::Workshop
        | Route::History
        | Route::Data
        | Route::NotFound => &[],
    }
}
