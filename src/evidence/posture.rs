//! Derives the status of Security Hub CSPM controls from their findings, by AWS's rules. The must-fix list and the
//! calculator on the posture page use it.
//!
//! Source: AWS Security Hub User Guide, "Evaluating compliance status and control status" (read 2026-11-23).

use super::facts::{Check, CheckResult, Facts, Scanner};
use crate::evidence::security_score::Counts;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Security Hub controls with their statuses, and the counts per standard.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Posture {
    /// The masked account id; `None` if unknown.
    pub account: Option<String>,
    /// Sorted by id (`EC2.19`).
    pub controls: Vec<HubControl>,
    /// Counts per standard. The first entry has an empty name and counts each control once over all standards.
    pub standards: Vec<Standard>,
    /// Whether pages of the findings are missing.
    pub is_partial: bool,
}

/// A control of Security Hub.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HubControl {
    /// The control id (`EC2.19`).
    pub id: String,
    /// Its status.
    pub status: HubStatus,
    /// The resources that failed, masked; at most five.
    pub failed: Vec<String>,
}

/// The status of a control, as AWS derives it from its findings. "No data" and "disabled" do not occur here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum HubStatus {
    /// All findings passed.
    Passed,
    /// At least one failed.
    Failed,
    /// None failed, at least one could not be determined.
    Unknown,
}

impl HubStatus {
    pub(super) fn from_id(id: &str) -> Option<HubStatus> {
        match id {
            "passed" => Some(HubStatus::Passed),
            "failed" => Some(HubStatus::Failed),
            "unknown" => Some(HubStatus::Unknown),
            _ => None,
        }
    }
}

/// A standard and its counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standard {
    /// `aws-foundational-security-best-practices/v/1.0.0`; empty for all standards together.
    pub name: String,
    /// Its controls by status.
    pub counts: Counts,
}

/// The status of a control, derived from its findings; `None` if no finding counts.
#[must_use]
pub fn status<'a>(checks: impl Iterator<Item = &'a Check>) -> Option<HubStatus> {
    // The most serious finding decides.
    checks
        .filter(|check| !check.is_muted)
        .map(|check| match check.result {
            CheckResult::Passed => (0, HubStatus::Passed),
            CheckResult::Unknown => (1, HubStatus::Unknown),
            CheckResult::Failed => (2, HubStatus::Failed),
        })
        .max_by_key(|(rank, _)| *rank)
        .map(|(_, status)| status)
}

/// The posture of an account from all its findings; `None` without findings.
#[must_use]
pub fn of(facts: &Facts, account: Option<String>) -> Option<Posture> {
    let scans = || facts.scans.iter().filter(|scan| scan.scanner == Scanner::SecurityHub);
    let mut by_id: BTreeMap<&str, Vec<&Check>> = BTreeMap::new();
    for check in scans().flat_map(|scan| &scan.checks) {
        by_id.entry(&check.id).or_default().push(check);
    }
    if by_id.is_empty() {
        return None;
    }
    let mut controls = Vec::new();
    let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
    for (id, checks) in &by_id {
        let Some(status) = status(checks.iter().copied()) else {
            continue;
        };
        count(counts.entry("").or_default(), status);
        let standards: BTreeSet<&str> = checks.iter().flat_map(|check| &check.standards).map(String::as_str).collect();
        for standard in standards {
            let of_standard = checks.iter().filter(|check| check.standards.iter().any(|name| name == standard));
            if let Some(status) = self::status(of_standard.copied()) {
                count(counts.entry(standard).or_default(), status);
            }
        }
        let failed = checks.iter().filter(|check| check.result == CheckResult::Failed && !check.is_muted);
        let failed =
            failed.map(|check| crate::base::secrets::mask(&check.resource)).filter(|name| !name.is_empty()).take(5);
        controls.push(HubControl { id: (*id).to_owned(), status, failed: failed.collect() });
    }
    let standards = counts.into_iter().map(|(name, counts)| Standard { name: name.to_owned(), counts }).collect();
    Some(Posture { account, controls, standards, is_partial: scans().any(|scan| scan.is_partial) })
}

fn count(counts: &mut Counts, status: HubStatus) {
    match status {
        HubStatus::Passed => counts.passed += 1,
        HubStatus::Failed => counts.failed += 1,
        HubStatus::Unknown => counts.unknown += 1,
    }
}
