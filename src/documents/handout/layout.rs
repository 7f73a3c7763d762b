//! The layout of the handout.

use super::appendices::{quiz, runbook, team};
use super::control_entry::control_entry;
use super::facilitator::facilitator;
use super::model::{Appendix, Group, Handout, Languages, Paper};
use super::words as text;
use crate::content::route::Route;
use crate::documents::tree::{Node, node, words};
use crate::documents::words::SERIES;

/// Lays out the handout with its optional sheets.
#[must_use]
pub fn handout(handout: &Handout<'_>) -> Node {
    let choices = &handout.choices;
    let class = match (choices.paper, choices.languages) {
        (Paper::A4, Languages::One(_)) => "document handout a4",
        (Paper::A4, Languages::Both) => "document handout both a4",
        (Paper::Letter, Languages::One(_)) => "document handout letter",
        (Paper::Letter, Languages::Both) => "document handout both letter",
    };
    let groups = choices.groups();
    let nothing = groups.is_empty().then(|| handout.sentence("quiet", text::NOTHING));
    let sheet = node("article", class)
        .child(header(handout))
        .child(intro(handout, &groups))
        .children(nothing)
        .children(choices.steps.then(|| overview(handout, &groups)))
        .children(groups.iter().map(|group| part(handout, group)))
        .children(choices.appendices.iter().map(|appendix| match appendix {
            Appendix::Runbook => runbook(handout),
            Appendix::Team => team(handout),
            Appendix::Quiz => quiz(handout),
            Appendix::Facilitator => facilitator(handout, &groups),
        }));
    match choices.languages {
        Languages::One(locale) => sheet.in_language(locale.tag()),
        Languages::Both => sheet,
    }
}

fn header(handout: &Handout<'_>) -> Node {
    let choices = &handout.choices;
    let title = match choices.title {
        "" => handout.in_languages(|locale| words("h2", "title", text::TITLE.get(locale))),
        title => words("h2", "title", title),
    };
    let details = [(text::EVENT, choices.event), (text::DATE, choices.date), (text::CONTACT, choices.contact)];
    let details = details.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| {
        node("p", "").child(handout.label("span", "quiet small", name)).text(" ").child(words("span", "", value))
    });
    let heading = node("div", "told")
        .child(handout.label("p", "quiet small", SERIES))
        .child(title)
        .child(node("div", "given").children(details));
    let locale = choices.languages.locales().into_iter().next().unwrap_or_default();
    let code = handout.code(&Route::Checklist, locale);
    node("header", "head").child(heading).children(code)
}

fn intro(handout: &Handout<'_>, groups: &[Group]) -> Node {
    let lead = if handout.base.is_some() { text::LEAD } else { text::LEAD_WITHOUT_CODES };
    let controls = groups.iter().map(|group| group.controls.len()).sum();
    let effort = groups.iter().map(Group::effort).sum();
    let amount = handout.in_languages(|locale| words("p", "quiet small", &text::amount(controls, effort, locale)));
    let blanks = [text::YOUR_NAME, text::YOUR_ACCOUNT].map(|name| handout.blank(name));
    node("div", "intro")
        .child(handout.sentence("", lead))
        .child(handout.no_secrets())
        .child(amount)
        .child(node("p", "blanks").children(blanks))
}

/// A table of all controls; included with the steps, when hardly more than one control fits a page.
fn overview(handout: &Handout<'_>, groups: &[Group]) -> Node {
    let rows = groups.iter().flat_map(|group| group.controls.iter().zip(group.first..)).map(|(control, number)| {
        let title = handout.in_languages(|locale| words("div", "", control.title.get(locale)));
        let minutes = node("td", "num").text(&control.effort_minutes.to_string()).text(" ");
        node("tr", "")
            .child(node("td", "").child(node("span", "box")))
            .child(words("td", "num", &number.to_string()))
            .child(node("td", "wide").child(title))
            .child(handout.label("td", "", control.severity.title()))
            .child(minutes.child(handout.label("span", "", text::MINUTES)))
    });
    node("table", "overview").child(node("tbody", "").children(rows))
}

