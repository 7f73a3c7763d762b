//! What everything else rests on, and what knows nothing of the product: words in two languages, dates, JSON, unpacking,
//! and the shapes of secrets that must never be kept.

pub mod archive;
pub mod i18n;
pub mod json;
pub mod secrets;
pub mod time;
