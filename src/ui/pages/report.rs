//! The progress report: a real document on A4 or Letter.

use crate::browser::element::El;
use crate::i18n::Locale;
use crate::ui::desk::{document, print_row, put_progress};
use crate::ui::state::AppState;
use crate::ui::text::shell;

pub(crate) fn report(app: AppState, locale: Locale) -> Vec<El> {
    vec![print_row(shell::REPORT, locale), document(app, "report", locale, move |request| put_progress(app, request))]
}
