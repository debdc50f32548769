//! What does `briefing.json` look like to a program?

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::view::Briefing;

/// The version of the shape of `briefing.json`; it grows when a field goes or changes its meaning.
pub const SCHEMA_VERSION: u32 = 1;

/// The JSON Schema (2020-12) of `briefing.json`, from the types themselves.
#[must_use]
pub fn schema() -> Value {
    let made = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Briefing>();
    let mut keys = Map::new();
    keys.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    keys.insert("title".to_owned(), json!(format!("A briefing of factum, version {SCHEMA_VERSION}")));
    if let Value::Object(made) = made.to_value() {
        keys.extend(made.into_iter().filter(|(key, _)| key != "$schema" && key != "title"));
    }
    let mut schema = Value::Object(keys);
    if let Some(version) = schema.pointer_mut("/properties/schema_version").and_then(Value::as_object_mut) {
        version.insert("const".to_owned(), json!(SCHEMA_VERSION));
    }
    schema
}

/// [`schema`] as text.
#[must_use]
pub fn json_schema() -> String {
    let mut text = serde_json::to_string_pretty(&schema()).expect("a schema is plain JSON");
    text.push('\n');
    text
}
