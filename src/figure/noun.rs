//! What does a figure count: the content words after it.

use super::token::Tokens;
use crate::span::Span;

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noun {
    /// Where the words stand.
    pub span: Span,
    /// The words in small letters, one blank apart: `afghan troops`.
    pub words: String,
}

impl Noun {
    /// The word that says what the things are: `troops` of `afghan troops`.
    #[must_use]
    pub fn head(&self) -> &str {
        self.words.rsplit(' ').next().unwrap_or_default()
    }
}

/// More words than this are no noun.
const MOST_WORDS: usize = 5;

/// The noun counted by a number that ends at token `end`, and the token after it.
pub(super) fn after(t: &Tokens, end: usize) -> Option<(Noun, usize)> {
    let from = skip(t, end);
    let mut at = from;
    let mut words: Vec<String> = Vec::new();
    let mut last = from;
    while words.len() < MOST_WORDS {
        let word = t.word(at);
        let casualty = words.is_empty() && t.any(at, CASUALTIES);
        if word.len() < 2 || (ends_noun(t, at) && !casualty) {
            break;
        }
        words.push(word.to_lowercase());
        (at, last) = (at + 1, at + 1);
        if casualty || is_plural(word) {
            break;
        }
        at += usize::from(t.mark(at) == Some('-') && t.glued(at) && t.glued(at + 1));
    }
    (!words.is_empty()).then(|| (Noun { span: t.span(from, last), words: words.join(" ") }, last))
}

/// Steps over what may stand between a number and its noun: "dozens of the", "20 other", "6,000-strong".
fn skip(t: &Tokens, end: usize) -> usize {
    #[rustfmt::skip]
    const BETWEEN: [&str; 22] = [
        "of", "the", "these", "those", "its", "his", "her", "their", "our", "other", "more", "additional",
        "further", "new", "such", "different", "separate", "strong", "odd", "or", "so", "individual",
    ];
    let mut at = end;
    for _ in 0..4 {
        let mark = matches!(t.mark(at), Some('-' | '*' | '_' | '['));
        if !(mark || t.any(at, &BETWEEN)) || (t.is(at, "or") && !t.is(at + 1, "so")) {
            break;
        }
        at += 1;
    }
    at
}

/// Whether the word at `i` cannot be part of what is counted.
fn ends_noun(t: &Tokens, i: usize) -> bool {
    t.any(i, STOPS) || (t.glued(i) && matches!(t.mark(i.wrapping_sub(1)), Some('\'' | '’')))
}

/// Whether `word` names several things.
pub(super) fn is_plural(word: &str) -> bool {
    #[rustfmt::skip]
    const IRREGULAR: [&str; 24] = [
        "people", "men", "women", "children", "personnel", "police", "staff", "cattle", "livestock",
        "servicemen", "servicewomen", "policemen", "militiamen", "gunmen", "clergy", "aircraft", "media",
        "crew", "youth", "dead", "feet", "percent", "lives", "sheep",
    ];
    const NOT: [&str; 8] =
        ["afghans'", "previous", "various", "religious", "mass", "campus", "business", "press"];
    let regular = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    IRREGULAR.iter().any(|one| one.eq_ignore_ascii_case(word))
        || (regular && !NOT.iter().any(|one| one.eq_ignore_ascii_case(word)))
}

/// What became of people, said in place of a noun: "14 killed".
#[rustfmt::skip]
const CASUALTIES: &[&str] = &[
    "dead", "killed", "wounded", "injured", "missing", "arrested", "detained", "displaced", "hurt",
    "captured",
];

/// Words that end a noun: function words, auxiliaries and the verbs of the news.
#[rustfmt::skip]
const STOPS: &[&str] = &[
    "a", "an", "the", "many", "much", "and", "or", "but", "nor", "of", "in", "on", "at", "to", "for", "from", "by", "with",
    "without", "into", "onto", "over", "under", "above", "below", "between", "among", "across", "along",
    "around", "near", "after", "before", "during", "since", "until", "till", "through", "throughout",
    "against", "about", "as", "than", "per", "via", "out", "off", "up", "down", "away", "ago", "back",
    "that", "which", "who", "whom", "whose", "where", "when", "while", "if", "because", "so", "though",
    "although", "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having",
    "do", "does", "did", "will", "would", "can", "could", "may", "might", "shall", "should", "must", "not",
    "no", "it", "he", "she", "they", "we", "you", "them", "him", "us", "me", "his", "her", "their", "its",
    "our", "your", "this", "these", "those", "there", "here", "also", "then", "now", "already", "still",
    "only", "just", "even", "said", "says", "say", "told", "fled", "flee", "fleeing", "crossed", "died",
    "killed", "took", "taken", "made", "came", "went", "left", "remained", "remaining", "remain", "became",
    "rose", "fell", "grew", "dropped", "had", "according", "today", "yesterday", "tomorrow", "overnight",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "each", "every", "all",
    "both", "deployed", "stationed", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten",
];

/// Whether the word at `i` cannot begin what is counted.
pub(super) fn stops(t: &Tokens, i: usize) -> bool {
    ends_noun(t, i)
}
