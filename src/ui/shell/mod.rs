//! Assembles the app: the frame, the keyboard, the page of each route, and the two editions. The only module that
//! imports all features.

mod browser_events;
mod editions;
mod frame;
mod key_help;
mod keyboard;
mod notices;
mod notices_words;
mod pages;
mod places;
mod start_page_view;
mod toast;

pub use editions::{mount_first_pages, mount_whole_app, report_panics};
