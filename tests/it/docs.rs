//! Do the docs say what the program does?

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use factum::span::Files;
use factum::{checks, facts};

use crate::project::overwriting;

/// The pages for people.
const PAGES: [&str; 18] = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "docs/format.md",
    "docs/verification.md",
    "docs/cli.md",
    "docs/probe.md",
    "docs/ci.md",
    "docs/coverage.md",
    "docs/data.md",
    "docs/editions.md",
    "docs/factsheet.md",
    "docs/overlap.md",
    "docs/project.md",
    "docs/provenance.md",
    "docs/templates.md",
    "docs/watch.md",
];

/// The pages whose YAML is a fact base, or a part of one.
const FACTS: [&str; 2] = ["README.md", "docs/format.md"];

/// The JSON Schema that editors are pointed to.
const SCHEMA: &str = "docs/facts.schema.json";

#[test]
fn every_fact_base_in_the_docs_can_be_read() {
    for page in FACTS {
        let text = read(page);
        let blocks: Vec<Block> = blocks(&text).into_iter().filter(|block| block.info == "yaml").collect();
        assert!(blocks.iter().any(|block| block.body.starts_with("title:")), "{page} shows no fact base");
        for block in blocks {
            let mut files = Files::default();
            let file = files.add("facts.yaml", whole(&block.body));
            let read = facts::read(&files, file);
            let base = read.unwrap_or_else(|errors| panic!("{page}:{}: {errors:#?}", block.first));
            let wrong: Vec<&str> = base
                .dates()
                .filter(|date| date.edtf.is_err())
                .map(|date| date.written.value.as_str())
                .collect();
            assert!(wrong.is_empty(), "{page}:{}: no dates: {wrong:?}", block.first);
        }
    }
}

#[test]
fn the_format_names_every_key() {
    let page = read("docs/format.md");
    let schema: serde_json::Value = serde_json::from_str(&facts::json_schema()).unwrap();
    let mut keys = BTreeSet::new();
    properties(&schema, &mut keys);
    let missing: Vec<&String> = keys.iter().filter(|key| !page.contains(&format!("`{key}`"))).collect();
    assert!(missing.is_empty(), "docs/format.md says nothing of {missing:?}");
}

#[test]
fn the_schema_for_editors_is_the_program_s() {
    let made = facts::json_schema();
    if overwriting() {
        fs::write(root().join(SCHEMA), &made).unwrap();
    }
    assert!(read(SCHEMA) == made, "{SCHEMA} is stale: SNAPSHOTS=overwrite cargo test");
}

#[test]
fn every_check_stands_in_the_table_as_it_is() {
    let page = read("docs/verification.md");
    let row = |card: &factum::finding::Card| {
        format!("| `{}` | {} | {} |", card.name, card.severity.word(), card.summary)
    };
    let due: Vec<String> = checks::cards().map(row).collect();
    let table: Vec<&str> = page
        .lines()
        .skip_while(|line| !line.starts_with("| check |"))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .collect();
    assert_eq!(table, due, "the table of checks in docs/verification.md");
}

#[test]
fn every_option_stands_in_the_docs_and_no_other() {
    let page = read("docs/cli.md");
    let everywhere = options(section(&page, "## Options of every command"));
    let commands = [
        "build", "check", "coverage", "diff", "doctor", "explain", "lock", "overlap", "probe", "release",
        "schema", "verify", "watch",
    ];
    for command in commands {
        let mut told = options(section(&page, &format!("## `factum {command}`")));
        told.extend(everywhere.iter().cloned());
        let mut known = options(&run(&[command, "--help"], ""));
        known.insert("--version".to_owned());
        assert_eq!(told, known, "the options of `factum {command}` in docs/cli.md");
    }
}

#[test]
fn the_answers_of_probe_are_those_in_the_docs() {
    let page = "docs/probe.md";
    let text = read(page);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let all = blocks(&text);
    for pair in all.windows(2).rev() {
        let [asked, answered] = pair else { continue };
        let Some(named) = asked.info.strip_prefix("json in") else { continue };
        assert_eq!(answered.info, "json out", "{page}:{}", answered.first);
        let before = text.lines().take(asked.first).filter_map(|line| line.strip_prefix("## `factum probe "));
        let heading = before.last().map_or("", |rest| rest.trim_end_matches('`'));
        let kind = if named.trim().is_empty() { heading } else { named.trim() };
        let said = run(&["probe", kind], &asked.body);
        if !overwriting() {
            assert_eq!(answered.body, said, "{page}:{}", answered.first);
        }
        let end = answered.first + answered.body.lines().count();
        lines.splice(answered.first..end, said.lines().map(str::to_owned));
    }
    if overwriting() {
        fs::write(root().join(page), lines.join("\n") + "\n").unwrap();
    }
}

