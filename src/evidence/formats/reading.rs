//! The state of reading one text: its origin, and the collections that receive what is read.

use super::hint::Hint;
use crate::base::i18n::Words;
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::evidence::facts::{Facts, Format, Origin, Session};
use crate::evidence::problem::Problem;
use crate::evidence::verdict::Read;

/// The state of reading one text. What is read is appended to the borrowed collections.
pub(in crate::evidence) struct Reading<'a> {
    pub file: &'a str,
    pub format: Format,
    pub collected_at: Option<Timestamp>,
    /// When the file was last changed.
    pub changed_at: Option<Timestamp>,
    pub batch: u32,
    /// Sequence number of the text.
    pub text: u32,
    /// The file's folder inside an archive.
    pub folder: &'a str,
    /// The AWS profile that an earlier line set.
    pub profile: Option<String>,
    /// Sequence number, from 1, of the command whose output is being read.
    pub command: Option<u32>,
    pub facts: &'a mut Facts,
    pub problems: &'a mut Vec<Problem>,
    pub read: &'a mut Vec<Read>,
    /// Whether a value in the text is cut off; the other values may then be incomplete, too.
    pub is_broken: bool,
    /// Commands whose output no rule reads.
    pub skipped: Vec<String>,
    /// Progress callback; receives the number of bytes parsed so far.
    pub parsed: &'a dyn Fn(usize),
}

impl Reading<'_> {
    pub(super) fn origin(&self, format: Format) -> Origin {
        // Outputs inside a bundle are reported as part of the bundle.
        let format = if self.format == Format::EvidenceBundle { self.format } else { format };
        Origin {
            file: self.file.to_owned(),
            format,
            collected_at: self.collected_at,
            changed_at: self.changed_at,
            batch: self.batch,
        }
    }

    /// Records the commands of an output that no rule reads.
    pub(super) fn skip(&mut self, hints: &[Hint]) {
        let names = hints.iter().filter_map(|hint| hint.other.clone());
        self.skipped.extend(names.filter(|name| !name.is_empty()));
    }

    pub(super) fn session(&self, profile: Option<String>) -> Session {
        let profile = profile.or_else(|| self.profile.clone());
        Session { text: self.text, profile, folder: (self.batch, self.folder.to_owned()) }
    }

    /// Records what was recognised. Outputs inside a bundle are not recorded: the bundle has one entry for all of them.
    pub(super) fn note(&mut self, name: impl Into<Words>) {
        if self.format != Format::EvidenceBundle {
            self.read.push(Read { file: self.file.to_owned(), what: name.into() });
        }
    }
}

/// Functions that read nested content, such as the outputs inside a bundle or a terminal transcript.
#[derive(Clone, Copy)]
pub(super) struct Inner {
    pub text: fn(&mut Reading<'_>, &str, Hint),
    pub json: fn(&mut Reading<'_>, Json, &[Hint]),
    /// Reads the values that one or several commands printed in sequence.
    pub values: fn(&mut Reading<'_>, Vec<Json>, &[Hint]),
}
