//! `cloudtrail-log-protection`: is log file validation on, and is the bucket of the logs not public?

use super::cloudtrail_multi_region::{SOME, TRAILS, is_foreign};
use super::partial::is_all;
use super::s3_account_block_public::off;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, Words, t};
use crate::base::json::Json;
use crate::evidence::facts::Output;

const NO_BLOCK: &str = "NoSuchPublicAccessBlockConfiguration";

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    for output in verdict.outputs(TRAILS) {
        let Some(trails) = verdict.list(output, "trailList") else {
            continue;
        };
        // A trail that is left out may be the unprotected one.
        is_all(verdict, output, &SOME);
        if trails.is_empty() {
            verdict.doubt(&output.origin, NO_TRAIL);
        }
        let mut buckets = Vec::new();
        for trail in trails {
            if is_foreign(verdict, trail) {
                verdict.doubt(&output.origin, FOREIGN);
                continue;
            }
            validation(verdict, output, trail);
            let bucket = trail.words("S3BucketName");
            if bucket.is_empty() {
                verdict.doubt(&output.origin, NO_BUCKET);
            } else if !buckets.contains(&bucket) {
                buckets.push(bucket);
                look_at_bucket(verdict, output, bucket);
            }
        }
    }
}

fn validation(verdict: &mut VerdictBuilder<'_>, output: &Output, trail: &Json) {
    let name = trail.words("Name");
    let is_dropped = name.is_empty() || output.has_option("--query");
    match trail.get("LogFileValidationEnabled") {
        Some(Json::Bool(true)) => {}
        None if is_dropped => verdict.doubt(&output.origin, unreadable(name)),
        Some(Json::Bool(false)) | None => verdict.fail(
            &output.origin,
            say(
                format!("証跡 {name} のログファイルの検証が無効です。"),
                format!("Log file validation of trail {name} is off."),
            ),
        ),
        Some(_) => verdict.doubt(&output.origin, unreadable(name)),
    }
}

fn unreadable(name: &str) -> Words {
    say(
        format!("証跡 {name} のログファイルの検証(LogFileValidationEnabled)を読み取れません。"),
        format!("Log file validation of trail {name} (LogFileValidationEnabled) cannot be read."),
    )
}

/// How public a bucket is, from its three outputs.
#[derive(Default)]
struct Bucket {
    /// Whether all four flags are on in the bucket's own block, or in the account's.
    is_blocked: bool,
    ignores_acls: bool,
    restricts_policy: bool,
    /// Whether the bucket's own block is known, or known to be absent.
    is_block_known: bool,
    policy_is_public: Option<bool>,
    acl_is_public: Option<bool>,
}

fn look_at_bucket(verdict: &mut VerdictBuilder<'_>, trail: &Output, name: &str) {
    let bucket = read(verdict, name);
    let words = |why: Text| say(format!("バケット {name}: {}", why.ja), format!("Bucket {name}: {}", why.en));
    let is_open_by_policy = bucket.policy_is_public == Some(true) && !bucket.restricts_policy;
    let is_open_by_acl = bucket.acl_is_public == Some(true) && !bucket.ignores_acls;
    if (is_open_by_policy || is_open_by_acl) && !bucket.is_block_known {
        // The block decides, and it is unknown.
        verdict.doubt(&trail.origin, words(PUBLIC_UNLESS_BLOCKED));
    } else if is_open_by_policy {
        verdict.fail(&trail.origin, words(PUBLIC_POLICY));
    } else if is_open_by_acl {
        verdict.fail(&trail.origin, words(PUBLIC_ACL));
    } else if bucket.is_blocked || (bucket.policy_is_public == Some(false) && bucket.acl_is_public == Some(false)) {
        verdict.pass(&trail.origin, words(CLOSED));
    } else {
        verdict.doubt(&trail.origin, words(NOT_SHOWN));
    }
}

