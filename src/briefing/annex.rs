//! Which paragraphs of the archived articles are shown, and which of their words are quoted?

use std::collections::BTreeSet;

use super::view::{Article, Note, Paragraph, Piece};
use crate::dossier::Dossier;
use crate::span::Span;

/// How much of the articles stands in the annex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Annex {
    /// Every paragraph.
    Full,
    /// The paragraphs that are quoted from.
    #[default]
    Cited,
    /// Nothing.
    None,
}

pub(super) fn compose(dossier: &Dossier, notes: &[Note], annex: Annex) -> Vec<Article> {
    if annex == Annex::None {
        return Vec::new();
    }
    let sources = dossier.base.sources.iter().enumerate();
    let articles = sources.map(|(at, entry)| {
        let id = entry.id.value.to_string();
        let own: Vec<&Note> = notes.iter().filter(|note| note.source == id).collect();
        Article {
            short: format!("S{}", at + 1),
            title: entry.value.title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
            paragraphs: paragraphs(dossier, at, &own, annex),
            source: id,
        }
    });
    articles.filter(|article| !article.paragraphs.is_empty()).collect()
}

fn paragraphs(dossier: &Dossier, source: usize, notes: &[&Note], annex: Annex) -> Vec<Paragraph> {
    let Some(article) = dossier.articles.get(source) else { return Vec::new() };
    let text = dossier.files.get(article.file).map_or("", |file| file.text.as_str());
    let mut shown = Vec::new();
    for paragraph in &article.paragraphs {
        let quoted = |note: &&&Note| Span::new(note.start, note.end).meets(paragraph.span);
        let own: Vec<&Note> = notes.iter().filter(quoted).copied().collect();
        if own.is_empty() && annex == Annex::Cited {
            continue;
        }
        shown.push(Paragraph { number: paragraph.number, pieces: pieces(text, paragraph.span, &own) });
    }
    shown
}

/// The paragraph cut where a quotation begins or ends.
fn pieces(text: &str, paragraph: Span, notes: &[&Note]) -> Vec<Piece> {
    let ends = notes.iter().flat_map(|note| [note.start, note.end]);
    let inside = ends.filter(|end| paragraph.start < *end && *end < paragraph.end);
    let cuts: BTreeSet<usize> = inside.chain([paragraph.start, paragraph.end]).collect();
    let cuts: Vec<usize> = cuts.into_iter().collect();
    let mut pieces = Vec::new();
    for (start, end) in cuts.iter().zip(cuts.iter().skip(1)) {
        let piece = Span::new(*start, *end);
        let quoting = notes.iter().filter(|note| Span::new(note.start, note.end).covers(piece));
        pieces.push(Piece {
            text: piece.of(text).to_owned(),
            notes: quoting.map(|note| note.number).collect(),
        });
    }
    pieces
}
