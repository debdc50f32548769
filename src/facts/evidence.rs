//! What is one quotation, in either of its forms?

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::{MapAccessDeserializer, StringDeserializer};
use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::located::{Dated, ID_PATTERN, Id, Located, Text};
use super::refusal::nearest;
use super::source::Accept;
use super::words::words;

words! {
    /// Whether a quotation speaks for its fact.
    #[derive(Default)]
    #[expect(missing_docs, reason = "the words speak for themselves")]
    pub enum Stance {
        #[default]
        Supports = "supports",
        Disputes = "disputes",
    }
}

words! {
    /// Which of several readings is to be used (Wikidata's ranks).
    #[derive(Default)]
    #[expect(missing_docs, reason = "the words are those of Wikidata")]
    pub enum Rank {
        Preferred = "preferred",
        #[default]
        Normal = "normal",
        Deprecated = "deprecated",
    }
}

/// One quotation. Its short form is `- source-id: the words`. A fact base can hold hundreds of thousands, most of them
/// without the fields that are kept in boxes.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// The source.
    pub source: Located<Id>,
    /// Its words, verbatim.
    pub quote: Text,
    /// Words that stand right before (W3C `TextQuoteSelector`).
    pub prefix: Option<Box<Text>>,
    /// Words that stand right after (W3C `TextQuoteSelector`).
    pub suffix: Option<Box<Text>>,
    /// The reading, where the quotation holds several figures; words of the quotation.
    pub says: Option<Box<Text>>,
    /// The hands that it went through: origin first.
    pub via: Vec<Located<Id>>,
    /// Whether `via: []` is written: the article's own words, whatever its source carries.
    pub own_words: bool,
    /// Whether it speaks for the fact.
    pub stance: Stance,
    /// Which of several readings is to be used.
    pub rank: Rank,
    /// The date of this report (EDTF).
    pub date: Option<Box<Dated>>,
    /// The unit, where the quotation does not name it.
    pub unit: Option<Box<Text>>,
    /// Findings that are right as they stand.
    pub accept: Vec<Accept>,
    /// A remark that is printed with the quotation.
    pub note: Option<Box<Text>>,
}

/// The keys of the long form: a map with one of them is no short form.
pub(super) const KEYS: &[&str] = &[
    "source", "quote", "prefix", "suffix", "says", "via", "stance", "rank", "date", "unit", "accept", "note",
];

/// The keys that the long form has for the two parts of the short one.
pub(super) const TWO: &[&str] = &["source", "quote"];

/// A list of evidence that takes no more room than it needs: most facts have one piece, and a list grows by four.
pub(super) fn list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Evidence>, D::Error> {
    let mut list = Vec::<Evidence>::deserialize(deserializer)?;
    list.shrink_to_fit();
    Ok(list)
}

impl<'de> Deserialize<'de> for Evidence {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(EitherForm)
    }
}

struct EitherForm;

impl<'de> Visitor<'de> for EitherForm {
    type Value = Evidence;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a quotation")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Evidence, A::Error> {
        let Some(first) = map.next_key::<Located<Id>>()? else {
            return Err(A::Error::missing_field("source"));
        };
        if KEYS.contains(&first.as_str()) {
            let rest = FirstRead { first: Some(first.value.0), rest: map };
            return LongForm::deserialize(MapAccessDeserializer::new(rest)).map(Evidence::from);
        }
        let quote = map.next_value()?;
        match map.next_key::<String>()? {
            None => Ok(short(first, quote)),
            // `sorce: …` beside `quote: …` is a long form with a slip of the pen in its first key; `gazette: …` beside
            // `says: …` is a short one that was to say more.
            Some(second) if KEYS.contains(&second.as_str()) => {
                let is_short = !TWO.contains(&second.as_str()) && nearest(first.as_str(), TWO).is_none();
                Err(A::Error::unknown_field(first.as_str(), if is_short { TWO } else { KEYS }))
            }
            Some(second) => Err(A::Error::unknown_field(&second, KEYS)),
        }
    }
}

fn short(source: Located<Id>, quote: Text) -> Evidence {
    Evidence {
        source,
        quote,
        prefix: None,
        suffix: None,
        says: None,
        via: Vec::new(),
        own_words: false,
        stance: Stance::default(),
        rank: Rank::default(),
        date: None,
        unit: None,
        accept: Vec::new(),
        note: None,
    }
}

/// A map whose first key was read already, to see which form it has.
struct FirstRead<A> {
    first: Option<String>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for FirstRead<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.first.take() {
            Some(key) => seed.deserialize(StringDeserializer::new(key)).map(Some),
            None => self.rest.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.rest.next_value_seed(seed)
    }
}

/// The long form of a quotation.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct LongForm {
    /// The source.
    source: Located<Id>,
    /// Its words, verbatim.
    quote: Text,
    /// Words that stand right before the quotation and pick one of several places.
    prefix: Option<Box<Text>>,
    /// Words that stand right after the quotation and pick one of several places.
    suffix: Option<Box<Text>>,
    /// The reading, where the quotation holds several figures; words of the quotation.
    says: Option<Box<Text>>,
    /// The hands that it went through: origin first, last hand last. An empty list: the article's own words, whatever its
    /// source carries.
    #[serde(default, deserialize_with = "written")]
    #[schemars(with = "Vec<Located<Id>>")]
    via: Option<Vec<Located<Id>>>,
    /// Whether it speaks for the fact; `supports` if not given.
    #[serde(default)]
    stance: Stance,
    /// Which of several readings is to be used; `normal` if not given.
    #[serde(default)]
    rank: Rank,
    /// The date of this report (EDTF).
    date: Option<Box<Dated>>,
    /// The unit, where the quotation does not name it.
    unit: Option<Box<Text>>,
    /// Findings that are right as they stand.
    #[serde(default)]
    accept: Vec<Accept>,
    /// A remark that is printed with the quotation.
    note: Option<Box<Text>>,
}

/// A list that is written, be it empty.
fn written<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<Located<Id>>>, D::Error> {
    Vec::deserialize(deserializer).map(Some)
}

impl From<LongForm> for Evidence {
    fn from(long: LongForm) -> Self {
        let LongForm { source, quote, prefix, suffix, says, via, stance, rank, date, unit, accept, note } =
            long;
        let own_words = via.as_ref().is_some_and(Vec::is_empty);
        let via = via.unwrap_or_default();
        Self { source, quote, prefix, suffix, says, via, own_words, stance, rank, date, unit, accept, note }
    }
}

impl JsonSchema for Evidence {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Evidence")
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let long = generator.subschema_for::<LongForm>();
        let pattern = format!("^(?!({})$){ID_PATTERN}$", KEYS.join("|"));
        json_schema!({ "description": "One quotation; its short form is `source-id: the words`.", "oneOf": [long, {
            "description": "The short form: the source's id and its words.",
            "type": "object", "minProperties": 1, "maxProperties": 1,
            "patternProperties": { pattern: { "type": "string" } }, "additionalProperties": false,
        }]})
    }
}
