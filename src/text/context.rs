//! What was clipped: which words right before or after a quotation turn, weaken or bound it.

use super::letter::{before, is_quote, is_wordy};
use super::vocabulary::{BOUNDS, CONDITIONS, LIMITS, LOOSE_BOUNDS, is_hedge, is_negation, is_number};
use super::{sentence, words};
use crate::span::{Span, floor_char_boundary};

/// How far around a quotation is looked.
const REACH: usize = 160;
/// How many words before a quotation can bear on it.
const WINDOW: usize = 3;

/// The words right before `passage`, in its sentence, that it needs to be read as it was meant.
pub(super) fn cut_before_start(text: &str, passage: Span) -> Option<Span> {
    if is_inner_sentence(text, passage) {
        return None;
    }
    let before = words_before(text, passage.start);
    turn(text, &before).or_else(|| bound(text, &before, passage))
}

/// The word right after `passage`, in its sentence, that takes back some of it.
pub(super) fn cut_after_end(text: &str, passage: Span) -> Option<Span> {
    let to = floor_char_boundary(text, passage.end.saturating_add(REACH));
    let next = first_word(text, Span::new(passage.end, to))?;
    let said = passage.of(text);
    let stop = said.trim_end_matches(|letter: char| !letter.is_alphanumeric()).len();
    if sentence::ends_within(text, Span::new(passage.start + stop, next.start)) {
        return None;
    }
    let word = words::lower(next.of(text));
    let listed = LIMITS.contains(&word.as_str());
    let follower = first_word(text, Span::new(next.end, to)).map(|span| words::lower(span.of(text)));
    let provided = word == "provided" && follower.as_deref() == Some("that");
    let only_if =
        word == "only" && follower.as_deref().is_some_and(|follower| CONDITIONS.contains(&follower));
    (listed || provided || only_if).then_some(next)
}

/// A word before the quotation and how it is set off from what follows it.
#[derive(Debug, Clone)]
struct Before {
    at: Span,
    word: String,
    comma: bool,
}

/// Up to five words before byte `start`, nearest first, as far as clause and sentence go.
fn words_before(text: &str, start: usize) -> Vec<Before> {
    let from = floor_char_boundary(text, start.saturating_sub(REACH));
    let mut next = start;
    let mut found = Vec::new();
    let near: Vec<Span> =
        words::spans(Span::new(from, start).of(text)).map(|span| span.shifted(from)).collect();
    for at in hyphened(text, near).into_iter().rev().take(WINDOW + 2) {
        let gap = Span::new(at.end, next);
        let between = gap.of(text);
        if between.contains([';', ':', '—', '(', ')']) || sentence::ends_within(text, gap) {
            break;
        }
        found.push(Before { at, word: words::lower(at.of(text)), comma: between.contains(',') });
        next = at.start;
    }
    found
}

/// Words that a hyphen joins are one: `so-called`.
fn hyphened(text: &str, near: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::with_capacity(near.len());
    for span in near {
        match joined.last_mut() {
            Some(last) if Span::new(last.end, span.start).of(text) == "-" => last.end = span.end,
            _ => joined.push(span),
        }
    }
    joined
}

/// The nearest negation, hedge or condition among the last three words of the clause.
fn turn(text: &str, before: &[Before]) -> Option<Span> {
    for (index, this) in before.iter().take(WINDOW).enumerate() {
        // `In May` hedges nothing.
        let hedges = is_hedge(&this.word) && this.at.of(text) != "May";
        let adverb = index == 0 && (hedges || is_negation(&this.word));
        if this.comma && !adverb {
            return None;
        }
        let next = index.checked_sub(1).and_then(|index| before.get(index)).map(|next| next.word.as_str());
        let turns =
            is_negation(&this.word) && !matches!(next, Some("only" | "just" | "merely" | "simply" | "doubt"));
        if turns || hedges || CONDITIONS.contains(&this.word.as_str()) || is_said_to(this, next) {
            return Some(widened(text, before, index));
        }
        if this.comma {
            return None;
        }
    }
    None
}

/// `said to`, `believed to`: a hedge in two words.
fn is_said_to(this: &Before, next: Option<&str>) -> bool {
    const SAID: [&str; 8] =
        ["appear", "appeared", "appears", "believed", "rumoured", "said", "seemed", "thought"];
    next == Some("to") && SAID.contains(&this.word.as_str())
}

/// `does not` rather than `not`: the helping verb makes the word plain to the reader.
fn widened(text: &str, before: &[Before], index: usize) -> Span {
    #[rustfmt::skip]
    const HELPERS: [&str; 18] = [
        "are", "be", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "must", "shall",
        "should", "was", "will", "would",
    ];
    let Some(this) = before.get(index) else { return Span::default() };
    let helper = before.get(index + 1).filter(|helper| HELPERS.contains(&helper.word.as_str()));
    let helper = helper.filter(|helper| Span::new(helper.at.end, this.at.start).of(text).trim().is_empty());
    match helper {
        Some(helper) if this.word == "not" => Span::new(helper.at.start, this.at.end),
        _ => this.at,
    }
}

/// The bound that stands right before the quotation, an article or `all` apart.
fn bound(text: &str, before: &[Before], passage: Span) -> Option<Span> {
    let first = first_word(text, passage).map(|span| words::lower(span.of(text)))?;
    let nearest = before.first().filter(|nearest| !nearest.comma)?;
    let between = usize::from(matches!(nearest.word.as_str(), "a" | "an" | "the" | "all" | "half"));
    for bound in BOUNDS {
        let matched = bound
            .iter()
            .rev()
            .enumerate()
            .all(|(offset, word)| before.get(between + offset).is_some_and(|found| found.word == *word));
        let start = before.get(between + bound.len() - 1);
        if let (true, Some(start), Some(end)) = (matched, start, before.get(between)) {
            return Some(Span::new(start.at.start, end.at.end));
        }
    }
    let loose = before.get(between)?;
    let counts = is_number(&first) || (between == 1 && nearest.word == "half");
    (counts && LOOSE_BOUNDS.contains(&loose.word.as_str())).then_some(loose.at)
}

fn first_word(text: &str, within: Span) -> Option<Span> {
    words::spans(within.of(text)).next().map(|span| span.shifted(within.start))
}

/// Whether the quotation is what stands between quotation marks, a whole sentence of its own: `he added, “We left.”`
fn is_inner_sentence(text: &str, passage: Span) -> bool {
    let words = passage.of(text);
    let opens = words.starts_with(is_quote) || before(text, passage.start).is_some_and(is_quote);
    let upper = words.chars().find(|letter| is_wordy(*letter)).is_some_and(char::is_uppercase);
    let near = floor_char_boundary(text, passage.end.saturating_add(8));
    let tail = Span::new(passage.end, near).of(text);
    let end = words.trim_end_matches(is_quote).ends_with(['.', '!', '?', '…']);
    let closes = tail.starts_with([',', '.', '!', '?']) && tail.chars().nth(1).is_some_and(is_quote);
    opens && upper && (end || closes) && words::spans(words).nth(2).is_some()
}

#[cfg(test)]
#[path = "context_tests.rs"]
mod tests;
