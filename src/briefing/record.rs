//! What of the briefing is kept, so that a later edition can say what has changed?

use super::Briefing;
use super::view::{Cite, Day, Difference, Fact, Judgement, Source};
use crate::edition::{Edition, PastDifference, PastFact, PastJudgement, PastQuotation, PastSource};
use crate::markdown::{Inline, plain};

/// What its readers are told, in plain words.
#[must_use]
pub fn record(briefing: &Briefing) -> Edition {
    let stamp = briefing.edition.as_ref();
    let facts = briefing.sections.iter().flat_map(|section| &section.facts);
    Edition {
        number: stamp.map(|stamp| stamp.number.clone()).unwrap_or_default(),
        date: stamp.and_then(|stamp| stamp.date.as_ref()).map(in_words).unwrap_or_default(),
        as_of: in_words(&briefing.as_of),
        corrects: stamp.map(|stamp| stamp.corrects.clone()).unwrap_or_default(),
        digest: briefing.method.digest.clone(),
        title: one_line(&briefing.title),
        question: one_line(&briefing.question),
        summary: briefing.brief.iter().map(|passage| prose(&passage.text)).collect(),
        judgements: briefing.judgements.iter().map(judgement).collect(),
        differences: briefing.differences.iter().map(|one| difference(briefing, one)).collect(),
        facts: facts.map(|one| fact(briefing, one)).collect(),
        unknowns: briefing.unknowns.iter().map(|line| prose(line)).collect(),
        sources: briefing.sources.iter().map(source).collect(),
    }
}

fn fact(briefing: &Briefing, fact: &Fact) -> PastFact {
    let supporting = fact.cites.iter().filter_map(|cite| quotation(briefing, cite, false));
    let disputing = fact.disputes.iter().filter_map(|cite| quotation(briefing, cite, true));
    PastFact {
        id: fact.id.clone(),
        claim: one_line(&fact.claim),
        value: one_line(&fact.value),
        date: fact.date.as_ref().map(in_words).unwrap_or_default(),
        speaker: one_line(&fact.speaker),
        credibility: one_line(&fact.credibility),
        note: prose(&fact.note),
        quotations: supporting.chain(disputing).collect(),
    }
}

fn difference(briefing: &Briefing, one: &Difference) -> PastDifference {
    let cites = one.sides.iter().flat_map(|side| &side.cites);
    PastDifference {
        id: one.id.clone(),
        title: one_line(&one.title),
        class: one_line(&one.class),
        severity: one.severity.clone(),
        explained: one.status == "explained",
        reading: prose(&one.reading),
        we_write: one_line(&one.we_write),
        quotations: cites.filter_map(|cite| quotation(briefing, cite, false)).collect(),
    }
}

fn quotation(briefing: &Briefing, cite: &Cite, disputes: bool) -> Option<PastQuotation> {
    let note = briefing.notes.get(cite.note.checked_sub(1)?)?;
    Some(PastQuotation {
        source: note.source.clone(),
        words: one_line(&note.quote),
        disputes,
        paragraph: note.paragraph,
        start: note.start,
        end: note.end,
    })
}

fn judgement(judgement: &Judgement) -> PastJudgement {
    PastJudgement {
        text: prose(&judgement.passage.text),
        likelihood: judgement.likelihood.clone(),
        confidence: judgement.confidence.clone(),
        because: judgement.because.iter().map(|fact| fact.id.clone()).collect(),
    }
}

fn source(source: &Source) -> PastSource {
    PastSource {
        id: source.id.clone(),
        short: source.short.clone(),
        title: one_line(&source.title),
        sha256: source.sha256.clone(),
    }
}

/// A date in words; as written where it is none.
fn in_words(day: &Day) -> String {
    one_line(&day.text)
}

/// Prose without stress and notes.
fn prose(inlines: &[Inline]) -> String {
    one_line(&plain(inlines))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
