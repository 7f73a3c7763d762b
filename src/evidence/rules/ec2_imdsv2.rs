//! `ec2-imdsv2`: do instances, and the account's default, require IMDSv2?

use super::partial::is_all;
use super::verdict_builder::{NO_REGION, VerdictBuilder, say};
use crate::base::i18n::{Words, quantity};
use crate::base::json::Json;
use crate::evidence::facts::Output;

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.in_regions("ec2 describe-instances", |verdict, output, region| {
        // The shorter list of our own command shows only instances that do not require IMDSv2, so it does not cover
        // all.
        let Some(value) = verdict.json(output) else {
            return;
        };
        let Some(Json::List(reservations)) = value.get("Reservations") else {
            verdict.doubt(
                &output.origin,
                say(
                    format!("{region}: 出力に Reservations がありません。--query を付けずに実行してください。"),
                    format!("{region}: the output has no Reservations. Run it without --query."),
                ),
            );
            return;
        };
        if reservations.iter().any(|reservation| !matches!(reservation.get("Instances"), Some(Json::List(_)))) {
            verdict.doubt(&output.origin, no_instances(region));
        }
        let mut count = 0;
        for instance in reservations.iter().flat_map(|reservation| reservation.items("Instances")) {
            let state = instance.get("State").map_or("", |state| state.words("Name"));
            if !matches!(state, "terminated" | "shutting-down") {
                count += 1;
                look_at(verdict, output, instance, region);
            }
        }
        if !is_all(verdict, output, &["--filters", "--instance-ids"]) {
            return;
        }
        verdict.pass(
            &output.origin,
            say(
                format!("{region}: インスタンス {count} 台を確認しました。"),
                format!("{region}: {} looked at.", quantity(count, "instance")),
            ),
        );
    });
    // The account's default does not decide, but new instances inherit it.
    for output in verdict.outputs("ec2 get-instance-metadata-defaults") {
        if output.error_code().is_some() {
            continue;
        }
        let Some(value) = verdict.json(output) else {
            continue;
        };
        let tokens = value.get("AccountLevel").map_or("", |level| level.words("HttpTokens"));
        if tokens != "required" {
            let region = output.region.as_deref().unwrap_or(NO_REGION);
            verdict.warn(say(
                format!("{region}: アカウントのデフォルト設定で IMDSv2 が必須になっていません。必須にすると、新しいインスタンスも守られます。"),
                format!("{region}: the account's default does not require IMDSv2. Set it, and new instances are covered, too."),
            ));
        }
    }
}

fn no_instances(region: &str) -> Words {
    say(
        format!(
            "{region}: 出力に、Instances の一覧がない Reservation があります。--query を付けずに実行してください。"
        ),
        format!("{region}: a Reservation in the output has no list of Instances. Run it without --query."),
    )
}

fn look_at(verdict: &mut VerdictBuilder<'_>, output: &Output, instance: &Json, region: &str) {
    let id = instance.words("InstanceId");
    let option = |key| instance.get("MetadataOptions").map_or("", |options| options.words(key));
    match (option("HttpTokens"), option("HttpEndpoint")) {
        ("required", _) | (_, "disabled") => {}
        ("optional", "enabled") => verdict.fail(
            &output.origin,
            say(
                format!("{region}: {id} は IMDSv1 でもメタデータを返します(HttpTokens: optional)。"),
                format!("{region}: {id} still answers IMDSv1 (HttpTokens: optional)."),
            ),
        ),
        _ => verdict.doubt(
            &output.origin,
            say(
                format!("{region}: {id} の MetadataOptions を読み取れません。"),
                format!("{region}: the MetadataOptions of {id} cannot be read."),
            ),
        ),
    }
}
