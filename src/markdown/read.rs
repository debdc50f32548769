//! What does a field of Markdown say: prose, or one paragraph, as a tree or as a sketch of it?

use super::guard::{GUARD, one_paragraph, without_guard};
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
    match blocks.into_iter().next() {
        Some(Block::Paragraph { inlines }) => without_guard(inlines),
        _ => Vec::new(),
    }
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

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
