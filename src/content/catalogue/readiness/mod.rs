//! Section: readiness for an incident.

pub(crate) mod ir_runbook_and_support_access;
pub(crate) mod no_quarantine_policy;

use super::{Control, Details};

/// The controls of the section, in the order of the page.
pub(crate) const CONTROLS: &[&Control] = &[&ir_runbook_and_support_access::CONTROL, &no_quarantine_policy::CONTROL];

/// Their details, in the same order.
pub const DETAILS: &[&Details] = &[&ir_runbook_and_support_access::DETAILS, &no_quarantine_policy::DETAILS];
