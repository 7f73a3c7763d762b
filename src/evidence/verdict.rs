//! What evidence says: verdicts with their reasons, and what came of a set of files.

use super::facts::Origin;
use super::posture::Posture;
use super::problem::Problem;
use crate::base::i18n::Words;
use serde::Serialize;

/// What evidence says of a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// In place.
    Pass,
    /// Not in place.
    Fail,
    /// The evidence cannot tell.
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

/// What evidence says of one control, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verdict {
    /// The control's id.
    pub control: String,
    /// Whose it is, as in [`Judgement::accounts`]; none where nothing tells.
    pub account: Option<String>,
    /// Pass, fail or unknown.
    pub outcome: Outcome,
    /// One or more sentences; the first one alone tells the story.
    pub reasons: Vec<Words>,
    /// Where it was read.
    pub source: Origin,
    /// The Regions that were looked at; empty for global services, and where none is known.
    pub regions: Vec<String>,
    /// Everything that evidence can show is in order: what is left is the control's question to the person.
    pub asks: bool,
    /// The sources contradict each other: the person settles it.
    pub is_conflict: bool,
}

/// A file that was recognised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Read {
    /// Its name.
    pub file: String,
    /// What it is.
    pub what: Words,
}

/// All that came of a set of files.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Judgement {
    /// The accounts that the evidence is of, masked (`1234****9012`), each once.
    pub accounts: Vec<String>,
    /// Account by account, in the order of the catalogue: one a control and account.
    pub verdicts: Vec<Verdict>,
    /// What could not be read, and secrets that were cut out.
    pub problems: Vec<Problem>,
    /// What was recognised, file by file.
    pub read: Vec<Read>,
    /// What the findings of Security Hub say of its controls, account by account; none without findings.
    pub postures: Vec<Posture>,
}

impl Judgement {
    /// Whose verdicts there are, each once; `None` is what nothing assigns to one of several.
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

    /// What it says of one account; `None` is what nothing assigns to one of several.
    #[must_use]
    pub fn of(&self, account: Option<&str>) -> Judgement {
        let mut judgement = self.clone();
        judgement.verdicts.retain(|verdict| verdict.account.as_deref() == account);
        judgement.postures.retain(|posture| posture.account.as_deref() == account);
        judgement
    }
}
