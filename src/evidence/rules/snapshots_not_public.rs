//! `snapshots-not-public`: is an EBS or RDS snapshot shared with the world?

use super::partial::is_all;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::quantity;
use crate::base::json::Json;
use crate::evidence::facts::Output;

/// A kind of database snapshot: the call for its list, the call for its attributes, and their fields.
struct Kind {
    list: &'static str,
    items: &'static str,
    id: &'static str,
    attributes: &'static str,
    result: &'static str,
    entries: &'static str,
    option: &'static str,
}

const INSTANCES: Kind = Kind {
    list: "rds describe-db-snapshots",
    items: "DBSnapshots",
    id: "DBSnapshotIdentifier",
    attributes: "rds describe-db-snapshot-attributes",
    result: "DBSnapshotAttributesResult",
    entries: "DBSnapshotAttributes",
    option: "--db-snapshot-identifier",
};

const CLUSTERS: Kind = Kind {
    list: "rds describe-db-cluster-snapshots",
    items: "DBClusterSnapshots",
    id: "DBClusterSnapshotIdentifier",
    attributes: "rds describe-db-cluster-snapshot-attributes",
    result: "DBClusterSnapshotAttributesResult",
    entries: "DBClusterSnapshotAttributes",
    option: "--db-cluster-snapshot-identifier",
};

const EBS: &str = "ec2 describe-snapshots";
const BLOCK: &str = "ec2 get-snapshot-block-public-access-state";

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.in_regions(EBS, ebs);
    verdict.in_regions(BLOCK, block);
    attributes(verdict, &INSTANCES);
    attributes(verdict, &CLUSTERS);
    verdict.in_regions(INSTANCES.list, |verdict, output, region| listed(verdict, output, region, &INSTANCES));
    verdict.in_regions(CLUSTERS.list, |verdict, output, region| listed(verdict, output, region, &CLUSTERS));
    for needed in [EBS, BLOCK, INSTANCES.list] {
        if !verdict.has_any(&[needed]) {
            verdict.missing(say(
                format!("{needed} の出力がありません。この出力も入れてください。"),
                format!("There is no output of {needed}. Add it."),
            ));
        }
    }
    if !verdict.has_any(&[CLUSTERS.list]) {
        verdict.warn(say(
            "Aurora などのクラスターのスナップショットは確認していません。".to_owned(),
            "Cluster snapshots (Aurora and the like) were not looked at.".to_owned(),
        ));
    }
}

fn ebs<'a>(verdict: &mut VerdictBuilder<'a>, output: &'a Output, region: &str) {
    let Some(snapshots) = verdict.list(output, "Snapshots") else {
        return;
    };
    if !lists_public(verdict, output, snapshots, region) {
        return;
    }
    let ours = verdict.facts.account.as_deref();
    for snapshot in snapshots {
        let (id, owner) = (snapshot.words("SnapshotId"), snapshot.words("OwnerId"));
        // Without `--owner-ids self` the list contains everybody's public snapshots.
        if ours == Some(owner) || (ours.is_none() && output.arg("--owner-ids") == Some("self")) {
            verdict.fail(
                &output.origin,
                say(
                    format!("{region}: EBS スナップショット {id} が公開されています。"),
                    format!("{region}: EBS snapshot {id} is public."),
                ),
            );
        } else if ours.is_none() || owner.is_empty() {
            verdict.doubt(&output.origin, say(
                format!("{region}: 公開されている EBS スナップショット {id} が自分のものか分かりません。aws sts get-caller-identity の出力も入れてください。"),
                format!("{region}: it is not clear whether the public EBS snapshot {id} is yours. Add the output of aws sts get-caller-identity."),
            ));
        }
    }
    if !is_all(verdict, output, &["--filters", "--snapshot-ids"]) {
        return;
    }
    verdict.pass(
        &output.origin,
        say(
            format!("{region}: 公開されている EBS スナップショットがないか確認しました。"),
            format!("{region}: public EBS snapshots were looked for."),
        ),
    );
}

/// Whether the list is of public snapshots and includes our own; adds a doubt otherwise. Without
/// `--restorable-by-user-ids all` it contains private ones as well.
fn lists_public(verdict: &mut VerdictBuilder<'_>, output: &Output, snapshots: &[Json], region: &str) -> bool {
    let of_all = output.arg("--restorable-by-user-ids").map(|to| to == "all");
    let of_ours = match output.arg("--owner-ids") {
        None | Some("self") => true,
        Some(owner) => verdict.facts.account.as_deref() == Some(owner),
    };
    // An empty list contains no public snapshot, either.
    if of_ours && (of_all == Some(true) || (of_all.is_none() && snapshots.is_empty())) {
        return true;
    }
    verdict.doubt(&output.origin, say(
        format!("{region}: 自分の公開スナップショットだけの一覧か分かりません。--owner-ids self --restorable-by-user-ids all を付けて取り直してください。"),
        format!("{region}: it is not clear that this lists your public snapshots only. Get it again with --owner-ids self --restorable-by-user-ids all."),
    ));
    false
}

