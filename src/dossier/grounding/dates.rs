//! Does the quotation, read on the day of its publication, name the claim's dates.

use super::undated::{reference_days, spoken_of};
use super::{Claim, Fault, Flaw, Quoted};
use crate::date::{Edtf, Expression, Relation, Stretch, find, resolve};
use crate::span::Span;

/// A date expression of the quotation and what it can mean.
struct Said {
    span: Span,
    readings: Vec<Stretch>,
}

/// A date expression of the claim.
pub(super) struct Dated {
    /// Where it stands.
    pub(super) span: Span,
    /// What came of it.
    pub(super) outcome: Outcome,
}

/// What came of a date expression of the claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The quotation names the same days.
    Same,
    /// It was judged as a date: the quotation names other days, or none.
    Judged,
    /// It means no certain day, so that only its words can be compared.
    Open,
}

/// Adds the flaws of the claim's dates; the places in the claim whose figures are parts of dates.
pub(super) fn ground(quoted: &Quoted, claim: &Claim, flaws: &mut Vec<Flaw>) -> Vec<Dated> {
    let mut dated = Vec::new();
    let mine = find(claim.text);
    if mine.is_empty() && claim.date.is_none() {
        return dated;
    }
    let theirs = find(quoted.text);
    if let Some(date) = claim.date {
        let fault = of_fact(date, &theirs, quoted).fault();
        flaws.extend(fault.map(|(fault, at)| Flaw { fault, claim: None, quotation: at }));
    }
    for expression in mine {
        let judged = of_words(&expression, claim.text, &theirs, quoted);
        let outcome = match judged {
            _ if echoed(&expression, claim.text, quoted.text, &theirs) => Outcome::Same,
            Judged::Same => Outcome::Same,
            Judged::Open => Outcome::Open,
            _ => Outcome::Judged,
        };
        let flaw = judged.fault().filter(|_| outcome == Outcome::Judged);
        flaws.extend(flaw.map(|(fault, at)| Flaw { fault, claim: Some(expression.span), quotation: at }));
        dated.push(Dated { span: expression.span, outcome });
    }
    dated
}

/// The fact's date against the dates of the quotation, on the day of publication or on whichever may be it.
fn of_fact(date: &Edtf, theirs: &[Expression], quoted: &Quoted) -> Judged {
    let days = reference_days(quoted.published, &[date.bounds()]);
    if too_many(&days, theirs) {
        return Judged::Open;
    }
    let unknown = quoted.published.is_none() && theirs.iter().any(Expression::floats);
    match mildest(days.iter().map(|day| fact_date(date, &said(theirs, quoted.text, *day))).collect()) {
        Judged::Other(..) if unknown => Judged::Open,
        known => known,
    }
}

/// A date in the claim's words against the dates of the quotation, read on the same day.
fn of_words(expression: &Expression, claim: &str, theirs: &[Expression], quoted: &Quoted) -> Judged {
    let spoken = match quoted.published {
        Some(_) => Vec::new(),
        None => spoken_of(expression, claim, (theirs, quoted.text)),
    };
    let days = reference_days(quoted.published, &spoken);
    if too_many(&days, theirs) {
        return Judged::Absent;
    }
    let readings = |day: &Option<Stretch>| resolve(expression, claim, *day).candidates;
    let verdicts = days.iter().map(|day| spoken_date(&readings(day), &said(theirs, quoted.text, *day)));
    let apart = |their: &Expression| their.floats() != expression.floats();
    match mildest(verdicts.collect()) {
        // The date may be meant, or not: that is no proof, and no contradiction.
        Judged::Other(..) if quoted.published.is_none() && theirs.iter().any(apart) => Judged::Absent,
        known => known,
    }
}

/// Whether a quotation holds more dates than can be read on so many days.
fn too_many(days: &[Option<Stretch>], theirs: &[Expression]) -> bool {
    const MOST: usize = 4096;
    days.len().saturating_mul(theirs.len()) > MOST
}

fn said(expressions: &[Expression], text: &str, published: Option<Stretch>) -> Vec<Said> {
    let all = expressions.iter().map(|expression| {
        let resolution = resolve(expression, text, published);
        let readings = if resolution.vague { Vec::new() } else { resolution.candidates };
        Said { span: expression.span, readings }
    });
    all.filter(|said| !said.readings.is_empty()).collect()
}

/// The same words in the quotation mean the same day, whichever it is.
fn echoed(expression: &Expression, claim: &str, quotation: &str, theirs: &[Expression]) -> bool {
    let words = expression.span.of(claim);
    theirs.iter().any(|their| their.span.of(quotation).eq_ignore_ascii_case(words))
}

/// How a date of the claim stands to those of the quotation, from best to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Judged {
    Same,
    Wider,
    Open,
    Absent,
    Other(Fault, Span),
}

impl Judged {
    fn fault(self) -> Option<(Fault, Option<Span>)> {
        match self {
            Self::Same | Self::Wider | Self::Open => None,
            Self::Absent => Some((Fault::DateAbsent, None)),
            Self::Other(fault, at) => Some((fault, Some(at))),
        }
    }
}

/// The mildest of several judgements, of which one is true and nobody knows which.
fn mildest(found: Vec<Judged>) -> Judged {
    found.into_iter().min().unwrap_or(Judged::Open)
}

/// The fact's date against the dates that the quotation names.
fn fact_date(date: &Edtf, said: &[Said]) -> Judged {
    judged(&related(said, |readings| date.nearest_relation(readings)))
}

/// A date in the claim's own words against those of the quotation.
fn spoken_date(readings: &[Stretch], said: &[Said]) -> Judged {
    if readings.is_empty() {
        return Judged::Open;
    }
    if said.is_empty() {
        return Judged::Absent;
    }
    let related = related(said, |theirs| {
        let pairs = readings.iter().flat_map(|mine| theirs.iter().map(move |their| (mine, their)));
        pairs.map(|(mine, their)| Relation::of(&[*mine], &[*their])).min()
    });
    judged(&related)
}

/// How the claim's date stands to each date of the quotation. A year or month that only holds a day also named
/// doesn't count: who says "5 July 2021" doesn't say "some day of 2021".
fn related(said: &[Said], relate: impl Fn(&[Stretch]) -> Option<Relation>) -> Vec<(Relation, &Said)> {
    let surrounds = |outer: &Said| {
        said.iter().any(|inner| Relation::of(&inner.readings, &outer.readings) == Relation::Inside)
    };
    let related = said.iter().filter_map(|said| relate(&said.readings).map(|relation| (relation, said)));
    related.filter(|(relation, said)| *relation != Relation::Inside || !surrounds(said)).collect()
}

fn judged(related: &[(Relation, &Said)]) -> Judged {
    let Some((relation, said)) = related.iter().min_by_key(|(relation, _)| *relation) else {
        return Judged::Open;
    };
    match relation {
        Relation::Same => Judged::Same,
        Relation::Around => Judged::Wider,
        Relation::Inside | Relation::Overlap => Judged::Other(Fault::DateTooPrecise, said.span),
        Relation::Disjoint => Judged::Other(Fault::DateMismatch, said.span),
    }
}
