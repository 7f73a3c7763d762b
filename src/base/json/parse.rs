//! Parses JSON text into a tree, or into the part of the tree that is needed.
//!
//! **Invariant:** parts that are left out are parsed as well, so that a malformed text is refused at the same position
//! as if everything were kept.

use super::{Json, Object};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

/// The part of a value that is kept. For a list, it applies to each item.
#[derive(Clone, Copy, Debug)]
pub enum FieldFilter {
    /// The whole value.
    All,
    /// Of an object, these fields, each with its own filter.
    Only(&'static [(&'static str, FieldFilter)]),
    /// Nothing.
    Nothing,
}

impl FieldFilter {
    fn of_field(self, name: &str) -> FieldFilter {
        match self {
            FieldFilter::All => FieldFilter::All,
            FieldFilter::Only(fields) => {
                fields.iter().find(|(field, _)| *field == name).map_or(FieldFilter::Nothing, |(_, filter)| *filter)
            }
            FieldFilter::Nothing => FieldFilter::Nothing,
        }
    }
}

/// Parses the value at the start of a text, and returns it with its length in bytes. For a list that is kept whole,
/// `of_items_like` chooses the filter for the remaining items from the first one. `parsed` is called about every 256
/// KiB with the number of bytes parsed.
///
/// # Errors
///
/// When the text does not begin with JSON; the error has the line and column.
pub fn first_value(
    text: &str,
    of_items_like: fn(&Json) -> FieldFilter,
    parsed: &dyn Fn(usize),
) -> serde_json::Result<(Json, usize)> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let parser = Parser { text, of_items_like, next: Cell::new(STRIDE), parsed };
    let value = Tree { filter: FieldFilter::All, parser: Some(&parser) }.deserialize(&mut deserializer)?;
    Ok((value, deserializer.into_iter::<Json>().byte_offset()))
}

/// Bytes between two calls of `parsed`.
const STRIDE: usize = 256 * 1024;

struct Parser<'a> {
    text: &'a str,
    of_items_like: fn(&Json) -> FieldFilter,
    next: Cell<usize>,
    parsed: &'a dyn Fn(usize),
}

impl Parser<'_> {
    /// Reports progress. `piece` is a slice of the text, so its address gives the position.
    fn reached(&self, piece: &str) {
        let at = piece.as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        if at >= self.next.get() {
            self.next.set(at + STRIDE);
            (self.parsed)(at);
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(Tree { filter: FieldFilter::All, parser: None })
    }
}

/// Deserialises a value, or the part of it that `filter` keeps. Without a parser, all of it.
#[derive(Clone, Copy)]
struct Tree<'a> {
    filter: FieldFilter,
    parser: Option<&'a Parser<'a>>,
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
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
        if let Some(parser) = self.parser {
            parser.reached(text);
        }
        self.visit_str(text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Json, E> {
        Ok(if matches!(self.filter, FieldFilter::Nothing) { Json::Null } else { Json::from(text) })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        let mut filter = self.filter;
        while let Some(item) = items.next_element_seed(Tree { filter, ..self })? {
            match self.filter {
                FieldFilter::All => {
                    if list.is_empty()
                        && let Some(parser) = self.parser
                    {
                        filter = (parser.of_items_like)(&item);
                    }
                }
                FieldFilter::Only(_) => {}
                FieldFilter::Nothing => continue,
            }
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut object = Object::new();
        while let Some(name) = entries.next_key_seed(Name(self.parser))? {
            let filter = self.filter.of_field(&name);
            let value = entries.next_value_seed(Tree { filter, ..self })?;
            if !matches!(filter, FieldFilter::Nothing) {
                if let FieldFilter::Only(fields) = self.filter
                    && object.is_empty()
                {
                    // At most these fields are kept, so reserve exactly as many.
                    object.reserve_exact(fields.len());
                }
                object.push((name.into_owned(), value));
            }
        }
        Ok(Json::Object(object))
    }
}

/// The name of a field; copied only when it contains escapes.
struct Name<'a>(Option<&'a Parser<'a>>);

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
        if let Some(parser) = self.0 {
            parser.reached(name);
        }
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}
