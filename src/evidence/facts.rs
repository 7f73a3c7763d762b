//! The normalised picture of an account: what the formats read and the rules look at.
//!
//! **Invariant:** nothing here leaves the judge but `Origin`; reasons that quote it are masked on the way out.

use crate::i18n::{Text, t};
use crate::json::Json;
use crate::time::Timestamp;
use serde::Serialize;

/// A format that evidence comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// What one AWS CLI command printed.
    AwsCli,
    /// `guard-navi.evidence/1`: what many commands printed.
    EvidenceBundle,
    /// The IAM credential report, as CSV or inside the JSON of `get-credential-report`.
    CredentialReport,
    /// Findings of Security Hub CSPM, in ASFF.
    SecurityHub,
    /// The CSV that the console of Security Hub CSPM downloads.
    SecurityHubCsv,
    /// A result of Prowler, CSV or JSON-OCSF.
    Prowler,
}

impl Format {
    const ALL: [Format; 6] = [
        Format::AwsCli,
        Format::EvidenceBundle,
        Format::CredentialReport,
        Format::SecurityHub,
        Format::SecurityHubCsv,
        Format::Prowler,
    ];

    /// The name in progress files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Format::AwsCli => "aws-cli",
            Format::EvidenceBundle => "evidence-bundle",
            Format::CredentialReport => "credential-report",
            Format::SecurityHub => "security-hub",
            Format::SecurityHubCsv => "security-hub-csv",
            Format::Prowler => "prowler",
        }
    }

    /// The name on the page.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Format::AwsCli => t("AWS CLI の出力", "AWS CLI output"),
            Format::EvidenceBundle => t("証拠ファイル", "Evidence bundle"),
            Format::CredentialReport => t("認証情報レポート", "Credential report"),
            Format::SecurityHub => t("Security Hub の検出結果", "Security Hub findings"),
            Format::SecurityHubCsv => t("Security Hub の CSV", "Security Hub CSV"),
            Format::Prowler => t("Prowler の結果", "Prowler result"),
        }
    }

    /// The format with this name, for answers that were stored with it.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Format> {
        // The name that the first version stored.
        if id == "account-summary" {
            return Some(Format::AwsCli);
        }
        Format::ALL.into_iter().find(|format| format.id() == id)
    }
}

/// Where a fact was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// The file's name.
    pub file: String,
    /// What it was.
    pub format: Format,
    /// When AWS collected it; none when the file does not say.
    pub collected_at: Option<Timestamp>,
    /// The how-manieth hand-over it came with: what is handed over later stands in for the same before.
    #[serde(skip)]
    pub batch: u32,
}

/// Everything that was read so far.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// What AWS CLI commands answered, in the order they came.
    pub outputs: Vec<Output>,
    /// Credential reports, in the order they came.
    pub credential_reports: Vec<CredentialReport>,
    /// Results of scanners, one a file, in the order they came.
    pub scans: Vec<Scan>,
}

/// What one call of one AWS CLI command answered.
#[derive(Clone, Debug)]
pub struct Output {
    /// Where it was read.
    pub origin: Origin,
    /// Service and operation: `iam get-account-summary`.
    pub call: &'static str,
    /// The words behind it, where the bundle, a transcript or the page tells them.
    pub args: Vec<String>,
    /// What a file's name adds: `bastion-ssh` in `guardduty_get-filter_bastion-ssh.json`.
    pub subject: Option<String>,
    /// The Region, where something tells it; none for global services too.
    pub region: Option<String>,
    /// The account, masked, where the output names it.
    pub account: Option<String>,
    /// The answer itself.
    pub answer: Answer,
}

/// JSON, or AWS's error: which can be an answer, too.
#[derive(Clone, Debug)]
pub enum Answer {
    /// What the command printed.
    Json {
        /// The value.
        value: Json,
        /// Whether it says itself that there is more (`NextToken`, `Marker` …).
        is_truncated: bool,
    },
    /// What it printed instead.
    Error(CliError),
}

/// `An error occurred (<code>) when calling the … operation: <message>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CliError {
    /// `AccessDenied`, `NoSuchEntity` …; `EndpointConnectionError` where nothing could be reached.
    pub code: String,
    /// What stands behind the colon.
    pub message: String,
}

