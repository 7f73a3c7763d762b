//! The commands of the product, run by the real AWS CLI in a simulated AWS account: every check that the simulator
//! supports, and the hardest fixes word by word, from the fault to the state that "done looks like this" describes.
//!
//! moto is not AWS: it checks no permissions. All commands that it does not support are listed here.

#[allow(dead_code, reason = "shared with another test")]
mod aws;
#[cfg(unix)]
#[path = "simulator/regions.rs"]
mod regions;
#[cfg(unix)]
#[path = "collector/run.rs"]
#[allow(dead_code, reason = "shared with another test")]
mod run;

use aws::{Aws, Simulator, argv, examples};
use guard_navi::base::secrets;
use guard_navi::content::catalogue::{self, Command, Details, Program};
use guard_navi::content::commands::PlaceholderValues;
use serde_json::Value;

/// Commands that moto 5.2.5 does not support, or that cannot reach it at a plain endpoint.
const UNKNOWN_TO_THE_SIMULATOR: &[&str] = &[
    "accessanalyzer list-analyzers",
    "account get-contact-information",
    "account list-regions",
    "budgets describe-subscribers-for-notification",
    "ce get-anomaly-monitors",
    "ce get-anomaly-subscriptions",
    "cloudtrail lookup-events",
    "ec2 get-instance-metadata-defaults",
    "ec2 get-snapshot-block-public-access-state",
    "guardduty get-findings",
    "guardduty get-findings-statistics",
    "guardduty list-filters",
    "guardduty list-findings",
    "iam list-service-specific-credentials",
    "inspector2 list-coverage",
    // moto's account is in no organization.
    "organizations describe-organization",
    // The CLI puts the account id into the host name, which is impossible with an endpoint at an IP address.
    "s3control get-public-access-block",
    "securityhub describe-security-hub-v2",
    "securityhub describe-standards-controls",
    "securityhub get-enabled-standards",
    "securityhub list-finding-aggregators",
    "securityhub list-security-control-definitions",
    "ssm get-service-setting",
    "ssm list-resource-compliance-summaries",
    "support describe-trusted-advisor-check-summaries",
];

/// Runs over load balancers, of which the account has none.
const OF_LOAD_BALANCERS: &str = "wafv2 get-web-acl-for-resource";

const KEY: &str = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYab";

/// The example values, with the home Region as the Region.
fn examples_at_home() -> PlaceholderValues {
    let mut placeholder_values = examples();
    placeholder_values.set("<REGION>", placeholder_values.get("<HOME_REGION>").to_owned());
    placeholder_values
}

