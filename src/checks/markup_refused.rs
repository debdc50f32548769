//! Does the curator's prose hold Markdown that no output takes?

use super::{Check, prose, words};
use crate::dossier::Dossier;
use crate::finding::{Card, Finding, Severity};
use crate::markdown::refused;

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "markup-refused",
        severity: Severity::Error,
        summary: "prose holds raw HTML, an image, a table, a heading or a link that is not http, https or mailto",
        page: include_str!("markup_refused.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Vec<Finding>) {
    for field in prose::fields(dossier.base) {
        let places = words::Places::of(dossier, field.text);
        for (span, message) in refused(&field.text.value) {
            found.push(Finding {
                check: CHECK.card.name,
                severity: CHECK.card.severity,
                message,
                at: words::mark(places.at(span)),
                seen: Vec::new(),
                help: format!(
                    "write `{}` in plain paragraphs, lists, emphasis and links to http, https or mailto",
                    field.name
                ),
            });
        }
    }
}
