//! Does every figure of a claim stand in the quotation.

use super::change::exchanged;
use super::clock;
use super::dates::{Dated, Outcome};
use super::words::{around, kin, words};
use super::{Fault, Flaw, fault, paraphrase};
use crate::figure::{self, Bound, Figure, Kind, Support};
use crate::span::Span;

/// The words of both texts and the quotation's figures, read once.
struct Sides<'t> {
    claim: &'t str,
    quotation: &'t str,
    claimed: &'t [Figure],
    figures: Vec<Figure>,
    quoted_words: Vec<(Span, String)>,
    claim_words: Vec<(Span, String)>,
}

/// The flaws of the claim's figures; the parts of its dates were compared as dates.
pub(super) fn ground(quotation: &str, claim: &str, dates: &[Dated]) -> Vec<Flaw> {
    let mine = figure::read(claim);
    // Most claims hold no figure, and then the quotation need not be read.
    if mine.is_empty() {
        return Vec::new();
    }
    let sides = Sides {
        claim,
        quotation,
        claimed: &mine,
        figures: figure::read(quotation),
        quoted_words: words(quotation),
        claim_words: words(claim),
    };
    let settled = |figure: &Figure, date: &Dated| {
        let compared = match date.outcome {
            Outcome::Same => true,
            Outcome::Judged => figure.kind.is_label(),
            Outcome::Open => false,
        };
        compared && date.span.meets(figure.number)
    };
    let open = mine.iter().filter(|figure| !dates.iter().any(|date| settled(figure, date)));
    let mut flaws: Vec<Flaw> = open.filter_map(|figure| flaw(figure, &sides)).collect();
    for turned in exchanged((claim, &mine), (quotation, &sides.figures)) {
        if !flaws.iter().any(|flaw| flaw.claim.zip(turned.claim).is_some_and(|(one, other)| one.meets(other)))
        {
            flaws.push(turned);
        }
    }
    flaws
}

fn flaw(figure: &Figure, sides: &Sides) -> Option<Flaw> {
    if figure.kind == Kind::Vague {
        return None;
    }
    if figure.kind.is_label() {
        return label(figure, sides);
    }
    if figure.unit.is_none()
        && clock::is_dotted(figure.span.of(sides.claim))
        && told(figure, sides) == Some(true)
    {
        return None;
    }
    let (support, source) = figure::best(figure, &sides.figures);
    if let Some(instead) = swapped(figure, source, sides) {
        return Some(Flaw { fault: Fault::ValueAbsent, claim: Some(figure.span), quotation: Some(instead) });
    }
    if support == Support::Absent && said_otherwise(figure, sides) {
        return None;
    }
    let found = fault(support)?;
    let told = paraphrase::support(figure, (sides.claim, sides.claimed), (sides.quotation, &sides.figures));
    if told < support {
        return fault(told).map(|fault| Flaw { fault, claim: Some(figure.span), quotation: None });
    }
    let close = |one: &Figure| paraphrase::close_to((sides.claim, figure), (sides.quotation, one));
    let fault = refine(found, figure, source);
    if fault == Fault::QualifierChanged && source.is_some_and(close) {
        return None;
    }
    let quotation = source.or_else(|| nearest(figure, sides)).map(|source| source.span);
    Some(Flaw { fault, claim: Some(figure.span), quotation })
}

/// A turned bound contradicts only if it points the other way; else it is another bound that may be true.
fn refine(fault: Fault, claim: &Figure, source: Option<&Figure>) -> Fault {
    let Some(source) = source.filter(|_| fault == Fault::QualifierTurned) else { return fault };
    match (direction(claim), direction(source)) {
        (0, _) | (_, 0) if source.bound != Bound::Exact => Fault::QualifierChanged,
        (one, other) if one == other => Fault::QualifierChanged,
        _ => Fault::QualifierTurned,
    }
}

/// Whether a bound opens upwards (1), downwards (-1) or neither.
fn direction(figure: &Figure) -> i8 {
    match figure.bound {
        Bound::MoreThan | Bound::AtLeast | Bound::JustOver | Bound::Plural => 1,
        Bound::LessThan | Bound::UpTo | Bound::Nearly => -1,
        Bound::Exact | Bound::About | Bound::Between => 0,
    }
}

