//! The formats of evidence, and their names.

use crate::base::i18n::{Text, t};
use serde::Serialize;

/// A format of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// The output of one AWS CLI command.
    AwsCli,
    /// `guard-navi.evidence/1`: the outputs of many commands.
    EvidenceBundle,
    /// The IAM credential report, as CSV or inside the JSON of `get-credential-report`.
    CredentialReport,
    /// Findings of Security Hub CSPM, in ASFF.
    SecurityHub,
    /// The CSV that the console of Security Hub CSPM downloads.
    SecurityHubCsv,
    /// A result of Prowler, CSV or JSON-OCSF.
    Prowler,
}

impl Format {
    const ALL: [Format; 6] = [
        Format::AwsCli,
        Format::EvidenceBundle,
        Format::CredentialReport,
        Format::SecurityHub,
        Format::SecurityHubCsv,
        Format::Prowler,
    ];

    /// The name in progress files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Format::AwsCli => "aws-cli",
            Format::EvidenceBundle => "evidence-bundle",
            Format::CredentialReport => "credential-report",
            Format::SecurityHub => "security-hub",
            Format::SecurityHubCsv => "security-hub-csv",
            Format::Prowler => "prowler",
        }
    }

    /// The name on the page.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Format::AwsCli => t("AWS CLI の出力", "AWS CLI output"),
            Format::EvidenceBundle => t("証拠ファイル", "Evidence bundle"),
            Format::CredentialReport => t("認証情報レポート", "Credential report"),
            Format::SecurityHub => t("Security Hub の検出結果", "Security Hub findings"),
            Format::SecurityHubCsv => t("Security Hub の CSV", "Security Hub CSV"),
            Format::Prowler => t("Prowler の結果", "Prowler result"),
        }
    }

    /// The format with this name in a stored answer.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Format> {
        // The first version stored this name.
        if id == "account-summary" {
            return Some(Format::AwsCli);
        }
        Format::ALL.into_iter().find(|format| format.id() == id)
    }
}
