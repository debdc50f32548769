//! Do sources, or quotations of one, differ on a fact, and no discrepancy says so?

use super::{Check, Found, words};
use crate::dossier::{Disagreement, Dossier, Verdict};
use crate::finding::{Card, Finding, Mark, Severity};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "undisclosed",
        severity: Severity::Error,
        summary: "sources or quotations differ on a fact, and no discrepancy tells the reader",
        page: include_str!("undisclosed.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for (at, link) in dossier.links.iter().enumerate() {
        for disagreement in link.disagreements.iter().filter(|one| one.answer.is_none()) {
            let (one, other) = &disagreement.words;
            let id = &dossier.fact(at).id.value;
            let on = if disagreement.verdict == Verdict::Date { "the date of " } else { "" };
            found.push(Finding {
                check: CHECK.card.name,
                severity: CHECK.card.severity,
                message: format!(
                    "{} differ on {on}`{id}`: `{}` against `{}`",
                    who(dossier, disagreement),
                    words::short(one, 60),
                    words::short(other, 60)
                ),
                at: at_reading(dossier, disagreement),
                seen: seen(dossier, disagreement),
                help: help(id.as_str(), disagreement.verdict),
            });
        }
    }
}

/// What differs: two sources, or two quotations of one article.
fn who(dossier: &Dossier, disagreement: &Disagreement) -> &'static str {
    let article = |at: usize| dossier.quotations.get(at).and_then(|quotation| quotation.source);
    match disagreement.between {
        (Some(one), other) if article(one) == article(other) => "the quotations",
        _ => "sources",
    }
}

/// The second side: the reading that differs from what came before.
fn at_reading(dossier: &Dossier, disagreement: &Disagreement) -> Mark {
    let quotation = dossier.quotations.get(disagreement.between.1);
    let evidence = quotation.map(|quotation| quotation.evidence);
    let at = evidence.map(|one| one.says.as_ref().map_or(one.quote.at, |says| says.at)).unwrap_or_default();
    words::labelled(at, &words::short(&disagreement.words.1, 60))
}

fn seen(dossier: &Dossier, disagreement: &Disagreement) -> Vec<Mark> {
    let (one, other) = disagreement.between;
    let places = [one, Some(other)].into_iter().flatten().filter_map(|at| dossier.quotations.get(at));
    let mut seen: Vec<Mark> =
        places.filter_map(|quotation| dossier.place_of(quotation)).map(words::mark).collect();
    if one.is_none() {
        let fact = dossier.quotations.get(other).map(|quotation| quotation.home);
        if let Some(crate::dossier::Home::Fact(fact)) = fact
            && let Some(value) = &dossier.fact(fact).value.value
        {
            seen.push(words::labelled(value.at, "the fact's value"));
        }
    }
    seen
}

fn help(id: &str, verdict: Verdict) -> String {
    let otherwise = match verdict {
        Verdict::Date => "name the words that date the fact with `says`",
        _ => "give the right reading with `says`",
    };
    format!("add a discrepancy with `fact: {id}` and `class: {}`, or {otherwise}", verdict.class().word())
}
