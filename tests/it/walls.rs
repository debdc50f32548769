//! Holds the house to its drawing: who may import whom, and how long a file may be.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Floor, room, and the rooms that it may import besides itself.
const ROOMS: &[(u8, &str, &[&str])] = &[
    (1, "span", &[]),
    (1, "disk", &[]),
    (1, "watch", &[]),
    (2, "markdown", &["span"]),
    (2, "typst", &["disk"]),
    (2, "date", &["span"]),
    (2, "figure", &["span"]),
    (2, "text", &["span"]),
    (2, "finding", &["span"]),
    (2, "edition", &["span"]),
    (3, "article", &["span", "date", "text"]),
    (3, "facts", &["span", "date", "finding"]),
    (4, "dossier", &["article", "facts", "text", "figure", "date", "markdown", "span"]),
    (5, "checks", &["article", "date", "dossier", "facts", "figure", "finding", "span", "text"]),
    (5, "briefing", &["date", "dossier", "edition", "facts", "figure", "finding", "markdown", "span"]),
    (6, "render", &["briefing", "disk", "finding", "markdown", "span", "typst"]),
    (6, "report", &["finding", "span"]),
    (6, "provenance", &["disk", "text"]),
    (6, "preview", &[]),
    (
        7,
        "pipeline",
        &["article", "briefing", "checks", "disk", "dossier", "edition", "facts", "finding", "span", "typst"],
    ),
    (8, "cli", &["*"]),
    (9, "lib", &[]),
    (9, "main", &[]),
];

/// Dependency, and the rooms that are its door.
const DOORS: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["report"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("jiff", &["date"]),
    ("memchr", &["text"]),
    ("notify", &["watch"]),
    ("pulldown_cmark", &["markdown"]),
    ("rayon", &["pipeline", "dossier", "checks"]),
    ("rustix", &["disk", "typst"]),
    ("schemars", &["briefing", "edition", "facts", "markdown"]),
    ("serde", &["*"]),
    ("serde_saphyr", &["facts"]),
    ("serde_json", &["*"]),
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
fn arrows_lead_to_lower_floors() {
    let floor_of = |room: &str| ROOMS.iter().find(|(_, name, _)| *name == room).map(|(floor, ..)| *floor);
    for (floor, room, allowed) in ROOMS {
        for import in allowed.iter().filter(|import| **import != "*") {
            assert!(floor_of(import).is_some_and(|below| below < *floor), "{room} -> {import} leads up");
        }
    }
}

#[test]
fn every_arrow_of_the_table_is_drawn() {
    let mut drawn = BTreeSet::new();
    for (path, text) in sources() {
        drawn.extend(imports(&text).into_iter().map(|(_, import)| (room_of(&path), import)));
    }
    for (_, room, allowed) in ROOMS {
        for import in allowed.iter().filter(|import| **import != "*") {
            let arrow = ((*room).to_owned(), (*import).to_owned());
            assert!(drawn.contains(&arrow), "nothing in `{room}` imports `{import}`: take it from the table");
        }
    }
}

#[test]
fn every_dependency_has_its_doors() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let (_, rest) = manifest.split_once("\n[dependencies]\n").unwrap();
    let (own, _) = rest.split_once("\n\n").unwrap();
    let names = own.lines().filter_map(|line| line.split(" =").next());
    let names: Vec<String> = names.map(|name| name.replace('-', "_")).collect();
    let told: Vec<&str> = DOORS.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, told, "the dependencies of Cargo.toml, each with its doors");
}

#[test]
fn a_dependency_comes_in_through_its_doors() {
    let mut broken = Vec::new();
    for (path, text) in sources() {
        let room = room_of(&path);
        if is_test(&path) {
            continue;
        }
        for (name, doors) in DOORS {
            let open = doors.contains(&"*") || doors.contains(&room.as_str());
            if text.contains(&format!("{name}::")) && !open {
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
    let line = ROOMS.iter().find(|(_, name, _)| *name == room);
    line.unwrap_or_else(|| panic!("room `{room}` has no line in the table")).2
}

/// Line and room of every `crate::room` outside comments.
fn imports(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        for rest in line.split("crate::").skip(1) {
            assert!(!rest.starts_with('{'), "write a line for each room: {line}");
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
