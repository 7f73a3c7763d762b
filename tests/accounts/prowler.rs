//! The real Prowler in a simulated account.

use crate::simulation::{REGIONS, State};
use guard_navi::evidence::prowler_checks;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The controls that Prowler checks in a short run: a few of each kind, since each check takes seconds in a simulator.
/// All checks of a control run, since with some of them its files would show less.
const SHORT: [&str; 7] = [
    "cloudtrail-multi-region",
    "ec2-imdsv2",
    "guardduty-enabled-all-regions",
    "iam-access-key-age",
    "iam-least-privilege",
    "iam-password-policy",
    "iam-user-mfa",
];

/// Old names of checks that have another name now; results with these names are still read.
const OLD_NAMES: [&str; 1] = ["ec2_securitygroup_allow_ingress_from_internet_to_tcp_ftp_port_20_21"];

/// Checks whose calls the simulator lacks, or for which Prowler writes no row there (the settings of Security Hub).
const NOT_SIMULATED: [&str; 3] =
    ["accessanalyzer_enabled", "bedrock_api_key_no_long_term_credentials", "securityhub_enabled"];

/// The checks that Prowler runs on a state, with the control that each is mapped to.
pub fn checks(state: &State, is_soak: bool) -> Vec<(&'static str, &'static str)> {
    let is_selected = |control: &str, check: &str| {
        let is_there = !NOT_SIMULATED.contains(&check) && !OLD_NAMES.contains(&check);
        state.is_about(control) && is_there && (is_soak || SHORT.contains(&control))
    };
    prowler_checks().filter(|(control, check)| is_selected(control, check)).collect()
}

pub fn program() -> PathBuf {
    std::env::var("PROWLER").expect("PROWLER names the program").into()
}

/// The files that Prowler wrote.
pub struct Scan {
    pub csv: Vec<u8>,
    pub ocsf: Vec<u8>,
}

/// Runs these checks in all Regions, and leaves Prowler's files in this folder.
pub fn scan(endpoint: &str, folder: &Path, checks: &[(&str, &str)]) -> Scan {
    let output = Command::new(program())
        .args(["aws", "-M", "csv", "json-ocsf", "-b", "-F", "result", "-o"])
        .arg(folder)
        .arg("--region")
        .args(REGIONS)
        .arg("-c")
        .args(checks.iter().map(|(_, check)| check))
        .envs([
            ("AWS_ENDPOINT_URL", endpoint),
            // `s3control` puts the account id into the host name, which is only reachable through a proxy.
            ("HTTP_PROXY", endpoint),
            ("AWS_ACCESS_KEY_ID", "none"),
            ("AWS_SECRET_ACCESS_KEY", "none"),
            ("AWS_DEFAULT_REGION", REGIONS[0]),
            ("AWS_EC2_METADATA_DISABLED", "true"),
        ])
        // Prowler writes into the home folder, so it gets one of its own.
        .env("HOME", folder.join("home"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let read = |name: &str| fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{error}: {output:?}"));
    Scan { csv: read("result.csv"), ocsf: read("result.ocsf.json") }
}

impl Scan {
    /// Prowler's own result of each check: FAIL if one resource fails, PASS if all rows pass.
    pub fn results(&self) -> BTreeMap<String, &'static str> {
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(self.csv.as_slice());
        let headers = reader.headers().unwrap().clone();
        let place = |name: &str| headers.iter().position(|header| header == name).unwrap();
        let (check, status) = (place("CHECK_ID"), place("STATUS"));
        let mut results = BTreeMap::new();
        for row in reader.records().map(Result::unwrap) {
            let known = results.entry(row[check].to_owned()).or_insert("PASS");
            match &row[status] {
                "FAIL" => *known = "FAIL",
                "MANUAL" if *known == "PASS" => *known = "MANUAL",
                _ => {}
            }
        }
        results
    }
}

#[test]
#[ignore = "needs Prowler; `cargo xtask test` installs it and runs this"]
fn prowler_has_every_check_that_a_verdict_rests_on() {
    // Listing the checks by Prowler itself takes ten seconds; each is a folder services/<service>/<check>.
    let script = "import prowler, pathlib; print(pathlib.Path(prowler.__file__).parent / 'providers/aws/services')";
    let output = Command::new(program().with_file_name("python")).args(["-c", script]).output().unwrap();
    let services = PathBuf::from(String::from_utf8(output.stdout).unwrap().trim());
    let folders = |path: &Path| fs::read_dir(path).into_iter().flatten().map(|entry| entry.unwrap().path());
    let known: Vec<PathBuf> = folders(&services).flat_map(|service| folders(&service)).collect();
    assert!(known.len() > 300, "{}", known.len());
    for (_, check) in prowler_checks().filter(|(_, check)| !OLD_NAMES.contains(check)) {
        assert!(known.iter().any(|path| path.ends_with(check)), "{check}");
    }
}
