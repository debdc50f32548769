//! What do facts and articles say together: quotations located, readings taken, origins counted.

mod cited;
pub mod dating;
mod days;
mod disagreement;
pub mod grounding;
mod index;
mod mention;
mod origin;
pub mod overlap;
mod owner;
mod proof;
mod prose;
mod reading;
mod related;

use std::ops::Range;
use std::sync::OnceLock;

use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::article::Article;
use crate::date::Edtf;
use crate::facts::{Discrepancy, Entry, Evidence, Fact, FactBase, Rank, Source, Stance};
use crate::markdown::{Sketch, sketch, sketch_inline};
use crate::span::{Files, Span, Spot};
use crate::text::{Located, Selector, Status};

pub use cited::{By, Cite, Citing, Passage, Sort, citing};
pub use disagreement::{Disagreement, Verdict};
pub use index::{Index, Kind};
pub use mention::mentions;
pub use origin::{Origins, origin};
pub use owner::{Owner, Owners};
pub use proof::Unproved;
pub use prose::Prose;
pub use reading::{Reading, Value};

/// The facts joined to the articles.
#[derive(Debug)]
pub struct Dossier<'a> {
    /// Every text that was read.
    pub files: &'a Files,
    /// The facts as written.
    pub base: &'a FactBase,
    /// The articles, one a source in the order of the sources.
    pub articles: &'a [Article<'a>],
    /// Where the entry of an id stands.
    pub index: Index,
    /// Which fact, source or piece of evidence a place in the facts belongs to.
    pub owners: Owners,
    /// Every quotation: those of the facts in their order, then the sides of the discrepancies.
    pub quotations: Vec<Quotation<'a>>,
    /// What is known of each fact beyond what is written, in the order of the facts.
    pub links: Vec<Link>,
    /// The quotations of each discrepancy's sides.
    pub sides: Vec<Range<usize>>,
    /// The quotations of each source.
    pub by_source: Vec<Vec<usize>>,
    /// For each source its date of publication, as stated or inferred.
    published: Vec<Option<Edtf>>,
    /// What is to be checked of the curator's prose, read when it is first asked for.
    sketches: OnceLock<Vec<Sketch>>,
}

/// A quotation, and where it stands.
#[derive(Debug)]
pub struct Quotation<'a> {
    /// As the curator wrote it.
    pub evidence: &'a Evidence,
    /// What it belongs to.
    pub home: Home,
    /// The source that it names, if there is one of that id.
    pub source: Option<usize>,
    /// What the search in that source gave.
    pub located: Option<Located>,
}

/// What a quotation belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// A fact.
    Fact(usize),
    /// A discrepancy's side.
    Side(usize),
}

/// What is known of a fact beyond what is written.
#[derive(Debug, Default)]
pub struct Link {
    /// Its quotations.
    pub quotations: Range<usize>,
    /// The readings that can be compared, one a quotation at most.
    pub readings: Vec<Reading>,
    /// What the supporting quotations rest on.
    pub origins: Origins,
    /// How its readings disagree: of figures first, then of days.
    pub disagreements: Vec<Disagreement>,
    /// The first discrepancy that speaks of it.
    pub answer: Option<usize>,
    /// All discrepancies that speak of it, in the order of the file.
    pub answers: Vec<usize>,
    /// What its claim says that none of its quotations bears out.
    pub unproved: Vec<Unproved>,
}

