//! The normalised picture of an account: what the formats read and the rules look at.
//!
//! **Invariant:** nothing here leaves the judge but `Origin`; reasons that quote it are masked on the way out.

mod format;

pub use format::Format;

use super::calls;
use super::formats::UNKNOWN;
use crate::base::json::Json;
use crate::base::time::Timestamp;
use serde::Serialize;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// Where a fact was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// The file's name.
    pub file: String,
    /// What it was.
    pub format: Format,
    /// When AWS collected it; none when the file does not say.
    pub collected_at: Option<Timestamp>,
    /// When the file was last changed, as the browser or the archive says: the best there is where the file itself
    /// does not say.
    #[serde(skip)]
    pub changed_at: Option<Timestamp>,
    /// The how-manieth hand-over it came with: what is handed over later stands in for the same before.
    #[serde(skip)]
    pub batch: u32,
}

/// Everything that was read of one account; before they are told apart, of all of them.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The account, twelve digits; none where nothing tells.
    pub account: Option<String>,
    /// What AWS CLI commands answered, in the order they came.
    pub outputs: Vec<Output>,
    /// The calls whose outputs were asked for, whatever came of it: what is narrowed there is a doubt.
    looked_at: RefCell<BTreeSet<String>>,
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
    /// The words behind it, where the bundle, a transcript or the page tells them: `--option`, its values, without
    /// `--region` and without what changes nothing.
    pub args: Vec<String>,
    /// What may have changed the output on its way: `| jq .Users`.
    pub changed_by: Option<String>,
    /// What a file's name adds: `bastion-ssh` in `guardduty_get-filter_bastion-ssh.json`.
    pub subject: Option<String>,
    /// The Region, where something tells it; none for global services too.
    pub region: Option<String>,
    /// The account that it was asked of, twelve digits, where something tells it.
    pub account: Option<String>,
    /// What it was printed together with: see [`Session`].
    pub session: Session,
    /// The how-manieth command in its text printed it; none where no command stands above it.
    pub command: Option<u32>,
    /// The answer itself.
    pub answer: Answer,
}

