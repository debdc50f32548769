//! Which bracketed words are cites?

use pulldown_cmark::{BrokenLink, BrokenLinkCallback, CowStr, LinkType};

/// Says which bracketed words are cites; all else that lacks a definition stays words.
pub(super) struct Cites;

impl<'input> BrokenLinkCallback<'input> for Cites {
    fn handle_broken_link(&mut self, link: BrokenLink<'input>) -> Option<(CowStr<'input>, CowStr<'input>)> {
        let cites = link.reference.split_whitespace().any(|word| word.starts_with('@'));
        cites.then(|| ("cite:".into(), link.reference.clone()))
    }
}

/// `@first; @second`: the ids, if there is nothing else.
pub(super) fn cited(reference: &str) -> Option<Vec<String>> {
    let id = |part: &str| {
        let id = part.trim().strip_prefix('@')?;
        let mut bytes = id.bytes();
        let good = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let starts = bytes.next().is_some_and(good);
        let goes_on = bytes.all(|byte| good(byte) || matches!(byte, b'-' | b'_'));
        (starts && goes_on && id.len() <= 64).then(|| id.to_owned())
    };
    reference.split(';').map(id).collect()
}

/// Only [`Cites`] gives a meaning to references that have no definition.
pub(super) const fn is_cite(kind: LinkType) -> bool {
    matches!(kind, LinkType::ShortcutUnknown | LinkType::CollapsedUnknown | LinkType::ReferenceUnknown)
}
