//! What dates do the words of a quotation say?

use super::{Dossier, Quotation};
use crate::date::{Edtf, Relation, Resolution, find_within, resolve};
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
    match &quotation.evidence.date {
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

/// The dates that stand in the paragraph of an accepted quotation.
#[must_use]
pub fn said_around(dossier: &Dossier, quotation: &Quotation) -> Vec<Said> {
    let Some(span) = quotation.stands() else { return Vec::new() };
    let Some((article, _)) = dossier.article_of(quotation) else { return Vec::new() };
    let around = article.paragraph_at(span.start).map_or(span, |paragraph| paragraph.span);
    said_in(dossier, quotation, around)
}

/// The words that say the date of fact `at` best: those of the quotation that come nearest to it.
#[must_use]
pub fn basis(dossier: &Dossier, at: usize) -> Option<Basis> {
    let Dated { edtf: Ok(date), .. } = dossier.fact(at).value.date.as_ref()? else { return None };
    let mut best: Option<Basis> = None;
    for (number, quotation) in dossier.quotations_of(at).filter(|(_, one)| one.supports()) {
        let override_date = quotation.evidence.date.is_some();
        for said in said(dossier, quotation).into_iter().filter(|_| !override_date) {
            let Some(relation) = date.nearest_relation(&said.resolution.candidates) else { continue };
            if relation == Relation::Disjoint {
                continue;
            }
            if best.as_ref().is_none_or(|before| rank(relation) < rank(before.relation)) {
                best = Some(Basis { quotation: number, said, relation });
            }
        }
    }
    best
}

/// The same day comes before a month around it, and that before mere overlap.
const fn rank(relation: Relation) -> u8 {
    match relation {
        Relation::Same => 0,
        Relation::Inside => 1,
        Relation::Around => 2,
        Relation::Overlap => 3,
        Relation::Disjoint => 4,
    }
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
            resolution: resolve(&expression, words, published),
        })
        .collect()
}
