//! Does a range or an open side stand here: `from 4 to 7 July`, `between May and August`, `since Monday`?

use super::lex::{Lex, Unit};
use super::meaning::{Calendar, Side, Turn, When};
use super::reader::{Read, Reader};

impl Reader<'_> {
    /// What stands here, whatever its kind.
    pub(super) fn expression(&self, at: usize) -> Read<When> {
        const DEPTH: u8 = 3;
        let range = self.range(at, DEPTH);
        if range.is_some() {
            return range;
        }
        let open = self.anchored(at, DEPTH).or_else(|| self.open(at, DEPTH));
        open.or_else(|| self.simple(at, DEPTH).map(|said| self.or_later(said)))
    }

    /// One date, not a range.
    pub(super) fn simple(&self, at: usize, depth: u8) -> Read<When> {
        let found = [
            self.numeric(at),
            self.composed(at, depth),
            self.calendar(at),
            self.of_turned_year(at),
            self.relative(at, depth),
        ];
        let (when, next) =
            found.into_iter().flatten().reduce(|best, other| if other.1 > best.1 { other } else { best })?;
        Some(self.on_weekday(self.dated_twice(when, next, depth)))
    }

    /// A date in digits; `7/8` only after a weekday or where a date is known to stand.
    fn numeric(&self, at: usize) -> Read<When> {
        use super::numeric::Numeric::Yearless;
        let Some(Lex::Numeric(numeric)) = self.lex(at) else { return None };
        let said = self.told || self.follows(at, &["on", "from", "until", "by", "since"]);
        let known = self.is(at, "9/11");
        (said || known || !matches!(numeric, Yearless(..))).then_some((When::Numeric(numeric), at + 1))
    }

    /// `Friday (June 15)`, `Friday 5/12`: the weekday and its date; the date is the more exact.
    fn dated_twice(&self, when: When, next: usize, depth: u8) -> (When, usize) {
        let kept = (when, next);
        if !matches!(kept.0, When::Weekday(..) | When::Unit(Unit::Day, _)) || depth == 0 {
            return kept;
        }
        let open = next + usize::from(self.mark(next, '(') || self.mark(next, ','));
        let date = match self.lex(open) {
            // `tomorrow, Saturday`
            Some(Lex::Weekday(_)) if open > next && !matches!(kept.0, When::Weekday(..)) => {
                Some((kept.0.clone(), open + 1))
            }
            Some(Lex::Numeric(numeric)) => Some((When::Numeric(numeric), open + 1)),
            _ if open > next && self.mark(next, '(') => self
                .day_and_month(open)
                .map(|(date, next)| (When::Calendar(date), next))
                .or_else(|| self.month_dash_day(open)),
            _ => self.dashed_pair(next),
        };
        match date {
            Some((date, next)) => (date, next + usize::from(self.mark(next, ')'))),
            None => kept,
        }
    }

    /// `7-6` behind a weekday
    fn dashed_pair(&self, at: usize) -> Read<When> {
        let dash = self.mark(at + 1, '-') && self.tight(at + 1) && self.tight(at + 2);
        match (self.lex(at)?, self.lex(at + 2)?) {
            (Lex::Digits(one @ 1..=31, _), Lex::Digits(other @ 1..=31, _)) if dash => {
                let numeric = super::numeric::yearless(one, other)?;
                Some((When::Numeric(numeric), at + 3))
            }
            _ => None,
        }
    }

    /// `jun-15`
    fn month_dash_day(&self, at: usize) -> Read<When> {
        let (month, next) = self.month(at)?;
        let (day, next) = self.day_number(next + 1).filter(|_| self.mark(next, '-'))?;
        Some((
            When::Calendar(Calendar { months: Some((month, 1)), day: Some(day), ..Calendar::default() }),
            next,
        ))
    }

    /// `since Monday`, `by Friday`, `from 5 July on`
    fn open(&self, at: usize, depth: u8) -> Read<When> {
        const SIDES: [(&str, Side); 9] = [
            ("before", Side::Before),
            ("after", Side::After),
            ("since", Side::Since),
            ("starting", Side::Since),
            ("from", Side::Since),
            ("until", Side::Until),
            ("till", Side::Until),
            ("by", Side::Until),
            ("through", Side::Until),
        ];
        let side = SIDES.iter().find(|(word, _)| self.is(at, word))?.1;
        let inner = self.skip(self.skip(at + 1, &["on", "at"]), &["the"]);
        let (when, next) = self.simple(inner, depth.checked_sub(1)?)?;
        let next = match self.is(at, "from") {
            true => self
                .words(next, &["on"])
                .or_else(|| self.words(next, &["onwards"]))
                .or_else(|| self.words(next, &["onward"]))?,
            false => next,
        };
        Some((if when == When::Vague { when } else { When::Open(side, Box::new(when)) }, next))
    }

    /// Two dates with a joiner; what one lacks it takes from the other.
    fn range(&self, at: usize, depth: u8) -> Read<When> {
        let both = self.is(at, "between");
        let led = both || self.is(at, "from");
        let (from, next) = self.end_of_range(at + usize::from(led), depth)?;
        let (joiner, next) = self.joiner(next, both)?;
        let (to, next) = self.end_of_range(next, depth)?;
        let year = if matches!(to, End::Day(_)) { self.year_after(next) } else { None };
        let next = year.map_or(next, |(_, next)| next);
        let (from, to) = match (from.in_year(year.map(|(year, _)| year)), to) {
            (End::Day(day), End::When(When::Calendar(to))) => (day_like(day, to)?, When::Calendar(to)),
            (End::When(When::Calendar(from)), End::Day(day)) => {
                (When::Calendar(from), day_like(day, following(from, day))?)
            }
            (End::When(from), End::When(to)) => share(from, to),
            // `from 4 to 7` says no month.
            (End::Day(_), _) | (_, End::Day(_)) => return None,
        };
        let both_days = has_day(&from) && has_day(&to) && same_month(&from, &to);
        if joiner == Joiner::And && !both && !both_days {
            return None;
        }
        Some((When::Range(Box::new(from), Box::new(to)), next))
    }

    /// One end of a range: a date, or the number of a day alone.
    fn end_of_range(&self, at: usize, depth: u8) -> Option<(End, usize)> {
        if let Some(day) = self.weekday_and_number(at) {
            return Some(day);
        }
        match self.simple(at, depth.checked_sub(1)?) {
            Some((
                When::Calendar(Calendar { day: Some(day), year: None, months: None, weekday: None, .. }),
                next,
            )) => {
                return Some((End::Day(day), next));
            }
            Some((when, next)) if when != When::Vague => return Some((End::When(when), next)),
            _ => {}
        }
        if self.any(at, &["now", "present"]) {
            return Some((End::When(When::Unit(Unit::Day, 0)), at + 1));
        }
        let at = self.skip(at, &["the"]);
        let (day, next) = self.day_number(at)?;
        let spelled = matches!(self.lex(at), Some(Lex::Number(_))) && self.ordinal(at).is_none();
        (!spelled).then_some((End::Day(day), next))
    }

    /// `Sunday 15` before `to Tuesday 17 September`; not `Sunday 15 September`, nor `Sunday 15 people`.
    fn weekday_and_number(&self, at: usize) -> Option<(End, usize)> {
        let Some(Lex::Weekday(_)) = self.lex(at) else { return None };
        let number = at + 1 + usize::from(self.mark(at + 1, ','));
        let (day, next) = self.day_number(self.skip(number, &["the"]))?;
        let joined = self.joiner(next, true).is_some() && !self.spelled(number);
        joined.then_some((End::Day(day), next))
    }

    fn joiner(&self, at: usize, both: bool) -> Option<(Joiner, usize)> {
        if self.mark(at, '-') {
            return Some((Joiner::To, at + 1));
        }
        if self.any(at, &["to", "until", "till", "through", "thru", "into"]) {
            return Some((Joiner::To, at + 1));
        }
        let and = self.is(at, "and") || self.any(at, &["or"]) && !both;
        and.then_some((Joiner::And, at + 1))
    }
}

