//! `cloudtrail-multi-region`: does one multi-Region trail record all management events?

use super::partial::is_all;
use super::verdict_builder::{CONFLICT, VerdictBuilder, say};
use crate::base::i18n::{Text, t};
use crate::base::json::Json;
use crate::evidence::calls;
use crate::evidence::facts::Output;

pub(super) const TRAILS: &str = "cloudtrail describe-trails";
/// Options that show some trails only.
pub(super) const SOME: [&str; 2] = ["--trail-name-list", "--no-include-shadow-trails"];
/// Event sources that AWS lets a trail exclude to save costs.
const MAY_BE_EXCLUDED: [&str; 2] = ["kms.amazonaws.com", "rdsdata.amazonaws.com"];

/// How much of the management events the event selectors of a trail record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Selected {
    All,
    /// Only sources of [`MAY_BE_EXCLUDED`] are left out.
    WithExclusions,
    /// Other conditions leave something out.
    Limited,
    NotAll,
    /// No readable output shows it.
    Unknown,
}

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    for output in verdict.outputs(TRAILS) {
        let Some(trails) = verdict.list(output, "trailList") else {
            continue;
        };
        let multi: Vec<&Json> = trails.iter().filter(|trail| trail.flag("IsMultiRegionTrail") == Some(true)).collect();
        if multi.is_empty() {
            judge_without_multi_region(verdict, output, trails);
        }
        // One good trail is enough: the others do not matter then.
        let results: Vec<Result<bool, Rejection>> = multi.iter().map(|trail| look_at(verdict, trail)).collect();
        if let Some(with_exclusions) = results.iter().find_map(|result| result.as_ref().ok()) {
            verdict.pass(&output.origin, GOOD);
            if *with_exclusions {
                verdict.warn(EXCLUSIONS);
            }
            continue;
        }
        // A trail that cannot be judged may be the good one: no fail then.
        let is_open = results.iter().any(|result| matches!(result, Err(Rejection::Doubt(_))));
        for (trail, result) in multi.iter().zip(results) {
            if !is_open || matches!(result, Err(Rejection::Doubt(_))) {
                add_rejection(verdict, output, trail, result);
            }
        }
    }
}

/// Adds a fail for a list without a multi-Region trail, if the list is complete and readable.
fn judge_without_multi_region(verdict: &mut VerdictBuilder<'_>, output: &Output, trails: &[Json]) {
    if !is_all(verdict, output, &SOME) {
        return;
    }
    if trails.iter().any(|trail| trail.flag("IsMultiRegionTrail").is_none()) {
        verdict.doubt(&output.origin, UNREADABLE);
    } else if trails.iter().any(|trail| is_foreign(verdict, trail)) {
        verdict.doubt(&output.origin, FOREIGN_LIST);
    } else {
        verdict.fail(&output.origin, if trails.is_empty() { NO_TRAIL } else { NO_MULTI });
    }
}

/// Whether a trail belongs to an account that no other output belongs to. An organisation trail may belong to another
/// account and is not foreign.
pub(super) fn is_foreign(verdict: &VerdictBuilder<'_>, trail: &Json) -> bool {
    let account = calls::account_of(trail.words("TrailARN"));
    trail.flag("IsOrganizationTrail") != Some(true) && account.is_some_and(|account| verdict.facts.is_foreign(account))
}

/// Why a trail does not pass.
enum Rejection {
    Fail(Text),
    Doubt(Text),
}

fn add_rejection(verdict: &mut VerdictBuilder<'_>, output: &Output, trail: &Json, result: Result<bool, Rejection>) {
    let name = trail.words("Name");
    let words = |why: Text| say(format!("証跡 {name}: {}", why.ja), format!("Trail {name}: {}", why.en));
    match result {
        Err(Rejection::Fail(why)) => verdict.fail(&output.origin, words(why)),
        Err(Rejection::Doubt(why)) => verdict.doubt(&output.origin, words(why)),
        Ok(_) => {}
    }
}

