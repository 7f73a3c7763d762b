//! Accounts in a simulated AWS: what differs in each, how it is furnished, and the bundle that it gives.

use crate::aws::{Aws, Simulator, argv};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use guard_navi::catalogue::{self, Command, Program};
use guard_navi::commands::Fills;
use guard_navi::evidence::{Judge, Outcome};
use guard_navi::secrets;
use guard_navi::time::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::time::SystemTime;

/// The Regions of `server.py`.
pub const REGIONS: [&str; 3] = ["ap-northeast-1", "us-east-1", "us-west-2"];
pub const ACCOUNT: &str = "123456789012";

/// What a judgement says, control by control.
pub type Outcomes = BTreeMap<String, Outcome>;

/// One account, as `states.json` tells of it.
#[derive(Deserialize)]
pub struct State {
    pub name: String,
    pub differs: String,
    /// The state that it is built on, and differs from in one thing.
    #[serde(default)]
    from: Option<String>,
    /// Words are parted by single spaces. `<REGION>`: run once in each; `<NAME> = aws …`: what it prints is for the
    /// lines below.
    commands: Vec<String>,
    /// The verdicts that differ from those of `from`; every control that neither names is unknown.
    wanted: BTreeMap<String, String>,
}

/// All of them; good and bad come first.
pub fn states() -> Vec<State> {
    serde_json::from_str(include_str!("states.json")).unwrap()
}

/// All states in a long run, two in a short one.
pub fn chosen() -> Vec<State> {
    let count = if is_soak() { usize::MAX } else { 2 };
    states().into_iter().take(count).collect()
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

    /// The controls that this state is there for: all of them in a state of its own.
    pub fn is_about(&self, control: &str) -> bool {
        self.from.is_none() || self.wanted.contains_key(control)
    }

    fn commands(&self) -> Vec<String> {
        let mut commands = self.base().map(|base| base.commands()).unwrap_or_default();
        commands.extend(self.commands.iter().cloned());
        commands
    }

    /// Makes the account so.
    pub fn furnish(&self, aws: &mut Aws) {
        let mut kept: Vec<(String, String)> = Vec::new();
        for line in self.commands() {
            let regions: &[&str] = if line.contains("<REGION>") { &REGIONS } else { &[""] };
            for region in regions {
                let mut line = line.replace("<REGION>", region);
                let name = line.split_once(" = aws ").map(|(name, _)| name.to_owned());
                if let Some(name) = &name {
                    line = line.replacen(&format!("{name} = "), "", 1);
                }
                for (name, value) in &kept {
                    line = line.replace(name, value);
                }
                let answer = aws.line(&line);
                assert_eq!(answer.exit, 0, "{}: {line}\n{}", self.name, answer.stderr);
                if let Some(name) = name {
                    kept.retain(|(other, _)| *other != name);
                    kept.push((name, answer.stdout.trim().to_owned()));
                }
            }
        }
    }
}

