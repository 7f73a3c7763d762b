//! {doc}

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Section, Severity, Source, aws, changes};

/// The data for home, checklist and report.
pub(crate) const CONTROL: Control = Control {
    id: "{id}",
    section: Section::{section},
    mandatory: false,
    level: None,
    order: {order},
    severity: Severity::Medium,
    effort_minutes: 10,
    free: true,
    needs: &[],
    title: t("", ""),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t("", ""),
    cost: t("無料", "Free"),
    scope: t("アカウント全体で 1 回", "Once for the account"),
    check: Guide {
        console: &[t("", "")],
        cli: &[aws("iam get-account-summary", &[])],
        no_cli: None,
    },
    fix: Guide {
        console: &[t("", "")],
        cli: &[changes("iam update-account-password-policy", &["--minimum-password-length", "14"])],
        no_cli: None,
    },
    warnings: &[],
    done: t("", ""),
    not_applicable: t("", ""),
    organisation: None,
    evidence: t("", ""),
    attest: None,
    sources: &[Source { title: "", url: "https://docs.aws.amazon.com/", reviewed: "{today}" }],
};
