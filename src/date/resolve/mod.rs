//! Which days can an expression mean in an article of a given date?

mod calendar;
mod composed;
mod cue;
mod relative;

use super::expression::meaning::{Side, Way, When};
use super::{Day, Expression, Stretch};

/// What an expression can mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Resolution {
    /// Its readings, the likeliest first; none if it is vague or needs a reference that is not there.
    ///
    /// They are alternatives: a date agrees if it agrees with one of them ([`Edtf::nearest_relation`](super::Edtf::nearest_relation)).
    pub candidates: Vec<Stretch>,
    /// Whether its words are too loose for a verdict (`in recent weeks`, `a year ago`, `the next day`).
    pub vague: bool,
    /// Whether it counts from the day of publication, so that it means nothing, or less, without one.
    pub relative: bool,
    /// Whether the words around it speak of what is still to come (`will`, `scheduled`, `deadline`).
    pub ahead: bool,
}

/// The readings of an expression in `text`, given the days that the article's date can mean if it has one.
///
/// A reference that leaves open a few days (`2021-07-04..2021-07-05`) gives the readings of each; one that leaves
/// open more than a week counts as none.
#[must_use]
pub fn resolve(said: &Expression, text: &str, reference: Option<Stretch>) -> Resolution {
    let ahead = cue::points_ahead(text, said.span);
    let memory = cue::names_attack(text, said.span);
    let absolute = readings(&said.when, &Frame { today: None, ahead, memory });
    let mut candidates = Vec::new();
    for today in days_of(reference) {
        candidates.extend(readings(&said.when, &Frame { today: Some(today), ahead, memory }));
    }
    let vague = said.when == When::Vague;
    let relative = !vague && (absolute.is_empty() || !candidates.is_empty() && candidates != absolute);
    if candidates.is_empty() {
        candidates = absolute;
    }
    Resolution { candidates: distinct(candidates), vague, relative, ahead }
}

/// What the readings depend on besides the expression itself.
#[derive(Clone, Copy)]
struct Frame {
    today: Option<Day>,
    ahead: bool,
    /// Whether an attack is spoken of, so that `Sept. 11` can be that of 2001.
    memory: bool,
}

/// All readings in a frame, the likeliest first.
fn readings(when: &When, frame: &Frame) -> Vec<Stretch> {
    match when {
        When::Calendar(date) => calendar::dated(date, frame),
        When::OfYear(steps, date) => calendar::of_year(*steps, date, frame),
        When::Numeric(numeric) => calendar::numeric(*numeric, frame),
        When::Years(first, last) => vec![calendar::years(*first, *last)],
        When::Tens(tens) => calendar::tens(*tens, frame),
        When::Century(number) => calendar::century(*number),
        When::Holiday(holiday, year, turn) => calendar::holiday(*holiday, *year, (*turn, frame)),
        When::Part(part, whole) => composed::part(*part, &readings(whole, frame), frame),
        When::Nth(number, element, whole) => composed::nth(*number, *element, &readings(whole, frame)),
        When::NthAfter(number, weekday, from) => {
            composed::nth_after(*number, *weekday, &readings(from, frame))
        }
        When::WeekOf(unit, day) => composed::week_of(*unit, &readings(day, frame)),
        When::Range(from, to) => composed::range(&readings(from, frame), &readings(to, frame)),
        // `until Friday` points ahead by itself.
        When::Open(side, date) => {
            let ahead = frame.ahead || *side == Side::Until;
            composed::open(*side, &readings(date, &Frame { ahead, ..*frame }))
        }
        When::Offset(way, count, unit, Some(from)) => {
            let from = readings(from, &Frame { ahead: true, ..*frame });
            composed::offset(*way, (*count, *unit), &from)
        }
        When::Lasting(way, count, unit, day) => {
            // What lasts from a day on may still be to come.
            let ahead = frame.ahead || *way == Way::On;
            composed::lasting(*way, (*count, *unit), &readings(day, &Frame { ahead, ..*frame }))
        }
        When::NearestWeekday(weekday, near) => composed::nearest_weekday(*weekday, &readings(near, frame)),
        When::Vague => Vec::new(),
        _ => frame.today.map_or_else(Vec::new, |today| relative::from_today(when, today, frame.ahead)),
    }
}

/// The days that a reference can mean, if they are few.
fn days_of(reference: Option<Stretch>) -> Vec<Day> {
    const FEW: i64 = 6;
    let ends = reference.and_then(|bounds| bounds.min.day().zip(bounds.max.day()));
    let Some((first, last)) = ends else { return Vec::new() };
    match first.days_until(last) {
        Some(more @ 0..=FEW) => (0..=more).filter_map(|step| first.plus_days(step)).collect(),
        _ => Vec::new(),
    }
}

fn distinct(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut kept: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        if !kept.contains(&stretch) {
            kept.push(stretch);
        }
    }
    kept
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
