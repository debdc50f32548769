//! Which runs of identical words do two texts share.

use super::Searchable;
use super::words::{Words, mix};
use crate::span::Span;

/// Words that two texts have in common, in order and without a gap. Case, punctuation and line breaks do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SharedRun {
    /// Where they stand in the first text.
    pub first: Span,
    /// Where they stand in the second text.
    pub second: Span,
    /// How many words they are.
    pub words: usize,
}

/// How many of several places with the same beginning are compared.
const MOST_PLACES: usize = 16;

/// The runs of at least `least` identical words, in the second text's order; no word of it is in two of them.
#[must_use]
pub fn shared_runs(first: &Searchable<'_>, second: &Searchable<'_>, least: usize) -> Vec<SharedRun> {
    let (mine, theirs) = (first.words(), second.words());
    let least = least.max(1);
    let shingles = Shingles::of(mine, least);
    let mut found: Vec<SharedRun> = Vec::new();
    let mut at = 0_usize;
    let mut taken = 0;
    while let Some(beginning) = theirs.hashes.get(at..at.saturating_add(least)) {
        let longest = shingles.places(beginning).map(|place| (common(mine, place, theirs, at), place));
        // Of equally long runs the first is meant.
        let longest = longest.reduce(|best, next| if next.0 > best.0 { next } else { best });
        let Some((words, place)) = longest.filter(|(words, _)| *words >= least) else {
            at += 1;
            continue;
        };
        let back = common_before(mine, place, theirs, at).min(at - taken);
        let (from, to) = (at - back, at + words - 1);
        if let Some((first, second)) = mine.span(place - back, place + words - 1).zip(theirs.span(from, to)) {
            found.push(SharedRun { first, second, words: words + back });
        }
        at += words;
        taken = at;
    }
    found
}

/// Where each run of so many words begins, sorted by its words.
struct Shingles<'w> {
    words: &'w Words,
    places: Vec<(u64, usize)>,
}

impl<'w> Shingles<'w> {
    fn of(words: &'w Words, size: usize) -> Self {
        let runs = words.hashes.windows(size).enumerate();
        let mut places: Vec<(u64, usize)> = runs.map(|(at, run)| (mix(run), at)).collect();
        places.sort_unstable();
        Self { words, places }
    }

    fn places(&self, run: &[u64]) -> impl Iterator<Item = usize> {
        let hash = mix(run);
        let from = self.places.partition_point(|place| place.0 < hash);
        let same =
            self.places.get(from..).unwrap_or_default().iter().take_while(move |place| place.0 == hash);
        let words = self.words.hashes.len();
        same.take(MOST_PLACES).map(|place| place.1).filter(move |at| *at < words)
    }
}

fn common(mine: &Words, place: usize, theirs: &Words, at: usize) -> usize {
    let ones = mine.hashes.get(place..).unwrap_or_default();
    let others = theirs.hashes.get(at..).unwrap_or_default();
    ones.iter().zip(others).take_while(|(one, other)| one == other).count()
}

fn common_before(mine: &Words, place: usize, theirs: &Words, at: usize) -> usize {
    let ones = mine.hashes.get(..place).unwrap_or_default();
    let others = theirs.hashes.get(..at).unwrap_or_default();
    ones.iter().rev().zip(others.iter().rev()).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared<'t>(one: &'t str, other: &'t str, least: usize) -> Vec<(&'t str, &'t str, usize)> {
        let runs = shared_runs(&Searchable::new(one), &Searchable::new(other), least);
        runs.iter().map(|run| (run.first.of(one), run.second.of(other), run.words)).collect()
    }

    #[test]
    fn runs_are_found_whatever_case_signs_and_line_breaks() {
        let one = "First: the ferry sank “off the cape” on Sunday night.";
        let other = "Police say The Ferry\nsank off the cape on Monday.";
        assert_eq!(
            shared(one, other, 5),
            [("the ferry sank “off the cape” on", "The Ferry\nsank off the cape on", 7)]
        );
        assert_eq!(shared(one, other, 8), []);
    }

    #[test]
    fn one_text_may_say_twice_what_the_other_says_once() {
        let found = shared("a b c d", "a b c d x a b c d", 4);
        assert_eq!(found.len(), 2);
        assert!(shared("", "a b", 1).is_empty());
    }

    #[test]
    fn one_word_again_and_again_takes_no_longer() {
        let one = "na ".repeat(30_000);
        assert_eq!(shared(&one, &one, 8).len(), 1);
    }
}
