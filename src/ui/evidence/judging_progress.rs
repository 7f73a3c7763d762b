//! The progress and the result of judging, and the cancel button.
//!
//! The bar and its text update many times a second; the announcement to screen readers only at each quarter.

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

/// One line; progress and button are hidden while nothing is being judged. `counts` says whether the result is counted
/// for all controls.
pub(crate) fn judging_progress(app: AppState, counts: bool, locale: Locale) -> Element {
    let is_over = move || running(app, |_, _, _| ()).is_none();
    let hidden = move || is_over().then(String::new);
    let bar = el("progress")
        .attr("aria-label", text::JUDGING.get(locale))
        .attr("max", "1")
        .reactive_attr("hidden", hidden)
        .reactive_attr("value", move || running(app, |_, _, share| share.to_string()));
    let doing = move || running(app, |file, step, share| text::doing(file, step, percent(share), locale));
    let announcement = text_memo(move || announcement(app, counts, locale));
    // While the text beside the bar has more detail, the status is for screen readers only.
    let status = el("p")
        .attr("role", "status")
        .reactive_attr("class", move || (!is_over()).then(|| "sr".to_owned()))
        .reactive_text(move || announcement.get());
    let cancel = button("btn ghost", text::CANCEL.get(locale), move || app.cancel_judging()).attr("id", CANCEL_BUTTON);
    el("div")
        .class("judging")
        .child(bar)
        .child(el("p").class("num").reactive_attr("hidden", hidden).reactive_text(move || doing().unwrap_or_default()))
        .child(status)
        .child(cancel.reactive_attr("hidden", hidden))
}

/// Applies `read` to the progress; none if nothing is being judged. Tracked.
fn running<T>(app: AppState, read: impl Fn(&str, Step, f64) -> T) -> Option<T> {
    app.judging.stage.with(|judging| match judging {
        Judging::Running { file, step, share } => Some(read(file, *step, *share)),
        Judging::Idle | Judging::Error(_) | Judging::Done => None,
    })
}

/// The text for screen readers.
fn announcement(app: AppState, counts: bool, locale: Locale) -> String {
    app.judging.stage.with(|judging| match judging {
        Judging::Idle => String::new(),
        Judging::Running { share, .. } => text::judging(percent(*share) / 25 * 25, locale),
        Judging::Error(error) => error.get(locale).to_owned(),
        Judging::Done if !counts => text::JUDGED.get(locale).to_owned(),
        Judging::Done => app.judging.judgement.with(|judgement| {
            // With several accounts and none chosen, all verdicts are counted.
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
