//! Exports an assessment, as a backup or for other people.

use crate::assessment::{Assessment, Redaction};
use std::sync::Arc;

/// Copies all accounts, or only the current one, without what is redacted. Deleted ids and the last restart concern
/// only this browser and are left out.
#[must_use]
pub fn export(assessment: &Assessment, has_all: bool, redaction: Redaction) -> Assessment {
    let others = assessment.others.iter().filter(|_| has_all);
    Assessment {
        current: assessment.current.redacted(redaction),
        others: others.map(|profile| Arc::new(profile.redacted(redaction))).collect(),
        deleted: Vec::new(),
        restarted_at: None,
        extra: assessment.extra.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::export;
    use crate::assessment::{Assessment, Profile, Redaction};

    #[test]
    fn one_or_all_and_nothing_of_this_browser() {
        let mut all = Assessment::new("a".to_owned());
        for id in ["b", "c"] {
            all.add(Profile { id: id.to_owned(), name: id.to_uppercase(), ..Profile::default() });
        }
        all.delete("b", "x".to_owned()).unwrap();
        let ids = |has_all, redaction| {
            let copy = export(&all, has_all, redaction);
            assert_eq!(copy.deleted, Vec::<String>::new());
            copy.profiles().map(|profile| [profile.id.clone(), profile.name.clone()].concat()).collect::<Vec<_>>()
        };
        assert_eq!(ids(false, Redaction::default()), ["cC"]);
        assert_eq!(ids(true, Redaction { names: true, ..Redaction::default() }), ["c", "a"]);
    }
}
