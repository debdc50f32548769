//! How do templates see what has changed since the last edition?

use schemars::JsonSchema;
use serde::Serialize;

/// What has changed since the last edition.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Changes {
    /// The number of the edition before.
    pub since: String,
    /// The date up to which that one was true, in words.
    pub as_of: String,
    /// The changes in one sentence: `2 corrections, 12 new facts, 1 new source.`
    pub line: String,
    /// The changes under their headings, the gravest first.
    pub groups: Vec<ChangeGroup>,
}

/// Changes of one sort.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangeGroup {
    /// The heading: `Corrections`.
    pub title: String,
    /// The changes.
    pub changes: Vec<Change>,
}

/// One change.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Change {
    /// What has happened to it: `Corrected`; may be empty.
    pub label: String,
    /// What it is about: a claim, a question, a title.
    pub text: String,
    /// Its anchor in this briefing: `fact-{id}`, `diff-{id}`, `source-{id}` or `section-{id}`; empty if it stands here
    /// no more.
    pub anchor: String,
    /// What was said before, and what is said now; may be empty.
    pub detail: String,
}
