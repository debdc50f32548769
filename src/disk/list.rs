//! Which files lie below a folder of the project?

use std::os::fd::{AsFd, OwnedFd};

use rustix::fs::Dir;

use super::glob::Glob;
use super::path::{ProjectPath, shown};
use super::read::{Project, kind_at, open_step, trouble_of};
use super::trouble::{Kind, ReadError, ReadTrouble};

/// The files that a walk found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// The regular files, sorted by bytes.
    pub files: Vec<ProjectPath>,
    /// What was meant but is no regular file, such as a link, or has a name that is no path: say so or
    /// refuse it.
    pub passed_over: Vec<(String, Kind)>,
}

const MOST_ENTRIES: usize = 100_000;
const MOST_FOLDERS_DEEP: usize = 32;

impl Project {
    /// The files below `folder`, however deep, but for hidden ones; no link is followed.
    ///
    /// # Errors
    /// When `folder` is missing or no folder, or when one below it cannot be read.
    pub fn list(&self, folder: &ProjectPath) -> Result<Listing, ReadError> {
        let opened = self.open_folder(folder.as_str());
        opened.map_err(|trouble| ReadError { path: folder.to_string(), trouble })?;
        self.find(&Glob::below(folder))
    }

    /// The files that `pattern` means, which may be none; no link is followed.
    ///
    /// # Errors
    /// When a folder on the way cannot be read, or holds too much.
    pub fn find(&self, pattern: &Glob) -> Result<Listing, ReadError> {
        let error = |(path, trouble)| ReadError { path, trouble };
        let top = self.open_folder("").map_err(|trouble| error((".".to_owned(), trouble)))?;
        let mut walk = Walk { pattern, found: Listing::default(), entries: 0 };
        walk.through(&top, "", &pattern.start()).map_err(error)?;
        walk.found.files.sort_unstable();
        walk.found.passed_over.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        Ok(walk.found)
    }
}

struct Walk<'a> {
    pattern: &'a Glob,
    found: Listing,
    entries: usize,
}

impl Walk<'_> {
    /// Walks through `folder`, whose path is `way` (empty, or with a `/` at its end).
    fn through(&mut self, folder: &OwnedFd, way: &str, at: &[usize]) -> Result<(), (String, ReadTrouble)> {
        let here = |trouble| (if way.is_empty() { "." } else { way }.to_owned(), trouble);
        let names = names_in(folder).map_err(here)?;
        self.entries = self.entries.saturating_add(names.len());
        if self.entries > MOST_ENTRIES || way.matches('/').count() > MOST_FOLDERS_DEEP {
            return Err(here(ReadTrouble::TooMany));
        }
        for name in names {
            self.meet(folder, way, (at, &name))?;
        }
        Ok(())
    }

    fn meet(
        &mut self,
        folder: &OwnedFd,
        way: &str,
        (at, name): (&[usize], &Name),
    ) -> Result<(), (String, ReadTrouble)> {
        let text = name.text();
        let (inside, meant) = (self.pattern.enter(at, text), self.pattern.ends(at, text));
        if inside.is_empty() && !meant {
            return Ok(());
        }
        let path = format!("{way}{text}");
        let Name::Text(_) = name else {
            self.found.passed_over.push((path, Kind::Other));
            return Ok(());
        };
        match kind_at(folder.as_fd(), text).map_err(|errno| (path.clone(), trouble_of(errno)))? {
            Kind::File if meant => self.keep(path),
            Kind::File => {}
            Kind::Folder if inside.is_empty() => {}
            Kind::Folder => {
                let inner =
                    open_step(folder.as_fd(), text, &path).map_err(|trouble| (path.clone(), trouble))?;
                self.through(&inner, &format!("{path}/"), &inside)?;
            }
            kind => self.found.passed_over.push((path, kind)),
        }
        Ok(())
    }

    fn keep(&mut self, path: String) {
        match ProjectPath::parse(&path) {
            // A path that would be tidied is not the file's own.
            Ok(kept) if kept.as_str() == path => self.found.files.push(kept),
            _ => self.found.passed_over.push((path, Kind::Other)),
        }
    }
}

enum Name {
    Text(String),
    NoText(String),
}

impl Name {
    fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::NoText(text) => text,
        }
    }
}

