//! What a control is: what the checklist needs of it, and what its page shows.

use super::command::Command;
use crate::base::i18n::Text;

/// One thing to have in place: what home, checklist and report need of it. Part of the start path.
#[derive(Debug)]
pub struct Control {
    /// Kebab-case, for ever.
    pub id: &'static str,
    /// The group that it stands in.
    pub section: Section,
    /// Counts in the score; else it is recommended.
    pub mandatory: bool,
    /// The level that it belongs to (1 to 3); recommended controls have none.
    pub level: Option<u8>,
    /// Its place in the curated order, from 1.
    pub order: u8,
    /// How much it matters.
    pub severity: Severity,
    /// Minutes to put it in place.
    pub effort_minutes: u16,
    /// Whether it costs nothing.
    pub free: bool,
    /// Ids of the controls that have to be in place first.
    pub needs: &'static [&'static str],
    /// Verb first.
    pub title: Text,
}

/// The rest of a control: what its own page shows. Never linked into the page; `guidance` writes it to one file
/// a language, which the page fetches when a control is first opened.
#[derive(Debug)]
pub struct Details {
    /// Whose they are.
    pub id: &'static str,
    /// One concrete attack.
    pub why: Text,
    /// What it costs, one line.
    pub cost: Text,
    /// What one fix covers: the account, each region …
    pub scope: Text,
    /// How to see whether it is in place.
    pub check: Guide,
    /// How to put it in place.
    pub fix: Guide,
    /// To be read before the fix.
    pub warnings: &'static [Warning],
    /// "Done looks like this".
    pub done: Text,
    /// When `not_applicable` is the right answer.
    pub not_applicable: Text,
    /// What changes when the account belongs to an organisation.
    pub organisation: Option<Text>,
    /// What evidence can and cannot tell.
    pub evidence: Text,
    /// The question that only a person can answer.
    pub attest: Option<Text>,
    /// Where other frameworks ask for it.
    pub frameworks: Frameworks,
    /// The pages that it rests on.
    pub sources: &'static [Source],
}

/// The same task, in the console and in a shell.
#[derive(Debug)]
pub struct Guide {
    /// Numbered steps; labels in square brackets.
    pub console: &'static [Text],
    /// Commands; empty where AWS offers none, and then `no_cli` says so.
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

/// How much a control matters.
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
    /// All of them, the worst first.
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

/// Something to know before the fix.
#[derive(Debug)]
pub struct Warning {
    /// What is at stake.
    pub risk: Risk,
    /// In a sentence or two.
    pub text: Text,
}

/// What a warning is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// It costs money.
    Cost,
    /// Somebody could be locked out.
    LockOut,
    /// It cannot be undone.
    NoWayBack,
    /// It goes wrong easily.
    Mistake,
}

impl Risk {
    /// All of them.
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

    /// The word on the box.
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

/// Where other frameworks ask for the same. "The item that this control serves", not "an equal test".
#[derive(Debug)]
pub struct Frameworks {
    /// Security Hub CSPM control ids.
    pub security_hub: &'static [&'static str],
    /// CIS AWS Foundations Benchmark v3.0.
    pub cis_v3: &'static [&'static str],
    /// CIS AWS Foundations Benchmark v5.0.
    pub cis_v5: &'static [&'static str],
    /// CIS AWS Foundations Benchmark v6.0.
    pub cis_v6: &'static [&'static str],
    /// CIS AWS Foundations Benchmark v7.0.
    pub cis_v7: &'static [&'static str],
    /// AWS Config managed rules.
    pub config_rule: &'static [&'static str],
    /// Prowler checks.
    pub prowler: &'static [&'static str],
}

/// A page of AWS's documentation.
#[derive(Debug)]
pub struct Source {
    /// Its title, as AWS writes it.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
    /// When we last read it, `YYYY-MM-DD`.
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