/// Fills an account so that every check finds something, including secrets in plain text.
fn furnish(aws: &mut Aws) -> PlaceholderValues {
    let mut placeholder_values = examples_at_home();
    let trust = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"codebuild.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;
    for line in [
        "aws iam create-user --user-name alice",
        "aws iam create-login-profile --user-name alice --password Xy7-correct-horse",
        "aws iam create-group --group-name developers",
        "aws iam attach-user-policy --user-name alice --policy-arn arn:aws:iam::aws:policy/AdministratorAccess",
        "aws iam update-account-password-policy --minimum-password-length 8",
        "aws s3api create-bucket --bucket my-cloudtrail-logs --create-bucket-configuration LocationConstraint=ap-northeast-1",
        "aws s3api put-public-access-block --bucket my-cloudtrail-logs --public-access-block-configuration BlockPublicAcls=true",
        "aws s3api put-bucket-policy --bucket my-cloudtrail-logs --policy {\"Version\":\"2012-10-17\",\"Statement\":[]}",
        "aws cloudtrail create-trail --name management-events --s3-bucket-name my-cloudtrail-logs --is-multi-region-trail",
        "aws sns create-topic --name security-alerts",
        "aws sns create-topic --name security-alerts --region us-east-1",
        "aws events put-rule --name guardduty-findings --event-pattern {\"source\":[\"aws.guardduty\"]}",
        "aws events put-rule --name guardduty-findings --event-pattern {\"source\":[\"aws.health\"]} --region us-east-1",
        "aws account put-alternate-contact --alternate-contact-type SECURITY --name A --title B --email-address a@example.com --phone-number 1",
        "aws account put-alternate-contact --alternate-contact-type BILLING --name A --title B --email-address a@example.com --phone-number 1",
        "aws account put-alternate-contact --alternate-contact-type OPERATIONS --name A --title B --email-address a@example.com --phone-number 1",
        "aws securityhub enable-security-hub",
        "aws budgets create-budget --account-id 123456789012 --budget BudgetName=monthly-cost,BudgetLimit={Amount=50,Unit=USD},TimeUnit=MONTHLY,BudgetType=COST",
        "aws sns subscribe --topic-arn arn:aws:sns:ap-northeast-1:123456789012:security-alerts --protocol email --notification-endpoint a@example.com",
        "aws rds create-db-instance --db-instance-identifier orders --db-instance-class db.t3.micro --engine mysql --master-username admin --master-user-password correct-horse --allocated-storage 20",
        "aws rds create-db-snapshot --db-instance-identifier orders --db-snapshot-identifier orders-before-upgrade",
        "aws rds create-db-cluster --db-cluster-identifier orders-cluster --engine aurora-mysql --master-username admin --master-user-password correct-horse",
        "aws rds create-db-cluster-snapshot --db-cluster-identifier orders-cluster --db-cluster-snapshot-identifier orders-cluster-before-upgrade",
        "aws ec2 run-instances --image-id ami-12c6146b --instance-type t3.micro",
        "aws ssm create-document --name restart-web-servers --document-type Command --content {\"schemaVersion\":\"2.2\"}",
        "aws ec2 create-managed-prefix-list --prefix-list-name office --max-entries 1 --address-family IPv4 --entries Cidr=203.0.113.0/24",
        "aws iam generate-credential-report",
        "aws iam generate-credential-report",
    ] {
        aws.done(line);
    }
    let key = aws.done("aws iam create-access-key --user-name alice");
    let policy =
        aws.run(&words(&["iam", "create-policy", "--policy-name", "app-server", "--policy-document", ANYTHING]));
    assert_eq!(policy.exit, 0, "{}", policy.stderr);
    aws.run(&words(&["iam", "create-role", "--role-name", "app-server", "--assume-role-policy-document", trust]));
    aws.done(
        "aws iam attach-role-policy --role-name app-server --policy-arn arn:aws:iam::123456789012:policy/app-server",
    );
    let environment = format!(
        r#"{{"type":"LINUX_CONTAINER","image":"x","computeType":"BUILD_GENERAL1_SMALL","environmentVariables":[{{"name":"AWS_SECRET_ACCESS_KEY","value":"{KEY}","type":"PLAINTEXT"}}]}}"#
    );
    let project = [
        "codebuild",
        "create-project",
        "--name",
        "web-app",
        "--source",
        "type=S3,location=my-cloudtrail-logs/source.zip",
        "--artifacts",
        "type=NO_ARTIFACTS",
        "--environment",
        &environment,
        "--service-role",
        "arn:aws:iam::123456789012:role/app-server",
    ];
    let result = aws.run(&words(&project));
    assert_eq!(result.exit, 0, "{}", result.stderr);
    let detector = aws.done("aws guardduty create-detector --enable");
    placeholder_values.set("<DETECTOR_ID>", detector["DetectorId"].as_str().unwrap().to_owned());
    placeholder_values.set("<ACCESS_KEY_ID>", key["AccessKey"]["AccessKeyId"].as_str().unwrap().to_owned());
    placeholder_values
}

/// A policy that allows every action on every resource.
const ANYTHING: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#;

fn words(words: &[&str]) -> Vec<String> {
    std::iter::once("aws").chain(words.iter().copied()).map(str::to_owned).collect()
}

fn details(control: &str) -> &'static Details {
    catalogue::details().find(|details| details.id == control).unwrap()
}

