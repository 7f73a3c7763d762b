//! IAM inventory and prevention of key leaks.

pub(crate) mod iam_root_mfa;

use super::{Control, Details};

/// In the order of the page.
pub(crate) const CONTROLS: &[&Control] = &[&iam_root_mfa::CONTROL];

/// In the same order.
pub const DETAILS: &[&Details] = &[&iam_root_mfa::DETAILS];
