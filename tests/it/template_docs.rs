//! Does the page on templates say what templates see, and do its examples run?

use std::fs;

use factum::briefing::view::coverage::Coverage;
use serde_json::Value;

use crate::project::{Project, overwriting, repository};

const PAGE: &str = "docs/templates.md";
const SCHEMA: &str = "docs/briefing.schema.json";

/// One test, since both parts write the page when it is to be rewritten.
#[test]
fn the_page_has_the_fields_of_the_types_and_its_examples_run() {
    fields();
    examples();
}

fn fields() {
    let page = read(PAGE);
    let coverage = serde_json::to_value(schemars::schema_for!(Coverage)).unwrap();
    let made = with(&page, "briefing", &tables("Briefing", &factum::briefing::schema()));
    let made = with(&made, "coverage", &tables("Coverage", &coverage));
    if overwriting() {
        fs::write(repository().join(PAGE), &made).unwrap();
    }
    assert!(read(PAGE) == made, "{PAGE} is stale: SNAPSHOTS=overwrite cargo test");
}

#[test]
fn the_schema_for_programs_is_the_program_s() {
    let made = factum::briefing::json_schema();
    if overwriting() {
        fs::write(repository().join(SCHEMA), &made).unwrap();
    }
    assert!(read(SCHEMA) == made, "{SCHEMA} is stale: SNAPSHOTS=overwrite cargo test");
}

fn examples() {
    let mut page = read(PAGE);
    let mut run = 0;
    for (name, template, given) in shown(&page.clone()) {
        let project = Project::empty();
        assert_eq!(project.factum(&["init"]).code, Some(0));
        project.write(&format!("templates/{name}"), &template);
        let output = name.trim_end_matches(".tera");
        let format = if output.ends_with(".md") { "md" } else { "html" };
        let ran = project.factum(&["build", "--format", format]);
        assert_eq!(ran.code, Some(0), "{template}: {}", ran.stderr);
        let gives = project.read(&format!("out/{output}"));
        run += 1;
        if overwriting() {
            let block = |body: &str| format!("{template}```\n\n```text gives\n{body}```\n");
            assert!(page.contains(&block(&given)));
            page = page.replacen(&block(&given), &block(&gives), 1);
        } else {
            assert_eq!(given, gives, "{template}");
        }
    }
    assert!(run >= 4, "only {run} examples were found");
    if overwriting() {
        fs::write(repository().join(PAGE), page).unwrap();
    }
}

#[test]
fn every_name_that_an_error_offers_stands_on_the_page() {
    let page = read(PAGE);
    for name in ["briefing.md.tera", "briefing.html.tera"] {
        let project = Project::small();
        project.write(&format!("templates/{name}"), "{{ title | zzz }}{{ zzz() }}{{ title is zzz }}");
        let said = project.factum(&["build", "--format", "md,html"]).stderr;
        let helps: Vec<&str> =
            said.lines().filter_map(|line| line.split_once("there are: ")).map(|two| two.1).collect();
        assert_eq!(helps.len(), 3, "{said}");
        for word in helps.iter().flat_map(|help| help.split(", ")).map(|word| word.trim_matches('`')) {
            let told = [format!("`{word}`"), format!("is {word}`"), format!("`{word}(")];
            assert!(told.iter().any(|told| page.contains(told)), "{PAGE} says nothing of `{word}`");
        }
    }
    let listed = Project::empty().factum(&["templates"]).stdout;
    for name in listed.lines().filter_map(|line| line.split_whitespace().next()) {
        assert!(page.contains(&format!("`{name}`")), "{PAGE} says nothing of `{name}`");
    }
}

#[test]
fn briefings_are_what_their_schema_says() {
    let schema = factum::briefing::schema();
    let mut checked = 0;
    for name in ["smallest", "everything", "hostile"] {
        let folder = repository().join("tests/golden").join(name);
        let project = Project::empty();
        for path in crate::project::files_below(&folder, &["facts.yaml", "seeds"]) {
            let inside = path.strip_prefix(&folder).unwrap().to_string_lossy().into_owned();
            project.write(&inside, fs::read(&path).unwrap());
        }
        for (words, output) in [
            (&["build", "--format", "json"][..], "out/briefing.json"),
            (&["build", "--format", "json", "--template", "factsheet"][..], "out/factsheet/factsheet.json"),
        ] {
            assert_eq!(project.factum(words).code, Some(0));
            let briefing: Value = serde_json::from_str(&project.read(output)).unwrap();
            assert_eq!(wrong(&briefing, &schema, &schema, "$"), None, "{name} {output}");
            checked += 1;
        }
    }
    assert_eq!(checked, 6);
}

