//! Typst, the one program that factum starts: found, asked for its version, guarded, and taken at its word
//! only when its output is a PDF.
//!
//! | file | answers |
//! |---|---|
//! | `find`, `version` | which Typst is there, and which was tried in vain |
//! | `compile` | what does Typst make of this source |
//! | `font`, `script` | which characters does a font have, and which font is there for a script |
//! | `guard`, `pipes` | how does a program run that may hang, flood or crash |
//! | `signal` | does the user want us to stop |
//! | `diagnostic` | what does Typst say about which place |
//! | `install`, `tools`, `progress` | how does Typst get into the user's cache |
//! | `trouble` | what went wrong with Typst, and what helps |

mod compile;
mod diagnostic;
mod find;
mod font;
mod guard;
mod install;
mod pipes;
mod progress;
mod script;
mod signal;
mod tools;
mod trouble;
mod version;

#[cfg(test)]
mod fake;

pub use crate::disk::Staging;
pub use compile::{Job, PDF_STANDARD, Pdf, TIME_OUT, compile, eval, query};
pub use diagnostic::{Diagnostic, Severity};
pub use find::{Found, NotFound, Origin, Surroundings, Tried, find};
pub use font::Coverage;
pub use install::{InstallTrouble, install};
pub use pipes::Pipe;
pub use script::{Script, is_monospaced};
pub use trouble::TypstTrouble;
pub use version::{PINNED, Refusal, Version};
