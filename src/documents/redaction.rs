//! Redaction: removes secrets and full account ids from a profile, and notes unless they are requested.
//!
//! Text typed in this version is already clean; text from a file or an earlier version may not be.

use crate::assessment::{Answer, Profile, Source, Table};
use crate::base::secrets;

/// The profile with the redaction applied.
#[must_use]
pub fn redacted(mut profile: Profile, with_notes: bool) -> Profile {
    clean(&mut profile.name);
    for (_, answer) in &mut profile.answers {
        clean_answer(answer, with_notes);
    }
    for table in Table::ALL {
        let entries = profile.table_mut(table);
        if table == Table::RunbookNotes && !with_notes {
            entries.clear();
        }
        entries.iter_mut().for_each(|(_, text)| clean(text));
    }
    profile
}

fn clean_answer(answer: &mut Answer, with_notes: bool) {
    if !with_notes {
        answer.note = None;
    }
    for text in [&mut answer.note, &mut answer.owner, &mut answer.reason].into_iter().flatten() {
        clean(text);
    }
    if let Source::Evidence(evidence) = &mut answer.source {
        clean(&mut evidence.summary.ja);
        clean(&mut evidence.summary.en);
    }
}

/// Removes secrets and masks account ids.
pub(super) fn clean(text: &mut String) {
    *text = secrets::mask(&secrets::cut(text).text);
}

#[cfg(test)]
mod tests {
    use super::redacted;
    use crate::assessment::file;
    use crate::base::time::Timestamp;

    // AWS's own documentation example; not a credential.
    const SECRET: &str = "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    #[test]
    fn no_field_lets_an_id_or_a_secret_out() {
        let dirty = format!("123456789012 {SECRET}");
        let file = serde_json::json!({"schema": "guard-navi.progress/1", "profiles": [{
            "id": "a123456789012b", "name": dirty,
            "answers": {"iam-root-mfa": {
                "status": "risk_accepted", "changed_at": "2026-11-23T12:00:00Z", "note": dirty, "owner": dirty,
                "reason": dirty, "source": {"evidence": {"format": "aws-cli", "summary": {"ja": dirty, "en": dirty}}},
            }},
            "runbook_notes": {"calm": dirty}, "response_team": {"a.who": dirty},
        }]});
        let profile = file::decode(&file.to_string()).unwrap().current;
        let encoded = |with_notes| {
            let mut all = crate::assessment::Assessment::new(String::new());
            all.current = redacted(profile.clone(), with_notes);
            file::encode(&all, Timestamp::UNIX_EPOCH)
        };
        let (with, without) = (encoded(true), encoded(false));
        assert!(!with.contains("wJalr") && !with.contains("\"123456789012"), "{with}");
        assert!(with.contains("a123456789012b"), "an id of ours is no account");
        assert_eq!((with.matches("1234****9012").count(), without.matches("1234****9012").count()), (8, 6));
        assert!(with.contains("\"note\"") && !without.contains("\"note\""));
    }
}
