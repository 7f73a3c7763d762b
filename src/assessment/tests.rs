use super::{Answer, Assessment, Change, Refusal, Source, Status, Table};
use crate::base::json::{Fields, Json};
use crate::base::time::{Date, Timestamp};

const MFA: &str = "iam-root-mfa";

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn noon() -> Timestamp {
    at("2026-11-23T12:00:00Z")
}

fn fresh() -> Assessment {
    Assessment::new("p1".to_owned())
}

fn answered(status: Status, time: &str) -> Assessment {
    let mut assessment = fresh();
    assessment.current.record(MFA, Change::by_person(status), at(time)).unwrap();
    assessment
}

#[test]
fn a_reason_is_asked_for_before_anything_changes() {
    let mut profile = fresh().current;
    let bare = Change::by_person(Status::NotApplicable);
    assert_eq!(profile.record(MFA, bare, noon()), Err(Refusal::ReasonMissing));
    let undated = Change { reason: Some("old system".to_owned()), ..Change::by_person(Status::RiskAccepted) };
    assert_eq!(profile.record(MFA, undated.clone(), noon()), Err(Refusal::ReviewDateMissing));
    assert_eq!(profile.answer(MFA), None);

    let dated = Change { review_by: Date::parse("2027-01-31"), ..undated };
    profile.record(MFA, dated, noon()).unwrap();
    assert_eq!(profile.status(MFA), Status::RiskAccepted);
    profile.record(MFA, Change::by_person(Status::Done), noon()).unwrap();
    let answer = profile.answer(MFA).unwrap();
    assert_eq!((&answer.reason, answer.review_by), (&None, None));
}

#[test]
fn a_secret_is_refused_and_what_was_there_stays() {
    let mut profile = fresh().current;
    profile.record_note(MFA, "ask Sato", noon()).unwrap();
    let secret = "key:\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    let refusal = profile.record_note(MFA, secret, noon()).unwrap_err();
    assert!(matches!(refusal, Refusal::Secret(found) if found.line == 2));
    assert_eq!(profile.answer(MFA).unwrap().note.as_deref(), Some("ask Sato"));
    let long = "あ".repeat(super::NOTE_LIMIT + 3);
    assert_eq!(profile.record_note(MFA, &long, noon()), Err(Refusal::TooLong { limit: super::NOTE_LIMIT, over: 3 }));
}

#[test]
fn notes_are_masked_and_a_blank_one_is_none() {
    let mut profile = fresh().current;
    profile.record_note(MFA, "account 123456789012", noon()).unwrap();
    assert_eq!(profile.answer(MFA).unwrap().note.as_deref(), Some("account 1234****9012"));
    profile.record_note(MFA, " \n", noon()).unwrap();
    assert_eq!(profile.answer(MFA).unwrap().note, None);
    assert_eq!(profile.status(MFA), Status::Unanswered);
}

#[test]
fn every_change_is_later_than_the_one_before() {
    let mut profile = fresh().current;
    profile.record(MFA, Change::by_person(Status::Done), noon()).unwrap();
    profile.record(MFA, Change::by_person(Status::NotDone), at("2020-01-01T00:00:00Z")).unwrap();
    assert_eq!(profile.answer(MFA).unwrap().changed_at, at("2026-11-23T12:00:01Z"));
    for _ in 0..3 {
        let before = profile.answer(MFA).unwrap().changed_at;
        profile.record(MFA, Change::by_person(Status::Done), at("9999-12-31T23:59:59Z")).unwrap();
        assert!(profile.answer(MFA).unwrap().changed_at > before);
    }
}

#[test]
fn undo_survives_a_merge_with_the_copy_that_still_has_the_change() {
    let mut mine = answered(Status::NotDone, "2026-11-23T12:00:00Z");
    let before = mine.current.answer(MFA).cloned();
    mine.current.record(MFA, Change::by_person(Status::Done), noon()).unwrap();
    let theirs = mine.clone();
    mine.current.restore(MFA, before, noon());
    mine.merge(theirs);
    assert_eq!(mine.current.status(MFA), Status::NotDone);

    let mut mine = answered(Status::Done, "2026-11-23T12:00:00Z");
    let theirs = mine.clone();
    mine.current.restore(MFA, None, noon());
    mine.merge(theirs);
    assert_eq!(mine.current.status(MFA), Status::Unanswered);
}

#[test]
fn merging_in_either_order_gives_the_same_answers() {
    let times = ["2026-11-23T12:00:00Z", "2026-11-23T12:00:01Z"];
    for a in Status::CHOICES.into_iter().filter(|s| !s.needs_reason()) {
        for b in Status::CHOICES.into_iter().filter(|s| !s.needs_reason()) {
            for (time_a, time_b) in [(times[0], times[0]), (times[0], times[1]), (times[1], times[0])] {
                let (one, two) = (answered(a, time_a), answered(b, time_b));
                let (mut left, mut right) = (one.clone(), two.clone());
                left.merge(two);
                right.merge(one);
                assert_eq!(left, right);
            }
        }
    }
}

