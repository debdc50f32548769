//! Which figures does the reader need first, and what range do the sources report?

use super::notes::Notes;
use super::sources::entity_name;
use super::view::Figure;
use super::{differs, lead, support};
use crate::dossier::{Dossier, Link, Value, Verdict};
use crate::facts::{self, Entry, Harm};
use crate::markdown::{Block, Inline, parse_blocks};

/// The facts with a value that the summary cites, then those on which sources differ to the reader's harm;
/// all facts with a value where that leaves none.
pub(super) fn compose(dossier: &Dossier, notes: &mut Notes) -> Vec<Figure> {
    let valued: Vec<usize> = dossier
        .base
        .facts
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.value.value.is_some())
        .map(|(at, _)| at)
        .collect();
    let cited = cited_by_summary(dossier);
    let key: Vec<usize> =
        valued.iter().copied().filter(|at| cited.contains(at) || is_harmful(dossier, *at)).collect();
    let chosen = if key.is_empty() { valued } else { key };
    chosen.into_iter().map(|at| figure(dossier, notes, at)).collect()
}

fn figure(dossier: &Dossier, notes: &mut Notes, at: usize) -> Figure {
    let entry = dossier.fact(at);
    let differs = differs(dossier, at);
    let date = entry.value.date.as_ref().and_then(|date| date.edtf.as_ref().ok());
    Figure {
        fact: entry.id.value.to_string(),
        value: entry.value.value.as_ref().map(|value| value.value.clone()).unwrap_or_default(),
        what: entry.value.claim.value.clone(),
        range: range(dossier, at),
        as_of: date.map(|date| super::day::of(date).text).unwrap_or_default(),
        attributed: attributed(dossier, at, entry),
        support: support::of_fact(dossier, at),
        cites: lead(dossier, at).and_then(|lead| notes.cite(lead)).into_iter().collect(),
        disputed: !differs.is_empty()
            || dossier.links.get(at).is_some_and(|link| !link.disagreements.is_empty()),
        differs,
    }
}

/// The different figures in the sources' words, each number with each bound once; empty if all say the same.
fn range(dossier: &Dossier, at: usize) -> String {
    let differs = |link: &&Link| link.disagreements.iter().any(|one| one.verdict != Verdict::Date);
    let Some(link) = dossier.links.get(at).filter(differs) else { return String::new() };
    let mut said: Vec<(Option<f64>, Option<f64>, bool)> = Vec::new();
    let mut words: Vec<String> = Vec::new();
    for reading in &link.readings {
        let Value::Figure(figure) = &reading.value else { continue };
        let same = (figure.low, figure.high, figure.approx);
        if !said.contains(&same) {
            said.push(same);
            words.push(reading.figure_words());
        }
    }
    words.join(" · ")
}

/// Who gives the figure: the speaker, else the origins.
fn attributed(dossier: &Dossier, at: usize, entry: &Entry<facts::Fact>) -> String {
    if let Some(speaker) = &entry.value.speaker {
        return entity_name(dossier, &speaker.value);
    }
    support::of_fact(dossier, at).origins.join(", ")
}

fn is_harmful(dossier: &Dossier, at: usize) -> bool {
    let answer = dossier.links.get(at).and_then(|link| link.answer);
    answer.is_some_and(|answer| dossier.discrepancy(answer).value.severity.value == Harm::High)
}

fn cited_by_summary(dossier: &Dossier) -> Vec<usize> {
    let summary = dossier.base.summary.as_ref().map_or("", |summary| &summary.value);
    let mut ids = Vec::new();
    for block in parse_blocks(summary) {
        ids_in_block(&block, &mut ids);
    }
    ids.iter().filter_map(|id| dossier.index.fact_named(id)).collect()
}

fn ids_in_block(block: &Block, ids: &mut Vec<String>) {
    match block {
        Block::Paragraph { inlines } => ids_in(inlines, ids),
        Block::Quote { blocks } => blocks.iter().for_each(|block| ids_in_block(block, ids)),
        Block::List { items, .. } => items.iter().flatten().for_each(|block| ids_in_block(block, ids)),
        Block::Code { .. } => {}
    }
}

fn ids_in(inlines: &[Inline], found: &mut Vec<String>) {
    for inline in inlines {
        match inline {
            Inline::CiteKey { ids, .. } => found.extend(ids.iter().cloned()),
            Inline::Emphasis { inlines } | Inline::Strong { inlines } | Inline::Link { inlines, .. } => {
                ids_in(inlines, found);
            }
            _ => {}
        }
    }
}
