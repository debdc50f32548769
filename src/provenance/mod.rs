//! What does an edition record of its making, so that whoever receives it can prove it?
//!
//! | file | answers |
//! |---|---|
//! | `manifest` | what stands in `manifest.json` |
//! | `seal` | does it say what it said, and what of it does a PDF carry |
//! | `sums` | what stands in `SHA256SUMS` |
//! | `colophon` | which digest does an HTML or Markdown file name |
//! | `attached`, `inflate` | what does a PDF carry |
//! | `record` | what does a manifest, or a PDF's own data, say of articles and quotations |
//! | `agree` | do they say the same |
//! | `standing` | does a quotation still stand in its article |

mod agree;
mod attached;
mod colophon;
mod inflate;
mod manifest;
mod record;
mod seal;
mod standing;
mod sums;

pub use attached::{AttachedTrouble, attached, others};
pub use colophon::colophon;
pub use manifest::{Listed, Making, Manifest, ManifestTrouble, Named, Quoted, digest, outputs_listed};
pub use record::{Cited, Kept, Record};
pub use standing::{Standing, standing};
pub use sums::{SUMS, sums};

/// The name of the manifest in `out/`.
pub const MANIFEST: &str = "manifest.json";

/// The name under which a PDF carries the document's data.
pub const DATA: &str = "briefing.json";

/// The name under which a PDF carries the facts with their evidence.
pub const FACTS: &str = "facts.json";
