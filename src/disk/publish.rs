//! How does an edition come out whole?
//!
//! All files are first written under temporary names inside the output folder and given to the disk; then
//! one after the other takes its name, the last one (the manifest) last. Whatever fails, and whenever the
//! program is killed, each file is wholly of the earlier edition or wholly of the new one; if a name cannot
//! be taken, those taken before are given back.

use std::io;
use std::path::Path;
use std::time::Duration;

use super::folder::{Folder, OpenFolder, failure, refused};
use super::publish_error::{Edition, PublishError, PublishTrouble, Step};
use super::trouble::Kind;

/// What publishing did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    /// The files that were written.
    pub written: Vec<String>,
    /// The files that held the same bytes already and were not touched.
    pub unchanged: Vec<String>,
}

const WAIT_FOR_ANOTHER_BUILD: Duration = Duration::from_secs(10);
const LONGEST_NAME: usize = 200;
const MARK: &str = ".factum-";
const NEW: &str = ".new";
const OLD: &str = ".old";

/// Writes `files`, each a name and its bytes, into the folder `out`; the one named `last` takes its name
/// last. Other files in `out` are left alone.
///
/// # Errors
/// When any step fails; the error says which edition now stands there.
pub fn publish(out: &Path, files: &[(&str, &[u8])], last: &str) -> Result<Published, PublishError> {
    let mut folder = OpenFolder::open_or_make(out)?;
    folder.lock(WAIT_FOR_ANOTHER_BUILD).map_err(|trouble| failure(out, trouble))?;
    if folder.locked {
        sweep(&folder);
    }
    edition(&folder, files, last).map_err(|setback| setback.at(out))
}

/// Whether `name` is one that an output may have.
pub(super) fn is_output_name(name: &str) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_');
    !name.is_empty() && name.len() <= LONGEST_NAME && !name.starts_with('.') && name.chars().all(plain)
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

fn edition(folder: &impl Folder, files: &[(&str, &[u8])], last: &str) -> Result<Published, Setback> {
    let mut files: Vec<(&str, &[u8])> = files.to_vec();
    files.sort_by_key(|(name, _)| *name == last);
    check_names(folder, &files)?;
    let (same, changed): (Vec<_>, Vec<_>) = files.iter().partition(|(name, bytes)| folder.holds(name, bytes));
    let names = |files: &[(&str, &[u8])]| files.iter().map(|(name, _)| (*name).to_owned()).collect();
    let published = Published { written: names(&changed), unchanged: names(&same) };
    let result = stage(folder, &changed).and_then(|before| swap(folder, &published.written, &before));
    clear(folder, &published.written);
    result.map(|()| published)
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
fn stage(folder: &impl Folder, changed: &[(&str, &[u8])]) -> Result<Vec<Before>, Setback> {
    for (name, bytes) in changed {
        let written = folder.write(&temporary(name, NEW), bytes);
        written.map_err(|(step, error)| Setback::old(name, refused(step, &error)))?;
    }
    let kept = changed.iter().map(|(name, _)| {
        keep_old(folder, name).map_err(|error| Setback::old(name, refused(Step::Write, &error)))
    });
    kept.collect()
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

/// Lets every changed file take its name; if one cannot, those before it give theirs back.
fn swap(folder: &impl Folder, names: &[String], before: &[Before]) -> Result<(), Setback> {
    if names.is_empty() {
        return Ok(());
    }
    for (taken, name) in names.iter().enumerate() {
        if let Err(error) = folder.rename(&temporary(name, NEW), name) {
            // Some network file systems report a failure for what they have done.
            let done = matches!(folder.kind(&temporary(name, NEW)), Ok(None));
            let edition = give_back(folder, names.iter().zip(before).take(taken + usize::from(done)));
            return Err(Setback { name: name.clone(), trouble: refused(Step::Rename, &error), edition });
        }
    }
    folder.sync().map_err(|error| Setback {
        name: String::new(),
        trouble: refused(Step::Sync, &error),
        edition: Edition::New,
    })
}

fn give_back<'a>(folder: &impl Folder, taken: impl Iterator<Item = (&'a String, &'a Before)>) -> Edition {
    let mut edition = Edition::Old;
    for (name, before) in taken {
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

fn clear(folder: &impl Folder, names: &[String]) {
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
