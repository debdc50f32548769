//! How do findings name what they speak of?

use std::cell::OnceCell;

use crate::dossier::{Dossier, Quotation};
use crate::facts::{Placed, Text, within};
use crate::finding::Mark;
use crate::span::{FileId, Files, Span, Spot};

/// A mark without words of its own.
pub(super) const fn mark(spot: Spot) -> Mark {
    Mark { spot, label: String::new() }
}

/// A mark with a few words.
pub(super) fn labelled(spot: Spot, label: &str) -> Mark {
    Mark { spot, label: label.to_owned() }
}

/// The place of bytes `span` of a scalar's value.
pub(super) fn inside(dossier: &Dossier, text: &Text, span: Span) -> Spot {
    within(dossier.files, text, span)
}

/// Many places of one scalar's value, which is followed in its file when the first of them is asked.
pub(super) struct Places<'a> {
    files: &'a Files,
    text: &'a Text,
    placed: OnceCell<Placed>,
}

impl<'a> Places<'a> {
    pub(super) const fn of(dossier: &Dossier<'a>, text: &'a Text) -> Self {
        Self { files: dossier.files, text, placed: OnceCell::new() }
    }

    /// The place of bytes `span` of the value.
    pub(super) fn at(&self, span: Span) -> Spot {
        self.placed.get_or_init(|| Placed::of(self.files, self.text)).place(span)
    }
}

/// The place of bytes `span` of the article that a quotation names.
pub(super) fn in_article(dossier: &Dossier, quotation: &Quotation, span: Span) -> Spot {
    let file = quotation
        .source
        .and_then(|source| dossier.articles.get(source))
        .map_or(FileId(0), |article| article.file);
    Spot { file, span }
}

/// The path of the article that a quotation names.
pub(super) fn path<'a>(dossier: &Dossier<'a>, quotation: &Quotation) -> &'a str {
    let file = dossier.article_of(quotation).and_then(|(article, _)| dossier.files.get(article.file));
    file.map_or("", |file| file.path.as_str())
}

/// At most `most` characters of `text` on one line.
pub(super) fn short(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let mut cut: String = line.chars().take(most.saturating_sub(1)).collect();
    cut.push('…');
    cut
}

/// The candidate that `word` is most likely meant to be, if one is near enough.
pub(super) fn closest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let near = candidates.into_iter().map(|candidate| (strsim::jaro_winkler(word, candidate), candidate));
    near.filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

/// The name with the words that a hyphen ties to it.
pub(super) fn hyphened(text: &str, name: Span) -> Option<&str> {
    let before = text.get(..name.start)?.strip_suffix('-')?;
    let start = before.rfind(|letter: char| !letter.is_alphanumeric()).map_or(0, |at| at + 1);
    text.get(start..name.end)
}
