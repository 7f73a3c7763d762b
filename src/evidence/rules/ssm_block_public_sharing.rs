//! `ssm-block-public-sharing`: can SSM documents be made public?

use super::weigh::{Weigh, say};
use crate::i18n::Words;

pub(super) fn judge(w: &mut Weigh<'_>) {
    // Other settings are read with the same command: they cover no Region.
    let (mut asked, mut of_others) = (Vec::new(), Vec::new());
    w.in_regions("ssm get-service-setting", |w, output, region| {
        let here = region.to_owned();
        if output.arg("--setting-id").is_some_and(|id| !id.ends_with("/public-sharing-permission")) {
            of_others.push(here);
            return;
        }
        asked.push(here);
        let Some(setting) = w.json(output).map(|value| value.get("ServiceSetting")) else {
            return;
        };
        let words = |key| setting.map_or("", |setting| setting.words(key));
        // Without its id it is the one that the command names.
        if words("SettingId").ends_with("/public-sharing-permission")
            || (words("SettingId").is_empty() && output.arg("--setting-id").is_some())
        {
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
        } else {
            w.doubt(&output.origin, another(region));
        }
    });
    for region in of_others.into_iter().filter(|region| !asked.contains(region)) {
        w.missing(another(&region));
    }
}

fn another(region: &str) -> Words {
    say(
        format!(
            "{region}: 出力は、ドキュメントのパブリック共有の設定のものではありません。確認のコマンドのまま取り直してください。"
        ),
        format!(
            "{region}: the output is not of the setting for public sharing of documents. Run the check command as it is."
        ),
    )
}
