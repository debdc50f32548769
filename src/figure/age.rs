//! Is a figure somebody's age: 37-year-old, aged 37, `Kos, 37,`.

use super::Kind;
use super::amount::Amount;
use super::measure::Unit;
use super::token::Tokens;
use super::value::Form;

/// How surely a figure tells an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// It tells none.
    No,
    /// A bare number where an age may stand: `Kos, 37,`, "is 37".
    Perhaps,
    /// "aged 37", "at the age of 37".
    Said,
    /// "37-year-old", "37 years old".
    Old,
}

/// Nobody is older.
const OLDEST: f64 = 120.0;

/// Whether an amount whose last number is `last` tells an age.
pub(super) fn age(t: &Tokens, first: &Amount, last: &Amount, noun: bool) -> Age {
    if let Some(unit) = first.unit {
        let end = last.end;
        let old = t.any(end.wrapping_sub(1), &["old", "olds"]) || t.phrase(end, "of age").is_some();
        return if years(unit) && old { Age::Old } else { Age::No };
    }
    let whole = matches!(first.number.form, Form::Digits | Form::Cardinal)
        && first.number.value.fract() == 0.0
        && (0.0..=OLDEST).contains(&first.number.value);
    let Some(before) = first.start.checked_sub(1).filter(|_| whole) else { return Age::No };
    if said(t, before) {
        return Age::Said;
    }
    if !noun && (between_commas(t, before, last.end) || after_a_verb(t, before)) {
        return Age::Perhaps;
    }
    Age::No
}

/// The worth of a bare age in years, or of years in a bare age, where both tell ages.
pub(super) fn worth(from: (Age, Option<Unit>), to: (Age, Option<Unit>)) -> Option<f64> {
    let alike = |(bare, none): (Age, Option<Unit>), (full, unit): (Age, Option<Unit>)| {
        let told = (full == Age::Old && bare >= Age::Perhaps) || bare == Age::Said;
        none.is_none() && unit.is_some_and(years) && told
    };
    (alike(from, to) || alike(to, from)).then_some(1.0)
}

/// Whether a figure of this kind and age can be told as a plain count.
pub(super) fn bare(kind: Kind, age: Age) -> bool {
    kind == Kind::Count && age != Age::No
}

fn years(unit: Unit) -> bool {
    unit.name == "year"
}

/// "aged 65", "age 65", "the age of 65".
fn said(t: &Tokens, before: usize) -> bool {
    let at =
        (before.saturating_sub(2)..=before).rev().find(|at| !t.any(*at, &["over", "under", "about", "just"]));
    at.is_some_and(|at| t.any(at, &["aged", "age", "ages"]))
        || t.phrase_before(before + 1, "age of").is_some()
}

/// `Kos, 37,` and `Kos (37)`: between the name and what it does.
fn between_commas(t: &Tokens, before: usize, end: usize) -> bool {
    let named = before.checked_sub(1).is_some_and(|at| !t.word(at).is_empty());
    let closed = |marks: &[char]| t.mark(end).is_some_and(|mark| marks.contains(&mark));
    let commas = t.mark(before) == Some(',') && (end >= t.len() || closed(&[',', '.', ';']));
    named && (commas || (t.mark(before) == Some('(') && closed(&[')', ','])))
}

/// "Kos is 37", "a teacher of 37", "died at 37", but not "the toll was 37" nor "a crew of 37".
fn after_a_verb(t: &Tokens, before: usize) -> bool {
    #[rustfmt::skip]
    const MANY: [&str; 44] = [
        "total", "toll", "number", "count", "figure", "score", "rate", "average", "median", "index", "price",
        "tally", "sum", "size", "result", "majority", "minimum", "maximum", "crew", "team", "group", "convoy",
        "class", "family", "party", "band", "fleet", "crowd", "panel", "squad", "unit", "force", "staff",
        "list", "series", "set", "jury", "committee", "board", "delegation", "gang", "most", "some", "out",
    ];
    const ENDS: [&str; 6] = ["died", "dead", "dies", "retired", "married", "widowed"];
    let Some(last) = before.checked_sub(1) else { return false };
    let someone = !t.word(last).is_empty() && !t.any(last, &MANY);
    let verb = ["is", "was", "turned", "turns", "turning", "of"];
    (t.any(before, &verb) && someone) || (t.is(before, "at") && t.any(last, &ENDS))
}
