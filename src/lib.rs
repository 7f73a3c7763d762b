//! Guard Navi: a browser page that walks the administrator of an AWS account through the controls that stop
//! account misuse. It asks for no credentials and sends nothing anywhere.
//!
//! The catalogue is a table, the assessment is a value, the score is a function, evidence is judged by trial, the
//! browser is a thin edge, and the UI only shows and calls. Read top-down, each layer imports only from those above it
//! (`tests/layers.rs` holds it, and that no files import each other in a circle):
//!
//! ```text
//! base         words in two languages, dates, JSON as a tree, unpacking, what must never be kept
//! content      WHAT we say: the catalogue of controls, commands, runbook, learn, quiz; routes; the texts as files
//! assessment   WHAT was answered: answers, profiles, history; score; filter; file formats; workshop links
//! evidence     WHAT AWS says: text -> facts -> verdicts; the read-only script that collects it
//! documents    WHAT is handed out, as plain models and trees of elements
//! start        the start page and the frame around every page, for the app and for `index.html`
//! --- the wall ---
//! browser      the only code that touches web-sys; imports nothing of ours
//! ui           shows and calls
//! ```
//!
//! Four wasm files come of it: `main.rs`, the first pages, all that a first visit loads; `bin/whole.rs`, the whole app,
//! which takes over from them; `bin/judge.rs` and `bin/documents.rs`, core only, which judge evidence and make documents in
//! workers.
//!
//! The `app` feature is the wall: `browser` and `ui` stand behind it, and without it nothing of leptos, web-sys
//! or gloo is built. Above the wall there is no clock and no global state: `now` is a parameter.

pub mod assessment;
pub mod base;
pub mod content;
pub mod documents;
pub mod evidence;
pub mod start;

#[cfg(feature = "app")]
pub mod browser;
#[cfg(feature = "app")]
pub mod ui;
