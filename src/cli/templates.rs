//! `factum templates eject`: puts built-in templates into the project, to be changed there.

use std::collections::BTreeMap;

use clap::{Args, Subcommand};

use super::{Global, UNREADABLE, out, project};
use crate::disk::{self, ProjectPath, shown};
use crate::render::Templates;

/// What is done with the templates.
#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Write built-in templates into templates/, never over a file that is there; without a name, list them
    Eject(Eject),
}

#[derive(Debug, Args)]
struct Eject {
    /// The templates, as the list names them
    names: Vec<String>,
    /// All that are not there yet
    #[arg(long, conflicts_with = "names")]
    all: bool,
}

/// The project's folder of templates.
const FOLDER: &str = "templates";

pub(super) fn run(global: &Global, options: &Options) -> u8 {
    let own = match project::templates(global) {
        Ok(own) => own,
        Err(code) => return code,
    };
    let ours = Templates::embedded();
    let names: Vec<&str> = match &options.act {
        Some(Act::Eject(eject)) if eject.all => {
            ours.iter().map(|(name, _)| name).filter(|name| !own.contains_key(*name)).collect()
        }
        Some(Act::Eject(eject)) if !eject.names.is_empty() => {
            eject.names.iter().map(String::as_str).collect()
        }
        _ => {
            out::answer(&list(&ours, &own));
            return 0;
        }
    };
    eject(global, &ours, &names)
}

/// Each template, and whether the project has its own.
fn list(ours: &Templates, own: &BTreeMap<String, String>) -> String {
    let state = |name: &str, text: &str| match own.get(name) {
        None => "built-in",
        Some(own) if own == text => "in the project, unchanged",
        Some(_) => "in the project, changed",
    };
    let built_in = ours.iter().map(|(name, text)| (name.to_owned(), state(name, text)));
    let others = own.keys().filter(|name| ours.get(name).is_none());
    let all: BTreeMap<String, &str> =
        built_in.chain(others.map(|name| (name.clone(), "the project's own"))).collect();
    let width = all.keys().map(|name| name.chars().count()).max().unwrap_or_default();
    all.iter().map(|(name, state)| format!("{:width$}  {state}\n", shown(name))).collect()
}

fn eject(global: &Global, ours: &Templates, names: &[&str]) -> u8 {
    let mut files: BTreeMap<ProjectPath, &[u8]> = BTreeMap::new();
    for name in names {
        // Only a name of ours becomes a path.
        let Some(text) = ours.get(name) else {
            let message = format!("no built-in template is called `{}`", shown(name));
            out::trouble(&message, "`factum templates eject` lists them");
            return UNREADABLE;
        };
        let path =
            ProjectPath::parse(&format!("{FOLDER}/{name}")).expect("our templates' names are names of files");
        files.insert(path, text.as_bytes());
    }
    let files: Vec<(ProjectPath, &[u8])> = files.into_iter().collect();
    if let Err(error) = disk::add(&global.project, &files) {
        out::trouble(
            &format!("`{}`: {}; nothing was written", shown(&error.path), error.what()),
            error.help(),
        );
        return UNREADABLE;
    }
    match files.as_slice() {
        [] => out::say("every built-in template is in `templates/` already\n"),
        files => {
            let told: String = files.iter().map(|(path, _)| format!("  {path}\n")).collect();
            out::say(&format!("written:\n{told}"));
        }
    }
    0
}
