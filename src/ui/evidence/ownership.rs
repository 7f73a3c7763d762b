//! Whether evidence belongs to the current profile, and the question when it does not look so.

use crate::base::i18n::Locale;
use crate::browser::element::{Element, el};
use crate::ui::core::judging::show_rendered;
use crate::ui::core::profiles::name_of;
use crate::ui::core::state::AppState;
use crate::ui::evidence::account_choice::short_id;
use crate::ui::evidence::ownership_words as text;
use crate::ui::kit::basics::{button, p, section};
use leptos::prelude::*;

/// Why verdicts are held back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// The evidence was handed over for this profile, which is no longer the current one.
    OtherProfile(String),
    /// The AWS account is not the one that this profile remembers, or is remembered by another profile.
    OtherAccount {
        /// The account of the evidence, masked.
        account: String,
        /// The account that the current profile remembers.
        remembered: Option<String>,
        /// The id of another profile that remembers the account of the evidence.
        owner: Option<String>,
    },
}

impl AppState {
    /// Whether the verdicts are held back. Untracked.
    pub(crate) fn held(self) -> Option<Held> {
        if self.is_of_another_profile() {
            return Some(Held::OtherProfile(self.judging.profile.get_value()));
        }
        let account = self.shown_account()?;
        if self.judging.confirmed.with_value(|confirmed| confirmed.as_ref() == Some(&account)) {
            return None;
        }
        self.assessment.with_untracked(|a| {
            let remembered = a.current.account().map(str::to_owned);
            if remembered.as_ref() == Some(&account) {
                return None;
            }
            let mut others = a.profiles().skip(1);
            let owner = others.find(|other| other.account() == Some(account.as_str())).map(|other| other.id.clone());
            let is_strange = remembered.is_some() || owner.is_some();
            is_strange.then_some(Held::OtherAccount { account, remembered, owner })
        })
    }

    /// Takes the evidence as that of the current profile.
    fn take_evidence(self, account: Option<String>) {
        self.judging.profile.set_value(self.assessment.with_untracked(|a| a.current.id.clone()));
        self.judging.confirmed.set_value(account);
        self.show_judgement();
        show_rendered(":is(#verdicts, .pasted-result, #verdict) h2");
    }
}

/// The question, with a button for each answer.
pub(crate) fn ownership(app: AppState, held: &Held, locale: Locale) -> Element {
    let name = |id: &str| {
        app.assessment.with_untracked(|a| a.profiles().find(|profile| profile.id == id).map(|it| name_of(it, locale)))
    };
    let current = app.assessment.with_untracked(|a| name_of(&a.current, locale));
    let switch = |id: &str, name: &str| {
        let id = id.to_owned();
        let switch = move || {
            app.switch_profile(&id);
            app.take_evidence(None);
        };
        button("btn", &text::switch_to(name, locale), switch)
    };
    let (question, mut choices) = match held {
        Held::OtherProfile(id) => match name(id) {
            Some(judged) => (text::of_other_profile(&judged, &current, locale), vec![switch(id, &judged)]),
            None => (text::OF_DELETED_PROFILE.get(locale).to_owned(), Vec::new()),
        },
        Held::OtherAccount { account, remembered, owner } => {
            let both = || std::iter::once(account.as_str()).chain(remembered.as_deref());
            let (end, remembered) = (short_id(account, both()), remembered.as_deref().map(|id| short_id(id, both())));
            let owner = owner.as_deref().and_then(|id| Some((id, name(id)?)));
            let choices = match &owner {
                Some((id, name)) => vec![switch(id, name)],
                None => {
                    let new = end.clone();
                    let add = move || {
                        app.add_profile(new.clone());
                        app.take_evidence(None);
                    };
                    vec![button("btn", &text::add_account(&end, locale), add)]
                }
            };
            let owner = owner.map(|(_, name)| name);
            (text::of_other_account(&end, &current, remembered.as_deref(), owner.as_deref(), locale), choices)
        }
    };
    let account = match held {
        Held::OtherProfile(_) => None,
        Held::OtherAccount { account, .. } => Some(account.clone()),
    };
    choices.push(button("btn ghost", &text::take_for(&current, locale), move || app.take_evidence(account.clone())));
    section(text::WHOSE.get(locale), None)
        .attr("id", "whose")
        .child(p("", &question))
        .child(el("p").class("acts").children(choices))
}
