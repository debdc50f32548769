//! What is a number as read, before what stands around it is looked at.

/// A number as read.
#[derive(Debug, Clone)]
pub(super) struct Number {
    pub(super) value: f64,
    /// The worth of the last digit that says something; zero for fractions, which say all.
    pub(super) grain: f64,
    pub(super) other: Option<f64>,
    pub(super) form: Form,
    /// The spoken magnitude that closes it: a million in "2.5 million".
    pub(super) magnitude: f64,
    /// The token after the last.
    pub(super) end: usize,
    /// The top and bottom of a ratio.
    pub(super) parts: Option<(f64, f64)>,
}

/// What sort of number was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// The word "one" alone, which is often no number.
    One,
    /// Digits and nothing else: possibly a year or a label.
    Digits,
    /// Any other whole number or decimal.
    Cardinal,
    /// Two numbers said in one breath.
    Spoken,
    /// Part of a whole.
    Fraction,
    /// So many in so many.
    Ratio,
    /// A place in an order.
    Ordinal,
    /// "dozens": at least that many.
    Plural,
    /// "a few": more than one, and no figure.
    Few,
    /// Digits that can only be a label.
    Label,
}

/// A number whose digits say all there is to say.
pub(super) fn simple(value: f64, form: Form, end: usize) -> Number {
    Number { value, grain: trailing(value), other: None, form, magnitude: 1.0, end, parts: None }
}

/// A product of decimals without the dust that floats leave: 2.3 billion is whole.
pub(super) fn tidy(value: f64) -> f64 {
    let whole = value.round();
    if (value - whole).abs() <= 1e-9 * whole.abs() { whole } else { value }
}

/// The worth of the last digit of a whole number that is not zero: 100 for 1,400.
pub(super) fn trailing(value: f64) -> f64 {
    let mut grain = 1.0;
    while value != 0.0 && grain < 1e15 && value % (grain * 10.0) == 0.0 {
        grain *= 10.0;
    }
    grain
}
