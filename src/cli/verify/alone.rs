//! What can be told of a file without its manifest?

use std::path::Path;

use super::answer::Answer;
use super::digest::digest_named;
use super::{carried, sources};
use crate::disk::{FACTS_LIMIT, Project, ProjectPath, ReadError};
use crate::pipeline;
use crate::provenance::{AttachedTrouble, DATA, MANIFEST, Manifest, Record, attached};

/// Says what the file says of itself, and holds that against the sources, if there are any; the manifest that a PDF
/// carries is for the caller to go on with.
pub(super) fn file(
    answer: &mut Answer,
    bytes: &[u8],
    folder: Option<&Path>,
) -> Result<Option<Manifest>, ReadError> {
    answer.open(format!(
        "whether the file is unchanged: no `{MANIFEST}` lies beside it, and `--manifest` names none"
    ));
    if bytes.starts_with(b"%PDF-")
        && let Some(manifest) = carried::manifest(answer, bytes)
    {
        carried::data(answer, bytes, &manifest);
        return Ok(Some(manifest));
    }
    by_itself(answer, bytes, folder).map(|()| None)
}

/// What can be told without any manifest.
fn by_itself(answer: &mut Answer, bytes: &[u8], folder: Option<&Path>) -> Result<(), ReadError> {
    let record = record(answer, bytes);
    let Some(digest) = digest_named(bytes) else {
        answer.open("what it was made from: it names no digest of facts and articles");
        return Ok(());
    };
    let tool = record.as_ref().map(|record| format!("by {} ", record.tool)).unwrap_or_default();
    answer.made(format!("{tool}from facts and articles with the digest {digest}"));
    for article in record.iter().flat_map(|record| &record.articles) {
        answer.made(format!("from `{}`, SHA-256 {}", article.path, article.sha256));
    }
    let Some(folder) = folder else {
        answer.open("whether the facts and articles are still the same: `--sources DIR` compares them");
        return Ok(());
    };
    same_digest(answer, &digest, folder)?;
    record.map_or(Ok(()), |record| sources::check(answer, &record, folder))
}

/// What the file's own data say: those that a PDF carries, or `briefing.json` itself.
fn record(answer: &mut Answer, bytes: &[u8]) -> Option<Record> {
    if !bytes.starts_with(b"%PDF-") {
        return Record::of_briefing(bytes).ok();
    }
    let data = match attached(bytes, DATA) {
        Ok(data) => data,
        Err(AttachedTrouble::Absent) => {
            answer.open("what it was made from: it carries no data that can be seen");
            return None;
        }
        Err(trouble) => {
            answer.fails(format!("`{DATA}` in the PDF: {trouble}"));
            return None;
        }
    };
    match Record::of_briefing(&data) {
        Ok(record) => {
            answer.holds(format!("it carries its data as `{DATA}`, {} bytes, undamaged", data.len()));
            Some(record)
        }
        Err(words) => {
            answer.fails(format!("the `{DATA}` that it carries is no briefing: {words}"));
            None
        }
    }
}

/// Whether the facts and articles of the project in `folder` have the digest that the file names.
fn same_digest(answer: &mut Answer, digest: &str, folder: &Path) -> Result<(), ReadError> {
    let project = Project::open(folder)?;
    let facts = ProjectPath::parse(pipeline::FACTS)?;
    if project.read(&facts, FACTS_LIMIT).is_err_and(|error| error.is_missing()) {
        answer.open(format!("whether `{}` is the same: it is not in the folder", pipeline::FACTS));
        return Ok(());
    }
    match pipeline::read(&project) {
        Ok(loaded) if loaded.digest().starts_with(digest) => {
            answer.holds(format!("the facts and articles in the folder have the digest {digest}"));
        }
        Ok(loaded) => {
            let now = loaded.digest();
            answer.fails(format!(
                "the facts and articles in the folder have another digest, {}",
                now.get(..16).unwrap_or(&now)
            ));
        }
        Err(_) => answer.fails("the facts in the folder cannot be read: `factum check` says why"),
    }
    Ok(())
}
