//! The real Prowler on a good and a bad simulated account: its CSV and its JSON-OCSF are read, say the same, and say
//! what is true.

#[allow(dead_code, reason = "shared with other tests")]
mod aws;

use aws::{Aws, Simulator};
use guard_navi::evidence::{Judge, Outcome, prowler_checks};
use guard_navi::time::Timestamp;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const REGION: &str = "ap-northeast-1";

/// What Prowler is asked for: a few checks of each kind, since each costs seconds in a simulator.
const CHECKS: [&str; 8] = [
    "iam_user_mfa_enabled_console_access",
    "iam_rotate_access_key_90_days",
    "iam_user_two_active_access_key",
    "iam_user_administrator_access_policy",
    "iam_password_policy_minimum_length_14",
    "guardduty_is_enabled",
    "cloudtrail_multi_region_enabled_logging_management_events",
    "ec2_instance_imdsv2_enabled",
];

fn program() -> PathBuf {
    std::env::var("PROWLER").expect("PROWLER names the program").into()
}

fn furnish(is_good: bool, aws: &mut Aws) {
    let good = [
        "aws iam update-account-password-policy --minimum-password-length 14",
        "aws guardduty create-detector --enable",
        "aws s3api create-bucket --bucket trail-logs --create-bucket-configuration LocationConstraint=ap-northeast-1",
        "aws cloudtrail create-trail --name all --s3-bucket-name trail-logs --is-multi-region-trail",
        "aws cloudtrail put-event-selectors --trail-name all --event-selectors [{\"ReadWriteType\":\"All\",\"IncludeManagementEvents\":true,\"DataResources\":[]}]",
        "aws cloudtrail start-logging --name all",
        "aws ec2 run-instances --image-id ami-12c6146b --instance-type t3.micro --metadata-options HttpTokens=required,HttpEndpoint=enabled",
    ];
    let bad = [
        "aws iam update-account-password-policy --minimum-password-length 6",
        "aws iam create-user --user-name old-dev",
        "aws iam create-login-profile --user-name old-dev --password Xy7-correct-horse",
        "aws iam attach-user-policy --user-name old-dev --policy-arn arn:aws:iam::aws:policy/AdministratorAccess",
        "aws iam create-access-key --user-name old-dev",
        "aws iam create-access-key --user-name old-dev",
        "aws ec2 run-instances --image-id ami-12c6146b --instance-type t3.micro --metadata-options HttpTokens=optional,HttpEndpoint=enabled",
    ];
    for line in if is_good { good.as_slice() } else { bad.as_slice() } {
        aws.done(line);
    }
}

/// Prowler's two files on one account.
fn scanned(is_good: bool) -> [Vec<u8>; 2] {
    let simulator = Simulator::start();
    furnish(is_good, &mut Aws::start(&simulator.endpoint));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(if is_good { "prowler-good" } else { "prowler-bad" });
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let output = Command::new(program())
        .args(["aws", "--region", REGION, "-M", "csv", "json-ocsf", "-b", "-F", "result", "-o"])
        .arg(folder.join("out"))
        .arg("-c")
        .args(CHECKS)
        .envs([
            ("AWS_ENDPOINT_URL", simulator.endpoint.as_str()),
            ("AWS_ACCESS_KEY_ID", "none"),
            ("AWS_SECRET_ACCESS_KEY", "none"),
            ("AWS_DEFAULT_REGION", REGION),
            ("AWS_EC2_METADATA_DISABLED", "true"),
        ])
        // It leaves nothing in anybody's home.
        .env("HOME", &folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let read = |path: &Path| fs::read(path).unwrap_or_else(|error| panic!("{error}: {output:?}"));
    ["out/result.csv", "out/result.ocsf.json"].map(|name| read(&folder.join(name)))
}

fn verdicts(bytes: &[u8]) -> BTreeMap<String, Outcome> {
    let mut judge = Judge::default();
    judge.add("result", bytes, "");
    let judgement = judge.finish(Timestamp::parse("2026-11-24T09:00:00Z").unwrap());
    assert_eq!(judgement.problems, []);
    judgement.verdicts.into_iter().map(|verdict| (verdict.control, verdict.outcome)).collect()
}

#[test]
#[ignore = "needs Prowler; `cargo xtask test` installs it and runs this"]
fn both_formats_say_the_same_and_what_is_true() {
    let (good, bad) = std::thread::scope(|scope| {
        let accounts = [true, false].map(|is_good| scope.spawn(move || scanned(is_good)));
        let [good, bad] = accounts.map(|account| account.join().unwrap());
        (good, bad)
    });
    let [good, bad] = [good, bad].map(|[csv, ocsf]| {
        let (csv, ocsf) = (verdicts(&csv), verdicts(&ocsf));
        assert_eq!(csv, ocsf);
        csv
    });
    println!("good: {good:#?}\nbad: {bad:#?}");
    for control in [
        "iam-user-mfa",
        "iam-access-key-age",
        "iam-least-privilege",
        "iam-password-policy",
        "guardduty-enabled-all-regions",
        "cloudtrail-multi-region",
        "ec2-imdsv2",
    ] {
        assert_eq!(bad.get(control), Some(&Outcome::Fail), "{control}");
    }
    for control in ["cloudtrail-multi-region", "iam-password-policy", "guardduty-enabled-all-regions", "ec2-imdsv2"] {
        assert_ne!(good.get(control), Some(&Outcome::Fail), "{control}");
    }
    // Prowler's check passes for a trail of one Region too: it shows a fault, and nothing else.
    assert_eq!(good.get("cloudtrail-multi-region"), Some(&Outcome::Unknown));
    // One Region was scanned, and nobody says that it is all there is.
    assert_eq!(good.get("guardduty-enabled-all-regions"), Some(&Outcome::Unknown));
}

#[test]
#[ignore = "needs Prowler; `cargo xtask test` installs it and runs this"]
fn prowler_has_every_check_that_a_verdict_rests_on() {
    // Asking Prowler itself takes ten seconds; its checks are folders: services/<service>/<check>.
    let script = "import prowler, pathlib; print(pathlib.Path(prowler.__file__).parent / 'providers/aws/services')";
    let output = Command::new(program().with_file_name("python")).args(["-c", script]).output().unwrap();
    let services = PathBuf::from(String::from_utf8(output.stdout).unwrap().trim());
    let folders = |path: &Path| fs::read_dir(path).into_iter().flatten().map(|entry| entry.unwrap().path());
    let known: Vec<PathBuf> = folders(&services).flat_map(|service| folders(&service)).collect();
    assert!(known.len() > 300, "{}", known.len());
    for check in prowler_checks() {
        assert!(known.iter().any(|path| path.ends_with(check)), "{check}");
    }
}
