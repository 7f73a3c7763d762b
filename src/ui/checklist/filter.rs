//! Which controls the checklist shows, and the filter in the address.

use crate::assessment::filter::Filter;
use crate::base::json::Json;
use crate::browser::dom;
use crate::browser::effects::text_memo;
use crate::content::catalogue::{self, Control};
use crate::content::route::Route;
use crate::content::topics::Topic;
use crate::ui::core::state::AppState;
use crate::ui::core::topic_files::Load;
use leptos::prelude::*;

/// Whether the filter hides any controls.
pub(crate) fn is_on(filter: &Filter) -> bool {
    *filter != Filter::default()
}

/// Changes the filter, and the address with it.
pub(crate) fn set(app: AppState, change: impl FnOnce(&mut Filter)) {
    app.filter.update(change);
    dom::replace_hash(&Route::Checklist.href_with(&app.filter.with_untracked(Filter::query)));
}

/// The ids of the visible controls, separated by spaces, in catalogue order. Reactive.
#[derive(Clone, Copy)]
pub(crate) struct Shown(Memo<String>);

impl Shown {
    pub(crate) fn contains(self, control: &str) -> bool {
        self.0.with(|ids| ids.split(' ').any(|id| id == control))
    }

    pub(crate) fn count(self) -> usize {
        self.0.with(|ids| ids.split_whitespace().count())
    }
}

/// The visible controls.
pub(crate) fn shown(app: AppState) -> Shown {
    Shown(text_memo(move || ids(app).join(" ")))
}

/// The ids of the visible controls, in catalogue order. Tracked.
pub(crate) fn ids(app: AppState) -> Vec<&'static str> {
    let topic_load = app.topic(Topic::Controls, app.locale.get());
    let extra_text = |control: &Control| match &topic_load {
        Load::Ready(file) => search_text(file, control.id),
        Load::Loading | Load::Failed => String::new(),
    };
    app.filter.with(|filter| {
        let is_shown = |control: &&&'static Control| {
            // Untracked: a row must not disappear while the person is answering it.
            let status = app.assessment.with_untracked(|a| a.current.status(control.id));
            let extra = if filter.words.is_empty() { String::new() } else { extra_text(control) };
            filter.shows(control, status, &extra)
        };
        catalogue::all().iter().filter(is_shown).map(|control| control.id).collect()
    })
}

/// The text that is searched besides the titles: why the control matters, and its names in other frameworks.
fn search_text(file: &Json, control: &str) -> String {
    let Some(details) = file.get("controls").and_then(|controls| controls.get(control)) else {
        return String::new();
    };
    let mut text = details.words("why").to_owned();
    for framework in details.items("frameworks") {
        for id in framework.texts("ids") {
            text.push(' ');
            text.push_str(id);
        }
    }
    text
}
