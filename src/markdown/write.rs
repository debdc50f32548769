//! How is the tree written as GitHub's Markdown, so that the words survive and nothing else appears.

use super::Inline;
use super::link::allowed;

/// Says how a note is named: `moscow-times-14`.
pub type NameOf<'a> = &'a dyn Fn(usize) -> String;

/// A run of words in one paragraph.
#[must_use]
pub fn write_inlines(inlines: &[Inline], name: NameOf<'_>) -> String {
    guard_start(write_run(inlines, 0, name).trim())
}

/// Any text as words that mean nothing to Markdown, on one line, wherever in a line they come to stand.
#[must_use]
pub fn escape(text: &str) -> String {
    guard_start(&escape_within(text))
}

/// Stress nests this deep: a third level would have to take a mark that may close the first.
const DEEPEST: usize = 2;

/// A piece of a run: what was written, whether it is to be stressed and how strongly, and what to write where the
/// marks would not be read as meant.
struct Piece {
    stress: usize,
    text: String,
    unmarked: Option<String>,
}

fn write_run(inlines: &[Inline], depth: usize, name: NameOf<'_>) -> String {
    let pieces: Vec<Piece> = inlines.iter().map(|inline| write_piece(inline, depth, name)).collect();
    // The first letter of what follows each piece.
    let mut after = vec![None; pieces.len()];
    for at in (1..pieces.len()).rev() {
        after[at - 1] = pieces[at].text.chars().next().or(after[at]);
    }
    let mut out = String::new();
    for (piece, after) in pieces.iter().zip(after) {
        push_piece(piece, depth, after, &mut out);
    }
    out
}

fn write_piece(inline: &Inline, depth: usize, name: NameOf<'_>) -> Piece {
    let plain = |text: String| Piece { stress: 0, text, unmarked: None };
    let stressed = |stress, words: &[Inline]| {
        // From the third level on nothing is marked.
        let unmarked = (depth < DEEPEST).then(|| write_run(words, DEEPEST, name));
        Piece { stress, text: write_run(words, depth + 1, name), unmarked }
    };
    match inline {
        Inline::Text { text } => {
            Piece { unmarked: Some(escaped(&one_line(text))), ..plain(escape_within(text)) }
        }
        Inline::Code { text } => Piece { unmarked: Some(escaped(&one_line(text))), ..plain(code(text)) },
        Inline::Break => plain("\\\n".to_owned()),
        Inline::Cite { note, .. } => plain(format!("[^{}]", name(*note))),
        Inline::CiteKey { ids, .. } => plain(escape_within(&format!("[@{}]", ids.join("; @")))),
        Inline::Link { url, inlines } if super::plain(inlines) == *url && stands_bare(url) => {
            plain(format!("<{url}>"))
        }
        Inline::Link { url, inlines } => plain(link(url, &write_run(inlines, depth, name))),
        Inline::Emphasis { inlines } => stressed(1, inlines),
        Inline::Strong { inlines } => stressed(2, inlines),
    }
}

fn push_piece(piece: &Piece, depth: usize, after: Option<char>, out: &mut String) {
    let code_meets_code = out.ends_with('`') && piece.text.trim_start().starts_with('`');
    let words = piece.text.trim();
    if piece.stress == 0 || words.is_empty() || depth >= DEEPEST {
        let unmarked = piece.unmarked.as_deref().filter(|_| code_meets_code);
        push_apart(unmarked.unwrap_or(&piece.text), out);
        return;
    }
    let lead = piece.text.len() - piece.text.trim_start().len();
    let trail = &piece.text[lead + words.len()..];
    let before = piece.text[..lead].chars().next().or(out.chars().last());
    let after = trail.chars().next().or(after);
    // Stress within stress takes the other mark, since `***` may be read in two ways.
    let mark = if depth == 0 { "*" } else { "_" }.repeat(piece.stress);
    if stress_holds(before, words, after, &mark) {
        let lead = &piece.text[..lead];
        out.push_str(&[lead, &mark, words, &mark, trail].concat());
    } else {
        push_apart(piece.unmarked.as_deref().unwrap_or(&piece.text), out);
    }
}

/// Two runs of code with nothing between them would be read as one.
fn push_apart(text: &str, out: &mut String) {
    if out.ends_with('`') && text.starts_with('`') {
        out.push(' ');
    }
    out.push_str(text);
}