/// The placeholder values for each run of a command: as given, or one set for each value of its chain (at most three).
fn rounds(
    aws: &mut Aws,
    check: &[Command],
    command: &Command,
    placeholder_values: &PlaceholderValues,
) -> Vec<PlaceholderValues> {
    let Some(each) = command.each else { return vec![placeholder_values.clone()] };
    let first = check.iter().find(|first| first.call == each.from).unwrap();
    let mut rounds = Vec::new();
    for placeholder_values in rounds_of_first(aws, check, first, placeholder_values) {
        let mut line = argv(first, &placeholder_values);
        line.extend(["--query".to_owned(), each.path.to_owned(), "--output".to_owned(), "json".to_owned()]);
        let answer = aws.run(&line);
        for value in answer.json().as_array().unwrap_or_else(|| panic!("{line:?}: {}", answer.stderr)) {
            let mut placeholder_values = placeholder_values.clone();
            placeholder_values
                .set(each.placeholder_values, value.as_str().unwrap_or_else(|| panic!("{line:?}: {value}")).to_owned());
            rounds.push(placeholder_values);
        }
    }
    rounds.truncate(3);
    rounds
}

fn rounds_of_first(
    aws: &mut Aws,
    check: &[Command],
    first: &Command,
    placeholder_values: &PlaceholderValues,
) -> Vec<PlaceholderValues> {
    if first.each.is_some() { rounds(aws, check, first, placeholder_values) } else { vec![placeholder_values.clone()] }
}

#[test]
#[ignore = "needs the AWS CLI and moto; `cargo xtask test` installs them and runs this"]
fn every_check_that_the_simulator_knows_runs_and_prints_no_secret() {
    let simulator = Simulator::start();
    let mut aws = Aws::start(&simulator.endpoint);
    let placeholder_values = furnish(&mut aws);
    let (mut ran, mut unknown, mut failed) = (0, Vec::new(), Vec::new());
    for details in catalogue::details() {
        let check = details.check.cli;
        for command in check.iter().filter(|command| command.program == Program::Aws) {
            if UNKNOWN_TO_THE_SIMULATOR.contains(&command.call) {
                let answer = aws.run(&argv(command, &placeholder_values));
                assert_ne!(answer.exit, 0, "the simulator has learnt {}: take it off the list", command.call);
                unknown.push(command.call);
                continue;
            }
            if command.each.is_some_and(|each| UNKNOWN_TO_THE_SIMULATOR.contains(&each.from)) {
                unknown.push(command.call);
                continue;
            }
            let rounds = rounds(&mut aws, check, command, &placeholder_values);
            if rounds.is_empty() && command.call != OF_LOAD_BALANCERS {
                failed.push(format!("{}: {}: nothing to run it over", details.id, command.call));
            }
            for placeholder_values in rounds {
                let line = argv(command, &placeholder_values);
                let answer = aws.run(&line);
                if answer.exit != 0 {
                    failed.push(format!("{}: {}\n{}", details.id, line.join(" "), answer.stderr));
                }
                let found = secrets::cut(&answer.stdout).found;
                let leaks = !found.is_empty() || answer.stdout.contains(KEY);
                assert!(!leaks, "{}: {} prints a secret", details.id, line.join(" "));
                ran += 1;
            }
        }
    }
    println!("{ran} ran; not known to the simulator: {unknown:#?}");
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    assert!(ran > 60, "{ran}");
}

/// Runs the fix of a control, word by word.
fn fix(aws: &mut Aws, control: &str, placeholder_values: &PlaceholderValues) {
    for command in details(control).fix.cli.iter().filter(|command| command.program == Program::Aws) {
        let line = argv(command, placeholder_values);
        let answer = aws.run(&line);
        assert_eq!(answer.exit, 0, "{control}: {}\n{}", line.join(" "), answer.stderr);
    }
}

/// The output of a check command of a control, as JSON.
fn check(aws: &mut Aws, control: &str, call: &str, placeholder_values: &PlaceholderValues) -> Value {
    let command = details(control).check.cli.iter().find(|command| command.call == call);
    let command = command.unwrap_or_else(|| panic!("{control} has no {call}"));
    let answer = aws.run(&argv(command, placeholder_values));
    assert_eq!(answer.exit, 0, "{control}: {call}\n{}", answer.stderr);
    answer.json()
}

