//! WHAT is handed out: the progress report as a plain model.
//!
//! **Invariant:** no DOM and no sentences; the page, and later Markdown and CSV, only lay it out.

pub mod comparison;
pub mod desk;
pub mod handout;
pub mod history;
pub mod incident;
pub mod node;
pub mod room;
pub mod sheet;
pub mod words;

use crate::assessment::{Answer, Profile, Status};
use crate::catalogue::{Control, Section};
use crate::score::{self, Count, Score, Standing};
use crate::time::Timestamp;

/// The progress report of one profile.
#[derive(Debug)]
pub struct Report<'a> {
    /// As the person calls the profile; may be empty.
    pub name: &'a str,
    /// The day it was made.
    pub made_at: Timestamp,
    /// Score with its working.
    pub score: Score,
    /// Level.
    pub standing: Standing,
    /// What to do next.
    pub next: Option<&'static Control>,
    /// Sections that have controls, in the order of the page.
    pub sections: Vec<SectionLine>,
    /// Every control, in the order of the page.
    pub rows: Vec<Row<'a>>,
}

/// How far one section is.
#[derive(Debug)]
pub struct SectionLine {
    /// Which one.
    pub section: Section,
    /// Its mandatory controls.
    pub mandatory: Count,
}

/// Where one control stands.
#[derive(Debug)]
pub struct Row<'a> {
    /// Which one.
    pub control: &'static Control,
    /// Where it stands.
    pub status: Status,
    /// The whole answer, if there is one.
    pub answer: Option<&'a Answer>,
    /// Whether it is to be checked again.
    pub stale: bool,
}

/// Makes the report of `profile` over `controls`.
#[must_use]
pub fn report<'a>(controls: &[&'static Control], profile: &'a Profile, now: Timestamp) -> Report<'a> {
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
        name: &profile.name,
        made_at: now,
        score: score::score(controls, profile),
        standing: score::standing(controls, profile),
        next: score::next_step(controls, profile),
        sections: sections(controls, profile),
        rows: rows.collect(),
    }
}

/// How far each section is that has controls.
#[must_use]
pub fn sections(controls: &[&'static Control], profile: &Profile) -> Vec<SectionLine> {
    let members = |section| -> Vec<&'static Control> {
        controls.iter().copied().filter(|control| control.section == section).collect()
    };
    Section::ALL
        .into_iter()
        .map(|section| (section, members(section)))
        .filter(|(_, members)| !members.is_empty())
        .map(|(section, members)| SectionLine { section, mandatory: score::score(&members, profile).mandatory })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::report;
    use crate::assessment::{Assessment, Change, Status};
    use crate::catalogue::{Section, all};
    use crate::score::Count;
    use crate::time::Timestamp;

    #[test]
    fn it_tells_every_control_and_what_is_next() {
        let at = |text| Timestamp::parse(text).unwrap();
        let mut profile = Assessment::new("p".to_owned()).current;
        let done = Change::by_person(Status::Done);
        profile.record("iam-root-mfa", done, at("2026-08-01T00:00:00Z")).unwrap();

        let report = report(all(), &profile, at("2026-11-23T12:00:00Z"));
        assert_eq!(report.rows.len(), all().len());
        let stale: Vec<_> = report.rows.iter().filter(|row| row.stale).map(|row| row.control.id).collect();
        assert_eq!(stale, ["iam-root-mfa"]);
        let iam = report.sections.iter().find(|line| line.section == Section::Iam).unwrap();
        assert_eq!(iam.mandatory.done, 1);
        assert_ne!(report.next.map(|control| control.id), Some("iam-root-mfa"));
        let whole = report.sections.iter().fold(Count::default(), |sum, line| Count {
            done: sum.done + line.mandatory.done,
            applicable: sum.applicable + line.mandatory.applicable,
        });
        assert_eq!(whole, report.score.mandatory);
    }
}