enum End {
    When(When),
    Day(u8),
}

impl End {
    /// `July 4-7, 2021`: the year stands behind the second day and holds for the first.
    fn in_year(self, year: Option<i64>) -> Self {
        match self {
            Self::When(When::Calendar(date)) if date.year.is_none() => {
                Self::When(When::Calendar(Calendar { year, ..date }))
            }
            other => other,
        }
    }
}

#[derive(PartialEq)]
enum Joiner {
    To,
    And,
}

/// That day of the other's month and year.
fn day_like(day: u8, other: Calendar) -> Option<When> {
    other.months.filter(|(_, count)| *count == 1)?;
    other.day?;
    Some(When::Calendar(Calendar { day: Some(day), weekday: None, ..other }))
}

/// `April 27 to the third`: the month after, if the day has passed in this one.
fn following(from: Calendar, day: u8) -> Calendar {
    match (from.months, from.day) {
        (Some((month, 1)), Some(first)) if day < first => {
            let year = if month == 12 { from.year.map(|year| year + 1) } else { from.year };
            Calendar { months: Some((month % 12 + 1, 1)), year, ..from }
        }
        _ => from,
    }
}

/// The year that stands once, at either end, holds for both.
fn share(from: When, to: When) -> (When, When) {
    let (When::Calendar(first), When::Calendar(last)) = (&from, &to) else { return (from, to) };
    let start = |date: &Calendar| date.months.map(|(month, _)| (month, date.day.unwrap_or(1)));
    let (Some(begins), Some(ends)) = (start(first), start(last)) else { return (from, to) };
    let turned = i64::from(begins > ends);
    let first_year = last.year.map(|year| year - turned).filter(|_| first.turn == Turn::Any);
    let last_year = first.year.map(|year| year + turned);
    (
        When::Calendar(Calendar { year: first.year.or(first_year), ..*first }),
        When::Calendar(Calendar { year: last.year.or(last_year), ..*last }),
    )
}

fn has_day(when: &When) -> bool {
    matches!(when, When::Calendar(Calendar { day: Some(_), .. }))
}

fn same_month(from: &When, to: &When) -> bool {
    matches!((from, to), (When::Calendar(from), When::Calendar(to)) if from.months == to.months)
}
