//! `access-analyzer-external`: does an analyzer look for access from outside, in every Region?

use super::weigh::{Weigh, say};
use crate::evidence::facts::Output;
use crate::json::Json;

const CALL: &str = "accessanalyzer list-analyzers";

pub(super) fn judge(w: &mut Weigh<'_>) {
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
        } else if let Some(other) = external.first() {
            let (name, status) = (other.words("name"), other.words("status"));
            w.doubt(&output.origin, say(
                format!("{region}: アナライザー {name} の状態が {status} のため、監視できているとは言えません。"),
                format!("{region}: analyzer {name} is {status}, so it may not be looking."),
            ));
        } else if !is_covered_otherwise(w, output) {
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

/// Whether the other of the two lists of this Region has one.
fn is_covered_otherwise(w: &Weigh<'_>, output: &Output) -> bool {
    let mut of_region = w.outputs(CALL).filter(|other| other.region == output.region).filter_map(Output::value);
    of_region.any(|value| value.items("analyzers").iter().any(is_external))
}
