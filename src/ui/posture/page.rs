//! Posture: the calculator of the Security Hub score, and the controls that must not stay failed.

use crate::base::i18n::{Locale, Text};
use crate::base::json::Json;
use crate::base::number;
use crate::browser::element::{Element, el, set_value, value};
use crate::content::catalogue::{self, Severity};
use crate::content::route::Route;
use crate::content::topics::Topic;
use crate::evidence::Outcome;
use crate::evidence::posture::{HubStatus, Posture, Standard};
use crate::evidence::security_score::{Counts, standard_score};
use crate::ui::core::state::AppState;
use crate::ui::core::topic_view::{sources, topic_view};
use crate::ui::core::words::shell;
use crate::ui::kit::badges::{outcome_badge, severity};
use crate::ui::kit::basics::{external_link, h1, h2, link, p, section, span};
use crate::ui::kit::console_label::with_console_labels;
use crate::ui::posture::words as text;

pub(crate) fn posture(app: AppState, locale: Locale) -> Vec<Element> {
    vec![
        h1(shell::POSTURE.get(locale)),
        p("lead", text::LEAD.get(locale)),
        el("div").reactive_children(move || vec![calculator(app.posture().as_ref(), locale)]),
        section(text::MUST_FIX.get(locale), None).attr("id", "must-fix").child(topic_view(
            app,
            Topic::Posture,
            locale,
            move |file| must_fix_list(file, app.posture().as_ref(), locale),
        )),
    ]
}

/// Computes AWS's score from three numbers. The fields hold the only state.
fn calculator(imported: Option<&Posture>, locale: Locale) -> Element {
    // FSBP (Foundational Security Best Practices) if it is among them: the talk is about its score.
    let standard = imported.and_then(|posture| {
        let is_fsbp = |standard: &&Standard| standard.name.starts_with("aws-foundational");
        posture.standards.iter().find(is_fsbp).or(posture.standards.first())
    });
    let counts = standard.map(|standard| standard.counts);
    let number = |pick: fn(Counts) -> u32| counts.map(|counts| pick(counts).to_string()).unwrap_or_default();
    let filled = [number(|counts| counts.passed), number(|counts| counts.failed), number(|counts| counts.unknown)];
    let fields = [text::PASSED, text::FAILED, text::UNKNOWN].into_iter().zip(&filled).map(|(name, number)| {
        let input = el("input").attr("type", "text").attr("inputmode", "numeric").attr("autocomplete", "off");
        set_value(input.element(), number);
        (name, input)
    });
    let fields: Vec<(Text, Element)> = fields.collect();
    let summary =
        if counts.is_some() { calculated(&filled, locale) } else { text::TYPE_NUMBERS.get(locale).to_owned() };
    let result = el("p").class("calculated").attr("role", "status").text(&summary);
    let elements: Vec<_> = fields.iter().map(|(_, input)| input.element().clone()).collect();
    let result_element = result.element().clone();
    let update = move |_| {
        let typed: Vec<String> = elements.iter().map(value).collect();
        result_element.set_text_content(Some(&calculated(&typed, locale)));
    };
    let form = fields.into_iter().fold(el("div").class("fields counts").on("input", update), |form, (name, input)| {
        form.child(el("label").child(span("small", name.get(locale))).child(input))
    });
    let traps = text::TRAP_LIST.iter().map(|trap| el("li").text(trap.get(locale)));
    section(text::CALCULATOR.get(locale), None)
        .attr("id", "calculator")
        .child(with_console_labels("p", text::CALCULATOR_LEAD.get(locale)))
        .children(
            imported.zip(standard).map(|(posture, standard)| p("note", &text::imported(posture, standard, locale))),
        )
        .child(form)
        .child(result)
        .child(el("h3").text(text::TRAPS.get(locale)))
        .child(el("ul").class("plain").children(traps))
}

