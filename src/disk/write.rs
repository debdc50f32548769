//! How does a single file get into a project, whole: a new one never over another, a changed one in its place?

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::path::Path;

use rustix::fs::{AtFlags, Mode, chmodat, mkdirat, statat};
use rustix::io::Errno;

use super::folder::{Folder, OpenFolder};
use super::path::ProjectPath;
use super::publish_error::Step;
use super::read::{Project, kind_at, open_step};
use super::trouble::{ReadError, ReadTrouble, words};
use super::write_error::{WriteError, WriteTrouble};

/// Puts new files into the project in `folder`, making that and the folders on the way: all of them, or none if one of
/// the names is taken. No link is followed below `folder`.
///
/// # Errors
/// When something has one of the names, or a step fails; then nothing was added.
pub fn add(folder: &Path, files: &[(ProjectPath, &[u8])]) -> Result<(), WriteError> {
    let made = std::fs::create_dir_all(folder);
    made.map_err(|error| refused(&folder.to_string_lossy(), Step::Open, &error))?;
    let project = Project::open(folder).map_err(unread)?;
    for (path, _) in files {
        free(&project, path)?;
    }
    for (at, (path, bytes)) in files.iter().enumerate() {
        if let Err(error) = add_one(&project, path, bytes) {
            for (path, _) in files.iter().take(at) {
                take_back(&project, path);
            }
            return Err(error);
        }
    }
    Ok(())
}

/// Puts `new` in the place of the file at `path` of the project in `folder`, if that still holds `old`. At any moment
/// the file is whole, and it keeps its permissions.
///
/// # Errors
/// When the file is another by now, or a step fails; then it is as it was.
pub fn replace(folder: &Path, path: &ProjectPath, (old, new): (&[u8], &[u8])) -> Result<(), WriteError> {
    let project = Project::open(folder).map_err(unread)?;
    let way = way_to(path);
    let fd = project.open_folder(way).map_err(|trouble| of_read(path, trouble))?;
    let name = path.name();
    let seen =
        statat(&fd, name, AtFlags::SYMLINK_NOFOLLOW).map_err(|errno| refused_by(path, Step::Read, errno))?;
    let temporary = temporary(name);
    let folder = OpenFolder::of(fd);
    let write = || {
        folder.write(&temporary, new)?;
        let mode = Mode::from_raw_mode(seen.st_mode & 0o7777);
        chmodat(folder.fd(), &temporary, mode, AtFlags::empty())
            .map_err(|errno| (Step::Write, errno.into()))?;
        if !folder.holds(name, old) {
            return Ok(false);
        }
        folder.rename(&temporary, name).map_err(|error| (Step::Rename, error))?;
        folder.sync().map_err(|error| (Step::Sync, error))?;
        Ok(true)
    };
    let done: Result<bool, (Step, io::Error)> = write();
    if !matches!(done, Ok(true)) {
        let _ = folder.remove(&temporary);
    }
    match done {
        Ok(true) => Ok(()),
        Ok(false) => Err(WriteError { path: path.to_string(), trouble: WriteTrouble::Changed }),
        Err((step, error)) => Err(refused(path.as_str(), step, &error)),
    }
}

/// Nothing may stand at `path` yet; the folders on the way may be missing.
fn free(project: &Project, path: &ProjectPath) -> Result<(), WriteError> {
    let fd = match project.open_folder(way_to(path)) {
        Ok(fd) => fd,
        Err(ReadTrouble::Missing) => return Ok(()),
        Err(trouble) => return Err(of_read(path, trouble)),
    };
    match kind_at(fd.as_fd(), path.name()) {
        Err(Errno::NOENT) => Ok(()),
        Ok(kind) => Err(WriteError { path: path.to_string(), trouble: WriteTrouble::Taken(kind) }),
        Err(errno) => Err(refused_by(path, Step::Read, errno)),
    }
}

fn add_one(project: &Project, path: &ProjectPath, bytes: &[u8]) -> Result<(), WriteError> {
    let folder = OpenFolder::of(make_way(project, path)?);
    let (name, temporary) = (path.name(), temporary(path.name()));
    let written = folder.write(&temporary, bytes).and_then(|()| {
        // A second name is given only where none is yet.
        folder.link(&temporary, name).map_err(|error| (Step::Rename, error))
    });
    let _ = folder.remove(&temporary);
    match written {
        Ok(()) => folder.sync().map_err(|error| refused(path.as_str(), Step::Sync, &error)),
        Err((Step::Rename, error)) if has_no_links(&error) => without_links(&folder, path, bytes),
        Err((step, error)) => Err(refused(path.as_str(), step, &error)),
    }
}

/// For file systems on which no file has a second name: made anew under its own.
fn without_links(folder: &OpenFolder, path: &ProjectPath, bytes: &[u8]) -> Result<(), WriteError> {
    folder.write(path.name(), bytes).map_err(|(step, error)| refused(path.as_str(), step, &error))
}

fn has_no_links(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied)
}