/// Whether a statement of the policy allows every action on every resource.
fn allows_anything(policy: &Value) -> bool {
    let is_star =
        |value: &Value| *value == "*" || value.as_array().is_some_and(|values| values.iter().any(|v| *v == "*"));
    let statements = policy["Statement"].as_array().cloned().unwrap_or_else(|| vec![policy["Statement"].clone()]);
    statements.iter().any(|one| one["Effect"] == "Allow" && is_star(&one["Action"]) && is_star(&one["Resource"]))
}

#[test]
#[ignore = "needs the AWS CLI and moto; `cargo xtask test` installs them and runs this"]
fn iam_least_privilege_word_by_word() {
    let simulator = Simulator::start();
    let mut aws = Aws::start(&simulator.endpoint);
    let mut placeholder_values = examples_at_home();
    let id = "iam-least-privilege";
    aws.done("aws iam create-user --user-name alice");
    aws.done("aws iam attach-user-policy --user-name alice --policy-arn arn:aws:iam::aws:policy/AdministratorAccess");
    aws.run(&words(&["iam", "create-policy", "--policy-name", "app-server", "--policy-document", ANYTHING]));
    aws.done("aws iam attach-user-policy --user-name alice --policy-arn arn:aws:iam::123456789012:policy/app-server");
    let inline = ["iam", "put-user-policy", "--user-name", "alice", "--policy-name", "allow-everything"];
    aws.run(&words(&[&inline[..], &["--policy-document", ANYTHING]].concat()));

    let administrators = check(&mut aws, id, "iam list-entities-for-policy", &placeholder_values);
    assert_eq!(administrators["PolicyUsers"][0]["UserName"], "alice", "the fault that the text describes");
    let version = check(&mut aws, id, "iam get-policy-version", &placeholder_values);
    assert!(allows_anything(&version["PolicyVersion"]["Document"]));
    let all = check(&mut aws, id, "iam get-account-authorization-details", &placeholder_values);
    assert!(allows_anything(&all["UserDetailList"][0]["UserPolicyList"][0]["PolicyDocument"]));

    // The policy version that the fix creates and then sets as the default.
    placeholder_values.set("<POLICY_VERSION>", "v2".to_owned());
    fix(&mut aws, id, &placeholder_values);
    // "Detach other directly attached policies in the same way."
    aws.done("aws iam detach-user-policy --user-name alice --policy-arn arn:aws:iam::123456789012:policy/app-server");

    let administrators = check(&mut aws, id, "iam list-entities-for-policy", &placeholder_values);
    assert_eq!(administrators["PolicyUsers"], Value::Array(Vec::new()), "done looks like this");
    let all = check(&mut aws, id, "iam get-account-authorization-details", &placeholder_values);
    let user = &all["UserDetailList"][0];
    assert_eq!(user["AttachedManagedPolicies"], Value::Array(Vec::new()));
    assert!(user["UserPolicyList"].as_array().is_none_or(Vec::is_empty));
    assert_eq!(user["GroupList"][0], "developers");
    for policy in all["Policies"].as_array().unwrap() {
        let own = policy["Arn"].as_str().unwrap().contains("123456789012");
        let version = policy["PolicyVersionList"].as_array().unwrap().iter().find(|v| v["IsDefaultVersion"] == true);
        assert!(!own || !allows_anything(&version.unwrap()["Document"]), "{policy}");
    }
}

#[test]
#[ignore = "needs the AWS CLI and moto; `cargo xtask test` installs them and runs this"]
fn notify_two_destinations_word_by_word() {
    let simulator = Simulator::start();
    let mut aws = Aws::start(&simulator.endpoint);
    let placeholder_values = examples_at_home();
    let id = "notify-two-destinations";

    let before = check(&mut aws, id, "sns list-subscriptions", &placeholder_values);
    assert_eq!(before["Subscriptions"], Value::Array(Vec::new()), "the fault that the text describes");

    fix(&mut aws, id, &placeholder_values);

    let after = check(&mut aws, id, "sns list-subscriptions-by-topic", &placeholder_values);
    let endpoints: Vec<_> = after["Subscriptions"].as_array().unwrap().iter().map(|one| &one["Endpoint"]).collect();
    assert_eq!(endpoints.len(), 2, "{after}");
    assert!(
        endpoints.contains(&&placeholder_values.get("<SECURITY_EMAIL>").into())
            && endpoints.contains(&&placeholder_values.get("<SECOND_EMAIL>").into())
    );
    // moto confirms subscriptions by itself; on AWS the recipient does, by the link in each mail.
    let is_confirmed = |one: &Value| one["SubscriptionArn"].as_str().unwrap().starts_with("arn:");
    assert!(after["Subscriptions"].as_array().unwrap().iter().all(is_confirmed), "done looks like this");
    assert!(may_publish(&mut aws, &placeholder_values), "later controls send from EventBridge to this topic");
}

