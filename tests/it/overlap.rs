//! Which words sources share, and whether the facts say so.

use serde_json::Value;

use crate::project::Project;

/// Two articles that share a sentence but for one word, and the furniture of one site.
const WIRE: &str = "\
Ferry sinks

The ferry with forty people on board sank off the northern cape on Sunday after a night of thick fog.

Nobody was hurt, said the owners, who spoke of luck and of the crew's calm through the longest hours of the night.

Leave a reply to all of us down here at the paper
";

const RADIO: &str = "\
On the air

It was a long night. The ferry with forty people on board sank off the northern cape on Monday after a night of thick fog.

Nobody was hurt, said the owners, who spoke of luck and of the crew's calm through the longest hours of the night.

Leave a reply to all of us down here at the paper
";

const FACTS: &str = "\
title: The ferry
as-of: 2021-07-08
sources:
  wire:
    file: seeds/wire.txt
    ignore:
      - Leave a reply to all of us down here at the paper
  radio:
    file: seeds/radio.txt
    ignore:
      - Leave a reply to all of us down here at the paper
facts:
  unhurt:
    claim: Nobody was hurt.
    evidence:
      - wire: Nobody was hurt
entities:
  agency:
    name: The Agency
    kind: outlet
";

fn ferry() -> Project {
    let project = Project::empty();
    project.write("facts.yaml", FACTS);
    project.write("seeds/wire.txt", WIRE);
    project.write("seeds/radio.txt", RADIO);
    project
}

fn pairs(project: &Project, words: &[&str]) -> Vec<Value> {
    let ran = project.factum(&[&["overlap", "--format", "json"], words].concat());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let whole: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(whole["version"], 1);
    whole["pairs"].as_array().unwrap().clone()
}

#[test]
fn the_uncredited_copy_of_the_own_seeds_is_found() {
    let pairs = pairs(&Project::own(), &[]);
    let first = &pairs[0];
    assert_eq!(first["sources"], serde_json::json!(["site-a-8-july", "refugees-page"]));
    let share = first["shares"][0]["shared-words"].as_u64().unwrap();
    assert!((150..=160).contains(&share), "{share} words of the first stand in the second");
    let word = &first["twins"][0][0]["word"];
    assert_eq!(word, "militant", "the sentences that differ by one word");
    let family = pairs.iter().any(|pair| pair["family"] == "site-a");
    assert!(!family, "the two articles of one site share no text but furniture");
}

#[test]
fn agency_copy_that_loses_its_credit_is_noticed() {
    let project = Project::own();
    let credited = "          Afghanistan if needed.\n        via:\n          - reuters\n        note: The same sentence";
    project.change(credited, "          Afghanistan if needed.\n        note: The same sentence");
    let ran = project.factum(&["check", "--format", "concise", "--deny", "warnings"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let told =
        "`site-a-8-july` and `refugees-page` count as two origins of `putin-rahmon-call` and share 31 words";
    assert!(ran.stdout.contains(told), "{}", ran.stdout);
}

#[test]
fn a_word_that_differs_is_marked_and_furniture_left_out() {
    let ran = ferry().factum(&["overlap"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("seeds/wire.txt:3: The ferry with forty people on board sank off the northern cape on [Sunday] after"), "{}", ran.stdout);
    assert!(ran.stdout.contains("cape on [Monday] after"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("Leave a reply"), "{}", ran.stdout);
    assert!(ran.stdout.contains("not said whose they are"), "{}", ran.stdout);
    assert!(ran.stdout.contains("proposed: `carries: ORIGIN` on `"), "{}", ran.stdout);
}

#[test]
fn what_is_declared_is_not_proposed() {
    let project = ferry();
    project.change("  wire:\n", "  wire:\n    carries: agency\n");
    let half = &pairs(&project, &[])[0];
    assert_eq!(
        half["proposals"][0],
        serde_json::json!({"key": "carries", "source": "radio", "origin": "agency"})
    );
    project.change("  radio:\n", "  radio:\n    carries: agency\n");
    let both = &pairs(&project, &[])[0];
    assert_eq!((&both["carries"], &both["proposals"]), (&"agency".into(), &Value::Array(Vec::new())));
    assert!(both["runs"].as_array().unwrap().iter().all(|run| run["credit"] == "through"), "{both}");
}

#[test]
fn words_that_are_the_article_s_own_are_not_credited_to_whom_it_carries() {
    let project = ferry();
    for source in ["wire", "radio"] {
        project.change(&format!("  {source}:\n"), &format!("  {source}:\n    carries: agency\n"));
    }
    project
        .change("- wire: Nobody was hurt", "- source: wire\n        quote: Nobody was hurt\n        via: []");
    let pair = &pairs(&project, &[])[0];
    assert!(pair["runs"].as_array().unwrap().iter().any(|run| run["credit"] != "through"), "{pair}");
}

#[test]
fn a_family_is_said_to_be_one() {
    let project = ferry();
    for source in ["wire", "radio"] {
        project.change(&format!("  {source}:\n"), &format!("  {source}:\n    family: coast\n"));
    }
    let ran = project.factum(&["overlap"]);
    assert!(ran.stdout.contains("declared: both are of the family `coast`, counted once"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("proposed"), "{}", ran.stdout);
}

#[test]
fn the_length_of_a_run_is_a_choice() {
    let count = |words: &str| pairs(&ferry(), &["--words", words])[0]["runs"].as_array().unwrap().len();
    assert!(count("5") > count("14"));
    let ran = ferry().factum(&["overlap", "--words", "2"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    let alone = Project::small().factum(&["overlap"]);
    assert_eq!((alone.code, alone.stdout.starts_with("no two sources share")), (Some(0), true));
}

#[test]
fn of_many_sources_only_those_that_share_words_are_held_against_each_other() {
    let project = Project::empty();
    let (mut sources, count) = (String::new(), 400);
    for nth in 0..count {
        sources.push_str(&format!("  s{nth}:\n    file: seeds/s{nth}.txt\n"));
        let own: String = (0..200).map(|at| format!("W{at} of {nth} met x{nth}y{at}. ")).collect();
        let shared = if nth % 100 == 0 { "The ferry sank off the cape at dawn on Sunday.\n\n" } else { "" };
        project.write(&format!("seeds/s{nth}.txt"), format!("{shared}{own}\n"));
    }
    let fact = "  sank:\n    claim: The ferry sank.\n    evidence:\n      - s0: The ferry sank\n";
    project.write("facts.yaml", format!("title: T\nas-of: 2021\nsources:\n{sources}facts:\n{fact}"));
    let pairs = pairs(&project, &[]);
    assert_eq!(pairs.len(), 6, "the four with the sentence");
}
