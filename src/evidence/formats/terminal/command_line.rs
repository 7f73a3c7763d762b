//! Finds AWS CLI commands as a user typed them: over several lines, after a prompt, in bash, zsh, PowerShell or cmd.
//!
//! **Invariant:** a word that is not literal (a variable, a command substitution) is never used as a value; whatever
//! may have changed an output (a pipe, a redirection) is recorded.

use super::super::hint::Hint;
use super::words::{End, Lexed, lex};
use crate::evidence::calls;

/// Maximum length of typed text, in bytes.
const MAX_TYPED: usize = 16 * 1024;
/// Names of the AWS CLI's program; `aws-cli` is its container image.
const PROGRAMS: [&str; 5] = ["aws", "aws.exe", "aws.cmd", "aws-cli", OTHER_SYSTEM];
/// The AWS CLI for LocalStack, which emulates AWS.
const OTHER_SYSTEM: &str = "awslocal";
/// The search for a command stops after this many mentions of the program that are not a call.
const MAX_MENTIONS: usize = 8;
/// Programs that print a file unchanged.
const READERS: [&str; 7] = ["cat", "bat", "type", "more", "less", "gc", "get-content"];

/// A command line as typed.
#[derive(Debug, PartialEq)]
pub(super) struct Typed {
    /// The AWS CLI commands that print to the terminal, in order.
    pub hints: Vec<Hint>,
    /// Length, in bytes.
    pub length: usize,
}

/// Reads the commands at the start of a text; none if its first line is not a command line.
pub(super) fn read(text: &str) -> Option<Typed> {
    let first = line_of(text);
    if first.len() > MAX_TYPED {
        return None;
    }
    let text = text.get(..text.floor_char_boundary(MAX_TYPED)).unwrap_or(text);
    let mut hints = Vec::new();
    let (mut at, mut end) = (0, first.len());
    let (mut is_command, mut mentions) = (false, 0);
    while let Some((start, args_start)) = program_in(text, at..end) {
        let before = text.get(..start).unwrap_or_default();
        let lexed = lex(text.get(args_start..).unwrap_or_default());
        let Some(hint) = hint(&lexed, before, text.get(start..).unwrap_or_default()) else {
            at = args_start;
            // Each mention is lexed to its end, so their number is limited.
            mentions += 1;
            if mentions == MAX_MENTIONS {
                break;
            }
            continue;
        };
        is_command = true;
        at = args_start + lexed.length;
        end = match lexed.end {
            End::Line => at,
            End::Operator => at + line_of(text.get(at..).unwrap_or_default()).len(),
        };
        if !is_captured(before) {
            hints.push(hint);
        }
    }
    if is_command {
        // A pipe after a group or a loop applies to all of its commands.
        let tail = text.get(at..end).unwrap_or_default();
        if let Some((_, pipe)) = tail.split_once('|').filter(|_| !tail.contains("||")) {
            let changed_by = ["| ", pipe.trim()].concat();
            hints.iter_mut().for_each(|hint: &mut Hint| {
                hint.changed_by = hint.changed_by.take().or(Some(changed_by.clone()));
            });
        }
        return Some(Typed { hints, length: end });
    }
    let typed = behind_prompt(first)?;
    let name = typed.split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
    let reads_file = READERS.contains(&name.as_str()) && !typed.contains(['|', '>']);
    let hints = if reads_file { Vec::new() } else { vec![Hint::of_another(name)] };
    Some(Typed { hints, length: first.len() })
}

fn line_of(text: &str) -> &str {
    text.split_inclusive('\n').next().unwrap_or_default()
}

