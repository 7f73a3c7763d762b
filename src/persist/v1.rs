//! `guard-navi.progress/1`: the shape of the file, field by field.
//!
//! Read and written by way of `serde_json::Value`; see `fields` for why.

use super::Unreadable;
use crate::assessment::{Answer, Assessment, Evidence, Extra, Profile, Source, Status};
use crate::fields::{Fields, Wrong};
use crate::i18n::Words;
use crate::time::{Date, Timestamp};
use serde_json::{Value, json};

pub(super) const NAME: &str = "guard-navi.progress/";
pub(super) const VERSION: u32 = 1;

pub(super) fn encode(assessment: &Assessment, exported_at: Timestamp) -> Value {
    let profiles = std::iter::once(&assessment.current).chain(&assessment.others);
    json!({
        "schema": format!("{NAME}{VERSION}"),
        "exported_at": exported_at.to_string(),
        "app_version": env!("CARGO_PKG_VERSION"),
        "profiles": profiles.map(write_profile).collect::<Vec<Value>>(),
    })
}

pub(super) fn decode(file: Value) -> Result<Assessment, Unreadable> {
    let mut profiles = Vec::new();
    for profile in Fields::of(file, String::new())?.objects("profiles")? {
        profiles.push(read_profile(profile)?);
    }
    let mut profiles = profiles.into_iter();
    let current = profiles.next().ok_or(Unreadable::Empty)?;
    Ok(Assessment { current, others: profiles.collect() })
}

fn write_profile(profile: &Profile) -> Value {
    let mut out = profile.extra.clone();
    put(&mut out, "id", profile.id.as_str());
    put(&mut out, "name", profile.name.as_str());
    let mut answers = Extra::new();
    for (id, answer) in &profile.answers {
        put(&mut answers, id, write_answer(answer));
    }
    put(&mut out, "answers", answers);
    // The whole shape is there from the first version on; what no page uses yet is carried as it came.
    for (field, start) in [
        ("code", Value::Null),
        ("workshop", Value::Null),
        ("quiz", json!({})),
        ("runbook", json!({})),
        ("history", json!([])),
    ] {
        out.entry(field).or_insert(start);
    }
    Value::Object(out)
}

fn read_profile(mut fields: Fields) -> Result<Profile, Wrong> {
    let id = fields.text("id")?;
    let name = fields.optional_text("name")?.unwrap_or_default();
    let mut profile = Profile { id, name, ..Profile::default() };
    if fields.map.contains_key("answers") {
        let answers = fields.object("answers")?;
        for (control, answer) in answers.map {
            let answer = Fields::of(answer, format!("{}.{control}", answers.path))?;
            profile.answers.insert(control, read_answer(answer)?);
        }
    }
    profile.extra = fields.map;
    Ok(profile)
}

fn write_answer(answer: &Answer) -> Value {
    let mut out = answer.extra.clone();
    put(&mut out, "status", answer.status.id());
    put(&mut out, "changed_at", answer.changed_at.to_string());
    let source = match &answer.source {
        Source::Person => Value::from("self"),
        Source::Evidence(evidence) => json!({ "evidence": write_evidence(evidence) }),
    };
    put(&mut out, "source", source);
    let dates = [("due", answer.due), ("review_by", answer.review_by)];
    let dates = dates.map(|(field, date)| (field, date.map(|date| date.to_string())));
    let texts = [("note", answer.note.clone()), ("owner", answer.owner.clone()), ("reason", answer.reason.clone())];
    for (field, text) in texts.into_iter().chain(dates) {
        if let Some(text) = text {
            put(&mut out, field, text);
        }
    }
    Value::Object(out)
}

fn read_answer(mut fields: Fields) -> Result<Answer, Wrong> {
    let status = fields.needed("status", Status::from_id)?;
    let source = match fields.take("source") {
        Some(Value::String(source)) if source == "self" => Source::Person,
        source => {
            let mut source = Fields::of(source.unwrap_or_default(), fields.path("source"))?;
            Source::Evidence(read_evidence(source.object("evidence")?)?)
        }
    };
    Ok(Answer {
        status,
        source,
        changed_at: fields.needed("changed_at", Timestamp::parse)?,
        note: fields.optional_text("note")?,
        owner: fields.optional_text("owner")?,
        due: fields.parsed("due", Date::parse)?,
        reason: fields.optional_text("reason")?,
        review_by: fields.parsed("review_by", Date::parse)?,
        extra: fields.map,
    })
}

fn write_evidence(evidence: &Evidence) -> Value {
    let mut out = evidence.extra.clone();
    put(&mut out, "format", evidence.format.as_str());
    put(&mut out, "collected_at", evidence.collected_at.map(|at| at.to_string()));
    put(&mut out, "summary", json!({ "ja": evidence.summary.ja, "en": evidence.summary.en }));
    Value::Object(out)
}

fn read_evidence(mut fields: Fields) -> Result<Evidence, Wrong> {
    let mut summary = fields.object("summary")?;
    Ok(Evidence {
        format: fields.text("format")?,
        collected_at: fields.parsed("collected_at", Timestamp::parse)?,
        summary: Words { ja: summary.text("ja")?, en: summary.text("en")? },
        extra: fields.map,
    })
}

fn put(out: &mut Extra, field: &str, value: impl Into<Value>) {
    out.insert(field.to_owned(), value.into());
}
