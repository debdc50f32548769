//! Holds the house to one direction: no two files take from each other, nor three in a ring.
//!
//! The rule, at every level of `src`: the entries of one folder, files and folders alike, form no circle, however
//! long. A folder takes what any file in it takes. A name is taken from the file that defines it, so a `mod.rs` that
//! hands on its children's names makes no arrow and hides none. What a folder's own `mod.rs` itself defines is the
//! ground that its children stand on: they may take it, and it may call them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::walls::{is_test, sources};

#[test]
fn no_files_take_from_each_other() {
    let files = sources().into_iter().filter(|(path, _)| !is_test(path)).collect();
    let circles = House::of(files).circles();
    assert!(circles.is_empty(), "files that take from each other:\n{}", circles.join("\n"));
}

#[test]
fn two_files_that_take_from_each_other_are_found_behind_their_door() {
    let door = ("date/mod.rs", "mod day;\nmod week;\npub use day::Day;\n");
    let day = ("date/day.rs", "use super::week::Week;\npub struct Day;\n");
    let week = ("date/week.rs", "use super::Day;\npub struct Week;\n");
    let found = house(&[door, day, week]).circles();
    assert_eq!(found, ["date/day.rs -> date/week.rs: Week", "date/week.rs -> date/day.rs: Day"]);
}

#[test]
fn a_ring_of_three_and_folders_that_take_from_each_other_are_found() {
    let ring = [
        ("a.rs", "crate::b::run();"),
        ("b.rs", "use crate::{c::go, x};"),
        ("c.rs", "use super::a;\na::go();"),
    ];
    assert_eq!(house(&ring).circles().len(), 3);
    let folders = [
        ("a/one.rs", "use crate::b::two::Two;"),
        ("b/mod.rs", ""),
        ("b/two.rs", ""),
        ("b/three.rs", "use crate::a::one::One;"),
    ];
    assert_eq!(house(&folders).circles().len(), 2);
}

#[test]
fn what_a_door_defines_is_the_ground_its_children_stand_on() {
    let door = ("date/mod.rs", "mod day;\npub struct Date;\nfn go() { day::read(); }\n");
    let day = ("date/day.rs", "use super::Date;\n// See crate::date::week::Week.\n");
    assert!(house(&[door, day, ("date/week.rs", "use super::day::Day;")]).circles().is_empty());
}

fn house(files: &[(&str, &str)]) -> House {
    House::of(files.iter().map(|(path, text)| (PathBuf::from(path), (*text).to_owned())).collect())
}

/// A module by the names that lead to it from the root.
type Module = Vec<String>;

struct House {
    files: BTreeMap<Module, File>,
}

struct File {
    path: PathBuf,
    /// The names that it brings in.
    uses: Vec<Use>,
    /// The paths that its code writes besides.
    written: Vec<Vec<String>>,
}

/// A name that a file brings in: what it means, and what it is called there.
struct Use {
    path: Vec<String>,
    alias: String,
}

/// For each entry of a folder, from which others it takes, and the names that show it.
type Level = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

impl House {
    fn of(files: Vec<(PathBuf, String)>) -> Self {
        let files = files.into_iter().map(|(path, text)| {
            let (uses, written) = paths(&text);
            (module(&path), File { path, uses, written })
        });
        Self { files: files.collect() }
    }

    /// The arrows of every circle, one a line.
    fn circles(&self) -> Vec<String> {
        self.levels().values().flat_map(on_circles).collect()
    }

    /// The arrows between the entries of each folder.
    fn levels(&self) -> BTreeMap<Module, Level> {
        let mut levels: BTreeMap<Module, Level> = BTreeMap::new();
        for (module, file) in &self.files {
            for path in file.uses.iter().map(|one| &one.path).chain(&file.written) {
                let Some((from, name)) = self.definer(module, path, 0) else { continue };
                let common = module.iter().zip(&from).take_while(|(mine, theirs)| mine == theirs).count();
                let (Some(mine), Some(theirs)) = (module.get(common), from.get(common)) else { continue };
                let shown =
                    format!("{} -> {}: {name}", file.path.display(), self.files[&from].path.display());
                let level = levels.entry(module[..common].to_vec()).or_default();
                level.entry(mine.clone()).or_default().entry(theirs.clone()).or_default().insert(shown);
            }
        }
        levels
    }

