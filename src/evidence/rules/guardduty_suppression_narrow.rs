//! `guardduty-suppression-narrow`: is every suppression rule narrow?

use super::weigh::{Weigh, say};
use crate::evidence::facts::Output;
use crate::json::Json;

const FILTER: &str = "guardduty get-filter";

pub(super) fn judge(w: &mut Weigh<'_>) {
    w.in_regions("guardduty list-filters", |w, output, region| {
        let Some(names) = w.list(output, "FilterNames") else {
            return;
        };
        let known: Vec<&str> = w
            .outputs(FILTER)
            .filter(|other| other.error_code().is_none() && (other.region == output.region || other.region.is_none()))
            .filter_map(|other| other.about("--filter-name").or_else(|| name_in(other)))
            .collect();
        let mut missing = names.iter().filter_map(Json::as_text).filter(|name| !known.contains(name)).peekable();
        if missing.peek().is_none() {
            w.pass(
                &output.origin,
                say(
                    format!("{region}: フィルター {} 件を確認しました。", names.len()),
                    format!("{region}: {} filter(s) looked at.", names.len()),
                ),
            );
        }
        for name in missing {
            w.doubt(
                &output.origin,
                say(
                    format!("{region}: フィルター {name} の中身が分かりません。{FILTER} の出力も入れてください。"),
                    format!("{region}: what filter {name} does is not known. Add the output of {FILTER}."),
                ),
            );
        }
    });
    if w.has_any(&[FILTER]) && !w.has_any(&["guardduty list-filters"]) {
        w.missing(say(
            "guardduty list-filters の出力がないため、ほかにフィルターがないか分かりません。この出力も入れてください。"
                .to_owned(),
            "Without the output of guardduty list-filters it is not clear whether there are more filters. Add it."
                .to_owned(),
        ));
    }
    for output in w.outputs(FILTER) {
        if let Some(value) = w.json(output) {
            look_at(w, output, value);
        }
    }
}

fn name_in(output: &Output) -> Option<&str> {
    Some(output.value()?.words("Name")).filter(|name| !name.is_empty())
}

fn look_at(w: &mut Weigh<'_>, output: &Output, filter: &Json) {
    let name = filter.words("Name");
    let criterion = filter.get("FindingCriteria").and_then(|criteria| criteria.get("Criterion"));
    match (filter.words("Action"), criterion) {
        // Saved, but it hides nothing.
        ("NOOP", _) => w.pass(
            &output.origin,
            say(
                format!("フィルター {name} は保存されているだけで、検出結果を隠しません。"),
                format!("Filter {name} is only saved; it hides no findings."),
            ),
        ),
        ("ARCHIVE", Some(Json::Object(keys))) => {
            let has = |wanted: &str| keys.iter().any(|(key, _)| key == wanted);
            let is_common =
                |key: &str| matches!(key, "type" | "severity" | "accountId" | "region" | "service.archived");
            let has_resource = keys.iter().any(|(key, _)| !is_common(key));
            let list = keys.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>().join(", ");
            if keys.len() < 2 || (has("severity") && !has_resource) {
                w.fail(
                    &output.origin,
                    say(
                        format!("抑制ルール {name} の条件が広すぎます({list} だけ)。"),
                        format!("Suppression rule {name} is too wide (only {list})."),
                    ),
                );
            } else if has("type") {
                w.pass(
                    &output.origin,
                    say(
                        format!("抑制ルール {name} は、検出結果タイプとほかの条件で絞り込んでいます({list})。"),
                        format!("Suppression rule {name} is limited by type and more ({list})."),
                    ),
                );
            } else {
                w.doubt(
                    &output.origin,
                    say(
                        format!("抑制ルール {name} には検出結果タイプ(type)の条件がありません({list})。"),
                        format!("Suppression rule {name} has no condition on the type ({list})."),
                    ),
                );
            }
        }
        _ => w.doubt(
            &output.origin,
            say(
                format!("フィルター {name} の中身を読み取れません。"),
                format!("What filter {name} does cannot be read."),
            ),
        ),
    }
}
