//! `cloudtrail-multi-region`: does one multi-Region trail record all management events?

use super::weigh::{Weigh, say};
use crate::evidence::facts::Output;
use crate::i18n::{Text, t};
use crate::json::Json;

/// How far a trail's event selectors reach.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Selected {
    All,
    /// Some sources are left out, as many do to save money.
    WithExclusions,
    NotAll,
    /// There is no output to see it.
    Unknown,
}

pub(super) fn judge(w: &mut Weigh<'_>) {
    for output in w.outputs("cloudtrail describe-trails") {
        let Some(value) = w.json(output) else {
            continue;
        };
        let Some(Json::List(trails)) = value.get("trailList") else {
            w.doubt(&output.origin, UNREADABLE);
            continue;
        };
        let multi: Vec<&Json> = trails.iter().filter(|trail| trail.flag("IsMultiRegionTrail") == Some(true)).collect();
        if multi.is_empty() {
            w.fail(&output.origin, if trails.is_empty() { NO_TRAIL } else { NO_MULTI });
        }
        // One good trail is enough: the others do not matter then.
        let results: Vec<Result<bool, Found>> = multi.iter().map(|trail| look_at(w, trail)).collect();
        if let Some(with_exclusions) = results.iter().find_map(|result| result.as_ref().ok()) {
            w.pass(&output.origin, GOOD);
            if *with_exclusions {
                w.warn(EXCLUSIONS);
            }
            continue;
        }
        for (trail, result) in multi.iter().zip(results) {
            tell(w, output, trail, result);
        }
    }
}

/// Why a trail does not do.
enum Found {
    Fail(Text),
    Doubt(Text),
}

fn tell(w: &mut Weigh<'_>, output: &Output, trail: &Json, result: Result<bool, Found>) {
    let name = trail.words("Name");
    let words = |why: Text| say(format!("証跡 {name}: {}", why.ja), format!("Trail {name}: {}", why.en));
    match result {
        Err(Found::Fail(why)) => w.fail(&output.origin, words(why)),
        Err(Found::Doubt(why)) => w.doubt(&output.origin, words(why)),
        Ok(_) => {}
    }
}

/// Whether a multi-Region trail does: with exclusions or without.
fn look_at(w: &mut Weigh<'_>, trail: &Json) -> Result<bool, Found> {
    let status = of_trail(w, "cloudtrail get-trail-status", "--name", trail);
    let logging = status.and_then(|output| Some(w.json(output)?.flag("IsLogging")));
    let selected = match of_trail(w, "cloudtrail get-event-selectors", "--trail-name", trail) {
        // Without selectors of its own a trail records all management events.
        None if trail.flag("HasCustomEventSelectors") == Some(false) => Selected::All,
        None => Selected::Unknown,
        Some(output) => w.json(output).map_or(Selected::Unknown, selected),
    };
    match (logging.flatten(), selected) {
        (Some(false), _) => Err(Found::Fail(NOT_LOGGING)),
        (_, Selected::NotAll) => Err(Found::Fail(NOT_ALL)),
        (None, _) if trail.flag("IsOrganizationTrail") == Some(true) => Err(Found::Doubt(ORGANISATION)),
        (None, _) => Err(Found::Doubt(NO_STATUS)),
        (Some(true), Selected::Unknown) => Err(Found::Doubt(NO_SELECTORS)),
        (Some(true), Selected::All) => Ok(false),
        (Some(true), Selected::WithExclusions) => Ok(true),
    }
}

/// The output of a command about this trail, asked by ARN or by name; without either, the only one there is.
fn of_trail<'a>(w: &Weigh<'a>, call: &'static str, option: &str, trail: &Json) -> Option<&'a Output> {
    let (arn, name) = (trail.words("TrailARN"), trail.words("Name"));
    let is_it = |output: &&Output| {
        let about = output.about(option).or_else(|| arn_in(output));
        about.is_some_and(|about| about == arn || about == name)
    };
    w.outputs(call).find(is_it).or_else(|| {
        let mut all = w.outputs(call);
        let only = all.next().filter(|output| output.about(option).is_none())?;
        let trails = w.outputs("cloudtrail describe-trails").filter_map(Output::value);
        let is_alone = trails.flat_map(|value| value.items("trailList")).count() == 1;
        (all.next().is_none() && is_alone && arn_in(only).is_none()).then_some(only)
    })
}

/// The trail that an output names by itself.
fn arn_in(output: &Output) -> Option<&str> {
    Some(output.value()?.words("TrailARN")).filter(|arn| !arn.is_empty())
}

fn selected(value: &Json) -> Selected {
    let advanced = value.items("AdvancedEventSelectors");
    if !advanced.is_empty() {
        return of_advanced(advanced);
    }
    let mut best = Selected::NotAll;
    for selector in value.items("EventSelectors") {
        if selector.flag("IncludeManagementEvents") == Some(true) && selector.words("ReadWriteType") == "All" {
            if selector.items("ExcludeManagementEventSources").is_empty() {
                return Selected::All;
            }
            best = Selected::WithExclusions;
        }
    }
    best
}

fn of_advanced(selectors: &[Json]) -> Selected {
    let (mut reads, mut writes, mut excludes) = (false, false, false);
    for selector in selectors {
        let fields = selector.items("FieldSelectors");
        let equals = |field: &str, wanted: &str| {
            let mut of_field = fields.iter().filter(|selector| selector.words("Field") == field);
            of_field.any(|selector| selector.texts("Equals").any(|value| value == wanted))
        };
        if !equals("eventCategory", "Management") {
            continue;
        }
        let is_limited = fields.iter().any(|selector| selector.words("Field") == "readOnly");
        reads |= !is_limited || equals("readOnly", "true");
        writes |= !is_limited || equals("readOnly", "false");
        // Any other field leaves something out.
        excludes |= fields.iter().any(|selector| !matches!(selector.words("Field"), "eventCategory" | "readOnly"));
    }
    match (reads && writes, excludes) {
        (false, _) => Selected::NotAll,
        (true, false) => Selected::All,
        (true, true) => Selected::WithExclusions,
    }
}

const GOOD: Text = t(
    "マルチリージョンの証跡が、読み取りと書き込みの管理イベントを記録しています。",
    "A multi-Region trail records read and write management events.",
);
const EXCLUSIONS: Text = t(
    "一部のイベントソースが除外されています(Security Hub の CloudTrail.1 は、除外がないことを求めています)。",
    "Some event sources are excluded (CloudTrail.1 of Security Hub wants no exclusions).",
);
const NO_TRAIL: Text = t("証跡が 1 つもありません。", "There is no trail.");
const NO_MULTI: Text = t("マルチリージョンの証跡がありません。", "No trail is a multi-Region trail.");
const UNREADABLE: Text = t(
    "出力に trailList がありません。出力全体を入れてください。",
    "The output has no trailList. Hand over the whole output.",
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
