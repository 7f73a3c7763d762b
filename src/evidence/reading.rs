//! Parses a `Judgement` from the JSON that the evidence worker sends to the page.

use super::facts::{Format, Origin};
use super::posture::{HubControl, HubStatus, Posture, Standard};
use super::problem::Problem;
use super::verdict::{Judgement, Outcome, Read, Verdict};
use crate::base::i18n::Words;
use crate::base::json::{FieldError, Fields, Json};
use crate::base::time::Timestamp;
use crate::evidence::security_score::Counts;

impl Judgement {
    /// Parses the worker's JSON; `None` if it is not a judgement.
    #[must_use]
    pub fn from_json(json: &str) -> Option<Judgement> {
        read(Json::parse(json).ok()?).ok()
    }
}

fn read(value: Json) -> Result<Judgement, FieldError> {
    let mut fields = Fields::of(value, String::new())?;
    let mut judgement = Judgement { accounts: fields.texts("accounts")?, ..Judgement::default() };
    for verdict in fields.objects("verdicts")? {
        judgement.verdicts.push(verdict_of(verdict)?);
    }
    for problem in fields.objects("problems")? {
        judgement.problems.push(problem_of(problem)?);
    }
    for mut read in fields.objects("read")? {
        judgement.read.push(Read { file: read.text("file")?, what: words(read.object("what")?)? });
    }
    for posture in fields.objects("postures")? {
        judgement.postures.push(posture_of(posture)?);
    }
    Ok(judgement)
}

fn verdict_of(mut fields: Fields) -> Result<Verdict, FieldError> {
    let mut source = fields.object("source")?;
    let mut reasons = Vec::new();
    for reason in fields.objects("reasons")? {
        reasons.push(words(reason)?);
    }
    Ok(Verdict {
        control: fields.text("control")?,
        account: fields.optional_text("account")?,
        outcome: fields.required("outcome", Outcome::from_id)?,
        reasons,
        source: Origin {
            file: source.text("file")?,
            format: source.required("format", Format::from_id)?,
            collected_at: source.parsed("collected_at", Timestamp::parse)?,
            changed_at: None,
            batch: 0,
        },
        regions: fields.texts("regions")?,
        asks: fields.take("asks") == Json::Bool(true),
        is_conflict: fields.take("is_conflict") == Json::Bool(true),
        speaks_against_pass: false,
    })
}

fn posture_of(mut fields: Fields) -> Result<Posture, FieldError> {
    let mut posture = Posture {
        account: fields.optional_text("account")?,
        controls: Vec::new(),
        standards: Vec::new(),
        is_partial: fields.take("is_partial") == Json::Bool(true),
    };
    for mut control in fields.objects("controls")? {
        posture.controls.push(HubControl {
            id: control.text("id")?,
            status: control.required("status", HubStatus::from_id)?,
            failed: control.texts("failed")?,
        });
    }
    for mut standard in fields.objects("standards")? {
        let mut counts = standard.object("counts")?;
        let mut count =
            |name: &str| number(&counts.take(name)).and_then(|count| u32::try_from(count).ok()).unwrap_or(0);
        let counts = Counts { passed: count("passed"), failed: count("failed"), unknown: count("unknown") };
        posture.standards.push(Standard { name: standard.text("name")?, counts });
    }
    Ok(posture)
}

fn number(value: &Json) -> Option<u64> {
    match value {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a line number or a count")]
        Json::Number(number) => Some(*number as u64),
        Json::Null | Json::Bool(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => None,
    }
}

fn problem_of(mut fields: Fields) -> Result<Problem, FieldError> {
    Ok(Problem {
        file: fields.text("file")?,
        line: number(&fields.take("line")),
        secret: fields.take("secret") == Json::Bool(true),
        text: words(fields.object("text")?)?,
    })
}

fn words(mut fields: Fields) -> Result<Words, FieldError> {
    Ok(Words { ja: fields.text("ja")?, en: fields.text("en")? })
}

#[cfg(test)]
mod tests {
    use crate::base::time::Timestamp;
    use crate::evidence::{Judge, Judgement};

    #[test]
    fn the_page_reads_what_the_worker_writes() {
        let mut judge = Judge::default();
        judge.add("a.json", br#"{"SummaryMap": {"AccountMFAEnabled": 1}}"#, "");
        let finding = br#"{"GeneratorId": "security-control/IAM.4", "Compliance": {"Status": "FAILED"}}"#;
        judge.add("findings.json", finding, "");
        judge.add("b.txt", b"aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "");
        let judgement = judge.finish(Timestamp::UNIX_EPOCH);
        assert_eq!((judgement.problems.len(), judgement.read.len()), (2, 2));
        assert!(!judgement.postures.is_empty());
        let json = serde_json::to_string(&judgement).unwrap();
        assert_eq!(Judgement::from_json(&json), Some(judgement));
        assert_eq!(Judgement::from_json("{}"), None);
    }
}
