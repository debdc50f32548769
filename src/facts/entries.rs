//! What are the entries of a map, in the order of the file.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::located::{ID_PATTERN, Id, Located};

/// The entries of a map in the order of the file. No id stands twice in what [`read`](super::read) gives.
#[derive(Debug, Clone)]
pub struct Entries<T> {
    list: Vec<Entry<T>>,
    /// Indexes into `list`, sorted by id.
    by_id: Vec<usize>,
}

/// One entry of a map.
#[derive(Debug, Clone)]
pub struct Entry<T> {
    /// Its key.
    pub id: Located<Id>,
    /// Its value.
    pub value: T,
}

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self { list: Vec::new(), by_id: Vec::new() }
    }
}

impl<T> Entries<T> {
    /// Of entries of one id, the first counts; [`include`](super::include) reports the others.
    pub(super) fn new(list: Vec<Entry<T>>) -> Self {
        let mut by_id: Vec<usize> = (0..list.len()).collect();
        by_id.sort_by_key(|at| list.get(*at).map(|entry| entry.id.as_str()));
        Self { list, by_id }
    }

    /// The entries themselves, for those who put several files together.
    pub(super) fn into_list(self) -> Vec<Entry<T>> {
        self.list
    }

    /// The entries for changing anything but their ids.
    pub(super) fn iter_mut(&mut self) -> std::slice::IterMut<'_, Entry<T>> {
        self.list.iter_mut()
    }

    /// All entries in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, Entry<T>> {
        self.list.iter()
    }

    /// All values in the order of the file.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.list.iter().map(|entry| &entry.value)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The entry of that id, in logarithmic time.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Entry<T>> {
        let entry = |at: &usize| self.list.get(*at);
        let first = self.by_id.partition_point(|at| entry(at).is_some_and(|entry| entry.id.as_str() < id));
        self.by_id.get(first).and_then(entry).filter(|entry| entry.id.as_str() == id)
    }
}

impl<'a, T> IntoIterator for &'a Entries<T> {
    type Item = &'a Entry<T>;
    type IntoIter = std::slice::Iter<'a, Entry<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(InOrder(PhantomData))
    }
}

struct InOrder<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for InOrder<T> {
    type Value = Entries<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a map of ids")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some((id, value)) = map.next_entry()? {
            entries.push(Entry { id, value });
        }
        Ok(Entries::new(entries))
    }
}

impl<T: JsonSchema> JsonSchema for Entries<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Owned(format!("{}Entries", T::schema_name()))
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let pattern = format!("^{ID_PATTERN}$");
        let value = generator.subschema_for::<T>();
        json_schema!({ "type": "object", "patternProperties": { pattern: value }, "additionalProperties": false })
    }
}
