//! Which `accept` silences nothing?

use super::Found;
use super::silence::{PROMISES, Used};
use crate::dossier::{Dossier, Owner};
use crate::facts::{Accept, Entry};
use crate::finding::{Card, Finding, Mark, Severity};

/// The card of the one check that looks at the others' findings.
pub(super) const CARDS: &[Card] = &[Card {
    name: "accept-unused",
    severity: Severity::Warning,
    summary: "an `accept` silences no finding",
    page: include_str!("accept_unused.md"),
}];

/// An `accept` that silences nothing is itself a finding.
pub(super) fn look(dossier: &Dossier, used: &Used, found: &mut Found) {
    for (owner, accepts) in all(dossier) {
        for (nth, accept) in accepts.iter().enumerate() {
            if !used.contains(&(owner, nth)) {
                found.push(unused(accept));
            }
        }
    }
}

fn all<'a>(dossier: &Dossier<'a>) -> Vec<(Owner, &'a [Accept])> {
    let base = dossier.base;
    let mut owners: Vec<Owner> = (0..base.sources.len()).map(Owner::Source).collect();
    let facts: Vec<usize> = base.facts.iter().map(|entry| entry.value.evidence.len()).collect();
    let sides: Vec<usize> =
        base.discrepancies.iter().map(|entry: &Entry<_>| entry.value.sides.len()).collect();
    for (at, evidence) in facts.into_iter().enumerate() {
        owners.push(Owner::Fact(at));
        owners.extend((0..evidence).map(|nth| Owner::Evidence(at, nth)));
    }
    for (at, sides) in sides.into_iter().enumerate() {
        owners.push(Owner::Discrepancy(at));
        owners.extend((0..sides).map(|nth| Owner::Side(at, nth)));
    }
    owners
        .into_iter()
        .map(|owner| (owner, owner.accepts(base)))
        .filter(|(_, list)| !list.is_empty())
        .collect()
}

fn unused(accept: &Accept) -> Finding {
    let code = accept.check.value.as_str();
    let (message, help) = if super::card(code).is_none() {
        (format!("no check is called `{code}`"), "`factum explain` lists the checks".to_owned())
    } else if PROMISES.contains(&code) {
        (
            format!("`{code}` cannot be accepted: the briefing promises it to its readers"),
            format!("mend the finding; see `factum explain {code}`"),
        )
    } else {
        (format!("this `accept` silences nothing: `{code}` finds no flaw here"), "remove it".to_owned())
    };
    Finding {
        check: "accept-unused",
        severity: Severity::Warning,
        message,
        at: Mark { spot: accept.check.at, label: String::new() },
        seen: Vec::new(),
        help,
    }
}
