//! What is said of an archived article.

use schemars::JsonSchema;
use serde::Deserialize;

use super::entries::Entries;
use super::located::{Dated, Id, Located, Text};

/// One archived article.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Source {
    /// The kind of publication, in Hayagriva's words.
    #[serde(rename = "type")]
    pub kind: Option<Text>,
    /// The article's title.
    pub title: Option<Text>,
    /// Who wrote it.
    pub author: Option<Text>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// When it was published (EDTF).
    pub date: Option<Dated>,
    /// The time of day of its publication.
    pub time: Option<Text>,
    /// The live page.
    pub url: Option<Text>,
    /// The article's language (BCP 47).
    pub language: Option<Text>,
    /// The outlet's own number for the article.
    pub serial_number: Option<Text>,
    /// A remark that is printed with the source.
    pub note: Option<Text>,
    /// The archived text, relative to the project.
    pub file: Text,
    /// SHA-256 of the archived text's bytes, in hexadecimal digits; read as small letters.
    #[schemars(regex(pattern = "^[0-9A-Fa-f]{64}$"))]
    pub sha256: Option<Text>,
    /// Fields that the text does not state.
    #[serde(default)]
    pub not_stated: Vec<Text>,
    /// Fields that the text does not state but that something in it shows.
    #[serde(default)]
    pub inferred: Entries<Inferred>,
    /// The outlet or wire that it belongs to; counted once.
    pub family: Option<Text>,
    /// The entity whose copy the text reprints without saying so.
    pub carries: Option<Located<Id>>,
    /// One line about the source (ICD 206).
    pub descriptor: Option<Text>,
    /// `A` to `F` (Admiralty code).
    #[schemars(regex(pattern = "^[A-F]$"))]
    pub reliability: Option<Text>,
    /// Lines of page furniture.
    #[serde(default)]
    pub ignore: Vec<Text>,
    /// Findings that are right as they stand.
    #[serde(default)]
    pub accept: Vec<Accept>,
}

/// A field that the text does not state but that something in it shows.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Inferred {
    /// The value.
    pub value: Text,
    /// What shows it.
    pub because: Text,
}

/// A check that is silenced with a reason.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Accept {
    /// The code of the check.
    pub check: Text,
    /// Why the finding is right as it stands.
    pub because: Text,
}
