//! What follows leptos' signals: pieces of code that run again, and texts that are derived.
//!
//! leptos leaves whatever has followed a signal in that signal's set when its owner goes: it never runs again, but its
//! memory stays, and every change of the signal goes over all that ever was. The language lives as long as the page, and
//! everything that is drawn follows it. So what follows takes itself out of those sets here.
//!
//! **Invariant:** nothing outside this file makes an effect or a memo; `clippy.toml` sees to it.

use leptos::prelude::{ArcMemo, Memo, Owner, RenderEffect, StoredValue};
use leptos::reactive::graph::{AnySubscriber, Subscriber as _, ToAnySubscriber as _};
use std::any::Any;

/// Keeps something until the owner that drew it is gone.
pub(super) fn keep(what: Box<dyn Any>) {
    StoredValue::new_local(what);
}

/// Runs now and whenever a signal that it read has changed, until the owner that asked for it is gone.
pub fn create_effect(mut run: Box<dyn FnMut()>) {
    #[expect(clippy::disallowed_methods, reason = "the one place")]
    let effect = RenderEffect::new(move |_| run());
    unsubscribe_on_cleanup(effect.to_any_subscriber());
    keep(Box::new(effect));
}

/// A text that changes when what `value` makes of signals does. Text alone: another type would bring two to three
/// kilobytes of code for itself.
#[must_use]
pub fn text_memo(value: impl Fn() -> String + Send + Sync + 'static) -> Memo<String> {
    derive(Box::new(value))
}

#[inline(never)]
fn derive(value: Box<dyn Fn() -> String + Send + Sync>) -> Memo<String> {
    #[expect(clippy::disallowed_methods, reason = "the one place")]
    let memo = ArcMemo::new(move |_| value());
    unsubscribe_on_cleanup(memo.to_any_subscriber());
    Memo::from(memo)
}

/// Takes a follower out of what it follows when the owner goes. An owner cleans up before it drops what it holds.
fn unsubscribe_on_cleanup(follower: AnySubscriber) {
    Owner::on_cleanup(move || follower.clear_sources(&follower));
}
