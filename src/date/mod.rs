//! What date is meant, and how exactly is it known?
//!
//! Facts carry dates in EDTF ([`Edtf`]); articles say them in English ([`find`], [`resolve`]). Both come down to
//! [`Stretch`]es of days, which [`Relation`] compares.
//!
//! ```
//! use factum::date::{Edtf, Relation, find, resolve};
//!
//! let published = Edtf::parse("2021-07-08")?;
//! let text = "Tajikistan asked member states on Wednesday to help.";
//! let said = &find(text)[0];
//! let readings = resolve(said, text, Some(published.bounds()));
//! assert_eq!(said.span.of(text), "Wednesday");
//! assert_eq!(Edtf::parse("2021-07-07")?.nearest_relation(&readings.candidates), Some(Relation::Same));
//! # Ok::<(), factum::date::EdtfError>(())
//! ```

mod day;
mod edtf;
mod expression;
mod resolve;
mod stretch;

pub use day::{Day, Weekday, is_leap, month_length, month_name, weekday_name};
pub use edtf::{Edtf, EdtfError, Kind, SortKey};
pub use expression::{Expression, find, find_within, read_whole};
pub use resolve::{Resolution, resolve};
pub use stretch::{Bound, Relation, Stretch};
