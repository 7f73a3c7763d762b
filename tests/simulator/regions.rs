//! Every fix that is repeated over Regions, in the loop that the page shows, run by bash with the real AWS CLI in a
//! simulated account with three Regions. Then the output of the collector script is judged.

use super::aws::{Aws, Simulator, argv, examples};
use super::details;
use super::run::{Bundle, Collector};
use guard_navi::base::i18n::Locale;
use guard_navi::base::json::Json;
use guard_navi::content::catalogue::{self, Action, Program, Scope};
use guard_navi::content::commands::{self, CommandLine, PlaceholderValues};
use guard_navi::content::topics::{self, Topic, read_control};
use guard_navi::evidence::{Judgement, Outcome, Verdict};
use serde_json::{Value, json};

const HOME: &str = "ap-northeast-1";
const REGIONS: [&str; 3] = [HOME, "us-east-1", "us-west-2"];

/// Its loop turns Amazon Inspector on, which moto lacks.
const UNKNOWN_TO_THE_SIMULATOR: &str = "workloads-patched";

/// Controls whose fix has a loop, in the order of the checklist: prerequisites come first.
fn regional(placeholder_values: &PlaceholderValues) -> Vec<&'static str> {
    let mut controls: Vec<_> = catalogue::all().iter().collect();
    controls.sort_by_key(|control| control.order);
    let is_known = |id: &&str| *id != UNKNOWN_TO_THE_SIMULATOR && !loops(id, placeholder_values).is_empty();
    controls.into_iter().map(|control| control.id).filter(is_known).collect()
}

/// The loops of a fix as the page shows them, without those that only read.
fn loops(control: &str, placeholder_values: &PlaceholderValues) -> Vec<String> {
    let file = Json::parse(&topics::write(Topic::Controls, Locale::En, &Value::Null).to_string()).unwrap();
    let fix = read_control(&file, control).unwrap().fix.cli;
    let changes = |line: &CommandLine| {
        let mut commands = details(control).fix.cli.iter();
        commands.any(|command| command.action != Action::Read && commands::words(command) == line.words)
    };
    commands::groups(&fix)
        .filter(|group| group.iter().any(|line| line.repeat.is_some() && changes(line)))
        .map(|group| commands::region_loop(group, placeholder_values).into_iter().map(|piece| piece.text).collect())
        .collect()
}

fn verdict<'a>(judgement: &'a Judgement, control: &str) -> Option<&'a Verdict> {
    judgement.verdicts.iter().find(|verdict| verdict.control == control)
}

fn passes(judgement: &Judgement, control: &str) -> bool {
    verdict(judgement, control).is_some_and(|verdict| verdict.outcome == Outcome::Pass)
}

/// Controls that pass without the setting of their loop, because nothing in the account is public or old.
const IN_PLACE_WITHOUT: &[&str] = &["snapshots-not-public", "ec2-imdsv2"];

/// Settings that no verdict checks: the command that shows one, its JSON pointer, and its final value in each Region.
fn settings(placeholder_values: &PlaceholderValues) -> Vec<(&'static str, &'static str, [Value; 3])> {
    let recorder = "configservice describe-configuration-recorders";
    let everywhere = |value: &str| [value; 3].map(Value::from);
    vec![
        ("ec2 get-snapshot-block-public-access-state", "/State", everywhere("block-all-sharing")),
        ("ec2 get-instance-metadata-defaults", "/AccountLevel/HttpTokens", everywhere("required")),
        ("guardduty get-detector", "/FindingPublishingFrequency", everywhere("FIFTEEN_MINUTES")),
        (
            "configservice describe-delivery-channels",
            "/DeliveryChannels/0/s3BucketName",
            everywhere(placeholder_values.get("<CONFIG_BUCKET>")),
        ),
        (recorder, "/ConfigurationRecorders/0/recordingGroup/allSupported", [true; 3].map(Value::from)),
        // IAM is recorded only in the home Region.
        (
            recorder,
            "/ConfigurationRecorders/0/recordingGroup/includeGlobalResourceTypes",
            REGIONS.map(|region| Value::from(region == HOME)),
        ),
    ]
}

/// The value of a setting in each Region in the bundle; null if there is none.
fn setting_in(bundle: &Bundle, command: &str, setting: &str) -> Vec<Value> {
    let of_region = |region: &&str| {
        let is_match = |result: &&Value| result["command"] == command && result["region"] == *region;
        let output = bundle.results().iter().find(is_match).map(|result| &result["output"]);
        output.and_then(|output| output.pointer(setting)).cloned().unwrap_or_default()
    };
    REGIONS.iter().map(of_region).collect()
}

