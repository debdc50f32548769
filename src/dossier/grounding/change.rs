//! Does a figure that changed go from and to the numbers that the quotation gives, or did the two change places?

use super::{Fault, Flaw};
use crate::figure::Figure;
use crate::span::Span;

/// A change as a text tells it: the number before, the number after, and where the two stand.
struct Change {
    from: f64,
    to: f64,
    span: Span,
}

/// A flaw for each change of the claim that the quotation tells the other way round.
pub(super) fn exchanged(claim: (&str, &[Figure]), quotation: (&str, &[Figure])) -> Vec<Flaw> {
    let told = changes(quotation);
    if told.is_empty() {
        return Vec::new();
    }
    let same = |one: f64, other: f64| (one - other).abs() <= 1e-9 * one.abs().max(other.abs());
    let mut flaws = Vec::new();
    for mine in changes(claim) {
        let straight = told.iter().any(|one| same(one.from, mine.from) && same(one.to, mine.to));
        let turned = told.iter().find(|one| same(one.from, mine.to) && same(one.to, mine.from));
        if let (false, Some(turned)) = (straight || same(mine.from, mine.to), turned) {
            let (claim, quotation) = (Some(mine.span), Some(turned.span));
            flaws.push(Flaw { fault: Fault::ValueAbsent, claim, quotation });
        }
    }
    flaws
}

/// `61 per cent, up from 54`, `from 54 to 61 per cent`, `to 61 per cent from 54`.
fn changes((text, figures): (&str, &[Figure])) -> Vec<Change> {
    let amounts: Vec<&Figure> = figures.iter().filter(|figure| figure.kind.is_amount()).collect();
    let mut found = Vec::new();
    for figure in &amounts {
        if let Some(upper) = figure.upper.filter(|_| led_by(text, figure, "from")) {
            found.push(Change { from: figure.written.value, to: upper.value, span: figure.span });
        }
    }
    for pair in amounts.windows(2) {
        let &[first, second] = pair else { continue };
        let between = Span::new(first.span.end, second.number.start).of(text);
        // One breath: nothing that ends a sentence or tells of something else.
        if between.len() > LONGEST_LINK
            || between.contains(['.', ';', ':', '('])
            || first.upper.or(second.upper).is_some()
        {
            continue;
        }
        let span = Span::new(first.span.start, second.span.end);
        let (one, other) = (first.written.value, second.written.value);
        if led_by(text, first, "from") && led_by(text, second, "to") {
            found.push(Change { from: one, to: other, span });
        } else if led_by(text, second, "from") && !led_by(text, first, "from") {
            found.push(Change { from: other, to: one, span });
        }
    }
    found
}

/// So many bytes stand at most between the two numbers of a change.
const LONGEST_LINK: usize = 60;

/// Whether this word stands right before a figure, or opens it.
fn led_by(text: &str, figure: &Figure, word: &str) -> bool {
    let before = text.get(..figure.number.start).unwrap_or_default();
    let mut words = before.split_whitespace().rev().take(3);
    // `from about 54`, `from $54`: the bound and the currency belong to the figure.
    let own = Span::new(figure.span.start, figure.number.start).of(text).split_whitespace().count();
    words.by_ref().take(own).any(|one| one.eq_ignore_ascii_case(word))
        || words.next().is_some_and(|one| one.eq_ignore_ascii_case(word))
}
