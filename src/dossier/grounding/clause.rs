//! How far does a negation reach: over a time to its "that", back to the sentence before, to the end of its clause.

use crate::span::Span;

/// The words of a text with their places.
type Words = [(Span, String)];

/// Whether `word` is a verb whose object is a whole statement.
pub(super) fn is_denial(word: &str) -> bool {
    ["denied", "denies", "deny", "denying"].contains(&word)
}

/// The "that" of a denial at `at`, if only when, where or how stands before it: "denied on Monday that".
pub(super) fn that(text: &str, words: &Words, at: usize) -> Option<usize> {
    const REACH: usize = 9;
    #[rustfmt::skip]
    const ASIDES: [&str; 37] = [
        "on", "in", "at", "to", "during", "before", "after", "through", "via", "from", "for", "under",
        "again", "later", "earlier", "last", "this", "once", "twice", "yesterday", "today", "repeatedly",
        "also", "however", "then", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
        "sunday", "always", "even", "when", "outright", "throughout",
    ];
    let aside = word(words, at + 1);
    if !ASIDES.contains(&aside) && !aside.ends_with("ly") {
        return None;
    }
    // "denied this report that …": what is denied is the report.
    let timely = |at: usize| TIMES.contains(&word(words, at));
    if aside == "this" && !timely(at + 2) {
        return None;
    }
    let that = (at + 2..at + REACH).find(|next| word(words, *next) == "that")?;
    (!(at..that).any(|at| ends_sentence(text, words, at))).then_some(that)
}

const TIMES: [&str; 8] = ["week", "month", "year", "morning", "evening", "afternoon", "time", "summer"];

/// Whether the denial at `at` points back to the sentence before: "The ministry denied this."
pub(super) fn points_back(text: &str, words: &Words, at: usize) -> bool {
    const BACK: [&str; 4] = ["this", "it", "that", "them"];
    BACK.contains(&word(words, at + 1)) && ends_clause(text, words, at + 1)
}

/// For each word, whether it stands in a sentence that the next one denies as a whole.
pub(super) fn disowned(text: &str, words: &Words) -> Vec<bool> {
    let mut list = vec![false; words.len()];
    for at in (0..words.len()).filter(|at| is_denial(word(words, *at)) && points_back(text, words, *at)) {
        let mut ends = (0..at).rev().filter(|at| ends_sentence(text, words, *at));
        let Some(last) = ends.next() else { continue };
        let first = ends.next().map_or(0, |end| end + 1);
        list.iter_mut().skip(first).take(last + 1 - first).for_each(|slot| *slot = true);
    }
    list
}

/// For each word, whether "none of" opens its clause.
pub(super) fn about_none(text: &str, words: &Words) -> Vec<bool> {
    let mut list = vec![false; words.len()];
    let mut open = false;
    for (at, slot) in list.iter_mut().enumerate() {
        open |= word(words, at) == "none" && word(words, at + 1) == "of";
        open &= !TURNS.contains(&word(words, at));
        *slot = open;
        open &= !ends_clause(text, words, at);
    }
    list
}

/// Words that open another clause.
const TURNS: [&str; 12] = [
    "but", "and", "while", "although", "though", "which", "who", "that", "because", "when", "after", "since",
];

/// Whether the word at `at` is the "yet" of "has yet to answer".
pub(super) fn still_to_come(words: &Words, at: usize) -> bool {
    const HAVE: [&str; 8] = ["has", "have", "had", "is", "are", "was", "were", "having"];
    word(words, at) == "yet"
        && word(words, at + 1) == "to"
        && at.checked_sub(1).is_some_and(|last| HAVE.contains(&word(words, last)))
}

fn word(words: &Words, at: usize) -> &str {
    words.get(at).map_or("", |(_, word)| word)
}

/// Whether a sentence ends behind the word at `at`, or the text.
fn ends_sentence(text: &str, words: &Words, at: usize) -> bool {
    gap(text, words, at).is_none_or(|gap| gap.contains(['.', '!', '?', ';']))
}

fn ends_clause(text: &str, words: &Words, at: usize) -> bool {
    gap(text, words, at).is_none_or(|gap| gap.contains(['.', '!', '?', ';', ':', ',', '—', '–']))
}

/// What stands between the word at `at` and the next.
fn gap<'t>(text: &'t str, words: &Words, at: usize) -> Option<&'t str> {
    let (here, next) = (words.get(at)?.0, words.get(at + 1)?.0);
    text.get(here.end..next.start)
}
