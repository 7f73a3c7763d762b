//! The catalogue agrees with the verified facts, and its texts follow the house rules.

mod all_commands;

use all_commands::all_commands;
use guard_navi::assessment::{Change, Profile, Status, score};
use guard_navi::base::i18n::{Locale, Text};
use guard_navi::base::json::Json;
use guard_navi::base::time::{Date, Timestamp};
use guard_navi::content::catalogue::must_fix::{self, Group, MUST_FIX};
use guard_navi::content::catalogue::{self, Details, Guide, Program, Section, placeholders};
use guard_navi::content::frameworks::{self, FRAMEWORKS, security_hub_ids};
use guard_navi::content::topics::{self, Topic};
use guard_navi::content::{about, catalogue_file, changes, commands, learn, quiz, runbook, talk};
use serde_json::{Value, json};
use std::io::Write as _;
use std::process::{Command, Stdio};

/// The machine-readable part of the verified facts.
const FACTS: &str = include_str!("facts.json");

fn guides(details: &Details) -> [&Guide; 2] {
    [&details.check, &details.fix]
}

/// Every user-facing text outside the frame of the page, with the id of the content it belongs to.
fn texts() -> Vec<(&'static str, Text)> {
    let mut texts = Vec::new();
    for (control, details) in catalogue::all().iter().zip(catalogue::details()) {
        let single = [control.title, details.why, details.cost, details.scope, details.done];
        let more = [Some(details.not_applicable), details.organisation, Some(details.evidence), details.attest];
        let warnings = details.warnings.iter().map(|warning| warning.text);
        let mut own: Vec<Text> = single.into_iter().chain(more.into_iter().flatten()).chain(warnings).collect();
        for guide in guides(details) {
            own.extend(guide.console);
            own.extend(guide.no_cli);
            own.extend(guide.cli.iter().filter_map(|command| command.note));
        }
        texts.extend(own.into_iter().map(|text| (control.id, text)));
    }
    for step in runbook::STEPS {
        let notes = step.commands.iter().filter_map(|command| command.note);
        let own = [step.title, step.who, step.goal].into_iter().chain(step.actions.iter().copied());
        texts.extend(own.chain(step.never.iter().copied()).chain(notes).map(|text| (step.id, text)));
    }
    for advice in runbook::TOO_MANY {
        let notes = advice.commands.iter().filter_map(|command| command.note);
        texts.extend([advice.title, advice.body].into_iter().chain(notes).map(|text| ("too-many", text)));
    }
    texts.extend(runbook::FIELDS.iter().flat_map(|field| [field.title, field.hint]).map(|text| ("team", text)));
    let deadlines = runbook::DEADLINES.iter().flat_map(|deadline| [deadline.severity, deadline.within, deadline.then]);
    let decisions = runbook::DECISIONS.iter().flat_map(|decision| [decision.decision, decision.then]);
    texts.extend(deadlines.chain(decisions).map(|text| ("team", text)));
    for chapter in learn::CHAPTERS {
        let points = chapter.points.iter().flat_map(|point| [point.title, point.body]);
        let own = [chapter.title, chapter.picture].into_iter().chain(chapter.body.iter().copied()).chain(points);
        texts.extend(own.map(|text| (chapter.id, text)));
    }
    for question in quiz::QUESTIONS {
        let options = question.options.iter().flat_map(|option| [option.text, option.why]);
        texts.extend([question.text].into_iter().chain(options).map(|text| (question.id, text)));
    }
    for control in MUST_FIX {
        texts.extend([control.title, control.checks].map(|text| (control.id, text)));
    }
    texts.extend(Group::ALL.into_iter().flat_map(|group| [group.title(), group.why()]).map(|text| ("must-fix", text)));
    texts.push(("must-fix", must_fix::RULE));
    texts.extend(talk::POINTS.iter().map(|point| ("talk", point.title)));
    texts.extend(frameworks::baseline().map(|(id, title, _)| (id, title)));
    texts.extend(changes::CHANGES.iter().map(|change| ("changes", change.text)));
    texts
}

/// Ids of controls that other content refers to, with the id of that content.
fn named_controls() -> impl Iterator<Item = (&'static str, &'static str)> {
    let steps = runbook::STEPS.iter().flat_map(|step| step.controls.iter().map(|control| (step.id, *control)));
    let points = learn::CHAPTERS.iter().flat_map(|chapter| {
        chapter.points.iter().flat_map(|point| point.controls.iter().map(|control| (chapter.id, *control)))
    });
    let talk = talk::POINTS.iter().flat_map(|point| point.controls.iter().map(|control| ("talk", *control)));
    let questions = quiz::QUESTIONS.iter().map(|question| (question.id, question.control));
    let must_fix = MUST_FIX.iter().filter_map(|control| Some((control.id, control.control?)));
    steps.chain(points).chain(talk).chain(questions).chain(must_fix)
}

