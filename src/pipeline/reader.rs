//! What do a project's files hold?

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use super::{Archived, Earlier, FACTS, FactFile, Loaded, Unreadable};
use crate::disk::{ARTICLE_LIMIT, FACTS_LIMIT, Glob, Project, ProjectPath, ReadError, TextFile};
use crate::facts::{self, FactBase, Text};
use crate::finding::{Finding, Mark, Severity};
use crate::span::{FileId, Files, Span, Spot};

const INCLUDE: &str = "write the path of files below the project, such as `facts/*.yaml`";

/// Where facts are, for one who is not where they are.
const START: &str = "name the folder that holds it with `-C DIR`, or begin a project with `factum init DIR`";

/// Reads a project's files, one after the other.
pub(super) struct Reader<'p> {
    pub(super) project: &'p Project,
    pub(super) files: Files,
    fact_files: Vec<FactFile>,
    /// How many bytes of facts may still come.
    left: u64,
}

/// What keeps a file from being read, and what helps.
pub(super) struct Trouble {
    pub(super) message: String,
    pub(super) help: String,
}

impl<'p> Reader<'p> {
    /// Nothing was read yet.
    pub(super) fn of(project: &'p Project) -> Self {
        Self { project, files: Files::default(), fact_files: Vec::new(), left: FACTS_LIMIT }
    }

    /// Facts, articles and the edition before.
    pub(super) fn loaded(mut self) -> Result<Loaded, Unreadable> {
        match self.all() {
            Ok((base, archived, earlier)) => {
                Ok(Loaded { files: self.files, base, archived, fact_files: self.fact_files, earlier })
            }
            Err(findings) => Err(Unreadable { files: self.files, findings }),
        }
    }

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
                let (sha256, bytes) = (file.sha256(), file.size());
                self.fact_files.push(FactFile { path: path.clone(), sha256, bytes });
                Ok(self.files.add(path.as_str(), whole(file)))
            }
            Err(error) => {
                let mut trouble = Trouble::of(&error);
                if asked.is_none() && error.is_missing() {
                    START.clone_into(&mut trouble.help);
                }
                Err(vec![self.unreadable("facts-unreadable", asked, trouble)])
            }
        }
    }

    fn included(&mut self, glob: &Text) -> Result<Vec<ProjectPath>, Vec<Finding>> {
        let meant = self.meant(glob);
        meant.map_err(|trouble| vec![self.unreadable("include-unreadable", Some(glob), trouble)])
    }

    /// The files that a glob means, but for the main file and those that came before.
    fn meant(&self, glob: &Text) -> Result<Vec<ProjectPath>, Trouble> {
        let pattern = Glob::parse(&glob.value).map_err(|error| Trouble::new(error.to_string(), INCLUDE))?;
        let listing = self.project.find(&pattern).map_err(|error| Trouble::of(&error))?;
        if let Some((path, kind)) = listing.passed_over.first() {
            return Err(Trouble::new(format!("`{path}` is {kind}, not a file"), INCLUDE));
        }
        if listing.files.is_empty() {
            return Err(Trouble::new(format!("`{}` means no file", glob.value), INCLUDE));
        }
        let read = |path: &ProjectPath| self.fact_files.iter().any(|known| known.path == *path);
        Ok(listing.files.into_iter().filter(|path| !read(path)).collect())
    }

    /// Reads the articles side by side, and takes them in in the order of the sources.
    fn archived(&mut self, base: &FactBase) -> Result<Vec<Archived>, Vec<Finding>> {
        let written: Vec<&Text> = base.sources.values().map(|source| &source.file).collect();
        let project = self.project;
        let read: Vec<Result<Read, Trouble>> =
            written.par_iter().map(|file| article(project, file)).collect();
        let mut archived = Vec::with_capacity(read.len());
        let mut findings = Vec::new();
        for (written, read) in written.into_iter().zip(read) {
            match read {
                Ok(Read { path, text, sha256, bytes }) => {
                    archived.push(Archived { file: self.files.add(path.as_str(), text), sha256, bytes });
                }
                Err(trouble) => {
                    findings.push(self.unreadable("article-unreadable", Some(written), trouble));
                }
            }
        }
        if findings.is_empty() { Ok(archived) } else { Err(findings) }
    }

    /// A finding at the words that name the file; at the top of the facts if nothing names it.
    pub(super) fn unreadable(
        &mut self,
        code: &'static str,
        asked: Option<&Text>,
        trouble: Trouble,
    ) -> Finding {
        let top = || Spot { file: self.files.add(FACTS, ""), span: Span::new(0, 0) };
        Finding {
            check: code,
            severity: Severity::Error,
            message: trouble.message,
            at: Mark { spot: asked.map_or_else(top, |asked| asked.at), label: String::new() },
            seen: Vec::new(),
            help: trouble.help,
        }
    }
}

/// An article as read.
struct Read {
    path: ProjectPath,
    text: String,
    sha256: String,
    bytes: usize,
}

fn article(project: &Project, written: &Text) -> Result<Read, Trouble> {
    const HELP: &str = "give the path of an archived text, such as `seeds/article.txt`";
    let path = ProjectPath::parse(&written.value).map_err(|error| Trouble::new(error.to_string(), HELP))?;
    let file = project.read_text(&path, ARTICLE_LIMIT).map_err(|error| Trouble::of(&error))?;
    let (sha256, bytes) = (file.sha256(), file.size());
    Ok(Read { path, text: whole(file), sha256, bytes })
}

impl Trouble {
    /// What is wrong, and what helps.
    pub(super) fn new(message: String, help: &str) -> Self {
        Self { message, help: help.to_owned() }
    }

    /// Why a file cannot be read.
    pub(super) fn of(error: &ReadError) -> Self {
        Self::new(format!("`{}`: {}", error.path, error.what()), error.help())
    }
}

/// The text with its byte-order mark, so that every byte counts as it lies on the disk.
pub(super) fn whole(file: TextFile) -> String {
    let mark = if file.mark() > 0 { "\u{feff}" } else { "" };
    if mark.is_empty() { file.into_text() } else { format!("{mark}{}", file.text()) }
}
