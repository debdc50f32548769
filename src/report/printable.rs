//! Which characters of an input may be shown as they are.

use crate::span::Span;

/// One character of an input, and whether it may be shown as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph {
    /// The byte at which it stands in the text that was walked.
    pub(super) at: usize,
    /// The character itself.
    pub(super) character: char,
    /// Whether it shows what it is and sets off nothing.
    pub(super) safe: bool,
}

impl Glyph {
    /// Writes it down, an unsafe one as `\u{…}`.
    pub(super) fn push_to(self, out: &mut String) {
        if self.safe {
            out.push(self.character);
        } else {
            out.extend(self.character.escape_unicode());
        }
    }

    /// How many columns it takes at most.
    pub(super) fn columns(self) -> usize {
        if self.safe {
            1 + usize::from(is_wide(self.character))
        } else {
            self.character.escape_unicode().count()
        }
    }
}

/// Reads `text` character by character.
pub(super) fn glyphs(text: &str) -> impl Iterator<Item = Glyph> {
    glyphs_in(text, Span::new(0, text.len()))
}

/// Reads the characters of `span` knowing what stands around them in `text`.
pub(super) fn glyphs_in(text: &str, span: Span) -> impl Iterator<Item = Glyph> {
    let mut before = text.get(..span.start).and_then(|head| head.chars().next_back());
    span.of(text).char_indices().map(move |(at, character)| {
        let at = span.start + at;
        let safe = !is_hidden(character, before) && !starts_command(text.get(at..).unwrap_or_default());
        before = Some(character);
        Glyph { at, character, safe }
    })
}

/// `text` on one line: unsafe characters as `\u{…}`, line breaks and tabs as one blank, and nothing after the
/// first `most` characters but an ellipsis.
pub(super) fn line(text: &str, most: usize) -> String {
    let mut out = String::new();
    let mut blank = false;
    for (count, glyph) in glyphs(text.trim()).enumerate() {
        if count >= most {
            out.push('…');
            break;
        }
        let breaks = matches!(glyph.character, '\t' | '\n' | '\r');
        if !breaks {
            glyph.push_to(&mut out);
        } else if !blank {
            out.push(' ');
        }
        blank = breaks || glyph.character == ' ';
    }
    out
}

/// The first `most` characters of `text` as they are, with an ellipsis if that is not all.
pub(super) fn cut(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    format!("{}…", text.get(..end).unwrap_or_default())
}

/// Whether a terminal or a reader would not see this character for what it is.
fn is_hidden(character: char, before: Option<char>) -> bool {
    if character.is_ascii() {
        return character.is_ascii_control();
    }
    match character {
        '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' => !before.is_some_and(carries_joiner),
        _ => character.is_control() || is_formatting(character) || is_unassigned_for_good(character),
    }
}

/// Whether a joiner or a variation selector may follow: scripts and emoji that need them are not ASCII.
fn carries_joiner(before: char) -> bool {
    !before.is_ascii() && !before.is_whitespace() && !is_hidden(before, None)
}

/// Characters that are blank themselves and change how others are laid out, in Unicode's order.
const fn is_formatting(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Private use and what Unicode will never assign: no font agrees on them.
const fn is_unassigned_for_good(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{f0000}'..='\u{10ffff}')
        || character as u32 & 0xfffe == 0xfffe
}

/// Whether `rest` begins like `##[` or `##vso[`, which build servers obey anywhere in a line.
fn starts_command(rest: &str) -> bool {
    let Some(name) = rest.strip_prefix("##") else { return false };
    let behind = name.bytes().take(LONGEST_NAME).find(|letter| !letter.is_ascii_alphabetic());
    behind == Some(b'[')
}

/// More letters than any build server's name has; without a bound a text of letters would be read over
/// and over.
const LONGEST_NAME: usize = 16;

/// Whether terminals give it two columns; a rough table, for cutting lines only.
const fn is_wide(character: char) -> bool {
    matches!(character,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f000}'..='\u{1faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_are_spelt_out() {
        assert_eq!(line("a\u{1b}[31mb\u{9b}c\u{7f}", 99), "a\\u{1b}[31mb\\u{9b}c\\u{7f}");
    }

    #[test]
    fn direction_overrides_are_spelt_out_and_right_to_left_text_is_not() {
        assert_eq!(line("שלום \u{202e}abc\u{2066}", 99), "שלום \\u{202e}abc\\u{2066}");
    }

    #[test]
    fn a_joiner_stays_only_where_a_script_needs_it() {
        assert_eq!(line("می\u{200c}رود", 99), "می\u{200c}رود");
        assert_eq!(line("ad\u{200d}min", 99), "ad\\u{200d}min");
        assert_eq!(line("❤\u{fe0f}\u{fe0f}", 99), "❤\u{fe0f}\\u{fe0f}");
    }

    #[test]
    fn line_breaks_and_tabs_become_one_blank() {
        assert_eq!(line("  one\r\n\ttwo\n", 99), "one two");
    }

    #[test]
    fn commands_of_build_servers_are_broken_up() {
        assert_eq!(
            line("##[error]x ###vso[task]y ## title", 99),
            "\\u{23}#[error]x #\\u{23}#vso[task]y ## title"
        );
    }

    #[test]
    fn long_text_is_cut_and_says_so() {
        assert_eq!(line("абвгд", 3), "абв…");
        assert_eq!(cut("абвгд", 3), "абв…");
        assert_eq!(cut("абв", 3), "абв");
    }
}
