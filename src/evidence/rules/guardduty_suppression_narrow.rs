//! `guardduty-suppression-narrow`: is every suppression rule narrow?

use super::partial::{is_all, is_narrowed, is_whole};
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::quantity;
use crate::base::json::Json;
use crate::evidence::facts::{Origin, Output};

const FILTER: &str = "guardduty get-filter";
const LIST: &str = "guardduty list-filters";
/// Fields that do not name a source: every finding of an account, or of a type, meets conditions on them.
const NO_SOURCE: [&str; 10] = [
    "accountId",
    "partition",
    "region",
    "resource.resourceType",
    "service.action.actionType",
    "service.detectorId",
    "service.resourceRole",
    "service.serviceName",
    "severity",
    "type",
];

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.in_regions(LIST, |verdict, output, region| {
        let Some(names) = verdict.list(output, "FilterNames") else {
            return;
        };
        let is_all = is_all(verdict, output, &[]);
        if names.iter().any(|name| name.as_text().is_none()) {
            verdict.doubt(
                &output.origin,
                say(
                    format!("{region}: フィルターの名前を読み取れません。"),
                    format!("{region}: the name of a filter cannot be read."),
                ),
            );
            return;
        }
        let missing: Vec<&str> =
            names.iter().filter_map(Json::as_text).filter(|name| !is_shown(verdict, output, name)).collect();
        if missing.is_empty() && is_all {
            verdict.pass(
                &output.origin,
                say(
                    format!("{region}: フィルター {} 件を確認しました。", names.len()),
                    format!("{region}: {} looked at.", quantity(names.len(), "filter")),
                ),
            );
        }
        for name in missing {
            verdict.doubt(
                &output.origin,
                say(
                    format!("{region}: フィルター {name} の中身が分かりません。{FILTER} の出力も入れてください。"),
                    format!("{region}: what filter {name} does is not known. Add the output of {FILTER}."),
                ),
            );
        }
    });
    if verdict.has_any(&[FILTER]) && !verdict.has_any(&[LIST]) {
        verdict.missing(say(
            "guardduty list-filters の出力がないため、ほかにフィルターがないか分かりません。この出力も入れてください。"
                .to_owned(),
            "Without the output of guardduty list-filters it is not clear whether there are more filters. Add it."
                .to_owned(),
        ));
    }
    for output in verdict.outputs(FILTER) {
        match rule_state(verdict, output) {
            RuleState::Removed => {}
            RuleState::Unclear => unclear(verdict, output),
            RuleState::Listed => {
                if let Some(value) = verdict.json(output) {
                    look_at(verdict, output, value);
                }
            }
        }
    }
}

/// Whether the contents of a filter are known, for the Region of this list.
fn is_shown(verdict: &VerdictBuilder<'_>, list: &Output, name: &str) -> bool {
    let names_it = |list: &&Output| list.value().is_some_and(|value| value.texts("FilterNames").any(|one| one == name));
    // Other Regions may have a filter of the same name.
    let is_alone = verdict.outputs(LIST).filter(names_it).count() == 1;
    let mut filters = verdict.outputs(FILTER).filter(|other| other.value().is_some() && name_of(other) == Some(name));
    filters.any(|other| if other.region.is_none() { is_alone } else { other.region == list.region })
}

/// The filter that an output is about; `None` if it is not the requested one.
fn name_of(output: &Output) -> Option<&str> {
    let own = output.value().map(|value| value.words("Name")).filter(|name| !name.is_empty());
    match (output.arg("--filter-name"), own) {
        (Some(requested), Some(own)) if requested != own => None,
        _ => own.or_else(|| output.about("--filter-name")),
    }
}

/// Whether a filter is still in the list of its Region.
enum RuleState {
    Listed,
    /// A later list no longer has it.
    Removed,
    Unclear,
}

fn rule_state(verdict: &VerdictBuilder<'_>, output: &Output) -> RuleState {
    let Some(name) = name_of(output).filter(|_| output.region.is_some()) else {
        return RuleState::Listed;
    };
    let is_complete = |list: &&Output| {
        let is_list = list.value().is_some_and(|value| matches!(value.get("FilterNames"), Some(Json::List(_))));
        is_list
            && is_whole(list)
            && !is_narrowed(list)
            && !list.has_option("--query")
            && verdict.is_recent(&list.origin)
    };
    let lists: Vec<&Output> =
        verdict.outputs(LIST).filter(|list| list.region == output.region).filter(is_complete).collect();
    let mut named = lists.iter().filter_map(|list| list.value()).flat_map(|value| value.texts("FilterNames"));
    if lists.is_empty() || named.any(|one| one == name) {
        RuleState::Listed
    } else if lists.iter().all(|list| is_later(&list.origin, &output.origin)) {
        RuleState::Removed
    } else {
        RuleState::Unclear
    }
}

