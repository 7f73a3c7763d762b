//! A cache for slow build steps whose output depends on their input bytes alone. It is stored in `target/`.

use crate::checkout::root;
use anyhow::Result;
use sha2::{Digest as _, Sha256};

/// The first 8 bytes of a SHA-256, in hexadecimal.
pub(crate) fn short_hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The cached output for these input bytes, or the output of `produce`, which is then cached. Only the newest output of
/// each part is stored; `kind` names the tool and all of its options.
pub(crate) fn cached(
    kind: &str,
    part: &str,
    input: &[u8],
    produce: impl FnOnce() -> Result<Vec<u8>>,
) -> Result<Vec<u8>> {
    let folder = root().join("target/build-cache").join(short_hash(kind.as_bytes())).join(part);
    let file = folder.join(short_hash(input));
    if let Ok(content) = std::fs::read(&file) {
        return Ok(content);
    }
    let output = produce()?;
    // An error is ignored: without the cache, the next build only takes longer.
    let _ = std::fs::remove_dir_all(&folder);
    let _ = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(file, &output));
    Ok(output)
}
