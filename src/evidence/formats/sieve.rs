//! JSON text to a tree, and of long lists of findings only what is read of them: 60 MB of them would be several times
//! that as a tree.
//!
//! **Invariant:** whatever is left out is parsed all the same, so that a text is refused, and told where, as if it
//! were kept whole.

use super::fields::Keep;
use super::{prowler, security_hub};
use crate::base::json::{Json, Object};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

impl Keep {
    fn of_field(self, name: &str) -> Keep {
        match self {
            Keep::All => Keep::All,
            Keep::Only(fields) => {
                fields.iter().find(|(field, _)| *field == name).map_or(Keep::Nothing, |(_, keep)| *keep)
            }
            Keep::Nothing => Keep::Nothing,
        }
    }

    /// What is kept of the items of a list that begins with this one.
    fn of_items_like(first: &Json) -> Keep {
        if security_hub::is_finding(first) {
            security_hub::FIELDS
        } else if prowler::is_ocsf(first) {
            prowler::OCSF_FIELDS
        } else {
            Keep::All
        }
    }
}

/// The value that a text begins with, and its length. `parsed` hears now and then how many bytes are done.
pub(super) fn first_value(text: &str, parsed: &dyn Fn(usize)) -> serde_json::Result<(Json, usize)> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let place = Place { text, next: Cell::new(STRIDE), parsed };
    let value = Sieve { keep: Keep::All, place: &place }.deserialize(&mut deserializer)?;
    Ok((value, deserializer.into_iter::<Json>().byte_offset()))
}

/// How many bytes are parsed before it is told of.
const STRIDE: usize = 256 * 1024;

/// Where in a text the parser is.
struct Place<'a> {
    text: &'a str,
    next: Cell<usize>,
    parsed: &'a dyn Fn(usize),
}

impl Place<'_> {
    /// A piece of the text itself tells by its address where it stands.
    fn reached(&self, piece: &str) {
        let at = piece.as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        if at >= self.next.get() {
            self.next.set(at + STRIDE);
            (self.parsed)(at);
        }
    }
}

#[derive(Clone, Copy)]
struct Sieve<'a> {
    keep: Keep,
    place: &'a Place<'a>,
}

impl<'de> DeserializeSeed<'de> for Sieve<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Sieve<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "as every reader of JSON in a browser does")]
    fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "as every reader of JSON in a browser does")]
    fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Json, E> {
        self.place.reached(text);
        self.visit_str(text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Json, E> {
        Ok(if matches!(self.keep, Keep::Nothing) { Json::Null } else { Json::from(text) })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        let mut keep = self.keep;
        while let Some(item) = items.next_element_seed(Sieve { keep, ..self })? {
            match self.keep {
                Keep::All if list.is_empty() => keep = Keep::of_items_like(&item),
                Keep::All | Keep::Only(_) => {}
                Keep::Nothing => continue,
            }
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut object = Object::new();
        while let Some(name) = entries.next_key_seed(Name(self.place))? {
            let keep = self.keep.of_field(&name);
            let value = entries.next_value_seed(Sieve { keep, ..self })?;
            if !matches!(keep, Keep::Nothing) {
                if let Keep::Only(fields) = self.keep
                    && object.is_empty()
                {
                    // There are no more: it need not grow, nor be larger than they are.
                    object.reserve_exact(fields.len());
                }
                object.push((name.into_owned(), value));
            }
        }
        Ok(Json::Object(object))
    }
}

/// The name of a field; a copy only where it is written with escapes.
struct Name<'a>(&'a Place<'a>);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Cow<'de, str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name<'_> {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Cow<'de, str>, E> {
        self.0.reached(name);
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Reading, prowler, security_hub};
    use super::first_value;
    use crate::base::json::Json;
    use crate::evidence::facts::{Facts, Format};
    use std::cell::RefCell;

    const ASFF: &str = include_str!("../../../tests/evidence/samples/synthetic/asff_bad.json");
    const OCSF: &str = include_str!("../../../tests/evidence/samples/prowler/bad.ocsf.json");

    type Read = fn(&mut Reading<'_>, &Json);

    /// What a format makes of a value, in full.
    fn facts(read: Read, value: &Json) -> String {
        let mut facts = Facts::default();
        let reading = &mut Reading {
            file: "x",
            format: Format::AwsCli,
            collected_at: None,
            changed_at: None,
            batch: 0,
            text: 0,
            folder: "",
            profile: None,
            command: None,
            facts: &mut facts,
            problems: &mut Vec::new(),
            read: &mut Vec::new(),
            is_broken: false,
            skipped: Vec::new(),
            parsed: &|_| {},
        };
        read(reading, value);
        assert!(!facts.scans.is_empty());
        format!("{facts:?}")
    }

    #[test]
    fn what_is_read_of_findings_is_kept_and_little_else() {
        let of_prowler = ASFF.replace("security-control/", "prowler-");
        let of_old =
            ASFF.replace("\"SecurityControlId\"", "\"Other\"").replace("aws/securityhub/ProductName", "ControlId");
        let ocsf = OCSF.trim().trim_matches(['[', ']']);
        let ocsf = format!("[{ocsf},{ocsf}]");
        let asff: Read = |reading, value| security_hub::read(reading, value, &[]);
        for (text, read) in [(ASFF, asff), (&of_prowler, asff), (&of_old, asff), (&ocsf, prowler::read_ocsf)] {
            let whole = Json::parse(text).unwrap();
            let (kept, length) = first_value(text, &|_| {}).unwrap();
            assert_eq!(length, text.trim_end().len());
            assert_eq!(facts(read, &kept), facts(read, &whole));
            let Json::List(items) = &kept else { panic!() };
            let Json::List(all) = &whole else { panic!() };
            assert!(items.len() > 1 && items[0] == all[0]);
            assert!(items[1].to_string().len() * 2 < all[1].to_string().len());
        }
    }

    #[test]
    fn what_is_left_out_is_refused_like_the_rest() {
        let first = r#"[{"GeneratorId": "security-control/IAM.4"},"#;
        for rest in [
            r#"{"Title": 1e999}]"#,
            r#"{"Title": "\ud800"}]"#,
            "{\"Title\": \"\u{1}\"}]",
            r#"{"Title": [1,}]"#,
            "{\n\"Title\": {\"a\": tru}}]",
            r#"{"Title": {"a": "b"#,
            &format!("{{\"Title\": {}", "[".repeat(130)),
            &format!("{{\"Title\": {}{}}}]", "[".repeat(125), "]".repeat(125)),
        ] {
            let text = format!("{first}{rest}");
            let error = |result: serde_json::Result<()>| result.map_err(|error| error.to_string());
            let whole = error(Json::parse(&text).map(|_| ()));
            assert_eq!(error(first_value(&text, &|_| {}).map(|_| ())), whole, "{rest}");
        }
    }

    #[test]
    fn other_lists_stay_whole_and_a_long_text_is_told_of() {
        let text = format!("[{}0]\nbehind", r#"{"metadata": "x", "a": ["b", null, 1.5]}, "#.repeat(50_000));
        let told = RefCell::new(Vec::new());
        let (value, length) = first_value(&text, &|bytes| told.borrow_mut().push(bytes)).unwrap();
        assert_eq!(value, Json::parse(&text[..length]).unwrap());
        assert_eq!(&text[length..], "\nbehind");
        let told = told.into_inner();
        assert!(told.len() > 5 && told.is_sorted() && told.last() < Some(&length));
    }
}
