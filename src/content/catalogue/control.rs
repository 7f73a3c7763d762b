//! A control: the data that the checklist needs, and the details that its page shows.

use super::command::Command;
use crate::base::i18n::Text;

/// A control: the data that home page, checklist and report need. Included in the first pages.
#[derive(Debug)]
pub struct Control {
    /// Kebab-case; never changes.
    pub id: &'static str,
    /// Its section.
    pub section: Section,
    /// Whether it counts in the score; otherwise it is recommended.
    pub mandatory: bool,
    /// Its level (1 to 3); recommended controls have none.
    pub level: Option<u8>,
    /// Its position in the curated order, from 1.
    pub order: u8,
    /// Its severity.
    pub severity: Severity,
    /// The minutes that it takes to put it in place.
    pub effort_minutes: u16,
    /// Whether it is free of charge.
    pub free: bool,
    /// Ids of the controls that have to be in place first.
    pub needs: &'static [&'static str],
    /// Starts with a verb.
    pub title: Text,
}

/// The details of a control, shown on its own page. Not compiled into the page: `topics` writes them to one file per
/// language, which the page fetches when a control is first opened.
#[derive(Debug)]
pub struct Details {
    /// The id of the control.
    pub id: &'static str,
    /// Why it matters: one concrete attack.
    pub why: Text,
    /// What it costs, in one line.
    pub cost: Text,
    /// What one fix covers: the account, each Region …
    pub scope: Text,
    /// How to check whether it is in place.
    pub check: Guide,
    /// How to put it in place.
    pub fix: Guide,
    /// Warnings to read before the fix.
    pub warnings: &'static [Warning],
    /// The result when it is in place ("Done looks like this").
    pub done: Text,
    /// When `not_applicable` is the right status.
    pub not_applicable: Text,
    /// What changes when the account belongs to an organisation.
    pub organisation: Option<Text>,
    /// What evidence can and cannot show.
    pub evidence: Text,
    /// The question that only a person can answer.
    pub attest: Option<Text>,
    /// Its sources.
    pub sources: &'static [Source],
}

/// The same task, in the console and in a shell.
#[derive(Debug)]
pub struct Guide {
    /// Numbered steps; console labels in square brackets.
    pub console: &'static [Text],
    /// Commands; empty if AWS offers none, and then `no_cli` explains it.
    pub cli: &'static [Command],
    /// Why there is no command.
    pub no_cli: Option<Text>,
}

/// A group of controls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Contacts and notification.
    Contacts,
    /// Ready for an incident.
    Readiness,
    /// The services to switch on.
    Services,
    /// IAM and access keys.
    Iam,
    /// Exposure and settings.
    Posture,
    /// Detection and response.
    Response,
}

impl Section {
    /// All sections in the order of the page.
    pub const ALL: [Section; 6] =
        [Section::Contacts, Section::Readiness, Section::Services, Section::Iam, Section::Posture, Section::Response];

    /// The name in files and links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Section::Contacts => "contacts",
            Section::Readiness => "readiness",
            Section::Services => "services",
            Section::Iam => "iam",
            Section::Posture => "posture",
            Section::Response => "response",
        }
    }

    /// The name on the page.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Section::Contacts => Text { ja: "連絡先と通知", en: "Contacts" },
            Section::Readiness => Text { ja: "緊急時の備え", en: "Readiness" },
            Section::Services => Text { ja: "セキュリティサービス", en: "Services" },
            Section::Iam => Text { ja: "IAM とアクセスキー", en: "IAM and keys" },
            Section::Posture => Text { ja: "公開と設定の点検", en: "Posture" },
            Section::Response => Text { ja: "検出と対応", en: "Response" },
        }
    }
}

/// The severity of a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Weight 4.
    Critical,
    /// Weight 3.
    High,
    /// Weight 2.
    Medium,
    /// Weight 1.
    Low,
}

impl Severity {
    /// All severities, the highest first.
    pub const ALL: [Severity; 4] = [Severity::Critical, Severity::High, Severity::Medium, Severity::Low];

    /// The weight in the score.
    #[must_use]
    pub const fn weight(self) -> u32 {
        match self {
            Severity::Critical => 4,
            Severity::High => 3,
            Severity::Medium => 2,
            Severity::Low => 1,
        }
    }

    /// The name in files, links and style sheets.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Severity::Critical => "critical",
            Severity::High => "high",
            Severity::Medium => "medium",
            Severity::Low => "low",
        }
    }

    /// The name on the page.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Severity::Critical => Text { ja: "重大", en: "Critical" },
            Severity::High => Text { ja: "高", en: "High" },
            Severity::Medium => Text { ja: "中", en: "Medium" },
            Severity::Low => Text { ja: "低", en: "Low" },
        }
    }
}

/// A warning before the fix.
#[derive(Debug)]
pub struct Warning {
    /// The kind of risk.
    pub risk: Risk,
    /// The text, in a sentence or two.
    pub text: Text,
}

/// The risk that a warning is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// It costs money.
    Cost,
    /// Somebody could be locked out.
    LockOut,
    /// It cannot be undone.
    NoWayBack,
    /// Mistakes are likely.
    Mistake,
}

impl Risk {
    /// All risks.
    pub const ALL: [Risk; 4] = [Risk::Cost, Risk::LockOut, Risk::NoWayBack, Risk::Mistake];

    /// The name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Risk::Cost => "cost",
            Risk::LockOut => "lock_out",
            Risk::NoWayBack => "no_way_back",
            Risk::Mistake => "mistake",
        }
    }

    /// The label of the warning.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Risk::Cost => Text { ja: "料金", en: "Cost" },
            Risk::LockOut => Text { ja: "締め出し", en: "Lock-out" },
            Risk::NoWayBack => Text { ja: "元に戻せません", en: "No way back" },
            Risk::Mistake => Text { ja: "注意", en: "Take care" },
        }
    }
}

/// A source, usually a page of AWS's documentation.
#[derive(Debug)]
pub struct Source {
    /// Its title, as published.
    pub title: &'static str,
    /// Its URL.
    pub url: &'static str,
    /// The date of its last review, `YYYY-MM-DD`.
    pub reviewed: &'static str,
}

/// A level of the curated path.
#[derive(Debug)]
pub struct Level {
    /// 1 to 3.
    pub number: u8,
    /// Its name.
    pub title: Text,
}

/// The levels, lowest first.
pub const LEVELS: [Level; 3] = [
    Level { number: 1, title: Text { ja: "門を閉める", en: "Doors closed" } },
    Level { number: 2, title: Text { ja: "見張りを立てる", en: "Watch posted" } },
    Level { number: 3, title: Text { ja: "守りを続ける", en: "Kept up" } },
];
