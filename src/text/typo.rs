//! Where does a few letters' quotation stand if it is misspelt.

use crate::span::{Span, floor_char_boundary};

/// The longest quotation that is looked for letter by letter, in bytes.
const LONGEST: usize = 128;

/// The passage of `hay` that takes the fewest changes of single letters to become `needle`: at most one in four.
/// Bit-parallel (Myers 1999): one step for each byte of the text.
pub(super) fn nearest(hay: &str, needle: &str) -> Option<Span> {
    let size = needle.len();
    if size > LONGEST || needle.chars().count() < 4 {
        return None;
    }
    let most = size / 4;
    let mut best: Option<(usize, usize)> = None;
    scan(hay.as_bytes(), needle.as_bytes(), |end, distance| {
        if distance <= most && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, end));
        }
    });
    let (distance, end) = best?;
    let start = start_of(hay.as_bytes().get(..end)?, needle.as_bytes(), distance);
    let start = floor_char_boundary(hay, start);
    let whole = end + hay.as_bytes().get(end..)?.iter().take_while(|byte| **byte & 0xC0 == 0x80).count();
    Some(Span::new(start, whole))
}

/// Calls `report` with each end of a passage and its distance from `needle`.
fn scan(hay: &[u8], needle: &[u8], mut report: impl FnMut(usize, usize)) {
    let peq = masks(needle.iter().copied());
    let top = 1_u128 << (needle.len() - 1);
    let (mut plus, mut minus) = (u128::MAX, 0_u128);
    let mut distance = needle.len();
    for (at, byte) in hay.iter().enumerate() {
        let eq = peq[usize::from(*byte)];
        let cross = eq | minus;
        let diagonal = (((eq & plus).wrapping_add(plus)) ^ plus) | eq;
        let (up, down) = (minus | !(diagonal | plus), plus & diagonal);
        distance = distance + usize::from(up & top != 0) - usize::from(down & top != 0);
        let (up, down) = (up << 1, down << 1);
        plus = down | !(cross | up);
        minus = up & cross;
        report(at + 1, distance);
    }
}

fn masks(needle: impl Iterator<Item = u8>) -> Vec<u128> {
    let mut masks = vec![0_u128; 256];
    for (bit, byte) in needle.enumerate() {
        masks[usize::from(byte)] |= 1 << bit;
    }
    masks
}

/// The same scan backwards from the passage's end finds its start.
fn start_of(head: &[u8], needle: &[u8], distance: usize) -> usize {
    let near: Vec<u8> = head.iter().rev().take(needle.len() + distance).copied().collect();
    let backwards: Vec<u8> = needle.iter().rev().copied().collect();
    let mut best = (usize::MAX, 0);
    scan_anchored(&near, &backwards, |end, found| {
        if found < best.0 {
            best = (found, end);
        }
    });
    head.len() - best.1
}

/// As [`scan`], but passages must begin at the first byte: a prefix's distance, row by row.
fn scan_anchored(hay: &[u8], needle: &[u8], mut report: impl FnMut(usize, usize)) {
    let mut column: Vec<usize> = (0..=needle.len()).collect();
    for (at, byte) in hay.iter().enumerate() {
        let mut corner = std::mem::replace(&mut column[0], at + 1);
        for row in 0..needle.len() {
            let same = corner + usize::from(needle[row] != *byte);
            corner = column[row + 1];
            column[row + 1] = same.min(corner + 1).min(column[row] + 1);
        }
        report(at + 1, column[needle.len()]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_word_is_found() {
        let hay = "the foreign ministry denied it";
        assert_eq!(nearest(hay, "minstry").map(|span| span.of(hay)), Some("ministry"));
        assert_eq!(nearest(hay, "fore ign ministry").map(|span| span.of(hay)), Some("foreign ministry"));
    }

    #[test]
    fn another_word_is_not() {
        assert_eq!(nearest("the foreign ministry denied it", "parliament"), None);
        assert_eq!(nearest("", "word"), None);
    }
}