    /// The module that defines what `path`, written in `module`, names, and the name.
    fn definer(&self, module: &Module, path: &[String], hops: usize) -> Option<(Module, String)> {
        let whole = self.whole_path(module, path)?;
        let homes = (0..whole.len()).rev().map(|length| whole.split_at(length));
        let (home, rest) = homes.into_iter().find(|(home, _)| self.files.contains_key(*home))?;
        let (home, name) = (home.to_vec(), rest.first()?.clone());
        let handed_on = self.files[&home].uses.iter().find(|one| one.alias == name);
        let further = handed_on.filter(|_| hops < 8 && home != *module);
        further.and_then(|one| self.definer(&home, &one.path, hops + 1)).or(Some((home, name)))
    }

    /// A path as it would be written from the root; none if it leads out of the house.
    fn whole_path(&self, module: &Module, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let (_, parent) = module.split_last().unwrap_or((first, &[]));
        match first.as_str() {
            "crate" | "factum" => return Some(rest.to_vec()),
            "self" => return Some([module, rest].concat()),
            "super" if rest.first().is_some_and(|next| next == "super") => {
                return self.whole_path(&parent.to_vec(), rest);
            }
            "super" => return Some([parent, rest].concat()),
            _ => {}
        }
        let child = [module.as_slice(), std::slice::from_ref(first)].concat();
        if self.files.contains_key(&child) {
            return Some([&child, rest].concat());
        }
        let known =
            self.files.get(module)?.uses.iter().find(|one| one.alias == *first && one.path[0] != *first)?;
        Some([self.whole_path(module, &known.path)?, rest.to_vec()].concat())
    }
}

/// The arrows from whose end a way leads back to their start.
fn on_circles(level: &Level) -> Vec<String> {
    let mut found = Vec::new();
    for (from, arrows) in level {
        for (to, shown) in arrows {
            if reached(level, to).contains(from) {
                found.extend(shown.iter().cloned());
            }
        }
    }
    found
}

/// The entries to which a way leads from `start`, itself included.
fn reached<'l>(level: &'l Level, start: &'l String) -> BTreeSet<&'l String> {
    let (mut seen, mut left) = (BTreeSet::new(), vec![start]);
    while let Some(entry) = left.pop() {
        if seen.insert(entry) {
            left.extend(level.get(entry).into_iter().flat_map(BTreeMap::keys));
        }
    }
    seen
}

fn module(path: &Path) -> Module {
    let mut names: Module =
        path.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if matches!(names.last().map(String::as_str), Some("mod" | "lib")) {
        names.pop();
    }
    names
}

/// The lines without comments and without the tests at their end.
fn code(text: &str) -> Vec<&str> {
    let whole = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    whole.lines().map(str::trim).filter(|line| !line.starts_with("//")).collect()
}

/// Every name that a `use` brings in, by its path, and every other path that the code writes.
fn paths(text: &str) -> (Vec<Use>, Vec<Vec<String>>) {
    let (mut uses, mut written) = (Vec::new(), Vec::new());
    let mut tree: Option<String> = None;
    for line in code(text) {
        let bare = ["pub(super) ", "pub(crate) ", "pub "].iter().find_map(|lead| line.strip_prefix(lead));
        match (&mut tree, bare.unwrap_or(line).strip_prefix("use ")) {
            (Some(tree), _) => tree.push_str(line),
            (None, Some(start)) => tree = Some(start.to_owned()),
            (None, None) => {
                let pieces =
                    line.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '_' | ':'));
                written
                    .extend(pieces.map(|piece| names(piece.trim_matches(':'))).filter(|path| path.len() > 1));
            }
        }
        if let Some(whole) = tree.take_if(|tree| tree.ends_with(';')) {
            leaves("", whole.trim_end_matches(';'), &mut uses);
        }
    }
    (uses, written)
}

/// Takes a `use` tree apart: `a::{b, c::{self, d as e}}`.
fn leaves(lead: &str, tree: &str, found: &mut Vec<Use>) {
    if let Some((before, inner)) = tree.trim().trim_end_matches(',').split_once('{') {
        let inner = inner.strip_suffix('}').unwrap_or(inner);
        let mut depth = 0;
        let parts = inner.split(|letter| {
            depth += i32::from(letter == '{') - i32::from(letter == '}');
            letter == ',' && depth == 0
        });
        parts.for_each(|part| leaves(&format!("{lead}{before}"), part.trim(), found));
    } else if !tree.is_empty() {
        let (path, alias) = tree.split_once(" as ").unwrap_or((tree, ""));
        let path = names(format!("{lead}{path}").trim_end_matches("::self"));
        let alias =
            if alias.is_empty() { path.last().cloned().unwrap_or_default() } else { alias.to_owned() };
        found.push(Use { path, alias });
    }
}

fn names(path: &str) -> Vec<String> {
    path.split("::").map(|name| name.trim().to_owned()).collect()
}
