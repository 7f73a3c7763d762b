//! Opening a copy: read in the desk worker, unlocked if need be, looked at, and only then taken in.
//!
//! **Invariant:** nothing changes before the person has seen what would. A password is never kept.

use crate::assessment::file::sealed::Sealed;
use crate::assessment::{Opened, Opening, file};
use crate::base::i18n::{Text, Words};
use crate::base::json::Json;
use crate::browser::effects::create_effect;
use crate::browser::files::{self, File};
use crate::browser::worker::{News, Running};
use crate::browser::{crypto, dom};
use crate::evidence::FILE_LIMIT;
use crate::ui::accounts::backup_words as text;
use crate::ui::core::documents;
use crate::ui::core::notice::{Notice, Undo};
use crate::ui::core::state::AppState;
use crate::ui::kit::state::StateSignal;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How far a file is that a person wants to open.
#[derive(Clone, Debug)]
pub(crate) enum CopyFile {
    /// There is none.
    None,
    /// The worker reads it.
    Reading,
    /// It is not opened.
    Trouble { words: Words, is_evidence: bool },
    /// It needs its password.
    Locked { sealed: String, told: Option<Text> },
    /// It can be taken in: progress, and words on what was cut out.
    Ready { progress: String, cut: Option<Words> },
}

impl CopyFile {
    /// Changes with what is to be drawn.
    pub(crate) fn stage(&self) -> String {
        match self {
            CopyFile::None => "",
            CopyFile::Reading => "reading",
            CopyFile::Trouble { words, .. } => &words.en,
            CopyFile::Locked { sealed, .. } => sealed,
            CopyFile::Ready { progress, .. } => progress,
        }
        .to_owned()
    }
}

/// A copy that is about to be opened.
#[derive(Clone, Copy)]
pub(crate) struct Import {
    pub(super) app: AppState,
    pub(super) copy: StateSignal<CopyFile>,
    /// The worker behind `CopyFile::Reading`.
    reading: StoredValue<Option<Running>, LocalStorage>,
}

impl Import {
    /// Nothing yet. It is given up where everything is begun anew.
    pub(crate) fn new(app: AppState) -> Import {
        let import = Import { app, copy: StateSignal::new(CopyFile::None), reading: StoredValue::new_local(None) };
        create_effect(Box::new(move || {
            app.restarts.with(|()| ());
            import.close_copy();
        }));
        import
    }

    /// Reads a file that was chosen or dropped.
    pub(crate) fn open_copy(self, files: &[File]) {
        let [file] = files else {
            if !files.is_empty() {
                self.refuse_copy(text::ONE_ONLY);
            }
            return;
        };
        #[expect(clippy::cast_precision_loss, reason = "64 MiB is exact in a double")]
        if file.blob.size() > FILE_LIMIT as f64 {
            self.refuse_copy(text::TOO_LARGE);
        } else {
            self.read_copy(file);
        }
    }

    fn refuse_copy(self, words: Text) {
        self.show_copy(CopyFile::Trouble { words: words.into(), is_evidence: false });
    }

    fn read_copy(self, file: &File) {
        self.copy.set(CopyFile::Reading);
        let tell = move |news| match news {
            News::Progress { .. } => {}
            News::Done(json) => self.show_copy(read(&json)),
            News::Failed => self.refuse_copy(text::FAILED),
        };
        let locale = self.app.locale.get_untracked();
        let started = documents::ask(self.app, "open", locale, std::slice::from_ref(file), |_| {}, tell);
        if started.is_none() {
            self.refuse_copy(text::FAILED);
        }
        // The worker before it, if one still runs, ends here.
        self.reading.set_value(started);
    }

    /// Shows how far it is, and puts the focus where it goes on.
    fn show_copy(self, copy: CopyFile) {
        let goal = match &copy {
            CopyFile::None | CopyFile::Reading => "",
            CopyFile::Trouble { .. } => "#copy-trouble",
            CopyFile::Locked { .. } => "#copy-password",
            CopyFile::Ready { .. } => "#copy-plan",
        };
        self.copy.set(copy);
        if !goal.is_empty() {
            request_animation_frame(move || dom::focus(goal));
        }
    }

