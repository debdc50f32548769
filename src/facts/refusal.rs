//! What does a refusal consist of?

use super::codes;
use super::events::DEEPEST;
use crate::finding::{Finding, Mark, Severity};
use crate::span::{FileId, Span, Spot, floor_char_boundary};

/// How many findings are worth reporting of one file.
pub(super) const MOST: usize = 100;

/// What to do with a text that begins like something else.
pub(super) const QUOTE: &str = "put the text in quotation marks, or below as a block after `>-`";

/// The text of one file.
#[derive(Clone, Copy)]
pub(super) struct Yaml<'a> {
    /// The file.
    pub(super) file: FileId,
    /// Its text.
    pub(super) text: &'a str,
}

impl Yaml<'_> {
    /// The place of `span` in this file.
    pub(super) fn spot(self, span: Span) -> Spot {
        Spot { file: self.file, span }
    }

    /// An error at `at`.
    pub(super) fn refuse(self, code: &'static str, at: Span, message: String, help: &str) -> Finding {
        refuse(code, self.spot(at), message, help)
    }
}

/// An error at `spot`.
pub(super) fn refuse(code: &'static str, spot: Spot, message: String, help: &str) -> Finding {
    let at = Mark { spot, label: String::new() };
    Finding { check: code, severity: Severity::Error, message, at, seen: Vec::new(), help: help.to_owned() }
}

/// The beginning of a text in one line, short enough for a message.
pub(super) fn cut(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut words: String = text.chars().take(LONGEST).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if text.chars().nth(LONGEST).is_some() {
        words.push('…');
    }
    words
}

/// The word of `list` that `word` was most likely meant to be.
pub(super) fn nearest<'a>(word: &str, list: &[&'a str]) -> Option<&'a str> {
    let word: String = word.chars().take(80).collect::<String>().to_lowercase().replace(['_', ' '], "-");
    let near = |other: &&str| strsim::normalized_damerau_levenshtein(&word, other);
    let best = list.iter().copied().max_by(|one, other| near(one).total_cmp(&near(other)))?;
    (near(&best) >= 0.6 || (word.len() >= 4 && best.starts_with(&word))).then_some(best)
}

/// The mistake that makes a key of the rest of a text in braces.
pub(super) fn flow_comma(yaml: Yaml<'_>, key: &str, at: Span) -> Finding {
    let message = format!("a comma makes a key of `{}`", cut(key));
    yaml.refuse(codes::FLOW_COMMA, at, message, FLOW_COMMA_HELP)
}

/// What to do about a comma that was meant to be one.
pub(super) const FLOW_COMMA_HELP: &str =
    "in flow style (`{…}`, `[…]`) a comma ends the text before it: write it in block style, one key a line";

/// More maps and lists in each other than anyone means.
pub(super) fn too_deep(yaml: Yaml<'_>, at: Span) -> Finding {
    let message = format!("more than {DEEPEST} maps and lists stand in each other");
    yaml.refuse(codes::TOO_DEEP, at, message, "quote the text if it begins with `[`, `{` or `- `")
}

/// The character at byte `at`.
pub(super) fn one_character(text: &str, at: usize) -> Span {
    let start = floor_char_boundary(text, at);
    let len = text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    Span::new(start, start + len)
}
