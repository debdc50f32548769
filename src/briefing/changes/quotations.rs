//! How is it told that quotations have come, gone or moved?

use std::collections::{BTreeMap, BTreeSet};

use super::MOST;
use super::words::anchor;
use crate::briefing::Briefing;
use crate::briefing::view::Change;
use crate::edition::{self, About, Kind};

/// A line for each fact or difference, with the sources that are quoted; in one line where there are many.
pub(super) fn told(briefing: &Briefing, changes: &[&edition::Change]) -> Vec<Change> {
    let sources: Sources = briefing
        .sources
        .iter()
        .enumerate()
        .map(|(at, source)| (source.id.as_str(), (at, source.short.as_str())))
        .collect();
    let kinds = [
        (Kind::EvidenceWithdrawn, "Quotations withdrawn"),
        (Kind::EvidenceMoved, "Quotations moved"),
        (Kind::EvidenceNew, "New quotations"),
    ];
    let of_kind = |(kind, label): (Kind, &str)| {
        let meant = changes.iter().copied().filter(|change| change.kind == kind);
        shortened(lines(&sources, label, meant), label)
    };
    kinds.into_iter().flat_map(of_kind).collect()
}

/// For each source its place in the list, and its short name.
type Sources<'b> = BTreeMap<&'b str, (usize, &'b str)>;

fn lines<'c>(
    sources: &Sources<'c>,
    label: &str,
    changes: impl Iterator<Item = &'c edition::Change>,
) -> Vec<Change> {
    let mut subjects: Vec<(&edition::Change, BTreeSet<(usize, &str)>)> = Vec::new();
    let mut places: BTreeMap<(About, &str), usize> = BTreeMap::new();
    for change in changes {
        let at = *places.entry((change.about, &change.id)).or_insert(subjects.len());
        // A source that is no longer used has no short name.
        let source = sources.get(change.source.as_str()).copied().unwrap_or((usize::MAX, &change.source));
        match subjects.get_mut(at) {
            Some((_, quoted)) => quoted.extend([source]),
            None => subjects.push((change, BTreeSet::from([source]))),
        }
    }
    let line = |(change, quoted): (&edition::Change, BTreeSet<(usize, &str)>)| Change {
        label: label.to_owned(),
        text: change.text.clone(),
        anchor: anchor(change),
        detail: quoted.into_iter().map(|(_, short)| short).collect::<Vec<_>>().join(", "),
    };
    subjects.into_iter().map(line).collect()
}

fn shortened(lines: Vec<Change>, label: &str) -> Vec<Change> {
    if lines.len() <= MOST {
        return lines;
    }
    let text = format!("for {} facts and differences that were told before", lines.len());
    vec![Change { label: label.to_owned(), text, anchor: String::new(), detail: String::new() }]
}
