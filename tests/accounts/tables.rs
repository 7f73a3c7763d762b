//! The two tables in `docs/`: how far Prowler agrees, and which test proves which verdict.

use crate::NOT_EXPRESSED;
use crate::simulation::{self, State, word};
use guard_navi::content::catalogue::{self, Control};
use guard_navi::evidence::Outcome;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// The reasons why Prowler and we differ on the same thing, by Prowler's check.
const REASONS: &[(&str, &str)] = &[
    ("cloudwatch_log_metric_filter_root_usage", "Prowler knows a metric filter only, we a rule of EventBridge as well"),
    ("codebuild_project_no_secrets_in_variables", "Prowler looks at the value (here no real key), we at the name"),
    ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22", UNUSED),
    ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389", UNUSED),
    ("ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports", UNUSED),
    ("ec2_securitygroup_allow_ingress_from_internet_to_all_ports", UNUSED),
    ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_elasticsearch_kibana_9200_9300_5601", OTHER_PORT),
    ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_ftp_20_21", OTHER_PORT),
    ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mysql_3306", OTHER_PORT),
    ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_postgres_5432", OTHER_PORT),
    ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_sql_server_1433_1434", OTHER_PORT),
    ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_telnet_23", OTHER_PORT),
    ("ec2_instance_port_elasticsearch_kibana_exposed_to_internet", NO_INSTANCE),
    ("ec2_instance_port_ftp_exposed_to_internet", NO_INSTANCE),
    ("ec2_instance_port_mysql_exposed_to_internet", NO_INSTANCE),
    ("ec2_instance_port_postgresql_exposed_to_internet", NO_INSTANCE),
    ("ec2_instance_port_rdp_exposed_to_internet", NO_INSTANCE),
    ("ec2_instance_port_sqlserver_exposed_to_internet", NO_INSTANCE),
    ("ec2_instance_port_ssh_exposed_to_internet", NO_INSTANCE),
    ("ec2_instance_port_telnet_exposed_to_internet", NO_INSTANCE),
    ("iam_user_accesskey_unused", "Prowler passes a key that was never used, however old it is"),
    ("iam_user_console_access_unused", "Prowler passes a password that was never used, however old it is"),
    (
        "rds_instance_no_public_access",
        "Prowler wants an open security group and a public subnet, too; we and RDS.2 ask for the setting alone",
    ),
    ("s3_account_level_public_access_blocks", "Prowler looks at two of the four settings, we and S3.1 at all four"),
];

const OTHER_PORT: &str = "port 22 is open, and this check looks at other ports";
const NO_INSTANCE: &str = "port 22 is open in a group that no instance uses: this check looks at instances";
const UNUSED: &str = "port 22 is open in a group that nothing uses: Prowler passes it, we and EC2.19 do not";

/// One check of Prowler in one state.
pub struct Row {
    pub state: String,
    pub control: String,
    pub check: String,
    /// Our outcome by the bundle.
    pub ours: Outcome,
    /// Prowler's result; `None` if it has no row.
    pub prowler: Option<&'static str>,
    /// Our outcome by Prowler's files alone.
    pub from_files: Outcome,
}

impl Row {
    fn reason(&self) -> Option<&'static str> {
        REASONS.iter().find(|(check, _)| *check == self.check).map(|(_, reason)| *reason)
    }

    /// Whether Prowler's result differs from ours. A pass of one check may stand beside a fail of another check of the
    /// control, so it differs only if our outcome by Prowler's files is no fail.
    fn differs(&self) -> bool {
        match (self.ours, self.prowler) {
            (Outcome::Pass, Some("FAIL")) => true,
            (Outcome::Fail, Some("PASS")) => self.from_files != Outcome::Fail,
            _ => false,
        }
    }

    /// An error; `None` if both agree, or if the reason is known.
    pub fn unexplained(&self) -> Option<String> {
        let contradicts =
            matches!((self.ours, self.from_files), (Outcome::Pass, Outcome::Fail) | (Outcome::Fail, Outcome::Pass));
        let is_open = contradicts || (self.differs() && self.reason().is_none());
        is_open.then(|| format!("no reason is listed for: {}", self.line()))
    }

    fn line(&self) -> String {
        let why = if self.differs() { self.reason().unwrap_or_default() } else { "" };
        let prowler = self.prowler.unwrap_or("no row");
        let (ours, files) = (word(self.ours), word(self.from_files));
        let line =
            format!("| {} | {} | {ours} | `{}` | {prowler} | {files} | {why} |", self.state, self.control, self.check);
        line.replace("|  |", "| |")
    }
}

fn path(name: &str) -> PathBuf {
    std::env::current_dir().unwrap().join("docs").join(name)
}

pub fn is_written() -> bool {
    std::env::var_os("GUARD_NAVI_WRITE").is_some()
}

const AGREEMENT: &str = "\
# Agreement with Prowler

Written by `tests/accounts` (GUARD_NAVI_WRITE set), compared by every run: what we say by the bundle, and
what the real Prowler 5.46 says of the same simulated account. \"Pass\" of Prowler's is not always ours: some checks look at a
part of the control only, and then the verdict by its files alone is unknown. A state stands here with the checks of the
controls that it is about.

