//! `health-abuse-alert`: are AWS Health's risk and abuse events forwarded?

use super::eventbridge::{self, EventRule};
use super::partial::is_whole;
use super::weigh::{Weigh, say};
use crate::evidence::facts::Output;
use crate::i18n::{Text, t};

/// Where global events arrive, and where their backup does.
const MAIN: &str = "us-east-1";
const REGIONS: [&str; 2] = [MAIN, "us-west-2"];

pub(super) fn judge(w: &mut Weigh<'_>) {
    let facts = w.facts;
    let is_main = |output: &Output| output.region.as_deref() == Some(MAIN);
    let mut of_here = None;
    for output in w.outputs("events list-rules") {
        let is_here = output.region.as_deref().is_some_and(|region| REGIONS.contains(&region));
        if is_here && w.list(output, "Rules").is_some() && (of_here.is_none() || is_main(output)) {
            of_here = Some(output);
        }
    }
    let Some(output) = of_here else {
        for output in w.outputs("events list-rules").take(1) {
            w.doubt(&output.origin, ELSEWHERE);
        }
        return;
    };
    let rules: Vec<EventRule<'_>> = eventbridge::enabled(facts).into_iter().filter(is_of_health).collect();
    let here = || rules.iter().filter(|rule| rule.region.is_some_and(|region| REGIONS.contains(&region)));
    if here().next().is_none() {
        // The other Region is a backup: without the main one, or with a part of it, nobody can say "none".
        match (is_main(output), is_whole(output)) {
            (true, true) => w.fail(&output.origin, NONE),
            (true, false) => {}
            (false, _) => w.doubt(&output.origin, ELSEWHERE),
        }
    }
    let told: Vec<_> = here().map(|rule| (rule, eventbridge::targets(facts, rule))).collect();
    let has_target = |targets: &Option<Vec<&str>>| targets.as_ref().is_some_and(|targets| !targets.is_empty());
    if let Some((rule, _)) = told.iter().find(|(_, targets)| has_target(targets)) {
        let name = rule.name;
        eventbridge::doubt_targets(w, rule);
        w.pass(
            &output.origin,
            say(
                format!("ルール {name} により、AWS Health のリスクと不正利用のイベントが通知されます。"),
                format!("Rule {name} forwards the risk and abuse events of AWS Health."),
            ),
        );
        return;
    }
    for (rule, targets) in told {
        let name = rule.name;
        match targets {
            Some(_) => w.fail(
                &output.origin,
                say(format!("ルール {name} には送り先(ターゲット)がありません。"), format!("Rule {name} has no target.")),
            ),
            None => w.doubt(
                &output.origin,
                say(
                    format!("ルール {name} の送り先(ターゲット)が分かりません。list-targets-by-rule の出力も入れてください。"),
                    format!("The targets of rule {name} are not known. Add the output of list-targets-by-rule."),
                ),
            ),
        }
    }
}

fn is_of_health(rule: &EventRule<'_>) -> bool {
    let is_source = rule.wants(&["source"], &["aws.health"]) == Some(true);
    let service = rule.wants(&["detail", "service"], &["RISK"]);
    let code = rule.wants(&["detail", "eventTypeCode"], &["AWS_RISK_CREDENTIALS_EXPOSED"]);
    // Risk events are issues, of this type; planned changes and abuse reports are other events.
    let category = rule.wants(&["detail", "eventTypeCategory"], &["issue"]);
    let kind = rule.wants(&["detail-type"], &["AWS Health Event"]);
    is_source && [service, code, category, kind].iter().all(|wanted| *wanted != Some(false))
}

const NONE: Text = t(
    "us-east-1 に、AWS Health のリスクのイベントを通知するルールがありません(AWS User Notifications で受け取っている場合を除きます)。",
    "No rule in us-east-1 forwards the risk events of AWS Health (unless AWS User Notifications sends them to you).",
);
const ELSEWHERE: Text = t(
    "us-east-1 のルールの一覧がありません。AWS Health のグローバルなイベントは us-east-1 に届きます。us-east-1 の events list-rules の出力も入れてください。",
    "The rules of us-east-1 are missing: that is where global events of AWS Health arrive. Add the output of events list-rules of us-east-1.",
);