pub fn outcome(word: &str) -> Outcome {
    match word {
        "pass" => Outcome::Pass,
        "fail" => Outcome::Fail,
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

/// A simulator with this account in it, and the AWS CLI that talks to it.
pub fn open(state: &State) -> (Simulator, Aws) {
    let simulator = Simulator::of_program(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/accounts/server.py"));
    let mut aws = Aws::by_proxy(&simulator.endpoint);
    state.furnish(&mut aws);
    (simulator, aws)
}

pub fn now() -> Timestamp {
    let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
    Timestamp::from_unix_seconds(i64::try_from(seconds).unwrap()).unwrap()
}

/// Every check command of the catalogue, run in this account: the bundle that the collector script would write.
pub fn collect(aws: &mut Aws) -> Value {
    let mut collector = Collector { aws, done: BTreeMap::new(), results: Vec::new() };
    let plain = |call| Command { program: Program::Aws, call, args: &[], each: None, regional: false, note: None };
    collector.run(&plain("iam generate-credential-report"), &Fills::default(), None);
    for details in catalogue::details() {
        let check: Vec<&Command> = details.check.cli.iter().filter(|one| one.program == Program::Aws).collect();
        for command in &check {
            let regions: Vec<Option<&str>> =
                if command.regional { REGIONS.into_iter().map(Some).collect() } else { vec![None] };
            for region in regions {
                for fills in collector.rounds(&check, command, region) {
                    collector.run(command, &fills, region);
                }
            }
        }
    }
    collector.run(&plain("sts get-caller-identity"), &Fills::default(), None);
    json!({ "schema": "guard-navi.evidence/1", "collected_at": now().to_string(), "results": collector.results })
}

struct Collector<'a> {
    aws: &'a mut Aws,
    /// What was run, and where its result stands.
    done: BTreeMap<Vec<String>, usize>,
    results: Vec<Value>,
}

impl Collector<'_> {
    /// What a command runs over: one round, or one for each value of its chain.
    fn rounds(&mut self, check: &[&Command], command: &Command, region: Option<&str>) -> Vec<Fills> {
        let Some(each) = command.each else {
            return vec![Fills::default()];
        };
        let first = check.iter().find(|first| first.call == each.from).unwrap();
        let mut rounds = Vec::new();
        for fills in self.rounds(check, first, region) {
            let Some(output) = self.run(first, &fills, region) else { continue };
            for value in values(&output, each.path) {
                let mut fills = fills.clone();
                fills.set(each.fills, value);
                rounds.push(fills);
            }
        }
        rounds
    }

    /// Runs a command once, and gives what it printed. One with a blank that only a person can fill is left out.
    fn run(&mut self, command: &Command, fills: &Fills, region: Option<&str>) -> Option<Value> {
        let mut fills = fills.clone();
        fills.set("<ACCOUNT_ID>", ACCOUNT.to_owned());
        fills.set("<REGION>", region.unwrap_or_default().to_owned());
        let line = argv(command, &fills);
        if line.iter().any(|word| word.starts_with('<') && word.ends_with('>')) {
            return None;
        }
        let place = if let Some(place) = self.done.get(&line) {
            *place
        } else {
            let answer = self.aws.run(&line);
            let words = line.len() - if region.is_some() { 2 } else { 0 };
            let output = serde_json::from_str(&answer.stdout).unwrap_or(Value::String(answer.stdout));
            self.results.push(json!({
                "command": command.call, "args": line[3..words], "region": region,
                "exit": answer.exit, "output": output, "error": answer.stderr.trim(),
            }));
            self.done.insert(line, self.results.len() - 1);
            self.results.len() - 1
        };
        Some(self.results[place]["output"].clone())
    }
}

/// The texts at a path like `trailList[].TrailARN`, each once.
fn values(output: &Value, path: &str) -> BTreeSet<String> {
    let (step, rest) = path.split_once('.').unwrap_or((path, ""));
    let value = &output[step.trim_end_matches("[]")];
    let items = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
    let of = |item: &Value| match rest {
        "" => item.as_str().map(str::to_owned).into_iter().collect(),
        rest => values(item, rest),
    };
    items.iter().flat_map(of).collect()
}

/// A bundle without the account's id, in the credential report inside it, too.
pub fn masked(bundle: &[u8]) -> String {
    let mask = |text: &str| text.replace(ACCOUNT, &secrets::mask(ACCOUNT));
    let mut bundle: Value = serde_json::from_slice(bundle).unwrap();
    for result in bundle["results"].as_array_mut().unwrap() {
        if let Some(content) = result["output"].get("Content").and_then(Value::as_str) {
            let report = String::from_utf8(BASE64_STANDARD.decode(content).unwrap()).unwrap();
            result["output"]["Content"] = BASE64_STANDARD.encode(mask(&report)).into();
        }
    }
    mask(&serde_json::to_string_pretty(&bundle).unwrap()) + "\n"
}

/// What the page would say to these files today.
pub fn judged(files: &[(&str, &[u8])]) -> Outcomes {
    judged_as_of(now(), files)
}

/// The same at another time.
pub fn judged_as_of(then: Timestamp, files: &[(&str, &[u8])]) -> Outcomes {
    let mut judge = Judge::default();
    for (name, bytes) in files {
        judge.add(name, bytes, "");
    }
    let judgement = judge.finish(then);
    assert_eq!(judgement.problems, []);
    judgement.verdicts.into_iter().map(|verdict| (verdict.control, verdict.outcome)).collect()
}
