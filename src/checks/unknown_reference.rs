//! Does every id that is referred to exist?

use super::{Check, Found, words};
use crate::dossier::{Dossier, Kind};
use crate::facts::{Evidence, Fact, Id, Located};
use crate::finding::{Card, Finding, Severity};
use crate::span::Spot;

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "unknown-reference",
        severity: Severity::Error,
        summary: "an id is referred to that no source, entity, fact or section has",
        page: include_str!("unknown_reference.md"),
    },
    run,
};

/// For so many unknown ids the known ones are searched for one like it: a list under a wrong key must not cost minutes.
const MOST_PROPOSED: usize = 100;

fn run(dossier: &Dossier, found: &mut Found) {
    let base = dossier.base;
    for entry in &base.sources {
        ask(dossier, Kind::Entity, entry.value.carries.as_ref(), found);
    }
    for entry in &base.facts {
        fact(dossier, &entry.value, found);
    }
    for entry in &base.discrepancies {
        ask(dossier, Kind::Fact, entry.value.fact.as_ref(), found);
        entry.value.sides.iter().for_each(|side| evidence(dossier, side, found));
    }
    for judgement in &base.judgements {
        ask(dossier, Kind::Fact, &judgement.because, found);
    }
    for (field, sketch) in dossier.prose() {
        let places = words::Places::of(dossier, field.text);
        for (id, span) in &sketch.cites {
            if dossier.index.fact_named(id).is_none() {
                unknown(dossier, (Kind::Fact, id), places.at(*span), found);
            }
        }
    }
}

fn fact(dossier: &Dossier, fact: &Fact, found: &mut Found) {
    ask(dossier, Kind::Section, fact.section.as_ref(), found);
    ask(dossier, Kind::Entity, fact.speaker.as_ref(), found);
    ask(dossier, Kind::Fact, &fact.after, found);
    ask(dossier, Kind::Fact, &fact.sum_of, found);
    fact.evidence.iter().for_each(|one| evidence(dossier, one, found));
}

fn evidence(dossier: &Dossier, evidence: &Evidence, found: &mut Found) {
    ask(dossier, Kind::Source, [&evidence.source], found);
    ask(dossier, Kind::Entity, &evidence.via, found);
}

fn ask<'a>(
    dossier: &Dossier,
    kind: Kind,
    ids: impl IntoIterator<Item = &'a Located<Id>>,
    found: &mut Found,
) {
    for id in ids {
        if dossier.index.find(kind, &id.value).is_none() {
            unknown(dossier, (kind, id.value.as_str()), id.at, found);
        }
    }
}

fn unknown(dossier: &Dossier, (kind, id): (Kind, &str), spot: Spot, found: &mut Found) {
    let proposes = found.count(CHECK.card.name, CHECK.card.severity) < MOST_PROPOSED;
    let near = if proposes { words::closest(id, dossier.index.ids(kind)) } else { None };
    let help = match (near, dossier.index.ids(kind).next()) {
        (Some(name), _) => format!("did you mean `{name}`?"),
        (None, None) => format!("list it under `{}`", kind.list()),
        (None, Some(one)) => format!("list it under `{}`, or name one that is there, such as `{one}`", kind.list()),
    };
    found.push(Finding {
        check: CHECK.card.name,
        severity: CHECK.card.severity,
        message: format!("no {} is called `{}`", kind.word(), words::short(id, 64)),
        at: words::mark(spot),
        seen: Vec::new(),
        help,
    });
}