/// The score as a sentence, from the typed numbers of passed, failed and unknown controls.
fn calculated(typed: &[String], locale: Locale) -> String {
    let counts: Option<Vec<u32>> = typed.iter().map(|typed| count(typed)).collect();
    let Some(&[passed, failed, unknown]) = counts.as_deref() else {
        return text::NOT_A_NUMBER.get(locale).to_owned();
    };
    match standard_score(Counts { passed, failed, unknown }) {
        None => text::NO_SCORE.get(locale).to_owned(),
        Some(score) => {
            let mut summary = text::score(score, locale);
            if score.is_rounded_up {
                summary.push(' ');
                summary.push_str(text::ROUNDED_UP.get(locale));
            }
            summary
        }
    }
}

/// The number in a field, of at most 9 digits; an empty field is 0.
fn count(typed: &str) -> Option<u32> {
    match number::half_width(typed).trim() {
        "" => Some(0),
        digits if digits.len() <= 9 && digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok(),
        _ => None,
    }
}

fn must_fix_list(file: &Json, imported: Option<&Posture>, locale: Locale) -> Vec<Element> {
    let mut out = vec![p("", file.words("rule"))];
    if imported.is_none() {
        out.push(
            p("", text::IMPORT_HINT.get(locale)).text(" ").child(link(&Route::Evidence, text::IMPORT.get(locale))),
        );
    }
    for group in file.items("groups") {
        let rows = file.items("must_fix").iter().filter(|control| control.words("group") == group.words("id"));
        let mut heads = vec![text::CONTROL, text::LOOKS_AT, text::SEVERITY, text::OURS];
        heads.extend(imported.map(|_| text::FINDINGS));
        let heads = heads.into_iter().map(|head| el("th").attr("scope", "col").text(head.get(locale)));
        let table = el("table")
            .class("must-fix")
            .child(el("thead").child(el("tr").children(heads)))
            .child(el("tbody").children(rows.map(|control| row(control, imported, locale))));
        out.push(h2(group.words("title")).class("group"));
        out.push(p("quiet small", group.words("why")));
        out.push(table);
    }
    out.push(sources(file, locale));
    out
}

fn row(control: &Json, imported: Option<&Posture>, locale: Locale) -> Element {
    let id = control.words("id");
    let name = el("td")
        .child(el("b").attr("translate", "no").child(external_link(control.words("url"), id)))
        .text(" ")
        .text(control.words("title"));
    let outside_fsbp =
        (control.get("fsbp") == Some(&Json::Bool(false))).then(|| p("quiet small", text::NOT_FSBP.get(locale)));
    let level = match control.words("severity") {
        "critical" => Severity::Critical,
        _ => Severity::High,
    };
    let ours = catalogue::find(control.words("control"))
        .map(|ours| link(&Route::Control(ours.id.to_owned()), ours.title.get(locale)));
    el("tr")
        .attr("data-id", id)
        .child(name.children(outside_fsbp))
        .child(el("td").text(control.words("checks")))
        .child(el("td").child(severity(level, locale)))
        .child(el("td").children(ours))
        .children(imported.map(|posture| finding(posture, id, locale)))
}

/// The result of the findings for one Security Hub control, with the failed resources.
fn finding(posture: &Posture, id: &str, locale: Locale) -> Element {
    let Some(control) = posture.controls.iter().find(|control| control.id == id) else {
        return el("td").child(span("quiet", text::NO_FINDING.get(locale)));
    };
    let (status, words) = match control.status {
        HubStatus::Passed => (Outcome::Pass, text::PASSED),
        HubStatus::Failed => (Outcome::Fail, text::FAILED),
        HubStatus::Unknown => (Outcome::Unknown, text::UNKNOWN),
    };
    let failed = control.failed.iter().map(|resource| el("li").text(resource));
    el("td")
        .attr("data-finding", words.en)
        .child(outcome_badge(status).text(words.get(locale)))
        .child(el("ul").class("plain small file").children(failed))
}
