//! What do the facts give: the document that was asked for, and the data that its PDF carries?

use super::deliver::Output;
use super::manifest::{self, Made};
use crate::briefing::{Annex, Briefing, Document, fact_sheet};
use crate::checks::Verdict;
use crate::dossier::Dossier;
use crate::finding::Severity;
use crate::pipeline::{self, Loaded};
use crate::provenance::{DATA, FACTS, MANIFEST};
use crate::render;

/// Facts joined to their articles, and what the checks say of them.
#[derive(Clone, Copy)]
pub(super) struct Checked<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) dossier: &'a Dossier<'a>,
    pub(super) verdict: &'a Verdict,
}

/// A document, and all facts beside it.
pub(super) struct Composed {
    /// The briefing, or what is cut from it.
    pub(super) briefing: Briefing,
    /// `facts.json`.
    facts: String,
}

impl Composed {
    /// Composes the document.
    pub(super) fn of(checked: &Checked, document: Document, annex: Annex) -> Self {
        let Checked { loaded, dossier, verdict } = *checked;
        let whole = pipeline::compose(dossier, verdict, loaded, annex);
        let facts = render::facts_json(&whole);
        let briefing = match document {
            Document::Briefing => whole,
            Document::Factsheet => fact_sheet(dossier, whole, &verdict.coverage),
        };
        Self { briefing, facts }
    }

    /// What the manifest lists of the data that a PDF carries: all but the manifest itself.
    pub(super) fn data(&self) -> Vec<Output> {
        vec![(DATA, render::typst_data(&self.briefing)), (FACTS, self.facts.clone().into_bytes())]
    }

    /// All that a PDF carries.
    pub(super) fn carried(&self, made: &Made) -> Vec<Output> {
        let mut carried = self.data();
        let inputs = manifest::manifest(made, &carried, &[]).inputs();
        carried.push((MANIFEST, inputs.text().into_bytes()));
        carried
    }
}

/// Where warnings are denied they are errors, and a briefing that is written in spite of them is a draft.
pub(super) fn deny_warnings(verdict: &mut Verdict) {
    for finding in verdict.findings.iter_mut().filter(|one| one.severity == Severity::Warning) {
        finding.severity = Severity::Error;
    }
}
