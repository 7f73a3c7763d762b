//! Section: contacts, notifications and costs.

pub(crate) mod billing_anomaly_alert;
pub(crate) mod billing_budget_alert;
pub(crate) mod contact_info_current;
pub(crate) mod contact_security_alternate;
pub(crate) mod health_abuse_alert;
pub(crate) mod notify_two_destinations;
pub(crate) mod root_signin_alert;

use super::{Control, Details};

/// The controls of the section, in the order of the page.
pub(crate) const CONTROLS: &[&Control] = &[
    &contact_info_current::CONTROL,
    &contact_security_alternate::CONTROL,
    &notify_two_destinations::CONTROL,
    &health_abuse_alert::CONTROL,
    &root_signin_alert::CONTROL,
    &billing_budget_alert::CONTROL,
    &billing_anomaly_alert::CONTROL,
];

/// Their details, in the same order.
pub const DETAILS: &[&Details] = &[
    &contact_info_current::DETAILS,
    &contact_security_alternate::DETAILS,
    &notify_two_destinations::DETAILS,
    &health_abuse_alert::DETAILS,
    &root_signin_alert::DETAILS,
    &billing_budget_alert::DETAILS,
    &billing_anomaly_alert::DETAILS,
];
