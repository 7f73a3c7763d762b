//! The results equal a naive count, and no file can break them.

use super::participant::RemarkKind;
use super::submissions::{PARTICIPANT_LIMIT, Submissions};
use super::{WorkshopResults, csv, layout, words};
use crate::assessment::participation::code_of;
use crate::assessment::{Assessment, Change, Participation, Profile, Status, Table, file, score};
use crate::base::archive::{ArchiveError, FILE_LIMIT};
use crate::base::i18n::Locale;
use crate::base::time::{Date, Timestamp};
use crate::content::catalogue::all;
use crate::content::quiz::QUESTIONS;
use crate::documents::tree::Node;
use ::csv::ReaderBuilder;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use std::io::{Cursor, Write as _};
use std::sync::Arc;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn workshop(title: &str) -> Participation {
    Participation {
        title: title.to_owned(),
        date: Date::parse("2026-12-05"),
        controls: vec!["iam-root-mfa", "iam-user-mfa", "config-recording"],
        started_at: Some(at("2026-12-05T04:00:00Z")),
    }
}

fn participant(number: u64, answers: &[(&str, Status)]) -> Profile {
    let mut profile = Profile { id: format!("p{number}"), ..Profile::default() };
    profile.enrol(&workshop("勉強会"), &code_of(number.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
    for (control, status) in answers {
        let reason = Some("x".to_owned());
        let change = Change { reason, review_by: Date::parse("2027-01-01"), ..Change::by_person(*status) };
        profile.record(control, change, at("2026-12-05T04:10:00Z")).unwrap();
    }
    profile
}

fn file(profile: &Profile, exported_at: &str) -> String {
    let mut all = Assessment::new(String::new());
    all.current = profile.clone();
    file::encode(&all, at(exported_at))
}

fn counted(profiles: &[Profile]) -> WorkshopResults {
    let mut submissions = Submissions::default();
    for profile in profiles {
        submissions.add("a.json", file(profile, "2026-12-05T05:00:00Z").as_bytes());
    }
    submissions.finish()
}

fn read_one(name: &str, bytes: &[u8]) -> WorkshopResults {
    let mut submissions = Submissions::default();
    submissions.add(name, bytes);
    submissions.finish()
}

fn kinds(results: &WorkshopResults) -> Vec<RemarkKind> {
    results.remarks.iter().map(|remark| remark.kind.clone()).collect()
}

/// All texts of a document.
fn text_of(node: &Node) -> String {
    match node {
        Node::Text(text) => text.clone(),
        Node::Element { children, .. } => children.iter().map(text_of).collect::<Vec<_>>().join(" "),
    }
}

fn status() -> impl Strategy<Value = Status> {
    proptest::sample::select(super::STATUSES.to_vec())
}

/// An optional status for each control, and an optional choice for each question.
fn person() -> impl Strategy<Value = (Vec<Option<Status>>, Vec<Option<usize>>)> {
    (vec(option::of(status()), all().len()), vec(option::of(0..4_usize), QUESTIONS.len()))
}

fn profile_of(number: usize, (statuses, options): &(Vec<Option<Status>>, Vec<Option<usize>>)) -> Profile {
    let answers: Vec<_> =
        all().iter().zip(statuses).filter_map(|(control, status)| Some((control.id, (*status)?))).collect();
    let mut profile = participant(number as u64, &answers);
    for (question, option) in QUESTIONS.iter().zip(options) {
        if let Some(choice) = option.and_then(|option| question.options.get(option)) {
            profile.record_entry(Table::Quiz, question.id, choice.id).unwrap();
        }
    }
    profile
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn it_equals_a_naive_count(people in vec(person(), 1..12)) {
        let profiles: Vec<_> = people.iter().enumerate().map(|(number, person)| profile_of(number, person)).collect();
        let results = counted(&profiles);
        prop_assert_eq!(results.people, people.len());
        prop_assert_eq!(results.other_workshop, 0);
        let control_ids = workshop("").controls;
        let ids: Vec<_> = all().iter().map(|control| control.id).filter(|id| control_ids.contains(id)).collect();
        prop_assert_eq!(results.controls.iter().map(|line| line.control.id).collect::<Vec<_>>(), ids);
        for line in &results.controls {
            for (status, count) in line.counts {
                let naive = profiles.iter().filter(|profile| profile.status(line.control.id) == status).count();
                prop_assert_eq!(count, naive);
            }
            prop_assert_eq!(line.gained, line.count(Status::Done));
            prop_assert_eq!(line.counts.iter().map(|(_, count)| count).sum::<usize>(), people.len());
        }
        let mut scores: Vec<_> =
            profiles.iter().filter_map(|profile| score::score(all(), profile).value).map(usize::from).collect();
        scores.sort_unstable();
        for (bin, &count) in results.mandatory.bins.iter().enumerate() {
            let naive = scores.iter().filter(|&&score| score / 10 == bin || (bin == 9 && score == 100)).count();
            prop_assert_eq!(count, naive);
        }
        if let Some(twice) = results.mandatory.median.twice {
            let (low, high) = (scores[(scores.len() - 1) / 2], scores[scores.len() / 2]);
            prop_assert_eq!(twice, low + high);
        }
        for (index, line) in results.quiz.iter().enumerate() {
            let chosen: Vec<_> =
                people.iter().filter_map(|(_, options)| QUESTIONS[index].options.get(options[index]?)).collect();
            prop_assert_eq!(line.answered, chosen.len());
            prop_assert_eq!(line.right, chosen.iter().filter(|choice| choice.is_right).count());
            for wrong in QUESTIONS[index].options.iter().filter(|choice| !choice.is_right) {
                let count = chosen.iter().filter(|choice| choice.id == wrong.id).count();
                prop_assert!(count <= line.commonest_wrong.map_or(0, |(_, most)| most));
            }
        }
        let open: Vec<_> = results.most_missed().iter().map(|line| line.open()).collect();
        prop_assert!(open.len() <= 5 && open.iter().rev().is_sorted());
    }

    #[test]
    fn any_bytes_are_counted_or_named(bytes in vec(any::<u8>(), 0..400), name in "\\PC{0,30}") {
        let results = read_one(&name, &bytes);
        prop_assert_eq!((results.people, results.remarks.is_empty()), (0, false));
        let _ = layout::layout(&results, Date::parse("2026-12-05").unwrap(), Locale::Ja);
    }

    #[test]
    fn any_damage_is_survived(place in 0..2_000_usize, byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = file(&participant(1, &[("iam-root-mfa", Status::Done)]), "2026-12-05T05:00:00Z").into_bytes();
        let place = place % bytes.len();
        if cut { bytes.truncate(place) } else { bytes[place] = byte }
        let results = read_one("a.json", &bytes);
        prop_assert!(results.people == 1 || !results.remarks.is_empty());
        let _ = csv::csv(&results, Locale::En);
    }
}

#[test]
fn what_began_after_the_start_is_gained() {
    let mut early = participant(1, &[("iam-root-mfa", Status::Done), ("iam-user-mfa", Status::NotDone)]);
    early.record("config-recording", Change::by_person(Status::Done), at("2026-12-05T03:59:59Z")).unwrap();
    let both = participant(2, &[("iam-root-mfa", Status::Done), ("iam-user-mfa", Status::Done)]);
    let results = counted(&[early, both]);
    assert_eq!(words::median(results.gained), "1.5");
    let gained: Vec<_> = results.controls.iter().map(|line| (line.control.id, line.gained)).collect();
    assert_eq!(gained, [("config-recording", 0), ("iam-root-mfa", 2), ("iam-user-mfa", 1)]);
}

#[test]
fn the_later_file_of_one_participant_counts() {
    let before = participant(1, &[("iam-root-mfa", Status::NotDone)]);
    let after = participant(1, &[("iam-root-mfa", Status::Done)]);
    for later_first in [false, true] {
        let mut submissions = Submissions::default();
        let files = [
            ("early.json", file(&before, "2026-12-05T05:00:00Z")),
            ("late.json", file(&after, "2026-12-05T05:30:00Z")),
        ];
        let mut order: Vec<_> = files.iter().collect();
        if later_first {
            order.reverse();
        }
        order.into_iter().for_each(|(name, text)| submissions.add(name, text.as_bytes()));
        let results = submissions.finish();
        assert_eq!((results.people, results.controls[1].count(Status::Done)), (1, 1));
        assert_eq!(results.remarks[0].file, "early.json");
        assert_eq!(kinds(&results), [RemarkKind::Replaced { by: "late.json".to_owned() }]);
    }
}

#[test]
fn another_workshop_is_told_apart() {
    let mut from_elsewhere = participant(3, &[]);
    from_elsewhere.enrol(&workshop("別の会"), "AAAA-AAAA");
    let alone = Profile { id: "x".to_owned(), name: "本番".to_owned(), ..Profile::default() };
    let results = counted(&[from_elsewhere, participant(1, &[]), participant(2, &[]), alone]);
    assert_eq!((results.people, results.other_workshop), (4, 2));
    assert_eq!(results.workshop.unwrap().title, "勉強会");
}

#[test]
fn of_a_whole_copy_the_workshop_s_profile_counts() {
    let mut all = Assessment::new("mine".to_owned());
    all.current.record("iam-root-mfa", Change::by_person(Status::Done), at("2026-12-05T05:00:00Z")).unwrap();
    let copy = |all: &Assessment| read_one("copy.json", file::encode(all, at("2026-12-05T05:00:00Z")).as_bytes());
    assert_eq!(copy(&all).people, 1);
    all.others.push(Arc::new(participant(1, &[("iam-root-mfa", Status::NotDone)])));
    assert_eq!(copy(&all).controls[1].count(Status::NotDone), 1);
    all.others[0] = Arc::new(Profile { id: "other".to_owned(), name: "検証".to_owned(), ..Profile::default() });
    assert_eq!(kinds(&copy(&all)), [RemarkKind::Several]);
}

#[test]
fn what_is_no_participant_s_file_is_named() {
    let good = file(&participant(1, &[("iam-root-mfa", Status::Done)]), "2026-12-05T05:00:00Z");
    let huge = vec![b' '; usize::try_from(FILE_LIMIT).unwrap() + 1];
    for (text, kind) in [
        ("", RemarkKind::Empty),
        (" \n", RemarkKind::Empty),
        ("lorem", RemarkKind::NotJson),
        (&good[..good.len() / 2], RemarkKind::NotJson),
        ("[1]", RemarkKind::Unsupported),
        ("{\"schema\": \"guard-navi.evidence/1\"}", RemarkKind::Unsupported),
        ("{\"schema\": \"guard-navi.sealed/1\"}", RemarkKind::Sealed),
        (&good.replace("progress/1", "progress/2"), RemarkKind::Newer),
        (
            &good.replace("\"done\"", "\"perhaps\""),
            RemarkKind::Damaged("profiles[0].answers.iam-root-mfa.status".to_owned()),
        ),
        ("{\"schema\": \"guard-navi.progress/1\", \"profiles\": []}", RemarkKind::Empty),
    ] {
        assert_eq!(kinds(&read_one("a.json", text.as_bytes())), [kind], "{text}");
    }
    assert_eq!(kinds(&read_one("a.json", &[0xFF, 0xFE, 0])), [RemarkKind::NotText]);
    assert_eq!(kinds(&read_one("a.json", &huge)), [RemarkKind::TooLarge]);
    assert_eq!(kinds(&read_one("a.zip", b"PK\x03\x04broken")), [RemarkKind::Archive(ArchiveError::Broken)]);
    assert_eq!(read_one("a.json", format!("\u{feff}{good}").as_bytes()).people, 1);
}

#[test]
fn a_zip_is_unpacked_and_a_secret_is_cut_out() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..3 {
        zip.start_file(format!("files/{number}.json"), SimpleFileOptions::default()).unwrap();
        let text = file(&participant(number, &[]), "2026-12-05T05:00:00Z");
        let secret = "\"quiz\":{\"q\":\"aws_secret_access_key=AAAABBBBCCCCDDDDEEEE\"}";
        let text = if number == 2 { text.replace("\"quiz\":{}", secret) } else { text };
        assert!(number != 2 || text.contains(secret));
        zip.write_all(text.as_bytes()).unwrap();
    }
    let results = read_one("all.zip", &zip.finish().unwrap().into_inner());
    assert_eq!(results.people, 3);
    assert!(matches!(kinds(&results).as_slice(), [RemarkKind::Secret(_)]));
}

#[test]
fn a_thousand_and_no_more() {
    let mut submissions = Submissions::default();
    for number in 0..=PARTICIPANT_LIMIT {
        submissions
            .add(&format!("{number}.json"), file(&participant(number as u64, &[]), "2026-12-05T05:00:00Z").as_bytes());
    }
    let again = participant(1, &[("iam-root-mfa", Status::Done)]);
    submissions.add("again.json", file(&again, "2026-12-05T06:00:00Z").as_bytes());
    let results = submissions.finish();
    assert_eq!((results.people, results.controls[1].count(Status::Done)), (PARTICIPANT_LIMIT, 1));
    assert_eq!(
        kinds(&results),
        [RemarkKind::TooManyParticipants, RemarkKind::Replaced { by: "again.json".to_owned() }]
    );
}

#[test]
fn the_csv_is_inert_and_complete() {
    let mut profile = participant(1, &[("iam-root-mfa", Status::Done)]);
    profile.enrol(&workshop("=HYPERLINK(\"http://x\")"), "K7MP-3QWX");
    let mut submissions = Submissions::default();
    submissions.add("a.json", file(&profile, "2026-12-05T05:00:00Z").as_bytes());
    submissions.add("+cmd.json", b"{");
    let results = submissions.finish();
    for locale in Locale::ALL {
        let text = csv::csv(&results, locale);
        let rest = text.strip_prefix('\u{feff}').unwrap();
        assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
        let rows: Vec<_> = ReaderBuilder::new().from_reader(rest.as_bytes()).records().map(Result::unwrap).collect();
        let cells = || rows.iter().flatten();
        assert!(!cells().any(|cell| cell.starts_with(['=', '+', '-', '@'])));
        assert!(cells().any(|cell| cell == "'=HYPERLINK(\"http://x\")") && cells().any(|cell| cell == "'+cmd.json"));
        let done = Status::Done.title().get(locale);
        let root = rows.iter().find(|row| &row[1] == "iam-root-mfa" && &row[3] == done).unwrap();
        assert_eq!((&root[4], &root[5]), ("1", "1"));
    }
}

#[test]
fn the_sheet_says_who_may_be_recognised_and_what_was_left_out() {
    let people: Vec<_> = (0..4).map(|number| participant(number, &[("iam-root-mfa", Status::NotDone)])).collect();
    let mut submissions = Submissions::default();
    for person in &people {
        submissions.add("a.json", file(person, "2026-12-05T05:00:00Z").as_bytes());
    }
    submissions.add("<img src=x onerror=alert(1)>.json", b"{");
    let results = submissions.finish();
    let today = Date::parse("2026-12-05").unwrap();
    for locale in Locale::ALL {
        let text = text_of(&layout::layout(&results, today, locale));
        assert!(text.contains(words::FEW.get(locale)) && text.contains("勉強会"));
        assert!(text.contains("<img src=x onerror=alert(1)>.json"));
    }
    let nobody = layout::layout(&Submissions::default().finish(), today, Locale::En);
    assert!(text_of(&nobody).contains("no file"));
}
