//! What stands at the head of the briefing: edition, the strip of counts, judgements.

use super::notes::Notes;
use super::view::{Chronology, Day, Difference, Edition, FactLink, Judgement, Labelled};
use super::{day, prose};
use crate::dossier::Dossier;
use crate::facts::{Confidence, Dated, Likelihood};
use crate::finding::Coverage;
use crate::markdown::parse_inlines;

/// A date as written, in words where it can be read.
pub(super) fn date(dated: &Dated) -> Day {
    match &dated.edtf {
        Ok(edtf) => day::of(edtf),
        Err(_) => {
            Day { text: dated.written.value.clone(), weekday: dated.written.value.clone(), ..Day::default() }
        }
    }
}

pub(super) fn edition(dossier: &Dossier) -> Option<Edition> {
    let edition = dossier.base.edition.as_ref()?;
    Some(Edition {
        number: edition.number.value.clone(),
        date: edition.date.as_ref().map(date),
        corrects: edition.corrects.as_ref().map(|number| number.value.clone()).unwrap_or_default(),
    })
}

/// The four boxes: articles, quotations, differences, period.
pub(super) fn strip(
    dossier: &Dossier,
    coverage: &Coverage,
    differences: &[Difference],
    chronology: &Chronology,
) -> Vec<Labelled> {
    let mut boxes = vec![
        labelled("Articles", articles(dossier)),
        labelled("Quotations", quotations(coverage)),
        labelled("Differences", told(differences)),
    ];
    let period = period(chronology);
    if !period.is_empty() {
        boxes.push(labelled("Covers", period));
    }
    boxes
}

pub(super) fn judgements(dossier: &Dossier, notes: &mut Notes) -> Vec<Judgement> {
    let written = dossier.base.judgements.iter();
    let mut composed = Vec::new();
    for judgement in written {
        let because = judgement.because.iter().filter_map(|id| dossier.index.fact(&id.value));
        let (word, range) =
            judgement.likelihood.as_ref().map(|one| likelihood(one.value)).unwrap_or_default();
        composed.push(Judgement {
            passage: prose::passage(dossier, notes, parse_inlines(&judgement.text.value)),
            likelihood: word.to_owned(),
            range: range.to_owned(),
            confidence: judgement.confidence.as_ref().map_or("", |one| confidence(one.value)).to_owned(),
            because: because.map(|fact| link(dossier, fact)).collect(),
        });
    }
    composed
}

fn link(dossier: &Dossier, fact: usize) -> FactLink {
    let entry = dossier.fact(fact);
    FactLink { id: entry.id.value.to_string(), claim: entry.value.claim.value.clone() }
}

fn articles(dossier: &Dossier) -> String {
    let all = dossier.base.sources.len();
    let naming = dossier.base.sources.iter().filter(|entry| entry.value.publisher.is_some()).count();
    match (all, naming) {
        (1, _) => "1".to_owned(),
        (_, naming) if naming == all => all.to_string(),
        (_, 0) => format!("{all}, none of which names its outlet"),
        (_, 1) => format!("{all}, of which 1 names its outlet"),
        _ => format!("{all}, of which {naming} name their outlet"),
    }
}

fn quotations(coverage: &Coverage) -> String {
    match coverage.failed {
        0 => format!("{}, all word for word", coverage.quotations),
        failed => format!("{}, {failed} not found", coverage.quotations),
    }
}

fn told(differences: &[Difference]) -> String {
    let unresolved = differences.iter().filter(|difference| difference.status == "unresolved").count();
    match (differences.len(), unresolved) {
        (0, _) => "0 found".to_owned(),
        (all, 0) => format!("{all} explained below"),
        (all, open) => format!("{all} told below, {open} unresolved"),
    }
}

/// `April – 8 July 2021`: from the first to the last drawn row of the chronology.
fn period(chronology: &Chronology) -> String {
    let drawn: Vec<&str> = match &chronology.drawing {
        Some(drawing) => drawing.marks.iter().map(|mark| mark.key.as_str()).collect(),
        None => chronology.rows.iter().map(|row| row.key.as_str()).collect(),
    };
    let rows = || chronology.rows.iter().filter(|row| drawn.contains(&row.key.as_str()) && !row.ahead);
    let first = rows().filter(|row| !row.date.first.is_empty()).min_by_key(|row| row.date.first.as_str());
    let last = rows().filter(|row| !row.date.last.is_empty()).max_by_key(|row| row.date.last.as_str());
    let (Some(first), Some(last)) = (first, last) else { return String::new() };
    let (from, to) = (end_as_written(&first.date, true), end_as_written(&last.date, false));
    let span = if from == to { from } else { format!("{from}/{to}") };
    day::in_words(&span)
}

/// The beginning or the end of a date, no more exact than it is written: `2021-04` of `2021-04/2021-07-06`.
fn end_as_written(date: &Day, beginning: bool) -> String {
    let mut ends = date.edtf.split(['/', '.']).filter(|part| !part.is_empty());
    let written = if beginning { ends.next() } else { ends.next_back() };
    let plain = |part: &&str| part.chars().all(|letter| letter.is_ascii_digit() || letter == '-');
    let exact = if beginning { &date.first } else { &date.last };
    written.filter(plain).map_or_else(|| exact.clone(), str::to_owned)
}

/// ICD 203's words with their ranges.
const fn likelihood(likelihood: Likelihood) -> (&'static str, &'static str) {
    match likelihood {
        Likelihood::AlmostNoChance => ("almost no chance", "1–5 %"),
        Likelihood::VeryUnlikely => ("very unlikely", "5–20 %"),
        Likelihood::Unlikely => ("unlikely", "20–45 %"),
        Likelihood::RoughlyEvenChance => ("roughly even chance", "45–55 %"),
        Likelihood::Likely => ("likely", "55–80 %"),
        Likelihood::VeryLikely => ("very likely", "80–95 %"),
        Likelihood::AlmostCertain => ("almost certain", "95–99 %"),
    }
}

const fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Moderate => "moderate",
        Confidence::High => "high",
    }
}

fn labelled(label: &str, text: String) -> Labelled {
    Labelled { label: label.to_owned(), text }
}
