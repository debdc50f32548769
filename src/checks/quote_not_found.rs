//! Does the quotation stand in its source?

use std::collections::BTreeSet;

use super::{Check, Found, words};
use crate::dossier::{Dossier, Quotation};
use crate::finding::{Card, Finding, Mark, Severity};
use crate::span::Span;
use crate::text::{Change, Nearest, Origin, Selector, Status};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "quote-not-found",
        severity: Severity::Error,
        summary: "a quotation does not stand in its source",
        page: include_str!("quote_not_found.md"),
    },
    run,
};

/// How many lost quotations are looked for in the other sources: a wrong file name must not cost minutes.
const MOST_LOOKED_FOR: usize = 100;
/// How many differing runs of words are marked.
const MOST_MARKS: usize = 3;

fn run(dossier: &Dossier, found: &mut Found) {
    let mut looked_for = 0;
    let mut empty = BTreeSet::new();
    for quotation in &dossier.quotations {
        let lost = quotation.located.as_ref().is_some_and(|located| located.status == Status::NotFound);
        let Some((article, _)) = dossier.article_of(quotation).filter(|_| lost) else { continue };
        if article.paragraphs.is_empty() {
            empty.extend(quotation.source);
            continue;
        }
        looked_for += 1;
        let elsewhere = if looked_for <= MOST_LOOKED_FOR { elsewhere(dossier, quotation) } else { None };
        // This check cannot be accepted away, so what is only counted need not be looked into.
        let told = found.tells(CHECK.card.name, CHECK.card.severity);
        let nearest = told.then(|| article.searchable.nearest(&quotation.evidence.quote.value)).flatten();
        found.push(match (elsewhere, nearest) {
            (Some(other), _) => in_another(dossier, quotation, other),
            (None, Some(nearest)) => near(dossier, quotation, &nearest),
            (None, None) => nowhere(dossier, quotation),
        });
    }
    empty.into_iter().for_each(|source| found.push(without_words(dossier, source)));
}

/// A source whose file holds no words: its quotations are told of as one.
fn without_words(dossier: &Dossier, source: usize) -> Finding {
    let file = &dossier.source(source).value.file;
    Finding {
        check: CHECK.card.name,
        severity: CHECK.card.severity,
        message: format!("`{}` is empty: none of its quotations can stand there", file.value),
        at: words::mark(file.at),
        seen: Vec::new(),
        help: "put the article's text into the file".to_owned(),
    }
}

/// Another source that holds the words, and where.
fn elsewhere(dossier: &Dossier, quotation: &Quotation) -> Option<(usize, Span)> {
    let selector = Selector::of(&quotation.evidence.quote.value);
    let others = dossier.articles.iter().enumerate().filter(|(at, _)| Some(*at) != quotation.source);
    let mut found = others.filter_map(|(at, article)| {
        let located = article.searchable.locate(&selector);
        let place = located.span.or_else(|| located.places.first().copied());
        Some((at, place.filter(|_| located.status != Status::NotFound)?))
    });
    found.next()
}

fn in_another(dossier: &Dossier, quotation: &Quotation, (other, span): (usize, Span)) -> Finding {
    let id = &dossier.source(other).id.value;
    let file = dossier.articles.get(other).map(|article| article.file).unwrap_or_default();
    let spot = crate::span::Spot { file, span };
    Finding {
        check: CHECK.card.name,
        severity: CHECK.card.severity,
        message: format!("`{}` does not hold these words; `{id}` does", words::path(dossier, quotation)),
        at: words::mark(quotation.evidence.quote.at),
        seen: vec![words::labelled(spot, "here they stand")],
        help: format!("cite `{id}`, or quote the words of `{}`", quotation.evidence.source.value),
    }
}

fn near(dossier: &Dossier, quotation: &Quotation, nearest: &Nearest) -> Finding {
    let quote = &quotation.evidence.quote;
    let telling = |span: &Span| !span.is_empty();
    let wrong: Vec<Span> = side(nearest, Origin::Quotation).map(|part| part.0).filter(telling).collect();
    let missing: Vec<Span> = side(nearest, Origin::Text).map(|part| part.1).filter(telling).collect();
    let pairs = wrong.first().zip(missing.first()).filter(|_| wrong.len() == 1 && missing.len() == 1);
    let (wrong, missing) = match pairs {
        Some((written, printed)) => {
            let text = dossier.article_of(quotation).map_or("", |(_, text)| text);
            let (one, other) = narrowed((quote.value.as_str(), *written), (text, *printed));
            (vec![one], vec![other])
        }
        None => (wrong, missing),
    };
    let at = match wrong.first() {
        Some(span) => words::labelled(words::inside(dossier, quote, *span), "this differs"),
        None => words::mark(quote.at),
    };
    let mut seen: Vec<Mark> = missing
        .iter()
        .take(MOST_MARKS)
        .map(|span| words::labelled(words::in_article(dossier, quotation, *span), "the article has this"))
        .collect();
    if seen.is_empty() {
        seen.push(words::labelled(words::in_article(dossier, quotation, nearest.span), "nearest passage"));
    }
    Finding {
        check: CHECK.card.name,
        severity: CHECK.card.severity,
        message: format!(
            "`{}` does not hold these words: {}",
            words::path(dossier, quotation),
            nearest.change.words()
        ),
        at,
        seen,
        help: help(nearest.change).to_owned(),
    }
}

/// The spans in the quotation and in the text of the runs that only one of them holds.
fn side(nearest: &Nearest, origin: Origin) -> impl Iterator<Item = (Span, Span)> {
    let parts = nearest.diff.iter().filter(move |part| part.origin == origin);
    parts.map(|part| (part.in_quote, part.in_text))
}

/// The two runs without the letters that they begin and end with alike, so that the mark stands under what differs.
fn narrowed((quote, written): (&str, Span), (text, printed): (&str, Span)) -> (Span, Span) {
    let (one, other) = (written.of(quote), printed.of(text));
    let same = |(a, b): &(char, char)| a == b;
    let head: usize =
        one.chars().zip(other.chars()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    let (rest, others) = (one.get(head..).unwrap_or_default(), other.get(head..).unwrap_or_default());
    let tail: usize = rest
        .chars()
        .rev()
        .zip(others.chars().rev())
        .take_while(same)
        .map(|(letter, _)| letter.len_utf8())
        .sum();
    let cut = |span: Span| Span::new(span.start + head, span.end - tail);
    let (one, other) = (cut(written), cut(printed));
    // Where one of the two would vanish, the whole words say more.
    if one.is_empty() || other.is_empty() { (written, printed) } else { (one, other) }
}

const fn help(change: Change) -> &'static str {
    match change {
        Change::WordsLeftOut => "copy the words from the article, or mark what is left out with `[…]`",
        Change::WordsAdded => "copy the words from the article, or mark what you add: `[word]`",
        Change::PartsApart => "quote the parts one by one: a mark bridges at most 600 characters",
        Change::PartsOutOfOrder => "quote the parts in the article's order, or one by one",
        _ => "copy the words from the article, or cite the article that holds them",
    }
}

fn nowhere(dossier: &Dossier, quotation: &Quotation) -> Finding {
    Finding {
        check: CHECK.card.name,
        severity: CHECK.card.severity,
        message: format!("`{}` holds nothing like these words", words::path(dossier, quotation)),
        at: words::mark(quotation.evidence.quote.at),
        seen: Vec::new(),
        help: "copy the words from the article, or cite the article that holds them".to_owned(),
    }
}
