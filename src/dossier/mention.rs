//! Which facts speak of a person, organisation or place?

use crate::facts::{Entity, Entry, Fact, FactBase};
use crate::text::holds_name;

/// The facts whose claim names the entity under any spelling, or that it said.
pub fn mentions<'a>(base: &'a FactBase, entity: &Entry<Entity>) -> impl Iterator<Item = &'a Entry<Fact>> {
    let spellings = [&entity.value.name].into_iter().chain(&entity.value.also);
    let spellings: Vec<String> = spellings.map(|name| name.value.clone()).collect();
    let id = entity.id.value.clone();
    base.facts.iter().filter(move |fact| {
        let speaks = fact.value.speaker.as_ref().is_some_and(|speaker| speaker.value == id);
        let spellings: Vec<&str> = spellings.iter().map(String::as_str).collect();
        speaks || holds_name(&fact.value.claim.value, &spellings).is_some()
    })
}
