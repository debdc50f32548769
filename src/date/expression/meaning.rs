//! What do the words of a date expression mean, before anybody asks when they were written?

use super::lex::Unit;
use super::numeric::Numeric;
use crate::date::Weekday;

/// The meaning of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::date) enum When {
    /// `5 July 2021`, `July`, `the third quarter`, `Tue 13th`
    Calendar(Calendar),
    /// `July last year`, `last year's third quarter`
    OfYear(i64, Calendar),
    /// `7/8/2021`
    Numeric(Numeric),
    /// Years from one to another: `the 1990s`.
    Years(i64, i64),
    /// `the 90s`: of whichever century is nearest.
    Tens(u16),
    /// `the 19th century`
    Century(i64),
    /// `Christmas Eve`, `Easter 2018`
    Holiday(Holiday, Option<i64>, Turn),
    /// `Monday`, `last Monday`
    Weekday(Weekday, Turn),
    /// `Tuesday of last week`
    OfWeek(Weekday, i64),
    /// The unit so many steps from the present one: `today`, `last month`, `this week`.
    Unit(Unit, i64),
    /// `the weekend`
    Weekend,
    /// `overnight`, `midnight`
    Overnight,
    /// `last night`
    LastNight,
    /// `the past two months`, `the next forty days`
    Run(Way, u32, Unit),
    /// `three days ago`, `two weeks from Friday`
    Offset(Way, u32, Unit, Option<Box<When>>),
    /// `in three days`, `within 10 days`
    Ahead(u32, Unit),
    /// `the nine months ended Sept. 30`, `three days from Monday on`: back from the day or on from it.
    Lasting(Way, u32, Unit, Box<When>),
    /// `in three days on Friday`
    NearestWeekday(Weekday, Box<When>),
    /// `two Thursdays ago`
    Weekdays(Way, u32, Weekday),
    /// `early July`, `the end of the year`
    Part(Part, Box<When>),
    /// `the first Monday of October`, `the last week of June`; −1 is the last.
    Nth(i8, Element, Box<When>),
    /// `the third Tuesday after Christmas`
    NthAfter(u8, Weekday, Box<When>),
    /// `the week of 6 October`, `the weekend of 6 October`
    WeekOf(Unit, Box<When>),
    /// `from Monday to Wednesday`
    Range(Box<When>, Box<When>),
    /// `since Monday`, `by Friday`
    Open(Side, Box<When>),
    /// `recent weeks`, `a year ago`, `the next day`
    Vague,
}

impl When {
    /// Whether nothing but the day of writing says which days are meant.
    pub(in crate::date) fn floats(&self) -> bool {
        match self {
            Self::Calendar(_)
            | Self::Numeric(_)
            | Self::Years(..)
            | Self::Tens(_)
            | Self::Century(_)
            | Self::Holiday(..)
            | Self::Weekday(..)
            | Self::Vague => false,
            Self::Part(_, inner)
            | Self::Nth(_, _, inner)
            | Self::NthAfter(_, _, inner)
            | Self::WeekOf(_, inner)
            | Self::Open(_, inner)
            | Self::Lasting(_, _, _, inner)
            | Self::Offset(_, _, _, Some(inner)) => inner.floats(),
            Self::Range(from, to) => from.floats() || to.floats(),
            _ => true,
        }
    }
}

/// A date of the calendar, some parts of which may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::date) struct Calendar {
    pub(in crate::date) year: Option<i64>,
    /// The first month and how many: 1 for a month, 3 for a quarter or a season, 6 for a half.
    pub(in crate::date) months: Option<(u8, u8)>,
    pub(in crate::date) day: Option<u8>,
    pub(in crate::date) weekday: Option<Weekday>,
    pub(in crate::date) turn: Turn,
}

/// Which of those that come round again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::date) enum Turn {
    /// Not said.
    #[default]
    Any,
    /// `last`, `previous`
    Last,
    /// `past`: the latest
    Past,
    /// `this`, `current`
    This,
    /// `next`, `following`
    Next,
    /// `coming`, `upcoming`: the nearest ahead
    Coming,
}

/// Back into the past or on into the future.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::date) enum Way {
    Back,
    On,
}

/// A part of a month, a year or another stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::date) enum Part {
    /// `early`, `the beginning of`
    Early,
    /// `mid-`, `the middle of`
    Middle,
    /// `late`, `the end of`
    Late,
    /// `the first half of`
    FirstHalf,
    /// `the second half of`
    SecondHalf,
    /// `earlier this`: up to the day of writing
    SoFar,
    /// `later this`, `the rest of`: from the day of writing
    StillAhead,
}

/// What is counted within a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::date) enum Element {
    Weekday(Weekday),
    Unit(Unit),
}

/// Which side of a date is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::date) enum Side {
    /// `before`: not the date itself
    Before,
    /// `after`: not the date itself
    After,
    /// `since`, `from … on`: the date included
    Since,
    /// `until`, `by`: the date included
    Until,
}

/// A feast or a day of remembrance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::date) enum Holiday {
    /// The same day each year: month and day.
    Fixed(u8, u8),
    /// The n-th such weekday of a month; −1 is the last.
    Floating(u8, i8, Weekday),
    /// So many days after Easter Sunday of the Western churches.
    Easter(i8),
}
