//! Is a file, or a whole edition, what its manifest lists?

use std::path::Path;

use super::LARGEST;
use super::alone::{DATA, digest_named};
use super::answer::Answer;
use crate::disk::{Project, ProjectPath, ReadError, sha256_hex};
use crate::provenance::{AttachedTrouble, MANIFEST, Manifest, Named, attached};

/// How many digits of a digest tell one from another for a reader.
const SHORT: usize = 16;

/// How many files are listed at most.
const MOST: usize = 100;

/// Holds one file against the manifest.
pub(super) fn file(answer: &mut Answer, manifest: &Manifest, (name, bytes): (&str, &[u8])) {
    let sha256 = sha256_hex(bytes);
    if let Some(listed) = manifest.outputs.iter().find(|listed| listed.sha256 == sha256) {
        answer.unchanged(format!("`{name}` is unchanged: the manifest lists its SHA-256, {sha256}"));
        if listed.name != name {
            answer.more(format!("it was built as `{}`", listed.name));
        }
        return;
    }
    let end = |name: &str| name.rsplit_once('.').map(|(_, end)| end.to_lowercase());
    let same_name = manifest.outputs.iter().find(|listed| listed.name == name);
    let Some(listed) =
        same_name.or_else(|| manifest.outputs.iter().find(|listed| end(&listed.name) == end(name)))
    else {
        answer
            .fails(format!("the manifest lists no file like `{name}`, and none with its SHA-256, {sha256}"));
        return;
    };
    answer.fails(format!("`{name}` is not the `{}` that the manifest lists", listed.name));
    answer.more(format!("it has {} bytes, SHA-256 {sha256}", bytes.len()));
    answer.more(format!("listed: {} bytes, SHA-256 {}", listed.bytes, listed.sha256));
    why(answer, manifest, bytes);
}

/// Holds every file that the manifest lists against it; they lie in `folder`.
pub(super) fn whole(answer: &mut Answer, manifest: &Manifest, folder: &Path) -> Result<(), ReadError> {
    let project = Project::open(folder)?;
    let before = manifest.outputs.len();
    let mut same = 0;
    for listed in &manifest.outputs {
        match output(&project, listed) {
            Ok(bytes) if sha256_hex(&bytes) == listed.sha256 => same += 1,
            Ok(bytes) => {
                answer.fails(format!("`{}` has changed", listed.name));
                why(answer, manifest, &bytes);
            }
            Err(error) => answer.fails(format!("`{}`: {}", listed.name, error.what())),
        }
    }
    match before {
        0 => answer.fails("the manifest lists no file"),
        _ if same == before => {
            answer.unchanged(format!("all {before} files that `{MANIFEST}` lists are unchanged"));
        }
        _ => answer.more(format!("{same} of {before} files are unchanged")),
    }
    Ok(())
}

/// What the edition was made from, and whether the manifest agrees with itself.
pub(super) fn made(answer: &mut Answer, manifest: &Manifest) {
    let digest = short(&manifest.digest);
    match manifest.digest == manifest.digest_of_lists() {
        true => answer.holds(format!("the digest {digest} is that of the facts and articles listed")),
        false => answer.fails(format!("the digest {digest} is not that of the facts and articles listed")),
    }
    let typst = manifest.typst.as_ref().map(|version| format!(" with Typst {version}")).unwrap_or_default();
    let draft = if manifest.draft { ", as a DRAFT: checks failed" } else { "" };
    answer.made(format!("by {}{typst}{draft}", manifest.tool));
    let files = manifest.facts.iter().chain(&manifest.articles).chain(&manifest.earlier_edition);
    for file in files.clone().take(MOST) {
        answer.made(format!("from `{}`, SHA-256 {}", file.path, file.sha256));
    }
    let more = files.count().saturating_sub(MOST);
    if more > 0 {
        answer.more(format!("and {more} more"));
    }
    answer.open("who made it: only a signature over the manifest shows that (docs/provenance.md)");
}

fn output(project: &Project, listed: &Named) -> Result<Vec<u8>, ReadError> {
    let path = ProjectPath::parse(&listed.name)?;
    project.read(&path, LARGEST)
}

/// Tells another edition from a changed file.
fn why(answer: &mut Answer, manifest: &Manifest, bytes: &[u8]) {
    data(answer, manifest, bytes);
    let Some(named) = digest_named(bytes) else { return };
    if manifest.digest.starts_with(&named) {
        answer.more(format!(
            "it names the same facts and articles ({named}), so the file itself was changed or rebuilt"
        ));
    } else {
        let of_manifest = short(&manifest.digest);
        answer.more(format!("it names other facts and articles ({named}) than the manifest ({of_manifest})"));
    }
}

/// Says whether the data that a PDF carries are those of the edition's `briefing.json`, where that can be told.
fn data(answer: &mut Answer, manifest: &Manifest, pdf: &[u8]) {
    let Some(listed) = manifest.outputs.iter().find(|listed| listed.name == DATA) else { return };
    match attached(pdf, DATA) {
        Ok(data) if spread(&data).is_some_and(|text| sha256_hex(text.as_bytes()) == listed.sha256) => {
            answer.more("the data that it carries are unchanged");
        }
        Ok(_) => answer.more("the data that it carries were changed"),
        Err(AttachedTrouble::Damaged) => answer.more("the data that it carries are damaged"),
        Err(AttachedTrouble::Absent) => {}
    }
}

/// A PDF carries the same data as `briefing.json`, without line breaks: the same with them.
fn spread(data: &[u8]) -> Option<String> {
    let value: serde_json::Value = serde_json::from_slice(data).ok()?;
    Some(serde_json::to_string_pretty(&value).ok()? + "\n")
}

fn short(digest: &str) -> &str {
    digest.get(..SHORT).unwrap_or(digest)
}
