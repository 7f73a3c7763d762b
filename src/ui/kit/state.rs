//! Reactive state: a value, and a leptos trigger that notifies of its changes.
//!
//! `RwSignal<T>` and `Memo<T>` of leptos add two to three kilobytes of code for each type `T`; with two dozen types
//! that was a fifth of the page. A trigger has no type parameter, and a cell adds hardly any code. Memos hold text
//! only: a stamp that changes when the value it identifies changes.
//!
//! **Invariant:** a value lives as long as the page. Local state of a page is a `RwSignal<String>`.

use crate::base::i18n::Locale;
use crate::browser::effects::text_memo;
use leptos::prelude::*;
use leptos::reactive::signal::ArcTrigger;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

/// A reactive value.
pub(crate) struct StateSignal<T: 'static>(&'static Inner<T>);

struct Inner<T> {
    changed: ArcTrigger,
    value: RwLock<Arc<T>>,
}

impl<T> Clone for StateSignal<T> {
    fn clone(&self) -> StateSignal<T> {
        *self
    }
}

impl<T> Copy for StateSignal<T> {}

impl<T: Clone> StateSignal<T> {
    /// Creates a value that lives as long as the page.
    pub(crate) fn new(value: T) -> StateSignal<T> {
        let inner = Inner { changed: ArcTrigger::new(), value: RwLock::new(Arc::new(value)) };
        StateSignal(Box::leak(Box::new(inner)))
    }

    /// Reads the value. Tracked.
    pub(crate) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.0.changed.track();
        read(&self.shared())
    }

    /// The current value. Untracked.
    pub(crate) fn shared(self) -> Arc<T> {
        // No writer panics while it holds the lock, so a poisoned value is valid.
        Arc::clone(&self.0.value.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads the value. Untracked.
    pub(crate) fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.shared())
    }

    /// A clone of the value. Tracked.
    pub(crate) fn get(self) -> T {
        self.with(T::clone)
    }

    /// A clone of the value. Untracked.
    pub(crate) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// Replaces the value.
    pub(crate) fn set(self, value: T) {
        *self.0.value.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(value);
        self.0.changed.notify();
    }

    /// Changes the value.
    pub(crate) fn update<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        let result = self.update_untracked(change);
        self.0.changed.notify();
        result
    }

    /// Changes the value without notifying subscribers.
    pub(crate) fn update_untracked<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        // Changed outside the lock, so that `change` can read the old value.
        let mut value = T::clone(&self.shared());
        let result = change(&mut value);
        *self.0.value.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(value);
        result
    }
}

/// A shared value that is not reactive.
pub(crate) struct Shared<T: 'static>(&'static Mutex<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Shared<T> {
        *self
    }
}

impl<T> Copy for Shared<T> {}

impl<T> Shared<T> {
    /// Creates a value that lives as long as the page.
    pub(crate) fn new(value: T) -> Shared<T> {
        Shared(Box::leak(Box::new(Mutex::new(value))))
    }

    /// Locks the value for a change. It must not be locked again before the guard is dropped.
    pub(crate) fn lock(self) -> MutexGuard<'static, T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The language as a signal. A change of another setting does not trigger a re-render.
#[derive(Clone, Copy)]
pub(crate) struct LocaleSignal(Memo<String>);

impl LocaleSignal {
    /// Derives the language from `now`.
    pub(crate) fn new(now: impl Fn() -> Locale + Send + Sync + 'static) -> LocaleSignal {
        LocaleSignal(text_memo(move || now().tag().to_owned()))
    }

    pub(crate) fn get(self) -> Locale {
        self.0.with(|tag| Locale::from_tag(tag)).unwrap_or_default()
    }

    pub(crate) fn get_untracked(self) -> Locale {
        self.0.with_untracked(|tag| Locale::from_tag(tag)).unwrap_or_default()
    }
}
