//! What has changed since the last edition?

mod group;
mod quotations;
mod words;

use std::collections::BTreeMap;

use self::group::{GROUPS, Group, group_of};
use self::words::{anchor, detail, label, line, numbered};
use super::Briefing;
use super::record::record;
use super::view::{Change, ChangeGroup, Changes};
use crate::edition::{self, About, Edition, Kind};

/// A group with more lines than this is told in numbers: its lines stand elsewhere in the briefing.
const MOST: usize = 12;

/// The section: what `briefing` says otherwise than the edition before it.
pub(super) fn compose(earlier: &Edition, briefing: &Briefing) -> Changes {
    let found = edition::compare(earlier, &record(briefing));
    let of_group = |group: Group| -> Vec<&edition::Change> {
        found.iter().filter(|change| group_of(change) == Some(group)).collect()
    };
    let groups = GROUPS.into_iter().map(|group| (group, of_group(group)));
    Changes {
        since: earlier.number.clone(),
        as_of: earlier.as_of.clone(),
        line: line(&found),
        groups: groups
            .filter(|(_, changes)| !changes.is_empty())
            .map(|(group, changes)| told(briefing, group, &changes))
            .collect(),
    }
}

fn told(briefing: &Briefing, group: Group, changes: &[&edition::Change]) -> ChangeGroup {
    let told = match group {
        Group::Facts if changes.len() > MOST => in_sections(briefing, changes),
        Group::Differences if changes.len() > MOST => {
            in_numbers(changes, (Kind::DifferenceNew, "new difference", "see Where sources differ"))
        }
        Group::Unknowns => in_numbers(changes, (Kind::UnknownNew, "new question", "see What we do not know")),
        Group::Evidence => quotations::told(briefing, changes),
        Group::Sources => named(briefing, together(changes)),
        _ => together(changes),
    };
    ChangeGroup { title: group.title().to_owned(), changes: told }
}

/// A line for each thing that has changed, with all that has changed in it.
fn together(changes: &[&edition::Change]) -> Vec<Change> {
    let mut told: Vec<Change> = Vec::new();
    let mut places: BTreeMap<(About, &str, &str), usize> = BTreeMap::new();
    for change in changes {
        let subject = (change.about, change.id.as_str(), change.text.as_str());
        let at = *places.entry(subject).or_insert(told.len());
        match told.get_mut(at) {
            Some(line) if line.detail.is_empty() => line.detail = detail(change),
            Some(line) => line.detail = format!("{} {}", line.detail, detail(change)).trim_end().to_owned(),
            None => told.push(one(change)),
        }
    }
    told
}

fn one(change: &edition::Change) -> Change {
    Change {
        label: label(change).to_owned(),
        text: change.text.clone(),
        anchor: anchor(change),
        detail: detail(change),
    }
}

/// New facts by the section that prints them; judgements one by one.
fn in_sections(briefing: &Briefing, changes: &[&edition::Change]) -> Vec<Change> {
    let (facts, others): (Vec<&edition::Change>, Vec<&edition::Change>) =
        changes.iter().partition(|change| change.about == About::Fact);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let section_of = sections(briefing);
    for section in facts.iter().filter_map(|change| section_of.get(change.id.as_str())) {
        *counts.entry(section).or_default() += 1;
    }
    let sections = briefing.sections.iter().filter_map(|section| {
        let count = counts.get(section.id.as_str())?;
        Some(Change {
            label: numbered(*count, "new fact"),
            text: section.title.clone(),
            anchor: format!("section-{}", section.id),
            detail: String::new(),
        })
    });
    together(&others).into_iter().chain(sections).collect()
}

/// The id of the section in which a fact stands.
fn sections(briefing: &Briefing) -> BTreeMap<&str, &str> {
    let facts = briefing
        .sections
        .iter()
        .flat_map(|section| section.facts.iter().map(move |fact| (fact.id.as_str(), section.id.as_str())));
    facts.collect()
}

/// What is new in one line, for it stands elsewhere; the rest one by one.
fn in_numbers(changes: &[&edition::Change], (kind, noun, place): (Kind, &str, &str)) -> Vec<Change> {
    let (new, others): (Vec<&edition::Change>, Vec<&edition::Change>) =
        changes.iter().partition(|change| change.kind == kind);
    let mut told = together(&others);
    if !new.is_empty() {
        let (label, text) = (numbered(new.len(), noun), place.to_owned());
        told.push(Change { label, text, anchor: String::new(), detail: String::new() });
    }
    told
}

/// Sources with their short names.
fn named(briefing: &Briefing, changes: Vec<Change>) -> Vec<Change> {
    let shorts: BTreeMap<String, &str> = briefing
        .sources
        .iter()
        .map(|source| (format!("source-{}", source.id), source.short.as_str()))
        .collect();
    let named = |change: Change| match shorts.get(&change.anchor) {
        Some(short) => Change { text: format!("{short}, {}", change.text), ..change },
        None => change,
    };
    changes.into_iter().map(named).collect()
}
