//! `config-recording`: does AWS Config record, in every Region?

use super::partial::is_all;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::json::Json;
use crate::evidence::facts::Output;

const STATUS: &str = "configservice describe-configuration-recorder-status";
/// Options that show some recorders only.
const SOME: [&str; 3] = ["--arn", "--configuration-recorder-names", "--service-principal"];
/// The recorder that Security Hub makes for itself.
const SERVICE_LINKED: &str = "AWSConfigurationRecorderForSecurityHubCSPM";

pub(super) fn judge(w: &mut VerdictBuilder<'_>) {
    w.in_regions("configservice describe-configuration-recorders", |w, output, region| {
        let Some(recorders) = w.list(output, "ConfigurationRecorders") else {
            return;
        };
        let counted: Vec<&Json> = recorders.iter().filter(|recorder| counts(recorder)).collect();
        if !counted.is_empty() {
            look_at(w, output, &counted, region);
        } else if is_all(w, output, &SOME) {
            w.fail(
                &output.origin,
                say(
                    format!("{region}: AWS Config のレコーダーがありません。"),
                    format!("{region}: there is no recorder of AWS Config."),
                ),
            );
        }
    });
    w.in_regions(STATUS, |w, output, region| {
        if let Some([]) = w.list(output, "ConfigurationRecordersStatus")
            && is_all(w, output, &SOME)
        {
            w.fail(
                &output.origin,
                say(
                    format!("{region}: 記録中のレコーダーがありません。"),
                    format!("{region}: no recorder is recording."),
                ),
            );
        }
    });
    for needed in ["configservice describe-configuration-recorders", STATUS] {
        if !w.has_any(&[needed]) {
            w.missing(say(
                format!("{needed} の出力がありません。この出力も入れてください。"),
                format!("There is no output of {needed}. Add it."),
            ));
        }
    }
}

/// Recorders of other services (`AWSConfigurationRecorderForObservabilityAdmin_…`) record for those only.
fn counts(recorder: &Json) -> bool {
    let name = recorder.words("name");
    name == SERVICE_LINKED || !name.starts_with("AWSConfigurationRecorderFor")
}

fn look_at<'a>(w: &mut VerdictBuilder<'a>, output: &Output, recorders: &[&'a Json], region: &str) {
    let statuses: Vec<&'a Json> = w
        .outputs(STATUS)
        .filter(|other| other.region == output.region && w.is_recent(&other.origin))
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
            w.pass(
                &output.origin,
                say(format!("{region}: AWS Config は記録中です。"), format!("{region}: AWS Config is recording.")),
            );
            if recorder.words("name") != SERVICE_LINKED {
                warn_of_limits(w, recorder, region);
            }
        }
        None if recorders.iter().all(|recorder| recording(recorder) == Some(false)) => {
            if is_all(w, output, &SOME) {
                w.fail(
                    &output.origin,
                    say(
                        format!("{region}: AWS Config の記録が止まっています。"),
                        format!("{region}: AWS Config is not recording."),
                    ),
                );
            }
        }
        None => w.doubt(
            &output.origin,
            say(
                format!("{region}: {STATUS} の出力がないため、記録中かどうか分かりません。この出力も入れてください。"),
                format!("{region}: without the output of {STATUS} it is not clear whether it records. Add it."),
            ),
        ),
    }
    // What is recorded and does not get into the bucket is lost.
    let names: Vec<&str> = recorders.iter().map(|recorder| recorder.words("name")).collect();
    let has_failed = |status: &&&Json| {
        names.contains(&status.words("name")) && status.words("lastStatus").eq_ignore_ascii_case("failure")
    };
    for status in statuses.iter().filter(has_failed) {
        let (name, code) = (status.words("name"), status.words("lastErrorCode"));
        let code_ja = if code.is_empty() { String::new() } else { format!("({code})") };
        let code = if code.is_empty() { String::new() } else { format!(" ({code})") };
        w.doubt(
            &output.origin,
            say(
                format!("{region}: レコーダー {name} は直近の記録に失敗しています{code_ja}。IAM ロールの権限と配信先のバケットを確認し、問題を直してから出力を取り直してください。"),
                format!("{region}: the last run of recorder {name} failed{code}. See its role and its delivery bucket, mend it and get the output again."),
            ),
        );
    }
}

/// It records, but Security Hub's Config.1 asks for more.
fn warn_of_limits(w: &mut VerdictBuilder<'_>, recorder: &Json, region: &str) {
    let group = recorder.get("recordingGroup").unwrap_or(&Json::Null);
    let strategy = group.get("recordingStrategy").map_or("", |strategy| strategy.words("useOnly"));
    if group.flag("allSupported") != Some(true) && strategy != "ALL_SUPPORTED_RESOURCE_TYPES" {
        w.warn(say(
            format!("{region}: 一部のリソースタイプだけを記録しています(Security Hub の Config.1 は不合格になることがあります)。"),
            format!("{region}: it records some resource types only (Config.1 of Security Hub may fail)."),
        ));
    }
    if !recorder.words("roleARN").ends_with("/AWSServiceRoleForConfig") {
        w.warn(say(
            format!("{region}: サービスにリンクされたロールではないロールを使っています(Security Hub の Config.1 は不合格になります)。"),
            format!("{region}: it uses a role that is not the service-linked one (Config.1 of Security Hub fails)."),
        ));
    }
}