#[test]
fn what_is_not_as_the_schema_says_is_seen() {
    let schema = factum::briefing::schema();
    let project = Project::small();
    project.factum(&["build", "--format", "json"]);
    let briefing: Value = serde_json::from_str(&project.read("out/briefing.json")).unwrap();
    let changed = |path: &str, value: Value| {
        let mut briefing = briefing.clone();
        *briefing.pointer_mut(path).unwrap() = value;
        wrong(&briefing, &schema, &schema, "$")
    };
    assert_eq!(changed("/title", 1.into()).as_deref(), Some("$.title: not a string"));
    assert_eq!(changed("/schema_version", 2.into()).as_deref(), Some("$.schema_version: not 1"));
    assert!(changed("/document", "memo".into()).unwrap().starts_with("$.document: "));
    assert!(
        changed("/notes/0/remark", serde_json::json!([{"type": "blink"}]))
            .unwrap()
            .starts_with("$.notes[0].remark[0]: ")
    );
    assert_eq!(changed("/notes/0", serde_json::json!({})).as_deref(), Some("$.notes[0]: no `number`"));
    let mut more = briefing.clone();
    more["more"] = true.into();
    assert_eq!(wrong(&more, &schema, &schema, "$").as_deref(), Some("$: `more` is not in the schema"));
}

/// The first place at which a value is not what its schema says; a key that the schema does not name counts, too.
fn wrong(value: &Value, schema: &Value, root: &Value, at: &str) -> Option<String> {
    if let Some(path) = schema.get("$ref").and_then(Value::as_str) {
        return wrong(value, root.pointer(path.trim_start_matches('#')).unwrap(), root, at);
    }
    for choice in ["anyOf", "oneOf"] {
        if let Some(Value::Array(choices)) = schema.get(choice) {
            let flaws: Vec<Option<String>> = choices.iter().map(|one| wrong(value, one, root, at)).collect();
            return if flaws.contains(&None) {
                None
            } else {
                Some(format!("{at}: none of its forms: {flaws:?}"))
            };
        }
    }
    if let Some(only) = schema.get("const").filter(|only| *only != value) {
        return Some(format!("{at}: not {only}"));
    }
    if let Some(Value::Array(words)) = schema.get("enum")
        && !words.contains(value)
    {
        return Some(format!("{at}: not one of {words:?}"));
    }
    match (schema.get("type").and_then(Value::as_str), value) {
        (Some("object"), Value::Object(keys)) => object(keys, schema, root, at),
        (Some("array"), Value::Array(items)) => {
            let mut numbered = items.iter().enumerate();
            numbered.find_map(|(n, item)| wrong(item, &schema["items"], root, &format!("{at}[{n}]")))
        }
        (Some("string"), Value::String(_))
        | (Some("boolean"), Value::Bool(_))
        | (Some("null"), Value::Null) => None,
        (Some("integer"), Value::Number(number)) if number.as_u64().is_some() => None,
        (None, _) if schema.get("const").is_some() => None,
        (due, _) => Some(format!("{at}: not a {}", due.unwrap_or("value of a type that is known"))),
    }
}

fn object(keys: &serde_json::Map<String, Value>, schema: &Value, root: &Value, at: &str) -> Option<String> {
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    let missing = required.iter().filter_map(Value::as_str).find(|key| !keys.contains_key(*key));
    if let Some(missing) = missing {
        return Some(format!("{at}: no `{missing}`"));
    }
    keys.iter().find_map(|(key, value)| match schema["properties"].get(key) {
        Some(inner) => wrong(value, inner, root, &format!("{at}.{key}")),
        None => Some(format!("{at}: `{key}` is not in the schema")),
    })
}

