//! Does a date stand here that is part of another: `early July`, `the first Monday of October`, `the 1990s`?

use super::lex::{Lex, Unit};
use super::meaning::{Element, Part, When};
use super::reader::{Read, Reader};

impl Reader<'_> {
    /// A part, an element or a bundle of years.
    pub(super) fn composed(&self, at: usize, depth: u8) -> Read<When> {
        self.part(at, depth)
            .or_else(|| self.nth(at, depth))
            .or_else(|| self.week_of(at, depth))
            .or_else(|| self.decade(at))
            .or_else(|| self.century(at))
    }

    /// `early July`, `mid-May`, `the end of the year`, `later this week`
    fn part(&self, at: usize, depth: u8) -> Read<When> {
        let depth = depth.checked_sub(1)?;
        if let Some((part, next)) = self.part_of_now(at) {
            let (whole, next) = self.whole(next, depth)?;
            let day = matches!(whole, When::Unit(Unit::Day, _) | When::Weekday(..));
            return Some((if day { whole } else { When::Part(part, Box::new(whole)) }, next));
        }
        if let Some(found) = self.end_of_unit(at) {
            return Some(found);
        }
        let (part, next) = self.part_name(at)?;
        let (whole, next) = self.whole(next, depth)?;
        // `early Monday` is Monday.
        let day = matches!(&whole, When::Weekday(..) | When::Unit(Unit::Day, _) | When::OfWeek(..))
            || matches!(&whole, When::Calendar(date) if date.day.is_some());
        Some((if day { whole } else { When::Part(part, Box::new(whole)) }, next))
    }

    /// `year-end`, `by month end`
    fn end_of_unit(&self, at: usize) -> Read<When> {
        let (unit, next) = self.unit(at)?;
        let next = if self.mark(next, '-') { next + 1 } else { next };
        let next = self.words(next, &["end"])?;
        let said = self.told || self.follows(at, &["at", "by", "before", "until", "since", "of"]);
        let whole = matches!(unit, Unit::Month | Unit::Quarter | Unit::Year);
        (said && whole).then(|| (When::Part(Part::Late, Box::new(When::Unit(unit, 0))), next))
    }

    fn part_of_now(&self, at: usize) -> Read<Part> {
        let so_far = self.words(at, &["earlier"]).or_else(|| self.words(at, &["so", "far"]));
        let ahead = || {
            let the = self.skip(at, &["the"]);
            self.words(at, &["later"]).or_else(|| self.words(the, &["rest", "of"]))
        };
        let (part, next) = so_far
            .map(|next| (Part::SoFar, next))
            .or_else(|| ahead().map(|next| (Part::StillAhead, next)))?;
        Some((part, self.skip(next, &["in", "on"])))
    }

    fn part_name(&self, at: usize) -> Read<Part> {
        let plain = [("early", Part::Early), ("mid", Part::Middle), ("late", Part::Late)];
        if let Some((_, part)) = plain.iter().find(|(word, _)| self.is(at, word)) {
            let dash = at + 1 + usize::from(self.mark(at + 1, '-'));
            return Some((*part, self.skip(dash, &["on", "in"])));
        }
        let at = self.skip(at, &["the"]);
        let named = [
            ("beginning", Part::Early),
            ("start", Part::Early),
            ("middle", Part::Middle),
            ("end", Part::Late),
            ("close", Part::Late),
        ];
        if let Some((_, part)) = named.iter().find(|(word, _)| self.is(at, word)) {
            return Some((*part, self.skip(self.words(at + 1, &["of"])?, &["around", "about"])));
        }
        let half = [("first", Part::FirstHalf), ("second", Part::SecondHalf), ("latter", Part::SecondHalf)];
        let (_, half) = half.iter().find(|(word, _)| self.is(at, word))?;
        let next = self.words(at + 1, &["half"])?;
        Some((*half, self.skip(next, &["of"])))
    }

    /// What a part can be of: any date, `the year`, `May` without company.
    fn whole(&self, at: usize, depth: u8) -> Read<When> {
        let the = self.skip(at, &["the"]);
        if let Some((unit, next)) = self.unit(the).filter(|(unit, _)| !matches!(unit, Unit::Hour | Unit::Day))
        {
            return Some((When::Unit(unit, 0), next));
        }
        self.turned_unit(the).or_else(|| self.simple(the, depth)).filter(|(when, _)| *when != When::Vague)
    }

    /// `first Monday of October`, `the third last week of 2018`, `week 3 of 2027`, `15th day of next month`
    fn nth(&self, at: usize, depth: u8) -> Read<When> {
        let depth = depth.checked_sub(1)?;
        let at = self.skip(at, &["the"]);
        if self.is(at, "week") {
            return self.numbered_week(at + 1, depth);
        }
        let (number, next) = self.place_in_line(at)?;
        let element = match self.lex(next)? {
            Lex::Weekday(weekday) => Element::Weekday(weekday),
            Lex::Unit(unit @ (Unit::Day | Unit::Week | Unit::Weekend)) => Element::Unit(unit),
            _ => return None,
        };
        if let (Element::Weekday(weekday), true, Ok(number)) =
            (element, self.is(next + 1, "after"), u8::try_from(number))
        {
            let (from, next) = self.simple(next + 2, depth)?;
            return Some((When::NthAfter(number, weekday, Box::new(from)), next));
        }
        let of = if self.any(next + 1, &["of", "in"]) { next + 2 } else { return None };
        let (whole, next) = self.whole(of, depth)?;
        Some((When::Nth(number, element, Box::new(whole)), next))
    }

    /// `week 3 of 2027`; `week 10` alone is of this year, where it is known to be a date.
    fn numbered_week(&self, at: usize, depth: u8) -> Read<When> {
        let (number, next) = self.cardinal(at).filter(|(number, _)| (1..=53).contains(number))?;
        let number = i8::try_from(number).ok()?;
        let year = || Some((When::Unit(Unit::Year, 0), next)).filter(|_| self.told);
        let (whole, next) = self.words(next, &["of"]).and_then(|of| self.whole(of, depth)).or_else(year)?;
        Some((When::Nth(number, Element::Unit(Unit::Week), Box::new(whole)), next))
    }

    fn place_in_line(&self, at: usize) -> Read<i8> {
        if self.any(at, &["last", "final"]) {
            return Some((-1, at + 1));
        }
        let (number, next) = self.ordinal(at)?;
        let number = i8::try_from(number).ok()?;
        if self.is(next, "last") { Some((-number, next + 1)) } else { Some((number, next)) }
    }

    /// `the week of October 6`, `the week beginning February 4`
    fn week_of(&self, at: usize, depth: u8) -> Read<When> {
        let depth = depth.checked_sub(1)?;
        let at = self.skip(at, &["the"]);
        let (unit, next) = self.unit(at).filter(|(unit, _)| matches!(unit, Unit::Week | Unit::Weekend))?;
        if !self.any(next, &["of", "beginning", "starting", "commencing"]) {
            return None;
        }
        let (day, next) = self.simple(self.skip(next + 1, &["on"]), depth)?;
        let has_day = matches!(&day, When::Calendar(date) if date.day.is_some())
            || matches!(day, When::Numeric(_) | When::Weekday(..));
        has_day.then(|| (When::WeekOf(unit, Box::new(day)), next))
    }

    /// `the 1990s`, `1990 s`, `the '90s`
    fn decade(&self, at: usize) -> Read<When> {
        if let Some(years) = self.short_range(at) {
            return Some(years);
        }
        let (tens, next) = match (self.lex(at)?, self.lex(at + 1)) {
            (Lex::Tens(tens), _) => (tens, at + 1),
            (Lex::Mark('\''), Some(Lex::Tens(tens))) if self.tight(at + 1) => (tens, at + 2),
            (Lex::Digits(year, 4), Some(Lex::Word | Lex::Lead)) if self.is(at + 1, "s") && year % 10 == 0 => {
                (u16::try_from(year).ok()?, at + 2)
            }
            (Lex::Digits(year, 4), Some(Lex::Mark('\''))) if self.is(at + 2, "s") && year % 10 == 0 => {
                (u16::try_from(year).ok()?, at + 3)
            }
            _ => return None,
        };
        match tens {
            1000..=2190 => {
                let first = i64::from(tens);
                Some((When::Years(first, first + if tens % 100 == 0 && tens < 2000 { 99 } else { 9 }), next))
            }
            10..=90 => {
                let said = self.mark(at, '\'') || self.follows(at, &["the", "early", "mid", "late", "-"]);
                said.then_some((When::Tens(tens), next))
            }
            _ => None,
        }
    }

    /// `2014-18`
    fn short_range(&self, at: usize) -> Read<When> {
        let (first, next) = self.year(at)?;
        let close = self.mark(next, '-') && self.tight(next) && self.tight(next + 1);
        match self.lex(next + 1) {
            Some(Lex::Digits(last, 2)) if close && !self.mark(next + 2, '-') => {
                let last = first.div_euclid(100) * 100 + i64::from(last);
                (last > first).then_some((When::Years(first, last), next + 2))
            }
            _ => None,
        }
    }

    /// `the 19th century`, `the twenty-first century`
    fn century(&self, at: usize) -> Read<When> {
        let (number, next) = self.ordinal(self.skip(at, &["the"]))?;
        let next = if self.mark(next, '-') { next + 1 } else { next };
        let (unit, next) = self.unit(next)?;
        let counted = unit == Unit::Century && (1..=30).contains(&number);
        counted.then_some((When::Century(i64::from(number)), next))
    }
}
