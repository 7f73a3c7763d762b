//! What an output looks like, in a line: the fields that tell it from any other.
//!
//! ```text
//! Rules[+].Name,EventBusName   a list with at least one item, whose items have these fields
//! DetectorIds[]                a list of texts, or an empty one; `analyzers[].arn` of objects
//! AccountLevel                 a field; `PolicyStatus.IsPublic` an object with this one
//! State=unblocked/…            a field with one of these texts
//! !TopicName                   among the fields of items: not this one
//! ?Owner                       a field that may stand beside
//! *                            any others may
//! $[+].Group                   the list itself, as one of our own `--query` prints it
//! a|b                          this or that
//! ```
//!
//! Fields of paging may always stand there, and nothing else: what has more is another command's.

use crate::base::json::Json;

/// What says that there is more, and what a program puts around an answer.
const ANYWHERE: [&str; 7] =
    ["IsTruncated", "Marker", "NextMarker", "NextPageToken", "NextToken", "ResponseMetadata", "nextToken"];

/// How much has to fit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum OutputShape {
    /// All of it: nothing else tells what it is.
    Alone,
    /// The first of the fields that it names, and one of those of its items; lists may be empty and others may stand
    /// beside: something else tells what it is.
    Told,
}

/// Whether a value looks so.
pub(super) fn fits(value: &Json, shape: &str, look: OutputShape) -> bool {
    shape.split('|').any(|shape| {
        let mut marks = shape.split(' ').filter(|mark| *mark != "*" && !mark.starts_with('?'));
        match look {
            OutputShape::Told => marks.next().is_some_and(|mark| has(value, mark, look)),
            OutputShape::Alone => {
                marks.all(|mark| has(value, mark, look)) && (shape.contains(['*', '$']) || has_no_other(value, shape))
            }
        }
    })
}

fn has_no_other(value: &Json, shape: &str) -> bool {
    let Json::Object(fields) = value else {
        return false;
    };
    let name =
        |mark: &'_ str| mark.trim_start_matches('?').split(['[', '.', '=']).next().unwrap_or_default().to_owned();
    let names: Vec<String> = shape.split(' ').map(name).collect();
    fields.iter().all(|(field, _)| ANYWHERE.contains(&field.as_str()) || names.contains(field))
}

fn has(value: &Json, mark: &str, look: OutputShape) -> bool {
    let (step, fields) = mark.split_once('.').unwrap_or((mark, ""));
    let (step, texts) = step.split_once('=').unwrap_or((step, ""));
    let (key, list) = step.split_once('[').unwrap_or((step, ""));
    let Some(inner) = (if key == "$" { Some(value) } else { value.get(key) }) else {
        return false;
    };
    if !texts.is_empty() {
        return inner.as_text().is_some_and(|text| texts.split('/').any(|wanted| wanted == text));
    }
    if list.is_empty() {
        return fields.is_empty() || has_fields(inner, fields, look);
    }
    let Json::List(items) = inner else {
        return look == OutputShape::Told && key != "$";
    };
    match items.first() {
        None => list == "]" || look == OutputShape::Told,
        Some(first) if fields.is_empty() => first.as_text().is_some() || look == OutputShape::Told,
        Some(first) => has_fields(first, fields, look),
    }
}

fn has_fields(value: &Json, fields: &str, look: OutputShape) -> bool {
    let mut fits = fields.split(',').map(|field| match field.strip_prefix('!') {
        Some(other) => value.get(other).is_none(),
        None => value.get(field).is_some(),
    });
    match look {
        OutputShape::Alone => fits.all(|fits| fits),
        OutputShape::Told => fits.any(|fits| fits),
    }
}
