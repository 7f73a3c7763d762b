//! Puts the app together: the frame, the keyboard, which page is shown, and the two editions. The only place that knows all
//! features.

mod browser_events;
mod editions;
mod frame;
mod key_help;
mod keyboard;
mod notices;
mod notices_words;
mod pages;
mod toast;
mod view;

pub use editions::{mount_first_pages, mount_whole_app, report_panics};
