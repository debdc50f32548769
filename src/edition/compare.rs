//! What has changed between two editions?

use std::collections::BTreeMap;

use super::change::{About, Change, Kind};
use super::changes::Changes;
use super::facts;
use super::pair::{Pairs, pair};
use super::record::{Edition, PastDifference, PastJudgement, PastSource};

/// Every change from `old` to `new`: by sort, and within a sort in the order of the newer edition.
#[must_use]
pub fn compare(old: &Edition, new: &Edition) -> Vec<Change> {
    let sources = pair(&old.sources, &new.sources, &[&|one| one.id.clone(), &|one| one.sha256.clone()]);
    let old = under_new_names(old, &sources);
    let mut changes = Changes::between(&old, new);
    head(&old, new, &mut changes);
    judgements(&old.judgements, &new.judgements, &mut changes);
    facts::compare(&old, new, &mut changes);
    differences(&old, new, &mut changes);
    unknowns(&old.unknowns, &new.unknowns, &mut changes);
    source_list(&sources, &mut changes);
    changes.sorted()
}

/// The older edition with the newer names of its sources.
fn under_new_names(old: &Edition, sources: &Pairs<PastSource>) -> Edition {
    let names: BTreeMap<&str, &str> =
        sources.both.iter().map(|(before, after)| (before.id.as_str(), after.id.as_str())).collect();
    let mut renamed = old.clone();
    let of_facts = renamed.facts.iter_mut().flat_map(|fact| fact.quotations.iter_mut());
    let of_differences = renamed.differences.iter_mut().flat_map(|one| one.quotations.iter_mut());
    for id in of_facts
        .chain(of_differences)
        .map(|one| &mut one.source)
        .chain(renamed.sources.iter_mut().map(|one| &mut one.id))
    {
        if let Some(name) = names.get(id.as_str()) {
            (*name).clone_into(id);
        }
    }
    renamed
}

fn head(old: &Edition, new: &Edition, changes: &mut Changes) {
    changes.compare(Kind::Heading, (About::Briefing, "", "title"), &old.title, &new.title);
    changes.compare(Kind::Heading, (About::Briefing, "", "question"), &old.question, &new.question);
    let summary = pair(&old.summary, &new.summary, &[&Clone::clone]);
    for passage in summary.gone {
        changes.push(Kind::Summary, (About::Briefing, "", "bottom line"), passage, "");
    }
    for passage in summary.new {
        changes.push(Kind::Summary, (About::Briefing, "", "bottom line"), "", passage);
    }
}

fn judgements(old: &[PastJudgement], new: &[PastJudgement], changes: &mut Changes) {
    let pairs =
        pair(old, new, &[&|one| one.text.clone(), &|one| one.because.first().cloned().unwrap_or_default()]);
    for judgement in pairs.new {
        changes.push(Kind::JudgementNew, (About::Judgement, "", &judgement.text), "", &terms(judgement));
    }
    for judgement in pairs.gone {
        changes.push(
            Kind::JudgementWithdrawn,
            (About::Judgement, "", &judgement.text),
            &terms(judgement),
            "",
        );
    }
    for (before, after) in pairs.both {
        let subject = (About::Judgement, "", after.text.as_str());
        changes.compare(Kind::JudgementReworded, subject, &before.text, &after.text);
        changes.compare(Kind::JudgementTerms, subject, &terms(before), &terms(after));
        changes.compare(Kind::JudgementBasis, subject, &before.because.join(", "), &after.because.join(", "));
    }
}

/// `likely, confidence moderate`
fn terms(judgement: &PastJudgement) -> String {
    let PastJudgement { likelihood, confidence, .. } = judgement;
    match (likelihood.as_str(), confidence.as_str()) {
        (_, "") => likelihood.clone(),
        ("", _) => format!("confidence {confidence}"),
        _ => format!("{likelihood}, confidence {confidence}"),
    }
}

fn differences(old: &Edition, new: &Edition, changes: &mut Changes) {
    let pairs = pair(&old.differences, &new.differences, &[&|one| one.id.clone(), &|one| one.title.clone()]);
    for one in pairs.new {
        changes.push(Kind::DifferenceNew, (About::Difference, &one.id, &one.title), "", &reading(one));
    }
    for one in pairs.gone {
        changes.push(Kind::DifferenceWithdrawn, (About::Difference, &one.id, &one.title), &reading(one), "");
    }
    for (before, after) in pairs.both {
        let subject = (About::Difference, after.id.as_str(), after.title.as_str());
        let kind = match (before.explained, after.explained) {
            (false, true) => Kind::Resolved,
            (true, false) => Kind::Reopened,
            _ => Kind::Reading,
        };
        changes.compare(kind, subject, &reading(before), &reading(after));
        changes.compare(Kind::Renamed, subject, &before.id, &after.id);
        changes.quotations(subject, &before.quotations, &after.quotations);
    }
}

/// `Rounding, low, explained: 1,400 km is rounded. We write: 1,357 km.`
fn reading(one: &PastDifference) -> String {
    let status = if one.explained { "explained" } else { "unresolved" };
    let mut words = format!("{}, {}, {status}", one.class, one.severity);
    for (lead, text) in [(": ", &one.reading), (" We write: ", &one.we_write)] {
        if !text.is_empty() {
            words.push_str(lead);
            words.push_str(text);
        }
    }
    words
}

fn unknowns(old: &[String], new: &[String], changes: &mut Changes) {
    let pairs = pair(old, new, &[&Clone::clone]);
    for text in pairs.new {
        changes.push(Kind::UnknownNew, (About::Unknown, "", text), "", "");
    }
    for text in pairs.gone {
        changes.push(Kind::UnknownGone, (About::Unknown, "", text), "", "");
    }
}

fn source_list(pairs: &Pairs<PastSource>, changes: &mut Changes) {
    for one in &pairs.new {
        changes.push(Kind::SourceNew, (About::Source, &one.id, &one.title), "", "");
    }
    for one in &pairs.gone {
        changes.push(Kind::SourceWithdrawn, (About::Source, &one.id, &one.title), "", "");
    }
    for (before, after) in &pairs.both {
        let subject = (About::Source, after.id.as_str(), after.title.as_str());
        changes.compare(Kind::SourceText, subject, &before.sha256, &after.sha256);
        changes.compare(Kind::Renamed, subject, &before.id, &after.id);
    }
}
