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

/// A text ready to be held against others: where each run of so many of its words begins.
#[derive(Debug)]
pub struct Runs<'t> {
    words: &'t Words,
    least: usize,
    /// A hash of each run with the number of its first word, sorted.
    places: Vec<(u64, usize)>,
}

/// The runs of at least `least` identical words, in the second text's order; no word of it is in two of them.
#[must_use]
pub fn shared_runs(first: &Searchable<'_>, second: &Searchable<'_>, least: usize) -> Vec<SharedRun> {
    Runs::of(first, least).shared_with(second)
}

impl<'t> Runs<'t> {
    /// Takes the runs of at least `least` words.
    #[must_use]
    pub fn of(text: &'t Searchable<'_>, least: usize) -> Self {
        let (words, least) = (text.words(), least.max(1));
        let runs = words.hashes.windows(least).enumerate();
        let mut places: Vec<(u64, usize)> = runs.map(|(at, run)| (mix(run), at)).collect();
        places.sort_unstable();
        Self { words, least, places }
    }

    /// The runs of this text that stand in `other`, in the order of `other`; no word of it is in two of them.
    #[must_use]
    pub fn shared_with(&self, other: &Searchable<'_>) -> Vec<SharedRun> {
        let (mine, theirs) = (self.words, other.words());
        let mut found: Vec<SharedRun> = Vec::new();
        let mut at = 0_usize;
        let mut taken = 0;
        while let Some(beginning) = theirs.hashes.get(at..at.saturating_add(self.least)) {
            let longest = self.places(beginning).map(|place| (common(mine, place, theirs, at), place));
            // Of equally long runs the first is meant.
            let longest = longest.reduce(|best, next| if next.0 > best.0 { next } else { best });
            let Some((words, place)) = longest.filter(|(words, _)| *words >= self.least) else {
                at += 1;
                continue;
            };
            let back = common_before(mine, place, theirs, at).min(at - taken);
            let (from, to) = (at - back, at + words - 1);
            if let Some((first, second)) =
                mine.span(place - back, place + words - 1).zip(theirs.span(from, to))
            {
                found.push(SharedRun { first, second, words: words + back });
            }
            at += words;
            taken = at;
        }
        found
    }

    /// A hash of every run of `least` words all of which `keep` takes: two texts that share such a run share its hash.
    pub fn hashes(&self, keep: impl Fn(Span) -> bool) -> impl Iterator<Item = u64> {
        let kept: Vec<bool> = self.words.spans.iter().map(|word| keep(*word)).collect();
        let rows = rows(&kept);
        let whole = move |at: usize| rows.get(at + self.least - 1).is_some_and(|row| *row >= self.least);
        self.places.iter().filter(move |(_, at)| whole(*at)).map(|(hash, _)| *hash)
    }

    fn places(&self, run: &[u64]) -> impl Iterator<Item = usize> {
        let hash = mix(run);
        let from = self.places.partition_point(|place| place.0 < hash);
        let same =
            self.places.get(from..).unwrap_or_default().iter().take_while(move |place| place.0 == hash);
        same.take(MOST_PLACES).map(|place| place.1)
    }
}

/// A hash of every run of `size` words of `text` none of which stands in one of the spans `without`, which are in order:
/// two texts that share such a run share its hash.
#[must_use]
pub fn run_hashes(text: &str, size: usize, without: &[Span]) -> Vec<u64> {
    let words = Words::of(text);
    let size = size.max(1);
    let left_out = |word: &Span| {
        let after = without.partition_point(|span| span.end <= word.start);
        without.get(after).is_some_and(|span| span.meets(*word))
    };
    let kept: Vec<bool> = words.spans.iter().map(|word| !left_out(word)).collect();
    let ends = rows(&kept).into_iter().enumerate().filter(|(_, row)| *row >= size).map(|(end, _)| end + 1);
    ends.filter_map(|end| words.hashes.get(end - size..end)).map(mix).collect()
}

/// How many words before each one, itself included, are kept without a gap.
fn rows(kept: &[bool]) -> Vec<usize> {
    let mut row = 0;
    let rows = kept.iter().map(|kept| {
        row = if *kept { row + 1 } else { 0 };
        row
    });
    rows.collect()
}

impl SharedRun {
    /// The parts of the run of at least `least` words all of which `keep` takes, asked for each word with its place in
    /// the first text and in the second.
    #[must_use]
    pub fn parts(
        &self,
        (first, second): (&Searchable<'_>, &Searchable<'_>),
        least: usize,
        keep: impl Fn(Span, Span) -> bool,
    ) -> Vec<Self> {
        let (mine, theirs) = (within(first, self.first), within(second, self.second));
        let mut parts: Vec<Self> = Vec::new();
        let mut open = false;
        for (one, other) in mine.iter().zip(theirs) {
            let kept = keep(*one, *other);
            match parts.last_mut().filter(|_| open) {
                Some(last) if kept => {
                    (last.first.end, last.second.end) = (one.end, other.end);
                    last.words += 1;
                }
                None if kept => parts.push(Self { first: *one, second: *other, words: 1 }),
                _ => {}
            }
            open = kept;
        }
        parts.retain(|part| part.words >= least);
        parts
    }
}

/// The words of a text within `span`.
fn within<'w>(text: &'w Searchable<'_>, span: Span) -> &'w [Span] {
    let words = &text.words().spans;
    let from = words.partition_point(|word| word.start < span.start);
    let to = words.partition_point(|word| word.end <= span.end);
    words.get(from..to).unwrap_or_default()
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
    fn a_run_is_cut_where_words_are_not_wanted() {
        let one = "The ferry sank off the cape at dawn on Sunday.";
        let (first, second) = (Searchable::new(one), Searchable::new(one));
        let runs = shared_runs(&first, &second, 8);
        let parts = runs[0].parts((&first, &second), 4, |word, _| word.of(one) != "cape");
        let words: Vec<&str> = parts.iter().map(|part| part.first.of(one)).collect();
        assert_eq!(words, ["The ferry sank off the", "at dawn on Sunday"]);
        assert_eq!((parts[0].words, parts[1].words), (5, 4));
    }

    #[test]
    fn runs_are_known_by_their_hashes() {
        let text = "He said go home now and then he left.";
        let speech = Span::new(8, 15);
        let of = |text, without: &[Span]| run_hashes(text, 3, without);
        assert_eq!(of("NOW, and then.", &[]).len(), 1);
        assert!(of(text, &[]).contains(&of("now and then", &[])[0]));
        assert!(of(text, &[speech]).contains(&of("now and then", &[])[0]));
        assert!(!of(text, &[speech]).contains(&of("home now and", &[])[0]));
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
