//! Does an order in time run in a circle, or against the dates?

use super::{Check, Found, words};
use crate::date::Day;
use crate::dossier::Dossier;
use crate::facts::{Dated, Fact};
use crate::finding::{Card, Finding, Severity};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "order-contradicted",
        severity: Severity::Error,
        summary: "`after` runs in a circle, or against the dates of the facts",
        page: include_str!("order_contradicted.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    let walk = Walk::over(dossier);
    for (at, nth) in walk.circles {
        let entry = dossier.fact(at);
        let Some(before) = entry.value.after.get(nth) else { continue };
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: format!("`{}` comes after `{}`, which comes after it", entry.id.value, before.value),
            at: words::mark(before.at),
            seen: Vec::new(),
            help: "remove the `after` that no source states".to_owned(),
        });
    }
    against_dates(dossier, &walk.order, found);
}

/// Where the walk through a fact's `after` stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    Open,
    Done,
}

/// All facts, each after those that it comes after, and the steps that lead back into their own past.
struct Walk {
    order: Vec<usize>,
    /// A fact and the place in its `after` that closes a circle.
    circles: Vec<(usize, usize)>,
}

impl Walk {
    /// Walks without recursion: a chain may be as long as the file.
    fn over(dossier: &Dossier) -> Self {
        let mut walk = Self { order: Vec::new(), circles: Vec::new() };
        let mut marks = vec![Mark::New; dossier.base.facts.len()];
        let facts: Vec<&Fact> = dossier.base.facts.iter().map(|entry| &entry.value).collect();
        for start in 0..facts.len() {
            let mut path = if marks[start] == Mark::New { vec![(start, 0)] } else { continue };
            marks[start] = Mark::Open;
            while let Some((at, nth)) = path.last_mut() {
                let Some(id) = facts[*at].after.get(*nth) else {
                    marks[*at] = Mark::Done;
                    walk.order.push(*at);
                    path.pop();
                    continue;
                };
                *nth += 1;
                let Some(before) = dossier.index.fact(&id.value) else { continue };
                match marks[before] {
                    Mark::New => {
                        marks[before] = Mark::Open;
                        path.push((before, 0));
                    }
                    Mark::Open => walk.circles.push((*at, *nth - 1)),
                    Mark::Done => {}
                }
            }
        }
        walk
    }
}

/// A fact that ends before what it is said to come after can have begun, over any number of steps.
fn against_dates(dossier: &Dossier, order: &[usize], found: &mut Found) {
    // For each fact the first day on which it can have been, and the fact that says so.
    let mut earliest: Vec<Option<(Day, usize)>> = vec![None; dossier.base.facts.len()];
    for at in order {
        let entry = dossier.fact(*at);
        let (first, last) = ends(&entry.value);
        let mut latest = first.map(|day| (day, *at));
        for id in &entry.value.after {
            let before =
                dossier.index.fact(&id.value).and_then(|before| earliest.get(before).copied().flatten());
            let Some((day, because)) = before else { continue };
            if let Some(date) = entry.value.date.as_ref().filter(|_| last.is_some_and(|last| last < day)) {
                let other = dossier.fact(because);
                let seen = other.value.date.iter().map(|date| words::labelled(date.written.at, "its date"));
                found.push(Finding {
                    check: CHECK.card.name,
                    severity: CHECK.card.severity,
                    message: format!(
                        "`{}` is dated before `{}`, which it comes after",
                        entry.id.value, other.id.value
                    ),
                    at: words::mark(id.at),
                    seen: seen.chain([words::labelled(date.written.at, "this date")]).collect(),
                    help: "correct one of the dates, or remove the `after` that no source states".to_owned(),
                });
            } else if latest.is_none_or(|(known, _)| known < day) {
                latest = Some((day, because));
            }
        }
        if let Some(slot) = earliest.get_mut(*at) {
            *slot = latest;
        }
    }
}

/// The first and the last day that a fact's date can mean.
fn ends(fact: &Fact) -> (Option<Day>, Option<Day>) {
    match &fact.date {
        Some(Dated { edtf: Ok(date), .. }) => (date.bounds().min.day(), date.bounds().max.day()),
        _ => (None, None),
    }
}
