//! One control on the handout.

use super::model::{Handout, Languages};
use super::parts::{numbered, steps, with_console_labels};
use super::words as own;
use crate::base::i18n::{Locale, Text};
use crate::base::json::Json;
use crate::content::catalogue::{Control, Risk};
use crate::content::commands::{self, CommandLine, PlaceholderValues};
use crate::content::route::Route;
use crate::content::topics::{Topic, steps_cli};
use crate::documents::tree::{Node, node, words};
use crate::documents::words as text;

/// Lays out a control: check box, reason, check and fix steps, QR code, and lines for notes.
pub(super) fn control_entry(handout: &Handout<'_>, control: &Control, number: usize) -> Node {
    let body = node("div", "body").child(handout.in_languages(|locale| top(handout, control, locale)));
    let body = if handout.choices.steps {
        body.children(tasks(handout, control)).child(handout.in_languages(|locale| done(handout, control, locale)))
    } else {
        body
    };
    numbered(number, body.child(handout.lines_to_write([text::OWNER, text::DUE], own::NOTES)))
}

fn done(handout: &Handout<'_>, control: &Control, locale: Locale) -> Node {
    let name = words("b", "", own::DONE.get(locale)).text(": ");
    let done = details(handout, control, locale).words("done");
    node("p", "small").child(name).child(with_console_labels("span", "", done))
}

fn details<'a>(handout: &'a Handout<'_>, control: &Control, locale: Locale) -> &'a Json {
    let controls = handout.file(Topic::Controls, locale).get("controls");
    controls.and_then(|controls| controls.get(control.id)).unwrap_or(&Json::Null)
}

fn top(handout: &Handout<'_>, control: &Control, locale: Locale) -> Node {
    let free = control.free.then(|| words("span", "", text::FREE.get(locale)));
    let severity = words("severity", control.severity.id(), control.severity.title().get(locale));
    let facts = node("p", "facts small quiet")
        .child(severity.in_language(locale.tag()))
        .child(words("span", "", &text::minutes(control.effort_minutes, locale)))
        .children(free)
        .child(words("span", "", control.section.title().get(locale)));
    let why = with_console_labels("p", "", details(handout, control, locale).words("why"));
    // With steps, this text follows them.
    let done = (!handout.choices.steps).then(|| done(handout, control, locale));
    let title = words("h4", "", control.title.get(locale));
    let description = node("div", "told").child(title).child(facts).child(why).children(done);
    node("div", "top").child(description).children(handout.code(&Route::Control(control.id.to_owned()), locale))
}

/// Check and fix: in two columns for one language, below each other for both, with the commands only once.
fn tasks(handout: &Handout<'_>, control: &Control) -> Vec<Node> {
    let details_in = |locale| details(handout, control, locale);
    let check = |locale| task(text::CHECK, details_in(locale).get("check"), Vec::new(), locale);
    let fix = |locale| task(text::FIX, details_in(locale).get("fix"), warnings(details_in(locale), locale), locale);
    match handout.choices.languages {
        Languages::One(locale) => {
            let check = check(locale).children(commands(details_in(locale)));
            vec![node("div", "tasks").child(check).child(fix(locale))]
        }
        Languages::Both => {
            let commands = node("div", "").children(commands(details_in(Locale::En)));
            vec![handout.in_languages(check), commands, handout.in_languages(fix)]
        }
    }
}

fn task(title: Text, guide: Option<&Json>, warnings: Vec<Node>, locale: Locale) -> Node {
    let console = guide.into_iter().flat_map(|guide| guide.texts("console"));
    node("div", "task").child(words("h5", "", title.get(locale))).children(warnings).child(steps(console))
}

/// The check commands without their notes; the page explains the output.
fn commands(details: &Json) -> Vec<Node> {
    let line = |command: CommandLine| {
        let line = words("code", "", &commands::line(&command.words, &PlaceholderValues::default()));
        node("p", "cli").child(line)
    };
    details.get("check").map(steps_cli).unwrap_or_default().into_iter().map(line).collect()
}

fn warnings(details: &Json, locale: Locale) -> Vec<Node> {
    let warning = |warning: &Json| {
        let risk = Risk::ALL.into_iter().find(|risk| risk.id() == warning.words("risk"));
        let name = risk.map(|risk| words("b", "", risk.title().get(locale)).text(": "));
        node("p", "care").children(name).child(with_console_labels("span", "", warning.words("text")))
    };
    details.items("warnings").iter().map(warning).collect()
}
