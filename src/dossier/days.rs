//! On which days do the quotations of a fact set it, and do they agree?

use super::dating::{self, Said};
use super::disagreement::{Disagreement, Verdict};
use super::{Dossier, Quotation};
use crate::date::{Day, Edtf, Kind, Relation, Stretch};
use crate::facts::{Dated, Fact, FactKind, Rank};
use crate::span::Span;
use crate::text::{attribution, sentence_around};

/// A day or the like on which a quotation sets its fact.
struct Setting {
    quotation: usize,
    said: Said,
    /// Whether the fact's own date can be meant.
    agrees: bool,
    /// Whether the quotation names no other date.
    only: bool,
}

/// The first two quotations that set a fact on days which cannot both be right. What may date something else in the
/// sentence, is vague, or is told of a span of time is not compared: no alarm is better than a false one.
pub(super) fn of_dates(dossier: &Dossier, at: usize) -> Option<Disagreement> {
    let fact = &dossier.fact(at).value;
    let Dated { edtf: Ok(date), .. } = fact.date.as_ref()? else { return None };
    if matches!(date.kind(), Kind::Through | Kind::AllOf | Kind::Open) {
        return None;
    }
    let used = dossier.quotations_of(at).filter(|(_, one)| one.evidence.rank != Rank::Deprecated);
    let settings: Vec<Setting> =
        used.filter_map(|(number, one)| setting(dossier, fact, date, (number, one))).collect();
    // One that fits the fact's date stands for all that do: a second loop over all would cost the square.
    let ours = settings.iter().find(|one| one.agrees)?;
    let against = settings.iter().find(|other| differ(ours, other)).map(|other| (ours, other));
    let between = || {
        let earliest = settings.iter().filter(|one| one.only).min_by_key(|one| last_day(&one.said))?;
        let latest = settings.iter().filter(|one| one.only).max_by_key(|one| first_day(&one.said))?;
        differ(earliest, latest).then_some((earliest, latest))
    };
    let (one, other) = against.or_else(between)?;
    let words = (one.said.words.clone(), other.said.words.clone());
    let between = (Some(one.quotation), other.quotation);
    Some(Disagreement { verdict: Verdict::Date, between, words, answer: None })
}

/// The date of a quotation that fits the fact's; else the only one that nothing ties to something else.
fn setting(
    dossier: &Dossier,
    fact: &Fact,
    date: &Edtf,
    (number, quotation): (usize, &Quotation),
) -> Option<Setting> {
    let (_, text) = dossier.article_of(quotation)?;
    let said = named(dossier, quotation);
    let statement = fact.sort() == FactKind::Statement || fact.speaker.is_some();
    let free = |said: &Said| !is_tied(text, said.span) && (statement || !is_of_report(text, said.span));
    let relation = |said: &Said| date.nearest_relation(&said.resolution.candidates);
    let fits = said.iter().position(|said| relation(said).is_some_and(|one| one != Relation::Disjoint));
    let mut loose = said.iter().enumerate().filter(|(_, said)| free(said)).map(|(nth, _)| nth);
    let sole = loose.next().filter(|_| loose.next().is_none());
    let only = said.len() == 1 && sole.is_some();
    Some(Setting {
        quotation: number,
        agrees: fits.is_some(),
        only,
        said: said.into_iter().nth(fits.or(sole)?)?,
    })
}

/// The dates of a quotation that mean certain days: those that `says` names, if it names any.
fn named(dossier: &Dossier, quotation: &Quotation) -> Vec<Said> {
    let mut all = dating::said(dossier, quotation);
    all.retain(|said| !said.resolution.vague && !said.resolution.candidates.is_empty());
    if let Some(says) = &quotation.evidence.says
        && all.iter().any(|said| says.value.contains(&said.words))
    {
        all.retain(|said| says.value.contains(&said.words));
    }
    all
}

/// Whether the words before a date tie it to something else than its sentence tells: `after Friday's vote`.
fn is_tied(text: &str, said: Span) -> bool {
    let before = beside(text, said).0;
    let is_one_of = |words: &str, list: &[&str]| {
        let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        words.split_whitespace().any(|word| list.contains(&bare(word).as_str()))
    };
    is_one_of(last_words(before, 6), FAR_TIES) || is_one_of(last_words(before, 2), NEAR_TIES)
}

/// Whether a date is that of the report: `police said on Tuesday`.
fn is_of_report(text: &str, said: Span) -> bool {
    let (before, after) = beside(text, said);
    attribution(last_words(before, 3)).is_some() || attribution(first_words(after, 3)).is_some()
}

/// What stands before and after a date in its sentence.
fn beside(text: &str, said: Span) -> (&str, &str) {
    let sentence = sentence_around(text, said);
    (Span::new(sentence.start, said.start).of(text), Span::new(said.end, sentence.end).of(text))
}

/// Words that set what follows apart, even at some distance.
const FAR_TIES: &[&str] = &[
    "after",
    "ahead",
    "anniversary",
    "before",
    "citing",
    "deadline",
    "despite",
    "followed",
    "following",
    "prior",
    "when",
    "while",
];

/// Words that do so right before a date.
const NEAR_TIES: &[&str] = &["by", "from", "since", "than", "till", "to", "until"];

fn last_words(text: &str, most: usize) -> &str {
    let from = text.trim_end().rmatch_indices(char::is_whitespace).nth(most - 1);
    from.map_or(text, |(at, _)| text.get(at..).unwrap_or_default())
}

fn first_words(text: &str, most: usize) -> &str {
    let to = text.trim_start().match_indices(char::is_whitespace).nth(most - 1);
    let lead = text.len() - text.trim_start().len();
    to.map_or(text, |(at, _)| text.get(..lead + at).unwrap_or_default())
}

/// Whether two settings cannot both be right: no day in common, of one grain, and not far apart.
fn differ(one: &Setting, other: &Setting) -> bool {
    let (mine, theirs) = (&one.said.resolution, &other.said.resolution);
    mine.ahead == theirs.ahead
        && Relation::of(&mine.candidates, &theirs.candidates) == Relation::Disjoint
        && near(&mine.candidates, &theirs.candidates)
}

/// Whether two sets of days are told at one grain and lie near: what is years away dates something else.
fn near(one: &[Stretch], other: &[Stretch]) -> bool {
    let (Some(one), Some(other)) = (ends(one), ends(other)) else { return false };
    let length = |(first, last): (Day, Day)| first.days_until(last);
    let apart = if one.0 < other.0 { one.1.days_until(other.0) } else { other.1.days_until(one.0) };
    match (length(one), length(other), apart) {
        (Some(0..=2), Some(0..=2), Some(apart)) => apart <= 15,
        (Some(27..=31), Some(27..=31), Some(apart)) => apart <= 70,
        (Some(360..=370), Some(360..=370), Some(apart)) => apart <= 5 * 366,
        _ => false,
    }
}

/// The first and the last day of the likeliest reading.
fn ends(candidates: &[Stretch]) -> Option<(Day, Day)> {
    let likeliest = candidates.first()?;
    likeliest.min.day().zip(likeliest.max.day())
}

fn first_day(said: &Said) -> Option<Day> {
    ends(&said.resolution.candidates).map(|ends| ends.0)
}

fn last_day(said: &Said) -> Option<Day> {
    ends(&said.resolution.candidates).map(|ends| ends.1)
}
