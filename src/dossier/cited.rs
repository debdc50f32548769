//! What of an article do the facts cite, and what do they leave out?

use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::{Dossier, Home, Quotation};
use crate::article::{Article, Paragraph};
use crate::date::{Edtf, find_within, resolve};
use crate::facts::{Dated, Source};
use crate::figure;
use crate::span::Span;
use crate::text::{Selector, quoted, sentences};

/// What of an article is cited.
#[derive(Debug, Clone)]
pub struct Citing {
    /// The passages that facts, discrepancies or the source's own entry cite, in the order of their beginning.
    pub cites: Vec<Cite>,
    /// Every sentence, figure, date and quotation outside page furniture, sort by sort in the order of the text.
    pub passages: Vec<Passage>,
}

/// A passage that something cites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cite {
    /// Its bytes.
    pub span: Span,
    /// What cites it.
    pub by: By,
}

/// What cites a passage; a fact comes before a discrepancy, and that before the source's entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// A fact.
    Fact(usize),
    /// A side of a discrepancy.
    Side(usize),
    /// The source's entry: its title, its date, its number.
    Entry,
}

/// A part of an article that a curator may want to cite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub sort: Sort,
    /// Its bytes.
    pub span: Span,
    /// What cites it, each once; nothing if it is left out.
    pub by: Vec<By>,
}

/// The sorts of passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A sentence, or a headline.
    Sentence,
    /// A figure that says how many or how much.
    Figure,
    /// An expression that dates something.
    Date,
    /// Words in quotation marks.
    Quotation,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Sentence, Self::Figure, Self::Date, Self::Quotation];

    /// The word in print.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sentence => "sentence",
            Self::Figure => "figure",
            Self::Date => "date",
            Self::Quotation => "quotation",
        }
    }
}

/// What of each article is cited, in the order of the sources.
#[must_use]
pub fn citing(dossier: &Dossier) -> Vec<Citing> {
    dossier
        .articles
        .par_iter()
        .enumerate()
        .map(|(source, article)| of_article(dossier, source, article))
        .collect()
}

fn of_article(dossier: &Dossier, source: usize, article: &Article) -> Citing {
    let text = article.searchable.text();
    let numbers = dossier.by_source.get(source).into_iter().flatten();
    let quotations = numbers.filter_map(|at| dossier.quotations.get(*at));
    let mut cites: Vec<Cite> = quotations.flat_map(of_quotation).collect();
    cites.extend(of_entry(&dossier.source(source).value, article).map(|span| Cite { span, by: By::Entry }));
    cites.sort_by_key(|cite| (cite.span.start, cite.span.end, cite.by));
    let looked_up = LookUp::new(&cites);
    let passages = passages(article).into_iter().map(|(sort, span)| {
        let by =
            looked_up.meeting(span).filter(|cite| counts(text, sort, span, cite.span)).map(|cite| cite.by);
        let mut by: Vec<By> = by.collect();
        by.sort_unstable();
        by.dedup();
        Passage { sort, span, by }
    });
    let passages = passages.collect();
    Citing { cites, passages }
}

/// The passages that a quotation cites: each of the places of a sentence that is printed twice, without the words that
/// the quoter left out.
fn of_quotation(quotation: &Quotation) -> Vec<Cite> {
    let (Some(stands), Some(located)) = (quotation.stands(), &quotation.located) else { return Vec::new() };
    let by = match quotation.home {
        Home::Fact(at) => By::Fact(at),
        Home::Side(at) => By::Side(at),
    };
    if located.is_repeated() {
        return located.places.iter().map(|span| Cite { span: *span, by }).collect();
    }
    let mut from = stands.start;
    let mut cites = Vec::new();
    for gap in located.gaps.iter().copied().chain([Span::new(stands.end, stands.end)]) {
        if from < gap.start {
            cites.push(Cite { span: Span::new(from, gap.start), by });
        }
        from = from.max(gap.end);
    }
    cites
}

/// A header or footer line is this short, and stands this near to an end of the text.
const HEADER: usize = 80;
const MARGIN: usize = 8;

