//! What of the briefing does a reader see who has time for one page?

use super::notes::Notes;
use super::sources::Names;
use super::view::{Briefing, Chronology, Document, Passage};
use super::{differences, figures, masthead, prose};
use crate::dossier::Dossier;
use crate::facts::{Entry, Fact};
use crate::finding::Coverage;
use crate::markdown::Inline;
use crate::span::Span;

/// The briefing cut to its bottom line, its figures, the differences that harm most and its sources; notes are numbered
/// anew. What is told of the whole (its four boxes, how it was checked) stays; the box of differences says how many of them
/// stand here.
#[must_use]
pub fn fact_sheet(dossier: &Dossier, mut whole: Briefing, coverage: &Coverage) -> Briefing {
    let mut notes = Notes::new(dossier);
    let summary = dossier.base.summary.as_ref().map_or("", |summary| &summary.value);
    let mut brief = prose::passages(dossier, &mut notes, summary);
    if brief.is_empty() {
        brief = first_facts(dossier, &mut notes);
    }
    let mut figures = figures::compose(dossier, &mut notes);
    let mut differences = differences::high(dossier, &mut notes);
    // Where we say what we write, the whole briefing says why; else the reason is all there is to say.
    for difference in differences.iter_mut().filter(|one| !one.we_write.is_empty()) {
        difference.reading.clear();
        difference.apart.clear();
    }
    masthead::tell_in_part(&mut whole, differences.len(), coverage.undisclosed);
    for figure in &mut figures {
        if !differences.iter().any(|one| one.id == figure.differs) {
            figure.differs.clear();
        }
    }
    Briefing {
        document: Document::Factsheet,
        brief,
        judgements: Vec::new(),
        figures,
        differences,
        sections: Vec::new(),
        people: Vec::new(),
        chronology: Chronology { rows: Vec::new(), drawing: None },
        unknowns: Vec::new(),
        changes: None,
        annex: Vec::new(),
        notes: notes.finish(&Names::new(dossier)),
        ..whole
    }
}

/// So many facts stand in the place of a summary that nobody wrote.
const MOST_FACTS: usize = 8;

/// The first facts, each with its leading quotation.
fn first_facts(dossier: &Dossier, notes: &mut Notes) -> Vec<Passage> {
    let facts = dossier.base.facts.iter().take(MOST_FACTS);
    let passage = |entry: &Entry<Fact>| {
        let claim = Inline::Text { text: entry.value.claim.value.clone() };
        let cite = Inline::CiteKey { ids: vec![entry.id.value.to_string()], span: Span::default() };
        prose::passage(dossier, notes, vec![claim, cite])
    };
    facts.map(passage).collect()
}
