//! Which files of the earlier edition does the new one not have?

use super::folder::{Folder, is_output_name};
use super::sha256_hex;
use super::trouble::Kind;

/// Reads out of the earlier edition's last file which files belong to it: their names and SHA-256.
pub type Listed<'l> = dyn Fn(&[u8]) -> Vec<(String, String)> + 'l;

/// A file that is larger is no output of ours.
const LARGEST: u64 = 256 << 20;

/// The files that go, and those that were changed since they were listed and stay: a file goes only if its bytes are
/// the ones that were listed, so never one that somebody else put there.
pub(super) fn obsolete(
    folder: &impl Folder,
    files: &[(&str, &[u8])],
    last: &str,
    listed: &Listed<'_>,
) -> (Vec<String>, Vec<String>) {
    let Some(earlier) = folder.bytes(last, LARGEST) else { return (Vec::new(), Vec::new()) };
    let mut listed = listed(&earlier);
    listed.retain(|(name, _)| name != last && !files.iter().any(|(new, _)| new == name));
    listed.retain(|(name, _)| is_output_name(name) && matches!(folder.kind(name), Ok(Some(Kind::File))));
    listed.sort_unstable();
    listed.dedup_by(|one, other| one.0 == other.0);
    let same = |(name, sha256): &(String, String)| {
        folder.bytes(name, LARGEST).is_some_and(|bytes| sha256_hex(&bytes) == *sha256)
    };
    let (gone, changed): (Vec<_>, Vec<_>) = listed.into_iter().partition(same);
    let names = |list: Vec<(String, String)>| list.into_iter().map(|(name, _)| name).collect();
    (names(gone), names(changed))
}
