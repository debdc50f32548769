//! What stands at the head of the briefing: edition, the strip of counts, judgements.

use super::notes::Notes;
use super::view::{Briefing, Chronology, Day, Difference, Edition, FactLink, Judgement, Labelled};
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

/// The label of the box of differences.
const DIFFERENCES: &str = "Differences";

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
        labelled(DIFFERENCES, told(differences, coverage.undisclosed)),
    ];
    let period = period(chronology);
    if !period.is_empty() {
        boxes.push(labelled("Covers", period));
    }
    boxes
}

/// Tells in the box of differences that only `shown` of them stand in the document.
pub(super) fn tell_in_part(whole: &mut Briefing, shown: usize, undisclosed: usize) {
    let told = told_in_part(&whole.differences, shown, undisclosed);
    for one in whole.strip.iter_mut().filter(|one| one.label == DIFFERENCES) {
        one.text.clone_from(&told);
    }
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

/// Differences as the briefing tells them: `55 told below, 11 unresolved`; in a draft also those that it does not tell.
fn told(differences: &[Difference], undisclosed: usize) -> String {
    let told = match (differences.len(), unresolved(differences)) {
        (0, _) if undisclosed > 0 => return format!("{undisclosed} not disclosed"),
        (0, _) => "0 found".to_owned(),
        (all, 0) => format!("{all} explained below"),
        (all, open) => format!("{all} told below, {open} unresolved"),
    };
    if undisclosed == 0 { told } else { format!("{told}, {undisclosed} not disclosed") }
}

/// Differences as a sheet tells them that shows `shown` of them: `55, 11 unresolved; the 5 gravest below`.
fn told_in_part(differences: &[Difference], shown: usize, undisclosed: usize) -> String {
    if shown == differences.len() {
        return told(differences, undisclosed);
    }
    let mut told = differences.len().to_string();
    match unresolved(differences) {
        0 => {}
        open => told.push_str(&format!(", {open} unresolved")),
    }
    if undisclosed > 0 {
        told.push_str(&format!(", {undisclosed} not disclosed"));
    }
    match shown {
        0 => told.push_str("; told in the briefing"),
        1 => told.push_str("; the gravest below"),
        many => told.push_str(&format!("; the {many} gravest below")),
    }
    told
}

fn unresolved(differences: &[Difference]) -> usize {
    differences.iter().filter(|difference| difference.status == "unresolved").count()
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

#[cfg(test)]
mod tests {
    use super::{Difference, told, told_in_part};

    fn differences(statuses: &[&str]) -> Vec<Difference> {
        let one = |status: &&str| Difference {
            id: String::new(),
            title: String::new(),
            class: String::new(),
            severity: String::new(),
            status: (*status).to_owned(),
            fact: String::new(),
            sides: Vec::new(),
            scale: None,
            apart: String::new(),
            reading: Vec::new(),
            we_write: String::new(),
        };
        statuses.iter().map(one).collect()
    }

    #[test]
    fn the_box_of_differences_counts_those_that_are_not_told() {
        let all = differences(&["explained", "unresolved", "explained"]);
        assert_eq!(told(&[], 0), "0 found");
        assert_eq!(told(&[], 1), "1 not disclosed");
        assert_eq!(told(&all, 0), "3 told below, 1 unresolved");
        assert_eq!(told(&all, 2), "3 told below, 1 unresolved, 2 not disclosed");
    }

    #[test]
    fn a_sheet_says_how_many_of_them_it_shows() {
        let all = differences(&["explained", "unresolved", "explained"]);
        assert_eq!(told_in_part(&all, 2, 0), "3, 1 unresolved; the 2 gravest below");
        assert_eq!(told_in_part(&all, 1, 1), "3, 1 unresolved, 1 not disclosed; the gravest below");
        assert_eq!(told_in_part(&all, 0, 0), "3, 1 unresolved; told in the briefing");
        assert_eq!(told_in_part(&all, 3, 0), "3 told below, 1 unresolved");
        assert_eq!(told_in_part(&differences(&["explained"]), 0, 0), "1; told in the briefing");
    }
}
