//! What does Typst say about which place?

use std::fmt;

use crate::disk::shown;

/// One message of Typst's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The file as Typst names it, `<stdin>` being the source; nothing where the message is about no file.
    pub file: Option<String>,
    /// The line, from one; 0 without a file.
    pub line: usize,
    /// The character in that line, from one; 0 without a file.
    pub column: usize,
    /// What it says.
    pub message: String,
}

/// How bad a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// There is no output.
    Error,
    /// There is one, but it may not be what was meant.
    Warning,
}

const MOST: usize = 100;

/// Reads messages in Typst's short form: `FILE:LINE:COLUMN: error: …`, columns counted from zero. A line in
/// no such form goes on with the message before it. At most a hundred are read.
pub(super) fn read(messages: &str) -> Vec<Diagnostic> {
    let mut read: Vec<Diagnostic> = Vec::new();
    for line in messages.lines() {
        match parse(line) {
            Some(_) if read.len() == MOST => break,
            Some(diagnostic) => read.push(diagnostic),
            None if line.trim().is_empty() => {}
            None => go_on(read.last_mut(), line),
        }
    }
    read
}

impl Diagnostic {
    /// The font that no file has, if that is what this is about.
    pub(super) fn unknown_font(&self) -> Option<&str> {
        self.message.lines().next()?.strip_prefix("unknown font family: ")
    }

    /// Whether this is about letters that no font has; its message names them.
    #[must_use]
    pub fn lacks_glyph(&self) -> bool {
        self.letters().is_some()
    }

    /// The letters that this says cannot be set, for want of a font or because the standard forbids them.
    pub(super) fn letters(&self) -> Option<String> {
        let line = self.message.lines().next()?;
        [
            "the text `\"",
            "the PDF contains the codepoint `\"",
            "the text contains the disallowed codepoint `\"",
        ]
        .iter()
        .find_map(|words| Some(line.split_once(words)?.1))
        .map(quoted)
    }
}

/// The text up to its closing quotation mark, as Typst writes texts: `\u{e000}`, `\"`.
fn quoted(rest: &str) -> String {
    let mut text = String::new();
    let mut left = rest.chars();
    while let Some(c) = left.next() {
        match c {
            '"' => break,
            '\\' => text.extend(escaped(&mut left)),
            c => text.push(c),
        }
    }
    text
}

fn escaped(left: &mut std::str::Chars<'_>) -> Option<char> {
    match left.next()? {
        'u' => {
            let digits: String = left.by_ref().take_while(|c| *c != '}').filter(|c| *c != '{').collect();
            u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32)
        }
        'n' => Some('\n'),
        't' => Some('\t'),
        'r' => Some('\r'),
        c => Some(c),
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(out, "{}:{}:{}: ", shown(file), self.line, self.column)?;
        }
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let lines: Vec<String> = self.message.lines().map(shown).collect();
        write!(out, "{severity}: {}", lines.join("\n  "))
    }
}

fn go_on(last: Option<&mut Diagnostic>, line: &str) {
    if let Some(last) = last {
        last.message.push('\n');
        last.message.push_str(line.trim_end());
    }
}

fn parse(line: &str) -> Option<Diagnostic> {
    let (place, severity, message) = split(line)?;
    let (file, line, column) = match place {
        None => (None, 0, 0),
        Some(place) => {
            let mut parts = place.rsplitn(3, ':');
            let column: usize = parts.next()?.parse().ok()?;
            let line: usize = parts.next()?.parse().ok()?;
            (Some(parts.next()?.to_owned()), line, column.saturating_add(1))
        }
    };
    Some(Diagnostic { severity, file, line, column, message: message.trim_end().to_owned() })
}

