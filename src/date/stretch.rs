//! Which days does a date cover, and how do two such sets of days stand to each other?

use super::day::{Day, month_length};
use std::fmt;

/// One end of a stretch of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// Open towards the past.
    Past,
    /// This day, included.
    Day(Day),
    /// There is an end, but nobody says which.
    Unknown,
    /// Open towards the future.
    Future,
}

impl Bound {
    /// The day, if the end is known.
    #[must_use]
    pub const fn day(self) -> Option<Day> {
        if let Self::Day(day) = self { Some(day) } else { None }
    }
}

impl fmt::Display for Bound {
    /// `2021-07-05`, `-inf`, `+inf` or `unknown`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Past => out.write_str("-inf"),
            Self::Day(day) => day.fmt(out),
            Self::Unknown => out.write_str("unknown"),
            Self::Future => out.write_str("+inf"),
        }
    }
}

/// A run of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stretch {
    /// The first day.
    pub min: Bound,
    /// The last day.
    pub max: Bound,
}

impl Stretch {
    /// From one day to another, whichever is the earlier.
    #[must_use]
    pub fn days(one: Day, other: Day) -> Self {
        Self { min: Bound::Day(one.min(other)), max: Bound::Day(one.max(other)) }
    }

    /// One single day.
    #[must_use]
    pub const fn day(day: Day) -> Self {
        Self { min: Bound::Day(day), max: Bound::Day(day) }
    }

    /// A whole year.
    #[must_use]
    pub const fn year(year: i64) -> Self {
        Self { min: Bound::Day(Day::first_of_year(year)), max: Bound::Day(Day::last_of_year(year)) }
    }

    /// A whole month, if there is such a month.
    #[must_use]
    pub fn month(year: i64, month: u8) -> Option<Self> {
        Some(Self::days(Day::new(year, month, 1)?, Day::new(year, month, month_length(year, month))?))
    }

    /// That day and all before it.
    #[must_use]
    pub const fn up_to(day: Day) -> Self {
        Self { min: Bound::Past, max: Bound::Day(day) }
    }

    /// That day and all after it.
    #[must_use]
    pub const fn from(day: Day) -> Self {
        Self { min: Bound::Day(day), max: Bound::Future }
    }

    /// The day, if it covers exactly one.
    #[must_use]
    pub fn single(self) -> Option<Day> {
        self.min.day().filter(|day| self.max == Bound::Day(*day))
    }

    /// Whether `day` can lie in it; an unknown end excludes nothing.
    #[must_use]
    pub fn holds(self, day: Day) -> bool {
        self.low() <= Edge::At(day) && Edge::At(day) <= self.high()
    }

    /// Whether the two share a day.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.low() <= other.high() && other.low() <= self.high()
    }

    fn low(self) -> Edge {
        match self.min {
            Bound::Day(day) => Edge::At(day),
            Bound::Future => Edge::Last,
            Bound::Past | Bound::Unknown => Edge::First,
        }
    }

    fn high(self) -> Edge {
        match self.max {
            Bound::Day(day) => Edge::At(day),
            Bound::Past => Edge::First,
            Bound::Future | Bound::Unknown => Edge::Last,
        }
    }
}

/// How one set of days stands to another, the better agreement before the worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The same days.
    Same,
    /// All of the second lie in the first, which has more.
    Around,
    /// All of the first lie in the second, which has more.
    Inside,
    /// Some days are shared, and each has days of its own.
    Overlap,
    /// No day is shared.
    Disjoint,
}

impl Relation {
    /// Compares two sets of days, each given as stretches in any order.
    #[must_use]
    pub fn of(one: &[Stretch], other: &[Stretch]) -> Self {
        let (one, other) = (merged(one), merged(other));
        match (covered(&one, &other), covered(&other, &one)) {
            (true, true) => Self::Same,
            (true, false) => Self::Inside,
            (false, true) => Self::Around,
            (false, false) if shares(&one, &other) => Self::Overlap,
            (false, false) => Self::Disjoint,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Edge {
    First,
    At(Day),
    Last,
}

/// The same days in order, without overlaps or seams.
fn merged(stretches: &[Stretch]) -> Vec<(Edge, Edge)> {
    let mut sorted: Vec<(Edge, Edge)> =
        stretches.iter().map(|stretch| (stretch.low(), stretch.high())).collect();
    sorted.sort_unstable();
    let mut runs: Vec<(Edge, Edge)> = Vec::new();
    for (low, high) in sorted {
        match runs.last_mut() {
            Some(last) if low <= after(last.1) => last.1 = last.1.max(high),
            _ => runs.push((low, high)),
        }
    }
    runs
}

fn after(edge: Edge) -> Edge {
    let Edge::At(day) = edge else { return edge };
    day.plus_days(1).map_or(edge, Edge::At)
}

/// Whether every run of `one` lies in a run of `other`; both are merged.
fn covered(one: &[(Edge, Edge)], other: &[(Edge, Edge)]) -> bool {
    let mut rest = other.iter().peekable();
    one.iter().all(|(low, high)| {
        while rest.next_if(|run| run.1 < *low).is_some() {}
        rest.peek().is_some_and(|run| run.0 <= *low && *high <= run.1)
    })
}

fn shares(one: &[(Edge, Edge)], other: &[(Edge, Edge)]) -> bool {
    let mut rest = other.iter().peekable();
    one.iter().any(|(low, high)| {
        while rest.next_if(|run| run.1 < *low).is_some() {}
        rest.peek().is_some_and(|run| run.0 <= *high)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn july(first: u8, last: u8) -> Stretch {
        Stretch::days(Day::new(2021, 7, first).unwrap(), Day::new(2021, 7, last).unwrap())
    }

    #[test]
    fn sets_of_days_compare() {
        let all = [Stretch::month(2021, 7).unwrap()];
        for (one, other, want) in [
            (&[july(4, 5)][..], &[july(5, 5), july(4, 4)][..], Relation::Same),
            (&[july(4, 5)], &all, Relation::Inside),
            (&all, &[july(1, 1), july(9, 9)], Relation::Around),
            (&[july(1, 5)], &[july(5, 9)], Relation::Overlap),
            (&[july(1, 4)], &[july(5, 9)], Relation::Disjoint),
            (&[july(5, 5)], &[july(1, 4), july(6, 9)], Relation::Disjoint),
        ] {
            assert_eq!(Relation::of(one, other), want, "{one:?} {other:?}");
        }
    }

    #[test]
    fn an_open_or_unknown_end_excludes_nothing() {
        let since = Stretch::from(Day::new(2021, 7, 5).unwrap());
        let unknown = Stretch { max: Bound::Unknown, ..since };
        assert_eq!(Relation::of(&[since], &[unknown]), Relation::Same);
        assert_eq!(Relation::of(&[july(6, 7)], &[since]), Relation::Inside);
        assert_eq!(Relation::of(&[july(3, 4)], &[since]), Relation::Disjoint);
        assert!(unknown.holds(Day::new(3000, 1, 1).unwrap()));
        assert!(!unknown.holds(Day::new(2021, 7, 4).unwrap()));
    }
}
