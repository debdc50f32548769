//! How do findings name what they speak of?

use crate::dossier::{Dossier, Quotation};
use crate::facts::{Text, within};
use crate::finding::Mark;
use crate::span::{FileId, Span, Spot};

/// How many places of one text are told of at most: each is looked up from the text's start, and nobody mends more than
/// this at a time.
pub(super) const MOST_PLACES: usize = 50;

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
