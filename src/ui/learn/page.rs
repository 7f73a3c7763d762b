//! Learn: four short chapters with a picture each, and a quiz at the end.

use crate::assessment::Table;
use crate::base::i18n::Locale;
use crate::base::json::Json;
use crate::browser::element::{Element, el, value_of};
use crate::content::catalogue;
use crate::content::route::Route;
use crate::content::topics::Topic;
use crate::ui::core::state::AppState;
use crate::ui::core::topic_view::{controls, folded_sources, texts, topic_view};
use crate::ui::core::words::{learn as text, shell};
use crate::ui::kit::basics::{button, h1, link, p, section, span};
use crate::ui::learn::diagrams::picture;

pub(crate) fn learn(app: AppState, locale: Locale) -> Vec<Element> {
    vec![
        h1(shell::LEARN.get(locale)),
        p("lead", text::LEAD.get(locale)),
        topic_view(app, Topic::Learn, locale, move |file| drawn(app, file, locale)),
    ]
}

fn drawn(app: AppState, file: &Json, locale: Locale) -> Vec<Element> {
    let mut out: Vec<Element> = file.items("chapters").iter().map(|chapter| drawn_chapter(chapter, locale)).collect();
    out.push(quiz(app, file, locale));
    out
}

fn drawn_chapter(chapter: &Json, locale: Locale) -> Element {
    let points = chapter.items("points").iter().map(|point| {
        el("div")
            .class("point")
            .child(el("h3").text(point.words("title")))
            .child(p("", point.words("body")))
            .children(controls(point, locale))
    });
    section(chapter.words("title"), None)
        .class("do prose")
        .children(picture(chapter.words("id"), chapter.words("picture")))
        .children(texts(chapter, "body").map(|body| p("", body)))
        .child(el("div").class("points").children(points))
        .child(folded_sources(chapter, locale))
}

fn quiz(app: AppState, file: &Json, locale: Locale) -> Element {
    let questions = file.items("quiz");
    let keys: Vec<(String, String)> = questions.iter().filter_map(key).collect();
    let result = el("p").class("quiz-result").attr("role", "status").reactive_text(move || {
        app.assessment.with(|a| {
            let chosen = |(question, _): &&(String, String)| a.current.entry(Table::Quiz, question).is_some();
            let is_right =
                |(question, right): &&(String, String)| a.current.entry(Table::Quiz, question) == Some(right.as_str());
            let (answered, right) = (keys.iter().filter(chosen).count(), keys.iter().filter(is_right).count());
            text::result(answered, right, keys.len(), locale)
        })
    });
    let again = button("btn ghost", text::AGAIN.get(locale), move || {
        app.clear_tables(&[Table::Quiz], text::CLEARED.get(locale).to_owned());
    });
    let asked = (1..).zip(questions).map(|(number, question)| drawn_question(app, number, question, locale));
    section(text::QUIZ.get(locale), None)
        .attr("id", "quiz")
        .child(p("", text::QUIZ_LEAD.get(locale)))
        .children(asked)
        .child(result)
        .child(again)
}

/// A question and its right option.
fn key(question: &Json) -> Option<(String, String)> {
    let right = question.items("options").iter().find(|option| option.get("right") == Some(&Json::Bool(true)))?;
    Some((question.words("question").to_owned(), right.words("id").to_owned()))
}

fn drawn_question(app: AppState, number: usize, question: &Json, locale: Locale) -> Element {
    let id = question.words("question").to_owned();
    let options = question.items("options").iter().map(|option| drawn_option(app, &id, option, locale));
    let control = catalogue::find(question.words("control")).map(|control| {
        let link = link(&Route::Control(control.id.to_owned()), control.title.get(locale));
        p("small", text::OPEN_CONTROL.get(locale)).text(": ").child(link)
    });
    let control = el("div").children(control);
    let asked = id.clone();
    // The link to the control would give the answer away.
    let control = control.reactive_attr("hidden", move || app.entry(Table::Quiz, &asked).is_empty().then(String::new));
    let legend =
        el("legend").child(span("quiet small", &text::number(number, locale))).child(span("", question.words("text")));
    el("fieldset").class("question").attr("data-question", &id).child(legend).children(options).child(control)
}

fn drawn_option(app: AppState, question: &str, option: &Json, locale: Locale) -> Element {
    let (question, own) = (question.to_owned(), option.words("id").to_owned());
    let is_right = option.get("right") == Some(&Json::Bool(true));
    let chosen = {
        let question = question.clone();
        move || app.entry(Table::Quiz, &question)
    };
    let (is_chosen, is_answered) = (chosen.clone(), chosen);
    let own_id = own.clone();
    let radio = el("input")
        .attr("type", "radio")
        .attr("name", &question)
        .attr("value", &own)
        .reactive_checked(move || is_chosen() == own_id)
        // Ids of questions and options hold no secret.
        .on("change", move |event| {
            let _ = app.record_entry(Table::Quiz, &question, &value_of(&event));
        });
    let mark = if is_right { text::RIGHT } else { text::WRONG };
    let why = p("why small", "")
        .child(el("b").text(mark.get(locale)))
        .text(" — ")
        .text(option.words("why"))
        .reactive_attr("hidden", move || is_answered().is_empty().then(String::new));
    let class = if is_right { "option right" } else { "option" };
    el("div").class(class).child(el("label").child(radio).child(span("", option.words("text")))).child(why)
}
