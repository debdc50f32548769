//! Does a manifest say what the facts at hand give, made anew?

use std::path::Path;

use super::answer::Answer;
use crate::briefing::{Annex, Document, generator};
use crate::cli::composed::{Checked, Composed, deny_warnings};
use crate::cli::manifest::{Made, manifest};
use crate::cli::{Global, project};
use crate::disk::Project;
use crate::pipeline::{self, FACTS, Loaded};
use crate::provenance::Manifest;

/// Makes the manifest anew from the project in `folder`, and holds every key of `told` against it.
pub(super) fn check(answer: &mut Answer, told: &Manifest, folder: &Path) {
    let Some(loaded) = loaded(answer, told, folder) else { return };
    let global = Global { project: folder.to_owned(), color: "never".to_owned() };
    let (Ok(templates), Ok(fonts)) = (project::templates(&global), project::fonts(&global)) else {
        return answer.open("whether the rest of the manifest is so: templates or fonts cannot be read");
    };
    let composed = composed(told, &loaded);
    let made = Made {
        loaded: &loaded,
        briefing: &composed.briefing,
        templates: &templates,
        fonts: &fonts,
        options: told.options.clone(),
        typst: told.typst.clone(),
    };
    let carried = if told.carried.is_empty() { Vec::new() } else { composed.data() };
    let anew = manifest(&made, &carried, &[]);
    verdict(answer, told, &anew);
}

/// The project, if what it holds can be compared with the manifest.
fn loaded(answer: &mut Answer, told: &Manifest, folder: &Path) -> Option<Loaded> {
    let why = |why: &str| format!("what the manifest says of the facts, places and the making: {why}");
    if told.tool != generator() {
        answer.open(why(&format!("`{}` made it, and this is {}", told.tool, generator())));
        return None;
    }
    let Some(loaded) = Project::open(folder).ok().and_then(|project| pipeline::read(&project).ok()) else {
        answer.open(why(&format!("the folder has no `{FACTS}` that can be read with its articles")));
        return None;
    };
    if loaded.digest() != told.digest {
        answer.open(why("the facts and articles in the folder are others"));
        return None;
    }
    Some(loaded)
}

fn composed(told: &Manifest, loaded: &Loaded) -> Composed {
    let articles = loaded.articles();
    let dossier = pipeline::link(loaded, &articles);
    let mut verdict = pipeline::check(&dossier);
    if told.draft && !verdict.fails() {
        // It may be a draft because warnings were denied; without warnings it is none.
        deny_warnings(&mut verdict);
    }
    let annex = match told.options.annex.as_str() {
        "full" => Annex::Full,
        "none" => Annex::None,
        _ => Annex::Cited,
    };
    let document = if told.options.template.is_some() { Document::Factsheet } else { Document::Briefing };
    Composed::of(&Checked { loaded, dossier: &dossier, verdict: &verdict }, document, annex)
}

/// What the folder may lack: a recipient need not have it, and then it is not held against anything.
fn lacking(told: &Manifest, anew: &Manifest) -> Vec<&'static str> {
    let mut lacking = Vec::new();
    if anew.templates.is_empty() && !told.templates.is_empty() {
        lacking.push("templates");
    }
    if anew.fonts.is_empty() && !told.fonts.is_empty() {
        lacking.push("fonts");
    }
    if anew.earlier_edition.is_none() && told.earlier_edition.is_some() {
        // The briefing tells what has changed since.
        lacking.extend(["earlier-edition", "carried"]);
    }
    lacking
}

fn verdict(answer: &mut Answer, told: &Manifest, anew: &Manifest) {
    let lacking = lacking(told, anew);
    let mut wrong = told.inputs().differences(&anew.inputs());
    wrong.retain(|key| !lacking.contains(&key.as_str()));
    match wrong.as_slice() {
        [] => answer.holds(
            "made anew from the folder, the manifest says the same, but for `options`, `outputs` and `typst`",
        ),
        wrong => answer.fails(format!(
            "made anew from the folder, the manifest says something else under `{}`",
            wrong.join("`, `")
        )),
    }
    if !lacking.is_empty() {
        let keys = lacking.join("`, `");
        answer.open(format!("what the manifest says under `{keys}`: the folder has no such files"));
    }
}
