//! What does a file of the project hold?

use std::fs::File;
use std::io::Read;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::Path;

use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, fstat, openat, statat};
use rustix::io::{Errno, retry_on_intr};

use super::path::ProjectPath;
use super::sha256_hex;
use super::trouble::{Kind, ReadError, ReadTrouble, words};

/// The most bytes an archived article may have.
pub const ARTICLE_LIMIT: u64 = 16 << 20;

/// The most bytes the fact base may have.
pub const FACTS_LIMIT: u64 = 64 << 20;

/// The project's folder: whatever is read through it lies below it, and no link is followed on the way.
#[derive(Debug)]
pub struct Project {
    folder: OwnedFd,
}

/// A file that is text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFile {
    path: ProjectPath,
    whole: String,
}

impl Project {
    /// Opens the project in `folder`; the way to it may lead over links, since the user named it.
    ///
    /// # Errors
    /// When `folder` is not a folder that can be read.
    pub fn open(folder: &Path) -> Result<Self, ReadError> {
        let path = folder.to_string_lossy().into_owned();
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let opened = retry_on_intr(|| openat(CWD, folder, flags, Mode::empty()));
        let trouble = |errno| match (errno, statat(CWD, folder, AtFlags::empty())) {
            (Errno::NOTDIR, Ok(seen)) => {
                ReadTrouble::NotAFolder { at: path.clone(), kind: kind_of(seen.st_mode) }
            }
            _ => trouble_of(errno),
        };
        match opened {
            Ok(folder) => Ok(Self { folder }),
            Err(errno) => Err(ReadError { trouble: trouble(errno), path }),
        }
    }

    /// The bytes of the regular file at `path`, if they are no more than `limit`.
    ///
    /// # Errors
    /// When it is missing, too large, or no regular file, or when a step on the way is a link.
    pub fn read(&self, path: &ProjectPath, limit: u64) -> Result<Vec<u8>, ReadError> {
        let bytes = self.open_file(path).and_then(|file| bytes_of(file, limit));
        bytes.map_err(|trouble| ReadError { path: path.to_string(), trouble })
    }

    /// The text of the regular file at `path`, if it is UTF-8 of no more than `limit` bytes.
    ///
    /// # Errors
    /// As [`Project::read`], and when the file is not UTF-8.
    pub fn read_text(&self, path: &ProjectPath, limit: u64) -> Result<TextFile, ReadError> {
        let whole = String::from_utf8(self.read(path, limit)?)
            .map_err(|error| ReadError { path: path.to_string(), trouble: not_utf8(&error) })?;
        Ok(TextFile { path: path.clone(), whole })
    }

    fn open_file(&self, path: &ProjectPath) -> Result<OwnedFd, ReadTrouble> {
        match path.as_str().rsplit_once('/') {
            Some((folder, name)) => file_in(self.open_folder(folder)?.as_fd(), name),
            None => file_in(self.folder.as_fd(), path.as_str()),
        }
    }

    /// Opens the folder at `way` (`""` is the project), one step after the other.
    pub(super) fn open_folder(&self, way: &str) -> Result<OwnedFd, ReadTrouble> {
        let mut folder = open_step(self.folder.as_fd(), ".", ".")?;
        let mut walked = 0;
        for name in way.split('/').filter(|name| !name.is_empty()) {
            walked += name.len() + usize::from(walked > 0);
            folder = open_step(folder.as_fd(), name, way.get(..walked).unwrap_or(way))?;
        }
        Ok(folder)
    }
}

impl TextFile {
    /// Where it stands in the project.
    #[must_use]
    pub fn path(&self) -> &ProjectPath {
        &self.path
    }

    /// The text without a byte-order mark; its byte 0 is byte [`TextFile::mark`] of the file.
    #[must_use]
    pub fn text(&self) -> &str {
        self.whole.strip_prefix('\u{feff}').unwrap_or(&self.whole)
    }

    /// How many bytes the byte-order mark takes: 3, or 0 if there is none.
    #[must_use]
    pub fn mark(&self) -> usize {
        self.size() - self.text().len()
    }

    /// How many bytes the file has.
    #[must_use]
    pub fn size(&self) -> usize {
        self.whole.len()
    }

    /// The SHA-256 of the file as it lies on the disk, byte-order mark and all.
    #[must_use]
    pub fn sha256(&self) -> String {
        sha256_hex(self.whole.as_bytes())
    }

    /// The text, without a byte-order mark, for keeps.
    #[must_use]
    pub fn into_text(mut self) -> String {
        self.whole.drain(..self.mark());
        self.whole
    }
}

