//! A text that is ready to be searched: its folded forms, each made when it is first needed.

use std::sync::OnceLock;

use super::fold::{self, Fold};
use super::key::Key;
use super::located::Tier;
use super::markup;
use super::words::Words;

/// An article's text, to be asked for many quotations. Threads may share it.
#[derive(Debug)]
pub struct Searchable<'t> {
    text: &'t str,
    typography: OnceLock<Key>,
    case: OnceLock<Key>,
    hyphenation: OnceLock<Key>,
    markup: OnceLock<Key>,
    markup_cased: OnceLock<Key>,
    breaks_lines: OnceLock<bool>,
    has_markup: OnceLock<bool>,
    words: OnceLock<Words>,
}

impl<'t> Searchable<'t> {
    /// Takes a text. Nothing is read before something is asked.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Self {
            text,
            typography: OnceLock::new(),
            case: OnceLock::new(),
            hyphenation: OnceLock::new(),
            markup: OnceLock::new(),
            markup_cased: OnceLock::new(),
            breaks_lines: OnceLock::new(),
            has_markup: OnceLock::new(),
            words: OnceLock::new(),
        }
    }

    /// The text itself.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The text and `quote` folded for that tier; none for the exact one, or where the tier before shows as much.
    pub(super) fn keys(&self, tier: Tier, quote: &str) -> Option<(&Key, Key)> {
        let (mine, fold) = match tier {
            Tier::Exact => return None,
            Tier::Typography => (self.typography(), Fold::TYPOGRAPHY),
            Tier::Case => (self.case(), Fold::CASE),
            Tier::Hyphenation if self.breaks_lines() || breaks_lines(quote) => {
                (self.hyphenation(), Fold::HYPHENATION)
            }
            Tier::Markup if self.has_markup() || !markup::signs(quote).is_empty() => {
                (self.markup(), Fold::MARKUP)
            }
            Tier::Hyphenation | Tier::Markup => return None,
        };
        Some((mine, fold::key(quote, fold)))
    }

    /// The text without differences of typography.
    pub(super) fn typography(&self) -> &Key {
        self.typography.get_or_init(|| fold::key(self.text, Fold::TYPOGRAPHY))
    }

    /// The text without any difference that does not count but the case of letters; none if that is typography alone.
    pub(super) fn markup_cased(&self) -> Option<&Key> {
        let key = || self.markup_cased.get_or_init(|| fold::key(self.text, Fold::MARKUP_CASED));
        (self.breaks_lines() || self.has_markup()).then(key)
    }

    /// The text without any difference that does not count, and how it was folded.
    pub(super) fn loosest(&self) -> (&Key, Fold) {
        if self.has_markup() {
            return (self.markup(), Fold::MARKUP);
        }
        if self.breaks_lines() { (self.hyphenation(), Fold::HYPHENATION) } else { (self.case(), Fold::CASE) }
    }

    /// The text's words with an index.
    pub(super) fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::indexed(self.text))
    }

    fn case(&self) -> &Key {
        self.case.get_or_init(|| fold::key(self.text, Fold::CASE))
    }

    fn hyphenation(&self) -> &Key {
        self.hyphenation.get_or_init(|| fold::key(self.text, Fold::HYPHENATION))
    }

    fn markup(&self) -> &Key {
        self.markup.get_or_init(|| fold::key(self.text, Fold::MARKUP))
    }

    fn breaks_lines(&self) -> bool {
        *self.breaks_lines.get_or_init(|| breaks_lines(self.text))
    }

    fn has_markup(&self) -> bool {
        *self.has_markup.get_or_init(|| !markup::signs(self.text).is_empty())
    }
}

/// Whether some line ends with a hyphen.
fn breaks_lines(text: &str) -> bool {
    let line_ends = memchr::memchr_iter(b'\n', text.as_bytes());
    let mut lines =
        line_ends.map(|at| text.get(..at).unwrap_or_default().trim_end_matches([' ', '\t', '\r']));
    lines.any(|head| head.ends_with(['-', '\u{2010}', '\u{2011}', '\u{AD}']))
}
