//! `guard-navi.progress/1`: the format of a progress file, field by field.
//!
//! Read and written as a JSON tree; see `base::json` for the reason.

use super::decode_error::DecodeError;
use crate::assessment::{Answer, Assessment, Evidence, Profile, Snapshot, Source, Status, Table};
use crate::base::i18n::Words;
use crate::base::json::{FieldError, Fields, Json, Object, put};
use crate::base::time::{Date, Timestamp};
use crate::content::catalogue;
use std::sync::Arc;

pub(super) const NAME: &str = "guard-navi.progress/";
pub(super) const VERSION: u32 = 1;
/// Profile fields that only workshops use. They are kept unparsed: `assessment::participation` parses them on demand,
/// and the first pages need no code for them.
const WORKSHOP: [&str; 2] = ["code", "workshop"];
const SCHEMA: &str = "guard-navi.progress/1";

pub(super) fn encode(assessment: &Assessment, exported_at: Timestamp) -> Json {
    let profiles = assessment.profiles().map(|profile| write_profile(profile, History::Whole)).collect();
    let mut out = assessment.extra.clone();
    put(&mut out, "schema", SCHEMA);
    put(&mut out, "exported_at", exported_at.to_string());
    put(&mut out, "app_version", env!("CARGO_PKG_VERSION"));
    put(&mut out, "profiles", Json::List(profiles));
    // Fields that were added later are written only where they are used.
    if !assessment.deleted.is_empty() {
        let ids = assessment.deleted.iter().map(|id| Json::from(id.as_str())).collect();
        put(&mut out, "deleted_profiles", Json::List(ids));
    }
    if let Some(at) = assessment.restarted_at {
        put(&mut out, "restarted_at", at.to_string());
    }
    Json::Object(out)
}

pub(super) fn decode(file: Json) -> Result<Assessment, DecodeError> {
    let mut file = Fields::of(file, String::new())?;
    let mut profiles = Vec::new();
    for profile in file.objects("profiles")? {
        profiles.push(read_profile(profile, History::Whole)?);
    }
    for field in ["schema", "exported_at", "app_version"] {
        file.take(field);
    }
    let mut profiles = profiles.into_iter();
    let current = profiles.next().ok_or(DecodeError::Empty)?;
    let deleted = if file.has("deleted_profiles") { file.texts("deleted_profiles")? } else { Vec::new() };
    let restarted_at = file.parsed("restarted_at", Timestamp::parse)?;
    Ok(Assessment { current, others: profiles.map(Arc::new).collect(), deleted, restarted_at, extra: file.rest })
}

/// How the days of a history are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum History {
    /// Each day with all its statuses.
    Whole,
    /// Each day with the statuses that changed since the day before; `null` removes a control.
    Changes,
}

pub(super) fn write_profile(profile: &Profile, history: History) -> Json {
    let mut out = profile.extra.clone();
    put(&mut out, "id", profile.id.as_str());
    put(&mut out, "name", profile.name.as_str());
    let mut answers = Object::new();
    for (id, answer) in &profile.answers {
        answers.push((id.clone(), write_answer(answer)));
    }
    put(&mut out, "answers", Json::Object(answers));
    // The fields of the first version are always written.
    let mut days = Vec::new();
    let mut before: &[(String, Status)] = &[];
    for snapshot in &profile.history {
        days.push(write_snapshot(snapshot, before));
        if history == History::Changes {
            before = &snapshot.statuses;
        }
    }
    put(&mut out, "history", Json::List(days));
    for field in WORKSHOP {
        if !out.iter().any(|(name, _)| name == field) {
            put(&mut out, field, Json::Null);
        }
    }
    for table in Table::ALL {
        let entries = profile.table(table);
        if !entries.is_empty() || matches!(table, Table::Quiz | Table::Runbook) {
            let mut object = Object::new();
            for (key, text) in entries {
                put(&mut object, key, text.as_str());
            }
            put(&mut out, table.field(), Json::Object(object));
        }
    }
    Json::Object(out)
}

pub(super) fn read_profile(mut fields: Fields, history: History) -> Result<Profile, FieldError> {
    let id = fields.text("id")?;
    let name = fields.optional_text("name")?.unwrap_or_default();
    let mut profile = Profile { id, name, ..Profile::default() };
    let answers = fields.take("answers");
    if answers != Json::Null {
        let answers = Fields::of(answers, fields.path("answers"))?;
        let path = |control: &str| [answers.path.as_str(), ".", control].concat();
        for (control, answer) in answers.rest {
            let answer = Fields::of(answer, path(&control))?;
            profile.insert(control, read_answer(answer)?);
        }
    }
    for table in Table::ALL {
        read_table(table, &mut fields, &mut profile)?;
    }
    if fields.has("history") {
        for snapshot in fields.objects("history")? {
            let before = profile.history.last().filter(|_| history == History::Changes);
            let before = before.map(|before| before.statuses.clone()).unwrap_or_default();
            profile.remember(read_snapshot(snapshot, before)?);
        }
    }
    fields.take("history");
    profile.follow_aliases(catalogue::ALIASES);
    // A `null` field must not make a blank profile count as used.
    profile.extra = fields.rest;
    profile.extra.retain(|(name, value)| !(WORKSHOP.contains(&name.as_str()) && *value == Json::Null));
    Ok(profile)
}

