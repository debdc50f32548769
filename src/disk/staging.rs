//! Where does a program find the files that are meant for it, and nothing else?

use std::fs;
use std::io;
use std::path::Path;

use super::path::ProjectPath;

/// A folder of its own in the system's temporary folder, without links, that only this user may enter. It
/// goes when this is dropped.
#[derive(Debug)]
pub struct Staging {
    folder: tempfile::TempDir,
}

impl Staging {
    /// Makes an empty one.
    ///
    /// # Errors
    /// When the system's temporary folder cannot be written.
    pub fn new() -> io::Result<Self> {
        let folder = tempfile::Builder::new().prefix("factum-").tempdir()?;
        Ok(Self { folder })
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

    /// Where it lies. This path belongs in no output.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_there_goes_with_it() {
        let staging = Staging::new().unwrap();
        let path = ProjectPath::parse("fonts/a.ttf").unwrap();
        staging.put(&path, b"font").unwrap();
        assert!(staging.put(&path, b"again").is_err());
        let place = staging.path().to_owned();
        assert_eq!(fs::read(place.join("fonts/a.ttf")).unwrap(), b"font");
        drop(staging);
        assert!(!place.exists());
    }
}
