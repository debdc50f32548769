//! What does the fact base say, as its curator wrote it.
//!
//! [`read`] turns the text of `facts.yaml` into a [`FactBase`]; [`include`] takes in further files. Every scalar keeps
//! the place where it was written ([`Located`]), and [`within`] finds the place of words inside of one. What cannot be
//! understood is refused as [`Unreadable`], never dropped.

mod address;
mod base;
mod characters;
mod codes;
mod column;
mod discrepancy;
mod entries;
mod events;
mod evidence;
mod explain;
mod fact;
mod fields;
mod fingerprint;
mod hash;
mod located;
mod place;
mod read;
mod refusal;
mod route;
mod rules;
mod schema;
mod slip;
mod source;
mod survey;
mod syntax;
mod vet;
mod visits;
mod wording;
mod words;

#[cfg(test)]
mod tests;

use crate::finding::Finding;

pub use base::{Confidence, Edition, Entity, FactBase, Judgement, Likelihood, Section};
pub use codes::CODES;
pub use discrepancy::{Class, Discrepancy, Harm, Status};
pub use entries::{Entries, Entry};
pub use evidence::{Evidence, Rank, Stance};
pub use fact::{Fact, FactKind};
pub use fingerprint::{Edit, edited, fingerprint};
pub use located::{Dated, Id, Located, Text};
pub use place::{Placed, within};
pub use read::{include, read};
pub use schema::json_schema;
pub use source::{Accept, Inferred, Source};
pub use wording::{first_run, runs};

/// Why a fact base cannot be read: a finding of severity error with a code of [`CODES`].
pub type Unreadable = Finding;
