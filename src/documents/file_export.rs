//! The report as a file to save: name, MIME type and text.

use super::reader::Reader;
use super::report_layout::{name, report_document};
use super::{Report, csv, html, ics, markdown, words};
use crate::assessment::{Assessment, file};
use crate::base::json::{Json, Object, put};

/// The file for a request's field `as` (`markdown`, `csv`, `json`, `html` or `calendar`); `None` for any other value.
/// JSON: {`name`, `mime`, `text`}; `text` is empty if there is nothing to export.
#[must_use]
pub fn file(format: &str, report: &Report<'_>, with_alarms: bool, reader: Reader<'_>) -> Option<Json> {
    let profile = report.profile;
    let (stem, extension, mime, text) = match format {
        "markdown" => {
            let text = markdown::markdown(&report_document(report, reader), profile, reader.locale);
            ("report", "md", "text/markdown;charset=utf-8", text)
        }
        "html" => {
            let title = [reader.get(words::TITLE), ": ", name(report, reader.locale)].concat();
            let text = html::html(&report_document(report, reader), &title, profile, reader.locale);
            ("report", "html", "text/html;charset=utf-8", text)
        }
        "csv" => ("report", "csv", "text/csv;charset=utf-8", csv::csv(report, reader)),
        "calendar" => {
            let text = ics::calendar(report, with_alarms, reader);
            ("calendar", "ics", "text/calendar;charset=utf-8", text.unwrap_or_default())
        }
        "json" => ("progress", "json", "application/json", progress(report)),
        _ => return None,
    };
    let mut file = Object::new();
    put(&mut file, "name", format!("guard-navi-{stem}-{}.{extension}", report.today));
    put(&mut file, "mime", mime);
    put(&mut file, "text", text);
    Some(Json::Object(file))
}

/// The progress file of this profile only.
fn progress(report: &Report<'_>) -> String {
    let mut assessment = Assessment::new(String::new());
    assessment.current = report.profile.clone();
    file::encode(&assessment, report.made_at)
}
