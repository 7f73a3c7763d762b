//! The services to switch on.

mod cloudtrail_multi_region;
mod config_recording;
mod guardduty_enabled_all_regions;
mod securityhub_cspm_enabled;

use super::Control;

/// In the order of the page.
pub(crate) const CONTROLS: &[&Control] = &[
    &cloudtrail_multi_region::CONTROL,
    &guardduty_enabled_all_regions::CONTROL,
    &config_recording::CONTROL,
    &securityhub_cspm_enabled::CONTROL,
];
