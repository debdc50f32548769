//! Where does the curator's own prose stand, and which facts does it cite?

use crate::facts::{FactBase, Text};

/// A field that is read as Markdown.
#[derive(Debug)]
pub struct Prose<'a> {
    /// Its name in a message: `summary`.
    pub name: &'static str,
    /// The prose.
    pub text: &'a Text,
    /// Whether its numbers and names must stand in facts that it cites.
    pub grounded: bool,
    /// Facts that stand behind it without being cited in the text (`because`).
    pub because: Vec<&'a str>,
}

/// All fields that are read as Markdown.
pub(super) fn all(base: &FactBase) -> Vec<Prose<'_>> {
    let mut all: Vec<Prose> = base.summary.iter().map(|text| of("summary", text, true)).collect();
    for entry in &base.sections {
        all.extend(entry.value.text.iter().map(|text| of("text", text, true)));
    }
    for judgement in &base.judgements {
        let because = judgement.because.iter().map(|id| id.value.as_str()).collect();
        all.push(Prose { because, ..of("judgement", &judgement.text, true) });
    }
    all.extend(base.unknowns.iter().map(|text| of("unknowns", text, false)));
    all.extend(
        base.sources.iter().filter_map(|entry| entry.value.note.as_ref()).map(|text| of("note", text, false)),
    );
    for entry in &base.facts {
        all.extend(entry.value.note.iter().map(|text| of("note", text, false)));
        let notes = entry.value.evidence.iter().filter_map(|one| one.note.as_deref());
        all.extend(notes.map(|text| of("note", text, false)));
    }
    for entry in &base.discrepancies {
        all.extend(entry.value.note.iter().map(|text| of("note", text, false)));
    }
    all
}

fn of<'a>(name: &'static str, text: &'a Text, grounded: bool) -> Prose<'a> {
    Prose { name, text, grounded, because: Vec::new() }
}
