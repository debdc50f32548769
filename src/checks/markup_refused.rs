//! Does the curator's prose hold Markdown that no output takes?

use super::{Check, Found, words};
use crate::dossier::Dossier;
use crate::finding::{Card, Finding, Severity};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "markup-refused",
        severity: Severity::Error,
        summary: "prose holds raw HTML, an image, a table, a heading or a link that is not http, https or mailto",
        page: include_str!("markup_refused.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for (field, sketch) in dossier.prose() {
        let places = words::Places::of(dossier, field.text);
        for (span, message) in &sketch.refused {
            found.push(Finding {
                check: CHECK.card.name,
                severity: CHECK.card.severity,
                message: (*message).to_owned(),
                at: words::mark(places.at(*span)),
                seen: Vec::new(),
                help: format!(
                    "write `{}` in plain paragraphs, lists, emphasis and links to http, https or mailto",
                    field.name
                ),
            });
        }
    }
}
