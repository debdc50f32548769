//! Can two counted nouns mean the same things: troops and soldiers can, troops and refugees cannot.

use super::noun::{Noun, is_plural};

/// Whether two figures count different things. Without a noun on both sides nothing is known, and nothing is held against anyone.
pub(super) fn foreign(one: Option<&Noun>, other: Option<&Noun>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    let (head, another) = (one.head(), other.head());
    let certain = names_things(head) && names_things(another);
    certain && !same(head, another) && !within(head, other) && !within(another, one) && !alike(head, another)
}

/// Whether a word can be trusted to be the noun, and not an adjective or verb that was taken for one.
fn names_things(head: &str) -> bool {
    is_plural(head) || GROUPS.iter().any(|group| group.contains(&head))
}

/// Whether two words are one noun, singular or plural.
pub(super) fn same(one: &str, other: &str) -> bool {
    stem(one) == stem(other)
}

/// Whether `head` stands among the words of `noun`: "civilians" in "civilian refugees".
fn within(head: &str, noun: &Noun) -> bool {
    noun.words.split(' ').any(|word| same(word, head))
}

fn stem(word: &str) -> &str {
    let word = word.strip_suffix("ies").or_else(|| word.strip_suffix('y')).unwrap_or(word);
    let sibilant = ["sses", "shes", "ches", "xes"].iter().any(|end| word.ends_with(end));
    if sibilant {
        return word.strip_suffix("es").unwrap_or(word);
    }
    if word.len() > 3 && !word.ends_with("ss") { word.strip_suffix('s').unwrap_or(word) } else { word }
}

/// Whether two words are used for the same people or things in the news.
fn alike(one: &str, other: &str) -> bool {
    let general = |word: &str| GENERAL.contains(&word);
    let person = |word: &str| PERSONS.iter().any(|group| group.contains(&word)) || general(word);
    if general(one) || general(other) {
        return (general(one) && general(other)) || (person(one) && person(other)) || !both_known(one, other);
    }
    GROUPS.iter().any(|group| group.contains(&one) && group.contains(&other))
}

fn both_known(one: &str, other: &str) -> bool {
    let known = |word: &str| GROUPS.iter().any(|group| group.contains(&word)) || GENERAL.contains(&word);
    known(one) && known(other)
}

/// Words for anybody.
const GENERAL: &[&str] = &["people", "persons", "individuals", "men", "members", "others", "person"];

#[rustfmt::skip]
const SOLDIERS: &[&str] = &[
    "troops", "soldiers", "servicemen", "servicewomen", "personnel", "forces", "reservists", "officers",
    "recruits", "conscripts", "fighters", "guards", "servicemembers", "members", "men", "soldier", "troop",
    "serviceman",
];
#[rustfmt::skip]
const CIVILIANS: &[&str] = &[
    "civilians", "residents", "inhabitants", "citizens", "villagers", "locals", "nationals", "women",
    "children",
];
const REFUGEES: &[&str] =
    &["refugees", "migrants", "displaced", "evacuees", "asylum-seekers", "seekers", "exiles"];
const DEAD: &[&str] = &["dead", "killed", "deaths", "fatalities", "victims", "lives"];
const HURT: &[&str] = &["wounded", "injured", "hurt", "injuries"];
const HELD: &[&str] = &["arrested", "detained", "arrests", "detainees", "prisoners", "captured", "captives"];
const MILITANTS: &[&str] = &["militants", "insurgents", "rebels", "fighters", "gunmen", "terrorists"];

const PERSONS: &[&[&str]] = &[SOLDIERS, CIVILIANS, REFUGEES, DEAD, HURT, HELD, MILITANTS];

const GROUPS: &[&[&str]] = &[
    SOLDIERS,
    CIVILIANS,
    REFUGEES,
    DEAD,
    HURT,
    HELD,
    MILITANTS,
    &["children", "kids", "minors", "youngsters"],
    &["firms", "companies", "businesses", "enterprises"],
    &["cars", "vehicles", "trucks", "lorries"],
    &["houses", "homes", "dwellings", "households"],
    &["jobs", "positions", "posts"],
    &["countries", "states", "nations"],
    &["districts", "regions", "areas", "counties"],
    &["attacks", "strikes", "assaults", "raids"],
    &["planes", "aircraft", "jets", "airplanes", "warplanes"],
    &["workers", "employees", "staff"],
    &["pupils", "students", "schoolchildren"],
    &["towns", "cities", "villages", "settlements"],
];