/// Opens the folder that `path` is to lie in, making those that are missing.
fn make_way(project: &Project, path: &ProjectPath) -> Result<OwnedFd, WriteError> {
    let mut folder = project.open_folder("").map_err(|trouble| of_read(path, trouble))?;
    for name in way_to(path).split('/').filter(|name| !name.is_empty()) {
        match mkdirat(&folder, name, Mode::from_raw_mode(0o777)) {
            Ok(()) | Err(Errno::EXIST) => {}
            Err(errno) => return Err(refused_by(path, Step::Write, errno)),
        }
        folder = open_step(folder.as_fd(), name, name).map_err(|trouble| of_read(path, trouble))?;
    }
    Ok(folder)
}

fn take_back(project: &Project, path: &ProjectPath) {
    if let Ok(fd) = project.open_folder(way_to(path)) {
        // What was added a moment ago is ours to remove; the failure that led here is the one to report.
        let _ = OpenFolder::of(fd).remove(path.name());
    }
}

fn way_to(path: &ProjectPath) -> &str {
    path.as_str().rsplit_once('/').map_or("", |(way, _)| way)
}

/// The process's number keeps two runs apart.
fn temporary(name: &str) -> String {
    format!(".factum-{}-{name}.new", std::process::id())
}

fn of_read(path: &ProjectPath, trouble: ReadTrouble) -> WriteError {
    unread(ReadError { path: path.to_string(), trouble })
}

fn unread(error: ReadError) -> WriteError {
    WriteError { path: error.path.clone(), trouble: WriteTrouble::Unread(error) }
}

fn refused(path: &str, step: Step, error: &io::Error) -> WriteError {
    WriteError { path: path.to_owned(), trouble: WriteTrouble::Refused(step, words(error)) }
}

fn refused_by(path: &ProjectPath, step: Step, errno: Errno) -> WriteError {
    refused(path.as_str(), step, &errno.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::Kind;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn path(text: &str) -> ProjectPath {
        ProjectPath::parse(text).unwrap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn new_files_come_with_their_folders() {
        let desk = tempfile::tempdir().unwrap();
        let project = desk.path().join("a/b");
        add(&project, &[(path("facts.yaml"), b"facts"), (path("seeds/old/a.txt"), b"text")]).unwrap();
        assert_eq!(names(&project), ["facts.yaml", "seeds"], "no temporary name is left");
        assert_eq!(fs::read(project.join("seeds/old/a.txt")).unwrap(), b"text");
    }

    #[test]
    fn nothing_is_added_over_or_beside_what_is_there() {
        let desk = tempfile::tempdir().unwrap();
        fs::write(desk.path().join("b"), "mine").unwrap();
        let error = add(desk.path(), &[(path("a"), b"new"), (path("b"), b"new")]).unwrap_err();
        assert_eq!((error.path.as_str(), error.trouble), ("b", WriteTrouble::Taken(Kind::File)));
        assert_eq!(names(desk.path()), ["b"]);
        assert_eq!(fs::read(desk.path().join("b")).unwrap(), b"mine");
        symlink("/no/such/file", desk.path().join("c")).unwrap();
        let error = add(desk.path(), &[(path("c"), b"new")]).unwrap_err();
        assert_eq!(error.trouble, WriteTrouble::Taken(Kind::Link), "not even over a link that leads nowhere");
    }

    #[test]
    fn no_link_is_followed_on_the_way() {
        let (desk, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        symlink(elsewhere.path(), desk.path().join("seeds")).unwrap();
        assert!(add(desk.path(), &[(path("seeds/a.txt"), b"new")]).is_err());
        fs::write(elsewhere.path().join("a.txt"), "old").unwrap();
        assert!(replace(desk.path(), &path("seeds/a.txt"), (b"old", b"new")).is_err());
        assert_eq!(fs::read(elsewhere.path().join("a.txt")).unwrap(), b"old");
        symlink(elsewhere.path().join("a.txt"), desk.path().join("a.txt")).unwrap();
        let error = replace(desk.path(), &path("a.txt"), (b"old", b"new")).unwrap_err();
        assert_eq!(error.trouble, WriteTrouble::Changed, "a link is no file");
    }

    #[test]
    fn a_file_is_replaced_whole_and_keeps_its_permissions() {
        let desk = tempfile::tempdir().unwrap();
        let file = desk.path().join("facts.yaml");
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, PermissionsExt::from_mode(0o640)).unwrap();
        replace(desk.path(), &path("facts.yaml"), (b"old", b"new and longer")).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new and longer");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(names(desk.path()), ["facts.yaml"]);
    }

    #[test]
    fn what_somebody_else_changed_meanwhile_stays() {
        let desk = tempfile::tempdir().unwrap();
        let file = desk.path().join("facts.yaml");
        fs::write(&file, "theirs").unwrap();
        let error = replace(desk.path(), &path("facts.yaml"), (b"old", b"new")).unwrap_err();
        assert_eq!(error.trouble, WriteTrouble::Changed);
        assert_eq!(fs::read(&file).unwrap(), b"theirs");
        assert_eq!(names(desk.path()), ["facts.yaml"]);
    }
}
