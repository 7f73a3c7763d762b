//! `workloads-patched`: is what faces the internet scanned, patched, and behind managed rules of WAF? What no list shows,
//! such as containers and functions, only a person knows.

use super::partial::{is_all, is_narrowed};
use super::verdict_builder::{NO_REGION, VerdictBuilder, say};
use super::web_acls;
use crate::base::i18n::{Text, quantity, t};
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::evidence::facts::Output;
use crate::evidence::trial::Truth;

const INSTANCES: &str = "ec2 describe-instances";
const COVERAGE: &str = "inspector2 list-coverage";
const PATCHES: &str = "ssm list-resource-compliance-summaries";
/// How long ago patches may have been looked for, in days. This product's own choice: Patch Manager's default is daily.
const FRESH: i64 = 30;

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.ask_person();
    verdict.in_regions(INSTANCES, |verdict, output, region| {
        let Some(reservations) = verdict.list(output, "Reservations") else {
            return;
        };
        if reservations.iter().any(|reservation| !matches!(reservation.get("Instances"), Some(Json::List(_)))) {
            verdict.doubt(&output.origin, UNREADABLE);
        }
        let instances = reservations.iter().flat_map(|reservation| reservation.items("Instances"));
        let public: Vec<&str> =
            instances.filter(|instance| is_public(instance)).map(|instance| instance.words("InstanceId")).collect();
        for id in &public {
            instance(verdict, output, id, region);
        }
        if is_all(verdict, output, &["--filters", "--instance-ids"]) {
            let count = public.len();
            verdict.pass(
                &output.origin,
                say(
                    format!("{region}: パブリック IP アドレスを持つ実行中のインスタンスは {count} 台です。"),
                    format!("{region}: {} with a public address.", quantity(count, "running instance")),
                ),
            );
        }
    });
    web_acls::judge(verdict);
    for (call, words) in [(INSTANCES, NO_INSTANCES), (web_acls::BALANCERS, NO_BALANCERS)] {
        if !verdict.has_any(&[call]) {
            verdict.missing(words);
        }
    }
}

/// Whether an instance runs, or is about to, with an address on the internet.
fn is_public(instance: &Json) -> bool {
    let state = instance.get("State").map_or("", |state| state.words("Name"));
    let has_address = |interface: &Json| {
        !interface.items("Ipv6Addresses").is_empty()
            || interface.get("Association").is_some_and(|association| !association.words("PublicIp").is_empty())
    };
    matches!(state, "running" | "pending" | "")
        && (!instance.words("PublicIpAddress").is_empty()
            || !instance.words("Ipv6Address").is_empty()
            || instance.items("NetworkInterfaces").iter().any(has_address))
}

/// Judges an instance that faces the internet.
fn instance(verdict: &mut VerdictBuilder<'_>, output: &Output, id: &str, region: &str) {
    let scanned = is_scanned(verdict, id, region);
    let patched = patches(verdict, id, region);
    if scanned != Truth::Yes {
        verdict.doubt(
            &output.origin,
            say(
                format!("{region}: パブリック IP アドレスを持つ {id} が、Amazon Inspector で検査されていることを確認できません。ほかの製品で検査しているか確かめてください。"),
                format!("{region}: it does not show that Amazon Inspector scans {id}, which has a public address. Does another product?"),
            ),
        );
    }
    match patched {
        Patches::Missing => verdict.fail(
            &output.origin,
            say(
                format!("{region}: パブリック IP アドレスを持つ {id} に、Patch Manager で非準拠です(パッチの不足、失敗、再起動待ちのどれかです)。"),
                format!("{region}: {id}, which has a public address, is non-compliant in Patch Manager: patches are missing, failed, or wait for a restart."),
            ),
        ),
        Patches::Old(at) => {
            let date = at.date();
            verdict.doubt(
                &output.origin,
                say(
                    format!("{region}: {id} のパッチが最後に調べられたのは {date} です。スキャンし直してください。"),
                    format!("{region}: the patches of {id} were last looked at on {date}. Scan again."),
                ),
            );
        }
        Patches::Unknown => verdict.doubt(
            &output.origin,
            say(
                format!("{region}: パブリック IP アドレスを持つ {id} のパッチの状況が、Patch Manager に記録されていません。"),
                format!("{region}: Patch Manager has nothing on the patches of {id}, which has a public address."),
            ),
        ),
        Patches::Present => {}
    }
}

/// Whether Inspector scans an instance.
fn is_scanned(verdict: &mut VerdictBuilder<'_>, id: &str, region: &str) -> Truth {
    let mut scanned = Truth::Unclear;
    for output in outputs_of(verdict, COVERAGE, region) {
        let Some(rows) = verdict.list(output, "coveredResources") else {
            continue;
        };
        let status = |row: &Json| row.get("scanStatus").map_or("", |status| status.words("statusCode")).to_owned();
        let rows: Vec<&Json> = rows.iter().filter(|row| row.words("resourceId") == id).collect();
        // One row for each kind of scan; reachability alone finds no vulnerable software.
        let is_active = |row: &&Json| row.words("scanType") != "NETWORK" && status(row) == "ACTIVE";
        if rows.iter().any(is_active) {
            return Truth::Yes;
        }
        scanned = Truth::No;
    }
    scanned
}

/// What Patch Manager says about an instance.
enum Patches {
    Present,
    Missing,
    /// Compliant, but looked at long ago.
    Old(Timestamp),
    Unknown,
}

fn patches(verdict: &mut VerdictBuilder<'_>, id: &str, region: &str) -> Patches {
    let mut found = Patches::Unknown;
    for output in outputs_of(verdict, PATCHES, region) {
        let Some(rows) = verdict.list(output, "ResourceComplianceSummaryItems") else {
            continue;
        };
        let is_of_it = |row: &&Json| row.words("ResourceId") == id && row.words("ComplianceType") == "Patch";
        for row in rows.iter().filter(is_of_it) {
            let at = row.get("ExecutionSummary").and_then(|summary| summary.get("ExecutionTime"));
            let at = at.and_then(Timestamp::of_json);
            let on = output.origin.collected_at.unwrap_or(verdict.now);
            match (row.words("Status"), at) {
                ("COMPLIANT" | "NON_COMPLIANT", Some(at)) if on.days_since(at) > FRESH => found = Patches::Old(at),
                ("NON_COMPLIANT", Some(_)) => return Patches::Missing,
                ("COMPLIANT", Some(_)) => found = Patches::Present,
                _ => {}
            }
        }
    }
    found
}

/// The outputs of a call in a Region.
fn outputs_of<'a>(verdict: &VerdictBuilder<'a>, call: &'static str, region: &str) -> Vec<&'a Output> {
    let is_there = |output: &&Output| output.region.as_deref().unwrap_or(NO_REGION) == region;
    verdict.outputs(call).filter(is_there).filter(|output| !is_narrowed(output)).collect()
}

const NO_INSTANCES: Text = t(
    "ec2 describe-instances の出力がないため、公開のアドレスを持つインスタンスが分かりません。この出力も入れてください。",
    "Without the output of ec2 describe-instances it is not clear which instances have a public address. Add it.",
);
const NO_BALANCERS: Text = t(
    "elbv2 describe-load-balancers の出力がないため、公開しているロードバランサーが分かりません。この出力も入れてください。",
    "Without the output of elbv2 describe-load-balancers it is not clear which load balancers are public. Add it.",
);
const UNREADABLE: Text = t(
    "インスタンスの一覧がない Reservation があります。--query を付けずに実行してください。",
    "A Reservation has no list of instances. Run it without --query.",
);