#[test]
fn controls_agree_with_the_facts() {
    let facts: Vec<Value> = serde_json::from_str(FACTS).unwrap();
    for (control, details) in catalogue::all().iter().zip(catalogue::details()) {
        assert_eq!(
            control.id,
            details.id,
            "CONTROLS and DETAILS of src/content/catalogue/{} differ in order",
            control.section.id()
        );
        let mut ours = json!({
            "id": control.id,
            "section": control.section.id(),
            "mandatory": control.mandatory,
            "level": control.level,
            "order": control.order,
            "needs": control.needs,
            "severity": control.severity.id(),
            "effort_minutes": control.effort_minutes,
            "free": control.free,
        });
        // A framework without items for the control has no field in the facts.
        for framework in FRAMEWORKS {
            let ids = framework.ids(control.id);
            if !ids.is_empty() {
                ours[framework.field] = json!(ids);
            }
        }
        let fact = facts.iter().find(|fact| fact["id"] == control.id);
        let fact =
            fact.unwrap_or_else(|| panic!("tests/facts.json has no row of {}; the catalogue says {ours}", control.id));
        assert_eq!(
            &ours,
            fact,
            "{} differs in src/content/catalogue/{}/ and tests/facts.json",
            control.id,
            control.section.id()
        );
    }
    for fact in &facts {
        let (id, section) = (fact["id"].as_str().unwrap(), fact["section"].as_str().unwrap());
        let missing =
            format!("{id} is in tests/facts.json, but src/content/catalogue/{section}/mod.rs names no such control");
        assert!(catalogue::find(id).is_some(), "{missing}");
    }
    assert_eq!((catalogue::all().len(), catalogue::details().count()), (facts.len(), facts.len()));
}

/// The number of mandatory and of recommended controls in the facts.
fn counts() -> (usize, usize) {
    let facts: Vec<Value> = serde_json::from_str(FACTS).unwrap();
    let mandatory = facts.iter().filter(|fact| fact["mandatory"] == true).count();
    (mandatory, facts.len() - mandatory)
}

#[test]
fn each_text_is_in_both_languages_and_neither_is_the_other() {
    let has_japanese =
        |text: &str| text.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'));
    for (id, text) in texts() {
        assert!(has_japanese(text.ja), "{id}: not Japanese: {}", text.ja);
        assert!(!has_japanese(text.en) && !text.en.is_empty(), "{id}: not English: {}", text.en);
        for words in [text.ja, text.en] {
            assert_eq!(words.matches('[').count(), words.matches(']').count(), "{id}: a label is not closed: {words}");
            assert!(!words.contains(['!', '！']), "{id}: no exclamation marks: {words}");
            assert_eq!(words, words.trim(), "{id}");
        }
    }
}

#[test]
fn check_commands_only_read() {
    let verbs = ["get-", "list-", "describe-", "batch-get-", "lookup-", "generate-credential-report"];
    for details in catalogue::details() {
        for command in details.check.cli.iter().filter(|command| command.program == Program::Aws) {
            let operation = command.call.split(' ').nth(1).unwrap();
            assert!(verbs.iter().any(|verb| operation.starts_with(verb)), "{}: {}", details.id, command.call);
        }
    }
}

#[test]
fn chains_start_at_a_command_of_the_same_check() {
    for details in catalogue::details() {
        for command in details.check.cli {
            let Some(each) = &command.each else { continue };
            assert!(details.check.cli.iter().any(|first| first.call == each.from), "{}: {}", details.id, each.from);
            let words = commands::words(command);
            assert!(
                placeholders::find(each.placeholder_values).is_some(),
                "{}: {}",
                details.id,
                each.placeholder_values
            );
            assert!(
                words.iter().any(|word| word.contains(each.placeholder_values)),
                "{}: {}",
                details.id,
                command.call
            );
        }
    }
}

#[test]
fn every_blank_is_one_that_the_form_knows_and_every_one_is_used() {
    let mut used = Vec::new();
    for (place, command) in all_commands() {
        for word in commands::words(command) {
            for token in commands::placeholders(&word) {
                let known = placeholders::find(token);
                used.push(known.unwrap_or_else(|| panic!("{place}: no placeholder {token} in {word}")).token);
            }
        }
    }
    for placeholder in placeholders::PLACEHOLDERS {
        assert!(used.contains(&placeholder.token), "{} is in no command", placeholder.token);
    }
}

