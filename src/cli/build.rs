//! `factum build`: checks the facts and writes the briefing.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::manifest::{self, Made};
use super::progress::Progress;
use super::{FINDINGS, Global, NO_PDF, UNREADABLE, check, out, project, stale, typst};
use crate::briefing::{Annex, Briefing, Document, fact_sheet};
use crate::disk::{self, Difference, Project, ProjectPath};
use crate::finding::Severity;
use crate::pipeline::{self, Loaded, letters};
use crate::provenance::{MANIFEST, Making, SUMS, sums};
use crate::render::{self, PdfOptions, TemplateTrouble, Templates};
use crate::report::Format;

/// What is to be written, where and how.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The folder that the outputs go to; out/ in the project if not given, out/factsheet/ for a fact sheet
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// What is written
    #[arg(
        long,
        value_name = "FORMATS",
        value_enum,
        value_delimiter = ',',
        default_value = "md,html,pdf,json"
    )]
    format: Vec<Wanted>,
    /// Write the briefing although checks fail, marked as a draft
    #[arg(long)]
    draft: bool,
    /// Write nothing; fail if the outputs are not what would be written
    #[arg(long, conflicts_with = "draft")]
    check: bool,
    /// Fail on warnings, too
    #[arg(long, value_name = "WHAT", value_parser = ["warnings"])]
    deny: Option<String>,
    /// Which document is made
    #[arg(long, value_name = "NAME", value_enum, default_value = "briefing")]
    template: Template,
    /// How much of the articles stands in the annex of the HTML
    #[arg(long, value_name = "PART", value_enum, default_value = "cited")]
    annex: Part,
    #[command(flatten)]
    typst: typst::TypstOptions,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Wanted {
    /// Markdown
    Md,
    /// One HTML file
    Html,
    /// PDF/A-3a and PDF/UA-1, set by Typst
    Pdf,
    /// The typed briefing and its tables as data
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Template {
    /// The whole briefing
    Briefing,
    /// One page: the bottom line, the figures, the worst differences, the sources; it goes to out/factsheet/
    Factsheet,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Part {
    /// Every paragraph of every article
    Full,
    /// The paragraphs that are quoted from
    Cited,
    /// Nothing
    None,
}

impl From<Part> for Annex {
    fn from(part: Part) -> Self {
        match part {
            Part::Full => Self::Full,
            Part::Cited => Self::Cited,
            Part::None => Self::None,
        }
    }
}

pub(super) fn run(global: &Global, options: &Options) -> u8 {
    let Some(loaded) = check::load(global, Format::Human) else { return UNREADABLE };
    let articles = loaded.articles();
    let progress = Progress::of("checking");
    let dossier = pipeline::link(&loaded, &articles);
    let verdict = pipeline::check(&dossier);
    drop(progress);
    let denied =
        options.deny.is_some() && verdict.findings.iter().any(|one| one.severity == Severity::Warning);
    let failing = verdict.fails() || denied;
    // Notes are for `factum check`: a build that goes well is quiet.
    let mut told = verdict.clone();
    told.findings.retain(|finding| finding.severity != Severity::Note);
    if !told.findings.is_empty() {
        check::show(global, Format::Human, &loaded.files, &told);
    }
    if failing && !options.draft {
        out::say("nothing was written: mend the findings, or build a marked draft with `--draft`\n");
        return FINDINGS;
    }
    let whole = pipeline::compose(&dossier, &verdict, &loaded, options.annex.into());
    let briefing = match options.template {
        Template::Briefing => whole,
        Template::Factsheet => fact_sheet(&dossier, whole),
    };
    match outputs(global, options, &loaded, &briefing) {
        Ok((outputs, after)) => deliver(global, options, &outputs).max(after),
        Err(code) => code,
    }
}

/// An output: its name in `out/`, and its bytes.
type Output = (&'static str, Vec<u8>);

/// Every output, and the exit code if the PDF is missing among them.
fn outputs(
    global: &Global,
    options: &Options,
    loaded: &Loaded,
    briefing: &Briefing,
) -> Result<(Vec<Output>, u8), u8> {
    let own = project::templates(global)?;
    let templates = Templates::with(&own);
    let names = Names::of(briefing.document);
    let wanted = |format| options.format.contains(&format);
    let mut outputs: Vec<Output> = Vec::new();
    if wanted(Wanted::Md) {
        outputs.push((names.md, rendered(render::markdown(briefing, &templates))?));
    }
    if wanted(Wanted::Html) {
        outputs.push((names.html, rendered(render::html(briefing, &templates))?));
    }
    if wanted(Wanted::Json) {
        outputs.extend(data(briefing, names.json));
    }
    let fonts = project::fonts(global)?;
    let (pdf, after) = match wanted(Wanted::Pdf) {
        true => pdf(global, options, loaded, (briefing, &templates, &fonts))?,
        false => (None, 0),
    };
    let version = pdf.map(|(bytes, version)| {
        outputs.push((names.pdf, bytes));
        version
    });
    let sums = sums(outputs.iter().map(|(name, bytes)| (*name, bytes.as_slice())));
    outputs.push((SUMS, sums.into_bytes()));
    let options = making(options);
    let made = Made { loaded, briefing, templates: &own, fonts: &fonts, options, typst: version };
    outputs.push((MANIFEST, manifest::manifest(&made, &outputs)));
    Ok((outputs, after))
}

/// A PDF, and the version of the Typst that set it.
type SetPdf = (Vec<u8>, String);

/// The names of a document's outputs.
struct Names {
    md: &'static str,
    html: &'static str,
    pdf: &'static str,
    json: &'static str,
}

impl Names {
    const fn of(document: Document) -> Self {
        match document {
            Document::Briefing => {
                Self { md: "briefing.md", html: "briefing.html", pdf: "briefing.pdf", json: "briefing.json" }
            }
            Document::Factsheet => Self {
                md: "factsheet.md",
                html: "factsheet.html",
                pdf: "factsheet.pdf",
                json: "factsheet.json",
            },
        }
    }
}

/// The files for programs; the tables and the time line are the briefing's.
fn data(briefing: &Briefing, name: &'static str) -> Vec<Output> {
    let view = (name, render::briefing_json(briefing).into_bytes());
    if briefing.document == Document::Factsheet {
        return vec![view];
    }
    let files = [
        ("figures.csv", render::figures_csv(briefing)),
        ("chronology.csv", render::chronology_csv(briefing)),
        ("sources.csl.json", render::csl_json(briefing)),
        ("timeline.json", render::timeline_json(briefing)),
    ];
    let tables = files.map(|(name, text)| (name, text.into_bytes()));
    [view].into_iter().chain(tables).collect()
}

/// What the manifest says of the options.
fn making(options: &Options) -> Making {
    let name = |value: &Wanted| value.to_possible_value().map(|value| value.get_name().to_owned());
    let mut format: Vec<String> = options.format.iter().filter_map(name).collect();
    format.sort_unstable();
    format.dedup();
    let annex =
        options.annex.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
    let template = (options.template == Template::Factsheet).then(|| Document::Factsheet.name().to_owned());
    Making { annex, format, template }
}

/// The PDF and the version of the Typst that set it; none, with an exit code, if there is no Typst. A Typst that fails
/// stops the build: what stands in `out/` is then still one edition.
fn pdf(
    global: &Global,
    options: &Options,
    loaded: &Loaded,
    (briefing, templates, fonts): (&Briefing, &Templates, &project::Files),
) -> Result<(Option<SetPdf>, u8), u8> {
    let found = match typst::find(&options.typst) {
        Ok(found) => found,
        Err(code) => {
            return if code == NO_PDF && options.typst.typst.is_none() {
                Ok((None, NO_PDF))
            } else {
                Err(code)
            };
        }
    };
    let progress = Progress::of("setting the PDF");
    let pdf_options = PdfOptions { fonts, timeout: options.typst.timeout() };
    let set = render::pdf(briefing, templates, &found, &pdf_options);
    drop(progress);
    match set {
        Ok(bytes) => {
            let poor = letters::in_monospace(loaded, fonts);
            check::show_alone(global, loaded, &poor);
            if options.deny.is_some() && !poor.is_empty() {
                return Err(FINDINGS);
            }
            Ok((Some((bytes, found.version.to_string())), 0))
        }
        Err(trouble) => match letters::without_font(loaded, &trouble.letters()) {
            lacking if lacking.is_empty() => Err(typst::failed(&trouble)),
            lacking => {
                check::show_alone(global, loaded, &lacking);
                Err(NO_PDF)
            }
        },
    }
}

fn rendered(made: Result<String, TemplateTrouble>) -> Result<Vec<u8>, u8> {
    made.map(String::into_bytes).map_err(|trouble| {
        out::trouble(&trouble.to_string(), &trouble.help);
        UNREADABLE
    })
}

/// Writes the outputs, or compares them with what stands there.
fn deliver(global: &Global, options: &Options, outputs: &[Output]) -> u8 {
    let own = match options.template {
        Template::Briefing => "out",
        Template::Factsheet => "out/factsheet",
    };
    let folder = options.out.clone().unwrap_or_else(|| global.project.join(own));
    let files: Vec<(&str, &[u8])> = outputs.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    if options.check {
        return compare(&folder, &files);
    }
    match disk::publish(&folder, &files, MANIFEST) {
        Ok(done) => {
            let told: Vec<String> = done.written.iter().map(|name| format!("  {name}\n")).collect();
            let shown = disk::shown(&folder.to_string_lossy());
            match told.as_slice() {
                [] => out::say(&format!("`{shown}` is up to date\n")),
                told => out::say(&format!("written to `{shown}`:\n{}", told.concat())),
            }
            0
        }
        Err(error) => {
            out::trouble(&format!("`{}`: {}", disk::shown(&error.path), error.what()), error.help());
            UNREADABLE
        }
    }
}

fn compare(folder: &Path, files: &[(&str, &[u8])]) -> u8 {
    match disk::same(folder, files) {
        Ok(differences) if differences.is_empty() => {
            out::say(&format!("`{}` is up to date\n", disk::shown(&folder.to_string_lossy())));
            0
        }
        Ok(differences) => {
            tell(folder, files, &differences);
            out::say("  help: run `factum build` and commit what it writes\n");
            FINDINGS
        }
        Err(error) => {
            out::trouble(&format!("`{}`: {}", disk::shown(&error.path), error.what()), error.help());
            UNREADABLE
        }
    }
}

/// Says which outputs are missing or stale, and shows the first lines that differ.
fn tell(folder: &Path, files: &[(&str, &[u8])], differences: &[Difference]) {
    // The records differ wherever anything does: their lines say no more.
    let is_record = |name: &str| matches!(name, SUMS | MANIFEST);
    let records_alone = differences.iter().all(|difference| is_record(difference.name()));
    for difference in differences {
        let name = difference.name();
        let state = if matches!(difference, Difference::Missing { .. }) { "is missing" } else { "is stale" };
        out::say(&format!("error: `{name}` {state}\n"));
        let new = files.iter().find(|(other, _)| *other == name).map(|(_, bytes)| *bytes);
        if let (Some(old), Some(new)) = (standing(folder, name), new)
            && (records_alone || !is_record(name))
        {
            out::say(&stale::difference(&old, new));
        }
    }
}

/// What stands in the folder under an output's name, if it is a file.
fn standing(folder: &Path, name: &str) -> Option<Vec<u8>> {
    let path = ProjectPath::parse(name).ok()?;
    Project::open(folder).ok()?.read(&path, LARGEST).ok()
}

/// A file that is larger is no output of ours.
const LARGEST: u64 = 256 << 20;