/// A table for each type, in the order in which they are met.
fn tables(name: &str, schema: &Value) -> String {
    let mut text = String::new();
    let mut left = vec![name.to_owned()];
    let mut done: Vec<String> = Vec::new();
    while !left.is_empty() {
        let name = left.remove(0);
        if done.contains(&name) {
            continue;
        }
        let kind = schema.pointer(&format!("/$defs/{name}")).unwrap_or(schema);
        text.push_str(&format!("### {name}\n\n"));
        if let Some(words) = kind["description"].as_str() {
            text.push_str(&format!("{}\n\n", words.replace('\n', " ")));
        }
        text.push_str(&table(kind, &mut left));
        done.push(name);
    }
    text
}

fn table(kind: &Value, met: &mut Vec<String>) -> String {
    let Some(forms) = kind["oneOf"].as_array() else { return rows("field", kind, met) };
    let mut text = String::new();
    if forms.iter().all(|form| form.get("const").is_some()) {
        text.push_str("| word | what |\n|---|---|\n");
        for form in forms {
            text.push_str(&format!("| `{}` | {} |\n", form["const"].as_str().unwrap(), words(form)));
        }
        return text + "\n";
    }
    text.push_str("| `type` | what | further fields |\n|---|---|---|\n");
    for form in forms {
        let name = form.pointer("/properties/type/const").and_then(Value::as_str).unwrap();
        let fields = form["properties"].as_object().unwrap().iter().filter(|(key, _)| *key != "type");
        let fields: Vec<String> = fields
            .map(|(key, inner)| format!("`{key}`: {}; {}", type_of(inner, met), words(inner)))
            .collect();
        text.push_str(&format!("| `{name}` | {} | {} |\n", words(form), fields.join("<br>")));
    }
    text + "\n"
}

fn rows(first: &str, kind: &Value, met: &mut Vec<String>) -> String {
    let mut text = format!("| {first} | type | what |\n|---|---|---|\n");
    for (key, inner) in kind["properties"].as_object().unwrap() {
        let about = words(inner);
        assert!(!about.is_empty(), "nothing says what `{key}` is");
        text.push_str(&format!("| `{key}` | {} | {about} |\n", type_of(inner, met)));
    }
    text + "\n"
}

fn words(kind: &Value) -> String {
    kind["description"].as_str().unwrap_or_default().replace('\n', " ").replace('|', "\\|")
}

fn type_of(kind: &Value, met: &mut Vec<String>) -> String {
    if let Some(path) = kind["$ref"].as_str() {
        let name = path.rsplit('/').next().unwrap();
        met.push(name.to_owned());
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(choices) = kind["anyOf"].as_array() {
        let choices: Vec<String> = choices.iter().map(|one| type_of(one, met)).collect();
        return choices.join(" or ");
    }
    match kind["type"].as_str().unwrap() {
        "array" => format!("list of {}", type_of(&kind["items"], met)),
        "string" => "text".to_owned(),
        "integer" => "number".to_owned(),
        "boolean" => "true or false".to_owned(),
        "null" => "none".to_owned(),
        other => panic!("the page has no word for {other}"),
    }
}

/// The page with `made` between its marks.
fn with(page: &str, name: &str, made: &str) -> String {
    let (start, end) = (format!("<!-- made from the types: {name} -->\n"), "<!-- end -->");
    let (before, rest) = page.split_once(&start).unwrap();
    let (_, after) = rest.split_once(end).unwrap();
    format!("{before}{start}\n{}\n\n{end}{after}", made.trim_end())
}

/// Each template on the page with its file's name and what it gives.
fn shown(page: &str) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for rest in page.split("\n```tera ").skip(1) {
        let (name, rest) = rest.split_once('\n').unwrap();
        let (template, rest) = rest.split_once("```\n").unwrap();
        let gives = rest
            .strip_prefix("\n```text gives\n")
            .unwrap_or_else(|| panic!("what does it give?\n{template}"));
        let (given, _) = gives.split_once("```\n").unwrap();
        found.push((name.to_owned(), template.to_owned(), given.to_owned()));
    }
    found
}

fn read(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_default()
}
