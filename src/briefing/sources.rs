//! What are the sources: names, dates and origins as the briefing prints them.

use std::collections::{BTreeMap, BTreeSet};

use super::day;
use super::view::{Day, Labelled, Source};
use crate::date::Edtf;
use crate::dossier::{Dossier, origin};
use crate::facts::{self, Dated, Entry, Id, Text};
use crate::markdown::parse_inlines;

/// The names under which notes and tables speak of the sources.
#[derive(Debug)]
pub(super) struct Names {
    citations: Vec<String>,
    briefs: Vec<String>,
}

impl Names {
    pub(super) fn new(dossier: &Dossier) -> Self {
        let entries = || dossier.base.sources.iter();
        Self {
            citations: entries().map(citation).collect(),
            briefs: entries().enumerate().map(|(at, entry)| brief(at, entry)).collect(),
        }
    }

    /// `S1`.
    #[expect(clippy::unused_self, reason = "the names may come to depend on the sources")]
    pub(super) fn short(&self, source: usize) -> String {
        format!("S{}", source + 1)
    }

    /// Title, publisher, date and time.
    pub(super) fn citation(&self, source: usize) -> String {
        self.citations.get(source).cloned().unwrap_or_default()
    }

    /// `S1, 6 July 2021`.
    pub(super) fn brief(&self, source: usize) -> String {
        self.briefs.get(source).cloned().unwrap_or_default()
    }
}

/// The table of sources.
pub(super) fn compose(dossier: &Dossier) -> Vec<Source> {
    let sources = dossier.base.sources.iter().enumerate();
    sources.map(|(at, entry)| source(dossier, at, entry)).collect()
}

fn source(dossier: &Dossier, at: usize, entry: &Entry<facts::Source>) -> Source {
    let value = &entry.value;
    let article = dossier.articles.get(at);
    let quotations = dossier.by_source.get(at).map_or(0, Vec::len);
    Source {
        id: entry.id.value.to_string(),
        short: format!("S{}", at + 1),
        title: stated(value, "title", value.title.as_ref()),
        kind: text(value.kind.as_ref()),
        url: text(value.url.as_ref()),
        date: day_of(value),
        published: published(value),
        publisher: stated(value, "publisher", value.publisher.as_ref()),
        author: if value.author.is_some() {
            stated(value, "author", value.author.as_ref())
        } else {
            String::new()
        },
        language: text(value.language.as_ref()),
        number: text(value.serial_number.as_ref()),
        not_stated: value.not_stated.iter().map(|field| field.value.clone()).collect(),
        particulars: particulars(value),
        passes_on: passes_on(dossier, at),
        grade: text(value.reliability.as_ref()),
        family: family(dossier, at),
        descriptor: text(value.descriptor.as_ref()),
        reasons: reasons(value),
        note: value.note.as_ref().map(|note| parse_inlines(&note.value)).unwrap_or_default(),
        file: value.file.value.clone(),
        sha256: article.map(|article| article.sha256.clone()).unwrap_or_default(),
        quotations,
        quoted: if quotations == 1 { "1 quotation".to_owned() } else { format!("{quotations} quotations") },
    }
}

