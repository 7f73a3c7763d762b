//! The commands that the script runs: the catalogue's check commands as shell lines, each only once, in three rounds.
//!
//! A command that loops over the output of another command runs one round later.

use crate::content::catalogue::{self, Command, Each, Program, aws};
use crate::content::commands::{self, PlaceholderValues};
use std::sync::LazyLock;

/// The template's placeholders for the rounds.
pub(super) const PARTS: [(&str, usize); 3] = [("@FIRST@", 1), ("@SECOND@", 2), ("@THIRD@", 3)];

/// Check commands that the script leaves out, and why.
pub const LEFT_OUT: &[(&str, &str)] = &[
    ("iam get-policy-version", "get-account-authorization-details holds every policy"),
    ("iam get-access-key-last-used", "the credential report tells it"),
    ("iam list-mfa-devices", "the credential report tells it"),
    ("securityhub describe-standards-controls", "for the reader's eyes: no rule looks at it"),
    ("sns list-subscriptions-by-topic", "list-subscriptions tells it for all topics"),
];

/// Commands that accept several values at once, and the maximum number.
const TOGETHER: &[(&str, usize)] = &[("codebuild batch-get-projects", 100), ("guardduty get-findings", 50)];

/// Runs once for each notification of each budget, which the catalogue's `each` cannot express.
const SUBSCRIBERS: &str = "budgets describe-subscribers-for-notification";

/// Every call of this service costs 0.01 USD, so it runs only with `--with-cost-explorer`.
const PAID: &str = "ce ";

/// Run before all others, to get the account id and the Regions.
const BEFORE: [Command; 2] = [aws("sts get-caller-identity", &[]), aws("ec2 describe-regions", &[])];

/// A command, and the lists that it loops over, the outermost first.
struct Question {
    command: &'static Command,
    round: usize,
    over: Vec<Each>,
}

impl Question {
    /// The only list that it loops over value by value; none for commands that share no loop.
    fn key(&self) -> Option<(&'static str, &'static str)> {
        let is_together = TOGETHER.iter().any(|(call, _)| *call == self.command.call);
        match self.over.as_slice() {
            [only] if !is_together && self.command.call != SUBSCRIBERS => Some((only.from, only.path)),
            _ => None,
        }
    }

    fn is_paid(&self) -> bool {
        self.command.call.starts_with(PAID)
    }
}

/// Every command of the script as a line; placeholders are not filled in.
#[must_use]
pub fn commands() -> Vec<String> {
    let line = |command: &Command| commands::line(&commands::words(command), &PlaceholderValues::default());
    BEFORE.iter().map(line).chain(questions().iter().map(|question| line(question.command))).collect()
}

/// The service and operation of every command, sorted.
pub(super) fn calls() -> Vec<&'static str> {
    let before = BEFORE.iter().map(|command| command.call);
    let mut calls: Vec<&str> = before.chain(questions().iter().map(|question| question.command.call)).collect();
    calls.sort_unstable();
    calls.dedup();
    calls
}

fn questions() -> &'static [Question] {
    static QUESTIONS: LazyLock<Vec<Question>> = LazyLock::new(|| {
        let mut questions: Vec<Question> = Vec::new();
        for command in checks() {
            let is_included = !LEFT_OUT.iter().any(|(call, _)| *call == command.call);
            let is_same = |other: &Question| commands::words(other.command) == commands::words(command);
            if is_included && !questions.iter().any(is_same) {
                questions.push(Question { command, round: round(command), over: over(command) });
            }
        }
        questions.sort_by_key(|question| is_regional(question.command));
        questions
    });
    &QUESTIONS
}

fn checks() -> impl Iterator<Item = &'static Command> {
    let all = catalogue::details().flat_map(|details| details.check.cli);
    all.filter(|command| command.program == Program::Aws)
}

fn source(each: &Each) -> Option<&'static Command> {
    checks().find(|command| command.call == each.from)
}

fn round(command: &Command) -> usize {
    // The report must be generated first; notifications are known only after their budgets.
    match command.call {
        "iam get-credential-report" => 2,
        SUBSCRIBERS => 3,
        _ => command.each.as_ref().map_or(1, |each| 1 + source(each).map_or(1, round)),
    }
}

