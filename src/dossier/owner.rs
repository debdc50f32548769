//! Which fact, source or piece of evidence does a place in the facts belong to?

use crate::facts::{Accept, Evidence, FactBase};
use crate::span::Spot;

/// What an `accept` can stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// A source.
    Source(usize),
    /// A fact, outside its evidence.
    Fact(usize),
    /// A fact's piece of evidence.
    Evidence(usize, usize),
    /// A discrepancy, outside its sides.
    Discrepancy(usize),
    /// A discrepancy's side.
    Side(usize, usize),
    /// Anything else: title, prose, sections, entities.
    Other,
}

/// Where each entry begins, in the order of the files' bytes.
#[derive(Debug, Clone, Default)]
pub struct Owners(Vec<(Spot, Owner)>);

impl Owners {
    /// Reads the places of all entries once.
    #[must_use]
    pub fn new(base: &FactBase) -> Self {
        let mut starts = Vec::new();
        for (at, entry) in base.sources.iter().enumerate() {
            starts.push((entry.id.at, Owner::Source(at)));
        }
        for (at, entry) in base.facts.iter().enumerate() {
            starts.push((entry.id.at, Owner::Fact(at)));
            let own = [&entry.value.claim.at].into_iter().chain(keys_after_evidence(&entry.value));
            starts.extend(own.map(|spot| (*spot, Owner::Fact(at))));
            let evidence = entry.value.evidence.iter().enumerate();
            starts.extend(evidence.map(|(nth, one)| (first_of(one), Owner::Evidence(at, nth))));
        }
        for (at, entry) in base.discrepancies.iter().enumerate() {
            starts.push((entry.id.at, Owner::Discrepancy(at)));
            let value = &entry.value;
            let own = [Some(value.class.at), Some(value.severity.at), Some(value.status.at)];
            let texts =
                [&value.title, &value.note, &value.we_write].map(|text| text.as_ref().map(|text| text.at));
            let own = own.into_iter().chain(texts).chain([value.fact.as_ref().map(|fact| fact.at)]).flatten();
            starts.extend(own.map(|spot| (spot, Owner::Discrepancy(at))));
            let sides = value.sides.iter().enumerate();
            starts.extend(sides.map(|(nth, one)| (first_of(one), Owner::Side(at, nth))));
        }
        starts.extend(others(base).map(|spot| (spot, Owner::Other)));
        starts.sort();
        Self(starts)
    }

    /// The owner of the words at `spot`.
    #[must_use]
    pub fn of(&self, spot: Spot) -> Owner {
        let after = self
            .0
            .partition_point(|(start, _)| (start.file, start.span.start) <= (spot.file, spot.span.start));
        let Some((start, owner)) = after.checked_sub(1).and_then(|at| self.0.get(at)) else {
            return Owner::Other;
        };
        if start.file == spot.file { *owner } else { Owner::Other }
    }
}

impl Owner {
    /// The owners whose `accept` speaks for findings here: itself, then what it belongs to.
    #[must_use]
    pub fn with_parents(self, base: &FactBase) -> Vec<(Self, &[Accept])> {
        let own = (self, self.accepts(base));
        match self {
            Self::Evidence(fact, _) => vec![own, (Self::Fact(fact), Self::Fact(fact).accepts(base))],
            Self::Side(at, _) => vec![own, (Self::Discrepancy(at), Self::Discrepancy(at).accepts(base))],
            _ => vec![own],
        }
    }

    /// The `accept` list that stands on it.
    #[must_use]
    pub fn accepts(self, base: &FactBase) -> &[Accept] {
        let list = match self {
            Self::Source(at) => base.sources.iter().nth(at).map(|entry| &entry.value.accept),
            Self::Fact(at) => base.facts.iter().nth(at).map(|entry| &entry.value.accept),
            Self::Evidence(at, nth) => base
                .facts
                .iter()
                .nth(at)
                .and_then(|entry| entry.value.evidence.get(nth))
                .map(|one| &one.accept),
            Self::Discrepancy(at) => base.discrepancies.iter().nth(at).map(|entry| &entry.value.accept),
            Self::Side(at, nth) => base
                .discrepancies
                .iter()
                .nth(at)
                .and_then(|entry| entry.value.sides.get(nth))
                .map(|one| &one.accept),
            Self::Other => None,
        };
        list.map(Vec::as_slice).unwrap_or_default()
    }
}

/// The first place that an entry of evidence holds, whatever the order of its keys.
fn first_of(evidence: &Evidence) -> Spot {
    let optional = [&evidence.prefix, &evidence.suffix, &evidence.says, &evidence.unit, &evidence.note];
    let optional = optional.into_iter().flatten().map(|text| text.at);
    let via = evidence.via.iter().map(|id| id.at);
    let date = evidence.date.iter().map(|date| date.written.at);
    let accept = evidence.accept.iter().map(|accept| accept.check.at);
    let all = [evidence.source.at, evidence.quote.at].into_iter();
    all.chain(optional).chain(via).chain(date).chain(accept).min().unwrap_or(evidence.source.at)
}

/// The fact's own scalars, any of which may stand after its evidence.
fn keys_after_evidence(fact: &crate::facts::Fact) -> impl Iterator<Item = &Spot> {
    let ids = [&fact.section, &fact.speaker].into_iter().flatten().map(|id| &id.at);
    let texts = [&fact.value, &fact.credibility, &fact.note].into_iter().flatten().map(|text| &text.at);
    let date = fact.date.iter().map(|date| &date.written.at);
    let kind = fact.kind.iter().map(|kind| &kind.at);
    let lists = fact.after.iter().chain(&fact.sum_of).map(|id| &id.at);
    let accept = fact.accept.iter().map(|accept| &accept.check.at);
    ids.chain(texts).chain(date).chain(kind).chain(lists).chain(accept)
}

/// Where what nobody owns begins, so that a finding there is not taken for the entry before it.
fn others(base: &FactBase) -> impl Iterator<Item = Spot> {
    let texts = [&base.subtitle, &base.question, &base.language, &base.issuer, &base.contact, &base.summary];
    let texts = texts.into_iter().flatten().map(|text| text.at).chain([base.title.at, base.as_of.written.at]);
    let sections = base.sections.iter().map(|entry| entry.id.at);
    let entities = base.entities.iter().map(|entry| entry.id.at);
    let judgements = base.judgements.iter().map(|judgement| judgement.text.at);
    let lists = base.unknowns.iter().chain(&base.include).map(|text| text.at);
    texts.chain(sections).chain(entities).chain(judgements).chain(lists)
}
