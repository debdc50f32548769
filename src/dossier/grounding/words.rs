//! Which words stand around a place in a text.

use crate::span::Span;

/// The words of `text` in small letters, with their places; an apostrophe inside a word belongs to it.
pub(super) fn words(text: &str) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_alphanumeric() || (matches!(c, '\'' | '’') && start.is_some());
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let word = Span::new(from, at);
                let low = word.of(text).trim_end_matches(['\'', '’']).to_lowercase().replace('’', "'");
                found.push((word, low));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// The words before and after a place, nearest first, as far as they can matter.
pub(super) fn around(words: &[(Span, String)], place: Span) -> (Vec<&str>, Vec<&str>) {
    const REACH: usize = 3;
    let first = words.partition_point(|(span, _)| span.end <= place.start);
    let after = words.partition_point(|(span, _)| span.start < place.end);
    let before = words.iter().take(first).rev().take(REACH).map(|(_, word)| word.as_str()).collect();
    (before, words.iter().skip(after).take(REACH).map(|(_, word)| word.as_str()).collect())
}

/// Whether two words are forms of one: "withdraw" and "withdrawing".
pub(super) fn kin(one: &str, other: &str) -> bool {
    const ENDINGS: [&str; 8] = ["", "s", "es", "e", "ed", "d", "ing", "'s"];
    let shared =
        one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>();
    let ending = |word: &str| word.get(shared..).is_some_and(|end| ENDINGS.contains(&end));
    one == other || (shared >= 3 && ending(one) && ending(other))
}