fn read_table(table: Table, fields: &mut Fields, profile: &mut Profile) -> Result<(), FieldError> {
    let entries = fields.take(table.field());
    if entries == Json::Null {
        return Ok(());
    }
    let entries = Fields::of(entries, fields.path(table.field()))?;
    for (key, text) in entries.rest {
        let is_well_formed = |text: &str| table != Table::Runbook || Timestamp::parse(text).is_some();
        let Some(text) = text.as_text().filter(|text| is_well_formed(text)) else {
            return Err(FieldError([entries.path.as_str(), ".", &key].concat()));
        };
        let text = text.to_owned();
        profile.insert_entry(table, key, text);
    }
    Ok(())
}

/// Writes a day without the statuses that are the same in `before`.
fn write_snapshot(snapshot: &Snapshot, before: &[(String, Status)]) -> Json {
    let mut out = snapshot.extra.clone();
    let mut statuses = Object::new();
    for status in snapshot.statuses.iter().filter(|status| !before.contains(status)) {
        statuses.push((status.0.clone(), Json::from(status.1.id())));
    }
    for (control, _) in before {
        if snapshot.statuses.iter().all(|(still, _)| still != control) {
            statuses.push((control.clone(), Json::Null));
        }
    }
    put(&mut out, "date", snapshot.date.to_string());
    put(&mut out, "score", snapshot.score.map(usize::from));
    put(&mut out, "done", snapshot.done);
    put(&mut out, "applicable", snapshot.applicable);
    put(&mut out, "statuses", Json::Object(statuses));
    Json::Object(out)
}

/// Reads a day. `statuses` are those of the day before, which the day only updates.
fn read_snapshot(mut fields: Fields, mut statuses: Vec<(String, Status)>) -> Result<Snapshot, FieldError> {
    let changes = fields.object("statuses")?;
    for (control, status) in &changes.rest {
        // Sorted by id.
        let index = statuses.partition_point(|(id, _)| id < control);
        let exists = statuses.get(index).is_some_and(|(id, _)| id == control);
        if exists {
            statuses.remove(index);
        }
        if exists && *status == Json::Null {
            continue;
        }
        let status = status.as_text().and_then(Status::from_id).ok_or_else(|| changes.wrong(control))?;
        statuses.insert(index, (control.clone(), status));
    }
    Ok(Snapshot {
        date: fields.required("date", Date::parse)?,
        score: fields.optional_count("score")?.and_then(|score| u8::try_from(score).ok()),
        done: fields.optional_count("done")?.unwrap_or(0).into(),
        applicable: fields.optional_count("applicable")?.unwrap_or(0).into(),
        statuses,
        extra: fields.rest,
    })
}

fn write_answer(answer: &Answer) -> Json {
    let mut out = answer.extra.clone();
    put(&mut out, "status", answer.status.id());
    put(&mut out, "changed_at", answer.changed_at.to_string());
    if let Some(checked_at) = answer.checked_at {
        put(&mut out, "checked_at", checked_at.to_string());
    }
    let source = match &answer.source {
        Source::Person => Json::from("self"),
        Source::Evidence(evidence) => Json::Object(vec![("evidence".to_owned(), write_evidence(evidence))]),
    };
    put(&mut out, "source", source);
    let dates = [("due", answer.due), ("review_by", answer.review_by)];
    for (field, date) in dates {
        if let Some(date) = date {
            put(&mut out, field, date.to_string());
        }
    }
    for (field, text) in [("note", &answer.note), ("owner", &answer.owner), ("reason", &answer.reason)] {
        if let Some(text) = text {
            put(&mut out, field, text.as_str());
        }
    }
    Json::Object(out)
}

fn read_answer(mut fields: Fields) -> Result<Answer, FieldError> {
    let status = fields.required("status", Status::from_id)?;
    let source = fields.take("source");
    let source = if source.as_text() == Some("self") {
        Source::Person
    } else {
        let mut source = Fields::of(source, fields.path("source"))?;
        Source::Evidence(read_evidence(source.object("evidence")?)?)
    };
    Ok(Answer {
        status,
        source,
        changed_at: fields.required("changed_at", Timestamp::parse)?.clamped(),
        checked_at: fields.parsed("checked_at", Timestamp::parse)?,
        note: fields.optional_text("note")?,
        owner: fields.optional_text("owner")?,
        due: fields.parsed("due", Date::parse)?,
        reason: fields.optional_text("reason")?,
        review_by: fields.parsed("review_by", Date::parse)?,
        extra: fields.rest,
    })
}

fn write_evidence(evidence: &Evidence) -> Json {
    let mut out = evidence.extra.clone();
    put(&mut out, "format", evidence.format.as_str());
    put(&mut out, "collected_at", evidence.collected_at.map(|at| at.to_string()));
    let mut summary = Object::new();
    put(&mut summary, "ja", evidence.summary.ja.as_str());
    put(&mut summary, "en", evidence.summary.en.as_str());
    put(&mut out, "summary", Json::Object(summary));
    Json::Object(out)
}

fn read_evidence(mut fields: Fields) -> Result<Evidence, FieldError> {
    let mut summary = fields.object("summary")?;
    Ok(Evidence {
        format: fields.text("format")?,
        collected_at: fields.parsed("collected_at", Timestamp::parse)?,
        summary: Words { ja: summary.text("ja")?, en: summary.text("en")? },
        extra: fields.rest,
    })
}
