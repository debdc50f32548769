//! Do included files say what they may?

use super::{HEAD, line};
use crate::facts::{FactBase, Unreadable, include, read};
use crate::span::{FileId, Files};

fn together(further: &[&str]) -> (Files, Result<FactBase, Vec<Unreadable>>) {
    let mut files = Files::default();
    let main =
        files.add("facts.yaml", format!("{HEAD}facts:\n  first:\n    claim: C.\nunknowns:\n  - one\n"));
    let further: Vec<FileId> = further.iter().map(|text| files.add("more.yaml", *text)).collect();
    let base = read(&files, main).unwrap();
    let base = include(base, &files, &further);
    (files, base)
}

fn errors(further: &[&str]) -> Vec<String> {
    let (files, base) = together(further);
    base.unwrap_err().iter().map(|error| line(&files, error)).collect()
}

#[test]
fn entries_and_lists_follow_those_of_the_main_file() {
    let (files, base) = together(&[
        "facts:\n  second:\n    claim: D.\n",
        "unknowns: [two]\nfacts:\n  another:\n    claim: E.\n",
    ]);
    let base = base.unwrap();
    let ids: Vec<_> = base.facts.iter().map(|fact| fact.id.as_str()).collect();
    assert_eq!(ids, ["first", "second", "another"]);
    assert_eq!(files.place(base.facts.get("another").unwrap().id.at), "more.yaml:3:3");
    assert_eq!(base.unknowns.last().unwrap().value, "two");
}

#[test]
fn an_id_in_two_files_is_named_at_both_places() {
    let again = "facts:\n  first:\n    claim: D.\n";
    assert_eq!(
        errors(&[again]),
        ["more.yaml:2:3 duplicate-key the fact `first` stands in two files [facts.yaml:4:3 first here]"]
    );
}

#[test]
fn what_is_said_once_stands_in_the_main_file() {
    assert_eq!(
        errors(&["title: T\n"]),
        ["more.yaml:1:1 unknown-key `title` may stand in the main file only"]
    );
    assert_eq!(
        errors(&["include: [a]\n"]),
        ["more.yaml:1:1 unknown-key `include` may stand in the main file only"]
    );
    assert_eq!(errors(&["factz:\n  a: b\n"]), ["more.yaml:1:1 unknown-key a fact base knows no key `factz`"]);
}

#[test]
fn the_errors_of_all_files_are_reported() {
    assert_eq!(
        errors(&["", "facts:\n  A:\n    claim: x\n"]),
        ["more.yaml:1:1 empty-file the file holds nothing", "more.yaml:2:3 wrong-id `A` is not an id",]
    );
}
