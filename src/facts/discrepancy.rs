//! What is a difference between sources, said to the reader.

use schemars::JsonSchema;
use serde::Deserialize;

use super::evidence::Evidence;
use super::located::{Id, Located, Text};
use super::source::Accept;
use super::words::words;

words! {
    /// What sort of difference it is.
    #[expect(missing_docs, reason = "the words speak for themselves")]
    pub enum Class {
        Value = "value",
        Rounding = "rounding",
        Qualifier = "qualifier",
        Unit = "unit",
        Date = "date",
        Order = "order",
        Scope = "scope",
        Spelling = "spelling",
        Wording = "wording",
        Translation = "translation",
        Attribution = "attribution",
        Headline = "headline",
        Internal = "internal",
        Omission = "omission",
    }
}

words! {
    /// The harm if a reader is not told.
    #[expect(missing_docs, reason = "the words speak for themselves")]
    pub enum Harm {
        Low = "low",
        Medium = "medium",
        High = "high",
    }
}

words! {
    /// Whether the difference is accounted for.
    #[expect(missing_docs, reason = "the words speak for themselves")]
    pub enum Status {
        Explained = "explained",
        Unresolved = "unresolved",
    }
}

/// A difference between sources, said to the reader.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Discrepancy {
    /// The fact whose computed disagreement this answers.
    pub fact: Option<Located<Id>>,
    /// The question on which the sources differ.
    pub title: Option<Text>,
    /// What sort of difference it is.
    pub class: Located<Class>,
    /// The harm if a reader is not told.
    pub severity: Located<Harm>,
    /// The quotations that differ.
    #[serde(default, deserialize_with = "super::evidence::list")]
    pub sides: Vec<Evidence>,
    /// Our reading of it.
    pub note: Option<Text>,
    /// Whether it is accounted for.
    pub status: Located<Status>,
    /// What the briefing writes.
    pub we_write: Option<Text>,
    /// Findings that are right as they stand.
    #[serde(default)]
    pub accept: Vec<Accept>,
}
