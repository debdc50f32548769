//! Where does a quotation stand whose quoter left out, inserted or replaced words and marked it.

use super::beside::Beside;
use super::flags::flags;
use super::fold::{self, Fold};
use super::hits::hits;
use super::key::Key;
use super::letter::{after, before, is_wordy};
use super::marks::{self, Gap, Part};
use super::vocabulary::{is_common, is_negation, is_number};
use super::{Clip, Flag, Located, Searchable, Status, beside, edge, words};
use crate::span::{Span, floor_char_boundary};

/// How many places of the longest part are tried.
const MOST_ANCHORS: usize = 256;
/// How many places of a part are kept on the way.
const MOST_STEPS: usize = 16;

/// Where the parts of `quote` stand in order, no further apart than its marks allow; none if it has no marks.
pub(super) fn locate(text: &Searchable<'_>, quote: &str, beside: &Beside<'_>) -> Option<Located> {
    let parts = marks::parts(quote)?;
    let strict = Some((text.typography(), Fold::TYPOGRAPHY));
    let loose = || text.markup_cased().map(|key| (key, Fold::MARKUP_CASED));
    strict.into_iter().chain(std::iter::once_with(loose).flatten()).find_map(|(key, fold)| {
        let chains = chains(&Search { key, needles: needles(&parts, fold), parts: &parts, beside });
        (!chains.is_empty()).then(|| settle(text.text(), key, &parts, chains))
    })
}

/// Whether and where a single part of a quotation stands, for those that look for the nearest passage.
pub(super) fn part_places(text: &Searchable<'_>, part: &Part) -> Vec<Span> {
    let key = text.typography();
    let needles: Vec<Key> =
        part.literals.iter().map(|literal| fold::key(literal, Fold::TYPOGRAPHY)).collect();
    let places = needles.iter().flat_map(|needle| places(key, (&key.text, 0), needle).take(MOST_STEPS));
    places.map(|place| key.raw(place)).collect()
}

struct Search<'s> {
    key: &'s Key,
    parts: &'s [Part],
    /// The ways to read each part, folded as the text is.
    needles: Vec<Vec<Key>>,
    beside: &'s Beside<'s>,
}

fn needles(parts: &[Part], fold: Fold) -> Vec<Vec<Key>> {
    let folded = |part: &Part| part.literals.iter().map(|literal| fold::key(literal, fold)).collect();
    parts.iter().map(folded).collect()
}

/// Where each part of a quotation stands in the folded text, in order.
type Chain = Vec<Span>;

/// All ways to find the parts in order, the tightest around each place of the longest part.
fn chains(search: &Search<'_>) -> Vec<Chain> {
    let sizes = search.needles.iter().enumerate();
    let longest = sizes.max_by_key(|(_, needles)| needles.first().map(|needle| needle.text.len()));
    let Some((anchor, needles)) = longest else { return Vec::new() };
    let mut found: Vec<Chain> = Vec::new();
    for needle in needles {
        for place in places(search.key, (&search.key.text, 0), needle).take(MOST_ANCHORS) {
            found.extend(chain(search, anchor, place));
        }
    }
    found.sort_by_key(|chain| (extent(chain).end, std::cmp::Reverse(extent(chain).start)));
    // Of several beginnings with one end the nearest is meant.
    found.dedup_by_key(|chain| extent(chain).end);
    found.sort_by_key(|chain| extent(chain).start);
    found.dedup_by_key(|chain| extent(chain).start);
    let clean = |chain: &Chain| {
        let Span { start, end } = extent(chain);
        !edge::inside(&search.key.text, start) && !edge::inside(&search.key.text, end)
    };
    if found.iter().any(clean) {
        found.retain(clean);
    }
    found
}

fn extent(chain: &[Span]) -> Span {
    let start = chain.first().map_or(0, |first| first.start);
    Span::new(start, chain.last().map_or(start, |last| last.end))
}

