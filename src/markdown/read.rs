//! What does a field of Markdown say: prose, or one paragraph, as a tree or as a sketch of it?

use super::reading::{Reading, Sketch};
use super::{Block, Inline};

/// Reads prose: paragraphs, lists, quotations.
#[must_use]
pub fn parse_blocks(text: &str) -> Vec<Block> {
    Reading::of(text, 0).finish().0
}

/// Reads a field of one paragraph: nothing in it begins a list, a heading or a quotation.
#[must_use]
pub fn parse_inlines(text: &str) -> Vec<Inline> {
    let blocks = Reading::of(&one_paragraph(text), GUARD.len()).finish().0;
    let mut inlines = match blocks.into_iter().next() {
        Some(Block::Paragraph { inlines }) => inlines,
        _ => Vec::new(),
    };
    if let Some(Inline::Text { text }) = inlines.first_mut() {
        *text = text.strip_prefix(GUARD).unwrap_or(text).trim_start().to_owned();
        if text.is_empty() {
            inlines.remove(0);
        }
    }
    inlines
}

/// Reads prose for what is to be checked of it.
#[must_use]
pub fn sketch(text: &str) -> Sketch {
    Reading::sketch(text, 0)
}

/// Reads a field of one paragraph for what is to be checked of it.
#[must_use]
pub fn sketch_inline(text: &str) -> Sketch {
    Reading::sketch(&one_paragraph(text), GUARD.len())
}

/// Stands before a field of one paragraph, so that no block begins with the field's own first words.
/// It is punctuation, so that stress may open right after it, and itself begins nothing.
const GUARD: &str = ".";

fn one_paragraph(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + GUARD.len());
    out.push_str(GUARD);
    // One byte for one byte: places in the field stay what they are.
    out.extend(text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }));
    out
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
