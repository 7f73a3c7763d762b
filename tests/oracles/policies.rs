//! IAM policies, compared with `@cloud-copilot/iam-simulate`. What it is known to evaluate wrongly is not generated:
//! `*:*` (nothing is allowed), addresses without a mask, variables, a `*` in the request.

use super::{answers, generated};
use guard_navi::base::json::Json;
use guard_navi::evidence::trial::Truth;
use guard_navi::evidence::trial::policy::{Context, Policies, Request, Value as ContextValue};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

#[test]
#[ignore = "needs @cloud-copilot/iam-simulate"]
fn generated_policies_allow_alike() {
    let questions = generated(question());
    let answers = answers("node", "iam.mjs", &questions);
    let (mut allowed, mut wrong) = (0, Vec::new());
    for (question, answer) in questions.iter().zip(&answers) {
        let ours = ours(question);
        allowed += usize::from(ours == Truth::Yes);
        if answer["allowed"].as_bool().map(Truth::from) != Some(ours) {
            wrong.push(format!("{ours:?}, {answer}: {question}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), questions.len(), wrong[..wrong.len().min(20)].join("\n"));
    // Requests that are never allowed would prove little.
    assert!(allowed * 20 > questions.len(), "only {allowed} of {} are allowed", questions.len());
    eprintln!("{} requests, {allowed} of them allowed", questions.len());
}

fn ours(question: &Value) -> Truth {
    let mut policies = Policies::default();
    for document in question["policies"].as_array().unwrap() {
        assert!(policies.add(&Json::parse(&document.to_string()).unwrap()), "{document}");
    }
    let value = |value: &Value| -> Vec<String> {
        let all = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        all.iter().map(|one| one.as_str().unwrap().to_owned()).collect()
    };
    let context = question["context"].as_object().unwrap();
    let values = context.iter().map(|(key, one)| (key.to_ascii_lowercase(), ContextValue::Is(value(one))));
    let context = Context { values: values.collect(), is_open: false };
    let (action, resource) = (question["action"].as_str().unwrap(), question["resource"].as_str().unwrap());
    policies.allow(&Request { action, resource, context: &context })
}

fn question() -> impl Strategy<Value = Value> {
    let actions = select(vec!["iam:CreateUser", "s3:GetObject", "s3:DeleteBucket", "made-up:DoIt", "ec2:RunInstances"]);
    let resources = select(vec![
        "arn:aws:iam::123456789012:user/alice",
        "arn:aws:s3:::bucket",
        "arn:aws:s3:::bucket/key",
        "arn:aws:made-up:us-east-1:123456789012:thing/one",
    ]);
    (prop::collection::vec(document(), 1..4), actions, resources, context()).prop_map(
        |(policies, action, resource, context)| {
            json!({"policies": policies, "action": action, "resource": resource, "context": context})
        },
    )
}

fn document() -> impl Strategy<Value = Value> {
    prop::collection::vec(statement(), 1..4)
        .prop_map(|statements| json!({"Version": "2012-10-17", "Statement": statements}))
}

fn statement() -> impl Strategy<Value = Value> {
    let effect = prop_oneof![4 => Just("Allow"), 1 => Just("Deny")];
    let actions =
        list(vec!["*", "iam:*", "s3:Get*", "S3:*", "s3:?etObject", "made-up:*", "iam:CreateUser", "nothing:Here"]);
    let resources = list(vec![
        "*",
        "arn:aws:s3:::*",
        "arn:aws:s3:::bucket/*",
        "arn:aws:s3:::bucke?",
        "arn:aws:iam::123456789012:user/*",
        "arn:aws:s3:::Bucket",
    ]);
    let conditions = prop_oneof![2 => Just(Vec::new()), 2 => prop::collection::vec(condition(), 1..3)];
    (effect, any::<(bool, bool)>(), actions, resources, conditions).prop_map(
        |(effect, (not_action, not_resource), actions, resources, conditions)| {
            let mut statement = Map::new();
            statement.insert("Effect".to_owned(), effect.into());
            statement.insert(if not_action { "NotAction" } else { "Action" }.to_owned(), actions);
            statement.insert(if not_resource { "NotResource" } else { "Resource" }.to_owned(), resources);
            if !conditions.is_empty() {
                let mut block = Map::new();
                for (operator, key, value) in conditions {
                    let keys = block.entry(operator).or_insert_with(|| json!({}));
                    keys[key] = value;
                }
                statement.insert("Condition".to_owned(), block.into());
            }
            statement.into()
        },
    )
}

/// A text, or a list of texts.
fn list(values: Vec<&'static str>) -> impl Strategy<Value = Value> + use<> {
    let one = select(values);
    prop_oneof![one.clone().prop_map(Value::from), prop::collection::vec(one, 1..3).prop_map(Value::from),]
}

/// Operator, key, value.
fn condition() -> impl Strategy<Value = (String, &'static str, Value)> {
    let if_exists = |operators: Vec<&'static str>| {
        (select(operators), any::<bool>())
            .prop_map(|(operator, is)| if is { format!("{operator}IfExists") } else { operator.to_owned() })
    };
    let text_keys = || select(vec!["aws:PrincipalOrgID", "aws:RequestedRegion", "ec2:InstanceType"]);
    let texts = list(vec!["us-east-1", "us-*", "eu-west-1", "o-1", "US-EAST-1"]);
    let strings = vec![
        "StringEquals",
        "StringNotEquals",
        "StringEqualsIgnoreCase",
        "StringNotEqualsIgnoreCase",
        "StringLike",
        "StringNotLike",
    ];
    let numbers = vec!["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericGreaterThanEquals"];
    let dates = vec!["DateLessThan", "DateGreaterThan", "DateGreaterThanEquals"];
    prop_oneof![
        3 => (if_exists(strings), text_keys(), texts.boxed()),
        1 => (if_exists(vec!["Bool"]), select(vec!["aws:SecureTransport", "aws:MultiFactorAuthPresent"]), list(vec!["true", "false"]).boxed()),
        1 => (Just("Null".to_owned()), select(vec!["aws:SourceVpce", "aws:SecureTransport"]), select(vec![json!("true"), json!("false")]).boxed()),
        1 => (if_exists(vec!["IpAddress", "NotIpAddress"]), Just("aws:SourceIp"), list(vec!["8.0.0.0/8", "10.0.0.0/8", "203.0.113.7/32"]).boxed()),
        1 => (if_exists(numbers), Just("aws:MultiFactorAuthAge"), list(vec!["10", "300"]).boxed()),
        1 => (if_exists(dates), Just("aws:CurrentTime"), select(vec![json!("2020-01-01T00:00:00Z"), json!("2030-01-01T00:00:00Z")]).boxed()),
        1 => (select(vec!["ForAllValues:StringEquals".to_owned(), "ForAnyValue:StringEquals".to_owned()]), Just("aws:TagKeys"), list(vec!["a", "b"]).boxed()),
    ]
}

fn context() -> impl Strategy<Value = Value> {
    let optional = |values: Vec<Value>| prop::option::of(select(values));
    (
        optional(vec![json!("us-east-1"), json!("eu-west-1")]),
        optional(vec![json!("o-1")]),
        optional(vec![json!("true"), json!("false")]),
        optional(vec![json!("8.8.8.8"), json!("203.0.113.7")]),
        optional(vec![json!("10"), json!("299")]),
        optional(vec![json!(["a"]), json!(["a", "b"]), json!(["c"])]),
        optional(vec![json!("vpce-1")]),
    )
        .prop_map(|(region, organization, tls, address, age, tags, endpoint)| {
            let mut context = Map::new();
            context.insert("aws:CurrentTime".to_owned(), json!("2026-11-24T09:00:00Z"));
            for (key, value) in [
                ("aws:RequestedRegion", region),
                ("aws:PrincipalOrgID", organization),
                ("aws:SecureTransport", tls),
                ("aws:SourceIp", address),
                ("aws:MultiFactorAuthAge", age),
                ("aws:TagKeys", tags),
                ("aws:SourceVpce", endpoint),
            ] {
                if let Some(value) = value {
                    context.insert(key.to_owned(), value);
                }
            }
            context.into()
        })
}
