//! What is being read, and where everything found in it goes.

use super::hint::Hint;
use crate::base::i18n::Words;
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::evidence::facts::{Facts, Format, Origin, Session};
use crate::evidence::problem::Problem;
use crate::evidence::verdict::Read;

/// What is being read, and where everything found in it goes.
pub(in crate::evidence) struct Reading<'a> {
    pub file: &'a str,
    pub format: Format,
    pub collected_at: Option<Timestamp>,
    /// When the file was last changed.
    pub changed_at: Option<Timestamp>,
    pub batch: u32,
    /// The how-manieth text it is.
    pub text: u32,
    /// The folder of the file, inside an archive.
    pub folder: &'a str,
    /// The profile that a line before has set.
    pub profile: Option<String>,
    /// The how-manieth command is being read.
    pub command: Option<u32>,
    pub facts: &'a mut Facts,
    pub problems: &'a mut Vec<Problem>,
    pub read: &'a mut Vec<Read>,
    /// Whether a value in it broke off: what is beside that one may not be all.
    pub is_broken: bool,
    /// Commands whose output no rule looks at.
    pub skipped: Vec<String>,
    /// Hears how many bytes have been parsed.
    pub parsed: &'a dyn Fn(usize),
}

impl Reading<'_> {
    pub(super) fn origin(&self, format: Format) -> Origin {
        // What is inside a bundle has the bundle's time and name.
        let format = if self.format == Format::EvidenceBundle { self.format } else { format };
        Origin {
            file: self.file.to_owned(),
            format,
            collected_at: self.collected_at,
            changed_at: self.changed_at,
            batch: self.batch,
        }
    }

    /// Notes the commands of an output that no rule looks at.
    pub(super) fn skip(&mut self, hints: &[Hint]) {
        let names = hints.iter().filter_map(|hint| hint.other.clone());
        self.skipped.extend(names.filter(|name| !name.is_empty()));
    }

    pub(super) fn session(&self, profile: Option<String>) -> Session {
        let profile = profile.or_else(|| self.profile.clone());
        Session { text: self.text, profile, folder: (self.batch, self.folder.to_owned()) }
    }

    /// Tells that something was recognised; a bundle tells it once for all.
    pub(super) fn note(&mut self, what: impl Into<Words>) {
        if self.format != Format::EvidenceBundle {
            self.read.push(Read { file: self.file.to_owned(), what: what.into() });
        }
    }
}

/// How a format hands over what stands inside of it.
#[derive(Clone, Copy)]
pub(super) struct Inner {
    pub text: fn(&mut Reading<'_>, &str, Hint),
    pub json: fn(&mut Reading<'_>, Json, &[Hint]),
    /// What one command, or several, printed one after the other.
    pub values: fn(&mut Reading<'_>, Vec<Json>, &[Hint]),
}
