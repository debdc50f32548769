//! How is the briefing set as a PDF: a static Typst source that reads the briefing as JSON.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::time::Duration;

use super::direction::{directed, is_right_to_left};
use super::{TemplateTrouble, Templates};
use crate::briefing::{Briefing, Document};
use crate::disk::{ProjectPath, Staging};
use crate::typst::{Found, Job, PDF_STANDARD, TypstTrouble, compile, eval};

/// What the PDF needs besides the briefing.
#[derive(Debug, Clone, Copy)]
pub struct PdfOptions<'a> {
    /// The project's own fonts: file names and bytes.
    pub fonts: &'a BTreeMap<String, Vec<u8>>,
    /// How long Typst may take.
    pub timeout: Duration,
}

/// Why there is no PDF.
#[derive(Debug)]
pub enum PdfTrouble {
    /// A template is at fault.
    Template(TemplateTrouble),
    /// Typst is.
    Typst(TypstTrouble),
    /// The system's temporary folder cannot be used.
    Staging(io::Error),
}

impl PdfTrouble {
    /// What happened, in one line.
    #[must_use]
    pub fn what(&self) -> String {
        match self {
            Self::Template(trouble) => trouble.to_string(),
            Self::Typst(trouble) => trouble.what(),
            Self::Staging(error) => format!("the temporary folder cannot be written: {error}"),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::Template(trouble) => trouble.help.clone(),
            Self::Typst(trouble) => trouble.help().to_owned(),
            Self::Staging(_) => "make room there, or name another folder in TMPDIR".to_owned(),
        }
    }
}

impl PdfTrouble {
    /// The letters that no font has, sorted, if nothing else is wrong.
    #[must_use]
    pub fn letters(&self) -> Vec<char> {
        match self {
            Self::Typst(trouble) => trouble.letters(),
            Self::Template(_) | Self::Staging(_) => Vec::new(),
        }
    }
}

impl fmt::Display for PdfTrouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}; {}", self.what(), self.help())
    }
}

impl std::error::Error for PdfTrouble {}

/// The name under which the Typst source reads the briefing.
const DATA: &str = "briefing.json";

/// The same with marks around words that run against the page.
const DIRECTED: &str = "directed.json";

/// The folder of the project's own fonts, where Typst looks for them.
const FONTS: &str = "fonts";

/// `briefing.pdf`: PDF/A-3a and PDF/UA-1, the same bytes for the same briefing, fonts and Typst.
///
/// # Errors
/// If Typst gives no PDF that can be trusted.
pub fn pdf(
    briefing: &Briefing,
    templates: &Templates,
    found: &Found,
    options: &PdfOptions<'_>,
) -> Result<Vec<u8>, PdfTrouble> {
    let staging = stage(briefing, options.fonts).map_err(PdfTrouble::Staging)?;
    let template = Template { text: typst_source(templates, briefing.document), briefing };
    let mut breaks = Vec::new();
    let mut source = template.with(&breaks);
    let frame = Job {
        root: staging.path(),
        source: "",
        fonts: (!options.fonts.is_empty()).then_some(FONTS),
        timestamp: midnight(&briefing.as_of.last),
        timeout: options.timeout,
        pdf_standard: PDF_STANDARD,
    };
    for _ in 0..ROUNDS {
        let astray = astray(found, &Job { source: &source, ..frame })?;
        let Some(first) = astray.into_iter().find(|note| !breaks.contains(note)) else { break };
        breaks.push(first);
        source = template.with(&breaks);
    }
    compile(found, &Job { source: &source, ..frame }).map(|pdf| pdf.bytes).map_err(PdfTrouble::Typst)
}

/// How often a page break is put in to bring a note back to its cite.
const ROUNDS: usize = 4;

/// The notes that stand on another page than the cite that prints them.
const ASTRAY: &str = "{
    let pages = (:)
    for entry in query(<entry>) { pages.insert(str(entry.value), entry.location().page()) }
    query(<cited>).filter(it => pages.at(str(it.value), default: 0) != it.location().page()).map(it => it.value)
}";

/// Typst sets some notes on the page after their cite; which ones, only it can say.
fn astray(found: &Found, job: &Job<'_>) -> Result<Vec<usize>, PdfTrouble> {
    let answer = eval(found, job, ASTRAY).map_err(PdfTrouble::Typst)?;
    // A project's own template need not mark its notes: then there is nothing to bring back.
    Ok(serde_json::from_str(&answer).unwrap_or_default())
}

/// A Typst template and what it is told before it begins.
struct Template<'a> {
    text: &'a str,
    briefing: &'a Briefing,
}

impl Template<'_> {
    /// The source, told which file it reads, which way the page runs, and before which notes a page is to begin; on the
    /// same line, so that line numbers stay right.
    fn with(&self, breaks: &[usize]) -> String {
        let breaks: String = breaks.iter().map(|note| format!("{note},")).collect();
        let direction = if is_right_to_left(&self.briefing.language) { "rtl" } else { "ltr" };
        format!("#let (data, direction, breaks) = (\"{DIRECTED}\", {direction}, ({breaks})) {}", self.text)
    }
}

/// The Typst source: it never changes with the briefing, so that no word of an article can act in it.
#[must_use]
pub fn typst_source(templates: &Templates, document: Document) -> &str {
    let name = match document {
        Document::Briefing => "briefing.typ",
        Document::Factsheet => "factsheet.typ",
    };
    templates.get(name).unwrap_or_default()
}

/// What the Typst source reads.
#[must_use]
pub fn typst_data(briefing: &Briefing) -> Vec<u8> {
    serde_json::to_vec(briefing).expect("the view holds no map with keys that are not text")
}

/// A folder that holds what Typst may read, and nothing else.
fn stage(briefing: &Briefing, fonts: &BTreeMap<String, Vec<u8>>) -> io::Result<Staging> {
    let staging = Staging::new()?;
    put(&staging, DATA, &typst_data(briefing))?;
    put(&staging, DIRECTED, directed(briefing).to_string().as_bytes())?;
    for (name, bytes) in fonts {
        put(&staging, &format!("{FONTS}/{name}"), bytes)?;
    }
    Ok(staging)
}

fn put(staging: &Staging, path: &str, bytes: &[u8]) -> io::Result<()> {
    let path =
        ProjectPath::parse(path).map_err(|_| io::Error::other(format!("`{path}` is no name for a file")))?;
    staging.put(&path, bytes)
}

/// The seconds from 1970 to the midnight at which the day `YYYY-MM-DD` begins; 0 if it is no day.
fn midnight(day: &str) -> i64 {
    let mut parts = day.split('-').map(str::parse::<i64>);
    let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) = (parts.next(), parts.next(), parts.next()) else {
        return 0;
    };
    // Years that begin in March end with the leap day, which makes the months' lengths one formula.
    let shifted = if month > 2 { year } else { year - 1 };
    let (era, of_era) = (shifted.div_euclid(400), shifted.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let of_400_years = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    (era * 146_097 + of_400_years - 719_468) * 86_400
}

#[cfg(test)]
mod tests {
    use super::midnight;

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(midnight("1970-01-01"), 0);
        assert_eq!(midnight("2021-07-08"), 1_625_702_400);
        assert_eq!(midnight("2000-02-29"), 951_782_400);
        assert_eq!(midnight("1969-12-31"), -86_400);
    }

    #[test]
    fn what_is_no_day_is_the_first_second() {
        for day in ["", "2021", "2021-07", "a-b-c"] {
            assert_eq!(midnight(day), 0, "{day}");
        }
    }
}