fn is_later(one: &Origin, other: &Origin) -> bool {
    match (one.collected_at, other.collected_at) {
        (Some(one), Some(other)) if one != other => one > other,
        _ => one.batch > other.batch,
    }
}

fn unclear(verdict: &mut VerdictBuilder<'_>, output: &Output) {
    let name = name_of(output).unwrap_or_default();
    verdict.doubt(
        &output.origin,
        say(
            format!("フィルター {name} が {LIST} の出力にありません。両方を取り直してください。"),
            format!("Filter {name} is not in the output of {LIST}. Get both again."),
        ),
    );
}

fn look_at(verdict: &mut VerdictBuilder<'_>, output: &Output, filter: &Json) {
    let name = filter.words("Name");
    let criterion = filter.get("FindingCriteria").and_then(|criteria| criteria.get("Criterion"));
    match (filter.words("Action"), criterion) {
        // Saved, but it hides nothing.
        ("NOOP", _) => verdict.pass(
            &output.origin,
            say(
                format!("フィルター {name} は保存されているだけで、検出結果を隠しません。"),
                format!("Filter {name} is only saved; it hides no findings."),
            ),
        ),
        ("ARCHIVE", Some(Json::Object(keys))) => look_at_rule(verdict, output, name, keys),
        _ => verdict.doubt(
            &output.origin,
            say(
                format!("フィルター {name} の中身を読み取れません。"),
                format!("What filter {name} does cannot be read."),
            ),
        ),
    }
}

fn look_at_rule(verdict: &mut VerdictBuilder<'_>, output: &Output, name: &str, keys: &[(String, Json)]) {
    // A condition on `service.archived` does not limit which findings are hidden.
    let limits: Vec<&(String, Json)> = keys.iter().filter(|(key, _)| key != "service.archived").collect();
    let has = |wanted: &str| limits.iter().any(|(key, _)| key == wanted);
    let is_common = |key: &str| matches!(key, "type" | "severity" | "accountId" | "region");
    let has_resource = limits.iter().any(|(key, _)| !is_common(key));
    let is_single = keys.len() < 2 || (limits.len() < 2 && !has_resource);
    let names_type = limits.iter().any(|(key, condition)| key == "type" && names_some(condition));
    let names_source =
        limits.iter().any(|(key, condition)| !NO_SOURCE.contains(&key.as_str()) && names_some(condition));
    let list = keys.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>().join(", ");
    let origin = &output.origin;
    if is_single || (has("severity") && !has_resource) {
        verdict.fail(
            origin,
            say(
                format!("抑制ルール {name} の条件が広すぎます({list} だけ)。"),
                format!("Suppression rule {name} is too wide (only {list})."),
            ),
        );
    } else if !names_type {
        verdict.doubt(
            origin,
            say(
                format!("抑制ルール {name} には種類(type)を指定する条件がありません({list})。"),
                format!("Suppression rule {name} has no condition on the type that names one ({list})."),
            ),
        );
    } else if !names_source {
        verdict.doubt(
            origin,
            say(
                format!("抑制ルール {name} には対象(インスタンスや IP アドレスなど)を指定する条件がありません({list})。"),
                format!("Suppression rule {name} has no condition that names a source, such as an instance or an address ({list})."),
            ),
        );
    } else {
        verdict.pass(
            origin,
            say(
                format!("抑制ルール {name} は、検出結果タイプとほかの条件で絞り込んでいます({list})。"),
                format!("Suppression rule {name} is limited by type and more ({list})."),
            ),
        );
    }
}

/// Whether a condition names specific values: exclusions, empty lists, `*` and `0.0.0.0/0` do not.
fn names_some(condition: &Json) -> bool {
    let names = |value: &str| !value.ends_with("/0") && value.chars().any(|c| !"*?:/.".contains(c));
    ["Eq", "Equals", "Matches"].iter().any(|operator| {
        let values = condition.items(operator);
        !values.is_empty() && values.iter().all(|value| value.as_text().is_some_and(names))
    })
}
