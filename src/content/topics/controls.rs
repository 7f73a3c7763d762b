//! Reads the details of one control from the topic file of a language.

use crate::base::json::{FieldError, Fields, Json};
use crate::base::time::Date;
use crate::content::catalogue::Risk;
use crate::content::commands::CommandLine;

/// The details that a control's page shows, in one language. Console labels are in square brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlDetails {
    /// Why it matters: one concrete attack.
    pub why: String,
    /// What it costs, in one line.
    pub cost: String,
    /// What one fix covers.
    pub scope: String,
    /// How to check whether it is in place.
    pub check: Steps,
    /// How to put it in place.
    pub fix: Steps,
    /// Warnings to read before the fix.
    pub warnings: Vec<(Risk, String)>,
    /// The result when it is in place ("Done looks like this").
    pub done: String,
    /// When `not_applicable` is the right status.
    pub not_applicable: String,
    /// What changes in an organisation.
    pub organisation: Option<String>,
    /// What evidence can and cannot show.
    pub evidence: String,
    /// The question that only a person can answer.
    pub attest: Option<String>,
    /// Name and URL of a framework, and its ids for this control.
    pub frameworks: Vec<(String, String, String)>,
    /// Title, URL, and date of review.
    pub sources: Vec<(String, String, Date)>,
}

/// The same task in the console and in a shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// Numbered steps.
    pub console: Vec<String>,
    /// The commands.
    pub cli: Vec<CommandLine>,
    /// Why there is no command.
    pub no_cli: Option<String>,
}

/// Reads the details of one control from a topic file.
///
/// # Errors
///
/// Returns [`FieldError`] if the control is missing or a field is not valid.
pub fn read(file: &Json, control: &str) -> Result<ControlDetails, FieldError> {
    let value = file.get("controls").and_then(|controls| controls.get(control)).cloned();
    read_details(Fields::of(value.unwrap_or_default(), control.to_owned())?)
}

fn read_details(mut fields: Fields) -> Result<ControlDetails, FieldError> {
    let risk = |id: &str| Risk::ALL.into_iter().find(|risk| risk.id() == id);
    let mut warnings = Vec::new();
    for mut warning in fields.objects("warnings")? {
        warnings.push((warning.required("risk", risk)?, warning.text("text")?));
    }
    let mut frameworks = Vec::new();
    for mut framework in fields.objects("frameworks")? {
        let (name, url, ids) = (framework.text("name")?, framework.text("url")?, framework.texts("ids")?);
        frameworks.push((name, url, ids.join(", ")));
    }
    let mut sources = Vec::new();
    for mut source in fields.objects("sources")? {
        sources.push((source.text("title")?, source.text("url")?, source.required("reviewed", Date::parse)?));
    }
    Ok(ControlDetails {
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

fn read_steps(mut fields: Fields) -> Result<Steps, FieldError> {
    let cli = super::command_lines(&fields.take("cli"));
    Ok(Steps { console: fields.texts("console")?, cli, no_cli: fields.optional_text("no_cli")? })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::base::i18n::Locale;
    use crate::base::json::{FieldError, Json};
    use crate::content::catalogue;
    use crate::content::topics::{Topic, write};

    #[test]
    fn the_page_reads_what_seal_writes() {
        for locale in Locale::ALL {
            let file = Json::parse(&write(Topic::Controls, locale, &serde_json::Value::Null).to_string()).unwrap();
            for (control, details) in catalogue::all().iter().zip(catalogue::details()) {
                assert_eq!(control.id, details.id);
                let read_details = read(&file, control.id).unwrap();
                assert_eq!(read_details.done, details.done.get(locale));
                assert_eq!(read_details.check.console.len(), details.check.console.len());
                assert_eq!(read_details.fix.cli.len(), details.fix.cli.len());
                assert_eq!(read_details.warnings.len(), details.warnings.len());
                assert_eq!(read_details.sources.len(), details.sources.len());
                assert_eq!(read_details.organisation.is_some(), details.organisation.is_some());
            }
        }
    }

    #[test]
    fn a_damaged_file_names_the_field() {
        let mut file = write(Topic::Controls, Locale::En, &serde_json::Value::Null);
        file["controls"]["iam-root-mfa"]["warnings"][1]["risk"] = "wild".into();
        let file = Json::parse(&file.to_string()).unwrap();
        assert_eq!(read(&file, "iam-root-mfa"), Err(FieldError("iam-root-mfa.warnings[1].risk".to_owned())));
        assert_eq!(read(&file, "no-such-control"), Err(FieldError("no-such-control".to_owned())));
    }
}
