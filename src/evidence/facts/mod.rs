//! The normalised data of an account: the format readers write it, the rules read it.
//!
//! **Invariant:** of this data, only `Origin` leaves the judge; reasons that quote other data are masked first.

mod credential_report;
mod format;
mod origin;
mod output;
mod scan;

pub use credential_report::{CredentialKey, CredentialReport, CredentialRow, When};
pub use format::Format;
pub use origin::Origin;
pub use output::{Answer, CliError, Output, Session};
pub use scan::{Check, CheckResult, Scan, Scanner};

use crate::base::json::Json;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// Everything that was read about one account, or about all accounts before they are separated.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The account, twelve digits; none if unknown.
    pub account: Option<String>,
    /// Outputs of AWS CLI commands, in the order in which they were read.
    pub outputs: Vec<Output>,
    /// The calls whose outputs a rule requested, found or not; a narrowed output of these is a doubt.
    requested_calls: RefCell<BTreeSet<String>>,
    /// Credential reports, in the order in which they were read.
    pub credential_reports: Vec<CredentialReport>,
    /// Results of scanners, one per file, in the order in which they were read.
    pub scans: Vec<Scan>,
}

impl Facts {
    /// The outputs of a call.
    pub fn outputs<'a>(&'a self, call: &'a str) -> impl Iterator<Item = &'a Output> {
        self.requested_calls.borrow_mut().insert(call.to_owned());
        self.outputs.iter().filter(move |output| output.call == call)
    }

    /// The Regions that the account has enabled, sorted; none if there is no complete list that is `recent`.
    #[must_use]
    pub fn enabled_regions(&self, recent: impl Fn(&Output) -> bool) -> Option<Vec<&str>> {
        let lists: Vec<&Output> = self.region_lists().filter(|output| recent(output)).collect();
        if !lists.iter().any(|output| shows_all_regions(output)) {
            return None;
        }
        // Earlier pages of a list count as well, since the last page looks like a complete list.
        let rows = lists.into_iter().filter_map(|output| Some(output.value()?.items("Regions"))).flatten();
        let mut regions: Vec<&str> =
            rows.filter(|region| is_enabled(region)).map(|region| region.words("RegionName")).collect();
        regions.sort_unstable();
        regions.dedup();
        (!regions.is_empty()).then_some(regions)
    }

    /// The outputs that list Regions, complete or not.
    pub fn region_lists(&self) -> impl Iterator<Item = &Output> {
        self.outputs("account list-regions").chain(self.outputs("ec2 describe-regions"))
    }

    /// The Regions that a service control policy closes: it denied a request there, and no request succeeded.
    pub fn closed_regions(&self) -> BTreeSet<&str> {
        let regions = |fits: fn(&Output) -> bool| {
            let outputs = self.outputs.iter().filter(move |output| fits(output));
            outputs.filter_map(|output| output.region.as_deref()).collect::<BTreeSet<&str>>()
        };
        // Calls that Control Tower, and our own policy of `regions-restricted`, still allow in a Region that they close.
        const OPEN: [&str; 5] =
            ["accessanalyzer ", "cloudtrail lookup-events", "configservice ", "sso-admin ", "wafv2 "];
        let answers =
            |output: &Output| output.value().is_some() && !OPEN.iter().any(|call| output.call.starts_with(call));
        &regions(Output::is_denied_by_scp) - &regions(answers)
    }

    /// Whether the account is in AWS GovCloud (US), China or another separate partition.
    pub fn is_of_another_partition(&self) -> bool {
        let is_other = |region: &str| {
            ["us-gov-", "cn-", "us-iso", "eu-iso", "eusc-"].iter().any(|start| region.starts_with(start))
        };
        let mut regions = self.outputs.iter().filter_map(|output| output.region.as_deref()).peekable();
        regions.peek().is_some() && regions.all(is_other)
    }

    /// The outputs that may be incomplete, of all calls that were requested since this function was last called.
    pub fn narrowed(&self) -> Vec<&Output> {
        let calls = self.requested_calls.take();
        let is_narrowed = |output: &&Output| calls.contains(output.call) && output.narrowed_by().is_some();
        self.outputs.iter().filter(is_narrowed).collect()
    }

    /// Every check, with its scan.
    pub fn checks(&self) -> impl Iterator<Item = (&Scan, &Check)> {
        self.scans.iter().flat_map(|scan| scan.checks.iter().map(move |check| (scan, check)))
    }

    /// Whether an account differs from this one; false if this one is unknown.
    pub fn is_foreign(&self, account: &str) -> bool {
        self.account.as_deref().is_some_and(|own| own != account)
    }
}

/// Whether a list of Regions contains every enabled one, and is of the account itself.
fn shows_all_regions(output: &Output) -> bool {
    let is_whole = matches!(output.answer, Answer::Json { is_truncated: false, .. });
    // Regions are enabled by default or by opt-in; a complete list contains both.
    const STATUS: &str = "--region-opt-status-contains";
    let has = |status: &str| output.values(STATUS).any(|value| value.split(',').any(|word| word == status));
    let has_both = !output.has_option(STATUS) || (has("ENABLED") && has("ENABLED_BY_DEFAULT"));
    is_whole && has_both && output.narrowed_by().is_none()
}

/// A row of `account list-regions` or of `ec2 describe-regions`.
fn is_enabled(region: &Json) -> bool {
    let status = [region.words("RegionOptStatus"), region.words("OptInStatus")].concat();
    !matches!(status.as_str(), "DISABLED" | "DISABLING" | "ENABLING" | "not-opted-in")
}