#[test]
fn a_blank_second_tab_takes_the_first_tabs_profile() {
    let first = answered(Status::Done, "2026-11-23T12:00:00Z");
    let mut second = Assessment::new("p2".to_owned());
    second.merge(first.clone());
    assert_eq!(second, first);

    let mut busy = Assessment::new("p3".to_owned());
    busy.current.record(MFA, Change::by_person(Status::Unsure), noon()).unwrap();
    busy.merge(first);
    assert_eq!((busy.current.id.as_str(), busy.others.len()), ("p3", 1));
}

#[test]
fn answers_are_stale_after_ninety_days() {
    let answer = |status| Answer { status, ..Answer::unanswered(at("2026-08-25T12:00:00Z")) };
    assert!(answer(Status::Done).is_stale(noon()));
    assert!(!answer(Status::Done).is_stale(at("2026-11-23T11:59:59Z")));
    assert!(!answer(Status::Unanswered).is_stale(noon()));
    assert_eq!(answer(Status::Done).source, Source::Person);
}

#[test]
fn undo_keeps_a_note_that_was_written_meanwhile() {
    let mut profile = answered(Status::Done, "2026-11-20T12:00:00Z").current;
    let before = profile.answer(MFA).cloned();
    profile.record(MFA, Change::by_person(Status::NotDone), noon()).unwrap();
    profile.record_note(MFA, "ask Sato", noon()).unwrap();
    profile.restore(MFA, before, noon());
    let answer = profile.answer(MFA).unwrap();
    assert_eq!((answer.status, answer.note.as_deref()), (Status::Done, Some("ask Sato")));
    assert_eq!(answer.since(), at("2026-11-20T12:00:00Z"));
}

#[test]
fn a_note_does_not_make_an_old_answer_look_checked() {
    let mut profile = answered(Status::Done, "2026-08-01T12:00:00Z").current;
    profile.record_note(MFA, "x", noon()).unwrap();
    profile.record_note(MFA, "xy", noon()).unwrap();
    let answer = profile.answer(MFA).unwrap();
    assert!(answer.is_stale(noon()) && answer.changed_at > noon());
    profile.record(MFA, Change::by_person(Status::Done), noon()).unwrap();
    assert!(!profile.answer(MFA).unwrap().is_stale(noon()));
}

#[test]
fn what_a_newer_page_keeps_in_fields_of_its_own_is_not_lost() {
    let extra = |text: &str| Fields::of(Json::parse(text).unwrap(), String::new()).unwrap().rest;
    let mut mine = fresh();
    mine.current.extra = extra(r#"{"colours": {"a": "1"}, "history": [], "workshop": null}"#);
    let mut theirs = mine.clone();
    theirs.current.extra =
        extra(r#"{"colours": {"a": "2", "b": "3"}, "history": [1], "workshop": {"title": "t"}, "mood": "calm"}"#);
    mine.merge(theirs);
    let expected = r#"{"colours": {"a": "1", "b": "3"}, "history": [1], "workshop": {"title": "t"}, "mood": "calm"}"#;
    assert_eq!(mine.current.extra, extra(expected));
}

#[test]
fn a_file_adds_to_the_tables_and_storage_replaces_them() {
    let mut mine = fresh();
    mine.current.record_entry(Table::Runbook, "calm", "2026-11-24T03:00:00Z").unwrap();
    mine.current.record_entry(Table::Quiz, "first", "waf").unwrap();
    let mut theirs = fresh();
    theirs.current.record_entry(Table::Quiz, "first", "notification").unwrap();
    theirs.current.record_entry(Table::Quiz, "second", "a").unwrap();

    let mut merged = mine.clone();
    merged.merge(theirs.clone());
    assert_eq!(merged.current.entry(Table::Quiz, "first"), Some("waf"));
    assert_eq!(merged.current.entry(Table::Quiz, "second"), Some("a"));
    assert_eq!(merged.current.entry(Table::Runbook, "calm"), Some("2026-11-24T03:00:00Z"));

    // Another tab has removed the tick: it stays removed.
    mine.catch_up(theirs, &[]);
    assert_eq!(mine.current.entry(Table::Quiz, "first"), Some("notification"));
    assert_eq!(mine.current.entry(Table::Runbook, "calm"), None);
}

#[test]
fn an_entry_holds_no_secret_and_no_whole_account_id() {
    let mut profile = fresh().current;
    profile.record_entry(Table::RunbookNotes, "contain", "user of 123456789012 stopped").unwrap();
    assert_eq!(profile.entry(Table::RunbookNotes, "contain"), Some("user of 1234****9012 stopped"));
    let secret = "aws_secret_access_key = wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYabcd";
    assert!(matches!(profile.record_entry(Table::RunbookNotes, "contain", secret), Err(Refusal::Secret(_))));
    assert_eq!(profile.entry(Table::RunbookNotes, "contain"), Some("user of 1234****9012 stopped"));
    profile.record_entry(Table::RunbookNotes, "contain", "  ").unwrap();
    assert!(profile.is_blank());
}
