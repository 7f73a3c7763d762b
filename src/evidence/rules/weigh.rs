//! Weighs what a rule finds: a fail beats a doubt, a doubt beats a pass, and nothing said is no verdict.
//!
//! **Invariant:** never a pass by absence. Whoever reads an output through [`Weigh::json`] or
//! [`Weigh::in_regions`] gets a doubt for whatever is refused, cut off, out of date or missing.

use crate::evidence::facts::{Answer, Facts, Format, Origin, Output};
use crate::evidence::{Outcome, Verdict, calls};
use crate::i18n::{Text, Words};
use crate::json::Json;
use crate::time::Timestamp;
use std::collections::BTreeSet;

/// How old evidence may be to be taken as today's state, in days.
const FRESH_DAYS: i64 = 7;
/// How many missing Regions are named.
const NAMED: usize = 5;
/// How many reasons of one kind are told one by one.
const TOLD: usize = 30;

/// What a rule said so far.
pub(super) struct Weigh<'a> {
    /// Everything that was read.
    pub facts: &'a Facts,
    /// Now.
    pub now: Timestamp,
    passes: Vec<Said>,
    fails: Vec<Said>,
    doubts: Vec<Said>,
    warnings: Vec<Words>,
    regions: Vec<String>,
    needs_person: bool,
    is_one_fact: bool,
}

struct Said {
    words: Words,
    origin: Option<Origin>,
}

/// Words put together at run time, Japanese first.
pub(super) fn say(ja: String, en: String) -> Words {
    Words { ja, en }
}

