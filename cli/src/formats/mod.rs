//! The forms in which a judgement is printed.

mod json;
mod markdown;
mod ocsf;
mod sarif;

use anyhow::Result;
use guard_navi::base::i18n::{Locale, Words};
use guard_navi::base::time::Timestamp;
use guard_navi::content::catalogue::{self, Control, Details};
use guard_navi::evidence::{Judgement, Verdict};

/// A judgement, when it was made, and the language to print it in.
#[derive(Debug)]
pub struct Judged<'a> {
    /// The judgement.
    pub judgement: &'a Judgement,
    /// The time that it was judged at.
    pub now: Timestamp,
    /// The language.
    pub locale: Locale,
}

/// A form of the result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// `guard-navi.verdicts/1`.
    Json,
    /// For people.
    #[default]
    Markdown,
    /// SARIF 2.1.0.
    Sarif,
    /// Compliance Findings of OCSF, as a list.
    Ocsf,
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 4] = [Format::Json, Format::Markdown, Format::Sarif, Format::Ocsf];

    /// The name on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Markdown => "markdown",
            Format::Sarif => "sarif",
            Format::Ocsf => "ocsf",
        }
    }

    /// The judgement as text in this form.
    ///
    /// # Errors
    ///
    /// If it cannot be written as JSON, which no judgement causes.
    pub fn write(self, judged: &Judged<'_>) -> Result<String> {
        let value = match self {
            Format::Json => json::write(judged),
            Format::Markdown => return Ok(markdown::write(judged)),
            Format::Sarif => sarif::write(judged),
            Format::Ocsf => ocsf::write(judged),
        };
        Ok(serde_json::to_string_pretty(&value)? + "\n")
    }
}

/// A verdict with the control that it is about.
struct Row<'a> {
    verdict: &'a Verdict,
    control: &'static Control,
    details: &'static Details,
}

impl<'a> Judged<'a> {
    /// The verdicts with their controls. Rules exist for controls of the catalogue only, so that none is lost.
    fn rows(&self) -> impl Iterator<Item = Row<'a>> {
        self.judgement.verdicts.iter().filter_map(|verdict| {
            let control = catalogue::find(&verdict.control)?;
            let details = catalogue::details().find(|details| details.id == control.id)?;
            Some(Row { verdict, control, details })
        })
    }

    /// The reasons of a verdict in the language of the result.
    fn reasons(&self, verdict: &'a Verdict) -> impl Iterator<Item = &'a str> {
        let locale = self.locale;
        verdict.reasons.iter().map(move |reason| Words::get(reason, locale))
    }
}
