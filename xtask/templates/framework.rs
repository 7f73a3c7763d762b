//! {title}.

use super::framework::Framework;

pub(super) const FRAMEWORK: Framework =
    Framework { field: "{id}", title: "{title}", url: "https://", rows: &[("iam-root-mfa", &["1"])] };
