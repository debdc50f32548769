//! Which days does a part of a date mean, a range of dates, or what lies before or after one?

use super::super::expression::lex::Unit;
use super::super::expression::meaning::{Element, Part, Side, Way};
use super::{Frame, calendar, relative};
use crate::date::{Day, Stretch, Weekday};

/// A third or a half of each reading. People draw such lines loosely, so the whole stays a reading.
pub(super) fn part(part: Part, wholes: &[Stretch], frame: &Frame) -> Vec<Stretch> {
    let parts = wholes.iter().filter_map(|whole| {
        let (first, last) = (whole.min.day()?, whole.max.day()?);
        match part {
            Part::Early | Part::Middle | Part::Late => third(part, first, last),
            Part::FirstHalf | Part::SecondHalf => half(part, first, last),
            Part::SoFar | Part::StillAhead => divided(part, (first, last), frame.today?),
        }
    });
    let exact = matches!(part, Part::FirstHalf | Part::SecondHalf | Part::SoFar | Part::StillAhead);
    let mut readings: Vec<Stretch> = parts.collect();
    if !exact || readings.is_empty() {
        readings.extend_from_slice(wholes);
    }
    readings
}

/// The n-th weekday, day or week of each reading.
pub(super) fn nth(number: i8, element: Element, wholes: &[Stretch]) -> Vec<Stretch> {
    let day = |stretch: &Stretch| match element {
        Element::Weekday(weekday) => calendar::nth_weekday(*stretch, number, weekday),
        Element::Unit(Unit::Day) => nth_day(number, *stretch),
        Element::Unit(_) => None,
    };
    match element {
        Element::Unit(Unit::Week) => wholes.iter().flat_map(|whole| weeks(number, *whole)).collect(),
        Element::Unit(Unit::Weekend) => {
            let saturday = |whole: &Stretch| calendar::nth_weekday(*whole, number, Weekday::Saturday);
            let both = |saturday: Day| Some(Stretch::days(saturday, saturday.plus_days(1)?));
            wholes.iter().filter_map(saturday).filter_map(both).collect()
        }
        _ => wholes.iter().filter_map(day).map(Stretch::day).collect(),
    }
}

/// The n-th such weekday after each reading.
pub(super) fn nth_after(number: u8, weekday: Weekday, from: &[Stretch]) -> Vec<Stretch> {
    let day = |date: &Stretch| {
        let next = date.max.day()?.plus_days(1)?;
        let lead = i64::from(weekday.since(next.weekday()));
        next.plus_days(lead + 7 * (i64::from(number) - 1))
    };
    from.iter().filter_map(day).map(Stretch::day).collect()
}

/// The week that a day lies in, from Monday; or the seven days from it. Of a weekend, its Saturday and Sunday.
pub(super) fn week_of(unit: Unit, days: &[Stretch]) -> Vec<Stretch> {
    let first = days.iter().filter_map(|day| day.single());
    let seven = |first: Day| Some(Stretch::days(first, first.plus_days(6)?));
    if unit == Unit::Weekend {
        return first.filter_map(|day| relative::unit_at(unit, 0, day)).collect();
    }
    first.flat_map(|day| [day.monday().and_then(seven), seven(day)]).flatten().collect()
}

/// From a reading of one end to a reading of the other, ends included; or only until the last one begins.
pub(super) fn range(from: &[Stretch], to: &[Stretch]) -> Vec<Stretch> {
    let mut readings = Vec::new();
    for end in to {
        let (Some(begins), Some(ends)) = (end.min.day(), end.max.day()) else { continue };
        let start = from.iter().filter_map(|one| one.min.day()).filter(|first| *first <= ends).max();
        let Some(start) = start else { continue };
        readings.push(Stretch::days(start, ends));
        if begins < ends && start <= begins {
            readings.push(Stretch::days(start, begins));
        }
    }
    readings
}

/// What lies on one side of a date. The date itself stays a reading: `after Monday's attack`, `by Friday`.
pub(super) fn open(side: Side, dates: &[Stretch]) -> Vec<Stretch> {
    let beyond = dates.iter().filter_map(|date| {
        let (first, last) = (date.min.day()?, date.max.day()?);
        Some(match side {
            Side::Before => Stretch::up_to(first.plus_days(-1)?),
            Side::After => Stretch::from(last.plus_days(1)?),
            Side::Since => Stretch::from(first),
            Side::Until => Stretch::up_to(last),
        })
    });
    beyond.chain(dates.iter().copied()).collect()
}

/// So many units from each reading of a date.
pub(super) fn offset(way: Way, (count, unit): (u32, Unit), from: &[Stretch]) -> Vec<Stretch> {
    let steps = relative::signed(way, count);
    let moved = |date: &Stretch| {
        if let Some(day) = date.single() {
            return relative::shifted(day, unit, steps).map(Stretch::day);
        }
        // `a year ago this month`; three days after July are some days in August.
        let whole = matches!(unit, Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century);
        let (first, after) = (date.min.day()?, date.max.day()?.plus_days(1)?);
        let both = relative::shifted(first, unit, steps).zip(relative::shifted(after, unit, steps));
        let (first, after) = both.filter(|_| whole && first.day() == 1 && after.day() == 1)?;
        Some(Stretch::days(first, after.plus_days(-1)?))
    };
    from.iter().filter_map(moved).collect()
}

