//! Why could an edition not be published, and what stands in the folder now?

use std::fmt;

use super::path::shown;
use super::trouble::Kind;

/// An edition that could not be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishError {
    /// The file or folder where it went wrong.
    pub path: String,
    /// Why.
    pub trouble: PublishTrouble,
    /// What now stands in the output folder.
    pub edition: Edition,
}

/// Why an edition could not be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublishTrouble {
    /// The output folder's place, or an output's, is taken by something else.
    Taken(Kind),
    /// Another build is writing there.
    Busy,
    /// An output's name is not the plain name of a file, or is given twice.
    Name,
    /// The system refused one step.
    Refused(Step, String),
}

/// One step of publishing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Opening the output folder, or making it.
    Open,
    /// Locking the output folder.
    Lock,
    /// Reading what stands there.
    Read,
    /// Writing a file under its temporary name.
    Write,
    /// Giving a file its name.
    Rename,
    /// Asking the disk to keep it.
    Sync,
}

/// What stands in the output folder after a failure. Each file is whole in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// What stood there before.
    Old,
    /// The new edition.
    New,
    /// Some files of each.
    Mixed,
}

impl PublishError {
    /// What happened, without the path and without what to do.
    #[must_use]
    pub fn what(&self) -> String {
        match &self.trouble {
            PublishTrouble::Taken(kind) => format!("cannot write here: {kind} has this name"),
            PublishTrouble::Busy => "another build is writing here".to_owned(),
            PublishTrouble::Name => "this is not the name of an output, or it is given twice".to_owned(),
            PublishTrouble::Refused(step, words) => format!("cannot {step}: {words}"),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match (&self.trouble, self.edition) {
            (_, Edition::Mixed) => "every file is whole, but some are of the earlier edition: build again",
            (_, Edition::New) => "the new edition is written, but the disk may not keep it: build again",
            (PublishTrouble::Taken(_), _) => "move it away, or choose another folder with `--out`",
            (PublishTrouble::Busy, _) => "wait for it, then build again",
            (PublishTrouble::Name, _) => "an output's name has no `/` and no dot in front",
            (PublishTrouble::Refused(..), _) => {
                "nothing was changed: check free space and permissions, then build again"
            }
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}`: {}; {}", shown(&self.path), self.what(), self.help())
    }
}

impl std::error::Error for PublishError {}

impl fmt::Display for Step {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Open => "open the folder",
            Self::Lock => "lock the folder",
            Self::Read => "read what stands here",
            Self::Write => "write",
            Self::Rename => "rename",
            Self::Sync => "save to the disk",
        })
    }
}
