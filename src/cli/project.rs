//! Which files of the project besides facts and articles does a build take: templates and fonts.

use std::collections::BTreeMap;

use super::{Global, UNREADABLE, out};
use crate::disk::{Project, ProjectPath, ReadError, shown};
use crate::render::{Templates, nearest_template};
use crate::typst::is_font;

/// Files of one folder by name.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

const LARGEST_TEMPLATE: u64 = 4 << 20;
const LARGEST_FONT: u64 = 64 << 20;

/// What is wrong with a file, and what helps.
pub(super) type Trouble = (String, String);

/// The project's own templates by name; what is wrong with them is said, and the error is an exit code.
pub(super) fn templates(global: &Global) -> Result<BTreeMap<String, String>, u8> {
    read_templates(global).map_err(|trouble| tell(&trouble))
}

/// The project's fonts by name; what is wrong with them is said, and the error is an exit code.
pub(super) fn fonts(global: &Global) -> Result<Files, u8> {
    read_fonts(global).map_err(|trouble| tell(&trouble))
}

/// The project's own templates by name.
pub(super) fn read_templates(global: &Global) -> Result<BTreeMap<String, String>, Trouble> {
    let mut texts = BTreeMap::new();
    let mut take = |project: &Project, path: &ProjectPath, name: String| {
        let text = project.read_text(path, LARGEST_TEMPLATE)?.into_text();
        texts.insert(name, text);
        Ok(())
    };
    each(global, TEMPLATES, &mut take)?;
    for (name, _) in Templates::embedded().iter().filter(|(name, _)| !texts.contains_key(*name)) {
        nothing_else(global, &format!("{TEMPLATES}/{name}"))?;
    }
    Ok(texts)
}

/// Says which of the project's templates nothing uses, and which name was meant.
pub(super) fn tell_idle(own: &Templates) {
    for name in own.idle() {
        let shown = out::printable(name);
        let meant =
            nearest_template(name).map(|meant| format!(": did you mean `{meant}`?")).unwrap_or_default();
        out::say(&format!(
            "note: `{TEMPLATES}/{shown}` takes the place of nothing, and no template names it{meant}\n  help: `factum templates` lists the names\n"
        ));
    }
}

const TEMPLATES: &str = "templates";

/// Refuses what has the name of a template and is no file: it would be passed over in silence.
fn nothing_else(global: &Global, path: &str) -> Result<(), Trouble> {
    let path = ProjectPath::parse(path).expect("our templates' names are names of files");
    let read = Project::open(&global.project).and_then(|project| project.read(&path, LARGEST_TEMPLATE));
    match read {
        Err(error) if !error.is_missing() => Err(told(&error)),
        _ => Ok(()),
    }
}

/// The project's fonts by name.
pub(super) fn read_fonts(global: &Global) -> Result<Files, Trouble> {
    let mut fonts = BTreeMap::new();
    let mut broken = None;
    let mut take = |project: &Project, path: &ProjectPath, name: String| {
        let known = [".ttf", ".otf", ".ttc", ".otc"].iter().any(|end| name.to_lowercase().ends_with(end));
        if known {
            let bytes = project.read(path, LARGEST_FONT)?;
            if !is_font(&bytes) {
                broken.get_or_insert_with(|| name.clone());
            }
            fonts.insert(name, bytes);
        }
        Ok(())
    };
    each(global, "fonts", &mut take)?;
    if let Some(name) = broken {
        let message = format!("`fonts/{}` is no font, or a damaged one", shown(&name));
        return Err((message, "put the whole TrueType or OpenType file there, or take it away".to_owned()));
    }
    Ok(fonts)
}

type Take<'t> = dyn FnMut(&Project, &ProjectPath, String) -> Result<(), ReadError> + 't;

/// Every file below a folder of the project; a folder that is not there holds none.
fn each(global: &Global, folder: &str, take: &mut Take) -> Result<(), Trouble> {
    let path = ProjectPath::parse(folder).expect("the folder's name is a path inside the project");
    let project = Project::open(&global.project).map_err(|error| told(&error))?;
    let listing = match project.list(&path) {
        Ok(listing) => listing,
        Err(error) if error.is_missing() => return Ok(()),
        Err(error) => return Err(told(&error)),
    };
    if let Some((path, kind)) = listing.passed_over.first() {
        let message = format!("`{}` is {kind}, not a file", shown(path));
        let help = "put a copy of the file in its place, under a name of letters, digits, `-`, `_` and `.`";
        return Err((message, help.to_owned()));
    }
    for file in &listing.files {
        let name = file.as_str().strip_prefix(folder).unwrap_or_default().trim_start_matches('/').to_owned();
        take(&project, file, name).map_err(|error| told(&error))?;
    }
    Ok(())
}

fn told(error: &ReadError) -> Trouble {
    (format!("`{}`: {}", shown(&error.path), error.what()), error.help().to_owned())
}

fn tell((message, help): &Trouble) -> u8 {
    out::trouble(message, help);
    UNREADABLE
}
