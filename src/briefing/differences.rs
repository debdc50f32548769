//! Where do sources differ, who says what, and what do we make of it?

use super::notes::Notes;
use super::scale;
use super::view::{Difference, Side};
use crate::dossier::{Dossier, Quotation, Reading, Value};
use crate::facts::{Class, Discrepancy, Entry, Harm, Status};
use crate::figure::{self, Agreement, Figure, Kind};
use crate::markdown::parse_inlines;

/// All differences, those that harm the reader most first, else in the order of the file.
pub(super) fn compose(dossier: &Dossier, notes: &mut Notes) -> Vec<Difference> {
    let mut order: Vec<usize> = (0..dossier.base.discrepancies.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(dossier.discrepancy(*at).value.severity.value));
    order.into_iter().map(|at| difference(dossier, notes, at)).collect()
}

/// The differences that harm the reader most, in the order of the file.
pub(super) fn high(dossier: &Dossier, notes: &mut Notes) -> Vec<Difference> {
    let harmful = |at: &usize| dossier.discrepancy(*at).value.severity.value == Harm::High;
    let order = (0..dossier.base.discrepancies.len()).filter(harmful);
    order.map(|at| difference(dossier, notes, at)).collect()
}

/// A side in the making: what it says, the quotations that say it, the figure if it is one.
struct Draft<'d> {
    label: String,
    verbatim: bool,
    quotations: Vec<usize>,
    figure: Option<&'d Figure>,
}

fn difference(dossier: &Dossier, notes: &mut Notes, at: usize) -> Difference {
    let entry = dossier.discrepancy(at);
    let value = &entry.value;
    let fact = value.fact.as_ref().and_then(|id| dossier.index.fact(&id.value));
    let drafts = drafts(dossier, at, fact);
    let figures: Vec<Option<&Figure>> = drafts.iter().map(|draft| draft.figure).collect();
    let (scale, dots) = scale::draw(&figures);
    let sides = drafts.iter().zip(dots).map(|(draft, dot)| Side {
        label: draft.label.clone(),
        verbatim: draft.verbatim,
        who: who(dossier, &draft.quotations),
        dot,
        cites: notes.cite_all(draft.quotations.iter().copied()),
    });
    Difference {
        id: entry.id.value.to_string(),
        title: title(dossier, entry, fact),
        class: class(value.class.value).to_owned(),
        severity: severity(value.severity.value).to_owned(),
        status: if value.status.value == Status::Explained { "explained" } else { "unresolved" }.to_owned(),
        fact: fact.map(|fact| dossier.fact(fact).id.value.to_string()).unwrap_or_default(),
        sides: sides.collect(),
        scale,
        apart: apart(dossier, at, fact),
        reading: value.note.as_ref().map(|note| parse_inlines(&note.value)).unwrap_or_default(),
        we_write: value.we_write.as_ref().map(|text| text.value.clone()).unwrap_or_default(),
    }
}

/// The sides that the curator gives; where there are none, the fact's readings, one side for each that differs.
fn drafts<'d>(dossier: &'d Dossier, at: usize, fact: Option<usize>) -> Vec<Draft<'d>> {
    let given = dossier.sides.get(at).cloned().unwrap_or(0..0);
    if !given.is_empty() {
        return given.filter_map(|number| Some(draft_of(number, dossier.quotations.get(number)?))).collect();
    }
    let Some(link) = fact.and_then(|fact| dossier.links.get(fact)) else { return Vec::new() };
    let mut drafts: Vec<Draft<'d>> = Vec::new();
    for reading in &link.readings {
        match drafts.iter_mut().find(|draft| draft.label == reading.written) {
            Some(draft) => draft.quotations.push(reading.quotation),
            None => drafts.push(draft_of_reading(reading)),
        }
    }
    if drafts.is_empty() {
        let quotations = link.quotations.clone();
        return quotations
            .filter_map(|number| Some(draft_of(number, dossier.quotations.get(number)?)))
            .collect();
    }
    drafts
}

fn draft_of(number: usize, quotation: &Quotation) -> Draft<'static> {
    let evidence = quotation.evidence;
    let (label, verbatim) = match &evidence.says {
        Some(says) => (&says.value, figure::read(&says.value).iter().all(|figure| !figure.kind.is_amount())),
        None => (&evidence.quote.value, true),
    };
    let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
    Draft { label, verbatim, quotations: vec![number], figure: None }
}

