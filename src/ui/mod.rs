//! Shows and calls.
//!
//! `kit` knows nothing of the app; `core` is what every feature may use; a folder each for the features, with page, parts,
//! state and words; `shell` puts them together. Each imports those above it, and a feature never another.
//!
//! Everything is drawn with `browser::element`; `live…` pieces follow leptos' signals.
//!
//! **Invariant:** no rules here. What can be derived is derived; signals are written in event handlers only.
//! A page gets the language as a plain value and is drawn anew when it changes.

mod about;
mod accounts;
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
