//! `contact-info-current`: are the contact details there? Whether somebody reads the mailbox is a person's word.

use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, t};

const NEEDED: [&str; 6] = ["FullName", "PhoneNumber", "AddressLine1", "City", "PostalCode", "CountryCode"];

pub(super) fn judge(w: &mut VerdictBuilder<'_>) {
    w.ask_person();
    for output in w.outputs("account get-contact-information") {
        let Some(value) = w.json(output) else {
            continue;
        };
        let Some(contact) = value.get("ContactInformation") else {
            w.doubt(&output.origin, UNREADABLE);
            continue;
        };
        let empty: Vec<&str> = NEEDED.into_iter().filter(|field| contact.words(field).trim().is_empty()).collect();
        if empty.is_empty() {
            w.pass(&output.origin, FILLED);
        } else {
            let list = empty.join(", ");
            w.doubt(
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
