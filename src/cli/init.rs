//! `factum init`: begins a project that checks and builds at once, with one article, one fact, and everything explained.

use std::path::PathBuf;

use clap::Args;

use super::{Global, UNREADABLE, out};
use crate::disk::{self, ProjectPath, shown};

/// Where the project begins.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The project's folder; it is made if it is not there
    dir: Option<PathBuf>,
}

/// The first project. The article is made up, and so are its places.
const FILES: [(&str, &str); 2] = [
    ("facts.yaml", include_str!("start/facts.yaml")),
    ("seeds/nordvik-post.txt", include_str!("start/seeds/nordvik-post.txt")),
];

pub(super) fn run(global: &Global, options: &Options) -> u8 {
    let folder = options.dir.as_ref().unwrap_or(&global.project);
    let path =
        |name: &str| ProjectPath::parse(name).expect("the names of the first files are paths in a project");
    let files = FILES.map(|(name, text)| (path(name), text.as_bytes()));
    if let Err(error) = disk::add(folder, &files) {
        out::trouble(
            &format!("`{}`: {}; nothing was written", shown(&error.path), error.what()),
            error.help(),
        );
        return UNREADABLE;
    }
    let place = folder.to_string_lossy();
    let place = shown(&place);
    let way = if place == "." { String::new() } else { format!(" -C {place}") };
    let names: String = FILES.iter().map(|(name, _)| format!("  {name}\n")).collect();
    out::say(&format!(
        "a project begins in `{place}`:\n{names}read facts.yaml, then run `factum{way} check` and `factum{way} build`\n"
    ));
    0
}
