//! What do the sections of facts say, each fact with its proof?

use super::notes::Notes;
use super::sources::entity_name;
use super::view::{Fact, Section};
use super::{day, differs, prose, support};
use crate::dossier::Dossier;
use crate::facts::{self, Entry, FactKind, Stance};
use crate::markdown::parse_inlines;

/// The sections in the order of the file; facts that name none stand last, under a heading of their own.
pub(super) fn compose(dossier: &Dossier, notes: &mut Notes) -> Vec<Section> {
    let mut sections = Vec::new();
    for entry in &dossier.base.sections {
        let text = entry.value.text.as_ref().map_or("", |text| &text.value);
        let intro = prose::passages(dossier, notes, text);
        let facts = facts_of(dossier, notes, Some(entry.id.value.as_str()));
        if !facts.is_empty() || !intro.is_empty() {
            sections.push(Section {
                id: entry.id.value.to_string(),
                title: entry.value.title.value.clone(),
                intro,
                facts,
            });
        }
    }
    let loose = facts_of(dossier, notes, None);
    if !loose.is_empty() {
        let title = if sections.is_empty() { "Facts" } else { "Other facts" };
        sections.push(Section {
            id: "facts".to_owned(),
            title: title.to_owned(),
            intro: Vec::new(),
            facts: loose,
        });
    }
    sections
}

/// The facts of a section; those of no (known) section if none is given.
fn facts_of(dossier: &Dossier, notes: &mut Notes, section: Option<&str>) -> Vec<Fact> {
    let facts = dossier.base.facts.iter().enumerate();
    let wanted = facts.filter(|(_, entry)| {
        let own = entry.value.section.as_ref().filter(|id| dossier.index.section(&id.value).is_some());
        own.map(|id| id.value.as_str()) == section
    });
    wanted.map(|(at, entry)| fact(dossier, notes, at, entry)).collect()
}

fn fact(dossier: &Dossier, notes: &mut Notes, at: usize, entry: &Entry<facts::Fact>) -> Fact {
    let value = &entry.value;
    let with = |stance: Stance| {
        let quotations = dossier.quotations_of(at);
        quotations
            .filter(move |(_, one)| one.evidence.stance == stance)
            .map(|(number, _)| number)
            .collect::<Vec<_>>()
    };
    let text =
        |written: &Option<facts::Text>| written.as_ref().map(|text| text.value.clone()).unwrap_or_default();
    Fact {
        id: entry.id.value.to_string(),
        claim: value.claim.value.clone(),
        kind: kind(value).to_owned(),
        date: value.date.as_ref().and_then(|date| date.edtf.as_ref().ok()).map(day::of),
        value: text(&value.value),
        speaker: value.speaker.as_ref().map(|id| entity_name(dossier, &id.value)).unwrap_or_default(),
        credibility: text(&value.credibility),
        cites: notes.cite_all(with(Stance::Supports)),
        disputes: notes.cite_all(with(Stance::Disputes)),
        support: support::of_fact(dossier, at),
        differs: differs(dossier, at),
        note: value.note.as_ref().map(|note| parse_inlines(&note.value)).unwrap_or_default(),
    }
}

/// What sort of thing a fact states: as written, else an event if it is dated.
pub(super) fn kind(fact: &facts::Fact) -> &'static str {
    match fact.kind.as_ref().map(|kind| kind.value) {
        Some(FactKind::Event) => "event",
        Some(FactKind::Figure) => "figure",
        Some(FactKind::Statement) => "statement",
        Some(FactKind::Role) => "role",
        Some(FactKind::Background) => "background",
        None if fact.date.is_some() => "event",
        None => "background",
    }
}
