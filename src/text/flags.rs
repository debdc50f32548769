//! What is to be said of the edges of a passage that was found.

use super::{Clip, Flag, context, edge, words};
use crate::span::Span;

/// The flags of a passage that was found: its edges and what stands beside it.
pub(super) fn flags(text: &str, passage: Span) -> Vec<Flag> {
    let clip = |at: Span| Clip { word: words::lower(at.of(text)), at };
    let cuts = edge::inside(text, passage.start) || edge::inside(text, passage.end);
    let after = context::cut_before_start(text, passage).map(|at| Flag::CutAfter(clip(at)));
    let before = context::cut_after_end(text, passage).map(|at| Flag::CutBefore(clip(at)));
    cuts.then_some(Flag::CutInsideWord).into_iter().chain(after).chain(before).collect()
}
