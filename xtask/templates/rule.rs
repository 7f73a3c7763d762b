//! `{id}`: replace this with the question that the rule answers about the account.

use super::verdict_builder::VerdictBuilder;
use crate::base::i18n::{Text, t};
use crate::base::json::Json;

/// The command whose output the rule reads; see `src/evidence/calls/table.rs`.
const CALL: &str = "ssm describe-document-permission";

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    for output in verdict.outputs(CALL) {
        let Some(value) = verdict.json(output) else {
            continue;
        };
        match value.get("AccountIds") {
            Some(Json::List(shared)) if shared.is_empty() => verdict.pass(&output.origin, IN_PLACE),
            Some(_) => verdict.fail(&output.origin, NOT_IN_PLACE),
            None => verdict.doubt(&output.origin, UNREADABLE),
        }
    }
}

const IN_PLACE: Text = t("", "");
const NOT_IN_PLACE: Text = t("", "");
const UNREADABLE: Text = t("", "");

#[cfg(test)]
mod tests {
    use crate::evidence::rules::judged;

    #[test]
    fn each_outcome() {
        let command = "aws ssm describe-document-permission --name x --permission-type Share";
        let outcome = |output: &str| judged("{id}", command, output).split(':').next().map(str::to_owned);
        assert_eq!(outcome(r#"{"AccountIds": [], "AccountSharingInfoList": []}"#).as_deref(), Some("pass"));
        assert_eq!(outcome(r#"{"AccountIds": ["all"], "AccountSharingInfoList": []}"#).as_deref(), Some("fail"));
        assert_eq!(outcome("{}").as_deref(), Some("unknown"));
    }
}