impl Output {
    /// The error's code, if this is one.
    #[must_use]
    pub fn error_code(&self) -> Option<&str> {
        match &self.answer {
            Answer::Json { .. } => None,
            Answer::Error(error) => Some(&error.code),
        }
    }

    /// What the command printed, whole or not. A rule reads what it judges through `Weigh::json`, which adds the
    /// doubts; this is for looking something up beside it.
    #[must_use]
    pub fn value(&self) -> Option<&Json> {
        match &self.answer {
            Answer::Json { value, .. } => Some(value),
            Answer::Error(_) => None,
        }
    }

    /// The value of an option of the command: `--policy-arn`.
    #[must_use]
    pub fn arg(&self, option: &str) -> Option<&str> {
        let mut args = self.args.iter();
        while let Some(arg) = args.next() {
            if arg == option {
                return args.next().map(String::as_str);
            }
            if let Some(value) = arg.strip_prefix(option).and_then(|rest| rest.strip_prefix('=')) {
                return Some(value);
            }
        }
        None
    }

    /// Whether the command was given an option: `--query`, `--query=…`.
    #[must_use]
    pub fn has_option(&self, option: &str) -> bool {
        let is_it = |rest: &str| rest.is_empty() || rest.starts_with('=');
        self.args.iter().any(|arg| arg.strip_prefix(option).is_some_and(is_it))
    }

    /// What the call was about: the option's value, or what the file's name adds.
    #[must_use]
    pub fn about(&self, option: &str) -> Option<&str> {
        self.arg(option).or(self.subject.as_deref())
    }
}

/// A credential report.
#[derive(Clone, Debug)]
pub struct CredentialReport {
    /// Where it was read.
    pub origin: Origin,
    /// The account, masked; none when no row names it.
    pub account: Option<String>,
    /// The row `<root_account>`.
    pub root: Option<CredentialRow>,
    /// All other rows: IAM users.
    pub users: Vec<CredentialRow>,
    /// Whether it holds several reports or accounts, one behind the other.
    pub is_mixed: bool,
    /// The first line that has fewer cells than the header, counted from 1: the file was cut off there.
    pub cut_at_line: Option<u64>,
}

/// One row of a credential report. `None` is a cell that says neither true nor false.
#[derive(Clone, Debug, Default)]
pub struct CredentialRow {
    /// Column `user`.
    pub user: String,
    /// Column `user_creation_time`.
    pub created: When,
    /// Column `password_enabled`; `not_supported` (old reports, for root) is none.
    pub password_enabled: Option<bool>,
    /// Column `password_last_used`.
    pub password_last_used: When,
    /// Column `password_last_changed`.
    pub password_last_changed: When,
    /// Column `mfa_active`.
    pub mfa_active: Option<bool>,
    /// Columns `access_key_1_…` and `access_key_2_…`.
    pub keys: [CredentialKey; 2],
    /// Whether `additional_credentials_info` says that there is more than the columns show.
    pub has_more: bool,
}

/// An access key of a credential report.
#[derive(Clone, Copy, Debug, Default)]
pub struct CredentialKey {
    /// Column `…_active`.
    pub active: Option<bool>,
    /// Column `…_last_rotated`.
    pub last_rotated: When,
    /// Column `…_last_used_date`.
    pub last_used: When,
}

/// A cell of the credential report that holds a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// `N/A`, `no_information`, `not_supported`: no such credential, or never used.
    #[default]
    Never,
    /// A date.
    At(Timestamp),
    /// Something else, or no such column.
    Unreadable,
}

/// Who checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scanner {
    /// Security Hub CSPM.
    SecurityHub,
    /// Prowler.
    Prowler,
}

/// A scanner's result: one file.
#[derive(Clone, Debug)]
pub struct Scan {
    /// Where it was read.
    pub origin: Origin,
    /// Who checked.
    pub scanner: Scanner,
    /// One row per check and resource.
    pub checks: Vec<Check>,
    /// Whether there is more of it elsewhere (`NextToken`; the console's CSV is one page of a table).
    pub is_partial: bool,
}