/// The passages that the source's entry states again: its title wherever it stands, its particulars in head and foot.
fn of_entry<'t>(source: &'t Source, article: &'t Article) -> impl Iterator<Item = Span> + 't {
    let text = article.searchable.text();
    let title = source.title.iter().chain(&source.url).flat_map(|title| {
        let located = article.searchable.locate(&Selector::of(&title.value));
        if located.places.is_empty() { located.span.into_iter().collect() } else { located.places }
    });
    let count = article.paragraphs.len();
    let marginal = move |paragraph: &&Paragraph| {
        let at_end = paragraph.number <= MARGIN || paragraph.number + MARGIN > count;
        at_end && paragraph.span.len() <= HEADER
    };
    let date = match &source.date {
        Some(Dated { edtf: Ok(date), .. }) => Some(date),
        _ => None,
    };
    let particulars = [&source.author, &source.time, &source.serial_number, &source.publisher];
    let particulars: Vec<&str> = particulars.into_iter().flatten().map(|one| one.value.as_str()).collect();
    let header =
        article.paragraphs.iter().filter(marginal).map(|paragraph| paragraph.span).filter(move |span| {
            let line = span.of(text);
            particulars.iter().any(|one| line.contains(one))
                || date.is_some_and(|date| is_dated(text, *span, date))
        });
    title.chain(header)
}

/// Whether a line holds nothing of a sentence but this date, with a word or two.
fn is_dated(text: &str, line: Span, date: &Edtf) -> bool {
    find_within(text, line).iter().any(|said| {
        let resolution = resolve(said, text, None);
        let few =
            line.of(text).split_whitespace().count() <= said.span.of(text).split_whitespace().count() + 3;
        few && !resolution.vague && !resolution.relative && date.overlaps(&resolution.candidates)
    })
}

/// Everything in the article that can be cited, page furniture left out.
fn passages(article: &Article) -> Vec<(Sort, Span)> {
    let text = article.searchable.text();
    let mut all: Vec<(Sort, Span)> = Vec::new();
    for stretch in article.paragraphs.chunk_by(|one, next| one.furniture == next.furniture) {
        let ends = stretch.first().filter(|first| !first.furniture).zip(stretch.last());
        let Some((first, last)) = ends else { continue };
        let whole = Span::new(first.span.start, last.span.end);
        let within = |span: Span| span.shifted(whole.start);
        let read: Vec<Span> = sentences(whole.of(text)).into_iter().map(within).collect();
        for sentence in read.into_iter().filter(|one| one.of(text).contains(char::is_alphanumeric)) {
            all.push((Sort::Sentence, sentence));
            all.extend(numbers(text, sentence));
        }
        all.extend(quoted(whole.of(text)).into_iter().map(|span| (Sort::Quotation, within(span))));
    }
    all.sort_unstable();
    all
}

/// The dates of a sentence that mean something, and its figures that are no part of them.
fn numbers(text: &str, sentence: Span) -> Vec<(Sort, Span)> {
    let dates = find_within(text, sentence).into_iter().filter(|said| !resolve(said, text, None).vague);
    let dates: Vec<Span> = dates.map(|said| said.span).collect();
    let figures = figure::read(sentence.of(text)).into_iter().filter(|figure| figure.kind.is_amount());
    let figures = figures.map(|figure| figure.span.shifted(sentence.start));
    let own: Vec<Span> = figures.filter(|span| !dates.iter().any(|date| date.meets(*span))).collect();
    let dates = dates.into_iter().map(|span| (Sort::Date, span));
    dates.chain(own.into_iter().map(|span| (Sort::Figure, span))).collect()
}

/// Whether a cite takes in a passage: a word of a sentence or of speech, but all of a figure or a date.
fn counts(text: &str, sort: Sort, passage: Span, cite: Span) -> bool {
    match sort {
        Sort::Figure | Sort::Date => cite.covers(passage),
        Sort::Sentence | Sort::Quotation => {
            let shared = Span::new(passage.start.max(cite.start), passage.end.min(cite.end));
            shared.of(text).contains(char::is_alphanumeric)
        }
    }
}

/// Cites in the order of their beginning, with how far any up to there reaches.
struct LookUp<'c> {
    cites: &'c [Cite],
    reach: Vec<usize>,
}

impl<'c> LookUp<'c> {
    fn new(cites: &'c [Cite]) -> Self {
        let mut far = 0;
        let reach = cites.iter().map(|cite| {
            far = far.max(cite.span.end);
            far
        });
        Self { reach: reach.collect(), cites }
    }

    fn meeting(&self, passage: Span) -> impl Iterator<Item = &'c Cite> {
        let from = self.reach.partition_point(|reach| *reach <= passage.start);
        let to = self.cites.partition_point(|cite| cite.span.start < passage.end);
        let near = self.cites.get(from..to).unwrap_or_default();
        near.iter().filter(move |cite| cite.span.meets(passage))
    }
}
