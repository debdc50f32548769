//! Holds the signs by which a reader knows a house that is easy to live in: small files, short functions, few branches,
//! hardly a panic.

use crate::walls::{is_test, sources};

/// So long may the file in the middle be, and nine files of ten.
const FILES: (usize, usize) = (120, 300);
/// So long may nine functions of ten be, and the longest.
const FUNCTIONS: (usize, usize) = (25, 60);
/// So many `if`, `while`, `for`, `match` and `loop` may one function hold.
const MOST_BRANCHES: usize = 10;

#[test]
fn most_files_are_short() {
    let lengths = sorted(sources().iter().map(|(_, text)| text.lines().count()));
    let found = (lengths[lengths.len() / 2], lengths[lengths.len() * 9 / 10]);
    assert!(found.0 <= FILES.0 && found.1 <= FILES.1, "median and ninth tenth: {found:?}");
}

#[test]
fn functions_are_short_and_branch_little() {
    let all = functions();
    let wrong: Vec<String> = all
        .iter()
        .filter(|one| one.lines > FUNCTIONS.1 || one.branches > MOST_BRANCHES)
        .map(|one| format!("{}: {} lines, {} branches", one.name, one.lines, one.branches))
        .collect();
    assert!(wrong.is_empty(), "functions of more than one thought:\n{}", wrong.join("\n"));
    let lengths = sorted(all.iter().map(|one| one.lines));
    let tenth = lengths[lengths.len() * 9 / 10];
    assert!(tenth <= FUNCTIONS.0, "one function of ten has more than {tenth} lines");
}

#[test]
fn a_panic_is_rare_and_says_what_must_hold() {
    let (mut lines, mut panics) = (0, Vec::new());
    for (path, code) in code() {
        lines += code.len();
        let stops =
            |line: &&String| [".expect(", "panic!(", "unreachable!("].iter().any(|one| line.contains(one));
        panics.extend(code.iter().filter(stops).map(|line| format!("{path}: {}", line.trim())));
    }
    assert!(panics.len() * 1000 <= lines, "more than one in 1,000 lines:\n{}", panics.join("\n"));
}

#[test]
fn a_function_s_lines_and_branches_are_counted() {
    let code = [
        "impl X {",
        "    fn one() {",
        "        if a {",
        "            b();",
        "        }",
        "    }",
        "    fn two() {}",
        "    pub(in crate::x) const fn three() {",
        "        c",
        "    }",
        "}",
    ];
    let code: Vec<String> = code.map(str::to_owned).to_vec();
    let found: Vec<(usize, usize)> =
        functions_of("x.rs", &code).iter().map(|one| (one.lines, one.branches)).collect();
    assert_eq!(found, [(5, 1), (1, 0), (3, 0)]);
}

struct Function {
    name: String,
    lines: usize,
    branches: usize,
}

fn functions() -> Vec<Function> {
    code().iter().flat_map(|(path, code)| functions_of(path, code)).collect()
}

/// The functions of a file as rustfmt lays them out: the brace that closes one stands right below its first letter.
fn functions_of(path: &str, code: &[String]) -> Vec<Function> {
    let mut found = Vec::new();
    for (at, line) in code.iter().enumerate() {
        let bare = line.trim_start();
        let seen = bare.strip_prefix("pub(").and_then(|rest| rest.split_once(") ")).map(|(_, rest)| rest);
        let bare = seen.or_else(|| bare.strip_prefix("pub ")).unwrap_or(bare);
        let bare = bare.strip_prefix("const ").unwrap_or(bare);
        let Some(name) = bare.strip_prefix("fn ") else { continue };
        let close = format!("{}}}", &line[..line.len() - line.trim_start().len()]);
        let rest = code[at..].iter();
        let lines =
            if line.ends_with(['}', ';']) { 1 } else { rest.take_while(|line| **line != close).count() + 1 };
        let name = format!("{path}: {}", name.split(['(', '<']).next().unwrap_or_default());
        found.push(Function {
            name,
            lines,
            branches: code[at..at + lines].iter().map(|line| branches(line)).sum(),
        });
    }
    found
}

fn branches(line: &str) -> usize {
    let words = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let mut words: Vec<&str> = words.collect();
    // `impl Trait for Type` and `for<'a>` are no loops.
    words.retain(|word| !(*word == "for" && (line.contains("impl") || line.contains("for<"))));
    words.iter().filter(|word| matches!(**word, "if" | "while" | "for" | "match" | "loop")).count()
}

/// The lines of each file that is not a test, without comments, texts in quotation marks and tests at the end.
fn code() -> Vec<(String, Vec<String>)> {
    let files = sources().into_iter().filter(|(path, _)| !is_test(path));
    files
        .map(|(path, text)| {
            let whole = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            let lines = whole.lines().filter(|line| !line.trim_start().starts_with("//"));
            (path.display().to_string(), lines.map(without_texts).collect())
        })
        .collect()
}

fn without_texts(line: &str) -> String {
    line.split('"').step_by(2).collect::<Vec<_>>().join("\"\"")
}

fn sorted(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut numbers: Vec<usize> = numbers.collect();
    numbers.sort_unstable();
    numbers
}
