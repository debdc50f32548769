//! Where do the outputs of a build go, and what stands there already?

use std::path::Path;

use super::{FINDINGS, UNREADABLE, out, stale};
use crate::disk::{self, Difference, Project, ProjectPath, PublishError, Published};
use crate::provenance::{MANIFEST, SUMS, outputs_listed};

/// An output: its name in `out/`, and its bytes.
pub(super) type Output = (&'static str, Vec<u8>);

/// Writes the outputs in the place of the edition that stands there; the exit code.
pub(super) fn write(folder: &Path, files: &[Output]) -> u8 {
    let files = borrowed(files);
    match disk::publish_in_place(folder, &files, MANIFEST, &outputs_listed) {
        Ok(done) => {
            out::say(&told(folder, &done));
            0
        }
        Err(error) => refused(&error),
    }
}

/// What was done, in words.
fn told(folder: &Path, done: &Published) -> String {
    let shown = disk::shown(&folder.to_string_lossy());
    let list = |names: &[String]| names.iter().map(|name| format!("  {name}\n")).collect::<String>();
    let mut words = match done.written.as_slice() {
        [] => format!("`{shown}` is up to date\n"),
        written => format!("written to `{shown}`:\n{}", list(written)),
    };
    if !done.removed.is_empty() {
        words.push_str("removed, for they were of the edition before and this build does not make them:\n");
        words.push_str(&list(&done.removed));
    }
    if !done.changed_since.is_empty() {
        words.push_str(
            "of the edition before and changed since, so they stay; they are not of this edition:\n",
        );
        words.push_str(&list(&done.changed_since));
    }
    words
}

fn refused(error: &PublishError) -> u8 {
    out::trouble(&format!("`{}`: {}", disk::shown(&error.path), error.what()), error.help());
    UNREADABLE
}

fn borrowed(files: &[Output]) -> Vec<(&str, &[u8])> {
    files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect()
}

/// Compares the outputs with what stands there; the exit code.
pub(super) fn compare(folder: &Path, files: &[Output]) -> u8 {
    let files = borrowed(files);
    match disk::same(folder, &files) {
        Ok(differences) if differences.is_empty() => {
            out::say(&format!("`{}` is up to date\n", disk::shown(&folder.to_string_lossy())));
            0
        }
        Ok(differences) => {
            tell(folder, &files, &differences);
            out::say("  help: run `factum build` and commit what it writes\n");
            FINDINGS
        }
        Err(error) => refused(&error),
    }
}

/// Says which outputs are missing or stale, and shows the first lines that differ.
fn tell(folder: &Path, files: &[(&str, &[u8])], differences: &[Difference]) {
    // The records differ wherever anything does: their lines say no more.
    let is_record = |name: &str| matches!(name, SUMS | MANIFEST);
    let records_alone = differences.iter().all(|difference| is_record(difference.name()));
    for difference in differences {
        let name = difference.name();
        let state = if matches!(difference, Difference::Missing { .. }) { "is missing" } else { "is stale" };
        out::say(&format!("error: `{name}` {state}\n"));
        let new = files.iter().find(|(other, _)| *other == name).map(|(_, bytes)| *bytes);
        if let (Some(old), Some(new)) = (standing(folder, name), new)
            && (records_alone || !is_record(name))
        {
            out::say(&stale::difference(&old, new));
        }
    }
}

/// What stands in the folder under an output's name, if it is a file.
fn standing(folder: &Path, name: &str) -> Option<Vec<u8>> {
    let path = ProjectPath::parse(name).ok()?;
    Project::open(folder).ok()?.read(&path, LARGEST).ok()
}

/// A file that is larger is no output of ours.
const LARGEST: u64 = 256 << 20;
