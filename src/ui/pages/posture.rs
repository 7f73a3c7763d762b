//! Posture: the calculator of the Security Hub score, and the controls that must not stay failed.

use crate::browser::element::{El, el, value};
use crate::catalogue::{self, Severity};
use crate::guidance::Topic;
use crate::i18n::Locale;
use crate::json::Json;
use crate::route::Route;
use crate::securityhub::{Counts, standard_score};
use crate::ui::parts::basics::{h1, h2, link, p, section, span};
use crate::ui::parts::labelled::labelled;
use crate::ui::parts::leaflet::{leaflet, outside, sources};
use crate::ui::parts::marks::severity;
use crate::ui::state::AppState;
use crate::ui::text::{posture as text, shell};

pub(crate) fn posture(app: AppState, locale: Locale) -> Vec<El> {
    vec![
        h1(shell::POSTURE.get(locale)),
        p("lead", text::LEAD.get(locale)),
        calculator(locale),
        section(text::MUST_FIX.get(locale), None).attr("id", "must-fix").child(leaflet(
            app,
            Topic::Posture,
            locale,
            move |file| drawn(file, locale),
        )),
    ]
}

/// Three numbers in, AWS's score out. The fields are the only state there is.
fn calculator(locale: Locale) -> El {
    let fields = [text::PASSED, text::FAILED, text::UNKNOWN].map(|name| {
        let input = el("input").attr("type", "text").attr("inputmode", "numeric").attr("autocomplete", "off");
        (name, input)
    });
    let result = el("p").class("calculated").attr("role", "status").text(text::TYPE_NUMBERS.get(locale));
    let elements = fields.each_ref().map(|(_, input)| input.element().clone());
    let told = result.element().clone();
    let tell = move |_| told.set_text_content(Some(&calculated(elements.each_ref().map(value), locale)));
    let form = fields.into_iter().fold(el("div").class("fields counts").on("input", tell), |form, (name, input)| {
        form.child(el("label").child(span("small", name.get(locale))).child(input))
    });
    let traps = text::TRAP_LIST.iter().map(|trap| el("li").text(trap.get(locale)));
    section(text::CALCULATOR.get(locale), None)
        .attr("id", "calculator")
        .child(labelled("p", text::CALCULATOR_LEAD.get(locale)))
        .child(form)
        .child(result)
        .child(el("h3").text(text::TRAPS.get(locale)))
        .child(el("ul").class("plain").children(traps))
}

fn calculated([passed, failed, unknown]: [String; 3], locale: Locale) -> String {
    let (Some(passed), Some(failed), Some(unknown)) = (count(&passed), count(&failed), count(&unknown)) else {
        return text::NOT_A_NUMBER.get(locale).to_owned();
    };
    match standard_score(Counts { passed, failed, unknown }) {
        None => text::NO_SCORE.get(locale).to_owned(),
        Some(score) => {
            let mut told = text::score(score, locale);
            if score.is_rounded_up {
                told.push(' ');
                told.push_str(text::ROUNDED_UP.get(locale));
            }
            told
        }
    }
}

/// A field that is still empty counts none.
fn count(typed: &str) -> Option<u32> {
    match typed.trim() {
        "" => Some(0),
        digits if digits.len() <= 9 && digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok(),
        _ => None,
    }
}

fn drawn(file: &Json, locale: Locale) -> Vec<El> {
    let mut out = vec![p("", file.words("rule"))];
    for group in file.items("groups") {
        let rows = file.items("must_fix").iter().filter(|control| control.words("group") == group.words("id"));
        let heads = [text::CONTROL, text::LOOKS_AT, text::SEVERITY, text::OURS];
        let heads = heads.map(|head| el("th").attr("scope", "col").text(head.get(locale)));
        let table = el("table")
            .class("must-fix")
            .child(el("thead").child(el("tr").children(heads)))
            .child(el("tbody").children(rows.map(|control| row(control, locale))));
        out.push(h2(group.words("title")).class("group"));
        out.push(p("quiet small", group.words("why")));
        out.push(table);
    }
    out.push(sources(file, locale));
    out
}

fn row(control: &Json, locale: Locale) -> El {
    let id = control.words("id");
    let name = el("td").child(el("b").child(outside(control.words("url"), id))).text(" ").text(control.words("title"));
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
}
