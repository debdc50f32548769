//! `factum verify`: is this briefing unchanged, what was it made from, and do its quotations still stand?

mod alone;
mod answer;
mod edition;
mod sources;

use std::path::{Path, PathBuf};

use clap::Args;

use self::answer::Answer;
use super::{UNREADABLE, out};
use crate::disk::{ReadError, read_named, shown};
use crate::provenance::{MANIFEST, Manifest, Record};

/// What is verified, and against what.
#[derive(Debug, Args)]
#[command(after_help = PROOF)]
pub(super) struct Options {
    /// A briefing (PDF, HTML, Markdown or data), or the manifest.json of an edition
    file: PathBuf,
    /// The folder that holds facts.yaml and the archived articles: are they the same, does every quotation stand
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
    /// The manifest, if it does not lie beside the file
    #[arg(long, value_name = "FILE")]
    manifest: Option<PathBuf>,
}

const PROOF: &str = "Exit codes: 0 unchanged, 1 changed or not proved, 2 unreadable.\n\
    A manifest proves that files belong together; only a signature proves whose they are (docs/provenance.md).";

const LARGEST: u64 = 256 << 20;
const LARGEST_MANIFEST: u64 = 64 << 20;

pub(super) fn run(options: &Options) -> u8 {
    match answer(options) {
        Ok(answer) => {
            out::answer(&answer.text());
            answer.code()
        }
        Err(code) => code,
    }
}

fn answer(options: &Options) -> Result<Answer, u8> {
    let bytes = read_named(&options.file, LARGEST).map_err(|error| tell(&error))?;
    let mut answer = Answer::default();
    if name_of(&options.file) == MANIFEST {
        let manifest = parsed(&options.file, &bytes)?;
        edition::whole(&mut answer, &manifest, &folder_of(&options.file)).map_err(|error| tell(&error))?;
        edition::made(&mut answer, &manifest);
        with_sources(&mut answer, options, &Record::from(&manifest))?;
        return Ok(answer);
    }
    match manifest(options)? {
        Some(manifest) => {
            edition::file(&mut answer, &manifest, (name_of(&options.file), &bytes));
            edition::made(&mut answer, &manifest);
            with_sources(&mut answer, options, &Record::from(&manifest))?;
        }
        None => alone::file(&mut answer, &bytes, options.sources.as_deref()).map_err(|error| tell(&error))?,
    }
    Ok(answer)
}

/// The manifest that was named, else the one beside the file, if there is one.
fn manifest(options: &Options) -> Result<Option<Manifest>, u8> {
    let beside = || folder_of(&options.file).join(MANIFEST);
    let path = options.manifest.clone().unwrap_or_else(beside);
    match read_named(&path, LARGEST_MANIFEST) {
        Ok(bytes) => parsed(&path, &bytes).map(Some),
        Err(error) if error.is_missing() && options.manifest.is_none() => Ok(None),
        Err(error) => Err(tell(&error)),
    }
}

fn parsed(path: &Path, bytes: &[u8]) -> Result<Manifest, u8> {
    Manifest::parse(bytes).map_err(|trouble| {
        let help = "name a `manifest.json` that `factum build` wrote, of this version of factum";
        out::trouble(&format!("`{}`: {trouble}", shown(&path.to_string_lossy())), help);
        UNREADABLE
    })
}

fn with_sources(answer: &mut Answer, options: &Options, record: &Record) -> Result<(), u8> {
    match &options.sources {
        Some(folder) => sources::check(answer, record, folder).map_err(|error| tell(&error)),
        None => {
            answer.open("whether the articles are still the same: `--sources DIR` compares them");
            Ok(())
        }
    }
}

fn name_of(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn tell(error: &ReadError) -> u8 {
    out::trouble(&format!("`{}`: {}", shown(&error.path), error.what()), error.help());
    UNREADABLE
}
