//! What does a check say.

use std::collections::BTreeMap;

use crate::span::Spot;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The briefing would tell its reader something that the articles do not hold.
    Error,
    /// The curator should look again; the build goes on.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The word in print.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// What is known of a check without running it.
#[derive(Debug, Clone, Copy)]
pub struct Card {
    /// The stable code in kebab-case, named for the flaw.
    pub name: &'static str,
    /// How much its findings weigh, unless a finding says otherwise.
    pub severity: Severity,
    /// One line: what it finds.
    pub summary: &'static str,
    /// The page that `factum explain` prints, in Markdown.
    pub page: &'static str,
}

/// A place in a file with a few words on why it matters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// The place.
    pub spot: Spot,
    /// What stands there, short: "this differs". May be empty.
    pub label: String,
}

/// One flaw at one place. No constructor and no default: each field must be thought of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The code of the check that says so.
    pub check: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// One line that makes sense by itself.
    pub message: String,
    /// The place in the facts that is to be changed.
    pub at: Mark,
    /// The places that prove it, most telling first: in an article, or elsewhere in the facts.
    pub seen: Vec<Mark>,
    /// What to write instead.
    pub help: String,
}

/// How many quotations were looked for, and with what success: nothing is skipped in silence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How many facts there are.
    pub facts: usize,
    /// How many archived texts were read.
    pub articles: usize,
    /// How many quotations were looked for.
    pub quotations: usize,
    /// How many were found at each tier, strictest first.
    pub tiers: Vec<(String, usize)>,
    /// How many were not found, or at more than one place.
    pub failed: usize,
    /// How many disagreements were computed, and are disclosed.
    pub disclosed: usize,
    /// How many disagreements were computed and are not disclosed.
    pub undisclosed: usize,
    /// How many findings an `accept` silenced.
    pub accepted: usize,
    /// How many findings of a check and weight are counted here alone, because too many are alike.
    pub untold: BTreeMap<(&'static str, Severity), usize>,
}
