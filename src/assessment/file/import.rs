//! Reads a file to import without trusting it: other formats are identified, sizes are limited, and secrets are cut out
//! and ids masked before anything is kept.
//!
//! **Invariant:** the result contains only what could have been entered here: no secret and no complete account id. It
//! fits into local storage.

use super::decode_error::DecodeError;
use super::schema;
use super::sealed::{self, Sealed};
use super::{decode_tree, encode};
use crate::assessment::{Assessment, NAME_LIMIT, NOTE_LIMIT, Profile, Table};
use crate::base::json::{Json, Object};
use crate::base::secrets::{self, Found};
use crate::base::time::Timestamp;
use std::collections::HashSet;

/// The deepest nesting of JSON.
const DEPTH: usize = 128;
/// The most fields of an object; no progress file has that many.
const FIELDS: usize = 2_000;
/// The most accounts.
const ACCOUNTS: usize = 1_000;
/// In UTF-16 units. Browsers store about five million per site, some of which other keys need.
const STORAGE_LIMIT: usize = 5_000_000;
const ID_LIMIT: usize = 64;

/// Why a file cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The file is empty.
    Empty,
    /// Not text, but for example an image or a program.
    NotText,
    /// A zip or gzip file.
    Packed,
    /// A table, such as CSV.
    Table,
    /// Nested deeper than any progress file.
    TooDeep {
        /// Counted from 1.
        line: usize,
    },
    /// The JSON ends too early.
    CutShort {
        /// Counted from 1.
        line: usize,
    },
    /// It looks like output of AWS.
    Evidence,
    /// A field is larger than in any progress file.
    TooMuch {
        /// As in [`DecodeError::Damaged`].
        field: String,
    },
    /// Too large for local storage.
    TooLargeForStorage,
    /// Not a valid progress file.
    DecodeError(DecodeError),
}

impl From<DecodeError> for ImportError {
    fn from(error: DecodeError) -> ImportError {
        ImportError::DecodeError(error)
    }
}

/// The content of an imported file.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportedFile {
    /// The text of a progress file as this version writes it, and the secrets that were cut out of it.
    Progress(String, Vec<Found>),
    /// A password-protected progress file.
    Sealed(Sealed),
}

/// Reads the bytes of a file.
///
/// # Errors
///
/// When it is not a file of this product, or cannot be imported completely.
pub fn read(bytes: &[u8]) -> Result<ImportedFile, ImportError> {
    let text = text_of(bytes)?;
    if let Some(line) = too_deep(text) {
        return Err(ImportError::TooDeep { line });
    }
    let cut = secrets::cut(text);
    // A truncated private key is cut out to the end of the text, including the brackets that close the JSON.
    let tree = Json::parse(&cut.text).or_else(|_| Json::parse(text)).map_err(|error| not_json(text, &error))?;
    if schema::version(&tree, sealed::NAME).is_some() {
        return Ok(ImportedFile::Sealed(Sealed::read(tree)?));
    }
    if !tree.words("schema").starts_with(super::v1::NAME) {
        return Err(foreign(&tree, text));
    }
    // A UTF-16 unit takes at most three bytes in UTF-8.
    if text.len() > 3 * STORAGE_LIMIT {
        return Err(ImportError::TooLargeForStorage);
    }
    if tree.items("profiles").len() > ACCOUNTS {
        return Err(ImportError::TooMuch { field: "profiles".to_owned() });
    }
    let mut found = cut.found;
    let tree = clean(tree, "", &mut found)?;
    let assessment = decode_tree(tree)?;
    check(&assessment)?;
    let text = encode(&assessment, Timestamp::UNIX_EPOCH);
    if text.encode_utf16().count() > STORAGE_LIMIT {
        return Err(ImportError::TooLargeForStorage);
    }
    Ok(ImportedFile::Progress(text, found))
}

fn text_of(bytes: &[u8]) -> Result<&str, ImportError> {
    if matches!(bytes, [b'P', b'K', 3 | 5, ..] | [0x1F, 0x8B, ..]) {
        return Err(ImportError::Packed);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        // Ends within a character: handled like any other truncated file.
        Err(error) if error.error_len().is_none() => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(valid).unwrap_or_default()
        }
        Err(_) => return Err(ImportError::NotText),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() { Err(ImportError::Empty) } else { Ok(text) }
}

/// The line where the nesting reaches `DEPTH`.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut line) = (0_usize, 1);
    let (mut is_inside, mut is_escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            b'\n' => line += 1,
            _ if is_escaped => is_escaped = false,
            b'\\' if is_inside => is_escaped = true,
            b'"' => is_inside = !is_inside,
            b'{' | b'[' if !is_inside => depth += 1,
            b'}' | b']' if !is_inside => depth = depth.saturating_sub(1),
            _ => {}
        }
        // serde_json counts the outermost level too.
        if depth >= DEPTH {
            return Some(line);
        }
    }
    None
}

