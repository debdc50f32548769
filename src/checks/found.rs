//! What do the checks find, and how much of it is told in full?

use std::collections::{BTreeMap, BTreeSet};

use super::silence::{Used, accepting};
use crate::dossier::Dossier;
use crate::finding::{Finding, Severity};

/// So many findings of one check and weight are told in full; the rest are counted. Nobody mends more at a time, and a
/// fact base of megabytes can hold hundreds of thousands.
const MOST: usize = 1000;

/// The findings of some checks, but for what the curator accepted.
pub(super) struct Found<'d> {
    dossier: &'d Dossier<'d>,
    /// Those that are told.
    pub(super) told: Vec<Finding>,
    /// How many there are of each check and weight.
    counts: BTreeMap<(&'static str, Severity), usize>,
    /// The checks whose findings were accepted, each once with each of its reasons.
    pub(super) reasons: Vec<(&'static str, &'d str)>,
    known: BTreeSet<(&'static str, &'d str)>,
    /// How many findings were accepted.
    pub(super) accepted: usize,
    /// Which `accept` silenced one of them.
    pub(super) used: Used,
}

impl<'d> Found<'d> {
    pub(super) const fn nothing(dossier: &'d Dossier<'d>) -> Self {
        Self {
            dossier,
            told: Vec::new(),
            counts: BTreeMap::new(),
            reasons: Vec::new(),
            known: BTreeSet::new(),
            accepted: 0,
            used: BTreeSet::new(),
        }
    }

    /// Takes in a finding, unless an `accept` silences it.
    pub(super) fn push(&mut self, finding: Finding) {
        if let Some((owner, nth, accept)) = accepting(self.dossier, &finding) {
            self.used.insert((owner, nth));
            self.accepted += 1;
            let reason = (finding.check, accept.because.value.as_str());
            if self.known.insert(reason) {
                self.reasons.push(reason);
            }
            return;
        }
        let count = self.counts.entry((finding.check, finding.severity)).or_default();
        *count += 1;
        if *count <= MOST {
            self.told.push(finding);
        }
    }

    /// How many findings of that check and weight there are so far.
    pub(super) fn count(&self, check: &'static str, severity: Severity) -> usize {
        self.counts.get(&(check, severity)).copied().unwrap_or_default()
    }

    /// Whether a further finding of that check and weight would be told in full.
    pub(super) fn tells(&self, check: &'static str, severity: Severity) -> bool {
        self.count(check, severity) < MOST
    }

    /// Takes in the findings of other checks.
    pub(super) fn join(&mut self, other: Self) {
        self.told.extend(other.told);
        self.reasons.extend(other.reasons.into_iter().filter(|reason| self.known.insert(*reason)));
        self.accepted += other.accepted;
        self.used.extend(other.used);
        for (sort, count) in other.counts {
            *self.counts.entry(sort).or_default() += count;
        }
    }

    /// How many findings of each check and weight are counted and not told.
    pub(super) fn untold(&self) -> BTreeMap<(&'static str, Severity), usize> {
        let left = self.counts.iter().filter(|(_, count)| **count > MOST);
        left.map(|(sort, count)| (*sort, count - MOST)).collect()
    }
}

impl Extend<Finding> for Found<'_> {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }
}
