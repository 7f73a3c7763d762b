//! Section: GuardDuty findings: alerts, triage, and only then suppression.

pub(crate) mod guardduty_eventbridge_rule;
pub(crate) mod guardduty_findings_triaged;
pub(crate) mod guardduty_suppression_narrow;

use super::{Control, Details};

/// The controls of the section, in the order of the page.
pub(crate) const CONTROLS: &[&Control] = &[
    &guardduty_eventbridge_rule::CONTROL,
    &guardduty_findings_triaged::CONTROL,
    &guardduty_suppression_narrow::CONTROL,
];

/// Their details, in the same order.
pub const DETAILS: &[&Details] = &[
    &guardduty_eventbridge_rule::DETAILS,
    &guardduty_findings_triaged::DETAILS,
    &guardduty_suppression_narrow::DETAILS,
];
