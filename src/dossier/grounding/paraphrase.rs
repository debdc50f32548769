//! What figures does a text tell in other words than a number and its unit: a decade, eightfold, 17 out of 41.

use super::words::words;
use crate::figure::{self, Bound, Figure, Kind, Support};
use crate::span::Span;

/// A figure told in other words, and where.
struct Told {
    span: Span,
    figure: Figure,
}

/// How well the other words of either side bear out a claim's figure.
pub(super) fn support(
    mine: &Figure,
    (claim, claimed): (&str, &[Figure]),
    (quotation, quoted): (&str, &[Figure]),
) -> Support {
    if same_part(mine, &parts(claim, claimed), &parts(quotation, quoted)) {
        return Support::Equal;
    }
    let theirs = told(quotation);
    let fits = |one: &&Told| one.figure.unit.is_some() || times(mine);
    let bearing = theirs.iter().filter(fits).map(|one| figure::support(mine, &one.figure));
    let own = told(claim);
    let own = own.iter().filter(|one| one.span.meets(mine.number) && one.figure.unit.is_some());
    let turned = own.map(|one| figure::best(&one.figure, quoted).0);
    bearing.chain(turned).min().unwrap_or(Support::Absent)
}

/// Whether two bounds that differ are one word's: "close to" says "nearly" as well as "about".
pub(super) fn close_to(mine: (&str, &Figure), theirs: (&str, &Figure)) -> bool {
    let close = |(text, one): (&str, &Figure)| {
        one.span.of(text).get(..8).is_some_and(|start| start.eq_ignore_ascii_case("close to"))
    };
    let nearly = |(_, one): (&str, &Figure)| one.bound == Bound::Nearly;
    (close(mine) && nearly(theirs)) || (nearly(mine) && close(theirs))
}

/// All figures that `text` tells in other words.
fn told(text: &str) -> Vec<Told> {
    let words = words(text);
    let word = |at: usize| words.get(at).map_or("", |(_, word)| word.as_str());
    let mut found = Vec::new();
    for (at, (span, low)) in words.iter().enumerate() {
        let (back, said) = match low.as_str() {
            "decade" | "century" | "fortnight" => match period(&word, at) {
                Some(said) => (1, said),
                None => continue,
            },
            "point" => match point(&word, at) {
                Some((back, said)) => (back, said),
                None => continue,
            },
            _ => match low.strip_suffix("fold").filter(|many| many.len() > 2) {
                Some(many) => (0, format!("{many} times")),
                None => continue,
            },
        };
        let start = words.get(at - back).map_or(span.start, |(first, _)| first.start);
        let before = words.get((at - back).saturating_sub(3)).map_or(start, |(first, _)| first.start);
        let bounds = text.get(before..start).unwrap_or_default();
        if let Some(figure) = figure::read(&format!("{bounds}{said}")).pop() {
            found.push(Told { span: Span::new(start, span.end), figure });
        }
    }
    found
}

/// "a decade", "the past decade", but not the one of "half a decade".
fn period<'w>(word: &impl Fn(usize) -> &'w str, at: usize) -> Option<String> {
    let last = at.checked_sub(1)?;
    let whole = ["a", "past", "last", "previous", "next", "coming"].contains(&word(last));
    let parted =
        last.checked_sub(1).is_some_and(|before| ["half", "of", "quarter", "in"].contains(&word(before)));
    (whole && !parted).then(|| format!("one {}", word(at)))
}

/// "a quarter of a point", "half a point", "three-quarters of a point": how many words stand before, and the figure.
fn point<'w>(word: &impl Fn(usize) -> &'w str, at: usize) -> Option<(usize, String)> {
    const PARTS: [(&[&str], &str); 7] = [
        (&["three", "quarters", "of", "a"], "0.75"),
        (&["a", "quarter", "of", "a"], "0.25"),
        (&["quarter", "of", "a"], "0.25"),
        (&["a", "quarter"], "0.25"),
        (&["half", "a"], "0.5"),
        (&["a", "half"], "0.5"),
        (&["half", "of", "a"], "0.5"),
    ];
    let leads = |part: &[&str]| {
        at.checked_sub(part.len()).is_some_and(|from| (from..).zip(part).all(|(at, one)| word(at) == *one))
    };
    let (part, value) = PARTS.iter().find(|(part, _)| leads(part))?;
    Some((part.len(), format!("{value} percentage points")))
}

/// Whether a count is of times: "eight times higher".
fn times(figure: &Figure) -> bool {
    figure.kind == Kind::Count
        && figure.noun.as_ref().is_some_and(|noun| noun.words.split(' ').next() == Some("times"))
}

/// So many of so many, how the first is bounded, and where both stand.
struct Part {
    some: f64,
    all: f64,
    bound: Bound,
    span: Span,
}

/// "17 of 41", "17 of the 41", "17 out of 41".
fn parts(text: &str, figures: &[Figure]) -> Vec<Part> {
    let ratios = figures.iter().filter(|one| one.kind == Kind::Ratio).filter_map(|one| match *one.parts {
        [some, all] if one.span.of(text).contains("out of") => {
            Some(Part { some, all, bound: one.bound, span: one.span })
        }
        _ => None,
    });
    let pairs = figures.iter().zip(figures.iter().skip(1)).filter_map(|(some, all)| {
        let counts = some.kind == Kind::Count && all.kind == Kind::Count && all.bound == Bound::Exact;
        let link = text.get(some.number.end..all.number.start)?.trim();
        (counts && ["of", "of the", "of its", "of their"].contains(&link)).then(|| Part {
            some: some.written.value,
            all: all.written.value,
            bound: some.bound,
            span: Span::new(some.span.start, all.span.end),
        })
    });
    ratios.chain(pairs).collect()
}

/// Whether a figure stands in a part of a whole that the quotation tells too.
fn same_part(figure: &Figure, mine: &[Part], theirs: &[Part]) -> bool {
    let same = |one: f64, other: f64| (one - other).abs() < f64::EPSILON;
    let own = mine.iter().find(|part| part.span.meets(figure.number));
    own.is_some_and(|own| {
        theirs
            .iter()
            .any(|part| same(part.some, own.some) && same(part.all, own.all) && part.bound == own.bound)
    })
}
