//! Does a declared sum differ from its parts?

use super::{Check, Found, words};
use crate::dossier::Dossier;
use crate::facts::{Fact, Id, Located, Text};
use crate::figure::{self, Agreement, Bound, Figure, Written};
use crate::finding::{Card, Finding, Mark, Severity};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "sum-differs",
        severity: Severity::Error,
        summary: "the value of a fact is not the sum of the facts that it is declared to add up",
        page: include_str!("sum_differs.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for entry in dossier.base.facts.iter().filter(|entry| !entry.value.sum_of.is_empty()) {
        let fact = &entry.value;
        match parts(dossier, fact) {
            Ok(parts) => found.extend(differs(fact, &parts)),
            Err((part, why)) => found.push(Finding {
                check: CHECK.card.name,
                severity: Severity::Warning,
                message: format!("the sum of `{}` cannot be checked: {why}", entry.id.value),
                at: words::mark(part.map_or(entry.id.at, |part| part.at)),
                seen: Vec::new(),
                help: "give each part and the sum a `value` of one unit, or remove `sum-of`".to_owned(),
            }),
        }
    }
}

/// A figure that is added up, with the words it was read from.
struct Part<'a> {
    figure: Figure,
    written: &'a Text,
}

/// Why parts cannot be added, and which of them.
type Trouble<'a> = (Option<&'a Located<Id>>, String);

/// The parts, all told in the first one's unit.
fn parts<'a>(dossier: &Dossier<'a>, fact: &'a Fact) -> Result<Vec<Part<'a>>, Trouble<'a>> {
    let mut parts: Vec<Part<'a>> = Vec::new();
    for id in &fact.sum_of {
        // An id that nothing has is another check's.
        let Some(at) = dossier.index.fact(&id.value) else { return Ok(Vec::new()) };
        let part = &dossier.fact(at).value;
        if std::ptr::eq(part, fact) {
            return Err((Some(id), "it is one of its own parts".to_owned()));
        }
        let Some(part) = read(part) else {
            return Err((Some(id), format!("`{}` has no figure to add", id.value)));
        };
        if !parts.first().is_none_or(|first| same_unit(&first.figure, &part.figure)) {
            return Err((Some(id), format!("`{}` is told in another unit", id.value)));
        }
        parts.push(part);
    }
    Ok(parts)
}

/// The first amount of a fact's value.
fn read(fact: &Fact) -> Option<Part<'_>> {
    let written = fact.value.as_ref()?;
    let figure = figure::read(&written.value).into_iter().find(|figure| figure.kind.is_amount())?;
    Some(Part { figure, written })
}

fn same_unit(one: &Figure, other: &Figure) -> bool {
    one.kind == other.kind && one.unit.map(|unit| unit.name) == other.unit.map(|unit| unit.name)
}

fn differs(fact: &Fact, parts: &[Part]) -> Option<Finding> {
    let first = parts.first()?;
    let mark = |message: String, severity: Severity, at: Mark| Finding {
        check: CHECK.card.name,
        severity,
        message,
        at,
        seen: parts.iter().map(|part| words::labelled(part.written.at, "a part")).collect(),
        help: "correct the sum or its parts; if something else is counted, remove `sum-of`".to_owned(),
    };
    let Some(whole) = read(fact) else {
        let at = fact.sum_of.first().map_or(fact.claim.at, |id| id.at);
        let message = "this sum has no `value` to be compared with its parts".to_owned();
        return Some(mark(message, Severity::Warning, words::mark(at)));
    };
    let sum = parts.iter().skip(1).fold(first.figure.clone(), |sum, part| added(&sum, &part.figure));
    // What is counted may well differ from part to part: troops and civilians make people.
    let bare = |figure: &Figure| Figure { noun: None, ..figure.clone() };
    let agreement = figure::agreement(&bare(&whole.figure), &bare(&sum));
    let severity = match agreement {
        Agreement::Same | Agreement::Overlap => return None,
        Agreement::Rounding | Agreement::Qualifier => Severity::Warning,
        Agreement::Conflict | Agreement::Unit | Agreement::NotComparable => Severity::Error,
    };
    let terms: Vec<String> = parts.iter().map(|part| words::short(&part.written.value, 40)).collect();
    let message =
        format!("`{}` is not the sum of `{}`", words::short(&whole.written.value, 40), terms.join("` and `"));
    let label = if agreement == Agreement::NotComparable { String::new() } else { in_words(&sum) };
    Some(mark(message, severity, words::labelled(whole.written.at, &label)))
}

/// The sum of two figures: its ends are the sums of their ends, open where one of them is.
fn added(one: &Figure, other: &Figure) -> Figure {
    let both = |one: Option<f64>, other: Option<f64>| Some(one? + other?);
    let upper = one.upper.is_some() || other.upper.is_some();
    let top = |figure: &Figure| figure.upper.unwrap_or(figure.written);
    Figure {
        low: both(one.low, other.low),
        high: both(one.high, other.high),
        low_open: one.low_open || other.low_open,
        high_open: one.high_open || other.high_open,
        approx: one.approx || other.approx,
        bound: if one.bound == other.bound || other.bound == Bound::Exact {
            one.bound
        } else if one.bound == Bound::Exact {
            other.bound
        } else {
            Bound::About
        },
        written: plus(one.written, other.written),
        upper: upper.then(|| plus(top(one), top(other))),
        parts: Vec::new(),
        ..one.clone()
    }
}

fn plus(one: Written, other: Written) -> Written {
    Written { value: one.value + other.value, grain: one.grain.min(other.grain), other: None }
}

/// `the parts make more than 2,000`
fn in_words(sum: &Figure) -> String {
    let bound = match sum.bound {
        Bound::Exact | Bound::Between => "",
        Bound::About => "about ",
        Bound::MoreThan | Bound::JustOver => "more than ",
        Bound::AtLeast | Bound::Plural => "at least ",
        Bound::UpTo => "up to ",
        Bound::LessThan => "less than ",
        Bound::Nearly => "nearly ",
    };
    let to = sum.upper.map(|upper| format!("–{}", upper.value)).unwrap_or_default();
    format!("the parts make {bound}{}{to}", sum.written.value)
}
