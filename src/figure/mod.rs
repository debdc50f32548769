//! What figures stand in a text, and do two figures agree?
//!
//! A [`Figure`] is an interval of what its words can mean, with its unit and what it counts. [`best`] holds a claim's
//! figure against a source's, [`agreement`] two sources' figures against each other.
//!
//! ```
//! use factum::figure::{Agreement, Support, agreement, best, read};
//!
//! let text = "More than 2,400 workers marched the twelve miles to the capital.";
//! let figures = read(text);
//! assert_eq!(figures[0].as_written(text), "More than 2,400 workers");
//! assert_eq!((figures[0].low, figures[0].low_open, figures[0].high), (Some(2400.0), true, None));
//!
//! let claim = &read("2,400 workers marched.")[0];
//! assert_eq!(best(claim, &figures).0, Support::QualifierDropped);
//! assert_eq!(agreement(&figures[1], &read("19.3 km")[0]), Agreement::Same);
//! ```

mod age;
mod agree;
mod amount;
mod assemble;
mod bounds;
mod calendar;
mod cardinal;
mod compare;
mod compound;
mod fraction;
mod kin;
mod labels;
mod magnitude;
mod measure;
mod money;
mod noun;
mod number;
mod numeral;
mod pair;
mod quantity;
mod read;
mod rounding;
mod support;
mod temperature;
mod token;
mod unit_table;
mod units;
mod value;
mod words;

pub use age::Age;
pub use agree::{Agreement, agreement};
pub use bounds::Bound;
pub use compare::{best, support};
pub use measure::{Dimension, Unit};
pub use noun::Noun;
pub use read::{figures, read};
pub use support::Support;

use crate::span::Span;

/// A number as it stands in a text, with the words that bound it: an interval of what it can mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The number with its bound words, sign and unit.
    pub span: Span,
    /// The digits or number words alone; of a range, from the first number to the last.
    pub number: Span,
    /// The lowest value meant; none if unbounded.
    pub low: Option<f64>,
    /// The highest value meant; none if unbounded.
    pub high: Option<f64>,
    /// Whether `low` itself is not meant: "more than".
    pub low_open: bool,
    /// Whether `high` itself is not meant: "less than".
    pub high_open: bool,
    /// Whether the words say that the number is not exact: "about", "nearly".
    pub approx: bool,
    /// How the words bound the number.
    pub bound: Bound,
    /// The number as it was written; of a range, the first.
    pub written: Written,
    /// The second number of a range.
    pub upper: Option<Written>,
    /// In what it is measured.
    pub unit: Option<Unit>,
    /// What it counts.
    pub noun: Option<Noun>,
    /// What sort of figure it is.
    pub kind: Kind,
    /// Whether it tells somebody's age.
    pub age: Age,
    /// Numbers read inside: 1 and 3 of "one in three", 5 and 2 of "5 feet 2 inches".
    pub parts: Vec<f64>,
}

/// A number as it was written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Written {
    /// Its value.
    pub value: f64,
    /// The worth of its last digit that is not an idle zero: 100 for "1,400", 0.1 for "6.0"; zero if exact, as a third is.
    pub grain: f64,
    /// The other way to read its digits: 1,357 for "1.357".
    pub other: Option<f64>,
}

/// What sort of figure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// How many.
    Count,
    /// How much money.
    Money,
    /// How many parts of a hundred.
    Percent,
    /// How far apart two percentages are.
    PercentagePoint,
    /// How far or long.
    Length,
    /// How large a surface.
    Area,
    /// How large a space.
    Volume,
    /// How heavy.
    Mass,
    /// How long a time, ages included.
    Duration,
    /// How fast.
    Speed,
    /// How warm.
    Temperature,
    /// Any other measure.
    Measure,
    /// A part of a whole: two-thirds.
    Fraction,
    /// So many in so many: one in three.
    Ratio,
    /// A place in an order: first, 201st.
    Ordinal,
    /// A year of the calendar.
    Year,
    /// A day of the calendar, or part of one.
    Date,
    /// A time of day.
    Clock,
    /// A number that names: No. 18219, Su-25, Highway 35.
    Label,
    /// Words that hold a number but don't state one: "one" as a pronoun, "a few".
    Vague,
}

impl Kind {
    /// The name used in outputs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::PercentagePoint => "percentage-point",
            Self::Length => "length",
            Self::Area => "area",
            Self::Volume => "volume",
            Self::Mass => "mass",
            Self::Duration => "duration",
            Self::Speed => "speed",
            Self::Temperature => "temperature",
            Self::Measure => "measure",
            Self::Fraction => "fraction",
            Self::Ratio => "ratio",
            Self::Ordinal => "ordinal",
            Self::Year => "year",
            Self::Date => "date",
            Self::Clock => "clock",
            Self::Label => "label",
            Self::Vague => "vague",
        }
    }

    /// Whether it names or orders rather than counts or measures.
    #[must_use]
    pub const fn is_label(self) -> bool {
        matches!(self, Self::Ordinal | Self::Year | Self::Date | Self::Clock | Self::Label)
    }

    /// Whether it states how many or how much: neither a label nor vague.
    #[must_use]
    pub const fn is_amount(self) -> bool {
        !self.is_label() && !matches!(self, Self::Vague)
    }
}

impl Figure {
    /// Every number read in it, both ends of a range and the parts of a whole included.
    pub fn values(&self) -> impl Iterator<Item = f64> + '_ {
        let ends = std::iter::once(self.written.value).chain(self.upper.map(|upper| upper.value));
        ends.chain(self.parts.iter().copied())
    }

    /// The figure with what it counts, as written in `text`.
    #[must_use]
    pub fn as_written<'t>(&self, text: &'t str) -> &'t str {
        let end = self.noun.as_ref().map_or(self.span.end, |noun| noun.span.end.max(self.span.end));
        Span::new(self.span.start, end).of(text)
    }
}

#[cfg(test)]
mod compare_tests;
#[cfg(test)]
mod tests;
