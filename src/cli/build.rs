//! `factum build`: checks the facts and writes the briefing.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::composed::{Composed, deny_warnings};
use super::deliver::{self, Output};
use super::manifest::{self, Made};
use super::progress::Progress;
use super::{FINDINGS, Global, NO_PDF, UNREADABLE, check, out, project, typst};
use crate::briefing::{Annex, Briefing, Document};
use crate::finding::Severity;
use crate::pipeline::{self, Loaded};
use crate::provenance::{MANIFEST, Making, SUMS, sums};
use crate::render::{self, PdfOptions, TemplateTrouble, Templates};
use crate::report::Format;
use crate::typst::Found;

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

impl Template {
    const fn document(self) -> Document {
        match self {
            Self::Briefing => Document::Briefing,
            Self::Factsheet => Document::Factsheet,
        }
    }
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
    let mut verdict = pipeline::check(&dossier);
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
    if denied {
        deny_warnings(&mut verdict);
    }
    let document = options.template.document();
    let composed = Composed::of(&dossier, &verdict, &loaded, (document, options.annex.into()));
    match outputs(global, options, &loaded, &composed) {
        Ok((outputs, after)) => deliver(global, options, &outputs).max(after),
        Err(code) => code,
    }
}

/// Every output, and the exit code if the PDF is missing among them.
fn outputs(
    global: &Global,
    options: &Options,
    loaded: &Loaded,
    composed: &Composed,
) -> Result<(Vec<Output>, u8), u8> {
    let own = project::templates(global)?;
    let fonts = project::fonts(global)?;
    let briefing = &composed.briefing;
    let templates = Templates::with(&own);
    project::tell_idle(&templates);
    let mut outputs = pages((global, options), briefing, &templates)?;
    let (found, after) = if options.format.contains(&Wanted::Pdf) { find(options)? } else { (None, 0) };
    let typst = found.as_ref().map(|found| found.version.to_string());
    let made = Made { loaded, briefing, templates: &own, fonts: &fonts, options: making(options), typst };
    let mut data = Vec::new();
    if let Some(found) = &found {
        data = composed.data();
        let carried = composed.carried(&made);
        let asked = PdfOptions { fonts: &fonts, carried: &carried, timeout: options.typst.timeout() };
        outputs.push((Names::of(briefing.document).pdf, pdf(global, (&made, found), &asked)?));
    }
    let sums = sums(outputs.iter().map(|(name, bytes)| (*name, bytes.as_slice())));
    outputs.push((SUMS, sums.into_bytes()));
    outputs.push((MANIFEST, manifest::manifest(&made, &data, &outputs).text().into_bytes()));
    Ok((outputs, after))
}

/// All outputs but the PDF.
fn pages(
    (global, options): (&Global, &Options),
    briefing: &Briefing,
    templates: &Templates,
) -> Result<Vec<Output>, u8> {
    let names = Names::of(briefing.document);
    let wanted = |format| options.format.contains(&format);
    let mut outputs: Vec<Output> = Vec::new();
    if wanted(Wanted::Md) {
        outputs.push((names.md, rendered(global, render::markdown(briefing, templates))?));
    }
    if wanted(Wanted::Html) {
        outputs.push((names.html, rendered(global, render::html(briefing, templates))?));
    }
    if wanted(Wanted::Json) {
        outputs.extend(data(briefing, names.json));
    }
    Ok(outputs)
}

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

/// The Typst that sets the PDF; none, with an exit code, if there is none and none was named.
fn find(options: &Options) -> Result<(Option<Found>, u8), u8> {
    match typst::find(&options.typst) {
        Ok(found) => Ok((Some(found), 0)),
        Err(NO_PDF) if options.typst.typst.is_none() => Ok((None, NO_PDF)),
        Err(code) => Err(code),
    }
}

/// The PDF. A Typst that fails stops the build: what stands in `out/` is then still one edition.
fn pdf(global: &Global, (made, found): (&Made, &Found), options: &PdfOptions) -> Result<Vec<u8>, u8> {
    let _progress = Progress::of("setting the PDF");
    let templates = Templates::with(made.templates);
    render::pdf(made.briefing, &templates, found, options).map_err(|trouble| typst::failed(global, &trouble))
}

fn rendered(global: &Global, made: Result<String, TemplateTrouble>) -> Result<Vec<u8>, u8> {
    made.map(String::into_bytes).map_err(|trouble| {
        out::template(global, &trouble);
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
    if options.check { deliver::compare(&folder, outputs) } else { deliver::write(&folder, outputs) }
}
