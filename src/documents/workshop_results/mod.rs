//! The results of a workshop: counts over the files of all participants.
//!
//! **Invariant:** only counts leave this module, never one participant's answers; of a file at most the name is shown.

pub mod csv;
pub mod layout;
pub mod participant;
pub mod submissions;
pub mod words;

use crate::assessment::{Participation, Profile, Status, Table, score};
use crate::content::catalogue::{self, Control};
use crate::content::quiz::{Choice, QUESTIONS, Question};
use participant::{Participant, Remark};
use std::cmp::Reverse;

/// The statuses in display order: done first.
pub const STATUSES: [Status; 7] = [
    Status::Done,
    Status::InProgress,
    Status::NotDone,
    Status::Unsure,
    Status::Unanswered,
    Status::RiskAccepted,
    Status::NotApplicable,
];

/// With fewer participants, the numbers may identify individuals.
const MIN_ANONYMOUS: usize = 5;
/// How many controls are listed as the most missed.
const MOST_MISSED: usize = 5;

/// The results that a facilitator sees.
#[derive(Debug)]
pub struct WorkshopResults {
    /// How many participants were counted.
    pub people: usize,
    /// The workshop that most participants attended; `None` if no file names one.
    pub workshop: Option<Participation>,
    /// How many attended another workshop, or none.
    pub other_workshop: usize,
    /// The workshop's controls, in the order of the page.
    pub controls: Vec<ControlLine>,
    /// Scores over the workshop's controls.
    pub chosen: Distribution,
    /// Scores over all mandatory controls.
    pub mandatory: Distribution,
    /// Questions of the quiz, in their order.
    pub quiz: Vec<QuestionLine>,
    /// The median number of the workshop's controls that a participant marked as done since the start, over the
    /// participants whose file contains the start time.
    pub gained: Median,
    /// Remarks on files, such as why one was skipped.
    pub remarks: Vec<Remark>,
    /// How many remarks are not listed, because there are too many.
    pub more_remarks: usize,
}

impl WorkshopResults {
    /// Whether the numbers may identify individuals.
    #[must_use]
    pub const fn is_small(&self) -> bool {
        self.people > 0 && self.people < MIN_ANONYMOUS
    }

    /// The controls that are open for the most participants, at most five.
    #[must_use]
    pub fn most_missed(&self) -> Vec<&ControlLine> {
        let mut lines: Vec<&ControlLine> = self.controls.iter().filter(|line| line.open() > 0).collect();
        let weight = |line: &ControlLine| (line.open(), line.control.severity.weight());
        // The sort is stable: equal controls stay in the order of the page.
        lines.sort_by_key(|line| Reverse(weight(line)));
        lines.truncate(MOST_MISSED);
        lines
    }
}

/// The participants' results for one control.
#[derive(Debug)]
pub struct ControlLine {
    /// The control.
    pub control: &'static Control,
    /// How many participants have each status, in the order of `STATUSES`.
    pub counts: [(Status, usize); STATUSES.len()],
    /// How many marked it as done since they started.
    pub gained: usize,
}

impl ControlLine {
    /// How many participants have a status.
    #[must_use]
    pub fn count(&self, status: Status) -> usize {
        self.counts.iter().filter(|(other, _)| *other == status).map(|(_, count)| count).sum()
    }

    /// For how many participants it is open.
    #[must_use]
    pub fn open(&self) -> usize {
        self.counts.iter().filter(|(status, _)| status.is_open()).map(|(_, count)| count).sum()
    }
}

/// Scores in ten bins: 0 to 9, 10 to 19 … 90 to 100.
#[derive(Debug, Default)]
pub struct Distribution {
    /// The number of participants in each bin.
    pub bins: [usize; 10],
    /// The median score.
    pub median: Median,
}

/// The median of whole numbers, and their count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Median {
    /// How many numbers there are.
    pub of: usize,
    /// Twice the median, to keep it a whole number; `None` without numbers.
    pub twice: Option<usize>,
}

