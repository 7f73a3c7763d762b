//! General utilities without knowledge of the product: two-language text, dates, JSON, unpacking of archives, and
//! detection of secrets and of web addresses.

pub mod archive;
pub mod i18n;
pub mod json;
pub mod number;
pub mod secrets;
pub mod time;
pub mod web_address;