impl<'a> Dossier<'a> {
    /// Joins facts and articles: every quotation is looked for, and every fact set beside its quotations.
    #[must_use]
    pub fn link(files: &'a Files, base: &'a FactBase, articles: &'a [Article<'a>]) -> Self {
        let index = Index::new(base);
        let all: Vec<(Home, &Evidence)> = all_evidence(base).collect();
        let find = |(home, evidence): &(Home, &'a Evidence)| locate(&index, articles, *home, evidence);
        let quotations: Vec<Quotation<'a>> = all.par_iter().map(find).collect();
        let (facts, sides) = ranges(base);
        let owners = Owners::new(base);
        let by_source = by_source(base.sources.len(), &quotations);
        let links = Vec::new();
        let published = base.sources.values().map(dating::published).collect();
        let sketches = OnceLock::new();
        let mut dossier = Self {
            files,
            base,
            articles,
            index,
            owners,
            quotations,
            links,
            sides,
            by_source,
            published,
            sketches,
        };
        dossier.links =
            facts.par_iter().enumerate().map(|(at, range)| dossier.link_fact(at, range)).collect();
        dossier.take_answers();
        // The days are read from quotations that know their fact, so they come after all are linked.
        let found: Vec<Vec<Disagreement>> =
            facts.par_iter().enumerate().map(|(at, _)| dossier.disagreements(at)).collect();
        for (link, disagreements) in dossier.links.iter_mut().zip(found) {
            link.disagreements = disagreements;
        }
        dossier
    }

    /// The fact of that number with its id.
    #[must_use]
    pub fn fact(&self, at: usize) -> &'a Entry<Fact> {
        self.base.facts.iter().nth(at).expect("every fact's number comes from the list of facts")
    }

    /// The source of that number with its id.
    #[must_use]
    pub fn source(&self, at: usize) -> &'a Entry<Source> {
        self.base.sources.iter().nth(at).expect("every source's number comes from the list of sources")
    }

    /// The discrepancy of that number with its id.
    #[must_use]
    pub fn discrepancy(&self, at: usize) -> &'a Entry<Discrepancy> {
        self.base.discrepancies.iter().nth(at).expect("every discrepancy's number comes from their list")
    }

    /// The curator's own prose, field by field, each with what it cites and what has no place in it. However many ask,
    /// a field is read once.
    pub fn prose(&self) -> impl Iterator<Item = (Prose<'a>, &Sketch)> {
        let all = prose::all(self.base);
        let read = |prose: &Prose| match prose.one_paragraph {
            true => sketch_inline(&prose.text.value),
            false => sketch(&prose.text.value),
        };
        let sketches = self.sketches.get_or_init(|| all.iter().map(read).collect());
        all.into_iter().zip(sketches)
    }

    /// The quotations of fact `at`, each with its number.
    pub fn quotations_of(&self, at: usize) -> impl Iterator<Item = (usize, &Quotation<'a>)> {
        let range = self.links.get(at).map_or(0..0, |link| link.quotations.clone());
        range.clone().zip(self.quotations.get(range).unwrap_or_default())
    }

    /// The text of the article that a quotation names.
    #[must_use]
    pub fn article_of(&self, quotation: &Quotation) -> Option<(&'a Article<'a>, &'a str)> {
        let article = self.articles.get(quotation.source?)?;
        Some((article, self.files.get(article.file)?.text.as_str()))
    }

    /// Where an accepted quotation stands.
    #[must_use]
    pub fn place_of(&self, quotation: &Quotation) -> Option<Spot> {
        let (article, _) = self.article_of(quotation)?;
        Some(Spot { file: article.file, span: quotation.stands()? })
    }

    /// The paragraph in which an accepted quotation begins.
    #[must_use]
    pub fn paragraph_of(&self, quotation: &Quotation) -> Option<usize> {
        let (article, _) = self.article_of(quotation)?;
        article.paragraph_at(quotation.stands()?.start).map(|paragraph| paragraph.number)
    }

    fn link_fact(&self, at: usize, range: &Range<usize>) -> Link {
        let fact = self.fact(at);
        let quotations = self.quotations.get(range.clone()).unwrap_or_default();
        let readings = reading::of_fact(&fact.value, quotations, range.start);
        let origins =
            Origins::of(self.base, &self.index, quotations.iter().map(|quotation| quotation.evidence));
        let unproved = proof::unproved(self, fact, quotations);
        Link { quotations: range.clone(), readings, origins, unproved, ..Link::default() }
    }

    /// Gives each fact the discrepancies that speak of it.
    fn take_answers(&mut self) {
        for (at, entry) in self.base.discrepancies.iter().enumerate() {
            let fact = entry.value.fact.as_ref().and_then(|id| self.index.fact(&id.value));
            if let Some(link) = fact.and_then(|fact| self.links.get_mut(fact)) {
                link.answer.get_or_insert(at);
                link.answers.push(at);
            }
        }
    }

    /// The disagreements of fact `at`, each with the discrepancy that answers for it.
    fn disagreements(&self, at: usize) -> Vec<Disagreement> {
        let Some(link) = self.links.get(at) else { return Vec::new() };
        let figures = disagreement::of_figures(&self.fact(at).value, &link.readings);
        let mut found: Vec<Disagreement> = figures.into_iter().chain(days::of_dates(self, at)).collect();
        for one in &mut found {
            let answers = |at: &usize| one.verdict.is_answered_by(self.discrepancy(*at).value.class.value);
            one.answer = link.answers.iter().copied().find(answers);
        }
        found
    }
}