/// An interactive shell reads on after a syntax error; a variable of an earlier loop is still set there.
#[test]
fn a_loop_without_its_home_region_changes_nothing_when_it_is_typed_into_bash() {
    let mut placeholder_values = commands::PlaceholderValues::default();
    for placeholder in placeholders::PLACEHOLDERS.iter().filter(|placeholder| placeholder.token != "<HOME_REGION>") {
        placeholder_values.set(placeholder.token, placeholder.example.to_owned());
    }
    let file = Json::parse(&topics::write(Topic::Controls, Locale::En, &Value::Null).to_string()).unwrap();
    let mut count = 0;
    for control in catalogue::all() {
        let fix = topics::read_control(&file, control.id).unwrap().fix.cli;
        for group in commands::groups(&fix) {
            let text: String =
                commands::region_loop(group, &placeholder_values).into_iter().map(|piece| piece.text).collect();
            if !text.contains("<HOME_REGION>") {
                continue;
            }
            count += 1;
            let stub =
                "aws() { case \"$*\" in *describe-regions*) echo us-east-1 us-west-2 ;; *) echo \"RAN $*\" ;; esac; }";
            let typed = format!("{stub}\nregion=us-west-2\n{text}\nexit\n");
            let mut bash = Command::new("bash")
                .args(["--norc", "--noprofile", "-i"])
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            bash.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
            let output = bash.wait_with_output().unwrap();
            let printed = String::from_utf8_lossy(&output.stdout);
            assert!(!printed.contains("RAN "), "{}: {printed}\n{text}", control.id);
        }
    }
    assert!(count >= 4, "{count}");
}

#[test]
fn json_in_commands_is_valid_and_a_policy_says_its_version() {
    let mut placeholder_values = commands::PlaceholderValues::default();
    for placeholder in placeholders::PLACEHOLDERS {
        placeholder_values.set(placeholder.token, placeholder.example.to_owned());
    }
    let mut policies = 0;
    for (place, command) in all_commands() {
        let line = commands::argv(&commands::words(command), &placeholder_values);
        for word in line.iter().filter(|word| word.starts_with("{\"") || word.starts_with("[{\"")) {
            let value: Value = serde_json::from_str(word).unwrap_or_else(|error| panic!("{place}: {error}: {word}"));
            if word.contains("\"Effect\"") {
                assert_eq!(value["Version"], "2012-10-17", "{place}");
                policies += 1;
            }
        }
    }
    assert!(policies >= 5, "{policies}");
}

#[test]
fn sources_are_pages_of_the_maker_with_a_date() {
    let prefixes = [
        "https://docs.aws.amazon.com/",
        "https://aws.amazon.com/",
        "https://repost.aws/",
        "https://www.repost.aws/",
        // The obligation to report, in Japan.
        "https://www.ppc.go.jp/",
        "https://www.businesslawyers.jp/",
        "https://docs.github.com/",
        "https://github.com/aws",
        "https://github.com/awslabs/git-secrets",
    ];
    for (place, source) in about::sources().filter(|(place, _)| *place != "about") {
        assert!(prefixes.iter().any(|prefix| source.url.starts_with(prefix)), "{place}: {}", source.url);
        assert!(Date::parse(source.reviewed).is_some(), "{place}: {}", source.reviewed);
        assert!(!source.title.is_empty(), "{place}");
    }
    for details in catalogue::details() {
        assert!(!details.sources.is_empty(), "{}", details.id);
    }
}

#[test]
fn whatever_names_a_control_names_one_that_exists() {
    for (place, control) in named_controls() {
        assert!(catalogue::find(control).is_some(), "{place}: {control}");
    }
}

#[test]
fn the_must_fix_list_agrees_with_the_facts() {
    let facts: Vec<Value> = serde_json::from_str(include_str!("must-fix.json")).unwrap();
    assert_eq!((MUST_FIX.len(), facts.len()), (36, 36));
    for fact in &facts {
        let ours = MUST_FIX.iter().find(|control| fact["id"] == control.id).unwrap_or_else(|| panic!("{}", fact["id"]));
        assert_eq!(fact["severity"], ours.severity.id().to_uppercase(), "{}", ours.id);
        assert_eq!(fact["fsbp"], ours.fsbp, "{}", ours.id);
        let group = ours.group as usize + 1;
        assert!(fact["group"].as_str().unwrap().starts_with(&group.to_string()), "{}", ours.id);
        if let Some(control) = ours.control.map(|id| catalogue::details().find(|details| details.id == id).unwrap()) {
            let known = security_hub_ids(control.id).contains(&ours.id);
            assert!(known, "{}: {} does not name it", ours.id, control.id);
        }
    }
}

const BASELINE: &str = "docs/baseline.md";

