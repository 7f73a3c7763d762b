//! "Verify this copy": every file as the server has it now, against the list that the build wrote.

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

/// How far a verification is.
#[derive(Clone)]
enum Found {
    Nothing,
    AtWork,
    /// It could not be done.
    Stopped(Text),
    /// The list's own hash, the list, and the names of the files that differ.
    Done(String, String, Vec<String>),
}

/// The section of the page About.
pub(crate) fn verify(locale: Locale) -> Element {
    let found = RwSignal::new_local(Found::Nothing);
    let start = move || {
        found.set(Found::AtWork);
        spawn_local(async move { found.set(verified().await) });
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
                .reactive_children(move || found.with(|found| drawn(found, locale))),
        )
        .child(p("", text::LIMIT.get(locale)))
        .child(command(text::ON_LINUX, "sha384sum -c SHA384SUMS && sha384sum SHA384SUMS"))
        .child(command(text::ON_MAC, "shasum -a 384 -c SHA384SUMS && shasum -a 384 SHA384SUMS"))
}

fn drawn(found: &Found, locale: Locale) -> Vec<Element> {
    let (hash, list, different) = match found {
        Found::Nothing => return Vec::new(),
        Found::AtWork => return vec![p("quiet", text::AT_WORK.get(locale))],
        Found::Stopped(why) => return vec![p("warn", why.get(locale))],
        Found::Done(hash, list, different) => (hash, list, different),
    };
    let told = if different.is_empty() {
        p("", &text::matches(list.lines().count(), locale))
    } else {
        p("warn", &text::differs(&different.join(", "), locale))
    };
    let line =
        |(hash, name): (&str, &str)| el("li").child(el("code").text(name)).text(" ").child(el("code").text(hash));
    let files = el("ul").class("plain small").children(list.lines().filter_map(|line| line.split_once("  ")).map(line));
    let all = el("details").child(el("summary").class("small").text(text::FILES.get(locale))).child(files);
    let of_list =
        p("small", "").child(span("quiet", text::LIST_HASH.get(locale))).text(" ").child(el("code").text(hash));
    vec![told, of_list, all]
}

async fn verified() -> Found {
    if !crypto::is_there() {
        return Found::Stopped(text::NO_CRYPTO);
    }
    let listed = fetch::fresh(LIST).await.ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let Some(list) = listed.filter(|list| list.lines().count() > 0) else {
        return Found::Stopped(text::NO_LIST);
    };
    let mut different = Vec::new();
    for line in list.lines() {
        let (hash, name) = line.split_once("  ").unwrap_or(("", line));
        // What was opened is the folder, and some hosts have no other address for it.
        let address = if name == "index.html" { "./" } else { name };
        let is_same = match fetch::fresh(address).await {
            Ok(bytes) => hash_of(&bytes).await.as_deref() == Some(hash),
            Err(_) => false,
        };
        if !is_same {
            different.push(name.to_owned());
        }
    }
    Found::Done(hash_of(list.as_bytes()).await.unwrap_or_default(), list, different)
}

/// In hexadecimal, as the list has it.
async fn hash_of(bytes: &[u8]) -> Option<String> {
    let hash = crypto::sha384(bytes).await.ok()?;
    Some(hash.iter().map(|byte| format!("{byte:02x}")).collect())
}
