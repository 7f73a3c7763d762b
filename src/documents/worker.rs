//! The document worker: turns a request into a document or a file. It is a web worker of its own, so that a first visit
//! does not load its code and the page never waits for it.

use super::handout::{Choices, Handout, address, handout};
use super::history::history;
use super::qr::qr;
use super::reader::Reader;
use super::redaction::redacted;
use super::report_layout::report_document;
use super::tree::{Node, node};
use super::workshop_results::csv::csv;
use super::workshop_results::layout::layout;
use super::workshop_results::submissions::Submissions;
use super::{Findings, Report, ReportOptions, file_export, import_preview, report};
use crate::assessment::file::import::{ImportError, ImportedFile};
use crate::assessment::{Assessment, ImportMode, Profile, Snapshot, file, score};
use crate::base::i18n::Locale;
use crate::base::json::Json;
use crate::base::time::{Date, Timestamp};
use crate::content::catalogue;
use crate::content::catalogue::must_fix::MUST_FIX;
use serde::Serialize;

/// Handles one request: JSON with `make` (`report`, `handout`, `history`, `import-preview`, `import`,
/// `workshop-results`, `qr`), `lang`, `now` (RFC 3339), `offset` (minutes that the user's clock is ahead of UTC),
/// `progress` (the text of a progress file) and the fields of its kind. The response is a document ([`Node`]); for a
/// report with a format in `as` it is a file, see `file_export`; for `import` see [`import_preview::answer`].
///
/// `workshop-results` reads the files of a workshop's participants; its response is `people`, and under `ja` and `en`
/// `document` and `csv`.
///
/// ```
/// use guard_navi::assessment::{Assessment, file};
/// use guard_navi::base::time::Timestamp;
/// use guard_navi::documents::worker::DocumentWorker;
///
/// let progress = file::encode(&Assessment::new("a".to_owned()), Timestamp::UNIX_EPOCH);
/// let request = serde_json::json!({
///     "make": "report", "as": "markdown", "lang": "en", "now": "2026-12-01T00:00:00Z", "progress": progress,
/// });
/// let response = DocumentWorker::new(&request.to_string()).finish().expect("a valid request");
/// let file: serde_json::Value = serde_json::from_str(&response).expect("JSON");
/// assert_eq!(file["name"], "guard-navi-report-2026-12-01.md");
/// assert!(file["text"].as_str().is_some_and(|text| text.contains("# ")), "{file}");
/// ```
#[derive(Debug)]
pub struct DocumentWorker {
    request: Json,
    opened: Option<Result<ImportedFile, ImportError>>,
    submissions: Submissions,
}

/// The response to `workshop-results` in both languages, so that switching the language needs no second request.
#[derive(Serialize)]
struct ResultsAnswer {
    people: usize,
    ja: ResultsInLanguage,
    en: ResultsInLanguage,
}

#[derive(Serialize)]
struct ResultsInLanguage {
    document: Node,
    csv: String,
}

impl DocumentWorker {
    /// Starts a request; an invalid one gets no response.
    #[must_use]
    pub fn new(request: &str) -> DocumentWorker {
        let request = Json::parse(request).unwrap_or_default();
        DocumentWorker { request, opened: None, submissions: Submissions::default() }
    }

    /// Adds a file that the request is about.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        match self.request.words("make") {
            "import" => self.opened = Some(file::import::read(bytes)),
            "workshop-results" => self.submissions.add(name, bytes),
            _ => {}
        }
    }

    /// The response as JSON; `None` for an invalid request.
    #[must_use]
    pub fn finish(self) -> Option<String> {
        if let Some(opened) = self.opened {
            return Some(import_preview::answer(opened).to_string());
        }
        if self.request.words("make") == "workshop-results" {
            return workshop_results(&self.request, self.submissions);
        }
        if self.request.get("as").is_some() {
            return Some(file(&self.request)?.to_string());
        }
        serde_json::to_string(&document(&self.request)?).ok()
    }
}

fn workshop_results(request: &Json, submissions: Submissions) -> Option<String> {
    let RequestContext { now, offset, .. } = request_context(request)?;
    let (results, today) = (submissions.finish(), now.date_at(offset));
    let in_language =
        |locale| ResultsInLanguage { document: layout(&results, today, locale), csv: csv(&results, locale) };
    let answer = ResultsAnswer { people: results.people, ja: in_language(Locale::Ja), en: in_language(Locale::En) };
    serde_json::to_string(&answer).ok()
}

fn document(request: &Json) -> Option<Node> {
    let RequestContext { locale, now, offset } = request_context(request)?;
    let local = move |at: Timestamp| at.date_at(offset);
    let progress = || -> Option<Assessment> { file::decode(request.words("progress")).ok() };
    match request.words("make") {
        "report" => with_report(request, |report, reader| Some(report_document(report, reader))),
        "handout" => Some(handout(&handout_of(request, locale))),
        "qr" => Some(node("div", "").children(qr(request.words("text")))),
        "history" => {
            let profile = progress()?.current;
            let today = local(now);
            let days = (day(&profile, request.words("before"), today), day(&profile, request.words("after"), today));
            Some(history(&profile, (&days.0, &days.1), (now, today), locale))
        }
        "import-preview" => {
            let file = file::decode(request.words("opened")).ok()?;
            let mode = if request.flag("replace") == Some(true) { ImportMode::Replace } else { ImportMode::Merge };
            Some(import_preview::layout(&progress()?, file, mode, now, &local, locale))
        }
        _ => None,
    }
}

