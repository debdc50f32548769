//! Under which heading is a change told?

use crate::edition::{Change, Kind};

/// What is told under one heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Corrections,
    Withdrawn,
    Changed,
    Differences,
    Facts,
    Evidence,
    Sources,
    Unknowns,
}

/// The headings in the order of print, the gravest first.
pub(super) const GROUPS: [Group; 8] = [
    Group::Corrections,
    Group::Withdrawn,
    Group::Changed,
    Group::Differences,
    Group::Facts,
    Group::Evidence,
    Group::Sources,
    Group::Unknowns,
];

/// Where a change is told; nowhere if the reader sees it at once, or not at all.
pub(super) const fn group_of(change: &Change) -> Option<Group> {
    if change.correction {
        return Some(Group::Corrections);
    }
    Some(match change.kind {
        Kind::Heading | Kind::Summary | Kind::Renamed => return None,
        Kind::Withdrawn | Kind::JudgementWithdrawn | Kind::DifferenceWithdrawn => Group::Withdrawn,
        Kind::JudgementReworded
        | Kind::JudgementTerms
        | Kind::JudgementBasis
        | Kind::Value
        | Kind::Date
        | Kind::Claim
        | Kind::Speaker
        | Kind::Credibility
        | Kind::Remark => Group::Changed,
        Kind::Resolved | Kind::Reopened | Kind::Reading | Kind::DifferenceNew => Group::Differences,
        Kind::Added | Kind::JudgementNew => Group::Facts,
        Kind::EvidenceNew | Kind::EvidenceWithdrawn | Kind::EvidenceMoved => Group::Evidence,
        Kind::SourceNew | Kind::SourceWithdrawn | Kind::SourceText => Group::Sources,
        Kind::UnknownNew | Kind::UnknownGone => Group::Unknowns,
    })
}

impl Group {
    /// The heading in print.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Corrections => "Corrections",
            Self::Withdrawn => "Withdrawn",
            Self::Changed => "Changed",
            Self::Differences => "Differences between sources",
            Self::Facts => "New facts and judgements",
            Self::Evidence => "Evidence",
            Self::Sources => "Sources",
            Self::Unknowns => "Open questions",
        }
    }
}