/// Whether marks around `words` would be read as stress: CommonMark's flanking rules, on the safe side.
fn stress_holds(before: Option<char>, words: &str, after: Option<char>, mark: &str) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let same = if mark.starts_with('*') { '*' } else { '_' };
    if words.starts_with(same) || words.ends_with(same) {
        return false;
    }
    if matches!(before, Some('*' | '_')) || matches!(after, Some('*' | '_')) {
        return false;
    }
    if same == '_' && (is_word(before) || is_word(after)) {
        return false;
    }
    let opens = is_word(words.chars().next()) || !is_word(before);
    let closes = is_word(words.chars().last()) || !is_word(after);
    opens && closes
}

fn code(text: &str) -> String {
    let text = one_line(text);
    // In a table a bar ends the cell even in code.
    if text.contains('|') || text.trim().is_empty() {
        return escape_within(&text);
    }
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

fn link(url: &str, words: &str) -> String {
    if !allowed(url) || words.trim().is_empty() {
        return words.to_owned();
    }
    let mut out = format!("[{words}](");
    for c in url.chars() {
        match c {
            '|' => out.push_str("%7C"),
            '"' => out.push_str("%22"),
            '\\' | '(' | ')' | '<' | '>' | '&' | '*' | '_' | '[' | ']' | '`' | '~' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out.push(')');
    out
}

/// Whether `<url>` says it all.
fn stands_bare(url: &str) -> bool {
    allowed(url) && !url.contains(['<', '>', '|', '\\', '`'])
}

/// White space as one blank, control characters left out.
fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{b}' | '\u{2028}' | '\u{2029}' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            _ if c.is_control() => {}
            _ => out.push(c),
        }
    }
    out
}

/// Escapes what means something in the middle of a line.
fn escape_within(text: &str) -> String {
    let text = one_line(text);
    let mut out = String::with_capacity(text.len() + 8);
    for word in text.split_inclusive([' ', '|']) {
        if is_address(word) {
            push_address(word, &mut out);
        } else {
            out.push_str(&escaped(word));
        }
    }
    out
}

/// Whether a reader that makes links of addresses would find one here.
fn is_address(word: &str) -> bool {
    let goes_on = |rest: &str| rest.starts_with(char::is_alphanumeric);
    let follows = |at: usize| word[..at].ends_with(char::is_alphanumeric);
    let dot = word.trim_end_matches(|c: char| !c.is_alphanumeric()).rfind('.').unwrap_or_default();
    let mail = |at: usize| at < dot && follows(at) && goes_on(&word[at + 1..]);
    word.match_indices("://").any(|(at, _)| follows(at) && goes_on(&word[at + 3..]))
        || word.match_indices('@').any(|(at, _)| mail(at))
        || word
            .match_indices(['w', 'W', 'm', 'M', 'x', 'X'])
            .any(|(at, _)| after_any(&word[at..], &["www.", "mailto:", "xmpp:"]).is_some_and(goes_on))
}

/// As code: a backslash before an address does not hold, since some readers look for addresses after unescaping.
fn push_address(word: &str, out: &mut String) {
    let outside =
        |c: char| !(c.is_alphanumeric() || matches!(c, '/' | '_' | '-' | '=' | '&' | '#' | '%' | '+'));
    let address = word.trim_matches(outside);
    let lead = word.len() - word.trim_start_matches(outside).len();
    out.push_str(&escaped(&word[..lead]));
    out.push_str(&code(address));
    out.push_str(&escaped(&word[lead + address.len()..]));
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let means = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~' | '$' | '{' | '^' => true,
            '&' => next.is_none_or(|next| next == '#' || next.is_ascii_alphanumeric()),
            '!' => next.is_none_or(|next| next == '['),
            '@' => next.is_none_or(char::is_alphanumeric),
            _ => false,
        };
        if means {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// What follows the first of `words` with which `text` begins, in any letter case.
fn after_any<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    let begins = |word: &&&str| text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    words.iter().find(begins).and_then(|word| text.get(word.len()..))
}

/// Escapes what would begin a block at the start of a line.
fn guard_start(text: &str) -> String {
    let blanks = text.len() - text.trim_start_matches(' ').len();
    let digits = text[blanks..].bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = text[blanks + digits..].bytes();
    let guard = match (rest.next(), rest.next()) {
        (Some(b'.' | b')'), None | Some(b' ')) => (1..=9).contains(&digits),
        (Some(b'#' | b'+' | b'-' | b'=' | b'>' | b':'), _) => digits == 0,
        _ => false,
    };
    let at = blanks + digits;
    if guard { format!("{}\\{}", &text[..at], &text[at..]) } else { text.to_owned() }
}

#[cfg(test)]
#[path = "write_tests.rs"]
mod tests;
