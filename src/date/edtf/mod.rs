//! What date does a fact carry, no more exact than its source?
//!
//! EDTF is ISO 8601-2's notation for dates that are uncertain, approximate, incomplete or open. Levels 0 and 1 are
//! read whole; of level 2, qualifiers on parts, `X` anywhere, sets, seasons 25 to 41, exponents and significant
//! digits. Qualifiers and significant digits never move the bounds.

mod clock;
mod english;
mod kind;
mod limits;
mod point;
mod read;
mod shape;
mod teach;
mod trouble;

pub use kind::Kind;

use super::day::Day;
use super::stretch::{Relation, Stretch};
use point::Point;
use shape::{Member, Shape};
use std::fmt;

/// A date as written, together with what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edtf {
    written: String,
    /// On the heap: a fact base holds two dates or more for each fact, most of them none.
    shape: Box<Shape>,
}

/// Why a text is no date, and what would be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EdtfError {
    /// What is wrong, in one line.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

/// Puts dates in the order of time: by first day, then by last; what only ends stands at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey {
    undated: bool,
    at: Option<Day>,
    until: Option<Day>,
}

impl Edtf {
    /// Reads strict EDTF.
    pub fn parse(written: &str) -> Result<Self, EdtfError> {
        match shape::strict(written) {
            Ok(shape) => Ok(Self { written: written.to_owned(), shape: Box::new(shape) }),
            Err(trouble) => Err(teach::error(written, &trouble)),
        }
    }

    /// Reads the date of a fact: EDTF, and `a..b` (one day in between), `a..` (on or after), `..b` (on or before)
    /// without brackets. Centuries and decades cut short (`19`, `197`) are refused: they look like slips.
    pub fn parse_fact(written: &str) -> Result<Self, EdtfError> {
        match shape::of_fact(written) {
            Ok(shape) => Ok(Self { written: written.to_owned(), shape: Box::new(shape) }),
            Err(trouble) => Err(teach::error(written, &trouble)),
        }
    }

    /// One day, if the calendar has it.
    #[must_use]
    pub fn day(year: i64, month: u8, day: u8) -> Option<Self> {
        Day::new(year, month, day).map(Self::from)
    }

    /// The text that was read.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// The first and the last day that it can mean.
    #[must_use]
    pub fn bounds(&self) -> Stretch {
        self.shape.bounds()
    }

    /// All days that it can mean: one stretch, or one for each member of a set.
    #[must_use]
    pub fn stretches(&self) -> Vec<Stretch> {
        match &*self.shape {
            Shape::OneOf(members) | Shape::AllOf(members) => members.iter().map(Member::bounds).collect(),
            _ => vec![self.bounds()],
        }
    }

    /// What sort of date it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        Kind::of(&self.shape)
    }

    /// The day, if it can mean only one.
    #[must_use]
    pub fn single_day(&self) -> Option<Day> {
        self.bounds().single()
    }

    /// Whether `?` or `%` stands on any of its parts.
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.shape.points().iter().any(|point| point.is_uncertain())
    }

    /// Whether `~` or `%` stands on any of its parts.
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.shape.points().iter().any(|point| point.is_approximate())
    }

    /// Whether `day` is one of the days that it can mean; an unknown end excludes nothing.
    #[must_use]
    pub fn contains(&self, day: Day) -> bool {
        self.stretches().iter().any(|stretch| stretch.holds(day))
    }

    /// Whether it shares a day with any of these.
    #[must_use]
    pub fn overlaps(&self, candidates: &[Stretch]) -> bool {
        Relation::of(&self.stretches(), candidates) != Relation::Disjoint && !candidates.is_empty()
    }

    /// How its days stand to the reading that suits it best; nothing if there is no reading.
    ///
    /// `Disjoint` means that every reading contradicts the date, `Inside` that the date is more exact than every
    /// reading that it meets.
    #[must_use]
    pub fn nearest_relation(&self, candidates: &[Stretch]) -> Option<Relation> {
        let mine = self.stretches();
        candidates.iter().map(|one| Relation::of(&mine, std::slice::from_ref(one))).min()
    }

    /// Its place in a chronology.
    #[must_use]
    pub fn sort_key(&self) -> SortKey {
        let Stretch { min, max } = self.bounds();
        let at = min.day().or(max.day());
        SortKey { undated: at.is_none(), at, until: max.day().or(at) }
    }

    /// The date in English: `5 July 2021`, `between 4 and 5 July 2021`, `about June 2021`.
    #[must_use]
    pub fn english(&self) -> String {
        english::plain(&self.shape)
    }

    /// The date in English with the weekday before each day: `Monday 5 July 2021`.
    #[must_use]
    pub fn english_with_weekday(&self) -> String {
        english::with_weekday(&self.shape)
    }
}

impl fmt::Display for Edtf {
    /// As written.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.written)
    }
}

impl From<Day> for Edtf {
    fn from(day: Day) -> Self {
        let shape = Box::new(Shape::One(Point::of_day(day)));
        let written = match day.year() {
            -9999..=9999 => day.to_string(),
            year => format!("Y{year}"),
        };
        Self { written, shape }
    }
}

impl std::str::FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(written: &str) -> Result<Self, EdtfError> {
        Self::parse(written)
    }
}

impl fmt::Display for EdtfError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.message, self.help)
    }
}

impl std::error::Error for EdtfError {}

impl Stretch {
    /// The stretch in English, as a whole year or month where it is one.
    #[must_use]
    pub fn english(self) -> String {
        english::plain(&Shape::of_stretch(self))
    }

    /// The stretch in English with the weekday before each day.
    #[must_use]
    pub fn english_with_weekday(self) -> String {
        english::with_weekday(&Shape::of_stretch(self))
    }
}

impl fmt::Display for Stretch {
    /// In EDTF: `2021-07-05`, `2021-07`, `2021-07-04/2021-07-05`, `../2021-07-08`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&Shape::of_stretch(*self).written())
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
