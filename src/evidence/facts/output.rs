//! What AWS CLI commands answered.

use super::origin::Origin;
use crate::base::json::Json;
use crate::evidence::calls;
use crate::evidence::formats::UNKNOWN;

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

    /// What the command printed, whole or not. A rule reads what it judges through `VerdictBuilder::json`, which adds the
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
