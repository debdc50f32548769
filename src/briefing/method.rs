//! How was the briefing made, and what does its check show and not show?

use std::collections::BTreeSet;

use super::Order;
use super::sources::capitalised;
use super::view::{Labelled, Method};
use crate::dossier::Dossier;
use crate::finding::{Coverage, Severity};

const LIMIT: &str = "This shows that the words are in the archived text and that figures and dates agree with them. \
                     It does not show that the article is right.";

pub(super) fn compose(dossier: &Dossier, order: &Order) -> Method {
    let labelled = |label: &str, text: &str| Labelled { label: label.to_owned(), text: text.to_owned() };
    let failing = order.findings.iter().filter(|finding| order.draft && finding.severity == Severity::Error);
    let failing = failing.map(|finding| labelled(finding.check, &finding.message));
    let untold = order.coverage.untold.iter().filter(|((_, weight), _)| *weight == Severity::Error);
    let untold = untold.map(|((check, _), count)| labelled(check, &format!("and {count} more like these")));
    Method {
        badge: format!(
            "{} {}",
            badge(order.coverage, dossier.base.sources.len()),
            differences(dossier, order.coverage)
        ),
        limit: LIMIT.to_owned(),
        tiers: order.coverage.tiers.iter().map(|(tier, count)| labelled(tier, &count.to_string())).collect(),
        accepted: accepted(order),
        failing: failing.chain(untold).collect(),
        digest: order.digest.to_owned(),
    }
}

/// The checks whose findings were accepted, in words and with their codes, each once, with every reason.
fn accepted(order: &Order) -> Vec<Labelled> {
    let mut list: Vec<Labelled> = Vec::new();
    for (check, because) in order.accepted {
        let label = named(check, (order.summary_of)(check));
        match list.iter_mut().find(|known| known.label == label) {
            Some(known) => known.text.extend([" · ", because]),
            None => list.push(Labelled { label, text: because.clone() }),
        }
    }
    list
}

/// `No quotation comes from a source (source-unused)`: the check's summary up to its first comma, and its code.
fn named(check: &str, summary: Option<&str>) -> String {
    let Some(summary) = summary else { return check.to_owned() };
    let end = [", ", ": ", "; "].iter().filter_map(|stop| summary.find(stop)).min().unwrap_or(summary.len());
    let words = summary.get(..end).unwrap_or(summary).replace('`', "");
    format!("{} ({check})", capitalised(&words))
}

/// `165 of 165 quotations found word for word (136 exact, 29 after folding typography) in 5 archived texts.`
fn badge(coverage: &Coverage, articles: usize) -> String {
    let found = coverage.quotations - coverage.failed.min(coverage.quotations);
    let tiers: Vec<String> = coverage.tiers.iter().map(|(tier, count)| format!("{count} {tier}")).collect();
    let tiers = if tiers.is_empty() { String::new() } else { format!(" ({})", tiers.join(", ")) };
    let texts =
        if articles == 1 { "1 archived text".to_owned() } else { format!("{articles} archived texts") };
    let of = coverage.quotations;
    let noun = if of == 1 { "quotation" } else { "quotations" };
    format!("{found} of {of} {noun} found word for word{tiers} in {texts}.")
}

/// `Of the 55 differences, 7 are found by comparing figures and dates; nothing found so is left untold.`
fn differences(dossier: &Dossier, coverage: &Coverage) -> String {
    let computed = dossier.links.iter().flat_map(|link| &link.disagreements);
    let answered: BTreeSet<usize> = computed.filter_map(|one| one.answer).collect();
    in_words(dossier.base.discrepancies.len(), answered.len(), coverage.undisclosed)
}

/// Of so many differences told, how many did the program find, and how many that it found are not told?
fn in_words(all: usize, found: usize, untold: usize) -> String {
    let found = match (all, found) {
        (_, 0) if untold == 0 => return "Comparing figures and dates finds no difference.".to_owned(),
        (_, 0) => "Figures and dates are compared".to_owned(),
        (1, _) => "The one difference is found by comparing figures and dates".to_owned(),
        (_, 1) => format!("Of the {all} differences, 1 is found by comparing figures and dates"),
        _ => format!("Of the {all} differences, {found} are found by comparing figures and dates"),
    };
    match untold {
        0 => format!("{found}; nothing found so is left untold."),
        1 => format!("{found}; 1 found so is left untold."),
        many => format!("{found}; {many} found so are left untold."),
    }
}

#[cfg(test)]
mod tests {
    use super::{in_words, named};

    #[test]
    fn those_found_are_counted_among_those_told() {
        let by = "found by comparing figures and dates";
        assert_eq!(
            in_words(55, 7, 0),
            format!("Of the 55 differences, 7 are {by}; nothing found so is left untold.")
        );
        assert_eq!(
            in_words(3, 1, 2),
            format!("Of the 3 differences, 1 is {by}; 2 found so are left untold.")
        );
        assert_eq!(
            in_words(1, 1, 0),
            format!("The one difference is {by}; nothing found so is left untold.")
        );
        assert_eq!(in_words(0, 0, 1), "Figures and dates are compared; 1 found so is left untold.");
        assert_eq!(in_words(4, 0, 0), "Comparing figures and dates finds no difference.");
    }

    #[test]
    fn a_check_is_named_in_words_and_by_its_code() {
        let summary = "sources differ on a fact, and no `discrepancy` tells the reader";
        assert_eq!(named("undisclosed", Some(summary)), "Sources differ on a fact (undisclosed)");
        assert_eq!(
            named("accept-unused", Some("an `accept` silences no finding")),
            "An accept silences no finding (accept-unused)"
        );
        assert_eq!(named("new", None), "new");
    }
}
