//! What takes long to make of the same bytes: kept from build to build, beside what is compiled.

use crate::checkout::root;
use anyhow::Result;
use sha2::{Digest as _, Sha256};

/// Enough of a hash to tell contents apart.
pub(crate) fn short_hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// What was made of these bytes before, or is made now. Of each part only the newest is kept; `kind` names the tool and all
/// of its options.
pub(crate) fn kept(kind: &str, part: &str, made_of: &[u8], make: impl FnOnce() -> Result<Vec<u8>>) -> Result<Vec<u8>> {
    let folder = root().join("target/kept").join(short_hash(kind.as_bytes())).join(part);
    let file = folder.join(short_hash(made_of));
    if let Ok(known) = std::fs::read(&file) {
        return Ok(known);
    }
    let made = make()?;
    // Where it cannot be kept, the next build takes longer.
    let _ = std::fs::remove_dir_all(&folder);
    let _ = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(file, &made));
    Ok(made)
}
