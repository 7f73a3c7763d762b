//! Outputs of AWS CLI commands.

use super::origin::Origin;
use crate::base::json::Json;
use crate::evidence::calls;
use crate::evidence::formats::UNKNOWN;

/// The output of one call of an AWS CLI command.
#[derive(Clone, Debug)]
pub struct Output {
    /// Where it was read.
    pub origin: Origin,
    /// Service and operation: `iam get-account-summary`.
    pub call: &'static str,
    /// The arguments, if the bundle, a transcript or the page provides them: `--option` and its values, without
    /// `--region` and without options that do not change the output.
    pub args: Vec<String>,
    /// What may have changed the output: `| jq .Users`.
    pub changed_by: Option<String>,
    /// What a file's name adds: `bastion-ssh` in `guardduty_get-filter_bastion-ssh.json`.
    pub subject: Option<String>,
    /// The Region, if known; none also for global services.
    pub region: Option<String>,
    /// The queried account, twelve digits, if known.
    pub account: Option<String>,
    /// The session that it belongs to.
    pub session: Session,
    /// Sequence number of its command in the text; none if there is no command above it.
    pub command: Option<u32>,
    /// The answer itself.
    pub answer: Answer,
}

/// Identifies outputs of the same account: they are in one file and used one profile, or they are in one folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Session {
    /// Sequence number of the text.
    pub text: u32,
    /// The value of `--profile`.
    pub profile: Option<String>,
    /// The number of the batch, and the file's folder inside an archive.
    pub folder: (u32, String),
}

/// JSON, or an error of AWS, which can be a valid answer.
#[derive(Clone, Debug)]
pub enum Answer {
    /// What the command printed.
    Json {
        /// The value.
        value: Json,
        /// Whether it states that there is more (`NextToken`, `Marker` …).
        is_truncated: bool,
    },
    /// The error that the command printed instead.
    Error(CliError),
}

/// `An error occurred (<code>) when calling the … operation: <message>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CliError {
    /// `AccessDenied`, `NoSuchEntity` …; `EndpointConnectionError` if the endpoint could not be reached.
    pub code: String,
    /// The text after the colon.
    pub message: String,
}

impl CliError {
    /// The code for a command that succeeded without printing anything.
    pub const NOTHING: &str = "NothingPrinted";
}

impl Output {
    /// The error's code, if the answer is an error.
    #[must_use]
    #[inline(never)]
    pub fn error_code(&self) -> Option<&str> {
        match &self.answer {
            Answer::Json { .. } => None,
            Answer::Error(error) => Some(&error.code),
        }
    }

    /// Whether the command succeeded and printed nothing: for some commands, an answer.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.error_code() == Some(CliError::NOTHING)
    }

    /// The JSON that the command printed, complete or not. Rules read what they judge through `VerdictBuilder::json`,
    /// which adds the doubts; this is for additional look-ups.
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
        // If an option is given twice, the last one counts.
        let place = self.args.iter().rposition(|arg| arg == option).unwrap_or(self.args.len());
        let after = self.args.iter().skip(place + 1);
        after.take_while(|arg| !arg.starts_with("--")).map(String::as_str)
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

    /// What may have reduced or changed the output: an option that the rules do not know, or a pipe or redirection
    /// after the command.
    #[must_use]
    #[inline(never)]
    pub fn narrowed_by(&self) -> Option<&str> {
        let options = calls::find(self.call).map_or(&[][..], |call| call.options);
        let is_unknown_option = |arg: &&String| arg.starts_with("--") && !options.contains(&arg.as_str());
        // An unknown word where no value is expected may be any option.
        let is_unexpected = |pair: &&[String]| {
            let [before, arg] = pair else { return false };
            !arg.starts_with("--")
                && arg.contains(UNKNOWN)
                && (!before.starts_with("--") || calls::stands_alone(before))
        };
        let unexpected = self.args.windows(2).find(is_unexpected).map(|_| "$…");
        let first = self.args.first().filter(|arg| arg.contains(UNKNOWN)).map(|_| "$…");
        let option = self.args.iter().find(is_unknown_option).map(String::as_str);
        option.or(self.changed_by.as_deref()).or(unexpected).or(first)
    }

    /// The subject of the call: the option's value, or the addition in the file's name.
    #[must_use]
    pub fn about(&self, option: &str) -> Option<&str> {
        self.arg(option).or(self.subject.as_deref())
    }
}
