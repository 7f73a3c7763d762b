//! The AWS CLI commands that rules understand, and how their bare output is recognised.
//!
//! A bare output does not name the command that printed it. Most have a unique shape; where two share one
//! (`get-public-access-block` of `s3api` and of `s3control`), a hint decides: the bundle, the command line above the
//! output, the command that it was pasted under, or the file's name.

mod call;
mod shape;
mod table;

use crate::base::json::Json;
pub(super) use call::Call;
use shape::OutputShape;
pub(super) use table::CALLS;

/// Global options without a value.
pub(super) const FLAGS: [&str; 9] = [
    "--cli-auto-prompt",
    "--debug",
    "--no-cli-auto-prompt",
    "--no-cli-pager",
    "--no-paginate",
    "--no-sign-request",
    "--no-verify-ssl",
    "--v2-debug",
    "--version",
];

/// Whether an option takes no value.
pub(super) fn stands_alone(option: &str) -> bool {
    const FLAGS_OF_CALLS: [&str; 4] =
        ["--all-users", "--include-managed-resources", "--include-shadow-trails", "--only-attached"];
    FLAGS.contains(&option) || FLAGS_OF_CALLS.contains(&option) || option.starts_with("--no-")
}

/// Options that do not change the output.
pub(super) const HARMLESS: [&str; 16] = [
    "--ca-bundle",
    "--cli-auto-prompt",
    "--cli-binary-format",
    "--cli-connect-timeout",
    "--cli-error-format",
    "--cli-read-timeout",
    "--color",
    "--debug",
    "--no-cli-auto-prompt",
    "--no-cli-pager",
    "--no-dry-run",
    "--no-verify-ssl",
    "--page-size",
    "--profile",
    "--v2-debug",
    "--version",
];

/// The command with this name.
pub(super) fn find(id: &str) -> Option<&'static Call> {
    CALLS.iter().find(|call| call.id == id)
}

/// The commands whose operation has this name in an error: `GetAlternateContact`.
pub(super) fn of_operation(operation: &str) -> impl Iterator<Item = &'static Call> {
    let wanted = operation.to_ascii_lowercase();
    CALLS.iter().filter(move |call| {
        let name = call.id.split(' ').nth(1).unwrap_or_default();
        name.bytes().filter(|byte| *byte != b'-').eq(wanted.bytes())
    })
}

/// The known commands that may have printed a value.
pub(super) fn of_shape(value: &Json) -> impl Iterator<Item = &'static Call> {
    CALLS.iter().filter(move |call| call.may_have_printed(value))
}

/// The only command that can have printed a value; none if several can, or if unknown commands can.
pub(super) fn only_one(value: &Json) -> Option<&'static Call> {
    let mut fitting = CALLS.iter().filter(|call| !call.is_shared && shape::fits(value, call.shape, OutputShape::Alone));
    let only = fitting.next()?;
    fitting.next().is_none().then_some(only)
}

/// The first text at a path.
fn first<'a>(value: &'a Json, path: &str) -> Option<&'a str> {
    let (step, rest) = path.split_once('.').unwrap_or((path, ""));
    let (key, is_list) = step.strip_suffix("[]").map_or((step, false), |key| (key, true));
    let value = value.get(key)?;
    match value {
        Json::List(items) if is_list => items.iter().find_map(|item| first(item, rest)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => {
            if rest.is_empty() { value.as_text() } else { first(value, rest) }
        }
    }
}

/// The account in an ARN: twelve digits.
pub(super) fn account_of(arn: &str) -> Option<&str> {
    arn.split(':').nth(4).filter(|account| is_account(account))
}

/// The Region in an ARN.
pub(super) fn region_of(arn: &str) -> Option<&str> {
    arn.split(':').nth(3).filter(|region| is_region(region))
}

/// Twelve digits.
pub(super) fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The Region that an output contains.
pub(super) fn place(call: &Call, value: &Json) -> Option<String> {
    first(value, call.place).and_then(region_of).map(str::to_owned)
}

