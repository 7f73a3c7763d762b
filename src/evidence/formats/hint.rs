//! Which command printed a text, if known: from the bundle, the command line above the text, the command that it was
//! pasted under, or the file's name.

use super::super::calls;

/// A word of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Word {
    pub text: String,
    /// False if the word contains a variable or a command substitution.
    pub is_known: bool,
}

impl From<String> for Word {
    fn from(text: String) -> Word {
        // A placeholder that was not filled in.
        let is_known = !text.starts_with('<');
        Word { text, is_known }
    }
}

/// Replaces an unknown value: a variable or the output of another command.
pub(in super::super) const UNKNOWN: char = '\u{FFFD}';

/// Options with which the output does not come from AWS.
pub(super) const NON_AWS_OPTIONS: [&str; 2] = ["--endpoint-url", "--generate-cli-skeleton"];

/// What is known about the command that printed a text; every field may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Hint {
    /// Service and operation, if a rule reads the output.
    pub call: Option<&'static str>,
    /// The name of any other command; its output is not attributed to a known command.
    pub other: Option<String>,
    /// The arguments, `--option=value` as two words, without the Region and options that do not change the output.
    pub args: Vec<String>,
    pub region: Option<String>,
    pub profile: Option<String>,
    /// The part of a file's name after the command.
    pub subject: Option<String>,
    /// What may have changed the output: `| jq .Users`.
    pub changed_by: Option<String>,
    /// Whether the command was above the output or in the bundle; a file's name may be wrong.
    pub is_sure: bool,
}

impl Hint {
    /// A command whose output no rule reads.
    pub fn of_another(name: String) -> Hint {
        Hint { other: Some(name), is_sure: true, ..Hint::default() }
    }

    /// From a command in a bundle or in a command line.
    pub fn of_command(command: &str, words: Vec<Word>, region: Option<String>) -> Hint {
        let mut args = Vec::new();
        for word in words.into_iter().map(with_dashes) {
            match word.text.split_once('=').filter(|_| word.text.starts_with("--")) {
                Some((option, value)) => {
                    args.push(option.to_owned());
                    args.extend(word.is_known.then(|| value.to_owned()));
                }
                None => args.extend(word.is_known.then_some(word.text)),
            }
        }
        let after = |option: &str| {
            let place = args.iter().rposition(|arg| *arg == option)?;
            args.get(place + 1).filter(|value| !value.starts_with("--")).cloned()
        };
        let region = region.or_else(|| after("--region")).filter(|region| calls::is_region(region));
        let profile = after("--profile");
        if args.iter().any(|arg| NON_AWS_OPTIONS.contains(&arg.as_str())) {
            return Hint::of_another(command.to_owned());
        }
        match calls::find(command) {
            Some(call) => {
                let args = without_globals(args);
                Hint { call: Some(call.id), args, region, profile, is_sure: true, ..Hint::default() }
            }
            None => Hint { region, profile, ..Hint::of_another(command.to_owned()) },
        }
    }

    /// Returns the hint itself or, if it names no command, one from the file's name: `sns_list-topics_eu-west-1.json`.
    pub fn or_of_file(self, file: &str) -> Hint {
        if self.call.is_some() || self.other.is_some() {
            return self;
        }
        let mut parts = stem(file).splitn(3, '_');
        let (service, operation) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let Some(call) = calls::find(&[service, " ", operation].concat()) else {
            return Hint::default();
        };
        let rest = parts.next();
        let region = rest.and_then(|rest| rest.rsplit('_').next()).filter(|part| calls::is_region(part));
        let subject = rest.map(|rest| region.and_then(|region| rest.strip_suffix(region)).unwrap_or(rest));
        let subject = subject.map(|subject| subject.trim_end_matches('_')).filter(|subject| !subject.is_empty());
        let (region, subject) = (region.map(str::to_owned), subject.map(str::to_owned));
        Hint { call: Some(call.id), region, subject, ..Hint::default() }
    }
}

/// A file's name without its extension and without the suffix that a browser or a file manager adds to a copy.
fn stem(file: &str) -> &str {
    const ENDINGS: [&str; 5] = [".err", ".json", ".txt", ".log", ".out"];
    let mut stem = file;
    while let Some(rest) = ENDINGS.into_iter().find_map(|ending| stem.strip_suffix(ending)) {
        stem = rest;
    }
    const COPIES: [&str; 5] = [" - コピー", " のコピー", " - Copy", " copy", " - copy"];
    loop {
        let without_number =
            stem.strip_suffix(')').and_then(|rest| rest.rsplit_once(['(', ' '])).filter(|(_, number)| {
                let number = number.trim_start_matches('(');
                !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
            });
        let rest = without_number
            .map(|(rest, _)| rest.trim_end_matches('(').trim_end())
            .or_else(|| COPIES.into_iter().find_map(|copy| stem.strip_suffix(copy)));
        match rest {
            Some(rest) => stem = rest,
            None => return stem,
        }
    }
}

/// Restores the `--` of an option where a chat or a word processor replaced it by a typographic dash.
fn with_dashes(word: Word) -> Word {
    const TYPOGRAPHIC: [char; 6] = ['‐', '‑', '–', '—', '―', '−'];
    let is_dash = |c: char| c == '-' || TYPOGRAPHIC.contains(&c);
    match word.text.trim_start_matches(is_dash) {
        name if word.text.starts_with(TYPOGRAPHIC) && name.starts_with(|c: char| c.is_ascii_lowercase()) => {
            Word { text: ["--", name].concat(), ..word }
        }
        _ => word,
    }
}

/// The words without the options that do not change the output, and without the Region.
fn without_globals(args: Vec<String>) -> Vec<String> {
    let mut remaining = Vec::new();
    let mut args = args.into_iter().peekable();
    while let Some(arg) = args.next() {
        let value = args.peek().filter(|next| !next.starts_with("--"));
        let is_plain = match arg.as_str() {
            "--region" => true,
            "--output" => value.is_none_or(|value| value == "json"),
            option => calls::HARMLESS.contains(&option),
        };
        if !is_plain {
            remaining.push(arg);
        } else if !calls::FLAGS.contains(&arg.as_str()) {
            args.next_if(|next| !next.starts_with("--"));
        }
    }
    remaining
}

#[cfg(test)]
mod tests {
    use super::Hint;

    #[test]
    fn a_file_name_may_identify_the_command() {
        let of = |name: &str| {
            let hint = Hint::default().or_of_file(name);
            let parts = [hint.call.map(str::to_owned), hint.subject, hint.region];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" | ")
        };
        for (name, wanted) in [
            ("iam_get-account-summary.json", "iam get-account-summary"),
            ("iam_get-account-summary (1).json", "iam get-account-summary"),
            ("iam_get-account-summary - コピー (2).json", "iam get-account-summary"),
            ("iam_get-account-summary copy.json.txt", "iam get-account-summary"),
            ("sns_list-topics_eu-west-1.json", "sns list-topics | eu-west-1"),
            ("guardduty_get-filter_bastion-ssh.json", "guardduty get-filter | bastion-ssh"),
            ("s3api_get-bucket-acl_logs.example.com.json", "s3api get-bucket-acl | logs.example.com"),
            ("s3api_get-bucket-acl_a-111122223333.json", "s3api get-bucket-acl | a-111122223333"),
            ("notes.txt", ""),
        ] {
            assert_eq!(of(name), wanted, "{name}");
        }
    }
}