/// Judges a multi-Region trail: `true` if it passes with exclusions, `false` without, or why it does not pass.
fn look_at(verdict: &mut VerdictBuilder<'_>, trail: &Json) -> Result<bool, Rejection> {
    if is_foreign(verdict, trail) {
        return Err(Rejection::Doubt(FOREIGN));
    }
    let statuses: Vec<&Json> = of_trail(verdict, "cloudtrail get-trail-status", "--name", trail)
        .into_iter()
        .filter_map(|output| verdict.json(output))
        .collect();
    let has = |logging: bool| statuses.iter().any(|status| status.flag("IsLogging") == Some(logging));
    let (on, off) = (has(true), has(false));
    match (on, off, selected_by(verdict, trail)) {
        (true, true, _) => Err(Rejection::Doubt(CONFLICT)),
        (false, true, _) => Err(Rejection::Fail(NOT_LOGGING)),
        (_, _, Selected::NotAll) => Err(Rejection::Fail(NOT_ALL)),
        (false, false, _) if trail.flag("IsOrganizationTrail") == Some(true) => Err(Rejection::Doubt(ORGANISATION)),
        (false, false, _) => Err(Rejection::Doubt(NO_STATUS)),
        _ if statuses.iter().any(|status| !status.words("LatestDeliveryError").is_empty()) => {
            Err(Rejection::Doubt(NOT_DELIVERED))
        }
        (_, _, Selected::Unknown) => Err(Rejection::Doubt(NO_SELECTORS)),
        (_, _, Selected::Limited) => Err(Rejection::Doubt(LIMITED)),
        (_, _, Selected::All) => Ok(false),
        (_, _, Selected::WithExclusions) => Ok(true),
    }
}

/// The outputs of a call about this trail, whose requests name its ARN or name; without either, the only output.
fn of_trail<'a>(verdict: &VerdictBuilder<'a>, call: &'static str, option: &str, trail: &Json) -> Vec<&'a Output> {
    let (arn, name) = (trail.words("TrailARN"), trail.words("Name"));
    let all_trails = || verdict.outputs(TRAILS).filter_map(Output::value).flat_map(|value| value.items("trailList"));
    // Another Region may have another trail of this name; there only the ARN identifies this one.
    let is_ambiguous = all_trails().any(|other| other.words("Name") == name && other.words("TrailARN") != arn);
    let is_by_name = |output: &Output| match output.region.as_deref() {
        Some(region) => region == trail.words("HomeRegion"),
        None => !is_ambiguous,
    };
    let is_it = |output: &&Output| {
        let about = arn_in(output).or_else(|| output.about(option));
        about.is_some_and(|about| about == arn || (about == name && is_by_name(output)))
    };
    let found: Vec<&Output> = verdict.outputs(call).filter(is_it).collect();
    if !found.is_empty() {
        return found;
    }
    let is_nameless = |output: &&Output| output.about(option).is_none() && arn_in(output).is_none();
    let mut all = verdict.outputs(call);
    let only = all.next().filter(is_nameless);
    let is_alone = all.next().is_none() && all_trails().count() == 1;
    only.filter(|_| is_alone).into_iter().collect()
}

/// The ARN of the trail in the output itself.
fn arn_in(output: &Output) -> Option<&str> {
    Some(output.value()?.words("TrailARN")).filter(|arn| !arn.is_empty())
}

fn selected_by(verdict: &mut VerdictBuilder<'_>, trail: &Json) -> Selected {
    let outputs = of_trail(verdict, "cloudtrail get-event-selectors", "--trail-name", trail);
    let mut all = outputs
        .into_iter()
        .map(|output| verdict.json(output).map_or(Selected::Unknown, |value| selected(output, value)));
    match all.next() {
        // A trail without custom event selectors records all management events.
        None if trail.flag("HasCustomEventSelectors") == Some(false) => Selected::All,
        None => Selected::Unknown,
        Some(first) if all.all(|other| other == first) => first,
        Some(_) => Selected::Unknown,
    }
}

fn selected(output: &Output, value: &Json) -> Selected {
    if output.has_option("--query") {
        return Selected::Unknown;
    }
    let selectors = [value.items("AdvancedEventSelectors"), value.items("EventSelectors")];
    match selectors {
        [[], []] => Selected::Unknown,
        [[], basic] => combined(basic.iter().map(of_basic)),
        [advanced, _] => combined(advanced.iter().map(of_advanced)),
    }
}

/// What one selector records.
struct Recorded {
    reads: bool,
    writes: bool,
    reach: Selected,
}

/// A trail records what any of its selectors records.
fn combined(parts: impl Iterator<Item = Option<Recorded>>) -> Selected {
    let Some(parts) = parts.collect::<Option<Vec<Recorded>>>() else {
        return Selected::Unknown;
    };
    let mut counted: Vec<&Recorded> = Vec::new();
    for reach in [Selected::All, Selected::WithExclusions, Selected::Limited] {
        counted.extend(parts.iter().filter(|part| part.reach == reach));
        if counted.iter().any(|part| part.reads) && counted.iter().any(|part| part.writes) {
            return reach;
        }
    }
    Selected::NotAll
}

fn of_basic(selector: &Json) -> Option<Recorded> {
    let is_on = selector.flag("IncludeManagementEvents")?;
    let (reads, writes) = match selector.words("ReadWriteType") {
        "All" => (is_on, is_on),
        "ReadOnly" => (is_on, false),
        "WriteOnly" => (false, is_on),
        _ => return None,
    };
    Some(Recorded { reads, writes, reach: reach_without(selector.items("ExcludeManagementEventSources")) })
}

