//! Does a date of the calendar stand here: `Monday, July 5, 2021`, `5 July`, `the third quarter of 2020`?

use super::lex::{Lex, Unit};
use super::meaning::{Calendar, When};
use super::numeric::full_year;
use super::reader::{Read, Reader};
use crate::date::Weekday;

impl Reader<'_> {
    /// A month, quarter or day of a year that is counted from this one: `July last year`, `this year's first quarter`.
    pub(super) fn of_turned_year(&self, at: usize) -> Read<When> {
        if let Some((When::Unit(Unit::Year, steps), next)) = self.turned_unit(at) {
            let next = self.words(next, &["'", "s"])?;
            let (date, next) =
                self.day_and_month(next).or_else(|| self.months(next)).or_else(|| self.bare_month(next))?;
            return date.year.is_none().then_some((When::OfYear(steps, date), next));
        }
        let Some((When::Calendar(date), next)) = self.calendar(at) else { return None };
        if date.year.is_some() || date.months.is_none() {
            return None;
        }
        let year = self.skip(self.skip(next, &[","]), &["of", "in"]);
        match self.turned_unit(year) {
            Some((When::Unit(Unit::Year, steps), next)) => Some((When::OfYear(steps, date), next)),
            _ => None,
        }
    }

    /// A date of the calendar with at least a month, a quarter, a season or a year.
    pub(super) fn calendar(&self, at: usize) -> Read<When> {
        if let Some((weekday, next)) = self.weekday_before_date(at) {
            let (date, next) = self.day_and_month(next).or_else(|| self.day_of_any_month(next))?;
            return Some((When::Calendar(Calendar { weekday: Some(weekday), ..date }), next));
        }
        let date = self
            .day_and_month(at)
            .or_else(|| self.month_and_year(at))
            .or_else(|| self.months(at))
            .or_else(|| self.bare_month(at))
            .or_else(|| self.bare_year(at))
            .or_else(|| self.lone_day(at))?;
        Some((When::Calendar(date.0), date.1))
    }

    /// A day with its month, with or without a year.
    pub(super) fn day_and_month(&self, at: usize) -> Read<Calendar> {
        self.day_first(at).or_else(|| self.month_first(at)).or_else(|| self.year_first(at))
    }

    /// A month, abbreviated or not: past its full stop.
    pub(super) fn month(&self, at: usize) -> Read<u8> {
        let Some(Lex::Month(month)) = self.lex(at) else { return None };
        let short = self.word(at).len() <= 5 && !self.any(at, &["may", "june", "july", "march", "april"]);
        let stop = self.mark(at + 1, '.') && self.tight(at + 1) && short;
        Some((month, at + 1 + usize::from(stop)))
    }

    /// `Monday,` `Mon.` before a date.
    fn weekday_before_date(&self, at: usize) -> Read<Weekday> {
        let Some(Lex::Weekday(weekday)) = self.lex(at) else { return None };
        let stop = at + 1 + usize::from(self.mark(at + 1, '.') && self.tight(at + 1));
        let stop = self.past_hour(stop);
        let comma = stop + usize::from(self.mark(stop, ',') || self.mark(stop, '('));
        let next = self.skip(comma, &["the"]);
        (self.day_and_month(next).is_some() || self.day_of_any_month(next).is_some())
            .then_some((weekday, next))
    }

    /// `4 July 2021`, `the fourth of July`, `15SEP`
    fn day_first(&self, at: usize) -> Read<Calendar> {
        let at = self.skip(at, &["the"]);
        let (day, next) = self.day_number(at)?;
        let next = self.words(next, &["day"]).unwrap_or(next);
        let next = self.skip(next, &["of"]);
        let next = if self.mark(next, '-') && self.tight(next) { next + 1 } else { next };
        let (month, next) = self.month(next)?;
        let date = Calendar { day: Some(day), months: Some((month, 1)), ..Calendar::default() };
        let next_year = if self.mark(next, '-') && self.tight(next) { next + 1 } else { next };
        if let Some((year, next)) = self.year_after(next_year) {
            return Some((Calendar { year: Some(year), ..date }, next));
        }
        if self.spelled(at) && !self.told {
            return None;
        }
        match self.lex(next) {
            Some(Lex::Digits(year, 2)) if !self.word(next + 1).starts_with(char::is_alphabetic) => {
                let alone = !self.mark(next + 1, '-') && !self.mark(next + 1, ',');
                let year = Some(full_year(year)).filter(|_| alone);
                Some((Calendar { year, ..date }, next + usize::from(alone)))
            }
            _ => Some((date, next)),
        }
    }

    /// `July 4, 2021`, `July the fourth`, `Feb13`
    fn month_first(&self, at: usize) -> Read<Calendar> {
        let (month, next) = self.month(at)?;
        let number = self.skip(next, &["the"]);
        let (day, next) = self.day_number(number)?;
        // `June 30 percent`, `in May two died`, `in May 20 people died`: a count follows, no day.
        let counted = self.any(next, &["percent", "million", "billion", "thousand", "per"])
            || self.follows(at, &["in"])
                && self.counts(next)
                && matches!(self.lex(number), Some(Lex::Digits(..)));
        if counted || self.spelled(number) && !self.told {
            return None;
        }
        let date = Calendar { day: Some(day), months: Some((month, 1)), ..Calendar::default() };
        match self.year_after(next) {
            Some((year, next)) => Some((Calendar { year: Some(year), ..date }, next)),
            None => Some((date, next)),
        }
    }

    /// Whether a number of whole words stands here, which rarely is a day: `the two March attacks`.
    pub(super) fn spelled(&self, at: usize) -> bool {
        matches!(self.lex(at), Some(Lex::Number(_))) && self.ordinal(at).is_none()
    }

    /// `2018 March 18`, `2019-aug-01`, `2016 10 16`
    fn year_first(&self, at: usize) -> Read<Calendar> {
        let (year, next) = self.year(at)?;
        let dash = |at: usize| at + usize::from(self.mark(at, '-') && self.tight(at));
        let in_digits = |at: usize| match self.lex(at) {
            Some(Lex::Digits(number @ 1..=31, 2)) => u8::try_from(number).ok(),
            _ => None,
        };
        if let (Some(month @ 1..=12), Some(day)) = (in_digits(next), in_digits(next + 1)) {
            let date = Calendar {
                year: Some(year),
                months: Some((month, 1)),
                day: Some(day),
                ..Calendar::default()
            };
            return Some((date, next + 2));
        }
        let (month, next) = self.month(dash(next))?;
        let months = Some((month, 1));
        let (day, next) = match self.lex(dash(next))? {
            Lex::Digits(..) | Lex::Nth(_) => self.day_number(dash(next))?,
            _ => return None,
        };
        Some((Calendar { year: Some(year), months, day: Some(day), ..Calendar::default() }, next))
    }

    /// `July 2021`, `July, 2021`, `Dec/2018`
    fn month_and_year(&self, at: usize) -> Read<Calendar> {
        let (month, next) = self.month(at)?;
        let (year, next) = self.year_after(next)?;
        Some((Calendar { year: Some(year), months: Some((month, 1)), ..Calendar::default() }, next))
    }

    /// A quarter, a half or a season, with its year if it has one: `Q3 2018`, `2019 H2`, `summer of 2020`.
    fn months(&self, at: usize) -> Read<Calendar> {
        if let Some((year, next)) = self.year(at) {
            let (months, next) = self.quarter(next).or_else(|| self.half(next))?;
            return Some((Calendar { year: Some(year), months: Some(months), ..Calendar::default() }, next));
        }
        let named = self.quarter(at).or_else(|| self.half(at)).or_else(|| self.season(at));
        let (months, next) = named?;
        let fiscal = self.any(self.skip(next, &["of"]), &["fiscal"]);
        let year = self.year_after(next).filter(|_| !fiscal);
        let loose = self.season(at).is_some() && year.is_none();
        if loose && !self.told && !self.follows(at, &["this", "last", "next", "in", "the", "past"]) || fiscal
        {
            return None;
        }
        let date = Calendar { months: Some(months), ..Calendar::default() };
        Some(year.map_or((date, next), |(year, next)| (Calendar { year: Some(year), ..date }, next)))
    }

    /// `Q3`, `third quarter`, `3rd qtr`
    fn quarter(&self, at: usize) -> Read<(u8, u8)> {
        let (number, next) = self.lettered(at, "q").or_else(|| {
            let (number, next) = self.ordinal(at)?;
            let next = if self.mark(next, '-') { next + 1 } else { next };
            let whole = self.unit(next).is_some_and(|(unit, _)| unit == Unit::Quarter);
            let past = if whole { next + 1 } else { self.past_elided_quarter(at, next)? };
            Some((number, past))
        })?;
        (1..=4).contains(&number).then(|| (((number - 1) * 3 + 1, 3), next))
    }

    /// `the second quarter after growing in the first`: the quarter that is left out after its ordinal, where the
    /// sentence has named one and nothing else follows that could be meant.
    fn past_elided_quarter(&self, at: usize, next: usize) -> Option<usize> {
        const REACH: usize = 24;
        let led = self.is(at.checked_sub(1)?, "the")
            && self.any(at.checked_sub(2)?, &["in", "from", "during", "of", "to", "than"]);
        let ends = !self.word(next).starts_with(char::is_alphanumeric)
            || self.any(next, &["and", "after", "but", "to", "when", "as", "from"]);
        let sentence = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|before| !self.mark(*before, '.') || self.tight(before + 1));
        let mut quarters =
            sentence.filter(|before| self.unit(*before).is_some_and(|(unit, _)| unit == Unit::Quarter));
        let named =
            quarters.any(|before| before.checked_sub(1).is_some_and(|number| self.ordinal(number).is_some()));
        (led && ends && named).then_some(next)
    }

    /// `H2`; `the first half` alone only where it is known to be a date: matches have halves, too. With a year it is a
    /// [`super::meaning::Part`].
    fn half(&self, at: usize) -> Read<(u8, u8)> {
        let the = self.skip(at, &["the"]);
        let worded = || self.ordinal(the).filter(|(_, next)| self.told && self.is(*next, "half"));
        let worded =
            || worded().map(|(number, next)| (number, next + 1)).filter(|(_, next)| !self.is(*next, "of"));
        let (number, next) = self.lettered(at, "h").or_else(worded)?;
        (1..=2).contains(&number).then(|| (((number - 1) * 6 + 1, 6), next))
    }

    fn lettered(&self, at: usize, letter: &str) -> Read<u8> {
        let number = match self.lex(at + 1) {
            Some(Lex::Digits(number, 1)) if self.is(at, letter) && self.tight(at + 1) => {
                u8::try_from(number).ok()?
            }
            _ => return None,
        };
        Some((number, at + 2))
    }

    fn season(&self, at: usize) -> Read<(u8, u8)> {
        let first = ["spring", "summer", "autumn", "winter"].iter().position(|season| self.is(at, season));
        // `fall` falls, unless it is turned or dated.
        let dated = self.year_after(at + 1).is_some() || self.follows(at, &["last", "next", "this"]);
        let first = first.or_else(|| (self.is(at, "fall") && dated).then_some(2))?;
        Some(((u8::try_from(first * 3 + 3).ok()?, 3), at + 1))
    }
}
