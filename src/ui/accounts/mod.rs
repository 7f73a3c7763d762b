//! Accounts and data: profiles, export and import, erasing.

pub(crate) mod backup_words;
pub(crate) mod export;
pub(crate) mod import;
pub(crate) mod import_preview;
pub(crate) mod page;
pub(crate) mod persistence;
