//! Where does the curator's own prose stand, and which facts does it cite?

use crate::facts::{FactBase, Text};
use crate::markdown::{Block, Inline, parse_blocks};
use crate::span::Span;

/// A field of prose.
pub(super) struct Field<'a> {
    /// Its name in a message: `summary`.
    pub(super) name: &'static str,
    /// The prose.
    pub(super) text: &'a Text,
    /// Whether it is printed as one paragraph, so that nothing in it begins a list or a heading.
    pub(super) one_paragraph: bool,
    /// Whether its numbers and names must stand in facts that it cites.
    pub(super) grounded: bool,
    /// Facts that stand behind it without being cited in the text (`because`).
    pub(super) because: Vec<&'a str>,
}

/// All fields that are read as Markdown.
pub(super) fn fields(base: &FactBase) -> Vec<Field<'_>> {
    let prose = |name, text| Field { name, text, one_paragraph: false, grounded: true, because: Vec::new() };
    let line = |name, text| Field { name, text, one_paragraph: true, grounded: false, because: Vec::new() };
    let mut all: Vec<Field> = base.summary.iter().map(|text| prose("summary", text)).collect();
    for entry in &base.sections {
        all.extend(entry.value.text.iter().map(|text| prose("text", text)));
    }
    for judgement in &base.judgements {
        let because = judgement.because.iter().map(|id| id.value.as_str()).collect();
        all.push(Field { grounded: true, because, ..line("judgement", &judgement.text) });
    }
    all.extend(base.unknowns.iter().map(|text| line("unknowns", text)));
    all.extend(
        base.sources.iter().filter_map(|entry| entry.value.note.as_ref()).map(|text| line("note", text)),
    );
    for entry in &base.facts {
        all.extend(entry.value.note.iter().map(|text| line("note", text)));
        let notes = entry.value.evidence.iter().filter_map(|one| one.note.as_ref());
        all.extend(notes.map(|text| line("note", text)));
    }
    for entry in &base.discrepancies {
        all.extend(entry.value.note.iter().map(|text| line("note", text)));
    }
    all
}

/// The facts that a text cites, each with the place of its citation in the text.
pub(super) fn cited(text: &str) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    if text.contains("[@") {
        parse_blocks(text).iter().for_each(|block| in_block(block, &mut found));
    }
    found
}

fn in_block(block: &Block, found: &mut Vec<(String, Span)>) {
    match block {
        Block::Paragraph { inlines } => in_inlines(inlines, found),
        Block::Quote { blocks } => blocks.iter().for_each(|block| in_block(block, found)),
        Block::List { items, .. } => items.iter().flatten().for_each(|block| in_block(block, found)),
        Block::Code { .. } => {}
    }
}

fn in_inlines(inlines: &[Inline], found: &mut Vec<(String, Span)>) {
    for inline in inlines {
        match inline {
            Inline::CiteKey { ids, span } => found.extend(ids.iter().map(|id| (id.clone(), *span))),
            Inline::Emphasis { inlines } | Inline::Strong { inlines } | Inline::Link { inlines, .. } => {
                in_inlines(inlines, found);
            }
            _ => {}
        }
    }
}

/// The sentences of a text, each with the citations that stand right after it: `… alone. [@fact]` cites for it.
pub(super) fn sentences_with_cites(text: &str, sentences: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        match joined.last_mut() {
            Some(before) if sentence.of(text).trim_start().starts_with("[@") => {
                before.end = citations_end(text, sentence);
            }
            _ => {}
        }
        joined.push(sentence);
    }
    joined
}

/// The byte after the citations with which a stretch of text begins.
fn citations_end(text: &str, stretch: Span) -> usize {
    let mut rest = stretch.of(text);
    while let Some(inner) = rest.trim_start().strip_prefix("[@") {
        let Some((_, after)) = inner.split_once(']') else { break };
        rest = after;
    }
    stretch.end - rest.len()
}

/// The citations that stand in a sentence; `cites` stand in the order of the text.
pub(super) fn within(cites: &[(String, Span)], sentence: Span) -> &[(String, Span)] {
    let from = cites.partition_point(|(_, span)| span.end <= sentence.start);
    let to = cites.partition_point(|(_, span)| span.start < sentence.end);
    cites.get(from..to.max(from)).unwrap_or_default()
}
