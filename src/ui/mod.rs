//! The user interface: renders the state, and calls the modules below it.
//!
//! `kit` does not depend on the app's state; `core` is shared by all features; each feature has a file or a folder with
//! page, parts, state and words; `shell` assembles them. Each imports only those named before it, and a feature never
//! imports another one.
//!
//! Everything is rendered with `browser::element`, whose `reactive_…` methods update on leptos signals.
//!
//! **Invariant:** no domain rules here. What can be derived is derived; signals are written in event handlers only. A
//! page gets the language as a plain value and is rendered again when it changes.

mod about;
mod accounts;
mod changes;
mod checklist;
mod control;
mod core;
mod evidence;
mod handout;
mod history;
mod home;
mod incident;
mod kit;
mod learn;
mod posture;
mod report;
mod shell;
mod workshop;

pub use shell::{mount_first_pages, mount_whole_app, report_panics};
