//! Long lists of findings: only what is read of them is kept, since 60 MB of them would be several times that as a
//! tree.

use super::{prowler, security_hub};
use crate::base::json::{self, FieldFilter, Json};

/// The value that a text begins with, and its length in bytes; see [`json::first_value`].
pub(super) fn first_value(text: &str, parsed: &dyn Fn(usize)) -> serde_json::Result<(Json, usize)> {
    json::first_value(text, kept_of_items_like, parsed)
}

fn kept_of_items_like(first: &Json) -> FieldFilter {
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

    /// What a format makes of a value, in full.
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
    fn what_is_read_of_findings_is_kept_and_little_else() {
        let of_prowler = ASFF.replace("security-control/", "prowler-");
        let of_old =
            ASFF.replace("\"SecurityControlId\"", "\"Other\"").replace("aws/securityhub/ProductName", "ControlId");
        let ocsf = OCSF.trim().trim_matches(['[', ']']);
        let ocsf = format!("[{ocsf},{ocsf}]");
        let asff: Read = |reading, value| security_hub::read(reading, value, &[]);
        for (text, read) in [(ASFF, asff), (&of_prowler, asff), (&of_old, asff), (&ocsf, prowler::read_ocsf)] {
            let whole = Json::parse(text).unwrap();
            let (kept, length) = first_value(text, &|_| {}).unwrap();
            assert_eq!(length, text.trim_end().len());
            assert_eq!(facts(read, &kept), facts(read, &whole));
            let Json::List(items) = &kept else { panic!() };
            let Json::List(all) = &whole else { panic!() };
            assert!(items.len() > 1 && items[0] == all[0]);
            assert!(items[1].to_string().len() * 2 < all[1].to_string().len());
        }
    }

    #[test]
    fn what_is_left_out_is_refused_like_the_rest() {
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
    fn other_lists_stay_whole_and_a_long_text_is_told_of() {
        let text = format!("[{}0]\nbehind", r#"{"metadata": "x", "a": ["b", null, 1.5]}, "#.repeat(50_000));
        let told = RefCell::new(Vec::new());
        let (value, length) = first_value(&text, &|bytes| told.borrow_mut().push(bytes)).unwrap();
        assert_eq!(value, Json::parse(&text[..length]).unwrap());
        assert_eq!(&text[length..], "\nbehind");
        let told = told.into_inner();
        assert!(told.len() > 5 && told.is_sorted() && told.last() < Some(&length));
    }
}
