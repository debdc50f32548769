//! What was checked, in numbers, so that nothing is skipped in silence?

use std::collections::BTreeMap;

use super::Found;
use crate::dossier::Dossier;
use crate::finding::Coverage;
use crate::text::{Status, Tier};

/// The tiers, strictest first, and how they stand in a sentence.
const TIERS: [(&str, &str); 6] = [
    ("exact", "exact"),
    ("typography", "after folding typography"),
    ("case", "after folding case"),
    ("hyphenation", "after joining hyphenated words"),
    ("markup", "after removing markup"),
    ("edited", "edited with marks"),
];

pub(super) fn count(dossier: &Dossier, found: &Found) -> Coverage {
    let mut tiers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut failed = 0;
    for quotation in &dossier.quotations {
        match quotation.located.as_ref().map(|located| located.status) {
            Some(status) if status.is_found() => *tiers.entry(name(status)).or_default() += 1,
            _ => failed += 1,
        }
    }
    let disagreeing = || dossier.links.iter().flat_map(|link| &link.disagreements);
    let disclosed = disagreeing().filter(|one| one.answer.is_some()).count();
    let counted = TIERS.iter().filter_map(|(tier, words)| Some(((*words).to_owned(), *tiers.get(tier)?)));
    Coverage {
        facts: dossier.base.facts.len(),
        articles: dossier.articles.len(),
        quotations: dossier.quotations.len(),
        tiers: counted.collect(),
        failed,
        disclosed,
        undisclosed: disagreeing().count() - disclosed,
        accepted: found.accepted,
        untold: found.untold(),
    }
}

const fn name(status: Status) -> &'static str {
    match status {
        Status::Normalised(tier) => tier.word(),
        Status::Edited => "edited",
        _ => Tier::Exact.word(),
    }
}
