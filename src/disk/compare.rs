//! Does the output folder hold this edition already?

use std::fmt;
use std::path::Path;

use super::folder::{Folder, OpenFolder, failure, refused};
use super::path::shown;
use super::publish_error::{PublishError, Step};
use super::trouble::Kind;

/// A file that a build would write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// It does not stand in the folder.
    Missing(String),
    /// It stands there with other bytes.
    Stale(String),
    /// Its name is taken by something that is no regular file.
    Taken(String, Kind),
}

/// The files among `files`, each a name and its bytes, that `out` does not hold; nothing is written.
///
/// # Errors
/// When `out` is no folder or cannot be read. A missing folder lacks all files and is no error.
pub fn same(out: &Path, files: &[(&str, &[u8])]) -> Result<Vec<Difference>, PublishError> {
    let folder = OpenFolder::open(out)?;
    let mut differences = Vec::new();
    for (name, bytes) in files {
        let kind = folder.as_ref().map_or(Ok(None), |folder| folder.kind(name));
        let kind = kind.map_err(|error| failure(&out.join(name), refused(Step::Read, &error)))?;
        let holds = folder.as_ref().is_some_and(|folder| folder.holds(name, bytes));
        match kind {
            None => differences.push(Difference::Missing((*name).to_owned())),
            Some(Kind::File) if holds => {}
            Some(Kind::File) => differences.push(Difference::Stale((*name).to_owned())),
            Some(kind) => differences.push(Difference::Taken((*name).to_owned(), kind)),
        }
    }
    Ok(differences)
}

impl Difference {
    /// The file's name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Missing(name) | Self::Stale(name) | Self::Taken(name, _) => name,
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = shown(self.name());
        match self {
            Self::Missing(_) => write!(out, "`{name}` is missing"),
            Self::Stale(_) => write!(out, "`{name}` is out of date"),
            Self::Taken(_, kind) => write!(out, "`{name}` is {kind}, not a regular file"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_named_and_nothing_is_written() {
        let desk = tempfile::tempdir().unwrap();
        let out = desk.path().join("out");
        let files: [(&str, &[u8]); 4] = [("a.md", b"new"), ("b.md", b"same"), ("c.md", b"x"), ("d.md", b"y")];
        assert_eq!(same(&out, &files[..1]).unwrap(), [Difference::Missing("a.md".to_owned())]);
        assert!(!out.exists());
        std::fs::create_dir_all(out.join("d.md")).unwrap();
        std::fs::write(out.join("a.md"), "old").unwrap();
        std::fs::write(out.join("b.md"), "same").unwrap();
        let found: Vec<String> = same(&out, &files).unwrap().iter().map(ToString::to_string).collect();
        let expected =
            ["`a.md` is out of date", "`c.md` is missing", "`d.md` is a folder, not a regular file"];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_longer_file_with_the_same_start_is_stale() {
        let desk = tempfile::tempdir().unwrap();
        std::fs::write(desk.path().join("a.md"), "same and more").unwrap();
        assert_eq!(same(desk.path(), &[("a.md", b"same")]).unwrap().len(), 1);
    }
}
