//! `contact-info-current`: are the contact details complete? Only the user knows whether somebody reads the mailbox.

use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, t};

const NEEDED: [&str; 6] = ["FullName", "PhoneNumber", "AddressLine1", "City", "PostalCode", "CountryCode"];

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.ask_person();
    for output in verdict.outputs("account get-contact-information") {
        let Some(value) = verdict.json(output) else {
            continue;
        };
        let Some(contact) = value.get("ContactInformation") else {
            verdict.doubt(&output.origin, UNREADABLE);
            continue;
        };
        let empty: Vec<&str> = NEEDED.into_iter().filter(|field| contact.words(field).trim().is_empty()).collect();
        if empty.is_empty() {
            verdict.pass(&output.origin, FILLED);
        } else {
            let list = empty.join(", ");
            verdict.doubt(
                &output.origin,
                say(format!("連絡先に空の項目があります: {list}"), format!("Contact details are empty: {list}")),
            );
        }
    }
}

const FILLED: Text = t(
    "連絡先の必須項目はすべて入っています。誰かがメールを読んでいるかは、出力からは分かりません。",
    "All required contact details are there. Whether somebody reads the mailbox cannot be seen.",
);
const UNREADABLE: Text = t(
    "出力に ContactInformation がありません。出力全体を入れてください。",
    "The output has no ContactInformation. Hand over the whole output.",
);