fn part(handout: &Handout<'_>, group: &Group) -> Node {
    let entries =
        group.controls.iter().zip(group.first..).map(|(control, number)| control_entry(handout, control, number));
    node("section", "").child(handout.in_languages(|locale| words("h3", "", group.title(locale)))).children(entries)
}

#[cfg(test)]
mod tests {
    use super::handout;
    use crate::base::i18n::Locale;
    use crate::base::json::{Json, Object, put};
    use crate::content::topics::write;
    use crate::documents::handout::{Choices, Handout, address, files};

    /// The handout for these choices, as JSON.
    fn handout_json(choices: &str) -> String {
        let choices = Json::parse(choices).unwrap();
        let mut details = Object::new();
        for (topic, locale) in files(&choices, Locale::Ja) {
            let file = Json::parse(&write(topic, locale, &serde_json::Value::Null).to_string()).unwrap();
            put(&mut details, &Handout::key(topic, locale), file);
        }
        let choices = Choices::read(&choices, Locale::Ja);
        let base = address::public(choices.address).ok();
        let files = Json::Object(details);
        serde_json::to_string(&handout(&Handout { choices, files: &files, base })).unwrap()
    }

    #[test]
    fn each_language_alone_and_both_beside_each_other() {
        let japanese = handout_json(r#"{"languages":"ja","steps":true}"#);
        let english = handout_json(r#"{"languages":"en","steps":true}"#);
        let both = handout_json(r#"{"languages":"both","steps":true}"#);
        let (ja, en) = ("ルートユーザーに MFA を設定する", "Turn on MFA for the root user");
        assert!(japanese.contains(ja) && !japanese.contains(en));
        assert!(english.contains(en) && !english.contains(ja));
        assert!(both.find(ja).unwrap() < both.find(en).unwrap());
        assert!(both.contains(r#"["div","pair","","",["h3","","","ja","#));
        assert!(japanese.contains("メモ") && both.contains("Notes"));
        // Console labels are printed without their brackets.
        assert!(!english.contains("[Assign MFA device]") && english.contains("Assign MFA device"));
        assert!(english.contains("aws iam get-account-summary"));
    }

    #[test]
    fn codes_only_for_an_address_that_everybody_reaches() {
        let with = handout_json(r#"{"address":"https://example.org/g/#/handout"}"#);
        assert_eq!(with.matches(r#"["qr","#).count(), 9);
        let parts = ["example.org/", "g/", "#/", "controls/", "iam-root-mfa"];
        let shown = parts.map(|piece| format!(r#"["span","","","","{piece}"]"#)).join(",");
        assert!(with.contains(&shown));
        let without = handout_json(r#"{"address":"http://127.0.0.1:8000/"}"#);
        assert!(!without.contains(r#"["qr","#) && !without.contains("127.0.0.1"));
        let both = handout_json(r#"{"languages":"both","address":"https://example.org/g/"}"#);
        assert_eq!(both.matches(r#"["qr","#).count(), 17);
    }

    #[test]
    fn the_quiz_keeps_its_answers_for_the_facilitator() {
        let reason = "How bad it gets depends on how soon you know";
        let quiz = handout_json(r#"{"languages":"en","quiz":true}"#);
        assert!(quiz.contains("Which of these comes first") && !quiz.contains(reason));
        let sheet = handout_json(r#"{"languages":"en","facilitator":true,"minutes":"60"}"#);
        assert!(sheet.contains(reason) && sheet.contains("57–60 min"));
    }

    #[test]
    fn the_runbook_and_the_team_sheet() {
        let sheets = handout_json(r#"{"languages":"both","runbook":true,"team":true}"#);
        for words in ["Incident runbook", "落ち着いて、安全な場所から始める", "Time (UTC)", "First reader", "9.0-10.0"]
        {
            assert!(sheets.contains(words), "{words}");
        }
    }
}