/// The place of another number that stands in the quotation where the claim has this one: a number that was
/// exchanged for one from elsewhere in the sentence.
fn swapped(figure: &Figure, source: Option<&Figure>, sides: &Sides) -> Option<Span> {
    let source = source?;
    let (before, after) = around(&sides.claim_words, figure.number);
    let likeness = |place: Span| {
        let (theirs_before, theirs_after) = around(&sides.quoted_words, place);
        (alike(&before, &theirs_before), alike(&after, &theirs_after))
    };
    // The same number may stand in the quotation more than once: the place that is most alike counts.
    let bearing = sides.figures.iter().filter(|one| figure::support(figure, one).holds());
    let own = bearing.map(|one| sum(likeness(one.number))).max().unwrap_or_default();
    if own.max(sum(likeness(source.number))) > 1 || figure.kind != source.kind {
        return None;
    }
    let rivals =
        sides.figures.iter().filter(|rival| rival.kind == figure.kind && rival.number != source.number);
    let mut exact = rivals.filter(|rival| {
        let (front, back) = likeness(rival.number);
        let edge = before.is_empty() || after.is_empty();
        (front.min(back) >= 1 && front + back >= 4) || (edge && front + back >= 3)
    });
    exact.find(|rival| figure::support(figure, rival) == Support::Absent).map(|rival| rival.span)
}

const fn sum((front, back): (usize, usize)) -> usize {
    front + back
}

/// How many words in a row are the same from the figure outwards.
fn alike(one: &[&str], other: &[&str]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

/// Whether the quotation says the claim's "one" or "two" without a number: "a soldier", "both sides".
fn said_otherwise(figure: &Figure, sides: &Sides) -> bool {
    const ONE: [&str; 8] = ["a", "an", "the", "single", "another", "this", "that", "his"];
    const TWO: [&str; 4] = ["both", "pair", "couple", "twin"];
    let value = figure.written.value;
    let spelled: &[&str] = match figure.bound {
        Bound::Exact if (value - 1.0).abs() < f64::EPSILON => &ONE,
        Bound::Exact if (value - 2.0).abs() < f64::EPSILON => &TWO,
        _ => return false,
    };
    let counted = heads(figure, sides);
    let heads = sides
        .quoted_words
        .iter()
        .enumerate()
        .filter(|(_, (_, word))| counted.iter().any(|head| kin(word, head)));
    let mut spoken = heads.map(|(at, _)| sides.quoted_words.iter().take(at).rev().take(3));
    spoken.any(|mut before| before.any(|(_, word)| spelled.contains(&word.as_str())))
}

/// The words that say what is counted or measured.
fn heads<'s>(figure: &'s Figure, sides: &'s Sides) -> Vec<&'s str> {
    if let Some(noun) = &figure.noun {
        return vec![noun.head()];
    }
    let Some(unit) = figure.unit else { return Vec::new() };
    let after = Span::new(figure.number.end, figure.span.end);
    let written = sides.claim_words.iter().filter(|(span, _)| after.covers(*span));
    written.map(|(_, word)| word.as_str()).chain([unit.name]).collect()
}

/// The quotation's figure of the same kind, if there is just one: what the claim probably meant.
fn nearest<'s>(figure: &Figure, sides: &'s Sides) -> Option<&'s Figure> {
    let mut same = sides.figures.iter().filter(|other| other.kind == figure.kind);
    let only = same.next()?;
    same.next().is_none().then_some(only)
}

/// A label stands in the quotation or it doesn't. Small ordinals are too common in plain words to insist on.
fn label(figure: &Figure, sides: &Sides) -> Option<Flaw> {
    let equal =
        |other: &Figure| other.values().any(|value| (value - figure.written.value).abs() < f64::EPSILON);
    let whole = |other: &Figure| {
        figure.values().all(|mine| other.values().any(|value| (value - mine).abs() < f64::EPSILON))
    };
    let time = if figure.kind == Kind::Clock { told(figure, sides) } else { None };
    if time == Some(true) {
        return None;
    }
    let equal = |other: &Figure| equal(other) && !(time == Some(false) && other.kind == Kind::Clock);
    if sides.figures.iter().any(|other| equal(other) && (other.kind != figure.kind || whole(other))) {
        return None;
    }
    let rival = sides.figures.iter().find(|other| other.kind == figure.kind && same_noun(figure, other));
    let small = figure.kind == Kind::Ordinal && figure.written.value < 4.0;
    if small && rival.is_none() || sides.quotation.is_empty() {
        return None;
    }
    let quotation = rival.or_else(|| nearest(figure, sides)).map(|rival| rival.span);
    Some(Flaw { fault: Fault::LabelAbsent, claim: Some(figure.span), quotation })
}

/// Whether the quotation tells this time of day; nothing if it tells none that can be compared.
fn told(figure: &Figure, sides: &Sides) -> Option<bool> {
    let times = sides.figures.iter().filter(|other| other.kind == Kind::Clock);
    let same = times.map(|other| clock::same(figure.span.of(sides.claim), other.span.of(sides.quotation)));
    // One that cannot be compared may be the same.
    same.reduce(
        |one, other| if one == Some(true) || other == Some(true) { Some(true) } else { one.and(other) },
    )?
}

fn same_noun(one: &Figure, other: &Figure) -> bool {
    match (&one.noun, &other.noun) {
        (Some(one), Some(other)) => kin(one.head(), other.head()),
        _ => one.kind != Kind::Ordinal,
    }
}