/// The bytes of a regular file that the user named on the command line, wherever it lies; links are followed.
///
/// # Errors
/// When it is missing, larger than `limit`, or no regular file.
pub fn read_named(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    let error = |trouble| ReadError { path: path.to_string_lossy().into_owned(), trouble };
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let seen = statat(CWD, path, AtFlags::empty()).map_err(|errno| error(trouble_of(errno)))?;
    want_file(kind_of(seen.st_mode)).map_err(error)?;
    let file = retry_on_intr(|| openat(CWD, path, flags, Mode::empty()));
    file.map_err(trouble_of).and_then(|file| bytes_of(file, limit)).map_err(error)
}

/// Opens the folder `name` of `folder`; `way` is its name in messages.
pub(super) fn open_step(folder: BorrowedFd<'_>, name: &str, way: &str) -> Result<OwnedFd, ReadTrouble> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let opened = retry_on_intr(|| openat(folder, name, flags, Mode::empty()));
    opened.map_err(|errno| match (errno, kind_at(folder, name)) {
        // A link answers `not a folder` or `too many links`, as the system likes: ask what it is.
        (Errno::NOTDIR | Errno::LOOP, Ok(kind)) => ReadTrouble::NotAFolder { at: way.to_owned(), kind },
        _ => trouble_of(errno),
    })
}

/// What stands under `name` in `folder`, a link being a link.
pub(super) fn kind_at(folder: BorrowedFd<'_>, name: &str) -> Result<Kind, Errno> {
    statat(folder, name, AtFlags::SYMLINK_NOFOLLOW).map(|seen| kind_of(seen.st_mode))
}

/// Opens the regular file `name` of `folder`.
pub(super) fn file_in(folder: BorrowedFd<'_>, name: &str) -> Result<OwnedFd, ReadTrouble> {
    // To open a device may set it going, so ask first; what opens in the end is asked again.
    want_file(kind_at(folder, name).map_err(trouble_of)?)?;
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    retry_on_intr(|| openat(folder, name, flags, Mode::empty())).map_err(trouble_of)
}

/// All bytes of the regular file `file`, if they are no more than `limit`.
pub(super) fn bytes_of(file: OwnedFd, limit: u64) -> Result<Vec<u8>, ReadTrouble> {
    let seen = fstat(&file).map_err(trouble_of)?;
    want_file(kind_of(seen.st_mode))?;
    let size = u64::try_from(seen.st_size).unwrap_or_default();
    if size > limit {
        return Err(ReadTrouble::TooLarge { limit });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default().saturating_add(1));
    // The file may grow while it is read, so the size alone does not bound it.
    let read = File::from(file).take(limit.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| ReadTrouble::System(words(&error)))?;
    match u64::try_from(bytes.len()) {
        Ok(length) if length <= limit => Ok(bytes),
        _ => Err(ReadTrouble::TooLarge { limit }),
    }
}

/// What the system's `errno` means to someone who reads.
pub(super) fn trouble_of(errno: Errno) -> ReadTrouble {
    match errno {
        Errno::NOENT => ReadTrouble::Missing,
        Errno::LOOP => ReadTrouble::NotAFile(Kind::Link),
        Errno::ACCESS | Errno::PERM => ReadTrouble::Denied,
        Errno::NXIO => ReadTrouble::NotAFile(Kind::Socket),
        errno => ReadTrouble::System(words(&errno.into())),
    }
}

fn want_file(kind: Kind) -> Result<(), ReadTrouble> {
    match kind {
        Kind::File => Ok(()),
        kind => Err(ReadTrouble::NotAFile(kind)),
    }
}

fn kind_of(mode: rustix::fs::RawMode) -> Kind {
    match FileType::from_raw_mode(mode) {
        FileType::RegularFile => Kind::File,
        FileType::Directory => Kind::Folder,
        FileType::Symlink => Kind::Link,
        FileType::Fifo => Kind::Pipe,
        FileType::Socket => Kind::Socket,
        FileType::CharacterDevice | FileType::BlockDevice => Kind::Device,
        FileType::Unknown => Kind::Other,
    }
}

fn not_utf8(error: &std::string::FromUtf8Error) -> ReadTrouble {
    let offset = error.utf8_error().valid_up_to();
    let bytes = error.as_bytes();
    let before = bytes.get(..offset).unwrap_or_default();
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let utf16 = matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]);
    ReadTrouble::NotUtf8 { offset, line, utf16 }
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
