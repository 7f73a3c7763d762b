//! A step of the incident runbook.

use crate::base::i18n::Text;
use crate::content::catalogue::{Command, Source};

/// A step.
#[derive(Debug)]
pub struct Step {
    /// Kebab-case; never changes: it is the key in the progress file.
    pub id: &'static str,
    /// Starts with a verb.
    pub title: Text,
    /// Who does it.
    pub who: Text,
    /// The state when it is done.
    pub goal: Text,
    /// Numbered, one action each; console labels in square brackets.
    pub actions: &'static [Text],
    /// The commands, also for actions that the console does not offer; empty if AWS offers none.
    pub commands: &'static [Command],
    /// What not to do in this step, and why.
    pub never: &'static [Text],
    /// Ids of the controls that would have helped.
    pub controls: &'static [&'static str],
    /// Its sources.
    pub sources: &'static [Source],
}

/// A source of this runbook.
pub(super) const fn page(title: &'static str, url: &'static str) -> Source {
    Source { title, url, reviewed: "2026-11-24" }
}
