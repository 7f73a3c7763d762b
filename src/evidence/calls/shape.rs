//! The shape of an output, in one line: the fields that distinguish it from any other output.
//!
//! ```text
//! Rules[+].Name,EventBusName   a list with at least one item, whose items have these fields
//! DetectorIds[]                a list of texts, or an empty one; `analyzers[].arn` for objects
//! AccountLevel                 a field; `PolicyStatus.IsPublic` for an object with this field
//! State=unblocked/…            a field with one of these texts
//! !TopicName                   among the fields of items: a field that is absent
//! ?Owner                       an optional field
//! *                            any other fields are allowed
//! $[+].Group                   the output is the list itself, as with a check command's `--query`
//! a|b                          either shape
//! ```
//!
//! Paging fields are always allowed. An output with any other field is another command's.

use crate::base::json::Json;

/// Paging fields, and the metadata that a program adds to a response.
const ANYWHERE: [&str; 7] =
    ["IsTruncated", "Marker", "NextMarker", "NextPageToken", "NextToken", "ResponseMetadata", "nextToken"];

/// How much of the shape must match.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum OutputShape {
    /// All of it: nothing else identifies the command.
    Alone,
    /// The first field of the shape, and one of the fields of its items. Lists may be empty and other fields are
    /// allowed: something else identifies the command.
    Told,
}

/// Whether a value has a shape.
pub(super) fn fits(value: &Json, shape: &str, mode: OutputShape) -> bool {
    shape.split('|').any(|shape| {
        let mut terms = shape.split(' ').filter(|term| *term != "*" && !term.starts_with('?'));
        match mode {
            OutputShape::Told => terms.next().is_some_and(|term| has(value, term, mode)),
            OutputShape::Alone => {
                terms.all(|term| has(value, term, mode)) && (shape.contains(['*', '$']) || has_no_other(value, shape))
            }
        }
    })
}

fn has_no_other(value: &Json, shape: &str) -> bool {
    let Json::Object(fields) = value else {
        return false;
    };
    let name =
        |term: &'_ str| term.trim_start_matches('?').split(['[', '.', '=']).next().unwrap_or_default().to_owned();
    let names: Vec<String> = shape.split(' ').map(name).collect();
    fields.iter().all(|(field, _)| ANYWHERE.contains(&field.as_str()) || names.contains(field))
}

fn has(value: &Json, term: &str, mode: OutputShape) -> bool {
    let (step, fields) = term.split_once('.').unwrap_or((term, ""));
    let (step, texts) = step.split_once('=').unwrap_or((step, ""));
    let (key, list) = step.split_once('[').unwrap_or((step, ""));
    let Some(inner) = (if key == "$" { Some(value) } else { value.get(key) }) else {
        return false;
    };
    if !texts.is_empty() {
        return inner.as_text().is_some_and(|text| texts.split('/').any(|wanted| wanted == text));
    }
    if list.is_empty() {
        return fields.is_empty() || has_fields(inner, fields, mode);
    }
    let Json::List(items) = inner else {
        return mode == OutputShape::Told && key != "$";
    };
    match items.first() {
        None => list == "]" || mode == OutputShape::Told,
        Some(first) if fields.is_empty() => first.as_text().is_some() || mode == OutputShape::Told,
        Some(first) => has_fields(first, fields, mode),
    }
}

fn has_fields(value: &Json, fields: &str, mode: OutputShape) -> bool {
    let mut fits = fields.split(',').map(|field| match field.strip_prefix('!') {
        Some(other) => value.get(other).is_none(),
        None => value.get(field).is_some(),
    });
    match mode {
        OutputShape::Alone => fits.all(|fits| fits),
        OutputShape::Told => fits.any(|fits| fits),
    }
}
