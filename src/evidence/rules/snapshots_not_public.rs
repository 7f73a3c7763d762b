//! `snapshots-not-public`: is an EBS or RDS snapshot shared with the world?

use super::partial::is_all;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::json::Json;
use crate::evidence::facts::Output;

/// A kind of database snapshot: its list, its attributes, and the fields in them.
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

pub(super) fn judge(w: &mut VerdictBuilder<'_>) {
    w.in_regions(EBS, ebs);
    w.in_regions(BLOCK, block);
    attributes(w, &INSTANCES);
    attributes(w, &CLUSTERS);
    w.in_regions(INSTANCES.list, |w, output, region| listed(w, output, region, &INSTANCES));
    w.in_regions(CLUSTERS.list, |w, output, region| listed(w, output, region, &CLUSTERS));
    for needed in [EBS, BLOCK, INSTANCES.list] {
        if !w.has_any(&[needed]) {
            w.missing(say(
                format!("{needed} の出力がありません。この出力も入れてください。"),
                format!("There is no output of {needed}. Add it."),
            ));
        }
    }
    if !w.has_any(&[CLUSTERS.list]) {
        w.warn(say(
            "Aurora などのクラスターのスナップショットは確認していません。".to_owned(),
            "Cluster snapshots (Aurora and the like) were not looked at.".to_owned(),
        ));
    }
}

fn ebs<'a>(w: &mut VerdictBuilder<'a>, output: &'a Output, region: &str) {
    let Some(snapshots) = w.list(output, "Snapshots") else {
        return;
    };
    if !is_of_the_public(w, output, snapshots, region) {
        return;
    }
    let ours = w.facts.account.as_deref();
    for snapshot in snapshots {
        let (id, owner) = (snapshot.words("SnapshotId"), snapshot.words("OwnerId"));
        // Without `--owner-ids self` the list holds everybody's public snapshots.
        if ours == Some(owner) || (ours.is_none() && output.arg("--owner-ids") == Some("self")) {
            w.fail(
                &output.origin,
                say(
                    format!("{region}: EBS スナップショット {id} が公開されています。"),
                    format!("{region}: EBS snapshot {id} is public."),
                ),
            );
        } else if ours.is_none() || owner.is_empty() {
            w.doubt(&output.origin, say(
                format!("{region}: 公開されている EBS スナップショット {id} が自分のものか分かりません。aws sts get-caller-identity の出力も入れてください。"),
                format!("{region}: it is not clear whether the public EBS snapshot {id} is yours. Add the output of aws sts get-caller-identity."),
            ));
        }
    }
    if !is_all(w, output, &["--filters", "--snapshot-ids"]) {
        return;
    }
    w.pass(
        &output.origin,
        say(
            format!("{region}: 公開されている EBS スナップショットがないか確認しました。"),
            format!("{region}: public EBS snapshots were looked for."),
        ),
    );
}

/// Whether the list is of the public snapshots, ours among them; a doubt otherwise. Without
/// `--restorable-by-user-ids all` it holds private ones as well.
fn is_of_the_public(w: &mut VerdictBuilder<'_>, output: &Output, snapshots: &[Json], region: &str) -> bool {
    let of_all = output.arg("--restorable-by-user-ids").map(|to| to == "all");
    let of_ours = match output.arg("--owner-ids") {
        None | Some("self") => true,
        Some(owner) => w.facts.account.as_deref() == Some(owner),
    };
    // None at all is no public one, either.
    if of_ours && (of_all == Some(true) || (of_all.is_none() && snapshots.is_empty())) {
        return true;
    }
    w.doubt(&output.origin, say(
        format!("{region}: 自分の公開スナップショットだけの一覧か分かりません。--owner-ids self --restorable-by-user-ids all を付けて取り直してください。"),
        format!("{region}: it is not clear that this lists your public snapshots only. Get it again with --owner-ids self --restorable-by-user-ids all."),
    ));
    false
}

