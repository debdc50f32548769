//! Does a place in a text lie inside a word or a number.

use super::letter::{
    after, before, is_dash, is_hyphen, is_invisible, is_mark, is_single_quote, is_unspaced, is_wordy,
};

/// Whether a cut at byte `at` would part a word, a number, or a number and its sign.
pub(super) fn inside(text: &str, at: usize) -> bool {
    let (left, right) = around(text, at);
    let (Some(prev), Some(next)) = (before(text, left), after(text, right)) else { return false };
    if is_unspaced(prev) || is_unspaced(next) {
        return false;
    }
    if is_wordy(prev) && is_wordy(next) {
        return true;
    }
    within_joint(text, left, right, (prev, next))
        || parts_sign(text, left, (prev, next))
        || parts_line_end(text, left, right)
}

/// Whether a cut at byte `at` would part a letter from its accent.
pub(super) fn parts_accent(text: &str, at: usize) -> bool {
    let letters = text.get(at..).unwrap_or_default().chars().take(REACH);
    letters.into_iter().find(|letter| !is_invisible(*letter)).is_some_and(is_mark) && at > 0
}

/// Whether `mid` between two letters or two digits is a part of their word: `don't`, `1,000`, `3.5`, `U.S`.
pub(super) fn joins(prev: char, mid: char, next: char) -> bool {
    if prev.is_numeric() && next.is_numeric() {
        return matches!(mid, '.' | ',' | '·' | '٫' | '٬' | ':' | '/') || is_single_quote(mid);
    }
    let letters = prev.is_alphanumeric() && next.is_alphanumeric();
    letters && !is_unspaced(prev) && !is_unspaced(next) && (is_apostrophe(mid) || mid == '·')
}

/// How many invisible or white characters are looked past.
const REACH: usize = 64;

/// The invisible characters around a place do not count.
fn around(text: &str, at: usize) -> (usize, usize) {
    let head = text.get(..at).unwrap_or_default();
    let tail = text.get(at..).unwrap_or_default();
    let onwards = tail
        .chars()
        .take(REACH)
        .take_while(|letter| is_invisible(*letter))
        .map(char::len_utf8)
        .sum::<usize>();
    (without_end(head, is_invisible).len(), at + onwards)
}

/// What is left of `head` without such characters at its end.
fn without_end(head: &str, is: fn(char) -> bool) -> &str {
    let size: usize =
        head.chars().rev().take(REACH).take_while(|letter| is(*letter)).map(char::len_utf8).sum();
    head.get(..head.len() - size).unwrap_or_default()
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ' | '＇')
}

/// `1|,000`, `1,|000`, `U|.S`, `he|'s`.
fn within_joint(text: &str, left: usize, right: usize, (prev, next): (char, char)) -> bool {
    if is_wordy(next) {
        let further = before(text, left - prev.len_utf8());
        return further.is_some_and(|first| joins(first, prev, next))
            || (prev == '.' && initials(text, left - prev.len_utf8(), right));
    }
    let further = after(text, right + next.len_utf8());
    is_wordy(prev)
        && (further.is_some_and(|last| joins(prev, next, last))
            || (next == '.' && initials(text, left, right + next.len_utf8())))
}

/// Whether a full stop between byte `dot` and byte `next` stands between single letters: `U.S`, `p.m`.
pub(super) fn initials(text: &str, dot: usize, next: usize) -> bool {
    let head = text.get(..dot).unwrap_or_default();
    let mut back = head.chars().rev();
    let one_before =
        back.next().is_some_and(char::is_alphabetic) && back.next().is_none_or(|letter| !is_wordy(letter));
    let mut onward = text.get(next..).unwrap_or_default().chars();
    let letter_after = onward.next().is_some_and(char::is_alphabetic);
    one_before && letter_after && onward.next().is_none_or(|letter| !is_wordy(letter))
}

