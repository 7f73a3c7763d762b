//! `access-analyzer-external`: does an analyzer look for external access, in every Region?

use super::partial::{is_all, is_whole};
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::json::Json;
use crate::evidence::facts::Output;

const CALL: &str = "accessanalyzer list-analyzers";

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    // The command runs twice, for analyzers of the account and of the organisation; one active analyzer is enough.
    verdict.in_regions(CALL, |verdict, output, region| {
        let Some(analyzers) = verdict.list(output, "analyzers") else {
            return;
        };
        let external: Vec<&Json> = analyzers.iter().filter(|analyzer| is_external(analyzer)).collect();
        if let Some(active) = external.iter().find(|analyzer| analyzer.words("status") == "ACTIVE") {
            let name = active.words("name");
            verdict.pass(&output.origin, say(
                format!("{region}: アナライザー {name} が外部アクセスを監視しています。"),
                format!("{region}: analyzer {name} looks for external access."),
            ));
        } else if has_active_analyzer(verdict, output) {
            // The other list passes.
        } else if let Some(other) = external.first() {
            let (name, status) = (other.words("name"), other.words("status"));
            verdict.doubt(&output.origin, say(
                format!("{region}: アナライザー {name} の状態が {status} のため、監視できているとは言えません。"),
                format!("{region}: analyzer {name} is {status}, so it may not be looking."),
            ));
        } else if analyzers.iter().any(|analyzer| analyzer.words("type").is_empty()) {
            verdict.doubt(&output.origin, say(
                format!("{region}: 種類(type)を読み取れないアナライザーがあります。"),
                format!("{region}: the type of an analyzer cannot be read."),
            ));
        } else if proves_none(verdict, output) {
            verdict.fail(&output.origin, say(
                format!("{region}: 外部アクセスを監視するアナライザーがありません(組織のアナライザーは、メンバーアカウントからは見えません)。"),
                format!("{region}: no analyzer looks for external access (an organisation's analyzer is not visible to its members)."),
            ));
        }
    });
}

fn is_external(analyzer: &Json) -> bool {
    matches!(analyzer.words("type"), "ACCOUNT" | "ORGANIZATION")
}

/// Whether a list of this Region has an active analyzer for external access.
fn has_active_analyzer(verdict: &VerdictBuilder<'_>, output: &Output) -> bool {
    let is_active = |analyzer: &Json| is_external(analyzer) && analyzer.words("status") == "ACTIVE";
    of_region(verdict, output).any(|other| {
        verdict.is_recent(&other.origin)
            && other.value().is_some_and(|value| value.items("analyzers").iter().any(is_active))
    })
}

fn of_region<'a>(verdict: &VerdictBuilder<'a>, output: &Output) -> impl Iterator<Item = &'a Output> {
    verdict.outputs(CALL).filter(|other| other.region == output.region)
}

/// Whether a list without an external analyzer proves that there is none. The list of account analyzers does (members
/// cannot see those of the organisation), unless another list of the Region is refused, truncated, out of date or has
/// one.
fn proves_none(verdict: &mut VerdictBuilder<'_>, output: &Output) -> bool {
    let is_open = |other: &Output| {
        let has_one = other.value().is_some_and(|value| value.items("analyzers").iter().any(is_external));
        has_one || !is_whole(other) || !verdict.is_recent(&other.origin)
    };
    let kind = output.arg("--type");
    let is_of_account = |kind: Option<&str>| matches!(kind, None | Some("ACCOUNT"));
    if of_region(verdict, output).any(is_open)
        || (!is_of_account(kind) && of_region(verdict, output).any(|other| is_of_account(other.arg("--type"))))
    {
        return false;
    }
    is_all(verdict, output, if is_of_account(kind) { &[] } else { &["--type"] })
}
