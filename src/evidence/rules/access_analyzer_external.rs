//! `access-analyzer-external`: does an analyzer look for access from outside, in every Region?

use super::partial::{is_all, is_whole};
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::json::Json;
use crate::evidence::facts::Output;

const CALL: &str = "accessanalyzer list-analyzers";

pub(super) fn judge(w: &mut VerdictBuilder<'_>) {
    // Asked twice, for the account's analyzers and for the organization's: one of them is enough.
    w.in_regions(CALL, |w, output, region| {
        let Some(analyzers) = w.list(output, "analyzers") else {
            return;
        };
        let external: Vec<&Json> = analyzers.iter().filter(|analyzer| is_external(analyzer)).collect();
        if let Some(active) = external.iter().find(|analyzer| analyzer.words("status") == "ACTIVE") {
            let name = active.words("name");
            w.pass(&output.origin, say(
                format!("{region}: アナライザー {name} が外部アクセスを監視しています。"),
                format!("{region}: analyzer {name} looks for external access."),
            ));
        } else if is_active_otherwise(w, output) {
            // The other list says so.
        } else if let Some(other) = external.first() {
            let (name, status) = (other.words("name"), other.words("status"));
            w.doubt(&output.origin, say(
                format!("{region}: アナライザー {name} の状態が {status} のため、監視できているとは言えません。"),
                format!("{region}: analyzer {name} is {status}, so it may not be looking."),
            ));
        } else if analyzers.iter().any(|analyzer| analyzer.words("type").is_empty()) {
            w.doubt(&output.origin, say(
                format!("{region}: 種類(type)を読み取れないアナライザーがあります。"),
                format!("{region}: the type of an analyzer cannot be read."),
            ));
        } else if shows_none(w, output) {
            w.fail(&output.origin, say(
                format!("{region}: 外部アクセスを監視するアナライザーがありません(組織のアナライザーは、メンバーアカウントからは見えません)。"),
                format!("{region}: no analyzer looks for external access (an organisation's analyzer is not visible to its members)."),
            ));
        }
    });
}

fn is_external(analyzer: &Json) -> bool {
    matches!(analyzer.words("type"), "ACCOUNT" | "ORGANIZATION")
}

/// Whether the other of the two lists of this Region has one that works.
fn is_active_otherwise(w: &VerdictBuilder<'_>, output: &Output) -> bool {
    let is_active = |analyzer: &Json| is_external(analyzer) && analyzer.words("status") == "ACTIVE";
    of_region(w, output).any(|other| {
        w.is_recent(&other.origin) && other.value().is_some_and(|value| value.items("analyzers").iter().any(is_active))
    })
}

fn of_region<'a>(w: &VerdictBuilder<'a>, output: &Output) -> impl Iterator<Item = &'a Output> {
    w.outputs(CALL).filter(|other| other.region == output.region)
}

/// Whether a list without an external analyzer says that there is none: that of the account's kind does (members
/// cannot see those of the organization), unless the other one is refused, cut off, old, or holds one.
fn shows_none(w: &mut VerdictBuilder<'_>, output: &Output) -> bool {
    let is_open = |other: &Output| {
        let holds_one = other.value().is_some_and(|value| value.items("analyzers").iter().any(is_external));
        holds_one || !is_whole(other) || !w.is_recent(&other.origin)
    };
    let kind = output.arg("--type");
    let is_of_account = |kind: Option<&str>| matches!(kind, None | Some("ACCOUNT"));
    if of_region(w, output).any(is_open)
        || (!is_of_account(kind) && of_region(w, output).any(|other| is_of_account(other.arg("--type"))))
    {
        return false;
    }
    is_all(w, output, if is_of_account(kind) { &[] } else { &["--type"] })
}