/// What tells which outputs are of one account: they stand in one file and were asked with one profile, or they lie in
/// one folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Session {
    /// The how-manieth text it stands in.
    pub text: u32,
    /// The value of `--profile`.
    pub profile: Option<String>,
    /// The folder of the file, inside an archive; with the how-manieth hand-over.
    pub folder: (u32, String),
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
    #[inline(never)]
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
    #[inline(never)]
    pub fn arg(&self, option: &str) -> Option<&str> {
        self.values(option).next()
    }

    /// The values of an option: `--filter User Group`.
    pub fn values(&self, option: &str) -> impl Iterator<Item = &str> + use<'_> {
        // The last one counts, where an option is given twice.
        let place = self.args.iter().rposition(|arg| arg == option).unwrap_or(self.args.len());
        let behind = self.args.iter().skip(place + 1);
        behind.take_while(|arg| !arg.starts_with("--")).map(String::as_str)
    }

    /// Whether the command was given an option.
    #[must_use]
    #[inline(never)]
    pub fn has_option(&self, option: &str) -> bool {
        self.args.iter().any(|arg| arg == option)
    }

    /// Whether a service control policy of the organisation denies the call.
    #[must_use]
    pub fn is_denied_by_scp(&self) -> bool {
        match &self.answer {
            Answer::Json { .. } => false,
            Answer::Error(error) => {
                error.message.contains("explicit deny in a service control policy")
                    || error.message.contains("no service control policy allows")
            }
        }
    }

    /// What may leave something out of the output, or make another one of it: an option that the rules do not know,
    /// or what stands behind the command.
    #[must_use]
    #[inline(never)]
    pub fn narrowed_by(&self) -> Option<&str> {
        let options = calls::find(self.call).map_or(&[][..], |call| call.options);
        let is_open = |arg: &&String| arg.starts_with("--") && !options.contains(&arg.as_str());
        // What stands where no value can: it may be any option.
        let is_loose = |pair: &&[String]| {
            let [before, arg] = pair else { return false };
            !arg.starts_with("--")
                && arg.contains(UNKNOWN)
                && (!before.starts_with("--") || calls::stands_alone(before))
        };
        let loose = self.args.windows(2).find(is_loose).map(|_| "$…");
        let first = self.args.first().filter(|arg| arg.contains(UNKNOWN)).map(|_| "$…");
        self.args.iter().find(is_open).map(String::as_str).or(self.changed_by.as_deref()).or(loose).or(first)
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
    /// The account, twelve digits; none when no row names it.
    pub account: Option<String>,
    /// The row `<root_account>`.
    pub root: Option<CredentialRow>,
    /// All other rows: IAM users.
    pub users: Vec<CredentialRow>,
    /// Whether it holds several reports of the account, one behind the other.
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
    /// What left results of a check out: an option of the command that asked for them.
    pub narrowed_by: Option<String>,
    /// Whether it was asked for some checks only: of these, all results are there.
    pub is_of_some_controls: bool,
    /// Whether dates in it cannot be read: nobody knows how old it is.
    pub has_odd_dates: bool,
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
    /// The account, twelve digits; for other clouds whatever names it.
    pub account: Option<String>,
    /// When it was checked, where the result says it for itself.
    pub checked_at: Option<Timestamp>,
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
        self.looked_at.borrow_mut().insert(call.to_owned());
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

    /// The Regions that a service control policy closes: it denies what was asked there, and nothing answered.
    pub fn closed_regions(&self) -> BTreeSet<&str> {
        let regions = |fits: fn(&Output) -> bool| {
            let outputs = self.outputs.iter().filter(move |output| fits(output));
            outputs.filter_map(|output| output.region.as_deref()).collect::<BTreeSet<&str>>()
        };
        // Control Tower leaves these open in a Region that it closes.
        let answers = |output: &Output| {
            let is_open = ["accessanalyzer ", "configservice "].iter().any(|service| output.call.starts_with(service));
            output.value().is_some() && !is_open
        };
        &regions(Output::is_denied_by_scp) - &regions(answers)
    }

    /// Whether the account is in AWS GovCloud (US), China or another partition of its own.
    pub fn is_of_another_partition(&self) -> bool {
        let is_other = |region: &str| {
            ["us-gov-", "cn-", "us-iso", "eu-iso", "eusc-"].iter().any(|start| region.starts_with(start))
        };
        let mut regions = self.outputs.iter().filter_map(|output| output.region.as_deref()).peekable();
        regions.peek().is_some() && regions.all(is_other)
    }

    /// The outputs that may be a part, of all calls that were looked at since this was asked last.
    pub fn narrowed(&self) -> Vec<&Output> {
        let calls = self.looked_at.take();
        let is_it = |output: &&Output| calls.contains(output.call) && output.narrowed_by().is_some();
        self.outputs.iter().filter(is_it).collect()
    }

    /// Every check, with the scan that it is of.
    pub fn checks(&self) -> impl Iterator<Item = (&Scan, &Check)> {
        self.scans.iter().flat_map(|scan| scan.checks.iter().map(move |check| (scan, check)))
    }

    /// Whether an account is another one than this.
    pub fn is_foreign(&self, account: &str) -> bool {
        self.account.as_deref().is_some_and(|own| own != account)
    }
}

/// Whether a list of Regions leaves out none that is enabled, and is of the account itself.
fn shows_all_regions(output: &Output) -> bool {
    let is_whole = matches!(output.answer, Answer::Json { is_truncated: false, .. });
    // Most Regions are on by default, the others when somebody turned them on: both belong to the list.
    const STATUS: &str = "--region-opt-status-contains";
    let has = |status: &str| output.values(STATUS).any(|value| value.split(',').any(|word| word == status));
    let has_both = !output.has_option(STATUS) || (has("ENABLED") && has("ENABLED_BY_DEFAULT"));
    is_whole && has_both && output.narrowed_by().is_none()
}

/// A row of `account list-regions` or of `ec2 describe-regions`.
fn is_enabled(region: &Json) -> bool {
    let status = [region.words("RegionOptStatus"), region.words("OptInStatus")].concat();
    !matches!(status.as_str(), "DISABLED" | "DISABLING" | "ENABLING" | "not-opted-in")
}
