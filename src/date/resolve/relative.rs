//! Which days does an expression mean that counts from the day of writing?

use super::super::expression::lex::Unit;
use super::super::expression::meaning::{Turn, Way, When};
use crate::date::{Day, Stretch, Weekday, month_length};

/// The readings of an expression that means nothing without a day of writing.
pub(super) fn from_today(when: &When, today: Day, ahead: bool) -> Vec<Stretch> {
    match when {
        When::Weekday(day, turn) => weekday(*day, *turn, (today, ahead)),
        When::OfWeek(day, steps) => of_week(today, *day, *steps).into_iter().map(Stretch::day).collect(),
        When::Unit(unit, steps) => unit_readings(*unit, *steps, today),
        When::Weekend => weekends(today),
        When::Overnight if ahead => {
            nights(today).into_iter().chain(today.plus_days(1).map(Stretch::day)).collect()
        }
        When::Overnight => nights(today),
        When::LastNight => last_night(today),
        When::Run(way, count, unit) => run(*way, (*count, *unit), today),
        When::Offset(way, count, unit, None) => offset(*way, (*count, *unit), today),
        When::Ahead(count, unit) => still_to_come((*count, *unit), today, ahead),
        When::Weekdays(way, count, day) => weekdays(*way, (*count, *day), today),
        _ => Vec::new(),
    }
}

/// The whole unit so many steps from the one that `today` lies in: a week from Monday, a quarter, a decade.
pub(super) fn unit_at(unit: Unit, steps: i64, today: Day) -> Option<Stretch> {
    match unit {
        Unit::Hour => None,
        Unit::Day => today.plus_days(steps).map(Stretch::day),
        Unit::Week => from_day(today.monday()?.plus_days(steps.checked_mul(7)?)?, 7),
        Unit::Weekend => from_day(today.monday()?.plus_days(steps.checked_mul(7)?.checked_add(5)?)?, 2),
        Unit::Fortnight => from_day(today.monday()?.plus_days(steps.checked_mul(14)?)?, 14),
        Unit::Month => months(today, steps, 1),
        Unit::Quarter => months(today, steps, 3),
        Unit::Year => months(today, steps, 12),
        Unit::Decade => years(today, steps, 10),
        Unit::Century => years(today, steps, 100),
    }
}

/// The day so many units away.
pub(super) fn shifted(day: Day, unit: Unit, steps: i64) -> Option<Day> {
    match unit {
        Unit::Hour => None,
        Unit::Day => day.plus_days(steps),
        Unit::Week | Unit::Weekend => day.plus_days(steps.checked_mul(7)?),
        Unit::Fortnight => day.plus_days(steps.checked_mul(14)?),
        Unit::Month => day.plus_months(steps),
        Unit::Quarter => day.plus_months(steps.checked_mul(3)?),
        Unit::Year => day.plus_months(steps.checked_mul(12)?),
        Unit::Decade => day.plus_months(steps.checked_mul(120)?),
        Unit::Century => day.plus_months(steps.checked_mul(1200)?),
    }
}

/// So many steps one way or the other.
pub(super) fn signed(way: Way, count: u32) -> i64 {
    match way {
        Way::Back => -i64::from(count),
        Way::On => i64::from(count),
    }
}

fn from_day(first: Day, days: i64) -> Option<Stretch> {
    Some(Stretch::days(first, first.plus_days(days - 1)?))
}

/// The run of `count` months, aligned to the year, so many runs away.
fn months(today: Day, steps: i64, count: u8) -> Option<Stretch> {
    let month = (today.month() - 1) / count * count + 1;
    let first = Day::new(today.year(), month, 1)?.plus_months(steps.checked_mul(i64::from(count))?)?;
    let last = first.plus_months(i64::from(count) - 1)?;
    Some(Stretch::days(first, Day::new(last.year(), last.month(), month_length(last.year(), last.month()))?))
}

fn years(today: Day, steps: i64, count: i64) -> Option<Stretch> {
    let first = today.year().div_euclid(count).checked_add(steps)?.checked_mul(count)?;
    (-9999..9900).contains(&first).then(|| super::calendar::years(first, first + count - 1))
}

/// The latest such day not after today; ahead too, where the sentence looks ahead.
fn weekday(day: Weekday, turn: Turn, (today, ahead): (Day, bool)) -> Vec<Stretch> {
    let since = i64::from(today.weekday().since(day));
    let until = i64::from(day.since(today.weekday()));
    let strictly = |days: i64| if days == 0 { 7 } else { days };
    let week = |steps: i64| of_week(today, day, steps);
    let found = match turn {
        // `will meet on Friday`, printed on Friday: more likely today than in a week.
        Turn::Any if ahead && until == 0 => vec![Some(today), today.plus_days(7)],
        Turn::Any if ahead => vec![today.plus_days(until), today.plus_days(-since)],
        Turn::Any => vec![today.plus_days(-since)],
        Turn::Last => vec![today.plus_days(-strictly(since)), week(-1)],
        Turn::Past => vec![today.plus_days(-strictly(since))],
        Turn::This => vec![week(0), today.plus_days(until)],
        Turn::Next => vec![today.plus_days(strictly(until)), week(1)],
        Turn::Coming => vec![today.plus_days(strictly(until))],
    };
    found.into_iter().flatten().map(Stretch::day).collect()
}

