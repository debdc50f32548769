//! Which passage comes nearest to a quotation that is not there.

use super::align::{Alignment, align};
use super::fold::{self, Fold};
use super::letter::is_wordy;
use super::marks::{self, Part};
use super::words::{self, Words};
use super::{Change, DiffPart, Origin, Searchable, change, diff, edge, edited, typo};
use crate::span::Span;

/// The passage that a reader should be shown beside a quotation that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// Where it stands.
    pub span: Span,
    /// What differs, in the letters as printed.
    pub diff: Vec<DiffPart>,
    /// What sort of difference that is.
    pub change: Change,
}

/// How many words of a quotation are looked at.
const MOST_WORDS: usize = 400;
/// How many of them, the rarest, say where to look.
const MOST_SEEDS: usize = 48;
/// How many places of such a word are looked at.
const MOST_PLACES: usize = 256;
/// How many stretches of the text are compared closely.
const MOST_STRETCHES: usize = 3;
/// The part of the quotation's telling words, in percent, that a passage must hold to be shown.
const ENOUGH: u32 = 40;
/// The same for a quotation of fewer than [`FEW`] words, which may be alike by chance.
const ENOUGH_OF_FEW: u32 = 55;
const FEW: usize = 8;
/// How many words more than twice the quotation's a passage may have.
const MOST_LEFT_OUT: usize = 8;
/// How many signs around a passage are looked at.
const MOST_SIGNS: usize = 16;

impl Searchable<'_> {
    /// The passage that comes nearest to a quotation that is not there, if any is near enough to be shown.
    #[must_use]
    pub fn nearest(&self, quote: &str) -> Option<Nearest> {
        if let Some(parts) = marks::parts(quote) {
            return nearest_parts(self, quote, &parts);
        }
        as_written(self, quote)
    }
}

fn as_written(text: &Searchable<'_>, quote: &str) -> Option<Nearest> {
    let span = by_words(text, quote).or_else(|| by_letters(text, quote))?;
    Some(compared(text, quote, span))
}

/// Of an edited quotation, the nearest passage to the part that is not there; else the first part, all being there.
fn nearest_parts(text: &Searchable<'_>, quote: &str, parts: &[Part]) -> Option<Nearest> {
    let places: Vec<Vec<Span>> = parts.iter().map(|part| edited::part_places(text, part)).collect();
    let Some(missing) = places.iter().position(Vec::is_empty) else {
        let (first, span) = (parts.first()?, *places.first()?.first()?);
        let rest = Span::new(first.at.end, quote.len());
        let diff = vec![
            DiffPart { origin: Origin::Both, in_quote: first.at, in_text: span },
            DiffPart { origin: Origin::Quotation, in_quote: rest, in_text: Span::new(span.end, span.end) },
        ];
        let change = if in_order(&places) { Change::PartsApart } else { Change::PartsOutOfOrder };
        return Some(Nearest { span, diff, change });
    };
    if let Some(span) = by_words(text, quote) {
        return Some(compared(text, quote, span));
    }
    let part = parts.get(missing)?;
    let nearest = as_written(text, part.at.of(quote))?;
    let shift = |diff: DiffPart| DiffPart { in_quote: diff.in_quote.shifted(part.at.start), ..diff };
    Some(Nearest { diff: nearest.diff.into_iter().map(shift).collect(), ..nearest })
}

fn compared(text: &Searchable<'_>, quote: &str, span: Span) -> Nearest {
    let span = with_signs(text.text(), quote, span);
    let diff = diff(quote, text.text(), span);
    Nearest { span, change: change::of(quote, text.text(), &diff), diff }
}

/// Whether each part stands somewhere after the one before it.
fn in_order(places: &[Vec<Span>]) -> bool {
    let mut from = 0;
    places.iter().all(|places| {
        let next = places.iter().filter(|place| place.start >= from).min();
        from = next.map_or(from, |next| next.end);
        next.is_some()
    })
}

/// The passage that holds most of the quotation's telling words in their order.
fn by_words(text: &Searchable<'_>, quote: &str) -> Option<Span> {
    let mine = text.words();
    let mut theirs: Vec<u64> = Words::of(quote).hashes;
    theirs.truncate(MOST_WORDS);
    let weights: Vec<u32> = theirs.iter().map(|word| weight(mine, *word)).collect();
    let total: u32 = weights.iter().sum();
    let best = stretches(mine, &theirs, &weights).into_iter().filter_map(|(from, to)| {
        let found = align(&theirs, &weights, mine.hashes.get(from..to)?)?;
        Some(Alignment { first: found.first + from, last: found.last + from, ..found })
    });
    // Of equals the first in the text.
    let best = best.reduce(|best, next| if next.weight > best.weight { next } else { best })?;
    let enough = if theirs.len() < FEW { ENOUGH_OF_FEW } else { ENOUGH };
    let compact = best.last - best.first <= 2 * theirs.len() + MOST_LEFT_OUT;
    let near = compact && best.weight * 100 >= total * enough && (best.same > 1 || theirs.len() < 3);
    near.then(|| mine.span(best.first, best.last)).flatten()
}

