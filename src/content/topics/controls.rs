//! The details of one control, read from the file of its language.

use crate::base::json::{Fields, Json, Wrong};
use crate::base::time::Date;
use crate::content::catalogue::Risk;
use crate::content::commands::CommandLine;

/// What the page of one control shows, in one language. Console labels stand in square brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// One concrete attack.
    pub why: String,
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
    pub frameworks: Vec<(&'static str, String)>,
    /// Title, address, date of review.
    pub sources: Vec<(String, String, Date)>,
}

/// The same task in the console and in a shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// Numbered.
    pub console: Vec<String>,
    /// The commands.
    pub cli: Vec<CommandLine>,
    /// Why there is no command.
    pub no_cli: Option<String>,
}

/// The guidance of one control out of a file.
///
/// # Errors
///
/// When the control is not in it, or a field is wrong.
pub fn read(file: &Json, control: &str) -> Result<Guidance, Wrong> {
    let value = file.get("controls").and_then(|controls| controls.get(control)).cloned();
    read_details(Fields::of(value.unwrap_or_default(), control.to_owned())?)
}

/// Names of the frameworks, and the fields that hold their ids.
const FRAMEWORKS: [(&str, &str); 7] = [
    ("Security Hub", "security_hub_ids"),
    ("CIS v3.0", "cis_v3"),
    ("CIS v5.0", "cis_v5"),
    ("CIS v6.0", "cis_v6"),
    ("CIS v7.0", "cis_v7"),
    ("AWS Config", "config_rule"),
    ("Prowler", "prowler"),
];

fn read_details(mut fields: Fields) -> Result<Guidance, Wrong> {
    let risk = |id: &str| Risk::ALL.into_iter().find(|risk| risk.id() == id);
    let mut warnings = Vec::new();
    for mut warning in fields.objects("warnings")? {
        warnings.push((warning.needed("risk", risk)?, warning.text("text")?));
    }
    let mut frameworks = Vec::new();
    for (name, field) in FRAMEWORKS {
        let ids = fields.texts(field)?;
        if !ids.is_empty() {
            frameworks.push((name, ids.join(", ")));
        }
    }
    let mut sources = Vec::new();
    for mut source in fields.objects("sources")? {
        sources.push((source.text("title")?, source.text("url")?, source.needed("reviewed", Date::parse)?));
    }
    Ok(Guidance {
        why: fields.text("why")?,
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
    let cli = super::command_lines(&fields.take("cli"));
    Ok(Steps { console: fields.texts("console")?, cli, no_cli: fields.optional_text("no_cli")? })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::base::i18n::Locale;
    use crate::base::json::{Json, Wrong};
    use crate::content::catalogue;
    use crate::content::topics::{Topic, write};

    #[test]
    fn the_page_reads_what_seal_writes() {
        for locale in Locale::ALL {
            let file = Json::parse(&write(Topic::Controls, locale, &serde_json::Value::Null).to_string()).unwrap();
            for (control, details) in catalogue::all().iter().zip(catalogue::details()) {
                assert_eq!(control.id, details.id);
                let guidance = read(&file, control.id).unwrap();
                assert_eq!(guidance.done, details.done.get(locale));
                assert_eq!(guidance.check.console.len(), details.check.console.len());
                assert_eq!(guidance.fix.cli.len(), details.fix.cli.len());
                assert_eq!(guidance.warnings.len(), details.warnings.len());
                assert_eq!(guidance.sources.len(), details.sources.len());
                assert_eq!(guidance.organisation.is_some(), details.organisation.is_some());
            }
        }
    }

    #[test]
    fn a_damaged_file_names_the_field() {
        let mut file = write(Topic::Controls, Locale::En, &serde_json::Value::Null);
        file["controls"]["iam-root-mfa"]["warnings"][1]["risk"] = "wild".into();
        let file = Json::parse(&file.to_string()).unwrap();
        assert_eq!(read(&file, "iam-root-mfa"), Err(Wrong("iam-root-mfa.warnings[1].risk".to_owned())));
        assert_eq!(read(&file, "no-such-control"), Err(Wrong("no-such-control".to_owned())));
    }
}
