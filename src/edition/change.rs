//! What can have changed between two editions?

use serde::Serialize;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What sort of change.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
    /// Whether the newer edition says that it corrects the older one in this.
    pub correction: bool,
    /// The id of what it is about, in the newer edition if it stands there; empty for what has none.
    pub id: String,
    /// What it is about in words: a claim, a question, a title.
    pub text: String,
    /// The id of the source that is quoted, where the change is one of quotations; else empty.
    pub source: String,
    /// What the older edition said; may be empty.
    pub before: String,
    /// What the newer edition says; may be empty.
    pub after: String,
}

/// What a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// The briefing as a whole.
    Briefing,
    /// A judgement.
    Judgement,
    /// A fact.
    Fact,
    /// A difference between sources.
    Difference,
    /// What the sources leave open.
    Unknown,
    /// An article.
    Source,
}

/// The sorts of change, in the order in which they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Title or question.
    Heading,
    /// A part of the bottom line.
    Summary,
    /// A new judgement.
    JudgementNew,
    /// A judgement in other words.
    JudgementReworded,
    /// A judgement with another likelihood or confidence.
    JudgementTerms,
    /// A judgement that rests on other facts.
    JudgementBasis,
    /// A judgement that is no longer made.
    JudgementWithdrawn,
    /// A fact that is no longer told.
    Withdrawn,
    /// Another figure.
    Value,
    /// Another date.
    Date,
    /// Other words of a claim.
    Claim,
    /// Another speaker.
    Speaker,
    /// Another Admiralty grade.
    Credibility,
    /// Another remark.
    Remark,
    /// The same claim under another id, or a source's same text.
    Renamed,
    /// A difference between sources that is now accounted for.
    Resolved,
    /// A difference between sources that was accounted for and is open again.
    Reopened,
    /// Our reading of a difference.
    Reading,
    /// A difference between sources that was not told before.
    DifferenceNew,
    /// A difference between sources that is no longer told.
    DifferenceWithdrawn,
    /// A new fact.
    Added,
    /// A further quotation.
    EvidenceNew,
    /// A quotation that is no longer given.
    EvidenceWithdrawn,
    /// The same words at another place.
    EvidenceMoved,
    /// A new article.
    SourceNew,
    /// An article that is no longer used.
    SourceWithdrawn,
    /// An archived text with other bytes.
    SourceText,
    /// What the sources leave open and was not said before.
    UnknownNew,
    /// What is no longer listed as open.
    UnknownGone,
}

impl Kind {
    /// The heading over changes of this sort.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Heading => "title or question changed",
            Self::Summary => "bottom line changed",
            Self::JudgementNew => "new judgements",
            Self::JudgementReworded => "judgements reworded",
            Self::JudgementTerms => "judgements with another likelihood or confidence",
            Self::JudgementBasis => "judgements that rest on other facts",
            Self::JudgementWithdrawn => "judgements withdrawn",
            Self::Withdrawn => "facts withdrawn",
            Self::Value => "values changed",
            Self::Date => "dates changed",
            Self::Claim => "claims changed",
            Self::Speaker => "speakers changed",
            Self::Credibility => "grades changed",
            Self::Remark => "remarks changed",
            Self::Renamed => "ids changed",
            Self::Resolved => "differences resolved",
            Self::Reopened => "differences reopened",
            Self::Reading => "readings of differences changed",
            Self::DifferenceNew => "new differences",
            Self::DifferenceWithdrawn => "differences withdrawn",
            Self::Added => "new facts",
            Self::EvidenceNew => "new quotations",
            Self::EvidenceWithdrawn => "quotations withdrawn",
            Self::EvidenceMoved => "quotations moved",
            Self::SourceNew => "new sources",
            Self::SourceWithdrawn => "sources withdrawn",
            Self::SourceText => "source texts changed",
            Self::UnknownNew => "new open questions",
            Self::UnknownGone => "questions no longer listed",
        }
    }

    /// Whether a change of this sort takes back something that was told: what an edition that corrects another
    /// calls a correction.
    #[must_use]
    pub(super) const fn takes_back(self) -> bool {
        matches!(
            self,
            Self::Value
                | Self::Date
                | Self::Claim
                | Self::Speaker
                | Self::Withdrawn
                | Self::JudgementWithdrawn
        )
    }
}
