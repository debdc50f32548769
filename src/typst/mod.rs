//! How is Typst, the one program that factum starts, found, guarded, and believed only if its output is a PDF?
//!
//! | file | answers |
//! |---|---|
//! | `find`, `version` | which Typst is there, and which was tried in vain |
//! | `output` | is this a PDF that a reader can open |
//! | `compile` | what does Typst make of this source |
//! | `font`, `script` | which characters does a font have, and which font is there for a script |
//! | `guard`, `limits`, `pipes` | how does a program run that may hang, flood or crash |
//! | `signal` | does the user want us to stop |
//! | `diagnostic` | what does Typst say about which place |
//! | `install`, `tools`, `progress` | how does Typst get into the user's cache |
//! | `trouble`, `install_trouble` | what went wrong with Typst or its installation, and what helps |

mod compile;
mod diagnostic;
mod find;
mod font;
mod guard;
mod install;
mod install_trouble;
mod limits;
mod output;
mod pipes;
mod progress;
mod script;
mod signal;
mod tools;
mod trouble;
mod version;

#[cfg(test)]
mod fake;

pub use compile::{Job, PDF_STANDARD, Pdf, compile};
pub use diagnostic::{Diagnostic, Severity};
pub use find::{Found, NotFound, Origin, Surroundings, Tried, find};
pub use font::Coverage;
pub use install::install;
pub use install_trouble::InstallTrouble;
pub use pipes::Pipe;
pub use script::{Script, is_monospaced};
pub use signal::Watch as Signals;
pub use trouble::TypstTrouble;
pub use version::{PINNED, Refusal, Version};
