//! The spine: read, link, check, compose, in that order.

mod editions;
pub mod letters;
mod reader;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::article::Article;
use crate::briefing::{self, Annex, Briefing};
use crate::checks::{self, Verdict};
use crate::disk::{Project, ProjectPath, sha256_hex};
use crate::dossier::Dossier;
use crate::edition::Edition;
use crate::facts::{Entry, FactBase, Source};
use crate::finding::Finding;
use crate::span::{FileId, Files};
use reader::Reader;

/// The file that a project is known by.
pub const FACTS: &str = "facts.yaml";

/// A project as read: every file once.
#[derive(Debug)]
pub struct Loaded {
    /// Every text that was read.
    pub files: Files,
    /// The facts as written.
    pub base: FactBase,
    /// The archived text of each source.
    pub archived: Vec<Archived>,
    /// Every file of facts, in the order in which they were read.
    pub fact_files: Vec<FactFile>,
    /// The last edition that was released before this one.
    pub earlier: Option<Earlier>,
}

/// An edition that was released before, as read.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// What it said.
    pub edition: Edition,
    /// Its file.
    pub path: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// How many bytes it has.
    pub bytes: usize,
}

/// A file of facts as read.
#[derive(Debug, Clone)]
pub struct FactFile {
    /// Where it lies.
    pub path: ProjectPath,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// How many bytes it has.
    pub bytes: usize,
}

/// An archived text as read.
#[derive(Debug, Clone)]
pub struct Archived {
    /// Its text.
    pub file: FileId,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// How many bytes it has.
    pub bytes: usize,
}

/// Why a project cannot be read, with the texts that the findings point into.
#[derive(Debug)]
pub struct Unreadable {
    /// Every text that was read.
    pub files: Files,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

/// Reads facts and articles, each file once.
///
/// # Errors
/// When a file is missing or cannot be understood.
pub fn read(project: &Project) -> Result<Loaded, Unreadable> {
    Reader::of(project).loaded()
}

impl Loaded {
    /// The articles, one a source, ready to be searched.
    #[must_use]
    pub fn articles(&self) -> Vec<Article<'_>> {
        let sources: Vec<_> = self.base.sources.iter().zip(&self.archived).collect();
        sources.par_iter().map(|(entry, archived)| self.article(entry, archived)).collect()
    }

    fn article(&self, entry: &Entry<Source>, archived: &Archived) -> Article<'_> {
        let text = self.files.get(archived.file).map_or("", |file| file.text.as_str());
        let ignore: Vec<&str> = entry.value.ignore.iter().map(|line| line.value.as_str()).collect();
        Article::new(archived.file, text, (archived.sha256.clone(), archived.bytes), &ignore)
    }

    /// One digest of everything that was read: it names this state of facts and articles.
    #[must_use]
    pub fn digest(&self) -> String {
        let mut lines = String::new();
        for FactFile { path, sha256, .. } in &self.fact_files {
            lines.push_str(&format!("{sha256}  {path}\n"));
        }
        for (entry, archived) in self.base.sources.iter().zip(&self.archived) {
            lines.push_str(&format!("{}  {}\n", archived.sha256, entry.value.file.value));
        }
        sha256_hex(lines.as_bytes())
    }
}

/// Joins facts and articles.
#[must_use]
pub fn link<'a>(loaded: &'a Loaded, articles: &'a [Article<'a>]) -> Dossier<'a> {
    Dossier::link(&loaded.files, &loaded.base, articles)
}

/// Runs every check.
#[must_use]
pub fn check(dossier: &Dossier) -> Verdict {
    checks::run(dossier)
}

/// Composes the briefing.
#[must_use]
pub fn compose(dossier: &Dossier, verdict: &Verdict, loaded: &Loaded, annex: Annex) -> Briefing {
    let digest = loaded.digest();
    let order = briefing::Order {
        coverage: &verdict.coverage,
        findings: &verdict.findings,
        accepted: &verdict.accepted,
        summary_of: |code| checks::card(code).map(|card| card.summary),
        draft: verdict.fails(),
        annex,
        digest: digest.get(..16).unwrap_or_default(),
        earlier: loaded.earlier.as_ref().map(|earlier| &earlier.edition),
    };
    briefing::compose(dossier, &order)
}
