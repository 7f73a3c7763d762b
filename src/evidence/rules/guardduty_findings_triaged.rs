//! `guardduty-findings-triaged`: is every finding answered within a day?

use super::weigh::{Weigh, say};
use crate::evidence::facts::Output;
use crate::json::Json;
use crate::time::Timestamp;

pub(super) fn judge(w: &mut Weigh<'_>) {
    // Three commands tell of a Region's findings, each more than the one before; any of them covers it.
    let mut seen: Vec<&str> = Vec::new();
    let mut is_given = false;
    let mut is_nameless = false;
    for call in ["guardduty get-findings", "guardduty list-findings", "guardduty get-findings-statistics"] {
        for output in w.outputs(call) {
            is_given = true;
            if output.error_code() == Some("EndpointConnectionError") {
                seen.extend(output.region.as_deref());
                continue;
            }
            let Some(value) = w.json(output) else {
                continue;
            };
            match output.region.as_deref() {
                Some(region) => seen.push(region),
                None => is_nameless = true,
            }
            match call {
                "guardduty get-findings" if matches!(value.get("Findings"), Some(Json::List(_))) => {
                    findings(w, output, value)
                }
                "guardduty get-findings" => unreadable(w, output),
                "guardduty list-findings" => ids(w, output, value),
                _ => statistics(w, output, value),
            }
        }
    }
    if is_nameless {
        w.missing(say(
            "どのリージョンの検出結果か分からない出力があります。対策のページで、実行したコマンドの下に貼り付けてください。".to_owned(),
            "It is not clear which Region some findings are of. Paste the output under its command on the control's page.".to_owned(),
        ));
    }
    if is_given {
        w.cover("guardduty list-findings", &seen);
    }
}

const BANDS: [(f64, &str, &str); 4] =
    [(9.0, "重大", "critical"), (7.0, "高", "high"), (4.0, "中", "medium"), (0.0, "低", "low")];

fn findings(w: &mut Weigh<'_>, output: &Output, value: &Json) {
    let mut open = [0_usize; 4];
    let (mut samples, mut recent) = (0, 0);
    for finding in value.items("Findings") {
        let service = finding.get("Service").unwrap_or(&Json::Null);
        let sample = service.get("AdditionalInfo").and_then(|info| info.flag("sample"));
        if finding.words("Title").starts_with("[SAMPLE]") || sample == Some(true) {
            samples += 1;
            continue;
        }
        match (service.flag("Archived"), Timestamp::parse(finding.words("UpdatedAt")), finding.number("Severity")) {
            (Some(true), ..) => {}
            (Some(false), Some(at), _) if w.now.days_since(at) < 1 => recent += 1,
            (Some(false), Some(_), Some(severity)) => {
                let band = BANDS.iter().position(|(floor, ..)| severity >= *floor).unwrap_or(3);
                if let Some(count) = open.get_mut(band) {
                    *count += 1;
                }
            }
            _ => w.doubt(
                &output.origin,
                say(
                    format!("検出結果 {} を読み取れません。", finding.words("Id")),
                    format!("Finding {} cannot be read.", finding.words("Id")),
                ),
            ),
        }
    }
    let region = output.region.as_deref().unwrap_or("?");
    let bands = || BANDS.iter().zip(open).filter(|(_, count)| *count > 0);
    if bands().next().is_some() {
        let ja: Vec<String> = bands().map(|((_, ja, _), count)| format!("{ja} {count} 件")).collect();
        let en: Vec<String> = bands().map(|((.., en), count)| format!("{count} {en}")).collect();
        w.fail(
            &output.origin,
            say(
                format!("{region}: 1 日を過ぎても対応が済んでいない検出結果があります({})。", ja.join("、")),
                format!("{region}: findings have been open for more than a day ({}).", en.join(", ")),
            ),
        );
    } else {
        w.pass(
            &output.origin,
            say(
                format!("{region}: 1 日を超えて残っている検出結果はありません(1 日以内のものが {recent} 件)。"),
                format!("{region}: no finding has been open for more than a day ({recent} are younger)."),
            ),
        );
    }
    if samples > 0 {
        w.warn(say(
            format!("{region}: サンプルの検出結果 {samples} 件は数えていません。"),
            format!("{region}: {samples} sample finding(s) were not counted."),
        ));
    }
}

fn ids(w: &mut Weigh<'_>, output: &Output, value: &Json) {
    // Those whose findings are at hand are judged by them.
    let known: Vec<&str> = w
        .outputs("guardduty get-findings")
        .filter_map(|other| Some(other.value()?.items("Findings")))
        .flatten()
        .map(|finding| finding.words("Id"))
        .collect();
    match value.get("FindingIds") {
        Some(Json::List(ids)) => {
            let open = ids.iter().filter(|id| !id.as_text().is_some_and(|id| known.contains(&id))).count();
            count(w, output, open);
        }
        Some(_) | None => unreadable(w, output),
    }
}

fn statistics(w: &mut Weigh<'_>, output: &Output, value: &Json) {
    let told = ["guardduty get-findings", "guardduty list-findings"];
    if told.iter().any(|call| w.facts.outputs(call).any(|other| other.region == output.region)) {
        return;
    }
    let statistics = value.get("FindingStatistics").unwrap_or(&Json::Null);
    let grouped = statistics.get("GroupedBySeverity");
    match (grouped, statistics.get("CountBySeverity")) {
        (Some(Json::List(groups)), _) => {
            let total: f64 = groups.iter().filter_map(|group| group.number("TotalFindings")).sum();
            of_total(w, output, total);
        }
        (_, Some(Json::Object(counts))) => {
            let number = |value: &Json| if let Json::Number(count) = value { *count } else { 0.0 };
            let total: f64 = counts.iter().map(|(_, value)| number(value)).sum();
            of_total(w, output, total);
        }
        _ => unreadable(w, output),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of findings")]
fn of_total(w: &mut Weigh<'_>, output: &Output, total: f64) {
    count(w, output, total as usize);
}

fn count(w: &mut Weigh<'_>, output: &Output, count: usize) {
    let region = output.region.as_deref().unwrap_or("?");
    if count == 0 {
        w.pass(
            &output.origin,
            say(
                format!("{region}: 対応が済んでいない検出結果はありません。"),
                format!("{region}: there is no open finding."),
            ),
        );
    } else {
        w.doubt(&output.origin, say(
            format!("{region}: 対応が済んでいない検出結果が {count} 件あります。いつからのものか確かめるため、get-findings の出力も入れてください。"),
            format!("{region}: {count} finding(s) are open. Add the output of get-findings: it tells since when."),
        ));
    }
}

fn unreadable(w: &mut Weigh<'_>, output: &Output) {
    let call = output.call;
    w.doubt(
        &output.origin,
        say(
            format!("{call} の出力を読み取れません。出力全体を入れてください。"),
            format!("The output of {call} cannot be read. Hand over the whole output."),
        ),
    );
}
