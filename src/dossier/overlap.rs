//! Which words do two sources share, and do the facts say whose words they are?

use std::collections::BTreeSet;

use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::Dossier;
use super::related::Related;
use crate::article::Article;
use crate::facts::{Entry, Evidence, Id, Source};
use crate::span::Span;
use crate::text::{NearTwin, Runs, SharedRun, Twins, quoted, word_count};

/// So many identical words in a row are no chance.
pub const LEAST_WORDS: usize = 8;

/// Words that nobody credits make a proposal only if they come to more than a phrase or two.
const LEAST_UNSAID: usize = 3 * LEAST_WORDS;

/// What two sources have in common.
#[derive(Debug, Clone)]
pub struct Overlap {
    /// The two sources, in the order of the source list.
    pub sources: (usize, usize),
    /// The runs of identical words outside page furniture, in the second text's order.
    pub runs: Vec<Run>,
    /// How much of each text stands in the other.
    pub shares: (Share, Share),
    /// Sentences that differ by one word.
    pub twins: Vec<NearTwin>,
    /// What the facts declare of the two, and what they might.
    pub standing: Standing,
}

/// A run of identical words.
#[derive(Debug, Clone)]
pub struct Run {
    /// Where it stands.
    pub shared: SharedRun,
    /// Whether both texts print all of it in quotation marks: then the speaker's words are the same.
    pub speech: bool,
    /// Whether the facts say whose words they are.
    pub credit: Credit,
}

/// Whether the facts say whose words a run is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Credit {
    /// `via` or `carries` names the same hands on both sides.
    Through(Vec<Id>),
    /// Both texts are of one family.
    Family,
    /// Nothing says so.
    Unsaid,
}

/// How much of a text stands in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The words that stand in both.
    pub words: usize,
    /// All words of the text, page furniture left out.
    pub of: usize,
}

impl Share {
    /// The share in percent.
    #[must_use]
    pub fn percent(self) -> usize {
        (self.words.saturating_mul(100) + self.of / 2).checked_div(self.of).unwrap_or(0)
    }
}

/// What the facts declare of two sources.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// The family that both are of.
    pub family: Option<String>,
    /// The entity that both are said to carry.
    pub carries: Option<Id>,
    /// What might be declared besides.
    pub proposals: Vec<Proposal>,
}

/// What a curator might declare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposal {
    /// `family`: the two print the same furniture or name the same publisher.
    Family,
    /// `carries` on this source: most of it is copy that stands in the other.
    Carries(usize, Option<Id>),
    /// `via` with the quotations of these words in this source.
    Via(usize, Option<Id>),
}

/// Every two sources that share runs of at least `least` words, or sentences but for one word; those that share most
/// come first.
#[must_use]
pub fn overlaps(dossier: &Dossier, least: usize) -> Vec<Overlap> {
    let articles = dossier.articles.par_iter().enumerate();
    let texts: Vec<Text> =
        articles.map(|(source, article)| Text::new(dossier, (source, article), least)).collect();
    let keys: Vec<Vec<u64>> = texts.par_iter().map(Text::keys).collect();
    let related = Related::of(&keys);
    let mut found: Vec<Overlap> = texts
        .par_iter()
        .enumerate()
        .zip(&keys)
        .flat_map_iter(|((nth, one), own)| {
            let others = related.after(nth, own).into_iter();
            others.filter_map(|other| overlap(dossier, (one, texts.get(other)?), least))
        })
        .collect();
    found.sort_by_key(|overlap| (std::cmp::Reverse(overlap.words()), overlap.sources));
    found
}

impl Overlap {
    /// How many words stand in the runs.
    #[must_use]
    pub fn words(&self) -> usize {
        self.runs.iter().map(|run| run.shared.words).sum()
    }
}

/// What is asked of a text again and again.
struct Text<'a> {
    source: usize,
    article: &'a Article<'a>,
    runs: Runs<'a>,
    twins: Twins,
    /// The words in quotation marks.
    speech: Vec<Span>,
    /// How many words it has, page furniture left out.
    words: usize,
    /// Where its quotations stand, and their evidence, which tells through which hands they came; in order.
    quotations: Vec<(Span, &'a Evidence)>,
}

impl<'a> Text<'a> {
    fn new(dossier: &Dossier<'a>, (source, article): (usize, &'a Article<'a>), least: usize) -> Self {
        let text = article.searchable.text();
        let numbers = dossier.by_source.get(source).into_iter().flatten();
        let quotations = numbers.filter_map(|at| dossier.quotations.get(*at));
        let mut quotations: Vec<(Span, &Evidence)> =
            quotations.filter_map(|one| Some((one.stands()?, one.evidence))).collect();
        quotations.sort_by_key(|(span, _)| (span.start, span.end));
        let kept = article.paragraphs.iter().filter(|paragraph| !paragraph.furniture);
        let words = kept.map(|paragraph| word_count(paragraph.span.of(text))).sum();
        let (runs, twins) = (Runs::of(&article.searchable, least), Twins::of(&article.searchable));
        Self { source, article, runs, twins, speech: quoted(text), words, quotations }
    }