fn reach_without(sources: &[Json]) -> Selected {
    let may_be = |source: &Json| source.as_text().is_some_and(|source| MAY_BE_EXCLUDED.contains(&source));
    match sources {
        [] => Selected::All,
        some if some.iter().all(may_be) => Selected::WithExclusions,
        _ => Selected::Limited,
    }
}

fn of_advanced(selector: &Json) -> Option<Recorded> {
    let fields = selector.items("FieldSelectors");
    let of_field = |name: &'static str| fields.iter().filter(move |field| field.words("Field") == name);
    let equals = |name: &'static str, wanted: &str| {
        of_field(name).any(|field| field.texts("Equals").any(|value| value == wanted))
    };
    // Each selector names one event category.
    of_field("eventCategory").next()?;
    let is_on = equals("eventCategory", "Management");
    let is_limited = of_field("readOnly").next().is_some();
    let reads = is_on && (!is_limited || equals("readOnly", "true"));
    let writes = is_on && (!is_limited || equals("readOnly", "false"));
    let mut reach = Selected::All;
    for field in fields.iter().filter(|field| !matches!(field.words("Field"), "eventCategory" | "readOnly")) {
        // Any other field leaves out events; only `NotEquals` lists which.
        let keys = if let Json::Object(keys) = field { keys.as_slice() } else { &[] };
        let is_exclusion = keys.iter().all(|(key, _)| matches!(key.as_str(), "Field" | "NotEquals"));
        let left_out = field.items("NotEquals");
        if field.words("Field") == "eventSource" && is_exclusion && reach_without(left_out) == Selected::WithExclusions
        {
            reach = if reach == Selected::All { Selected::WithExclusions } else { reach };
        } else {
            reach = Selected::Limited;
        }
    }
    Some(Recorded { reads, writes, reach })
}

const GOOD: Text = t(
    "マルチリージョンの証跡が、読み取りと書き込みの管理イベントを記録しています。",
    "A multi-Region trail records read and write management events.",
);
const EXCLUSIONS: Text = t(
    "一部のイベントソースが除外されています(Security Hub の CloudTrail.1 は、除外がないことを求めています)。",
    "Some event sources are excluded (CloudTrail.1 of Security Hub wants no exclusions).",
);
const NO_TRAIL: Text = t(
    "マルチリージョンの証跡がありません(ほかの 1 つのリージョンだけの証跡は、この一覧に出ません)。",
    "There is no multi-Region trail (a trail of one other Region only would not be in this list).",
);
const NO_MULTI: Text = t("マルチリージョンの証跡がありません。", "No trail is a multi-Region trail.");
const UNREADABLE: Text =
    t("IsMultiRegionTrail を読み取れない証跡があります。", "IsMultiRegionTrail of a trail cannot be read.");
const FOREIGN_LIST: Text =
    t("ほかの出力とは別のアカウントの証跡の一覧です。", "The trails belong to another account than the other files.");
const FOREIGN: Text =
    t("ほかの出力とは別のアカウントの証跡です。", "it belongs to another account than the other files.");
const NOT_DELIVERED: Text = t(
    "ログをバケットに届けられていません(LatestDeliveryError)。バケットとそのポリシーを確認してください。",
    "its logs do not arrive in the bucket (LatestDeliveryError). See the bucket and its policy.",
);
const LIMITED: Text = t(
    "イベントセレクターに、KMS と RDS Data API の除外のほかにも条件があります。漏れがないか確認してください。",
    "its event selectors have more conditions than leaving out KMS and the RDS Data API. See what they leave out.",
);
const NOT_LOGGING: Text = t("記録が止まっています(IsLogging: false)。", "it is not logging (IsLogging: false).");
const NOT_ALL: Text = t(
    "読み取りと書き込みの両方の管理イベントを記録していません。",
    "it does not record both read and write management events.",
);
const ORGANISATION: Text = t(
    "組織の証跡です。組織の管理アカウントで get-trail-status を実行してください。",
    "it belongs to the organisation. Run get-trail-status in its management account.",
);
const NO_STATUS: Text = t(
    "get-trail-status の出力がないため、記録中かどうか分かりません。この出力も入れてください。",
    "without the output of get-trail-status it is not clear whether it is logging. Add it.",
);
const NO_SELECTORS: Text = t(
    "get-event-selectors の出力がないため、何を記録しているか分かりません。この出力も入れてください。",
    "without the output of get-event-selectors it is not clear what it records. Add it.",
);
