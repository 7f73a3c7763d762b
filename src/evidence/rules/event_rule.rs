//! A rule of EventBridge, as far as it was listed.

use crate::evidence::facts::Output;
use crate::evidence::trial::Truth;
use crate::evidence::trial::event_pattern::EventPattern;

/// One rule with an event pattern.
pub(super) struct EventRule<'a> {
    pub name: &'a str,
    /// The bus that it stands on.
    pub bus: &'a str,
    pub region: Option<&'a str>,
    /// The account, where the rule's ARN tells it.
    pub account: Option<&'a str>,
    pub is_on: Truth,
    pub pattern: EventPattern,
    /// How long the pattern is, in bytes.
    pub length: usize,
    pub targets: Option<Vec<&'a str>>,
    /// The output that lists it.
    pub output: &'a Output,
}