fn block<'a>(w: &mut VerdictBuilder<'a>, output: &'a Output, region: &str) {
    let Some(value) = w.json(output) else {
        return;
    };
    match value.words("State") {
        state @ ("block-all-sharing" | "block-new-sharing") => w.pass(
            &output.origin,
            say(
                format!("{region}: EBS スナップショットの公開はブロックされています({state})。"),
                format!("{region}: public sharing of EBS snapshots is blocked ({state})."),
            ),
        ),
        "unblocked" => w.warn(say(
            format!("{region}: EBS スナップショットの公開がブロックされていません。"),
            format!("{region}: public sharing of EBS snapshots is not blocked."),
        )),
        _ => w.doubt(
            &output.origin,
            say(
                format!("{region}: EBS スナップショットの公開がブロックされているか、読み取れません。"),
                format!("{region}: the state of the block for EBS snapshots cannot be read."),
            ),
        ),
    }
}

/// The list says which snapshots there are; each needs its attributes.
fn listed<'a>(w: &mut VerdictBuilder<'a>, output: &'a Output, region: &str, kind: &Kind) {
    let Some(snapshots) = w.list(output, kind.items) else {
        return;
    };
    let known: Vec<&str> = w
        .outputs(kind.attributes)
        .filter(|other| other.error_code().is_none())
        .filter_map(|other| Some((other, id_in(other, kind).or_else(|| other.about(kind.option))?)))
        // Other Regions may have a snapshot of the same name.
        .filter(|(other, id)| {
            other.region == output.region || (other.region.is_none() && !is_elsewhere_too(w, output, kind, id))
        })
        .map(|(_, id)| id)
        .collect();
    let manual = snapshots.iter().filter(|snapshot| matches!(snapshot.words("SnapshotType"), "manual" | ""));
    for id in manual.map(|snapshot| snapshot.words(kind.id)).filter(|id| !known.contains(id)) {
        w.doubt(
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
        w.doubt(&output.origin, say(
            format!("{region}: 手動スナップショットの一覧ではありません。--snapshot-type manual を付けて取り直してください。"),
            format!("{region}: this is no list of the manual snapshots. Get it again with --snapshot-type manual."),
        ));
    }
    if !is_all(w, output, &own) || !is_manual {
        return;
    }
    let count = snapshots.len();
    w.pass(
        &output.origin,
        say(
            format!("{region}: RDS の手動スナップショット {count} 件を確認しました。"),
            format!("{region}: {count} manual RDS snapshot(s) looked at."),
        ),
    );
}

/// Whether another Region lists a snapshot of this name.
fn is_elsewhere_too(w: &VerdictBuilder<'_>, output: &Output, kind: &Kind, id: &str) -> bool {
    let others = w.outputs(kind.list).filter(|other| other.region != output.region);
    let mut names = others.filter_map(Output::value).flat_map(|value| value.items(kind.items));
    names.any(|snapshot| snapshot.words(kind.id) == id)
}

fn attributes(w: &mut VerdictBuilder<'_>, kind: &Kind) {
    for output in w.outputs(kind.attributes) {
        // Asked about a snapshot that is gone.
        if matches!(output.error_code(), Some("DBSnapshotNotFound" | "DBClusterSnapshotNotFoundFault")) {
            continue;
        }
        let Some(value) = w.json(output) else {
            continue;
        };
        let result = value.get(kind.result).unwrap_or(&Json::Null);
        let id = id_in(output, kind).unwrap_or("?");
        let is_public = result.items(kind.entries).iter().any(|entry| {
            entry.words("AttributeName") == "restore" && entry.texts("AttributeValues").any(|to| to == "all")
        });
        if is_public {
            w.fail(
                &output.origin,
                say(format!("RDS スナップショット {id} が公開されています。"), format!("RDS snapshot {id} is public.")),
            );
        } else if output.has_option("--query") || !is_readable(result, kind) {
            w.doubt(
                &output.origin,
                say(
                    format!("RDS スナップショット {id} の共有設定を読み取れません。"),
                    format!("The sharing of RDS snapshot {id} cannot be read."),
                ),
            );
        }
    }
}

/// Whether the attributes are a list, and the values of "restore" are one.
fn is_readable(result: &Json, kind: &Kind) -> bool {
    let is_list = |value: &Json, key| matches!(value.get(key), Some(Json::List(_)));
    let mut restore =
        result.items(kind.entries).iter().filter(|entry| matches!(entry.words("AttributeName"), "restore" | ""));
    is_list(result, kind.entries) && restore.all(|entry| is_list(entry, "AttributeValues"))
}

fn id_in<'a>(output: &'a Output, kind: &Kind) -> Option<&'a str> {
    output.value()?.get(kind.result)?.get(kind.id)?.as_text()
}
