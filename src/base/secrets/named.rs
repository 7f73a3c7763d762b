//! Secrets under a name that says so. Names are told in any case, with `_` and `-` or without, at the end of a longer one
//! (`AWS_SECRET_ACCESS_KEY`), in JSON, YAML, XML, shell, tables, and in strings that hold any of these.
//!
//! A name alone is none: it may be the name of an event (`GetSessionToken`), or of a column.

use super::kind::{Kind, Spans};
use super::letter::{behind, is_base64, letter};
use super::places::{Ticks, places};
use std::ops::Range;

const NAMES: [&str; 5] =
    ["secretaccesskey", "sessiontoken", "securitytoken", "servicepassword", "servicecredentialsecret"];

/// What CloudTrail writes in place of a secret.
const HIDDEN: &[u8] = b"HIDDEN_DUE_TO_SECURITY_REASONS";

const SHORTEST: usize = 8;

/// Two letters of each name that few other words have: `ke`, `sw`, and `ls`, which may stand in two words.
fn is_in_a_name(first: u8, second: u8) -> bool {
    // In lower case; `_` becomes 0x7f, and whatever else changes is looked at once more.
    let (first, second) = (first | 0x20, second | 0x20);
    ((first == b'k') & (second == b'e'))
        | ((first == b's') & (second == b'w'))
        | ((first == b'l') & ((second == b's') | (second == 0x7f) | (second == b'-')))
}

pub(super) fn named_values(text: &str, ticks: &Ticks<'_>, spans: &mut Spans) {
    let bytes = text.as_bytes();
    let mut at = 0;
    for place in places(bytes, ticks, is_in_a_name) {
        if place < at {
            continue;
        }
        let before = bytes.get(at..place).unwrap_or_default();
        let start = before.iter().rposition(|b| !is_name(*b)).map_or(at, |offset| at + offset + 1);
        let rest = bytes.get(place..).unwrap_or_default();
        let end = rest.iter().position(|b| !is_name(*b)).map_or(bytes.len(), |offset| place + offset);
        at = end;
        let name = bytes.get(start..end).unwrap_or_default();
        // Most names are told apart by their last letter.
        let may_be = name.last().is_some_and(|b| matches!(b | 0x20, b'n' | b'y' | b'd' | b't' | 0x7f | b'-'));
        if !may_be || !NAMES.iter().any(|wanted| ends_with_name(name, wanted)) {
            continue;
        }
        let Some(value) = paired_value(bytes, end).or_else(|| value_after(bytes, end)) else {
            continue;
        };
        if value.len() >= SHORTEST && bytes.get(value.clone()) != Some(HIDDEN) {
            at = value.end;
            spans.push((value, Kind::NamedValue));
        }
    }
}

const fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

/// Whether `name`, without `_`, `-` and case, ends with `wanted`.
fn ends_with_name(name: &[u8], wanted: &str) -> bool {
    let mut letters = name.iter().rev().filter(|b| !matches!(b, b'_' | b'-'));
    wanted.bytes().rev().all(|want| letters.next().is_some_and(|b| b.eq_ignore_ascii_case(&want)))
}

/// The value in `{"name": "AWS_SECRET_ACCESS_KEY", "value": "…"}`, as APIs print environment variables: a `type` or
/// the like may stand between. In YAML the value has the next line.
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
    // A colon straight behind the name is `name: value`; in JSON a comma comes first.
    let is_json = matches!(between.first(), Some(b'"' | b'\'' | b'\\')) && between.contains(&b',');
    let is_blank = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'') || byte.is_ascii_alphabetic();
    let is_yaml = between.contains(&b'\n') && between.iter().all(is_blank);
    (is_json || is_yaml).then(|| value_after(bytes, end + key + KEY.len())).flatten()
}

/// The value that follows a name: `name": "value"`, `name = value`, `<name>value<`, `name value`, `name |  value`.
fn value_after(bytes: &[u8], end: usize) -> Option<Range<usize>> {
    let (start, is_marked) = gap_after(bytes, end);
    if start == end {
        return None;
    }
    let (mut stop, mut is_keylike, mut is_empty) = (start, true, true);
    let is_value = |b: u8| b.is_ascii_graphic() && !matches!(b, b'"' | b'\'' | b',' | b'<' | b';' | b'`' | b'\\');
    while let Some((byte, length)) = letter(bytes, stop).filter(|(byte, _)| is_value(*byte)) {
        stop += length;
        is_keylike &= is_base64(byte) || byte == b'=';
        // Only what closes objects and lists.
        is_empty &= matches!(byte, b'}' | b']');
    }
    // Behind a mere blank only something that looks like a key is a value; the rest is prose.
    (!is_empty && (is_marked || (is_keylike && stop - start >= 16))).then_some(start..stop)
}

/// Where what stands between a name and its value ends, and whether it is more than blanks, quotes and the line of a
/// table.
fn gap_after(bytes: &[u8], mut at: usize) -> (usize, bool) {
    let mut is_marked = false;
    while at < bytes.len() {
        match letter(bytes, at) {
            Some((b':' | b'=' | b'>', _)) => is_marked = true,
            // Patterns have `a|b` and `a || b`.
            Some((b'|', _)) if bytes.get(at..).is_some_and(|rest| rest.starts_with(b"|  ")) => {}
            Some((byte, _)) if !byte.is_ascii_whitespace() && !matches!(byte, b'"' | b'\'') => break,
            // A blank, a quote, or a backslash before one.
            Some(_) | None => {}
        }
        at = behind(bytes, at);
    }
    (at, is_marked)
}

#[cfg(test)]
mod tests {
    use crate::base::json::Json;
    use crate::base::secrets::{Kind, cut};

    // AWS's own documentation example; not a credential.
    const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

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
