//! Which words of a text answer which words of a quotation best.

/// How a quotation's words lie on a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Alignment {
    /// The first word of the stretch that answers one of the quotation.
    pub(super) first: usize,
    /// The last one.
    pub(super) last: usize,
    /// The weight of the quotation's words that are answered by themselves.
    pub(super) weight: u32,
    /// How many these are.
    pub(super) same: usize,
}

// A word of the text that is left out costs little, so that a passage is found although a clause is missing;
// another word in place of one costs less than none in its place.
const SCALE: i32 = 8;
const OTHER: i32 = -8;
const ADDED: i32 = -10;
const LEFT_OUT: i32 = -2;
/// How many changed words at either end still belong to the passage.
const MOST_CHANGED: usize = 3;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Move {
    Start,
    Same,
    Other,
    Added,
    LeftOut,
}

/// The best alignment of all of `quote` with some stretch of `text`; `weights` say how telling each word of the
/// quotation is. Takes time and room in proportion to the product of the two.
pub(super) fn align(quote: &[u64], weights: &[u32], text: &[u64]) -> Option<Alignment> {
    let width = text.len() + 1;
    let mut scores = vec![0_i32; width];
    let mut moves = vec![Move::Start; width];
    for (word, weight) in quote.iter().zip(weights) {
        let gain = i32::try_from(*weight).unwrap_or(i32::MAX / 1024).saturating_mul(SCALE);
        let mut corner = scores.first().copied().unwrap_or_default();
        let mut left = corner + ADDED;
        scores[0] = left;
        moves.push(Move::Added);
        for (other, score) in text.iter().zip(scores.iter_mut().skip(1)) {
            let diagonal =
                if word == other { (corner + gain, Move::Same) } else { (corner + OTHER, Move::Other) };
            let best = [diagonal, (*score + ADDED, Move::Added), (left + LEFT_OUT, Move::LeftOut)];
            let best = best.into_iter().reduce(|best, next| if next.0 > best.0 { next } else { best });
            let (value, step) = best.unwrap_or(diagonal);
            corner = std::mem::replace(score, value);
            left = value;
            moves.push(step);
        }
    }
    let top = scores.iter().max()?;
    let end = scores.iter().position(|score| score == top)?;
    trace(&moves, width, end, weights)
}

/// Walks back along the moves from the end of the best alignment.
fn trace(moves: &[Move], width: usize, end: usize, weights: &[u32]) -> Option<Alignment> {
    let (mut row, mut column) = (weights.len(), end);
    let mut found: Option<Alignment> = None;
    let mut tail = 0;
    loop {
        let step = *moves.get(row * width + column)?;
        let at = column.saturating_sub(1);
        match (step, &mut found) {
            (Move::Start, _) => return found,
            (Move::Same, _) => {
                let last = (at + tail).min(at + MOST_CHANGED);
                let so_far = found.get_or_insert(Alignment { first: at, last, weight: 0, same: 0 });
                so_far.first = at;
                so_far.weight += weights.get(row - 1).copied().unwrap_or_default();
                so_far.same += 1;
                tail = 0;
            }
            (Move::Other, None) => tail += 1,
            (Move::Other, Some(so_far)) if so_far.first - at <= MOST_CHANGED && row <= MOST_CHANGED => {
                so_far.first = at;
            }
            _ => {}
        }
        match step {
            Move::Start | Move::Same | Move::Other => (row, column) = (row.saturating_sub(1), at),
            Move::Added => row -= 1,
            Move::LeftOut => column -= 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_word_and_one_left_out_are_bridged() {
        let found = align(&[1, 2, 9, 4], &[5; 4], &[7, 7, 1, 2, 3, 8, 4, 7]).unwrap();
        assert_eq!(found, Alignment { first: 2, last: 6, weight: 15, same: 3 });
    }

    #[test]
    fn a_changed_first_and_last_word_belong_to_the_passage() {
        let found = align(&[9, 2, 3, 9], &[5; 4], &[7, 1, 2, 3, 4, 7]).unwrap();
        assert_eq!((found.first, found.last), (1, 4));
    }

    #[test]
    fn nothing_aligns_with_nothing() {
        assert_eq!(align(&[], &[], &[]), None);
        assert_eq!(align(&[1], &[5], &[]), None);
    }
}