/// The loops of a command, as far as its own arguments need them.
fn over(command: &Command) -> Vec<Each> {
    let Some(each) = command.each else {
        return Vec::new();
    };
    let is_used = |outer: &Each| command.args.contains(&outer.placeholder_values);
    let outer = source(&each).map(over).unwrap_or_default();
    outer.into_iter().filter(is_used).chain([each]).collect()
}

/// The shell lines of a round.
pub(super) fn lines(round: usize) -> String {
    let of_round = || questions().iter().filter(|question| question.round == round);
    let mut lines = Vec::new();
    write(&mut lines, of_round().filter(|question| !is_regional(question.command) && !question.is_paid()), 1);
    if of_round().any(Question::is_paid) {
        lines.push("  if [ -n \"$with_cost_explorer\" ]; then".to_owned());
        write(&mut lines, of_round().filter(|question| question.is_paid()), 2);
        lines.push("  fi".to_owned());
    }
    if of_round().any(|question| is_regional(question.command)) {
        lines.push("  for region in $regions; do".to_owned());
        write(&mut lines, of_round().filter(|question| is_regional(question.command)), 2);
        lines.push("  done".to_owned());
    }
    lines.join("\n")
}

fn write<'a>(lines: &mut Vec<String>, questions: impl Iterator<Item = &'a Question>, depth: usize) {
    let questions: Vec<&Question> = questions.collect();
    let mut written: Vec<&str> = Vec::new();
    for question in &questions {
        // Commands over the same list share one loop.
        let is_same = |other: &&&Question| other.key() == question.key() && other.key().is_some();
        let group: Vec<&Question> = questions.iter().filter(is_same).copied().collect();
        let group = if group.is_empty() { vec![*question] } else { group };
        if group.len() > 1 && written.contains(&question.command.call) {
            continue;
        }
        written.extend(group.iter().map(|question| question.command.call));
        let mut body = Vec::new();
        loops(&mut body, question, &group, &question.over);
        lines.extend(body.into_iter().map(|line| ["  ".repeat(depth).as_str(), line.as_str()].concat()));
    }
}

/// Writes nested loops, with the commands in the innermost one.
fn loops(lines: &mut Vec<String>, question: &Question, group: &[&Question], over: &[Each]) {
    let Some((each, inner)) = over.split_first() else {
        lines.extend(group.iter().flat_map(|question| innermost(question)));
        return;
    };
    lines.push(values(question, each));
    let mut body = Vec::new();
    loops(&mut body, question, group, inner);
    let together = TOGETHER.iter().find(|(call, _)| *call == question.command.call).map(|(_, most)| *most);
    let (before, after) = match together.filter(|_| inner.is_empty()) {
        Some(most) => {
            lines.push(format!("gather {most}"));
            ("if [ \"${#all[@]}\" -gt 0 ]; then".to_owned(), "fi")
        }
        None => (format!("while IFS= read -r {}; do", name(each.placeholder_values)), "done <\"$found\""),
    };
    lines.push(before);
    lines.extend(body.into_iter().map(|line| format!("  {line}")));
    lines.push(after.to_owned());
}

fn innermost(question: &Question) -> Vec<String> {
    let ask = ask(question);
    if question.command.call != SUBSCRIBERS {
        return vec![ask];
    }
    vec![
        "notifications \"$budget_name\"".to_owned(),
        "while IFS= read -r notification; do".to_owned(),
        format!("  {ask}"),
        "done <\"$found\"".to_owned(),
    ]
}

/// The shell line that finds the values of a loop.
fn values(question: &Question, each: &Each) -> String {
    let (list, field) = each.path.split_once("[]").unwrap_or((each.path, ""));
    let field = field.trim_start_matches('.');
    let field = if field.is_empty() { "''" } else { field };
    format!("values {} {} {list} {field}", place(question.command), each.from)
}

fn is_regional(command: &Command) -> bool {
    command.scope.region().is_some()
}

fn place(command: &Command) -> &'static str {
    if is_regional(command) { "\"$region\"" } else { "-" }
}

