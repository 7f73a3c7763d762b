//! `regions-restricted`: are there Regions in which nobody can start anything? Only a person knows which ones are in use.

use super::iam_policies::{HOLDERS, account_of};
use super::partial::is_narrowed;
use super::principals::{Actor, principals};
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, Words, t};
use crate::base::json::Json;
use crate::evidence::facts::{Answer, Output};
use crate::evidence::trial::Truth;
use crate::evidence::trial::policy::starts_compute_in;

const DETAILS: &str = "iam get-account-authorization-details";
/// How many names a reason lists.
const NAMED: usize = 10;

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.ask_person();
    let facts = verdict.facts;
    let enabled = facts.enabled_regions(|output| verdict.is_recent(&output.origin));
    let by_scp: Vec<&str> = facts.closed_regions().into_iter().collect();
    if let Some(refused) = facts.outputs.iter().find(|output| output.is_denied_by_scp()).filter(|_| !by_scp.is_empty())
    {
        verdict.pass(&refused.origin, closed_by_scp(&by_scp));
    }
    let mut is_detailed = false;
    for output in verdict.outputs(DETAILS) {
        let Some(value) = verdict.json(output) else {
            continue;
        };
        is_detailed = true;
        let Some(enabled) = &enabled else {
            verdict.doubt(&output.origin, NO_REGIONS);
            continue;
        };
        if !is_whole(output, value) {
            verdict.doubt(&output.origin, PART);
        }
        let open: Vec<&str> = enabled.iter().copied().filter(|region| !by_scp.contains(region)).collect();
        look_at(verdict, output, value, &open, !by_scp.is_empty());
    }
    if !is_detailed {
        verdict.missing(NO_DETAILS);
    }
    opted_in(verdict);
}

/// Tries every user, and every role that people assume, in the Regions that no SCP closes.
fn look_at(verdict: &mut VerdictBuilder<'_>, output: &Output, value: &Json, regions: &[&str], has_scp: bool) {
    let account = account_of(value).unwrap_or("000000000000");
    let (mut people, mut programs): (Vec<(&str, Vec<Truth>)>, Vec<&str>) = (Vec::new(), Vec::new());
    for (name, actor, principal) in principals(value, verdict.facts) {
        let can = starts_compute_in(regions, &principal, account, verdict.now);
        match actor {
            Actor::Person => people.push((name, can)),
            Actor::Program if can.iter().any(|one| *one != Truth::No) => programs.push(name),
            Actor::Program => {}
        }
    }
    if !programs.is_empty() {
        verdict.warn(also_programs(&programs));
    }
    if people.iter().all(|(_, can)| can.iter().all(|one| *one == Truth::No)) {
        verdict.doubt(&output.origin, NOBODY);
        return;
    }
    let is_closed = |index: usize| people.iter().all(|(_, can)| can.get(index) == Some(&Truth::No));
    let (closed, open): (Vec<usize>, Vec<usize>) = (0..regions.len()).partition(|index| is_closed(*index));
    let names =
        |indices: &[usize]| -> Vec<&str> { indices.iter().filter_map(|index| regions.get(*index)).copied().collect() };
    if !closed.is_empty() {
        verdict.pass(&output.origin, closed_by_policies(&names(&closed)));
    }
    if has_scp || !closed.is_empty() {
        verdict.warn(still_open(&names(&open)));
        return;
    }
    let by = |holds: fn(&[Truth]) -> bool| -> Vec<&str> {
        people.iter().filter(|(_, can)| holds(can)).map(|(name, _)| *name).collect()
    };
    let certain = by(|can| can.iter().all(|one| *one == Truth::Yes));
    let unclear = by(|can| can.contains(&Truth::Unclear));
    if certain.is_empty() && unclear.is_empty() {
        // Everybody is limited, each to other Regions.
        verdict.pass(&output.origin, still_open(regions));
    } else if certain.is_empty() {
        verdict.doubt(&output.origin, perhaps(&unclear));
    } else if let Some(words) = why_scp_is_open(verdict) {
        verdict.doubt(&output.origin, words);
    } else {
        verdict.fail(&output.origin, everywhere(&certain, regions.len()));
    }
}

/// Why a service control policy that cannot be seen here may close Regions; none if there is no such policy.
fn why_scp_is_open(verdict: &mut VerdictBuilder<'_>) -> Option<Text> {
    let mut is_known = false;
    for output in verdict.outputs("organizations describe-organization") {
        if output.error_code() == Some("AWSOrganizationsNotInUseException") && verdict.is_recent(&output.origin) {
            is_known = true;
        } else if let Some(organization) = verdict.json(output).and_then(|value| value.get("Organization")) {
            let own = verdict.facts.account.as_deref();
            match organization.words("MasterAccountId") {
                master if own == Some(master) => is_known = true,
                // Without all features an organisation has no SCPs.
                _ if organization.words("FeatureSet") == "CONSOLIDATED_BILLING" => is_known = true,
                _ => return Some(SCP_UNSEEN),
            }
        }
    }
    (!is_known).then_some(NO_ORGANIZATION)
}

