//! Is a fact graded as confirmed without two independent origins?

use super::{Check, Found, words};
use crate::dossier::Dossier;
use crate::finding::{Card, Finding, Severity};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "credibility-unconfirmed",
        severity: Severity::Warning,
        summary: "a fact of credibility 1 does not rest on two independent origins",
        page: include_str!("credibility_unconfirmed.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for (entry, link) in dossier.base.facts.iter().zip(&dossier.links) {
        let Some(grade) = entry.value.credibility.as_ref().filter(|grade| grade.value == "1") else {
            continue;
        };
        if link.origins.independent() >= 2 {
            continue;
        }
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: format!("`{}` has credibility 1 (confirmed) and rests on one origin", entry.id.value),
            at: words::mark(grade.at),
            seen: Vec::new(),
            help: "grade it 2 or lower, or add evidence of another origin".to_owned(),
        });
    }
}