impl Quotation<'_> {
    /// The bytes of the article at which it stands, if it was found at one place.
    #[must_use]
    pub fn stands(&self) -> Option<Span> {
        let located = self.located.as_ref()?;
        located.span.filter(|_| located.status.is_found())
    }

    /// How it was found, in a word.
    #[must_use]
    pub fn tier(&self) -> &'static str {
        match self.located.as_ref().map(|located| located.status) {
            Some(Status::Normalised(tier)) => tier.word(),
            Some(status) => status.word(),
            None => Status::NotFound.word(),
        }
    }

    /// Whether it speaks for its fact and is still in use.
    #[must_use]
    pub fn supports(&self) -> bool {
        self.evidence.stance == Stance::Supports && self.evidence.rank != Rank::Deprecated
    }
}

fn all_evidence(base: &FactBase) -> impl Iterator<Item = (Home, &Evidence)> {
    let facts = base.facts.iter().enumerate();
    let sides = base.discrepancies.iter().enumerate();
    let of_facts =
        facts.flat_map(|(at, entry)| entry.value.evidence.iter().map(move |one| (Home::Fact(at), one)));
    let of_sides =
        sides.flat_map(|(at, entry)| entry.value.sides.iter().map(move |one| (Home::Side(at), one)));
    of_facts.chain(of_sides)
}

fn locate<'a>(index: &Index, articles: &[Article], home: Home, evidence: &'a Evidence) -> Quotation<'a> {
    let source = index.source(&evidence.source);
    let article = source.and_then(|source| articles.get(source));
    let located = article.map(|article| article.searchable.locate(&selector(evidence)));
    Quotation { evidence, home, source, located }
}

fn selector(evidence: &Evidence) -> Selector<'_> {
    let prefix = evidence.prefix.as_ref().map(|text| text.value.as_str());
    let suffix = evidence.suffix.as_ref().map(|text| text.value.as_str());
    Selector { quote: &evidence.quote.value, prefix, suffix }
}

fn by_source(sources: usize, quotations: &[Quotation]) -> Vec<Vec<usize>> {
    let mut lists = vec![Vec::new(); sources];
    for (at, quotation) in quotations.iter().enumerate() {
        if let Some(list) = quotation.source.and_then(|source| lists.get_mut(source)) {
            list.push(at);
        }
    }
    lists
}

/// The numbers of the quotations of each fact and of each discrepancy.
fn ranges(base: &FactBase) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let mut next = 0;
    let mut take = |count: usize| {
        let range = next..next + count;
        next = range.end;
        range
    };
    let facts = base.facts.iter().map(|entry| take(entry.value.evidence.len())).collect();
    let sides = base.discrepancies.iter().map(|entry| take(entry.value.sides.len())).collect();
    (facts, sides)
}
