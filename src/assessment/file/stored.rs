//! `guard-navi.stored/2`: the format of local storage. Each account is stored separately, so that an answer writes one
//! account instead of all; an index lists the accounts.
//!
//! An account is written as in a progress file, but each day of its history has only the statuses that changed since
//! the day before; `null` removes a control.

use super::decode_error::DecodeError;
use super::schema;
use super::v1::{self, History};
use crate::assessment::{Assessment, Profile};
use crate::base::json::{Fields, Json, Object, put};
use crate::base::time::Timestamp;

const NAME: &str = "guard-navi.stored/";
const VERSION: u32 = 2;
const SCHEMA: &str = "guard-navi.stored/2";

/// The list of accounts, and what belongs to no single account.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    /// Ids of the accounts, the current one first.
    pub accounts: Vec<String>,
    /// As in [`Assessment`].
    pub deleted: Vec<String>,
    /// As in [`Assessment`].
    pub restarted_at: Option<Timestamp>,
    /// Fields of the progress file that this version does not know.
    pub unknown: Object,
}

/// Writes the index of an assessment.
#[must_use]
pub fn encode_index(assessment: &Assessment) -> String {
    let ids = |ids: &mut dyn Iterator<Item = &String>| Json::List(ids.map(|id| Json::from(id.as_str())).collect());
    let mut out = Object::new();
    put(&mut out, "schema", SCHEMA);
    put(&mut out, "accounts", ids(&mut assessment.profiles().map(|profile| &profile.id)));
    put(&mut out, "deleted", ids(&mut assessment.deleted.iter()));
    put(&mut out, "restarted_at", assessment.restarted_at.map(|at| at.to_string()));
    put(&mut out, "unknown", Json::Object(assessment.extra.clone()));
    Json::Object(out).to_string()
}

/// Reads an index.
///
/// # Errors
///
/// When it cannot be decoded completely; see [`DecodeError`].
pub fn decode_index(text: &str) -> Result<Index, DecodeError> {
    let mut fields = parse_fields(text)?;
    Ok(Index {
        accounts: fields.texts("accounts")?,
        deleted: fields.texts("deleted")?,
        restarted_at: fields.parsed("restarted_at", Timestamp::parse)?,
        unknown: fields.object("unknown")?.rest,
    })
}

/// Writes an account and the restart that it belongs to.
#[must_use]
pub fn encode_account(profile: &Profile, restarted_at: Option<Timestamp>) -> String {
    let mut out = Object::new();
    put(&mut out, "schema", SCHEMA);
    put(&mut out, "restarted_at", restarted_at.map(|at| at.to_string()));
    put(&mut out, "account", v1::write_profile(profile, History::Changes));
    Json::Object(out).to_string()
}

/// Reads an account and the restart that it belongs to.
///
/// # Errors
///
/// When it cannot be decoded completely; see [`DecodeError`].
pub fn decode_account(text: &str) -> Result<(Profile, Option<Timestamp>), DecodeError> {
    let mut fields = parse_fields(text)?;
    let restarted_at = fields.parsed("restarted_at", Timestamp::parse)?;
    Ok((v1::read_profile(fields.object("account")?, History::Changes)?, restarted_at))
}

fn parse_fields(text: &str) -> Result<Fields, DecodeError> {
    let tree = schema::parse(text)?;
    schema::check(&tree, NAME, VERSION)?;
    Ok(Fields::of(tree, String::new())?)
}
