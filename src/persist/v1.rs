//! `guard-navi.progress/1`: the envelope around the profiles.
//!
//! The profiles' own shape is serde's on `assessment`; `tests/persist/v1.json` freezes both. When a second
//! version comes, the shapes of this one are copied here.

use super::Unreadable;
use crate::assessment::{Assessment, Profile};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

pub(super) const NAME: &str = "guard-navi.progress/";
pub(super) const VERSION: u32 = 1;

/// All that a file of any version has.
#[derive(Deserialize)]
pub(super) struct Header {
    pub(super) schema: String,
}

#[derive(Serialize)]
struct Outgoing<'a> {
    schema: String,
    exported_at: Timestamp,
    app_version: &'static str,
    profiles: Vec<&'a Profile>,
}

#[derive(Deserialize)]
struct Incoming {
    profiles: Vec<Profile>,
}

pub(super) fn encode(assessment: &Assessment, exported_at: Timestamp) -> String {
    let profiles = std::iter::once(&assessment.current).chain(&assessment.others).collect();
    let file = Outgoing {
        schema: format!("{NAME}{VERSION}"),
        exported_at,
        app_version: env!("CARGO_PKG_VERSION"),
        profiles,
    };
    // Maps with text keys and plain values: nothing here can fail to be written.
    serde_json::to_string(&file).unwrap_or_default()
}

pub(super) fn decode(text: &str) -> Result<Assessment, Unreadable> {
    let file: Incoming = serde_json::from_str(text).map_err(|error| Unreadable::Damaged {
        line: error.line(),
        column: error.column(),
        detail: error.to_string(),
    })?;
    let mut profiles = file.profiles.into_iter();
    let current = profiles.next().ok_or(Unreadable::Empty)?;
    Ok(Assessment { current, others: profiles.collect() })
}
