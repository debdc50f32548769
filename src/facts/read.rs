//! What fact base does a text hold?

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;

use super::base::{FactBase, Part};
use super::codes;
use super::entries::{Entries, Entry};
use super::fields::Scalars;
use super::refusal::{MOST, Yaml, cut, refuse};
use super::survey::survey;
use super::{Unreadable, explain, vet};
use crate::finding::Mark;
use crate::span::{FileId, Files, Span, Spot};

/// How many bytes all files of a fact base may have together.
const LARGEST: usize = 64 << 20;

/// Reads the fact base that the file `main` holds. Its `include` names further files: [`include`] takes them in.
///
/// # Errors
/// All that can be found in one go of what is not YAML, is refused, or does not belong where it stands: at least one.
/// Dates that are none are not among them.
pub fn read(files: &Files, main: FileId) -> Result<FactBase, Vec<Unreadable>> {
    read_one(files, main)
}

/// Takes the entries and lists of `further` files into the fact base of the main file, in their order. They have the
/// same keys as the main file, but for what is said once: `title`, `subtitle`, `question`, `as-of`, `edition`,
/// `language`, `issuer`, `contact`, `summary` and `include`.
///
/// # Errors
/// What [`read`] reports, and every id that stands in two files, with both places.
pub fn include(base: FactBase, files: &Files, further: &[FileId]) -> Result<FactBase, Vec<Unreadable>> {
    let mut errors = Vec::new();
    let main = base.title.at.file;
    let mut size = files.get(main).map_or(0, |file| file.text.len());
    let mut parts = Vec::new();
    for file in further.iter().copied() {
        size = size.saturating_add(files.get(file).map_or(0, |file| file.text.len()));
        if size > LARGEST {
            errors.push(too_large(file));
            break;
        }
        match read_one::<Part>(files, file) {
            Ok(part) => parts.push(part),
            Err(found) => errors.extend(found),
        }
    }
    let base = merge(base, parts, &mut errors);
    errors.truncate(MOST);
    if errors.is_empty() { Ok(base) } else { Err(errors) }
}

fn read_one<T: DeserializeOwned + Scalars>(files: &Files, file: FileId) -> Result<T, Vec<Unreadable>> {
    let text = files.get(file).map(|file| file.text.as_str()).unwrap_or_default();
    if text.len() > LARGEST {
        return Err(vec![too_large(file)]);
    }
    let yaml = Yaml { file, text };
    let mut errors = vet::characters(files, file);
    let mut surveyed = survey(yaml);
    if !surveyed.is_empty() {
        // What a control character makes of the text around it is no trouble of its own.
        surveyed.retain(|finding| finding.check != codes::SYNTAX || errors.is_empty());
        return Err(together(errors, surveyed));
    }
    let mut whole: T = match serde_saphyr::from_str_with_options(text, options()) {
        Ok(whole) => whole,
        Err(error) => return Err(together(errors, vec![explain::explain(yaml, &error)])),
    };
    errors = together(errors, vet::vet(&mut whole, files, file));
    if errors.is_empty() { Ok(whole) } else { Err(errors) }
}

/// Scalars are text, and the survey has refused anchors, tags, nulls and doubles already; it counts the parts, too.
fn options() -> serde_saphyr::Options {
    serde_saphyr::options! {
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        reject_unsupported_tags: true,
        duplicate_keys: serde_saphyr::options::DuplicateKeyPolicy::PassThrough,
        merge_keys: serde_saphyr::options::MergeKeyPolicy::Error,
        with_snippet: false,
        budget: serde_saphyr::budget! {
            max_nodes: 5_000_000,
            max_events: 20_000_000,
            max_total_scalar_bytes: 256 << 20,
            max_anchors: 0,
            max_aliases: 0,
            max_documents: 1,
        },
    }
}

/// What was seen of the characters, and what else is wrong, each place once, in the order of the file.
fn together(characters: Vec<Unreadable>, others: Vec<Unreadable>) -> Vec<Unreadable> {
    let places: BTreeSet<Spot> = others.iter().map(|finding| finding.at.spot).collect();
    let mut all: Vec<Unreadable> =
        characters.into_iter().filter(|finding| !places.contains(&finding.at.spot)).chain(others).collect();
    all.sort_by_key(|finding| finding.at.spot);
    all.truncate(MOST);
    all
}

fn too_large(file: FileId) -> Unreadable {
    let spot = Spot { file, span: Span::default() };
    let message = "the fact base is larger than 64 MiB".to_owned();
    refuse(codes::TOO_LARGE, spot, message, "split it into several fact bases")
}

fn merge(base: FactBase, parts: Vec<Part>, errors: &mut Vec<Unreadable>) -> FactBase {
    let mut base = base;
    let mut sections = vec![base.sections];
    let mut sources = vec![base.sources];
    let mut entities = vec![base.entities];
    let mut facts = vec![base.facts];
    let mut discrepancies = vec![base.discrepancies];
    for part in parts {
        sections.push(part.sections);
        sources.push(part.sources);
        entities.push(part.entities);
        facts.push(part.facts);
        discrepancies.push(part.discrepancies);
        base.judgements.extend(part.judgements);
        base.unknowns.extend(part.unknowns);
    }
    base.sections = join("section", sections, errors);
    base.sources = join("source", sources, errors);
    base.entities = join("entity", entities, errors);
    base.facts = join("fact", facts, errors);
    base.discrepancies = join("discrepancy", discrepancies, errors);
    base
}

/// Entries of several files in one list; an id that stands in two of them is an error.
fn join<T>(what: &str, lists: Vec<Entries<T>>, errors: &mut Vec<Unreadable>) -> Entries<T> {
    let list: Vec<Entry<T>> = lists.into_iter().flat_map(Entries::into_list).collect();
    let mut first: BTreeMap<&str, Spot> = BTreeMap::new();
    for entry in &list {
        let Some(there) = first.insert(entry.id.as_str(), entry.id.at) else { continue };
        let message = format!("the {what} `{}` stands in two files", cut(entry.id.as_str()));
        let mut finding =
            refuse(codes::DUPLICATE_KEY, entry.id.at, message, "keep one of the two, or rename one");
        finding.seen.push(Mark { spot: there, label: "first here".to_owned() });
        errors.push(finding);
    }
    Entries::new(list)
}
