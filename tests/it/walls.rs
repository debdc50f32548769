//! Holds the house to its drawing: who may import whom, and how long a file may be.

use std::fs;
use std::path::{Path, PathBuf};

/// Room, and the rooms that it may import besides itself.
const ROOMS: &[(&str, &[&str])] = &[
    ("span", &[]),
    ("disk", &[]),
    ("markdown", &["span"]),
    ("typst", &["disk"]),
    ("watch", &[]),
    ("date", &["span"]),
    ("figure", &["span"]),
    ("text", &["span"]),
    ("finding", &["span"]),
    ("edition", &["span"]),
    ("article", &["span", "date", "text"]),
    ("facts", &["span", "date", "figure", "finding"]),
    ("dossier", &["article", "facts", "text", "figure", "date", "finding", "markdown", "span"]),
    ("checks", &["article", "date", "dossier", "facts", "figure", "finding", "markdown", "span", "text"]),
    ("briefing", &["date", "dossier", "edition", "facts", "figure", "finding", "markdown", "span"]),
    ("render", &["briefing", "disk", "finding", "markdown", "span", "typst"]),
    ("report", &["finding", "span"]),
    ("provenance", &["disk", "text"]),
    ("preview", &[]),
    (
        "pipeline",
        &[
            "article", "briefing", "checks", "date", "disk", "dossier", "edition", "facts", "finding",
            "markdown", "render", "span", "text", "typst",
        ],
    ),
    ("cli", &["*"]),
    ("lib", &[]),
    ("main", &["cli"]),
];

/// Dependency, and the rooms that are its door.
const DOORS: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["report"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("jiff", &["date"]),
    ("memchr", &["text"]),
    ("notify", &["watch"]),
    ("pulldown_cmark", &["markdown"]),
    ("rayon", &["pipeline", "dossier", "checks"]),
    ("rustix", &["disk", "typst"]),
    ("serde_saphyr", &["facts"]),
    ("sha2", &["disk"]),
    ("signal_hook", &["disk", "typst"]),
    ("similar", &["text"]),
    ("strsim", &["text", "facts", "checks", "render"]),
    ("tempfile", &["disk"]),
    ("tera", &["render"]),
    ("unicode_normalization", &["text"]),
];

const LONGEST: usize = 400;

#[test]
fn a_room_imports_only_what_its_line_allows() {
    let mut broken = Vec::new();
    for (path, text) in sources() {
        let room = room_of(&path);
        let allowed = allowed(&room);
        for (line, import) in imports(&text) {
            if import != room && !allowed.contains(&"*") && !allowed.contains(&import.as_str()) {
                broken.push(format!("{}:{line}: {room} -> {import}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "arrows that the drawing does not have:\n{}", broken.join("\n"));
}

#[test]
fn a_dependency_has_one_door() {
    let mut broken = Vec::new();
    for (path, text) in sources() {
        let room = room_of(&path);
        if is_test(&path) {
            continue;
        }
        for (name, doors) in DOORS {
            let used = text.contains(&format!("{name}::")) && !doors.contains(&room.as_str());
            if used {
                broken.push(format!("{}: {name} comes in through {}", path.display(), doors.join(", ")));
            }
        }
    }
    assert!(broken.is_empty(), "dependencies beside their door:\n{}", broken.join("\n"));
}

#[test]
fn no_file_is_too_long() {
    let long: Vec<String> = sources()
        .into_iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(path, lines)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "files over {LONGEST} lines:\n{}", long.join("\n"));
}

#[test]
fn every_file_says_first_what_it_answers() {
    for (path, text) in sources().into_iter().filter(|(path, _)| !is_test(path)) {
        assert!(text.starts_with("//! "), "{} does not begin with a `//!` line", path.display());
    }
}

#[test]
fn every_room_is_in_the_table() {
    for (path, _) in sources() {
        allowed(&room_of(&path));
    }
}

/// Whether a file is compiled for tests alone.
pub(crate) fn is_test(path: &Path) -> bool {
    let name = path.file_stem().unwrap().to_string_lossy();
    name.ends_with("tests") || name == "fake" || path.components().any(|part| part.as_os_str() == "tests")
}

fn allowed(room: &str) -> &'static [&'static str] {
    let line = ROOMS.iter().find(|(name, _)| *name == room);
    line.unwrap_or_else(|| panic!("room `{room}` has no line in the table")).1
}

/// Line and room of every `crate::room` outside comments.
fn imports(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        for rest in line.split("crate::").skip(1) {
            let name: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            if !name.is_empty() && rest[name.len()..].starts_with([':', ';', ' ', ',', '}']) {
                found.push((at + 1, name));
            }
        }
    }
    found
}

fn room_of(path: &Path) -> String {
    let first = path.components().next().unwrap();
    Path::new(first.as_os_str()).file_stem().unwrap().to_string_lossy().into_owned()
}

/// Every file of `src` and its text.
pub(crate) fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(&root).unwrap().to_owned(), text));
            }
        }
    }
    found.sort();
    assert!(found.len() > 2, "only {} source files were found", found.len());
    found
}