    /// Tries a password.
    pub(crate) fn unlock_copy(self, password: String) {
        let CopyFile::Locked { sealed, .. } = self.copy.get_untracked() else {
            return;
        };
        if password.is_empty() {
            self.show_copy(CopyFile::Locked { sealed, told: Some(text::PASSWORD_MISSING) });
            return;
        }
        self.copy.set(CopyFile::Locked { sealed: sealed.clone(), told: Some(text::UNLOCKING) });
        spawn_local(async move {
            let opened = unseal(&sealed, &password).await;
            let is_waiting =
                self.copy.with_untracked(|copy| matches!(copy, CopyFile::Locked { sealed: now, .. } if *now == sealed));
            match opened {
                // Given up meanwhile.
                _ if !is_waiting => {}
                None => self.show_copy(CopyFile::Locked { sealed, told: Some(text::WRONG_PASSWORD) }),
                Some(file) => self.read_copy(&file),
            }
        });
    }

    /// Takes it in, with a way back.
    pub(crate) fn take_copy(self, how: Opening) {
        let CopyFile::Ready { progress, .. } = self.copy.get_untracked() else {
            return;
        };
        let Ok(file) = file::decode(&progress) else {
            self.refuse_copy(text::FAILED);
            return;
        };
        self.app.catch_up_all();
        let now = self.app.now();
        let before = self.app.assessment.get_untracked();
        let after = before.opening(file, how, now);
        // Before any text that begins anew: other tabs have to know that it is on purpose.
        let mut has_room = true;
        self.app.with_session(&mut |session, _| {
            session.tell_restart(after.restarted_at);
            has_room = session.try_all(&after, now);
            if !has_room {
                session.tell_restart(before.restarted_at);
            }
        });
        if !has_room {
            self.refuse_copy(text::NO_ROOM);
            return;
        }
        self.app.assessment.set(after);
        self.app.save();
        let after = self.app.assessment.get_untracked();
        self.close_copy();
        let words = text::taken(how).get(self.app.locale.get_untracked()).to_owned();
        dom::announce(&words);
        let opened = Opened { before, after };
        let undo: Undo = Arc::new(move || {
            let app = self.app;
            let now = app.now();
            app.assessment.update(|a| *a = a.taken_back(opened.clone(), now));
            app.with_session(&mut |session, mine| session.tell_restart(mine.restarted_at));
        });
        self.app.notice.set(Some(Notice { words, undo }));
        dom::focus("#main h1");
    }

    /// Gives it up.
    pub(crate) fn close_copy(self) {
        self.reading.set_value(None);
        self.copy.set(CopyFile::None);
    }
}

/// What the desk says of a file.
fn read(json: &str) -> CopyFile {
    let answer = Json::parse(json).unwrap_or_default();
    let words = |name: &str| {
        let both = answer.get(name)?;
        Some(Words { ja: both.words("ja").to_owned(), en: both.words("en").to_owned() })
    };
    if let Some(progress) = answer.get("opened").and_then(Json::as_text) {
        return CopyFile::Ready { progress: progress.to_owned(), cut: words("cut") };
    }
    if let Some(sealed) = answer.get("sealed").and_then(Json::as_text) {
        return CopyFile::Locked { sealed: sealed.to_owned(), told: None };
    }
    CopyFile::Trouble {
        words: words("trouble").unwrap_or_else(|| text::FAILED.into()),
        is_evidence: answer.flag("evidence") == Some(true),
    }
}

async fn unseal(sealed: &str, password: &str) -> Option<File> {
    let sealed = Sealed::decode(sealed).ok()?;
    let opened = crypto::unseal(password, (sealed.iterations, &sealed.salt), &sealed.iv, &sealed.data).await.ok()?;
    files::pasted(String::new(), &String::from_utf8(opened).ok()?, String::new()).ok()
}
