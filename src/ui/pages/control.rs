//! One control: why, check, fix, and where you stand.

use crate::browser::element::{El, el};
use crate::catalogue::{self, Control, Guide, Placeholder, Source, Warning};
use crate::commands;
use crate::evidence::JUDGED;
use crate::i18n::{Locale, Text, Words};
use crate::route::Route;
use crate::time::Date;
use crate::ui::parts::answer_rail::answer_rail;
use crate::ui::parts::basics::{choice, h1, h2, link, p, section, span};
use crate::ui::parts::command::{command_block, fields};
use crate::ui::parts::labelled::labelled;
use crate::ui::parts::marks::severity;
use crate::ui::settings::Way;
use crate::ui::state::AppState;
use crate::ui::text::{self as words, control as text, home as home_text, shell};
use leptos::prelude::*;

pub(crate) fn control(app: AppState, id: &str, locale: Locale) -> Vec<El> {
    match catalogue::find(id) {
        Some(control) => found(app, control, locale),
        None => super::not_found::not_found(locale),
    }
}

fn found(app: AppState, control: &'static Control, locale: Locale) -> Vec<El> {
    let crumbs = el("nav")
        .class("crumbs")
        .attr("aria-label", text::CRUMBS.get(locale))
        .child(link(&Route::Checklist, shell::CHECKLIST.get(locale)))
        .child(span("", control.section.title().get(locale)));
    let article = el("article")
        .children(heading(control, locale))
        .child(p("lead", control.why.get(locale)))
        .children(needs(control, locale))
        .child(guide(app, "check", text::CHECK, &control.check, locale))
        .children(JUDGED.contains(&control.id).then(|| {
            el("p").child(link(&Route::Evidence, text::JUDGE.get(locale)))
        }))
        .child(warnings(control.warnings, locale))
        .child(guide(app, "fix", text::FIX, &control.fix, locale))
        .child(aside(text::DONE, control.done, locale))
        .children(control.organisation.map(|body| aside(text::ORGANISATION, body, locale)))
        .child(aside(text::NOT_APPLICABLE, control.not_applicable, locale))
        .child(aside(text::EVIDENCE, control.evidence, locale))
        .child(references(control, locale));
    let rail = answer_rail(app, control, locale).child(neighbours(control, locale));
    let columns = el("div").class("control").attr("data-control", control.id).child(article).child(rail);
    vec![crumbs, columns]
}

fn heading(control: &'static Control, locale: Locale) -> [El; 2] {
    let fact = |words: &str| el("li").class("quiet").text(words);
    let facts = el("ul")
        .class("facts small")
        .child(el("li").child(severity(control.severity, locale)))
        .child(fact(home_text::minutes(control.effort_minutes).get(locale)))
        .child(fact(control.cost.get(locale)))
        .child(fact(control.scope.get(locale)));
    [h1(control.title.get(locale)), facts]
}

fn needs(control: &'static Control, locale: Locale) -> Option<El> {
    let needed: Vec<_> = control.needs.iter().filter_map(|id| catalogue::find(id)).collect();
    let links = needed.iter().map(|control| link(&Route::Control(control.id.to_owned()), control.title.get(locale)));
    (!needed.is_empty()).then(|| p("", text::NEEDS.get(locale)).text(": ").children(links))
}

/// Check or fix, with the switch between console and CLI.
fn guide(app: AppState, id: &str, title: Text, guide: &'static Guide, locale: Locale) -> El {
    let way = move |way: Way, label: &str| {
        let is_pressed = move || app.settings.with(|settings| settings.way) == way;
        choice(is_pressed, move || app.set(|settings| settings.way = way)).text(label)
    };
    let switch = el("div")
        .class("seg")
        .attr("role", "group")
        .attr("aria-label", text::WAY.get(locale))
        .child(way(Way::Console, text::CONSOLE.get(locale)))
        .child(way(Way::Cli, "CLI"));
    let body = el("div").live(move || match app.settings.with(|settings| settings.way) {
        Way::Console => {
            let steps = guide.console.iter().map(|step| el("li").child(labelled("span", step.get(locale))));
            vec![el("ol").class("steps").children(steps)]
        }
        Way::Cli => cli(app, guide, locale),
    });
    section(title.get(locale), Some(switch)).attr("id", id).child(body)
}