fn ask(question: &Question) -> String {
    let command = question.command;
    // A trail must be queried in its own Region.
    let is_of_trail = question.over.iter().any(|each| each.placeholder_values == "<TRAIL_ARN>");
    let place = if is_of_trail { "\"$(region_of \"$trail_arn\")\"" } else { place(command) };
    let mut words = vec!["ask".to_owned(), place.to_owned(), command.call.to_owned()];
    let mut previous = "";
    for word in command.args.iter().copied() {
        words.push(if previous == "--notification" { "\"$notification\"".to_owned() } else { shell(command, word) });
        previous = word;
    }
    words.join(" ")
}

/// A word in shell syntax.
fn shell(command: &Command, word: &str) -> String {
    let is_placeholder = word.starts_with('<') && word.ends_with('>');
    let is_together = TOGETHER.iter().any(|(call, _)| *call == command.call);
    match word {
        word if word.contains("<ACCOUNT_ID>") => format!("\"{}\"", word.replace("<ACCOUNT_ID>", "$account")),
        _ if is_together && command.each.is_some_and(|each| each.placeholder_values == word) => {
            "\"${all[@]}\"".to_owned()
        }
        _ if is_placeholder => format!("\"${}\"", name(word)),
        _ => commands::line(&[word.to_owned()], &PlaceholderValues::default()),
    }
}

/// The shell variable of a placeholder: `$detector_id` for `<DETECTOR_ID>`.
fn name(token: &str) -> String {
    token.trim_matches(['<', '>']).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{BEFORE, LEFT_OUT, PAID, PARTS, TOGETHER, calls, checks, lines, questions};
    use crate::content::commands;

    #[test]
    fn every_check_command_is_run_or_listed_as_left_out() {
        let calls = calls();
        for command in checks() {
            let is_named = LEFT_OUT.iter().any(|(call, _)| *call == command.call);
            assert!(calls.contains(&command.call) != is_named, "{}", command.call);
        }
        assert!(TOGETHER.iter().all(|(call, _)| calls.contains(call)));
        assert_eq!(super::commands().len(), questions().len() + BEFORE.len());
    }

    #[test]
    fn it_only_reads() {
        const READS: [&str; 5] = ["get-", "list-", "describe-", "batch-get-", "lookup-"];
        for call in calls() {
            let (_, operation) = call.split_once(' ').unwrap();
            let reads = READS.iter().any(|verb| operation.starts_with(verb));
            assert!(reads || operation == "generate-credential-report", "{call}");
        }
    }

    #[test]
    fn what_costs_money_is_asked_only_where_it_is_wanted() {
        let paid: Vec<&str> = calls().into_iter().filter(|call| call.starts_with(PAID)).collect();
        assert_eq!(paid, ["ce get-anomaly-monitors", "ce get-anomaly-subscriptions"]);
        let paid_lines: String = paid.iter().map(|call| format!("    ask - {call}\n")).collect();
        let guarded = format!("  if [ -n \"$with_cost_explorer\" ]; then\n{paid_lines}  fi\n");
        let all: Vec<String> = PARTS.iter().map(|(_, round)| lines(*round)).collect();
        assert_eq!(all.iter().map(|lines| lines.matches(&guarded).count()).sum::<usize>(), 1);
        let anywhere = ["ask - ", PAID].concat();
        assert_eq!(all.iter().map(|lines| lines.matches(&anywhere).count()).sum::<usize>(), paid.len());
    }

    #[test]
    fn every_placeholder_is_filled_and_every_command_is_in_one_round() {
        let all: Vec<String> = PARTS.iter().map(|(_, round)| lines(*round)).collect();
        let count: usize = all.iter().map(|lines| lines.matches("ask ").count()).sum();
        assert_eq!(count, questions().len());
        assert!(all.iter().all(|lines| commands::placeholders(lines).is_empty()));
        let [first, second, third] = all.try_into().unwrap();
        assert!(first.contains("    ask \"$region\" guardduty list-detectors\n"), "{first}");
        assert!(second.contains("values - iam list-users Users UserName\n"), "{second}");
        assert!(third.contains("--finding-ids \"${all[@]}\""), "{third}");
    }
}
