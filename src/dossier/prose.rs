//! Where does the curator's own prose stand, and which facts does it cite?

use crate::facts::{FactBase, Text};

/// A field that is read as Markdown.
#[derive(Debug)]
pub struct Prose<'a> {
    /// Its name in a message: `summary`.
    pub name: &'static str,
    /// The prose.
    pub text: &'a Text,
    /// Whether it is printed as one paragraph, so that nothing in it begins a list or a heading.
    pub one_paragraph: bool,
    /// Whether its numbers and names must stand in facts that it cites.
    pub grounded: bool,
    /// Facts that stand behind it without being cited in the text (`because`).
    pub because: Vec<&'a str>,
}

/// All fields that are read as Markdown.
pub(super) fn all(base: &FactBase) -> Vec<Prose<'_>> {
    let mut all: Vec<Prose> = base.summary.iter().map(|text| prose("summary", text)).collect();
    for entry in &base.sections {
        all.extend(entry.value.text.iter().map(|text| prose("text", text)));
    }
    for judgement in &base.judgements {
        let because = judgement.because.iter().map(|id| id.value.as_str()).collect();
        all.push(Prose { grounded: true, because, ..line("judgement", &judgement.text) });
    }
    all.extend(base.unknowns.iter().map(|text| line("unknowns", text)));
    all.extend(
        base.sources.iter().filter_map(|entry| entry.value.note.as_ref()).map(|text| line("note", text)),
    );
    for entry in &base.facts {
        all.extend(entry.value.note.iter().map(|text| line("note", text)));
        let notes = entry.value.evidence.iter().filter_map(|one| one.note.as_deref());
        all.extend(notes.map(|text| line("note", text)));
    }
    for entry in &base.discrepancies {
        all.extend(entry.value.note.iter().map(|text| line("note", text)));
    }
    all
}

/// Prose of several paragraphs, whose numbers and names are held against the facts that it cites.
fn prose<'a>(name: &'static str, text: &'a Text) -> Prose<'a> {
    Prose { name, text, one_paragraph: false, grounded: true, because: Vec::new() }
}

/// A remark of one paragraph.
fn line<'a>(name: &'static str, text: &'a Text) -> Prose<'a> {
    Prose { name, text, one_paragraph: true, grounded: false, because: Vec::new() }
}
