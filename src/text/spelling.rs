//! Is a name that a text lacks there under a similar spelling.

use super::words;
use crate::span::Span;

/// Where `text` prints a name whose spelling differs from `name` by at most two letters and begins with the same ones,
/// word for word: a spelling to propose. Short names must be closer.
#[must_use]
pub fn propose_spelling(text: &str, name: &str) -> Option<Span> {
    let wanted: Vec<Vec<char>> = words::spans(name).map(|span| span.of(name).chars().collect()).collect();
    let printed: Vec<Span> = words::spans(text).collect();
    let budget = match wanted.iter().map(Vec::len).max()? {
        0..=3 => return None,
        4..=5 => 1,
        _ => 2,
    };
    let mut best: Option<(usize, Span)> = None;
    for window in printed.windows(wanted.len()) {
        let Some(distance) = distance(text, window, &wanted, budget) else { continue };
        if best.is_none_or(|(least, _)| distance < least) {
            let (first, last) = (window.first()?, window.last()?);
            best = Some((distance, Span::new(first.start, bare_end(text, *last))));
        }
    }
    best.map(|(_, span)| span)
}

/// The letters that tell the words apart, if there are some and they are few.
fn distance(text: &str, window: &[Span], wanted: &[Vec<char>], budget: usize) -> Option<usize> {
    let mut sum = 0;
    for (span, word) in window.iter().zip(wanted) {
        let span = Span::new(span.start, bare_end(text, *span));
        let mut letters = span.of(text).chars();
        let initial = word.first().copied()?;
        if letters.next() != Some(initial) || span.len().abs_diff(word.len()) > 2 * budget {
            return None;
        }
        let letters: Vec<char> = span.of(text).chars().collect();
        sum += strsim::generic_damerau_levenshtein(&letters, word);
        if sum > budget {
            return None;
        }
    }
    (sum > 0 && wanted.iter().any(|word| word.first().is_some_and(|letter| letter.is_uppercase())))
        .then_some(sum)
}

/// The end of a word without its possessive.
fn bare_end(text: &str, word: Span) -> usize {
    let letters = word.of(text);
    let bare = letters.strip_suffix("'s").or_else(|| letters.strip_suffix("’s")).unwrap_or(letters);
    word.start + bare.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposed<'t>(text: &'t str, name: &str) -> Option<&'t str> {
        propose_spelling(text, name).map(|span| span.of(text))
    }

    #[test]
    fn a_letter_or_two_make_another_spelling() {
        assert_eq!(proposed("when Alexei Petrow’s car stopped", "Alexey Petrov"), Some("Alexei Petrow"));
        assert_eq!(proposed("the Harbour Organization met", "Organisation"), Some("Organization"));
    }

    #[test]
    fn another_name_or_another_initial_does_not() {
        assert_eq!(proposed("Ivan and Evan met", "Ivan"), None);
        assert_eq!(proposed("the Bakery", "Baker"), Some("Bakery"));
        assert_eq!(proposed("Moldova votes", "Golgova"), None);
        assert_eq!(proposed("Iraq votes", "Iran"), Some("Iraq"));
        assert_eq!(proposed("UN votes", "UK"), None);
    }
}
