//! Does every number of the curator's prose stand in a fact that its sentence cites?

use super::{Check, Found, prose, words};
use crate::dossier::{Dossier, Prose};
use crate::figure::{self, Figure, Support};
use crate::finding::{Card, Finding, Severity};
use crate::span::Span;
use crate::text::sentences;

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "prose-ungrounded",
        severity: Severity::Error,
        summary: "a number of the prose stands in no fact that its sentence cites",
        page: include_str!("prose_ungrounded.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for (field, sketch) in dossier.prose().filter(|(field, _)| field.grounded) {
        let places = words::Places::of(dossier, field.text);
        let cites = sketch.cites.as_slice();
        for sentence in prose::sentences_with_cites(&field.text.value, sentences(&field.text.value)) {
            look(dossier, (&field, &places), (sentence, cites), found);
        }
    }
}

fn look(
    dossier: &Dossier,
    (field, places): (&Prose, &words::Places),
    (sentence, cites): (Span, &[(String, Span)]),
    found: &mut Found,
) {
    let text = &field.text.value;
    let own = prose::within(cites, sentence).iter().map(|(id, _)| id.as_str());
    let facts: Vec<usize> =
        own.chain(field.because.iter().copied()).filter_map(|id| dossier.index.fact_named(id)).collect();
    let mut known: Option<Vec<Figure>> = None;
    for figure in figure::read(sentence.of(text)) {
        let cite = |(_, span): &(String, Span)| span.meets(figure.span.shifted(sentence.start));
        if states_nothing(&figure, sentence.of(text)) || prose::within(cites, sentence).iter().any(cite) {
            continue;
        }
        let known = known.get_or_insert_with(|| figures_of(dossier, &facts));
        let Some((wrong, help)) = wrong(&figure, known) else { continue };
        let span = figure.span.shifted(sentence.start);
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: format!(
                "`{}` {wrong} that this sentence of `{}` cites",
                words::short(span.of(text), 40),
                field.name
            ),
            at: words::mark(places.at(span)),
            seen: Vec::new(),
            help: help.to_owned(),
        });
    }
}

/// `a second paper`, `one of them`: a word of order in letters, or a number that is none.
fn states_nothing(figure: &Figure, sentence: &str) -> bool {
    let in_letters = !figure.number.of(sentence).contains(|letter: char| letter.is_ascii_digit());
    figure.kind == figure::Kind::Vague || figure.kind == figure::Kind::Ordinal && in_letters
}

/// All figures of the facts' claims, values, dates and quotations.
fn figures_of(dossier: &Dossier, facts: &[usize]) -> Vec<Figure> {
    let mut figures = Vec::new();
    for fact in facts {
        let entry = dossier.fact(*fact);
        figures.extend(figure::read(&entry.value.claim.value));
        figures.extend(entry.value.value.iter().flat_map(|value| figure::read(&value.value)));
        let date = entry.value.date.as_ref().and_then(|date| date.edtf.as_ref().ok());
        figures.extend(date.iter().flat_map(|date| figure::read(&date.english())));
        let quotations = dossier.quotations_of(*fact);
        figures.extend(quotations.flat_map(|(_, one)| figure::read(&one.evidence.quote.value)));
    }
    figures
}

/// What is wrong with a figure that no fact bears out, and what to do.
fn wrong(figure: &Figure, known: &[Figure]) -> Option<(&'static str, &'static str)> {
    const ABSENT: (&str, &str) = (
        "stands in no fact",
        "cite the fact that gives it, `[@fact-id]`, in the same sentence, or leave the number out",
    );
    if !figure.kind.is_amount() {
        let same = |one: &f64| known.iter().flat_map(Figure::values).any(|other| (one - other).abs() < 1e-9);
        return (!figure.values().all(|value| same(&value))).then_some(ABSENT);
    }
    match figure::best(figure, known).0 {
        support if support.holds() || support == Support::OtherNoun => None,
        Support::QualifierDropped => {
            Some(("leaves out the bound of the fact", "write its `more than`, `up to` or `about`"))
        }
        Support::QualifierTurned => Some(("is bounded otherwise in the fact", "keep the bound of the fact")),
        Support::Unit => Some(("has another unit in the fact", "write the unit of the fact")),
        _ => Some(ABSENT),
    }
}