/// Whether the details list all users, groups, roles and customer managed policies.
fn is_whole(output: &Output, value: &Json) -> bool {
    const KINDS: [&str; 4] = ["User", "Group", "Role", "LocalManagedPolicy"];
    let lists = HOLDERS.iter().map(|(list, ..)| *list).chain(["Policies"]);
    let has_all = lists.into_iter().all(|list| matches!(value.get(list), Some(Json::List(_))));
    let is_filtered = output.has_option("--filter")
        && !KINDS.iter().all(|kind| output.values("--filter").any(|value| value == *kind));
    let is_truncated = matches!(output.answer, Answer::Json { is_truncated: true, .. });
    has_all && !is_filtered && !is_truncated && !is_narrowed(output) && output.arg("--query").is_none()
}

/// Opt-in Regions that are enabled: a remark, since somebody may use them.
fn opted_in(verdict: &mut VerdictBuilder<'_>) {
    let mut regions: Vec<&str> = Vec::new();
    for output in verdict.outputs("account list-regions") {
        let rows = output.value().map(|value| value.items("Regions")).unwrap_or_default();
        let is_opted_in = |row: &&Json| row.words("RegionOptStatus") == "ENABLED";
        regions.extend(rows.iter().filter(is_opted_in).map(|row| row.words("RegionName")));
    }
    if !regions.is_empty() {
        let Words { ja, en } = limited(&regions);
        verdict.warn(say(
            format!("オプトインして有効にしたリージョン: {ja}。使っていなければ無効にしてください。"),
            format!("Regions that somebody opted in to: {en}. Disable those that nobody uses."),
        ));
    }
}

/// The first names, and how many more there are.
fn limited(names: &[&str]) -> Words {
    let list = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => Words { ja: list.clone(), en: list },
        more => Words { ja: format!("{list} ほか {more} 件"), en: format!("{list} and {more} more") },
    }
}

fn closed_by_scp(regions: &[&str]) -> Words {
    let Words { ja, en } = limited(regions);
    say(
        format!("サービスコントロールポリシー(SCP)で禁止されているリージョン: {ja}"),
        format!("Denied by a service control policy (SCP): {en}"),
    )
}

fn closed_by_policies(regions: &[&str]) -> Words {
    let Words { ja, en } = limited(regions);
    say(
        format!("どのユーザーも、人が引き受けるどのロールも、何も起動できないリージョン: {ja}"),
        format!("No user, and no role that people assume, can start anything in: {en}"),
    )
}

fn also_programs(names: &[&str]) -> Words {
    let Words { ja, en } = limited(names);
    say(
        format!(
            "プログラムが使うもののうち、次のものはインスタンスなどを起動できます: {ja}。使うリージョンに限れないか確かめてください。"
        ),
        format!(
            "Of what programs use, these can start instances and the like: {en}. See whether they can be limited to the Regions in use."
        ),
    )
}

fn still_open(regions: &[&str]) -> Words {
    let Words { ja, en } = limited(regions);
    say(
        format!("禁止されていないリージョン: {ja}。どれも使っているか確かめてください。"),
        format!("Not denied: {en}. See that each of them is in use."),
    )
}

fn everywhere(names: &[&str], regions: usize) -> Words {
    let Words { ja, en } = limited(names);
    say(
        format!(
            "{ja} は、有効な {regions} リージョンのどこでもインスタンスなどを起動できます。禁止されているリージョンはありません。"
        ),
        format!("In each of the {regions} enabled Regions {en} can start instances and the like: no Region is denied."),
    )
}

fn perhaps(names: &[&str]) -> Words {
    let Words { ja, en } = limited(names);
    say(
        format!(
            "{ja} のポリシーには、中身が分からないものか、このページで判定できない条件があるため、禁止されたリージョンがあるかどうか分かりません。"
        ),
        format!(
            "The policies of {en} are not known, or have conditions that this page cannot judge: it is not clear whether a Region is denied."
        ),
    )
}

const NO_DETAILS: Text = t(
    "get-account-authorization-details の出力がないため、IAM のポリシーを確認できません。この出力も入れてください。",
    "Without the output of get-account-authorization-details the IAM policies cannot be tried. Add it.",
);
const NO_REGIONS: Text = t(
    "有効なリージョンの一覧がないため、判定できません。account list-regions の出力も入れてください。",
    "Without a list of the enabled Regions this does not decide. Add the output of account list-regions.",
);
const PART: Text = t(
    "出力にユーザー、グループ、ロール、ポリシーの一部しかないため、全員については判定できません。確認のコマンドのまま取り直してください。",
    "A part of the users, groups, roles or policies only, so this does not tell of everybody. Run the check command as it is.",
);
const NOBODY: Text = t(
    "インスタンスなどを起動できるユーザーやロールが見つかりません。人がどこからサインインして作業しているか確かめてください。",
    "No user or role here can start anything. Find out how people come in to work.",
);
const SCP_UNSEEN: Text = t(
    "IAM のポリシーでは、どのリージョンも禁止されていません。組織の SCP で禁止されているかどうかは、メンバーアカウントからは見えません。組織の管理者に確認してください。",
    "No IAM policy denies a Region. Whether an SCP of the organisation does cannot be seen from a member account: ask its administrator.",
);
const NO_ORGANIZATION: Text = t(
    "IAM のポリシーでは、どのリージョンも禁止されていません。組織の SCP で禁止されているかもしれないため、organizations describe-organization の出力も入れてください。",
    "No IAM policy denies a Region. An SCP of an organisation may: add the output of organizations describe-organization.",
);
