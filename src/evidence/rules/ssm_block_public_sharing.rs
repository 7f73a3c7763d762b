//! `ssm-block-public-sharing`: can SSM documents be made public?

use super::weigh::{Weigh, say};

pub(super) fn judge(w: &mut Weigh<'_>) {
    w.in_regions("ssm get-service-setting", |w, output, region| {
        // Other settings are read with the same command.
        if output.arg("--setting-id").is_some_and(|id| !id.ends_with("/public-sharing-permission")) {
            return;
        }
        let Some(setting) = w.json(output).map(|value| value.get("ServiceSetting")) else {
            return;
        };
        let words = |key| setting.map_or("", |setting| setting.words(key));
        if words("SettingId").ends_with("/public-sharing-permission") || words("SettingId").is_empty() {
            // The setting is the permission to share.
            let value = words("SettingValue");
            if value.eq_ignore_ascii_case("Disable") {
                w.pass(
                    &output.origin,
                    say(
                        format!("{region}: ドキュメントのパブリック共有はブロックされています。"),
                        format!("{region}: public sharing of documents is blocked."),
                    ),
                );
            } else if value.eq_ignore_ascii_case("Enable") || words("Status") == "Default" {
                w.fail(
                    &output.origin,
                    say(
                        format!("{region}: ドキュメントをパブリックに共有できる設定です。"),
                        format!("{region}: documents can be shared with the public."),
                    ),
                );
            } else {
                w.doubt(
                    &output.origin,
                    say(
                        format!("{region}: SettingValue が Disable でも Enable でもありません。"),
                        format!("{region}: SettingValue is neither Disable nor Enable."),
                    ),
                );
            }
        }
    });
}
