//! How does an edition come out whole?
//!
//! All files are first written under temporary names inside the output folder and given to the disk; then
//! one after the other takes its name; then files of the earlier edition go that the new one does not have; the
//! last one (the manifest) takes its name last. Whatever fails, and whenever the program is killed, each file is
//! wholly of the earlier edition or wholly of the new one; if a name cannot be taken, those taken before are given
//! back, and so are the files that went.

use std::io;
use std::path::Path;
use std::time::Duration;

use super::folder::{Folder, OpenFolder, failure, is_output_name, refused};
use super::obsolete::{Listed, obsolete};
use super::publish_error::{Edition, PublishError, PublishTrouble, Step};
use super::trouble::Kind;

/// What publishing did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    /// The files that were written.
    pub written: Vec<String>,
    /// The files that held the same bytes already and were not touched.
    pub unchanged: Vec<String>,
    /// The files of the earlier edition that the new one does not have: they are gone.
    pub removed: Vec<String>,
    /// Such files that somebody has changed since: they stay.
    pub changed_since: Vec<String>,
}

const WAIT_FOR_ANOTHER_BUILD: Duration = Duration::from_secs(10);
const MARK: &str = ".factum-";
const NEW: &str = ".new";
const OLD: &str = ".old";

/// Writes `files`, each a name and its bytes, into the folder `out`; the one named `last` takes its name
/// last. Other files in `out` are left alone.
///
/// # Errors
/// When any step fails; the error says which edition now stands there.
pub fn publish(out: &Path, files: &[(&str, &[u8])], last: &str) -> Result<Published, PublishError> {
    publish_in_place(out, files, last, &|_| Vec::new())
}

/// As [`publish`], in the place of an earlier edition: the files that `listed` reads out of the earlier `last`, and
/// that are not among the new ones, go, each if it still has the bytes that were listed.
///
/// # Errors
/// As [`publish`].
pub fn publish_in_place(
    out: &Path,
    files: &[(&str, &[u8])],
    last: &str,
    listed: &Listed<'_>,
) -> Result<Published, PublishError> {
    let mut folder = OpenFolder::open_or_make(out)?;
    folder.lock(WAIT_FOR_ANOTHER_BUILD).map_err(|trouble| failure(out, trouble))?;
    if folder.locked {
        sweep(&folder);
    }
    edition(&folder, files, last, listed).map_err(|setback| setback.at(out))
}

/// A failed step: the output it was about (empty: the folder), why, and what now stands there.
struct Setback {
    name: String,
    trouble: PublishTrouble,
    edition: Edition,
}

impl Setback {
    fn old(name: &str, trouble: PublishTrouble) -> Self {
        Self { name: name.to_owned(), trouble, edition: Edition::Old }
    }

    fn at(self, out: &Path) -> PublishError {
        let path = if self.name.is_empty() { out.to_owned() } else { out.join(&self.name) };
        PublishError { edition: self.edition, ..failure(&path, self.trouble) }
    }
}

/// Removes what a killed build left behind. Only under the lock: another build's files look the same.
fn sweep(folder: &impl Folder) {
    let names = folder.names().unwrap_or_default();
    let ours = |name: &&String| name.starts_with(MARK) && (name.ends_with(NEW) || name.ends_with(OLD));
    for name in names.iter().filter(ours) {
        // A left-over that will not go is no reason to refuse the edition.
        let _ = folder.remove(name);
    }
}

fn edition(
    folder: &impl Folder,
    files: &[(&str, &[u8])],
    last: &str,
    listed: &Listed<'_>,
) -> Result<Published, Setback> {
    check_names(folder, files)?;
    let (same, changed): (Vec<_>, Vec<_>) = files.iter().partition(|(name, bytes)| folder.holds(name, bytes));
    let names = |files: &[(&str, &[u8])]| files.iter().map(|(name, _)| (*name).to_owned()).collect();
    let (removed, changed_since) = obsolete(folder, files, last, listed);
    let mut published =
        Published { written: names(&changed), unchanged: names(&same), removed, changed_since };
    published.written.sort_by_key(|name| name == last);
    let mut moves = Vec::new();
    let result = stage(folder, &changed, &mut moves).and_then(|()| {
        moves.extend(published.removed.iter().map(|name| Move::away(name)));
        moves.sort_by_key(|one| (one.name == last, one.goes));
        swap(folder, &moves)
    });
    clear(folder, published.written.iter().chain(&published.removed));
    result.map(|()| published)
}

