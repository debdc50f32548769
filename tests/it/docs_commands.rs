//! Are the commands that the docs show commands that the program knows?

use crate::project::{Project, repository};

/// The pages that show commands, and the workflow.
const PAGES: [&str; 9] = [
    "docs/ci.md",
    "docs/data.md",
    "docs/project.md",
    "docs/provenance.md",
    "docs/templates.md",
    "docs/watch.md",
    "README.md",
    "docs/cli.md",
    ".github/workflows/briefing.yml",
];

/// The words of each `factum` command in a text's lines of code, up to what belongs to the shell.
fn commands(text: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for line in text.lines() {
        let line = line.trim().trim_start_matches("- ");
        let line = ["run: ", "entry: "].iter().fold(line, |line, key| line.strip_prefix(key).unwrap_or(line));
        let Some(rest) = line.trim_start_matches("./target/release/").strip_prefix("factum ") else {
            continue;
        };
        let ours = rest.split_whitespace().take_while(|word| !["|", "||", "&&", ">", "#"].contains(word));
        let words: Vec<String> = ours.map(str::to_owned).collect();
        // A sentence may begin with the program's name, too.
        if words.first().is_some_and(|word| word.starts_with('-') || known(word)) {
            found.push(words);
        }
    }
    found
}

/// Whether a command is called that.
fn known(word: &str) -> bool {
    let all = Project::empty().factum(&["--help"]).stdout;
    all.lines().any(|line| line.split_whitespace().next() == Some(word))
}

#[test]
fn every_command_in_the_docs_is_understood() {
    let mut seen = 0;
    for page in PAGES {
        let text = std::fs::read_to_string(repository().join(page)).unwrap();
        for words in commands(&text) {
            seen += 1;
            // With the question for help at its end a command is read, and not run.
            let asked: Vec<&str> = words.iter().map(String::as_str).chain(["--help"]).collect();
            let ran = Project::empty().factum(&asked);
            assert_eq!(ran.code, Some(0), "{page}: factum {}: {}", words.join(" "), ran.stderr);
        }
    }
    assert!(seen >= 20, "only {seen} commands were found");
}

#[test]
fn an_option_that_is_none_would_be_seen() {
    assert_eq!(Project::empty().factum(&["check", "--no-such-option", "--help"]).code, Some(2));
}
