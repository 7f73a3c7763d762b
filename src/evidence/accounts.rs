//! Splits the facts by AWS account, so that each account is judged by its own facts only.
//!
//! The account of an output comes from its context: `sts get-caller-identity` printed beside it, the account id in the
//! request, or a field that can only name the caller's account. It never comes from an ARN inside a list, which may
//! belong to another account.

use super::calls;
use super::facts::{Facts, Output, Scan};
use super::formats::UNKNOWN;
use std::collections::BTreeMap;

/// The owner of an output as a map key: `a` and the twelve digits of an account, `p` and the name of a profile whose
/// account is unknown, or [`UNASSIGNED`]. A `String`, so that all maps have one type: each further type adds to the
/// size of the judge.
type Owner = String;

/// Belongs to one of several accounts, but it is unknown to which. Sorts after all other owners.
const UNASSIGNED: &str = "z";

/// The facts of one account, and the number (from 1) of the last scan that a check was taken from.
#[derive(Default)]
struct Part {
    facts: Facts,
    last_scan: usize,
}

/// The facts by account. Facts that cannot be assigned to one of several accounts come last, without an account.
pub(super) fn split(mut facts: Facts) -> Vec<Facts> {
    assign_default_profile(&mut facts.outputs);
    resolve(&mut facts.outputs);
    let mut owners: Vec<Owner> = owners(&facts).filter(|owner| owner != UNASSIGNED).collect();
    owners.sort_unstable();
    owners.dedup();
    if owners.len() < 2 {
        facts.account = owners.first().and_then(|owner| account(owner));
        return vec![facts];
    }
    let mut parts: BTreeMap<Owner, Part> = BTreeMap::new();
    for output in facts.outputs {
        parts.entry(owner_of_output(&output)).or_default().facts.outputs.push(output);
    }
    for report in facts.credential_reports {
        parts.entry(owner_of_id(report.account.as_ref())).or_default().facts.credential_reports.push(report);
    }
    for (number, scan) in (1..).zip(facts.scans) {
        distribute(scan, number, &mut parts);
    }
    let with_account = |(owner, part): (Owner, Part)| {
        let mut facts = part.facts;
        facts.account = account(&owner);
        facts
    };
    parts.into_iter().map(with_account).collect()
}

/// Distributes the checks of a scan over the accounts. Each part gets the newest date of its own checks, so that recent
/// results of one account do not make old results of another look recent.
fn distribute(mut scan: Scan, number: usize, parts: &mut BTreeMap<Owner, Part>) {
    let checks = std::mem::take(&mut scan.checks);
    if checks.is_empty() {
        parts.entry(UNASSIGNED.to_owned()).or_default().facts.scans.push(scan);
        return;
    }
    for check in checks {
        let part = parts.entry(owner_of_id(check.account.as_ref())).or_default();
        if part.last_scan != number {
            part.last_scan = number;
            part.facts.scans.push(scan.clone());
        }
        if let Some(scan) = part.facts.scans.last_mut() {
            let is_first = scan.checks.is_empty();
            let collected_at = scan.origin.collected_at.filter(|_| !is_first || check.checked_at.is_none());
            scan.origin.collected_at = collected_at.max(check.checked_at);
            scan.checks.push(check);
        }
    }
}

fn account(owner: &str) -> Option<String> {
    owner.strip_prefix('a').map(str::to_owned)
}

fn owner_of_id(account: Option<&String>) -> Owner {
    account.map_or_else(|| UNASSIGNED.to_owned(), |account| ["a", account].concat())
}

fn owner_of_output(output: &Output) -> Owner {
    match (&output.account, &output.session.profile) {
        (None, Some(profile)) => ["p", profile].concat(),
        (account, _) => owner_of_id(account.as_ref()),
    }
}

fn owners(facts: &Facts) -> impl Iterator<Item = Owner> {
    let reports = facts.credential_reports.iter().map(|report| report.account.as_ref());
    let checks = facts.checks().map(|(_, check)| check.account.as_ref());
    facts.outputs.iter().map(owner_of_output).chain(reports.chain(checks).map(owner_of_id))
}

/// The account for each key; `None` for a key that was seen with several accounts.
#[derive(Default)]
struct AccountsByKey(BTreeMap<String, Option<String>>);

impl AccountsByKey {
    fn insert(&mut self, key: String, account: Option<String>) {
        let Some(account) = account else { return };
        self.0
            .entry(key)
            .and_modify(|first| *first = first.take().filter(|first| *first == account))
            .or_insert_with(|| Some(account.clone()));
    }

    fn get(&self, key: &str) -> Option<String> {
        self.0.get(key).cloned().flatten()
    }
}

/// Assigns the default profile to commands without one, if other commands in the same text name a profile: they may
/// belong to different accounts.
fn assign_default_profile(outputs: &mut [Output]) {
    let mut with_profile: Vec<u32> =
        outputs.iter().filter(|output| output.session.profile.is_some()).map(|output| output.session.text).collect();
    with_profile.dedup();
    for output in outputs.iter_mut() {
        if with_profile.binary_search(&output.session.text).is_ok() {
            output.session.profile.get_or_insert_with(|| "default".to_owned());
        }
        // The request is about a member account whose id is unknown.
        let is_unknown = output.arg("--account-id").is_some_and(|id| id.contains(UNKNOWN));
        if is_unknown && output.call.starts_with("account ") {
            output.session.profile = Some(UNKNOWN.to_string());
        }
    }
}

/// The account that a folder is named after.
fn of_folder(output: &Output) -> Option<String> {
    let name = output.session.folder.1.rsplit(['/', '\\']).next()?;
    Some(name.to_owned()).filter(|name| calls::is_account(name))
}

/// The account id in the request, which may differ from the caller's account.
fn requested_account(output: &Output) -> Option<String> {
    output.arg("--account-id").filter(|id| calls::is_account(id)).map(str::to_owned)
}

/// Sets the account of every output, as far as the outputs printed together with it determine it.
fn resolve(outputs: &mut [Output]) {
    let profile = |output: &Output| output.session.profile.clone().unwrap_or_default();
    let text = |output: &Output| format!("{}\u{1f}{}", output.session.text, profile(output));
    let folder = |output: &Output| {
        let (batch, folder) = &output.session.folder;
        format!("{batch}\u{1f}{folder}\u{1f}{}", profile(output))
    };
    let (mut by_caller, mut by_folder, mut by_text, mut by_own_request) =
        (AccountsByKey::default(), AccountsByKey::default(), AccountsByKey::default(), AccountsByKey::default());
    for output in outputs.iter() {
        // These services accept only the caller's own account id.
        if ["s3control ", "budgets "].iter().any(|service| output.call.starts_with(service)) {
            by_own_request.insert(text(output), requested_account(output));
        }
        if requested_account(output).is_none() {
            by_text.insert(text(output), output.account.clone());
            if output.call == "sts get-caller-identity" {
                by_caller.insert(text(output), output.account.clone());
                by_folder.insert(folder(output), output.account.clone());
            }
        }
    }
    for output in outputs {
        output.account = requested_account(output)
            .or_else(|| by_caller.get(&text(output)))
            .or_else(|| output.account.take())
            .or_else(|| by_text.get(&text(output)))
            .or_else(|| by_own_request.get(&text(output)))
            .or_else(|| by_folder.get(&folder(output)))
            .or_else(|| of_folder(output));
    }
}
