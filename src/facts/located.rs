//! What is a scalar together with the place where it was typed.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};
use serde_saphyr::Spanned;

use crate::date::Edtf;
use crate::span::{FileId, Span, Spot};

/// The pattern of an id, for messages and the schema.
pub(super) const ID_PATTERN: &str = "[a-z0-9][a-z0-9_-]{0,63}";

/// A value with the place in the facts where it was written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Located<T> {
    /// What was written.
    pub value: T,
    /// Where: the whole scalar in the file, with its quotation marks if it has some.
    pub at: Spot,
}

impl<T> std::ops::Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A scalar as it was typed.
pub type Text = Located<String>;

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Located<T> {
    /// The parser knows no files: [`read`](super::read) puts the file in afterwards.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<T>::deserialize(from)?;
        let span = span_of(&spanned.referenced).unwrap_or_default();
        Ok(Self { value: spanned.value, at: Spot { file: FileId::default(), span } })
    }
}

/// The bytes that the parser's `location` names; none if it knows only line and column.
pub(super) fn span_of(location: &serde_saphyr::Location) -> Option<Span> {
    let span = location.span();
    let start = usize::try_from(span.byte_offset()?).ok()?;
    let len = usize::try_from(span.byte_len()?).ok()?;
    Some(Span::new(start, start.saturating_add(len)))
}

impl<T: JsonSchema> JsonSchema for Located<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
}

/// The name of a source, entity, fact, section or discrepancy: `[a-z0-9][a-z0-9_-]{0,63}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id(pub(in crate::facts) String);

impl Id {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `text` has the form of an id.
    #[must_use]
    pub fn fits(text: &str) -> bool {
        let first = text.bytes().next();
        first.is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
            && text.len() <= 64
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    /// Any text, so that all ids that do not fit can be reported at once: [`read`](super::read) lets none pass.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(Self)
    }
}

impl JsonSchema for Id {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Id")
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": format!("^{ID_PATTERN}$") })
    }
}

/// A date as it was typed, and what it means if it is one.
#[derive(Debug, Clone)]
pub struct Dated {
    /// What was typed.
    pub written: Text,
    /// The date, or why it is none: the message, and what to write instead.
    pub edtf: Result<Edtf, (String, String)>,
}

impl<'de> Deserialize<'de> for Dated {
    /// A text that is no date is no reason to stop: a check reports it.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let written = Text::deserialize(from)?;
        let edtf = Edtf::parse_fact(written.value.trim_end_matches('\n'))
            .map_err(|error| (error.message, error.help));
        Ok(Self { written, edtf })
    }
}

impl JsonSchema for Dated {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Dated")
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}
