//! The spine: read, link, check, compose, in that order.

mod editions;
pub mod letters;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::article::Article;
use crate::briefing::{self, Annex, Briefing};
use crate::checks::{self, Verdict};
use crate::disk::{ARTICLE_LIMIT, FACTS_LIMIT, Glob, Project, ProjectPath, ReadError, sha256_hex};
use crate::dossier::Dossier;
use crate::edition::Edition;
use crate::facts::{self, Entry, FactBase, Source, Text};
use crate::finding::{Finding, Mark, Severity};
use crate::span::{FileId, Files, Span, Spot};

/// The file that a project is known by.
pub const FACTS: &str = "facts.yaml";

/// A project as read: every file once.
#[derive(Debug)]
pub struct Loaded {
    /// Every text that was read.
    pub files: Files,
    /// The facts as written.
    pub base: FactBase,
    /// For each source: its file, its SHA-256 and how many bytes it has.
    pub archived: Vec<Archived>,
    /// For each file of facts: its path, its SHA-256 and how many bytes it has.
    pub fact_files: Vec<(String, String, usize)>,
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
    let mut reader = Reader { project, files: Files::default(), fact_files: Vec::new(), left: FACTS_LIMIT };
    match reader.all() {
        Ok((base, archived, earlier)) => {
            Ok(Loaded { files: reader.files, base, archived, fact_files: reader.fact_files, earlier })
        }
        Err(findings) => Err(Unreadable { files: reader.files, findings }),
    }
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
        for (path, sha256, _) in &self.fact_files {
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
        draft: verdict.fails(),
        annex,
        digest: digest.get(..16).unwrap_or_default(),
        earlier: loaded.earlier.as_ref().map(|earlier| &earlier.edition),
    };
    briefing::compose(dossier, &order)
}

/// Reads a project's files, one after the other.
struct Reader<'p> {
    project: &'p Project,
    files: Files,
    fact_files: Vec<(String, String, usize)>,
    /// How many bytes of facts may still come.
    left: u64,
}

impl Reader<'_> {
    fn all(&mut self) -> Result<(FactBase, Vec<Archived>, Option<Earlier>), Vec<Finding>> {
        let base = self.base()?;
        let archived = self.archived(&base)?;
        let earlier = self.earlier(&base).map_err(|finding| vec![*finding])?;
        Ok((base, archived, earlier))
    }

    fn base(&mut self) -> Result<FactBase, Vec<Finding>> {
        let main = ProjectPath::parse(FACTS).expect("the facts' name is a path inside the project");
        let id = self.facts(&main, None)?;
        let base = facts::read(&self.files, id)?;
        let mut further = Vec::new();
        for glob in &base.include {
            for path in self.included(glob)? {
                further.push(self.facts(&path, Some(glob))?);
            }
        }
        if further.is_empty() { Ok(base) } else { facts::include(base, &self.files, &further) }
    }

    /// Takes in a file of facts; `asked` is the glob that names it.
    fn facts(&mut self, path: &ProjectPath, asked: Option<&Text>) -> Result<FileId, Vec<Finding>> {
        match self.project.read_text(path, self.left) {
            Ok(file) => {
                let bytes = u64::try_from(file.size()).unwrap_or(u64::MAX);
                self.left = self.left.saturating_sub(bytes);
                self.fact_files.push((path.to_string(), file.sha256(), file.size()));
                Ok(self.files.add(path.as_str(), whole(file)))
            }
            Err(error) => Err(vec![self.unreadable("facts-unreadable", asked, trouble(&error))]),
        }
    }

    /// The files that a glob means, but for the main file and those that came before.
    fn included(&mut self, glob: &Text) -> Result<Vec<ProjectPath>, Vec<Finding>> {
        let code = "include-unreadable";
        let pattern = match Glob::parse(&glob.value) {
            Ok(pattern) => pattern,
            Err(error) => {
                return Err(vec![self.unreadable(code, Some(glob), (error.to_string(), INCLUDE.to_owned()))]);
            }
        };
        let listing = match self.project.find(&pattern) {
            Ok(listing) => listing,
            Err(error) => return Err(vec![self.unreadable(code, Some(glob), trouble(&error))]),
        };
        if let Some((path, kind)) = listing.passed_over.first() {
            let message = format!("`{path}` is {kind}, not a file");
            return Err(vec![self.unreadable(code, Some(glob), (message, INCLUDE.to_owned()))]);
        }
        let read = |path: &ProjectPath| self.fact_files.iter().any(|(known, ..)| known == path.as_str());
        let new: Vec<ProjectPath> = listing.files.iter().filter(|path| !read(path)).cloned().collect();
        if listing.files.is_empty() {
            let message = format!("`{}` means no file", glob.value);
            return Err(vec![self.unreadable(code, Some(glob), (message, INCLUDE.to_owned()))]);
        }
        Ok(new)
    }

    /// Reads the articles side by side, and takes them in in the order of the sources.
    fn archived(&mut self, base: &FactBase) -> Result<Vec<Archived>, Vec<Finding>> {
        let written: Vec<&Text> = base.sources.values().map(|source| &source.file).collect();
        let project = self.project;
        let read: Vec<Result<Read, (String, String)>> =
            written.par_iter().map(|file| article(project, file)).collect();
        let mut archived = Vec::with_capacity(read.len());
        let mut findings = Vec::new();
        for (written, read) in written.into_iter().zip(read) {
            match read {
                Ok((path, text, sha256, bytes)) => {
                    archived.push(Archived { file: self.files.add(path.as_str(), text), sha256, bytes });
                }
                Err(told) => findings.push(self.unreadable("article-unreadable", Some(written), told)),
            }
        }
        if findings.is_empty() { Ok(archived) } else { Err(findings) }
    }

    /// A finding at the words that name the file; at the top of the facts if nothing names it.
    fn unreadable(
        &mut self,
        code: &'static str,
        asked: Option<&Text>,
        (message, help): (String, String),
    ) -> Finding {
        let top = || Spot { file: self.files.add(FACTS, ""), span: Span::new(0, 0) };
        Finding {
            check: code,
            severity: Severity::Error,
            message,
            at: Mark { spot: asked.map_or_else(top, |asked| asked.at), label: String::new() },
            seen: Vec::new(),
            help,
        }
    }
}

/// An article as read: its path, its text, its SHA-256 and how many bytes it has.
type Read = (ProjectPath, String, String, usize);

fn article(project: &Project, written: &Text) -> Result<Read, (String, String)> {
    let help = || "give the path of an archived text, such as `seeds/article.txt`".to_owned();
    let path = ProjectPath::parse(&written.value).map_err(|error| (error.to_string(), help()))?;
    let file = project.read_text(&path, ARTICLE_LIMIT).map_err(|error| trouble(&error))?;
    let (sha256, bytes) = (file.sha256(), file.size());
    Ok((path, whole(file), sha256, bytes))
}

/// The message and the help of a file that cannot be read.
fn trouble(error: &ReadError) -> (String, String) {
    (format!("`{}`: {}", error.path, error.what()), error.help().to_owned())
}

const INCLUDE: &str = "write the path of files below the project, such as `facts/*.yaml`";

/// The text with its byte-order mark, so that every byte counts as it lies on the disk.
fn whole(file: crate::disk::TextFile) -> String {
    let mark = if file.mark() > 0 { "\u{feff}" } else { "" };
    if mark.is_empty() { file.into_text() } else { format!("{mark}{}", file.text()) }
}
