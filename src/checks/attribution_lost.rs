//! Does the claim say flatly what its source hands to somebody?

use super::{Check, Found, words};
use crate::dossier::{Dossier, Quotation};
use crate::finding::{Card, Finding, Severity};
use crate::span::Span;
use crate::text::{attribution, sentence_around};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "attribution-lost",
        severity: Severity::Warning,
        summary: "the source says who says so, the fact does not",
        page: include_str!("attribution_lost.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for (at, entry) in dossier.base.facts.iter().enumerate() {
        let fact = &entry.value;
        let claim = fact.claim.value.as_str();
        let kept = fact.speaker.is_some() || attribution(claim).is_some();
        let supporting = || dossier.quotations_of(at).map(|(_, one)| one).filter(|one| one.supports());
        // One quotation that says it flatly, or names its origin, is enough.
        if kept || supporting().any(|one| !one.evidence.via.is_empty() || handed(dossier, one, claim).is_none()) {
            continue;
        }
        let Some((first, word)) = supporting().find_map(|one| Some((one, handed(dossier, one, claim)?))) else {
            continue;
        };
        let spot = words::in_article(dossier, first, word);
        let said = dossier.files.words(spot);
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: format!("the source has `{}` here, the claim says it flatly", words::short(said, 40)),
            at: words::mark(fact.claim.at),
            seen: vec![words::labelled(spot, "who says so")],
            help: "say who says so in the claim, or give `speaker` or `via`".to_owned(),
        });
    }
}

/// The words that hand the quoted statement to somebody, as a place in the article.
fn handed(dossier: &Dossier, quotation: &Quotation, claim: &str) -> Option<Span> {
    let (_, text) = dossier.article_of(quotation)?;
    let quoted = quotation.stands()?;
    let sentence = sentence_around(text, quoted);
    let mut from = sentence.start;
    while let Some(word) = attribution(Span::new(from, sentence.end).of(text)).map(|word| word.shifted(from))
    {
        if hands_over(text, word, quoted) && !beside_the_claim(text, (word, quoted), claim) {
            return Some(word);
        }
        from = word.end;
    }
    None
}

/// Whether a reporting word is tied to the quoted words: `X said [quotation]`, `[quotation], X said`, or both quoted.
fn hands_over(text: &str, word: Span, quoted: Span) -> bool {
    let adverb = is_adverb(word.of(text));
    if quoted.covers(word) {
        return adverb
            || follows(text, word.end) == Some("that")
            || closes(text, Span::new(quoted.start, word.start));
    }
    if word.end <= quoted.start {
        let between = Span::new(word.end, quoted.start).of(text).split_whitespace();
        return between.filter(|part| *part != "that").count() <= if adverb { 0 } else { 2 };
    }
    let between = Span::new(quoted.end, word.start).of(text);
    let sayer = between.split_whitespace().filter(|part| part.chars().any(char::is_alphanumeric)).count();
    !adverb && between.trim_start().starts_with([',', '"', '”', '’', '\'']) && (1..=6).contains(&sayer)
}

/// Whether the claim tells only what the source says itself, before it goes on to "and said that …".
fn beside_the_claim(text: &str, (word, quoted): (Span, Span), claim: &str) -> bool {
    if !quoted.covers(word) || follows(text, word.end) != Some("that") {
        return false;
    }
    let (own, handed) = (Span::new(quoted.start, word.start), Span::new(word.end, quoted.end));
    let (own, handed) = (telling(own.of(text)), telling(handed.of(text)));
    let claimed = telling(claim);
    let has = |list: &[String], word: &String| list.iter().any(|one| akin(one, word));
    let only = |these: &[String], those: &[String]| {
        claimed.iter().filter(|word| has(these, word) && !has(those, word)).count()
    };
    // The sayer stands before "said" too: more than its name must come from there.
    only(&own, &handed) > 2 && only(&handed, &own) == 0
}

/// The words that say something, in small letters.
fn telling(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect()
}

/// Whether two words are forms of one.
fn akin(one: &str, other: &str) -> bool {
    let start = |word: &str| word.chars().take(5).collect::<String>();
    start(one) == start(other)
}

/// Whether the words before a reporting word end in its sayer: `[…] fled overnight, border guards` said.
fn closes(text: &str, before: Span) -> bool {
    const JOINTS: [&str; 9] = ["but", "and", "as", "which", "who", "that", "because", "while", "with"];
    let Some((_, sayer)) = before.of(text).rsplit_once([',', '"', '”']) else { return false };
    let mut words = sayer.split_whitespace();
    let first = words.next();
    first.is_some_and(|first| !JOINTS.contains(&first)) && words.count() < 6
}

/// `reportedly` and its like weaken the words beside them and name nobody.
fn is_adverb(word: &str) -> bool {
    word.to_lowercase().ends_with("ly")
}

fn follows(text: &str, at: usize) -> Option<&str> {
    text.get(at..)?.split_whitespace().next()
}
