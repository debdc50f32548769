//! Which script does a character belong to, and which free font has it?

/// A script, or a kind of signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Script {
    /// Its name: `Arabic`; empty if it is none of the table's.
    pub name: &'static str,
    /// A free font that has it; empty if none is known.
    pub font: &'static str,
}

impl Script {
    /// The script of a character.
    #[must_use]
    pub fn of(character: char) -> Self {
        let found = SCRIPTS.iter().find(|(first, last, ..)| (*first..=*last).contains(&character));
        found.map_or(Self { name: "", font: "" }, |(.., name, font)| Self { name, font })
    }
}

/// Whether the only one of Typst's own fonts that has a letter is monospaced: it can be read, but no reader should have
/// to. Found by comparing the fonts' tables of characters.
#[must_use]
pub fn is_monospaced(letter: char) -> bool {
    letter.is_alphabetic() && matches!(Script::of(letter).name, "Arabic" | "Lao")
}

const CJK: (&str, &str) = ("Chinese, Japanese or Korean", "Noto Serif CJK");

/// First and last character, the script, a font.
const SCRIPTS: &[(char, char, &str, &str)] = &[
    ('\u{370}', '\u{3FF}', "Greek", "Noto Serif"),
    ('\u{400}', '\u{52F}', "Cyrillic", "Noto Serif"),
    ('\u{530}', '\u{58F}', "Armenian", "Noto Serif Armenian"),
    ('\u{590}', '\u{5FF}', "Hebrew", "Noto Serif Hebrew"),
    ('\u{600}', '\u{6FF}', "Arabic", "Noto Naskh Arabic"),
    ('\u{700}', '\u{74F}', "Syriac", "Noto Sans Syriac"),
    ('\u{750}', '\u{77F}', "Arabic", "Noto Naskh Arabic"),
    ('\u{780}', '\u{7BF}', "Thaana", "Noto Sans Thaana"),
    ('\u{8A0}', '\u{8FF}', "Arabic", "Noto Naskh Arabic"),
    ('\u{900}', '\u{97F}', "Devanagari", "Noto Serif Devanagari"),
    ('\u{980}', '\u{9FF}', "Bengali", "Noto Serif Bengali"),
    ('\u{A00}', '\u{A7F}', "Gurmukhi", "Noto Serif Gurmukhi"),
    ('\u{A80}', '\u{AFF}', "Gujarati", "Noto Serif Gujarati"),
    ('\u{B00}', '\u{B7F}', "Odia", "Noto Sans Oriya"),
    ('\u{B80}', '\u{BFF}', "Tamil", "Noto Serif Tamil"),
    ('\u{C00}', '\u{C7F}', "Telugu", "Noto Serif Telugu"),
    ('\u{C80}', '\u{CFF}', "Kannada", "Noto Serif Kannada"),
    ('\u{D00}', '\u{D7F}', "Malayalam", "Noto Serif Malayalam"),
    ('\u{D80}', '\u{DFF}', "Sinhala", "Noto Serif Sinhala"),
    ('\u{E00}', '\u{E7F}', "Thai", "Noto Serif Thai"),
    ('\u{E80}', '\u{EFF}', "Lao", "Noto Serif Lao"),
    ('\u{F00}', '\u{FFF}', "Tibetan", "Noto Serif Tibetan"),
    ('\u{1000}', '\u{109F}', "Burmese", "Noto Serif Myanmar"),
    ('\u{10A0}', '\u{10FF}', "Georgian", "Noto Serif Georgian"),
    ('\u{1100}', '\u{11FF}', CJK.0, CJK.1),
    ('\u{1200}', '\u{139F}', "Ethiopic", "Noto Serif Ethiopic"),
    ('\u{1780}', '\u{17FF}', "Khmer", "Noto Serif Khmer"),
    ('\u{1800}', '\u{18AF}', "Mongolian", "Noto Sans Mongolian"),
    ('\u{1F00}', '\u{1FFF}', "Greek", "Noto Serif"),
    ('\u{2600}', '\u{27BF}', "sign", "Noto Sans Symbols 2"),
    ('\u{2E80}', '\u{2FDF}', CJK.0, CJK.1),
    ('\u{3000}', '\u{A4CF}', CJK.0, CJK.1),
    ('\u{A960}', '\u{A97F}', CJK.0, CJK.1),
    ('\u{AC00}', '\u{D7FF}', CJK.0, CJK.1),
    ('\u{F900}', '\u{FAFF}', CJK.0, CJK.1),
    ('\u{FB1D}', '\u{FB4F}', "Hebrew", "Noto Serif Hebrew"),
    ('\u{FB50}', '\u{FDFF}', "Arabic", "Noto Naskh Arabic"),
    ('\u{FE30}', '\u{FE4F}', CJK.0, CJK.1),
    ('\u{FE70}', '\u{FEFC}', "Arabic", "Noto Naskh Arabic"),
    ('\u{FF00}', '\u{FFEF}', CJK.0, CJK.1),
    ('\u{1F000}', '\u{1FAFF}', "emoji", "Noto Emoji"),
    ('\u{20000}', '\u{3FFFD}', CJK.0, CJK.1),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_knows_the_scripts_of_the_news() {
        assert!(SCRIPTS.windows(2).all(|pair| pair[0].1 < pair[1].0));
        for (letter, name) in [('م', "Arabic"), ('ﷲ', "Arabic"), ('你', CJK.0), ('の', CJK.0), ('한', CJK.0)]
        {
            assert_eq!(Script::of(letter).name, name);
        }
        assert_eq!(Script::of('a').font, "");
        assert!(is_monospaced('پ') && !is_monospaced('ק') && !is_monospaced('،'));
    }
}
