//! The few things that publishing does to a folder: the real one here, a failing one in the tests.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use rustix::fs::{
    AtFlags, CWD, Dir, FlockOperation, Mode, OFlags, flock, fsync, linkat, openat, renameat, unlinkat,
};
use rustix::io::{Errno, retry_on_intr};

use super::publish_error::{Edition, PublishError, PublishTrouble, Step};
use super::read::{bytes_of, file_in, kind_at};
use super::trouble::{Kind, words};

/// What publishing asks of a folder. Every name is a plain name inside it.
pub(super) trait Folder {
    /// The names of all that stands there.
    fn names(&self) -> io::Result<Vec<String>>;
    /// What stands under `name`, if anything does.
    fn kind(&self, name: &str) -> io::Result<Option<Kind>>;
    /// What the regular file `name` holds, if there is one and it holds no more than `limit`.
    fn bytes(&self, name: &str, limit: u64) -> Option<Vec<u8>>;
    /// Whether a regular file `name` holds just these bytes.
    fn holds(&self, name: &str, bytes: &[u8]) -> bool;
    /// Makes the new file `name`, writes all bytes and asks the disk to keep them.
    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), (Step, io::Error)>;
    /// Gives the file `old` a second name.
    fn link(&self, old: &str, new: &str) -> io::Result<()>;
    /// Moves `old` to `new`, in place of what stands there.
    fn rename(&self, old: &str, new: &str) -> io::Result<()>;
    /// Takes `name` away.
    fn remove(&self, name: &str) -> io::Result<()>;
    /// Asks the disk to keep the names.
    fn sync(&self) -> io::Result<()>;
}

/// A folder on the disk, held open, so that moving it or putting a link in its place changes nothing.
pub(super) struct OpenFolder {
    fd: OwnedFd,
    /// Whether other builds are kept out. Some network file systems have no locks.
    pub(super) locked: bool,
}

const LONGEST_NAME: usize = 200;
const BETWEEN_TRIES: Duration = Duration::from_millis(50);

impl OpenFolder {
    /// A folder that was opened already.
    pub(super) const fn of(fd: OwnedFd) -> Self {
        Self { fd, locked: false }
    }

    /// The folder itself.
    pub(super) fn fd(&self) -> BorrowedFd<'_> {
        self.fd.as_fd()
    }

    /// Opens `path` if it is there; it may not be a link.
    pub(super) fn open(path: &Path) -> Result<Option<Self>, PublishError> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        // With a slash at its end a link would be followed.
        let path = &path.components().collect::<PathBuf>();
        let error = |trouble| Err(failure(path, trouble));
        match retry_on_intr(|| openat(CWD, path, flags, Mode::empty())) {
            Ok(fd) => Ok(Some(Self { fd, locked: false })),
            Err(Errno::NOENT) => Ok(None),
            Err(errno @ (Errno::NOTDIR | Errno::LOOP)) => match kind_at(CWD, &path.to_string_lossy()) {
                Ok(kind) if kind != Kind::Folder => error(PublishTrouble::Taken(kind)),
                _ => error(refused(Step::Open, &errno.into())),
            },
            Err(errno) => error(refused(Step::Open, &errno.into())),
        }
    }

    /// Opens `path`, making the folder and those above it if they are missing.
    pub(super) fn open_or_make(path: &Path) -> Result<Self, PublishError> {
        if let Some(folder) = Self::open(path)? {
            return Ok(folder);
        }
        let made = std::fs::create_dir_all(path);
        made.map_err(|error| failure(path, refused(Step::Open, &error)))?;
        sync_above(path);
        let gone = || refused(Step::Open, &Errno::NOENT.into());
        Self::open(path)?.ok_or_else(|| failure(path, gone()))
    }

    /// Keeps other builds out until this is dropped; waits for them about as long as `wait`.
    pub(super) fn lock(&mut self, wait: Duration) -> Result<(), PublishTrouble> {
        let tries = 1 + wait.as_millis() / BETWEEN_TRIES.as_millis();
        for _ in 0..tries {
            match flock(&self.fd, FlockOperation::NonBlockingLockExclusive) {
                Ok(()) => {
                    self.locked = true;
                    return Ok(());
                }
                Err(Errno::AGAIN | Errno::INTR) => sleep(BETWEEN_TRIES),
                // Without locks every file still comes out whole, only left-overs stay.
                Err(Errno::NOTSUP | Errno::NOSYS | Errno::NOLCK | Errno::BADF | Errno::INVAL) => {
                    return Ok(());
                }
                Err(errno) => return Err(refused(Step::Lock, &errno.into())),
            }
        }
        Err(PublishTrouble::Busy)
    }
}

impl Folder for OpenFolder {
    fn names(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in Dir::read_from(&self.fd)? {
            names.extend(entry?.file_name().to_str().map(str::to_owned));
        }
        names.sort_unstable();
        Ok(names)
    }

    fn kind(&self, name: &str) -> io::Result<Option<Kind>> {
        match kind_at(self.fd.as_fd(), name) {
            Ok(kind) => Ok(Some(kind)),
            Err(Errno::NOENT) => Ok(None),
            Err(errno) => Err(errno.into()),
        }
    }

    fn bytes(&self, name: &str, limit: u64) -> Option<Vec<u8>> {
        file_in(self.fd.as_fd(), name).and_then(|file| bytes_of(file, limit)).ok()
    }

    fn holds(&self, name: &str, bytes: &[u8]) -> bool {
        let limit = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.bytes(name, limit).is_some_and(|held| held == bytes)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), (Step, io::Error)> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let made = retry_on_intr(|| openat(&self.fd, name, flags, Mode::from_raw_mode(0o666)));
        let mut file = made.map(File::from).map_err(|errno| (Step::Write, errno.into()))?;
        file.write_all(bytes).map_err(|error| (Step::Write, error))?;
        file.sync_all().map_err(|error| (Step::Sync, error))
    }

    fn link(&self, old: &str, new: &str) -> io::Result<()> {
        Ok(linkat(&self.fd, old, &self.fd, new, AtFlags::empty())?)
    }

    fn rename(&self, old: &str, new: &str) -> io::Result<()> {
        Ok(renameat(&self.fd, old, &self.fd, new)?)
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        Ok(unlinkat(&self.fd, name, AtFlags::empty())?)
    }

    fn sync(&self) -> io::Result<()> {
        match retry_on_intr(|| fsync(&self.fd)) {
            // Some file systems know no such request for folders.
            Ok(()) | Err(Errno::INVAL | Errno::NOTSUP | Errno::BADF) => Ok(()),
            Err(errno) => Err(errno.into()),
        }
    }
}

/// Whether `name` is one that an output may have.
pub(super) fn is_output_name(name: &str) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_');
    !name.is_empty() && name.len() <= LONGEST_NAME && !name.starts_with('.') && name.chars().all(plain)
}

/// What `error` at `step` means.
pub(super) fn refused(step: Step, error: &io::Error) -> PublishTrouble {
    PublishTrouble::Refused(step, words(error))
}

/// A failure at `path` that changed nothing.
pub(super) fn failure(path: &Path, trouble: PublishTrouble) -> PublishError {
    PublishError { path: path.to_string_lossy().into_owned(), trouble, edition: Edition::Old }
}

/// Asks the disk to keep the new folder's name. If it refuses, the build itself will hear of it.
fn sync_above(path: &Path) {
    let above = path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let _ = File::open(above).and_then(|folder| folder.sync_all());
}
