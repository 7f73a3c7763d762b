//! Puts the app together: the frame, the keyboard, which page is shown, and the two editions. The only place that knows all
//! features.

mod editions;
mod frame;
mod key_help;
mod keyboard;
mod listening;
mod notices;
mod notices_words;
mod pages;
mod toast;
mod view;

pub use editions::{hear_panics, mount_first, mount_whole};