impl<'a> Weigh<'a> {
    pub fn new(facts: &'a Facts, now: Timestamp) -> Weigh<'a> {
        Weigh {
            facts,
            now,
            passes: Vec::new(),
            fails: Vec::new(),
            doubts: Vec::new(),
            warnings: Vec::new(),
            regions: Vec::new(),
            needs_person: false,
            is_one_fact: false,
        }
    }

    /// In order, as far as this goes.
    pub fn pass(&mut self, origin: &Origin, words: impl Into<Words>) {
        self.passes.push(Said { words: words.into(), origin: Some(origin.clone()) });
    }

    /// Not in order.
    pub fn fail(&mut self, origin: &Origin, words: impl Into<Words>) {
        self.fails.push(Said { words: words.into(), origin: Some(origin.clone()) });
    }

    /// Cannot tell, because of this output.
    pub fn doubt(&mut self, origin: &Origin, words: impl Into<Words>) {
        self.doubts.push(Said { words: words.into(), origin: Some(origin.clone()) });
    }

    /// Cannot tell, because something is not there.
    pub fn missing(&mut self, words: impl Into<Words>) {
        self.doubts.push(Said { words: words.into(), origin: None });
    }

    /// To be told beside the verdict; decides nothing.
    pub fn warn(&mut self, words: impl Into<Words>) {
        self.warnings.push(words.into());
    }

    /// Where everything is in order, the rest is a person's word: unknown, and the page asks the control's question.
    pub fn ask_person(&mut self) {
        self.needs_person = true;
    }

    /// Everything said is about one and the same thing (the root user's MFA): a pass beside a fail is then a
    /// contradiction, for the person to settle, and not two different things.
    pub fn is_about_one_fact(&mut self) {
        self.is_one_fact = true;
    }

    /// The outputs of a call.
    pub fn outputs(&self, call: &'a str) -> impl Iterator<Item = &'a Output> + use<'a> {
        self.facts.outputs(call)
    }

    /// Whether any of these calls was given, as output or as error.
    pub fn has_any(&self, calls: &[&str]) -> bool {
        self.facts.outputs.iter().any(|output| calls.contains(&output.call))
    }

    /// What a command printed, if it can be judged; a doubt that says why not, otherwise. Errors that are an
    /// answer must be looked at before, with [`Output::error_code`].
    pub fn json(&mut self, output: &'a Output) -> Option<&'a Json> {
        match &output.answer {
            Answer::Error(error) => {
                self.doubt(&output.origin, refused(output, &error.code));
                None
            }
            Answer::Json { value, is_truncated } => self.is_fresh(&output.origin).then(|| {
                if *is_truncated {
                    self.doubt(&output.origin, more_to_come(output));
                }
                value
            }),
        }
    }

    /// The list in what a command printed; as [`Weigh::json`], and a doubt where there is none.
    pub fn list(&mut self, output: &'a Output, key: &str) -> Option<&'a [Json]> {
        let value = self.json(output)?;
        if let Some(Json::List(items)) = value.get(key) {
            return Some(items);
        }
        let (call, region) = (output.call, of_region(output));
        self.doubt(
            &output.origin,
            say(
                format!("{call}{region} の出力に {key} の一覧がありません。対策のページのコマンドをそのまま実行し、出力全体を入れてください。"),
                format!("The output of {call}{region} has no list {key}. Run the command of the control's page as it is and hand over the whole output."),
            ),
        );
        None
    }

    /// Whether something was collected lately; a doubt, otherwise. What carries no time is taken as of today.
    pub fn is_fresh(&mut self, origin: &Origin) -> bool {
        let Some(at) = origin.collected_at else {
            return true;
        };
        if self.is_recent(origin) {
            return true;
        }
        self.doubt(origin, out_of_date(origin, at, self.now.days_since(at)));
        false
    }

    /// As [`Weigh::is_fresh`], without a word.
    pub fn is_recent(&self, origin: &Origin) -> bool {
        origin.collected_at.is_none_or(|at| (-1..=FRESH_DAYS).contains(&self.now.days_since(at)))
    }

    /// Hands over the outputs of a regional call one by one, errors that may be an answer included (read with
    /// [`Weigh::json`]), with the Region's name, and adds a doubt for Regions that are missing. Says nothing at all
    /// where the call was not given.
    pub fn in_regions(&mut self, call: &'static str, mut look: impl FnMut(&mut Self, &'a Output, &str)) {
        let facts = self.facts;
        let mut seen: Vec<&str> = Vec::new();
        let mut has_nameless = false;
        let mut is_given = false;
        for output in facts.outputs(call) {
            is_given = true;
            if self.is_elsewhere(output) {
                continue;
            }
            match output.region.as_deref() {
                Some(region) => seen.push(region),
                None => has_nameless = true,
            }
            look(self, output, output.region.as_deref().unwrap_or("?"));
        }
        if !is_given {
            return;
        }
        if has_nameless {
            self.missing(say(
                format!("{call} の出力に、どのリージョンのものか分からないものがあります。対策のページで、実行したコマンドの下に貼り付けるか、ファイル名にリージョンを入れてください(例: {}_us-east-1.json)。", file_name(call)),
                format!("It is not clear which Region some output of {call} is of. Paste it under its command on the control's page, or put the Region into the file's name ({}_us-east-1.json).", file_name(call)),
            ));
        }
        self.cover(call, &seen);
    }

    /// Whether an output names another Region than the one that it was handed over for; a doubt then.
    pub fn is_elsewhere(&mut self, output: &Output) -> bool {
        let own = output.value().and_then(|value| calls::place(calls::find(output.call)?, value).0);
        let (Some(own), Some(region)) = (own, output.region.as_deref()) else {
            return false;
        };
        if own == region {
            return false;
        }
        let call = output.call;
        self.doubt(
            &output.origin,
            say(
                format!("{call} の出力は {region} のものとして渡されましたが、中身は {own} のものです。"),
                format!("The output of {call} was handed over for {region}, but it is of {own}."),
            ),
        );
        true
    }

    /// Notes the Regions that were looked at, and doubts those that were not.
    pub fn cover(&mut self, what: &str, seen: &[&str]) {
        let facts = self.facts;
        let Some(enabled) = facts.enabled_regions(|output| self.is_recent(&output.origin)) else {
            self.remember(seen.iter().copied());
            let is_given = facts.region_lists().next().is_some();
            self.missing(if is_given { PART_OF_REGIONS } else { NO_REGION_LIST });
            return;
        };
        self.remember(seen.iter().copied().filter(|region| enabled.contains(region)));
        let missing: Vec<&str> = enabled.into_iter().filter(|region| !seen.contains(region)).collect();
        if !missing.is_empty() {
            let (named, rest) = (
                missing.iter().take(NAMED).copied().collect::<Vec<_>>().join(", "),
                missing.len().saturating_sub(NAMED),
            );
            let (more_ja, more_en) = match rest {
                0 => (String::new(), String::new()),
                rest => (format!("、ほか {rest} リージョン"), format!(" and {rest} more")),
            };
            self.missing(say(
                format!("{what} の結果がないリージョンがあります: {named}{more_ja}"),
                format!("There is no result of {what} for: {named}{more_en}"),
            ));
        }
    }

    fn remember<'r>(&mut self, regions: impl Iterator<Item = &'r str>) {
        self.regions.extend(regions.map(str::to_owned));
    }

    /// The verdict; none where nothing was looked at.
    pub fn verdict(mut self, control: &str) -> Option<Verdict> {
        let is_looked_at =
            [&self.passes, &self.fails, &self.doubts].into_iter().flatten().any(|said| said.origin.is_some());
        if !is_looked_at {
            return None;
        }
        let is_conflict = self.is_one_fact && !self.passes.is_empty() && !self.fails.is_empty();
        let (outcome, order) = if is_conflict {
            self.fails.append(&mut self.passes);
            (Outcome::Unknown, [self.fails, self.doubts])
        } else if self.fails.is_empty() {
            let outcome = if self.doubts.is_empty() && !self.needs_person && !self.passes.is_empty() {
                Outcome::Pass
            } else {
                Outcome::Unknown
            };
            (outcome, [self.doubts, self.passes])
        } else {
            (Outcome::Fail, [self.fails, self.doubts])
        };
        let asks = outcome == Outcome::Unknown && order.first().is_some_and(Vec::is_empty);
        let source = order.iter().flatten().find_map(|said| said.origin.clone())?;
        let mut reasons: Vec<Words> = is_conflict.then(|| CONFLICT.into()).into_iter().collect();
        for said in order {
            let mut known = BTreeSet::new();
            let words = said.into_iter().map(|said| said.words);
            tell(words.filter(|words| known.insert(words.clone())).collect(), &mut reasons);
        }
        tell(self.warnings, &mut reasons);
        self.regions.sort_unstable();
        self.regions.dedup();
        Some(Verdict {
            control: control.to_owned(),
            outcome,
            reasons,
            source,
            regions: self.regions,
            asks,
            is_conflict,
        })
    }
}

pub(super) const CONFLICT: Text = Text {
    ja: "入れた内容が互いに食い違っています。取得した時点が違うか、確認している内容が違います。取り直すか、どちらが正しいかを確かめて選んでください。",
    en: "The sources contradict each other: they are of different times, or look at different things. Get them again, or find out which one is right and choose.",
};

/// Adds reasons, the first of them one by one.
fn tell(words: Vec<Words>, reasons: &mut Vec<Words>) {
    let rest = words.len().saturating_sub(TOLD);
    reasons.extend(words.into_iter().take(TOLD));
    if rest > 0 {
        reasons.push(say(format!("ほかに {rest} 件あります。"), format!("And {rest} more.")));
    }
}

const NO_REGION_LIST: Text = Text {
    ja: "有効なリージョンの一覧がないため、すべてのリージョンを確認できたか分かりません。aws account list-regions の出力も入れてください。",
    en: "Without the list of enabled Regions it is not clear whether all were looked at. Add the output of aws account list-regions.",
};

const PART_OF_REGIONS: Text = Text {
    ja: "リージョンの一覧が古いか、一部だけなので、すべてのリージョンを確認できたか分かりません。aws account list-regions --region-opt-status-contains ENABLED ENABLED_BY_DEFAULT の出力を取り直してください。",
    en: "The list of enabled Regions is out of date or only a part, so it is not clear whether all were looked at. Get the output of aws account list-regions --region-opt-status-contains ENABLED ENABLED_BY_DEFAULT again.",
};

/// How a file of this call's output may be named.
fn file_name(call: &str) -> String {
    call.replace(' ', "_")
}

/// `(ap-northeast-1)` where the Region is known.
fn of_region(output: &Output) -> String {
    output.region.as_ref().map(|region| format!(" ({region})")).unwrap_or_default()
}

fn refused(output: &Output, code: &str) -> Words {
    let (call, region) = (output.call, of_region(output));
    match code {
        "AccessDenied" | "AccessDeniedException" | "UnauthorizedOperation" | "AuthorizationError" | "403" => say(
            format!(
                "AWS が {call}{region} を拒否しました({code})。このコマンドの権限を持つ人に実行してもらってください。"
            ),
            format!("AWS refused {call}{region} ({code}). Ask somebody who has this permission to run it."),
        ),
        "Throttling" | "ThrottlingException" | "RequestLimitExceeded" | "TooManyRequestsException" => say(
            format!(
                "{call}{region} は、呼び出しの回数が多すぎて拒否されました({code})。少し待って実行し直してください。"
            ),
            format!(
                "{call}{region} was turned away because of too many calls ({code}). Wait a little and run it again."
            ),
        ),
        "ReportNotPresent" | "ReportExpired" | "ReportInProgress" => say(
            format!(
                "使えるレポートがありません({code})。aws iam generate-credential-report を実行し、少し待ってから取り直してください。"
            ),
            format!(
                "There is no report to use ({code}). Run aws iam generate-credential-report, wait a little, and fetch it again."
            ),
        ),
        // A Region without the service looks the same as a broken connection: only a person can tell.
        "EndpointConnectionError" => {
            let service = call.split(' ').next().unwrap_or(call);
            say(
                format!(
                    "{call}{region} は AWS に接続できませんでした。ネットワークを確かめて、実行し直してください。このリージョンで {service} が提供されていない場合も、この出力からは区別できません。"
                ),
                format!(
                    "{call}{region} could not connect to AWS. Check the network and run it again. If the Region does not offer {service}, this output looks the same."
                ),
            )
        }
        _ => say(
            format!(
                "{call}{region} はエラーで終わりました({code})。この出力では判定できません。エラーの内容を確かめて、実行し直してください。"
            ),
            format!(
                "{call}{region} ended with an error ({code}). It cannot be judged by this output. See what the error says and run it again."
            ),
        ),
    }
}

fn more_to_come(output: &Output) -> Words {
    let (call, region) = (output.call, of_region(output));
    say(
        format!("{call}{region} の出力には続きがあります(NextToken など)。すべての結果を取得してください。"),
        format!("The output of {call}{region} says that there is more (NextToken or the like). Get all of it."),
    )
}

fn out_of_date(origin: &Origin, at: Timestamp, days: i64) -> Words {
    let date = at.date();
    let (ja, en) = match origin.format {
        Format::CredentialReport => ("レポート", "report"),
        Format::AwsCli | Format::EvidenceBundle | Format::SecurityHub | Format::SecurityHubCsv | Format::Prowler => {
            ("出力", "output")
        }
    };
    if days < 0 {
        return say(
            format!("{ja}の日付({date})が未来になっています。このパソコンの時計を確認し、取り直してください。"),
            format!("The date of the {en} ({date}) lies in the future. Check this computer's clock and get it again."),
        );
    }
    let again = match origin.format {
        Format::CredentialReport => (
            "aws iam generate-credential-report で作り直してください。",
            "Make a new one with aws iam generate-credential-report.",
        ),
        Format::AwsCli | Format::EvidenceBundle | Format::SecurityHub | Format::SecurityHubCsv | Format::Prowler => {
            ("取り直してください。", "Get it again.")
        }
    };
    say(
        format!("{ja}は {date} のもので、{days} 日前の状態です。{}", again.0),
        format!("The {en} is of {date}, {days} days ago. {}", again.1),
    )
}
