//! `cloudtrail-log-protection`: are logs validated, and is their bucket closed?

use super::s3_account_block_public::off;
use super::weigh::{Weigh, say};
use crate::evidence::facts::Output;
use crate::i18n::{Text, t};
use crate::json::Json;

pub(super) fn judge(w: &mut Weigh<'_>) {
    for output in w.outputs("cloudtrail describe-trails") {
        let Some(trails) = w.json(output).and_then(|value| value.get("trailList")) else {
            continue;
        };
        let Json::List(trails) = trails else {
            w.doubt(&output.origin, UNREADABLE);
            continue;
        };
        if trails.is_empty() {
            w.doubt(&output.origin, NO_TRAIL);
        }
        let mut buckets = Vec::new();
        for trail in trails {
            let name = trail.words("Name");
            if trail.flag("LogFileValidationEnabled") != Some(true) {
                w.fail(
                    &output.origin,
                    say(
                        format!("証跡 {name} のログファイルの検証が無効です。"),
                        format!("Log file validation of trail {name} is off."),
                    ),
                );
            }
            let bucket = trail.words("S3BucketName");
            if !buckets.contains(&bucket) {
                buckets.push(bucket);
                look_at_bucket(w, output, bucket);
            }
        }
    }
}

/// How public a bucket is, as far as its three outputs tell.
#[derive(Default)]
struct Bucket {
    /// All four flags of its own block, or of the account's.
    is_blocked: bool,
    ignores_acls: bool,
    restricts_policy: bool,
    policy_is_public: Option<bool>,
    acl_is_public: Option<bool>,
}

fn look_at_bucket(w: &mut Weigh<'_>, trail: &Output, name: &str) {
    let bucket = read(w, name);
    let words = |why: Text| say(format!("バケット {name}: {}", why.ja), format!("Bucket {name}: {}", why.en));
    if bucket.policy_is_public == Some(true) && !bucket.restricts_policy {
        w.fail(&trail.origin, words(PUBLIC_POLICY));
    } else if bucket.acl_is_public == Some(true) && !bucket.ignores_acls {
        w.fail(&trail.origin, words(PUBLIC_ACL));
    } else if bucket.is_blocked || (bucket.policy_is_public == Some(false) && bucket.acl_is_public == Some(false)) {
        w.pass(&trail.origin, words(CLOSED));
    } else {
        w.doubt(&trail.origin, words(NOT_SHOWN));
    }
}

fn read(w: &mut Weigh<'_>, name: &str) -> Bucket {
    let mut bucket = Bucket::default();
    let own = of_bucket(w, "s3api get-public-access-block", name);
    let account = w.outputs("s3control get-public-access-block").next();
    // A bucket without a block of its own still has the account's.
    for output in own.into_iter().chain(account) {
        let configuration = output.value().and_then(|value| value.get("PublicAccessBlockConfiguration"));
        if let Some(configuration) = configuration {
            bucket.is_blocked |= off(configuration).is_empty();
            bucket.ignores_acls |= configuration.flag("IgnorePublicAcls") == Some(true);
            bucket.restricts_policy |= configuration.flag("RestrictPublicBuckets") == Some(true);
        }
    }
    if let Some(output) = of_bucket(w, "s3api get-bucket-policy-status", name) {
        bucket.policy_is_public = match output.error_code() {
            Some("NoSuchBucketPolicy") => Some(false),
            _ => w.json(output).and_then(|value| value.get("PolicyStatus")?.flag("IsPublic")),
        };
    }
    if let Some(output) = of_bucket(w, "s3api get-bucket-acl", name) {
        let grants = w.json(output).and_then(|value| value.get("Grants"));
        bucket.acl_is_public = match grants {
            Some(Json::List(grants)) => Some(grants.iter().any(is_to_the_world)),
            Some(_) | None => None,
        };
    }
    bucket
}

fn is_to_the_world(grant: &Json) -> bool {
    let uri = grant.get("Grantee").map_or("", |grantee| grantee.words("URI"));
    uri.ends_with("/global/AllUsers") || uri.ends_with("/global/AuthenticatedUsers")
}

/// The output about a bucket: asked by name; without it, the only one there is.
fn of_bucket<'a>(w: &Weigh<'a>, call: &'static str, name: &str) -> Option<&'a Output> {
    let mut named = w.outputs(call).filter(|output| output.about("--bucket") == Some(name));
    named.next().or_else(|| {
        let mut all = w.outputs(call);
        let only = all.next().filter(|output| output.about("--bucket").is_none())?;
        all.next().is_none().then_some(only)
    })
}

const UNREADABLE: Text = t(
    "出力に trailList がありません。出力全体を入れてください。",
    "The output has no trailList. Hand over the whole output.",
);
const NO_TRAIL: Text =
    t("証跡がないため、守るログがありません。", "There is no trail, so there are no logs to protect.");
const PUBLIC_POLICY: Text = t("バケットポリシーで公開されています。", "its policy makes it public.");
const PUBLIC_ACL: Text = t("ACL で全員に公開されています。", "its ACL grants access to everybody.");
const CLOSED: Text = t("公開されていません。", "it is not public.");
const NOT_SHOWN: Text = t(
    "公開されているかどうかが、入れた出力だけでは分かりません(ほかのアカウントのバケットの可能性もあります)。",
    "these outputs do not show whether it is public (it may belong to another account).",
);
