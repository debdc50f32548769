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
        // A paragraph that several notes quote is printed for its marks: each shows where in it the words stand.
        let whole = match own.as_slice() {
            [note] if annex == Annex::Cited && is_whole(text, paragraph.span, note) => note.number,
            _ => 0,
        };
        shown.push(Paragraph { number: paragraph.number, whole, pieces: pieces(text, paragraph.span, &own) });
    }
    shown
}

/// Whether a note quotes all words of the paragraph and no others.
fn is_whole(text: &str, paragraph: Span, note: &Note) -> bool {
    let words = |span: Span| span.of(text).trim();
    Span::new(note.start, note.end).meets(paragraph)
        && words(Span::new(note.start, note.end)) == words(paragraph)
}

/// Marks the notes that stand for a paragraph of the annex.
pub(super) fn mark_whole(annex: &[Article], notes: &mut [Note]) {
    for number in annex.iter().flat_map(|article| &article.paragraphs).map(|paragraph| paragraph.whole) {
        if let Some(note) = number.checked_sub(1).and_then(|at| notes.get_mut(at)) {
            note.whole = true;
        }
    }
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
        pieces.push(Piece { text: inert(piece.of(text)), notes: quoting.map(|note| note.number).collect() });
    }
    pieces
}

/// The words with every character that could turn the reading direction around written out.
fn inert(words: &str) -> String {
    let turns = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if !words.contains(turns) {
        return words.to_owned();
    }
    let mut safe = String::with_capacity(words.len() + 16);
    for letter in words.chars() {
        if turns(letter) { safe.extend(letter.escape_unicode()) } else { safe.push(letter) }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(start: usize, end: usize) -> Note {
        Note {
            number: 1,
            name: String::new(),
            source: String::new(),
            short: String::new(),
            citation: String::new(),
            brief: String::new(),
            repeated: false,
            paragraph: 1,
            quote: String::new(),
            whole: false,
            tier: String::new(),
            origin: String::new(),
            remark: Vec::new(),
            live: String::new(),
            uses: 1,
            start,
            end,
        }
    }

    #[test]
    fn a_note_is_the_whole_paragraph_but_for_blanks() {
        let text = "One. Two words. \nThree.";
        let paragraph = Span::new(5, 16);
        assert!(is_whole(text, paragraph, &note(5, 15)));
        assert!(!is_whole(text, paragraph, &note(5, 14)), "without the full stop words are left over");
        assert!(!is_whole(text, paragraph, &note(0, 15)), "it quotes the paragraph before, too");
    }
}