#[test]
fn every_link_leads_somewhere() {
    let mut broken = Vec::new();
    for page in PAGES {
        let text = read(page);
        let folder = root().join(page).parent().map(Path::to_path_buf).unwrap_or_default();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        let local = links.filter(|link| !link.contains("://") && !link.starts_with(['#', '/']));
        for link in local.map(|link| link.split('#').next().unwrap_or_default()) {
            if !folder.join(link).exists() {
                broken.push(format!("{page}: {link}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_path_in_contributing_exists() {
    let text = read("CONTRIBUTING.md");
    let code = text.split('`').skip(1).step_by(2);
    let roots = ["src/", "tests/", "docs/", "templates/"];
    let paths =
        code.filter(|word| roots.iter().any(|root| word.starts_with(root)) && !word.contains("name."));
    let missing: Vec<&str> = paths.filter(|path| !root().join(path).exists()).collect();
    assert!(missing.is_empty(), "CONTRIBUTING.md names {missing:?}");
}

/// A fenced block of a page.
struct Block {
    /// What stands after the fence.
    info: String,
    /// How many lines stand before its first line.
    first: usize,
    body: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(page: &str) -> String {
    fs::read_to_string(root().join(page)).unwrap_or_else(|error| panic!("{page}: {error}"))
}

fn blocks(text: &str) -> Vec<Block> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        at += 1;
        let fence: String = line.chars().take_while(|sign| *sign == '`').collect();
        if fence.len() < 3 {
            continue;
        }
        let body: Vec<&str> = lines.iter().skip(at).copied().take_while(|line| *line != fence).collect();
        let info = line.trim_start_matches('`').to_owned();
        found.push(Block { info, first: at, body: body.iter().map(|line| format!("{line}\n")).collect() });
        at += body.len() + 1;
    }
    found
}

/// A part of a fact base with what every fact base needs.
fn whole(part: &str) -> String {
    let needed = [("title:", "title: Example\n"), ("as-of:", "as-of: 2021-07-08\n")];
    let missing = needed.iter().filter(|(key, _)| !part.lines().any(|line| line.starts_with(key)));
    missing.fold(part.to_owned(), |whole, (_, line)| whole + line)
}

/// The names of all properties in a JSON Schema.
fn properties(schema: &serde_json::Value, keys: &mut BTreeSet<String>) {
    match schema {
        serde_json::Value::Object(map) => {
            if let Some(serde_json::Value::Object(own)) = map.get("properties") {
                keys.extend(own.keys().cloned());
            }
            map.values().for_each(|value| properties(value, keys));
        }
        serde_json::Value::Array(list) => list.iter().for_each(|value| properties(value, keys)),
        _ => {}
    }
}

/// What stands under a heading, up to the next of its rank.
fn section<'t>(page: &'t str, heading: &str) -> &'t str {
    let (_, rest) =
        page.split_once(&format!("{heading}\n")).unwrap_or_else(|| panic!("docs/cli.md has no `{heading}`"));
    rest.split("\n## ").next().unwrap_or_default()
}

/// The long options at the start of a table's row, or of a line of help.
fn options(text: &str) -> BTreeSet<String> {
    let starts = |line: &&str| line.starts_with("| `-") || line.trim_start().starts_with('-');
    let named = text.lines().filter(starts).filter_map(|line| line.split("--").nth(1));
    let name = |rest: &str| {
        let letters = rest.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '-');
        format!("--{}", letters.collect::<String>())
    };
    named.map(name).collect()
}

/// What the program answers.
fn run(words: &[&str], input: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_factum"))
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("factum {words:?}: {error}"));
    if let Some(mut pipe) = child.stdin.take() {
        pipe.write_all(input.as_bytes()).unwrap_or_else(|error| panic!("factum {words:?}: {error}"));
    }
    let done = child.wait_with_output().unwrap_or_else(|error| panic!("factum {words:?}: {error}"));
    String::from_utf8(done.stdout).unwrap_or_else(|error| panic!("factum {words:?}: {error}"))
}
