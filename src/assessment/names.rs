//! Names that users enter: of accounts, owners and workshops.

use super::answer::{Refusal, check_length, clean};

/// The longest name of a profile, in characters.
pub const NAME_LIMIT: usize = 100;

/// Prepares a name for storage: joins it to one line and masks ids.
///
/// # Errors
///
/// When it contains a secret or is too long.
pub fn clean_name(name: &str) -> Result<String, Refusal> {
    let line = name.split_whitespace().collect::<Vec<_>>().join(" ");
    check_length(&line, NAME_LIMIT)?;
    Ok(clean(&line)?.unwrap_or_default())
}
