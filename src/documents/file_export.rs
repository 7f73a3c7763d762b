//! The report as a file that somebody saves: a name, what kind of file it is, and its text.

use super::reader::Reader;
use super::report_layout::{name, report_document};
use super::{Report, csv, html, ics, markdown, words};
use crate::assessment::{Assessment, file};
use crate::base::json::{Json, Object, put};

/// The file that a request asks for in its field `as`: `markdown`, `csv`, `json`, `html` or `calendar`; none for any
/// other. JSON is {`name`, `mime`, `text`}; the text is empty where there is nothing to write.
#[must_use]
pub fn file(wanted: &str, report: &Report<'_>, with_alarms: bool, reader: Reader<'_>) -> Option<Json> {
    let profile = report.profile;
    let (stem, extension, mime, text) = match wanted {
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

/// The progress file of this profile alone.
fn progress(report: &Report<'_>) -> String {
    let mut alone = Assessment::new(String::new());
    alone.current = report.profile.clone();
    file::encode(&alone, report.made_at)
}
