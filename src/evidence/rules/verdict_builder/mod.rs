//! Weighs the results of a rule: a fail beats a doubt, a doubt beats a pass, and without any result there is no
//! verdict.
//!
//! **Invariant:** never a pass by absence. Reading an output through [`VerdictBuilder::json`] or
//! [`VerdictBuilder::in_regions`] adds a doubt for everything that is refused, truncated, out of date or missing.

mod regions;
mod words;

use crate::base::i18n::{Text, Words};
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::evidence::facts::{Answer, Facts, Origin, Output};
use crate::evidence::posture::Posture;
use crate::evidence::verdict::{Outcome, Verdict};
use std::collections::BTreeSet;
pub(super) use words::{NO_REGION, in_days, say};
use words::{more_to_come, narrowed, of_region, out_of_date, refused, with_region};

/// How old evidence may be to count as the current state, in days.
const FRESH_DAYS: i64 = 7;
/// How many reasons of one kind are listed; the others are only counted.
const MAX_REASONS: usize = 30;

/// The results of a rule so far.
pub(super) struct VerdictBuilder<'a> {
    /// All facts of the account.
    pub facts: &'a Facts,
    /// The Security Hub posture; `None` without findings, and for a scanner's own verdict.
    pub posture: Option<&'a Posture>,
    /// The current time.
    pub now: Timestamp,
    passes: Vec<Reason>,
    fails: Vec<Reason>,
    doubts: Vec<Reason>,
    warnings: Vec<Words>,
    regions: Vec<String>,
    closed: BTreeSet<&'a str>,
    needs_person: bool,
    is_one_fact: bool,
    speaks_against_pass: bool,
}

struct Reason {
    words: Words,
    origin: Option<Origin>,
}

/// Not inlined to save code size: rules call it in hundreds of places.
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
            speaks_against_pass: false,
        }
    }

    /// Adds a pass: this part is in order.
    pub fn pass(&mut self, origin: &Origin, words: impl Into<Words>) {
        push_reason(&mut self.passes, words.into(), Some(origin));
    }

    /// Adds a fail.
    pub fn fail(&mut self, origin: &Origin, words: impl Into<Words>) {
        push_reason(&mut self.fails, words.into(), Some(origin));
    }

    /// Whether there is a fail.
    pub fn has_failed(&self) -> bool {
        !self.fails.is_empty()
    }

    /// Adds a doubt because of this output.
    pub fn doubt(&mut self, origin: &Origin, words: impl Into<Words>) {
        push_reason(&mut self.doubts, words.into(), Some(origin));
    }

    /// Adds a doubt because of this output, which speaks against a pass without deciding: a pass of another source is
    /// then a conflict.
    pub fn doubt_pass(&mut self, origin: &Origin, words: impl Into<Words>) {
        self.speaks_against_pass = true;
        self.doubt(origin, words);
    }

    /// Adds a doubt because something is missing.
    pub fn missing(&mut self, words: impl Into<Words>) {
        push_reason(&mut self.doubts, words.into(), None);
    }

    /// Adds a remark that does not change the outcome.
    pub fn warn(&mut self, words: impl Into<Words>) {
        self.warnings.push(words.into());
    }

    /// Marks the control as one that evidence alone cannot pass: if everything is in order, the outcome is unknown and
    /// the page asks the control's question.
    pub fn ask_person(&mut self) {
        self.needs_person = true;
    }

    /// Adds that this output cannot tell, and that a person who looks elsewhere can: without a fail or a doubt, the
    /// control's question is asked.
    pub fn ask_instead(&mut self, origin: &Origin, words: impl Into<Words>) {
        self.ask_person();
        self.pass(origin, words);
    }

    /// Declares that all results concern one and the same fact (such as the root user's MFA): a pass beside a fail is
    /// then a conflict, which the user has to resolve.
    pub fn is_about_one_fact(&mut self) {
        self.is_one_fact = true;
    }

    /// The outputs of a call.
    pub fn outputs(&self, call: &'a str) -> impl Iterator<Item = &'a Output> + use<'a> {
        self.facts.outputs(call)
    }

    /// Whether there is an output or an error of any of these calls.
    pub fn has_any(&self, calls: &[&str]) -> bool {
        self.facts.outputs.iter().any(|output| calls.contains(&output.call))
    }

    /// The JSON of an output if it can be judged; otherwise adds a doubt with the reason. Errors that are an answer
    /// have to be handled before, with [`Output::error_code`].
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

    /// Adds a doubt for every narrowed output that the rule has used, even if it only looked something up in it.
    pub fn doubt_narrowed(&mut self) {
        for output in self.facts.narrowed() {
            if let Some(by) = output.narrowed_by() {
                self.doubt(&output.origin, narrowed(output, by));
            }
        }
    }

    /// The list `key` in an output: as [`VerdictBuilder::json`], and adds a doubt if there is no such list.
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

    /// Whether evidence is recent; otherwise adds a doubt. Without a collection time the modification time of the file
    /// counts; without either, the evidence counts as current.
    pub fn is_fresh(&mut self, origin: &Origin) -> bool {
        if self.is_recent(origin) {
            return true;
        }
        if let Some(at) = origin.collected_at.or(origin.changed_at) {
            self.doubt(origin, out_of_date(origin, at, self.now.days_since(at)));
        }
        false
    }

    /// Like [`VerdictBuilder::is_fresh`], but adds no doubt.
    pub fn is_recent(&self, origin: &Origin) -> bool {
        let age = |at: Timestamp| self.now.days_since(at);
        match origin.collected_at {
            Some(at) => (-1..=FRESH_DAYS).contains(&age(at)),
            // A file may be modified after its contents were collected, never before.
            None => origin.changed_at.is_none_or(|at| age(at) <= FRESH_DAYS),
        }
    }

    /// The verdict; `None` if no output was judged.
    pub fn verdict(mut self, control: &str) -> Option<Verdict> {
        let has_result =
            [&self.passes, &self.fails, &self.doubts].into_iter().flatten().any(|reason| reason.origin.is_some());
        if !has_result {
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
        let source = order.iter().flatten().find_map(|reason| reason.origin.clone())?;
        // The modification time was only needed to check the age: a verdict keeps the collection time only.
        let source = Origin { changed_at: None, ..source };
        let mut reasons: Vec<Words> = is_conflict.then(|| CONFLICT.into()).into_iter().collect();
        for list in order {
            let mut known = BTreeSet::new();
            let words = list.into_iter().map(|reason| reason.words);
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
            speaks_against_pass: self.speaks_against_pass,
        })
    }
}

pub(super) const CONFLICT: Text = Text {
    ja: "入れた内容が互いに食い違っています。取得した時点が違うか、確認している内容が違います。取り直すか、どちらが正しいかを確かめて選んでください。",
    en: "The sources contradict each other: they are of different times, or look at different things. Get them again, or find out which one is right and choose.",
};

/// Adds at most [`MAX_REASONS`] reasons, and the number of the others.
fn push_limited(words: Vec<Words>, reasons: &mut Vec<Words>) {
    let rest = words.len().saturating_sub(MAX_REASONS);
    reasons.extend(words.into_iter().take(MAX_REASONS));
    if rest > 0 {
        reasons.push(say(format!("ほかに {rest} 件あります。"), format!("And {rest} more.")));
    }
}
