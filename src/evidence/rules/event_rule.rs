//! An EventBridge rule, as read from the list of rules and its targets.

use crate::evidence::facts::Output;
use crate::evidence::trial::Truth;
use crate::evidence::trial::event_pattern::EventPattern;

/// One rule with an event pattern.
pub(super) struct EventRule<'a> {
    pub name: &'a str,
    /// The name of its event bus.
    pub bus: &'a str,
    pub region: Option<&'a str>,
    /// The account in the rule's ARN.
    pub account: Option<&'a str>,
    pub is_on: Truth,
    pub pattern: EventPattern,
    /// How long the pattern is, in bytes.
    pub length: usize,
    pub targets: Option<Vec<&'a str>>,
    /// The output that lists it.
    pub output: &'a Output,
}