/// The names in `folder`, sorted, without `.` and `..`.
fn names_in(folder: &OwnedFd) -> Result<Vec<Name>, ReadTrouble> {
    let mut names = Vec::new();
    for entry in Dir::read_from(folder).map_err(trouble_of)? {
        let entry = entry.map_err(trouble_of)?;
        match entry.file_name().to_str() {
            Ok("." | "..") => {}
            Ok(text) => names.push(Name::Text(text.to_owned())),
            Err(_) => names.push(Name::NoText(shown(&entry.file_name().to_string_lossy()))),
        }
        if names.len() > MOST_ENTRIES {
            return Err(ReadTrouble::TooMany);
        }
    }
    names.sort_unstable_by(|one, other| one.text().cmp(other.text()));
    Ok(names)
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;
    use std::fs;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::path::Path;

    use super::*;

    fn desk(files: &[&str]) -> tempfile::TempDir {
        let desk = tempfile::tempdir().unwrap();
        for file in files {
            let path = desk.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        desk
    }

    fn found(desk: &Path, pattern: &str) -> Listing {
        Project::open(desk).unwrap().find(&Glob::parse(pattern).unwrap()).unwrap()
    }

    fn names(listing: &Listing) -> Vec<&str> {
        listing.files.iter().map(ProjectPath::as_str).collect()
    }

    #[test]
    fn files_come_sorted_by_bytes_and_hidden_ones_stay_out() {
        let desk = desk(&["t/b.tera", "t/a/z.tera", "t/B.tera", "t/.x", "t/.git/y", "t/é.tera", "u/a"]);
        let listing = Project::open(desk.path()).unwrap().list(&ProjectPath::parse("t").unwrap()).unwrap();
        assert_eq!(names(&listing), ["t/B.tera", "t/a/z.tera", "t/b.tera", "t/é.tera"]);
        assert_eq!(listing.passed_over, []);
    }

    #[test]
    fn a_pattern_finds_its_files() {
        let desk = desk(&["facts/a.yaml", "facts/b/c.yaml", "facts/b/c.txt", "facts.yaml"]);
        assert_eq!(names(&found(desk.path(), "facts/**/*.yaml")), ["facts/a.yaml", "facts/b/c.yaml"]);
        assert_eq!(names(&found(desk.path(), "*.yaml")), ["facts.yaml"]);
        assert_eq!(names(&found(desk.path(), "facts.yaml")), ["facts.yaml"]);
        assert_eq!(names(&found(desk.path(), "none/*.yaml")), [""; 0]);
    }

    #[test]
    fn links_are_named_and_not_followed() {
        let desk = desk(&["f/a.yaml", "elsewhere/b.yaml"]);
        symlink("../elsewhere", desk.path().join("f/way")).unwrap();
        symlink("a.yaml", desk.path().join("f/c.yaml")).unwrap();
        symlink("..", desk.path().join("f/loop")).unwrap();
        let listing = found(desk.path(), "f/**/*.yaml");
        assert_eq!(names(&listing), ["f/a.yaml"]);
        let links = ["f/c.yaml", "f/loop", "f/way"].map(|path| (path.to_owned(), Kind::Link));
        assert_eq!(listing.passed_over, links);
        symlink("f", desk.path().join("g")).unwrap();
        let folder = ProjectPath::parse("g").unwrap();
        let error = Project::open(desk.path()).unwrap().list(&folder).unwrap_err();
        assert_eq!(error.trouble, ReadTrouble::NotAFolder { at: "g".to_owned(), kind: Kind::Link });
    }

    #[test]
    fn a_name_that_is_no_text_is_passed_over_aloud() {
        let desk = desk(&["f/a.yaml"]);
        fs::write(desk.path().join("f").join(OsStr::from_bytes(b"\xff.yaml")), "x").unwrap();
        fs::write(desk.path().join("f/back\\slash.yaml"), "x").unwrap();
        let listing = found(desk.path(), "f/*.yaml");
        assert_eq!(names(&listing), ["f/a.yaml"]);
        assert_eq!(listing.passed_over.len(), 2);
    }

    #[test]
    fn a_missing_folder_is_missing() {
        let desk = desk(&[]);
        let error = Project::open(desk.path()).unwrap().list(&ProjectPath::parse("t").unwrap()).unwrap_err();
        assert!(error.is_missing());
    }

    #[test]
    fn a_folder_too_deep_to_be_meant_is_an_error() {
        let desk = desk(&[&format!("{}a.yaml", "d/".repeat(40))]);
        let project = Project::open(desk.path()).unwrap();
        assert_eq!(project.find(&Glob::parse("**").unwrap()).unwrap_err().trouble, ReadTrouble::TooMany);
    }
}
