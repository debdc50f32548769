//! Which words does a text consist of, and where does each of them occur.

use unicode_normalization::UnicodeNormalization;

use super::edge::{initials, joins};
use super::letter::{after, is_invisible, is_mark, is_single_quote, is_unspaced, is_wordy};
use crate::span::Span;

/// The words of one text in order, each known by the hash of its folded letters.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Where each word stands.
    pub(super) spans: Vec<Span>,
    /// What each word reads like, whatever its case and apostrophes.
    pub(super) hashes: Vec<u64>,
    places: Vec<(u64, u32)>,
}

impl Words {
    /// Reads `text` once.
    pub(super) fn of(text: &str) -> Self {
        let spans: Vec<Span> = spans(text).collect();
        let hashes: Vec<u64> = spans.iter().map(|span| hash(span.of(text))).collect();
        Self { spans, hashes, places: Vec::new() }
    }

    /// Reads `text` once and sorts its words, so that [`Words::places`] can be asked.
    pub(super) fn indexed(text: &str) -> Self {
        let mut words = Self::of(text);
        let numbered = words.hashes.iter().enumerate();
        words.places =
            numbered.map(|(index, hash)| (*hash, u32::try_from(index).unwrap_or(u32::MAX))).collect();
        words.places.sort_unstable();
        words
    }

    /// The word numbers at which a word of that hash occurs, in order.
    pub(super) fn places(&self, hash: u64) -> impl ExactSizeIterator<Item = usize> + '_ {
        let from = self.places.partition_point(|place| place.0 < hash);
        let to = self.places.partition_point(|place| place.0 <= hash);
        let found = self.places.get(from..to).unwrap_or_default();
        found.iter().map(|place| place.1 as usize)
    }

    /// From the first byte of word `first` to the last byte of word `last`.
    pub(super) fn span(&self, first: usize, last: usize) -> Option<Span> {
        Some(Span::new(self.spans.get(first)?.start, self.spans.get(last)?.end))
    }
}

/// The words of `text` in order: `don't`, `1,000`, `U.S` are one each; scripts without spaces give one a letter.
pub(super) fn spans(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(is_wordy)?;
        at = word_end(text, start);
        Some(Span::new(start, at))
    })
}

/// How many words `text` has.
#[must_use]
pub fn count(text: &str) -> usize {
    spans(text).count()
}

/// A word's letters, without case, apostrophes folded.
pub(super) fn lower(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase().replace('`', "'");
    }
    let letters = word.nfkc().filter(|letter| !is_invisible(*letter));
    letters
        .map(|letter| if is_single_quote(letter) { '\'' } else { letter })
        .flat_map(char::to_lowercase)
        .collect()
}

/// The same for words that differ only in case, apostrophes and invisible characters.
pub(super) fn hash(word: &str) -> u64 {
    if word.is_ascii() {
        return fnv(word.bytes().map(|byte| byte.to_ascii_lowercase()));
    }
    fnv(lower(word).bytes())
}

/// Mixes the hashes of several words into one, in order.
pub(super) fn mix(hashes: &[u64]) -> u64 {
    fnv(hashes.iter().flat_map(|hash| hash.to_le_bytes()))
}

/// FNV-1a: the same on every machine and for every release of the compiler.
pub(super) fn fnv(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes().get(start..).unwrap_or_default();
    let plain = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if plain > 0 && bytes.get(plain).is_none_or(|byte| matches!(byte, b' ' | b'\n' | b'-' | b'"' | b')')) {
        return start + plain;
    }
    let mut end = start;
    let mut prev = '\0';
    for (offset, letter) in text.get(start..).unwrap_or_default().char_indices() {
        if is_invisible(letter) {
            continue;
        }
        let apart = end > start && !is_mark(letter) && (is_unspaced(prev) || is_unspaced(letter));
        if apart || !(is_wordy(letter) || joint(text, start + offset, (prev, letter))) {
            break;
        }
        end = start + offset + letter.len_utf8();
        prev = letter;
    }
    end
}

/// Whether the sign `mid` at byte `at` is a part of the word that goes on after it.
fn joint(text: &str, at: usize, (prev, mid): (char, char)) -> bool {
    let next = after(text, at + mid.len_utf8());
    is_wordy(prev)
        && (next.is_some_and(|next| joins(prev, mid, next)) || (mid == '.' && initials(text, at, at + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        spans(text).map(|span| span.of(text)).collect()
    }

    #[test]
    fn numbers_contractions_and_initials_are_one_word() {
        assert_eq!(
            words("He didn't say “1,000 U.S. troops” (3.5%)."),
            ["He", "didn't", "say", "1,000", "U.S", "troops", "3.5"]
        );
        assert_eq!(
            words("Ends here.Next to it, e.g. this"),
            ["Ends", "here", "Next", "to", "it", "e.g", "this"]
        );
    }

    #[test]
    fn scripts_without_spaces_give_one_word_a_letter() {
        assert_eq!(words("国境 ok"), ["国", "境", "ok"]);
    }

    #[test]
    fn case_and_apostrophes_do_not_make_another_word() {
        assert_eq!(hash("Don’t"), hash("don't"));
        assert_ne!(hash("dont"), hash("don't"));
    }
}
