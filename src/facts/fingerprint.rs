//! How does a fingerprint get into the facts while every other byte stays as it is?

use super::source::Source;
use crate::span::Span;

/// Words for the place of some bytes of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that go.
    pub span: Span,
    /// The words that come.
    pub words: String,
}

/// How to write `sha256` of a source into `text`, the file that the source stands in: in the place of an earlier one,
/// else on a line of its own under `file:`, or beside it in flow style.
#[must_use]
pub fn fingerprint(text: &str, source: &Source, sha256: &str) -> Edit {
    if let Some(earlier) = &source.sha256 {
        return Edit { span: earlier.at.span, words: sha256.to_owned() };
    }
    let file = source.file.at.span;
    let end = file.start + file.of(text).trim_end().len();
    let rest = text.get(end..).unwrap_or_default();
    let line_end = rest.find(['\n', '\r']).unwrap_or(rest.len());
    let behind = rest.get(..line_end).unwrap_or_default().trim_start();
    let block = behind.is_empty() || behind.starts_with('#');
    match indentation(text, file.start).filter(|_| block) {
        Some(indentation) => {
            let at = end + line_end;
            let words = format!("{}{indentation}sha256: {sha256}", line_break(rest.get(line_end..)));
            Edit { span: Span::new(at, at), words }
        }
        None => Edit { span: Span::new(end, end), words: format!(", sha256: {sha256}") },
    }
}

/// `text` with all edits, which may come in any order but may not overlap.
#[must_use]
pub fn edited(text: &str, edits: &[Edit]) -> String {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let mut new =
        String::with_capacity(text.len() + edits.iter().map(|edit| edit.words.len()).sum::<usize>());
    let mut done = 0;
    for edit in edits {
        new.push_str(Span::new(done, edit.span.start).of(text));
        new.push_str(&edit.words);
        done = edit.span.end;
    }
    new.push_str(text.get(done..).unwrap_or_default());
    new
}

/// How far the value's key may stand above it: `file:` on a line of its own, and an empty one.
const LINES_ABOVE: usize = 3;

/// The blanks before the key `file`, if it begins a line.
fn indentation(text: &str, value: usize) -> Option<&str> {
    let head = text.get(..value)?;
    let lines = head.rsplit(['\n', '\r']).take(LINES_ABOVE);
    let key = |line: &&str| {
        let key = line.trim_start().trim_start_matches(['"', '\'']);
        key.strip_prefix("file")
            .is_some_and(|rest| rest.trim_start_matches(['"', '\'', ' ']).starts_with(':'))
    };
    let mut lines = lines.skip_while(|line| line.trim().is_empty());
    let line = lines.next().filter(key)?;
    line.get(..line.len() - line.trim_start().len())
}

/// The line break that `rest` begins with, for one more of its sort.
fn line_break(rest: Option<&str>) -> &'static str {
    match rest.unwrap_or_default().as_bytes() {
        [b'\r', b'\n', ..] => "\r\n",
        [b'\r', ..] => "\r",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;
    use crate::span::Files;

    const SHA256: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    const HEAD: &str = "title: T\nas-of: 2021-07-08\n";

    /// The text with the fingerprint of its only source; it is read again, and must say just that.
    fn locked(sources: &str) -> String {
        let text = format!("{HEAD}{sources}");
        let source = |text: &str| {
            let mut files = Files::default();
            let id = files.add("facts.yaml", text);
            let base = read(&files, id).unwrap_or_else(|errors| panic!("{text}\n{errors:#?}"));
            base.sources.iter().next().unwrap().value.clone()
        };
        let before = source(&text);
        let new = edited(&text, &[fingerprint(&text, &before, SHA256)]);
        let after = source(&new);
        assert_eq!(after.sha256.unwrap().value, SHA256);
        assert_eq!(
            (after.file.value, after.url.is_some()),
            (before.file.value, before.url.is_some()),
            "{new}"
        );
        new.strip_prefix(HEAD).unwrap().to_owned()
    }

    /// The line is to come after the line that begins with `after`.
    fn stands_after(written: &str, after: &str, line: &str) {
        let expected: String = written
            .split_inclusive('\n')
            .map(|one| if one.starts_with(after) { format!("{one}{line}") } else { one.to_owned() })
            .collect();
        assert_eq!(locked(written), expected.replace("SHA", SHA256));
    }

    #[test]
    fn the_line_stands_under_the_file_with_its_indentation() {
        stands_after("sources:\n  a:\n    file: s.txt\n", "    file", "    sha256: SHA\n");
        stands_after("sources:\r\n  a:\r\n    file: s.txt\r\n", "    file", "    sha256: SHA\r\n");
        let commented = "sources:\n a:\n  file: 's.txt' # by hand\n  url: https://e.example\n";
        stands_after(commented, "  file", "  sha256: SHA\n");
        stands_after("sources:\n  a:\n    file:\n      s.txt\n", "      s.txt", "    sha256: SHA\n");
        let folded = "sources:\n  a:\n    file: >-\n      s.txt\n    url: https://e.example\n";
        stands_after(folded, "      s.txt", "    sha256: SHA\n");
    }

    #[test]
    fn a_last_line_without_an_end_gets_one_before_it() {
        let written = "sources:\n  a:\n    \"file\" : \"s.txt\"";
        assert_eq!(locked(written), format!("{written}\n    sha256: {SHA256}"));
    }

    #[test]
    fn in_flow_style_it_stands_beside_the_file() {
        for written in [
            "sources: {a: {file: s.txt}}\n",
            "sources:\n  a: {file: s.txt, url: 'https://e.example'}\n",
            "sources:\n  a: {\n    file: s.txt, \n    url: 'https://e.example' }\n",
        ] {
            assert_eq!(locked(written), written.replace("s.txt", &format!("s.txt, sha256: {SHA256}")));
        }
    }

    #[test]
    fn an_earlier_one_gives_way() {
        let old = "0".repeat(64);
        for quotes in ["", "'", "\""] {
            let written =
                format!("sources:\n  a:\n    sha256: {quotes}{old}{quotes} # read by M.\n    file: s.txt\n");
            let expected = format!("sources:\n  a:\n    sha256: {SHA256} # read by M.\n    file: s.txt\n");
            assert_eq!(locked(&written), expected);
        }
    }
}