/// The queried account, if an output contains it.
pub(super) fn owner(call: &Call, value: &Json) -> Option<String> {
    let owner = first(value, call.owner)?;
    account_of(owner).or_else(|| Some(owner).filter(|owner| is_account(owner))).map(str::to_owned)
}

/// Whether a text has the form of a Region: `ap-northeast-1`, `us-gov-west-1` …
pub(super) fn is_region(text: &str) -> bool {
    let Some((name, number)) = text.rsplit_once('-') else {
        return false;
    };
    let is_word = |part: &str| (1..=9).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase());
    name.contains('-')
        && name.split('-').all(is_word)
        && (1..=2).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{CALLS, HARMLESS, find, is_region, of_operation, of_shape, only_one};
    use crate::base::json::Json;
    use crate::content::catalogue::{self, Program};
    use crate::evidence::rules;

    /// Check commands that no rule reads: they prepare another one, or only the user looks at the output.
    const NOT_JUDGED: [&str; 2] = ["iam generate-credential-report", "securityhub describe-standards-controls"];

    #[test]
    fn every_check_command_is_judged_or_named() {
        let judged = catalogue::details().filter(|details| rules::judges(details.id));
        let commands = judged.flat_map(|details| details.check.cli);
        let calls: Vec<&str> =
            commands.filter(|command| command.program == Program::Aws).map(|command| command.call).collect();
        let open: Vec<&&str> = calls.iter().filter(|call| find(call).is_none() && !NOT_JUDGED.contains(call)).collect();
        assert!(
            open.is_empty(),
            "src/evidence/calls/table.rs does not know these check commands of judged controls: {open:?}"
        );
        assert!(NOT_JUDGED.iter().all(|call| calls.contains(call) && find(call).is_none()));
    }

    #[test]
    fn no_option_of_our_own_check_commands_counts_as_narrowing() {
        for command in catalogue::details().flat_map(|details| details.check.cli) {
            let Some(call) = find(command.call) else { continue };
            let mut options = command.args.iter().filter(|arg| arg.starts_with("--") && **arg != "--region");
            let open = options.find(|option| !call.options.contains(option) && !HARMLESS.contains(option));
            assert_eq!(open, None, "{}", command.call);
        }
    }

    #[test]
    fn shapes_and_operations_find_their_call() {
        let of = |text: &str| of_shape(&Json::parse(text).unwrap()).map(|call| call.id).collect::<Vec<_>>();
        let alone = |text: &str| only_one(&Json::parse(text).unwrap()).map(|call| call.id);
        let regions = "{\"Regions\": [{\"RegionName\": \"x\", \"Endpoint\": \"x\"}]}";
        assert_eq!((of(regions), alone(regions)), (vec!["ec2 describe-regions"], Some("ec2 describe-regions")));
        assert_eq!((of("{\"Findings\": []}").len(), alone("{\"Findings\": []}")), (2, None));
        assert_eq!((of("{}").len(), alone("{}")), (0, None));
        // Other fields are allowed only if something else identifies the command.
        let more = "{\"SummaryMap\": {\"AccountMFAEnabled\": 1}, \"Other\": 1}";
        assert_eq!((of(more), alone(more)), (vec!["iam get-account-summary"], None));
        let operation = |name: &str| of_operation(name).map(|call| call.id).collect::<Vec<_>>();
        assert_eq!(operation("GetPublicAccessBlock").len(), 2);
        assert_eq!(operation("DescribeDBInstances"), ["rds describe-db-instances"]);
    }

    #[test]
    fn the_table_is_sorted_without_duplicates() {
        assert!(CALLS.windows(2).all(|pair| pair[0].id < pair[1].id));
        assert!(find("iam list-users").is_some());
    }

    #[test]
    fn regions_have_a_form() {
        assert!(["ap-northeast-1", "us-gov-west-1", "me-central-1", "mx-central-1"].into_iter().all(is_region));
        assert!(!["alice", "old-dev", "root-signin", "eu-west-", "QuarantineV3"].into_iter().any(is_region));
    }
}
