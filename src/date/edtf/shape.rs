//! How is an EDTF text composed: one date, an interval, a set, or a fact's bare `a..b`?

use super::super::day::Day;
use super::super::stretch::{Bound, Stretch};
use super::limits;
use super::point::{Point, Year};
use super::read;
use super::trouble::Trouble;

/// A date's composition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    One(Point),
    /// `a/b`: all through.
    Through(Edge, Edge),
    /// `[…]`
    OneOf(Vec<Member>),
    /// `{…}`
    AllOf(Vec<Member>),
    /// A fact's `a..b`: one day in between.
    Between(Point, Point),
    /// A fact's `a..`
    OnOrAfter(Point),
    /// A fact's `..b`
    OnOrBefore(Point),
}

/// One end of an interval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Edge {
    At(Point),
    /// `..`
    Open,
    /// Nothing written.
    Unknown,
}

/// One entry of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Member {
    One(Point),
    Run(Point, Point),
    From(Point),
    UpTo(Point),
}

/// Reads strict EDTF.
pub(super) fn strict(written: &str) -> Result<Shape, Trouble> {
    if let Some(members) = within(written, '[', ']') {
        return set(members).map(Shape::OneOf);
    }
    if let Some(members) = within(written, '{', '}') {
        return set(members).map(Shape::AllOf);
    }
    if let Some((begin, end)) = written.split_once('/') {
        return interval(begin, end);
    }
    match written.split_once("..") {
        None => read::point(written).map(Shape::One),
        Some((begin, end)) if bare(written).is_ok() => Err(Trouble::Bare(begin.into(), end.into())),
        Some(_) => Err(Trouble::Form),
    }
}

/// Reads a fact's date: strict EDTF, or one or two dates with `..`.
pub(super) fn of_fact(written: &str) -> Result<Shape, Trouble> {
    let bracketed = written.starts_with(['[', '{']) || written.contains('/');
    let shape = if bracketed || !written.contains("..") { strict(written)? } else { bare(written)? };
    let says_nothing =
        matches!(shape, Shape::Through(Edge::Open | Edge::Unknown, Edge::Open | Edge::Unknown));
    if says_nothing {
        return Err(Trouble::Form);
    }
    let short = shape.points().iter().any(|point| matches!(point.year, Year::Round(..)));
    if short { Err(Trouble::Short) } else { Ok(shape) }
}

/// `a..b`, `a..`, `..b`
fn bare(written: &str) -> Result<Shape, Trouble> {
    match written.split_once("..") {
        None => Err(Trouble::Form),
        Some(("", end)) => timeless(end).map(Shape::OnOrBefore),
        Some((begin, "")) => timeless(begin).map(Shape::OnOrAfter),
        Some((begin, end)) => {
            let (from, to) = (timeless(begin)?, timeless(end)?);
            in_order(&from, &to).ok_or_else(|| Trouble::Backwards(begin.into(), end.into()))?;
            Ok(Shape::Between(from, to))
        }
    }
}

impl Shape {
    /// A stretch as the simplest date that covers it.
    pub(super) fn of_stretch(stretch: Stretch) -> Self {
        let (min, max) = (stretch.min.day(), stretch.max.day());
        if let Some(point) = min.zip(max).and_then(|(min, max)| whole(min, max)) {
            return Self::One(point);
        }
        match (min, max) {
            (Some(min), None) => Self::OnOrAfter(Point::of_day(min)),
            (None, Some(max)) => Self::OnOrBefore(Point::of_day(max)),
            (min, max) => Self::Through(Edge::of(min), Edge::of(max)),
        }
    }

    pub(super) fn bounds(&self) -> Stretch {
        match self {
            Self::One(point) => limits::stretch(point),
            Self::Through(begin, end) => Stretch { min: begin.min(), max: end.max() },
            Self::OneOf(members) | Self::AllOf(members) => hull(members.iter().map(Member::bounds)),
            Self::Between(from, to) => run(from, to),
            Self::OnOrAfter(from) => Stretch { max: Bound::Future, ..limits::stretch(from) },
            Self::OnOrBefore(to) => Stretch { min: Bound::Past, ..limits::stretch(to) },
        }
    }

    /// Every single date in it.
    pub(super) fn points(&self) -> Vec<&Point> {
        match self {
            Self::One(point) | Self::OnOrAfter(point) | Self::OnOrBefore(point) => vec![point],
            Self::Between(from, to) => vec![from, to],
            Self::Through(begin, end) => [begin, end].into_iter().filter_map(Edge::point).collect(),
            Self::OneOf(members) | Self::AllOf(members) => members.iter().flat_map(Member::points).collect(),
        }
    }

