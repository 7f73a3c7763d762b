//! Words of the question whose evidence it is.

use crate::base::i18n::{Locale, Text, t};

pub(crate) const WHOSE: Text = t("どのアカウントの証拠か、確かめてください", "Whose evidence is this?");
pub(crate) const OF_DELETED_PROFILE: Text = t(
    "この証拠を入れたときのアカウントは、もうありません。",
    "The account for which this evidence was handed over is gone.",
);

/// Shown when another profile is current than the one for which evidence was handed over.
pub(crate) fn of_other_profile(judged: &str, current: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!(
            "「{judged}」の証拠として入れたものです。今は「{current}」を開いているので、判定は表示していません。"
        ),
        Locale::En => format!("It was handed over for “{judged}”. “{current}” is open now, so no verdict is shown."),
    }
}

/// Shown when evidence is of another AWS account than before.
pub(crate) fn of_other_account(
    account: &str,
    current: &str,
    remembered: Option<&str>,
    owner: Option<&str>,
    locale: Locale,
) -> String {
    let mut words = match locale {
        Locale::Ja => format!("AWS アカウント {account} の証拠です。"),
        Locale::En => format!("This is evidence of the AWS account {account}."),
    };
    if let Some(remembered) = remembered {
        words.push_str(&match locale {
            Locale::Ja => format!("「{current}」には、これまで {remembered} の判定を反映してきました。"),
            Locale::En => format!(" The verdicts in “{current}” so far are of {remembered}."),
        });
    }
    if let Some(owner) = owner {
        words.push_str(&match locale {
            Locale::Ja => format!("{account} の判定は「{owner}」に反映してあります。"),
            Locale::En => format!(" Those of {account} are in “{owner}”."),
        });
    }
    words
}

pub(crate) fn switch_to(name: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("「{name}」に切り替える"),
        Locale::En => format!("Switch to “{name}”"),
    }
}

pub(crate) fn add_account(name: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("新しいアカウント「{name}」として追加する"),
        Locale::En => format!("Add “{name}” as a new account"),
    }
}

pub(crate) fn take_for(name: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("「{name}」の証拠として判定を見る"),
        Locale::En => format!("It is evidence for “{name}”"),
    }
}
