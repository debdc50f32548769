//! Does a discrepancy answer a disagreement that is no longer there, or another one than it says?

use super::{Check, Found, words};
use crate::dossier::{Disagreement, Dossier, Link, Quotation, Reading, Value, Verdict};
use crate::facts::{Class, Discrepancy, Entry};
use crate::figure::{self, Agreement, Figure};
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

fn run(dossier: &Dossier, found: &mut Found) {
    for (nth, entry) in dossier.base.discrepancies.iter().enumerate() {
        let Some(fact) = entry.value.fact.as_ref().and_then(|id| dossier.index.fact(&id.value)) else {
            continue;
        };
        let Some(link) = dossier.links.get(fact) else { continue };
        if let Some(message) = stale(dossier, nth, entry, link) {
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

fn stale(dossier: &Dossier, nth: usize, entry: &Entry<Discrepancy>, link: &Link) -> Option<String> {
    let id = &entry.value.fact.as_ref()?.value;
    let class = entry.value.class.value;
    if is_second(dossier, nth, link) {
        return Some(format!("another discrepancy answers for `{id}` already"));
    }
    let answered = link.disagreements.iter().find(|one| one.answer == Some(nth));
    if !entry.value.sides.is_empty() {
        let missing = answered.and_then(|one| untold(dossier, nth, one, link))?;
        let said = words::short(&missing, 60);
        return Some(format!("`{id}` has a reading that is none of these sides: `{said}`"));
    }
    if !is_computed(class) {
        return None;
    }
    let Some(disagreement) = answered else {
        return Some(format!("the readings of `{id}` no longer differ"));
    };
    let (one, other) = &disagreement.words;
    (!fits(class, disagreement.verdict)).then(|| {
        format!(
            "the readings of `{id}` differ in another way: `{}` against `{}`",
            words::short(one, 60),
            words::short(other, 60)
        )
    })
}

/// Whether an earlier entry speaks of the same fact, and of days as this one does, or of anything else as it does.
fn is_second(dossier: &Dossier, nth: usize, link: &Link) -> bool {
    let of_days = |at: usize| matches!(dossier.discrepancy(at).value.class.value, Class::Date | Class::Order);
    let mut earlier = link.answers.iter().copied().take_while(|at| *at < nth);
    earlier.any(|at| of_days(at) == of_days(nth))
}

/// A figure that the fact's quotations give and none of the entry's sides: it came after the entry was written.
fn untold(dossier: &Dossier, nth: usize, answered: &Disagreement, link: &Link) -> Option<String> {
    if answered.verdict == Verdict::Date {
        return None;
    }
    let sides = dossier.sides.get(nth).and_then(|range| dossier.quotations.get(range.clone()))?;
    let told: Vec<Figure> = sides.iter().flat_map(figures).collect();
    let is_told =
        |figure: &Figure| told.iter().any(|side| figure::agreement(side, figure) == Agreement::Same);
    let untold = |reading: &&Reading| matches!(&reading.value, Value::Figure(figure) if !is_told(figure));
    // Sides that give no figure at all tell the difference in other words.
    let missing = link.readings.iter().find(untold).filter(|_| !told.is_empty())?;
    Some(missing.written.clone())
}

fn figures(side: &Quotation) -> Vec<Figure> {
    let evidence = side.evidence;
    let text = evidence.says.as_deref().unwrap_or(&evidence.quote);
    figure::read(&text.value)
}

/// Whether the engine can find a difference of that class by itself, and every one of it.
const fn is_computed(class: Class) -> bool {
    matches!(class, Class::Value | Class::Rounding | Class::Qualifier | Class::Unit)
}

/// Whether the curator's class says at least as much as was computed.
const fn fits(written: Class, computed: Verdict) -> bool {
    match computed {
        Verdict::Rounding => matches!(written, Class::Rounding | Class::Value),
        Verdict::Qualifier | Verdict::Overlap => {
            matches!(written, Class::Qualifier | Class::Value | Class::Rounding)
        }
        Verdict::Unit => matches!(written, Class::Unit),
        Verdict::Conflict => matches!(written, Class::Value),
        Verdict::Date => true,
    }
}
