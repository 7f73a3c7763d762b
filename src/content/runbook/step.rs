//! One step of the runbook.

use crate::base::i18n::Text;
use crate::content::catalogue::{Command, Source};

/// One step.
#[derive(Debug)]
pub struct Step {
    /// Kebab-case, for ever: the key in the progress file.
    pub id: &'static str,
    /// Verb first.
    pub title: Text,
    /// Who does it.
    pub who: Text,
    /// What is true when it is done.
    pub goal: Text,
    /// Numbered, one action each; labels in square brackets.
    pub actions: &'static [Text],
    /// The same in a shell, and what has no button. Empty where AWS offers none.
    pub commands: &'static [Command],
    /// What not to do in this step, and why.
    pub never: &'static [Text],
    /// Ids of the controls that would have helped.
    pub controls: &'static [&'static str],
    /// The pages that it rests on.
    pub sources: &'static [Source],
}

/// A page that was read for this runbook.
pub(super) const fn page(title: &'static str, url: &'static str) -> Source {
    Source { title, url, reviewed: "2026-11-24" }
}
