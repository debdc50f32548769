//! What does a field of Markdown say: prose, or one paragraph, as a tree or as a sketch of it?

use super::guard::{GUARD, one_paragraph, without_guard};
use super::reading::Reading;
use super::{Block, Inline};
use crate::span::Span;

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

/// What is to be checked of prose, without the tree of its words.
#[derive(Debug, Clone, Default)]
pub struct Sketch {
    /// The ids that it cites, in order, each with the place of its brackets.
    pub cites: Vec<(String, Span)>,
    /// What has no place in prose: where it stands, and what to write in its place.
    pub refused: Vec<(Span, &'static str)>,
}

/// Reads prose for what is to be checked of it.
#[must_use]
pub fn sketch(text: &str) -> Sketch {
    sketched(text, 0)
}

/// Reads a field of one paragraph for what is to be checked of it.
#[must_use]
pub fn sketch_inline(text: &str) -> Sketch {
    sketched(&one_paragraph(text), GUARD.len())
}

fn sketched(text: &str, guard: usize) -> Sketch {
    let (cites, refused) = Reading::sketch(text, guard);
    Sketch { cites, refused }
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
