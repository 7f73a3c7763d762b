//! A copy to keep or to hand out.

use crate::assessment::{Assessment, LeaveOut};
use std::sync::Arc;

/// All accounts, or the one in front; without what is to be left out. What only says how this browser came to hold
/// them stays here.
#[must_use]
pub fn copy(assessment: &Assessment, has_all: bool, without: LeaveOut) -> Assessment {
    let others = assessment.others.iter().filter(|_| has_all);
    Assessment {
        current: assessment.current.without(without),
        others: others.map(|profile| Arc::new(profile.without(without))).collect(),
        deleted: Vec::new(),
        restarted_at: None,
        extra: assessment.extra.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::copy;
    use crate::assessment::{Assessment, LeaveOut, Profile};

    #[test]
    fn one_or_all_and_nothing_of_this_browser() {
        let mut all = Assessment::new("a".to_owned());
        for id in ["b", "c"] {
            all.add(Profile { id: id.to_owned(), name: id.to_uppercase(), ..Profile::default() });
        }
        all.delete("b", "x".to_owned()).unwrap();
        let ids = |has_all, without| {
            let copy = copy(&all, has_all, without);
            assert_eq!(copy.deleted, Vec::<String>::new());
            copy.profiles().map(|profile| [profile.id.clone(), profile.name.clone()].concat()).collect::<Vec<_>>()
        };
        assert_eq!(ids(false, LeaveOut::default()), ["cC"]);
        assert_eq!(ids(true, LeaveOut { names: true, ..LeaveOut::default() }), ["c", "a"]);
    }
}