    /// Two texts that overlap share one of these.
    fn keys(&self) -> Vec<u64> {
        let kept = |span| !self.article.is_furniture(span);
        let mut keys: Vec<u64> = self.runs.hashes(kept).chain(self.twins.hashes(kept)).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    fn is_speech(&self, span: Span) -> bool {
        let after = self.speech.partition_point(|speech| speech.start <= span.start);
        after.checked_sub(1).and_then(|at| self.speech.get(at)).is_some_and(|speech| speech.covers(span))
    }

    /// The hands that quotations of these words came through, and whom the whole text carries unless a quotation says that
    /// they are its own.
    fn hands(&self, dossier: &Dossier<'a>, span: Span) -> BTreeSet<&'a Id> {
        let to = self.quotations.partition_point(|(stands, _)| stands.start < span.end);
        let near: Vec<&Evidence> =
            self.quotations.iter().take(to).filter(|(at, _)| at.meets(span)).map(|(_, one)| *one).collect();
        let own = near.iter().any(|one| one.own_words);
        let carried = dossier.source(self.source).value.carries.iter().filter(|_| !own);
        near.into_iter().flat_map(|one| &one.via).chain(carried).map(|id| &id.value).collect()
    }

    /// The runs of this text's words that stand in `other`, in the order of `other`, page furniture left out.
    fn runs_in(&self, other: &Self, least: usize) -> Vec<SharedRun> {
        let (mine, theirs) = (&self.article.searchable, &other.article.searchable);
        let kept = |one, another| !self.article.is_furniture(one) && !other.article.is_furniture(another);
        let runs = self.runs.shared_with(theirs);
        runs.iter().flat_map(|run| run.parts((mine, theirs), least, kept)).collect()
    }
}

fn overlap<'a>(dossier: &Dossier<'a>, (one, other): (&Text<'a>, &Text<'a>), least: usize) -> Option<Overlap> {
    let count = |runs: &[SharedRun]| runs.iter().map(|run| run.words).sum();
    let forth = one.runs_in(other, least);
    let mut twins = one.twins.shared_with(&other.twins);
    twins.retain(|twin| !one.article.is_furniture(twin.first) && !other.article.is_furniture(twin.second));
    if forth.is_empty() && twins.is_empty() {
        return None;
    }
    // What a text prints twice counts twice in its own share.
    let shares = (
        Share { words: count(&other.runs_in(one, least)), of: one.words },
        Share { words: count(&forth), of: other.words },
    );
    let runs = forth.into_iter().map(|shared| Run {
        shared,
        speech: one.is_speech(shared.first) && other.is_speech(shared.second),
        credit: credit(dossier, (one, other), &shared),
    });
    let runs: Vec<Run> = runs.collect();
    let sources = (one.source, other.source);
    let standing = standing(dossier, sources, &runs, shares);
    Some(Overlap { sources, runs, shares, twins, standing })
}

/// Whether both sides come through one hand, or are of one family.
fn credit<'a>(dossier: &Dossier<'a>, (one, other): (&Text<'a>, &Text<'a>), run: &SharedRun) -> Credit {
    let (mine, theirs) = (one.hands(dossier, run.first), other.hands(dossier, run.second));
    let both: Vec<Id> = mine.intersection(&theirs).map(|id| (*id).clone()).collect();
    if !both.is_empty() {
        return Credit::Through(both);
    }
    match family(dossier, (one.source, other.source)) {
        Some(_) => Credit::Family,
        None => Credit::Unsaid,
    }
}

/// The family that both are of.
fn family<'a>(dossier: &Dossier<'a>, (one, other): (usize, usize)) -> Option<&'a str> {
    let of = |source| dossier.source(source).value.family.as_ref().map(|family| family.value.as_str());
    of(one).filter(|family| of(other) == Some(family))
}

fn standing(dossier: &Dossier, sources: (usize, usize), runs: &[Run], shares: (Share, Share)) -> Standing {
    let (one, other) = (dossier.source(sources.0), dossier.source(sources.1));
    let family = family(dossier, sources).map(str::to_owned);
    let carries = |entry: &Entry<Source>| entry.value.carries.as_ref().map(|id| id.value.clone());
    let both = carries(one).filter(|id| carries(other).as_ref() == Some(id));
    let unsaid = runs.iter().filter(|run| !run.speech && run.credit == Credit::Unsaid);
    let unsaid: usize = unsaid.map(|run| run.shared.words).sum();
    let mut proposals = Vec::new();
    if family.is_none() && look_alike(dossier, sources) {
        proposals.push(Proposal::Family);
    }
    if family.is_none() && unsaid >= LEAST_UNSAID {
        // The text that credits somebody is the one to follow; else the one of which less is copy.
        let (copy, share, origin) = match (carries(one), carries(other)) {
            (Some(origin), None) => (sources.1, shares.1, Some(origin)),
            (None, Some(origin)) => (sources.0, shares.0, Some(origin)),
            _ if shares.0.percent() > shares.1.percent() => (sources.0, shares.0, None),
            _ => (sources.1, shares.1, None),
        };
        let whole = share.percent() >= 50;
        proposals.push(if whole { Proposal::Carries(copy, origin) } else { Proposal::Via(copy, origin) });
    }
    Standing { family, carries: both, proposals }
}

/// Whether two sources print the same furniture or name the same publisher, as pages of one outlet do.
fn look_alike(dossier: &Dossier, (one, other): (usize, usize)) -> bool {
    let (one, other) = (&dossier.source(one).value, &dossier.source(other).value);
    let publisher = |source: &Source| source.publisher.as_ref().map(|name| name.value.clone());
    let same = publisher(one).is_some() && publisher(one) == publisher(other);
    let lines: BTreeSet<&str> = one.ignore.iter().map(|line| line.value.as_str()).collect();
    same || other.ignore.iter().filter(|line| lines.contains(line.value.as_str())).count() >= 2
}
