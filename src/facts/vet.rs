//! Does every value of a fact base hold what its field may hold?

use super::characters::{self, LineBreaks};
use super::codes;
use super::fields::{self, Rule, Scalar, Scalars};
use super::located::Text;
use super::place::within;
use super::refusal::{MOST, cut, refuse};
use super::rules;
use crate::finding::Finding;
use crate::span::{FileId, Files, Span, Spot};

/// Puts `file` into every place of `whole`, ends every place with its last word, and reports what may not stand in a
/// field; at most [`MOST`] findings.
pub(super) fn vet<T: Scalars>(whole: &mut T, files: &Files, file: FileId) -> Vec<Finding> {
    let mut found = Vec::new();
    fields::each(whole, &mut |scalar| {
        let Scalar { key, rule, value, at } = scalar;
        at.file = file;
        trim(files, at);
        let Some(value) = value else { return };
        // A block ends with a line break that nobody means.
        value.truncate(value.trim_end_matches('\n').len());
        if found.len() < MOST {
            found.extend(fault(files, key, rule, &Text { value: value.clone(), at: *at }));
        }
        if rule == Rule::Sha256 {
            value.make_ascii_lowercase();
        }
    });
    found
}

/// Leaves out the line breaks after a block.
fn trim(files: &Files, at: &mut Spot) {
    at.span.end = at.span.start + files.words(*at).trim_end().len();
}

fn fault(files: &Files, key: &str, rule: Rule, text: &Text) -> Option<Finding> {
    if text.value.trim().is_empty() && rule != Rule::Id {
        let message = format!("`{key}` holds an empty text");
        return Some(refuse(codes::NULL, text.at, message, "write its text, or remove the key"));
    }
    let line_breaks = if rule == Rule::Prose { LineBreaks::Allowed } else { LineBreaks::Refused };
    if let Some(found) = characters::in_value(&text.value, line_breaks) {
        let at = within(files, text, Span::new(found.at, found.at + found.character.len_utf8()));
        let message = format!("`{key}` holds {}", name(found.character));
        return Some(refuse(found.code, at, message, found.help));
    }
    let fault = rules::fault(key, rule, &text.value)?;
    Some(refuse(fault.code, text.at, fault.message, &fault.help))
}

/// Control and direction characters of a whole text, comments included; at most [`MOST`].
pub(super) fn characters(files: &Files, file: FileId) -> Vec<Finding> {
    let text = files.get(file).map(|file| file.text.as_str()).unwrap_or_default();
    let one = |found: characters::Refused| {
        let span = Span::new(found.at, found.at + found.character.len_utf8());
        let message = format!("{} stands here", name(found.character));
        refuse(found.code, Spot { file, span }, message, found.help)
    };
    characters::in_file(text).take(MOST).map(one).collect()
}

/// A character that cannot be shown, in words.
fn name(character: char) -> String {
    let what = match character {
        '\t' => "a tab",
        '\n' => "a line break",
        '\r' => "a carriage return",
        '\u{200C}' => "a zero width non-joiner",
        '\u{200D}' => "a zero width joiner",
        '\u{FEFF}' => "a byte-order mark",
        _ if characters::is_private(character) => "a private-use character",
        _ if characters::is_no_character(character) => "a code point that is no character",
        _ if character.is_control() => "a control character",
        _ => "a character that turns the reading direction around",
    };
    cut(&format!("{what}, U+{:04X}", u32::from(character)))
}