/// A file on its way under its name, or away from it.
struct Move {
    name: String,
    before: Before,
    /// Whether it goes; else a new one takes the name.
    goes: bool,
}

impl Move {
    /// The earlier file keeps a second name until all is done.
    fn away(name: &str) -> Self {
        Self { name: name.to_owned(), before: Before::Kept, goes: true }
    }

    /// Its name now, and then.
    fn names(&self) -> (String, String) {
        match self.goes {
            true => (self.name.clone(), temporary(&self.name, OLD)),
            false => (temporary(&self.name, NEW), self.name.clone()),
        }
    }
}

/// What stood under an output's name before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing.
    Nothing,
    /// An earlier file, which now has a second name.
    Kept,
    /// An earlier file on a file system without second names: there is no way back.
    NotKept,
}

fn check_names(folder: &impl Folder, files: &[(&str, &[u8])]) -> Result<(), Setback> {
    let mut names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    names.sort_unstable();
    let twice = names.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0]);
    if let Some(name) = names.iter().copied().find(|name| !is_output_name(name)).or(twice) {
        return Err(Setback::old(name, PublishTrouble::Name));
    }
    for name in names {
        match folder.kind(name) {
            Ok(Some(Kind::Folder)) => return Err(Setback::old(name, PublishTrouble::Taken(Kind::Folder))),
            Ok(_) => {}
            Err(error) => return Err(Setback::old(name, refused(Step::Read, &error))),
        }
    }
    Ok(())
}

/// Writes every changed file under its temporary name, then gives the earlier ones a second name.
fn stage(folder: &impl Folder, changed: &[(&str, &[u8])], moves: &mut Vec<Move>) -> Result<(), Setback> {
    for (name, bytes) in changed {
        let written = folder.write(&temporary(name, NEW), bytes);
        written.map_err(|(step, error)| Setback::old(name, refused(step, &error)))?;
    }
    for (name, _) in changed {
        let before =
            keep_old(folder, name).map_err(|error| Setback::old(name, refused(Step::Write, &error)))?;
        moves.push(Move { name: (*name).to_owned(), before, goes: false });
    }
    Ok(())
}

fn keep_old(folder: &impl Folder, name: &str) -> io::Result<Before> {
    let Err(error) = folder.link(name, &temporary(name, OLD)) else { return Ok(Before::Kept) };
    match error.kind() {
        io::ErrorKind::NotFound => Ok(Before::Nothing),
        io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied | io::ErrorKind::TooManyLinks => {
            Ok(Before::NotKept)
        }
        _ => Err(error),
    }
}

/// Makes every move; if one cannot be made, those before it are taken back.
fn swap(folder: &impl Folder, moves: &[Move]) -> Result<(), Setback> {
    if moves.is_empty() {
        return Ok(());
    }
    for (made, one) in moves.iter().enumerate() {
        let (from, to) = one.names();
        if let Err(error) = folder.rename(&from, &to) {
            // Some network file systems report a failure for what they have done.
            let done = matches!(folder.kind(&from), Ok(None));
            let edition = give_back(folder, moves.iter().take(made + usize::from(done)));
            return Err(Setback { name: one.name.clone(), trouble: refused(Step::Rename, &error), edition });
        }
    }
    folder.sync().map_err(|error| Setback {
        name: String::new(),
        trouble: refused(Step::Sync, &error),
        edition: Edition::New,
    })
}

fn give_back<'a>(folder: &impl Folder, made: impl Iterator<Item = &'a Move>) -> Edition {
    let mut edition = Edition::Old;
    for Move { name, before, .. } in made {
        let back = match before {
            Before::Kept => folder.rename(&temporary(name, OLD), name).is_ok(),
            Before::Nothing => folder.remove(name).is_ok(),
            Before::NotKept => false,
        };
        if !back {
            edition = Edition::Mixed;
        }
    }
    // The earlier names are as safe as they were; the failure that led here is the one to report.
    let _ = folder.sync();
    edition
}

fn clear<'a>(folder: &impl Folder, names: impl Iterator<Item = &'a String>) {
    for name in names {
        let _ = folder.remove(&temporary(name, NEW));
        let _ = folder.remove(&temporary(name, OLD));
    }
}

/// The process's number keeps two builds apart where the file system has no locks.
fn temporary(name: &str, end: &str) -> String {
    format!("{MARK}{}-{name}{end}", std::process::id())
}

#[cfg(test)]
#[path = "publish_tests.rs"]
mod tests;
