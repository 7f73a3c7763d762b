//! The timetable of a workshop, calculated from its length and its groups of controls.

use super::model::Group;

/// The activity in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Welcome; everybody opens the link.
    Welcome,
    /// The quiz is discussed.
    Quiz,
    /// A group of controls, by index.
    Group(usize),
    /// The participants' files are collected and the results discussed.
    Results,
    /// Everybody writes down the next steps.
    Close,
}

/// A time slot of the workshop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The activity.
    pub part: Part,
    /// Minutes from the start.
    pub from: u16,
    /// The length in minutes; at least 1.
    pub minutes: u16,
}

/// The activities before and after the groups of controls, with their minutes.
const BEFORE: [(Part, u16); 2] = [(Part::Welcome, 5), (Part::Quiz, 5)];
const AFTER: [(Part, u16); 2] = [(Part::Results, 5), (Part::Close, 3)];

/// The slots of a workshop of `minutes`, at least 30. The groups share the remaining time in proportion to the effort
/// of their controls.
#[must_use]
pub fn timetable(minutes: u16, groups: &[Group]) -> Vec<Slot> {
    let fixed: u16 = BEFORE.iter().chain(&AFTER).map(|(_, minutes)| minutes).sum();
    let efforts: Vec<u32> = groups.iter().map(Group::effort).collect();
    let shares = shares(minutes.saturating_sub(fixed), &efforts);
    let work = shares.into_iter().enumerate().map(|(index, minutes)| (Part::Group(index), minutes));
    let mut slots = Vec::new();
    let mut from = 0;
    for (part, minutes) in BEFORE.into_iter().chain(work).chain(AFTER) {
        slots.push(Slot { part, from, minutes });
        from += minutes;
    }
    slots
}

/// Splits `total` into whole parts in proportion to the weights: at least 1 each, and the rest by largest remainder.
fn shares(total: u16, weights: &[u32]) -> Vec<u16> {
    let count = u16::try_from(weights.len()).unwrap_or(u16::MAX);
    let rest = u32::from(total.saturating_sub(count));
    let sum: u32 = weights.iter().sum::<u32>().max(1);
    let mut shares: Vec<(usize, u32, u32)> = weights
        .iter()
        .enumerate()
        .map(|(index, weight)| (index, 1 + rest * weight / sum, rest * weight % sum))
        .collect();
    let assigned: u32 = shares.iter().map(|(_, share, _)| share).sum();
    let mut left = u32::from(total).saturating_sub(assigned);
    shares.sort_by_key(|(_, _, remainder)| std::cmp::Reverse(*remainder));
    for (_, share, _) in &mut shares {
        *share += u32::from(left > 0);
        left = left.saturating_sub(1);
    }
    shares.sort_by_key(|(index, _, _)| *index);
    shares.into_iter().map(|(_, share, _)| u16::try_from(share).unwrap_or(u16::MAX)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Part, timetable};
    use crate::base::i18n::Locale;
    use crate::base::json::Json;
    use crate::content::catalogue::all;
    use crate::documents::handout::{Choices, MINUTES};
    use proptest::prelude::*;

    #[test]
    fn forty_minutes_for_the_first_level() {
        let nothing = Json::parse("{}").unwrap();
        let slots = timetable(40, &Choices::read(&nothing, Locale::Ja).groups());
        let actual: Vec<_> = slots.iter().map(|slot| (slot.part, slot.from, slot.minutes)).collect();
        let expected = [
            (Part::Welcome, 0, 5),
            (Part::Quiz, 5, 5),
            (Part::Group(0), 10, 22),
            (Part::Results, 32, 5),
            (Part::Close, 37, 3),
        ];
        assert_eq!(actual, expected);
    }

    proptest! {
        #[test]
        fn the_slots_fill_the_workshop(
            chosen in proptest::sample::subsequence(all().to_vec(), 1..=all().len()),
            minutes in proptest::sample::select(MINUTES.to_vec()),
            order in "levels|sections",
        ) {
            let ids: Vec<_> = chosen.iter().map(|control| control.id).collect();
            let text = format!(r#"{{"controls":"{}","order":"{order}"}}"#, ids.join(" "));
            let choices = Json::parse(&text).unwrap();
            let groups = Choices::read(&choices, Locale::En).groups();
            let slots = timetable(minutes, &groups);
            prop_assert_eq!(slots.len(), groups.len() + 4);
            prop_assert_eq!(slots.iter().map(|slot| slot.minutes).sum::<u16>(), minutes);
            let mut from = 0;
            for slot in &slots {
                prop_assert!(slot.minutes >= 1);
                prop_assert_eq!(slot.from, from);
                from += slot.minutes;
            }
        }
    }
}