/// `“Title”, publisher, 6 July 2021, 12:36 (time zone not stated)`.
fn citation(entry: &Entry<facts::Source>) -> String {
    let value = &entry.value;
    let title = match &value.title {
        Some(title) => format!("“{}”", title.value),
        None => stated(value, "title", None),
    };
    let author = value.author.as_ref().map(|_| stated(value, "author", value.author.as_ref()));
    let publisher = stated(value, "publisher", value.publisher.as_ref());
    let parts = [Some(title), author, Some(publisher), Some(published(value))];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn brief(at: usize, entry: &Entry<facts::Source>) -> String {
    let date = date(&entry.value);
    if date.is_empty() { format!("S{}", at + 1) } else { format!("S{}, {date}", at + 1) }
}

/// The value of a field, in square brackets if it is inferred or not stated; empty if nothing is said of it.
fn stated(source: &facts::Source, field: &str, written: Option<&Text>) -> String {
    let inferred = source.inferred.iter().find(|entry| entry.id.value.as_str() == field);
    if let Some(inferred) = inferred {
        return format!("[{}]", inferred.value.value.value);
    }
    if source.not_stated.iter().any(|name| name.value == field) {
        return format!("[{field} not stated]");
    }
    text(written)
}

/// The date of publication in words.
fn date(source: &facts::Source) -> String {
    if let Some(inferred) = source.inferred.iter().find(|entry| entry.id.value.as_str() == "date") {
        return format!("[{}]", day::in_words(&inferred.value.value.value));
    }
    match &source.date {
        Some(Dated { edtf: Ok(edtf), .. }) => day::of(edtf).text,
        Some(dated) => dated.written.value.clone(),
        None => stated(source, "date", None),
    }
}

/// The date of publication for machines, be it inferred; empty if it is not known.
fn day_of(source: &facts::Source) -> Day {
    let inferred = source.inferred.iter().find(|entry| entry.id.value.as_str() == "date");
    let inferred = inferred.and_then(|entry| Edtf::parse_fact(&entry.value.value.value).ok());
    let stated = source.date.as_ref().and_then(|date| date.edtf.as_ref().ok());
    inferred.as_ref().or(stated).map(day::of).unwrap_or_default()
}

fn published(source: &facts::Source) -> String {
    let date = date(source);
    match &source.time {
        Some(time) if time.value.contains(['Z', '+', '-']) => format!("{date}, {}", time.value),
        Some(time) => format!("{date}, {} (time zone not stated)", time.value),
        None => date,
    }
}

fn particulars(source: &facts::Source) -> String {
    let kind = text(source.kind.as_ref());
    let number =
        source.serial_number.as_ref().map(|number| format!("No. {}", number.value)).unwrap_or_default();
    let language = source.language.as_ref().map(|tag| format!("language {}", tag.value)).unwrap_or_default();
    [kind, number, language].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Every hand that its quotations came through, most often named first.
fn passes_on(dossier: &Dossier, at: usize) -> Vec<String> {
    let mut counts: BTreeMap<&Id, usize> = BTreeMap::new();
    for quotation in
        dossier.by_source.get(at).into_iter().flatten().filter_map(|nth| dossier.quotations.get(*nth))
    {
        let evidence = quotation.evidence;
        let first = origin(dossier.base, at, evidence);
        let hands: BTreeSet<&Id> = first.into_iter().chain(evidence.via.iter().map(|id| &id.value)).collect();
        for hand in hands {
            *counts.entry(hand).or_default() += 1;
        }
    }
    let mut hands: Vec<(&Id, usize)> = counts.into_iter().collect();
    hands.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    hands.into_iter().map(|(id, _)| entity_name(dossier, id)).collect()
}

/// The briefing's spelling of an entity; its id if it is not listed.
pub(super) fn entity_name(dossier: &Dossier, id: &Id) -> String {
    let entity = dossier.index.entity(id).and_then(|at| dossier.base.entities.iter().nth(at));
    entity.map_or_else(|| id.to_string(), |entity| entity.value.name.value.clone())
}

/// `One outlet with S4`: the other sources of the family, by their short names.
fn family(dossier: &Dossier, at: usize) -> String {
    let Some(own) = &dossier.source(at).value.family else { return String::new() };
    let same = |entry: &Entry<facts::Source>| {
        entry.value.family.as_ref().is_some_and(|family| family.value == own.value)
    };
    let sources = dossier.base.sources.iter().enumerate();
    let others: Vec<String> = sources
        .filter(|(other, entry)| *other != at && same(entry))
        .map(|(other, _)| format!("S{}", other + 1))
        .collect();
    if others.is_empty() { String::new() } else { format!("One outlet with {}", others.join(", ")) }
}

fn reasons(source: &facts::Source) -> Vec<Labelled> {
    let reason = |entry: &Entry<facts::Inferred>| Labelled {
        label: capitalised(entry.id.value.as_str()),
        text: entry.value.because.value.clone(),
    };
    source.inferred.iter().map(reason).collect()
}

fn text(written: Option<&Text>) -> String {
    written.map(|text| text.value.clone()).unwrap_or_default()
}

/// With a capital letter at its beginning.
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
