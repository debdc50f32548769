//! How was the briefing made, and what does its check show and not show?

use super::Order;
use super::view::{Labelled, Method};
use crate::finding::{Coverage, Severity};

const LIMIT: &str = "This shows that the words are in the archived text and that figures and dates agree with them. \
                     It does not show that the article is right.";

pub(super) fn compose(order: &Order, articles: usize) -> Method {
    let labelled = |label: &str, text: &str| Labelled { label: label.to_owned(), text: text.to_owned() };
    let failing = order.findings.iter().filter(|finding| order.draft && finding.severity == Severity::Error);
    let failing = failing.map(|finding| labelled(finding.check, &finding.message));
    let untold = order.coverage.untold.iter().filter(|((_, weight), _)| *weight == Severity::Error);
    let untold = untold.map(|((check, _), count)| labelled(check, &format!("and {count} more like these")));
    Method {
        badge: badge(order.coverage, articles),
        limit: LIMIT.to_owned(),
        tiers: order.coverage.tiers.iter().map(|(tier, count)| labelled(tier, &count.to_string())).collect(),
        accepted: accepted(order),
        failing: failing.chain(untold).collect(),
        digest: order.digest.to_owned(),
    }
}

/// The checks whose findings were accepted, each once, with every reason.
fn accepted(order: &Order) -> Vec<Labelled> {
    let mut list: Vec<Labelled> = Vec::new();
    for (check, because) in order.accepted {
        match list.iter_mut().find(|known| known.label == *check) {
            Some(known) => known.text.extend([" · ", because]),
            None => list.push(Labelled { label: check.clone(), text: because.clone() }),
        }
    }
    list
}

/// `165 of 165 quotations found word for word (136 exact, 29 after folding typography) in 5 archived texts · …`
fn badge(coverage: &Coverage, articles: usize) -> String {
    let found = coverage.quotations - coverage.failed.min(coverage.quotations);
    let tiers: Vec<String> = coverage.tiers.iter().map(|(tier, count)| format!("{count} {tier}")).collect();
    let tiers = if tiers.is_empty() { String::new() } else { format!(" ({})", tiers.join(", ")) };
    let texts =
        if articles == 1 { "1 archived text".to_owned() } else { format!("{articles} archived texts") };
    let disagreements = match (coverage.disclosed, coverage.undisclosed) {
        (0, 0) => "no computed disagreement".to_owned(),
        (1, open) => format!("1 computed disagreement disclosed, {open} undisclosed"),
        (told, open) => format!("{told} computed disagreements disclosed, {open} undisclosed"),
    };
    let of = coverage.quotations;
    let noun = if of == 1 { "quotation" } else { "quotations" };
    format!("{found} of {of} {noun} found word for word{tiers} in {texts} · {disagreements}.")
}
