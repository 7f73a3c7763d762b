//! Documents that the app renders and exports. This file: the model of the progress report.
//!
//! **Invariant:** no DOM and no sentences. [`report_layout`] turns the model into a tree, from which the page, Markdown
//! and HTML are rendered.

pub mod chart;
pub mod comparison;
pub mod csv;
pub mod file_export;
pub mod handout;
pub mod history;
pub mod html;
pub mod ics;
pub mod import_preview;
pub mod import_preview_words;
pub mod incident;
pub mod markdown;
pub mod qr;
pub mod reader;
pub mod redaction;
pub mod report_layout;
pub mod report_rows;
pub mod report_words;
pub mod tree;
pub mod words;
pub mod worker;
pub mod workshop_results;

use crate::assessment::score::{self, Count, LevelProgress, Score};
use crate::assessment::{Answer, Profile, Status};
use crate::base::time::{Date, Timestamp};
use crate::content::catalogue::must_fix::MustFix;
use crate::content::catalogue::{Control, Section};

/// How many next actions a report lists.
const ACTIONS: usize = 5;

/// The options of a report.
#[derive(Debug, Default)]
pub struct ReportOptions<'a> {
    /// The full report, or the summary only.
    pub is_full: bool,
    /// Paper size US Letter, or A4.
    pub is_letter: bool,
    /// Who prepared it; may be empty.
    pub by: &'a str,
    /// The account as the user calls it, masked; may be empty.
    pub account: &'a str,
    /// The Security Hub findings, if some are in memory.
    pub findings: Option<Findings>,
}

/// The must-fix controls of Security Hub that failed.
#[derive(Debug)]
pub struct Findings {
    /// Each with its failed resources, in the order in which to fix them.
    pub failed: Vec<(&'static MustFix, Vec<String>)>,
    /// Whether some pages of the findings were missing.
    pub is_partial: bool,
}

/// The progress report of one profile.
#[derive(Debug)]
pub struct Report<'a> {
    /// The profile.
    pub profile: &'a Profile,
    /// The options.
    pub options: ReportOptions<'a>,
    /// When it was made.
    pub made_at: Timestamp,
    /// The user's local date when it was made.
    pub today: Date,
    /// The score and how it was calculated.
    pub score: Score,
    /// The level, and the distance to the next one.
    pub level_progress: LevelProgress,
    /// The controls to do next, each chosen as if those before it were done.
    pub next: Vec<&'static Control>,
    /// Sections that have controls, in the order of the page.
    pub sections: Vec<SectionLine>,
    /// Every control, in the order of the page.
    pub rows: Vec<Row<'a>>,
}

/// The progress of one section.
#[derive(Debug)]
pub struct SectionLine {
    /// The section.
    pub section: Section,
    /// Its mandatory controls.
    pub mandatory: Count,
    /// Its recommended controls.
    pub recommended: Count,
}

/// One control of the report.
#[derive(Debug)]
pub struct Row<'a> {
    /// The control.
    pub control: &'static Control,
    /// Its status.
    pub status: Status,
    /// The answer, if there is one.
    pub answer: Option<&'a Answer>,
    /// Whether the answer is due for another check.
    pub stale: bool,
}

/// Makes the report of `profile` over `controls`.
#[must_use]
pub fn report<'a>(
    controls: &[&'static Control],
    profile: &'a Profile,
    options: ReportOptions<'a>,
    (now, today): (Timestamp, Date),
) -> Report<'a> {
    let rows = controls.iter().map(|control| {
        let answer = profile.answer(control.id);
        Row {
            control,
            status: profile.status(control.id),
            answer,
            stale: answer.is_some_and(|answer| answer.is_stale(now)),
        }
    });
    Report {
        profile,
        options,
        made_at: now,
        today,
        score: score::score(controls, profile),
        level_progress: score::level_progress(controls, profile),
        next: score::next_steps(controls, profile, ACTIONS),
        sections: sections(controls, profile),
        rows: rows.collect(),
    }
}

impl<'a> Report<'a> {
    /// The rows whose status matches.
    pub fn rows_of(&self, matches: fn(Status) -> bool) -> impl Iterator<Item = &Row<'a>> {
        self.rows.iter().filter(move |row| matches(row.status))
    }

    /// The account as typed, or the masked id in the profile's name; empty without either.
    #[must_use]
    pub fn account(&self) -> &str {
        if self.options.account.is_empty() { masked_id(&self.profile.name) } else { self.options.account }
    }
}

/// The masked account id in a text, such as `1234****9012`; empty if there is none.
fn masked_id(text: &str) -> &str {
    const HALF: usize = 4;
    let Some(stars) = text.find("****") else {
        return "";
    };
    let id = stars.checked_sub(HALF).and_then(|start| text.get(start..stars + 2 * HALF)).unwrap_or_default();
    let digits = id.bytes().filter(u8::is_ascii_digit).count();
    if digits == 2 * HALF { id } else { "" }
}

/// The progress of each section that has controls.
#[must_use]
pub fn sections(controls: &[&'static Control], profile: &Profile) -> Vec<SectionLine> {
    let members = |section| -> Vec<&'static Control> {
        controls.iter().copied().filter(|control| control.section == section).collect()
    };
    Section::ALL
        .into_iter()
        .map(|section| (section, members(section)))
        .filter(|(_, members)| !members.is_empty())
        .map(|(section, members)| {
            let Score { mandatory, recommended, .. } = score::score(&members, profile);
            SectionLine { section, mandatory, recommended }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{ReportOptions, masked_id, report};
    use crate::assessment::score::Count;
    use crate::assessment::{Assessment, Change, Status};
    use crate::base::time::Timestamp;
    use crate::content::catalogue::{Section, all};

    #[test]
    fn it_tells_every_control_and_what_is_next() {
        let at = |text| Timestamp::parse(text).unwrap();
        let mut profile = Assessment::new("p".to_owned()).current;
        let done = Change::by_person(Status::Done);
        profile.record("iam-root-mfa", done, at("2026-08-01T00:00:00Z")).unwrap();

        let now = at("2026-11-23T12:00:00Z");
        let report = report(all(), &profile, ReportOptions::default(), (now, now.date()));
        assert_eq!(report.rows.len(), all().len());
        let stale: Vec<_> = report.rows.iter().filter(|row| row.stale).map(|row| row.control.id).collect();
        assert_eq!(stale, ["iam-root-mfa"]);
        let iam = report.sections.iter().find(|line| line.section == Section::Iam).unwrap();
        assert_eq!(iam.mandatory.done, 1);
        assert_eq!(report.next.len(), 5);
        assert!(report.next.iter().all(|control| control.id != "iam-root-mfa"));
        let whole = report.sections.iter().fold(Count::default(), |sum, line| Count {
            done: sum.done + line.mandatory.done,
            applicable: sum.applicable + line.mandatory.applicable,
        });
        assert_eq!(whole, report.score.mandatory);
    }

    #[test]
    fn an_account_id_in_a_name_is_found_masked() {
        assert_eq!(masked_id("本番 1234****9012 東京"), "1234****9012");
        for text in ["", "****", "AKIA****MPLE", "あ****い", "12****34"] {
            assert_eq!(masked_id(text), "");
        }
    }
}
