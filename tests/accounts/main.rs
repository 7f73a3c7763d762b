//! Verdicts on simulated accounts. Each state of `states.json` is set up in a simulated AWS; the page's own code judges
//! the bundle that the collector script writes there, and the results of the real Prowler.
//!
//! `docs/agreement.md` and `docs/proof.md` come from here: with GUARD_NAVI_WRITE they are written, otherwise they are
//! compared. A short run has two states; GUARD_NAVI_SOAK takes all, GUARD_NAVI_STATES="good bad" some of them.

#[path = "../aws/mod.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod aws;
mod prowler;
#[path = "../collector/run.rs"]
#[allow(dead_code, reason = "shared with another test")]
mod run;
mod simulation;
mod tables;

use guard_navi::base::time::Timestamp;
use guard_navi::content::catalogue;
use guard_navi::evidence::Outcome;
use simulation::{Outcomes, State};
use std::fs;
use std::sync::Mutex;
use tables::Row;

/// The controls that cannot pass in the simulator, and why; some of them can fail there.
const NOT_EXPRESSED: &[(&str, &str)] = &[
    ("access-analyzer-external", "accessanalyzer list-analyzers is not simulated"),
    ("billing-anomaly-alert", "ce get-anomaly-monitors is not simulated"),
    ("billing-budget-alert", "budgets describe-subscribers-for-notification is not simulated"),
    ("contact-info-current", "account get-contact-information is not simulated"),
    ("guardduty-findings-triaged", "guardduty list-findings is not simulated"),
    ("guardduty-suppression-narrow", "guardduty list-filters is not simulated"),
    ("iam-service-specific-keys", "iam list-service-specific-credentials is not simulated"),
    ("ir-runbook-and-support-access", "only a person knows whether there is a runbook"),
    ("key-leak-prevention", "only a person knows what is on each machine"),
    ("people-short-lived", "only a person knows the MFA setting of Identity Center, and whose the keys are"),
    ("regions-restricted", "only a person knows which Regions are in use"),
    ("securityhub-cspm-enabled", "securityhub get-enabled-standards is not simulated"),
    ("securityhub-critical-zero", "the simulated Security Hub checks nothing"),
    ("securityhub-score", "the simulated Security Hub checks nothing"),
    ("snapshots-not-public", "ec2 get-snapshot-block-public-access-state is not simulated"),
    ("ssm-block-public-sharing", "ssm get-service-setting is not simulated"),
    ("trusted-advisor-red", "support describe-trusted-advisor-check-summaries is not simulated"),
    ("workloads-patched", "only a person knows what else faces the internet"),
];

#[test]
#[ignore = "needs the AWS CLI, moto and Prowler; `cargo xtask test` installs them and runs this"]
fn verdicts_are_as_wanted_and_agree_with_prowler() {
    // Results of an earlier run do not belong to this one.
    let _ = fs::remove_dir_all(simulation::folder());
    let (states, rows, wrong) = (Mutex::new(simulation::chosen()), Mutex::new(Vec::new()), Mutex::new(Vec::new()));
    // Two at a time: a state takes most of a core.
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let next = {
                        let mut states = states.lock().unwrap();
                        if states.is_empty() { return } else { states.remove(0) }
                    };
                    let (found, differs) = look_at(&next);
                    let mut rows = rows.lock().unwrap();
                    if tables::is_written() {
                        tables::write_agreement(&found);
                    }
                    rows.extend(found);
                    wrong.lock().unwrap().extend(differs);
                }
            });
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    tables::compare_agreement(&rows.into_inner().unwrap());
}

