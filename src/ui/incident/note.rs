//! The note on a step, as the place of its field. A secret in it is cut out and the rest is stored: at 3 a.m. a note must
//! not be lost because of what was pasted into it.

use crate::assessment::{Refusal, Table};
use crate::base::i18n::Locale;
use crate::base::secrets;
use crate::ui::core::autosaved_field::{Place, TableField};
use crate::ui::core::state::AppState;
use crate::ui::incident::words as text;

pub(crate) struct Note {
    field: TableField,
    locale: Locale,
}

impl Note {
    pub(crate) fn new(app: AppState, step: &str, locale: Locale) -> Note {
        Note { field: TableField { app, table: Table::RunbookNotes, key: step.to_owned() }, locale }
    }
}

impl Place for Note {
    fn catch_up(&self) {
        self.field.catch_up();
    }

    fn read(&self) -> String {
        self.field.read()
    }

    fn prepare(&self, typed: String) -> (String, Option<String>) {
        let cut = secrets::cut_out(typed, &|_| {});
        let remark = cut.found.first().map(|found| text::secret_cut(*found, cut.found.len(), self.locale));
        (cut.text, remark)
    }

    fn write(&self, text: &str) -> Result<(), Refusal> {
        self.field.write(text)
    }
}
