//! Do a manifest and the data that lie beside it, or in the same PDF, say the same?

use std::collections::BTreeSet;

use serde::Deserialize;

use super::manifest::told;
use super::record::{Cited, Kept, OwnSource, Record};

impl Record {
    /// What a manifest (this) and a `briefing.json` say differently.
    #[must_use]
    pub fn differences(&self, briefing: &Self) -> Vec<&'static str> {
        let held = [
            ("the program", self.tool == briefing.tool),
            ("the document", self.document == briefing.document),
            ("whether it is a draft", self.draft == briefing.draft),
            ("the digest", agree(&self.digest, &briefing.digest)),
            ("the articles", articles(&self.articles) == articles(&briefing.articles)),
            ("the quotations and their places", places(&self.quotations) == places(&briefing.quotations)),
        ];
        held.into_iter().filter(|(_, same)| !same).map(|(what, _)| what).collect()
    }

    /// What a manifest (this) and a `facts.json` say differently.
    ///
    /// # Errors
    /// What the reader says, if it is not of that shape.
    pub fn differences_of_facts(&self, facts: &[u8]) -> Result<Vec<&'static str>, String> {
        let facts: Facts = serde_json::from_slice(facts).map_err(|error| told(&error))?;
        let own: BTreeSet<_> =
            self.quotations.iter().map(|one| (&*one.source, one.start, one.end, &*one.quote)).collect();
        let sides = facts.differences.iter().flat_map(|one| &one.sides).flat_map(|side| &side.evidence);
        let mut evidence = facts.facts.iter().flat_map(|fact| &fact.evidence).chain(sides);
        // What is cut from a briefing quotes less than there are facts.
        let quoted = self.document != "briefing"
            || evidence.all(|one| own.contains(&(&*one.source, one.start, one.end, &*one.quote)));
        let sources: Vec<Kept> = facts.sources.into_iter().map(OwnSource::kept).collect();
        let held = [
            ("the digest", agree(&self.digest, &facts.digest)),
            ("the articles", articles(&self.articles) == articles(&sources)),
            ("the quotations and their places", quoted),
        ];
        Ok(held.into_iter().filter(|(_, same)| !same).map(|(what, _)| what).collect())
    }
}

/// Whether a digest begins with these digits.
fn agree(digest: &str, digits: &str) -> bool {
    !digits.is_empty() && digest.starts_with(digits)
}

fn articles(kept: &[Kept]) -> Vec<(&str, &str, &str)> {
    kept.iter().map(|one| (one.id.as_str(), one.path.as_str(), one.sha256.as_str())).collect()
}

fn places(cited: &[Cited]) -> Vec<(usize, &str, usize, usize, &str, &str)> {
    cited.iter().map(place).collect()
}

fn place(cited: &Cited) -> (usize, &str, usize, usize, &str, &str) {
    (cited.note, &cited.source, cited.start, cited.end, &cited.quote, &cited.tier)
}

/// The fields of `facts.json` that bear on its proof.
#[derive(Deserialize)]
struct Facts {
    digest: String,
    sources: Vec<OwnSource>,
    facts: Vec<Proved>,
    differences: Vec<Difference>,
}

#[derive(Deserialize)]
struct Difference {
    sides: Vec<Proved>,
}

#[derive(Deserialize)]
struct Proved {
    evidence: Vec<Evidence>,
}

#[derive(Deserialize)]
struct Evidence {
    source: String,
    quote: String,
    start: usize,
    end: usize,
}
