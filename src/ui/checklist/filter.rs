//! Which controls the checklist shows, and the filter that lives in the address.

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

/// Whether anything is left out.
pub(crate) fn is_on(filter: &Filter) -> bool {
    *filter != Filter::default()
}

/// Changes the filter, and the address with it.
pub(crate) fn set(app: AppState, change: impl FnOnce(&mut Filter)) {
    app.filter.update(change);
    dom::replace_hash(&Route::Checklist.href_with(&app.filter.with_untracked(Filter::query)));
}

/// The controls that are shown, followed: their ids with spaces between them, in the order of the page.
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

/// The controls that are shown.
pub(crate) fn shown(app: AppState) -> Shown {
    Shown(text_memo(move || ids(app).join(" ")))
}

/// The ids of the controls that are shown, in the order of the page; followed.
pub(crate) fn ids(app: AppState) -> Vec<&'static str> {
    let topic_load = app.topic(Topic::Controls, app.locale.get());
    let more = |control: &Control| match &topic_load {
        Load::Ready(file) => looked_up_in(file, control.id),
        Load::Loading | Load::Failed => String::new(),
    };
    app.filter.with(|filter| {
        let is_shown = |control: &&&'static Control| {
            // Not followed: a row must not vanish from under the hand that answers it.
            let status = app.assessment.with_untracked(|a| a.current.status(control.id));
            let more = if filter.words.is_empty() { String::new() } else { more(control) };
            filter.shows(control, status, &more)
        };
        catalogue::all().iter().filter(is_shown).map(|control| control.id).collect()
    })
}

/// What words are looked up in beside the titles: why it matters, and what other frameworks call it.
fn looked_up_in(file: &Json, control: &str) -> String {
    let Some(details) = file.get("controls").and_then(|controls| controls.get(control)) else {
        return String::new();
    };
    let mut text = details.words("why").to_owned();
    for field in ["security_hub_ids", "config_rule", "prowler"] {
        for id in details.texts(field) {
            text.push(' ');
            text.push_str(id);
        }
    }
    text
}