/// `$|5`, `-|5`, `5|%`, and what turns a word into its opposite: `non-|lethal`.
fn parts_sign(text: &str, left: usize, (prev, next): (char, char)) -> bool {
    if prev.is_numeric() {
        return matches!(next, '%' | '‰' | '°' | '％' | '€' | '£' | '$' | '¢');
    }
    let head = text.get(..left - prev.len_utf8()).unwrap_or_default();
    if next.is_numeric() {
        let money =
            matches!(prev, '$' | '€' | '£' | '¥' | '₽' | '₹' | '+' | '±' | '<' | '>' | '≤' | '≥' | '~' | '≈');
        let minus = is_dash(prev) && !matches!(prev, '—' | '―');
        let range = minus && head.chars().next_back().is_some_and(char::is_numeric);
        let signed = minus && head.chars().next_back().is_none_or(char::is_whitespace);
        let decimal = prev == '.' && head.chars().next_back().is_none_or(char::is_whitespace);
        return money || range || signed || decimal;
    }
    is_hyphen(prev) && next.is_alphabetic() && reverses(head)
}

/// Whether `head` ends in a prefix that, with a hyphen, makes the next word mean something else.
fn reverses(head: &str) -> bool {
    const PREFIXES: [&str; 12] =
        ["anti", "counter", "ex", "half", "near", "non", "pseudo", "quasi", "self", "semi", "so", "un"];
    let tail: Vec<char> = head.chars().rev().take(8).take_while(|letter| letter.is_alphabetic()).collect();
    let word: String = tail.iter().rev().flat_map(|letter| letter.to_lowercase()).collect();
    PREFIXES.contains(&word.as_str())
}

/// A word that a hyphen breaks at the end of a line.
fn parts_line_end(text: &str, left: usize, right: usize) -> bool {
    let (head, tail) = (text.get(..left).unwrap_or_default(), text.get(right..).unwrap_or_default());
    let line = without_end(head, char::is_whitespace);
    if head.get(line.len()..).is_some_and(|gap| gap.contains('\n')) {
        return tail.starts_with(char::is_lowercase) && broken_word(line);
    }
    let Some(rest) = tail.strip_prefix(is_hyphen) else { return false };
    let gap: usize =
        rest.chars().take(REACH).take_while(|letter| letter.is_whitespace()).map(char::len_utf8).sum();
    let (gap, next) = rest.split_at(gap);
    head.ends_with(char::is_alphabetic) && gap.contains('\n') && next.starts_with(char::is_lowercase)
}

/// Whether a line ends with a letter and one hyphen.
fn broken_word(line: &str) -> bool {
    line.strip_suffix(is_hyphen).is_some_and(|word| word.ends_with(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` marks the cut.
    fn cut(marked: &str) -> bool {
        let at = marked.find('|').unwrap();
        inside(&marked.replace('|', ""), at)
    }

    #[test]
    fn words_numbers_and_their_signs_are_not_parted() {
        for marked in [
            "bord|er",
            "1,|000 men",
            "1|,000 men",
            "3.|5",
            "he|'s",
            "can|’t",
            "the U.|S. army",
            "the U|.S. army",
            "$|5",
            "at -|5 degrees",
            "70|% of it",
            "non-|lethal",
            "pack-\n|ages",
            "pack|-\nages",
            "bor\u{AD}|der",
            "20–|30",
            "caf|e\u{301}s",
        ] {
            assert!(cut(marked), "{marked}");
        }
    }

    #[test]
    fn the_edges_of_words_are_free() {
        for marked in [
            "the |border",
            "border|.",
            "border|, he",
            "“|border",
            "Russia-|led bloc",
            "1,000| men",
            "the U.S.| army",
            "国|境",
            "end.|Next",
            "Sept. |11",
            "|all",
            "all|",
            "pack -\n|ages",
            "the dogs|' home",
            "said: |5",
        ] {
            assert!(!cut(marked), "{marked}");
        }
    }
}