fn block<'a>(verdict: &mut VerdictBuilder<'a>, output: &'a Output, region: &str) {
    let Some(value) = verdict.json(output) else {
        return;
    };
    match value.words("State") {
        state @ ("block-all-sharing" | "block-new-sharing") => verdict.pass(
            &output.origin,
            say(
                format!("{region}: EBS スナップショットの公開はブロックされています({state})。"),
                format!("{region}: public sharing of EBS snapshots is blocked ({state})."),
            ),
        ),
        "unblocked" => verdict.warn(say(
            format!("{region}: EBS スナップショットの公開がブロックされていません。"),
            format!("{region}: public sharing of EBS snapshots is not blocked."),
        )),
        _ => verdict.doubt(
            &output.origin,
            say(
                format!("{region}: EBS スナップショットの公開がブロックされているか、読み取れません。"),
                format!("{region}: the state of the block for EBS snapshots cannot be read."),
            ),
        ),
    }
}

/// Judges a list of snapshots: each manual one needs its attributes.
fn listed<'a>(verdict: &mut VerdictBuilder<'a>, output: &'a Output, region: &str, kind: &Kind) {
    let Some(snapshots) = verdict.list(output, kind.items) else {
        return;
    };
    let known: Vec<&str> = verdict
        .outputs(kind.attributes)
        .filter(|other| other.error_code().is_none())
        .filter_map(|other| Some((other, id_in(other, kind).or_else(|| other.about(kind.option))?)))
        // Other Regions may have a snapshot of the same name.
        .filter(|(other, id)| {
            other.region == output.region || (other.region.is_none() && !is_elsewhere_too(verdict, output, kind, id))
        })
        .map(|(_, id)| id)
        .collect();
    let manual = snapshots.iter().filter(|snapshot| matches!(snapshot.words("SnapshotType"), "manual" | ""));
    for id in manual.map(|snapshot| snapshot.words(kind.id)).filter(|id| !known.contains(id)) {
        verdict.doubt(
            &output.origin,
            say(
                format!(
                    "{region}: RDS スナップショット {id} の共有設定が分かりません。{} の出力も入れてください。",
                    kind.attributes
                ),
                format!(
                    "{region}: the sharing of RDS snapshot {id} is not known. Add the output of {}.",
                    kind.attributes
                ),
            ),
        );
    }
    let is_manual = matches!(output.arg("--snapshot-type"), None | Some("manual"));
    let own = [
        "--db-instance-identifier",
        "--db-cluster-identifier",
        "--dbi-resource-id",
        "--db-cluster-resource-id",
        "--filters",
        kind.option,
    ];
    if !is_manual {
        verdict.doubt(&output.origin, say(
            format!("{region}: 手動スナップショットの一覧ではありません。--snapshot-type manual を付けて取り直してください。"),
            format!("{region}: this is no list of the manual snapshots. Get it again with --snapshot-type manual."),
        ));
    }
    if !is_all(verdict, output, &own) || !is_manual {
        return;
    }
    let count = snapshots.len();
    verdict.pass(
        &output.origin,
        say(
            format!("{region}: RDS の手動スナップショット {count} 件を確認しました。"),
            format!("{region}: {} looked at.", quantity(count, "manual RDS snapshot")),
        ),
    );
}

/// Whether another Region lists a snapshot of this name.
fn is_elsewhere_too(verdict: &VerdictBuilder<'_>, output: &Output, kind: &Kind, id: &str) -> bool {
    let others = verdict.outputs(kind.list).filter(|other| other.region != output.region);
    let mut names = others.filter_map(Output::value).flat_map(|value| value.items(kind.items));
    names.any(|snapshot| snapshot.words(kind.id) == id)
}

fn attributes(verdict: &mut VerdictBuilder<'_>, kind: &Kind) {
    for output in verdict.outputs(kind.attributes) {
        // The snapshot was deleted.
        if matches!(output.error_code(), Some("DBSnapshotNotFound" | "DBClusterSnapshotNotFoundFault")) {
            continue;
        }
        let Some(value) = verdict.json(output) else {
            continue;
        };
        let result = value.get(kind.result).unwrap_or(&Json::Null);
        let id = id_in(output, kind).unwrap_or("?");
        let is_public = result.items(kind.entries).iter().any(|entry| {
            entry.words("AttributeName") == "restore" && entry.texts("AttributeValues").any(|to| to == "all")
        });
        if is_public {
            verdict.fail(
                &output.origin,
                say(format!("RDS スナップショット {id} が公開されています。"), format!("RDS snapshot {id} is public.")),
            );
        } else if output.has_option("--query") || !is_readable(result, kind) {
            verdict.doubt(
                &output.origin,
                say(
                    format!("RDS スナップショット {id} の共有設定を読み取れません。"),
                    format!("The sharing of RDS snapshot {id} cannot be read."),
                ),
            );
        }
    }
}

/// Whether the attributes are a list, and the values of "restore" as well.
fn is_readable(result: &Json, kind: &Kind) -> bool {
    let is_list = |value: &Json, key| matches!(value.get(key), Some(Json::List(_)));
    let mut restore =
        result.items(kind.entries).iter().filter(|entry| matches!(entry.words("AttributeName"), "restore" | ""));
    is_list(result, kind.entries) && restore.all(|entry| is_list(entry, "AttributeValues"))
}

fn id_in<'a>(output: &'a Output, kind: &Kind) -> Option<&'a str> {
    output.value()?.get(kind.result)?.get(kind.id)?.as_text()
}
