//! `guardduty-findings-triaged`: is every finding answered within a day?

use super::partial::is_all;
use super::verdict_builder::{NO_REGION, VerdictBuilder, say};
use crate::base::i18n::quantity;
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::evidence::facts::Output;

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    // Three commands show the findings of a Region in different detail; any of them covers it.
    let mut seen: Vec<&str> = Vec::new();
    let mut is_given = false;
    let mut is_nameless = false;
    for call in ["guardduty get-findings", "guardduty list-findings", "guardduty get-findings-statistics"] {
        for output in verdict.outputs(call) {
            is_given = true;
            let Some(value) = verdict.json(output) else {
                continue;
            };
            match output.region.as_deref() {
                Some(region) => seen.push(region),
                None => is_nameless = true,
            }
            match call {
                "guardduty get-findings" if matches!(value.get("Findings"), Some(Json::List(_))) => {
                    findings(verdict, output, value)
                }
                "guardduty get-findings" => unreadable(verdict, output),
                "guardduty list-findings" => ids(verdict, output, value),
                _ => statistics(verdict, output, value),
            }
        }
    }
    if is_nameless {
        verdict.missing(say(
            "どのリージョンの検出結果か分からない出力があります。対策のページで、実行したコマンドの下に貼り付けてください。".to_owned(),
            "It is not clear which Region some findings are of. Paste the output under its command on the control's page.".to_owned(),
        ));
    }
    if is_given {
        verdict.cover("guardduty list-findings", &seen);
    }
}

const BANDS: [(f64, &str, &str); 4] =
    [(9.0, "重大", "critical"), (7.0, "高", "high"), (4.0, "中", "medium"), (0.0, "低", "low")];

fn findings(verdict: &mut VerdictBuilder<'_>, output: &Output, value: &Json) {
    let mut open = [0_usize; 4];
    let (mut samples, mut recent, mut since) = (0, 0, 0);
    // A finding that was younger than a day when collected may have been answered since.
    let seen_at = output.origin.collected_at.unwrap_or(verdict.now);
    for finding in value.items("Findings") {
        let service = finding.get("Service").unwrap_or(&Json::Null);
        let sample = service.get("AdditionalInfo").and_then(|info| info.flag("sample"));
        if finding.words("Title").starts_with("[SAMPLE]") || sample == Some(true) {
            samples += 1;
            continue;
        }
        match (service.flag("Archived"), Timestamp::parse(finding.words("UpdatedAt")), finding.number("Severity")) {
            (Some(true), ..) => {}
            (Some(false), Some(at), _) if (0..1).contains(&verdict.now.days_since(at)) => recent += 1,
            (Some(false), Some(at), _) if (0..1).contains(&seen_at.days_since(at)) => since += 1,
            (Some(false), Some(at), Some(severity)) if verdict.now.days_since(at) > 0 => {
                let band = BANDS.iter().position(|(floor, ..)| severity >= *floor).unwrap_or(3);
                if let Some(count) = open.get_mut(band) {
                    *count += 1;
                }
            }
            _ => verdict.doubt(
                &output.origin,
                say(
                    format!("検出結果 {} を読み取れません。", finding.words("Id")),
                    format!("Finding {} cannot be read.", finding.words("Id")),
                ),
            ),
        }
    }
    let region = output.region.as_deref().unwrap_or(NO_REGION);
    judge_open(verdict, output, open, recent);
    if since > 0 {
        verdict.doubt(&output.origin, say(
            format!("{region}: 取得したときは 1 日以内だった検出結果が {since} 件あります。その後対応したか、取り直して確認してください。"),
            format!("{region}: {} younger than a day when collected. Get the findings again to see whether it was answered.", quantity(since, "finding")),
        ));
    }
    if samples > 0 {
        verdict.warn(say(
            format!("{region}: サンプルの検出結果 {samples} 件は数えていません。"),
            format!("{region}: {} not counted.", quantity(samples, "sample finding")),
        ));
    }
}

fn judge_open(verdict: &mut VerdictBuilder<'_>, output: &Output, open: [usize; 4], recent: usize) {
    let region = output.region.as_deref().unwrap_or(NO_REGION);
    let bands = || BANDS.iter().zip(open).filter(|(_, count)| *count > 0);
    // `get-findings` shows the requested findings only; `list-findings` shows whether there are more.
    let is_listed = verdict
        .outputs("guardduty list-findings")
        .any(|other| other.value().is_some() && other.region == output.region);
    if bands().next().is_some() {
        let ja: Vec<String> = bands().map(|((_, ja, _), count)| format!("{ja} {count} 件")).collect();
        let en: Vec<String> = bands().map(|((.., en), count)| format!("{count} {en}")).collect();
        verdict.fail(
            &output.origin,
            say(
                format!("{region}: 1 日を過ぎても対応が済んでいない検出結果があります({})。", ja.join("、")),
                format!("{region}: findings have been open for more than a day ({}).", en.join(", ")),
            ),
        );
    } else if is_listed {
        verdict.pass(
            &output.origin,
            say(
                format!("{region}: 1 日を超えて残っている検出結果はありません(1 日以内のものが {recent} 件)。"),
                format!("{region}: no finding has been open for more than a day ({recent} are younger)."),
            ),
        );
    } else {
        verdict.doubt(&output.origin, say(
            format!("{region}: ほかにも検出結果があるか分かりません。guardduty list-findings の出力も入れてください。"),
            format!("{region}: it is not clear whether there are more findings. Add the output of guardduty list-findings."),
        ));
    }
}