/// The first call of the AWS CLI or of `gh` in a part of a text: the offsets where its name and its arguments start.
fn program_in(text: &str, part: std::ops::Range<usize>) -> Option<(usize, usize)> {
    let all = text.get(part.clone())?;
    let names = all.match_indices("aws").map(|(offset, _)| (offset, &PROGRAMS[..]));
    let others = all.match_indices("gh").map(|(offset, _)| (offset, &["gh"][..]));
    let mut found: Vec<(usize, usize)> = names
        .chain(others)
        .filter_map(|(offset, programs)| {
            let start = part.start + offset;
            let rest = text.get(start..)?;
            let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')))?;
            let name = rest.get(..length)?;
            let is_open = |c: char| c.is_whitespace() || "/\\>$#%(`;&|\"'!{".contains(c);
            let begins = text.get(..start)?.chars().next_back().is_none_or(is_open);
            // The name may be followed by a container tag or by the closing quote of a path with spaces.
            let tail = rest.get(length..)?;
            let tail_length = tail.find(char::is_whitespace).unwrap_or(tail.len());
            let ends = matches!(tail.get(..tail_length), Some("" | "\"" | "'")) || tail.starts_with(':');
            (begins && ends && programs.contains(&name)).then_some((start, start + length + tail_length))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().next()
}

/// The hint for a command's output; none if the words are not a command. `before` is the text before the program.
fn hint(lexed: &Lexed, before: &str, program: &str) -> Option<Hint> {
    let mut words = lexed.words.iter().cloned().peekable();
    let (mut globals, mut names) = (Vec::new(), Vec::new());
    if program.starts_with("gh") {
        names.push("gh".to_owned());
    }
    while names.len() < 2 {
        let word = words.next()?;
        if word.text.starts_with("--") {
            let takes_value = !word.text.contains('=') && !calls::FLAGS.contains(&word.text.as_str());
            globals.push(word);
            globals.extend(takes_value.then(|| words.next()).flatten());
        } else if word.is_known && is_name(&word.text) {
            names.push(word.text);
        } else {
            return None;
        }
    }
    let command = names.join(" ");
    let is_known_call = calls::find(&command).is_some();
    // Without a prompt, as in a sentence, an unknown command needs a hyphen, as most AWS operations have.
    if !is_known_call && !is_prompt(before) && !command.contains('-') {
        return None;
    }
    // Text before an earlier command of the line does not apply to this command.
    let before = before.rsplit([';', '&', '|', '\n']).next().unwrap_or(before);
    if program.starts_with(OTHER_SYSTEM) || before.contains("AWS_ENDPOINT_URL") {
        return Some(Hint::of_another(command));
    }
    let args: Vec<_> = globals.into_iter().chain(words).collect();
    let names_region = args.iter().any(|word| word.text.starts_with("--region"));
    let mut hint = Hint::of_command(&command, args, None);
    let region = variable(before, "AWS_REGION").or_else(|| variable(before, "AWS_DEFAULT_REGION"));
    let region = region.filter(|region| !names_region && calls::is_region(region));
    hint.region = hint.region.or(region);
    hint.profile = hint.profile.or_else(|| variable(before, "AWS_PROFILE")).or_else(|| vault(before));
    // `xargs` and `parallel` add arguments that are not visible here.
    let changed_by_caller =
        before.split_whitespace().any(|word| matches!(word, "xargs" | "parallel")).then(|| "xargs".to_owned());
    hint.changed_by = lexed.changed_by.clone().or(changed_by_caller);
    Some(hint)
}

/// Whether a text has the form of a service or an operation: `describe-security-groups`.
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The value of a variable in `AWS_PROFILE=prod aws …`, also when set with `export`, `set` or `$env:`.
pub(super) fn variable(before: &str, name: &str) -> Option<String> {
    let (_, value) = before.rsplit_once(name)?;
    let value = value.trim_start().strip_prefix('=').map(str::trim_start)?;
    let end = value.find(|c: char| c.is_whitespace() || c == ';').unwrap_or(value.len());
    Some(value.get(..end)?.trim_matches(['"', '\'']).to_owned())
}

/// The profile in `aws-vault exec prod -- aws …`.
fn vault(before: &str) -> Option<String> {
    let (_, rest) = before.split_once("aws-vault exec ")?;
    rest.split_whitespace().next().map(str::to_owned)
}

/// Whether a command's output is captured in a word or a variable, not printed: `$(aws …`, `$x = aws …`.
fn is_captured(before: &str) -> bool {
    let before = before.trim_end_matches(['"', '\'']).trim_end();
    let depth = before.matches("$(").count() + before.matches("<(").count();
    depth > before.matches(')').count() || before.ends_with(['`', '='])
}

/// Whether the text before a command is a prompt or runs the command: `sudo`, `AWS_PROFILE=prod`, `; do`.
fn is_prompt(before: &str) -> bool {
    const CALLERS: [&str; 14] =
        ["sudo", "time", "do", "then", "else", "exec", "--", "winpty", "nohup", "call", "&", "watch", "command", "!"];
    // Ignore the directory in the program's path.
    let before = before.rsplit_once(char::is_whitespace).map_or("", |(before, _)| before).trim_end();
    let path_only = before.is_empty();
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_time = last.ends_with('Z') && last.starts_with(|c: char| c.is_ascii_digit());
    path_only
        || before.ends_with(['$', '#', '%', '>', '+', ';', '&', '|', '(', '{', '!', '"'])
        || before.contains(['❯', '➜', 'λ', '»'])
        || CALLERS.contains(&last)
        || last.contains('=')
        || is_time
        || before.contains("docker ")
        || before.contains("podman ")
}

/// The text after a prompt; none if a line has no prompt or nothing after it.
fn behind_prompt(line: &str) -> Option<&str> {
    let line = line.trim();
    // `set -x` prints each part of a pipe with this prefix.
    if let Some(typed) = line.strip_prefix("+ ") {
        return Some(typed);
    }
    let place = line.find(['$', '%', '>', '#', '❯', '➜', 'λ', '»'])?;
    let (before, rest) = line.split_at(place);
    let sign = rest.chars().next()?;
    let typed = rest.get(sign.len_utf8()..)?;
    let is_prompt = match sign {
        '$' => before.is_empty() || is_location(before),
        '%' | '#' | '>' => is_location(before) && !before.contains(['"', '<', '{']),
        _ => true,
    };
    // A sign directly followed by text, such as `$HOME`, is not a prompt, except `>`.
    let begins = typed.starts_with(' ') || (sign == '>' && is_prompt);
    let typed = typed.trim();
    (is_prompt && begins && !typed.is_empty() && before.chars().count() <= 120).then_some(typed)
}

/// Whether a text looks like the user, host or directory in a prompt: `(.venv) me@host:~/x`, `PS C:\\x`, `bash-5.2`.
fn is_location(text: &str) -> bool {
    let text = text.strip_prefix('(').and_then(|rest| rest.split_once(") ")).map_or(text, |(_, rest)| rest);
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_drive = first.get(1..).is_some_and(|rest| rest.starts_with(":\\"));
    first == "PS"
        || is_drive
        || first.contains('@')
        || first.starts_with(['~', '/', '[', '└', '┌'])
        || ["bash-", "sh-", "zsh-"].iter().any(|shell| first.starts_with(shell))
}

#[cfg(test)]
mod tests {
    use super::read;

    /// Summary of what is read from a text, as one line.
    fn summary(text: &str) -> String {
        let Some(typed) = read(text) else {
            return "none".to_owned();
        };
        let hints = typed.hints.iter().map(|hint| {
            let name = hint.call.map_or_else(|| format!("?{}", hint.other.clone().unwrap_or_default()), str::to_owned);
            let region = hint.region.as_ref().map(|region| format!(" @{region}")).unwrap_or_default();
            let changed = hint.changed_by.iter().map(|by| format!("[{by}]")).collect::<Vec<_>>();
            [&[name + &region], hint.args.as_slice(), changed.as_slice()].concat().join(" ")
        });
        hints.collect::<Vec<_>>().join(" + ")
    }

    #[test]
    fn commands_are_found_behind_every_prompt() {
        for line in [
            "aws iam list-users",
            "$ aws iam list-users",
            "# aws iam list-users",
            "~/aws $ aws iam list-users",
            "(.venv) me@host:~/aws/prod (main)$ aws iam list-users",
            "[cloudshell-user@ip-10-0-0-1 ~]$ aws iam list-users",
            "me@mac aws % aws iam list-users",
            "➜  aws git:(main) ✗ aws iam list-users",
            "❯ aws iam list-users",
            "PS C:\\aws> aws iam list-users",
            "C:\\Users\\me>aws.exe iam list-users",
            "& \"C:\\Program Files\\Amazon\\AWSCLIV2\\aws.exe\" iam list-users",
            "$ /usr/local/bin/aws iam list-users",
            "+ aws iam list-users",
            "2026-11-29T09:00:00.000Z + aws iam list-users",
            "$ sudo aws iam list-users",
            "$ AWS_PROFILE=prod aws iam list-users",
            "$ docker run --rm -it amazon/aws-cli:latest iam list-users",
            "$ aws --profile prod iam --output json list-users --no-cli-pager # all of them",
            "$ aws --debug iam list-users 2>/dev/null | tee users.json",
            "$ aws iam list-users 2>&1 | jq .",
            "$ aws iam list-users \\\r\n    --output json",
            "$ aws iam `\n>> list-users",
            "C:\\> aws iam ^\nMore? list-users",
            "$ aws iam list-users\n    --output json",
            "I ran aws iam list-users",
        ] {
            assert_eq!(summary(line), "iam list-users", "{line}");
        }
    }

    #[test]
    fn options_values_and_regions_are_read_as_a_shell_reads_them() {
        for (line, wanted) in [
            ("$ aws sns list-topics --region eu-west-1", "sns list-topics @eu-west-1"),
            ("$ aws --region=eu-west-1 sns list-topics", "sns list-topics @eu-west-1"),
            ("$ AWS_REGION=eu-west-1 aws sns list-topics", "sns list-topics @eu-west-1"),
            ("$ aws sns list-topics --region $REGION", "sns list-topics"),
            ("$ AWS_REGION=us-east-1 aws sns list-topics --region $REGION", "sns list-topics"),
            ("$ AWS_REGION=us-east-1 aws sns list-topics --region eu-west-1", "sns list-topics @eu-west-1"),
            ("$ aws iam list-users —path-prefix /x/", "iam list-users --path-prefix /x/"),
            ("$ aws iam list-users $OPTIONS", "iam list-users \u{FFFD}"),
            ("$ { aws iam list-users; } | jq .x", "iam list-users [| jq .x]"),
            ("$ awslocal iam list-users", "?iam list-users"),
            ("$ aws iam list-users --endpoint-url http://localhost:4566", "?iam list-users"),
            (
                "$ aws s3control get-public-access-block --account-id $(aws sts get-caller-identity --query Account)",
                "s3control get-public-access-block --account-id \u{FFFD}",
            ),
            ("$ aws iam list-users --query 'Users[?A==`b c`]'", "iam list-users --query Users[?A==`b c`]"),
            ("$ aws iam list-users --query \"a \\\"b\\\"\"", "iam list-users --query a \"b\""),
            ("$ aws iam list-users --query 'Users[\n> ].Arn'", "iam list-users --query Users[\n].Arn"),
            ("$ aws iam list-users --path-prefix=/x/", "iam list-users --path-prefix /x/"),
            ("$ aws iam list-users | jq .Users[0]", "iam list-users [| jq .Users[0]]"),
            ("$ aws iam list-users > users.json", "iam list-users [> users.json]"),
            ("$ aws iam list-users |\n  grep alice", "iam list-users [| grep alice]"),
            ("$ aws iam list-users --path-prefix 'cut", "iam list-users [--path-prefix 'cut]"),
            ("$ aws iam list-users; aws sns list-topics", "iam list-users + sns list-topics"),
            ("$ ID=$(aws sts get-caller-identity --query Account)", ""),
            (
                "$ for r in $(aws ec2 describe-regions --output text); do aws sns list-topics --region $r; done",
                "sns list-topics",
            ),
            ("$ aws s3control get-access-point --name x", "?s3control get-access-point"),
            ("$ cat users.json", ""),
            ("$ jq .Users users.json", "?jq"),
            ("PS C:\\x> kubectl get pods", "?kubectl"),
        ] {
            assert_eq!(summary(line), wanted, "{line}");
        }
    }

    #[test]
    fn prose_and_output_are_no_commands() {
        for line in [
            "The aws command line is fine",
            "Costs: 5 $ a month",
            "# all of prod",
            "~/aws $",
            "<p>a > b</p>",
            "100 % of them",
        ] {
            assert_eq!(summary(line), "none", "{line}");
        }
    }
}