fn chain(search: &Search<'_>, anchor: usize, place: Span) -> Option<Chain> {
    let (head, tail) = search.needles.split_at(anchor);
    let mut gaps = search.parts.iter().map(|part| &part.gap).skip(1);
    let left_gaps: Vec<&Gap> = gaps.by_ref().take(anchor).collect();
    let left = walk(search, place, head.iter().rev().zip(left_gaps.into_iter().rev()), backward);
    let right = walk(search, place, tail.iter().skip(1).zip(gaps), onward);
    let right =
        right.into_iter().find(|chain| fits(search, chain.last().copied().unwrap_or(place), Side::Right))?;
    let left =
        left.into_iter().find(|chain| fits(search, chain.last().copied().unwrap_or(place), Side::Left))?;
    Some(left.into_iter().rev().chain(std::iter::once(place)).chain(right).collect())
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

/// Whether what was asked for beside the quotation stands beside its outermost part.
fn fits(search: &Search<'_>, outermost: Span, side: Side) -> bool {
    let raw = search.key.raw(outermost);
    match side {
        Side::Left => search.beside.fit_before(raw.start),
        Side::Right => search.beside.fit_after(raw.end),
    }
}

/// A way to look for a part from a place, through a gap.
type Step = fn(&Search<'_>, Span, (&[Key], &Gap)) -> Vec<Span>;

/// All ways to go on from `place` through the parts given, nearest first; the parts' places in the order of the walk.
fn walk<'s>(
    search: &Search<'_>,
    place: Span,
    parts: impl Iterator<Item = (&'s Vec<Key>, &'s Gap)>,
    step: Step,
) -> Vec<Chain> {
    let mut chains: Vec<Chain> = vec![Vec::new()];
    for (needles, gap) in parts {
        let mut longer: Vec<Chain> = Vec::new();
        for chain in &chains {
            let from = chain.last().copied().unwrap_or(place);
            for next in step(search, from, (needles, gap)) {
                let known = longer.iter().any(|other| other.last() == Some(&next));
                if !known && longer.len() < MOST_STEPS {
                    longer.push(chain.iter().copied().chain(std::iter::once(next)).collect());
                }
            }
        }
        chains = longer;
    }
    chains
}

fn onward(search: &Search<'_>, from: Span, (needles, gap): (&[Key], &Gap)) -> Vec<Span> {
    let rest = search.key.text.get(from.end..).unwrap_or_default();
    let window = head_chars(rest, gap.most).len();
    let mut found = Vec::new();
    for needle in needles {
        let reach = floor_char_boundary(rest, window.saturating_add(needle.text.len()));
        let near = rest.get(..reach).unwrap_or_default();
        let places = places(search.key, (near, from.end), needle);
        found.extend(
            places.filter(|place| joined(search, Span::new(from.end, place.start), gap)).take(MOST_STEPS),
        );
    }
    found.sort_unstable();
    found
}

fn backward(search: &Search<'_>, from: Span, (needles, gap): (&[Key], &Gap)) -> Vec<Span> {
    let head = search.key.text.get(..from.start).unwrap_or_default();
    let window = tail_chars(head, gap.most).len();
    let mut found = Vec::new();
    for needle in needles {
        let start =
            floor_char_boundary(head, head.len().saturating_sub(window.saturating_add(needle.text.len())));
        let near = head.get(start..).unwrap_or_default();
        let places = places(search.key, (near, start), needle);
        found.extend(places.filter(|place| joined(search, Span::new(place.end, from.start), gap)));
    }
    found.sort_unstable();
    found.reverse();
    found.truncate(MOST_STEPS);
    found
}

/// Whether a mark explains the passage `between` two parts.
fn joined(search: &Search<'_>, between: Span, gap: &Gap) -> bool {
    let words = between.of(&search.key.text);
    if words.chars().count() > gap.most || inserts_negation(words, &gap.inserted) {
        return false;
    }
    let starts = gap.ending || !edge::inside(&search.key.text, between.start);
    let ends = !edge::inside(&search.key.text, between.end);
    starts && ends && (!gap.ending || words.trim_start_matches(is_wordy).trim().is_empty())
}

/// A bracket that negates what the text does not is no reading of the text.
fn inserts_negation(words: &str, inserted: &str) -> bool {
    let negates = |text: &str| words::spans(text).any(|span| is_negation(&words::lower(span.of(text))));
    negates(inserted) && !negates(words)
}

/// The places of `needle` in a stretch of the folded text that begins at byte `from`.
fn places<'k>(
    key: &'k Key,
    (near, from): (&'k str, usize),
    needle: &'k Key,
) -> impl Iterator<Item = Span> + 'k {
    let words = needle.text.trim();
    let lead = needle.text.len() - needle.text.trim_start().len();
    let all = hits(near, words).map(move |at| Span::new(from + at, from + at + words.len()));
    let quoted = Span::new(lead, lead + words.len());
    all.filter(move |place| key.holds(*place, (needle, quoted)) && !edge::parts_accent(&key.text, place.end))
}

