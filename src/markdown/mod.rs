//! What does a curator's Markdown say: a small tree of paragraphs, lists, links and cites.

mod cite;
mod guard;
mod link;
mod read;
mod reading;
#[cfg(test)]
mod tests;
mod write;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use read::{parse_blocks, parse_inlines, sketch, sketch_inline};
pub use reading::Sketch;
pub use write::{NameOf, escape, write_inlines};

use crate::span::Span;

/// A paragraph, or what stands in the place of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// What it says.
        inlines: Vec<Inline>,
    },
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// The number of the first item; 1 where the items are not numbered.
        start: u64,
        /// The items, each a run of blocks.
        items: Vec<Vec<Block>>,
    },
    /// A quotation set apart.
    Quote {
        /// What it says.
        blocks: Vec<Block>,
    },
    /// Text set apart as it is, line by line.
    Code {
        /// The lines.
        text: String,
    },
}

/// A run of words within a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Inline {
    /// Words.
    Text {
        /// The words.
        text: String,
    },
    /// Words stressed.
    Emphasis {
        /// The words.
        inlines: Vec<Inline>,
    },
    /// Words stressed strongly.
    Strong {
        /// The words.
        inlines: Vec<Inline>,
    },
    /// Words as a machine has them.
    Code {
        /// The words.
        text: String,
    },
    /// A link to a page or a mail address: `http`, `https` and `mailto` only.
    Link {
        /// Where it leads.
        url: String,
        /// The words that lead there.
        inlines: Vec<Inline>,
    },
    /// A line break that the author wants.
    Break,
    /// A footnote's reference.
    Cite {
        /// The number of the note.
        note: usize,
        /// Which use of the note this is, from one.
        turn: usize,
    },
    /// Facts cited by their ids where the prose has no footnotes: `[@first; @second]`.
    CiteKey {
        /// The ids, without the `@`, in the order written.
        ids: Vec<String>,
        /// Where it stands in the field.
        #[serde(skip)]
        span: Span,
    },
}

/// The words alone, without stress, links and cites.
#[must_use]
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_plain(inlines, &mut out);
    out
}

fn push_plain(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text } | Inline::Code { text } => out.push_str(text),
            Inline::Emphasis { inlines } | Inline::Strong { inlines } | Inline::Link { inlines, .. } => {
                push_plain(inlines, out);
            }
            Inline::Break => out.push(' '),
            Inline::Cite { .. } | Inline::CiteKey { .. } => {}
        }
    }
}

/// Puts what `replace` gives for each cited key in the key's place, in the order of print.
#[must_use]
pub fn map_cites<F>(inlines: Vec<Inline>, replace: &mut F) -> Vec<Inline>
where
    F: FnMut(&[String], Span) -> Vec<Inline>,
{
    let mut out = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::CiteKey { ids, span } => out.extend(replace(&ids, span)),
            Inline::Emphasis { inlines } => {
                out.push(Inline::Emphasis { inlines: map_cites(inlines, replace) });
            }
            Inline::Strong { inlines } => out.push(Inline::Strong { inlines: map_cites(inlines, replace) }),
            Inline::Link { url, inlines } => {
                out.push(Inline::Link { url, inlines: map_cites(inlines, replace) });
            }
            other => out.push(other),
        }
    }
    out
}
