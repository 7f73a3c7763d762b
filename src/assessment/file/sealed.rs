//! `guard-navi.sealed/1`: a password-protected progress file. Only its format; the browser does the cryptography.
//!
//! AES-GCM with 256 bits; the key comes from the password (Unicode NFKC, UTF-8) by PBKDF2 with SHA-256.
//!
//! **Invariant:** such a file may be malicious, so every size and count is limited before it is used.

use super::decode_error::DecodeError;
use super::schema;
use crate::base::json::{FieldError, Fields, Json, Object, put};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// PBKDF2 iterations of a new file.
pub const ITERATIONS: u32 = 600_000;
/// More would keep a browser busy for minutes.
const ITERATIONS_LIMIT: f64 = 10_000_000.0;
/// More than any browser's storage can hold.
const DATA_LIMIT: usize = 16 * 1024 * 1024;
pub(super) const NAME: &str = "guard-navi.sealed/";
const VERSION: u32 = 1;

/// The content of a sealed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// PBKDF2 iterations.
    pub iterations: u32,
    /// 16 random bytes.
    pub salt: Vec<u8>,
    /// 12 random bytes.
    pub iv: Vec<u8>,
    /// The encrypted progress file, followed by its authentication tag.
    pub data: Vec<u8>,
}

impl Sealed {
    /// Serialises it as a file.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut kdf = Object::new();
        put(&mut kdf, "name", "PBKDF2");
        put(&mut kdf, "hash", "SHA-256");
        put(&mut kdf, "iterations", Json::Number(self.iterations.into()));
        put(&mut kdf, "salt", STANDARD.encode(&self.salt));
        let mut out = Object::new();
        put(&mut out, "schema", [NAME, &VERSION.to_string()].concat());
        put(&mut out, "kdf", Json::Object(kdf));
        put(&mut out, "iv", STANDARD.encode(&self.iv));
        put(&mut out, "data", STANDARD.encode(&self.data));
        Json::Object(out).to_string()
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    ///
    /// As [`Sealed::read`]. Text that is not JSON gives [`DecodeError::NotOurs`].
    pub fn decode(text: &str) -> Result<Sealed, DecodeError> {
        Sealed::read(Json::parse(text).unwrap_or_default())
    }

    /// Reads a parsed file.
    ///
    /// # Errors
    ///
    /// When it is not a sealed file, is a newer version, or has an invalid field.
    pub fn read(file: Json) -> Result<Sealed, DecodeError> {
        schema::check(&file, NAME, VERSION)?;
        let mut file = Fields::of(file, String::new())?;
        let mut kdf = file.object("kdf")?;
        for (field, expected) in [("name", "PBKDF2"), ("hash", "SHA-256")] {
            if kdf.text(field)? != expected {
                return Err(kdf.wrong(field).into());
            }
        }
        let iterations = match kdf.take("iterations") {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range and whole")]
            Json::Number(count) if (1.0..=ITERATIONS_LIMIT).contains(&count) && count % 1.0 == 0.0 => count as u32,
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => {
                return Err(kdf.wrong("iterations").into());
            }
        };
        Ok(Sealed {
            iterations,
            salt: bytes(&mut kdf, "salt", 8, 1_024)?,
            iv: bytes(&mut file, "iv", 12, 12)?,
            data: bytes(&mut file, "data", 16, DATA_LIMIT)?,
        })
    }
}

/// Takes base64 data of `least` to `most` bytes.
fn bytes(fields: &mut Fields, field: &str, least: usize, most: usize) -> Result<Vec<u8>, FieldError> {
    let text = fields.text(field)?;
    let is_right = |bytes: &Vec<u8>| (least..=most).contains(&bytes.len());
    STANDARD.decode(text.trim()).ok().filter(is_right).ok_or_else(|| fields.wrong(field))
}

#[cfg(test)]
mod tests {
    use super::{ITERATIONS, Sealed};
    use crate::assessment::file::DecodeError;

    fn sealed() -> Sealed {
        Sealed { iterations: ITERATIONS, salt: vec![1; 16], iv: vec![2; 12], data: (0..=255).collect() }
    }

    #[test]
    fn what_is_written_is_read() {
        assert_eq!(Sealed::decode(&sealed().encode()), Ok(sealed()));
    }

    #[test]
    fn hostile_fields_are_named() {
        let text = sealed().encode();
        for (from, to, field) in [
            ("600000", "10000001", "kdf.iterations"),
            ("600000", "0", "kdf.iterations"),
            ("600000", "1.5", "kdf.iterations"),
            ("600000", "-1", "kdf.iterations"),
            ("600000", "1e300", "kdf.iterations"),
            ("600000", "\"600000\"", "kdf.iterations"),
            ("\"PBKDF2\"", "\"scrypt\"", "kdf.name"),
            ("\"SHA-256\"", "\"SHA-1\"", "kdf.hash"),
            ("\"SHA-256\"", "null", "kdf.hash"),
            ("AQEBAQEBAQEBAQEBAQEBAQ==", "AQ==", "kdf.salt"),
            ("AQEBAQEBAQEBAQEBAQEBAQ==", "%%%", "kdf.salt"),
            ("AgICAgICAgICAgIC", "AgICAgICAgICAgICAgIC", "iv"),
            ("AAECAwQF", "!!!!", "data"),
            ("\"kdf\"", "\"kdf2\"", "kdf"),
            ("\"data\"", "\"date\"", "data"),
        ] {
            let altered = text.replace(from, to);
            assert_ne!(altered, text, "{from}");
            assert_eq!(Sealed::decode(&altered), Err(DecodeError::Damaged { field: field.to_owned() }), "{from} {to}");
        }
        assert_eq!(Sealed::decode(&text.replace("sealed/1", "sealed/2")), Err(DecodeError::Newer));
        for foreign in ["", "[]", "7", "{\"schema\":\"guard-navi.progress/1\"}", "{\"schema\":\"guard-navi.sealed/x\"}"]
        {
            assert_eq!(Sealed::decode(foreign), Err(DecodeError::NotOurs), "{foreign}");
        }
        let long = Sealed { salt: vec![0; 1_025], ..sealed() };
        assert_eq!(Sealed::decode(&long.encode()), Err(DecodeError::Damaged { field: "kdf.salt".to_owned() }));
    }

    #[test]
    fn cut_anywhere_it_is_refused() {
        let text = sealed().encode();
        for end in 0..text.len() {
            assert!(Sealed::decode(&text[..end]).is_err(), "{end}");
        }
    }
}
