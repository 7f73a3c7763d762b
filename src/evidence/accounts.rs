//! Whose evidence it is: facts of several accounts are told apart, and each account is judged by its own.
//!
//! The caller says whose a list is, never an ARN inside of it: `sts get-caller-identity` beside it, the account that
//! was asked for, or a field that names nobody else.

use super::calls;
use super::facts::{Facts, Output, Scan};
use super::formats::UNKNOWN;
use std::collections::BTreeMap;

/// Whose something is, in a text: one kind of map serves for all that is looked up by it.
///
/// `a` and twelve digits; `p` and a profile whose account nothing tells; [`NOBODY`].
type Whose = String;

/// Of one of several accounts, and nothing tells which: behind all others.
const NOBODY: &str = "z";

/// The facts of one account, and the how-manieth scan it has a part of.
#[derive(Default)]
struct Part {
    facts: Facts,
    scan: usize,
}

/// The facts by account; those that nothing assigns to one of several stand last, without an account.
pub(super) fn split(mut facts: Facts) -> Vec<Facts> {
    name_the_rest(&mut facts.outputs);
    resolve(&mut facts.outputs);
    let mut owners: Vec<Whose> = owners(&facts).filter(|whose| whose != NOBODY).collect();
    owners.sort_unstable();
    owners.dedup();
    if owners.len() < 2 {
        facts.account = owners.first().and_then(|whose| account(whose));
        return vec![facts];
    }
    let mut parts: BTreeMap<Whose, Part> = BTreeMap::new();
    for output in facts.outputs {
        parts.entry(of_output(&output)).or_default().facts.outputs.push(output);
    }
    for report in facts.credential_reports {
        parts.entry(of_id(report.account.as_ref())).or_default().facts.credential_reports.push(report);
    }
    for (number, scan) in (1..).zip(facts.scans) {
        share(scan, number, &mut parts);
    }
    let named = |(whose, part): (Whose, Part)| {
        let mut facts = part.facts;
        facts.account = account(&whose);
        facts
    };
    parts.into_iter().map(named).collect()
}

/// Gives each account its checks of a scan, and their own newest date: what is new of one account does not make new what
/// is old of another.
fn share(mut scan: Scan, number: usize, parts: &mut BTreeMap<Whose, Part>) {
    let checks = std::mem::take(&mut scan.checks);
    if checks.is_empty() {
        parts.entry(NOBODY.to_owned()).or_default().facts.scans.push(scan);
        return;
    }
    for check in checks {
        let part = parts.entry(of_id(check.account.as_ref())).or_default();
        if part.scan != number {
            part.scan = number;
            part.facts.scans.push(scan.clone());
        }
        if let Some(own) = part.facts.scans.last_mut() {
            let is_first = own.checks.is_empty();
            let known = own.origin.collected_at.filter(|_| !is_first || check.checked_at.is_none());
            own.origin.collected_at = known.max(check.checked_at);
            own.checks.push(check);
        }
    }
}

fn account(whose: &str) -> Option<String> {
    whose.strip_prefix('a').map(str::to_owned)
}

fn of_id(account: Option<&String>) -> Whose {
    account.map_or_else(|| NOBODY.to_owned(), |account| ["a", account].concat())
}

fn of_output(output: &Output) -> Whose {
    match (&output.account, &output.session.profile) {
        (None, Some(profile)) => ["p", profile].concat(),
        (account, _) => of_id(account.as_ref()),
    }
}

fn owners(facts: &Facts) -> impl Iterator<Item = Whose> {
    let reports = facts.credential_reports.iter().map(|report| report.account.as_ref());
    let checks = facts.checks().map(|(_, check)| check.account.as_ref());
    facts.outputs.iter().map(of_output).chain(reports.chain(checks).map(of_id))
}

/// The one account of everything with the same key; none where there are several.
#[derive(Default)]
struct Known(BTreeMap<String, Option<String>>);

impl Known {
    fn see(&mut self, key: String, account: Option<String>) {
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

/// Beside what was asked with a profile, what was asked without one may be of another account.
fn name_the_rest(outputs: &mut [Output]) {
    let mut named: Vec<u32> =
        outputs.iter().filter(|output| output.session.profile.is_some()).map(|output| output.session.text).collect();
    named.dedup();
    for output in outputs.iter_mut() {
        if named.binary_search(&output.session.text).is_ok() {
            output.session.profile.get_or_insert_with(|| "default".to_owned());
        }
        // Of a member of the organisation whose id is not known.
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

/// An account that was asked for by its id: it may be another one than the caller's own.
fn asked(output: &Output) -> Option<String> {
    output.arg("--account-id").filter(|id| calls::is_account(id)).map(str::to_owned)
}

/// Tells every output whose it is, as far as what was printed together with it says so.
fn resolve(outputs: &mut [Output]) {
    let profile = |output: &Output| output.session.profile.clone().unwrap_or_default();
    let text = |output: &Output| format!("{}\u{1f}{}", output.session.text, profile(output));
    let folder = |output: &Output| {
        let (batch, folder) = &output.session.folder;
        format!("{batch}\u{1f}{folder}\u{1f}{}", profile(output))
    };
    let (mut callers, mut beside, mut named, mut own) =
        (Known::default(), Known::default(), Known::default(), Known::default());
    for output in outputs.iter() {
        // Nobody can ask these of another account than the caller's.
        if ["s3control ", "budgets "].iter().any(|service| output.call.starts_with(service)) {
            own.see(text(output), asked(output));
        }
        if asked(output).is_none() {
            named.see(text(output), output.account.clone());
            if output.call == "sts get-caller-identity" {
                callers.see(text(output), output.account.clone());
                beside.see(folder(output), output.account.clone());
            }
        }
    }
    for output in outputs {
        output.account = asked(output)
            .or_else(|| callers.get(&text(output)))
            .or_else(|| output.account.take())
            .or_else(|| named.get(&text(output)))
            .or_else(|| own.get(&text(output)))
            .or_else(|| beside.get(&folder(output)))
            .or_else(|| of_folder(output));
    }
}
