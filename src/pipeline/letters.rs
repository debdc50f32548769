//! Which words of the facts and articles cannot be set for want of a font?

use std::collections::BTreeMap;

use super::Loaded;
use crate::facts::{first_run, runs};
use crate::finding::{Finding, Mark, Severity};
use crate::span::Spot;
use crate::typst::{Coverage, Script, is_monospaced};

/// So many places are shown of each script.
const PLACES: usize = 3;

/// So many letters are named of each script.
const NAMED: usize = 12;

/// The words that hold letters which no font has: an error for each script, at the first place in the facts, or in an
/// article. None for letters that stand nowhere in them.
#[must_use]
pub fn without_font(loaded: &Loaded, letters: &[char]) -> Vec<Finding> {
    by_script(letters.iter().copied())
        .iter()
        .filter_map(|(script, letters)| lacking(loaded, *script, letters))
        .collect()
}

/// The words that only a monospaced font has: a warning for each script.
#[must_use]
pub fn in_monospace(loaded: &Loaded, fonts: &BTreeMap<String, Vec<u8>>) -> Vec<Finding> {
    let coverages: Vec<Coverage> = fonts.values().filter_map(|bytes| Coverage::of(bytes)).collect();
    let wanted = |letter: char| is_monospaced(letter) && !coverages.iter().any(|font| font.has(letter));
    let found = runs(&loaded.base, &loaded.files, &wanted, MOST_RUNS);
    let letters =
        found.iter().flat_map(|spot| loaded.files.words(*spot).chars()).filter(|letter| wanted(*letter));
    by_script(letters).iter().filter_map(|(script, letters)| poor(loaded, *script, letters)).collect()
}

/// More texts than these need not be read to know which scripts there are.
const MOST_RUNS: usize = 1_000;

fn by_script(letters: impl Iterator<Item = char>) -> BTreeMap<Script, Vec<char>> {
    let mut scripts: BTreeMap<Script, Vec<char>> = BTreeMap::new();
    for letter in letters {
        let known = scripts.entry(Script::of(letter)).or_default();
        if !known.contains(&letter) {
            known.push(letter);
        }
    }
    scripts
}

fn lacking(loaded: &Loaded, script: Script, letters: &[char]) -> Option<Finding> {
    let mut places = places(loaded, letters).into_iter();
    let message = match letters {
        [one] => format!("no font has {}", name(*one)),
        [one, others @ ..] => {
            format!("no font has {} and {}", name(*one), more(script, others))
        }
        [] => return None,
    };
    let help = match script.font {
        "" => "put a font that has them into the project's `fonts/`, or write the words in other letters"
            .to_owned(),
        font if script.name == "emoji" => {
            format!(
                "write it in words, or put a font that has it, such as {font}, into the project's `fonts/`"
            )
        }
        font => format!("put a font that has them, such as {font}, into the project's `fonts/`"),
    };
    Some(Finding {
        check: "letters-without-font",
        severity: Severity::Error,
        message,
        at: places.next()?,
        seen: places.collect(),
        help,
    })
}

fn poor(loaded: &Loaded, script: Script, letters: &[char]) -> Option<Finding> {
    let mut places = places(loaded, letters).into_iter();
    Some(Finding {
        check: "letters-without-font",
        severity: Severity::Warning,
        message: format!("of the fonts at hand, only a monospaced one has {} letters", script.name),
        at: places.next()?,
        seen: places.collect(),
        help: format!(
            "for a PDF that reads well, put a font such as {} into the project's `fonts/`",
            script.font
        ),
    })
}

/// `U+4F60` as a reader of the terminal may see it, too.
fn name(letter: char) -> String {
    format!("`{letter}` (U+{:04X})", u32::from(letter))
}

/// `41 more Chinese, Japanese or Korean characters: …`
fn more(script: Script, others: &[char]) -> String {
    let kind = if script.name.is_empty() { String::new() } else { format!("{} ", script.name) };
    let noun = if others.len() == 1 { "character" } else { "characters" };
    let named: Vec<String> = others.iter().take(NAMED).map(|letter| format!("`{letter}`")).collect();
    let rest = if others.len() > NAMED { " …" } else { "" };
    format!("{} more {kind}{noun}: {}{rest}", others.len(), named.join(" "))
}

/// The first places of the letters: in the facts, or else in the articles.
fn places(loaded: &Loaded, letters: &[char]) -> Vec<Mark> {
    let wanted = |letter: char| letters.contains(&letter);
    let mut spots = runs(&loaded.base, &loaded.files, &wanted, PLACES);
    if spots.is_empty() {
        let articles = loaded.archived.iter().filter_map(|archived| {
            let text = &loaded.files.get(archived.file)?.text;
            Some(Spot { file: archived.file, span: first_run(text, &wanted)? })
        });
        spots = articles.take(PLACES).collect();
    }
    spots.into_iter().map(|spot| Mark { spot, label: String::new() }).collect()
}