fn not_json(text: &str, error: &serde_json::Error) -> ImportError {
    let start = text.trim_start();
    if start.starts_with(['{', '[']) {
        let line = error.line();
        return if error.is_eof() {
            ImportError::CutShort { line }
        } else {
            DecodeError::NotJson { line, column: error.column() }.into()
        };
    }
    let first = start.lines().next().unwrap_or_default();
    if is_evidence(first) || first.trim_start_matches(['$', ' ']).starts_with("aws ") {
        ImportError::Evidence
    } else if [',', ';', '\t'].into_iter().any(|separator| first.matches(separator).count() > 1) {
        ImportError::Table
    } else {
        DecodeError::NotJson { line: error.line(), column: error.column() }.into()
    }
}

fn foreign(tree: &Json, text: &str) -> ImportError {
    let one = if let Json::List(list) = tree { list.first().unwrap_or(&Json::Null) } else { tree };
    let is_aws_name = |(name, _): &(String, Json)| {
        name.starts_with(|c: char| c.is_ascii_uppercase()) && name.chars().all(|c| c.is_ascii_alphanumeric())
    };
    let is_aws = matches!(one, Json::Object(fields) if fields.iter().any(is_aws_name));
    let is_ours = one.words("schema").starts_with("guard-navi.evidence/");
    if is_aws || is_ours || is_evidence(text) { ImportError::Evidence } else { DecodeError::NotOurs.into() }
}

/// Whether a text that is not a progress file looks like evidence.
fn is_evidence(text: &str) -> bool {
    ["arn:aws", "user,arn,", "PROVIDER;", "AUTH_METHOD;", "finding_info", "ASSESSMENT_START_TIME"]
        .iter()
        .any(|pattern| text.contains(pattern))
}

/// Cuts secrets out of every text, masks ids, drops duplicate fields (the last one stays), and refuses objects with too
/// many fields.
fn clean(json: Json, path: &str, found: &mut Vec<Found>) -> Result<Json, ImportError> {
    Ok(match json {
        Json::Null | Json::Bool(_) => json,
        // An account id may be a number.
        Json::Number(number) if (1e11..1e12).contains(&number) => Json::Text(secrets::mask(&number.to_string())),
        Json::Number(_) => json,
        Json::Text(text) => Json::Text(clean_text(path, &text, found)),
        Json::List(list) => {
            let mut out = Vec::with_capacity(list.len());
            for item in list {
                out.push(clean(item, path, found)?);
            }
            Json::List(out)
        }
        Json::Object(object) => Json::Object(clean_fields(object, path, found)?),
    })
}

fn clean_fields(object: Object, path: &str, found: &mut Vec<Found>) -> Result<Object, ImportError> {
    if object.len() > FIELDS {
        return Err(ImportError::TooMuch { field: path.to_owned() });
    }
    let mut seen = HashSet::new();
    let mut out = Object::new();
    for (name, value) in object.into_iter().rev() {
        let name = secrets::mask(&secrets::cut(&name).text);
        let field_path = if path.is_empty() { name.clone() } else { [path, ".", &name].concat() };
        if seen.insert(name.clone()) {
            out.push((name, clean(value, &field_path, found)?));
        }
    }
    out.reverse();
    Ok(out)
}

fn clean_text(path: &str, text: &str, found: &mut Vec<Found>) -> String {
    let name = path.rsplit('.').next().unwrap_or_default();
    // Checked together with its name: some values are secrets only by their name.
    let head = [name, "="].concat();
    let cut = secrets::cut(&[&head, text].concat());
    let text = match cut.text.strip_prefix(&head) {
        Some(rest) if !cut.found.is_empty() => {
            found.extend(cut.found);
            rest.to_owned()
        }
        Some(_) | None => text.to_owned(),
    };
    // A random id may contain twelve digits, and copies of an account are matched by their ids.
    if matches!(path, "profiles.id" | "deleted_profiles") { text } else { secrets::mask(&text) }
}

/// Checks that account ids are valid and unique, and that no text is longer than the input fields allow.
fn check(assessment: &Assessment) -> Result<(), ImportError> {
    let mut ids = HashSet::new();
    for (index, profile) in assessment.profiles().enumerate() {
        let id = profile.id.as_str();
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_graphic()) || !ids.insert(id) {
            return Err(DecodeError::Damaged { field: format!("profiles[{index}].id") }.into());
        }
        if let Some(field) = too_long(profile) {
            return Err(ImportError::TooMuch { field: format!("profiles[{index}].{field}") });
        }
    }
    Ok(())
}

fn too_long(profile: &Profile) -> Option<String> {
    let is_longer = |text: &str, limit: usize| text.chars().nth(limit).is_some();
    if is_longer(&profile.id, ID_LIMIT) {
        return Some("id".to_owned());
    }
    if is_longer(&profile.name, NAME_LIMIT) {
        return Some("name".to_owned());
    }
    for (control, answer) in &profile.answers {
        let texts = [
            ("note", &answer.note, NOTE_LIMIT),
            ("reason", &answer.reason, NOTE_LIMIT),
            ("owner", &answer.owner, NAME_LIMIT),
        ];
        for (field, text, limit) in texts {
            if text.as_deref().is_some_and(|text| is_longer(text, limit)) {
                return Some(format!("answers.{control}.{field}"));
            }
        }
    }
    for table in Table::ALL {
        if let Some((key, _)) = profile.table(table).iter().find(|(_, text)| is_longer(text, NOTE_LIMIT)) {
            return Some([table.field(), ".", key].concat());
        }
    }
    None
}