fn cli(app: AppState, guide: &'static Guide, locale: Locale) -> Vec<El> {
    let mut open: Vec<Placeholder> = Vec::new();
    for placeholder in guide.cli.iter().flat_map(commands::placeholders) {
        if !open.contains(&placeholder) {
            open.push(placeholder);
        }
    }
    let blocks = guide.cli.iter().map(|command| command_block(app, command, locale));
    let no_cli = guide.no_cli.map(|reason| p("", reason.get(locale)));
    no_cli.into_iter().chain(fields(app, open, locale)).chain(blocks).collect()
}

fn warnings(warnings: &'static [Warning], locale: Locale) -> El {
    let boxes = warnings.iter().map(|warning| {
        el("div")
            .class("warn")
            .child(el("b").text(warning.risk.title().get(locale)))
            .child(el("span").text(warning.text.get(locale)))
    });
    el("section").class("do").attr("aria-label", text::BEFORE.get(locale)).children(boxes)
}

fn aside(title: Text, body: Text, locale: Locale) -> El {
    el("section").class("aside").child(h2(title.get(locale))).child(labelled("p", body.get(locale)))
}

fn references(control: &'static Control, locale: Locale) -> El {
    let frameworks = &control.frameworks;
    let rows = [
        ("Security Hub", frameworks.security_hub),
        ("CIS v3.0", frameworks.cis_v3),
        ("CIS v5.0", frameworks.cis_v5),
        ("CIS v6.0", frameworks.cis_v6),
        ("CIS v7.0", frameworks.cis_v7),
        ("AWS Config", frameworks.config_rule),
        ("Prowler", frameworks.prowler),
    ];
    let known = rows.into_iter().filter(|(_, ids)| !ids.is_empty());
    let list = known.fold(el("dl").class("refs"), |list, (name, ids)| {
        list.child(el("dt").text(name)).child(el("dd").text(&ids.join(", ")))
    });
    let sources = control.sources.iter().map(|source| source_line(source, locale));
    el("section")
        .class("aside")
        .child(h2(text::REFERENCES.get(locale)))
        .child(list)
        .child(h2(text::SOURCES.get(locale)))
        .child(el("ul").class("sources").children(sources))
}

fn source_line(source: &'static Source, locale: Locale) -> El {
    let title = el("a")
        .attr("href", source.url)
        .attr("lang", "en")
        .attr("rel", "noreferrer noopener")
        .attr("target", "_blank")
        .text(source.title);
    let reviewed = Date::parse(source.reviewed).map(|date| {
        let both = Words { ja: words::date(date, Locale::Ja), en: words::date(date, Locale::En) };
        span("quiet", " · ").text(text::reviewed(&both).get(locale))
    });
    el("li").child(title).children(reviewed)
}

fn neighbours(control: &'static Control, locale: Locale) -> El {
    let controls = catalogue::all();
    let here = controls.iter().position(|other| other.id == control.id);
    let way = |index: Option<usize>, before: &str, label: Text, after: &str| {
        let other = index.and_then(|index| controls.get(index));
        el("span").children(other.map(|other| {
            let label = format!("{before}{}{after}", label.get(locale));
            link(&Route::Control(other.id.to_owned()), &label).attr("title", other.title.get(locale))
        }))
    };
    el("nav")
        .class("neighbours")
        .attr("aria-label", text::NEIGHBOURS.get(locale))
        .child(way(here.and_then(|index| index.checked_sub(1)), "← ", text::PREVIOUS, ""))
        .child(way(here.map(|index| index + 1), "", text::NEXT, " →"))
}
