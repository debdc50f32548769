//! What sort of difference is it that keeps a quotation from being found.

use super::diff::{DiffPart, Origin};
use super::letter::is_wordy;
use super::vocabulary::{BOUNDS, LOOSE_BOUNDS, is_common, is_hedge, is_negation, is_number, is_unit};
use super::words;
use crate::span::Span;

/// The most telling difference between a quotation and the nearest passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A number, or its sign, is another.
    Number,
    /// A `not` of the text is missing.
    NegationDropped,
    /// A `not` was put in.
    NegationAdded,
    /// The unit of a number is another.
    Unit,
    /// A word that weakens or bounds the statement is missing.
    HedgeDropped,
    /// A word that weakens the statement was put in.
    HedgeAdded,
    /// A name is another, or spelt otherwise.
    Name,
    /// The same words stand in another order.
    WordOrder,
    /// Words are left out, and no mark says so.
    WordsLeftOut,
    /// Words were put in, and no mark says so.
    WordsAdded,
    /// A slip of the pen.
    Typo,
    /// Only the case of letters differs, and the signs between the words.
    Case,
    /// Only signs between the words differ.
    Punctuation,
    /// The parts of an edited quotation all stand in the text, but further apart than a mark allows.
    PartsApart,
    /// The parts of an edited quotation all stand in the text, but in another order.
    PartsOutOfOrder,
    /// Some other words.
    Words,
}

impl Change {
    /// The words in print.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Number => "number changed",
            Self::NegationDropped => "negation dropped",
            Self::NegationAdded => "negation added",
            Self::Unit => "unit changed",
            Self::HedgeDropped => "hedge dropped",
            Self::HedgeAdded => "hedge added",
            Self::Name => "name changed",
            Self::WordOrder => "word order",
            Self::WordsLeftOut => "words left out without a mark",
            Self::WordsAdded => "words added",
            Self::Typo => "typo",
            Self::Case => "letter case",
            Self::Punctuation => "punctuation",
            Self::PartsApart => "parts too far apart",
            Self::PartsOutOfOrder => "parts out of order",
            Self::Words => "words changed",
        }
    }
}

/// Sorts the differences by what harm they do, and names the worst.
pub(super) fn of(quote: &str, text: &str, diff: &[DiffPart]) -> Change {
    let unexplained = unexplained(quote, diff);
    let diff = unexplained.as_slice();
    let lost = Side::of(text, diff, Origin::Text);
    let gained = Side::of(quote, diff, Origin::Quotation);
    if lost.words.is_empty() && gained.words.is_empty() {
        return if lost.counts() || gained.counts() { Change::Number } else { Change::Punctuation };
    }
    if same_words(quote, text, diff) {
        return Change::Case;
    }
    if lost.sorted() == gained.sorted() {
        return Change::WordOrder;
    }
    if lost.words.concat() == gained.words.concat() {
        return Change::Typo;
    }
    meaning(&lost, &gained).unwrap_or_else(|| form(&lost, &gained))
}

/// Whether the two read the same, word for word, but for the case of letters.
fn same_words(quote: &str, text: &str, diff: &[DiffPart]) -> bool {
    let (Some(first), Some(last)) = (diff.first(), diff.last()) else { return true };
    let mine = Span::new(first.in_text.start, last.in_text.end).of(text);
    let theirs = Span::new(first.in_quote.start, last.in_quote.end).of(quote);
    let hashes =
        |passage: &str| words::spans(passage).map(|word| words::hash(word.of(passage))).collect::<Vec<_>>();
    hashes(mine) == hashes(theirs)
}

/// The differences without words of the text in whose place a mark of the quoter's stands.
fn unexplained(quote: &str, diff: &[DiffPart]) -> Vec<DiffPart> {
    let marked = |part: Option<&DiffPart>| {
        part.is_some_and(|part| {
            part.origin == Origin::Quotation && part.in_quote.of(quote).contains(['…', '[', '.'])
        })
    };
    let only = |part: &DiffPart| part.in_quote.of(quote).chars().all(|sign| !is_wordy(sign));
    let numbered = diff.iter().enumerate();
    let left = numbered.filter(|(index, part)| {
        let next = diff.get(index + 1);
        !(part.origin == Origin::Text && marked(next) && next.is_some_and(only))
    });
    left.map(|(_, part)| *part).collect()
}