fn draft_of_reading(reading: &Reading) -> Draft<'_> {
    let figure = match &reading.value {
        Value::Figure(figure) => Some(figure.as_ref()),
        Value::Words => None,
    };
    let verbatim = figure.is_none();
    Draft { label: reading.written.clone(), verbatim, quotations: vec![reading.quotation], figure }
}

/// The first two figures that are no figures of one thing, so that no reader sets one against the other.
fn apart(dossier: &Dossier, at: usize, fact: Option<usize>) -> String {
    let sides =
        dossier.sides.get(at).and_then(|range| dossier.quotations.get(range.clone())).unwrap_or_default();
    let own = fact.into_iter().flat_map(|fact| dossier.quotations_of(fact)).map(|(_, quotation)| quotation);
    let quotations: Vec<&Quotation> = if sides.is_empty() { own.collect() } else { sides.iter().collect() };
    let figures: Vec<(Figure, String)> = quotations.into_iter().filter_map(said).collect();
    for (nth, (one, words)) in figures.iter().enumerate() {
        // Each is held against the few after it: what is told of the first pairs holds for all.
        for (other, others) in figures.iter().skip(nth + 1).take(MOST_HELD) {
            if figure::agreement(one, other) == Agreement::NotComparable {
                let counts = one.kind == Kind::Count && other.kind == Kind::Count;
                let why =
                    if counts { "do not count the same thing" } else { "do not measure the same thing" };
                return format!("Not set against each other: “{words}” and “{others}” {why}.");
            }
        }
    }
    String::new()
}

/// How many figures one is held against.
const MOST_HELD: usize = 32;

/// The one amount that a quotation names with `says`, with the words.
fn said(quotation: &Quotation) -> Option<(Figure, String)> {
    let says = &quotation.evidence.says.as_ref()?.value;
    let mut amounts = figure::read(says).into_iter().filter(|figure| figure.kind.is_amount());
    let figure = amounts.next().filter(|_| amounts.next().is_none())?;
    Some((figure, says.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// `S1 (Tajik authorities), S4`: each source once, and whom it names.
fn who(dossier: &Dossier, quotations: &[usize]) -> String {
    let mut sources: Vec<(usize, Vec<String>)> = Vec::new();
    for quotation in quotations.iter().filter_map(|at| dossier.quotations.get(*at)) {
        let Some(source) = quotation.source else { continue };
        let first = quotation.evidence.via.first();
        let hand = first.map(|id| super::sources::entity_name(dossier, &id.value));
        let known = sources.iter_mut().find(|(known, _)| *known == source);
        match known {
            Some((_, hands)) => hands.extend(hand.filter(|hand| !hands.contains(hand))),
            None => sources.push((source, hand.into_iter().collect())),
        }
    }
    let one = |(source, hands): (usize, Vec<String>)| match hands.as_slice() {
        [] => format!("S{}", source + 1),
        hands => format!("S{} ({})", source + 1, hands.join(", ")),
    };
    sources.into_iter().map(one).collect::<Vec<_>>().join(", ")
}

/// As written; else the fact's claim stands for the question: as a heading it has no full stop.
fn title(dossier: &Dossier, entry: &Entry<Discrepancy>, fact: Option<usize>) -> String {
    match (&entry.value.title, fact) {
        (Some(title), _) => title.value.clone(),
        (None, Some(fact)) => dossier.fact(fact).value.claim.value.trim_end_matches('.').to_owned(),
        (None, None) => entry.id.value.to_string(),
    }
}

const fn class(class: Class) -> &'static str {
    match class {
        Class::Value => "Different values",
        Class::Rounding => "Rounding",
        Class::Qualifier => "Qualifier",
        Class::Unit => "Unit",
        Class::Date => "Date",
        Class::Order => "Order of events",
        Class::Scope => "Different things counted",
        Class::Spelling => "Spelling",
        Class::Wording => "Wording",
        Class::Translation => "Translation",
        Class::Attribution => "Attribution",
        Class::Headline => "Headline against text",
        Class::Internal => "Within one article",
        Class::Omission => "Left out",
    }
}

const fn severity(harm: Harm) -> &'static str {
    match harm {
        Harm::High => "high",
        Harm::Medium => "medium",
        Harm::Low => "low",
    }
}
