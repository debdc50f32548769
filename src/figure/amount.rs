//! What is an amount: a number with its currency or unit and its sign.

use super::measure::Unit;
use super::value::Number;

/// A number with its currency or unit and its sign.
#[derive(Debug, Clone)]
pub(super) struct Amount {
    pub(super) number: Number,
    pub(super) unit: Option<Unit>,
    /// The first token, currency and sign included.
    pub(super) start: usize,
    /// The first token of the number alone.
    pub(super) digits: usize,
    /// The token after the last.
    pub(super) end: usize,
    /// The numbers that it was put together from: 5 and 2 in "5 feet 2 inches".
    pub(super) parts: Vec<f64>,
}
