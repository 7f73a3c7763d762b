//! Names that users enter: of accounts, owners and workshops.

use super::answer::{Refusal, clean};

/// The longest name of a profile, in characters.
pub const NAME_LIMIT: usize = 100;

/// Prepares a name for storage: joins it to one line and masks ids.
///
/// # Errors
///
/// When it contains a secret or is too long.
pub fn clean_name(name: &str) -> Result<String, Refusal> {
    let line = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().nth(NAME_LIMIT).is_some() {
        return Err(Refusal::NameTooLong);
    }
    Ok(clean(&line)?.unwrap_or_default())
}
