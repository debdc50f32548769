//! Does a length of time hang on another date here: `the year ended Sept. 30`, `for 10 days from 5 July`?

use super::lex::{Lex, Unit};
use super::meaning::{Side, Way, When};
use super::reader::{Read, Reader};

impl Reader<'_> {
    /// A length of time that ends or begins with a date.
    pub(super) fn anchored(&self, at: usize, depth: u8) -> Read<When> {
        let depth = depth.checked_sub(1)?;
        if self.is(at, "from") {
            let (day, next) = self.a_day(at + 1, depth)?;
            let (count, next) = self.cardinal(self.words(next, &["for"])?)?;
            let (unit, next) = self.length(next)?;
            return Some((When::Lasting(Way::On, count, unit, Box::new(day)), next));
        }
        let start = self.skip(at, &["the"]);
        let counted = self.cardinal(start).filter(|_| !self.any(start, &["a", "an", "couple"]));
        let (count, next) = counted.unwrap_or((1, start));
        let (unit, next) = self.length(next)?;
        let to = counted.is_some() && self.any(next, &["to", "through"]);
        let way = if to || self.any(next, &["ended", "ending"]) {
            Way::Back
        } else if counted.is_some() && self.any(next, &["starting", "beginning"]) {
            Way::On
        } else {
            return None;
        };
        let (day, next) = self.a_day(self.skip(next + 1, &["on", "from", "with"]), depth)?;
        Some((When::Lasting(way, count, unit, Box::new(day)), next))
    }

    /// `in three days on Friday`: the weekday says which day near the one counted is meant.
    pub(super) fn on_weekday(&self, (when, next): (When, usize)) -> (When, usize) {
        if !matches!(when, When::Ahead(..) | When::Offset(..)) || !self.is(next, "on") {
            return (when, next);
        }
        match self.lex(next + 1) {
            Some(Lex::Weekday(weekday)) if self.word(next + 1).len() >= 6 => {
                (When::NearestWeekday(weekday, Box::new(when)), self.past_hour(next + 2))
            }
            _ => (when, next),
        }
    }

    /// `today`, `this month` behind `a year ago`.
    pub(super) fn ago_today(&self, at: usize) -> Read<When> {
        let near = [("today", 0), ("yesterday", -1), ("tomorrow", 1)];
        if let Some((_, steps)) = near.iter().find(|(word, _)| self.is(at, word)) {
            return Some((When::Unit(Unit::Day, *steps), at + 1));
        }
        self.words(at, &["this", "month"]).map(|next| (When::Unit(Unit::Month, 0), next))
    }

    /// `2018 or later`, `1990 and before` behind a month or a year.
    pub(super) fn or_later(&self, (when, next): (When, usize)) -> (When, usize) {
        let bare = matches!(&when, When::Calendar(date) if date.day.is_none() && date.year.is_some());
        if !bare || !self.any(next, &["or", "and"]) {
            return (when, next);
        }
        let side = if self.any(next + 1, &["later", "after", "beyond", "onwards"]) {
            Side::Since
        } else if self.any(next + 1, &["earlier", "before"]) {
            Side::Until
        } else {
            return (when, next);
        };
        let ends = !matches!(self.lex(next + 2), Some(lex) if !matches!(lex, Lex::Mark(_)));
        if ends { (When::Open(side, Box::new(when)), next + 2) } else { (when, next) }
    }

    fn length(&self, at: usize) -> Read<Unit> {
        self.unit(at).filter(|(unit, _)| !matches!(unit, Unit::Hour | Unit::Weekend))
    }

    /// A date that is one day.
    fn a_day(&self, at: usize, depth: u8) -> Read<When> {
        let (day, next) = self.simple(at, depth)?;
        let one = match &day {
            When::Calendar(date) => date.day.is_some(),
            When::Numeric(_) | When::Weekday(..) | When::OfWeek(..) | When::Unit(Unit::Day, _) => true,
            _ => false,
        };
        one.then_some((day, next))
    }
}
