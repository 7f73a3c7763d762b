//! `s3-account-block-public`: is Block Public Access on for the whole account?

use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, t};
use crate::base::json::Json;
use crate::evidence::facts::Output;

/// The four flags of a public access block.
pub(super) const FLAGS: [&str; 4] =
    ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];

/// The flags that are not on.
pub(super) fn off(configuration: &Json) -> Vec<&'static str> {
    FLAGS.into_iter().filter(|flag| configuration.flag(flag) != Some(true)).collect()
}

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.is_about_one_fact();
    for output in verdict.outputs("s3control get-public-access-block") {
        if output.error_code() == Some("NoSuchPublicAccessBlockConfiguration") {
            if verdict.is_fresh(&output.origin) {
                verdict.fail(&output.origin, NEVER_SET);
            }
            continue;
        }
        let Some(value) = verdict.json(output) else {
            continue;
        };
        let Some(configuration @ Json::Object(_)) = value.get("PublicAccessBlockConfiguration") else {
            verdict.doubt(&output.origin, UNREADABLE);
            continue;
        };
        let off = off(configuration);
        if off.is_empty() {
            verdict.pass(&output.origin, ALL_ON);
        } else if off.iter().all(|flag| configuration.flag(flag).is_none()) && may_hide(output, configuration) {
            verdict.doubt(&output.origin, FLAGS_UNREADABLE);
        } else {
            let off = off.join(", ");
            verdict.fail(
                &output.origin,
                say(
                    format!("アカウント全体のブロックパブリックアクセスのうち、{off} が無効です。"),
                    format!("Block Public Access of the account: {off} is off."),
                ),
            );
        }
    }
}

/// Whether flags may be missing because of `--query`, or have values that are not Boolean.
fn may_hide(output: &Output, configuration: &Json) -> bool {
    output.has_option("--query")
        || FLAGS.iter().any(|flag| !matches!(configuration.get(flag), None | Some(Json::Bool(_))))
}

const ALL_ON: Text = t(
    "アカウント全体のブロックパブリックアクセスは、4 項目すべてが有効です。",
    "All four settings of Block Public Access are on for the account.",
);
const NEVER_SET: Text = t(
    "アカウント全体のブロックパブリックアクセスが、一度も設定されていません。",
    "Block Public Access was never set for the account.",
);
const FLAGS_UNREADABLE: Text = t(
    "4 つの設定のうち、値を読み取れないものがあります。--query を付けずに取り直してください。",
    "Some of the four settings cannot be read. Get them again without --query.",
);
const UNREADABLE: Text = t(
    "出力に PublicAccessBlockConfiguration がありません。出力全体を入れてください。",
    "The output has no PublicAccessBlockConfiguration. Hand over the whole output.",
);
