//! What of the briefing do programs read: `briefing.json`.

use crate::briefing::Briefing;

/// Everything that the templates see, in the order of the view, with a line end at the end.
#[must_use]
pub fn briefing_json(briefing: &Briefing) -> String {
    let mut text = serde_json::to_string_pretty(briefing)
        .expect("the view holds no map with keys that are not text, and writing to memory does not fail");
    text.push('\n');
    text
}
