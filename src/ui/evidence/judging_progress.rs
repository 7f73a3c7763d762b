//! How far judging is, what came of it, and the button that ends it.
//!
//! The bar and the words beside it move many times a second; what is read out moves by quarters.

use crate::base::i18n::Locale;
use crate::browser::effects::text_memo;
use crate::browser::element::{Element, el};
use crate::evidence::Step;
use crate::ui::core::judging::CANCEL_BUTTON;
use crate::ui::core::judging_state::Judging;
use crate::ui::core::state::AppState;
use crate::ui::core::words::evidence as text;
use crate::ui::kit::basics::button;
use leptos::prelude::*;

/// One line; empty while nothing is judged.
pub(crate) fn judging_progress(app: AppState, locale: Locale) -> Element {
    let is_over = move || running(app, |_, _, _| ()).is_none();
    let hidden = move || is_over().then(String::new);
    let bar = el("progress")
        .attr("aria-label", text::JUDGING.get(locale))
        .attr("max", "1")
        .reactive_attr("hidden", hidden)
        .reactive_attr("value", move || running(app, |_, _, share| share.to_string()));
    let doing = move || running(app, |file, step, share| text::doing(file, step, percent(share), locale));
    let told = text_memo(move || told(app, locale));
    // While the words beside the bar say more, this is for the ear alone.
    let status = el("p")
        .attr("role", "status")
        .reactive_attr("class", move || (!is_over()).then(|| "sr".to_owned()))
        .reactive_text(move || told.get());
    let cancel = button("btn ghost", text::CANCEL.get(locale), move || app.cancel_judging()).attr("id", CANCEL_BUTTON);
    el("div")
        .class("judging")
        .child(bar)
        .child(el("p").class("num").reactive_attr("hidden", hidden).reactive_text(move || doing().unwrap_or_default()))
        .child(status)
        .child(cancel.reactive_attr("hidden", hidden))
}

/// What is told of a run that is not over; followed.
fn running<T>(app: AppState, tell: impl Fn(&str, Step, f64) -> T) -> Option<T> {
    app.judging.stage.with(|judging| match judging {
        Judging::Running { file, step, share } => Some(tell(file, *step, *share)),
        Judging::Idle | Judging::Error(_) | Judging::Done => None,
    })
}

/// What is read out.
fn told(app: AppState, locale: Locale) -> String {
    app.judging.stage.with(|judging| match judging {
        Judging::Idle => String::new(),
        Judging::Running { share, .. } => text::judging(percent(*share) / 25 * 25, locale),
        Judging::Error(trouble) => trouble.get(locale).to_owned(),
        Judging::Done => app.judging.judgement.with(|judgement| {
            // Of several accounts none may be chosen yet.
            let all = app.judging.all_judged.with_value(|all| all.as_ref().map_or(0, |all| all.verdicts.len()));
            let shown = |count: usize| if count == 0 { all } else { count };
            let counts =
                judgement.as_ref().map(|judgement| (shown(judgement.verdicts.len()), judgement.problems.len()));
            counts.map(|(verdicts, problems)| text::judged(verdicts, problems, locale)).unwrap_or_default()
        }),
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share, 0 to 1")]
fn percent(share: f64) -> u32 {
    (share * 100.0) as u32
}
