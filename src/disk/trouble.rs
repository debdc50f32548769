//! Why could a file not be read, and what helps?

use std::fmt;
use std::io;

use super::path::{PathError, shown};

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A named pipe (FIFO).
    Pipe,
    /// A socket.
    Socket,
    /// A character or block device.
    Device,
    /// Something whose name is no text, or that no name above fits.
    Other,
}

/// A file or folder that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// The path, as the user wrote it or relative to the project.
    pub path: String,
    /// Why it could not be read.
    pub trouble: ReadTrouble,
}

/// Why a file or folder could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadTrouble {
    /// Nothing stands there.
    Missing,
    /// It is not a path inside the project.
    Path(PathError),
    /// A regular file is wanted, and this is something else.
    NotAFile(Kind),
    /// A folder is wanted at `at`, and this is something else.
    NotAFolder {
        /// The step on the way that is not a folder.
        at: String,
        /// What it is.
        kind: Kind,
    },
    /// It has more bytes than the limit.
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// It is not UTF-8.
    NotUtf8 {
        /// The first byte that is wrong, counted from zero.
        offset: usize,
        /// The line of that byte, counted from one.
        line: usize,
        /// Whether the file starts like UTF-16.
        utf16: bool,
    },
    /// The user may not read it.
    Denied,
    /// The folder holds more entries, or lies deeper, than anyone would write.
    TooMany,
    /// The system says something else.
    System(String),
}

impl ReadError {
    /// Whether nothing stands at the path, so that an optional file may be passed over.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.trouble == ReadTrouble::Missing
    }

    /// What happened, without the path and without what to do.
    #[must_use]
    pub fn what(&self) -> String {
        match &self.trouble {
            ReadTrouble::Missing => "no such file".to_owned(),
            ReadTrouble::Path(error) => error.to_string(),
            ReadTrouble::NotAFile(kind) => format!("this is {kind}, not a regular file"),
            ReadTrouble::NotAFolder { at, kind } if *at == self.path => {
                format!("this is {kind}, not a folder")
            }
            ReadTrouble::NotAFolder { at, kind } => format!("`{}` is {kind}, not a folder", shown(at)),
            ReadTrouble::TooLarge { limit } => format!("the file is larger than {}", Mebibytes(*limit)),
            ReadTrouble::NotUtf8 { utf16: true, .. } => "the file is UTF-16, not UTF-8".to_owned(),
            ReadTrouble::NotUtf8 { offset, line, .. } => {
                format!("the file is not UTF-8 at byte offset {offset} (line {line})")
            }
            ReadTrouble::Denied => "permission denied".to_owned(),
            ReadTrouble::TooMany => "there are too many files or folders here".to_owned(),
            ReadTrouble::System(words) => words.clone(),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match &self.trouble {
            ReadTrouble::Missing => "check the spelling; capital and small letters differ",
            ReadTrouble::Path(_) => "write a path inside the project",
            ReadTrouble::NotAFile(Kind::Link) | ReadTrouble::NotAFolder { kind: Kind::Link, .. } => {
                "links are not followed: put a copy in its place"
            }
            ReadTrouble::NotAFile(Kind::Folder) => "name a file inside it",
            ReadTrouble::NotAFile(_) => "put a regular file in its place",
            ReadTrouble::NotAFolder { .. } => "put a folder in its place",
            ReadTrouble::TooLarge { .. } => "split the file, or leave out what is not text",
            ReadTrouble::NotUtf8 { .. } => "save the file as UTF-8",
            ReadTrouble::Denied => "give yourself the right to read it",
            ReadTrouble::TooMany => "move what does not belong to the project elsewhere",
            ReadTrouble::System(_) => "check the disk and try again",
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let ReadTrouble::Path(error) = &self.trouble {
            return error.fmt(out);
        }
        write!(out, "`{}`: {}; {}", shown(&self.path), self.what(), self.help())
    }
}

impl std::error::Error for ReadError {}

impl From<PathError> for ReadError {
    fn from(error: PathError) -> Self {
        Self { path: error.text.clone(), trouble: ReadTrouble::Path(error) }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::File => "a file",
            Self::Folder => "a folder",
            Self::Link => "a link",
            Self::Pipe => "a named pipe (FIFO)",
            Self::Socket => "a socket",
            Self::Device => "a device",
            Self::Other => "something else",
        })
    }
}

/// What the system says, without a capital and without a number.
pub(super) fn words(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

struct Mebibytes(u64);

impl fmt::Display for Mebibytes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % (1 << 20) {
            0 => write!(out, "{} MiB", self.0 >> 20),
            _ => write!(out, "{} bytes", self.0),
        }
    }
}
