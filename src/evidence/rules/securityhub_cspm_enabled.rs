//! `securityhub-cspm-enabled`: is Security Hub CSPM on, with FSBP?

use super::partial::is_all;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::json::Json;
use crate::evidence::facts::{Answer, CliError, Output};

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.in_regions("securityhub describe-hub", |verdict, output, region| {
        if is_off(output) {
            judge_off(verdict, output, region);
        } else if let Some(value) = verdict.json(output) {
            if value.words("HubArn").is_empty() {
                verdict.doubt(
                    &output.origin,
                    say(
                        format!("{region}: 出力に HubArn がありません。出力全体を入れてください。"),
                        format!("{region}: the output has no HubArn. Hand over the whole output."),
                    ),
                );
            } else {
                verdict.pass(
                    &output.origin,
                    say(
                        format!("{region}: Security Hub CSPM は有効です。"),
                        format!("{region}: Security Hub CSPM is on."),
                    ),
                );
            }
        }
    });
    verdict.in_regions("securityhub get-enabled-standards", |verdict, output, region| {
        if is_off(output) {
            judge_off(verdict, output, region);
        } else if let Some(standards) = verdict.list(output, "StandardsSubscriptions") {
            look_at(verdict, output, standards, region);
        }
    });
    for needed in ["securityhub describe-hub", "securityhub get-enabled-standards"] {
        if !verdict.has_any(&[needed]) {
            verdict.missing(say(
                format!("{needed} の出力がありません。この出力も入れてください。"),
                format!("There is no output of {needed}. Add it."),
            ));
        }
    }
    for output in verdict.outputs("securityhub describe-security-hub-v2") {
        if output.error_code().is_none()
            && verdict.json(output).is_some_and(|value| !value.words("HubV2Arn").is_empty())
        {
            verdict.warn(say(
                "新しい Security Hub は有効ですが、それだけでは Security Hub CSPM が有効とは言えません。".to_owned(),
                "The new Security Hub is on, but that alone does not mean that Security Hub CSPM is.".to_owned(),
            ));
        }
    }
}

fn look_at(verdict: &mut VerdictBuilder<'_>, output: &Output, standards: &[Json], region: &str) {
    let is_fsbp = |arn: &str| arn.contains("aws-foundational-security-best-practices");
    let fsbp = standards.iter().find(|item| is_fsbp(item.words("StandardsArn")));
    match fsbp.map(|item| item.words("StandardsStatus")) {
        None if standards.iter().any(|item| item.words("StandardsArn").is_empty()) => verdict.doubt(
            &output.origin,
            say(
                format!("{region}: どの標準か読み取れないもの(StandardsArn)があります。"),
                format!("{region}: it cannot be read which standards these are (StandardsArn)."),
            ),
        ),
        None => {
            if is_all(verdict, output, &["--standards-subscription-arns"]) {
                verdict.fail(
                    &output.origin,
                    say(
                        format!("{region}: 「AWS Foundational Security Best Practices」(FSBP)の標準が有効になっていません。"),
                        format!("{region}: the standard AWS Foundational Security Best Practices (FSBP) is not on."),
                    ),
                );
            }
        }
        Some("READY") => verdict.pass(
            &output.origin,
            say(
                format!("{region}: Security Hub CSPM と FSBP は有効です。"),
                format!("{region}: Security Hub CSPM and FSBP are on."),
            ),
        ),
        Some(status) => verdict.doubt(
            &output.origin,
            say(
                format!("{region}: FSBP の状態が {status} です。INCOMPLETE の場合は、AWS Config が無効になっていることがよくあります。"),
                format!("{region}: FSBP is {status}. INCOMPLETE often means that AWS Config is off."),
            ),
        ),
    }
}

/// Whether the output is the error "not subscribed" of a Region where Security Hub is off; any other
/// InvalidAccessException proves nothing.
fn is_off(output: &Output) -> bool {
    match &output.answer {
        Answer::Json { .. } => false,
        Answer::Error(CliError { code, message }) => {
            code == "InvalidAccessException" && message.contains("not subscribed")
        }
    }
}

fn judge_off(verdict: &mut VerdictBuilder<'_>, output: &Output, region: &str) {
    // An old output does not count: it may have been turned on since.
    if verdict.is_fresh(&output.origin) {
        verdict.fail(
            &output.origin,
            say(
                format!("{region}: Security Hub CSPM が有効になっていません。"),
                format!("{region}: Security Hub CSPM is not on."),
            ),
        );
    }
}
