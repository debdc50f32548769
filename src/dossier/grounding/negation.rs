//! Does a claim deny what the quotation states, or state what it denies.

use super::words::{kin, words};
use super::{Fault, Flaw, clause};
use crate::span::Span;

/// A text's words, and which of them are negated.
struct Reading {
    words: Vec<(Span, String)>,
    /// For each word: the place of the negation that governs it.
    negated: Vec<Option<Span>>,
    /// For each word: whether it stands in what a "denied this" afterwards denies.
    disowned: Vec<bool>,
    /// For each word: whether its clause is about none of something.
    about_none: Vec<bool>,
}

/// The negations that stand on one side only, before a word that both sides have.
pub(super) fn ground(quotation: &str, claim: &str) -> Vec<Flaw> {
    let (theirs, mine) = (Reading::of(quotation), Reading::of(claim));
    let dropped = one_sided(&theirs, &mine).map(|(negation, word)| Flaw {
        fault: Fault::NegationDropped,
        claim: Some(word),
        quotation: Some(negation),
    });
    let added = one_sided(&mine, &theirs).map(|(negation, word)| Flaw {
        fault: Fault::NegationAdded,
        claim: Some(negation),
        quotation: Some(word),
    });
    dropped.into_iter().chain(added).collect()
}

/// The first negation of `one` whose word `other` has and never negates.
fn one_sided(one: &Reading, other: &Reading) -> Option<(Span, Span)> {
    let negated =
        one.words.iter().zip(&one.negated).filter_map(|((_, word), negation)| Some((word, (*negation)?)));
    let mut found = negated.filter(|(word, _)| one.always_negates(word));
    found.find_map(|(word, negation)| {
        let denial = one.words.iter().any(|(span, word)| *span == negation && clause::is_denial(word));
        other.states(word, denial).map(|place| (negation, place))
    })
}

impl Reading {
    fn of(text: &str) -> Self {
        let words = words(text);
        let mut negated = vec![None; words.len()];
        for at in 0..words.len() {
            if let Some(target) = target(text, &words, at)
                && let (Some(slot), Some((span, _))) = (negated.get_mut(target), words.get(at))
            {
                *slot = Some(*span);
            }
        }
        let disowned = clause::disowned(text, &words);
        let about_none = clause::about_none(text, &words);
        Self { words, negated, disowned, about_none }
    }

    fn always_negates(&self, word: &str) -> bool {
        let same = self.words.iter().zip(&self.negated).filter(|((_, other), _)| kin(word, other));
        same.into_iter().all(|(_, negation)| negation.is_some())
    }

    /// Where `word` stands, if it does and no negation comes near it; against a denial, one told afterwards counts.
    fn states(&self, word: &str, denial: bool) -> Option<Span> {
        let holds = |list: &[bool], at: usize| list.get(at).copied().unwrap_or(false);
        let mut place = None;
        for (at, (span, other)) in self.words.iter().enumerate() {
            if kin(word, other) {
                let negated = self.negated.get(at).is_some_and(Option::is_some);
                let none = holds(&self.about_none, at) || (denial && holds(&self.disowned, at));
                if negated || none || self.negation_near(at) {
                    return None;
                }
                place = place.or(Some(*span));
            }
        }
        place
    }

    fn negation_near(&self, at: usize) -> bool {
        const REACH: usize = 6;
        let near = self.words.iter().enumerate().skip(at.saturating_sub(REACH)).take(REACH + 3);
        near.into_iter().any(|(at, (_, word))| {
            (negates(word) && !idle(&self.words, at)) || clause::still_to_come(&self.words, at)
        })
    }
}

/// The word that the negation at `at` governs: the next that says something.
fn target(text: &str, words: &[(Span, String)], at: usize) -> Option<usize> {
    const REACH: usize = 5;
    let (_, word) = words.get(at)?;
    if !negates(word) || idle(words, at) {
        return None;
    }
    let denial = clause::is_denial(word);
    if denial && clause::points_back(text, words, at) {
        return None;
    }
    // "denied on Monday that": what is denied follows "that".
    let at = if denial { clause::that(text, words, at).unwrap_or(at) } else { at };
    let following = words.iter().enumerate().skip(at + 1).take(REACH);
    following
        .into_iter()
        .find(|(_, (_, word))| word.len() > 2 && !SMALL.contains(&word.as_str()))
        .map(|(at, _)| at)
}

fn negates(word: &str) -> bool {
    NEGATIONS.contains(&word) || word.ends_with("n't")
}

/// Whether a negation denies nothing: "no more than", "not only", "no doubt", "No. 5".
fn idle(words: &[(Span, String)], at: usize) -> bool {
    const AFTER: [&str; 16] = [
        "more", "fewer", "less", "later", "longer", "sooner", "earlier", "only", "just", "merely", "simply",
        "doubt", "matter", "greater", "higher", "least",
    ];
    let next = words.get(at + 1).map_or("", |(_, word)| word);
    AFTER.contains(&next) || next.starts_with(|c: char| c.is_ascii_digit())
}

#[rustfmt::skip]
const NEGATIONS: [&str; 36] = [
    "not", "never", "no", "nobody", "none", "nor", "neither", "nothing", "nowhere", "cannot", "without",
    "denied", "denies", "deny", "denying", "refused", "refuses", "refuse", "refusing", "failed", "fails",
    "fail", "failing", "unable", "lack", "lacks", "lacked", "rejected", "rejects", "reject", "unlikely",
    "hardly", "barely", "false", "untrue", "stopped",
];

/// Words that a negation passes over on its way to what it denies.
#[rustfmt::skip]
const SMALL: [&str; 60] = [
    "the", "any", "all", "its", "his", "her", "their", "our", "your", "this", "that", "these", "those",
    "been", "being", "have", "has", "had", "was", "were", "are", "for", "from", "with", "into", "and",
    "but", "yet", "ever", "even", "very", "much", "many", "other", "some", "such", "will", "would", "could",
    "should", "can", "may", "might", "must", "did", "does", "there", "they", "she", "him", "them", "who",
    "one", "doing", "having", "get", "means", "anyone", "anybody", "anything",
];
