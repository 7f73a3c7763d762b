//! The schemas of `docs/schemas/`, made strict, and the validator that reads them.

use serde_json::{Value, json};

/// A schema by its name, as it is published.
pub fn read(name: &str) -> Value {
    let path = format!("docs/schemas/{name}.schema.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap()
}

/// Refuses fields that the schema does not name, in every object whose fields it lists.
fn strict(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            fields.values_mut().for_each(strict);
            if fields.contains_key("properties") {
                fields.entry("additionalProperties").or_insert(json!(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(strict),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Violations of the strict schema, a line each.
pub fn errors(name: &str, value: &Value) -> Vec<String> {
    let mut schema = read(name);
    strict(&mut schema);
    violations(&schema, value)
}

fn violations(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::options().should_validate_formats(true).build(schema).unwrap();
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Fails where a value is not as the schema says.
pub fn check(name: &str, value: &Value) {
    let errors = errors(name, value);
    assert!(errors.is_empty(), "{name}:\n{}", errors.join("\n"));
}

/// Fails where a value that may have unknown fields violates the schema as published.
pub fn check_with_unknown_fields(name: &str, value: &Value) {
    let errors = violations(&read(name), value);
    assert!(errors.is_empty(), "{name}:\n{}", errors.join("\n"));
}
