//! `ssm-block-public-sharing`: can SSM documents be made public?

use super::verdict_builder::{NO_REGION, VerdictBuilder, say};
use crate::base::i18n::{Text, Words, t};
use crate::base::json::Json;

pub(super) fn judge(w: &mut VerdictBuilder<'_>) {
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
    documents(w);
    for region in of_others.into_iter().filter(|region| !asked.contains(region)) {
        w.missing(another(&region));
    }
}

/// A document that is public stays public under the block.
fn documents(w: &mut VerdictBuilder<'_>) {
    const PERMISSION: &str = "ssm describe-document-permission";
    for output in w.outputs(PERMISSION) {
        let (name, region) = (output.about("--name").unwrap_or("?"), output.region.as_deref().unwrap_or(NO_REGION));
        let Some(accounts) = w.list(output, "AccountIds") else { continue };
        if accounts.iter().filter_map(Json::as_text).any(|account| account.eq_ignore_ascii_case("all")) {
            w.fail(
                &output.origin,
                say(
                    format!("{region}: ドキュメント {name} は全世界に公開されています。"),
                    format!("{region}: the document {name} is shared with the public."),
                ),
            );
        }
    }
    for output in w.outputs("ssm list-documents") {
        let Some(documents) = w.list(output, "DocumentIdentifiers") else { continue };
        // Of other people's documents nothing is asked.
        let filters: Vec<&str> = output.values("--filters").collect();
        if !matches!(*filters, [] | ["Key=Owner,Values=Self"]) {
            w.doubt(&output.origin, OTHER_DOCUMENTS);
            continue;
        }
        let is_looked_at = |name: &str| {
            w.facts
                .outputs(PERMISSION)
                .any(|other| other.region == output.region && other.about("--name") == Some(name))
        };
        let open: Vec<&str> =
            documents.iter().map(|one| one.words("Name")).filter(|name| !is_looked_at(name)).collect();
        if let Some(first) = open.first() {
            let (count, region) = (open.len(), output.region.as_deref().unwrap_or(NO_REGION));
            w.doubt(&output.origin, say(
                format!("{region}: 公開されているか分からないドキュメントが {count} 個あります(例: {first})。ssm describe-document-permission の出力も入れてください。"),
                format!("{region}: it is not known of {count} document(s), such as {first}, whether they are public. Add the output of ssm describe-document-permission."),
            ));
        }
    }
}

const OTHER_DOCUMENTS: Text = t(
    "ドキュメントの一覧が、自分が所有するものの一覧ではありません。確認のコマンドのまま取り直してください。",
    "The list of documents is not that of your own ones. Run the check command as it is.",
);

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