/// The words that only one of the two has, in lower case, with the signs between them.
#[derive(Debug, Default)]
struct Side {
    words: Vec<String>,
    signs: String,
    names: bool,
}

impl Side {
    fn of(text: &str, diff: &[DiffPart], origin: Origin) -> Self {
        let mut side = Self::default();
        for part in diff.iter().filter(|part| part.origin == origin) {
            let at = if origin == Origin::Text { part.in_text } else { part.in_quote };
            for word in words::spans(at.of(text)).map(|word| word.shifted(at.start)) {
                side.names |= is_name(text, word);
                side.words.push(words::lower(word.of(text)));
            }
            side.signs.extend(at.of(text).chars().filter(|sign| !is_wordy(*sign) && !sign.is_whitespace()));
        }
        side
    }

    fn sorted(&self) -> Vec<&String> {
        let mut sorted: Vec<&String> = self.words.iter().collect();
        sorted.sort();
        sorted
    }

    fn any(&self, is: fn(&str) -> bool) -> bool {
        self.words.iter().any(|word| is(word))
    }

    fn only(&self, is: fn(&str) -> bool) -> Vec<&String> {
        self.sorted().into_iter().filter(|word| is(word)).collect()
    }

    /// Whether the signs are such as belong to numbers.
    fn counts(&self) -> bool {
        self.signs.contains(['%', '‰', '$', '€', '£', '¥', '°', '+', '±', '<', '>', '≤', '≥', '−', '=', '~'])
    }
}

/// Differences that turn a statement into another.
fn meaning(lost: &Side, gained: &Side) -> Option<Change> {
    let omission = gained.words.is_empty() && lost.words.len() > 2;
    let numbers = (lost.only(counts), gained.only(counts));
    let misspelt = numbers.1.is_empty() && is_slip(&lost.words.concat(), gained);
    if numbers.0 != numbers.1 && !omission && !misspelt {
        return Some(Change::Number);
    }
    match (lost.any(is_negation), gained.any(is_negation)) {
        (true, false) => return Some(Change::NegationDropped),
        (false, true) => return Some(Change::NegationAdded),
        _ => {}
    }
    if lost.any(is_unit) && gained.any(is_unit) {
        return Some(Change::Unit);
    }
    let hedges = (lost.any(is_hedge) || bounds(lost), gained.any(is_hedge) || bounds(gained));
    match hedges {
        (true, false) if lost.words.len() <= 3 => Some(Change::HedgeDropped),
        (false, true) if gained.words.len() <= 3 => Some(Change::HedgeAdded),
        _ => None,
    }
}

/// More words than these are more than a name.
const MOST_NAME_WORDS: usize = 4;

/// Differences of other kinds.
fn form(lost: &Side, gained: &Side) -> Change {
    if gained.words.is_empty() {
        return Change::WordsLeftOut;
    }
    if lost.words.is_empty() {
        return Change::WordsAdded;
    }
    let few = lost.words.len().max(gained.words.len()) <= MOST_NAME_WORDS;
    if few && (lost.names || gained.names) {
        return Change::Name;
    }
    if is_slip(&lost.words.concat(), gained) { Change::Typo } else { Change::Words }
}

/// Whether two letters at most tell the words apart, and the quotation's are no words of their own.
fn is_slip(lost: &str, gained: &Side) -> bool {
    const LONGEST: usize = 64;
    let written = gained.words.concat();
    let short = lost.len() <= LONGEST && (4..=LONGEST).contains(&written.len());
    short && !gained.any(is_common) && strsim::osa_distance(lost, &written) <= 2
}

/// `one` is a number where it takes the place of another.
fn counts(word: &str) -> bool {
    is_number(word) || word == "one"
}

/// `more than`, `up to`, `nearly` and the like, wholly lost.
fn bounds(side: &Side) -> bool {
    let words: Vec<&str> = side.words.iter().map(String::as_str).collect();
    let whole = BOUNDS.iter().any(|bound| **bound == *words);
    whole || (words.len() == 1 && LOOSE_BOUNDS.contains(words.first().unwrap_or(&"")))
}

/// Whether the word has a capital although no sentence begins with it.
fn is_name(text: &str, word: Span) -> bool {
    let mut letters = word.of(text).chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let head = text.get(..word.start).unwrap_or_default().trim_end();
    let within = head.ends_with(|letter: char| is_wordy(letter) || matches!(letter, ',' | ';'));
    capital && (within || letters.next().is_some_and(char::is_uppercase))
}