/// The rarer a word in the text, the more it says about where a quotation comes from.
fn weight(text: &Words, word: u64) -> u32 {
    let rarity = (text.hashes.len() + 2) / (text.places(word).len() + 1);
    rarity.checked_ilog2().unwrap_or(0) + 1
}

/// The stretches of the text, in word numbers, where the quotation's rarest words gather in their order.
fn stretches(text: &Words, quote: &[u64], weights: &[u32]) -> Vec<(usize, usize)> {
    let mut seeds: Vec<usize> = (0..quote.len()).collect();
    seeds.sort_by_key(|index| std::cmp::Reverse(weights.get(*index)));
    seeds.truncate(MOST_SEEDS);
    let mut votes: Vec<(i64, u32)> = Vec::new();
    for index in seeds {
        let Some((word, weight)) = quote.get(index).zip(weights.get(index)) else { continue };
        let lag = |place: usize| signed(place) - signed(index);
        votes.extend(text.places(*word).take(MOST_PLACES).map(|place| (lag(place), *weight)));
    }
    votes.sort_unstable();
    let slack = signed(quote.len()) / 2 + 8;
    let mut windows = windows(&votes, slack);
    windows.sort_by_key(|(weight, lag)| (std::cmp::Reverse(*weight), *lag));
    let mut chosen: Vec<i64> = Vec::new();
    for (_, lag) in windows {
        if chosen.len() < MOST_STRETCHES && chosen.iter().all(|other| (other - lag).abs() > slack / 2) {
            chosen.push(lag);
        }
    }
    let reach = 2 * slack + signed(quote.len());
    let within = |lag: i64| usize::try_from(lag.max(0)).unwrap_or_default().min(text.hashes.len());
    chosen.into_iter().map(|lag| (within(lag - slack), within(lag + reach))).collect()
}

/// For each vote, the weight of all that lie at most `slack` behind it, with the lag of the first.
fn windows(votes: &[(i64, u32)], slack: i64) -> Vec<(u32, i64)> {
    let mut found = Vec::with_capacity(votes.len());
    let (mut first, mut sum) = (0, 0_u32);
    for (lag, weight) in votes {
        sum += weight;
        while let Some((early, gone)) = votes.get(first).filter(|(early, _)| lag - early > slack) {
            debug_assert!(early < lag, "votes are sorted by lag");
            sum -= gone;
            first += 1;
        }
        found.push((sum, votes.get(first).map_or(*lag, |(early, _)| *early)));
    }
    found
}

fn signed(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A short quotation with a slip of the pen.
fn by_letters(text: &Searchable<'_>, quote: &str) -> Option<Span> {
    const MOST: usize = 6;
    if words::spans(quote).nth(MOST).is_some() {
        return None;
    }
    let key = text.typography();
    let place = key.raw(typo::nearest(&key.text, &fold::folded(quote, Fold::TYPOGRAPHY))?);
    let inside = |at: &usize| edge::inside(text.text(), *at);
    let backwards = text.text().get(..place.start)?.char_indices().rev().map(|(at, _)| at);
    let onwards = text.text().get(place.end..)?.char_indices().skip(1).map(|(at, _)| place.end + at);
    let start = std::iter::once(place.start).chain(backwards).find(|at| !inside(at));
    let end = std::iter::once(place.end).chain(onwards).find(|at| !inside(at));
    Some(Span::new(start.unwrap_or(0), end.unwrap_or(text.text().len())))
}

/// The passage with the signs at its edges that the quotation has, too.
fn with_signs(text: &str, quote: &str, span: Span) -> Span {
    let loose = |sign: char| !is_wordy(sign);
    let tail = quote.get(quote.trim_end_matches(loose).len()..).unwrap_or_default();
    let head = quote.get(..quote.len() - quote.trim_start_matches(loose).len()).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default().char_indices();
    let before = text.get(..span.start).unwrap_or_default().char_indices().rev();
    let right = answered(after, tail.chars()).map_or(0, |(at, sign)| at + sign.len_utf8());
    let left = answered(before, head.chars().rev()).map_or(span.start, |(at, _)| at);
    Span::new(left, span.end + right)
}

/// How far signs stand in the text as they do in the quotation, white space aside.
fn answered(
    mine: impl Iterator<Item = (usize, char)>,
    theirs: impl Iterator<Item = char>,
) -> Option<(usize, char)> {
    let visible = mine.take(MOST_SIGNS).filter(|(_, sign)| !sign.is_whitespace());
    let signs = visible.zip(theirs.filter(|sign| !sign.is_whitespace()));
    signs.take_while(|((_, mine), theirs)| same_sign(*mine, *theirs)).last().map(|(mine, _)| mine)
}

fn same_sign(one: char, other: char) -> bool {
    let folded = |sign: char| fold::folded(sign.encode_utf8(&mut [0; 4]), Fold::TYPOGRAPHY);
    one == other || folded(one) == folded(other)
}

#[cfg(test)]
#[path = "nearest_tests.rs"]
mod tests;