#[test]
fn every_measure_of_the_baseline_and_every_point_of_the_talk_has_a_control() {
    let row = |name: &str, controls: &[&str]| {
        assert!(
            !controls.is_empty() && controls.iter().all(|id| catalogue::find(id).is_some()),
            "{name}: {controls:?}"
        );
        format!("| {name} | {} |\n", controls.join(", "))
    };
    let mut text = "# What the controls answer\n\nWritten from `src/content/frameworks/aws_ssb.rs` and `src/content/talk.rs` by `cargo xtask bless`; the About page shows the same.\n\n\
        ## AWS Startup Security Baseline\n\nThe measures for the account, edition of June 2026.\n\n| Measure | Controls |\n|---|---|\n"
        .to_owned();
    let mut ids = Vec::new();
    for (id, title, controls) in frameworks::baseline() {
        text.push_str(&row(&format!("{id} {}", title.en), &controls));
        ids.push(id.to_owned());
    }
    assert_eq!(ids, (1..=17).map(|number| format!("ACCT.{number:02}")).collect::<Vec<_>>());
    text.push_str("\n## The talk\n\nWhat its public summary tells.\n\n| Point | Controls |\n|---|---|\n");
    for point in talk::POINTS {
        text.push_str(&row(point.title.en, point.controls));
    }
    if std::env::var_os("GUARD_NAVI_WRITE").is_some() {
        std::fs::write(BASELINE, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(BASELINE).unwrap(), text, "run `cargo xtask bless`");
    // The file for other programs names each measure.
    let file = catalogue_file::write().to_string();
    assert!(ids.iter().all(|id| file.contains(&format!("\"{id}\""))));
}

#[test]
fn the_iam_section_keeps_the_seven_of_the_talk() {
    let mandatory = catalogue::of_section(Section::Iam).filter(|control| control.mandatory);
    let mut ids: Vec<&str> = mandatory.map(|control| control.id).collect();
    let mut of_talk = talk::POINTS.iter().find(|point| point.title.en.contains("seven")).unwrap().controls.to_vec();
    ids.sort_unstable();
    of_talk.sort_unstable();
    assert_eq!((ids.len(), ids), (7, of_talk));
}

#[test]
fn walking_by_next_step_follows_the_curated_order() {
    let mut path: Vec<_> = catalogue::all().iter().filter(|control| control.mandatory).collect();
    path.sort_by_key(|control| control.order);
    let (mandatory, recommended) = counts();
    assert_eq!((path.len(), path[0].id), (mandatory, "iam-root-mfa"));
    let now = Timestamp::UNIX_EPOCH;
    let mut profile = Profile::default();
    for expected in &path {
        assert_eq!(score::next_step(catalogue::all(), &profile).map(|control| control.id), Some(expected.id));
        profile.record(expected.id, Change::by_person(Status::Done), now).unwrap();
    }
    assert_eq!(score::score(catalogue::all(), &profile).value, Some(100));
    // Then the recommended ones follow, each once, until none is left.
    let mut rest = 0;
    while let Some(control) = score::next_step(catalogue::all(), &profile) {
        assert!(!control.mandatory && profile.status(control.id) == Status::Unanswered);
        profile.record(control.id, Change::by_person(Status::Done), now).unwrap();
        rest += 1;
    }
    assert_eq!(rest, recommended);
}

#[test]
fn needs_never_deadlock() {
    // There is a next step as long as a mandatory control is open, whichever control's risk was accepted.
    let (mandatory, _) = counts();
    for stuck in catalogue::all() {
        let mut profile = Profile::default();
        let mut steps = 0;
        while let Some(control) = score::next_step(catalogue::all(), &profile).filter(|control| control.mandatory) {
            let status = if control.id == stuck.id { Status::RiskAccepted } else { Status::Done };
            let (reason, review_by) = (Some("test".to_owned()), Date::parse("2027-01-01"));
            let change = Change { reason, review_by, ..Change::by_person(status) };
            profile.record(control.id, change, Timestamp::UNIX_EPOCH).unwrap();
            steps += 1;
            assert!(steps <= mandatory, "{}", stuck.id);
        }
        assert_eq!(steps, mandatory, "{}", stuck.id);
    }
}

#[test]
fn learning_takes_about_six_minutes() {
    let mut japanese = 0;
    let mut english = 0;
    for chapter in learn::CHAPTERS {
        let points = chapter.points.iter().flat_map(|point| [point.title, point.body]);
        for text in [chapter.title].into_iter().chain(chapter.body.iter().copied()).chain(points) {
            japanese += text.ja.chars().count();
            english += text.en.split_whitespace().count();
        }
    }
    // 200 English words or 500 Japanese characters a minute.
    assert!((2_000..=3_500).contains(&japanese), "{japanese}");
    assert!((900..=1_400).contains(&english), "{english}");
    assert!(quiz::QUESTIONS.len() >= 8);
}

#[test]
fn what_a_control_needs_comes_before_it() {
    for control in catalogue::all() {
        for need in control.needs {
            if let Some(needed) = catalogue::find(need) {
                assert!(needed.order < control.order, "{} needs {need}", control.id);
            }
        }
    }
}