/// Runs the commands of a fix that are not repeated over Regions, because the loops depend on them.
fn run_once(aws: &mut Aws, control: &str, placeholder_values: &PlaceholderValues) {
    let is_once = |scope| matches!(scope, Scope::Account | Scope::HomeRegion);
    for command in details(control).fix.cli.iter().filter(|one| is_once(one.scope) && one.program == Program::Aws) {
        // The commands that test an alarm are skipped: moto delivers no mail.
        if matches!(command.action, Action::Create | Action::Change) {
            let answer = aws.run(&argv(command, placeholder_values));
            assert_eq!(answer.exit, 0, "{control}: {}\n{}", command.call, answer.stderr);
        }
    }
}

#[test]
#[ignore = "needs the AWS CLI and moto; `cargo xtask test` installs them and runs this"]
fn every_loop_puts_its_control_in_place_in_all_regions() {
    let simulator = Simulator::of_program("tests/simulator/server.py");
    let collector = Collector::start(&simulator.endpoint);
    let mut aws = Aws::start(&simulator.endpoint);
    let placeholder_values = examples();
    aws.done("aws ec2 run-instances --image-id ami-12c6146b --instance-type t3.micro --metadata-options HttpTokens=required,HttpEndpoint=enabled");

    let before = collector.run(Locale::En, &[]);
    let controls = regional(&placeholder_values);
    println!("{controls:?}");
    for control in ["notify-two-destinations", "cloudtrail-multi-region"] {
        run_once(&mut aws, control, &placeholder_values);
    }
    let mut count = 0;
    for control in &controls {
        run_once(&mut aws, control, &placeholder_values);
        for text in loops(control, &placeholder_values) {
            let (stdout, stderr) = collector.shell(&text);
            for region in REGIONS {
                let is_left_out = text.contains(&format!("home='{HOME}'")) && region == HOME;
                assert_eq!(stdout.contains(&format!("== {region}\n")), !is_left_out, "{control}: {stdout}{stderr}");
            }
            assert!(!stderr.contains("rror"), "{control}: {text}\n{stderr}");
            count += 1;
        }
    }
    println!("{count} loops");

    let after = collector.run(Locale::En, &[]);
    for (command, setting, expected) in settings(&placeholder_values) {
        assert_ne!(setting_in(&before, command, setting), expected, "{command}");
        assert_eq!(setting_in(&after, command, setting), expected, "{command}");
    }
    let (before, after) = (before.judge(), after.judge());
    for control in controls {
        assert_eq!(passes(&before, control), IN_PLACE_WITHOUT.contains(&control), "{control}");
        assert!(passes(&after, control), "{control}: {:#?}", verdict(&after, control));
    }
    for (source, kind, detail) in [
        ("aws.guardduty", "GuardDuty Finding", r#"{"severity":2}"#),
        ("aws.health", "AWS Health Event", r#"{"service":"RISK"}"#),
        ("aws.signin", "AWS Console Sign In via CloudTrail", r#"{"userIdentity":{"type":"Root"}}"#),
    ] {
        let event = json!([{ "Source": source, "DetailType": kind, "Detail": detail }]).to_string();
        assert_eq!(regions_that_notify(&mut aws, &event), REGIONS, "{source}");
    }
    let other = json!([{ "Source": "aws.ec2", "DetailType": "EC2 Spot", "Detail": "{}" }]).to_string();
    assert!(regions_that_notify(&mut aws, &other).is_empty());
}

/// The Regions whose events reach the subscribers of the home Region's topic, exactly once each.
fn regions_that_notify(aws: &mut Aws, event: &str) -> Vec<&'static str> {
    let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
    aws.done("aws sqs create-queue --queue-name witness");
    let topic = format!("arn:aws:sns:{HOME}:123456789012:security-alerts");
    let queue = format!("arn:aws:sqs:{HOME}:123456789012:witness");
    let subscription =
        aws.done(&format!("aws sns subscribe --topic-arn {topic} --protocol sqs --notification-endpoint {queue}"));
    let regions: Vec<_> = REGIONS
        .into_iter()
        .filter(|region| {
            let mut line = words(&format!("aws events put-events --region {region} --entries"));
            line.push(event.to_owned());
            let answer = aws.run(&line);
            assert_eq!(answer.exit, 0, "{}", answer.stderr);
            let url = format!("http://sqs.{HOME}.amazonaws.com/123456789012/witness");
            let received = aws.done(&format!("aws sqs receive-message --queue-url {url} --max-number-of-messages 10"));
            let messages = received["Messages"].as_array().map_or(0, Vec::len);
            assert!(messages <= 1, "{region}: {received}");
            messages == 1
        })
        .collect();
    aws.done(&format!("aws sns unsubscribe --subscription-arn {}", subscription["SubscriptionArn"].as_str().unwrap()));
    regions
}
