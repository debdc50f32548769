//! Do the words around an expression speak of what is still to come?

use crate::span::{Span, floor_char_boundary};

/// Whether the nearest verb or cue in the sentence points ahead: `will meet on Friday`, `the deadline is Friday`.
pub(super) fn points_ahead(text: &str, at: Span) -> bool {
    let before = words(before(text, at.start));
    let nearest = (0..before.len()).rev().find_map(|place| tense_at(&before, place));
    let first = || {
        let after = words(after(text, at.end));
        (0..after.len()).find_map(|place| tense(after.get(place)?).or_else(|| scheduled(&after, place)))
    };
    nearest.or_else(first) == Some(Tense::Ahead)
}

/// Whether an attack is named right after the expression.
pub(super) fn names_attack(text: &str, at: Span) -> bool {
    let next = words(after(text, at.end));
    let named = |word: &&str| word.to_ascii_lowercase().starts_with("attack") || is(word, "terror terrorist");
    next.iter().take(3).any(named)
}

#[derive(Clone, Copy, PartialEq)]
enum Tense {
    Past,
    Ahead,
}

/// What a word says of the time that is spoken of, wherever it stands.
fn tense(word: &str) -> Option<Tense> {
    let looks_past = word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase);
    match word.to_ascii_lowercase().as_str() {
        "will" | "ll" | "shall" | "would" | "must" | "should" | "can" | "could" | "may" | "planned"
        | "plan" | "plans" | "planning" | "scheduled" | "due" | "until" | "till" | "deadline"
        | "expected" | "expects" | "expect" | "upcoming" | "slated" | "going" | "intends" | "intend"
        | "tomorrow" | "ahead" | "awaits" | "await" | "hopes" | "hope" | "aims" | "aim" | "vows"
        | "vowed" | "promised" | "promises" | "set" | "looms" | "begins" | "starts" | "opens" | "expires"
        | "arrives" | "meets" | "resumes" | "takes" | "closes" | "ends" => Some(Tense::Ahead),
        "said" | "told" | "says" | "was" | "were" | "had" | "did" | "been" | "has" | "have" | "fled"
        | "met" | "came" | "went" | "took" | "held" | "began" | "saw" | "made" | "gave" | "spoke"
        | "sent" | "left" | "won" | "lost" | "fell" | "rose" | "shot" | "wrote" | "ago" => Some(Tense::Past),
        _ => looks_past.then_some(Tense::Past),
    }
}

/// Words that point ahead right before a date: `by Friday`, `the vote is Sunday`, `beginning Saturday`.
fn leads_ahead(word: &str) -> bool {
    is(word, "by until till before from for is are beginning starting close open end")
}

/// The tense of one of the words that lead up to an expression.
fn tense_at(before: &[&str], place: usize) -> Option<Tense> {
    let word = *before.get(place)?;
    let between = before.get(place + 1..)?;
    let beside = between.is_empty() && leads_ahead(word);
    if beside || is(word, "to") && leads_to_verb(before.get(..place)?, between) {
        return Some(Tense::Ahead);
    }
    tense(word).or_else(|| scheduled(before, place))
}

/// A present that tells what is planned: `the ministers meet on Friday`, `who flies to Geneva on Thursday`; not `the
/// votes on Friday`, `had come on Friday`.
fn scheduled(words: &[&str], place: usize) -> Option<Tense> {
    let (word, before) =
        words.split_at_checked(place).and_then(|(before, rest)| Some((rest.first()?, before.last())))?;
    let many = |before: &&str| {
        before.ends_with('s') && !is(before, "is was has does this its us ss")
            || is(before, "they we you people children police and")
    };
    let named = |before: &&str| {
        !before.ends_with("ed")
            && !is(before, "a the this that these those his her its their our my no both of in two")
    };
    let one = is(word, "flies travels comes goes departs convenes gathers votes visits hosts speaks heads");
    let several =
        is(word, "meet open fly travel come go depart convene gather vote begin start resume arrive");
    (one && before.is_none_or(named) || several && before.is_some_and(many)).then_some(Tense::Ahead)
}

/// `Parliament to vote on Friday`, `the board is to decide on the plan Friday`; not `fled to Kabul on Friday`.
fn leads_to_verb(before: &[&str], between: &[&str]) -> bool {
    if before.last().is_some_and(|word| is(word, "is are about ready")) {
        return true;
    }
    let between = between.strip_suffix(&["on"]).unwrap_or(between);
    let small =
        |word: &&str| word.starts_with(char::is_lowercase) && !is(word, "the a an of its his her their");
    (1..=2).contains(&between.len()) && between.iter().all(small)
}

fn is(word: &str, known: &str) -> bool {
    known.split(' ').any(|known| word.eq_ignore_ascii_case(known))
}

fn words(text: &str) -> Vec<&str> {
    text.split(|other: char| !other.is_alphabetic()).filter(|word| !word.is_empty()).collect()
}

/// The sentence's words before the expression, as far as a cue can reach.
fn before(text: &str, start: usize) -> &str {
    const REACH: usize = 160;
    let near = Span::new(floor_char_boundary(text, start.saturating_sub(REACH)), start).of(text);
    let cut = sentence_ends(near).last().unwrap_or(0);
    near.get(cut..).unwrap_or_default()
}

/// The sentence's words after the expression, as far as a cue can reach.
fn after(text: &str, end: usize) -> &str {
    const REACH: usize = 60;
    let near = Span::new(end, floor_char_boundary(text, end.saturating_add(REACH))).of(text);
    let cut = sentence_ends(near).next().unwrap_or(near.len());
    near.get(..cut).unwrap_or_default()
}

/// The bytes behind each mark that ends a sentence. `U.S. troops` and `Gen. Ali` end none.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(['.', '!', '?', ';', '\n', '\u{201d}']).filter_map(move |(at, mark)| {
        let (before, rest) = (text.get(..at)?, text.get(at + mark.len()..)?);
        let word = before.rsplit(|other: char| !other.is_alphabetic()).next().unwrap_or_default();
        let short = word.starts_with(char::is_uppercase) && word.chars().count() <= 4;
        let ends = match mark {
            "." => rest.starts_with(char::is_whitespace) && !short,
            "\n" => rest.starts_with('\n'),
            "\u{201d}" => before.ends_with(['.', '!', '?']),
            _ => rest.starts_with(char::is_whitespace),
        };
        ends.then_some(at + mark.len())
    })
}
