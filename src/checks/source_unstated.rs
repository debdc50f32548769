//! Does the archived text itself state what the facts say of the source?

use super::{Check, Found, words};
use crate::article::{Article, states_date, states_publisher, states_words};
use crate::dossier::Dossier;
use crate::facts::{Dated, Source, Text};
use crate::finding::{Card, Finding, Severity};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "source-unstated",
        severity: Severity::Warning,
        summary: "the archived text does not state a particular that the facts give for it",
        page: include_str!("source_unstated.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for (entry, article) in dossier.base.sources.iter().zip(dossier.articles) {
        for (field, written) in unstated(&entry.value, article) {
            found.push(Finding {
                check: CHECK.card.name,
                severity: CHECK.card.severity,
                message: format!("`{}` does not state this `{field}`", entry.value.file.value),
                at: words::mark(written.at),
                seen: Vec::new(),
                help: format!("if something in the text shows it, write it under `inferred` with `because`; else list `{field}` under `not-stated`"),
            });
        }
    }
}

/// The fields whose value the text does not hold.
fn unstated<'a>(source: &'a Source, article: &Article) -> Vec<(&'static str, &'a Text)> {
    let inferred = |field: &str| source.inferred.iter().any(|entry| entry.id.value.as_str() == field);
    let mut missing = Vec::new();
    let holds = |text: &Text| states_words(article, &text.value);
    let plain = [
        ("title", &source.title),
        ("author", &source.author),
        ("serial-number", &source.serial_number),
        ("url", &source.url),
    ];
    for (field, written) in plain {
        missing.extend(written.iter().filter(|text| !holds(text)).map(|text| (field, text)));
    }
    missing.extend(
        source
            .publisher
            .iter()
            .filter(|name| !states_publisher(article, &name.value))
            .map(|name| ("publisher", name)),
    );
    if let Some(Dated { edtf: Ok(date), written }) = &source.date
        && !states_date(article, date)
    {
        missing.push(("date", written));
    }
    missing.retain(|(field, _)| !inferred(field));
    missing
}
