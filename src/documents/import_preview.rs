//! A file opened by the user: its content or the reason why it is refused, and a preview of what importing it changes.

use super::tree::{Node, node, table, words};
use super::{import_preview_words as text, words as shared};
use crate::assessment::file::import::{ImportError, ImportedFile};
use crate::assessment::import_preview::{AccountChange, AccountPreview, StatusSince, preview};
use crate::assessment::{Assessment, ImportMode, Status};
use crate::base::i18n::{Locale, Words};
use crate::base::json::{Json, Object, put};
use crate::base::time::{Date, Timestamp};
use crate::content::catalogue;

/// The response to `import`: `opened` (the progress file in the current format) with `cut` (a message about secrets
/// that were removed), or `sealed` (the password-protected file), or `error` (a message) with `evidence` (whether the
/// Evidence page accepts the file).
#[must_use]
pub fn answer(opened: Result<ImportedFile, ImportError>) -> Json {
    let mut out = Object::new();
    match opened {
        Ok(ImportedFile::Progress(progress, found)) => {
            put(&mut out, "opened", progress);
            if !found.is_empty() {
                put(&mut out, "cut", in_both(&text::cut(&found)));
            }
        }
        Ok(ImportedFile::Sealed(sealed)) => put(&mut out, "sealed", sealed.encode()),
        Err(error) => {
            put(&mut out, "evidence", Json::Bool(matches!(error, ImportError::Evidence | ImportError::Packed)));
            put(&mut out, "error", in_both(&text::refused(&error)));
        }
    }
    Json::Object(out)
}

fn in_both(words: &Words) -> Json {
    let mut out = Object::new();
    put(&mut out, "ja", words.ja.as_str());
    put(&mut out, "en", words.en.as_str());
    Json::Object(out)
}

/// Lays out what importing `file` would change.
pub(super) fn layout(
    current: &Assessment,
    file: Assessment,
    mode: ImportMode,
    now: Timestamp,
    local: &dyn Fn(Timestamp) -> Date,
    locale: Locale,
) -> Node {
    let accounts = preview(current, &current.imported(file, mode, now));
    let sheet = node("div", "import-preview");
    if accounts.iter().all(|account| account.change == AccountChange::Same) {
        return sheet.child(words("p", "", text::NOTHING.get(locale)));
    }
    sheet.children(accounts.iter().map(|account| account_section(account, local, locale)))
}

fn account_section(account: &AccountPreview, local: &dyn Fn(Timestamp) -> Date, locale: Locale) -> Node {
    let name = if account.name.is_empty() { shared::UNNAMED.get(locale) } else { &account.name };
    let title = words("h4", "", name).text(" ").child(words("span", "badge", text::change(account.change).get(locale)));
    let section = node("section", "account").child(title);
    match account.change {
        AccountChange::New => section.child(words("p", "", &text::comes(account.answers, account.days, locale))),
        AccountChange::Removed => {
            section.child(words("p", "", &text::goes(account.answers, account.days_removed, locale)))
        }
        AccountChange::Same => section.child(words("p", "quiet", &text::stays(account.answers, locale))),
        AccountChange::Changed => changes(section, account, local, locale),
    }
}

fn changes(section: Node, account: &AccountPreview, local: &dyn Fn(Timestamp) -> Date, locale: Locale) -> Node {
    let title = |control: &str| match catalogue::find(control) {
        Some(control) => control.title.get(locale).to_owned(),
        None => control.to_owned(),
    };
    let rows = account.statuses.iter().map(|(control, before, after)| {
        node("tr", "")
            .child(words("td", "", &title(control)))
            .child(status_cell(before, local, locale))
            .child(status_cell(after, local, locale))
    });
    let columns = [shared::CONTROL, text::NOW, text::THEN];
    let section =
        if account.statuses.is_empty() { section } else { section.child(table("changes", &columns, rows, locale)) };
    let mut lines = Vec::from_iter(account.renamed.as_deref().map(|name| text::renamed(name, locale)));
    if !account.other_changes.is_empty() {
        let titles: Vec<String> = account.other_changes.iter().map(|control| title(control)).collect();
        lines.push(text::beside(&titles, locale));
    }
    for (count, label) in
        [(account.entries, text::ENTRIES), (account.days, text::DAYS), (account.days_removed, text::DAYS_GONE)]
    {
        if count > 0 {
            lines.push(text::counted(count, label, locale));
        }
    }
    lines.push(text::counted(account.unchanged, text::KEPT, locale));
    section.child(node("ul", "plain small").children(lines.iter().map(|line| words("li", "", line))))
}

fn status_cell(status_since: &StatusSince, local: &dyn Fn(Timestamp) -> Date, locale: Locale) -> Node {
    match status_since {
        None => words("td", "quiet", Status::Unanswered.title().get(locale)),
        Some((status, since)) => words("td", "", status.title().get(locale)).child(words(
            "p",
            "small quiet num",
            &shared::date(local(*since), locale),
        )),
    }
}

#[cfg(test)]
mod tests {
    use crate::assessment::{Assessment, Change, Status, file};
    use crate::base::json::{Json, Object, put};
    use crate::base::time::Timestamp;
    use crate::documents::worker::DocumentWorker;

    fn answered(status: Status, time: &str) -> String {
        let now = Timestamp::parse(time).unwrap();
        let mut all = Assessment::new("a".to_owned());
        all.current.record("iam-root-mfa", Change::by_person(status), now).unwrap();
        file::encode(&all, now)
    }

    fn response_to(make: &str, fields: &[(&str, Json)], file: Option<&str>) -> String {
        let mut request = Object::new();
        put(&mut request, "make", make);
        put(&mut request, "lang", "ja");
        put(&mut request, "now", "2026-11-26T00:00:00Z");
        for (name, value) in fields {
            put(&mut request, name, value.clone());
        }
        let mut worker = DocumentWorker::new(&Json::Object(request).to_string());
        if let Some(file) = file {
            worker.add("copy.json", file.as_bytes());
        }
        worker.finish().unwrap()
    }

    #[test]
    fn a_file_is_read_and_its_changes_are_told() {
        let file = answered(Status::Done, "2026-11-25T00:00:00Z");
        let answer = Json::parse(&response_to("import", &[], Some(&file))).unwrap();
        let progress = answered(Status::NotDone, "2026-11-24T00:00:00Z");
        let fields = [("progress", Json::from(progress)), ("opened", Json::from(answer.words("opened")))];
        let preview = response_to("import-preview", &fields, None);
        for expected in ["未実施", "2026年11月24日", "実施済み", "2026年11月25日", "変わる"] {
            assert!(preview.contains(expected), "{expected}: {preview}");
        }
        let same = response_to(
            "import-preview",
            &[("progress", Json::from(file.as_str())), ("opened", Json::from(file))],
            None,
        );
        assert!(same.contains("変わるものはありません"));
    }

    #[test]
    fn a_file_that_is_not_opened_says_why_in_both_languages() {
        let answer = Json::parse(&response_to("import", &[], Some("{\"SummaryMap\": {}}"))).unwrap();
        assert_eq!(answer.flag("evidence"), Some(true));
        let words = answer.get("error").unwrap();
        assert!(words.words("ja").contains("証拠で確認") && words.words("en").contains("Evidence page"));
    }
}
