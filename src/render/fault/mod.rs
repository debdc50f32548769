//! What is wrong with a template, where, and what is there instead.
//!
//! | file | answers |
//! |---|---|
//! | `trouble` | which findings come of it |
//! | `tera`, `report` | what do Tera's errors say |
//! | `typst` | what do Typst's errors say |
//! | `receiver` | which fields has what stands before a dot |
//! | `unclosed` | which tag has no end |

mod receiver;
mod report;
mod tera;
#[cfg(test)]
mod tests;
mod trouble;
mod typst;
mod unclosed;

pub use trouble::TemplateTrouble;

pub(super) use tera::{Words, tera_trouble};
pub(super) use typst::typst_trouble;
