//! How is the briefing set as a PDF: a static Typst source that reads the briefing as JSON.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::time::{Duration, Instant};

use serde::Serialize;

use super::direction::{directed, is_right_to_left};
use super::fault::{TemplateTrouble, typst_trouble};
use super::templates::Templates;
use crate::briefing::{Briefing, Document};
use crate::disk::{ProjectPath, Staging};
use crate::typst::{Diagnostic, Found, Job, PDF_STANDARD, TypstTrouble, compile};

/// What the PDF needs besides the briefing.
#[derive(Debug, Clone, Copy)]
pub struct PdfOptions<'a> {
    /// The project's own fonts: file names and bytes.
    pub fonts: &'a BTreeMap<String, Vec<u8>>,
    /// The files that the source reads and the PDF carries, by name: [`typst_data`] as `briefing.json`, and others.
    pub carried: &'a [(&'static str, Vec<u8>)],
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
            Self::Template(trouble) => trouble.help().to_owned(),
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

/// The view with marks around words that run against the page: what the Typst source reads.
const DIRECTED: &str = "directed.json";

/// What a run is told: which way the page runs, and where pages begin.
const PAGE: &str = "page.json";

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
    let staging = stage(briefing, templates, options).map_err(PdfTrouble::Staging)?;
    let frame = Job {
        root: staging.path(),
        source: typst_source(templates, briefing.document),
        fonts: (!options.fonts.is_empty()).then_some(FONTS),
        timestamp: midnight(&briefing.as_of.last),
        timeout: options.timeout,
        pdf_standard: PDF_STANDARD,
    };
    let end = Instant::now() + options.timeout;
    let set = |breaks: &[usize], notes| {
        tell(&staging, briefing, (breaks, notes)).map_err(PdfTrouble::Staging)?;
        // All runs together have the time of one.
        let job = Job { timeout: end.saturating_duration_since(Instant::now()), ..frame };
        Ok(compile(found, &job).map(|pdf| pdf.bytes).map_err(|trouble| in_time(trouble, options.timeout)))
    };
    let mut breaks = Vec::new();
    for round in 0..ROUNDS {
        let trouble = match set(&breaks, "strict")? {
            Ok(pdf) => return Ok(pdf),
            Err(trouble) => trouble,
        };
        let Some(astray) = astray(&trouble) else {
            return Err(blamed(trouble, templates, briefing.document));
        };
        let new = more_breaks(astray, &breaks, round);
        if new.is_empty() {
            break;
        }
        breaks.extend(new);
    }
    set(&breaks, "lenient")?.map_err(|trouble| blamed(trouble, templates, briefing.document))
}

/// A run that had less than the whole time left says what the whole was.
fn in_time(trouble: TypstTrouble, whole: Duration) -> TypstTrouble {
    match trouble {
        TypstTrouble::TimeOut(_) => TypstTrouble::TimeOut(whole),
        trouble => trouble,
    }
}

/// The notes before which a page is to begin next: one break moves all that follows, so one at a time; where that does
/// not settle it soon, all at once.
fn more_breaks(astray: Vec<usize>, breaks: &[usize], round: usize) -> Vec<usize> {
    let most = if round < ROUNDS / 2 { 1 } else { usize::MAX };
    astray.into_iter().filter(|note| !breaks.contains(note)).take(most).collect()
}

/// What Typst rejects in a project's own template is that template's fault, but for letters that no font has.
fn blamed(trouble: TypstTrouble, templates: &Templates, document: Document) -> PdfTrouble {
    let TypstTrouble::Rejected { diagnostics, cut } = trouble else { return PdfTrouble::Typst(trouble) };
    let letters = diagnostics.iter().any(Diagnostic::lacks_glyph);
    let theirs = if letters { None } else { typst_trouble(&diagnostics, templates, typst_name(document)) };
    theirs.map_or(PdfTrouble::Typst(TypstTrouble::Rejected { diagnostics, cut }), PdfTrouble::Template)
}

/// How often page breaks are put in to bring notes back to their cites.
const ROUNDS: usize = 8;

/// How the template says which notes Typst set on another page than the cite that prints them; only it can know.
const ASTRAY: &str = "panicked with: notes astray: ";

/// The notes that the template found astray; nothing if Typst's trouble is another one.
fn astray(trouble: &TypstTrouble) -> Option<Vec<usize>> {
    let TypstTrouble::Rejected { diagnostics, .. } = trouble else { return None };
    let said = diagnostics.iter().find_map(|diagnostic| diagnostic.message.strip_prefix(ASTRAY))?;
    said.lines().next()?.split(", ").map(|note| note.trim().parse().ok()).collect()
}