fn read(verdict: &mut VerdictBuilder<'_>, name: &str) -> Bucket {
    let mut bucket = Bucket::default();
    let own = of_bucket(verdict, "s3api get-public-access-block", name);
    // The account's block applies to its own buckets only. AWS shows the block of a bucket, or that there is none, only
    // to the bucket's owner.
    let account = verdict.outputs("s3control get-public-access-block").next();
    let is_own = own.is_some_and(|output| output.value().is_some() || output.error_code() == Some(NO_BLOCK));
    for output in own.into_iter().chain(account.filter(|_| is_own)) {
        if output.error_code() == Some(NO_BLOCK) {
            bucket.is_block_known |= verdict.is_fresh(&output.origin);
            continue;
        }
        // An unreadable block adds no doubt by itself: policy and ACL may be enough.
        let value = output.value().filter(|_| verdict.is_fresh(&output.origin));
        if let Some(configuration @ Json::Object(_)) =
            value.and_then(|value| value.get("PublicAccessBlockConfiguration"))
        {
            bucket.is_block_known = true;
            bucket.is_blocked |= off(configuration).is_empty();
            bucket.ignores_acls |= configuration.flag("IgnorePublicAcls") == Some(true);
            bucket.restricts_policy |= configuration.flag("RestrictPublicBuckets") == Some(true);
        }
    }
    bucket.policy_is_public = policy_is_public(verdict, name);
    bucket.acl_is_public = acl_is_public(verdict, name);
    bucket
}

fn policy_is_public(verdict: &mut VerdictBuilder<'_>, name: &str) -> Option<bool> {
    let output = of_bucket(verdict, "s3api get-bucket-policy-status", name)?;
    if output.error_code() == Some("NoSuchBucketPolicy") {
        return verdict.is_fresh(&output.origin).then_some(false);
    }
    verdict.json(output)?.get("PolicyStatus")?.flag("IsPublic")
}

fn acl_is_public(verdict: &mut VerdictBuilder<'_>, name: &str) -> Option<bool> {
    let output = of_bucket(verdict, "s3api get-bucket-acl", name)?;
    let Some(Json::List(grants)) = verdict.json(output)?.get("Grants") else {
        return None;
    };
    let is_readable = |grant: &Json| matches!(grant.get("Grantee"), Some(Json::Object(_)));
    // Only a complete list of grants proves that none is public.
    let is_whole = !output.has_option("--query") && grants.iter().all(is_readable);
    match grants.iter().any(is_to_the_world) {
        true => Some(true),
        false => is_whole.then_some(false),
    }
}

fn is_to_the_world(grant: &Json) -> bool {
    let uri = grant.get("Grantee").map_or("", |grantee| grantee.words("URI"));
    uri.ends_with("/global/AllUsers") || uri.ends_with("/global/AuthenticatedUsers")
}

/// The output about a bucket: the one whose request names it; without names, the only output, if all trails use this
/// bucket.
fn of_bucket<'a>(verdict: &VerdictBuilder<'a>, call: &'static str, name: &str) -> Option<&'a Output> {
    let mut named = verdict.outputs(call).filter(|output| output.about("--bucket") == Some(name));
    named.next().or_else(|| {
        let mut all = verdict.outputs(call);
        let only = all.next().filter(|output| output.about("--bucket").is_none())?;
        let trails = verdict.outputs(TRAILS).filter_map(Output::value).flat_map(|value| value.items("trailList"));
        let is_alone = trails.map(|trail| trail.words("S3BucketName")).all(|bucket| bucket == name);
        (all.next().is_none() && is_alone).then_some(only)
    })
}

const FOREIGN: Text =
    t("ほかの出力とは別のアカウントの証跡が入っています。", "A trail belongs to another account than the other files.");
const NO_BUCKET: Text =
    t("証跡の保存先バケット(S3BucketName)を読み取れません。", "The bucket of a trail (S3BucketName) cannot be read.");
const PUBLIC_UNLESS_BLOCKED: Text = t(
    "ポリシーか ACL は公開を許していますが、パブリックアクセスブロックの設定が分かりません。get-public-access-block の出力も入れてください。",
    "its policy or ACL makes it public, unless Block Public Access forbids it. Add the output of get-public-access-block.",
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
