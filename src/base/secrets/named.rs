//! Finds secrets by the name before them. A name is matched in any case, with or without `_` and `-`, and at the end of
//! a longer name (`AWS_SECRET_ACCESS_KEY`), in JSON, YAML, XML, shell and tables, and in strings that contain any of
//! these.
//!
//! A name without a value is not a secret: it may be an event (`GetSessionToken`) or a column.

use super::kind::{Kind, Spans};
use super::letter::{behind, is_base64, letter};
use super::places::{Ticks, places};
use std::ops::Range;

const NAMES: [&str; 5] =
    ["secretaccesskey", "sessiontoken", "securitytoken", "servicepassword", "servicecredentialsecret"];

/// What CloudTrail writes in place of a secret.
const HIDDEN: &[u8] = b"HIDDEN_DUE_TO_SECURITY_REASONS";

const SHORTEST: usize = 8;

/// The length of the longest name as a label with blanks.
const LABEL_LENGTH: usize = 25;

/// Whether two adjacent bytes are a pair that occurs in every name and in few other words: `ke`, `sw`, or `ls`, which
/// `_` or `-` may separate.
fn is_in_a_name(first: u8, second: u8) -> bool {
    // Lower-cases letters. `_` becomes 0x7f; false matches of other bytes are rejected by the checks that follow.
    let (first, second) = (first | 0x20, second | 0x20);
    ((first == b'k') & (second == b'e'))
        | ((first == b's') & (second == b'w'))
        | ((first == b'l') & ((second == b's') | (second == 0x7f) | (second == b'-')))
}

pub(super) fn named_values(text: &str, ticks: &Ticks<'_>, spans: &mut Spans) {
    let bytes = text.as_bytes();
    let mut at = 0;
    for pair_at in places(bytes, ticks, is_in_a_name) {
        if pair_at < at {
            continue;
        }
        let before = bytes.get(at..pair_at).unwrap_or_default();
        let start = before.iter().rposition(|b| !is_name(*b)).map_or(at, |offset| at + offset + 1);
        let rest = bytes.get(pair_at..).unwrap_or_default();
        let end = rest.iter().position(|b| !is_name(*b)).map_or(bytes.len(), |offset| pair_at + offset);
        at = end;
        let name = bytes.get(start..end).unwrap_or_default();
        // Most other names are rejected by their last byte.
        let may_match = name.last().is_some_and(|b| matches!(b | 0x20, b'n' | b'y' | b'd' | b't' | 0x7f | b'-'));
        let is_named = |text| NAMES.iter().any(|suffix| ends_with_name(text, suffix));
        if !may_match {
            continue;
        }
        let value = if is_named(name) {
            paired_value(bytes, end).or_else(|| value_after(bytes, end, false))
        } else if is_named(bytes.get(end.saturating_sub(LABEL_LENGTH)..end).unwrap_or_default()) {
            // A label with blanks, as the console writes it. Prose has the same words.
            value_after(bytes, end, true)
        } else {
            None
        };
        let Some(value) = value else {
            continue;
        };
        if value.len() >= SHORTEST && bytes.get(value.clone()) != Some(HIDDEN) {
            at = value.end;
            spans.push((value, Kind::NamedValue));
        }
    }
}

/// Values after the label of AWS's Japanese console.
pub(super) fn labelled_values(text: &str, ticks: &Ticks<'_>, spans: &mut Spans) {
    const LABEL: &[u8] = "シークレットアクセスキー".as_bytes();
    /// The two last bytes of ッ, which few other words have, and their place in the label.
    const PAIR: usize = 13;
    const WIDE_COLON: &[u8] = "：".as_bytes();
    let bytes = text.as_bytes();
    for pair in places(bytes, ticks, |a, b| (a == 0x83) & (b == 0x83)) {
        let label = pair.checked_sub(PAIR).and_then(|start| bytes.get(start..)).unwrap_or_default();
        let Some(rest) = label.strip_prefix(LABEL) else {
            continue;
        };
        let rest = rest.strip_prefix(WIDE_COLON).unwrap_or(rest);
        if let Some(value) = value_after(bytes, bytes.len() - rest.len(), true) {
            spans.push((value, Kind::NamedValue));
        }
    }
}

const fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

/// Whether `name`, without `_`, `-`, blanks and case, ends with `suffix`.
fn ends_with_name(name: &[u8], suffix: &str) -> bool {
    let mut letters = name.iter().rev().filter(|b| !matches!(b, b'_' | b'-' | b' '));
    suffix.bytes().rev().all(|expected| letters.next().is_some_and(|b| b.eq_ignore_ascii_case(&expected)))
}

/// The value in `{"name": "AWS_SECRET_ACCESS_KEY", "value": "…"}`, as APIs print environment variables. Another field,
/// such as `type`, may come between. In YAML the value is on the next line.
fn paired_value(bytes: &[u8], end: usize) -> Option<Range<usize>> {
    const KEY: &[u8] = b"value";
    const NEAR: usize = 80;
    let object = bytes.get(end..(end + NEAR).min(bytes.len()))?;
    let object = object.split(|byte| *byte == b'}').next()?;
    let is_key = |window: &[u8]| {
        window
            .split_last()
            .is_some_and(|(last, key)| key.eq_ignore_ascii_case(KEY) && matches!(last, b'"' | b'\'' | b'\\' | b':'))
    };
    let key = object.windows(KEY.len() + 1).position(is_key)?;
    let between = object.get(..key)?;
    // A colon directly after the name means `name: value`; in JSON a comma comes first.
    let is_json = matches!(between.first(), Some(b'"' | b'\'' | b'\\')) && between.contains(&b',');
    let is_blank = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'') || byte.is_ascii_alphabetic();
    let is_yaml = between.contains(&b'\n') && between.iter().all(is_blank);
    (is_json || is_yaml).then(|| value_after(bytes, end + key + KEY.len(), false)).flatten()
}

/// The value after a name: `name": "value"`, `name = value`, `<name>value<`, `name value`, `name |  value`. After a
/// label, which prose may contain, the value has to look like a key.
fn value_after(bytes: &[u8], end: usize, is_label: bool) -> Option<Range<usize>> {
    let (start, has_separator) = gap_after(bytes, end);
    if start == end && !is_label {
        return None;
    }
    let (mut stop, mut is_keylike, mut is_empty) = (start, true, true);
    let is_in_prose = |b: u8| is_base64(b) || b == b'=';
    let is_in_data = |b: u8| b.is_ascii_graphic() && !matches!(b, b'"' | b'\'' | b',' | b'<' | b';' | b'`' | b'\\');
    let is_value = |b: u8| if is_label { is_in_prose(b) } else { is_in_data(b) };
    while let Some((byte, length)) = letter(bytes, stop).filter(|(byte, _)| is_value(*byte)) {
        stop += length;
        is_keylike &= is_in_prose(byte);
        // Only closing brackets.
        is_empty &= matches!(byte, b'}' | b']');
    }
    // After blanks alone, only a string that looks like a key is a value; anything else is prose.
    (!is_empty && ((has_separator && !is_label) || (is_keylike && stop - start >= 16))).then_some(start..stop)
}

/// The end of the gap between a name and its value, and whether the gap has a separator (`:`, `=`, `>`) besides blanks,
/// quotes and table lines.
fn gap_after(bytes: &[u8], mut at: usize) -> (usize, bool) {
    let mut has_separator = false;
    while at < bytes.len() {
        match letter(bytes, at) {
            Some((b':' | b'=' | b'>', _)) => has_separator = true,
            // A table line. Patterns have `a|b` and `a || b`.
            Some((b'|', _)) if bytes.get(at..).is_some_and(|rest| rest.starts_with(b"|  ")) => {}
            Some((byte, _)) if !byte.is_ascii_whitespace() && !matches!(byte, b'"' | b'\'') => break,
            // A blank, a quote, or the escape of one.
            Some(_) | None => {}
        }
        at = behind(bytes, at);
    }
    (at, has_separator)
}

