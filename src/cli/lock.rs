//! `factum lock`: writes the fingerprints of the archived texts into the facts.

use std::collections::BTreeMap;

use clap::Args;

use super::{FINDINGS, Global, UNREADABLE, check, out};
use crate::disk::{self, ProjectPath, shown};
use crate::facts::{self, Edit, FactBase, Source};
use crate::pipeline::{FactFile, Loaded};
use crate::report::Format;
use crate::span::{FileId, Files};

/// Which fingerprints are written.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// Write the new fingerprints of texts that have changed, too; read those texts first
    #[arg(long)]
    update: bool,
}

pub(super) fn run(global: &Global, options: &Options) -> u8 {
    let Some(loaded) = check::load(global, Format::Human) else { return UNREADABLE };
    let mut edits: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
    let (mut told, mut changed) = (String::new(), 0);
    for (source, sha256) in open_sources(&loaded) {
        if source.sha256.is_some() && !options.update {
            changed += 1;
            let message = format!("`{}` has changed since its `sha256` was noted", source.file.value);
            out::trouble(&message, "restore the file, or read it anew and run `factum lock --update`");
            continue;
        }
        let file = source.file.at.file;
        let text = loaded.files.get(file).map_or("", |file| file.text.as_str());
        edits.entry(file).or_default().push(facts::fingerprint(text, source, sha256));
        told.push_str(&format!("  {sha256}  {}\n", shown(&source.file.value)));
    }
    if let Err(code) = write(global, &loaded, &edits) {
        return code;
    }
    match (told.is_empty(), changed) {
        (false, _) => out::say(&format!("locked:\n{told}")),
        (true, 0) => out::say("every source has its `sha256`\n"),
        (true, _) => {}
    }
    if changed > 0 { FINDINGS } else { 0 }
}

/// The sources whose fingerprint is missing or another, with the one that is right.
fn open_sources(loaded: &Loaded) -> impl Iterator<Item = (&Source, &str)> {
    let sources = loaded.base.sources.iter().zip(&loaded.archived);
    let sources = sources.map(|(entry, archived)| (&entry.value, archived.sha256.as_str()));
    sources.filter(|(source, sha256)| {
        !source.sha256.as_ref().is_some_and(|given| given.value.eq_ignore_ascii_case(sha256))
    })
}

/// Writes every changed file, once all of them are known to say what they said, and the fingerprints.
fn write(global: &Global, loaded: &Loaded, edits: &BTreeMap<FileId, Vec<Edit>>) -> Result<(), u8> {
    let mut files = Files::default();
    let mut changed: Vec<(&ProjectPath, &str, String)> = Vec::new();
    for (at, FactFile { path, .. }) in loaded.fact_files.iter().enumerate() {
        let old = loaded.files.get(FileId(at)).map_or("", |file| file.text.as_str());
        let new = edits.get(&FileId(at)).map_or_else(|| old.to_owned(), |edits| facts::edited(old, edits));
        files.add(path.as_str(), new.clone());
        if new != old {
            changed.push((path, old, new));
        }
    }
    if !changed.is_empty() && !says_the_same(&files, loaded, edits) {
        let help =
            "write each source in block style, one key a line, or copy the fingerprints from `factum check`";
        out::trouble("the fingerprints cannot be written into these facts; nothing was changed", help);
        return Err(UNREADABLE);
    }
    for (path, old, new) in changed {
        disk::replace(&global.project, path, (old.as_bytes(), new.as_bytes())).map_err(|error| {
            out::trouble(&format!("`{}`: {}", shown(&error.path), error.what()), error.help());
            UNREADABLE
        })?;
    }
    Ok(())
}

/// Whether the edited facts can be read, and their sources are those of before with the fingerprints.
fn says_the_same(files: &Files, loaded: &Loaded, edits: &BTreeMap<FileId, Vec<Edit>>) -> bool {
    let further: Vec<FileId> = (1..loaded.fact_files.len()).map(FileId).collect();
    let read = facts::read(files, FileId(0)).and_then(|base| match further.as_slice() {
        [] => Ok(base),
        further => facts::include(base, files, further),
    });
    let Ok(base) = read else { return false };
    let size = |base: &FactBase| {
        (base.sources.len(), base.facts.len(), base.entities.len(), base.discrepancies.len())
    };
    let mut sources = base.sources.iter().zip(loaded.base.sources.iter()).zip(&loaded.archived);
    let same = sources.all(|((new, old), archived)| {
        let edited = edits.contains_key(&old.value.file.at.file);
        let given =
            new.value.sha256.as_ref().is_some_and(|given| given.value.eq_ignore_ascii_case(&archived.sha256));
        new.id.value == old.id.value
            && new.value.file.value == old.value.file.value
            && (given || !edited || old.value.sha256.is_some())
    });
    same && size(&base) == size(&loaded.base)
}
