//! Where does the entry of that id stand in its list?

use std::collections::BTreeMap;

use crate::facts::{Entries, FactBase, Id};

/// The ids of a fact base, each with its place in its list.
#[derive(Debug, Clone, Default)]
pub struct Index {
    sources: BTreeMap<String, usize>,
    entities: BTreeMap<String, usize>,
    facts: BTreeMap<String, usize>,
    sections: BTreeMap<String, usize>,
}

impl Index {
    /// Reads all ids once.
    #[must_use]
    pub fn new(base: &FactBase) -> Self {
        Self {
            sources: places(&base.sources),
            entities: places(&base.entities),
            facts: places(&base.facts),
            sections: places(&base.sections),
        }
    }

    /// The source of that id.
    #[must_use]
    pub fn source(&self, id: &Id) -> Option<usize> {
        self.sources.get(id.as_str()).copied()
    }

    /// The entity of that id.
    #[must_use]
    pub fn entity(&self, id: &Id) -> Option<usize> {
        self.entities.get(id.as_str()).copied()
    }

    /// The fact of that id.
    #[must_use]
    pub fn fact(&self, id: &Id) -> Option<usize> {
        self.facts.get(id.as_str()).copied()
    }

    /// The fact that prose names so.
    #[must_use]
    pub fn fact_named(&self, id: &str) -> Option<usize> {
        self.facts.get(id).copied()
    }

    /// The section of that id.
    #[must_use]
    pub fn section(&self, id: &Id) -> Option<usize> {
        self.sections.get(id.as_str()).copied()
    }

    /// All ids of a list, for suggestions.
    pub fn ids(&self, of: Kind) -> impl Iterator<Item = &str> {
        let map = match of {
            Kind::Source => &self.sources,
            Kind::Entity => &self.entities,
            Kind::Fact => &self.facts,
            Kind::Section => &self.sections,
        };
        map.keys().map(String::as_str)
    }

    /// The place of the entry that `id` names in the list of that kind.
    #[must_use]
    pub fn find(&self, of: Kind, id: &Id) -> Option<usize> {
        match of {
            Kind::Source => self.source(id),
            Kind::Entity => self.entity(id),
            Kind::Fact => self.fact(id),
            Kind::Section => self.section(id),
        }
    }
}

/// The lists that have ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `sources`
    Source,
    /// `entities`
    Entity,
    /// `facts`
    Fact,
    /// `sections`
    Section,
}

impl Kind {
    /// One of the list, in words.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Entity => "entity",
            Self::Fact => "fact",
            Self::Section => "section",
        }
    }

    /// The key of the list.
    #[must_use]
    pub const fn list(self) -> &'static str {
        match self {
            Self::Source => "sources",
            Self::Entity => "entities",
            Self::Fact => "facts",
            Self::Section => "sections",
        }
    }
}

fn places<T>(entries: &Entries<T>) -> BTreeMap<String, usize> {
    entries.iter().enumerate().map(|(at, entry)| (entry.id.value.to_string(), at)).collect()
}
