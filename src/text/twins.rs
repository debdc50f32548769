//! Which sentences of two texts differ by a single word.

use std::collections::BTreeSet;

use super::words::{Words, mix};
use super::{Searchable, sentences};
use crate::span::Span;

/// Two sentences that differ by one word, or by one word that only one of them has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NearTwin {
    /// The sentence of the first text.
    pub first: Span,
    /// The sentence of the second text.
    pub second: Span,
    /// The word of the first; empty if it lacks one.
    pub first_word: Span,
    /// The word of the second; empty if it lacks one.
    pub second_word: Span,
}

/// Sentences with fewer words than this are alike by chance.
const LEAST_WORDS: usize = 6;
/// How many sentences with one half in common are compared.
const MOST_PLACES: usize = 16;

/// A text ready to be held against others: its sentences, and what each begins and ends with.
#[derive(Debug)]
pub struct Twins {
    sentences: Vec<Sentence>,
    halves: Vec<(Half, usize)>,
}

impl Twins {
    /// Reads the sentences of a text.
    #[must_use]
    pub fn of(text: &Searchable<'_>) -> Self {
        let spans = sentences(text.text()).into_iter();
        let read = spans.map(|span| Sentence { span, words: Words::of(span.of(text.text())) });
        let sentences: Vec<Sentence> =
            read.filter(|sentence| sentence.words.hashes.len() >= LEAST_WORDS).collect();
        let mut halves: Vec<(Half, usize)> = Vec::new();
        for (index, sentence) in sentences.iter().enumerate() {
            halves.extend(sentence.halves().map(|half| (half, index)));
        }
        halves.sort_unstable();
        Self { sentences, halves }
    }

    /// The pairs of a sentence of this text and one of `other` that differ by exactly one word, in the order of `other`.
    #[must_use]
    pub fn shared_with(&self, other: &Self) -> Vec<NearTwin> {
        let mut found = Vec::new();
        for sentence in &other.sentences {
            let mut tried: BTreeSet<usize> = BTreeSet::new();
            for half in sentence.halves() {
                let from = self.halves.partition_point(|(known, _)| *known < half);
                let known = self.halves.get(from..).unwrap_or_default().iter();
                let same = known.take_while(|(known, _)| *known == half);
                tried.extend(same.take(MOST_PLACES).map(|(_, index)| *index));
            }
            found.extend(tried.into_iter().filter_map(|index| self.sentences.get(index)?.twin(sentence)));
        }
        found
    }

    /// Hashes of the sentences that `keep` takes: two texts with sentences that differ by one word share one.
    pub fn hashes(&self, keep: impl Fn(Span) -> bool) -> impl Iterator<Item = u64> {
        let kept: Vec<bool> = self.sentences.iter().map(|sentence| keep(sentence.span)).collect();
        let halves = self.halves.iter().filter(move |(_, index)| kept.get(*index).is_some_and(|kept| *kept));
        halves.map(|((size, tail, hash), _)| mix(&[*size as u64, u64::from(*tail), *hash]))
    }
}

/// How many words a half of a sentence has, whether they are its last, and their hash.
type Half = (usize, bool, u64);

#[derive(Debug)]
struct Sentence {
    span: Span,
    words: Words,
}

impl Sentence {
    /// Its beginning and its end, of half its length and of half of one word less. Of two sentences that differ by one
    /// word, one such piece is the same.
    fn halves(&self) -> impl Iterator<Item = Half> + '_ {
        let words = &self.words.hashes;
        let sizes = BTreeSet::from([words.len() / 2, (words.len() - 1) / 2]);
        sizes.into_iter().flat_map(move |size| {
            let head = words.get(..size).map(|half| (size, false, mix(half)));
            let tail = words.get(words.len() - size..).map(|half| (size, true, mix(half)));
            head.into_iter().chain(tail)
        })
    }

    fn twin(&self, other: &Self) -> Option<NearTwin> {
        let (ones, others) = (&self.words.hashes, &other.words.hashes);
        let head = ones.iter().zip(others).take_while(|(one, other)| one == other).count();
        let rest = ones.len().min(others.len()) - head;
        let tails = ones.iter().rev().zip(others.iter().rev()).take(rest);
        let tail = tails.take_while(|(one, other)| one == other).count();
        let left = (ones.len() - head - tail, others.len() - head - tail);
        if !matches!(left, (1, 1) | (0, 1) | (1, 0)) {
            return None;
        }
        Some(NearTwin {
            first: self.span,
            second: other.span,
            first_word: self.word(head, left.0),
            second_word: other.word(head, left.1),
        })
    }

    /// Where word number `at` stands; if there is none that differs, the empty place before it.
    fn word(&self, at: usize, count: usize) -> Span {
        let end = self.words.spans.last().map_or(0, |last| last.end);
        let span = self.words.spans.get(at).copied().unwrap_or(Span::new(end, end));
        let span = if count == 0 { Span::new(span.start, span.start) } else { span };
        span.shifted(self.span.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn twins<'t>(one: &'t str, other: &'t str) -> Vec<(&'t str, &'t str)> {
        let of = |text| Twins::of(&Searchable::new(text));
        let found = of(one).shared_with(&of(other));
        found.iter().map(|twin| (twin.first_word.of(one), twin.second_word.of(other))).collect()
    }

    #[test]
    fn the_word_that_differs_is_found() {
        let one = "Rain fell. The ferry left the harbour at noon with ten cars.";
        assert_eq!(twins(one, "The ferry left the harbour at dawn with ten cars."), [("noon", "dawn")]);
        assert_eq!(twins(one, "The ferry left the old harbour at noon with ten cars."), [("", "old")]);
        assert_eq!(twins(one, "Ferry left the harbour at noon with ten cars."), [("The", "")]);
    }

    #[test]
    fn the_same_sentence_and_another_are_no_twins() {
        let one = "The ferry left the harbour at noon with ten cars.";
        assert_eq!(twins(one, one), []);
        assert_eq!(twins(one, "The ferry left the harbour at dawn with five cars."), []);
        assert_eq!(twins("Short one here.", "Short two here."), []);
    }
}
