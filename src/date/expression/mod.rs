//! Which words of a news text say a date?

mod alone;
mod anchored;
mod calendar;
mod composed;
mod counted;
mod holiday;
pub(super) mod lex;
mod lexicon;
pub(super) mod meaning;
pub(super) mod numeric;
mod range;
mod reader;
mod relative;
mod token;

use crate::span::{Span, floor_char_boundary};
use lex::Lex;
use meaning::When;
use reader::Reader;
use token::Token;

/// A date as an article says it: where it stands and what its words mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    /// Where it stands in the text.
    pub span: Span,
    pub(super) when: When,
}

impl Expression {
    /// Whether nothing but the day of writing says which days it means: `yesterday`, `last month`, not `Monday`.
    #[must_use]
    pub fn floats(&self) -> bool {
        self.when.floats()
    }
}

/// The date expressions of a text, in order, none inside another.
///
/// `May`, `March` or `Sun` alone, clock times and counts such as `2000 men` are no dates.
#[must_use]
pub fn find(text: &str) -> Vec<Expression> {
    read(text, Span::new(0, text.len()), Told::No)
}

/// The date expressions that stand wholly within `window`; the words before it are heeded as company.
#[must_use]
pub fn find_within(text: &str, window: Span) -> Vec<Expression> {
    read(text, window, Told::No)
}

/// The one expression that `window` says, if the caller knows that it says a date and nothing that speaks of time is
/// left over.
///
/// There `May`, `Sat` or `the 4th` need no company to be dates.
#[must_use]
pub fn read_whole(text: &str, window: Span) -> Option<Expression> {
    let mut all = read(text, window, Told::Yes);
    let said = all.pop().filter(|_| all.is_empty())?;
    let tokens = token::tokens(text, within(text, window));
    let reader = Reader { text, tokens: &tokens, told: true };
    let left_over = |(at, token): (usize, &Token)| {
        !said.span.covers(token.span) && token.lex.speaks_of_time() && !reader.tells_the_hour(at)
    };
    if tokens.iter().enumerate().any(left_over) { None } else { Some(said) }
}

#[derive(Clone, Copy, PartialEq)]
enum Told {
    Yes,
    No,
}

fn read(text: &str, window: Span, told: Told) -> Vec<Expression> {
    let window = within(text, window);
    let tokens = token::tokens(text, Span::new(company(text, window.start), window.end));
    let reader = Reader { text, tokens: &tokens, told: told == Told::Yes };
    let mut found = Vec::new();
    let mut at = tokens.partition_point(|token| token.span.start < window.start);
    while let Some(token) = tokens.get(at) {
        let read = if reader.may_start(at) { reader.expression(at) } else { None };
        let Some((when, next)) = read.filter(|(_, next)| *next > at) else {
            at += 1;
            continue;
        };
        let end = tokens.get(next - 1).map_or(token.span.end, |last| last.span.end);
        found.push(Expression { span: Span::new(token.span.start, end), when });
        at = next;
    }
    found
}

/// The part of a window that the text has.
fn within(text: &str, window: Span) -> Span {
    let end = floor_char_boundary(text, window.end);
    Span::new(floor_char_boundary(text, window.start).min(end), end)
}

/// Where the words begin that stand right before a window.
fn company(text: &str, start: usize) -> usize {
    const REACH: usize = 24;
    let from = floor_char_boundary(text, start.saturating_sub(REACH));
    let before = Span::new(from, start).of(text);
    // The first of them may be cut.
    let whole = if from == 0 { Some(0) } else { before.find(char::is_whitespace) };
    whole.map_or(start, |cut| from + cut)
}

impl Reader<'_> {
    /// Whether it is worth asking the grammar: most words of a text start no date.
    fn may_start(&self, at: usize) -> bool {
        match self.lex(at) {
            Some(Lex::Mark('\'')) => {
                matches!(self.lex(at + 1), Some(Lex::Tens(_))) || self.short_year(at).is_some()
            }
            Some(Lex::Figure | Lex::Word | Lex::Mark(_)) | None => false,
            Some(_) => true,
        }
    }
}

#[cfg(test)]
pub(super) use tests::word as any_word;

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
