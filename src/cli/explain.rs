//! `factum explain`: what a check looks for, and why; what any other code of an error means.

use clap::Args;

use super::{UNREADABLE, out};
use crate::checks;
use crate::disk::shown;
use crate::facts;
use crate::finding::Severity;

/// The errors that are neither a check's nor [`facts::CODES`], each with what it says.
const FURTHER: [(&str, &str); 6] = [
    (
        "article-unreadable",
        "the archived text of a source cannot be read: no such file, a link, not UTF-8, too large, or a path outside \
         the project",
    ),
    (
        "edition-unreadable",
        "the edition that was released before, in `editions/`, cannot be read or is not one",
    ),
    (
        "facts-unreadable",
        "`facts.yaml` or a file that it includes cannot be read: no such file, a link, not UTF-8",
    ),
    ("include-unreadable", "a glob under `include` means no file, or not only files of the project"),
    (
        "letters-without-font",
        "no font at hand has these letters: the PDF would print boxes for them (a warning where only a monospaced one has them)",
    ),
    (
        "template-refused",
        "a template of the project's own cannot be used: it breaks off, or names what is not there",
    ),
];

/// Which code.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The code of a check or of another error, as findings name it; all of them in a line each if not given
    code: Option<String>,
}

pub(super) fn run(options: &Options) -> u8 {
    let Some(code) = &options.code else {
        out::answer(&list());
        return 0;
    };
    let page = match checks::card(code) {
        Some(card) => Some(card.page.to_owned()),
        None => others().find(|(other, _)| other == code).map(|(code, means)| short_page(code, means)),
    };
    let Some(page) = page else {
        let help = match checks::closest(code) {
            Some(name) => format!("did you mean `{name}`? `factum explain` lists them all"),
            None => "`factum explain` lists them all".to_owned(),
        };
        out::trouble(&format!("no check and no error is called `{code}`"), &help);
        out::trouble(&format!("no check is called `{}`", shown(code)), &help);
        return UNREADABLE;
    };
    out::answer(&page);
    0
}

/// The codes of errors that are no check's, with what they say.
fn others() -> impl Iterator<Item = (&'static str, &'static str)> {
    facts::CODES.iter().copied().chain(FURTHER)
}

fn short_page(code: &str, means: &str) -> String {
    let mut letters = means.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    let sentence: String = first.chain(letters).collect();
    format!(
        "# {code}\n\n*error.* {sentence}.\n\nIt is no check and cannot be accepted: its message says what to write.\n"
    )
}

fn list() -> String {
    let checks = checks::cards().map(|card| (card.name, card.severity, card.summary));
    let all: Vec<(&str, Severity, &str)> =
        checks.chain(others().map(|(code, means)| (code, Severity::Error, means))).collect();
    let width = all.iter().map(|(code, ..)| code.len()).max().unwrap_or_default();
    let line = |(code, severity, means): &(&str, Severity, &str)| {
        format!("{code:width$}  {:7}  {means}\n", severity.word())
    };
    all.iter().map(line).collect()
}
