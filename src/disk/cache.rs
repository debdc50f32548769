//! Where does a program lie that was built once, and how does it get there whole?

use std::fmt;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;

use super::path::shown;
use super::trouble::words;

/// A place in the user's cache where something is being built. Others are kept out until this is dropped,
/// and what is not settled by then is removed.
#[derive(Debug)]
pub struct BuildSite {
    place: PathBuf,
    part: PathBuf,
    _lock: File,
}

/// A place in the cache that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildSiteError {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system says.
    pub words: String,
}

impl BuildSite {
    /// Claims the place `name` in `folder`, making the folder; nothing if someone else is building there.
    ///
    /// # Errors
    /// When the cache cannot be written.
    pub fn claim(folder: &Path, name: &str) -> Result<Option<Self>, BuildSiteError> {
        fs::create_dir_all(folder).map_err(|error| trouble(folder, &error))?;
        let path = folder.join(format!("{name}.lock"));
        let lock = File::options().create(true).truncate(false).write(true).open(&path);
        let lock = lock.map_err(|error| trouble(&path, &error))?;
        match flock(&lock, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {
                let part = folder.join(format!("{name}.part"));
                Ok(Some(Self { place: folder.join(name), part, _lock: lock }))
            }
            Err(Errno::AGAIN | Errno::INTR) => Ok(None),
            Err(errno) => Err(trouble(&path, &errno.into())),
        }
    }

    /// Where the thing will lie when it is done.
    #[must_use]
    pub fn place(&self) -> &Path {
        &self.place
    }

    /// An empty folder to build in; what an interrupted build left there is removed.
    ///
    /// # Errors
    /// When the cache cannot be written.
    pub fn clear_part(&self) -> Result<&Path, BuildSiteError> {
        remove(&self.part)?;
        fs::create_dir(&self.part).map_err(|error| trouble(&self.part, &error))?;
        Ok(&self.part)
    }

    /// Removes the folder `name` of the part: what was needed only for building.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn discard(&self, name: &str) -> Result<(), BuildSiteError> {
        remove(&self.part.join(name))
    }

    /// Moves what was built to its place, whole, instead of what stood there.
    ///
    /// # Errors
    /// When it cannot be moved.
    pub fn settle(&self) -> Result<(), BuildSiteError> {
        remove(&self.place)?;
        fs::rename(&self.part, &self.place).map_err(|error| trouble(&self.place, &error))
    }
}

impl Drop for BuildSite {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next build there.
        let _ = remove(&self.part);
    }
}

impl fmt::Display for BuildSiteError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}`: {}", shown(&self.path.to_string_lossy()), self.words)
    }
}

impl std::error::Error for BuildSiteError {}

/// Removes a folder and all in it, if it is there; a link is removed and not followed.
fn remove(path: &Path) -> Result<(), BuildSiteError> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            fs::remove_file(path).map_err(|error| trouble(path, &error))
        }
        removed => removed.map_err(|error| trouble(path, &error)),
    }
}

fn trouble(path: &Path, error: &io::Error) -> BuildSiteError {
    BuildSiteError { path: path.to_owned(), words: words(error) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_builds_and_the_others_wait() {
        let cache = tempfile::tempdir().unwrap();
        let folder = cache.path().join("deep");
        let first = BuildSite::claim(&folder, "1.0").unwrap().unwrap();
        assert!(BuildSite::claim(&folder, "1.0").unwrap().is_none());
        assert!(BuildSite::claim(&folder, "2.0").unwrap().is_some());
        drop(first);
        assert!(BuildSite::claim(&folder, "1.0").unwrap().is_some());
    }

    #[test]
    fn what_is_built_moves_to_its_place_whole() {
        let cache = tempfile::tempdir().unwrap();
        fs::create_dir_all(cache.path().join("1.0/old")).unwrap();
        fs::create_dir_all(cache.path().join("1.0.part/stale")).unwrap();
        let site = BuildSite::claim(cache.path(), "1.0").unwrap().unwrap();
        let part = site.clear_part().unwrap();
        assert_eq!(fs::read_dir(part).unwrap().count(), 0);
        fs::create_dir_all(part.join("target/deps")).unwrap();
        fs::write(part.join("program"), "x").unwrap();
        site.discard("target").unwrap();
        site.settle().unwrap();
        let names: Vec<_> =
            fs::read_dir(site.place()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["program"]);
    }

    #[test]
    fn what_is_not_settled_is_removed() {
        let cache = tempfile::tempdir().unwrap();
        let site = BuildSite::claim(cache.path(), "1.0").unwrap().unwrap();
        let part = site.clear_part().unwrap().to_owned();
        fs::write(part.join("half"), "x").unwrap();
        drop(site);
        assert!(!part.exists() && !cache.path().join("1.0").exists());
    }
}
