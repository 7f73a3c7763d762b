//! Verdicts with their reasons, and the judgement on a set of files.

use super::facts::Origin;
use super::posture::Posture;
use super::problem::Problem;
use crate::base::i18n::Words;
use serde::Serialize;

/// The outcome for a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// In place.
    Pass,
    /// Not in place.
    Fail,
    /// The evidence does not decide.
    Unknown,
}

impl Outcome {
    pub(super) fn from_id(id: &str) -> Option<Outcome> {
        match id {
            "pass" => Some(Outcome::Pass),
            "fail" => Some(Outcome::Fail),
            "unknown" => Some(Outcome::Unknown),
            _ => None,
        }
    }
}

/// The outcome for one control, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verdict {
    /// The control's id.
    pub control: String,
    /// The masked account id, as in [`Judgement::accounts`]; `None` if unknown.
    pub account: Option<String>,
    /// Pass, fail or unknown.
    pub outcome: Outcome,
    /// One or more sentences; the first one alone explains the outcome.
    pub reasons: Vec<Words>,
    /// The origin of the evidence behind the outcome.
    pub source: Origin,
    /// The Regions that were checked; empty for global services and if the Region is unknown.
    pub regions: Vec<String>,
    /// Whether everything that evidence can show is in order, so that only the control's question to the user remains.
    pub asks: bool,
    /// Whether the sources contradict each other, so that the user has to decide.
    pub is_conflict: bool,
    /// Whether a doubt speaks against a pass; only for joining the verdicts of several sources.
    #[serde(skip)]
    pub(super) speaks_against_pass: bool,
}

/// A file that was recognised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Read {
    /// Its name.
    pub file: String,
    /// What kind of file it is.
    pub what: Words,
}

/// The result for a set of files.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Judgement {
    /// The accounts that the evidence belongs to, masked (`1234****9012`), each once.
    pub accounts: Vec<String>,
    /// One verdict per control and account, grouped by account, in the order of the catalogue.
    pub verdicts: Vec<Verdict>,
    /// Unreadable input, and secrets that were removed.
    pub problems: Vec<Problem>,
    /// The recognised files.
    pub read: Vec<Read>,
    /// The Security Hub posture of each account; empty without findings.
    pub postures: Vec<Posture>,
}

impl Judgement {
    /// The accounts of the verdicts, each once; `None` stands for verdicts that cannot be assigned to one of several
    /// accounts.
    #[must_use]
    pub fn groups(&self) -> Vec<Option<String>> {
        let mut groups: Vec<Option<String>> = Vec::new();
        for verdict in &self.verdicts {
            if !groups.contains(&verdict.account) {
                groups.push(verdict.account.clone());
            }
        }
        groups
    }

    /// The part for one account; `None` selects what cannot be assigned to one of several accounts.
    #[must_use]
    pub fn of(&self, account: Option<&str>) -> Judgement {
        let mut judgement = self.clone();
        judgement.verdicts.retain(|verdict| verdict.account.as_deref() == account);
        judgement.postures.retain(|posture| posture.account.as_deref() == account);
        judgement
    }
}
