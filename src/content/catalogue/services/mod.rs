//! Section: the security services to enable.

pub(crate) mod access_analyzer_external;
pub(crate) mod cloudtrail_log_protection;
pub(crate) mod cloudtrail_multi_region;
pub(crate) mod config_recording;
pub(crate) mod guardduty_enabled_all_regions;
pub(crate) mod securityhub_cspm_enabled;

use super::{Control, Details};

/// The controls of the section, in the order of the page.
pub(crate) const CONTROLS: &[&Control] = &[
    &cloudtrail_multi_region::CONTROL,
    &cloudtrail_log_protection::CONTROL,
    &config_recording::CONTROL,
    &securityhub_cspm_enabled::CONTROL,
    &guardduty_enabled_all_regions::CONTROL,
    &access_analyzer_external::CONTROL,
];

/// Their details, in the same order.
pub const DETAILS: &[&Details] = &[
    &cloudtrail_multi_region::DETAILS,
    &cloudtrail_log_protection::DETAILS,
    &config_recording::DETAILS,
    &securityhub_cspm_enabled::DETAILS,
    &guardduty_enabled_all_regions::DETAILS,
    &access_analyzer_external::DETAILS,
];
