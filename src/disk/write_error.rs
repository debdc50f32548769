//! Why could a file not be put into a project, and what helps?

use std::fmt;

use super::path::shown;
use super::publish_error::Step;
use super::trouble::{Kind, ReadError};

/// A file that could not be put into a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteError {
    /// The file, relative to the project, or the project's folder.
    pub path: String,
    /// Why.
    pub trouble: WriteTrouble,
}

/// Why a file could not be put into a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteTrouble {
    /// Something stands there already.
    Taken(Kind),
    /// It is no longer what was read.
    Changed,
    /// It, or a folder on the way, cannot be read.
    Unread(ReadError),
    /// The system refused one step.
    Refused(Step, String),
}

impl WriteError {
    /// What happened, without the path and without what to do.
    #[must_use]
    pub fn what(&self) -> String {
        match &self.trouble {
            WriteTrouble::Taken(kind) => format!("{kind} stands there already"),
            WriteTrouble::Changed => "the file was changed by somebody else meanwhile".to_owned(),
            WriteTrouble::Unread(error) => error.what(),
            WriteTrouble::Refused(step, words) => format!("cannot {step}: {words}"),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match &self.trouble {
            WriteTrouble::Taken(_) => "nothing is ever written over: move it away first",
            WriteTrouble::Changed => "nothing was written: try again",
            WriteTrouble::Unread(error) => error.help(),
            WriteTrouble::Refused(..) => "check free space and permissions, then try again",
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}`: {}; {}", shown(&self.path), self.what(), self.help())
    }
}

impl std::error::Error for WriteError {}
