//! `factum diff`: what has changed since an edition, or between two.

use std::path::Path;

use clap::Args;
use serde_json::json;

use super::{FINDINGS, Global, UNREADABLE, check, out};
use crate::briefing::{self, Annex};
use crate::disk::{Project, ProjectPath, ReadError, read_named, shown};
use crate::edition::{self, Change, Edition, Kind, Number};
use crate::pipeline::{self, FACTS};
use crate::report::Format;

/// What is compared, and how it is told.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The older: the number of a released edition, an edition's file, or a project's folder or facts.yaml
    old: String,
    /// The newer, named in the same ways; the project as it stands if not given
    new: Option<String>,
    /// How the changes are shown
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = ["human", "json"])]
    format: String,
}

pub(super) fn run(global: &Global, options: &Options) -> u8 {
    let Some(old) = side(global, &options.old) else { return UNREADABLE };
    let new = match &options.new {
        Some(named) => side(global, named),
        None => of_project(global, &global.project),
    };
    let Some(new) = new else { return UNREADABLE };
    let changes = edition::compare(&old, &new);
    out::answer(&match options.format.as_str() {
        "json" => as_json(&old, &new, &changes),
        _ => in_words(&old, &new, &changes),
    });
    if changes.is_empty() { 0 } else { FINDINGS }
}

/// The edition that a word of the command line names; says what is wrong if there is none.
fn side(global: &Global, named: &str) -> Option<Edition> {
    if let Some(number) = Number::parse(named) {
        return of_number(global, &number);
    }
    let path = Path::new(named);
    match path.extension().and_then(|end| end.to_str()) {
        Some("json") => of_file(path),
        Some("yaml" | "yml") => of_facts(global, path),
        _ => of_project(global, path),
    }
}

fn of_number(global: &Global, number: &Number) -> Option<Edition> {
    let name = format!("{}/{}", edition::FOLDER, number.file_name());
    let path = ProjectPath::parse(&name).expect("folder and number are a path inside the project");
    let bytes = Project::open(&global.project).and_then(|project| project.read(&path, edition::LIMIT));
    match bytes {
        Err(error) if error.is_missing() => {
            let message = format!("`{name}`: edition {number} was not released");
            out::trouble(&message, "`factum release` keeps an edition; `editions/` holds those there are");
            None
        }
        bytes => parsed(&name, bytes),
    }
}

fn of_file(path: &Path) -> Option<Edition> {
    parsed(&path.to_string_lossy(), read_named(path, edition::LIMIT))
}

fn parsed(name: &str, bytes: Result<Vec<u8>, ReadError>) -> Option<Edition> {
    const HELP: &str = "name a file that `factum release` wrote, the number of an edition, or a facts.yaml";
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => {
            out::trouble(&format!("`{}`: {}", shown(&error.path), error.what()), error.help());
            return None;
        }
    };
    let Ok(text) = String::from_utf8(bytes) else {
        out::trouble(&format!("`{}` is not UTF-8", shown(name)), HELP);
        return None;
    };
    match edition::read(&text) {
        Ok(edition) => Some(edition),
        Err(flaw) => {
            let place = crate::span::Place::of(&text, flaw.at);
            out::trouble(
                &format!("`{}:{place}`: this is no released edition: {}", shown(name), flaw.message),
                HELP,
            );
            None
        }
    }
}

/// The project whose facts lie at `path`.
fn of_facts(global: &Global, path: &Path) -> Option<Edition> {
    if path.file_name().is_none_or(|name| name != FACTS) {
        let message = format!("`{}` is not a project's `{FACTS}`", shown(&path.to_string_lossy()));
        out::trouble(&message, "facts are read with their articles: name the facts.yaml of a project");
        return None;
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    of_project(global, folder.unwrap_or(Path::new(".")))
}

fn of_project(global: &Global, folder: &Path) -> Option<Edition> {
    let global = Global { project: folder.to_owned(), color: global.color.clone() };
    let loaded = check::load(&global, Format::Human)?;
    let articles = loaded.articles();
    let dossier = pipeline::link(&loaded, &articles);
    let verdict = pipeline::check(&dossier);
    if verdict.fails() {
        out::say(&format!(
            "warning: checks fail in `{}`: a quotation that does not stand is not compared\n",
            shown(&folder.to_string_lossy())
        ));
    }
    Some(briefing::record(&pipeline::compose(&dossier, &verdict, &loaded, Annex::None)))
}

fn as_json(old: &Edition, new: &Edition, changes: &[Change]) -> String {
    let named = |one: &Edition| json!({"number": one.number, "date": one.date, "as_of": one.as_of, "digest": one.digest});
    let answer = json!({"schema_version": 1, "old": named(old), "new": named(new), "changes": changes});
    format!("{answer:#}\n")
}

fn in_words(old: &Edition, new: &Edition, changes: &[Change]) -> String {
    let mut text = format!("{} -> {}\n", name(old), name(new));
    let corrections: Vec<&Change> = changes.iter().filter(|change| change.correction).collect();
    section(&mut text, "corrected", &corrections);
    let mut rest: Vec<&Change> = changes.iter().filter(|change| !change.correction).collect();
    while let Some(kind) = rest.first().map(|change| change.kind) {
        let of_kind = rest.partition_point(|change| change.kind <= kind);
        let left = rest.split_off(of_kind);
        section(&mut text, kind.heading(), &rest);
        rest = left;
    }
    match changes.len() {
        0 => text.push_str("\nno differences\n"),
        1 => text.push_str("\n1 difference\n"),
        many => text.push_str(&format!("\n{many} differences\n")),
    }
    out::printable(&text)
}

/// `edition 1, as of 6 July 2021`
fn name(edition: &Edition) -> String {
    match edition.number.as_str() {
        "" => format!("no edition, as of {}", edition.as_of),
        number => format!("edition {number}, as of {}", edition.as_of),
    }
}

fn section(text: &mut String, heading: &str, changes: &[&Change]) {
    if changes.is_empty() {
        return;
    }
    text.push_str(&format!("\n{heading} ({})\n", changes.len()));
    let mut before = None;
    for change in changes {
        let subject = (change.about, &change.id, &change.text);
        if before.replace(subject) != Some(subject) {
            let id = if change.id.is_empty() { String::new() } else { format!("{}: ", change.id) };
            text.push_str(&format!("  {id}{}\n", change.text));
        }
        // The claim itself stands above already.
        let after = if change.kind == Kind::Claim { "" } else { change.after.as_str() };
        for (sign, words) in [('-', change.before.as_str()), ('+', after)] {
            if !words.is_empty() {
                text.push_str(&format!("    {sign} {words}\n"));
            }
        }
    }
}