/// How the participants answered one question of the quiz.
#[derive(Debug)]
pub struct QuestionLine {
    /// The question.
    pub question: &'static Question,
    /// How many answered it.
    pub answered: usize,
    /// How many were right.
    pub right: usize,
    /// The wrong option that was chosen most, and how often.
    pub commonest_wrong: Option<(&'static Choice, usize)>,
}

/// Counts all participants.
#[must_use]
pub fn results(people: &[Participant], remarks: Vec<Remark>, more_remarks: usize) -> WorkshopResults {
    let workshop = commonest(people);
    let is_from_elsewhere = |person: &&Participant| {
        let same = person.part.as_ref().zip(workshop.as_ref()).map(|(own, common)| own.is_same_event(common));
        workshop.is_some() && same != Some(true)
    };
    let chosen = workshop.as_ref().map_or_else(|| catalogue::all().to_vec(), Participation::chosen);
    WorkshopResults {
        people: people.len(),
        other_workshop: people.iter().filter(is_from_elsewhere).count(),
        controls: chosen.iter().map(|control| control_line(control, people)).collect(),
        chosen: distribution(&chosen, people),
        mandatory: distribution(catalogue::all(), people),
        quiz: QUESTIONS.iter().map(|question| question_line(question, people)).collect(),
        gained: median(people.iter().filter_map(|person| person.gained(&chosen)).collect()),
        workshop,
        remarks,
        more_remarks,
    }
}

/// The workshop that most participants attended; the first if several are equal.
fn commonest(people: &[Participant]) -> Option<Participation> {
    let mut events: Vec<(&Participation, usize)> = Vec::new();
    for part in people.iter().filter_map(|person| person.part.as_ref()) {
        match events.iter_mut().find(|(event, _)| event.is_same_event(part)) {
            Some((_, count)) => *count += 1,
            None => events.push((part, 1)),
        }
    }
    let most = events.iter().map(|(_, count)| *count).max()?;
    events.into_iter().find(|(_, count)| *count == most).map(|(event, _)| event.clone())
}

fn control_line(control: &'static Control, people: &[Participant]) -> ControlLine {
    let mut counts = STATUSES.map(|status| (status, 0));
    for person in people {
        let status = person.profile.status(control.id);
        for (_, count) in counts.iter_mut().filter(|(other, _)| *other == status) {
            *count += 1;
        }
    }
    let gained = people.iter().filter(|person| person.gained(&[control]) == Some(1)).count();
    ControlLine { control, counts, gained }
}

fn distribution(controls: &[&'static Control], people: &[Participant]) -> Distribution {
    let values = people.iter().filter_map(|person| score::score(controls, &person.profile).value);
    let values: Vec<usize> = values.map(usize::from).collect();
    let mut bins = [0; 10];
    for value in &values {
        if let Some(bin) = bins.get_mut((value / 10).min(9)) {
            *bin += 1;
        }
    }
    Distribution { bins, median: median(values) }
}

fn median(mut values: Vec<usize>) -> Median {
    values.sort_unstable();
    let (of, half) = (values.len(), values.len() / 2);
    let upper = values.get(half).copied();
    let lower = if of.is_multiple_of(2) { half.checked_sub(1).and_then(|at| values.get(at)).copied() } else { upper };
    Median { of, twice: lower.zip(upper).map(|(lower, upper)| lower + upper) }
}

fn question_line(question: &'static Question, people: &[Participant]) -> QuestionLine {
    let chosen_by = |choice: &Choice| {
        let chose = |profile: &Profile| profile.entry(Table::Quiz, question.id) == Some(choice.id);
        people.iter().filter(|person| chose(&person.profile)).count()
    };
    let counts: Vec<(&'static Choice, usize)> =
        question.options.iter().map(|choice| (choice, chosen_by(choice))).collect();
    let sum = |right: bool| counts.iter().filter(|(choice, _)| choice.is_right == right).map(|(_, count)| count).sum();
    let (right, wrong): (usize, usize) = (sum(true), sum(false));
    let most = counts.iter().filter(|(choice, _)| !choice.is_right).map(|(_, count)| *count).max();
    let commonest_wrong = counts
        .iter()
        .find(|(choice, count)| !choice.is_right && *count > 0 && Some(*count) == most)
        .map(|(choice, count)| (*choice, *count));
    QuestionLine { question, answered: right + wrong, right, commonest_wrong }
}

#[cfg(test)]
mod tests;