/// What a run of Typst is told besides the data, in `page.json`.
#[derive(Serialize)]
struct Told<'a> {
    /// The file that holds the words.
    data: &'static str,
    direction: &'static str,
    /// The notes before which a page begins.
    breaks: &'a [usize],
    /// `strict` if a note astray is an error.
    notes: &'static str,
}

/// Puts `page.json` into the staging folder, in the place of the last run's.
fn tell(staging: &Staging, briefing: &Briefing, (breaks, notes): (&[usize], &'static str)) -> io::Result<()> {
    let direction = if is_right_to_left(&briefing.language) { "rtl" } else { "ltr" };
    let told = Told { data: DIRECTED, direction, breaks, notes };
    let bytes = serde_json::to_vec(&told).expect("what is told is plain JSON");
    staging.replace(&path(PAGE)?, &bytes)
}

/// The Typst source: it never changes with the briefing, so that no word of an article can act in it.
#[must_use]
pub fn typst_source(templates: &Templates, document: Document) -> &str {
    templates.get(typst_name(document)).unwrap_or_default()
}

const fn typst_name(document: Document) -> &'static str {
    match document {
        Document::Briefing => "briefing.typ",
        Document::Factsheet => "factsheet.typ",
    }
}

/// What the Typst source reads.
#[must_use]
pub fn typst_data(briefing: &Briefing) -> Vec<u8> {
    serde_json::to_vec(briefing).expect("the view holds no map with keys that are not text")
}

/// A folder that holds what Typst may read, and nothing else.
fn stage(briefing: &Briefing, templates: &Templates, options: &PdfOptions<'_>) -> io::Result<Staging> {
    let staging = Staging::new()?;
    for (name, text) in templates.iter().filter(|(name, _)| name.ends_with(".typ")) {
        put(&staging, name, text.as_bytes())?;
    }
    put(&staging, DIRECTED, directed(briefing).to_string().as_bytes())?;
    for (name, bytes) in options.carried {
        put(&staging, name, bytes)?;
    }
    for (name, bytes) in options.fonts {
        put(&staging, &format!("{FONTS}/{name}"), bytes)?;
    }
    Ok(staging)
}

fn put(staging: &Staging, name: &str, bytes: &[u8]) -> io::Result<()> {
    staging.put(&path(name)?, bytes)
}

fn path(name: &str) -> io::Result<ProjectPath> {
    ProjectPath::parse(name).map_err(|_| io::Error::other(format!("`{name}` is no name for a file")))
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
    use std::collections::BTreeMap;

    use super::*;
    use crate::typst::Severity;

    fn rejected(message: &str) -> TypstTrouble {
        let file = Some("<stdin>".to_owned());
        let said =
            Diagnostic { severity: Severity::Error, file, line: 3, column: 4, message: message.to_owned() };
        TypstTrouble::Rejected { diagnostics: vec![said], cut: false }
    }

    #[test]
    fn the_template_names_the_notes_that_stand_on_another_page() {
        assert_eq!(astray(&rejected("panicked with: notes astray: 3, 41")), Some(vec![3, 41]));
        assert_eq!(astray(&rejected("panicked with: notes astray: 3, all")), None);
        assert_eq!(astray(&rejected("unexpected end of block")), None);
        assert_eq!(astray(&TypstTrouble::NoOutput), None);
    }

    #[test]
    fn a_template_of_the_project_s_own_is_named_and_ours_is_not_blamed() {
        let own = BTreeMap::from([("briefing.typ".to_owned(), "#let b = 1\n#let c = 2\n#d".to_owned())]);
        let trouble = blamed(rejected("unclosed"), &Templates::with(&own), Document::Briefing);
        assert!(matches!(&trouble, PdfTrouble::Template(_)), "{trouble:?}");
        assert!(trouble.what().starts_with("templates/briefing.typ:3:"), "{trouble}");
        let ours = blamed(rejected("unclosed"), &Templates::embedded(), Document::Briefing);
        assert!(matches!(&ours, PdfTrouble::Typst(_)), "{ours:?}");
        assert!(ours.what().contains("<stdin>:3:4"), "{ours}");
    }

    #[test]
    fn letters_that_no_font_has_are_nobody_s_template_s_fault() {
        let own = BTreeMap::from([("briefing.typ".to_owned(), "#let b = 1\n#c".to_owned())]);
        let said = rejected("the text `\"x\"` could not be displayed with font `\"F\"`");
        let trouble = blamed(said, &Templates::with(&own), Document::Briefing);
        assert!(matches!(trouble, PdfTrouble::Typst(_)), "{trouble:?}");
    }

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
