//! Which `accept` silences a finding?

use std::collections::BTreeSet;

use crate::dossier::{Dossier, Owner};
use crate::facts::Accept;
use crate::finding::Finding;

/// What a briefing promises its readers cannot be accepted away.
pub(super) const PROMISES: &[&str] = &[
    "quote-not-found",
    "quote-ambiguous",
    "quote-case",
    "quote-cuts-word",
    "unknown-reference",
    "source-changed",
    "undisclosed",
    "accept-unused",
];

/// Which `accept` of an owner silenced something.
pub(super) type Used = BTreeSet<(Owner, usize)>;

/// The `accept` that speaks for a finding: the nearest one, from the quotation out to its fact.
pub(super) fn accepting<'a>(dossier: &Dossier<'a>, finding: &Finding) -> Option<(Owner, usize, &'a Accept)> {
    if PROMISES.contains(&finding.check) {
        return None;
    }
    let owner = dossier.owners.of(finding.at.spot);
    owner.with_parents(dossier.base).into_iter().find_map(|(owner, accepts)| {
        let nth = accepts.iter().position(|accept| accept.check.value == finding.check)?;
        Some((owner, nth, accepts.get(nth)?))
    })
}
