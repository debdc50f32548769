//! What do two texts share: where a quotation stands, what differs, what was clipped.

mod align;
mod beside;
mod change;
mod context;
mod diff;
mod edge;
mod edited;
mod fold;
mod key;
mod letter;
mod located;
mod marks;
mod markup;
mod names;
mod nearest;
mod overlap;
mod quote;
mod searchable;
mod sentence;
mod speech;
mod spelling;
mod twins;
mod typo;
mod vocabulary;
mod words;

pub use change::Change;
pub use diff::{DiffPart, Origin, diff};
pub use located::{Clip, Flag, Located, Pick, Selector, Status, Tier};
pub use names::{Name, holds_name, names_in};
pub use nearest::Nearest;
pub use overlap::{SharedRun, shared_runs};
pub use searchable::Searchable;
pub use sentence::{around as sentence_around, sentences};
pub use speech::attribution;
pub use spelling::propose_spelling;
pub use twins::{NearTwin, near_twins};
