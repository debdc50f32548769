//! Does a number of days, weeks or years lead to a date here: `three days ago`, `two weeks from Friday`?

use super::lex::{Lex, Unit};
use super::meaning::{Turn, Way, When};
use super::reader::{Read, Reader};

impl Reader<'_> {
    /// What starts with a number of units: `3 days ago`, `two weeks from Friday`, `in two months`.
    pub(super) fn counted(&self, at: usize, depth: u8) -> Read<When> {
        if let Some(next) = self.words(at, &["within"]).or_else(|| self.words(at, &["in"])) {
            let (count, next) = self.quantity(next)?;
            let (unit, next) = self.unit(next)?;
            let another = self.any(next, &["of", "ago"]) || unit == Unit::Hour;
            return (!another).then_some((When::Ahead(count, unit), next));
        }
        let (count, after) = self.quantity(at)?;
        if let Some(Lex::Weekday(weekday)) = self.lex(after).filter(|_| self.word(after).len() >= 6) {
            let back =
                self.words(after + 1, &["ago"]).map(|next| (When::Weekdays(Way::Back, count, weekday), next));
            let on = || self.words(after + 1, &["from", "now"]);
            return back.or_else(|| on().map(|next| (When::Weekdays(Way::On, count, weekday), next)));
        }
        if let Some((turn, next)) = self.turn(after) {
            let (unit, next) = self.unit(next)?;
            let way = if matches!(turn, Turn::Last | Turn::Past) { Way::Back } else { Way::On };
            return (turn != Turn::This).then_some((When::Run(way, count, unit), next));
        }
        let (unit, next) = self.unit(after)?;
        self.offset(at, (count, unit), next, depth)
    }

    /// `ago`, `from now`, `after Christmas` behind a number of units.
    fn offset(&self, at: usize, (count, unit): (u32, Unit), next: usize, depth: u8) -> Read<When> {
        let loose = self.any(at, &["a", "an"])
            && !matches!(unit, Unit::Hour | Unit::Day | Unit::Week | Unit::Fortnight)
            || self.follows(at, &["than", "nearly", "almost", "about", "some", "roughly", "around", "least"]);
        if self.any(next, &["later", "earlier"]) {
            return Some((When::Vague, next + 1));
        }
        let way = if self.any(next, &["ago", "before"]) {
            Way::Back
        } else if self.any(next, &["from", "after", "hence"]) {
            Way::On
        } else {
            return None;
        };
        let here = || When::Offset(way, count, unit, None);
        if self.any(next, &["ago", "hence"]) || self.is(next, "from") && self.any(next + 1, &["now", "today"])
        {
            let next = if self.is(next, "from") { next + 2 } else { next + 1 };
            // `a week ago Friday`
            if let Some((from @ When::Weekday(..), next)) = self.weekday(next).filter(|_| unit == Unit::Week)
            {
                return Some((When::Offset(way, count, unit, Some(Box::new(from))), next));
            }
            // `a year ago today`
            if let Some((from, next)) = self.ago_today(next) {
                return Some((When::Offset(way, count, unit, Some(Box::new(from))), next));
            }
            return Some((if loose { When::Vague } else { here() }, next));
        }
        let depth = depth.checked_sub(1)?;
        let (from, next) = self.simple(next + 1, depth)?;
        let when = When::Offset(way, count, unit, Some(Box::new(from)));
        Some((if loose { When::Vague } else { when }, next))
    }

    /// A number of units, `a` being one.
    fn quantity(&self, at: usize) -> Read<u32> {
        let one = self.any(at, &["a", "an"]) && !self.is(at + 1, "couple");
        if one { Some((1, at + 1)) } else { self.cardinal(at) }
    }
}
