//! Which signs of a text are Markdown links and emphasis.

use super::letter::{after, before, is_wordy};
use crate::span::Span;

/// The bytes of Markdown links and emphasis that no reader sees, in order: brackets, addresses, asterisks, underscores.
pub(super) fn signs(text: &str) -> Vec<Span> {
    if !text.bytes().any(|byte| matches!(byte, b'*' | b'_' | b'[')) {
        return Vec::new();
    }
    let mut reader = Reader { text, ..Reader::default() };
    let mut at = 0;
    while let Some(found) =
        text.as_bytes().get(at..).and_then(|rest| rest.iter().position(|byte| is_sign(*byte)))
    {
        at = reader.read(at + found);
    }
    reader.signs.sort_unstable();
    reader.signs
}

const fn is_sign(byte: u8) -> bool {
    matches!(byte, b'*' | b'_' | b'[' | b']' | b'\\' | b'\n')
}

/// Brackets that were opened wait for their partners; an empty line ends all hope.
#[derive(Debug, Default)]
struct Reader<'t> {
    text: &'t str,
    signs: Vec<Span>,
    brackets: Vec<Span>,
}

impl Reader<'_> {
    /// Reads the sign at byte `at`; says where to go on.
    fn read(&mut self, at: usize) -> usize {
        match self.text.as_bytes().get(at) {
            Some(b'\\') => at + 1 + after(self.text, at + 1).map_or(0, char::len_utf8),
            Some(b'\n') => self.line_end(at),
            Some(b'[') => self.open_bracket(at),
            Some(b']') => self.close_bracket(at),
            Some(_) => self.emphasis(at),
            None => self.text.len(),
        }
    }

    fn line_end(&mut self, at: usize) -> usize {
        let next = self.text.get(at + 1..).unwrap_or_default();
        if next.trim_start_matches([' ', '\t', '\r']).starts_with('\n') {
            self.brackets.clear();
        }
        at + 1
    }

    fn open_bracket(&mut self, at: usize) -> usize {
        let image = before(self.text, at) == Some('!');
        self.brackets.push(Span::new(at - usize::from(image), at + 1));
        at + 1
    }

    fn close_bracket(&mut self, at: usize) -> usize {
        let opened = self.brackets.pop();
        let Some(end) = address_end(self.text, at + 1) else { return at + 1 };
        let Some(opened) = opened else { return at + 1 };
        self.signs.push(opened);
        self.signs.push(Span::new(at, end));
        end
    }

    /// Reads a run of asterisks and underscores: emphasis if it stands at a word's or a quotation mark's side. It need
    /// not be paired, since a quotation may begin or end anywhere; within words and between spaces it is itself.
    fn emphasis(&mut self, at: usize) -> usize {
        const LONGEST: usize = 6;
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        let end = at + rest.iter().take_while(|byte| matches!(byte, b'*' | b'_')).count();
        let (left, right) = (before(self.text, at), after(self.text, end));
        let blank = |side: Option<char>| side.is_none_or(char::is_whitespace);
        let word = |side: Option<char>| side.is_some_and(is_wordy);
        if end - at <= LONGEST && !(blank(left) && blank(right)) && !(word(left) && word(right)) {
            self.signs.push(Span::new(at, end));
        }
        end
    }
}

/// The byte after the bracketed address that starts at `at`; addresses hold no line end and no second link.
fn address_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?.strip_prefix('(')?;
    let mut depth = 1_usize;
    let mut last = b'(';
    for (index, byte) in rest.bytes().enumerate() {
        match byte {
            b'\n' | b'\r' => return None,
            b'(' if last == b']' => return None,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1 + index + 1);
        }
        last = byte;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(text: &str) -> String {
        let signs = signs(text);
        let hidden = |at: usize| signs.iter().any(|sign| sign.start <= at && at < sign.end);
        text.char_indices().filter(|(at, _)| !hidden(*at)).map(|(_, letter)| letter).collect()
    }

    #[test]
    fn links_and_emphasis_go() {
        assert_eq!(bare("he [added](#) **two** _words_"), "he added two words");
        assert_eq!(
            bare("![a map](x.png) of [the (old) port](http://x.org/a_(b) \"t\")."),
            "a map of the (old) port."
        );
        assert_eq!(bare("**_“all”_**, he said"), "“all”, he said");
    }

    #[test]
    fn signs_that_mean_something_stay() {
        for text in [
            "2*3*4",
            "snake_case_name",
            "a * b",
            "see [15]",
            "[sic] (he said)",
            "f(x)[1]",
            "\\*not so\\*",
            "[a]\n\n(b)",
        ] {
            assert_eq!(bare(text), text);
        }
    }
}
