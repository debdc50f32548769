//! What does a fact base look like to an editor?

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::base::FactBase;

/// The JSON Schema (2020-12) of a facts file, for editors that complete and check YAML.
#[must_use]
pub fn json_schema() -> String {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<FactBase>();
    let mut body = schema.to_value();
    mend(&mut body);
    let mut keys = Map::new();
    keys.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    keys.insert("title".to_owned(), json!("A fact base of factum"));
    if let Value::Object(body) = body {
        keys.extend(body.into_iter().filter(|(key, _)| key != "$schema" && key != "title"));
    }
    let mut text = serde_json::to_string_pretty(&keys).unwrap_or_default();
    text.push('\n');
    text
}

/// Says two things that the types do not: a key that is there has a value, and every scalar is text, so that
/// `credibility: 2` needs no quotation marks.
fn mend(schema: &mut Value) {
    match schema {
        Value::Array(inside) => inside.iter_mut().for_each(mend),
        Value::Object(keys) => {
            without_null(keys);
            any_scalar(keys);
            keys.values_mut().for_each(mend);
        }
        _ => {}
    }
}

fn without_null(keys: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = keys.get_mut("type") {
        types.retain(|one| one != "null");
        if let [one] = types.as_slice() {
            let one = one.clone();
            keys.insert("type".to_owned(), one);
        }
    }
    let Some(Value::Array(choices)) = keys.get_mut("anyOf") else { return };
    choices.retain(|choice| choice != &json!({ "type": "null" }));
    if let [Value::Object(only)] = choices.as_mut_slice() {
        let only = std::mem::take(only);
        keys.remove("anyOf");
        keys.extend(only);
    }
}

fn any_scalar(keys: &mut Map<String, Value>) {
    let free = !keys.contains_key("enum") && !keys.contains_key("pattern");
    if free && keys.get("type") == Some(&json!("string")) {
        keys.insert("type".to_owned(), json!(["string", "number", "boolean"]));
    }
}
