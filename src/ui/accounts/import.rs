//! Importing a backup: the document worker reads the file, it is decrypted if needed, previewed, and only then
//! imported.
//!
//! **Invariant:** nothing changes before the person has seen the preview. A password is never stored.

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

/// The state of a file to be imported.
#[derive(Clone, Debug)]
pub(crate) enum ImportFile {
    /// There is no file.
    None,
    /// The worker is reading the file.
    Reading,
    /// The file cannot be imported.
    Error { words: Words, is_evidence: bool },
    /// The file is encrypted and needs its password.
    Locked { sealed: String, message: Option<Text> },
    /// The file can be imported: its progress, and a message about secrets that were cut out.
    Ready { progress: String, cut: Option<Words> },
}

impl ImportFile {
    /// A stamp that changes when the view has to be rendered again.
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

/// The import of a backup.
#[derive(Clone, Copy)]
pub(crate) struct Import {
    pub(super) app: AppState,
    pub(super) file: StateSignal<ImportFile>,
    /// The worker of `ImportFile::Reading`.
    reading: StoredValue<Option<Running>, LocalStorage>,
}

impl Import {
    /// An import without a file. It is closed when the app starts again from storage.
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
        let on_message = move |message| match message {
            WorkerMessage::Progress { .. } => {}
            WorkerMessage::Done(json) => self.show(parse_response(&json)),
            WorkerMessage::Failed => self.show_error(text::FAILED),
        };
        let locale = self.app.locale.get_untracked();
        let started =
            documents::request_document(self.app, "import", locale, std::slice::from_ref(file), |_| {}, on_message);
        if started.is_none() {
            self.show_error(text::FAILED);
        }
        // Replacing the handle stops a previous worker that is still running.
        self.reading.set_value(started);
    }

    /// Shows a state, and moves the focus to the element for the next step.
    fn show(self, file: ImportFile) {
        let focus_target = match &file {
            ImportFile::None | ImportFile::Reading => "",
            ImportFile::Error { .. } => "#import-error",
            ImportFile::Locked { .. } => "#import-password",
            ImportFile::Ready { .. } => "#import-preview",
        };
        self.file.set(file);
        if !focus_target.is_empty() {
            request_animation_frame(move || dom::focus(focus_target));
        }
    }

    /// Decrypts the file with a password.
    pub(crate) fn unlock(self, password: String) {
        let ImportFile::Locked { sealed, .. } = self.file.get_untracked() else {
            return;
        };
        if password.is_empty() {
            self.show(ImportFile::Locked { sealed, message: Some(text::PASSWORD_MISSING) });
            return;
        }
        self.file.set(ImportFile::Locked { sealed: sealed.clone(), message: Some(text::UNLOCKING) });
        spawn_local(async move {
            let decrypted = unseal(&sealed, &password).await;
            let is_waiting = self.file.with_untracked(
                |file| matches!(file, ImportFile::Locked { sealed: current, .. } if *current == sealed),
            );
            match decrypted {
                // Cancelled in the meantime.
                _ if !is_waiting => {}
                None => self.show(ImportFile::Locked { sealed, message: Some(text::WRONG_PASSWORD) }),
                Some(file) => self.read_file(&file),
            }
        });
    }

    /// Imports the file; the notice offers an undo.
    pub(crate) fn apply(self, mode: ImportMode) {
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
        let after = before.imported(file, mode, now);
        let mut fits = true;
        self.app.with_session(&mut |session, _| fits = session.has_room_for(&after));
        if !fits {
            self.show_error(text::STORAGE_FULL);
            return;
        }
        // Written before the accounts, so that other tabs recognise that they were replaced on purpose.
        self.app.with_session(&mut |session, _| session.write_restart(after.restarted_at));
        self.app.assessment.set(after);
        self.app.save_all();
        let after = self.app.assessment.get_untracked();
        self.close();
        let words = text::imported(mode).get(self.app.locale.get_untracked()).to_owned();
        dom::announce(&words);
        let imported = Imported { before, after };
        let undo: Undo = Arc::new(move || {
            let app = self.app;
            let now = app.now();
            app.assessment.update(|a| *a = a.undo_import(imported.clone(), now));
            app.with_session(&mut |session, own| session.write_restart(own.restarted_at));
        });
        self.app.notice.set(Some(Notice { words, undo }));
        dom::focus("#main h1");
    }

    /// Cancels the import.
    pub(crate) fn close(self) {
        self.reading.set_value(None);
        self.file.set(ImportFile::None);
    }
}

/// Parses the response of the document worker.
fn parse_response(json: &str) -> ImportFile {
    let response = Json::parse(json).unwrap_or_default();
    let words = |name: &str| {
        let texts = response.get(name)?;
        Some(Words { ja: texts.words("ja").to_owned(), en: texts.words("en").to_owned() })
    };
    if let Some(progress) = response.get("opened").and_then(Json::as_text) {
        return ImportFile::Ready { progress: progress.to_owned(), cut: words("cut") };
    }
    if let Some(sealed) = response.get("sealed").and_then(Json::as_text) {
        return ImportFile::Locked { sealed: sealed.to_owned(), message: None };
    }
    ImportFile::Error {
        words: words("error").unwrap_or_else(|| text::FAILED.into()),
        is_evidence: response.flag("evidence") == Some(true),
    }
}

async fn unseal(sealed: &str, password: &str) -> Option<File> {
    let sealed = Sealed::decode(sealed).ok()?;
    let decrypted = crypto::unseal(password, (sealed.iterations, &sealed.salt), &sealed.iv, &sealed.data).await.ok()?;
    files::pasted(String::new(), &String::from_utf8(decrypted).ok()?, String::new()).ok()
}
