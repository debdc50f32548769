//! What is known once a quotation has been looked for.

use std::fmt;

use crate::span::Span;

/// A quotation, with the words that may pick one of several places (W3C `TextQuoteSelector`).
#[derive(Debug, Clone, Copy, Default)]
pub struct Selector<'q> {
    /// The words that are said to stand in the text.
    pub quote: &'q str,
    /// Words that stand right before them.
    pub prefix: Option<&'q str>,
    /// Words that stand right after them.
    pub suffix: Option<&'q str>,
}

impl<'q> Selector<'q> {
    /// A quotation without words around it.
    #[must_use]
    pub const fn of(quote: &'q str) -> Self {
        Self { quote, prefix: None, suffix: None }
    }
}

/// Which differences had to be overlooked, each tier with those before it. The strictest that fits is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// None: the same bytes.
    Exact,
    /// White space, quotation marks, dashes, ellipses, invisible characters, ways to write an accent; the outer
    /// quotation marks and the closing comma of whoever quotes.
    Typography,
    /// The case of letters.
    Case,
    /// A word that a hyphen breaks at a line's end.
    Hyphenation,
    /// The article's Markdown links and emphasis.
    Markup,
}

impl Tier {
    /// The word in print.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Typography => "typography",
            Self::Case => "case",
            Self::Hyphenation => "hyphenation",
            Self::Markup => "markup",
        }
    }
}

/// Whether a quotation stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It does, byte for byte.
    Exact,
    /// It does, up to differences of this tier.
    Normalised(Tier),
    /// It does, and the quoter's own marks (`…`, `[…]`, `[word]`, `[t]he`) explain every difference.
    Edited,
    /// It does at several places, and nothing picks one.
    Ambiguous,
    /// It does not.
    NotFound,
}

impl Status {
    /// The word in print.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Normalised(_) => "normalised",
            Self::Edited => "edited",
            Self::Ambiguous => "ambiguous",
            Self::NotFound => "not-found",
        }
    }

    /// Whether the words stand at one place that is known.
    #[must_use]
    pub const fn is_found(self) -> bool {
        matches!(self, Self::Exact | Self::Normalised(_) | Self::Edited)
    }
}

/// A word of the text that a quotation should not be read without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clip {
    /// The word; in lower case unless it was left out.
    pub word: String,
    /// Where it stands.
    pub at: Span,
}

/// What a reader must be told about a quotation that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flag {
    /// It begins or ends inside a word or a number.
    CutInsideWord,
    /// A negation, hedge, condition or bound stands right before it.
    CutAfter(Clip),
    /// A word that takes some of it back stands right after it.
    CutBefore(Clip),
    /// The words that the quoter left out or replaced hold a negation, a number or a name.
    ElisionRemoves(Clip),
    /// The prefix or suffix does not stand where it should.
    ContextMismatch,
}

impl fmt::Display for Flag {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CutInsideWord => out.write_str("cut-inside-word"),
            Self::CutAfter(clip) => write!(out, "cut-after:{}", clip.word),
            Self::CutBefore(clip) => write!(out, "cut-before:{}", clip.word),
            Self::ElisionRemoves(clip) => write!(out, "elision-removes:{}", clip.word),
            Self::ContextMismatch => out.write_str("context-mismatch"),
        }
    }
}

/// The shortest words beside one of several places that no other of them has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// Words right before it.
    Prefix(String),
    /// Words right after it.
    Suffix(String),
}

/// Where a quotation stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// Whether it stands in the text.
    pub status: Status,
    /// The place: the only one, or the first.
    pub span: Option<Span>,
    /// All places, at most [`Located::MOST_PLACES`]: several if the status is ambiguous, or if the text prints the same
    /// sentence more than once (then the status is not ambiguous, and the first is meant).
    pub places: Vec<Span>,
    /// For each of several places, the words that would pick it, if eight do.
    pub picks: Vec<Option<Pick>>,
    /// What a reader must be told.
    pub flags: Vec<Flag>,
    /// Whether letters differ in case, at whatever tier.
    pub case_differs: bool,
    /// The words that the quoter left out or replaced, as they stand in the text.
    pub gaps: Vec<Span>,
}

impl Located {
    /// How many places are listed at most.
    pub const MOST_PLACES: usize = 16;

    pub(super) const fn nowhere() -> Self {
        Self {
            status: Status::NotFound,
            span: None,
            places: Vec::new(),
            picks: Vec::new(),
            flags: Vec::new(),
            case_differs: false,
            gaps: Vec::new(),
        }
    }

    /// Whether the text prints the quotation's sentence more than once, as where a headline is also the lead.
    #[must_use]
    pub fn is_repeated(&self) -> bool {
        self.status.is_found() && self.places.len() > 1
    }
}
