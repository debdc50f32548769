//! Is a file, or a whole edition, what its manifest lists?

use std::path::Path;

use super::LARGEST;
use super::answer::Answer;
use super::carried;
use super::digest::{digest_named, short};
use crate::disk::{Project, ProjectPath, ReadError, sha256_hex};
use crate::provenance::{DATA, MANIFEST, Manifest, Named, Record, SUMS};

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
        says_the_same(answer, manifest, (&listed.name, bytes));
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
            Ok(bytes) if sha256_hex(&bytes) == listed.sha256 => {
                same += 1;
                says_the_same(answer, manifest, (&listed.name, &bytes));
            }
            Ok(bytes) => {
                answer.fails(format!("`{}` has changed", listed.name));
                why(answer, manifest, &bytes);
            }
            Err(error) => answer.fails(format!("`{}`: {}", listed.name, error.what())),
        }
    }
    match before {
        0 if manifest.is_part() => {
            answer
                .open("whether any file is unchanged: a PDF carries this manifest, and it lists no outputs");
        }
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
    formats(answer, manifest);
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
    answer.open(
        "who made it, and whether somebody wrote the manifest anew: only a signature shows that \
         (docs/provenance.md)",
    );
}

/// Whether a manifest has the form and the seal with which it was written.
pub(super) fn sealed(answer: &mut Answer, manifest: &Manifest, bytes: &[u8]) {
    match manifest.is_sealed(bytes) {
        true => answer.holds(format!("the manifest’s own seal fits, {}", short(&manifest.seal))),
        false => answer.fails("the manifest was changed: its seal does not fit"),
    }
}

/// Whether the outputs are those that were asked for; a PDF alone may be missing.
fn formats(answer: &mut Answer, manifest: &Manifest) {
    if manifest.is_part() {
        return;
    }
    let format = |output: &Named| match output.name.rsplit_once('.').map(|(_, end)| end) {
        Some("md") => "md",
        Some("html") => "html",
        Some("pdf") => "pdf",
        _ => "json",
    };
    let outputs = manifest.outputs.iter().filter(|output| output.name != SUMS);
    let mut made: Vec<&str> = outputs.map(format).collect();
    made.sort_unstable();
    made.dedup();
    let asked = manifest.options.format.iter().map(String::as_str);
    let due: Vec<&str> = asked.filter(|format| *format != "pdf" || made.contains(format)).collect();
    if made != due {
        answer.fails("the manifest lists other outputs than those that it says were asked for");
    }
    if made.contains(&"pdf") != manifest.typst.is_some()
        || manifest.carried.is_empty() == made.contains(&"pdf")
    {
        answer.fails("what the manifest says of Typst and of what the PDF carries does not fit its outputs");
    }
}

/// Holds an output that is unchanged, and says itself what it was made from, against the manifest.
fn says_the_same(answer: &mut Answer, manifest: &Manifest, (name, bytes): (&str, &[u8])) {
    if name.ends_with(".json") && Record::of_briefing(bytes).is_ok() {
        carried::fits(answer, &Record::from(manifest), DATA, bytes);
    }
    if !bytes.starts_with(b"%PDF-") {
        return;
    }
    let Some(own) = carried::manifest(answer, bytes) else { return };
    match manifest.inputs().differences(&own).as_slice() {
        [] => answer.holds("the manifest that the PDF carries says the same"),
        wrong => answer.fails(format!(
            "the manifest that the PDF carries says something else under `{}`",
            wrong.join("`, `")
        )),
    }
    carried::data(answer, bytes, &own);
}

fn output(project: &Project, listed: &Named) -> Result<Vec<u8>, ReadError> {
    let path = ProjectPath::parse(&listed.name)?;
    project.read(&path, LARGEST)
}

/// Tells another edition from a changed file.
fn why(answer: &mut Answer, manifest: &Manifest, bytes: &[u8]) {
    if bytes.starts_with(b"%PDF-") {
        carried::changed(answer, bytes, manifest);
    }
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
