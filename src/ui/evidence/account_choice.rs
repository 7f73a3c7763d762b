//! The choice of an account when the evidence is of several.

use crate::base::i18n::Locale;
use crate::browser::dom;
use crate::browser::element::{Element, el};
use crate::evidence::Judgement;
use crate::ui::core::state::AppState;
use crate::ui::core::words::evidence as text;
use crate::ui::kit::basics::{choice, p, section};
use leptos::prelude::*;

/// The question, with a button for each account; none with fewer than two accounts.
pub(crate) fn account_choice(app: AppState, locale: Locale) -> Option<Element> {
    let accounts = app.judged_accounts();
    if accounts.len() < 2 {
        return None;
    }
    let buttons = accounts.clone().into_iter().map(|account| {
        let label = account.as_deref().map_or_else(
            || text::NO_ACCOUNT.get(locale).to_owned(),
            |id| short_id(id, accounts.iter().flatten().map(String::as_str)),
        );
        let (chosen, pressed) = (Some(account.clone()), account);
        choice(move || app.judging.account.get() == chosen, move || app.choose_account(pressed.clone())).text(&label)
    });
    let buttons = el("div")
        .class("seg")
        .attr("role", "group")
        .attr("aria-label", text::WHICH_ACCOUNT.get(locale))
        .children(buttons);
    Some(
        section(text::WHICH_ACCOUNT.get(locale), None)
            .attr("id", "which-account")
            .child(p("", text::WHICH_ACCOUNT_HINT.get(locale)))
            .child(buttons),
    )
}

/// The last four digits of the masked id `1234****9012`; the whole masked id if several accounts end in the same four.
pub(crate) fn short_id<'a>(account: &str, all: impl Iterator<Item = &'a str>) -> String {
    let short = |account: &str| account.split_once("****").map_or_else(String::new, |(_, end)| ["****", end].concat());
    let own = short(account);
    let same = all.filter(|other| short(other) == own).count();
    if own.is_empty() || same > 1 { account.to_owned() } else { own }
}

impl AppState {
    /// The accounts that have verdicts; `None` is evidence that names no account.
    pub(crate) fn judged_accounts(self) -> Vec<Option<String>> {
        self.judging.all_judged.with_value(|judgement| judgement.as_ref().map(Judgement::groups).unwrap_or_default())
    }

    /// The only account of the evidence, or the chosen one; none if it is not known. Untracked.
    pub(crate) fn shown_account(self) -> Option<String> {
        let accounts = self.judged_accounts();
        match accounts.as_slice() {
            [only] => only.clone(),
            _ => self.judging.account.get_untracked().flatten().filter(|id| accounts.contains(&Some(id.clone()))),
        }
    }

    /// Shows the verdicts of one account.
    pub(crate) fn choose_account(self, account: Option<String>) {
        self.judging.account.set(Some(account));
        self.show_judgement();
        // The choice is rendered again, with the verdicts below it.
        request_animation_frame(|| dom::focus("#which-account [aria-pressed=true]"));
    }

    /// Shows the judgement; of several accounts only the chosen one. No verdicts are shown before a choice, or while
    /// they are held back.
    pub(crate) fn show_judgement(self) {
        let accounts = self.judged_accounts();
        let chosen = self.judging.account.get_untracked().filter(|chosen| accounts.contains(chosen));
        let is_held = self.held().is_some();
        let shown = self.judging.all_judged.with_value(|judgement| {
            let judgement = judgement.as_ref()?;
            Some(match (accounts.len(), &chosen) {
                _ if is_held => Judgement { verdicts: Vec::new(), postures: Vec::new(), ..judgement.clone() },
                (0 | 1, _) => judgement.clone(),
                (_, Some(account)) => judgement.of(account.as_deref()),
                (_, None) => Judgement { verdicts: Vec::new(), postures: Vec::new(), ..judgement.clone() },
            })
        });
        self.judging.judgement.set(shown);
    }
}
