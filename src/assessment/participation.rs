//! A profile's participation in a workshop: the workshop, the start, and the code that replaces the name.
//!
//! It is stored in profile fields that only workshops use, parsed here on demand and kept unparsed elsewhere.
//!
//! **Invariant:** a submission contains only what `submission` lists, whatever else the profile has.

use super::{Answer, Profile, Source, Table, clean_name};
use crate::base::json::{Json, Object, field, put};
use crate::base::time::{Date, Timestamp};
use crate::content::catalogue::{self, Control};

const WORKSHOP: &str = "workshop";
const CODE: &str = "code";
/// Capitals and digits that are not confused with each other, on screen or spoken.
const LETTERS: &[u8] = b"3479ACDEFHJKMNPQRTUVWXY";
const LONGEST_CODE: usize = 20;
const LONGEST_ID: usize = 40;

/// A profile's participation in a workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participation {
    /// The event's name; one clean line.
    pub title: String,
    /// The day of the event, if it has one.
    pub date: Option<Date>,
    /// The ids of its controls; empty for all.
    pub controls: Vec<&'static str>,
    /// When the participant started; none where the file has no date.
    pub started_at: Option<Timestamp>,
}

impl Participation {
    /// The controls of the workshop, in the order of the page.
    #[must_use]
    pub fn chosen(&self) -> Vec<&'static Control> {
        let all = catalogue::all().iter().copied();
        all.filter(|control| self.controls.is_empty() || self.controls.contains(&control.id)).collect()
    }

    /// Whether both are of the same workshop.
    #[must_use]
    pub fn is_same_event(&self, other: &Participation) -> bool {
        (&self.title, self.date, &self.controls) == (&other.title, other.date, &other.controls)
    }

    fn read(workshop: &Json) -> Option<Participation> {
        let title = clean_name(workshop.words("title")).ok()?;
        Some(Participation {
            title,
            date: Date::parse(workshop.words("date")),
            controls: known(workshop, "controls"),
            started_at: Timestamp::parse(workshop.words("started_at")),
        })
    }

    fn write(&self) -> Json {
        let mut out = Object::new();
        put(&mut out, "title", self.title.as_str());
        put(&mut out, "started_at", self.started_at.map(|at| at.to_string()));
        put(&mut out, "date", self.date.map(|date| date.to_string()));
        put(&mut out, "controls", Json::List(self.controls.iter().map(|id| Json::from(*id)).collect()));
        Json::Object(out)
    }
}

impl Profile {
    /// Its participation; none outside a workshop.
    #[must_use]
    pub fn participation(&self) -> Option<Participation> {
        match field(&self.extra, WORKSHOP)? {
            workshop @ Json::Object(_) => Participation::read(workshop),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) => None,
        }
    }

    /// The code of the participant; none when it is missing or invalid.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        let is_code = |code: &&str| {
            (1..=LONGEST_CODE).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        field(&self.extra, CODE).and_then(Json::as_text).filter(is_code)
    }

    /// Joins a workshop under a code.
    pub fn enrol(&mut self, participation: &Participation, code: &str) {
        put(&mut self.extra, WORKSHOP, participation.write());
        self.set_code(code);
    }

    /// Sets the code.
    pub fn set_code(&mut self, code: &str) {
        put(&mut self.extra, CODE, code);
    }

    /// The submission of a participant: the code, the workshop, the status of each control with its times, and the
    /// answers to the quiz. No name, note, reason, owner, due or review date, evidence, incident log or history, and no
    /// fields that this version does not know.
    #[must_use]
    pub fn submission(&self) -> Profile {
        let mut out = Profile { id: self.id.clone(), ..Profile::default() };
        if let Some(participation) = self.participation() {
            put(&mut out.extra, WORKSHOP, participation.write());
        }
        if let Some(code) = self.code() {
            out.set_code(code);
        }
        for control in catalogue::all() {
            if let Some(answer) = self.answer(control.id) {
                out.insert(control.id.to_owned(), status_only(answer));
            }
        }
        let answered = self.table(Table::Quiz).iter();
        *out.table_mut(Table::Quiz) =
            answered.filter(|(question, option)| is_id(question) && is_id(option)).cloned().collect();
        out
    }
}

/// The ids of the list under a key that are known here: each once, in the order of the page.
#[must_use]
pub fn known(list: &Json, key: &str) -> Vec<&'static str> {
    let named: Vec<&str> = list.texts(key).collect();
    catalogue::all().iter().map(|control| control.id).filter(|id| named.contains(id)).collect()
}