/// The place, if one stands in front, how bad it is, and the words. The words may say `: error: ` again.
fn split(line: &str) -> Option<(Option<&str>, Severity, &str)> {
    let kinds = [("error: ", Severity::Error), ("warning: ", Severity::Warning)];
    let without = kinds.iter().find_map(|(word, kind)| Some((None, *kind, line.strip_prefix(word)?)));
    let places = kinds.iter().filter_map(|(word, kind)| {
        let at =
            line.match_indices(word).map(|(at, _)| at).find(|at| line.get(..*at).is_some_and(ends_place))?;
        Some((line.get(..at)?.strip_suffix(": ")?, *kind, line.get(at + word.len()..)?))
    });
    without.or_else(|| {
        places.min_by_key(|(place, ..)| place.len()).map(|(place, kind, words)| (Some(place), kind, words))
    })
}

/// Whether `before` ends like a place: `…:LINE:COLUMN: `.
fn ends_place(before: &str) -> bool {
    let mut parts = before.strip_suffix(": ").unwrap_or_default().rsplitn(3, ':');
    let number = |part: Option<&str>| part.is_some_and(|part| part.parse::<usize>().is_ok());
    number(parts.next()) && number(parts.next()) && parts.next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_its_place_counted_from_one() {
        let read = read("<stdin>:3:16: error: expected expression\n");
        let expected = Diagnostic {
            severity: Severity::Error,
            file: Some("<stdin>".to_owned()),
            line: 3,
            column: 17,
            message: "expected expression".to_owned(),
        };
        assert_eq!(read, [expected]);
        assert_eq!(read[0].to_string(), "<stdin>:3:17: error: expected expression");
    }

    #[test]
    fn a_message_may_have_no_place_and_more_lines() {
        let read =
            read("warning: one\nerror: root directory not found (searched at ./x)\n  tip: look again\n");
        assert_eq!(read.len(), 2);
        assert_eq!((read[1].file.as_ref(), read[1].severity), (None, Severity::Error));
        assert_eq!(read[1].message, "root directory not found (searched at ./x)\n  tip: look again");
    }

    #[test]
    fn words_that_look_like_a_place_stay_words() {
        let read = read("a: error: b.typ:10:0: warning: unknown font family: x: error: y\n");
        assert_eq!(read[0].file.as_deref(), Some("a: error: b.typ"));
        assert_eq!(read[0].unknown_font(), Some("x: error: y"));
        assert_eq!((read[0].line, read[0].column), (10, 1));
    }

    #[test]
    fn letters_that_cannot_be_set_are_read_back() {
        let letters = |words: &str| {
            read(&format!("error: PDF/A-3a, PDF/UA-1 error: {words}")).first().and_then(Diagnostic::letters)
        };
        let without =
            |text: &str| letters(&format!("the text `{text}` could not be displayed with font `\"F\"`"));
        assert_eq!(without("\"分\"").as_deref(), Some("分"));
        assert_eq!(without("\"\\u{1f469}\\u{200d}🏽\"").as_deref(), Some("\u{1f469}\u{200d}🏽"));
        assert_eq!(without("\"\\\"\\\\\"").as_deref(), Some("\"\\"));
        assert_eq!(without("\"\\u{d800}a\\u{").as_deref(), Some("a"));
        assert_eq!(letters("the PDF contains the codepoint `\"\\u{e000}\"`").as_deref(), Some("\u{e000}"));
        let barred = "the text contains the disallowed codepoint `\"\\u{feff}\"`";
        assert_eq!(letters(barred).as_deref(), Some("\u{feff}"));
        assert_eq!(letters("missing document title"), None);
    }

    #[test]
    fn noise_is_no_message() {
        assert_eq!(read("hello\n: : error\n1:2: error: x\nthread panicked\n"), []);
    }

    #[test]
    fn a_flood_of_messages_costs_little() {
        let many = "<stdin>:1:0: error: x\n".repeat(50_000);
        assert_eq!(read(&many).len(), MOST);
        let long = "error: warning: ".repeat(20_000);
        assert_eq!(read(&long).len(), 1);
        assert_eq!(read(&format!(" {long}")).len(), 0);
    }
}
