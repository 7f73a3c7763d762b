//! `contact-security-alternate`: is there a security contact?

use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, t};

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    for output in verdict.outputs("account get-alternate-contact") {
        let requested = output.about("--alternate-contact-type");
        // Other missing contacts only add a warning; the security contact alone decides.
        match requested {
            Some("BILLING") if output.error_code() == Some("ResourceNotFoundException") => verdict.warn(NO_BILLING),
            Some("OPERATIONS") if output.error_code() == Some("ResourceNotFoundException") => {
                verdict.warn(NO_OPERATIONS)
            }
            _ => {}
        }
        if requested.is_some_and(|kind| kind != "SECURITY") {
            continue;
        }
        match (output.error_code(), requested) {
            (Some("ResourceNotFoundException"), Some(_)) => {
                verdict.fail(&output.origin, NONE);
                continue;
            }
            // The error does not name which of the three contacts is missing.
            (Some("ResourceNotFoundException"), None) => {
                verdict.doubt(&output.origin, WHICH);
                continue;
            }
            (Some(_) | None, _) => {}
        }
        let Some(value) = verdict.json(output) else {
            continue;
        };
        let Some(contact) = value.get("AlternateContact") else {
            verdict.doubt(&output.origin, UNREADABLE);
            continue;
        };
        match contact.words("AlternateContactType") {
            "SECURITY" if contact.words("EmailAddress").trim().is_empty() => verdict.fail(&output.origin, NONE),
            "SECURITY" => verdict.pass(&output.origin, THERE),
            "BILLING" | "OPERATIONS" => {}
            other => verdict.doubt(
                &output.origin,
                say(
                    format!("AlternateContactType が「{other}」です。SECURITY の出力を入れてください。"),
                    format!("AlternateContactType is “{other}”. Add the output for SECURITY."),
                ),
            ),
        }
    }
}

const THERE: Text = t(
    "セキュリティの代替の連絡先が登録されています。ルートユーザーのメールとは別の宛先か確かめてください。",
    "A security contact is registered. See that it is not the root user's mailbox.",
);
const NO_BILLING: Text = t(
    "請求の代替の連絡先が登録されていません。AWS は、セキュリティ、請求、運用の 3 つとも登録することを勧めています。",
    "No billing contact is registered. AWS recommends all three: security, billing and operations.",
);
const NO_OPERATIONS: Text = t(
    "運用の代替の連絡先が登録されていません。AWS は、セキュリティ、請求、運用の 3 つとも登録することを勧めています。",
    "No operations contact is registered. AWS recommends all three: security, billing and operations.",
);
const NONE: Text = t("セキュリティの代替の連絡先が登録されていません。", "No security contact is registered.");
const WHICH: Text = t(
    "未登録のエラーですが、どの種類の連絡先のものか分かりません。コマンドの行も一緒に貼り付けてください。",
    "The error says that a contact is not registered, but not which one. Paste the line with the command, too.",
);
const UNREADABLE: Text = t(
    "出力に AlternateContact がありません。出力全体を入れてください。",
    "The output has no AlternateContact. Hand over the whole output.",
);