| State | Control | Ours | Prowler's check | Prowler | By its files alone | Why they differ |
|---|---|---|---|---|---|---|
";

/// The rows in `docs/agreement.md`.
fn stored_rows() -> Vec<String> {
    let text = fs::read_to_string(path("agreement.md")).unwrap_or_default();
    let is_row = |line: &&str| row_order(line).0.is_some();
    text.lines().filter(is_row).map(str::to_owned).collect()
}

/// Asserts that the rows of this run are in `docs/agreement.md`. A short run has a part of them.
pub fn compare_agreement(rows: &[Row]) {
    let (new, stored): (Vec<String>, _) = (rows.iter().map(Row::line).collect(), stored_rows());
    let missing: Vec<&String> = new.iter().filter(|line| !stored.contains(line)).collect();
    assert!(missing.is_empty(), "docs/agreement.md has none of these rows: {missing:#?}");
    let is_all = simulation::is_soak() && simulation::chosen().len() == simulation::states().len();
    assert!(!is_all || stored.len() == new.len(), "docs/agreement.md has rows of no check");
}

/// Writes rows, and replaces those of the same states and checks.
pub fn write_agreement(rows: &[Row]) {
    let new: Vec<String> = rows.iter().map(Row::line).collect();
    let key = |line: &str| [1, 4].map(|cell| line.split('|').nth(cell).unwrap_or_default().to_owned());
    let is_other = |line: &String| new.iter().all(|new| key(new) != key(line));
    let mut lines: Vec<String> = stored_rows().into_iter().filter(is_other).chain(new.iter().cloned()).collect();
    lines.sort_by_key(|line| row_order(line));
    fs::write(path("agreement.md"), format!("{AGREEMENT}{}\n", lines.join("\n"))).unwrap();
}

/// The order of a row: by state, then by control.
fn row_order(line: &str) -> (Option<usize>, Option<usize>) {
    let mut cells = line.trim_start_matches("| ").split(" | ");
    let (state, control) = (cells.next(), cells.next());
    (
        simulation::states().iter().position(|one| Some(one.name.as_str()) == state),
        catalogue::all().iter().position(|one| Some(one.id) == control),
    )
}

const PROOF: &str = "\
# What proves each verdict

Written by `tests/accounts` (GUARD_NAVI_WRITE set), compared by every run. A **state** is an account in a simulated AWS (`tests/accounts/states.json`), read
by the real AWS CLI; a **sample** is a case made by hand (`tests/evidence/cases`).

| Control | Pass | Fail | Unknown | Why no simulated pass | Only a person knows |
|---|---|---|---|---|---|
";

fn cases(control: &Control) -> PathBuf {
    std::env::current_dir().unwrap().join("tests/evidence/cases").join(control.id).with_extension("json")
}

/// The controls whose rules have a table of cases; other rules may have a few tests in their own file instead.
pub fn proven() -> impl Iterator<Item = &'static Control> {
    catalogue::all().iter().copied().filter(|control| cases(control).exists())
}

fn samples(control: &Control, outcome: Outcome) -> usize {
    let text = fs::read_to_string(cases(control)).unwrap();
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    cases.iter().filter(|case| case["wanted"] == word(outcome)).count()
}

/// The states and the number of samples that prove one outcome.
fn proof(control: &Control, outcome: Outcome, states: &[State]) -> String {
    let is_it = |state: &&State| state.is_about(control.id) && state.wanted().get(control.id) == Some(&outcome);
    let names: Vec<&str> = states.iter().filter(is_it).map(|state| state.name.as_str()).collect();
    let samples = samples(control, outcome);
    let counted = match samples {
        0 => None,
        1 => Some("1 sample".to_owned()),
        samples => Some(format!("{samples} samples")),
    };
    let states = (!names.is_empty()).then(|| names.join(", "));
    states.into_iter().chain(counted).collect::<Vec<_>>().join("; ")
}

#[test]
fn the_table_of_proofs_is_true() {
    let states = simulation::states();
    let mut text = PROOF.to_owned();
    for control in proven() {
        let of = |outcome| proof(control, outcome, &states);
        let [pass, fail, unknown] = [Outcome::Pass, Outcome::Fail, Outcome::Unknown].map(of);
        assert!(!fail.is_empty() || !unknown.is_empty(), "{}: nothing proves it", control.id);
        let why = NOT_EXPRESSED.iter().find(|(id, _)| *id == control.id).map_or("", |(_, why)| why);
        let details = catalogue::details().find(|details| details.id == control.id).unwrap();
        let attest = details.attest.map_or("", |attest| attest.en);
        let line = format!("| {} | {pass} | {fail} | {unknown} | {why} | {attest} |\n", control.id);
        text.push_str(&line.replace("|  |", "| |").replace("|  |", "| |"));
    }
    text.push_str("\n## States\n\n| State | What differs |\n|---|---|\n");
    for state in &states {
        text.push_str(&format!("| {} | {} |\n", state.name, state.differs));
    }
    if is_written() {
        fs::write(path("proof.md"), &text).unwrap();
    }
    assert_eq!(fs::read_to_string(path("proof.md")).unwrap(), text, "run it with GUARD_NAVI_WRITE set");
}
