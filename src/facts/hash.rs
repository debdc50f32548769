//! Does a `#` cut off the end of a text that has no quotation marks?

use super::codes;
use super::refusal::{Yaml, cut};
use crate::finding::Finding;
use crate::span::Span;

/// What to write for a `#` that belongs to the text, and for one that does not.
const HELP: &str =
    "put the text in quotation marks, or below as a block after `>-`; a comment has a blank after its `#`";

/// The comment that looks like the rest of the text that ends at byte `end`: it has no blank after its `#`, and stands
/// behind the text, or begins the next line where that could go on with the text: further in than `column`.
pub(super) fn cuts(yaml: Yaml<'_>, end: usize, column: Option<usize>) -> Option<Finding> {
    let blank = [' ', '\t'];
    let behind = yaml.text.get(end..)?.trim_start_matches(blank);
    let comment = if behind.starts_with('#') { behind } else { next_line(behind, column?)? };
    let words = comment.strip_prefix('#')?.trim_start_matches('#');
    if words.is_empty() || words.starts_with(char::is_whitespace) {
        return None;
    }
    let line = comment.lines().next()?.trim_end();
    let start = yaml.text.len() - comment.len();
    let message = format!("a `#` cut this text: `{}` is lost", cut(line));
    Some(yaml.refuse(codes::HASH_CUT, Span::new(start, start + line.len()), message, HELP))
}

/// What the next line holds, if it is indented further than `column`.
fn next_line(behind: &str, column: usize) -> Option<&str> {
    let line = behind.strip_prefix("\r\n").or_else(|| behind.strip_prefix('\n'))?;
    let words = line.trim_start_matches(' ');
    (line.len() - words.len() > column).then_some(words)
}