    /// EDTF for a shape that [`Shape::of_stretch`] made.
    pub(super) fn written(&self) -> String {
        let Stretch { min, max } = self.bounds();
        let day = |bound: Bound| bound.day().map_or_else(|| "..".to_owned(), |day| day.to_string());
        let first = day(min);
        // `-07-05` and `-05` at the end are what a year and a month leave out.
        let shown = match self {
            Self::One(point) => first.len().saturating_sub(3 * (3 - point.depth())),
            _ => return format!("{first}/{}", day(max)),
        };
        first.get(..shown).unwrap_or_default().to_owned()
    }
}

impl Edge {
    fn of(day: Option<Day>) -> Self {
        day.map_or(Self::Open, |day| Self::At(Point::of_day(day)))
    }

    pub(super) const fn point(&self) -> Option<&Point> {
        if let Self::At(point) = self { Some(point) } else { None }
    }

    fn min(&self) -> Bound {
        match self {
            Self::At(point) => limits::stretch(point).min,
            Self::Open => Bound::Past,
            Self::Unknown => Bound::Unknown,
        }
    }

    fn max(&self) -> Bound {
        match self {
            Self::At(point) => limits::stretch(point).max,
            Self::Open => Bound::Future,
            Self::Unknown => Bound::Unknown,
        }
    }
}

impl Member {
    pub(super) fn bounds(&self) -> Stretch {
        match self {
            Self::One(point) => limits::stretch(point),
            Self::Run(from, to) => run(from, to),
            Self::From(from) => Stretch { max: Bound::Future, ..limits::stretch(from) },
            Self::UpTo(to) => Stretch { min: Bound::Past, ..limits::stretch(to) },
        }
    }

    fn points(&self) -> Vec<&Point> {
        match self {
            Self::One(point) | Self::From(point) | Self::UpTo(point) => vec![point],
            Self::Run(from, to) => vec![from, to],
        }
    }
}

fn within(written: &str, open: char, close: char) -> Option<&str> {
    written.strip_prefix(open)?.strip_suffix(close)
}

fn set(members: &str) -> Result<Vec<Member>, Trouble> {
    members.split(',').map(|member| read_member(member.strip_prefix(' ').unwrap_or(member))).collect()
}

fn read_member(written: &str) -> Result<Member, Trouble> {
    match written.split_once("..") {
        None => timeless(written).map(Member::One),
        Some(("", end)) => timeless(end).map(Member::UpTo),
        Some((begin, "")) => timeless(begin).map(Member::From),
        Some((begin, end)) => {
            let (from, to) = (timeless(begin)?, timeless(end)?);
            in_order(&from, &to).ok_or_else(|| Trouble::Backwards(begin.into(), end.into()))?;
            Ok(Member::Run(from, to))
        }
    }
}

fn interval(begin: &str, end: &str) -> Result<Shape, Trouble> {
    let (from, to) = (read_edge(begin)?, read_edge(end)?);
    if let (Edge::At(from), Edge::At(to)) = (&from, &to) {
        in_order(from, to).ok_or_else(|| Trouble::Backwards(begin.into(), end.into()))?;
    }
    Ok(Shape::Through(from, to))
}

fn read_edge(written: &str) -> Result<Edge, Trouble> {
    match written {
        "" => Ok(Edge::Unknown),
        ".." => Ok(Edge::Open),
        date => timeless(date).map(Edge::At),
    }
}

/// A date that may stand in an interval or a set: without a time of day.
fn timeless(written: &str) -> Result<Point, Trouble> {
    let point = read::point(written)?;
    if point.clock.is_some() { Err(Trouble::Form) } else { Ok(point) }
}

/// Whether the second date can end on or after the first day of the first.
fn in_order(from: &Point, to: &Point) -> Option<()> {
    let begins = limits::stretch(from).min.day()?;
    let ends = limits::stretch(to).max.day()?;
    (begins <= ends).then_some(())
}

fn run(from: &Point, to: &Point) -> Stretch {
    Stretch { min: limits::stretch(from).min, max: limits::stretch(to).max }
}

fn hull(stretches: impl Iterator<Item = Stretch>) -> Stretch {
    let whole = |one: Stretch, other: Stretch| {
        let min = match (one.min, other.min) {
            (Bound::Day(one), Bound::Day(other)) => Bound::Day(one.min(other)),
            _ => Bound::Past,
        };
        let max = match (one.max, other.max) {
            (Bound::Day(one), Bound::Day(other)) => Bound::Day(one.max(other)),
            _ => Bound::Future,
        };
        Stretch { min, max }
    };
    stretches.reduce(whole).unwrap_or(Stretch { min: Bound::Unknown, max: Bound::Unknown })
}

/// The year, the month or the day that runs exactly from `min` to `max`.
fn whole(min: Day, max: Day) -> Option<Point> {
    let year = min.year();
    if min == max {
        Some(Point::of_day(min))
    } else if Stretch::days(min, max) == Stretch::year(year) {
        Some(Point::of_year(year))
    } else {
        let month = Stretch::month(year, min.month())?;
        (month == Stretch::days(min, max)).then(|| Point::of_month(year, min.month()))
    }
}
