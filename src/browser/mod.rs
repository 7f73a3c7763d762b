//! The only code that uses web-sys: thin wrappers around browser APIs.
//!
//! **Invariant:** imports no other layer, returns `Result` or `Option`, makes no decisions.

pub mod clipboard;
pub mod crypto;
pub mod dom;
pub mod download;
pub mod effects;
pub mod element;
pub mod fetch;
pub mod files;
pub mod handover;
pub mod history;
pub mod offline;
pub mod persistence;
pub mod storage;
pub mod worker;

use js_sys::Date;

/// Seconds since 1970, by this computer's clock.
#[must_use]
pub fn unix_seconds() -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a clock beyond i64 seconds is handled by the caller")]
    let seconds = (Date::now() / 1000.0) as i64;
    seconds
}

/// Minutes that local time is ahead of UTC now.
#[must_use]
pub fn utc_offset_minutes() -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "at most 14 hours")]
    let minutes_behind = Date::new_0().get_timezone_offset() as i32;
    -minutes_behind
}

/// 64 random bits as text.
#[must_use]
pub fn random_id() -> String {
    format!("{:016x}", random_bits())
}

/// 64 random bits.
#[must_use]
pub fn random_bits() -> u64 {
    let mut bytes = [0; 8];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        // Without it, in an old browser, ids are not random, which only weakens merging.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    u64::from_le_bytes(bytes)
}

/// The user's languages, most preferred first.
#[must_use]
pub fn languages() -> Vec<String> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Fails only where printing is disabled, and then the browser reports it.
        let _ = window.print();
    }
}