fn head_chars(text: &str, most: usize) -> &str {
    let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

fn tail_chars(text: &str, most: usize) -> &str {
    let start = text.char_indices().rev().take(most).last().map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

fn settle(text: &str, key: &Key, parts: &[Part], chains: Vec<Chain>) -> Located {
    let mut places: Vec<Span> = chains.iter().map(|chain| key.raw(extent(chain))).collect();
    places.truncate(Located::MOST_PLACES);
    let chain = chains.into_iter().next().unwrap_or_default();
    let gaps: Vec<Span> = chain.windows(2).map(|pair| gap_between(key, pair)).collect();
    let span = places.first().copied();
    if places.len() > 1 {
        let picks = beside::picks(text, &places);
        return Located { status: Status::Ambiguous, span, places, picks, ..Located::nowhere() };
    }
    let removed =
        gaps.iter().zip(parts.iter().skip(1)).filter_map(|(gap, part)| removes(text, *gap, &part.gap));
    let mut flags = flags(text, span.unwrap_or_default());
    flags.extend(removed.map(Flag::ElisionRemoves));
    Located { status: Status::Edited, span, places, flags, gaps, ..Located::nowhere() }
}

fn gap_between(key: &Key, pair: &[Span]) -> Span {
    let left = pair.first().map_or(0, |part| key.raw(*part).end);
    let right = pair.last().map_or(left, |part| key.raw(*part).start);
    Span::new(left, right.max(left))
}

/// The negation, else the number, else the name that a gap of the text holds and the quoter's words do not.
fn removes(text: &str, gap: Span, mark: &Gap) -> Option<Clip> {
    let kept: Vec<String> =
        words::spans(&mark.inserted).map(|span| words::lower(span.of(&mark.inserted))).collect();
    let spans = words::spans(gap.of(text)).map(|span| span.shifted(gap.start));
    let lost: Vec<(Span, String)> = spans
        .map(|span| (span, words::lower(span.of(text))))
        .filter(|(_, word)| !kept.contains(word))
        .collect();
    let negation = lost.iter().find(|(_, word)| is_negation(word));
    let number = || lost.iter().find(|(_, word)| is_number(word));
    let name = || lost.iter().find(|(span, word)| is_name(text, *span, word));
    let (at, _) = negation.or_else(number).or_else(name)?;
    Some(Clip { word: at.of(text).to_owned(), at: *at })
}

/// A word with a capital within a sentence that the text nowhere writes without.
fn is_name(text: &str, at: Span, word: &str) -> bool {
    if is_shouted(text, at) {
        return false;
    }
    let head = before(text, at.start).is_some_and(|letter| letter == ' ' || letter == '\n');
    let within =
        text.get(..at.start).is_some_and(|head| head.trim_end().ends_with(|l: char| is_wordy(l) || l == ','));
    let capital = after(text, at.start).is_some_and(char::is_uppercase);
    let whole = |found: usize| !edge::inside(text, found) && !edge::inside(text, found + word.len());
    // The month is written like a verb that any text holds.
    let month = word == "may" && capital;
    head && within && capital && (month || !is_common(word) && !hits(text, word).any(whole))
}

/// Whether the word stands among others in capitals, which then mean nothing.
fn is_shouted(text: &str, at: Span) -> bool {
    let shouts = |word: &str| word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_lowercase);
    let next = text.get(at.end..).and_then(|rest| words::spans(rest).next().map(|span| span.of(rest)));
    shouts(at.of(text)) && next.is_none_or(shouts)
}

#[cfg(test)]
#[path = "edited_tests.rs"]
mod tests;
