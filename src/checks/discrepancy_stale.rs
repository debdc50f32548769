//! Does a discrepancy answer a disagreement that is no longer there, or another one than it says?

use super::{Check, words};
use crate::dossier::{Dossier, Link};
use crate::facts::{Class, Discrepancy, Entry};
use crate::figure::Agreement;
use crate::finding::{Card, Finding, Severity};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "discrepancy-stale",
        severity: Severity::Error,
        summary: "a discrepancy answers a disagreement that has gone or has changed",
        page: include_str!("discrepancy_stale.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Vec<Finding>) {
    for (nth, entry) in dossier.base.discrepancies.iter().enumerate() {
        let Some(fact) = entry.value.fact.as_ref().and_then(|id| dossier.index.fact(&id.value)) else {
            continue;
        };
        let Some(link) = dossier.links.get(fact) else { continue };
        if let Some(message) = stale(nth, entry, link) {
            found.push(Finding {
                check: CHECK.card.name,
                severity: CHECK.card.severity,
                message,
                at: words::mark(entry.value.class.at),
                seen: vec![words::labelled(dossier.fact(fact).id.at, "the fact")],
                help: "read the fact's evidence again; correct the entry or remove it".to_owned(),
            });
        }
    }
}

fn stale(nth: usize, entry: &Entry<Discrepancy>, link: &Link) -> Option<String> {
    let id = entry.value.fact.as_ref()?;
    if link.answer != Some(nth) {
        return Some(format!("another discrepancy answers for `{}` already", id.value));
    }
    if !entry.value.sides.is_empty() || !is_computed(entry.value.class.value) {
        return None;
    }
    let Some(disagreement) = &link.disagreement else {
        return Some(format!("the readings of `{}` no longer differ", id.value));
    };
    let (written, computed) = (entry.value.class.value, disagreement.verdict);
    let (one, other) = &disagreement.words;
    (!fits(written, computed)).then(|| {
        format!(
            "the readings of `{}` differ in another way: `{}` against `{}`",
            id.value,
            words::short(one, 60),
            words::short(other, 60)
        )
    })
}

/// Whether the engine can find a difference of that class by itself.
const fn is_computed(class: Class) -> bool {
    matches!(class, Class::Value | Class::Rounding | Class::Qualifier | Class::Unit)
}

/// Whether the curator's class says at least as much as was computed.
const fn fits(written: Class, computed: Agreement) -> bool {
    match computed {
        Agreement::Rounding => matches!(written, Class::Rounding | Class::Value),
        Agreement::Qualifier | Agreement::Overlap => {
            matches!(written, Class::Qualifier | Class::Value | Class::Rounding)
        }
        Agreement::Unit => matches!(written, Class::Unit),
        Agreement::Conflict => matches!(written, Class::Value),
        Agreement::Same | Agreement::NotComparable => true,
    }
}
