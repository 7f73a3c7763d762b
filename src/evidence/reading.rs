//! The page's end of the judge: a `Judgement` out of the JSON that the worker sends.

use super::facts::{Format, Origin};
use super::{Judgement, Outcome, Problem, Verdict};
use crate::i18n::Words;
use crate::json::{Fields, Json, Wrong};
use crate::time::Timestamp;

impl Judgement {
    /// Reads what the worker wrote; none if it is anything else.
    #[must_use]
    pub fn from_json(json: &str) -> Option<Judgement> {
        read(Json::parse(json).ok()?).ok()
    }
}

fn read(value: Json) -> Result<Judgement, Wrong> {
    let mut fields = Fields::of(value, String::new())?;
    let mut judgement = Judgement::default();
    for verdict in fields.objects("verdicts")? {
        judgement.verdicts.push(verdict_of(verdict)?);
    }
    for problem in fields.objects("problems")? {
        judgement.problems.push(problem_of(problem)?);
    }
    Ok(judgement)
}

fn verdict_of(mut fields: Fields) -> Result<Verdict, Wrong> {
    let mut source = fields.object("source")?;
    let mut reasons = Vec::new();
    for reason in fields.objects("reasons")? {
        reasons.push(words(reason)?);
    }
    Ok(Verdict {
        control: fields.text("control")?,
        outcome: fields.needed("outcome", Outcome::from_id)?,
        reasons,
        source: Origin {
            file: source.text("file")?,
            format: source.needed("format", Format::from_id)?,
            collected_at: source.parsed("collected_at", Timestamp::parse)?,
        },
    })
}

fn problem_of(mut fields: Fields) -> Result<Problem, Wrong> {
    Ok(Problem {
        file: fields.text("file")?,
        line: match fields.take("line") {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a line number")]
            Json::Number(line) => Some(line as u64),
            Json::Null | Json::Bool(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => None,
        },
        secret: fields.take("secret") == Json::Bool(true),
        text: words(fields.object("text")?)?,
    })
}

fn words(mut fields: Fields) -> Result<Words, Wrong> {
    Ok(Words { ja: fields.text("ja")?, en: fields.text("en")? })
}

#[cfg(test)]
mod tests {
    use crate::evidence::{Judge, Judgement};
    use crate::time::Timestamp;

    #[test]
    fn the_page_reads_what_the_worker_writes() {
        let mut judge = Judge::default();
        judge.add("a.json", br#"{"SummaryMap": {"AccountMFAEnabled": 1}}"#);
        judge.add("b.txt", b"aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        let judgement = judge.finish(Timestamp::UNIX_EPOCH);
        assert_eq!((judgement.verdicts.len(), judgement.problems.len()), (1, 2));
        let json = serde_json::to_string(&judgement).unwrap();
        assert_eq!(Judgement::from_json(&json), Some(judgement));
        assert_eq!(Judgement::from_json("{}"), None);
    }
}
