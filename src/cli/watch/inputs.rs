//! What is a briefing made from, and has any of it changed?

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::cli::project::{self, Trouble};
use crate::cli::{Global, out};
use crate::disk::{Project, sha256_hex};
use crate::edition;
use crate::pipeline::{self, Loaded, Unreadable};
use crate::watch::{Depth, Folders};

/// Everything that was read, as far as it could be.
#[derive(Debug)]
pub(super) struct Inputs {
    /// The project.
    pub(super) project: Result<Loaded, Broken>,
    /// The project's own templates.
    pub(super) templates: Result<BTreeMap<String, String>, Trouble>,
    /// By which another state is told from this one.
    pub(super) state: State,
}

/// Why there are no facts.
#[derive(Debug)]
pub(super) enum Broken {
    /// The project's folder cannot be opened.
    Folder(Trouble),
    /// A file in it cannot be understood.
    File(Unreadable),
}

/// One state of a project's files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct State {
    /// The files that were read, and the SHA-256 of each.
    digests: BTreeMap<String, String>,
    /// What could not be read.
    trouble: String,
}

impl Inputs {
    /// Reads all of it, each file once.
    pub(super) fn read(global: &Global) -> Self {
        let project = match Project::open(&global.project) {
            Ok(project) => pipeline::read(&project).map_err(Broken::File),
            Err(error) => {
                let message = format!("`{}`: {}", error.path, error.what());
                Err(Broken::Folder((message, error.help().to_owned())))
            }
        };
        let mut state = State::default();
        match &project {
            Ok(loaded) => state.take(loaded),
            Err(broken) => state.miss(broken),
        }
        let templates = project::read_templates(global);
        let fonts = project::read_fonts(global);
        state.add(
            "templates",
            templates.as_ref().map(|own| own.iter().map(|(name, text)| (name, text.as_bytes()))),
        );
        state
            .add("fonts", fonts.as_ref().map(|own| own.iter().map(|(name, bytes)| (name, bytes.as_slice()))));
        Self { project, templates, state }
    }

    /// The folders in which these inputs may change; the usual ones if nothing was read yet.
    pub(super) fn folders(&self, global: &Global) -> Folders {
        let mut tops: BTreeSet<&str> = USUAL.into_iter().collect();
        tops.extend(self.state.digests.keys().map(|path| top(path)));
        if let Ok(loaded) = &self.project {
            tops.extend(loaded.base.include.iter().map(|glob| top(&glob.value)));
            tops.extend(loaded.base.sources.values().map(|source| top(&source.file.value)));
        }
        let everything = tops.iter().any(|top| top.contains('*'));
        let whole = if everything { Depth::Below } else { Depth::Itself };
        let named = tops.iter().filter(|top| !top.is_empty() && !top.contains('*'));
        let below = named.map(|top| (global.project.join(top), Depth::Below));
        [(global.project.clone(), whole)].into_iter().chain(below).collect()
    }
}

impl State {
    /// The files that have changed since `earlier`; none if nothing was known then.
    pub(super) fn changed_since<'a>(&'a self, earlier: &'a Self) -> Vec<&'a str> {
        if *earlier == Self::default() {
            return Vec::new();
        }
        let new = self.digests.iter().filter(|(path, digest)| earlier.digests.get(*path) != Some(digest));
        let gone = earlier.digests.keys().filter(|path| !self.digests.contains_key(*path));
        new.map(|(path, _)| path).chain(gone).map(String::as_str).collect()
    }

    /// Keeps what is known of the files that could not be read for the trouble with another.
    pub(super) fn filled_from(mut self, earlier: &Self) -> Self {
        if !self.trouble.is_empty() {
            for (path, digest) in &earlier.digests {
                self.digests.entry(path.clone()).or_insert_with(|| digest.clone());
            }
        }
        self
    }

    /// Whether something could not be read.
    pub(super) fn is_troubled(&self) -> bool {
        !self.trouble.is_empty()
    }

    fn take(&mut self, loaded: &Loaded) {
        let facts = loaded.fact_files.iter().map(|file| (file.path.to_string(), file.sha256.clone()));
        self.digests.extend(facts);
        for archived in &loaded.archived {
            let path = loaded.files.get(archived.file).map(|file| file.path.clone()).unwrap_or_default();
            self.digests.insert(path, archived.sha256.clone());
        }
        let earlier = loaded.earlier.as_ref().map(|earlier| (earlier.path.clone(), earlier.sha256.clone()));
        self.digests.extend(earlier);
    }

    fn miss(&mut self, broken: &Broken) {
        match broken {
            Broken::Folder((message, _)) => self.trouble.push_str(message),
            Broken::File(unreadable) => {
                let read = unreadable.files.iter();
                self.digests
                    .extend(read.map(|(_, file)| (file.path.clone(), sha256_hex(file.text.as_bytes()))));
                unreadable.findings.iter().for_each(|finding| self.trouble.push_str(&finding.message));
            }
        }
    }

    /// Takes in the files of one folder.
    fn add<'f>(
        &mut self,
        folder: &str,
        files: Result<impl Iterator<Item = (&'f String, &'f [u8])>, &Trouble>,
    ) {
        match files {
            Ok(files) => {
                let read = files.map(|(name, bytes)| (format!("{folder}/{name}"), sha256_hex(bytes)));
                self.digests.extend(read);
            }
            Err((message, help)) => self.trouble.push_str(&out::troubled(message, help)),
        }
    }
}

/// The folders that a project may have at any time.
const USUAL: [&str; 4] = ["seeds", "templates", "fonts", edition::FOLDER];

/// The first folder on the way to `path`; empty if it lies in the project itself.
fn top(path: &str) -> &str {
    let path = path.trim_start_matches("./");
    match path.split_once('/') {
        Some((top, _)) => top,
        // A glob of the project itself means files beside the facts.
        None => "",
    }
}

/// The folders of a project that was not read yet.
pub(super) fn usual(global: &Global) -> Folders {
    let below = USUAL.iter().map(|top| (global.project.join(top), Depth::Below));
    [(PathBuf::from(&global.project), Depth::Itself)].into_iter().chain(below).collect()
}
