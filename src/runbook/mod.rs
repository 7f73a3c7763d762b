//! The incident runbook: what somebody does who has never opened this page before, at 3 a.m., with the account
//! being misused. Eleven steps, a reply to AWS, a sheet for the response team, and what to do against too many
//! notifications.
//!
//! To change a step, edit its item; its id stays for ever, since progress files name it.
//!
//! **Invariant:** data only, no logic. Texts hold no markup; a console label stands in square brackets, or, where
//! AWS's Japanese documentation has no label that we could read, in English between corner brackets.

mod aftermath;
mod eradicate;
mod evidence;
mod first_hour;
mod noise;
mod reply;
mod team;

pub use noise::{Advice, TOO_MANY};
pub use reply::REPLY;
pub use team::{DEADLINES, DECISIONS, Deadline, Decision, FIELDS, Field};

use crate::catalogue::{Command, Source};
use crate::i18n::Text;

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

/// All of them, in order.
pub const STEPS: &[&Step] = &[
    &first_hour::CALM,
    &first_hour::READ_NOTICE,
    &first_hour::SECURE_ROOT,
    &first_hour::CONTAIN,
    &evidence::INVESTIGATE,
    &evidence::PRESERVE,
    &eradicate::ERADICATE,
    &aftermath::ROTATE,
    &aftermath::ANSWER_AWS,
    &aftermath::RECOVER,
    &aftermath::WATCH,
];

/// A page that was read for this runbook.
const fn page(title: &'static str, url: &'static str) -> Source {
    Source { title, url, reviewed: "2026-11-24" }
}
