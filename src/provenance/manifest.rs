//! What stands in `manifest.json`?

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::disk::{sha256_hex, shown};

/// The version of the manifest's shape; it grows when a field comes, goes or changes its meaning.
const SCHEMA: u32 = 2;

/// What an edition was made from, what it consists of, and where its quotations stand. Keys are sorted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Manifest {
    /// The archived articles, in the order of the facts.
    pub articles: Vec<Listed>,
    /// The data that the PDF carries, but for the manifest in it; none if there is no PDF.
    pub carried: Vec<Named>,
    /// The digest of facts and articles; its first 16 digits stand in the colophon.
    pub digest: String,
    /// Whether checks failed.
    pub draft: bool,
    /// The released edition that this one was compared with.
    pub earlier_edition: Option<Listed>,
    /// The files of facts, in the order in which they were read.
    pub facts: Vec<Listed>,
    /// The project's fonts.
    pub fonts: Vec<Named>,
    /// What was asked for on the command line, as far as it shows in the outputs.
    pub options: Making,
    /// The files that came out; the manifest that a PDF carries has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outputs: Vec<Named>,
    /// Where the quotations stand.
    pub quotations: Vec<Quoted>,
    /// The version of this shape.
    pub schema_version: u32,
    /// SHA-256 of this file with nothing between these quotation marks.
    pub seal: String,
    /// The project's own templates.
    pub templates: Vec<Named>,
    /// The program and its version: `factum 0.1.0`.
    pub tool: String,
    /// The version of the Typst that set the PDF.
    pub typst: Option<String>,
}

/// A file of the project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Listed {
    /// How many bytes it has.
    pub bytes: usize,
    /// The source's id; facts have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its path, relative to the project.
    pub path: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

/// An output, a template or a font.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Named {
    /// How many bytes it has.
    pub bytes: usize,
    /// Its name in its folder.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Making {
    /// How much of the articles stands in the annex.
    pub annex: String,
    /// The formats, sorted; the manifest that a PDF carries has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub format: Vec<String>,
    /// The document, if it is not the whole briefing: `factsheet`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
}

/// Where a quotation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Quoted {
    /// The byte after its last in the article.
    pub end: usize,
    /// The number of its footnote.
    pub note: usize,
    /// The words as the briefing prints them.
    pub quote: String,
    /// SHA-256 of the article's bytes from `start` to `end`.
    pub sha256: String,
    /// The source's id.
    pub source: String,
    /// Its first byte in the article.
    pub start: usize,
    /// How exactly the words were found there.
    pub tier: String,
}

/// Why a text is no manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ManifestTrouble {
    /// It is not JSON, or not of this shape; what the reader says.
    Shape(String),
    /// It is of another version.
    Version(u64),
}

impl Manifest {
    /// The version of this shape.
    pub const SCHEMA: u32 = SCHEMA;

    /// Reads a manifest.
    ///
    /// # Errors
    /// When anything in it is not understood.
    pub fn parse(bytes: &[u8]) -> Result<Self, ManifestTrouble> {
        let shape = |error: serde_json::Error| ManifestTrouble::Shape(told(&error));
        let version: Version = serde_json::from_slice(bytes).map_err(shape)?;
        if version.schema_version != u64::from(SCHEMA) {
            return Err(ManifestTrouble::Version(version.schema_version));
        }
        serde_json::from_slice(bytes).map_err(shape)
    }

    /// The file: keys sorted, no clock, no machine.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text =
            serde_json::to_string_pretty(self).expect("a manifest holds nothing but text and numbers");
        text.push('\n');
        text
    }

    /// The digest of the facts and articles that it lists.
    #[must_use]
    pub fn digest_of_lists(&self) -> String {
        digest(self.facts.iter().chain(&self.articles).map(|file| (file.path.as_str(), file.sha256.as_str())))
    }
}

/// The outputs that a manifest of any version lists: names and SHA-256; none if it is no manifest.
#[must_use]
pub fn outputs_listed(manifest: &[u8]) -> Vec<(String, String)> {
    let outputs = serde_json::from_slice::<Outputs>(manifest).map(|manifest| manifest.outputs);
    outputs.unwrap_or_default().into_iter().map(|output| (output.name, output.sha256)).collect()
}

/// What the reader of JSON says, with the words of the file cut short.
pub(super) fn told(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let (what, place) = words.rsplit_once(" at line ").unwrap_or((&words, ""));
    if place.is_empty() { shown(what) } else { format!("{} at line {place}", shown(what)) }
}

/// One digest for files given as paths and digests: that of the list that `sha256sum` prints of them.
#[must_use]
pub fn digest<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let lines: String = files.map(|(path, sha256)| format!("{sha256}  {path}\n")).collect();
    sha256_hex(lines.as_bytes())
}

/// The fields of every version that say what came out.
#[derive(Deserialize)]
struct Outputs {
    outputs: Vec<Output>,
}

#[derive(Deserialize)]
struct Output {
    name: String,
    sha256: String,
}

/// The one field that every version has.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Version {
    schema_version: u64,
}

impl fmt::Display for ManifestTrouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape(words) => write!(out, "this is no manifest: {words}"),
            Self::Version(version) => {
                write!(
                    out,
                    "this manifest has schema version {version}, and this factum reads version {SCHEMA}"
                )
            }
        }
    }
}

impl std::error::Error for ManifestTrouble {}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A small manifest.
    pub(in crate::provenance) fn manifest() -> Manifest {
        let listed =
            |path: &str| Listed { bytes: 3, id: None, path: path.to_owned(), sha256: sha256_hex(b"abc") };
        Manifest {
            articles: vec![Listed { id: Some("gazette".to_owned()), ..listed("seeds/a.txt") }],
            carried: Vec::new(),
            digest: String::new(),
            draft: false,
            earlier_edition: Some(listed("editions/1.json")),
            facts: vec![listed("facts.yaml")],
            fonts: Vec::new(),
            options: Making { annex: "cited".to_owned(), format: vec!["md".to_owned()], template: None },
            outputs: vec![Named { bytes: 3, name: "briefing.md".to_owned(), sha256: sha256_hex(b"abc") }],
            quotations: Vec::new(),
            schema_version: SCHEMA,
            seal: String::new(),
            templates: Vec::new(),
            tool: "factum 0.1.0".to_owned(),
            typst: None,
        }
        .sealed()
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        let manifest = manifest();
        assert_eq!(Manifest::parse(manifest.text().as_bytes()), Ok(manifest));
    }

    #[test]
    fn keys_are_sorted() {
        let text = manifest().text();
        let top: Vec<&str> = text.lines().filter(|line| line.starts_with("  \"")).collect();
        assert!(top.is_sorted(), "{top:?}");
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        let text = manifest().text();
        for (from, to) in
            [("\"draft\": false", "\"draft\": 0"), ("\"draft\"", "\"daft\""), ("{\n", "{\n\"more\": 1,")]
        {
            let trouble = Manifest::parse(text.replacen(from, to, 1).as_bytes()).unwrap_err();
            assert!(matches!(trouble, ManifestTrouble::Shape(_)), "{trouble}");
        }
        let later = text.replace("\"schema-version\": 2", "\"schema-version\": 3");
        assert_eq!(Manifest::parse(later.as_bytes()), Err(ManifestTrouble::Version(3)));
    }

    #[test]
    fn the_digest_is_that_of_the_list_of_sums() {
        let list = format!("{0}  facts.yaml\n{0}  seeds/a.txt\n", sha256_hex(b"abc"));
        assert_eq!(manifest().digest_of_lists(), sha256_hex(list.as_bytes()));
    }
}
