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

pub(super) fn judge(w: &mut VerdictBuilder<'_>) {
    w.is_about_one_fact();
    for output in w.outputs("s3control get-public-access-block") {
        if output.error_code() == Some("NoSuchPublicAccessBlockConfiguration") {
            if w.is_fresh(&output.origin) {
                w.fail(&output.origin, NEVER_SET);
            }
            continue;
        }
        let Some(value) = w.json(output) else {
            continue;
        };
        let Some(configuration @ Json::Object(_)) = value.get("PublicAccessBlockConfiguration") else {
            w.doubt(&output.origin, UNREADABLE);
            continue;
        };
        let off = off(configuration);
        if off.is_empty() {
            w.pass(&output.origin, ALL_ON);
        } else if off.iter().all(|flag| configuration.flag(flag).is_none()) && may_hide(output, configuration) {
            w.doubt(&output.origin, FLAGS_UNREADABLE);
        } else {
            let off = off.join(", ");
            w.fail(
                &output.origin,
                say(
                    format!("アカウント全体のブロックパブリックアクセスのうち、{off} が無効です。"),
                    format!("Block Public Access of the account: {off} is off."),
                ),
            );
        }
    }
}

/// Whether flags are not there because of `--query`, or are there and are no flags.
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
