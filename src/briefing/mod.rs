//! What does the reader see: the typed, numbered briefing, one file a section.

mod annex;
mod changes;
mod chronology;
mod coverage;
mod day;
mod differences;
mod drawing;
mod fact_sheet;
mod figures;
mod live;
mod masthead;
mod method;
mod notes;
mod people;
mod prose;
mod record;
mod scale;
mod schema;
mod sections;
mod sources;
mod support;
pub mod view;

use crate::dossier::Dossier;
use crate::edition::Edition;
use crate::facts::{Rank, Stance};
use crate::finding::{Coverage, Finding};
use crate::markdown::parse_inlines;

pub use annex::Annex;
pub use coverage::coverage;
pub use fact_sheet::fact_sheet;
pub use record::record;
pub use schema::{SCHEMA_VERSION, json_schema, schema};
pub use view::{Briefing, Document};

/// What the composer is told beside the facts.
#[derive(Debug, Clone)]
pub struct Order<'a> {
    /// What the checks counted.
    pub coverage: &'a Coverage,
    /// What the checks found and nobody accepted.
    pub findings: &'a [Finding],
    /// The findings that the curator accepted: the check's code and the reason.
    pub accepted: &'a [(String, String)],
    /// What a check finds, in a sentence, by its code.
    pub summary_of: fn(&str) -> Option<&'static str>,
    /// Whether it is a draft: checks fail and it is written all the same.
    pub draft: bool,
    /// How much of the articles stands in the annex.
    pub annex: Annex,
    /// The digest of facts and articles.
    pub digest: &'a str,
    /// The last edition that was released before this one.
    pub earlier: Option<&'a Edition>,
}

/// Composes the briefing in the order of print, for notes are numbered as they are met.
#[must_use]
pub fn compose(dossier: &Dossier, order: &Order) -> Briefing {
    let mut notes = notes::Notes::new(dossier);
    let base = dossier.base;
    let text = |written: &Option<crate::facts::Text>| {
        written.as_ref().map(|text| text.value.clone()).unwrap_or_default()
    };
    let brief =
        prose::passages(dossier, &mut notes, base.summary.as_ref().map_or("", |summary| &summary.value));
    let judgements = masthead::judgements(dossier, &mut notes);
    let figures = figures::compose(dossier, &mut notes);
    let differences = differences::compose(dossier, &mut notes);
    let sections = sections::compose(dossier, &mut notes);
    let chronology = chronology::compose(dossier, &mut notes);
    let names = sources::Names::new(dossier);
    let mut notes = notes.finish(&names);
    let annex = annex::compose(dossier, &notes, order.annex);
    annex::mark_whole(&annex, &mut notes);
    let mut briefing = Briefing {
        document: Document::Briefing,
        schema_version: SCHEMA_VERSION,
        generator: generator(),
        draft: order.draft,
        language: base.language.as_ref().map_or_else(|| "en".to_owned(), |tag| tag.value.clone()),
        title: base.title.value.clone(),
        subtitle: text(&base.subtitle),
        question: text(&base.question),
        issuer: text(&base.issuer),
        contact: text(&base.contact),
        as_of: masthead::date(&base.as_of),
        edition: masthead::edition(dossier),
        strip: masthead::strip(dossier, order.coverage, &differences, &chronology),
        brief,
        judgements,
        figures,
        differences,
        sections,
        people: people::compose(dossier),
        chronology,
        sources: sources::compose(dossier),
        unknowns: base.unknowns.iter().map(|line| parse_inlines(&line.value)).collect(),
        method: method::compose(dossier, order),
        annex,
        notes,
        changes: None,
    };
    briefing.changes = order.earlier.map(|earlier| changes::compose(earlier, &briefing));
    briefing
}

/// The program and its version: `factum 0.1.0`.
#[must_use]
pub fn generator() -> String {
    format!("factum {}", env!("CARGO_PKG_VERSION"))
}

/// The quotation that speaks first for a fact: the preferred one, else the first that supports it.
fn lead(dossier: &Dossier, fact: usize) -> Option<usize> {
    let supporting =
        || dossier.quotations_of(fact).filter(|(_, one)| one.supports() && one.stands().is_some());
    let preferred = supporting().find(|(_, one)| one.evidence.rank == Rank::Preferred);
    let disputing = || dossier.quotations_of(fact).find(|(_, one)| one.evidence.stance == Stance::Disputes);
    preferred.or_else(|| supporting().next()).or_else(disputing).map(|(number, _)| number)
}

/// The id of the discrepancy that answers for a fact; empty if none does.
fn differs(dossier: &Dossier, fact: usize) -> String {
    let answer = dossier.links.get(fact).and_then(|link| link.answer);
    answer.map(|answer| dossier.discrepancy(answer).id.value.to_string()).unwrap_or_default()
}
