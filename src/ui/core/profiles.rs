//! Several accounts, each a profile: switching, adding, copying, deleting.

use crate::assessment::participation::code_of;
use crate::assessment::workshop_link::Workshop;
use crate::assessment::{Assessment, Profile, Refusal, file};
use crate::base::i18n::Locale;
use crate::browser::{self, dom};
use crate::ui::core::notice::{Notice, Undo};
use crate::ui::core::saving;
use crate::ui::core::state::AppState;
use crate::ui::core::words::{accounts as text, shell};
use std::sync::Arc;

/// The display name of a profile.
pub(crate) fn name_of(profile: &Profile, locale: Locale) -> String {
    if profile.name.is_empty() { shell::DEFAULT_NAME.get(locale).to_owned() } else { profile.name.clone() }
}

impl AppState {
    /// Switches to another profile.
    pub(crate) fn switch_profile(self, id: &str) {
        self.catch_up_all();
        self.notice.set(None);
        self.assessment.update(|a| a.switch_to(id));
        self.save();
        let locale = self.locale.get_untracked();
        dom::announce(&self.assessment.with_untracked(|a| name_of(&a.current, locale)));
    }

    /// Adds a profile with this name and switches to it.
    pub(crate) fn add_profile(self, name: String) {
        self.add_and_save(Profile { id: browser::random_id(), name, ..Profile::default() });
    }

    /// Adds a profile for a workshop that starts now, with a new participant code, and switches to it.
    pub(crate) fn add_workshop(self, workshop: &Workshop) {
        let name = workshop.title.clone();
        let mut profile = Profile { id: browser::random_id(), name, ..Profile::default() };
        profile.enrol(&workshop.participation_from(self.now()), &code_of(browser::random_bits()));
        self.add_and_save(profile);
    }

    /// The id of the profile that already takes part in this workshop.
    pub(crate) fn profile_in_workshop(self, workshop: &Workshop) -> Option<String> {
        let event = workshop.participation_from(self.now());
        let is_participant = |profile: &&Profile| {
            profile.participation().is_some_and(|participation| participation.is_same_event(&event))
        };
        self.assessment.with_untracked(|a| a.profiles().find(is_participant).map(|profile| profile.id.clone()))
    }

    /// Saves the file for the facilitator and returns its name. A profile from before participant codes existed gets
    /// one.
    pub(crate) fn hand_in(self) -> String {
        self.catch_up();
        if self.assessment.with_untracked(|a| a.current.code().is_none()) {
            self.assessment.update(|a| a.current.set_code(&code_of(browser::random_bits())));
            self.save();
        }
        let file = self.assessment.with_untracked(|a| a.current.submission());
        let name = ["guard-navi-", file.code().unwrap_or_default(), ".json"].concat();
        let all = Assessment { current: file, ..Assessment::new(String::new()) };
        saving::save_file(&name, &file::encode(&all, self.now()), saving::JSON);
        name
    }

    /// Copies a profile and switches to the copy.
    pub(crate) fn copy_profile(self, id: &str) {
        self.catch_up_all();
        let locale = self.locale.get_untracked();
        let copy = self.assessment.with_untracked(|a| {
            let profile = a.profiles().find(|profile| profile.id == id)?;
            Some(profile.copied(browser::random_id(), text::copy_of(&name_of(profile, locale), locale)))
        });
        if let Some(copy) = copy {
            self.add_and_save(copy);
        }
    }

    fn add_and_save(self, profile: Profile) {
        self.catch_up();
        self.notice.set(None);
        self.assessment.update(|a| a.add(profile));
        self.save();
    }

    /// Renames a profile.
    pub(crate) fn rename_profile(self, id: &str, name: &str) -> Result<(), Refusal> {
        self.catch_up_all();
        let result = self.assessment.update(|a| a.rename(id, name));
        self.save_account(id);
        result
    }

    /// Deletes a profile; the notice offers an undo.
    pub(crate) fn delete_profile(self, id: &str) {
        self.catch_up_all();
        let was_current = self.assessment.with_untracked(|a| a.current.id == id);
        let deleted = self.assessment.update(|a| a.delete(id, browser::random_id()));
        self.save();
        if let Some(deleted) = deleted {
            let locale = self.locale.get_untracked();
            let words = text::deleted(&name_of(&deleted, locale), locale);
            dom::announce(&words);
            // The old id stays recorded as deleted, so the restored profile gets a new one. It is current again only if
            // it was: the next answers must not go into another account than before.
            let undo: Undo = Arc::new(move || {
                self.assessment.update(|a| {
                    let current = a.current.id.clone();
                    a.add(deleted.copied(browser::random_id(), deleted.name.clone()));
                    if !was_current {
                        a.switch_to(&current);
                    }
                });
            });
            self.notice.set(Some(Notice { words, undo }));
        }
    }

    /// Erases all data of this app from the browser and starts again.
    pub(crate) fn erase_everything(self) {
        self.with_session(&mut |session, own| session.erase(own.next_start(self.now())));
        self.restart();
        dom::announce(text::ERASED.get(self.locale.get_untracked()));
    }
}
