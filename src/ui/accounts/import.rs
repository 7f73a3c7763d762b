//! Opening a copy: read in the document worker, unlocked if need be, looked at, and only then taken in.
//!
//! **Invariant:** nothing changes before the person has seen what would. A password is never kept.

use crate::assessment::file::sealed::Sealed;
use crate::assessment::{ImportMode, Imported, file};
use crate::base::i18n::{Text, Words};
use crate::base::json::Json;
use crate::browser::effects::create_effect;
use crate::browser::files::{self, File};
use crate::browser::worker::{Running, WorkerMessage};
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
pub(crate) enum ImportFile {
    /// There is none.
    None,
    /// The worker reads it.
    Reading,
    /// It is not opened.
    Error { words: Words, is_evidence: bool },
    /// It needs its password.
    Locked { sealed: String, told: Option<Text> },
    /// It can be taken in: progress, and words on what was cut out.
    Ready { progress: String, cut: Option<Words> },
}

impl ImportFile {
    /// Changes with what is to be drawn.
    pub(crate) fn stage(&self) -> String {
        match self {
            ImportFile::None => "",
            ImportFile::Reading => "reading",
            ImportFile::Error { words, .. } => &words.en,
            ImportFile::Locked { sealed, .. } => sealed,
            ImportFile::Ready { progress, .. } => progress,
        }
        .to_owned()
    }
}

/// A copy that is about to be opened.
#[derive(Clone, Copy)]
pub(crate) struct Import {
    pub(super) app: AppState,
    pub(super) file: StateSignal<ImportFile>,
    /// The worker behind `ImportFile::Reading`.
    reading: StoredValue<Option<Running>, LocalStorage>,
}

impl Import {
    /// Nothing yet. It is given up where everything is begun anew.
    pub(crate) fn new(app: AppState) -> Import {
        let import = Import { app, file: StateSignal::new(ImportFile::None), reading: StoredValue::new_local(None) };
        create_effect(Box::new(move || {
            app.restarts.with(|()| ());
            import.close();
        }));
        import
    }

    /// Reads a file that was chosen or dropped.
    pub(crate) fn open_file(self, files: &[File]) {
        let [file] = files else {
            if !files.is_empty() {
                self.show_error(text::ONE_ONLY);
            }
            return;
        };
        #[expect(clippy::cast_precision_loss, reason = "64 MiB is exact in a double")]
        if file.blob.size() > FILE_LIMIT as f64 {
            self.show_error(text::TOO_LARGE);
        } else {
            self.read_file(file);
        }
    }

    fn show_error(self, words: Text) {
        self.show(ImportFile::Error { words: words.into(), is_evidence: false });
    }

    fn read_file(self, file: &File) {
        self.file.set(ImportFile::Reading);
        let tell = move |news| match news {
            WorkerMessage::Progress { .. } => {}
            WorkerMessage::Done(json) => self.show(read(&json)),
            WorkerMessage::Failed => self.show_error(text::FAILED),
        };
        let locale = self.app.locale.get_untracked();
        let started = documents::request_document(self.app, "import", locale, std::slice::from_ref(file), |_| {}, tell);
        if started.is_none() {
            self.show_error(text::FAILED);
        }
        // The worker before it, if one still runs, ends here.
        self.reading.set_value(started);
    }

    /// Shows how far it is, and puts the focus where it goes on.
    fn show(self, copy: ImportFile) {
        let goal = match &copy {
            ImportFile::None | ImportFile::Reading => "",
            ImportFile::Error { .. } => "#import-error",
            ImportFile::Locked { .. } => "#import-password",
            ImportFile::Ready { .. } => "#import-preview",
        };
        self.file.set(copy);
        if !goal.is_empty() {
            request_animation_frame(move || dom::focus(goal));
        }
    }

    /// Tries a password.
    pub(crate) fn unlock(self, password: String) {
        let ImportFile::Locked { sealed, .. } = self.file.get_untracked() else {
            return;
        };
        if password.is_empty() {
            self.show(ImportFile::Locked { sealed, told: Some(text::PASSWORD_MISSING) });
            return;
        }
        self.file.set(ImportFile::Locked { sealed: sealed.clone(), told: Some(text::UNLOCKING) });
        spawn_local(async move {
            let opened = unseal(&sealed, &password).await;
            let is_waiting = self
                .file
                .with_untracked(|copy| matches!(copy, ImportFile::Locked { sealed: now, .. } if *now == sealed));
            match opened {
                // Given up meanwhile.
                _ if !is_waiting => {}
                None => self.show(ImportFile::Locked { sealed, told: Some(text::WRONG_PASSWORD) }),
                Some(file) => self.read_file(&file),
            }
        });
    }

    /// Takes it in, with a way back.
    pub(crate) fn apply(self, how: ImportMode) {
        let ImportFile::Ready { progress, .. } = self.file.get_untracked() else {
            return;
        };
        let Ok(file) = file::decode(&progress) else {
            self.show_error(text::FAILED);
            return;
        };
        self.app.catch_up_all();
        let now = self.app.now();
        let before = self.app.assessment.get_untracked();
        let after = before.imported(file, how, now);
        let mut fits = true;
        self.app.with_session(&mut |session, _| fits = session.has_room_for(&after));
        if !fits {
            self.show_error(text::STORAGE_FULL);
            return;
        }
        // Before any text that begins anew: other tabs have to know that it is on purpose.
        self.app.with_session(&mut |session, _| session.write_restart(after.restarted_at));
        self.app.assessment.set(after);
        self.app.save_all();
        let after = self.app.assessment.get_untracked();
        self.close();
        let words = text::imported(how).get(self.app.locale.get_untracked()).to_owned();
        dom::announce(&words);
        let opened = Imported { before, after };
        let undo: Undo = Arc::new(move || {
            let app = self.app;
            let now = app.now();
            app.assessment.update(|a| *a = a.import_undone(opened.clone(), now));
            app.with_session(&mut |session, mine| session.write_restart(mine.restarted_at));
        });
        self.app.notice.set(Some(Notice { words, undo }));
        dom::focus("#main h1");
    }

    /// Gives it up.
    pub(crate) fn close(self) {
        self.reading.set_value(None);
        self.file.set(ImportFile::None);
    }
}

/// What the document worker says of a file.
fn read(json: &str) -> ImportFile {
    let answer = Json::parse(json).unwrap_or_default();
    let words = |name: &str| {
        let both = answer.get(name)?;
        Some(Words { ja: both.words("ja").to_owned(), en: both.words("en").to_owned() })
    };
    if let Some(progress) = answer.get("opened").and_then(Json::as_text) {
        return ImportFile::Ready { progress: progress.to_owned(), cut: words("cut") };
    }
    if let Some(sealed) = answer.get("sealed").and_then(Json::as_text) {
        return ImportFile::Locked { sealed: sealed.to_owned(), told: None };
    }
    ImportFile::Error {
        words: words("error").unwrap_or_else(|| text::FAILED.into()),
        is_evidence: answer.flag("evidence") == Some(true),
    }
}

async fn unseal(sealed: &str, password: &str) -> Option<File> {
    let sealed = Sealed::decode(sealed).ok()?;
    let opened = crypto::unseal(password, (sealed.iterations, &sealed.salt), &sealed.iv, &sealed.data).await.ok()?;
    files::pasted(String::new(), &String::from_utf8(opened).ok()?, String::new()).ok()
}
