//! Which templates does a build take: ours, and a project's own in their place?

use std::collections::{BTreeMap, BTreeSet};

use super::offer::nearest;

/// The files of a project's `templates/` that replace ours, and ours.
const EMBEDDED: [(&str, &str); 14] = [
    ("briefing.html.tera", include_str!("../../templates/briefing.html.tera")),
    ("head.html.tera", include_str!("../../templates/head.html.tera")),
    ("factsheet.html.tera", include_str!("../../templates/factsheet.html.tera")),
    ("factsheet.md.tera", include_str!("../../templates/factsheet.md.tera")),
    ("factsheet.typ", include_str!("../../templates/factsheet.typ")),
    ("parts.html.tera", include_str!("../../templates/parts.html.tera")),
    ("differences.html.tera", include_str!("../../templates/differences.html.tera")),
    ("drawings.html.tera", include_str!("../../templates/drawings.html.tera")),
    ("style.css", include_str!("../../templates/style.css")),
    ("coverage.html.tera", include_str!("../../templates/coverage.html.tera")),
    ("briefing.md.tera", include_str!("../../templates/briefing.md.tera")),
    ("parts.md.tera", include_str!("../../templates/parts.md.tera")),
    ("briefing.typ", include_str!("../../templates/briefing.typ")),
    ("parts.typ", include_str!("../../templates/parts.typ")),
];

/// The templates by name: ours, replaced file by file by the project's.
#[derive(Debug, Clone)]
pub struct Templates {
    texts: BTreeMap<String, String>,
    own: BTreeSet<String>,
}

impl Templates {
    /// Ours, with those of `own` (name and text) in their place or beside them.
    #[must_use]
    pub fn with(own: &BTreeMap<String, String>) -> Self {
        let ours = EMBEDDED.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        let theirs = own.iter().map(|(name, text)| (name.clone(), text.clone()));
        Self { texts: ours.chain(theirs).collect(), own: own.keys().cloned().collect() }
    }

    /// Ours alone.
    #[must_use]
    pub fn embedded() -> Self {
        Self::with(&BTreeMap::new())
    }

    /// Names and texts in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The template of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    /// Whether the project has a template of that name.
    #[must_use]
    pub fn is_own(&self, name: &str) -> bool {
        self.own.contains(name)
    }

    /// The project's templates that no output can come by: they have no name of ours, and none of the others names
    /// them.
    #[must_use]
    pub fn idle(&self) -> Vec<&str> {
        let named = |name: &str| {
            let marks = ['"', '\'', '`'];
            let quoted = |text: &str| marks.iter().any(|mark| text.contains(&format!("{mark}{name}{mark}")));
            self.iter().any(|(other, text)| other != name && quoted(text))
        };
        let ours = |name: &str| EMBEDDED.iter().any(|(known, _)| *known == name);
        // A component counts wherever its file lies.
        let furnishes = |name: &str| {
            name.ends_with(".tera") && self.get(name).is_some_and(|text| text.contains("component"))
        };
        let idle = |name: &&str| !ours(name) && !named(name) && !furnishes(name);
        self.own.iter().map(String::as_str).filter(idle).collect()
    }
}

/// The name of ours that was most likely meant by `name`.
#[must_use]
pub fn nearest_template(name: &str) -> Option<&'static str> {
    let names = EMBEDDED.map(|(name, _)| name);
    nearest(name, &names)
}

/// The text of ours that goes by that name.
pub(super) fn built_in(name: &str) -> Option<&'static str> {
    EMBEDDED.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}
