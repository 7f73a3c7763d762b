//! Guard Navi: a browser page that walks the administrator of an AWS account through the controls that stop
//! account misuse. It asks for no credentials and sends nothing anywhere.
//!
//! The catalogue is a table, the assessment is a value, the score is a function, the browser is a thin edge,
//! and the UI only shows and calls. Read top-down, each module imports only from those above it:
//!
//! ```text
//! i18n, time, secrets, json, archive               words, dates, what must never be kept, JSON as a tree, unpacking
//! catalogue, route                                 WHAT we ask; links
//! commands < collector                             filled commands; the script that runs them all
//! collecting, learn, quiz, runbook, assessment     evidence and how to get it; what to read; what to do in an
//!                                                  incident; WHAT was answered
//! about < catalogue_file < guidance                where it comes from; all of it as one file; as one file per topic and language
//! score, search, securityhub, evidence, persist    answers -> score; what the list shows; AWS's own score; files -> verdicts;
//!                                                  HOW it is kept
//! workshop_link, report                            WHAT is handed out, as plain models and trees of elements; the `desk`
//!                                                  worker makes them
//! front                                            the first page and the frame of all, for the app and for `index.html`
//! browser                                          the only code that touches web-sys; imports nothing of ours
//! ui                                               shows and calls
//! ```
//!
//! Four wasm files come of it: `main.rs`, the first pages, all that a first visit loads; `bin/whole.rs`, the whole app,
//! which takes over from them; `bin/judge.rs` and `bin/desk.rs`, core only, which judge evidence and make documents in
//! workers.
//!
//! The `app` feature is a wall: `browser` and `ui` stand behind it, and without it nothing of leptos, web-sys
//! or gloo is built. Below the wall there is no clock and no global state: `now` is a parameter.

pub mod about;
pub mod archive;
pub mod assessment;
pub mod catalogue;
pub mod catalogue_file;
pub mod collecting;
pub mod collector;
pub mod commands;
pub mod evidence;
pub mod front;
pub mod guidance;
pub mod i18n;
pub mod json;
pub mod learn;
pub mod persist;
pub mod quiz;
pub mod report;
pub mod route;
pub mod runbook;
pub mod score;
pub mod search;
pub mod secrets;
pub mod securityhub;
pub mod time;
pub mod workshop_link;

#[cfg(feature = "app")]
pub mod browser;
#[cfg(feature = "app")]
pub mod ui;
