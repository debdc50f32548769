//! Does a month, a year or the day of some month stand here alone, and is it a date at all?

use super::lex::{Lex, Unit};
use super::lexicon;
use super::meaning::{Calendar, Turn, When};
use super::reader::{Read, Reader};

impl Reader<'_> {
    /// A month alone. `May` and `March`, abbreviations and first names need company.
    pub(super) fn bare_month(&self, at: usize) -> Read<Calendar> {
        const COMPANY: [&str; 28] = [
            "in", "since", "until", "till", "by", "from", "to", "of", "this", "last", "next", "early",
            "late", "mid", "during", "before", "after", "through", "between", "end", "and", "the", "around",
            "past", "for", "or", "coming", "earlier",
        ];
        let (month, next) = self.month(at)?;
        let company = || {
            self.follows(at, &COMPANY)
                || self.mark(at.wrapping_sub(1), '-') && self.is(at.wrapping_sub(2), "mid")
        };
        let year = self.turned_unit(self.skip(next, &["of"]));
        let dated = matches!(year, Some((When::Unit(Unit::Year, _), _))) && self.capital(at);
        let stopped = dated || next > at + 1 && !self.is(at, "may") && !self.is(at, "mar");
        let sure = match lexicon::doubtful(self.word(at)) {
            true => company() && self.capital(at) || stopped,
            false => self.capital(at) || company(),
        };
        let date = Calendar { months: Some((month, 1)), ..Calendar::default() };
        (self.told || sure).then_some((date, next))
    }

    /// A year alone: `in 2014`, `the year 2008`, `(2021)`; not `2000 men`.
    pub(super) fn bare_year(&self, at: usize) -> Read<Calendar> {
        const COMPANY: [&str; 24] = [
            "in", "since", "until", "till", "by", "from", "to", "of", "during", "before", "after", "through",
            "between", "late", "early", "mid", "year", "the", "and", "or", "fiscal", "around", "circa", "cy",
        ];
        if let Some((year, next)) = self.short_year(at) {
            return Some((Calendar { year: Some(year), ..Calendar::default() }, next));
        }
        let named = ["year", "cy"].iter().any(|word| self.is(at, word));
        let (year, next) = self.year(at + usize::from(named))?;
        let date = Calendar { year: Some(year), ..Calendar::default() };
        if named || self.told {
            return Some((date, next));
        }
        let money =
            ["$", "€", "£", "#", "№", "no", "nr", "number"].iter().any(|mark| self.follows(at, &[*mark]));
        let joined = self.tight(next)
            && matches!(self.lex(next), Some(Lex::Word | Lex::Lead | Lex::Mark('/' | '%' | '°')));
        let counted = self.counts(next) && !self.follows(at, &COMPANY)
            || self.counts(next)
                && self.word(next).ends_with('s')
                && self.word(next).len() > 3
                && !self.follows(at, &["the", "in", "since"]);
        let fiscal = self.follows(at, &["fiscal"])
            || self.tight(at) && matches!(self.lex(at.wrapping_sub(1)), Some(Lex::Word | Lex::Lead));
        (!money && !joined && !counted && !fiscal).then_some((date, next))
    }

    /// `in '89`
    pub(super) fn short_year(&self, at: usize) -> Read<i64> {
        let Some(Lex::Digits(year, 2)) = self.lex(at + 1).filter(|_| self.mark(at, '\'')) else {
            return None;
        };
        let said = self.told || self.follows(at, &["in", "since", "of", "until", "before", "after", "from"]);
        // Not the end of a quotation, nor feet and inches.
        let ends = !self.mark(at + 2, '\'') && !self.counts(at + 2) && !self.tight(at) && self.tight(at + 1);
        (said && ends).then(|| (super::numeric::full_year(year), at + 2))
    }

    /// `on the 4th`, `20th of the current month`, and with a weekday `Tue 13th`.
    pub(super) fn lone_day(&self, at: usize) -> Read<Calendar> {
        let (date, next) = self.day_of_any_month(self.skip(at, &["the"]))?;
        if let Some((turn, unit)) = self.turned_unit_after(next).filter(|(_, unit)| unit.0 == Unit::Month) {
            return Some((Calendar { turn, ..date }, unit.1));
        }
        let said = self.is(at, "the")
            && self.follows(at, &["on"])
            && !self.word(next).starts_with(char::is_alphabetic);
        (said || self.told && self.is(at, "the")).then_some((date, next))
    }

    /// `13th`, `thirty first`: a day of whichever month.
    pub(super) fn day_of_any_month(&self, at: usize) -> Read<Calendar> {
        let (day, next) = self.ordinal(at).filter(|(day, _)| (1..=31).contains(day))?;
        if self.unit(next).is_some_and(|(unit, _)| unit != Unit::Day) || self.is(next, "half") {
            return None;
        }
        Some((Calendar { day: Some(day), ..Calendar::default() }, next))
    }

    /// `of this month`, `day of next month`
    fn turned_unit_after(&self, at: usize) -> Option<(Turn, (Unit, usize))> {
        let next = self.words(at, &["day"]).unwrap_or(at);
        let next = self.skip(self.words(next, &["of"])?, &["the"]);
        // `the first of the month`
        let (turn, next) = self.turn(next).or_else(|| self.unit(next).map(|_| (Turn::Any, next)))?;
        Some((turn, self.unit(next)?))
    }
}
