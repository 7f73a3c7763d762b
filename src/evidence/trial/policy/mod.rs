//! Evaluates IAM policies on requests: what the statements of several documents allow together, minus what they deny.
//!
//! Source: "Policy evaluation logic" and "IAM JSON policy elements" of the IAM user guide.

mod attacker;
mod condition;
mod like;
mod region;

pub use attacker::{Rights, rights};
pub use condition::{Context, Value};
pub use region::{Principal, starts_compute_in};

use super::Truth;
use crate::base::json::Json;
use condition::Condition;
use like::like;

/// Policies that apply together: those of one document, or all of one identity.
#[derive(Debug, Default)]
pub struct Policies {
    statements: Vec<Statement>,
}

#[derive(Debug)]
struct Statement {
    is_allowing: bool,
    actions: Scope,
    resources: Scope,
    conditions: Vec<Condition>,
}

/// `Action`, or all but `NotAction`; the same for resources.
#[derive(Debug)]
struct Scope {
    patterns: Vec<String>,
    is_inverted: bool,
}

/// A request to evaluate.
#[derive(Clone, Copy, Debug)]
pub struct Request<'r> {
    /// `iam:CreateAccessKey`
    pub action: &'r str,
    /// An ARN, or `*` for an action that has no resource.
    pub resource: &'r str,
    /// What else is known about the request.
    pub context: &'r Context,
}

impl Policies {
    /// Adds the statements of a policy document; false if some of them cannot be parsed.
    pub fn add(&mut self, document: &Json) -> bool {
        let statements: &[Json] = match document.get("Statement") {
            Some(Json::List(statements)) => statements,
            Some(one @ Json::Object(_)) => std::slice::from_ref(one),
            Some(_) | None => return false,
        };
        let read = statements.iter().map(Statement::read);
        let before = self.statements.len();
        self.statements.extend(read.flatten());
        self.statements.len() - before == statements.len()
    }

    /// Whether a request is allowed. A deny overrides every allow.
    #[must_use]
    pub fn allow(&self, request: &Request<'_>) -> Truth {
        self.about(request.action, request.resource).allow(request.context)
    }

    /// Whether a request is denied explicitly.
    #[must_use]
    pub fn deny(&self, request: &Request<'_>) -> Truth {
        self.about(request.action, request.resource).by(false, request.context)
    }

    /// Whether a request to another Region is decided alike, as far as resources and the Region's own key say.
    fn is_alike_in_all_regions(&self) -> bool {
        self.statements.iter().all(|statement| {
            statement.resources.patterns == ["*"]
                && statement.conditions.iter().all(|one| !one.key.eq_ignore_ascii_case("aws:RequestedRegion"))
        })
    }

    /// The statements about an action on a resource, regardless of their conditions.
    fn about(&self, action: &str, resource: &str) -> About<'_> {
        let found = self.statements.iter().filter_map(|statement| {
            let is_about = statement.actions.holds(action, true).and(statement.resources.holds(resource, false));
            (is_about != Truth::No).then_some((statement, is_about))
        });
        About(found.collect())
    }

    /// The values in conditions on a key, with wildcards replaced by text that they match.
    fn named(&self, key: &str) -> Vec<String> {
        let conditions = self.statements.iter().flat_map(|statement| &statement.conditions);
        let of_key = conditions.filter(|condition| condition.key.eq_ignore_ascii_case(key));
        of_key.flat_map(|condition| &condition.values).map(|value| value.replace('*', "").replace('?', "x")).collect()
    }
}

/// The statements about one action on one resource.
struct About<'p>(Vec<(&'p Statement, Truth)>);

impl About<'_> {
    /// Whether the action is allowed in a context.
    fn allow(&self, context: &Context) -> Truth {
        self.by(true, context).and(!self.by(false, context))
    }

    /// Whether an allowing statement (or a denying one) applies in a context.
    fn by(&self, is_allowing: bool, context: &Context) -> Truth {
        let of_kind = self.0.iter().filter(|(statement, _)| statement.is_allowing == is_allowing);
        Truth::any(of_kind.map(|(statement, is_about)| {
            let met = statement.conditions.iter().map(|condition| condition.is_met(context, is_allowing));
            is_about.and(Truth::all(met))
        }))
    }

    fn has_conditions(&self) -> bool {
        self.0.iter().any(|(statement, _)| !statement.conditions.is_empty())
    }
}

impl Statement {
    fn read(statement: &Json) -> Option<Statement> {
        let is_allowing = match statement.words("Effect") {
            "Allow" => true,
            "Deny" => false,
            _ => return None,
        };
        Some(Statement {
            is_allowing,
            actions: Scope::read(statement, "Action", "NotAction")?,
            resources: Scope::read(statement, "Resource", "NotResource")?,
            conditions: condition::read(statement.get("Condition"))?,
        })
    }
}

impl Scope {
    fn read(statement: &Json, field: &str, inverted: &str) -> Option<Scope> {
        let (value, is_inverted) = match (statement.get(field), statement.get(inverted)) {
            (Some(value), None) => (value, false),
            (None, Some(value)) => (value, true),
            (Some(_), Some(_)) | (None, None) => return None,
        };
        let patterns =
            texts(value).filter(|patterns| !patterns.is_empty() && patterns.iter().all(|one| !one.is_empty()))?;
        Some(Scope { patterns, is_inverted })
    }

    fn holds(&self, text: &str, ignoring_case: bool) -> Truth {
        let is_any = Truth::any(self.patterns.iter().map(|pattern| like(pattern, text, ignoring_case)));
        if self.is_inverted { !is_any } else { is_any }
    }
}

/// A text, or a list of texts; none for anything else.
fn texts(value: &Json) -> Option<Vec<String>> {
    match value {
        Json::Text(text) => Some(vec![text.clone()]),
        Json::List(items) => items.iter().map(|item| item.as_text().map(str::to_owned)).collect(),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::like;
    use crate::evidence::trial::Truth;

    #[test]
    fn patterns_of_actions_and_resources() {
        for (pattern, text, wanted) in [
            ("*", "iam:CreateUser", Truth::Yes),
            ("?*", "iam:CreateUser", Truth::Yes),
            ("*:*", "iam:CreateUser", Truth::Yes),
            ("IAM:create*", "iam:CreateUser", Truth::Yes),
            ("iam:Get*", "iam:CreateUser", Truth::No),
            ("i?m:*User", "iam:CreateUser", Truth::Yes),
            ("${aws:PrincipalTag/x}:*", "iam:CreateUser", Truth::Unclear),
            ("${aws:PrincipalTag/x}:Get*", "iam:CreateUser", Truth::No),
            ("iam:${*}", "iam:CreateUser", Truth::No),
            ("iam:${*}", "iam:*", Truth::Yes),
        ] {
            assert_eq!(like(pattern, text, true), wanted, "{pattern} {text}");
        }
        assert_eq!(like("arn:aws:s3:::Logs", "arn:aws:s3:::logs", false), Truth::No);
    }
}