/// One check of one resource.
#[derive(Clone, Debug)]
pub struct Check {
    /// The scanner's name for it: `IAM.4`, `iam_root_mfa_enabled`.
    pub id: String,
    /// What came of it.
    pub result: CheckResult,
    /// Suppressed or muted by somebody: it does not count, but it proves nothing either.
    pub is_muted: bool,
    /// Where.
    pub region: Option<String>,
    /// The account, masked.
    pub account: Option<String>,
    /// What was checked: an ARN or a name; empty where it does not say.
    pub resource: String,
    /// The standards that it counts for: `aws-foundational-security-best-practices/v/1.0.0`. Security Hub only.
    pub standards: Vec<String>,
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckResult {
    /// In order.
    Passed,
    /// Not in order.
    Failed,
    /// `WARNING`, `NOT_AVAILABLE`, `MANUAL`: it could not tell.
    Unknown,
}

impl Facts {
    /// The outputs of a call.
    pub fn outputs<'a>(&'a self, call: &'a str) -> impl Iterator<Item = &'a Output> {
        self.outputs.iter().filter(move |output| output.call == call)
    }

    /// The Regions that the account has enabled, sorted; none while no complete list of them is there that is
    /// `recent`.
    #[must_use]
    pub fn enabled_regions(&self, recent: impl Fn(&Output) -> bool) -> Option<Vec<&str>> {
        let lists: Vec<&Output> = self.region_lists().filter(|output| recent(output)).collect();
        if !lists.iter().any(|output| shows_all_regions(output)) {
            return None;
        }
        // The first pages count as well: the last one looks like a whole list.
        let rows = lists.into_iter().filter_map(|output| Some(output.value()?.items("Regions"))).flatten();
        let mut regions: Vec<&str> =
            rows.filter(|region| is_enabled(region)).map(|region| region.words("RegionName")).collect();
        regions.sort_unstable();
        regions.dedup();
        (!regions.is_empty()).then_some(regions)
    }

    /// The outputs that list Regions, whole or not.
    pub fn region_lists(&self) -> impl Iterator<Item = &Output> {
        self.outputs("account list-regions").chain(self.outputs("ec2 describe-regions"))
    }

    /// Whether an account is none of those that something here names.
    pub fn is_foreign(&self, account: &str) -> bool {
        let mut known = self.accounts().peekable();
        known.peek().is_some() && known.all(|known| known != account)
    }

    /// Every account that something here names, masked.
    pub fn accounts(&self) -> impl Iterator<Item = &str> {
        let outputs = self.outputs.iter().filter_map(|output| output.account.as_deref());
        let reports = self.credential_reports.iter().filter_map(|report| report.account.as_deref());
        let checks = self.scans.iter().flat_map(|scan| &scan.checks).filter_map(|check| check.account.as_deref());
        outputs.chain(reports).chain(checks)
    }
}

/// Whether a list of Regions leaves out none that is enabled, and is of the account itself.
fn shows_all_regions(output: &Output) -> bool {
    const NARROWING: [&str; 8] = [
        "--account-id",
        "--filter",
        "--filters",
        "--max-items",
        "--no-paginate",
        "--query",
        "--region-names",
        "--starting-token",
    ];
    let is_whole = matches!(output.answer, Answer::Json { is_truncated: false, .. });
    // Most Regions are on by default, the others when somebody turned them on: both belong to the list.
    let has = |status: &str| output.args.iter().any(|arg| arg.split([',', '=']).any(|word| word == status));
    let has_both = !output.has_option("--region-opt-status-contains") || (has("ENABLED") && has("ENABLED_BY_DEFAULT"));
    is_whole && has_both && !NARROWING.iter().any(|option| output.has_option(option))
}

/// A row of `account list-regions` or of `ec2 describe-regions`.
fn is_enabled(region: &Json) -> bool {
    let status = [region.words("RegionOptStatus"), region.words("OptInStatus")].concat();
    !matches!(status.as_str(), "DISABLED" | "DISABLING" | "ENABLING" | "not-opted-in")
}