fn ids(verdict: &mut VerdictBuilder<'_>, output: &Output, value: &Json) {
    // Findings with details are judged by these.
    let known: Vec<&str> = verdict
        .outputs("guardduty get-findings")
        .filter_map(|other| Some(other.value()?.items("Findings")))
        .flatten()
        .map(|finding| finding.words("Id"))
        .collect();
    match value.get("FindingIds") {
        Some(Json::List(ids)) => {
            let open = ids.iter().filter(|id| !id.as_text().is_some_and(|id| known.contains(&id))).count();
            // A partial list without open findings proves nothing about the others.
            if is_of_all(verdict, output) || open > 0 {
                count(verdict, output, open);
            }
        }
        Some(_) | None => unreadable(verdict, output),
    }
}

/// Whether a list or a count covers all open findings; adds a doubt otherwise.
fn is_of_all(verdict: &mut VerdictBuilder<'_>, output: &Output) -> bool {
    const CRITERIA: &str = "--finding-criteria";
    let is_limited = output.has_option(CRITERIA) && !output.arg(CRITERIA).is_some_and(takes_all_open);
    is_all(verdict, output, if is_limited { &[CRITERIA] } else { &[] })
}

/// Whether criteria leave out archived findings only: `{"Criterion":{"service.archived":{"Eq":["false"]}}}`.
fn takes_all_open(criteria: &str) -> bool {
    // PowerShell needs backslashes before the quotes.
    let Ok(value) = Json::parse(&criteria.replace("\\\"", "\"")) else {
        return false;
    };
    let Some(Json::Object(keys)) = value.get("Criterion") else {
        return false;
    };
    let is_false = |condition: &Json| match condition {
        Json::Object(operators) => operators.iter().all(|(operator, value)| {
            let is_text = |item: &Json| item.as_text() == Some("false");
            matches!(operator.as_str(), "Eq" | "Equals")
                && matches!(value, Json::List(items) if items.iter().all(is_text))
        }),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) => false,
    };
    keys.iter().all(|(key, condition)| key == "service.archived" && is_false(condition))
}

fn statistics(verdict: &mut VerdictBuilder<'_>, output: &Output, value: &Json) {
    let detailed_calls = ["guardduty get-findings", "guardduty list-findings"];
    if detailed_calls.iter().any(|call| verdict.facts.outputs(call).any(|other| other.region == output.region)) {
        return;
    }
    let statistics = value.get("FindingStatistics").unwrap_or(&Json::Null);
    let grouped = statistics.get("GroupedBySeverity");
    let counts: Option<Vec<f64>> = match (grouped, statistics.get("CountBySeverity")) {
        (Some(Json::List(groups)), _) => groups.iter().map(|group| group.number("TotalFindings")).collect(),
        (_, Some(Json::Object(counts))) => {
            let number = |value: &Json| if let Json::Number(count) = value { Some(*count) } else { None };
            counts.iter().map(|(_, value)| number(value)).collect()
        }
        _ => None,
    };
    match counts {
        Some(counts) => of_total(verdict, output, counts.into_iter().sum()),
        None => unreadable(verdict, output),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of findings")]
fn of_total(verdict: &mut VerdictBuilder<'_>, output: &Output, total: f64) {
    let total = total.ceil() as usize;
    if is_of_all(verdict, output) || total > 0 {
        count(verdict, output, total);
    }
}

fn count(verdict: &mut VerdictBuilder<'_>, output: &Output, count: usize) {
    let region = output.region.as_deref().unwrap_or(NO_REGION);
    if count == 0 {
        verdict.pass(
            &output.origin,
            say(
                format!("{region}: 対応が済んでいない検出結果はありません。"),
                format!("{region}: there is no open finding."),
            ),
        );
    } else {
        verdict.doubt(&output.origin, say(
            format!("{region}: 対応が済んでいない検出結果が {count} 件あります。いつからのものか確かめるため、get-findings の出力も入れてください。"),
            format!("{region}: {}. Add the output of get-findings: it tells since when.", quantity(count, "open finding")),
        ));
    }
}

fn unreadable(verdict: &mut VerdictBuilder<'_>, output: &Output) {
    let call = output.call;
    verdict.doubt(
        &output.origin,
        say(
            format!("{call} の出力を読み取れません。出力全体を入れてください。"),
            format!("The output of {call} cannot be read. Hand over the whole output."),
        ),
    );
}
