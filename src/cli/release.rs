//! `factum release`: keeps what the readers of this edition are told, once and for all.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{FINDINGS, Global, UNREADABLE, check, out};
use crate::briefing::{self, Annex};
use crate::disk::{self, Difference, ProjectPath};
use crate::edition::{self, Number};
use crate::facts::FactBase;
use crate::finding::Severity;
use crate::pipeline;
use crate::report::Format;

/// Where the edition goes, and what may stop it.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The folder that the edition goes to; editions/ in the project if not given
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Fail on warnings, too
    #[arg(long, value_name = "WHAT", value_parser = ["warnings"])]
    deny: Option<String>,
}

pub(super) fn run(global: &Global, options: &Options) -> u8 {
    let Some(loaded) = check::load(global, Format::Human) else { return UNREADABLE };
    let number = match number(&loaded.base) {
        Ok(number) => number,
        Err((message, help)) => {
            out::trouble(&message, help);
            return UNREADABLE;
        }
    };
    let articles = loaded.articles();
    let dossier = pipeline::link(&loaded, &articles);
    let mut verdict = pipeline::check(&dossier);
    // Notes are for `factum check`.
    verdict.retain(|_, severity| severity != Severity::Note);
    if !verdict.findings.is_empty() {
        check::show(global, Format::Human, &loaded.files, &verdict);
    }
    if verdict.fails() || (options.deny.is_some() && !verdict.findings.is_empty()) {
        out::say("nothing was released: mend the findings\n");
        return FINDINGS;
    }
    let briefing = pipeline::compose(&dossier, &verdict, &loaded, Annex::Cited);
    let written = edition::write(&briefing::record(&briefing), &briefing);
    keep(global, options, &number, &written.expect("the view is plain JSON"))
}

/// The number under which the edition is kept; else what is wrong, and what to do.
fn number(base: &FactBase) -> Result<Number, (String, &'static str)> {
    let help = "write `edition:` with a `number:` such as `2` or `2.1` in facts.yaml";
    let Some(edition) = &base.edition else {
        return Err(("the facts do not say which edition they are".to_owned(), help));
    };
    let written = &edition.number.value;
    let Some(number) = Number::parse(written) else {
        return Err((format!("`{written}` is no number of an edition"), help));
    };
    let Some(corrects) = &edition.corrects else { return Ok(number) };
    match Number::parse(&corrects.value) {
        Some(corrected) if corrected < number => Ok(number),
        _ => {
            let message = format!("edition {number} cannot correct edition `{}`", corrects.value);
            Err((message, "give the number of an earlier edition under `corrects:`"))
        }
    }
}

fn keep(global: &Global, options: &Options, number: &Number, text: &str) -> u8 {
    let folder = options.out.clone().unwrap_or_else(|| global.project.join(edition::FOLDER));
    let name = number.file_name();
    let shown = shown(&folder, &name);
    if u64::try_from(text.len()).unwrap_or(u64::MAX) > edition::LIMIT {
        out::trouble("the edition is larger than 64 MiB", "split the fact base");
        return UNREADABLE;
    }
    let standing = disk::same(&folder, &[(&name, text.as_bytes())]);
    match standing.as_deref().map(<[Difference]>::first) {
        Ok(None) => {
            out::say(&format!("edition {number} is released already: `{shown}`\n"));
            0
        }
        Ok(Some(Difference::Missing(_))) => add(&folder, number, text),
        Ok(Some(_)) => {
            let message =
                format!("`{shown}`: edition {number} is released already, and it says something else");
            out::trouble(
                &message,
                "raise `edition.number` in facts.yaml: a released edition is never changed",
            );
            UNREADABLE
        }
        Err(error) => {
            out::trouble(&format!("`{}`: {}", disk::shown(&error.path), error.what()), error.help());
            UNREADABLE
        }
    }
}

fn add(folder: &Path, number: &Number, text: &str) -> u8 {
    let name = ProjectPath::parse(&number.file_name()).expect("the name of an edition's file is a path");
    if let Err(error) = disk::add(folder, &[(name.clone(), text.as_bytes())]) {
        let message = format!("`{}`: {}; nothing was released", disk::shown(&error.path), error.what());
        out::trouble(&message, error.help());
        return UNREADABLE;
    }
    let shown = shown(folder, name.as_str());
    out::say(&format!("edition {number} is released: commit `{shown}`\n"));
    0
}

/// The file as one would type it.
fn shown(folder: &Path, name: &str) -> String {
    let path = folder.join(name);
    disk::shown(&path.strip_prefix(".").unwrap_or(&path).to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_this_folder_is_shown_without_the_dot() {
        assert_eq!(shown(Path::new("./editions"), "1.json"), "editions/1.json");
        assert_eq!(shown(Path::new("../desk/editions"), "1.json"), "../desk/editions/1.json");
        assert_eq!(shown(Path::new("/desk"), "1.json"), "/desk/1.json");
    }
}
