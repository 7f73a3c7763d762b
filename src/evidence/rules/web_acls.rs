//! Which load balancers take requests from the internet, and whether rules of AWS WAF that block stand before them.

use super::partial::is_all;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Words, quantity};
use crate::base::json::Json;
use crate::evidence::facts::Output;

/// The call that lists load balancers.
pub(super) const BALANCERS: &str = "elbv2 describe-load-balancers";
const WEB_ACL: &str = "wafv2 get-web-acl-for-resource";
const DISTRIBUTIONS: &str = "cloudfront list-distributions";

/// Judges every Application Load Balancer that faces the internet.
pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.in_regions(BALANCERS, |verdict, output, region| {
        let Some(balancers) = verdict.list(output, "LoadBalancers") else {
            return;
        };
        let is_public_web =
            |one: &&Json| one.words("Type") == "application" && one.words("Scheme") == "internet-facing";
        let public: Vec<&Json> = balancers.iter().filter(is_public_web).collect();
        for balancer in &public {
            look_at(verdict, output, balancer, region);
        }
        if is_all(verdict, output, &["--load-balancer-arns", "--names"]) {
            let count = public.len();
            verdict.pass(
                &output.origin,
                say(
                    format!("{region}: インターネットに面した Application Load Balancer は {count} 個です。"),
                    format!("{region}: {}.", quantity(count, "internet-facing Application Load Balancer")),
                ),
            );
        }
    });
    without_web_acl(verdict);
}

/// What stands before a load balancer.
enum Before {
    /// Managed rules that block.
    Blocks,
    /// Managed rules that only count.
    Counts,
    /// Rules, but no managed ones, or some that Firewall Manager adds.
    OtherRules,
    Nothing,
    /// No output tells.
    Unknown,
}

fn look_at(verdict: &mut VerdictBuilder<'_>, output: &Output, balancer: &Json, region: &str) {
    let name = balancer.words("LoadBalancerName");
    let words = |ja: &str, en: &str| say(format!("{region}: {name} {ja}"), format!("{region}: {name} {en}"));
    match before(verdict, balancer.words("LoadBalancerArn")) {
        Before::Blocks => verdict.pass(
            &output.origin,
            words(
                "は、ブロックで動く WAF のマネージドルールで守られています。",
                "is behind managed rules of WAF that block.",
            ),
        ),
        Before::Counts => verdict.fail(
            &output.origin,
            words(
                "の WAF のマネージドルールはカウント(Count)だけで、何も止めません。",
                "is behind managed rules of WAF that only count and stop nothing.",
            ),
        ),
        Before::OtherRules => verdict.doubt(
            &output.origin,
            words(
                "の WAF で、マネージドルールがブロックで動いているかどうか、出力からは分かりません。",
                "has a web ACL, but it does not show that managed rules block.",
            ),
        ),
        Before::Unknown => verdict.doubt(
            &output.origin,
            words(
                "が WAF で守られているかどうか、出力がないため分かりません。",
                "may have WAF before it or not: no output tells.",
            ),
        ),
        Before::Nothing => match through_cloudfront(verdict, balancer.words("DNSName")) {
            Some(doubt) => verdict.doubt(&output.origin, doubt(region, name)),
            None => verdict.fail(
                &output.origin,
                words(
                    "はインターネットに面していますが、WAF で守られていません。",
                    "faces the internet without WAF before it.",
                ),
            ),
        },
    }
}

fn before(verdict: &mut VerdictBuilder<'_>, balancer: &str) -> Before {
    let mut found = Before::Unknown;
    for output in verdict.outputs(WEB_ACL).filter(|output| output.arg("--resource-arn") == Some(balancer)) {
        if output.is_empty() && verdict.is_fresh(&output.origin) {
            found = Before::Nothing;
            continue;
        }
        let Some(value) = verdict.json(output) else {
            continue;
        };
        found = match value.get("WebACL") {
            Some(acl @ Json::Object(_)) => rules(acl),
            _ => Before::Nothing,
        };
    }
    found
}

/// What the rules of a web ACL do.
fn rules(acl: &Json) -> Before {
    fn group(rule: &Json) -> Option<&Json> {
        rule.get("Statement")?.get("ManagedRuleGroupStatement")
    }
    let rules = acl.items("Rules");
    let managed = || rules.iter().filter(|rule| group(rule).is_some());
    let overridden = |rule: &Json, action: &str| {
        rule.get("OverrideAction").is_some_and(|overriding| overriding.get(action).is_some())
    };
    // A rule group can also be turned to counting rule by rule.
    let has_exceptions = |rule: &Json| {
        group(rule).is_some_and(|group| {
            !group.items("RuleActionOverrides").is_empty()
                || !group.items("ExcludedRules").is_empty()
                || group.get("ScopeDownStatement").is_some()
        })
    };
    // A list of bad addresses looks at no request.
    let looks_at_requests = |rule: &Json| {
        let name = group(rule).map_or("", |group| group.words("Name"));
        !name.contains("IpReputation") && !name.contains("AnonymousIp")
    };
    let priority = |rule: &Json| rule.number("Priority").unwrap_or(f64::MAX);
    // A rule that allows, earlier in the order, lets its requests pass by the rest.
    let is_passed_by = |rule: &Json| {
        let allows = |other: &&Json| other.get("Action").is_some_and(|action| action.get("Allow").is_some());
        rules.iter().filter(allows).any(|other| priority(other) <= priority(rule))
    };
    let blocks = |rule: &&Json| {
        overridden(rule, "None") && !has_exceptions(rule) && looks_at_requests(rule) && !is_passed_by(rule)
    };
    if managed().any(|rule| blocks(&rule)) {
        Before::Blocks
    } else if managed().next().is_some() && managed().all(|rule| overridden(rule, "Count")) {
        Before::Counts
    } else {
        Before::OtherRules
    }
}

