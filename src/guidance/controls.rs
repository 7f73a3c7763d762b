//! The details of all controls in one language, as a file beside the page: `xtask seal` writes it from the
//! catalogue, the page fetches it when a control is first opened.
//!
//! The texts of the catalogue are most of the product's words, and nobody reads them all on a first visit. So
//! they are not part of the start path, and a reader of Japanese never loads the English ones.

use crate::catalogue::{self, Command, Details, Guide, Risk, Source};
use crate::commands;
use crate::i18n::{Locale, Text};
use crate::json::{Fields, Json, Wrong};
use crate::time::Date;
use serde_json::{Value, json};

/// What the page of one control shows, in one language. Console labels stand in square brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// What it costs, one line.
    pub cost: String,
    /// What one fix covers.
    pub scope: String,
    /// How to see whether it is in place.
    pub check: Steps,
    /// How to put it in place.
    pub fix: Steps,
    /// To be read before the fix.
    pub warnings: Vec<(Risk, String)>,
    /// "Done looks like this".
    pub done: String,
    /// When `not_applicable` is the right answer.
    pub not_applicable: String,
    /// What changes in an organisation.
    pub organisation: Option<String>,
    /// What evidence can and cannot tell.
    pub evidence: String,
    /// The question that only a person can answer.
    pub attest: Option<String>,
    /// Framework and ids.
    pub frameworks: Vec<(String, String)>,
    /// Title, address, date of review.
    pub sources: Vec<(String, String, Date)>,
}

/// The same task in the console and in a shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// Numbered.
    pub console: Vec<String>,
    /// The words of each command behind `aws`, placeholders as tokens, and a note.
    pub cli: Vec<(Vec<String>, Option<String>)>,
    /// Why there is no command.
    pub no_cli: Option<String>,
}

/// The file of one language: `{"<control id>": {…}}`.
#[must_use]
pub fn write(locale: Locale) -> Value {
    catalogue::details().map(|details| (details.id.to_owned(), write_details(details, locale))).collect()
}

/// The guidance of one control out of a file.
///
/// # Errors
///
/// When the control is not in it, or a field is wrong.
pub fn read(file: &Json, control: &str) -> Result<Guidance, Wrong> {
    let value = file.get(control).cloned().unwrap_or_default();
    read_details(Fields::of(value, control.to_owned())?)
}

fn write_details(details: &Details, locale: Locale) -> Value {
    let optional = |text: Option<Text>| text.map(|text| text.get(locale));
    let frameworks = &details.frameworks;
    let frameworks = [
        ("Security Hub", frameworks.security_hub),
        ("CIS v3.0", frameworks.cis_v3),
        ("CIS v5.0", frameworks.cis_v5),
        ("CIS v6.0", frameworks.cis_v6),
        ("CIS v7.0", frameworks.cis_v7),
        ("AWS Config", frameworks.config_rule),
        ("Prowler", frameworks.prowler),
    ];
    let frameworks = frameworks.into_iter().filter(|(_, ids)| !ids.is_empty());
    let frameworks = frameworks.map(|(name, ids)| json!({ "name": name, "ids": ids.join(", ") }));
    let warnings = details.warnings.iter();
    let warnings = warnings.map(|warning| json!({ "risk": warning.risk.id(), "text": warning.text.get(locale) }));
    let source = |source: &Source| json!({ "title": source.title, "url": source.url, "reviewed": source.reviewed });
    json!({
        "cost": details.cost.get(locale),
        "scope": details.scope.get(locale),
        "check": write_guide(&details.check, locale),
        "fix": write_guide(&details.fix, locale),
        "warnings": warnings.collect::<Value>(),
        "done": details.done.get(locale),
        "not_applicable": details.not_applicable.get(locale),
        "organisation": optional(details.organisation),
        "evidence": details.evidence.get(locale),
        "attest": optional(details.attest),
        "frameworks": frameworks.collect::<Value>(),
        "sources": details.sources.iter().map(source).collect::<Value>(),
    })
}

fn write_guide(guide: &Guide, locale: Locale) -> Value {
    let command = |command: &Command| json!({ "words": commands::words(command), "note": command.note.map(|note| note.get(locale)) });
    json!({
        "console": guide.console.iter().map(|step| step.get(locale)).collect::<Value>(),
        "cli": guide.cli.iter().map(command).collect::<Value>(),
        "no_cli": guide.no_cli.map(|reason| reason.get(locale)),
    })
}

fn read_details(mut fields: Fields) -> Result<Guidance, Wrong> {
    let risk = |id: &str| Risk::ALL.into_iter().find(|risk| risk.id() == id);
    let mut warnings = Vec::new();
    for mut warning in fields.objects("warnings")? {
        warnings.push((warning.needed("risk", risk)?, warning.text("text")?));
    }
    let mut frameworks = Vec::new();
    for mut framework in fields.objects("frameworks")? {
        frameworks.push((framework.text("name")?, framework.text("ids")?));
    }
    let mut sources = Vec::new();
    for mut source in fields.objects("sources")? {
        sources.push((source.text("title")?, source.text("url")?, source.needed("reviewed", Date::parse)?));
    }
    Ok(Guidance {
        cost: fields.text("cost")?,
        scope: fields.text("scope")?,
        check: read_steps(fields.object("check")?)?,
        fix: read_steps(fields.object("fix")?)?,
        warnings,
        done: fields.text("done")?,
        not_applicable: fields.text("not_applicable")?,
        organisation: fields.optional_text("organisation")?,
        evidence: fields.text("evidence")?,
        attest: fields.optional_text("attest")?,
        frameworks,
        sources,
    })
}

fn read_steps(mut fields: Fields) -> Result<Steps, Wrong> {
    let mut cli = Vec::new();
    for mut command in fields.objects("cli")? {
        cli.push((command.texts("words")?, command.optional_text("note")?));
    }
    Ok(Steps { console: fields.texts("console")?, cli, no_cli: fields.optional_text("no_cli")? })
}

#[cfg(test)]
mod tests {
    use super::{read, write};
    use crate::catalogue;
    use crate::i18n::Locale;
    use crate::json::{Json, Wrong};

    #[test]
    fn the_page_reads_what_seal_writes() {
        for locale in Locale::ALL {
            let file = Json::parse(&write(locale).to_string()).unwrap();
            for (control, details) in catalogue::all().iter().zip(catalogue::details()) {
                assert_eq!(control.id, details.id);
                let guidance = read(&file, control.id).unwrap();
                assert_eq!(guidance.done, details.done.get(locale));
                assert_eq!(guidance.check.console.len(), details.check.console.len());
                assert_eq!(guidance.fix.cli.len(), details.fix.cli.len());
                assert_eq!(guidance.warnings.len(), details.warnings.len());
                assert_eq!(guidance.sources.len(), details.sources.len());
            }
        }
    }

    #[test]
    fn a_damaged_file_names_the_field() {
        let mut file = write(Locale::En);
        file["iam-root-mfa"]["warnings"][1]["risk"] = "wild".into();
        let file = Json::parse(&file.to_string()).unwrap();
        assert_eq!(read(&file, "iam-root-mfa"), Err(Wrong("iam-root-mfa.warnings[1].risk".to_owned())));
        assert_eq!(read(&file, "no-such-control"), Err(Wrong("no-such-control".to_owned())));
    }
}
