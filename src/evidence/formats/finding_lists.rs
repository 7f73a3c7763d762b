//! Parses long lists of findings and keeps only the fields that are read: as a full tree, 60 MB of findings would take
//! several times as much memory.

use super::{prowler, security_hub};
use crate::base::json::{self, FieldFilter, Json};

/// Parses the value at the start of a text; returns it with its length in bytes. See [`json::first_value`].
pub(super) fn first_value(text: &str, on_progress: &dyn Fn(usize)) -> serde_json::Result<(Json, usize)> {
    json::first_value(text, fields_of_items_like, on_progress)
}

fn fields_of_items_like(first: &Json) -> FieldFilter {
    if security_hub::is_finding(first) {
        security_hub::FIELDS
    } else if prowler::is_ocsf(first) {
        prowler::OCSF_FIELDS
    } else {
        FieldFilter::All
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Reading, prowler, security_hub};
    use super::first_value;
    use crate::base::json::Json;
    use crate::evidence::facts::{Facts, Format};
    use std::cell::RefCell;

    const ASFF: &str = include_str!("../../../tests/evidence/samples/synthetic/asff_bad.json");
    const OCSF: &str = include_str!("../../../tests/evidence/samples/prowler/bad.ocsf.json");

    type Read = fn(&mut Reading<'_>, &Json);

    /// The facts that `read` extracts from a value, in debug format.
    fn facts(read: Read, value: &Json) -> String {
        let mut facts = Facts::default();
        let reading = &mut Reading {
            file: "x",
            format: Format::AwsCli,
            collected_at: None,
            changed_at: None,
            batch: 0,
            text: 0,
            folder: "",
            profile: None,
            command: None,
            facts: &mut facts,
            problems: &mut Vec::new(),
            read: &mut Vec::new(),
            is_broken: false,
            skipped: Vec::new(),
            parsed: &|_| {},
        };
        read(reading, value);
        assert!(!facts.scans.is_empty());
        format!("{facts:?}")
    }

    #[test]
    fn fields_that_are_read_are_kept() {
        let prowler_asff = ASFF.replace("security-control/", "prowler-");
        let old_asff =
            ASFF.replace("\"SecurityControlId\"", "\"Other\"").replace("aws/securityhub/ProductName", "ControlId");
        let ocsf = OCSF.trim().trim_matches(['[', ']']);
        let ocsf = format!("[{ocsf},{ocsf}]");
        let asff: Read = |reading, value| security_hub::read(reading, value, &[]);
        for (text, read) in [(ASFF, asff), (&prowler_asff, asff), (&old_asff, asff), (&ocsf, prowler::read_ocsf)] {
            let whole = Json::parse(text).unwrap();
            let (filtered, length) = first_value(text, &|_| {}).unwrap();
            assert_eq!(length, text.trim_end().len());
            assert_eq!(facts(read, &filtered), facts(read, &whole));
            let Json::List(items) = &filtered else { panic!() };
            let Json::List(all) = &whole else { panic!() };
            assert!(items.len() > 1 && items[0] == all[0]);
            assert!(items[1].to_string().len() * 2 < all[1].to_string().len());
        }
    }

    #[test]
    fn syntax_errors_in_skipped_fields_are_reported() {
        let first = r#"[{"GeneratorId": "security-control/IAM.4"},"#;
        for rest in [
            r#"{"Title": 1e999}]"#,
            r#"{"Title": "\ud800"}]"#,
            "{\"Title\": \"\u{1}\"}]",
            r#"{"Title": [1,}]"#,
            "{\n\"Title\": {\"a\": tru}}]",
            r#"{"Title": {"a": "b"#,
            &format!("{{\"Title\": {}", "[".repeat(130)),
            &format!("{{\"Title\": {}{}}}]", "[".repeat(125), "]".repeat(125)),
        ] {
            let text = format!("{first}{rest}");
            let error = |result: serde_json::Result<()>| result.map_err(|error| error.to_string());
            let whole = error(Json::parse(&text).map(|_| ()));
            assert_eq!(error(first_value(&text, &|_| {}).map(|_| ())), whole, "{rest}");
        }
    }

    #[test]
    fn other_lists_are_not_filtered_and_progress_is_reported() {
        let text = format!("[{}0]\nbehind", r#"{"metadata": "x", "a": ["b", null, 1.5]}, "#.repeat(50_000));
        let progress = RefCell::new(Vec::new());
        let (value, length) = first_value(&text, &|bytes| progress.borrow_mut().push(bytes)).unwrap();
        assert_eq!(value, Json::parse(&text[..length]).unwrap());
        assert_eq!(&text[length..], "\nbehind");
        let progress = progress.into_inner();
        assert!(progress.len() > 5 && progress.is_sorted() && progress.last() < Some(&length));
    }
}
