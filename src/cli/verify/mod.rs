//! `factum verify`: is this briefing unchanged, what was it made from, and do its quotations still stand?

mod alone;
mod anew;
mod answer;
mod carried;
mod digest;
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
    let mut answer = Answer::default();
    if name_of(&options.file) == MANIFEST {
        let (manifest, bytes) = parsed(&options.file, read(&options.file, LARGEST_MANIFEST)?)?;
        edition::sealed(&mut answer, &manifest, &bytes);
        let folder = folder_of(&options.file);
        edition::whole(&mut answer, &manifest, &folder).map_err(|error| tell(&error))?;
        made(&mut answer, options, &manifest)?;
        return Ok(answer);
    }
    let bytes = read(&options.file, LARGEST)?;
    let manifest = match manifest(options)? {
        Some((manifest, text)) => {
            edition::sealed(&mut answer, &manifest, &text);
            edition::file(&mut answer, &manifest, (name_of(&options.file), &bytes));
            Some(manifest)
        }
        None => alone::file(&mut answer, &bytes, options.sources.as_deref()).map_err(|error| tell(&error))?,
    };
    manifest.map_or(Ok(()), |manifest| made(&mut answer, options, &manifest))?;
    Ok(answer)
}

/// What the edition was made from, and whether that is so.
fn made(answer: &mut Answer, options: &Options, manifest: &Manifest) -> Result<(), u8> {
    edition::made(answer, manifest);
    let Some(folder) = &options.sources else {
        answer.open(
            "whether the articles are still the same, and what the manifest says of them and of the quotations is \
             so: `--sources DIR` tells",
        );
        return Ok(());
    };
    sources::check(answer, &Record::from(manifest), folder).map_err(|error| tell(&error))?;
    anew::check(answer, manifest, folder);
    Ok(())
}

/// The manifest that was named, else the one beside the file, if there is one.
fn manifest(options: &Options) -> Result<Option<(Manifest, Vec<u8>)>, u8> {
    let beside = || folder_of(&options.file).join(MANIFEST);
    let path = options.manifest.clone().unwrap_or_else(beside);
    match read_named(&path, LARGEST_MANIFEST) {
        Ok(bytes) => parsed(&path, bytes).map(Some),
        Err(error) if error.is_missing() && options.manifest.is_none() => Ok(None),
        Err(error) => Err(tell(&error)),
    }
}

fn parsed(path: &Path, bytes: Vec<u8>) -> Result<(Manifest, Vec<u8>), u8> {
    match Manifest::parse(&bytes) {
        Ok(manifest) => Ok((manifest, bytes)),
        Err(trouble) => {
            let help = "name a `manifest.json` that `factum build` wrote, of this version of factum";
            out::trouble(&format!("`{}`: {trouble}", shown(&path.to_string_lossy())), help);
            Err(UNREADABLE)
        }
    }
}

fn read(path: &Path, limit: u64) -> Result<Vec<u8>, u8> {
    read_named(path, limit).map_err(|error| tell(&error))
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
