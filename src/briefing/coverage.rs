//! What of each article do the facts cite, for the curator to see what was left out?

use std::collections::BTreeMap;

use super::view::coverage::{
    Coverage, CoveredArticle, CoveredParagraph, CoveredPassage, CoveredPiece, Tally,
};
use crate::dossier::{By, Citing, Dossier, Passage, Sort, citing};
use crate::span::Span;

/// What the facts cite of every article.
#[must_use]
pub fn coverage(dossier: &Dossier) -> Coverage {
    let all = citing(dossier);
    let language = dossier.base.language.as_ref().map_or_else(|| "en".to_owned(), |tag| tag.value.clone());
    Coverage {
        schema_version: 1,
        generator: format!("factum {}", env!("CARGO_PKG_VERSION")),
        title: dossier.base.title.value.clone(),
        language,
        articles: all.iter().enumerate().map(|(source, citing)| article(dossier, source, citing)).collect(),
    }
}

fn article(dossier: &Dossier, source: usize, citing: &Citing) -> CoveredArticle {
    let entry = dossier.source(source);
    let tally = |sort: Sort| {
        let all = || citing.passages.iter().filter(move |passage| passage.sort == sort);
        Tally { cited: all().filter(|passage| !passage.by.is_empty()).count(), of: all().count() }
    };
    let [sentences, figures, dates, quotations] = Sort::ALL.map(tally);
    CoveredArticle {
        source: entry.id.value.to_string(),
        short: format!("S{}", source + 1),
        title: entry.value.title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
        file: entry.value.file.value.clone(),
        line: line(&[sentences, figures, dates, quotations]),
        sentences,
        figures,
        dates,
        quotations,
        passages: citing.passages.iter().map(|one| passage(dossier, source, one)).collect(),
        paragraphs: paragraphs(dossier, source, citing),
    }
}

/// `34 of 36 sentences, 12 of 12 figures, 9 of 9 dates, 4 of 5 quotations cited`
fn line(tallies: &[Tally]) -> String {
    let counted = tallies.iter().zip(Sort::ALL).filter(|(tally, _)| tally.of > 0);
    let counted: Vec<String> = counted
        .map(|(tally, sort)| {
            let plural = if tally.of == 1 { "" } else { "s" };
            format!("{} of {} {}{plural}", tally.cited, tally.of, sort.word())
        })
        .collect();
    if counted.is_empty() {
        "nothing that could be cited".to_owned()
    } else {
        format!("{} cited", counted.join(", "))
    }
}

fn text_of<'a>(dossier: &Dossier<'a>, source: usize) -> &'a str {
    dossier.articles.get(source).map_or("", |article| article.searchable.text())
}

fn passage(dossier: &Dossier, source: usize, passage: &Passage) -> CoveredPassage {
    let file = dossier.articles.get(source).and_then(|article| dossier.files.get(article.file));
    let words = passage.span.of(text_of(dossier, source)).split_whitespace();
    CoveredPassage {
        sort: passage.sort.word().to_owned(),
        line: file.map_or(0, |file| file.place(passage.span.start).line),
        start: passage.span.start,
        end: passage.span.end,
        text: words.collect::<Vec<_>>().join(" "),
        cited: !passage.by.is_empty(),
        facts: facts(dossier, &passage.by),
        discrepancies: discrepancies(dossier, &passage.by),
        entry: passage.by.contains(&By::Entry),
    }
}

fn facts(dossier: &Dossier, by: &[By]) -> Vec<String> {
    let ids = by.iter().filter_map(|by| if let By::Fact(at) = by { Some(*at) } else { None });
    ids.map(|at| dossier.fact(at).id.value.to_string()).collect()
}

fn discrepancies(dossier: &Dossier, by: &[By]) -> Vec<String> {
    let ids = by.iter().filter_map(|by| if let By::Side(at) = by { Some(*at) } else { None });
    ids.map(|at| dossier.discrepancy(at).id.value.to_string()).collect()
}

fn paragraphs(dossier: &Dossier, source: usize, citing: &Citing) -> Vec<CoveredParagraph> {
    let Some(article) = dossier.articles.get(source) else { return Vec::new() };
    let pieces = Pieces::of(article.searchable.text().len(), citing);
    let shown = article.paragraphs.iter().map(|paragraph| CoveredParagraph {
        number: paragraph.number,
        furniture: paragraph.furniture,
        pieces: pieces.within(paragraph.span).map(|(span, by)| piece(dossier, source, span, by)).collect(),
    });
    shown.collect()
}

fn piece(dossier: &Dossier, source: usize, span: Span, by: &[By]) -> CoveredPiece {
    let text = span.of(text_of(dossier, source));
    let sort = match by.first() {
        Some(By::Fact(_)) => "fact",
        Some(By::Side(_)) => "discrepancy",
        Some(By::Entry) => "entry",
        None if text.contains(char::is_alphanumeric) => "nobody",
        None => "blank",
    };
    let ids = [facts(dossier, by), discrepancies(dossier, by)].concat().join(", ");
    CoveredPiece { text: text.to_owned(), by: sort.to_owned(), ids }
}

/// How many facts and discrepancies are named beside one piece of text.
const MOST_NAMED: usize = 16;

/// A text cut wherever a cite begins or ends.
struct Pieces {
    all: Vec<(Span, Vec<By>)>,
}

impl Pieces {
    /// Goes once through the text with the cites that are open.
    fn of(length: usize, citing: &Citing) -> Self {
        let mut turns: Vec<(usize, bool, By)> = Vec::new();
        for cite in &citing.cites {
            turns.extend([(cite.span.start, true, cite.by), (cite.span.end, false, cite.by)]);
        }
        turns.sort_unstable();
        // Two quotations of one fact may overlap: it is open as long as one of them is.
        let mut open: BTreeMap<By, usize> = BTreeMap::new();
        let mut all = Vec::new();
        let mut from = 0;
        for (at, opens, by) in turns {
            if from < at {
                all.push((Span::new(from, at), open.keys().copied().take(MOST_NAMED).collect()));
                from = at;
            }
            let count = open.entry(by).or_default();
            *count = if opens { *count + 1 } else { count.saturating_sub(1) };
            if *count == 0 {
                open.remove(&by);
            }
        }
        all.push((Span::new(from, length), Vec::new()));
        Self { all }
    }

    fn within(&self, paragraph: Span) -> impl Iterator<Item = (Span, &[By])> {
        let first = self.all.partition_point(|(span, _)| span.end <= paragraph.start);
        let near = self.all.iter().skip(first).take_while(move |(span, _)| span.start < paragraph.end);
        near.map(move |(span, by)| {
            let inside = Span::new(span.start.max(paragraph.start), span.end.min(paragraph.end));
            (inside, by.as_slice())
        })
    }
}
