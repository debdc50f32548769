//! How is the briefing turned into bytes: one output a room.

mod coverage;
mod csl;
mod csv;
mod data;
mod direction;
mod engine;
mod homes;
mod html;
mod markdown;
mod pdf;
#[cfg(test)]
mod tests;
mod timeline;

use std::collections::BTreeMap;
use std::fmt;

pub use coverage::coverage_html;
pub use csl::csl_json;
pub use csv::{chronology_csv, figures_csv};
pub use data::briefing_json;
pub use html::html;
pub use markdown::markdown;
pub use pdf::{PdfOptions, PdfTrouble, pdf, typst_data, typst_source};
pub use timeline::timeline_json;

/// The files of a project's `templates/` that replace ours, and ours.
const EMBEDDED: [(&str, &str); 13] = [
    ("briefing.html.tera", include_str!("../../templates/briefing.html.tera")),
    ("head.html.tera", include_str!("../../templates/head.html.tera")),
    ("factsheet.html.tera", include_str!("../../templates/factsheet.html.tera")),
    ("factsheet.md.tera", include_str!("../../templates/factsheet.md.tera")),
    ("factsheet.typ", include_str!("../../templates/factsheet.typ")),
    ("parts.html.tera", include_str!("../../templates/parts.html.tera")),
    ("differences.html.tera", include_str!("../../templates/differences.html.tera")),
    ("drawings.html.tera", include_str!("../../templates/drawings.html.tera")),
    ("style.css", include_str!("../../templates/style.css")),
    ("coverage.html.tera", include_str!("../../templates/coverage.html.tera")),
    ("briefing.md.tera", include_str!("../../templates/briefing.md.tera")),
    ("parts.md.tera", include_str!("../../templates/parts.md.tera")),
    ("briefing.typ", include_str!("../../templates/briefing.typ")),
];

/// The templates by name: ours, replaced file by file by the project's.
#[derive(Debug, Clone)]
pub struct Templates(BTreeMap<String, String>);

impl Templates {
    /// Ours, with those of `own` (name and text) in their place or beside them.
    #[must_use]
    pub fn with(own: &BTreeMap<String, String>) -> Self {
        let ours = EMBEDDED.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        let own = own.iter().map(|(name, text)| (name.clone(), text.clone()));
        Self(ours.chain(own).collect())
    }

    /// Ours alone.
    #[must_use]
    pub fn embedded() -> Self {
        Self::with(&BTreeMap::new())
    }

    /// Names and texts in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The template of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}

/// Why a template gave no output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateTrouble {
    /// The template: `briefing.html.tera`.
    pub template: String,
    /// The line in it, from one; 0 if it is the whole template's trouble.
    pub line: usize,
    /// What is wrong, with the lines of the template that matter.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl fmt::Display for TemplateTrouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(out, "templates/{}: {}", self.template, self.message),
            line => write!(out, "templates/{}:{line}: {}", self.template, self.message),
        }
    }
}

impl std::error::Error for TemplateTrouble {}