/// A sentence about a load balancer: its Region and name.
type Sentence = fn(&str, &str) -> Words;

/// Why requests may still come through WAF of CloudFront; none where they cannot.
fn through_cloudfront(verdict: &mut VerdictBuilder<'_>, dns_name: &str) -> Option<Sentence> {
    let mut is_known = false;
    for output in verdict.outputs(DISTRIBUTIONS) {
        // Where there is no distribution, the CLI prints nothing.
        if output.is_empty() && verdict.is_fresh(&output.origin) {
            is_known = true;
            continue;
        }
        let Some(value) = verdict.json(output) else {
            continue;
        };
        is_known = true;
        let with_acl = distributions(value).iter().filter(|one| !one.words("WebACLId").is_empty());
        let mut origins =
            with_acl.flat_map(|one| one.get("Origins").map(|origins| origins.items("Items")).unwrap_or_default());
        // A name of one's own may lead to any load balancer; a bucket is none.
        let may_lead_here = |origin: &Json| {
            let name = origin.words("DomainName");
            name.eq_ignore_ascii_case(dns_name) || !name.ends_with(".amazonaws.com")
        };
        if origins.any(may_lead_here) {
            return Some(direct_path);
        }
    }
    (!is_known).then_some(cloudfront_unknown as Sentence)
}

fn distributions(value: &Json) -> &[Json] {
    value.get("DistributionList").map(|list| list.items("Items")).unwrap_or_default()
}

/// A remark about distributions without WAF: some serve files only.
fn without_web_acl(verdict: &mut VerdictBuilder<'_>) {
    for output in verdict.outputs(DISTRIBUTIONS) {
        let Some(value) = output.value().filter(|_| verdict.is_recent(&output.origin)) else {
            continue;
        };
        let is_open = |one: &&Json| one.flag("Enabled") != Some(false) && one.words("WebACLId").is_empty();
        let names: Vec<&str> = distributions(value).iter().filter(is_open).map(|one| one.words("Id")).collect();
        if !names.is_empty() {
            let list = names.join(", ");
            verdict.warn(say(
                format!("WAF のない CloudFront ディストリビューション: {list}。Web アプリケーションを配信しているものには、WAF を付けてください。"),
                format!("CloudFront distributions without WAF: {list}. Put it before those that serve a web application."),
            ));
        }
    }
}

fn direct_path(region: &str, name: &str) -> Words {
    say(
        format!(
            "{region}: {name} 自体に WAF はありませんが、WAF のある CloudFront を経由しているかもしれません。CloudFront を通らない経路がすべて閉じているか確かめてください。"
        ),
        format!(
            "{region}: {name} has no WAF of its own, but CloudFront with WAF may lead to it. See that nothing else can reach it."
        ),
    )
}

fn cloudfront_unknown(region: &str, name: &str) -> Words {
    say(
        format!(
            "{region}: {name} 自体に WAF はありません。CloudFront を経由しているかもしれないため、cloudfront list-distributions の出力も入れてください。"
        ),
        format!(
            "{region}: {name} has no WAF of its own. CloudFront may stand before it: add the output of cloudfront list-distributions."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::{Before, rules};
    use crate::base::json::Json;

    fn of(rules_of_acl: &str) -> &'static str {
        match rules(&Json::parse(&format!(r#"{{"Rules": [{rules_of_acl}]}}"#)).unwrap()) {
            Before::Blocks => "blocks",
            Before::Counts => "counts",
            Before::OtherRules => "other rules",
            Before::Nothing => "nothing",
            Before::Unknown => "unknown",
        }
    }

    #[test]
    fn what_rules_do_and_not_what_they_are_called() {
        let managed = |action: &str, more: &str| {
            format!(
                r#"{{"Statement": {{"ManagedRuleGroupStatement": {{"VendorName": "AWS", "Name": "AWSManagedRulesCommonRuleSet"{more}}}}}, "OverrideAction": {{"{action}": {{}}}}}}"#
            )
        };
        let (blocks, counts) = (managed("None", ""), managed("Count", ""));
        assert_eq!(of(&blocks), "blocks");
        assert_eq!(of(&counts), "counts");
        assert_eq!(of(&format!("{counts}, {blocks}")), "blocks");
        assert_eq!(of(""), "other rules");
        for narrowed in [
            r#", "ExcludedRules": [{"Name": "CrossSiteScripting_BODY"}]"#,
            r#", "RuleActionOverrides": [{"Name": "x", "ActionToUse": {"Count": {}}}]"#,
            r#", "ScopeDownStatement": {"GeoMatchStatement": {"CountryCodes": ["JP"]}}"#,
        ] {
            assert_eq!(of(&managed("None", narrowed)), "other rules", "{narrowed}");
        }
        // A list of addresses alone, and a rule before it that lets requests by.
        let list = blocks.replace("AWSManagedRulesCommonRuleSet", "AWSManagedRulesAmazonIpReputationList");
        assert_eq!(of(&format!("{list}, {counts}")), "other rules");
        let allows = r#"{"Priority": 0, "Statement": {}, "Action": {"Allow": {}}}"#;
        assert_eq!(of(&format!("{allows}, {blocks}")), "other rules");
        // A rule of one's own with a telling name is no managed rule.
        assert_eq!(
            of(
                r#"{"Name": "AWSManagedRulesCommonRuleSet", "Statement": {"RateBasedStatement": {"Limit": 100}}, "Action": {"Block": {}}}"#
            ),
            "other rules"
        );
        assert_eq!(of(r#"{"Statement": {"ManagedRuleGroupStatement": {}}}"#), "other rules");
    }
}
