//! `trusted-advisor-red`: is one of the security checks that every account has red?

use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, t};
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::content::catalogue::posture::trusted_advisor_red::CHECKS;
use crate::evidence::facts::Output;

const CALL: &str = "support describe-trusted-advisor-check-summaries";
/// How old a result may be, in days: as old as any other evidence.
const FRESH: i64 = 7;

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    let mut seen = Vec::new();
    let mut answer = None;
    for output in verdict.outputs(CALL) {
        if output.error_code() == Some("SubscriptionRequiredException") && verdict.is_fresh(&output.origin) {
            verdict.ask_instead(&output.origin, NO_API);
            continue;
        }
        let Some(summaries) = verdict.list(output, "summaries") else {
            continue;
        };
        answer = Some(output);
        for summary in summaries {
            // Other checks are not in every account, and ask for more.
            if let Some(check) = CHECKS.iter().find(|(id, _)| *id == summary.words("checkId")) {
                seen.push(check.0);
                look_at(verdict, output, summary, check);
            }
        }
    }
    let missing: Vec<&str> = CHECKS.iter().map(|(id, _)| *id).filter(|id| !seen.contains(id)).collect();
    if let Some(output) = answer.filter(|_| !missing.is_empty()) {
        let list = missing.join(", ");
        verdict.doubt(
            &output.origin,
            say(
                format!("次のチェックの結果がありません: {list}。確認のコマンドのまま取り直してください。"),
                format!("There is no result of {list}. Run the check command as it is."),
            ),
        );
    }
}

/// Judges the summary of one check.
fn look_at(verdict: &mut VerdictBuilder<'_>, output: &Output, summary: &Json, (id, subject): &(&str, Text)) {
    let (ja, en) = (format!("「{}」({id})", subject.ja), format!("“{}” ({id})", subject.en));
    let on = output.origin.collected_at.unwrap_or(verdict.now);
    let Some(at) = Timestamp::parse(summary.words("timestamp")) else {
        verdict.doubt(
            &output.origin,
            say(
                format!("チェック {ja} が、いつ更新されたか分かりません。"),
                format!("It is not clear when check {en} was refreshed."),
            ),
        );
        return;
    };
    let (days, date) = (on.days_since(at), at.date());
    if !(-1..=FRESH).contains(&days) {
        verdict.doubt(
            &output.origin,
            say(
                format!("チェック {ja} が最後に更新されたのは {date} です。更新してから取り直してください。"),
                format!("Check {en} was last refreshed on {date}. Refresh it, and get this again."),
            ),
        );
        return;
    }
    let count = |field: &str| summary.get("resourcesSummary").and_then(|counts| counts.number(field));
    match summary.words("status") {
        "error" => {
            let flagged = count("resourcesFlagged").unwrap_or(0.0);
            verdict.fail(
                &output.origin,
                say(
                    format!("Trusted Advisor のチェック {ja} が赤です(対象 {flagged} 件)。"),
                    format!("Check {en} of Trusted Advisor is red ({flagged} resources)."),
                ),
            );
        }
        "ok" | "warning" => {
            verdict.pass(
                &output.origin,
                say(format!("チェック {ja} は赤ではありません。"), format!("Check {en} is not red.")),
            );
            // An excluded item no longer turns a check red.
            if count("resourcesSuppressed") != Some(0.0) {
                verdict.doubt(
                    &output.origin,
                    say(
                        format!("チェック {ja} には、除外された項目があります(または、その数を読み取れません)。除外した項目は赤くなりません。コンソールで確かめてください。"),
                        format!("Items of check {en} are excluded, or their number is not known: those never turn red. Look in the console."),
                    ),
                );
            }
        }
        _ => verdict.doubt(
            &output.origin,
            say(
                format!("Trusted Advisor は、チェック {ja} の結果を出せていません。"),
                format!("Trusted Advisor has no result of check {en}."),
            ),
        ),
    }
}

const NO_API: Text = t(
    "このアカウントのサポートプランでは、Trusted Advisor の API を使えません。コンソールでチェックを更新し、結果を確かめてください。",
    "The support plan of this account has no API of Trusted Advisor. Refresh it in the console and look there.",
);

#[cfg(test)]
mod tests {
    use crate::evidence::rules::judged;

    #[test]
    fn a_plan_without_the_api_asks_the_person() {
        let command = "aws support describe-trusted-advisor-check-summaries --check-ids ePs02jT06w";
        let refused = "An error occurred (SubscriptionRequiredException) when calling the DescribeTrustedAdvisorCheckSummaries operation: Amazon Web Services Premium Support Subscription is required to use this service.";
        let line = judged("trusted-advisor-red", command, refused);
        assert!(line.starts_with("unknown?: The support plan"), "{line}");
        let denied = "An error occurred (AccessDeniedException) when calling the DescribeTrustedAdvisorCheckSummaries operation: no";
        assert!(judged("trusted-advisor-red", command, denied).starts_with("unknown: "));
    }
}
