//! "Verify this copy": compares every file on the server with the list of hashes that the build wrote.

use crate::base::i18n::{Locale, Text};
use crate::browser::element::{Element, el};
use crate::browser::{crypto, fetch};
use crate::ui::about::verify_words as text;
use crate::ui::core::command::copied_line;
use crate::ui::core::words::control;
use crate::ui::kit::basics::{button, p, section, span};
use leptos::prelude::*;
use leptos::task::spawn_local;

const LIST: &str = "SHA384SUMS";

/// The state of a verification.
#[derive(Clone)]
enum Verification {
    Idle,
    Running,
    /// The verification could not be done.
    Error(Text),
    /// The list's own hash, the list, and the names of the files that differ.
    Done(String, String, Vec<String>),
}

/// The section of the page About.
pub(crate) fn verify(locale: Locale) -> Element {
    let verification = RwSignal::new_local(Verification::Idle);
    let start = move || {
        verification.set(Verification::Running);
        spawn_local(async move { verification.set(verify_files().await) });
    };
    let command = |note: Text, line: &'static str| {
        let line = copied_line(el("code").text(line), control::COPY, move || line.to_owned(), locale);
        el("div").class("cmd").child(p("small", note.get(locale))).child(line)
    };
    section(text::TITLE.get(locale), None)
        .child(p("", text::LEAD.get(locale)))
        .child(button("btn", text::VERIFY.get(locale), start))
        .child(
            el("div")
                .class("verified")
                .attr("role", "status")
                .reactive_children(move || verification.with(|verification| render(verification, locale))),
        )
        .child(p("", text::LIMIT.get(locale)))
        .child(command(text::ON_LINUX, "sha384sum -c SHA384SUMS && sha384sum SHA384SUMS"))
        .child(command(text::ON_MAC, "shasum -a 384 -c SHA384SUMS && shasum -a 384 SHA384SUMS"))
}

fn render(verification: &Verification, locale: Locale) -> Vec<Element> {
    let (hash, list, different) = match verification {
        Verification::Idle => return Vec::new(),
        Verification::Running => return vec![p("quiet", text::AT_WORK.get(locale))],
        Verification::Error(error) => return vec![p("warn", error.get(locale))],
        Verification::Done(hash, list, different) => (hash, list, different),
    };
    let summary = if different.is_empty() {
        p("", &text::matches(list.lines().count(), locale))
    } else {
        p("warn", &text::differs(&different.join(", "), locale))
    };
    let line =
        |(hash, name): (&str, &str)| el("li").child(el("code").text(name)).text(" ").child(el("code").text(hash));
    let files = el("ul")
        .class("plain small")
        .attr("translate", "no")
        .children(list.lines().filter_map(|line| line.split_once("  ")).map(line));
    let file_list = el("details").child(el("summary").class("small").text(text::FILES.get(locale))).child(files);
    let list_hash =
        p("small", "").child(span("quiet", text::LIST_HASH.get(locale))).text(" ").child(el("code").text(hash));
    vec![summary, list_hash, file_list]
}

async fn verify_files() -> Verification {
    if !crypto::is_available() {
        return Verification::Error(text::NO_CRYPTO);
    }
    let listed = fetch::fresh(LIST).await.ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let Some(list) = listed.filter(|list| list.lines().count() > 0) else {
        return Verification::Error(text::NO_LIST);
    };
    let mut different = Vec::new();
    for line in list.lines() {
        let (hash, name) = line.split_once("  ").unwrap_or(("", line));
        // The page was opened by the address of its folder, and some hosts serve index.html at no other address.
        let address = if name == "index.html" { "./" } else { name };
        let is_same = match fetch::fresh(address).await {
            Ok(bytes) => hash_of(&bytes).await.as_deref() == Some(hash),
            Err(_) => false,
        };
        if !is_same {
            different.push(name.to_owned());
        }
    }
    Verification::Done(hash_of(list.as_bytes()).await.unwrap_or_default(), list, different)
}

/// The SHA-384 in hexadecimal, as in the list.
async fn hash_of(bytes: &[u8]) -> Option<String> {
    let hash = crypto::sha384(bytes).await.ok()?;
    Some(hash.iter().map(|byte| format!("{byte:02x}")).collect())
}
