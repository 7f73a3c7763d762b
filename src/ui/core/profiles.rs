//! Several accounts, each a profile: switching, adding, copying, deleting.

use crate::assessment::participation::code_of;
use crate::assessment::workshop_link::Workshop;
use crate::assessment::{Assessment, Profile, Refusal, file};
use crate::base::i18n::Locale;
use crate::browser::{self, dom};
use crate::ui::core::notice::{Notice, Undo};
use crate::ui::core::saving;
use crate::ui::core::state::AppState;
use crate::ui::core::words::{data as text, shell};
use std::sync::Arc;

/// As the page calls it.
pub(crate) fn name_of(profile: &Profile, locale: Locale) -> String {
    if profile.name.is_empty() { shell::DEFAULT_NAME.get(locale).to_owned() } else { profile.name.clone() }
}

impl AppState {
    /// Puts another profile in front.
    pub(crate) fn switch_profile(self, id: &str) {
        self.catch_up_all();
        self.notice.set(None);
        self.assessment.update(|a| a.switch_to(id));
        self.save();
        let locale = self.locale.get_untracked();
        dom::announce(&self.assessment.with_untracked(|a| name_of(&a.current, locale)));
    }

    /// Adds a profile with this name and puts it in front.
    pub(crate) fn add_profile(self, name: String) {
        self.add_whole(Profile { id: browser::random_id(), name, ..Profile::default() });
    }

    /// Adds the profile of a workshop that begins now, under a code of its own, and puts it in front.
    pub(crate) fn add_workshop(self, workshop: &Workshop) {
        let name = workshop.title.clone();
        let mut profile = Profile { id: browser::random_id(), name, ..Profile::default() };
        profile.enrol(&workshop.begun_at(self.now()), &code_of(browser::random_bits()));
        self.add_whole(profile);
    }

    /// The id of the profile that takes part in this workshop already.
    pub(crate) fn part_in(self, workshop: &Workshop) -> Option<String> {
        let wanted = workshop.begun_at(self.now());
        let is_it = |profile: &&Profile| profile.participation().is_some_and(|part| part.is_same_event(&wanted));
        self.assessment.with_untracked(|a| a.profiles().find(is_it).map(|profile| profile.id.clone()))
    }

    /// Hands the person the file for the facilitator; its name. A profile that began before there were codes gets one.
    pub(crate) fn hand_in(self) -> String {
        self.catch_up();
        if self.assessment.with_untracked(|a| a.current.code().is_none()) {
            self.assessment.update(|a| a.current.set_code(&code_of(browser::random_bits())));
            self.save();
        }
        let file = self.assessment.with_untracked(|a| a.current.handed_in());
        let name = ["guard-navi-", file.code().unwrap_or_default(), ".json"].concat();
        let all = Assessment { current: file, ..Assessment::new(String::new()) };
        saving::save_file(&name, &file::encode(&all, self.now()), saving::JSON);
        name
    }

    /// Copies a profile and puts the copy in front.
    pub(crate) fn copy_profile(self, id: &str) {
        self.catch_up_all();
        let locale = self.locale.get_untracked();
        let copy = self.assessment.with_untracked(|a| {
            let profile = a.profiles().find(|profile| profile.id == id)?;
            Some(profile.copied(browser::random_id(), text::copy_of(&name_of(profile, locale), locale)))
        });
        if let Some(copy) = copy {
            self.add_whole(copy);
        }
    }

    fn add_whole(self, profile: Profile) {
        self.catch_up();
        self.notice.set(None);
        self.assessment.update(|a| a.add(profile));
        self.save();
    }

    /// Names a profile.
    pub(crate) fn rename_profile(self, id: &str, name: &str) -> Result<(), Refusal> {
        self.catch_up_all();
        let result = self.assessment.update(|a| a.rename(id, name));
        self.save_account(id);
        result
    }

    /// Deletes a profile, with a way back.
    pub(crate) fn delete_profile(self, id: &str) {
        self.catch_up_all();
        let gone = self.assessment.update(|a| a.delete(id, browser::random_id()));
        self.save();
        if let Some(gone) = gone {
            let locale = self.locale.get_untracked();
            let words = text::deleted(&name_of(&gone, locale), locale);
            dom::announce(&words);
            // The old id is gone for good.
            let undo: Undo = Arc::new(move || {
                self.assessment.update(|a| a.add(gone.copied(browser::random_id(), gone.name.clone())));
            });
            self.notice.set(Some(Notice { words, undo }));
        }
    }

    /// Takes everything of ours out of this browser, and begins anew.
    pub(crate) fn erase_everything(self) {
        self.with_session(&mut |session, mine| session.erase(mine.next_start(self.now())));
        self.restart();
        dom::announce(text::ERASED.get(self.locale.get_untracked()));
    }
}
