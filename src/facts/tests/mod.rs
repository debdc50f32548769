//! Is what is said of reading facts true?

mod errors;
mod included;
mod keys;
mod places;
mod properties;
mod slips;

use super::{FactBase, Unreadable, read};
use crate::span::Files;

/// The keys without which nothing can be read.
pub(super) const HEAD: &str = "title: T\nas-of: 2021-07-08\n";

/// A fact base with every key that there is.
pub(super) const EVERYTHING: &str = include_str!("everything.yaml");

pub(super) fn read_text(text: &str) -> (Files, Result<FactBase, Vec<Unreadable>>) {
    let mut files = Files::default();
    files.add("seeds/other.txt", "not this one");
    let main = files.add("facts.yaml", text);
    let base = read(&files, main);
    (files, base)
}

pub(super) fn read_well(text: &str) -> (Files, FactBase) {
    let (files, base) = read_text(text);
    (files, base.unwrap())
}

/// Each error as `line:column code message`, with its help and its other places below.
pub(super) fn errors(text: &str) -> Vec<String> {
    let (files, base) = read_text(text);
    base.unwrap_err().iter().map(|error| line(&files, error)).collect()
}

pub(super) fn line(files: &Files, error: &Unreadable) -> String {
    let place = files.place(error.at.spot);
    let seen = error.seen.iter().map(|mark| format!(" [{} {}]", files.place(mark.spot), mark.label));
    let line = format!("{place} {} {}{}", error.check, error.message, seen.collect::<String>());
    line.trim_start_matches("facts.yaml:").to_owned()
}
