//! Which outputs does a document give, whole, before any is written?

use clap::ValueEnum;

use super::composed::Composed;
use super::deliver::Output;
use super::manifest::{self, Made};
use super::progress::Progress;
use super::what::{Template, Wanted, What};
use super::{FINDINGS, Global, NO_PDF, UNREADABLE, check, out, project, typst};
use crate::briefing::{Briefing, Document};
use crate::pipeline::{Loaded, letters};
use crate::provenance::{MANIFEST, Making, SUMS, sums};
use crate::render::{self, PdfOptions, TemplateTrouble, Templates};
use crate::typst::Found;

/// Every output, and the exit code if the PDF is missing among them.
pub(super) fn outputs(
    global: &Global,
    what: &What,
    loaded: &Loaded,
    composed: &Composed,
) -> Result<(Vec<Output>, u8), u8> {
    let own = project::templates(global)?;
    let fonts = project::fonts(global)?;
    let briefing = &composed.briefing;
    let templates = Templates::with(&own);
    project::tell_idle(&templates);
    let mut outputs = pages((global, what), briefing, &templates)?;
    let (found, after) = if what.format.contains(&Wanted::Pdf) { find(what)? } else { (None, 0) };
    let typst = found.as_ref().map(|found| found.version.to_string());
    let made = Made { loaded, briefing, templates: &own, fonts: &fonts, options: making(what), typst };
    let mut data = Vec::new();
    if let Some(found) = &found {
        data = composed.data();
        let carried = composed.carried(&made);
        let asked = PdfOptions { fonts: &fonts, carried: &carried, timeout: what.typst.timeout() };
        outputs.push((Names::of(briefing.document).pdf, pdf(global, what, (&made, found), &asked)?));
    }
    let sums = sums(outputs.iter().map(|(name, bytes)| (*name, bytes.as_slice())));
    outputs.push((SUMS, sums.into_bytes()));
    outputs.push((MANIFEST, manifest::manifest(&made, &data, &outputs).text().into_bytes()));
    Ok((outputs, after))
}

/// All outputs but the PDF.
fn pages(
    (global, what): (&Global, &What),
    briefing: &Briefing,
    templates: &Templates,
) -> Result<Vec<Output>, u8> {
    let names = Names::of(briefing.document);
    let wanted = |format| what.format.contains(&format);
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
fn making(what: &What) -> Making {
    let name = |value: &Wanted| value.to_possible_value().map(|value| value.get_name().to_owned());
    let mut format: Vec<String> = what.format.iter().filter_map(name).collect();
    format.sort_unstable();
    format.dedup();
    let annex = what.annex.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
    let template = (what.template == Template::Factsheet).then(|| Document::Factsheet.name().to_owned());
    Making { annex, format, template }
}

/// The Typst that sets the PDF; none, with an exit code, if there is none and none was named.
fn find(what: &What) -> Result<(Option<Found>, u8), u8> {
    match typst::find(&what.typst) {
        Ok(found) => Ok((Some(found), 0)),
        Err(NO_PDF) if !what.typst.is_named() => Ok((None, NO_PDF)),
        Err(code) => Err(code),
    }
}

/// The PDF. A Typst that fails stops the build: what stands in `out/` is then still one edition.
fn pdf(
    global: &Global,
    what: &What,
    (made, found): (&Made, &Found),
    options: &PdfOptions,
) -> Result<Vec<u8>, u8> {
    let progress = Progress::of("setting the PDF");
    let set = render::pdf(made.briefing, &Templates::with(made.templates), found, options);
    drop(progress);
    match set {
        Ok(bytes) => {
            let poor = letters::in_monospace(made.loaded, made.fonts);
            check::show_alone(global, made.loaded, &poor);
            if what.deny.is_some() && !poor.is_empty() { Err(FINDINGS) } else { Ok(bytes) }
        }
        Err(trouble) => {
            let lacking = letters::without_font(made.loaded, &trouble.letters());
            if lacking.is_empty() {
                return Err(typst::failed(global, &trouble));
            }
            check::show_alone(global, made.loaded, &lacking);
            Err(NO_PDF)
        }
    }
}

fn rendered(global: &Global, made: Result<String, TemplateTrouble>) -> Result<Vec<u8>, u8> {
    made.map(String::into_bytes).map_err(|trouble| {
        out::template(global, &trouble);
        UNREADABLE
    })
}
