//! The repository's own facts: they pass, their outputs are fresh, and no change of a digit goes unseen.

use crate::project::{Project, repository};

#[test]
fn they_pass_without_a_warning() {
    let ran = Project::own().factum(&["check", "--deny", "warnings"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stdout);
}

#[test]
fn the_committed_outputs_are_those_of_the_facts() {
    let project = Project::own();
    let ran = project.factum(&["build", "--format", "md,html,json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for name in ["briefing.md", "briefing.html", "briefing.json"] {
        let committed = std::fs::read_to_string(repository().join("out").join(name)).unwrap();
        assert!(committed == project.read(&format!("out/{name}")), "out/{name} is stale: run `factum build`");
    }
}

#[test]
fn another_folder_time_zone_and_language_give_the_same_bytes() {
    let one = Project::own();
    let other = Project::own();
    let words = ["build", "--format", "md,html,json"];
    assert_eq!(one.factum(&words).code, Some(0));
    let mut command = other.command(&words);
    command.env("TZ", "Pacific/Kiritimati").env("LC_ALL", "tr_TR.UTF-8").env("LANG", "tr_TR.UTF-8");
    assert_eq!(crate::project::run(command).code, Some(0));
    assert!(one.out() == other.out());
}

#[test]
fn a_removed_discrepancy_that_answers_a_computed_one_is_named() {
    let facts = Project::own().read("facts.yaml");
    let (head, entries) = facts.split_once("\ndiscrepancies:\n").unwrap();
    let (entries, tail) = entries.split_once("\nunknowns:").unwrap_or((entries, ""));
    let tail = if tail.is_empty() { String::new() } else { format!("\nunknowns:{tail}") };
    let starts: Vec<usize> = entries
        .match_indices('\n')
        .map(|(at, _)| at + 1)
        .chain([0])
        .filter(|at| {
            let line = entries[*at..].lines().next().unwrap_or_default();
            line.starts_with("  ") && line.as_bytes().get(2).is_some_and(u8::is_ascii_alphanumeric)
        })
        .collect();
    let mut starts = starts;
    starts.sort_unstable();
    let mut answering = 0;
    for (nth, start) in starts.iter().enumerate() {
        let end = starts.get(nth + 1).copied().unwrap_or(entries.len());
        let entry = &entries[*start..end];
        let Some(fact) = entry.lines().find_map(|line| line.trim().strip_prefix("fact: ")) else { continue };
        let without = format!("{head}\ndiscrepancies:\n{}{}{tail}", &entries[..*start], &entries[end..]);
        let project = Project::own();
        project.write("facts.yaml", without);
        let ran = project.factum(&["check", "--format", "concise", "--only", "undisclosed"]);
        if ran.code == Some(1) {
            assert!(ran.stdout.contains(&format!("sources differ on `{fact}`")), "{fact}: {}", ran.stdout);
            answering += 1;
        }
    }
    assert!(answering >= 5, "only {answering} entries answer a computed disagreement");
}
