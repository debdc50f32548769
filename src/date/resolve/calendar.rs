//! Which days can a date of the calendar mean whose year, or even month, is left to the reader?

use super::super::expression::meaning::{Calendar, Holiday, Turn};
use super::super::expression::numeric::Numeric;
use super::Frame;
use crate::date::{Day, Stretch, Weekday, month_length};

/// The readings of a date: one if the year is given, else those of the years around today.
pub(super) fn dated(date: &Calendar, frame: &Frame) -> Vec<Stretch> {
    if let Some(year) = date.year {
        return in_year(date, year).into_iter().collect();
    }
    let named = frame.memory && date.months == Some((9, 1)) && date.day == Some(11);
    let attack = Day::new(2001, 9, 11).map(Stretch::day).filter(|_| named);
    let Some(today) = frame.today else { return attack.into_iter().collect() };
    if date.months.is_none() {
        return lone_day(date, today);
    }
    let near = |years: &mut dyn Iterator<Item = i64>| -> Vec<Stretch> {
        years.filter_map(|step| in_year(date, today.year() + step)).collect()
    };
    let mut all = near(&mut (-1..=1));
    if all.is_empty() {
        // A 29 February.
        all = near(&mut (-4..=4));
    }
    let readings = turned(all, date.turn, (today, frame.ahead));
    // `Tuesday, 10 January`: the weekday picks the year, if it fits one nearby; a slip of the pen fits none.
    let fits = |reading: &Stretch| reading.single().map(Day::weekday) == date.weekday;
    let mut fitting = near(&mut (-3..=3));
    fitting.retain(|reading| date.weekday.is_some() && fits(reading));
    fitting = nearest(&fitting, today, frame.ahead);
    fitting.truncate(1);
    attack.into_iter().chain(fitting).chain(readings).collect()
}

/// The date in the year so many from this one.
pub(super) fn of_year(steps: i64, date: &Calendar, frame: &Frame) -> Vec<Stretch> {
    let year = frame.today.map(|today| today.year() + steps);
    year.and_then(|year| in_year(date, year)).into_iter().collect()
}

/// The readings of a date in digits: day and month in either order, where both can be.
pub(super) fn numeric(numeric: Numeric, frame: &Frame) -> Vec<Stretch> {
    match numeric {
        Numeric::Exact(day) => vec![Stretch::day(day)],
        Numeric::Month(month, year) => Stretch::month(year, month).into_iter().collect(),
        Numeric::Pair(one, other, year) => {
            let both = [Day::new(year, one, other), Day::new(year, other, one)];
            both.into_iter().flatten().map(Stretch::day).collect()
        }
        // `9/11` is a name.
        Numeric::Yearless(9, 11) => {
            let date = Calendar { months: Some((9, 1)), day: Some(11), ..Calendar::default() };
            dated(&date, &Frame { memory: true, ..*frame })
        }
        Numeric::Yearless(one, other) => [(one, other), (other, one)]
            .into_iter()
            .flat_map(|(month, day)| {
                dated(&Calendar { months: Some((month, 1)), day: Some(day), ..Calendar::default() }, frame)
            })
            .collect(),
    }
}

/// From the first of one year to the last of another.
pub(super) fn years(first: i64, last: i64) -> Stretch {
    Stretch::days(Day::first_of_year(first), Day::last_of_year(last))
}

/// `the 90s`: the latest that have begun.
pub(super) fn tens(tens: u16, frame: &Frame) -> Vec<Stretch> {
    let Some(today) = frame.today else { return Vec::new() };
    let first = today.year().div_euclid(100) * 100 + i64::from(tens);
    let first = if first > today.year() { first - 100 } else { first };
    vec![years(first, first + 9)]
}

/// `the 19th century`: from 1801, or, as most people count, from 1800.
pub(super) fn century(number: i64) -> Vec<Stretch> {
    let end = number.saturating_mul(100);
    vec![years(end - 99, end), years(end - 100, end - 1)]
}

/// The feast of that year, or those around today.
pub(super) fn holiday(holiday: Holiday, year: Option<i64>, (turn, frame): (Turn, &Frame)) -> Vec<Stretch> {
    let day_in = |year: i64| feast(holiday, year).map(Stretch::day);
    if let Some(year) = year {
        return day_in(year).into_iter().collect();
    }
    let Some(today) = frame.today else { return Vec::new() };
    let all = [-1, 0, 1].into_iter().filter_map(|step| day_in(today.year() + step)).collect();
    turned(all, turn, (today, frame.ahead))
}

fn in_year(date: &Calendar, year: i64) -> Option<Stretch> {
    let Some((first, count)) = date.months else { return Some(Stretch::year(year)) };
    if let Some(day) = date.day {
        return Day::new(year, first, day).map(Stretch::day);
    }
    let begins = Day::new(year, first, 1)?;
    let last = begins.plus_months(i64::from(count) - 1)?;
    Some(Stretch::days(begins, Day::new(last.year(), last.month(), month_length(last.year(), last.month()))?))
}

