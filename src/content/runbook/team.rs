//! The response-team sheet: who reads findings, who decides, the response times, and the decisions on a finding.

use crate::base::i18n::{Text, t};

/// A field of the sheet.
#[derive(Debug)]
pub struct Field {
    /// Kebab-case; never changes.
    pub id: &'static str,
    /// Its label.
    pub title: Text,
    /// A hint on what to write.
    pub hint: Text,
}

/// All fields, in order.
pub const FIELDS: &[Field] = &[
    Field {
        id: "first-reader",
        title: t("最初に読む人", "First reader"),
        hint: t(
            "名前、電話番号、対応できる時間帯。通知を最初に読み、判断します。",
            "Name, phone, hours. Reads each alert first and judges it.",
        ),
    },
    Field {
        id: "second-reader",
        title: t("2 番目に読む人(30 分たっても返事がないとき)", "Second reader (after 30 minutes without an answer)"),
        hint: t(
            "名前、電話番号。最初の人と休みが重ならない人を選びます。",
            "Name, phone. Somebody who is not away at the same time as the first.",
        ),
    },
    Field {
        id: "decision-maker",
        title: t("決める人(責任者)", "The one who decides"),
        hint: t(
            "名前、電話番号、代わりの人。本番のシステムを止めてよいかを、夜中でも決められる人です。",
            "Name, phone, deputy. Can say at night that production may be stopped.",
        ),
    },
    Field {
        id: "emergency-identity",
        title: t("緊急時に使う管理者", "Administrator for emergencies"),
        hint: t(
            "普段は使わないロールやユーザーの名前と、MFA デバイスを持つ人。パスワードは書きません。",
            "The role or user kept for emergencies, and who holds its MFA device. No password here.",
        ),
    },
    Field {
        id: "where-root-mfa-is-kept",
        title: t("ルートユーザーの MFA の保管場所", "Where the root user's MFA is kept"),
        hint: t(
            "場所と、そこに行ける人だけを書きます。パスワードやコードは書きません。",
            "The place and who can get there. Never the password or a code.",
        ),
    },
    Field {
        id: "where-alerts-arrive",
        title: t("通知が届く場所(2 か所)", "Where alerts arrive (two places)"),
        hint: t(
            "メールの宛先とチャットのチャンネル名。片方が止まっても、もう片方に届くようにします。",
            "The mail address and the chat channel. If one fails, the other still rings.",
        ),
    },
    Field {
        id: "meeting-place",
        title: t("緊急時に話す場所", "Where to talk in an emergency"),
        hint: t(
            "電話会議かチャット。このアカウントの外で動いているもの。",
            "A phone bridge or a chat that does not run in this account.",
        ),
    },
    Field {
        id: "outside-contact",
        title: t("外の相談先", "Help from outside"),
        hint: t(
            "AWS のリセラー、組織の管理者、セキュリティ会社、弁護士、加入していれば AWS Security Incident Response。名前と電話番号。",
            "Reseller, administrators of the organisation, a security firm, a lawyer, AWS Security Incident Response if you are a member. Names and phones.",
        ),
    },
    Field {
        id: "support-case-link",
        title: t("サポートケースの番号とリンク", "Support case: number and link"),
        hint: t(
            "起きてから書きます。それまでは、誰がケースを作れるかを書いておきます。",
            "To be filled in when it happens. Until then: who can open a case.",
        ),
    },
];

/// The response time of GuardDuty findings of a severity.
#[derive(Debug)]
pub struct Deadline {
    /// AWS's name of the severity.
    pub severity: Text,
    /// AWS's numeric range of the severity.
    pub band: &'static str,
    /// The response time.
    pub within: Text,
    /// What to do.
    pub then: Text,
}

/// The highest severity first. The bands are from AWS, the times are this project's.
pub const DEADLINES: &[Deadline] = &[
    Deadline {
        severity: t("重大", "Critical"),
        band: "9.0-10.0",
        within: t("今すぐ(夜間も)", "Now, at night too"),
        then: t(
            "一連の攻撃が進んでいる可能性があります。電話で担当者を起こし、手順を最初から始めます。この表の時間はこのプロジェクトの目安で、AWS は何時間以内とは決めていません。",
            "An attack of several stages may be under way. Phone, and begin the steps from the top. The times in this table are this project's suggestion; AWS names no hours.",
        ),
    },
    Deadline {
        severity: t("高", "High"),
        band: "7.0-8.9",
        within: t("今すぐ(夜間も)", "Now, at night too"),
        then: t(
            "リソースか認証情報が悪用されています。AWS も、すぐに対処するよう勧めています。手順を最初から始めます。",
            "A resource or credential is being misused; AWS asks for immediate steps. Begin the steps from the top.",
        ),
    },
    Deadline {
        severity: t("中", "Medium"),
        band: "4.0-6.9",
        within: t("その日のうち", "The same day"),
        then: t(
            "普段と違う動きです。操作した本人に聞き、許可した動きだと確かめられなければ、攻撃として扱います。",
            "Unusual behaviour. Ask whoever did it; if nobody can confirm it, treat it as an attack.",
        ),
    },
    Deadline {
        severity: t("低", "Low"),
        band: "1.0-3.9",
        within: t("1 日以内に判断、後始末はその週のうち", "Judge within a day, clean up within the week"),
        then: t(
            "多くは、失敗に終わった試みです。ただし、ルートユーザーの使用や、CloudTrail の停止も、初期設定では「低」です。AWS は「すぐに必要な対応はない」としていますが、このプロジェクトは、もとになった講演と同じく、すべてに対応することを勧めます。誰かが弱いところを探しているしるしであり、一度攻撃されたアカウントはまた攻撃されるためです。",
            "Mostly an attempt that failed, but use of the root user and a stopped CloudTrail are Low by default, too. AWS recommends no immediate action; this project, like the talk that it comes from, asks you to answer these too: somebody is looking for weak points, and an account that was attacked is attacked again.",
        ),
    },
];

/// A decision on a finding, and what to do then.
#[derive(Debug)]
pub struct Decision {
    /// The decision.
    pub decision: Text,
    /// What to do then.
    pub then: Text,
}

/// All possible decisions on a finding.
pub const DECISIONS: &[Decision] = &[
    Decision {
        decision: t("攻撃だった", "It was an attack"),
        then: t(
            "手順を最初から始めます。原因を取り除いてから、検出結果をアーカイブします。",
            "Begin the steps from the top. Archive the finding when the cause is gone.",
        ),
    },
    Decision {
        decision: t("自分たちの作業だった", "It was our own activity"),
        then: t(
            "誰が何のために行ったかを書き、アーカイブします。繰り返すなら原因を直します。それでも続くものにだけ、狭い抑制ルールを作ります。",
            "Write down who did it and why, and archive it. If it repeats, fix the cause; only for what remains, make a narrow suppression rule.",
        ),
    },
    Decision {
        decision: t("分からない", "Nobody knows"),
        then: t(
            "攻撃として扱います。AWS も「中」の検出結果について、原因が分からず、許可した動きとも確かめられなければ、侵害されたとみなすよう勧めています。",
            "Treat it as an attack. AWS says so of Medium findings: if you cannot find the cause or confirm that it was authorised, consider the resource compromised.",
        ),
    },
];
