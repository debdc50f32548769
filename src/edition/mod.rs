//! What did an edition say, and what has changed since.
//!
//! | file | answers |
//! |---|---|
//! | `number` | which of two editions is the earlier |
//! | `record` | what of an edition is compared |
//! | `file` | what does a released file hold |
//! | `pair` | what of the one edition answers to what of the other |
//! | `change` | what can have changed |
//! | `changes`, `told` | what was found and told so far |
//! | `compare`, `facts`, `quotations` | what has changed between two editions |

mod change;
mod changes;
mod compare;
mod facts;
mod file;
mod number;
mod pair;
mod quotations;
mod record;
mod told;

#[cfg(test)]
mod tests;

pub use change::{About, Change, Kind};
pub use compare::compare;
pub use file::{FOLDER, Flaw, LIMIT, json_schema, read, write};
pub use number::Number;
pub use record::{Edition, PastDifference, PastFact, PastJudgement, PastQuotation, PastSource};
