//! Effects and memos that unsubscribe from their signals when their owner is cleaned up.
//!
//! leptos leaves a disposed effect or memo in the subscriber set of every signal that it read: it never runs again, but
//! its memory stays, and every change of the signal iterates over all past subscribers. The language signal lives as
//! long as the page, and everything that is rendered subscribes to it. So effects and memos are removed from those sets
//! here.
//!
//! **Invariant:** no other file creates effects or memos; `clippy.toml` enforces it.

use leptos::prelude::{ArcMemo, Memo, Owner, RenderEffect, StoredValue};
use leptos::reactive::graph::{AnySubscriber, Subscriber as _, ToAnySubscriber as _};
use std::any::Any;

/// Keeps a value alive until the current owner is cleaned up.
pub(super) fn store_in_owner(value: Box<dyn Any>) {
    StoredValue::new_local(value);
}

/// Runs now and whenever a signal that it read changes, until the current owner is cleaned up.
pub fn create_effect(mut run: Box<dyn FnMut()>) {
    #[expect(clippy::disallowed_methods, reason = "the one place")]
    let effect = RenderEffect::new(move |_| run());
    unsubscribe_on_cleanup(effect.to_any_subscriber());
    store_in_owner(Box::new(effect));
}

/// A memo of a text that is derived from signals. Only for text: each further type would add two to three kilobytes of
/// code.
#[must_use]
pub fn text_memo(value: impl Fn() -> String + Send + Sync + 'static) -> Memo<String> {
    create_memo(Box::new(value))
}

#[inline(never)]
fn create_memo(value: Box<dyn Fn() -> String + Send + Sync>) -> Memo<String> {
    #[expect(clippy::disallowed_methods, reason = "the one place")]
    let memo = ArcMemo::new(move |_| value());
    unsubscribe_on_cleanup(memo.to_any_subscriber());
    Memo::from(memo)
}

/// Unsubscribes an effect or memo when the current owner is cleaned up. An owner runs its cleanups before it drops its
/// values.
fn unsubscribe_on_cleanup(subscriber: AnySubscriber) {
    Owner::on_cleanup(move || subscriber.clear_sources(&subscriber));
}
