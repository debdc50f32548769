//! Which files of the project besides facts and articles does a build take: templates and fonts.

use std::collections::BTreeMap;

use super::{Global, UNREADABLE, out};
use crate::disk::{Project, ProjectPath, ReadError};

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
    each(global, "templates", &mut take)?;
    Ok(texts)
}

/// The project's fonts by name.
pub(super) fn read_fonts(global: &Global) -> Result<Files, Trouble> {
    let mut fonts = BTreeMap::new();
    let mut take = |project: &Project, path: &ProjectPath, name: String| {
        let known = [".ttf", ".otf", ".ttc", ".otc"].iter().any(|end| name.to_lowercase().ends_with(end));
        if known {
            fonts.insert(name, project.read(path, LARGEST_FONT)?);
        }
        Ok(())
    };
    each(global, "fonts", &mut take)?;
    Ok(fonts)
}

type Take<'t> = dyn FnMut(&Project, &ProjectPath, String) -> Result<(), ReadError> + 't;

/// Every file below a folder of the project; a folder that is not there holds none.
fn each(global: &Global, folder: &str, take: &mut Take) -> Result<(), Trouble> {
    let told = |error: ReadError| (format!("`{}`: {}", error.path, error.what()), error.help().to_owned());
    let path = ProjectPath::parse(folder).expect("the folder's name is a path inside the project");
    let project = Project::open(&global.project).map_err(told)?;
    let listing = match project.list(&path) {
        Ok(listing) => listing,
        Err(error) if error.is_missing() => return Ok(()),
        Err(error) => return Err(told(error)),
    };
    if let Some((path, kind)) = listing.passed_over.first() {
        let message = format!("`{path}` is {kind}, not a file");
        return Err((message, "put a copy of the file in its place".to_owned()));
    }
    for file in &listing.files {
        let name = file.as_str().strip_prefix(folder).unwrap_or_default().trim_start_matches('/').to_owned();
        take(&project, file, name).map_err(told)?;
    }
    Ok(())
}

fn tell((message, help): &Trouble) -> u8 {
    out::trouble(message, help);
    UNREADABLE
}