#[cfg(test)]
mod tests {
    use crate::base::json::Json;
    use crate::base::secrets::{Kind, cut};

    // AWS's own documentation example; not a credential.
    const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    #[test]
    fn the_labels_of_the_console_are_told_and_prose_is_not() {
        for label in ["Secret access key", "Secret access key:", "secret access key =", "Session token:"] {
            assert_eq!(cut(&format!("note\n{label} {SECRET}.")).text, format!("note\n{label} [cut]."), "{label}");
        }
        for label in ["シークレットアクセスキー: ", "シークレットアクセスキー：", "シークレットアクセスキー "]
        {
            assert_eq!(cut(&format!("{label}{SECRET}\n済み")).text, format!("{label}[cut]\n済み"), "{label}");
        }
        for prose in [
            "The secret access key: deactivated at once",
            "session token: see the runbook",
            "シークレットアクセスキー: 無効にしました",
            "シークレットアクセスキーは deactivated",
        ] {
            assert_eq!(cut(prose).found, [], "{prose}");
        }
    }

    #[test]
    fn every_name_is_told_in_every_spelling() {
        let names = "secret access key,session token,security token,service password,service credential secret";
        for words in names.split(',').map(|name| name.split(' ').collect::<Vec<_>>()) {
            let large = |word: &&str| word[..1].to_uppercase() + &word[1..];
            let pascal: String = words.iter().map(large).collect();
            let (snake, kebab) = (words.join("_"), words.join("-"));
            let camel = words[0].to_owned() + &pascal[words[0].len()..];
            let upper = format!("AWS_{}", snake.to_uppercase());
            for text in [
                format!(r#"{{"{pascal}": "{SECRET}="}}"#),
                format!(r#"{{"{pascal}":"{SECRET}==","Status":"Active"}}"#),
                format!(r#"{{"a": "{{\"{camel}\": \"{SECRET}==\"}}"}}"#),
                format!(r#"{{"a": "{{\"b\": \"{{\\\"{camel}\\\":\\\"{SECRET}\\\"}}\"}}"}}"#),
                format!(r#"{{"a": "{{\u0022{camel}\u0022:\u0022{SECRET}\u003d\u0022}}"}}"#),
                format!(r#"{{"{camel}": "{}"}}"#, SECRET.replace('/', r"\/")),
                format!(r#"{{"{camel}": "{}\u002b"}}"#, SECRET.replace('/', r"\u002F")),
                format!(r#"{{"a": "{{\"{camel}\": \"{}\"}}"}}"#, SECRET.replace('/', r"\\/")),
                format!(r#"{{"name": "{upper}", "value": "{SECRET}"}}"#),
                format!(r#"{{"a": "{{\"name\":\"{upper}\",\"value\":\"{SECRET}\"}}"}}"#),
                format!("{{'Name': '{upper}', 'Value': '{SECRET}'}}"),
                format!("- name: {upper}\n  value: {SECRET}\n"),
                format!("{kebab}: {SECRET}\n"),
                format!(r#"{{"a": "{pascal}:\n  {SECRET}\n"}}"#),
                format!("{snake} = '{SECRET}='"),
                format!("export {upper}={SECRET}"),
                format!("--{kebab} {SECRET}"),
                format!("<{pascal}>{SECRET}</{pascal}>"),
                format!("||  {pascal}|  {SECRET}  ||"),
                format!("|  {pascal}              |  {SECRET}=  |"),
            ] {
                let cut = cut(&text);
                assert_eq!(cut.found.iter().map(|f| f.kind).collect::<Vec<_>>(), [Kind::NamedValue], "{text}");
                assert!(!cut.text.contains("wJalr") && !cut.text.contains("EXAMPLEKEY"), "{text}");
                if text.starts_with("{\"") {
                    assert!(Json::parse(&cut.text).is_ok(), "{}", cut.text);
                }
            }
        }
    }
}
