//! What kind of character is this, as far as finding words goes.

use unicode_normalization::char::is_combining_mark;

/// Takes no room in print: soft hyphens, zero-width characters, byte order marks, direction marks, variation
/// selectors.
pub(super) const fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Belongs to the letter before it: an accent, a vowel sign, the later parts of a Hangul syllable.
pub(super) fn is_mark(letter: char) -> bool {
    letter >= '\u{300}'
        && !is_invisible(letter)
        && (is_combining_mark(letter) || matches!(letter, '\u{1160}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FB}'))
}

/// A letter, a digit, or what belongs to one.
pub(super) fn is_wordy(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric() || letter == '_';
    }
    letter.is_alphanumeric() || is_mark(letter)
}

/// A letter of a script that puts no spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan.
pub(super) const fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{E00}'..='\u{FFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{1950}'..='\u{19DF}'
        | '\u{1A20}'..='\u{1AAF}' | '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30FF}'
        | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{A9E0}'..='\u{A9FF}'
        | '\u{AA60}'..='\u{AADF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// A quotation mark that stands for two strokes.
pub(super) const fn is_double_quote(letter: char) -> bool {
    matches!(letter,
        '"' | '«' | '»' | '\u{201C}'..='\u{201F}' | '″' | '‶' | '❝' | '❞' | '\u{301D}'..='\u{301F}' | '＂')
}

/// A quotation mark of one stroke, or an apostrophe: nobody can tell them apart.
pub(super) const fn is_single_quote(letter: char) -> bool {
    matches!(letter,
        '\'' | '`' | '´' | '\u{2B9}'..='\u{2BD}' | '\u{2018}'..='\u{201B}' | '′' | '‵' | '‹' | '›' | '❛' | '❜'
        | '＇')
}

/// Any quotation mark.
pub(super) const fn is_quote(letter: char) -> bool {
    is_double_quote(letter) || is_single_quote(letter)
}

/// A hyphen proper: the sign that joins or breaks a word.
pub(super) const fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

/// Any dash, the hyphen and the minus sign among them.
pub(super) const fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

/// The character before byte `at`, if that is a place between characters of `text`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character that starts at byte `at`.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}
