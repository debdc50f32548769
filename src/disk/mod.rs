//! What comes in from the disk and goes out to it: no other room touches a file.
//!
//! | file | answers |
//! |---|---|
//! | `path` | is this a path inside the project |
//! | `read` | what does this file hold |
//! | `list`, `glob` | which files lie below a folder |
//! | `publish`, `folder` | how does an edition come out whole |
//! | `obsolete` | which files of the earlier edition does the new one not have |
//! | `write` | how does a single file get into a project |
//! | `compare` | does `out/` hold this edition already |
//! | `staging` | where does a program find its data, and nothing else |
//! | `size_limit` | what if a file may not grow |
//! | `cache` | where does a program lie that was built once |
//! | `memory` | how much memory does this process hold |
//! | `trouble`, `publish_error`, `write_error` | what went wrong on the disk, and what helps |

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this is the one room that may use std::fs"
)]

mod cache;
mod compare;
mod folder;
mod glob;
mod list;
mod memory;
mod obsolete;
mod path;
mod publish;
mod publish_error;
mod read;
mod size_limit;
mod staging;
mod trouble;
mod write;
mod write_error;

pub use cache::{BuildSite, BuildSiteError};
pub use compare::{Difference, same};
pub use glob::Glob;
pub use list::Listing;
pub use memory::memory_held;
pub use obsolete::Listed;
pub use path::{PathError, PathFlaw, ProjectPath, shown};
pub use publish::{Published, publish, publish_in_place};
pub use publish_error::{Edition, PublishError, PublishTrouble, Step};
pub use read::{ARTICLE_LIMIT, FACTS_LIMIT, Project, TextFile, read_named};
pub use size_limit::outlive_size_limit;
pub use staging::Staging;
pub use trouble::{Kind, ReadError, ReadTrouble};
pub use write::{add, replace};
pub use write_error::{WriteError, WriteTrouble};

use sha2::{Digest, Sha256};

/// The SHA-256 of `bytes` in 64 small hex digits, as `sha256sum` prints it.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digest = Sha256::digest(bytes);
    let halves = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.map(|half| char::from(DIGITS[usize::from(half)])).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_fingerprint_is_what_sha256sum_prints() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(super::sha256_hex(b""), empty);
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(super::sha256_hex(b"abc"), abc);
    }
}
