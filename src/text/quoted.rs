//! Which words of a text stand in quotation marks?

use super::letter::{after, before, is_double_quote};
use crate::span::Span;

/// The words between quotation marks, without the marks, in order. A single stroke may be an apostrophe and pairs
/// nothing; speech that goes on in the next paragraph ends with its line, as nothing closes it there.
#[must_use]
pub fn quoted(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let end = start + line.trim_end().len();
        in_line(text, Span::new(start, end.max(start)), &mut found);
        start += line.len();
    }
    found
}

fn in_line(text: &str, line: Span, found: &mut Vec<Span>) {
    let mut open: Option<usize> = None;
    for (offset, letter) in line.of(text).char_indices().filter(|(_, letter)| is_double_quote(*letter)) {
        let (at, next) = (line.start + offset, line.start + offset + letter.len_utf8());
        match open {
            Some(from) if closes(text, at, next) => {
                push(text, Span::new(from, at), found);
                open = None;
            }
            None if opens(text, at, next) => open = Some(next),
            _ => {}
        }
    }
    if let Some(from) = open {
        push(text, Span::new(from, line.end), found);
    }
}

/// Whether speech can begin after this mark: `he said "go"`, not the inches of `5" pipes`.
fn opens(text: &str, at: usize, next: usize) -> bool {
    !before(text, at).is_some_and(char::is_alphanumeric) && !after(text, next).is_none_or(char::is_whitespace)
}

/// Whether speech can end before this mark; one that stands before a word and after a blank opens speech in speech.
fn closes(text: &str, at: usize, next: usize) -> bool {
    !before(text, at).is_none_or(char::is_whitespace) || !after(text, next).is_some_and(char::is_alphanumeric)
}

fn push(text: &str, words: Span, found: &mut Vec<Span>) {
    if words.of(text).contains(char::is_alphanumeric) {
        found.push(words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speech(text: &str) -> Vec<&str> {
        quoted(text).iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn speech_is_found_whatever_its_marks() {
        assert_eq!(speech("“We go,” he said. “Now.”"), ["We go,", "Now."]);
        assert_eq!(speech("\"We go,\" he said, and «nobody» stayed „hier“."), ["We go,", "nobody", "hier"]);
        assert_eq!(speech("It was “closed\" then."), ["closed"]);
    }

    #[test]
    fn apostrophes_inches_and_empty_marks_are_no_speech() {
        assert_eq!(speech("It's the pilots' 5\" gauge, the 7\" one too."), Vec::<&str>::new());
        assert_eq!(speech("\"\" and \" . \""), Vec::<&str>::new());
    }

    #[test]
    fn unclosed_speech_ends_with_its_paragraph() {
        assert_eq!(speech("“We go.\n\n“We stay,” he said. It's over."), ["We go.", "We stay,"]);
    }
}
