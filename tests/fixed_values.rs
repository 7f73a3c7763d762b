//! Which values commands may contain: those that their control fixes (`fixed-values.json`, by operation), and
//! placeholders, which stay visible until they are filled in. Example values are not allowed.

mod all_commands;

use all_commands::all_commands;
use guard_navi::content::catalogue::{Action, Program};
use guard_navi::content::commands;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

type Values = BTreeMap<String, BTreeSet<String>>;

/// Collects the leaves of a JSON value; a text that is itself JSON is parsed as well.
fn leaves(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields.values().for_each(|value| leaves(value, found)),
        Value::Array(items) => items.iter().for_each(|value| leaves(value, found)),
        Value::String(text) => match serde_json::from_str(text) {
            Ok(inner @ Value::Object(_)) => leaves(&inner, found),
            _ => _ = found.insert(text.clone()),
        },
        plain @ (Value::Null | Value::Bool(_) | Value::Number(_)) => _ = found.insert(plain.to_string()),
    }
}

/// A placeholder for the items of a JSON list, as one item.
fn whole_lists(word: &str) -> String {
    word.replace("[<", "[\"<").replace(">]", ">\"]")
}

/// The values of the arguments: JSON and the CLI's shorthand are taken apart; option names, whole placeholders and
/// options that only format the output are left out.
fn values(args: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut option = "";
    for word in args {
        if word.starts_with("--") {
            option = *word;
        } else if matches!(option, "--query" | "--jq" | "--output") {
            option = "";
        } else if let Ok(json @ (Value::Object(_) | Value::Array(_))) = serde_json::from_str(&whole_lists(word)) {
            leaves(&json, &mut found);
        } else {
            let value = |part: &str| part.split_once('=').map_or(part, |(_, value)| value).to_owned();
            found.extend(word.split([',', '[', ']', '{', '}']).filter(|part| !part.is_empty()).map(value));
        }
    }
    found.retain(|value| !value.is_empty() && commands::placeholders(value) != [value.as_str()]);
    found
}

fn fixed() -> Values {
    serde_json::from_str(include_str!("fixed-values.json")).unwrap()
}

/// The values of a command that its control does not fix.
fn examples(call: &str, args: &[&str], fixed: &Values) -> Vec<String> {
    values(args).into_iter().filter(|value| fixed.get(call).is_none_or(|known| !known.contains(value))).collect()
}

#[test]
fn no_command_holds_an_example() {
    let fixed = fixed();
    let mut used = Values::new();
    for (place, command) in all_commands() {
        let found = examples(command.call, command.args, &fixed);
        assert!(
            found.is_empty(),
            "{place}: {}: {found:?}: placeholders (src/content/catalogue/placeholders.rs), or, where the control fixes them, rows of tests/fixed-values.json",
            command.call
        );
        used.entry(command.call.to_owned()).or_default().extend(values(command.args));
    }
    used.retain(|_, values| !values.is_empty());
    assert_eq!(fixed, used, "tests/fixed-values.json holds what no command has");
}

/// Commands of the first version that caused harm when copied: another default version of a policy, a prefecture and a
/// country other than the user's, a finding type that the user did not choose to suppress.
#[test]
fn the_dangerous_commands_of_the_first_edition_are_told() {
    let policy = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::my-app-data/*"}]}"#;
    let version = ["--policy-arn", "<POLICY_ARN>", "--policy-document", policy, "--set-as-default"];
    let contact = r#"{"FullName":"<FULL_NAME>","AddressLine1":"<ADDRESS>","City":"<CITY>","StateOrRegion":"Tokyo","PostalCode":"<POSTCODE>","CountryCode":"JP","PhoneNumber":"<PHONE>"}"#;
    let criteria = r#"{"Criterion":{"type":{"Equals":["Recon:EC2/Portscan"]},"resource.instanceDetails.instanceId":{"Equals":["<INSTANCE_ID>"]}}}"#;
    let filter = ["--detector-id", "<DETECTOR_ID>", "--filter-name", "<FILTER_NAME>", "--finding-criteria", criteria];
    let dangerous: [(&str, &[&str], &str); 4] = [
        ("iam create-policy-version", &version, "s3:GetObject"),
        ("account put-contact-information", &["--contact-information", contact], "Tokyo"),
        ("guardduty create-filter", &filter, "Recon:EC2/Portscan"),
        ("guardduty update-filter", &filter, "Recon:EC2/Portscan"),
    ];
    for (call, args, example) in dangerous {
        assert!(examples(call, args, &fixed()).iter().any(|value| value == example), "{call}");
    }
}

#[test]
fn what_a_command_does_is_said_as_its_operation_says_it() {
    let verbs: [(Action, &[&str]); 5] = [
        (
            Action::Read,
            &["get-", "list-", "describe-", "batch-get-", "lookup-", "generate-", "validate-", "test-", "sync"],
        ),
        (Action::Create, &["create-", "put-", "subscribe", "enable", "batch-enable-"]),
        (
            Action::Change,
            &[
                "put-",
                "update-",
                "set-",
                "associate-",
                "attach-",
                "detach-",
                "disable-",
                "refresh-",
                "send-command",
                "modify-",
                "enable-",
                "start-",
                "stop-",
                "add-",
                "archive-",
                "batch-update-",
            ],
        ),
        (Action::Delete, &["delete-", "revoke-", "terminate-"]),
        (Action::Test, &["publish", "put-events", "create-sample-findings"]),
    ];
    for (place, command) in all_commands().filter(|(_, command)| command.program == Program::Aws) {
        let operation = command.call.split(' ').nth(1).unwrap();
        let matches_operation = |verb: &&str| operation.starts_with(verb);
        let (_, prefixes) = verbs.iter().find(|(action, _)| *action == command.action).unwrap();
        assert!(prefixes.iter().any(matches_operation), "{place}: {}: {:?}", command.call, command.action);
        let is_test = verbs[4].1.iter().any(matches_operation);
        assert_eq!(is_test, command.action == Action::Test, "{place}: {}", command.call);
    }
}
