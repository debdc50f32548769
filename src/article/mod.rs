//! What is a source text: its paragraphs, its furniture, and what it says of itself.

mod stated;

use crate::span::{FileId, Span};
use crate::text::Searchable;

pub use stated::{states_date, states_publisher, states_words};

/// One archived text, cut into paragraphs; the text itself is never changed.
#[derive(Debug)]
pub struct Article<'t> {
    /// The file that holds it.
    pub file: FileId,
    /// SHA-256 of the file's bytes.
    pub sha256: String,
    /// How many bytes the file has.
    pub bytes: usize,
    /// The text made ready for searching.
    pub searchable: Searchable<'t>,
    /// The lines that are not empty, in order.
    pub paragraphs: Vec<Paragraph>,
}

/// A line of the archived text that is not empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paragraph {
    /// Its number, from one.
    pub number: usize,
    /// Its bytes, without white space at either end.
    pub span: Span,
    /// Whether the curator listed it as page furniture.
    pub furniture: bool,
}

impl<'t> Article<'t> {
    /// Takes in a text; `ignore` are the lines that the curator listed as page furniture.
    #[must_use]
    pub fn new(file: FileId, text: &'t str, fingerprint: (String, usize), ignore: &[&str]) -> Self {
        let (sha256, bytes) = fingerprint;
        Self { file, sha256, bytes, searchable: Searchable::new(text), paragraphs: paragraphs(text, ignore) }
    }

    /// The paragraph that holds byte `offset`; the one before it if it stands between two.
    #[must_use]
    pub fn paragraph_at(&self, offset: usize) -> Option<&Paragraph> {
        let after = self.paragraphs.partition_point(|paragraph| paragraph.span.start <= offset);
        self.paragraphs.get(after.saturating_sub(1))
    }

    /// The paragraphs that share a byte with `span`.
    pub fn paragraphs_of(&self, span: Span) -> impl Iterator<Item = &Paragraph> {
        let first = self.paragraphs.partition_point(|paragraph| paragraph.span.end <= span.start);
        self.paragraphs.iter().skip(first).take_while(move |paragraph| paragraph.span.meets(span))
    }

    /// Whether any byte of `span` stands in page furniture.
    #[must_use]
    pub fn is_furniture(&self, span: Span) -> bool {
        self.paragraphs_of(span).any(|paragraph| paragraph.furniture)
    }
}

fn paragraphs(text: &str, ignore: &[&str]) -> Vec<Paragraph> {
    let ignore: Vec<String> = ignore.iter().map(|line| folded(line)).collect();
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let words = line.trim_matches(is_blank);
        if !words.is_empty() {
            let lead = line.len() - line.trim_start_matches(is_blank).len();
            let span = Span::new(start + lead, start + lead + words.len());
            let furniture = !ignore.is_empty() && ignore.contains(&folded(words));
            found.push(Paragraph { number: found.len() + 1, span, furniture });
        }
        start += line.len();
    }
    found
}

/// White space, and the marks that take no place: a byte order mark alone is no paragraph.
fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
}

/// One space between words, so that a no-break space in a listed line does not matter.
fn folded(line: &str) -> String {
    line.split(is_blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article<'t>(text: &'t str, ignore: &[&str]) -> Article<'t> {
        Article::new(FileId(0), text, (String::new(), text.len()), ignore)
    }

    #[test]
    fn paragraphs_are_the_lines_that_are_not_empty() {
        let text = "\u{feff}\r\n  One.\r\n\r\n\u{a0}\nTwo, три. \n";
        let article = article(text, &[]);
        let words: Vec<&str> = article.paragraphs.iter().map(|paragraph| paragraph.span.of(text)).collect();
        assert_eq!(words, ["One.", "Two, три."]);
        assert_eq!(article.paragraph_at(text.find("Two").unwrap()).unwrap().number, 2);
        assert_eq!(article.paragraph_at(text.len()).unwrap().number, 2);
    }

    #[test]
    fn a_listed_line_is_furniture_wherever_it_stands() {
        let text = "Words.\nLeave a\u{a0}Reply\n";
        let article = article(text, &["Leave a Reply"]);
        assert!(!article.is_furniture(Span::new(0, 5)));
        assert!(article.is_furniture(Span::new(9, 12)));
        assert!(article.is_furniture(Span::new(3, 12)));
    }

    #[test]
    fn an_empty_text_has_no_paragraph() {
        assert!(article(" \n\n", &[]).paragraphs.is_empty());
        assert!(article("", &[]).paragraph_at(3).is_none());
    }
}
