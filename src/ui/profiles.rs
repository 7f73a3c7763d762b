//! Several accounts, each a profile: switching, adding, copying, deleting.

use super::state::{AppState, Notice, Undo};
use super::text::{data as text, shell};
use crate::assessment::{Profile, Refusal};
use crate::browser::{self, dom, storage};
use crate::i18n::Locale;
use crate::json::{Json, Object, put};

/// As the page calls it.
pub(crate) fn name_of(profile: &Profile, locale: Locale) -> String {
    if profile.name.is_empty() { shell::DEFAULT_NAME.get(locale).to_owned() } else { profile.name.clone() }
}

impl AppState {
    /// Puts another profile in front.
    pub(crate) fn switch_profile(self, id: &str) {
        self.catch_up();
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

    /// Adds the profile of a workshop that begins now, and puts it in front.
    pub(crate) fn add_workshop(self, title: &str) {
        let mut workshop = Object::new();
        put(&mut workshop, "title", title);
        put(&mut workshop, "started_at", self.now().to_string());
        let extra = vec![("workshop".to_owned(), Json::Object(workshop))];
        self.add_whole(Profile { id: browser::random_id(), name: title.to_owned(), extra, ..Profile::default() });
    }

    /// Copies a profile and puts the copy in front.
    pub(crate) fn copy_profile(self, id: &str) {
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
        self.catch_up();
        let result = self.assessment.update(|a| a.rename(id, name));
        self.save();
        result
    }

    /// Deletes a profile, with a way back.
    pub(crate) fn delete_profile(self, id: &str) {
        self.catch_up();
        let gone = self.assessment.update(|a| a.delete(id, browser::random_id()));
        self.save();
        if let Some(gone) = gone {
            let locale = self.locale.get_untracked();
            let words = text::deleted(&name_of(&gone, locale), locale);
            dom::announce(&words);
            self.notice.set(Some(Notice { words, undo: Undo::Profile(Box::new(gone)) }));
        }
    }

    /// Takes everything of ours out of this browser, and begins anew.
    pub(crate) fn erase_everything(self) {
        for key in storage::keys("guard-navi.") {
            // Where storage has been blocked meanwhile, the notice says so.
            let _ = storage::remove(&key);
        }
        self.begin_anew();
        dom::announce(text::ERASED.get(self.locale.get_untracked()));
    }
}
