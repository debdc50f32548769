//! Who is who: the people, organisations and places, and the facts that name them.

use super::view::{FactLink, Person};
use crate::dossier::{Dossier, mentions};
use crate::facts::{Entity, Entry, Fact};

/// A row for each entity, in the order of the facts.
pub(super) fn compose(dossier: &Dossier) -> Vec<Person> {
    dossier.base.entities.iter().map(|entry| person(dossier, entry)).collect()
}

fn person(dossier: &Dossier, entry: &Entry<Entity>) -> Person {
    let text = |written: &Option<crate::facts::Text>| {
        written.as_ref().map(|text| text.value.clone()).unwrap_or_default()
    };
    let facts = mentions(dossier.base, entry);
    Person {
        id: entry.id.value.to_string(),
        name: entry.value.name.value.clone(),
        role: text(&entry.value.role),
        kind: text(&entry.value.kind),
        also: entry.value.also.iter().map(|name| name.value.clone()).collect(),
        facts: facts.map(link).collect(),
    }
}

fn link(entry: &Entry<Fact>) -> FactLink {
    FactLink { id: entry.id.value.to_string(), claim: entry.value.claim.value.clone() }
}
