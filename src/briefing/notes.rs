//! Which footnote proves what: one note a quotation, numbered in the order of print.

use std::collections::BTreeMap;

use super::drawing::letter;
use super::live::live;
use super::sources::Names;
use super::view::{Cite, Note};
use crate::dossier::{Dossier, Quotation, origin};
use crate::markdown::parse_inlines;

/// A quotation's source and its bytes there.
type Place = (usize, usize, usize);

/// Numbers the notes while the briefing is composed.
#[derive(Debug)]
pub(super) struct Notes<'d, 'a> {
    dossier: &'d Dossier<'a>,
    numbers: BTreeMap<Place, usize>,
    cited: Vec<Cited>,
}

/// A note in the making.
#[derive(Debug)]
struct Cited {
    /// The quotations of these words that were cited, first to last; each may know another hand, or bear a remark.
    quotations: Vec<usize>,
    place: Place,
    uses: usize,
}

impl<'d, 'a> Notes<'d, 'a> {
    pub(super) const fn new(dossier: &'d Dossier<'a>) -> Self {
        Self { dossier, numbers: BTreeMap::new(), cited: Vec::new() }
    }

    /// Cites the quotation of that number; none if it stands nowhere (in a draft).
    pub(super) fn cite(&mut self, at: usize) -> Option<Cite> {
        let quotation = self.dossier.quotations.get(at)?;
        let span = quotation.stands()?;
        let place = (quotation.source?, span.start, span.end);
        let number = *self.numbers.entry(place).or_insert_with(|| {
            self.cited.push(Cited { quotations: Vec::new(), place, uses: 0 });
            self.cited.len()
        });
        let cited = self.cited.get_mut(number - 1)?;
        cited.uses += 1;
        cited.quotations.push(at);
        Some(Cite { note: number, turn: cited.uses })
    }

    /// Cites several quotations, each note once.
    pub(super) fn cite_all(&mut self, quotations: impl IntoIterator<Item = usize>) -> Vec<Cite> {
        let mut cites: Vec<Cite> = Vec::new();
        for at in quotations {
            if self.number_of(at).is_some_and(|number| cites.iter().any(|cite| cite.note == number)) {
                continue;
            }
            cites.extend(self.cite(at));
        }
        cites
    }

    /// The number of the note that quotes the same words, if one does already.
    fn number_of(&self, at: usize) -> Option<usize> {
        let quotation = self.dossier.quotations.get(at)?;
        let span = quotation.stands()?;
        self.numbers.get(&(quotation.source?, span.start, span.end)).copied()
    }

    /// All notes in the order of their numbers.
    pub(super) fn finish(self, names: &Names) -> Vec<Note> {
        let labels = labels(self.dossier, &self.cited);
        let mut named = Vec::new();
        let mut notes = Vec::with_capacity(self.cited.len());
        for (at, (cited, name)) in self.cited.iter().zip(labels).enumerate() {
            let repeated = named.contains(&cited.place.0);
            named.push(cited.place.0);
            notes.extend(note(self.dossier, names, cited, (at + 1, name, repeated)));
        }
        notes
    }
}

fn note(
    dossier: &Dossier,
    names: &Names,
    cited: &Cited,
    (number, name, repeated): (usize, String, bool),
) -> Option<Note> {
    let cited_as = || cited.quotations.iter().filter_map(|at| dossier.quotations.get(*at));
    let quotation = cited_as().next()?;
    let paragraph = dossier.paragraph_of(quotation)?;
    let (source, start, end) = cited.place;
    let entry = dossier.source(source);
    let words = quotation.evidence.quote.value.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Note {
        number,
        name,
        source: entry.id.value.to_string(),
        short: names.short(source),
        citation: names.citation(source),
        brief: names.brief(source),
        repeated,
        paragraph,
        live: live(entry.value.url.as_ref().map_or("", |url| &url.value), &words),
        quote: words,
        whole: false,
        tier: quotation.tier().to_owned(),
        origin: chain(dossier, cited_as().find(|one| names_hands(one)).unwrap_or(quotation)),
        remark: cited_as()
            .find_map(|one| one.evidence.note.as_ref())
            .map(|note| parse_inlines(&note.value))
            .unwrap_or_default(),
        uses: cited.uses,
        start,
        end,
    })
}

/// Whether the curator wrote `via`, be it to say that the words are the article's own.
const fn names_hands(quotation: &Quotation) -> bool {
    !quotation.evidence.via.is_empty() || quotation.evidence.own_words
}

/// `Tajik border guards → Radio Liberty`: the hands that the words went through, origin first.
fn chain(dossier: &Dossier, quotation: &Quotation) -> String {
    let name = |id: &crate::facts::Id| {
        let entity = dossier.index.entity(id).and_then(|at| dossier.base.entities.iter().nth(at));
        entity.map_or_else(|| id.to_string(), |entity| entity.value.name.value.clone())
    };
    let evidence = quotation.evidence;
    if evidence.via.is_empty() {
        let carried = quotation.source.and_then(|source| origin(dossier.base, source, evidence));
        return carried.map(name).unwrap_or_default();
    }
    evidence.via.iter().map(|id| name(&id.value)).collect::<Vec<_>>().join(" → ")
}

/// `moscow-times-14`, by source and paragraph; a second quotation of that paragraph is `moscow-times-14b`.
fn labels(dossier: &Dossier, cited: &[Cited]) -> Vec<String> {
    let base = |cited: &Cited| {
        let quotation = cited.quotations.first().and_then(|at| dossier.quotations.get(*at));
        let paragraph = quotation.and_then(|quotation| dossier.paragraph_of(quotation)).unwrap_or_default();
        format!("{}-{paragraph}", dossier.source(cited.place.0).id.value)
    };
    let mut order: Vec<(String, Place, usize)> =
        cited.iter().enumerate().map(|(at, one)| (base(one), one.place, at)).collect();
    order.sort();
    let mut labels = vec![String::new(); cited.len()];
    let mut before: (String, usize) = (String::new(), 0);
    for (label, _, at) in order {
        let nth = if before.0 == label { before.1 + 1 } else { 1 };
        if let Some(slot) = labels.get_mut(at) {
            *slot = if nth == 1 { label.clone() } else { format!("{label}{}", letter(nth - 1)) };
        }
        before = (label, nth);
    }
    labels
}
