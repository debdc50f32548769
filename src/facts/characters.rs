//! Which characters may not stand in a fact base.

use super::codes;

/// A character that may not stand where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Refused {
    /// The byte where it starts.
    pub(super) at: usize,
    /// The character.
    pub(super) character: char,
    /// The code under which it is refused.
    pub(super) code: &'static str,
    /// What to do.
    pub(super) help: &'static str,
}

/// Control and direction characters anywhere in a file, comments included. Line breaks and tabs are the file's own.
pub(super) fn in_file(text: &str) -> impl Iterator<Item = Refused> {
    let suspect = |(at, byte): &(usize, u8)| match byte {
        b'\n' | b'\t' => false,
        b'\r' => text.as_bytes().get(at + 1) != Some(&b'\n'),
        // C1 controls begin with C2, direction characters with E2.
        byte => byte.is_ascii_control() || matches!(byte, 0xC2 | 0xE2),
    };
    text.bytes()
        .enumerate()
        .filter(suspect)
        .filter_map(|(at, _)| refused(at, text.get(at..)?.chars().next()?))
}

/// The first character of a value that may not stand in it. Line breaks may, if it is `prose`.
pub(super) fn in_value(value: &str, line_breaks: LineBreaks) -> Option<Refused> {
    let mut before = None;
    for (at, character) in value.char_indices() {
        let joins = matches!(character, '\u{200C}' | '\u{200D}');
        let found = match character {
            '\n' if line_breaks == LineBreaks::Allowed => None,
            _ if joins && !before.is_some_and(may_be_joined) => Some(Refused {
                at,
                character,
                code: codes::JOINER,
                help: "remove it: it may stand only after a letter of a script that needs it",
            }),
            _ => refused(at, character).or_else(|| nameless(at, character)),
        };
        if found.is_some() {
            return found;
        }
        // A joiner may follow a joiner's letter, not another joiner.
        before = Some(character);
    }
    None
}

/// Whether a value may have several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineBreaks {
    /// As in prose.
    Allowed,
    /// As in a heading.
    Refused,
}

fn refused(at: usize, character: char) -> Option<Refused> {
    let (code, help) = match character {
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            (codes::BIDI, "remove it: right-to-left words need none")
        }
        '\r' => (codes::CONTROL, "end lines with a line feed, or with a carriage return and a line feed"),
        '\n' => (codes::CONTROL, "write it in one line"),
        '\t' => (codes::CONTROL, "write a space"),
        character if character.is_control() => (codes::CONTROL, "remove it"),
        _ => return None,
    };
    Some(Refused { at, character, code, help })
}

/// A character that means nothing to anyone but its own font or program, so that no briefing can show it. Characters
/// that Unicode has not named yet are not among them: a font may know them before we do.
fn nameless(at: usize, character: char) -> Option<Refused> {
    let help = match character {
        '\u{FEFF}' => "remove it: it may stand only at the start of a file",
        _ if is_private(character) => {
            "write what it shows as text: only the font that it was made for can show it"
        }
        _ if is_no_character(character) => "remove it, and look how it came into the text",
        _ => return None,
    };
    Some(Refused { at, character, code: codes::NAMELESS, help })
}

/// Left to fonts and programs for their own use.
pub(super) const fn is_private(character: char) -> bool {
    matches!(
        character,
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}'
    )
}

/// Never to be used in text: two at the end of each plane, and 32 among the Arabic forms.
pub(super) const fn is_no_character(character: char) -> bool {
    matches!(character, '\u{FDD0}'..='\u{FDEF}') || (character as u32) & 0xFFFE == 0xFFFE
}