/// Those of the yearly readings that `last`, `this` or `next` leave; without any, the nearest.
fn turned(all: Vec<Stretch>, turn: Turn, (today, ahead): (Day, bool)) -> Vec<Stretch> {
    let begins = |reading: &Stretch| reading.min.day().unwrap_or(today);
    let ends = |reading: &Stretch| reading.max.day().unwrap_or(today);
    let this_year = |reading: &Stretch| begins(reading).year() == today.year();
    let mut sorted = all;
    sorted.sort_by_key(begins);
    let latest = || sorted.iter().rev().find(|reading| ends(reading) < today).copied();
    let coming = || sorted.iter().find(|reading| begins(reading) > today).copied();
    let of_year = |step: i64| sorted.iter().find(|one| begins(one).year() == today.year() + step).copied();
    match turn {
        Turn::This => sorted.iter().filter(|reading| this_year(reading)).copied().collect(),
        Turn::Last => [latest(), of_year(-1)].into_iter().flatten().collect(),
        Turn::Past => latest().into_iter().collect(),
        Turn::Next => [coming(), of_year(1)].into_iter().flatten().collect(),
        Turn::Coming => coming().into_iter().collect(),
        Turn::Any => nearest(&sorted, today, ahead),
    }
}

/// The nearest reading; the next nearest, too, unless the nearest is close and a single day.
fn nearest(sorted: &[Stretch], today: Day, ahead: bool) -> Vec<Stretch> {
    const CLOSE: i64 = 120;
    let away = |reading: &Stretch| {
        let (min, max) = (reading.min.day().unwrap_or(today), reading.max.day().unwrap_or(today));
        if reading.holds(today) {
            return 0;
        }
        let near = if today < min { min } else { max };
        today.days_until(near).map_or(i64::MAX, i64::abs)
    };
    let mut order: Vec<Stretch> = sorted.to_vec();
    order.sort_by_key(away);
    let day = order.first().is_some_and(|first| first.single().is_some());
    let close = order.first().is_some_and(|first| away(first) <= CLOSE);
    let kept = if day && close && !ahead { 1 } else { 2 };
    order.truncate(kept);
    order
}

/// `the 4th`, `Tue 13th`: in this month or the months around it, on that weekday if one is named.
fn lone_day(date: &Calendar, today: Day) -> Vec<Stretch> {
    let Some(number) = date.day else { return Vec::new() };
    let in_month = |step: i64| {
        let first = Day::new(today.year(), today.month(), 1)?.plus_months(step)?;
        Day::new(first.year(), first.month(), number)
    };
    let steps: Vec<i64> = match (date.turn, date.weekday) {
        (Turn::Last | Turn::Past, _) => vec![-1],
        (Turn::This, _) => vec![0],
        (Turn::Next | Turn::Coming, _) => vec![1],
        (Turn::Any, None) => vec![-1, 0, 1],
        (Turn::Any, Some(_)) => (-11..=11).collect(),
    };
    let fits = |day: &Day| date.weekday.is_none_or(|weekday| day.weekday() == weekday);
    let all: Vec<Day> = steps.into_iter().filter_map(in_month).filter(fits).collect();
    let before = all.iter().rev().find(|day| **day <= today).copied();
    let after = all.iter().find(|day| **day > today).copied();
    let mut readings: Vec<Day> = [before, after].into_iter().flatten().collect();
    readings.sort_by_key(|day| today.days_until(*day).map_or(i64::MAX, i64::abs));
    readings.into_iter().map(Stretch::day).collect()
}

fn feast(holiday: Holiday, year: i64) -> Option<Day> {
    match holiday {
        Holiday::Fixed(month, day) => Day::new(year, month, day),
        Holiday::Floating(month, number, weekday) => {
            let month = Stretch::month(year, month)?;
            nth_weekday(month, number, weekday)
        }
        Holiday::Easter(offset) => easter(year)?.plus_days(i64::from(offset)),
    }
}

/// The n-th such weekday of a stretch; −1 is the last.
pub(super) fn nth_weekday(stretch: Stretch, number: i8, weekday: Weekday) -> Option<Day> {
    let (first, last) = (stretch.min.day()?, stretch.max.day()?);
    let day = if number > 0 {
        let lead = i64::from(weekday.since(first.weekday()));
        first.plus_days(lead + 7 * (i64::from(number) - 1))?
    } else {
        let trail = i64::from(last.weekday().since(weekday));
        last.plus_days(-trail + 7 * (i64::from(number) + 1))?
    };
    stretch.holds(day).then_some(day)
}

/// Easter Sunday by the Gregorian reckoning (Meeus, Jones and Butcher).
fn easter(year: i64) -> Option<Day> {
    let (golden, century, rest) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let moon = (19 * golden + century - century.div_euclid(4) - correction + 15).rem_euclid(30);
    let sunday =
        (32 + 2 * century.rem_euclid(4) + 2 * rest.div_euclid(4) - moon - rest.rem_euclid(4)).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * sunday).div_euclid(451);
    let total = moon + sunday - 7 * late + 114;
    let month = u8::try_from(total.div_euclid(31)).ok()?;
    Day::new(year, month, u8::try_from(total.rem_euclid(31) + 1).ok()?)
}
