//! Accounts in a simulated AWS: their states, how they are set up, and the bundle that the collector script makes of
//! them.

use crate::aws::{Aws, Simulator};
use crate::run::Collector;
use guard_navi::base::i18n::Locale;
use guard_navi::base::time::Timestamp;
use guard_navi::evidence::{Judge, Outcome};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::SystemTime;

/// The Regions of `server.py`.
pub const REGIONS: [&str; 3] = ["ap-northeast-1", "us-east-1", "us-west-2"];
pub const ACCOUNT: &str = "123456789012";

/// The outcomes of a judgement, by control.
pub type Outcomes = BTreeMap<String, Outcome>;

/// One account, as described in `states.json`.
#[derive(Deserialize)]
pub struct State {
    pub name: String,
    pub differs: String,
    /// The state that it is based on; it differs from that in one thing.
    #[serde(default)]
    from: Option<String>,
    /// Words are separated by single spaces. A line with `<REGION>` runs once in each Region; `<NAME> = aws …` stores
    /// the output for the lines below.
    commands: Vec<String>,
    /// The verdicts that differ from those of `from`; every control that neither names is unknown.
    wanted: BTreeMap<String, String>,
}

/// All states; good and bad come first.
pub fn states() -> Vec<State> {
    serde_json::from_str(include_str!("states.json")).unwrap()
}

/// All states in a long run, two in a short one; GUARD_NAVI_STATES selects some by name.
pub fn chosen() -> Vec<State> {
    let count = if is_soak() { usize::MAX } else { 2 };
    match std::env::var("GUARD_NAVI_STATES") {
        Ok(names) => states().into_iter().filter(|state| names.split(' ').any(|name| name == state.name)).collect(),
        Err(_) => states().into_iter().take(count).collect(),
    }
}

pub fn is_soak() -> bool {
    std::env::var_os("GUARD_NAVI_SOAK").is_some()
}

impl State {
    fn base(&self) -> Option<State> {
        let name = self.from.as_ref()?;
        Some(states().into_iter().find(|state| state.name == *name).unwrap())
    }

    /// The verdict of every control that the simulator can express in this state.
    pub fn wanted(&self) -> Outcomes {
        let mut wanted = self.base().map(|base| base.wanted()).unwrap_or_default();
        wanted.extend(self.wanted.iter().map(|(control, word)| (control.clone(), outcome(word))));
        wanted
    }

    /// Whether this state tests a control: every control, if it is not based on another state.
    pub fn is_about(&self, control: &str) -> bool {
        self.from.is_none() || self.wanted.contains_key(control)
    }

    fn commands(&self) -> Vec<String> {
        let mut commands = self.base().map(|base| base.commands()).unwrap_or_default();
        commands.extend(self.commands.iter().cloned());
        commands
    }

    /// Sets up the account.
    fn set_up(&self, aws: &mut Aws) {
        let mut stored: Vec<(String, String)> = Vec::new();
        for line in self.commands() {
            let regions: &[&str] = if line.contains("<REGION>") { &REGIONS } else { &[""] };
            for region in regions {
                let mut line = line.replace("<REGION>", region);
                let name = line.split_once(" = aws ").map(|(name, _)| name.to_owned());
                if let Some(name) = &name {
                    line = line.replacen(&format!("{name} = "), "", 1);
                }
                for (name, value) in &stored {
                    line = line.replace(name, value);
                }
                let answer = aws.line(&line);
                assert_eq!(answer.exit, 0, "{}: {line}\n{}", self.name, answer.stderr);
                if let Some(name) = name {
                    stored.retain(|(other, _)| *other != name);
                    stored.push((name, answer.stdout.trim().to_owned()));
                }
            }
        }
    }
}

pub fn outcome(word: &str) -> Outcome {
    match word {
        "pass" => Outcome::Pass,
        "fail" => Outcome::Fail,
        "unknown" => Outcome::Unknown,
        _ => panic!("{word}"),
    }
}

pub const fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Pass => "pass",
        Outcome::Fail => "fail",
        Outcome::Unknown => "unknown",
    }
}

/// A simulator with this account in it.
pub fn open(state: &State) -> Simulator {
    let simulator = Simulator::of_program(std::path::absolute("tests/accounts/server.py").unwrap().to_str().unwrap());
    state.set_up(&mut Aws::by_proxy(&simulator.endpoint));
    simulator
}

pub fn now() -> Timestamp {
    let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
    Timestamp::from_unix_seconds(i64::try_from(seconds).unwrap()).unwrap()
}

/// The bundle that the collector script writes with these options, including calls that cost money in a real account.
pub fn collect(simulator: &Simulator, options: &[&str]) -> String {
    let options = [&["--with-cost-explorer"], options].concat();
    let text = Collector::start(&simulator.endpoint).run(Locale::En, &options).text;
    assert!(text.contains(r#""command":"ce get-anomaly-subscriptions""#));
    text
}

/// Bundles of a script that was stopped: only the first results, or without those of one of its eight workers.
pub fn stopped(bundle: &str) -> Vec<String> {
    let whole: Value = serde_json::from_str(bundle).unwrap();
    let results = whole["results"].as_array().unwrap();
    let bundle_of = |is_kept: &dyn Fn(usize) -> bool| {
        let selected =
            results.iter().enumerate().filter(|(number, _)| is_kept(*number)).map(|(_, result)| result.clone());
        let mut part = whole.clone();
        part["results"] = selected.collect();
        part.to_string()
    };
    let first = (1..10).map(|tenths| bundle_of(&|number| number < results.len() * tenths / 10));
    first.chain((0..8).map(|worker| bundle_of(&|number| number % 8 != worker))).collect()
}

/// The folder for the results, one folder per account; the browser tests read it.
pub fn folder() -> PathBuf {
    std::env::current_dir().unwrap().join("target/tmp/accounts")
}

/// The outcomes that the page gives for these files now.
pub fn judged(files: &[(&str, &[u8])]) -> Outcomes {
    judged_as_of(now(), files)
}

/// The outcomes that the page gives for these files at another time.
pub fn judged_as_of(then: Timestamp, files: &[(&str, &[u8])]) -> Outcomes {
    let mut judge = Judge::default();
    for (name, bytes) in files {
        judge.add(name, bytes, "");
    }
    let judgement = judge.finish(then);
    assert_eq!(judgement.problems, []);
    judgement.verdicts.into_iter().map(|verdict| (verdict.control, verdict.outcome)).collect()
}
