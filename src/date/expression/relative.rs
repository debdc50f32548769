//! Does a date stand here that counts from the day of writing: `yesterday`, `last week`, `three days ago`?

use super::lex::{Lex, Unit};
use super::meaning::{Calendar, Holiday, Turn, Way, When};
use super::reader::{Read, Reader};

impl Reader<'_> {
    /// A date that counts from the day of writing, or that is too vague to count at all.
    pub(super) fn relative(&self, at: usize, depth: u8) -> Read<When> {
        self.vague(at)
            .or_else(|| self.near_day(at, depth))
            .or_else(|| self.before_last(at))
            .or_else(|| self.turned(at))
            .or_else(|| self.counted(at, depth))
            .or_else(|| self.weekday(at))
            .or_else(|| self.weekend(at))
            .or_else(|| self.holiday(at, Turn::Any))
    }

    /// `last`, `this`, `next` and their likes.
    pub(super) fn turn(&self, at: usize) -> Read<Turn> {
        let turn = self.turn_word(at)?;
        // `this coming Sunday`, `this past week`
        let closer =
            self.turn_word(at + 1).filter(|closer| matches!(closer, Turn::Past | Turn::Coming | Turn::This));
        match closer {
            Some(closer) if turn == Turn::This => Some((closer, at + 2)),
            _ => Some((turn, at + 1)),
        }
    }

    fn turn_word(&self, at: usize) -> Option<Turn> {
        let turns = [
            ("last", Turn::Last),
            ("previous", Turn::Last),
            ("past", Turn::Past),
            ("this", Turn::This),
            ("current", Turn::This),
            ("next", Turn::Next),
            ("following", Turn::Next),
            ("coming", Turn::Coming),
            ("upcoming", Turn::Coming),
        ];
        turns.iter().find(|(word, _)| self.is(at, word)).map(|(_, turn)| *turn)
    }

    /// The unit that a turn points at: `last month`.
    pub(super) fn turned_unit(&self, at: usize) -> Read<When> {
        let (turn, next) = self.turn(at)?;
        let next = self.skip(next, &["calendar"]);
        let (unit, next) = self.unit(next)?;
        let steps = match turn {
            Turn::Last | Turn::Past => -1,
            Turn::This | Turn::Any => 0,
            Turn::Next | Turn::Coming => 1,
        };
        Some((When::Unit(unit, steps), next))
    }

    /// A weekday with what may stand around it: `early Monday`, `Monday night`, `Tuesday of last week`.
    pub(super) fn weekday(&self, at: usize) -> Read<When> {
        let Some(Lex::Weekday(weekday)) = self.lex(at) else { return None };
        // `Black Monday` and `Bloody Sunday` are names.
        if self.follows(at, &["black", "bloody", "cyber", "good", "ash", "palm", "super", "red"]) {
            return None;
        }
        let short = self.word(at).len() <= 5 && !self.is(at, "sunday");
        let stop = short && self.mark(at + 1, '.') && self.tight(at + 1) && (self.told || self.capital(at));
        let (plural, next) = (self.word(at).ends_with("days"), at + 1 + usize::from(stop));
        if self.follows(at, &["each", "every"]) {
            return Some((When::Vague, next));
        }
        // `Sun`, `Sat`, `Wed` are words, too; `Mondays` is no one day.
        if plural || short && !self.told && !stop && !self.follows(at, &["on", "last", "next", "this"]) {
            return None;
        }
        let after = self.skip(self.words(next, &["of"]).unwrap_or(next), &["the"]);
        if let Some((When::Unit(Unit::Week, steps), next)) = self.turned_unit(after) {
            return Some((When::OfWeek(weekday, steps), next));
        }
        // `Friday after next`
        if let Some(next) = self.words(next, &["after", "next"]) {
            return Some((When::Weekdays(Way::On, 2, weekday), next));
        }
        // `Friday week`
        if let Some((Unit::Week, next)) = self.unit(next).filter(|_| self.is(next, "week")) {
            let from = Some(Box::new(When::Weekday(weekday, Turn::Coming)));
            return Some((When::Offset(Way::On, 1, Unit::Week, from), next));
        }
        // `Monday next`
        let ends = self.told || matches!(self.lex(next + 1), None | Some(Lex::Mark(_)));
        if let Some((turn @ (Turn::Last | Turn::Next), next)) = self.turn(next).filter(|_| ends) {
            return Some((When::Weekday(weekday, turn), next));
        }
        Some((When::Weekday(weekday, Turn::Any), self.past_hour(next)))
    }

    /// Whether the number here is part of the time of day: `3 p.m.`, `10 am`, `at 5 o'clock`.
    pub(super) fn tells_the_hour(&self, at: usize) -> bool {
        let hour = matches!(self.lex(at), Some(Lex::Digits(0..=24, 1..=2)));
        let half = |at: usize| self.any(at, &["a", "p"]) && self.mark(at + 1, '.') && self.is(at + 2, "m");
        hour && (self.any(at + 1, &["am", "pm"])
            || half(at + 1)
            || self.is(at + 1, "o") && self.is(at + 3, "clock"))
    }

    /// Past `morning`, `at noon`, `night`.
    pub(super) fn past_hour(&self, at: usize) -> usize {
        const HOURS: [&str; 8] =
            ["morning", "afternoon", "evening", "night", "noon", "midday", "lunchtime", "midnight"];
        if self.any(at, &["at", "in"]) && self.any(self.skip(at + 1, &["the"]), &HOURS) {
            return self.skip(at + 1, &["the"]) + 1;
        }
        self.skip(at, &HOURS)
    }

    /// `yesterday`, `tonight`, `overnight`, `the day before yesterday`
    fn near_day(&self, at: usize, depth: u8) -> Read<When> {
        let day = |steps| When::Unit(Unit::Day, steps);
        let start = self.skip(at, &["the"]);
        if let Some(next) = self.words(start, &["day", "before", "yesterday"]) {
            return Some((day(-2), next));
        }
        if let Some(next) = self.words(start, &["day", "after", "tomorrow"]) {
            return Some((day(2), next));
        }
        if self.is(start, "day") && self.any(start + 1, &["before", "after"]) {
            let way = if self.is(start + 1, "before") { Way::Back } else { Way::On };
            let (from, next) = self.simple(start + 2, depth.checked_sub(1)?)?;
            return Some((When::Offset(way, 1, Unit::Day, Some(Box::new(from))), next));
        }
        if let Some(next) = self.words(at, &["last", "night"]) {
            return Some((When::LastNight, next));
        }
        if self.is(at, "this") && self.any(at + 1, &["morning", "afternoon", "evening"]) {
            return Some((day(0), at + 2));
        }
        if self.any(at, &["overnight", "midnight"]) {
            // `overnight on July 4-5`, `overnight into Monday`: the date says which night.
            let named = self.skip(at + 1, &["on", "into", "to", "from"]);
            let date = self.calendar(named).or_else(|| self.weekday(named));
            return if date.is_some() { None } else { Some((When::Overnight, at + 1)) };
        }
        let known = [("today", 0), ("tonight", 0), ("yesterday", -1), ("tomorrow", 1)];
        let steps = known.iter().find(|(word, _)| self.is(at, word))?.1;
        Some((day(steps), self.past_hour(at + 1)))
    }

    /// `the week before last`, `the Friday before last`, `the week after next`
    fn before_last(&self, at: usize) -> Read<When> {
        let at = self.skip(at, &["the"]);
        let when = match self.lex(at)? {
            Lex::Unit(unit) => When::Unit(unit, -2),
            Lex::Weekday(weekday) => When::Weekdays(Way::Back, 2, weekday),
            _ => return None,
        };
        if let Some(next) = self.words(at + 1, &["before", "last"]) {
            return Some((when, next));
        }
        let Lex::Unit(unit) = self.lex(at)? else { return None };
        let next = self.words(at + 1, &["after", "next"])?;
        Some((if unit == Unit::Day { When::Vague } else { When::Unit(unit, 2) }, next))
    }

    /// `last week`, `next Friday`, `this September`, `the past two months`, `previous Easter`
    fn turned(&self, at: usize) -> Read<When> {
        let (turn, next) = self.turn(at)?;
        if let Some(run) = self.run(turn, next) {
            return Some(run);
        }
        if let Some((When::Unit(unit, steps), next)) = self.turned_unit(at) {
            return self.unit_turned((unit, steps), turn, (at, next));
        }
        if let Some(Lex::Weekday(weekday)) = self.lex(next) {
            if let Some((When::Calendar(date), next)) = self.calendar(next) {
                return Some((When::Calendar(Calendar { turn, ..date }), next));
            }
            let next = self.past_hour(next + 1);
            return Some((if self.told_of(at) { When::Vague } else { When::Weekday(weekday, turn) }, next));
        }
        if self.is(next, "fiscal") {
            return Some((When::Vague, self.unit(next + 1).map_or(next + 1, |(_, next)| next)));
        }
        if let Some((When::Calendar(date), next)) = self.calendar(next).filter(|_| !self.is(next, "the")) {
            let bare = date.year.is_none() && date.months.is_some();
            return bare.then_some((When::Calendar(Calendar { turn, ..date }), next));
        }
        self.holiday(next, turn)
    }

    /// `the past two months`: the number between the turn and the unit, or before both (`two upcoming months`).
    fn run(&self, turn: Turn, next: usize) -> Read<When> {
        let way = match turn {
            Turn::Last | Turn::Past => Way::Back,
            Turn::Next | Turn::Coming => Way::On,
            Turn::This | Turn::Any => return None,
        };
        let (count, next) = self.cardinal(next).filter(|_| !self.any(next, &["a", "an"]))?;
        let (unit, next) = self.unit(next)?;
        Some((When::Run(way, count, unit), next))
    }

    /// `last month`, with what may make it another thing: `next week Mon`, `the following day`, `the past week`.
    fn unit_turned(&self, (unit, steps): (Unit, i64), turn: Turn, (at, next): (usize, usize)) -> Read<When> {
        // `the coming weeks`, `past years`
        let several = self.word(next - 1).ends_with(['s', 'S']);
        if several || unit == Unit::Hour || self.told_of(at) || unit == Unit::Day && turn != Turn::Past {
            return Some((When::Vague, next));
        }
        if let (Unit::Week, Some(Lex::Weekday(weekday))) = (unit, self.lex(next)) {
            return Some((When::OfWeek(weekday, steps), self.past_hour(next + 1)));
        }
        if turn == Turn::Past && !matches!(unit, Unit::Weekend) {
            return Some((When::Run(Way::Back, 1, unit), next));
        }
        Some((When::Unit(unit, steps), next))
    }

    /// `the following week`, `the previous Friday`: counted from a day that the story told of.
    fn told_of(&self, at: usize) -> bool {
        self.any(at, &["following", "previous"]) && self.follows(at, &["the"])
    }

    /// `recent weeks`, `several days ago`, `the next day`: dates that settle nothing.
    fn vague(&self, at: usize) -> Read<When> {
        const SOME: [&str; 7] = ["several", "few", "many", "some", "recent", "coming", "numerous"];
        let after = self.skip(at, &["the", "a"]);
        let turned = self.turn(after).map_or(after, |(_, next)| next);
        if self.any(turned, &SOME) {
            let (_, next) = self.unit(turned + 1)?;
            return Some((When::Vague, self.skip(next, &["ago", "earlier", "later", "before"])));
        }
        if self.is(at, "fiscal") {
            let next = self.unit(at + 1).map_or(at + 1, |(_, next)| next);
            return Some((When::Vague, self.year(next)?.1));
        }
        let (_, next) = self.unit(at)?;
        self.words(next, &["ago"]).map(|next| (When::Vague, next))
    }

    /// `the weekend`; `last weekend` is turned.
    fn weekend(&self, at: usize) -> Read<When> {
        let (unit, next) = self.unit(at)?;
        let the = self.follows(at, &["the", "over"]) || self.told;
        (unit == Unit::Weekend && the).then_some((When::Weekend, next))
    }

    /// A feast, perhaps of a year.
    pub(super) fn holiday(&self, at: usize, turn: Turn) -> Read<When> {
        let (holiday, next) = self.holiday_name(at).filter(|(_, next)| !self.is(*next, "weekend"))?;
        let (year, next) = self.year_after(next).map_or((None, next), |(year, next)| (Some(year), next));
        Some((When::Holiday(holiday, year, turn), next))
    }

    fn holiday_name(&self, at: usize) -> Read<Holiday> {
        super::holiday::NAMES.iter().find_map(|(name, holiday)| Some((*holiday, self.spelled_out(at, name)?)))
    }

    /// Past words that stand here whatever apostrophes and full stops stand between them.
    fn spelled_out(&self, at: usize, name: &str) -> Option<usize> {
        let mut next = at;
        for word in name.split(' ') {
            while next > at && (self.mark(next, '\'') || self.mark(next, '.')) {
                next += 1;
            }
            next = self.words(next, &[word])?;
        }
        Some(next)
    }
}