/// Whether EventBridge may publish to the topic.
fn may_publish(aws: &mut Aws, placeholder_values: &PlaceholderValues) -> bool {
    let attributes =
        aws.done(&format!("aws sns get-topic-attributes --topic-arn {}", placeholder_values.get("<TOPIC_ARN>")));
    let policy: Value = serde_json::from_str(attributes["Attributes"]["Policy"].as_str().unwrap()).unwrap();
    policy["Statement"].as_array().unwrap().iter().any(|one| one.to_string().contains("events.amazonaws.com"))
}

#[test]
#[ignore = "needs the AWS CLI and moto; `cargo xtask test` installs them and runs this"]
fn key_leak_prevention_shows_names_and_never_values() {
    let simulator = Simulator::start();
    let mut aws = Aws::start(&simulator.endpoint);
    let placeholder_values = furnish(&mut aws);
    let id = "key-leak-prevention";
    let projects = check(&mut aws, id, "codebuild batch-get-projects", &placeholder_values);
    let variable = &projects[0]["env"][0];
    assert_eq!((&variable["name"], &variable["type"]), (&"AWS_SECRET_ACCESS_KEY".into(), &"PLAINTEXT".into()));
    assert!(!projects.to_string().contains(KEY));
}

/// Runs the git commands of this control one after the other in a repository, with their own home folder.
#[test]
#[ignore = "needs git-secrets; `cargo xtask test` installs it and runs this"]
fn key_leak_prevention_refuses_a_commit_with_a_key() {
    let home = std::env::temp_dir().join(format!("guard-navi-git-{}", std::process::id()));
    let repository = home.join("repository");
    std::fs::create_dir_all(&repository).unwrap();
    let git = |words: &[String]| {
        // Expands the tilde, as a shell would.
        let words = words.iter().skip(1).map(|word| word.replacen("~", &home.display().to_string(), 1));
        let output = std::process::Command::new("git")
            .args(words)
            .current_dir(&repository)
            .env("HOME", &home)
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        (output.status.success(), text)
    };
    let line = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
    for setup in ["git init -q", "git config user.name x", "git config user.email x@example.com"] {
        assert!(git(&line(setup)).0, "{setup}");
    }
    let key_id = ["AKIA", "QYLPMN5HHHFPZAM2"].concat();
    std::fs::write(repository.join("config"), format!("key = {key_id}\n")).unwrap();
    git(&line("git add config"));
    let guide = details("key-leak-prevention");
    let of_git = |commands: &'static [Command]| commands.iter().filter(|command| command.program == Program::Git);
    let placeholder_values = examples_at_home();

    let list = of_git(guide.check.cli).find(|command| command.call == "secrets").unwrap();
    assert!(!git(&argv(list, &placeholder_values)).1.contains("AKIA"), "nothing is registered before");

    for command in of_git(guide.fix.cli) {
        let (worked, output) = git(&argv(command, &placeholder_values));
        // There is no history to scan yet.
        assert!(worked || command.args.contains(&"--scan-history"), "{:?}: {output}", command.args);
    }
    let (committed, output) = git(&line("git commit -q -m leak"));
    assert!(!committed && output.contains("prohibited patterns"), "{output}");
    assert!(git(&argv(list, &placeholder_values)).1.contains("AKIA"), "done looks like this");

    // A commit from before the hooks is found, and its key is not shown.
    git(&line("git commit -q --no-verify -m leak"));
    let log = of_git(guide.check.cli).find(|command| command.call == "log").unwrap();
    let (_, found) = git(&argv(log, &placeholder_values));
    assert!(found.contains("leak") && !found.contains(&key_id), "{found}");
    std::fs::remove_dir_all(home).unwrap();
}
