//! Is every check's page whole, and do the examples on it do what it says?

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use factum::checks;
use factum::disk::Project;
use factum::finding::{Card, Coverage, Finding};
use factum::pipeline::{self, Unreadable};
use factum::report::{self, Format, Look, Report};
use factum::span::Files;

use crate::project::overwriting;

/// The sections of a page, in order.
const SECTIONS: [&str; 4] = ["What it finds", "Why", "What to do", "Examples"];

/// The fewest examples on a page: one that fires, one that stays quiet, one on the edge.
const FEWEST: usize = 3;

#[test]
fn every_check_has_its_page_and_every_page_its_check() {
    let shown: BTreeSet<&str> = checks::cards().map(|card| card.page).collect();
    let mut stray: Vec<String> = Vec::new();
    for page in pages() {
        if !overwriting() && !shown.contains(page.text.as_str()) {
            stray.push(format!("{}: no listed check shows this page", page.path.display()));
        }
    }
    let names: BTreeSet<String> = pages().iter().map(Page::name).collect();
    for file in files_of("rs") {
        let text = read(&file);
        let named = text.split("include_str!(\"").nth(1).and_then(|rest| rest.split_once(".md\")"));
        if let Some((name, _)) = named.filter(|(name, _)| !names.contains(*name)) {
            stray.push(format!("{}: there is no page `{name}.md`", file.display()));
        }
        let own = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        if text.contains("const CHECK: Check") && named.map(|(name, _)| name) != Some(own.as_str()) {
            stray.push(format!("{}: its page is not the file beside it", file.display()));
        }
    }
    assert!(stray.is_empty(), "{}", stray.join("\n"));
}

#[test]
fn every_page_is_whole() {
    let flaws: Vec<String> = pages()
        .iter()
        .flat_map(|page| flaws(page).into_iter().map(|flaw| format!("{}: {flaw}", page.path.display())))
        .collect();
    assert!(flaws.is_empty(), "{}", flaws.join("\n"));
}

