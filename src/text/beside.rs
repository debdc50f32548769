//! Do the words that stand beside a place agree with a prefix and a suffix.

use super::edge;
use super::fold::{self, Fold};
use super::key::Key;
use super::{Pick, Searchable, Selector, words};
use crate::span::{Span, floor_char_boundary};

/// How much of a prefix or suffix is looked at: more is never needed to pick a place.
const LONGEST: usize = 512;

/// How well the words beside a place agree with those asked for; the better is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    /// All that was asked for stands there.
    pub(super) full: bool,
    /// How many whole words next to the place agree, if not all do.
    words: usize,
}

/// The prefix and suffix of a selector, folded; empty if there are none.
#[derive(Debug)]
pub(super) struct Beside<'s> {
    text: &'s str,
    key: Option<&'s Key>,
    prefix: String,
    suffix: String,
}

impl<'s> Beside<'s> {
    pub(super) fn new(text: &'s Searchable<'_>, selector: &Selector<'_>) -> Self {
        let given = |side: Option<&str>| side.is_some_and(|words| !words.trim().is_empty());
        if !given(selector.prefix) && !given(selector.suffix) {
            return Self { text: text.text(), key: None, prefix: String::new(), suffix: String::new() };
        }
        let (key, fold) = text.loosest();
        let folded = |side: Option<&str>| fold::folded(side.unwrap_or_default(), fold);
        let (prefix, suffix) = (folded(selector.prefix), folded(selector.suffix));
        let prefix = tail(&prefix, LONGEST).to_owned();
        let suffix = head(&suffix, LONGEST).to_owned();
        Self { text: text.text(), key: Some(key), prefix, suffix }
    }

    /// Whether nothing was asked for.
    pub(super) const fn is_empty(&self) -> bool {
        self.key.is_none()
    }

    /// How well the words beside `place` agree.
    pub(super) fn fit(&self, place: Span) -> Fit {
        if self.fit_before(place.start) && self.fit_after(place.end) {
            return Fit { full: true, words: 0 };
        }
        let words =
            agreeing(self.left(place.start).split_whitespace().rev(), self.prefix.split_whitespace().rev())
                + agreeing(self.right(place.end).split_whitespace(), self.suffix.split_whitespace());
        Fit { full: false, words }
    }

    /// Whether the prefix stands right before byte `at`.
    pub(super) fn fit_before(&self, at: usize) -> bool {
        self.prefix.is_empty() || (ends_with(self.left(at), &self.prefix) && !edge::inside(self.text, at))
    }

    /// Whether the suffix stands right after byte `at`.
    pub(super) fn fit_after(&self, at: usize) -> bool {
        self.suffix.is_empty() || (starts_with(self.right(at), &self.suffix) && !edge::inside(self.text, at))
    }

    fn left(&self, at: usize) -> &str {
        tail(self.key.and_then(|key| key.text.get(..key.at_raw(at))).unwrap_or_default(), 2 * LONGEST)
    }

    fn right(&self, at: usize) -> &str {
        head(self.key.and_then(|key| key.text.get(key.at_raw(at)..)).unwrap_or_default(), 2 * LONGEST)
    }
}

/// For each of several places the shortest words beside it that no other place has, if eight words are enough.
pub(super) fn picks(text: &str, places: &[Span]) -> Vec<Option<Pick>> {
    const MOST_WORDS: usize = 8;
    let befores: Vec<Vec<String>> =
        places.iter().map(|place| sides_before(text, *place, MOST_WORDS)).collect();
    let afters: Vec<Vec<String>> = places.iter().map(|place| sides_after(text, *place, MOST_WORDS)).collect();
    let alone = |sides: &[Vec<String>], index: usize, count: usize| {
        let mine = sides.get(index).and_then(|words| words.get(count))?;
        let others = sides.iter().enumerate().filter(|(other, _)| *other != index);
        let same = |theirs: &Vec<String>| theirs.get(count).is_some_and(|words| fold_equal(words, mine));
        (!others.into_iter().any(|(_, theirs)| same(theirs))).then(|| mine.clone())
    };
    let pick = |index: usize| {
        (0..MOST_WORDS).find_map(|count| {
            let prefix = alone(&befores, index, count).map(Pick::Prefix);
            prefix.or_else(|| alone(&afters, index, count).map(Pick::Suffix))
        })
    };
    (0..places.len()).map(pick).collect()
}

/// The last word before `place`, the last two, and so on, as printed but on one line.
fn sides_before(text: &str, place: Span, most: usize) -> Vec<String> {
    let from = floor_char_boundary(text, place.start.saturating_sub(LONGEST));
    let near = Span::new(from, place.start).of(text);
    let starts: Vec<Span> = words::spans(near).collect();
    let sides = starts.iter().rev().take(most);
    sides.map(|word| one_line(near.get(word.start..).unwrap_or_default())).collect()
}

/// The first word after `place`, the first two, and so on, as printed but on one line.
fn sides_after(text: &str, place: Span, most: usize) -> Vec<String> {
    let to = floor_char_boundary(text, place.end.saturating_add(LONGEST));
    let near = Span::new(place.end, to).of(text);
    words::spans(near).take(most).map(|word| one_line(near.get(..word.end).unwrap_or_default())).collect()
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fold_equal(one: &str, other: &str) -> bool {
    let bare = |text: &str| fold::folded(text, Fold::CASE).trim_matches(is_loose).to_owned();
    bare(one) == bare(other)
}

fn tail(words: &str, most: usize) -> &str {
    let mut from = words.len().saturating_sub(most);
    while !words.is_char_boundary(from) {
        from += 1;
    }
    words.get(from..).unwrap_or_default()
}

fn head(words: &str, most: usize) -> &str {
    words.get(..floor_char_boundary(words, most)).unwrap_or_default()
}

/// Signs between the words do not count, unless nothing else was asked for.
fn ends_with(left: &str, prefix: &str) -> bool {
    let bare = prefix.trim_end_matches(is_loose);
    if bare.is_empty() {
        left.trim_end().ends_with(prefix)
    } else {
        left.trim_end_matches(is_loose).ends_with(bare)
    }
}

fn starts_with(right: &str, suffix: &str) -> bool {
    let bare = suffix.trim_start_matches(is_loose);
    if bare.is_empty() {
        return right.trim_start().starts_with(suffix);
    }
    right.trim_start_matches(is_loose).starts_with(bare)
}

fn is_loose(letter: char) -> bool {
    !letter.is_alphanumeric()
}

fn agreeing<'a>(ones: impl Iterator<Item = &'a str>, others: impl Iterator<Item = &'a str>) -> usize {
    ones.zip(others).take_while(|(one, other)| one == other).count()
}
