//! What dates do the words of a quotation say?

use super::{Dossier, Quotation};
use crate::date::{Day, Edtf, Kind, Relation, Resolution, Stretch, find_within, resolve};
use crate::facts::{Dated, Source};
use crate::span::Span;

/// A date that a quotation says.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// Its bytes in the article.
    pub span: Span,
    /// Its words.
    pub words: String,
    /// The days that it can mean.
    pub resolution: Resolution,
}

/// How the date of a fact is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Basis {
    /// The number of the quotation that says it.
    pub quotation: usize,
    /// The date in the source's words.
    pub said: Said,
    /// How the fact's date stands to those words.
    pub relation: Relation,
}

/// The date of publication against which a source's words are read: as stated, else as inferred.
#[must_use]
pub fn reference<'d>(dossier: &'d Dossier, source: usize) -> Option<&'d Edtf> {
    dossier.published.get(source)?.as_ref()
}

/// The date of publication of a source, as stated, else as inferred.
pub(super) fn published(source: &Source) -> Option<Edtf> {
    if let Some(Dated { edtf: Ok(edtf), .. }) = &source.date {
        return Some(edtf.clone());
    }
    let inferred = source.inferred.iter().find(|entry| entry.id.value.as_str() == "date")?;
    Edtf::parse_fact(&inferred.value.value.value).ok()
}

/// The date against which the words of a quotation are read: its own, else its source's.
#[must_use]
pub fn published_of<'d>(dossier: &'d Dossier, quotation: &'d Quotation) -> Option<&'d Edtf> {
    match quotation.evidence.date.as_deref() {
        Some(Dated { edtf: Ok(own), .. }) => Some(own),
        _ => reference(dossier, quotation.source?),
    }
}

/// The dates that stand within an accepted quotation, in order.
#[must_use]
pub fn said(dossier: &Dossier, quotation: &Quotation) -> Vec<Said> {
    let Some(span) = quotation.stands() else { return Vec::new() };
    said_in(dossier, quotation, span)
}

/// The words that say the date of fact `at` best: those of the quotation that mean most nearly the same days.
///
/// A day within a month, or a week within a season, says something else that happened then, not when the whole was.
#[must_use]
pub fn basis(dossier: &Dossier, at: usize) -> Option<Basis> {
    let Dated { edtf: Ok(date), .. } = dossier.fact(at).value.date.as_ref()? else { return None };
    let mut best: Option<(f64, Basis)> = None;
    for (number, quotation) in dossier.quotations_of(at).filter(|(_, one)| one.supports()) {
        for said in said(dossier, quotation).into_iter().filter(|_| quotation.evidence.date.is_none()) {
            let Some((likeness, relation)) = likeness(date, &said.resolution.candidates) else { continue };
            if best.as_ref().is_none_or(|(before, _)| likeness > *before) {
                best = Some((likeness, Basis { quotation: number, said, relation }));
            }
        }
    }
    best.map(|(_, basis)| basis).or_else(|| year(dossier, at, date))
}

/// The year itself, as in `a 2013 resolution`, where the fact says no more.
fn year(dossier: &Dossier, at: usize, date: &Edtf) -> Option<Basis> {
    let digits = date.as_str();
    if date.kind() != Kind::Year || digits.len() != 4 {
        return None;
    }
    dossier.quotations_of(at).filter(|(_, one)| one.supports()).find_map(|(quotation, one)| {
        let span = one.stands()?;
        let (_, text) = dossier.article_of(one)?;
        let start = span.start + span.of(text).find(digits)?;
        let span = Span::new(start, start + digits.len());
        let resolution =
            Resolution { candidates: date.stretches(), vague: false, relative: false, ahead: false };
        let said = Said { span, words: digits.to_owned(), resolution };
        Some(Basis { quotation, said, relation: Relation::Same })
    })
}

/// How much of the days that either means both mean, for the reading that suits the date best; nothing where the words
/// mean too little of it.
fn likeness(date: &Edtf, readings: &[Stretch]) -> Option<(f64, Relation)> {
    let days = date.bounds();
    let rated = readings.iter().filter_map(|reading| {
        let relation = date.nearest_relation(std::slice::from_ref(reading))?;
        let shared = match relation {
            Relation::Same => 1.0,
            // A day that the words only narrow down to a week or a month.
            Relation::Inside => 0.5 + shared(days, *reading) / 2.0,
            Relation::Around | Relation::Overlap => shared(days, *reading),
            Relation::Disjoint => 0.0,
        };
        (shared >= 0.5).then_some((shared, relation))
    });
    rated.reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// The days that both stretches hold, as a part of the days that either holds; 0 where an end is open.
#[expect(clippy::cast_precision_loss, reason = "spans of days are small beside what a float holds")]
fn shared(one: Stretch, other: Stretch) -> f64 {
    let ends = |stretch: Stretch| stretch.min.day().zip(stretch.max.day());
    let (Some((first, last)), Some((from, to))) = (ends(one), ends(other)) else { return 0.0 };
    let days = |from: Day, to: Day| from.days_until(to).map_or(0, |days| (days + 1).max(0));
    let common = days(first.max(from), last.min(to));
    let all = days(first.min(from), last.max(to));
    if all == 0 { 0.0 } else { common as f64 / all as f64 }
}

fn said_in(dossier: &Dossier, quotation: &Quotation, window: Span) -> Vec<Said> {
    let Some((article, text)) = dossier.article_of(quotation) else { return Vec::new() };
    let published = published_of(dossier, quotation);
    // The paragraph is text enough to tell past from future; the whole article would be read anew for each quotation.
    let around = article.paragraph_at(window.start).map_or(window, |paragraph| paragraph.span);
    let around = Span::new(around.start.min(window.start), around.end.max(window.end));
    let words = around.of(text);
    let inner = Span::new(window.start - around.start, window.end - around.start);
    find_within(words, inner)
        .into_iter()
        .map(|expression| Said {
            span: expression.span.shifted(around.start),
            words: expression.span.of(words).to_owned(),
            resolution: resolve(&expression, words, published.map(Edtf::bounds)),
        })
        .collect()
}
