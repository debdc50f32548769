//! What differs between a quotation and a passage, word by word, in the letters as printed.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::fold::{self, Fold};
use super::words;
use crate::span::Span;

/// Which of the two holds the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Both do.
    Both,
    /// Only the text does.
    Text,
    /// Only the quotation does.
    Quotation,
}

/// A run of words that both hold, or that one of them lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DiffPart {
    /// Who holds them.
    pub origin: Origin,
    /// Where they stand in the quotation; empty, at the place in question, if they don't.
    pub in_quote: Span,
    /// Where they stand in the text; empty, at the place in question, if they don't.
    pub in_text: Span,
}

/// Passages with more words than this are compared as wholes.
const MOST_WORDS: usize = 4000;

/// The differences between `quote` and the `passage` of `text`; differences of typography are none.
#[must_use]
pub fn diff(quote: &str, text: &str, passage: Span) -> Vec<DiffPart> {
    let theirs = tokens(quote, Span::new(0, quote.len()));
    let mine = tokens(text, passage);
    if theirs.len().max(mine.len()) > MOST_WORDS {
        let whole = |origin| DiffPart { origin, in_quote: Span::new(0, quote.len()), in_text: passage };
        return vec![whole(Origin::Text), whole(Origin::Quotation)];
    }
    let hashes = |tokens: &[(Span, u64)]| tokens.iter().map(|(_, hash)| *hash).collect::<Vec<_>>();
    let steps = capture_diff_slices(Algorithm::Myers, &hashes(&mine), &hashes(&theirs));
    let mut parts = Vec::new();
    for step in steps {
        let (tag, old, new) = step.as_tag_tuple();
        let in_text = extent(&mine, old, passage.start);
        let in_quote = extent(&theirs, new, 0);
        let nothing = |span: Span| Span::new(span.start, span.start);
        match tag {
            DiffTag::Equal => parts.push(DiffPart { origin: Origin::Both, in_quote, in_text }),
            DiffTag::Delete => parts.push(DiffPart { origin: Origin::Text, in_quote, in_text }),
            DiffTag::Insert => parts.push(DiffPart { origin: Origin::Quotation, in_quote, in_text }),
            DiffTag::Replace => {
                parts.push(DiffPart { origin: Origin::Text, in_quote: nothing(in_quote), in_text });
                let after = Span::new(in_text.end, in_text.end);
                parts.push(DiffPart { origin: Origin::Quotation, in_quote, in_text: after });
            }
        }
    }
    parts
}

/// Words, and each sign between them, with what they read like.
fn tokens(text: &str, within: Span) -> Vec<(Span, u64)> {
    let mut found = Vec::new();
    let mut at = 0;
    let passage = within.of(text);
    let signs = |from: usize, to: usize, found: &mut Vec<(Span, u64)>| {
        let between = passage.get(from..to).unwrap_or_default();
        let visible = between.char_indices().filter(|(_, sign)| !sign.is_whitespace());
        found.extend(
            visible
                .map(|(offset, sign)| Span::new(from + offset, from + offset + sign.len_utf8()))
                .filter_map(|span| Some((span.shifted(within.start), reading(span.of(passage))?))),
        );
    };
    for word in words::spans(passage) {
        signs(at, word.start, &mut found);
        found.extend(reading(word.of(passage)).map(|hash| (word.shifted(within.start), hash)));
        at = word.end;
    }
    signs(at, passage.len(), &mut found);
    found
}

/// What a token reads like without differences of typography; invisible characters read like nothing.
fn reading(token: &str) -> Option<u64> {
    let folded = fold::folded(token, Fold::TYPOGRAPHY);
    (!folded.is_empty()).then(|| words::fnv(folded.bytes()))
}

/// From the first to the last of several tokens; if there are none, the end of the one before.
fn extent(tokens: &[(Span, u64)], range: std::ops::Range<usize>, start: usize) -> Span {
    let before =
        range.start.checked_sub(1).and_then(|index| tokens.get(index)).map_or(start, |(span, _)| span.end);
    match tokens.get(range) {
        Some([(only, _)]) => *only,
        Some([(first, _), .., (last, _)]) => Span::new(first.start, last.end),
        _ => Span::new(before, before),
    }
}
