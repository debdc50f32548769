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
        also: also(&entry.value),
        facts: facts.map(link).collect(),
    }
}

/// The other spellings that tell a reader something: no part of the name or of a longer spelling (`Putin` of `Vladimir
/// Putin`, `Afghan` of `Afghanistan`), and no adjective of it (`Russian` of `Russia`).
fn also(entity: &Entity) -> Vec<String> {
    let name = entity.name.value.as_str();
    let written = || entity.also.iter().map(|one| one.value.as_str());
    let known = |one: &str| {
        is_adjective_of(one, name)
            || std::iter::once(name)
                .chain(written())
                .any(|longer| one.len() < longer.len() && is_part_of(one, longer))
    };
    written().filter(|one| !known(one)).map(str::to_owned).collect()
}

/// Whether it stands in the name as whole words, or as the first four letters or more of one.
fn is_part_of(part: &str, name: &str) -> bool {
    let (part, name) = (part.to_lowercase(), name.to_lowercase());
    name.match_indices(&part).any(|(at, _)| {
        let before = name.get(..at).and_then(|text| text.chars().next_back());
        let after = name.get(at + part.len()..).and_then(|text| text.chars().next());
        let inside = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        !inside(before) && (!inside(after) || part.chars().count() >= 4)
    })
}

/// Whether it is the name with the ending of an adjective.
fn is_adjective_of(word: &str, name: &str) -> bool {
    const ENDINGS: [&str; 7] = ["n", "an", "ian", "i", "ish", "ese", "ic"];
    let (word, name) = (word.to_lowercase(), name.to_lowercase());
    word.strip_prefix(&name).is_some_and(|ending| ENDINGS.contains(&ending))
}

fn link(entry: &Entry<Fact>) -> FactLink {
    FactLink { id: entry.id.value.to_string(), claim: entry.value.claim.value.clone() }
}

#[cfg(test)]
mod tests {
    use super::{is_adjective_of, is_part_of};

    #[test]
    fn parts_of_a_name_are_no_other_spellings() {
        for (part, name) in [("Putin", "Vladimir Putin"), ("Afghan", "Afghanistan"), ("RIA", "RIA Novosti")] {
            assert!(is_part_of(part, name), "{part}");
        }
        for (other, name) in
            [("US", "Russia"), ("Ria", "Riasan"), ("Inès Vale", "Ines Vale"), ("CSTO", "Collective Security")]
        {
            assert!(!is_part_of(other, name), "{other}");
        }
    }

    #[test]
    fn adjectives_of_a_name_are_no_other_spellings() {
        assert!(is_adjective_of("Russian", "Russia") && is_adjective_of("Kurdish", "Kurd"));
        assert!(!is_adjective_of("Russia", "Russia") && !is_adjective_of("Moscow", "Russia"));
    }
}
