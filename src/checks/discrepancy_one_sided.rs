//! Does a discrepancy name the sides that differ?

use super::{Check, Found, words};
use crate::dossier::Dossier;
use crate::finding::{Card, Finding, Severity};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "discrepancy-one-sided",
        severity: Severity::Error,
        summary: "a discrepancy has neither a `fact` nor two `sides`",
        page: include_str!("discrepancy_one_sided.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for entry in &dossier.base.discrepancies {
        let value = &entry.value;
        let (message, help) = if value.fact.is_none() && value.sides.len() < 2 {
            (
                "a discrepancy needs a `fact` whose readings differ, or two `sides`",
                "give two quotations that differ",
            )
        } else if value.fact.is_none() && value.title.is_none() {
            (
                "a discrepancy without a `fact` needs a `title`: the question on which the sources differ",
                "write the question, such as `title: Whom did Tajikistan ask?`",
            )
        } else {
            continue;
        };
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: message.to_owned(),
            at: words::mark(entry.id.at),
            seen: Vec::new(),
            help: help.to_owned(),
        });
    }
}
