//! Every format that the page, the build or the collector script writes is as its schema in `docs/schemas/` says, by an
//! independent validator. The schemas allow unknown fields, since readers keep them; here they are refused, so that no
//! field is written which the schema does not describe.

#[path = "json_schema/mod.rs"]
mod json_schema;

use guard_navi::assessment::file::sealed::{ITERATIONS, Sealed};
use guard_navi::assessment::file::stored::{encode_account, encode_index};
use guard_navi::assessment::file::{decode, encode};
use guard_navi::assessment::participation::code_of;
use guard_navi::assessment::score::snapshot;
use guard_navi::assessment::{Assessment, Change, Evidence, Participation, Profile, Source, Status, Table};
use guard_navi::base::i18n::Words;
use guard_navi::base::time::{Date, Timestamp};
use guard_navi::content::{catalogue, catalogue_file};
use guard_navi::documents::incident::{LogStep, json as incident_log};
use json_schema::{check, check_with_unknown_fields, errors};
use serde_json::{Value, json};

const V1: &str = include_str!("stored_fixtures/v1.json");

fn at(second: i64) -> Timestamp {
    Timestamp::from_unix_seconds(1_800_000_000 + second).unwrap()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn named(id: &str, name: &str) -> Profile {
    let mut profile = Profile::default();
    (profile.id, profile.name) = (id.to_owned(), name.to_owned());
    profile
}

/// An account that uses every field: each status, evidence, notes, dates, tables, two days of history, a workshop.
fn full() -> Profile {
    let mut profile = named("a1", "本番");
    let summary = Words { ja: "確認しました。".to_owned(), en: "Checked.".to_owned() };
    let formats = ["aws-cli", "credential-report"];
    for (place, control) in catalogue::all().iter().enumerate() {
        let status = Status::CHOICES[place % Status::CHOICES.len()];
        let evidence = Evidence {
            format: formats[place % 2].to_owned(),
            collected_at: (place % 2 == 0).then(|| at(1)),
            summary: summary.clone(),
            extra: Vec::new(),
        };
        let source = if place % 3 == 0 { Source::Evidence(evidence) } else { Source::Person };
        let reason = status.needs_reason().then(|| "理由".to_owned());
        let review_by = Date::parse("2027-01-01").filter(|_| status == Status::RiskAccepted);
        let change = Change { source, reason, review_by, ..Change::by_person(status) };
        profile.record(control.id, change, at(10)).unwrap();
    }
    profile.record_note("iam-root-mfa", "メモ", at(20)).unwrap();
    profile.record_owner("iam-root-mfa", "佐藤", at(21)).unwrap();
    profile.record_due("iam-root-mfa", Date::parse("2026-12-24"), at(22));
    for (table, key, text) in [
        (Table::Quiz, "first", "waf"),
        (Table::Runbook, "calm", "2026-11-24T03:00:00Z"),
        (Table::RunbookNotes, "calm", "落ち着く"),
        (Table::ResponseTeam, "a.who", "佐藤"),
    ] {
        profile.record_entry(table, key, text).unwrap();
    }
    profile.remember(snapshot(catalogue::all(), &profile, Date::parse("2026-11-24").unwrap()));
    profile.record("iam-root-mfa", Change::by_person(Status::Unanswered), at(30)).unwrap();
    profile.remember(snapshot(catalogue::all(), &profile, Date::parse("2026-11-25").unwrap()));
    let workshop = Participation {
        title: "勉強会".to_owned(),
        date: Date::parse("2026-12-05"),
        controls: vec!["iam-root-mfa"],
        started_at: Some(at(5)),
    };
    profile.enrol(&workshop, &code_of(7));
    profile
}

fn everything() -> Assessment {
    let mut all = Assessment::new("blank".to_owned());
    all.add(full());
    all.add(named("gone", ""));
    all.delete("gone", "x".to_owned()).unwrap();
    all.restarted_at = Some(at(40));
    all
}

#[test]
fn progress_files() {
    check("progress-1", &parsed(&encode(&everything(), at(50))));
    check("progress-1", &parsed(&encode(&Assessment::new("a".to_owned()), at(50))));
    check_with_unknown_fields("progress-1", &parsed(&encode(&decode(V1).unwrap(), at(50))));
}

#[test]
fn local_storage() {
    let all = everything();
    check("stored-2", &parsed(&encode_index(&all)));
    for profile in all.profiles() {
        check("stored-2", &parsed(&encode_account(profile, all.restarted_at)));
    }
}

#[test]
fn sealed_files() {
    let sealed = Sealed { iterations: ITERATIONS, salt: vec![1; 16], iv: vec![2; 12], data: vec![3; 40] };
    check("sealed-1", &parsed(&sealed.encode()));
}

#[test]
fn incident_logs() {
    let steps = ["calm", "contain"].map(|id| LogStep { id: id.to_owned(), title: id.to_uppercase() });
    check("incident-log-1", &parsed(&incident_log(&full(), &steps, at(50))));
}

#[test]
fn the_catalogue() {
    check("catalogue-1", &catalogue_file::write());
}

#[test]
fn statuses_are_those_of_the_code() {
    let schema = json_schema::read("progress-1");
    let ids: Vec<&str> = std::iter::once(Status::Unanswered).chain(Status::CHOICES).map(Status::id).collect();
    assert_eq!(schema["$defs"]["status"]["enum"], json!(ids));
}

#[test]
fn a_schema_refuses_what_is_damaged() {
    let good = parsed(&encode(&everything(), at(50)));
    let answer = "/profiles/0/answers/iam-root-mfa";
    for (place, value) in [
        ("/schema", json!("guard-navi.progress/2")),
        ("/exported_at", json!("yesterday")),
        ("/profiles", json!([])),
        ("/profiles/0/answers", Value::Null),
        (&format!("{answer}/status"), json!("finished")),
        (&format!("{answer}/source"), json!("somebody")),
        (&format!("{answer}/due"), json!("24 December")),
        ("/profiles/0/history/0/score", json!(101)),
        ("/profiles/0/history/0/statuses/iam-root-mfa", Value::Null),
        ("/profiles/0/surprise", json!(1)),
    ] {
        let mut bad = good.clone();
        let (parent, field) = place.rsplit_once('/').unwrap();
        bad.pointer_mut(parent).unwrap()[field] = value;
        assert!(!errors("progress-1", &bad).is_empty(), "{place}");
    }
}
