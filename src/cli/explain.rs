//! `factum explain`: what a check looks for, and why.

use clap::Args;

use super::{UNREADABLE, out};
use crate::checks;
use crate::disk::shown;

/// Which check.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The code of a check, as findings name it; all of them in a line each if not given
    code: Option<String>,
}

pub(super) fn run(options: &Options) -> u8 {
    let Some(code) = &options.code else {
        out::answer(&list());
        return 0;
    };
    let Some(card) = checks::card(code) else {
        let help = match checks::closest(code) {
            Some(name) => format!("did you mean `{name}`? `factum explain` lists them all"),
            None => "`factum explain` lists them all".to_owned(),
        };
        out::trouble(&format!("no check is called `{}`", shown(code)), &help);
        return UNREADABLE;
    };
    out::answer(card.page);
    0
}

fn list() -> String {
    let width = checks::cards().map(|card| card.name.len()).max().unwrap_or_default();
    let line = |card: &crate::finding::Card| {
        format!("{:width$}  {:7}  {}\n", card.name, card.severity.word(), card.summary)
    };
    checks::cards().map(line).collect()
}