/// So many units that end with each reading of a day, or that begin with it: then the last day may count or not.
pub(super) fn lasting(way: Way, (count, unit): (u32, Unit), days: &[Stretch]) -> Vec<Stretch> {
    let steps = relative::signed(way, count);
    let each = days.iter().filter_map(|day| day.single()).flat_map(|day| match way {
        Way::Back => {
            let first = day.plus_days(1).and_then(|after| relative::shifted(after, unit, steps));
            [first.map(|first| Stretch::days(first, day)), None]
        }
        Way::On => {
            let after = relative::shifted(day, unit, steps);
            let last = after.and_then(|after| after.plus_days(-1)).filter(|last| *last >= day);
            [last, after].map(|end| end.map(|end| Stretch::days(day, end)))
        }
    });
    each.flatten().collect()
}

/// The last such weekday up to each single day, and the first from it on.
pub(super) fn nearest_weekday(weekday: Weekday, days: &[Stretch]) -> Vec<Stretch> {
    let each = days.iter().filter_map(|day| day.single()).flat_map(|day| {
        let (since, until) = (day.weekday().since(weekday), weekday.since(day.weekday()));
        let (since, until) = (i64::from(since), i64::from(until));
        let (back, on) = (day.plus_days(-since), day.plus_days(until));
        if since <= until { [back, on] } else { [on, back] }
    });
    each.flatten().map(Stretch::day).collect()
}

fn third(part: Part, first: Day, last: Day) -> Option<Stretch> {
    let days = first.days_until(last)? + 1;
    if days > 3000 {
        let years = last.year() - first.year() + 1;
        let (early, late) = (first.year() + years * 4 / 10, first.year() + years * 7 / 10);
        return Some(match part {
            Part::Early => calendar::years(first.year(), early - 1),
            Part::Late => calendar::years(late, last.year()),
            _ => calendar::years(early, late - 1),
        });
    }
    // Months in tens of days, years in four months, weeks to Wednesday and from Friday.
    let (early, late) = match days {
        0..=3 => return None,
        4..=7 => (first.plus_days(2)?, last.plus_days(-2)?),
        8..=31 => (first.plus_days(9)?, first.plus_days(20)?),
        365 | 366 => (first.plus_months(4)?.plus_days(-1)?, first.plus_months(8)?),
        _ => (first.plus_days(days / 3 - 1)?, last.plus_days(1 - days / 3)?),
    };
    Some(match part {
        Part::Early => Stretch::days(first, early),
        Part::Late => Stretch::days(late, last),
        _ => Stretch::days(early.plus_days(1)?, late.plus_days(-1)?),
    })
}

fn half(part: Part, first: Day, last: Day) -> Option<Stretch> {
    let days = first.days_until(last)? + 1;
    let second = match days {
        0..=1 => return None,
        28..=31 => first.plus_days(15)?,
        365 | 366 => first.plus_months(6)?,
        _ => first.plus_days(days / 2)?,
    };
    Some(if part == Part::FirstHalf {
        Stretch::days(first, second.plus_days(-1)?)
    } else {
        Stretch::days(second, last)
    })
}

/// What has passed of a stretch that today lies in, or what is left.
fn divided(part: Part, (first, last): (Day, Day), today: Day) -> Option<Stretch> {
    let inside = first <= today && today <= last;
    let (from, to) = if part == Part::SoFar { (first, today) } else { (today, last) };
    inside.then(|| Stretch::days(from, to))
}

fn nth_day(number: i8, stretch: Stretch) -> Option<Day> {
    let (first, last) = (stretch.min.day()?, stretch.max.day()?);
    let day = if number > 0 {
        first.plus_days(i64::from(number) - 1)?
    } else {
        last.plus_days(i64::from(number) + 1)?
    };
    stretch.holds(day).then_some(day)
}

/// The n-th week: by ISO 8601 (the one with the first Thursday is the first), or the n-th that begins in the stretch,
/// or its n-th seven days.
fn weeks(number: i8, stretch: Stretch) -> Vec<Stretch> {
    let seven = |first: Day| Some(Stretch::days(first, first.plus_days(6)?));
    let iso = calendar::nth_weekday(stretch, number, Weekday::Thursday).and_then(Day::monday);
    let begun = calendar::nth_weekday(stretch, number, Weekday::Monday);
    let counted = stretch.min.day().filter(|_| number > 0);
    let counted = counted.and_then(|first| first.plus_days(7 * (i64::from(number) - 1)));
    [iso, begun, counted].into_iter().flatten().filter_map(seven).collect()
}
