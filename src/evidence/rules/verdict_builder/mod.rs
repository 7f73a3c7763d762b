//! Weighs what a rule finds: a fail beats a doubt, a doubt beats a pass, and nothing said is no verdict.
//!
//! **Invariant:** never a pass by absence. Whoever reads an output through [`VerdictBuilder::json`] or
//! [`VerdictBuilder::in_regions`] gets a doubt for whatever is refused, cut off, out of date or missing.

mod regions;
mod words;

use crate::base::i18n::{Text, Words};
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::evidence::facts::{Answer, Facts, Origin, Output};
use crate::evidence::posture::Posture;
use crate::evidence::verdict::{Outcome, Verdict};
use std::collections::BTreeSet;
pub(super) use words::{NO_REGION, say};
use words::{more_to_come, narrowed, of_region, out_of_date, refused, with_region};

/// How old evidence may be to be taken as today's state, in days.
const FRESH_DAYS: i64 = 7;
/// How many reasons of one kind are told one by one.
const TOLD: usize = 30;

/// What a rule said so far.
pub(super) struct VerdictBuilder<'a> {
    /// Everything that was read.
    pub facts: &'a Facts,
    /// What the findings of Security Hub say together; none without any, or for a scanner's own verdict.
    pub posture: Option<&'a Posture>,
    /// Now.
    pub now: Timestamp,
    passes: Vec<Reason>,
    fails: Vec<Reason>,
    doubts: Vec<Reason>,
    warnings: Vec<Words>,
    regions: Vec<String>,
    closed: BTreeSet<&'a str>,
    needs_person: bool,
    is_one_fact: bool,
}

struct Reason {
    words: Words,
    origin: Option<Origin>,
}

/// Not inlined: rules say something in hundreds of places.
#[inline(never)]
fn push_reason(list: &mut Vec<Reason>, words: Words, origin: Option<&Origin>) {
    list.push(Reason { words, origin: origin.cloned() });
}

impl<'a> VerdictBuilder<'a> {
    pub fn new(facts: &'a Facts, now: Timestamp) -> VerdictBuilder<'a> {
        VerdictBuilder {
            facts,
            posture: None,
            now,
            passes: Vec::new(),
            fails: Vec::new(),
            doubts: Vec::new(),
            warnings: Vec::new(),
            regions: Vec::new(),
            closed: facts.closed_regions(),
            needs_person: false,
            is_one_fact: false,
        }
    }

    /// In order, as far as this goes.
    pub fn pass(&mut self, origin: &Origin, words: impl Into<Words>) {
        push_reason(&mut self.passes, words.into(), Some(origin));
    }

    /// Not in order.
    pub fn fail(&mut self, origin: &Origin, words: impl Into<Words>) {
        push_reason(&mut self.fails, words.into(), Some(origin));
    }

    /// Cannot tell, because of this output.
    pub fn doubt(&mut self, origin: &Origin, words: impl Into<Words>) {
        push_reason(&mut self.doubts, words.into(), Some(origin));
    }

    /// Cannot tell, because something is not there.
    pub fn missing(&mut self, words: impl Into<Words>) {
        push_reason(&mut self.doubts, words.into(), None);
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
                if let Some(by) = output.narrowed_by() {
                    self.doubt(&output.origin, narrowed(output, by));
                }
                value
            }),
        }
    }

    /// A doubt for every output that the rule has looked at and that may be a part, even where it only looked something
    /// up there.
    pub fn doubt_narrowed(&mut self) {
        for output in self.facts.narrowed() {
            if let Some(by) = output.narrowed_by() {
                self.doubt(&output.origin, narrowed(output, by));
            }
        }
    }

    /// The list in what a command printed; as [`VerdictBuilder::json`], and a doubt where there is none.
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

    /// Whether something was collected lately; a doubt, otherwise. What carries no time is as old as its file; what is
    /// no file is taken as of today.
    pub fn is_fresh(&mut self, origin: &Origin) -> bool {
        if self.is_recent(origin) {
            return true;
        }
        if let Some(at) = origin.collected_at.or(origin.changed_at) {
            self.doubt(origin, out_of_date(origin, at, self.now.days_since(at)));
        }
        false
    }

    /// As [`VerdictBuilder::is_fresh`], without a word.
    pub fn is_recent(&self, origin: &Origin) -> bool {
        let age = |at: Timestamp| self.now.days_since(at);
        match origin.collected_at {
            Some(at) => (-1..=FRESH_DAYS).contains(&age(at)),
            // A copy of a file may be younger than what is in it, never older.
            None => origin.changed_at.is_none_or(|at| age(at) <= FRESH_DAYS),
        }
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
        // The date of the file has served its purpose: what the evidence itself says is what is kept.
        let source = Origin { changed_at: None, ..source };
        let mut reasons: Vec<Words> = is_conflict.then(|| CONFLICT.into()).into_iter().collect();
        for said in order {
            let mut known = BTreeSet::new();
            let words = said.into_iter().map(|said| said.words);
            push_limited(words.filter(|words| known.insert(words.clone())).collect(), &mut reasons);
        }
        push_limited(self.warnings, &mut reasons);
        let reasons = reasons.into_iter().map(with_region).collect();
        self.regions.sort_unstable();
        self.regions.dedup();
        Some(Verdict {
            control: control.to_owned(),
            account: None,
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
fn push_limited(words: Vec<Words>, reasons: &mut Vec<Words>) {
    let rest = words.len().saturating_sub(TOLD);
    reasons.extend(words.into_iter().take(TOLD));
    if rest > 0 {
        reasons.push(say(format!("ほかに {rest} 件あります。"), format!("And {rest} more.")));
    }
}
