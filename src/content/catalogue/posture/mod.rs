//! Section: public exposure, settings, and the Security Hub score.

pub(crate) mod ec2_imdsv2;
pub(crate) mod ec2_no_open_admin_ports;
pub(crate) mod network_leftovers;
pub(crate) mod rds_not_public;
pub(crate) mod regions_restricted;
pub(crate) mod s3_account_block_public;
pub(crate) mod securityhub_critical_zero;
pub(crate) mod securityhub_score;
pub(crate) mod snapshots_not_public;
pub(crate) mod ssm_block_public_sharing;
pub(crate) mod trusted_advisor_red;
pub(crate) mod workloads_patched;

use super::{Control, Details};

/// The controls of the section, in the order of the page.
pub(crate) const CONTROLS: &[&Control] = &[
    &securityhub_score::CONTROL,
    &securityhub_critical_zero::CONTROL,
    &s3_account_block_public::CONTROL,
    &ec2_no_open_admin_ports::CONTROL,
    &ec2_imdsv2::CONTROL,
    &snapshots_not_public::CONTROL,
    &rds_not_public::CONTROL,
    &ssm_block_public_sharing::CONTROL,
    &workloads_patched::CONTROL,
    &regions_restricted::CONTROL,
    &trusted_advisor_red::CONTROL,
    &network_leftovers::CONTROL,
];

/// Their details, in the same order.
pub const DETAILS: &[&Details] = &[
    &securityhub_score::DETAILS,
    &securityhub_critical_zero::DETAILS,
    &s3_account_block_public::DETAILS,
    &ec2_no_open_admin_ports::DETAILS,
    &ec2_imdsv2::DETAILS,
    &snapshots_not_public::DETAILS,
    &rds_not_public::DETAILS,
    &ssm_block_public_sharing::DETAILS,
    &workloads_patched::DETAILS,
    &regions_restricted::DETAILS,
    &trusted_advisor_red::DETAILS,
    &network_leftovers::DETAILS,
];
