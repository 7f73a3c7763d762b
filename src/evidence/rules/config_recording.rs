//! `config-recording`: is AWS Config recording, in every Region?

use super::partial::is_all;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::json::Json;
use crate::evidence::facts::Output;

const STATUS: &str = "configservice describe-configuration-recorder-status";
/// Options that show some recorders only.
const SOME: [&str; 3] = ["--arn", "--configuration-recorder-names", "--service-principal"];
/// The recorder that Security Hub creates for itself.
const SERVICE_LINKED: &str = "AWSConfigurationRecorderForSecurityHubCSPM";

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.in_regions("configservice describe-configuration-recorders", |verdict, output, region| {
        let Some(recorders) = verdict.list(output, "ConfigurationRecorders") else {
            return;
        };
        let counted: Vec<&Json> = recorders.iter().filter(|recorder| counts(recorder)).collect();
        if !counted.is_empty() {
            look_at(verdict, output, &counted, region);
        } else if is_all(verdict, output, &SOME) {
            verdict.fail(
                &output.origin,
                say(
                    format!("{region}: AWS Config のレコーダーがありません。"),
                    format!("{region}: there is no recorder of AWS Config."),
                ),
            );
        }
    });
    verdict.in_regions(STATUS, |verdict, output, region| {
        if let Some([]) = verdict.list(output, "ConfigurationRecordersStatus")
            && is_all(verdict, output, &SOME)
        {
            verdict.fail(
                &output.origin,
                say(
                    format!("{region}: 記録中のレコーダーがありません。"),
                    format!("{region}: no recorder is recording."),
                ),
            );
        }
    });
    for needed in ["configservice describe-configuration-recorders", STATUS] {
        if !verdict.has_any(&[needed]) {
            verdict.missing(say(
                format!("{needed} の出力がありません。この出力も入れてください。"),
                format!("There is no output of {needed}. Add it."),
            ));
        }
    }
}

/// Whether a recorder counts: those of other services (`AWSConfigurationRecorderForObservabilityAdmin_…`) record for
/// these services only.
fn counts(recorder: &Json) -> bool {
    let name = recorder.words("name");
    name == SERVICE_LINKED || !name.starts_with("AWSConfigurationRecorderFor")
}

fn look_at<'a>(verdict: &mut VerdictBuilder<'a>, output: &Output, recorders: &[&'a Json], region: &str) {
    let statuses: Vec<&'a Json> = verdict
        .outputs(STATUS)
        .filter(|other| other.region == output.region && verdict.is_recent(&other.origin))
        .filter_map(|other| Some(other.value()?.items("ConfigurationRecordersStatus")))
        .flatten()
        .collect();
    let recording = |recorder: &Json| {
        let name = recorder.words("name");
        let status = statuses.iter().find(|status| !name.is_empty() && status.words("name") == name);
        status.and_then(|status| status.flag("recording"))
    };
    let on = recorders.iter().find(|recorder| recording(recorder) == Some(true));
    match on {
        Some(recorder) => {
            verdict.pass(
                &output.origin,
                say(format!("{region}: AWS Config は記録中です。"), format!("{region}: AWS Config is recording.")),
            );
            if recorder.words("name") != SERVICE_LINKED {
                warn_of_limits(verdict, recorder, region);
            }
        }
        None if recorders.iter().all(|recorder| recording(recorder) == Some(false)) => {
            if is_all(verdict, output, &SOME) {
                verdict.fail(
                    &output.origin,
                    say(
                        format!("{region}: AWS Config の記録が止まっています。"),
                        format!("{region}: AWS Config is not recording."),
                    ),
                );
            }
        }
        None => verdict.doubt(
            &output.origin,
            say(
                format!("{region}: {STATUS} の出力がないため、記録中かどうか分かりません。この出力も入れてください。"),
                format!("{region}: without the output of {STATUS} it is not clear whether it records. Add it."),
            ),
        ),
    }
    // Recordings that do not reach the bucket are lost.
    let names: Vec<&str> = recorders.iter().map(|recorder| recorder.words("name")).collect();
    let has_failed = |status: &&&Json| {
        names.contains(&status.words("name")) && status.words("lastStatus").eq_ignore_ascii_case("failure")
    };
    for status in statuses.iter().filter(has_failed) {
        let (name, code) = (status.words("name"), status.words("lastErrorCode"));
        let code_ja = if code.is_empty() { String::new() } else { format!("({code})") };
        let code = if code.is_empty() { String::new() } else { format!(" ({code})") };
        verdict.doubt(
            &output.origin,
            say(
                format!("{region}: レコーダー {name} は直近の記録に失敗しています{code_ja}。IAM ロールの権限と配信先のバケットを確認し、問題を直してから出力を取り直してください。"),
                format!("{region}: the last run of recorder {name} failed{code}. See its role and its delivery bucket, mend it and get the output again."),
            ),
        );
    }
}

/// Warns if a recorder is recording but does not meet Security Hub's Config.1.
fn warn_of_limits(verdict: &mut VerdictBuilder<'_>, recorder: &Json, region: &str) {
    let group = recorder.get("recordingGroup").unwrap_or(&Json::Null);
    let strategy = group.get("recordingStrategy").map_or("", |strategy| strategy.words("useOnly"));
    if group.flag("allSupported") != Some(true) && strategy != "ALL_SUPPORTED_RESOURCE_TYPES" {
        verdict.warn(say(
            format!("{region}: 一部のリソースタイプだけを記録しています(Security Hub の Config.1 は不合格になることがあります)。"),
            format!("{region}: it records some resource types only (Config.1 of Security Hub may fail)."),
        ));
    }
    if !recorder.words("roleARN").ends_with("/AWSServiceRoleForConfig") {
        verdict.warn(say(
            format!("{region}: サービスにリンクされたロールではないロールを使っています(Security Hub の Config.1 は不合格になります)。"),
            format!("{region}: it uses a role that is not the service-linked one (Config.1 of Security Hub fails)."),
        ));
    }
}
