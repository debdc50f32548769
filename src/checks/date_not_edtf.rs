//! Is every date of the facts an EDTF date?

use super::{Check, Found, words};
use crate::date::Edtf;
use crate::dossier::Dossier;
use crate::facts::{Dated, Text};
use crate::finding::{Card, Finding, Severity};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "date-not-edtf",
        severity: Severity::Error,
        summary: "a date of the facts is not written in EDTF",
        page: include_str!("date_not_edtf.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    let mut ask = |dated: &Dated| {
        let Err((message, help)) = &dated.edtf else { return };
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: message.clone(),
            at: words::mark(dated.written.at),
            seen: Vec::new(),
            help: help.clone(),
        });
    };
    dossier.base.dates().for_each(&mut ask);
    for entry in &dossier.base.sources {
        let inferred = entry.value.inferred.iter().filter(|field| field.id.value.as_str() == "date");
        inferred.for_each(|field| ask(&dated(&field.value.value)));
    }
}

fn dated(written: &Text) -> Dated {
    let edtf = Edtf::parse_fact(&written.value).map_err(|error| (error.message, error.help));
    Dated { written: written.clone(), edtf }
}
