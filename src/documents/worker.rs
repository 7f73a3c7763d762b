//! The document worker: a request in, a document or a file out. It runs in a worker of its own, so that documents cost a first
//! visit nothing and the page never waits for them.

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
use super::{Findings, Report, Wanted, file_export, import_preview, report};
use crate::assessment::file::import::{ImportError, ImportedFile};
use crate::assessment::{Assessment, ImportMode, Profile, Snapshot, file, score};
use crate::base::i18n::Locale;
use crate::base::json::Json;
use crate::base::time::{Date, Timestamp};
use crate::content::catalogue;
use crate::content::catalogue::must_fix::MUST_FIX;
use serde::Serialize;

/// Answers one request: JSON with `make` (`report`, `handout`, `history`, `import-preview`, `import`, `workshop-results`, `qr`), `lang`, `now`
/// (RFC 3339), `offset` (minutes that the person's clock is ahead of UTC), `progress` (the text of a progress file) and
/// what the answer needs. The answer is a document ([`Node`]), or a file for a report that says in `as` what it is to
/// be saved as; see `file_export`. For `import` it is that of [`import_preview::answer`].
///
/// `workshop-results` is about the files of a workshop's participants; its answer is `people`, and under `ja` and `en`
/// `document` and `csv`.
#[derive(Debug)]
pub struct DocumentWorker {
    request: Json,
    opened: Option<Result<ImportedFile, ImportError>>,
    submissions: Submissions,
}

/// The answer to `workshop-results`, in both languages: nothing is read again for the other one.
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
    /// Begins; a request that is none is never answered.
    #[must_use]
    pub fn new(request: &str) -> DocumentWorker {
        let request = Json::parse(request).unwrap_or_default();
        DocumentWorker { request, opened: None, submissions: Submissions::default() }
    }

    /// Takes in a file that the request is about.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        match self.request.words("make") {
            "import" => self.opened = Some(file::import::read(bytes)),
            "workshop-results" => self.submissions.add(name, bytes),
            _ => {}
        }
    }

    /// The answer as JSON; none when the request is not one.
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
    let told = |locale| ResultsInLanguage { document: layout(&results, today, locale), csv: csv(&results, locale) };
    let answer = ResultsAnswer { people: results.people, ja: told(Locale::Ja), en: told(Locale::En) };
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
            let how = if request.flag("replace") == Some(true) { ImportMode::Replace } else { ImportMode::Merge };
            Some(import_preview::layout(&progress()?, file, how, now, &local, locale))
        }
        _ => None,
    }
}

/// The file that a request wants to save.
fn file(request: &Json) -> Option<Json> {
    let with_alarms = request.flag("alarms").unwrap_or_default();
    match request.words("make") {
        "report" => {
            with_report(request, |report, reader| file_export::file(request.words("as"), report, with_alarms, reader))
        }
        _ => None,
    }
}

/// Makes the report of the profile in front: `full`, `letter`, `notes` (flags), `by`, `account`, and `findings`
/// {`partial`, `failed` [{`id`, `resources`}]} where some are in memory.
fn with_report<T>(request: &Json, make: impl FnOnce(&Report<'_>, Reader<'_>) -> Option<T>) -> Option<T> {
    let RequestContext { locale, now, offset } = request_context(request)?;
    let flag = |name: &str| request.flag(name).unwrap_or_default();
    let profile = redacted(file::decode(request.words("progress")).ok()?.current, flag("notes"));
    let wanted = Wanted {
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

/// Of what failed, the must-fix controls in the order of work.
fn findings(json: &Json) -> Findings {
    let failed = json.items("failed");
    let resources = |id: &str| {
        let found = failed.iter().find(|control| control.words("id") == id)?;
        Some(found.texts("resources").map(str::to_owned).collect())
    };
    let failed = MUST_FIX.iter().filter_map(|control| Some((control, resources(control.id)?)));
    Findings { failed: failed.collect(), is_partial: json.flag("partial").unwrap_or_default() }
}

/// What every request says.
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

/// The snapshot of a date; how it stands now, for any other text.
fn day(profile: &Profile, date: &str, today: Date) -> Snapshot {
    let wanted = Date::parse(date);
    let kept = profile.history.iter().find(|snapshot| Some(snapshot.date) == wanted);
    kept.cloned().unwrap_or_else(|| score::snapshot(catalogue::all(), profile, today))
}

fn handout_of(request: &Json, reader: Locale) -> Handout<'_> {
    let choices = Choices::read(request, reader);
    let base = address::public(choices.address).ok();
    Handout { choices, files: request.get("guidance").unwrap_or(&Json::Null), base }
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
        let told = |more| answer(&more).unwrap().contains("書いたこと");
        assert!(!told(json!({})));
        assert!(told(json!({"full": true})));
        assert!(!told(json!({"full": true, "notes": false})));
    }

    #[test]
    fn every_kind_of_file_has_a_name_with_the_local_date() {
        let name = |kind: &str| {
            let file = Json::parse(&answer(&json!({"as": kind})).unwrap()).unwrap();
            assert!(!file.words("mime").is_empty() && !file.words("text").is_empty());
            file.words("name").to_owned()
        };
        let names = ["markdown", "html", "csv", "calendar", "json"].map(name);
        let wanted =
            ["report-2026-11-24.md", "report-2026-11-24.html", "report-2026-11-24.csv", "calendar-2026-11-24.ics"];
        let wanted = wanted.into_iter().chain(["progress-2026-11-24.json"]).map(|name| format!("guard-navi-{name}"));
        assert!(names.into_iter().eq(wanted));
    }

    #[test]
    fn what_failed_and_must_be_fixed_is_named() {
        let failed = json!([{"id": "IAM.4", "resources": ["arn:x"]}, {"id": "EC2.2", "resources": []}]);
        let findings = json!({"full": true, "findings": {"partial": true, "failed": failed}});
        let told = answer(&findings).unwrap();
        assert!(told.contains("IAM.4") && told.contains("arn:x") && !told.contains("EC2.2"), "{told}");
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
