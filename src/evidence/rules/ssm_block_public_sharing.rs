//! `ssm-block-public-sharing`: can SSM documents be made public?

use super::verdict_builder::{NO_REGION, VerdictBuilder, say};
use crate::base::i18n::{Text, Words, quantity, t};
use crate::base::json::Json;

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    // The same command reads other settings, which do not cover a Region.
    let (mut covered, mut of_other_settings) = (Vec::new(), Vec::new());
    verdict.in_regions("ssm get-service-setting", |verdict, output, region| {
        let here = region.to_owned();
        if output.arg("--setting-id").is_some_and(|id| !id.ends_with("/public-sharing-permission")) {
            of_other_settings.push(here);
            return;
        }
        covered.push(here);
        let Some(setting) = verdict.json(output).map(|value| value.get("ServiceSetting")) else {
            return;
        };
        let words = |key| setting.map_or("", |setting| setting.words(key));
        // An output without an id is of the setting that the command names.
        if words("SettingId").ends_with("/public-sharing-permission")
            || (words("SettingId").is_empty() && output.arg("--setting-id").is_some())
        {
            // The setting is the permission to share, so `Disable` means blocked.
            let value = words("SettingValue");
            if value.eq_ignore_ascii_case("Disable") {
                verdict.pass(
                    &output.origin,
                    say(
                        format!("{region}: ドキュメントのパブリック共有はブロックされています。"),
                        format!("{region}: public sharing of documents is blocked."),
                    ),
                );
            } else if value.eq_ignore_ascii_case("Enable") || words("Status") == "Default" {
                verdict.fail(
                    &output.origin,
                    say(
                        format!("{region}: ドキュメントをパブリックに共有できる設定です。"),
                        format!("{region}: documents can be shared with the public."),
                    ),
                );
            } else {
                verdict.doubt(
                    &output.origin,
                    say(
                        format!("{region}: SettingValue が Disable でも Enable でもありません。"),
                        format!("{region}: SettingValue is neither Disable nor Enable."),
                    ),
                );
            }
        } else {
            verdict.doubt(&output.origin, other_setting(region));
        }
    });
    documents(verdict);
    for region in of_other_settings.into_iter().filter(|region| !covered.contains(region)) {
        verdict.missing(other_setting(&region));
    }
}

/// Judges the documents: a public document stays public under the block.
fn documents(verdict: &mut VerdictBuilder<'_>) {
    const PERMISSION: &str = "ssm describe-document-permission";
    for output in verdict.outputs(PERMISSION) {
        let (name, region) = (output.about("--name").unwrap_or("?"), output.region.as_deref().unwrap_or(NO_REGION));
        let Some(accounts) = verdict.list(output, "AccountIds") else { continue };
        if accounts.iter().filter_map(Json::as_text).any(|account| account.eq_ignore_ascii_case("all")) {
            verdict.fail(
                &output.origin,
                say(
                    format!("{region}: ドキュメント {name} は全世界に公開されています。"),
                    format!("{region}: the document {name} is shared with the public."),
                ),
            );
        }
    }
    for output in verdict.outputs("ssm list-documents") {
        let Some(documents) = verdict.list(output, "DocumentIdentifiers") else { continue };
        // Only the list of the account's own documents is used.
        let filters: Vec<&str> = output.values("--filters").collect();
        if !matches!(*filters, [] | ["Key=Owner,Values=Self"]) {
            verdict.doubt(&output.origin, OTHER_DOCUMENTS);
            continue;
        }
        let is_looked_at = |name: &str| {
            verdict
                .facts
                .outputs(PERMISSION)
                .any(|other| other.region == output.region && other.about("--name") == Some(name))
        };
        let open: Vec<&str> =
            documents.iter().map(|one| one.words("Name")).filter(|name| !is_looked_at(name)).collect();
        if let Some(first) = open.first() {
            let (count, region) = (open.len(), output.region.as_deref().unwrap_or(NO_REGION));
            verdict.doubt(&output.origin, say(
                format!("{region}: 公開されているか分からないドキュメントが {count} 個あります(例: {first})。ssm describe-document-permission の出力も入れてください。"),
                format!("{region}: {}, such as {first}, may be public or not. Add the output of ssm describe-document-permission.", quantity(count, "document")),
            ));
        }
    }
}

const OTHER_DOCUMENTS: Text = t(
    "ドキュメントの一覧が、自分が所有するものの一覧ではありません。確認のコマンドのまま取り直してください。",
    "The list of documents is not that of your own ones. Run the check command as it is.",
);

fn other_setting(region: &str) -> Words {
    say(
        format!(
            "{region}: 出力は、ドキュメントのパブリック共有の設定のものではありません。確認のコマンドのまま取り直してください。"
        ),
        format!(
            "{region}: the output is not of the setting for public sharing of documents. Run the check command as it is."
        ),
    )
}
