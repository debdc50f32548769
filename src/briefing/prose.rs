//! How does the curator's prose become passages with their proof?

use super::notes::Notes;
use super::support;
use super::view::{Cite, Passage};
use crate::dossier::Dossier;
use crate::markdown::{Block, Inline, map_cites, parse_blocks};

/// A passage for each paragraph and each list item of `text`.
pub(super) fn passages(dossier: &Dossier, notes: &mut Notes, text: &str) -> Vec<Passage> {
    paragraphs(parse_blocks(text)).into_iter().map(|inlines| passage(dossier, notes, inlines)).collect()
}

/// One passage; each cited fact is proved by its leading quotation.
pub(super) fn passage(dossier: &Dossier, notes: &mut Notes, inlines: Vec<Inline>) -> Passage {
    let mut cites = Vec::new();
    let mut facts = Vec::new();
    let text = map_cites(joined(inlines), &mut |ids, _| {
        let cited: Vec<usize> = ids.iter().filter_map(|id| dossier.index.fact_named(id)).collect();
        let leads = cited.iter().filter_map(|fact| super::lead(dossier, *fact));
        let new: Vec<Cite> = notes.cite_all(leads.collect::<Vec<_>>());
        facts.extend(cited);
        cites.extend(new.iter().cloned());
        let cites = new.into_iter().map(|cite| Inline::Cite { note: cite.note, turn: cite.turn });
        let cites: Vec<Inline> = cites.collect();
        if cites.is_empty() { vec![NOTHING] } else { cites }
    });
    Passage { text: closed_up(text), cites, support: support::of_facts(dossier, &facts) }
}

/// What stands, until the words are closed up, where nothing proves a cited fact (in a draft).
const NOTHING: Inline = Inline::Cite { note: 0, turn: 0 };

/// `[@a] [@b]` cites as `[@a; @b]` does: facts that rest on the same words then bear their note once.
fn joined(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut joined: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        let blank = |inline: &Inline| matches!(inline, Inline::Text { text } if text.trim().is_empty());
        if let Inline::CiteKey { ids: more, .. } = &inline {
            let end = joined.iter().rposition(|one| !blank(one));
            if let Some((end, Inline::CiteKey { ids, .. })) =
                end.and_then(|end| Some((end, joined.get_mut(end)?)))
            {
                ids.extend(more.iter().cloned());
                joined.truncate(end + 1);
                continue;
            }
        }
        joined.push(inline);
    }
    joined
}

fn paragraphs(blocks: Vec<Block>) -> Vec<Vec<Inline>> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph { inlines } => found.push(inlines),
            Block::Quote { blocks } => found.extend(paragraphs(blocks)),
            Block::List { items, .. } => found.extend(items.into_iter().flat_map(paragraphs)),
            Block::Code { text } => found.push(vec![Inline::Code { text }]),
        }
    }
    found
}

/// A note stands right after the words: the space that the curator typed before `[@…]` goes.
fn closed_up(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut closed: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        if let (Inline::Cite { .. }, Some(Inline::Text { text })) = (&inline, closed.last_mut()) {
            let kept = text.trim_end().len();
            text.truncate(kept);
        }
        match inline {
            Inline::Cite { note: 0, .. } => {}
            Inline::Emphasis { inlines } => closed.push(Inline::Emphasis { inlines: closed_up(inlines) }),
            Inline::Strong { inlines } => closed.push(Inline::Strong { inlines: closed_up(inlines) }),
            Inline::Link { url, inlines } => closed.push(Inline::Link { url, inlines: closed_up(inlines) }),
            other => closed.push(other),
        }
    }
    closed
}
