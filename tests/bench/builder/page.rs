//! The page that is written in several ways: what they share. 36 controls with a status each, a language switch, a count.

use guard_navi::assessment::Status;
use guard_navi::base::i18n::Locale;
use guard_navi::content::catalogue::{self, Control};
use leptos::prelude::{Get as _, RwSignal, Update as _};

#[derive(Clone, Copy)]
pub struct Page {
    pub locale: RwSignal<Locale>,
    /// Ids of the controls that are done, with spaces around each.
    pub done: RwSignal<String>,
}

impl Page {
    pub fn new() -> Page {
        Page { locale: RwSignal::new(Locale::Ja), done: RwSignal::new(" ".to_owned()) }
    }

    pub fn controls() -> &'static [&'static Control] {
        catalogue::all()
    }

    pub fn title(self, control: &Control) -> String {
        control.title.get(self.locale.get()).to_owned()
    }

    pub fn count(self) -> String {
        let done = self.done.get().split_whitespace().count();
        format!("{done} / {}", Page::controls().len())
    }

    pub fn is_done(self, control: &Control) -> bool {
        self.done.get().split(' ').any(|id| id == control.id)
    }

    pub fn status(self, control: &Control) -> &'static str {
        if self.is_done(control) { Status::Done.id() } else { Status::Unanswered.id() }
    }

    pub fn choose(self, control: &Control, status: &str) {
        self.done.update(|done| {
            let others: Vec<&str> = done.split_whitespace().filter(|id| *id != control.id).collect();
            let chosen = (status == Status::Done.id()).then_some(control.id);
            *done = others.into_iter().chain(chosen).collect::<Vec<_>>().join(" ");
        });
    }

    pub fn switch_language(self) {
        self.locale.update(|locale| *locale = if *locale == Locale::Ja { Locale::En } else { Locale::Ja });
    }
}

/// The statuses that the field offers, each with its title.
pub const CHOICES: [Status; 2] = [Status::Unanswered, Status::Done];
