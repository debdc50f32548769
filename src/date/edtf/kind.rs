//! What sort of date is it: how exact, or how composed?

use super::limits;
use super::point::{Digits, Point};
use super::shape::Shape;

/// What sort of date it is: how exact, or how composed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// One day, with or without a time of day.
    Day,
    /// One month.
    Month,
    /// A season, quarter, third or half of a year.
    Season,
    /// One year.
    Year,
    /// Digits are left open by `X`, as in `198X` or `2021-07-XX`, or it is a decade or a century.
    Masked,
    /// `a/b`: all through, both ends known.
    Through,
    /// `a..b`: one day in between.
    Between,
    /// `[…]`: one of these.
    OneOf,
    /// `{…}`: all of these.
    AllOf,
    /// At least one end is open or unknown.
    Open,
}

impl Kind {
    /// The sort of a whole date.
    pub(super) fn of(shape: &Shape) -> Self {
        let bounds = shape.bounds();
        match shape {
            Shape::One(point) => Self::of_point(point),
            _ if bounds.min.day().is_none() || bounds.max.day().is_none() => Self::Open,
            Shape::Through(..) => Self::Through,
            Shape::Between(..) => Self::Between,
            Shape::OneOf(_) => Self::OneOf,
            Shape::AllOf(_) => Self::AllOf,
            Shape::OnOrAfter(_) | Shape::OnOrBefore(_) => Self::Open,
        }
    }

    /// The sort of one date within it.
    pub(super) fn of_point(point: &Point) -> Self {
        if limits::exact_day(point).is_some() {
            return Self::Day;
        }
        let open = |digits: Option<Digits>| digits.is_some_and(|digits| digits.contains(&None));
        if point.year.first() != point.year.last() || open(point.month) || open(point.day) {
            return Self::Masked;
        }
        match (point.season, point.month) {
            (Some(_), _) => Self::Season,
            (None, Some(_)) => Self::Month,
            (None, None) => Self::Year,
        }
    }
}
