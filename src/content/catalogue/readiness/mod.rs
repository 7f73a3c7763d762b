//! Ready for an incident.

pub(crate) mod ir_runbook_and_support_access;
pub(crate) mod no_quarantine_policy;

use super::{Control, Details};

/// In the order of the page.
pub(crate) const CONTROLS: &[&Control] = &[&ir_runbook_and_support_access::CONTROL, &no_quarantine_policy::CONTROL];

/// In the same order.
pub const DETAILS: &[&Details] = &[&ir_runbook_and_support_access::DETAILS, &no_quarantine_policy::DETAILS];
