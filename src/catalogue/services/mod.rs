//! The services to switch on.

mod cloudtrail_multi_region;
mod config_recording;
mod guardduty_enabled_all_regions;
mod securityhub_cspm_enabled;

use super::{Control, Details};

/// In the order of the page.
pub(crate) const CONTROLS: &[&Control] = &[
    &cloudtrail_multi_region::CONTROL,
    &guardduty_enabled_all_regions::CONTROL,
    &config_recording::CONTROL,
    &securityhub_cspm_enabled::CONTROL,
];

/// In the same order.
pub const DETAILS: &[&Details] = &[
    &cloudtrail_multi_region::DETAILS,
    &guardduty_enabled_all_regions::DETAILS,
    &config_recording::DETAILS,
    &securityhub_cspm_enabled::DETAILS,
];
