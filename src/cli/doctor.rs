//! `factum doctor`: what of the surroundings does a build take, and why?

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;

use super::{Global, NO_PDF, UNREADABLE, out, project};
use crate::disk::{Project, shown};
use crate::pipeline::{self, FACTS, Unreadable};
use crate::render::Templates;
use crate::typst::{self, Coverage, NotFound, PINNED, Surroundings, Tried};

/// What is asked.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The Typst program, 0.15
    #[arg(long, value_name = "PATH")]
    typst: Option<PathBuf>,
}

/// What was found, line by line, and the worst exit code.
#[derive(Debug, Default)]
struct Answer {
    text: String,
    code: u8,
}

impl Answer {
    fn line(&mut self, about: &str, words: &str) {
        self.text.push_str(&format!("{about:10} {}\n", shown(words)));
    }

    fn worse(&mut self, code: u8) {
        // A project that cannot be read weighs more than a PDF that cannot be made.
        self.code = if self.code == UNREADABLE { UNREADABLE } else { code };
    }
}

pub(super) fn run(global: &Global, options: &Options) -> u8 {
    let mut answer = Answer::default();
    let system = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    answer.line("factum", &format!("{} on {system}; sets PDFs with Typst 0.15", env!("CARGO_PKG_VERSION")));
    facts(&mut answer, global);
    typst(&mut answer, options);
    let own = project::templates(global).and_then(|own| Ok((own, project::fonts(global)?)));
    match own {
        Ok((own, files)) => {
            fonts(&mut answer, &files);
            templates(&mut answer, &own);
        }
        Err(code) => answer.worse(code),
    }
    out::answer(&answer.text);
    answer.code
}

fn facts(answer: &mut Answer, global: &Global) {
    let place = shown(&global.project.to_string_lossy());
    let project = match Project::open(&global.project) {
        Ok(project) => project,
        Err(error) => {
            answer.line("project", &format!("`{place}`: {}; {}", error.what(), error.help()));
            return answer.worse(UNREADABLE);
        }
    };
    match pipeline::read(&project) {
        Ok(loaded) => {
            let (facts, articles) = (loaded.base.facts.len(), loaded.archived.len());
            let files = loaded.fact_files.len();
            let unlocked = loaded.base.sources.iter().filter(|entry| entry.value.sha256.is_none()).count();
            let locked =
                if unlocked == 0 { "all locked".to_owned() } else { format!("{unlocked} not locked") };
            let words =
                format!("`{place}`: facts {facts}, articles {articles} ({locked}), files of facts {files}");
            answer.line("project", &words);
        }
        Err(Unreadable { findings, .. }) => {
            let first = findings.first().map(|finding| finding.message.clone()).unwrap_or_default();
            answer.line("project", &format!("`{place}`: `{FACTS}` cannot be read: {first}"));
            answer.line("", "`factum check` says where and what helps; `factum init` begins a project");
            answer.worse(UNREADABLE);
        }
    }
}

fn typst(answer: &mut Answer, options: &Options) {
    let surroundings = Surroundings::of_this_process();
    match typst::find(options.typst.as_deref(), &surroundings) {
        Ok(found) => {
            let pinned = if found.version.to_string() == PINNED {
                ", the version that factum is tested with"
            } else {
                ""
            };
            let path = shown(&found.path.to_string_lossy());
            answer.line("Typst", &format!("{}{pinned}: `{path}` ({})", found.version, found.origin));
            tried(answer, &found.tried);
        }
        Err(missing) => {
            answer.line("Typst", &format!("none that will do, so no PDF; {}", missing.help()));
            tried(answer, &missing.tried);
            nowhere(answer, &missing, &surroundings);
            answer.worse(NO_PDF);
        }
    }
}

fn tried(answer: &mut Answer, tried: &[Tried]) {
    for tried in tried {
        answer.line("", &format!("tried {tried}"));
    }
}

fn nowhere(answer: &mut Answer, missing: &NotFound, surroundings: &Surroundings) {
    if missing.named().is_some() {
        answer.line("", "what is named must do: no other place was looked at");
        return;
    }
    answer.line("", "and every folder in `PATH`");
    if surroundings.cache().is_none() {
        answer.line("", "there is no cache folder: HOME and XDG_CACHE_HOME are not set");
    }
}

fn fonts(answer: &mut Answer, fonts: &project::Files) {
    if fonts.is_empty() {
        answer.line("fonts", "none in `fonts/`: Typst's own, for Latin, Greek, Cyrillic and Hebrew");
    }
    for (name, bytes) in fonts {
        let state = if Coverage::of(bytes).is_some() { "" } else { ", not a font that can be read" };
        answer.line("fonts", &format!("`fonts/{name}`, {} kB{state}", bytes.len().div_ceil(1000)));
    }
}

fn templates(answer: &mut Answer, own: &BTreeMap<String, String>) {
    let ours = Templates::embedded();
    if own.is_empty() {
        answer.line("templates", "none in `templates/`: the built-in ones");
    }
    for (name, text) in own {
        let state = match ours.get(name) {
            Some(built_in) if built_in == text => "the same as the built-in one",
            Some(_) => "in place of the built-in one",
            None => "beside the built-in ones; it counts only where a template includes it",
        };
        answer.line("templates", &format!("`templates/{name}`, {state}"));
    }
}