fn of_week(today: Day, day: Weekday, steps: i64) -> Option<Day> {
    let offset = i64::from(day.to_monday_zero_offset());
    today.monday()?.plus_days(steps.checked_mul(7)?.checked_add(offset)?)
}

/// A week runs from Monday or, in American papers, from Sunday.
fn unit_readings(unit: Unit, steps: i64, today: Day) -> Vec<Stretch> {
    let mut readings: Vec<Stretch> = unit_at(unit, steps, today).into_iter().collect();
    if unit == Unit::Week {
        let sunday = today.plus_days(-i64::from(today.weekday().to_sunday_zero_offset()));
        readings.extend(sunday.and_then(|sunday| from_day(sunday.plus_days(7 * steps)?, 7)));
    }
    // On a weekend, `last weekend` is the one before; on a weekday, `this weekend` can be the one just gone.
    if unit == Unit::Weekend && steps == 0 {
        readings.extend(unit_at(unit, -1, today));
    }
    readings
}

/// The weekend that today is in, or the ones on either side.
fn weekends(today: Day) -> Vec<Stretch> {
    [unit_at(Unit::Weekend, -1, today), unit_at(Unit::Weekend, 0, today)].into_iter().flatten().collect()
}

/// A night has two dates.
fn nights(today: Day) -> Vec<Stretch> {
    let Some(before) = today.plus_days(-1) else { return Vec::new() };
    vec![Stretch::days(before, today), Stretch::day(before), Stretch::day(today)]
}

/// The evening's date comes first.
fn last_night(today: Day) -> Vec<Stretch> {
    let Some(before) = today.plus_days(-1) else { return Vec::new() };
    vec![Stretch::day(before), Stretch::days(before, today)]
}

/// `the past two weeks`: counted from today, or in whole weeks of the calendar.
fn run(way: Way, (count, unit): (u32, Unit), today: Day) -> Vec<Stretch> {
    if unit == Unit::Hour {
        let far = today.plus_days(signed(way, count.div_ceil(24)));
        return far.map(|far| Stretch::days(today, far)).into_iter().collect();
    }
    let steps = signed(way, count);
    let far = shifted(today, unit, steps);
    let rolling = match way {
        Way::Back => far.map(|far| Stretch::days(far, today)),
        Way::On => far.zip(today.plus_days(1)).map(|(far, next)| Stretch::days(next, far)),
    };
    let near = unit_at(unit, if way == Way::Back { -1 } else { 1 }, today);
    let ends = near.zip(unit_at(unit, steps, today));
    let aligned = ends.and_then(|(near, far)| {
        let (first, last) = if way == Way::Back { (far.min, near.max) } else { (near.min, far.max) };
        Some(Stretch::days(first.day()?, last.day()?))
    });
    [rolling, aligned].into_iter().flatten().collect()
}

/// `three weeks ago`: the longer the unit, the looser the day.
fn offset(way: Way, (count, unit): (u32, Unit), today: Day) -> Vec<Stretch> {
    let steps = signed(way, count);
    let day = shifted(today, unit, steps);
    match unit {
        // The hour of writing is not known, so five hours ago can be yesterday.
        Unit::Hour => {
            let days = [count / 24, count.div_ceil(24), count / 24 + 1];
            let far = days.map(|days| today.plus_days(signed(way, days)).map(Stretch::day));
            far.into_iter().flatten().collect()
        }
        Unit::Decade | Unit::Century => Vec::new(),
        Unit::Day => day.map(Stretch::day).into_iter().collect(),
        Unit::Year | Unit::Quarter => {
            let month = day.and_then(|day| Stretch::month(day.year(), day.month()));
            [unit_at(unit, steps, today), month, day.map(Stretch::day)].into_iter().flatten().collect()
        }
        _ => [day.map(Stretch::day), unit_at(unit, steps, today)].into_iter().flatten().collect(),
    }
}

/// `in two weeks`: then or by then; without a cue it can as well mean that it took two weeks.
fn still_to_come((count, unit): (u32, Unit), today: Day, ahead: bool) -> Vec<Stretch> {
    let mut readings = offset(Way::On, (count, unit), today);
    let ends = shifted(today, unit, i64::from(count));
    readings.extend(ends.map(|ends| Stretch::days(today, ends)));
    if !ahead {
        let begins = shifted(today, unit, -i64::from(count));
        readings.extend(begins.map(|begins| Stretch::days(begins, today)));
    }
    readings
}

fn weekdays(way: Way, (count, day): (u32, Weekday), today: Day) -> Vec<Stretch> {
    let days = match way {
        Way::Back => i64::from(today.weekday().since(day)),
        Way::On => i64::from(day.since(today.weekday())),
    };
    let nearest = if days == 0 { 7 } else { days };
    let away = nearest + 7 * (i64::from(count) - 1);
    let found = today.plus_days(if way == Way::Back { -away } else { away });
    found.map(Stretch::day).into_iter().collect()
}
