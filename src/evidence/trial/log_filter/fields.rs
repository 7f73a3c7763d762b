//! Patterns of space-delimited fields: `[ip, user, ..., status = 4*, bytes > 1000]`.

use super::text::{finds, is_like};
use crate::evidence::trial::Truth;

/// One element of the pattern.
#[derive(Debug)]
pub(super) enum Slot {
    /// Any number of fields: `...`
    Rest,
    /// One field with alternatives (`||`) of conditions (`&&`); no condition at all is one empty alternative.
    Field(Vec<Vec<Condition>>),
}

#[derive(Debug)]
pub(super) struct Condition {
    operator: &'static str,
    wanted: String,
}

/// Parses the text between the brackets; none if the syntax is not known.
pub(super) fn read(inner: &str) -> Option<Vec<Slot>> {
    let slots: Option<Vec<Slot>> = inner.split(',').map(|slot| slot_of(slot.trim())).collect();
    let rests = |slots: &Vec<Slot>| slots.iter().filter(|slot| matches!(slot, Slot::Rest)).count();
    slots.filter(|slots| rests(slots) < 2)
}

fn slot_of(slot: &str) -> Option<Slot> {
    if slot == "..." {
        return Some(Slot::Rest);
    }
    let alternatives = slot.split("||").map(|one| one.split("&&").map(condition).collect::<Option<Vec<_>>>());
    let alternatives: Vec<Vec<Option<Condition>>> = alternatives.collect::<Option<_>>()?;
    // All conditions apply to the same field; a name alone is not a condition.
    let is_plain = alternatives.len() == 1 && alternatives.iter().all(|all| all.len() == 1);
    let has_names_only = alternatives.iter().flatten().any(Option::is_none);
    (is_plain || !has_names_only)
        .then(|| Slot::Field(alternatives.into_iter().map(|all| all.into_iter().flatten().collect()).collect()))
}

/// Parses a name, or a name with a condition; the outer option is none if the text is neither.
fn condition(text: &str) -> Option<Option<Condition>> {
    let is_name =
        |name: &str| !name.trim().is_empty() && name.trim().chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    for operator in ["!=", "<=", ">=", "=", "<", ">"] {
        if let Some((name, wanted)) = text.split_once(operator) {
            let wanted = wanted.trim().trim_matches('"').to_owned();
            return (is_name(name) && !wanted.is_empty()).then_some(Some(Condition { operator, wanted }));
        }
    }
    is_name(text).then_some(None)
}

/// Whether a line matches.
pub(super) fn tried(slots: &[Slot], line: &str) -> Truth {
    let words = words(line);
    let fields = slots.iter().filter(|slot| matches!(slot, Slot::Field(_))).count();
    let Some(extra) = words.len().checked_sub(fields) else {
        return Truth::No;
    };
    let has_rest = fields < slots.len();
    let mut words = words.into_iter();
    let mut all = Truth::Yes;
    for slot in slots {
        match slot {
            Slot::Rest => _ = words.by_ref().take(extra).count(),
            Slot::Field(alternatives) => {
                let word = words.next().unwrap_or_default();
                let holds = |all: &Vec<Condition>| Truth::all(all.iter().map(|one| holds(one, word)));
                all = all.and(Truth::any(alternatives.iter().map(holds)));
            }
        }
    }
    // Old and new documentation differ on lines with more words than fields.
    if extra > 0 && !has_rest { all.and(Truth::Unclear) } else { all }
}

/// The fields of a line; text in brackets or quotation marks is one field.
fn words(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = line.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '[' => rest.find(']').map(|at| at + 1),
            '"' => rest.get(1..).and_then(|inner| inner.find('"')).map(|at| at + 2),
            _ => rest.find(' '),
        };
        let (word, after) = rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or((rest, ""));
        words.push(word.trim_matches(['[', ']', '"']));
        rest = after.trim_start();
    }
    words
}

fn holds(condition: &Condition, word: &str) -> Truth {
    let wanted = condition.wanted.as_str();
    let is_equal = || match wanted.strip_prefix('%').and_then(|rest| rest.strip_suffix('%')) {
        Some(regex) => finds(word, regex),
        None => is_like(word, wanted),
    };
    let (Ok(number), Ok(bound)) = (word.parse::<f64>(), wanted.parse::<f64>()) else {
        return match condition.operator {
            "=" => is_equal(),
            "!=" => !is_equal(),
            _ => Truth::No,
        };
    };
    match condition.operator {
        "<" => number < bound,
        "<=" => number <= bound,
        ">" => number > bound,
        ">=" => number >= bound,
        "!=" => (number - bound).abs() > f64::EPSILON,
        _ => (number - bound).abs() <= f64::EPSILON,
    }
    .into()
}
