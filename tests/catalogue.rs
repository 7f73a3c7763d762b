//! The catalogue agrees with the verified facts, and its texts keep the house rules.

use guard_navi::catalogue::{self, Command, Details, Guide, Placeholder};
use guard_navi::commands;
use guard_navi::i18n::Text;
use guard_navi::time::Date;
use serde_json::{Value, json};

/// The structured part of the verified facts.
const FACTS: &str = include_str!("facts.json");

fn guides(details: &Details) -> [&Guide; 2] {
    [&details.check, &details.fix]
}

fn all_commands() -> impl Iterator<Item = (&'static str, &'static Command)> {
    catalogue::details()
        .flat_map(|details| guides(details).map(move |guide| (details.id, guide)))
        .flat_map(|(id, guide)| guide.cli.iter().map(move |command| (id, command)))
}

/// Every text of the catalogue, with the control that it belongs to.
fn texts() -> Vec<(&'static str, Text)> {
    let mut texts = Vec::new();
    for (control, details) in catalogue::all().iter().zip(catalogue::details()) {
        let single = [control.title, control.why, details.cost, details.scope, details.done];
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
    texts
}

#[test]
fn controls_agree_with_the_facts() {
    let facts: Vec<Value> = serde_json::from_str(FACTS).unwrap();
    for (control, details) in catalogue::all().iter().zip(catalogue::details()) {
        assert_eq!(
            control.id,
            details.id,
            "CONTROLS and DETAILS of src/catalogue/{} differ in order",
            control.section.id()
        );
        let frameworks = &details.frameworks;
        let ours = json!({
            "id": control.id,
            "section": control.section.id(),
            "mandatory": control.mandatory,
            "level": control.level,
            "order": control.order,
            "needs": control.needs,
            "severity": control.severity.id(),
            "effort_minutes": control.effort_minutes,
            "free": control.free,
            "security_hub_ids": frameworks.security_hub,
            "cis_v3": frameworks.cis_v3,
            "cis_v5": frameworks.cis_v5,
            "cis_v6": frameworks.cis_v6,
            "cis_v7": frameworks.cis_v7,
            "config_rule": frameworks.config_rule,
            "prowler": frameworks.prowler,
        });
        let fact = facts.iter().find(|fact| fact["id"] == control.id);
        assert_eq!(Some(&ours), fact, "{}", control.id);
    }
    let lens = (catalogue::all().len(), catalogue::details().count());
    assert_eq!(lens.0, lens.1, "every control needs both CONTROL and DETAILS");
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
        for command in details.check.cli {
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
            assert!(words.iter().any(|word| word == each.fills.token()), "{}: {}", details.id, command.call);
        }
    }
}

#[test]
fn every_token_is_a_placeholder_that_the_form_knows() {
    for (id, command) in all_commands() {
        for word in commands::words(command) {
            let mut bare = word.clone();
            for placeholder in Placeholder::ALL {
                bare = bare.replace(placeholder.token(), "");
            }
            assert!(!bare.contains(['<', '>']), "{id}: unknown placeholder in {word}");
        }
    }
}

#[test]
fn policies_in_commands_are_valid_json() {
    let mut fills = commands::Fills::default();
    for placeholder in Placeholder::ALL {
        fills.set(placeholder, placeholder.example().to_owned());
    }
    let mut seen = 0;
    for (id, command) in all_commands() {
        for word in commands::argv(&commands::words(command), &fills).iter().filter(|word| word.starts_with('{')) {
            let policy: Value = serde_json::from_str(word).unwrap_or_else(|error| panic!("{id}: {error}: {word}"));
            assert_eq!(policy["Version"], "2012-10-17", "{id}");
            seen += 1;
        }
    }
    assert!(seen >= 2);
}

#[test]
fn sources_are_pages_of_aws_with_a_date() {
    for details in catalogue::details() {
        assert!(!details.sources.is_empty(), "{}", details.id);
        for source in details.sources {
            assert!(source.url.starts_with("https://docs.aws.amazon.com/"), "{}: {}", details.id, source.url);
            assert!(Date::parse(source.reviewed).is_some(), "{}: {}", details.id, source.reviewed);
        }
    }
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
