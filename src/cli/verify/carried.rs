//! What does a PDF carry, and do the files in it fit each other?

use super::answer::Answer;
use super::digest::short;
use crate::disk::sha256_hex;
use crate::provenance::{AttachedTrouble, DATA, FACTS, MANIFEST, Manifest, Record, attached, others};

/// The manifest that a PDF carries, if it carries one that was not changed.
pub(super) fn manifest(answer: &mut Answer, pdf: &[u8]) -> Option<Manifest> {
    let bytes = match attached(pdf, MANIFEST) {
        Ok(bytes) => bytes,
        Err(AttachedTrouble::Absent) => {
            answer.open(format!("what it was made from: it carries no `{MANIFEST}` that can be seen"));
            return None;
        }
        Err(trouble) => {
            answer.fails(format!("`{MANIFEST}` in the PDF: {trouble}"));
            return None;
        }
    };
    match Manifest::parse(&bytes) {
        Ok(manifest) if manifest.is_sealed(&bytes) => {
            let seal = short(&manifest.seal);
            answer.holds(format!(
                "it carries `{MANIFEST}`, whose seal fits; its last page must print the seal, {seal}"
            ));
            Some(manifest)
        }
        Ok(_) => {
            answer.fails(format!("`{MANIFEST}` in the PDF was changed: its seal does not fit"));
            None
        }
        Err(trouble) => {
            answer.fails(format!("`{MANIFEST}` in the PDF: {trouble}"));
            None
        }
    }
}

/// Holds the other files that a PDF carries against its manifest, and against what that says.
pub(super) fn data(answer: &mut Answer, pdf: &[u8], manifest: &Manifest) {
    let record = Record::from(manifest);
    for listed in &manifest.carried {
        let name = listed.name.as_str();
        match attached(pdf, name) {
            Ok(bytes) if sha256_hex(&bytes) == listed.sha256 => {
                answer
                    .holds(format!("it carries `{name}`, {} bytes, as that manifest lists it", bytes.len()));
                fits(answer, &record, name, &bytes);
            }
            Ok(_) => answer.fails(format!("`{name}` in the PDF is not the one that its manifest lists")),
            // A project's own template need not attach it.
            Err(AttachedTrouble::Absent) => {
                answer.open(format!("what stands in `{name}`: the PDF carries none"));
            }
            Err(trouble) => answer.fails(format!("`{name}` in the PDF: {trouble}")),
        }
    }
    match others(pdf, manifest.carried.len() + 1) {
        (_, true) => answer.fails("the PDF was added to after it was made: it has more than one end"),
        (0, false) => {}
        (more, false) => answer.open(format!("what else it carries: {more} more, which no manifest lists")),
    }
}

/// Says of each file in a changed PDF whether it is the one that the manifest beside lists.
pub(super) fn changed(answer: &mut Answer, pdf: &[u8], manifest: &Manifest) {
    for listed in &manifest.carried {
        let state = match attached(pdf, &listed.name) {
            Ok(bytes) if sha256_hex(&bytes) == listed.sha256 => "unchanged".to_owned(),
            Ok(_) => "changed".to_owned(),
            Err(trouble) => trouble.to_string(),
        };
        answer.more(format!("`{}` in it: {state}", listed.name));
    }
}

/// Holds the manifest against the data of one of the files that it lists.
pub(super) fn fits(answer: &mut Answer, record: &Record, name: &str, bytes: &[u8]) {
    let differences = match name {
        DATA => Record::of_briefing(bytes).map(|briefing| record.differences(&briefing)),
        FACTS => record.differences_of_facts(bytes),
        _ => return,
    };
    match differences {
        Ok(differences) if differences.is_empty() => {}
        Ok(differences) => answer
            .fails(format!("`{name}` and the manifest do not say the same of {}", differences.join(", of "))),
        Err(words) => answer.fails(format!("`{name}` cannot be understood: {words}")),
    }
}
