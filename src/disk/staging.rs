//! Where does a program find the files that are meant for it, and nothing else?

use std::fs;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use rustix::fs::{CWD, FlockOperation, Mode, OFlags, flock, openat};

use super::path::ProjectPath;

/// A folder of its own in the system's temporary folder, without links, that only this user may enter. It
/// goes when this is dropped; if we are killed, the next one that is made takes it away.
#[derive(Debug)]
pub struct Staging {
    folder: tempfile::TempDir,
    /// Held as long as the folder is in use.
    _lock: Option<OwnedFd>,
}

const PREFIX: &str = "factum-";
/// The file whose lock says that a folder is in use; no other folder has one.
const LOCK: &str = ".factum-in-use";
/// Only what has lain for an hour is taken away: nobody sets a PDF for so long without a lock.
const AN_HOUR: i64 = 3600;
/// So many names of the temporary folder are looked at.
const MOST_NAMES: usize = 10_000;

impl Staging {
    /// Makes an empty one.
    ///
    /// # Errors
    /// When the system's temporary folder cannot be written.
    pub fn new() -> io::Result<Self> {
        let private = PermissionsExt::from_mode(0o700);
        let folder = tempfile::Builder::new().prefix(PREFIX).permissions(private).tempdir()?;
        let lock = lock(folder.path());
        sweep(folder.path());
        Ok(Self { folder, _lock: lock })
    }

    /// Puts `bytes` there under `path`, making the folders on the way.
    ///
    /// # Errors
    /// When the disk is full, or `path` is taken.
    pub fn put(&self, path: &ProjectPath, bytes: &[u8]) -> io::Result<()> {
        let place = self.folder.path().join(path.as_str());
        if let Some(above) = place.parent() {
            fs::create_dir_all(above)?;
        }
        let mut file = fs::File::create_new(place)?;
        io::Write::write_all(&mut file, bytes)
    }

    /// Puts `bytes` there under `path`, in the place of what may lie there.
    ///
    /// # Errors
    /// When the disk is full.
    pub fn replace(&self, path: &ProjectPath, bytes: &[u8]) -> io::Result<()> {
        match fs::remove_file(self.folder.path().join(path.as_str())) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => self.put(path, bytes),
        }
    }

    /// Where it lies. This path belongs in no output.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Marks the folder as in use. The file has its name only once it is locked.
fn lock(folder: &Path) -> Option<OwnedFd> {
    let new = folder.join(format!("{LOCK}.new"));
    let flags = OFlags::RDWR | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let file = openat(CWD, &new, flags, Mode::from_raw_mode(0o600)).ok()?;
    // Without locks nothing is ever taken away: then what is left stays.
    flock(&file, FlockOperation::NonBlockingLockExclusive).ok()?;
    fs::rename(&new, folder.join(LOCK)).ok()?;
    Some(file)
}

/// Takes away what killed runs of this user left beside our `own` new folder, as far as that is certain.
fn sweep(own: &Path) {
    let (Some(beside), Ok(ours)) = (own.parent(), fs::symlink_metadata(own)) else { return };
    let Ok(names) = fs::read_dir(beside) else { return };
    for entry in names.take(MOST_NAMES).flatten() {
        let name = entry.file_name();
        let named = name.to_str().is_some_and(|name| name.starts_with(PREFIX));
        if !named || entry.path() == own || !entry.metadata().is_ok_and(|theirs| is_left(&theirs, &ours)) {
            continue;
        }
        // While this is held, nobody can take the folder into use again.
        if let Some(_lock) = free_lock(&entry.path()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Whether a folder can be a left-over: our user's alone, and untouched for an hour when ours was made.
fn is_left(theirs: &fs::Metadata, ours: &fs::Metadata) -> bool {
    let private = theirs.is_dir() && theirs.uid() == ours.uid() && theirs.mode() & 0o777 == 0o700;
    private && theirs.mtime().saturating_add(AN_HOUR) < ours.mtime()
}

/// The lock of a folder that nobody uses any more.
fn free_lock(folder: &Path) -> Option<OwnedFd> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = openat(CWD, folder.join(LOCK), flags, Mode::empty()).ok()?;
    flock(&file, FlockOperation::NonBlockingLockExclusive).ok()?;
    Some(file)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::*;

    /// A folder as a run leaves it, last touched in 1970.
    fn left(beside: &Path, name: &str, mode: u32) -> std::path::PathBuf {
        let folder = beside.join(name);
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("briefing.json"), "{}").unwrap();
        fs::set_permissions(&folder, PermissionsExt::from_mode(mode)).unwrap();
        folder
    }

    fn age(folder: &Path) {
        let long_ago = UNIX_EPOCH + Duration::from_secs(1000);
        fs::File::open(folder).unwrap().set_modified(long_ago).unwrap();
    }

    #[test]
    fn what_killed_runs_left_goes_and_nothing_else() {
        let desk = tempfile::tempdir().unwrap();
        let own = left(desk.path(), "factum-000000", 0o700);
        let kept = lock(&own);
        assert!(kept.is_some());
        let dead = left(desk.path(), "factum-dead00", 0o700);
        drop(lock(&dead));
        let used = left(desk.path(), "factum-used00", 0o700);
        let lock_of_used = lock(&used);
        let unmarked = left(desk.path(), "factum-backup", 0o700);
        let open = left(desk.path(), "factum-open00", 0o755);
        drop(lock(&open));
        let other = left(desk.path(), "notes", 0o700);
        drop(lock(&other));
        let young = left(desk.path(), "factum-young0", 0o700);
        drop(lock(&young));
        std::os::unix::fs::symlink(&other, desk.path().join("factum-link00")).unwrap();
        for folder in [&dead, &used, &unmarked, &open, &other] {
            age(folder);
        }
        sweep(&own);
        assert!(!dead.exists());
        for folder in [own, used, unmarked, open, other, young] {
            assert!(folder.join("briefing.json").exists(), "{}", folder.display());
        }
        drop(lock_of_used);
    }

    #[test]
    fn what_is_put_there_goes_with_it() {
        let staging = Staging::new().unwrap();
        let path = ProjectPath::parse("fonts/a.ttf").unwrap();
        staging.put(&path, b"font").unwrap();
        assert!(staging.put(&path, b"again").is_err());
        let place = staging.path().to_owned();
        assert_eq!(fs::metadata(&place).unwrap().mode() & 0o777, 0o700, "nobody else may enter");
        assert!(free_lock(&place).is_none(), "it is in use");
        assert_eq!(fs::read(place.join("fonts/a.ttf")).unwrap(), b"font");
        drop(staging);
        assert!(!place.exists());
    }
}
