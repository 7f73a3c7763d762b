//! Accounts and data: the profiles, backups, and erasing everything.

use crate::assessment::{Profile, Refusal, score};
use crate::base::i18n::Locale;
use crate::browser::dom;
use crate::browser::effects::text_memo;
use crate::browser::element::{Element, el};
use crate::content::catalogue;
use crate::ui::accounts::backup_words;
use crate::ui::accounts::export::{export_form, last_backup};
use crate::ui::accounts::import::Import;
use crate::ui::accounts::import_preview::{file_chooser, import_status};
use crate::ui::accounts::persistence::persistence_status;
use crate::ui::core::autosaved_field::{Place, autosaved_field};
use crate::ui::core::profiles::name_of;
use crate::ui::core::state::AppState;
use crate::ui::core::words::{self, accounts as text, shell};
use crate::ui::kit::basics::{button, h1, h2, p, section, span};
use crate::ui::kit::dialog;
use leptos::prelude::*;

pub(crate) fn data(app: AppState, import: Import, locale: Locale) -> Vec<Element> {
    // Rendered again when a profile is added, removed or moved, not when it is renamed: its field would lose the focus.
    let order = text_memo(move || {
        app.assessment.with(|a| a.profiles().map(|profile| profile.id.as_str()).collect::<Vec<_>>().join(" "))
    });
    let list = el("ul").class("accounts").reactive_children(move || {
        order.with(|ids| ids.split(' ').enumerate().map(|(index, id)| account(app, id, index, locale)).collect())
    });
    let add = move || {
        let count = app.assessment.with_untracked(|a| a.others.len());
        app.add_profile(text::numbered(count + 2, locale));
        focus_first_account();
    };
    let accounts =
        section(text::ACCOUNTS.get(locale), None).child(list).child(button("btn ghost", text::ADD.get(locale), add));
    let export_column = el("div")
        .child(el("h3").text(backup_words::EXPORT.get(locale)))
        .child(p("", backup_words::EXPORT_BODY.get(locale)))
        .child(export_form(app, locale))
        .child(last_backup(app, locale));
    let import_column = el("div")
        .child(el("h3").text(backup_words::IMPORT.get(locale)))
        .child(p("", backup_words::IMPORT_BODY.get(locale)))
        .child(file_chooser(import, locale));
    let copies = section(backup_words::TITLE.get(locale), None)
        .attr("id", "copies")
        .child(el("div").class("halves").child(export_column).child(import_column))
        .child(import_status(import, locale))
        .child(persistence_status(locale));
    let erase = section(text::ERASE.get(locale), None).child(p("", text::ERASE_BODY.get(locale))).child(button(
        "btn ghost danger",
        text::ERASE_NOW.get(locale),
        move || confirm_erase(app, locale),
    ));
    vec![h1(shell::DATA.get(locale)), p("lead", text::LEAD.get(locale)), accounts, copies, erase]
}

fn account(app: AppState, id: &str, index: usize, locale: Locale) -> Element {
    let field = el("input").attr("type", "text").attr("placeholder", text::NAME_HINT.get(locale));
    let field_id = ["account-", id].concat();
    let place = Name { app, id: id.to_owned() };
    let [field, refused] = autosaved_field(field, &field_id, place, locale);
    let summary_id = id.to_owned();
    let summary = move || {
        app.assessment.with(|a| {
            let profile = a.profiles().find(|profile| profile.id == summary_id);
            profile.map(|profile| summary_of(profile, locale)).unwrap_or_default()
        })
    };
    let (switch, copy, delete) = (id.to_owned(), id.to_owned(), id.to_owned());
    let act = |then: Box<dyn Fn()>| {
        move || {
            then();
            // The row, and the button in it, was moved or removed.
            focus_first_account();
        }
    };
    let switch_or_badge = if index == 0 {
        span("badge", text::IN_FRONT.get(locale))
    } else {
        button("link", text::USE.get(locale), act(Box::new(move || app.switch_profile(&switch))))
    };
    el("li")
        .child(el("label").class("small").attr("for", &field_id).text(text::NAME.get(locale)))
        .child(field)
        .child(refused)
        .child(el("p").class("small quiet num").reactive_text(summary))
        .child(
            el("div")
                .class("acts")
                .child(switch_or_badge)
                .child(button("link", text::COPY.get(locale), act(Box::new(move || app.copy_profile(&copy)))))
                .child(button("link", text::DELETE.get(locale), act(Box::new(move || app.delete_profile(&delete))))),
        )
}

/// Focuses the first account. The list is rendered again before the next frame.
fn focus_first_account() {
    request_animation_frame(|| dom::focus(".accounts input"));
}

fn summary_of(profile: &Profile, locale: Locale) -> String {
    let points = words::points(score::score(catalogue::all(), profile).value);
    text::summary(&points, profile.statuses().len(), locale)
}

/// The name of a profile as the place of a field.
struct Name {
    app: AppState,
    id: String,
}

impl Place for Name {
    fn catch_up(&self) {
        self.app.catch_up();
    }

    fn read(&self) -> String {
        let locale = self.app.locale.get();
        let name = |profile: &Profile| name_of(profile, locale);
        self.app.assessment.with(|a| a.profiles().find(|profile| profile.id == self.id).map(name)).unwrap_or_default()
    }

    fn write(&self, text: &str) -> Result<(), Refusal> {
        self.app.rename_profile(&self.id, text)
    }
}

fn confirm_erase(app: AppState, locale: Locale) {
    let consequences = app.assessment.with_untracked(|a| {
        let sum = |count: fn(&Profile) -> usize| a.profiles().map(count).sum();
        text::goes(a.others.len() + 1, sum(|p| p.statuses().len()), sum(|p| p.history.len()), locale)
    });
    dialog::open("erase-title", move |close| {
        let close_on_erase = close.clone();
        let erase = move || {
            app.erase_everything();
            close_on_erase.close();
            dom::focus("#main h1");
        };
        let buttons = el("div")
            .class("buttons")
            .child(button("btn danger", text::ERASE_NOW.get(locale), erase))
            .child(button("btn ghost", shell::CANCEL.get(locale), move || close.close()));
        let title = h2(text::ERASE_ASK.get(locale)).attr("id", "erase-title");
        vec![el("div").class("ask").child(title).child(p("", &consequences)).child(buttons)]
    });
}