/// Scripts whose letters join, or whose conjuncts are told apart by a joiner.
const JOINING: &[(char, char)] = &[
    ('\u{0600}', '\u{0DFF}'), // Arabic, Syriac, Thaana, N'Ko, Mandaic; Devanagari to Sinhala
    ('\u{0F00}', '\u{109F}'), // Tibetan, Myanmar
    ('\u{1700}', '\u{1CFF}'), // Philippine scripts, Khmer, Mongolian, Limbu to Vedic
    ('\u{A840}', '\u{ABFF}'), // Phags-pa, Saurashtra to Meetei
    ('\u{FB50}', '\u{FEFE}'), // Arabic presentation forms
    ('\u{10A00}', '\u{11FFF}'), // Kharoshthi to Tamil supplement
    ('\u{1E900}', '\u{1E95F}'), // Adlam
];

/// Signs that kill a vowel, after which a joiner picks the conjunct's shape; they are no letters to Unicode.
const VIRAMAS: &str = "\u{094D}\u{09CD}\u{0A4D}\u{0ACD}\u{0B4D}\u{0BCD}\u{0C4D}\u{0CCD}\u{0D3B}\u{0D3C}\u{0D4D}\
    \u{0DCA}\u{0F84}\u{1039}\u{103A}\u{1714}\u{1734}\u{17D2}\u{1A60}\u{1B44}\u{1BAA}\u{1BAB}\u{A8C4}\u{A953}\
    \u{A9C0}\u{AAF6}\u{ABED}";

fn may_be_joined(before: char) -> bool {
    let joins = JOINING.iter().any(|(first, last)| (*first..=*last).contains(&before));
    joins && (before.is_alphabetic() || VIRAMAS.contains(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(value: &str) -> Option<&'static str> {
        in_value(value, LineBreaks::Refused).map(|refused| refused.code)
    }

    #[test]
    fn right_to_left_words_need_no_control() {
        assert_eq!(code("קול ישראל and صوت"), None);
        assert_eq!(code("abc\u{202E}def"), Some(codes::BIDI));
        assert_eq!(code("abc\u{2067}def"), Some(codes::BIDI));
    }

    #[test]
    fn a_joiner_stands_after_letters_that_need_it() {
        assert_eq!(code("می\u{200C}خواهم"), None);
        assert_eq!(code("क्\u{200D}ष"), None);
        assert_eq!(code("pay\u{200C}pal"), Some(codes::JOINER));
        assert_eq!(code("\u{200D}"), Some(codes::JOINER));
        assert_eq!(code("می\u{200C}\u{200C}خ"), Some(codes::JOINER));
    }

    #[test]
    fn line_breaks_are_for_prose() {
        assert_eq!(code("a\nb"), Some(codes::CONTROL));
        assert_eq!(in_value("a\nb", LineBreaks::Allowed), None);
        assert_eq!(in_value("a\tb", LineBreaks::Allowed).map(|refused| refused.at), Some(1));
    }

    #[test]
    fn what_no_font_can_be_asked_for_is_refused_and_new_letters_are_not() {
        for nameless in
            ["\u{E000}", "\u{F8FF}", "\u{10FFFD}", "\u{FDD0}", "\u{FFFE}", "\u{1FFFF}", "\u{FEFF}"]
        {
            assert_eq!(code(&format!("a{nameless}b")), Some(codes::NAMELESS), "{nameless:?}");
        }
        // Unassigned, replaced, an emoji with its parts, a variant of a Chinese letter, a flag of tags.
        for fine in
            ["\u{378}", "\u{FFFD}", "👩🏽 ✈️", "葛\u{E0100}", "🏴\u{E0067}\u{E0062}\u{E007F}", "ﷲ \u{FDFF}"]
        {
            assert_eq!(code(fine), None, "{fine:?}");
        }
    }

    #[test]
    fn a_file_has_tabs_and_line_breaks_but_no_other_controls() {
        assert_eq!(in_file("a\tb\r\nc\nЖ — é\n").count(), 0);
        let found: Vec<_> = in_file("é\u{7}\r \u{85}\u{202D}\u{7F}").map(|refused| refused.at).collect();
        assert_eq!(found, [2, 3, 5, 7, 10]);
    }
}
