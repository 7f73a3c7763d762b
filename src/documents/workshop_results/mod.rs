//! Where a workshop stands: the files of a workshop's participants, counted together.
//!
//! **Invariant:** only counts leave this module, never one person's answers; what could be shown of a file is its name.

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

/// The statuses as they stand beside each other: what is in place first.
pub const STATUSES: [Status; 7] = [
    Status::Done,
    Status::InProgress,
    Status::NotDone,
    Status::Unsure,
    Status::Unanswered,
    Status::RiskAccepted,
    Status::NotApplicable,
];

/// Below so many participants, numbers may tell who is who.
const FEW: usize = 5;
/// How many controls are told as the most missed.
const MOST_MISSED: usize = 5;

/// All that a facilitator sees of the results.
#[derive(Debug)]
pub struct WorkshopResults {
    /// How many participants were counted.
    pub people: usize,
    /// The workshop that most of them took part in; none where no file says.
    pub workshop: Option<Participation>,
    /// How many took part in another one, or in none.
    pub other_workshop: usize,
    /// The workshop's controls, in the order of the page.
    pub controls: Vec<ControlLine>,
    /// Scores over the workshop's controls.
    pub chosen: Distribution,
    /// Scores over all mandatory controls.
    pub mandatory: Distribution,
    /// Questions of the quiz, in their order.
    pub quiz: Vec<QuestionLine>,
    /// How many of the workshop's controls each participant marked as done since beginning; of those whose file says
    /// when that was.
    pub gained: Median,
    /// What was noticed of files: skipped, or counted once for two.
    pub remarks: Vec<Remark>,
    /// Remarks that there was no room for.
    pub more_remarks: usize,
}

impl WorkshopResults {
    /// Whether numbers may tell who is who.
    #[must_use]
    pub const fn is_small(&self) -> bool {
        self.people > 0 && self.people < FEW
    }

    /// The controls that are open with the most participants, at most five.
    #[must_use]
    pub fn most_missed(&self) -> Vec<&ControlLine> {
        let mut lines: Vec<&ControlLine> = self.controls.iter().filter(|line| line.open() > 0).collect();
        let weight = |line: &ControlLine| (line.open(), line.control.severity.weight());
        // Equal ones stay in the order of the page.
        lines.sort_by_key(|line| Reverse(weight(line)));
        lines.truncate(MOST_MISSED);
        lines
    }
}

/// Where the participants stand with one control.
#[derive(Debug)]
pub struct ControlLine {
    /// Which one.
    pub control: &'static Control,
    /// How many participants have each status, in the order of `STATUSES`.
    pub counts: [(Status, usize); STATUSES.len()],
    /// How many marked it as done since they began.
    pub gained: usize,
}

impl ControlLine {
    /// How many participants have a status.
    #[must_use]
    pub fn count(&self, status: Status) -> usize {
        self.counts.iter().filter(|(other, _)| *other == status).map(|(_, count)| count).sum()
    }

    /// With how many participants it is open.
    #[must_use]
    pub fn open(&self) -> usize {
        self.counts.iter().filter(|(status, _)| status.is_open()).map(|(_, count)| count).sum()
    }
}

/// Scores in ten bins: 0 to 9, 10 to 19 … 90 to 100.
#[derive(Debug, Default)]
pub struct Distribution {
    /// How many participants are in each.
    pub bins: [usize; 10],
    /// Half of them have this score or more.
    pub median: Median,
}

/// The median of whole numbers, and what it is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Median {
    /// How many numbers there are.
    pub of: usize,
    /// Twice the median, so that it stays whole; none without numbers.
    pub twice: Option<usize>,
}

/// How the participants answered one question of the quiz.
#[derive(Debug)]
pub struct QuestionLine {
    /// Which one.
    pub question: &'static Question,
    /// How many answered it.
    pub answered: usize,
    /// How many were right.
    pub right: usize,
    /// The wrong option that was chosen most, and how often.
    pub commonest_wrong: Option<(&'static Choice, usize)>,
}

/// Counts everybody together.
#[must_use]
pub fn results(people: &[Participant], remarks: Vec<Remark>, more_remarks: usize) -> WorkshopResults {
    let workshop = commonest(people);
    let is_stranger = |person: &&Participant| {
        let same = person.part.as_ref().zip(workshop.as_ref()).map(|(mine, ours)| mine.is_same_event(ours));
        workshop.is_some() && same != Some(true)
    };
    let chosen = workshop.as_ref().map_or_else(|| catalogue::all().to_vec(), Participation::chosen);
    WorkshopResults {
        people: people.len(),
        other_workshop: people.iter().filter(is_stranger).count(),
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

/// The workshop that most took part in; the first of equals.
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
    let sum = |right: bool| counts.iter().filter(|(choice, _)| choice.right == right).map(|(_, count)| count).sum();
    let (right, wrong): (usize, usize) = (sum(true), sum(false));
    let most = counts.iter().filter(|(choice, _)| !choice.right).map(|(_, count)| *count).max();
    let commonest_wrong = counts
        .iter()
        .find(|(choice, count)| !choice.right && *count > 0 && Some(*count) == most)
        .map(|(choice, count)| (*choice, *count));
    QuestionLine { question, answered: right + wrong, right, commonest_wrong }
}

#[cfg(test)]
mod tests;
