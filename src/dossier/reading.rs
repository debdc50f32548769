//! What does each quotation of a fact say, so that the sources can be compared?

use super::Quotation;
use crate::facts::{Evidence, Fact, Rank};
use crate::figure::{self, Agreement, Figure};

/// What a quotation says, in a form that can be compared.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The number of the quotation.
    pub quotation: usize,
    /// The reading in the source's words.
    pub written: String,
    /// Of a figure, the words without what it counts: `more than 1,000`.
    pub number: String,
    /// What it comes to.
    pub value: Value,
}

impl Reading {
    /// The figure in the source's words, without what it counts; the whole reading if it is no figure.
    #[must_use]
    pub fn figure_words(&self) -> String {
        if self.number.is_empty() { self.written.clone() } else { self.number.clone() }
    }
}

/// What a reading comes to.
#[derive(Debug, Clone)]
pub enum Value {
    /// A figure.
    Figure(Box<Figure>),
    /// Words that are no figure.
    Words,
}

/// The readings of a fact, one a quotation at most: what `says` names, else the one figure of the quotation that can
/// be set beside the fact's value. A quotation that says nothing comparable gives none.
pub(super) fn of_fact(fact: &Fact, quotations: &[Quotation], first: usize) -> Vec<Reading> {
    let value = fact.value.as_ref().and_then(|value| amounts(&value.value).into_iter().next());
    let says_somewhere = quotations.iter().any(|one| one.evidence.says.is_some());
    if fact.value.is_none() && !says_somewhere {
        return Vec::new();
    }
    let used = quotations.iter().enumerate().filter(|(_, one)| one.evidence.rank != Rank::Deprecated);
    used.filter_map(|(at, one)| of_quotation(one, value.as_ref(), first + at)).collect()
}

/// The figure that the fact itself gives, with its words.
pub(super) fn of_value(fact: &Fact) -> Option<(Figure, String)> {
    let written = &fact.value.as_ref()?.value;
    let figure = amounts(written).into_iter().next()?;
    Some((figure, written.clone()))
}

fn of_quotation(quotation: &Quotation, value: Option<&Figure>, number: usize) -> Option<Reading> {
    let evidence = quotation.evidence;
    if let Some(says) = &evidence.says {
        let mut figures = in_unit(amounts(&says.value), &says.value, evidence);
        let words = figures.first().map(|figure| one_line(figure.span.of(&says.value))).unwrap_or_default();
        let value =
            if figures.is_empty() { Value::Words } else { Value::Figure(Box::new(figures.swap_remove(0))) };
        return Some(Reading { quotation: number, written: one_line(&says.value), number: words, value });
    }
    let text = &evidence.quote.value;
    let figures = in_unit(amounts(text), text, evidence);
    let comparable: Vec<&Figure> = match value {
        Some(value) => figures
            .iter()
            .filter(|figure| figure::agreement(value, figure) != Agreement::NotComparable)
            .collect(),
        None => figures.iter().collect(),
    };
    // Where several could be meant, the curator has to say which: `says`.
    let [figure] = comparable.as_slice() else { return None };
    Some(Reading {
        quotation: number,
        written: one_line(figure.as_written(text)),
        number: one_line(figure.span.of(text)),
        value: Value::Figure(Box::new((*figure).clone())),
    })
}

/// The figures with the unit that the evidence gives, where the words name none.
fn in_unit(figures: Vec<Figure>, text: &str, evidence: &Evidence) -> Vec<Figure> {
    let Some(unit) = &evidence.unit else { return figures };
    let with_unit = |figure: Figure| match figure.unit {
        Some(_) => figure,
        None => {
            let written = format!("{} {}", figure.span.of(text), unit.value);
            // Where it stands stays as it was: the words are those of the text.
            let measured = amounts(&written).into_iter().next();
            measured.map_or_else(
                || figure.clone(),
                |one| Figure { span: figure.span, number: figure.number, ..one },
            )
        }
    };
    figures.into_iter().map(with_unit).collect()
}

/// The figures of a text that state how many or how much.
fn amounts(text: &str) -> Vec<Figure> {
    figure::read(text).into_iter().filter(|figure| figure.kind.is_amount()).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