/// Judges one state: how Prowler agrees, and the differences from the expected verdicts.
fn look_at(state: &State) -> (Vec<Row>, Vec<String>) {
    let (simulator, folder) = (simulation::open(state), simulation::folder().join(&state.name));
    fs::create_dir_all(&folder).unwrap();
    let bundle = simulation::collect(&simulator, &[]);
    fs::write(folder.join("bundle.json"), &bundle).unwrap();
    if state.name == "bad" && tables::is_written() {
        fs::write(SAMPLE, simulation::collect(&simulator, &["--mask"])).unwrap();
    }
    let ours = simulation::judged(&[("bundle.json", bundle.as_bytes())]);
    let mut wrong = differences(state, &ours);
    wrong.extend(passes_of_parts(state, &bundle, &ours));

    let checks = prowler::checks(state, simulation::is_soak());
    if checks.is_empty() {
        return (Vec::new(), wrong);
    }
    let scan = prowler::scan(&simulator.endpoint, &folder, &checks);
    let [csv, ocsf] = [("result.csv", &scan.csv), ("result.ocsf.json", &scan.ocsf)]
        .map(|(name, bytes)| simulation::judged(&[(name, bytes.as_slice())]));
    if csv != ocsf {
        wrong.push(format!("{}: CSV and OCSF differ: {csv:?} {ocsf:?}", state.name));
    }
    let results = scan.results();
    let of = |outcomes: &Outcomes, control: &str| outcomes.get(control).copied().unwrap_or(Outcome::Unknown);
    let rows = checks.iter().map(|(control, check)| Row {
        state: state.name.clone(),
        control: (*control).to_owned(),
        check: (*check).to_owned(),
        ours: of(&ours, control),
        prowler: results.get(*check).copied(),
        from_files: of(&csv, control),
    });
    let rows: Vec<Row> = rows.collect();
    wrong.extend(rows.iter().filter_map(Row::unexplained));
    (rows, wrong)
}

/// Controls that pass by a partial bundle, and not by the whole one.
fn passes_of_parts(state: &State, bundle: &str, ours: &Outcomes) -> Vec<String> {
    // A control that the simulator cannot express is unknown in the whole bundle for what the simulator lacks.
    let is_expressed = |control: &str| NOT_EXPRESSED.iter().all(|(id, _)| *id != control);
    let parts =
        simulation::stopped(bundle).into_iter().map(|part| simulation::judged(&[("bundle.json", part.as_bytes())]));
    let passes = parts.flatten().filter(|(_, outcome)| *outcome == Outcome::Pass).map(|(control, _)| control);
    let more = passes.filter(|control| is_expressed(control) && ours.get(control) != Some(&Outcome::Pass));
    more.map(|control| format!("{}: {control} passes where the script was stopped", state.name)).collect()
}

/// The differences from the expected verdicts, over all controls with a table of cases.
fn differences(state: &State, ours: &Outcomes) -> Vec<String> {
    let wanted = state.wanted();
    let of = |outcomes: &Outcomes, control: &str| outcomes.get(control).copied().unwrap_or(Outcome::Unknown);
    let controls = tables::proven().map(|control| control.id);
    let differ = controls.filter(|control| of(ours, control) != of(&wanted, control));
    differ.map(|id| format!("{}: {id}: {:?}, wanted {:?}", state.name, of(ours, id), of(&wanted, id))).collect()
}

/// The sample for the tests of the page: the masked bundle of the bad account.
const SAMPLE: &str = "tests/accounts/bad.json";

#[test]
fn a_masked_bundle_gives_the_same_verdicts() {
    let bundle = fs::read(SAMPLE).unwrap();
    assert!(bundle.len() < 200_000 && !String::from_utf8_lossy(&bundle).contains(simulation::ACCOUNT));
    let collected_at: serde_json::Value = serde_json::from_slice(&bundle).unwrap();
    let then = Timestamp::parse(collected_at["collected_at"].as_str().unwrap()).unwrap();
    let ours = simulation::judged_as_of(then, &[("bad.json", &bundle)]);
    let wrong = differences(&simulation::states()[1], &ours);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_control_is_expressed_or_listed_and_no_state_names_another() {
    let states = simulation::states();
    assert_eq!([states[0].name.as_str(), states[1].name.as_str()], ["good", "bad"]);
    let good = states[0].wanted();
    for control in tables::proven() {
        let is_listed = NOT_EXPRESSED.iter().any(|(id, _)| *id == control.id);
        assert_ne!(good.contains_key(control.id), is_listed, "{} in tests/accounts/states.json", control.id);
    }
    for state in &states {
        for control in state.wanted().keys() {
            assert!(catalogue::find(control).is_some(), "{}: {control}", state.name);
        }
    }
    // Every control that can pass can also fail.
    for control in good.keys() {
        let fails = |state: &State| state.wanted().get(control) == Some(&Outcome::Fail);
        assert!(states.iter().any(fails), "{control}");
    }
}
