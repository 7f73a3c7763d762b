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
use crate::ui::learn::diagrams::diagram;

pub(crate) fn learn(app: AppState, locale: Locale) -> Vec<Element> {
    vec![
        h1(shell::LEARN.get(locale)),
        p("lead", text::LEAD.get(locale)),
        topic_view(app, Topic::Learn, locale, move |file| render(app, file, locale)),
    ]
}

fn render(app: AppState, file: &Json, locale: Locale) -> Vec<Element> {
    let mut out: Vec<Element> = file.items("chapters").iter().map(|chapter| render_chapter(chapter, locale)).collect();
    out.push(quiz(app, file, locale));
    out
}

fn render_chapter(chapter: &Json, locale: Locale) -> Element {
    let points = chapter.items("points").iter().map(|point| {
        el("div")
            .class("point")
            .child(el("h3").text(point.words("title")))
            .child(p("", point.words("body")))
            .children(controls(point, locale))
    });
    section(chapter.words("title"), None)
        .class("do prose")
        .children(diagram(chapter.words("id"), chapter.words("picture")))
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
    let fieldsets = (1..).zip(questions).map(|(number, question)| render_question(app, number, question, locale));
    section(text::QUIZ.get(locale), None)
        .attr("id", "quiz")
        .child(p("", text::QUIZ_LEAD.get(locale)))
        .children(fieldsets)
        .child(result)
        .child(again)
}

/// A question and its right option.
fn key(question: &Json) -> Option<(String, String)> {
    let right = question.items("options").iter().find(|option| option.get("right") == Some(&Json::Bool(true)))?;
    Some((question.words("question").to_owned(), right.words("id").to_owned()))
}

fn render_question(app: AppState, number: usize, question: &Json, locale: Locale) -> Element {
    let id = question.words("question").to_owned();
    let options = question.items("options").iter().map(|option| render_option(app, &id, option, locale));
    let control = catalogue::find(question.words("control")).map(|control| {
        let link = link(&Route::Control(control.id.to_owned()), control.title.get(locale));
        p("small", text::OPEN_CONTROL.get(locale)).text(": ").child(link)
    });
    let control = el("div").children(control);
    let question_id = id.clone();
    // Hidden until the question is answered, because the link would reveal the answer.
    let control =
        control.reactive_attr("hidden", move || app.entry(Table::Quiz, &question_id).is_empty().then(String::new));
    let legend =
        el("legend").child(span("quiet small", &text::number(number, locale))).child(span("", question.words("text")));
    el("fieldset").class("question").attr("data-question", &id).child(legend).children(options).child(control)
}

fn render_option(app: AppState, question: &str, option: &Json, locale: Locale) -> Element {
    let (question, option_id) = (question.to_owned(), option.words("id").to_owned());
    let is_right = option.get("right") == Some(&Json::Bool(true));
    let chosen = {
        let question = question.clone();
        move || app.entry(Table::Quiz, &question)
    };
    let (is_chosen, is_answered) = (chosen.clone(), chosen);
    let radio_id = option_id.clone();
    let radio = el("input")
        .attr("type", "radio")
        .attr("name", &question)
        .attr("value", &option_id)
        .reactive_checked(move || is_chosen() == radio_id)
        // Ids of questions and options contain no secret, so they are not refused.
        .on("change", move |event| {
            let _ = app.record_entry(Table::Quiz, &question, &value_of(&event));
        });
    let result = if is_right { text::RIGHT } else { text::WRONG };
    let why = p("why small", "")
        .child(el("b").text(result.get(locale)))
        .text(" — ")
        .text(option.words("why"))
        .reactive_attr("hidden", move || is_answered().is_empty().then(String::new));
    let class = if is_right { "option right" } else { "option" };
    el("div").class(class).child(el("label").child(radio).child(span("", option.words("text")))).child(why)
}