/// The file that a request exports.
fn file(request: &Json) -> Option<Json> {
    let with_alarms = request.flag("alarms").unwrap_or_default();
    match request.words("make") {
        "report" => {
            with_report(request, |report, reader| file_export::file(request.words("as"), report, with_alarms, reader))
        }
        _ => None,
    }
}

/// Makes the report of the current profile from `full`, `letter`, `notes` (flags), `by`, `account`, and `findings`
/// {`partial`, `failed` [{`id`, `resources`}]} if some are in memory.
fn with_report<T>(request: &Json, make: impl FnOnce(&Report<'_>, Reader<'_>) -> Option<T>) -> Option<T> {
    let RequestContext { locale, now, offset } = request_context(request)?;
    let flag = |name: &str| request.flag(name).unwrap_or_default();
    let profile = redacted(file::decode(request.words("progress")).ok()?.current, flag("notes"));
    let wanted = ReportOptions {
        is_full: flag("full"),
        is_letter: flag("letter"),
        by: request.words("by"),
        account: request.words("account"),
        findings: request.get("findings").map(findings),
    };
    let local = move |at: Timestamp| at.date_at(offset);
    let report = report(catalogue::all(), &profile, wanted, (now, local(now)));
    make(&report, Reader { locale, local: &local })
}

/// The must-fix controls that failed, in the order in which to fix them.
fn findings(json: &Json) -> Findings {
    let failed = json.items("failed");
    let resources = |id: &str| {
        let control = failed.iter().find(|control| control.words("id") == id)?;
        Some(control.texts("resources").map(str::to_owned).collect())
    };
    let failed = MUST_FIX.iter().filter_map(|control| Some((control, resources(control.id)?)));
    Findings { failed: failed.collect(), is_partial: json.flag("partial").unwrap_or_default() }
}

/// The fields of every request.
struct RequestContext {
    locale: Locale,
    now: Timestamp,
    offset: i32,
}

fn request_context(request: &Json) -> Option<RequestContext> {
    #[expect(clippy::cast_possible_truncation, reason = "at most 14 hours")]
    let offset = request.number("offset").unwrap_or_default() as i32;
    Some(RequestContext {
        locale: Locale::from_tag(request.words("lang"))?,
        now: Timestamp::parse(request.words("now"))?,
        offset,
    })
}

/// The snapshot of a date, or of the current state if there is none for it.
fn day(profile: &Profile, date: &str, today: Date) -> Snapshot {
    let date = Date::parse(date);
    let stored = profile.history.iter().find(|snapshot| Some(snapshot.date) == date);
    stored.cloned().unwrap_or_else(|| score::snapshot(catalogue::all(), profile, today))
}

fn handout_of(request: &Json, reader: Locale) -> Handout<'_> {
    let choices = Choices::read(request, reader);
    let base = address::public(choices.address).ok();
    Handout { choices, files: request.get("topics").unwrap_or(&Json::Null), base }
}

#[cfg(test)]
mod tests {
    use super::DocumentWorker;
    use crate::base::json::Json;
    use serde_json::json;

    fn answer(more: &serde_json::Value) -> Option<String> {
        let progress = json!({"schema": "guard-navi.progress/1", "profiles": [{"id": "a", "name": "本番", "answers": {
            "iam-root-mfa": {"status": "done", "source": "self", "changed_at": "2026-11-20T20:00:00Z", "note": "書いたこと"},
        }}]});
        let mut request = json!({"make": "report", "lang": "ja", "now": "2026-11-23T20:00:00Z", "offset": 540,
            "progress": progress.to_string(), "notes": true});
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        DocumentWorker::new(&request.to_string()).finish()
    }

    #[test]
    fn the_summary_leaves_out_what_the_full_report_tells() {
        let has_note = |more| answer(&more).unwrap().contains("書いたこと");
        assert!(!has_note(json!({})));
        assert!(has_note(json!({"full": true})));
        assert!(!has_note(json!({"full": true, "notes": false})));
    }

    #[test]
    fn every_kind_of_file_has_a_name_with_the_local_date() {
        let name = |kind: &str| {
            let file = Json::parse(&answer(&json!({"as": kind})).unwrap()).unwrap();
            assert!(!file.words("mime").is_empty() && !file.words("text").is_empty());
            file.words("name").to_owned()
        };
        let names = ["markdown", "html", "csv", "calendar", "json"].map(name);
        let expected =
            ["report-2026-11-24.md", "report-2026-11-24.html", "report-2026-11-24.csv", "calendar-2026-11-24.ics"];
        let expected =
            expected.into_iter().chain(["progress-2026-11-24.json"]).map(|name| format!("guard-navi-{name}"));
        assert!(names.into_iter().eq(expected));
    }

    #[test]
    fn what_failed_and_must_be_fixed_is_named() {
        let failed = json!([{"id": "IAM.4", "resources": ["arn:x"]}, {"id": "EC2.2", "resources": []}]);
        let findings = json!({"full": true, "findings": {"partial": true, "failed": failed}});
        let document = answer(&findings).unwrap();
        assert!(document.contains("IAM.4") && document.contains("arn:x") && !document.contains("EC2.2"), "{document}");
        assert!(answer(&json!({"findings": {}})).unwrap().contains("失敗した修復必須コントロールはありません"));
    }

    #[test]
    fn a_request_that_is_none_is_not_answered() {
        assert_eq!(DocumentWorker::new("").finish(), None);
        for more in [json!({"lang": "fr"}), json!({"progress": "{"}), json!({"now": "today"}), json!({"as": "pdf"})] {
            assert_eq!(answer(&more), None);
        }
    }
}