/// Whether a text can be the id of a question or option, and not something that the user wrote.
fn is_id(text: &str) -> bool {
    text.len() <= LONGEST_ID && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Keeps only the status and its times. The source is dropped too: the reason of a verdict may name a user.
fn status_only(answer: &Answer) -> Answer {
    let mut status_only = Answer::unanswered(answer.changed_at);
    status_only.status = answer.status;
    status_only.source = Source::Person;
    status_only.checked_at = answer.checked_at;
    status_only
}

/// A code from random bits, such as `K7MP-3QWX`.
#[must_use]
pub fn code_of(mut random: u64) -> String {
    let mut code = String::new();
    for index in 0..8 {
        if index == 4 {
            code.push('-');
        }
        let letter = random % LETTERS.len() as u64;
        random /= LETTERS.len() as u64;
        code.extend(usize::try_from(letter).ok().and_then(|letter| LETTERS.get(letter)).map(|&byte| char::from(byte)));
    }
    code
}

#[cfg(test)]
mod tests {
    use super::{Participation, code_of};
    use crate::assessment::{Change, Profile, Source, Status, Table};
    use crate::base::json::{Json, put};
    use crate::base::time::{Date, Timestamp};
    use std::collections::HashSet;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn workshop() -> Participation {
        Participation {
            title: "はじめての AWS 防御".to_owned(),
            date: Date::parse("2026-12-05"),
            controls: vec!["config-recording", "iam-root-mfa"],
            started_at: Some(at("2026-12-05T04:00:00Z")),
        }
    }

    #[test]
    fn a_part_survives_and_a_stranger_has_none() {
        let mut profile = Profile::default();
        assert_eq!((profile.participation(), profile.code()), (None, None));
        profile.enrol(&workshop(), "K7MP-3QWX");
        assert_eq!(profile.participation(), Some(workshop()));
        assert_eq!(profile.code(), Some("K7MP-3QWX"));
        assert_eq!(workshop().chosen().len(), 2);
        put(
            &mut profile.extra,
            "workshop",
            Json::parse("{\"title\": \" x\\n\", \"controls\": [7, \"gone\"]}").unwrap(),
        );
        let some = profile.participation().unwrap();
        assert_eq!((some.title.as_str(), some.controls.len(), some.started_at), ("x", 0, None));
        for nothing in ["null", "7", "[]", "\"x\""] {
            put(&mut profile.extra, "workshop", Json::parse(nothing).unwrap());
            assert_eq!(profile.participation(), None, "{nothing}");
        }
        for no_code in ["", "<b>", "a code", "AAAAAAAAAAAAAAAAAAAAA", "コード"] {
            profile.set_code(no_code);
            assert_eq!(profile.code(), None, "{no_code}");
        }
    }

    #[test]
    fn what_is_handed_in_says_who_of_nobody() {
        let mut profile = Profile { id: "p".to_owned(), name: "佐藤".to_owned(), ..Profile::default() };
        profile.enrol(&workshop(), "K7MP-3QWX");
        put(&mut profile.extra, "mood", "calm");
        let now = at("2026-12-05T04:10:00Z");
        let change = Change { reason: Some("秘密の理由".to_owned()), ..Change::by_person(Status::NotApplicable) };
        profile.record("iam-root-mfa", change, now).unwrap();
        profile.record("from-elsewhere", Change::by_person(Status::Done), now).unwrap();
        profile.record_note("iam-root-mfa", "a note", now).unwrap();
        profile.record_owner("iam-root-mfa", "Sato", now).unwrap();
        for table in Table::ALL {
            profile.record_entry(table, "first", "notification").unwrap();
            profile.record_entry(table, "second", "Sato wrote this").unwrap();
        }
        let file = profile.submission();
        assert_eq!((file.name.as_str(), file.history.len(), file.extra.len()), ("", 0, 2));
        assert_eq!((file.code(), file.participation()), (Some("K7MP-3QWX"), Some(workshop())));
        let [(id, answer)] = file.answers.as_slice() else { panic!("{:?}", file.answers) };
        assert_eq!(
            (id.as_str(), answer.status, &answer.source),
            ("iam-root-mfa", Status::NotApplicable, &Source::Person)
        );
        assert_eq!((&answer.note, &answer.owner, &answer.reason), (&None, &None, &None));
        assert_eq!(answer.since(), now);
        let tables = Table::ALL.map(|table| file.table(table).len());
        assert_eq!(tables, [1, 0, 0, 0]);
    }

    #[test]
    fn codes_are_short_readable_and_differ() {
        assert_eq!(code_of(0), "3333-3333");
        let codes: HashSet<_> = (0..1_000_u64).map(|n| code_of(n.wrapping_mul(0x9E37_79B9_7F4A_7C15))).collect();
        assert_eq!(codes.len(), 1_000);
        for code in codes {
            assert_eq!(code.len(), 9);
            assert!(!code.contains(['0', 'O', '1', 'I', 'L', '2', 'Z', '5', 'S', '6', 'G', '8', 'B']), "{code}");
        }
    }
}
