//! State that pieces of the page follow: a value, and leptos' trigger that tells of its changes.
//!
//! `RwSignal<T>` and `Memo<T>` of leptos bring two to three kilobytes of code for each type that they hold; with two
//! dozen types that was a fifth of the page. A trigger has no type, and a cell hardly any code. Memos are of text
//! alone: a stamp that changes when what it stands for does.
//!
//! **Invariant:** a value lives as long as the page. What a page needs for itself is a `RwSignal<String>`.

use crate::base::i18n::Locale;
use crate::browser::effects::text_memo;
use leptos::prelude::*;
use leptos::reactive::signal::ArcTrigger;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

/// A value that can be followed.
pub(crate) struct StateSignal<T: 'static>(&'static Held<T>);

struct Held<T> {
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
    /// A new one, for as long as the page lives.
    pub(crate) fn new(value: T) -> StateSignal<T> {
        let held = Held { changed: ArcTrigger::new(), value: RwLock::new(Arc::new(value)) };
        StateSignal(Box::leak(Box::new(held)))
    }

    /// Looks at the value; followed.
    pub(crate) fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.0.changed.track();
        look(&self.shared())
    }

    /// The value as it is now, not followed.
    pub(crate) fn shared(self) -> Arc<T> {
        // Nothing panics while it writes.
        Arc::clone(&self.0.value.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Looks at the value, not followed.
    pub(crate) fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.shared())
    }

    /// The value; followed.
    pub(crate) fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, not followed.
    pub(crate) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// Puts another value in its place.
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

    /// Changes the value; nobody is told.
    pub(crate) fn update_untracked<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        // Changed outside the lock: whoever looks meanwhile sees it as it was.
        let mut value = T::clone(&self.shared());
        let result = change(&mut value);
        *self.0.value.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(value);
        result
    }
}

/// A value that nobody follows, shared by whoever has a copy of this.
pub(crate) struct Shared<T: 'static>(&'static Mutex<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Shared<T> {
        *self
    }
}

impl<T> Copy for Shared<T> {}

impl<T> Shared<T> {
    /// A new one, for as long as the page lives.
    pub(crate) fn new(value: T) -> Shared<T> {
        Shared(Box::leak(Box::new(Mutex::new(value))))
    }

    /// The value, to be changed. Never while somebody else holds it.
    pub(crate) fn lock(self) -> MutexGuard<'static, T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The language, followed: nothing is drawn anew because another setting changed.
#[derive(Clone, Copy)]
pub(crate) struct LocaleSignal(Memo<String>);

impl LocaleSignal {
    /// Follows `now`.
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
