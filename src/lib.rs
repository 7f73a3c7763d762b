//! Guard Navi: a browser page that walks the administrator of an AWS account through the controls that stop
//! account misuse. It asks for no credentials and sends nothing anywhere.
//!
//! Each layer imports only from the layers above it in this list, and no files import each other in a cycle
//! (`tests/layers.rs` checks both):
//!
//! ```text
//! base         two-language text, dates, a JSON tree, unpacking of archives, detection of secrets
//! content      the catalogue of controls, commands, runbook, learning texts, quiz; routes; topics
//! assessment   answers, profiles and history; score; filter; file formats; workshop links
//! evidence     AWS output parsed into facts and judged to verdicts; the read-only script that collects it
//! documents    reports, handouts and exports, as models and element trees
//! start        the start page and the frame of every page, for the app and for `index.html`
//! --- below this line: only with the `app` feature ---
//! browser      the only code that uses web-sys; imports no other layer
//! ui           pages and components
//! ```
//!
//! The build makes four wasm files: `main.rs`, the first pages, which are all that a first visit loads;
//! `bin/whole_app.rs`, the whole app, which takes over from the first pages; and the workers `bin/judge.rs` and
//! `bin/documents.rs`, which contain no UI code and judge evidence and make documents.
//!
//! Without the `app` feature, leptos, web-sys and gloo are not built. The layers above `browser` have no clock and no
//! global state: `now` is a parameter.

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