#[test]
fn the_examples_do_what_they_say() {
    let mut wrong = Vec::new();
    for mut page in pages() {
        let card = page.card();
        let run = |example: Example| {
            let told = told(card, &page, &example);
            (example, told)
        };
        let told: Vec<(Example, String)> = examples(&page.text).into_iter().map(run).collect();
        if overwriting() {
            page.overwrite(&told);
            continue;
        }
        for (example, told) in told.into_iter().filter(|(example, told)| example.findings != *told) {
            let Example { title, findings, .. } = example;
            wrong.push(format!("{}: {title}\nthe page says:\n{findings}found:\n{told}", page.path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}\n`SNAPSHOTS=overwrite cargo test` rewrites them", wrong.join("\n"));
}

/// A page as it lies on the disk.
struct Page {
    path: PathBuf,
    text: String,
}

impl Page {
    fn name(&self) -> String {
        self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// The card of the check that the heading names.
    fn card(&self) -> &'static Card {
        let heading = self.text.lines().next().and_then(|line| line.strip_prefix("# ")).unwrap_or_default();
        let card = checks::card(heading);
        card.unwrap_or_else(|| panic!("{}: the heading `{heading}` names no check", self.path.display()))
    }

    /// Writes what was told into the blocks of findings, and severity and summary under the heading.
    fn overwrite(&mut self, told: &[(Example, String)]) {
        let mut lines: Vec<String> = self.text.lines().map(str::to_owned).collect();
        for (example, told) in told.iter().rev() {
            lines.splice(example.block.clone(), told.lines().map(str::to_owned));
        }
        if let Some(line) = lines.get_mut(2) {
            *line = epigraph(self.card());
        }
        let text = lines.join("\n") + "\n";
        if text != self.text {
            fs::write(&self.path, &text).unwrap_or_else(|error| panic!("{}: {error}", self.path.display()));
            self.text = text;
        }
    }
}

/// An example of a page.
struct Example {
    /// The sentence that heads it.
    title: String,
    /// Path and text of each file.
    files: Vec<(String, String)>,
    /// What the check is to say.
    findings: String,
    /// The lines of the page between the fences of the findings.
    block: Range<usize>,
}

fn pages() -> Vec<Page> {
    let pages: Vec<Page> = files_of("md").into_iter().map(|path| Page { text: read(&path), path }).collect();
    assert!(!pages.is_empty(), "src/checks holds no page");
    pages
}

fn files_of(extension: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/checks");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut files: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|found| found == extension)).collect();
    files.sort();
    files
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The line under the heading: the severity, and the summary as a sentence.
fn epigraph(card: &Card) -> String {
    let mut letters = card.summary.chars();
    let first: String = letters.next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default();
    format!("*{}.* {first}{}.", card.severity.word(), letters.as_str())
}

fn flaws(page: &Page) -> Vec<String> {
    let mut flaws = Vec::new();
    let line = |number: usize| page.text.lines().nth(number).unwrap_or_default();
    let due = epigraph(page.card());
    if line(2) != due {
        flaws.push(format!("line 3 is not `{due}`"));
    }
    let sections: Vec<&str> = unfenced(&page.text).filter_map(|(_, line)| line.strip_prefix("## ")).collect();
    if sections != SECTIONS {
        flaws.push(format!("its sections are {sections:?}, not {SECTIONS:?}"));
    }
    let examples = examples(&page.text);
    let fires = examples.iter().filter(|example| !example.findings.is_empty()).count();
    if examples.len() < FEWEST || fires == 0 || fires == examples.len() {
        let count = examples.len();
        flaws.push(format!(
            "{fires} of {count} examples fire; there are to be {FEWEST}, some firing, some quiet"
        ));
    }
    let headings = unfenced(&page.text).filter(|(_, line)| line.starts_with("### ")).count();
    if headings != examples.len() {
        flaws
            .push(format!("{headings} examples have a heading, {} have a block of findings", examples.len()));
    }
    flaws
}

/// The lines outside fenced blocks, with their numbers.
fn unfenced(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut inside = false;
    text.lines().enumerate().filter(move |(_, line)| {
        let fence = line.starts_with("```");
        inside ^= fence;
        !inside && !fence
    })
}

/// Every `###` heading with its files, up to its block of findings.
fn examples(text: &str) -> Vec<Example> {
    let mut found = Vec::new();
    let mut title = String::new();
    let mut files: Vec<(String, String)> = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        at += 1;
        if let Some(heading) = line.strip_prefix("### ") {
            heading.clone_into(&mut title);
            files.clear();
        }
        let Some(info) = line.strip_prefix("```") else { continue };
        let rest = lines.iter().skip(at).take_while(|line| **line != "```");
        let block = at..at + rest.clone().count();
        let body: String = rest.map(|line| format!("{line}\n")).collect();
        at = block.end + 1;
        if info == "findings" {
            found.push(Example {
                title: title.clone(),
                files: std::mem::take(&mut files),
                findings: body,
                block,
            });
        } else if let Some((_, path)) = info.split_once(' ') {
            files.push((path.to_owned(), body));
        }
    }
    found
}

/// What the page's check says of an example, in the concise format without the help.
fn told(card: &Card, page: &Page, example: &Example) -> String {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no temporary folder: {error}"));
    for (path, text) in completed(&example.files) {
        let path = folder.path().join(path);
        let parent = path.parent().unwrap_or(folder.path());
        let written = fs::create_dir_all(parent).and_then(|()| fs::write(&path, text));
        written.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    let project = Project::open(folder.path()).unwrap_or_else(|error| panic!("{}", error.what()));
    let loaded = pipeline::read(&project).unwrap_or_else(|Unreadable { files, findings }| {
        panic!("{}: {}: unreadable\n{}", page.path.display(), example.title, concise(&files, findings))
    });
    let articles = loaded.articles();
    let dossier = pipeline::link(&loaded, &articles);
    let mut findings = pipeline::check(&dossier).findings;
    findings.retain(|finding| finding.check == card.name);
    concise(&loaded.files, findings)
}

/// The files with what an example may leave out, added after what it says so that no line moves.
fn completed(files: &[(String, String)]) -> Vec<(String, String)> {
    let mut files = files.to_vec();
    let seeds: Vec<String> = files.iter().filter_map(|(path, _)| seed(path)).collect();
    if let Some((_, facts)) = files.iter_mut().find(|(path, _)| path == pipeline::FACTS) {
        let has = |facts: &str, key: &str| facts.lines().any(|line| line.starts_with(key));
        for line in ["title: Example", "as-of: 2021-07-08"] {
            let key = line.split_inclusive(':').next().unwrap_or_default();
            if !has(facts, key) {
                facts.push_str(&format!("{line}\n"));
            }
        }
        if !has(facts, "sources:") && !seeds.is_empty() {
            let entry = |name: &String| format!("  {name}:\n    file: seeds/{name}.txt\n");
            facts.push_str(&format!("sources:\n{}", seeds.iter().map(entry).collect::<String>()));
        }
    }
    files
}

/// `NAME` of `seeds/NAME.txt`.
fn seed(path: &str) -> Option<String> {
    path.strip_prefix("seeds/")?.strip_suffix(".txt").map(str::to_owned)
}

fn concise(files: &Files, mut findings: Vec<Finding>) -> String {
    for finding in &mut findings {
        finding.help.clear();
    }
    let coverage = Coverage::default();
    let cards: Vec<Card> = checks::cards().copied().collect();
    let report = Report { findings: &findings, files, coverage: &coverage, cards: &cards };
    report::write(Format::Concise, &report, Look::default())
}
