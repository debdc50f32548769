//! What keeps a text from being an EDTF date?

/// What keeps a text from being a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    /// It is not written as EDTF is.
    Form,
    /// No month has that number.
    Month(String),
    /// The year's month has no such day.
    Day { year: String, month: u8, day: String },
    /// The time or the zone does not exist.
    Clock(String),
    /// The year does not fit.
    Year,
    /// The second date ends before the first begins.
    Backwards(String, String),
    /// `..` between two dates, outside brackets.
    Bare(String, String),
    /// A century or a decade, in a fact.
    Short,
}
