//! Files that are recognised but not supported: their names, and what to choose instead.

use crate::base::i18n::{Text, t};
use crate::base::json::Json;

/// A format that is recognised but not supported.
pub(in super::super) struct Unsupported {
    /// The format's name.
    pub name: Text,
    /// What to choose instead.
    pub instead: Text,
}

const fn kind(name: Text, instead: Text) -> Unsupported {
    Unsupported { name, instead }
}

const PROWLER_CSV: Text = t("Prowler の CSV か JSON-OCSF を入れてください。", "Choose Prowler's CSV or JSON-OCSF.");
const COMMAND: Text = t(
    "対策のページのコマンドの出力か、証拠ファイル、認証情報レポートを入れてください。",
    "Choose the output of a command of a control's page, an evidence bundle or a credential report.",
);

const PROWLER_2: Unsupported = kind(
    t("Prowler 2 の結果", "a result of Prowler 2"),
    t("Prowler 3 以降で実行し直し、その結果を入れてください。", "Run Prowler 3 or later and choose its result."),
);
const PROWLER_HTML: Unsupported = kind(t("Prowler の HTML レポート", "an HTML report of Prowler"), PROWLER_CSV);
const HTML: Unsupported = kind(
    t("Web ページ(HTML)", "a web page (HTML)"),
    t(
        "保存した画面ではなく、コマンドの出力か、ダウンロードしたレポートを選んでください。",
        "Choose a command's output or a downloaded report, not a saved page.",
    ),
);
const HUB_2: Unsupported = kind(
    t("新しい Security Hub の検出結果(OCSF)", "findings of the newer Security Hub, in OCSF"),
    t(
        "Security Hub CSPM の検出結果を、aws securityhub get-findings で取り出してください。",
        "Get the findings of Security Hub CSPM with aws securityhub get-findings.",
    ),
);
const GUARDDUTY_EVENT: Unsupported = kind(
    t("GuardDuty のイベント(検出結果 1 件)", "an event of GuardDuty, with one finding"),
    t(
        "検出結果の一覧を、対策のページのコマンドで取り出してください。",
        "Get the list of findings with the command of the control's page.",
    ),
);
const OCSF: Unsupported = kind(t("別の製品の OCSF のログ", "a log of another product, in OCSF"), COMMAND);
const SCOUT_SUITE: Unsupported = kind(t("ScoutSuite の結果", "a result of ScoutSuite"), COMMAND);
const CLOUDSPLOIT: Unsupported = kind(t("CloudSploit の結果", "a result of CloudSploit"), COMMAND);
const POWERPIPE: Unsupported = kind(t("Powerpipe か Steampipe の結果", "a result of Powerpipe or Steampipe"), COMMAND);
const TRIVY: Unsupported = kind(t("Trivy の結果", "a result of Trivy"), COMMAND);
const CHECKOV: Unsupported = kind(t("Checkov の結果", "a result of Checkov"), COMMAND);
const SARIF: Unsupported = kind(t("SARIF のファイル", "a SARIF file"), COMMAND);
const KUBERNETES: Unsupported = kind(t("Kubernetes のリソース", "resources of Kubernetes"), COMMAND);
const CLOUDTRAIL_LOG: Unsupported = kind(t("CloudTrail のログファイル", "a log file of CloudTrail"), COMMAND);
const CLI_ERROR: Unsupported = kind(
    t("AWS CLI のエラー", "an error of the AWS CLI"),
    t(
        "どのコマンドのものか書かれていません。エラーの内容を確かめて、実行し直してください。",
        "It does not say of which command. See what it says and run it again.",
    ),
);
const EMPTY_LIST: Unsupported = kind(
    t("空の一覧([])", "an empty list ([])"),
    t(
        "何も見つからなかったのか、何も調べなかったのか分かりません。コマンドの出力なら、対策のページで、そのコマンドの下に貼り付けてください。Prowler の結果なら、実行し直してください。",
        "It does not say whether nothing was found or nothing was looked at. Paste a command's output under its command on the control's page; run Prowler again.",
    ),
);

/// The unsupported format of a text that is neither JSON nor a supported table.
pub(super) fn of_text(text: &str) -> Option<&'static Unsupported> {
    let header = text.lines().next().unwrap_or_default().trim_matches(['\u{feff}', '"']);
    let begins = |names: &[&str]| names.iter().any(|name| header.starts_with(name));
    if text.starts_with('<') {
        // The title is in the first lines.
        let head = text.get(..text.floor_char_boundary(4096)).unwrap_or(text);
        let is_page = ["<!doctype html", "<html", "<head"].iter().any(|tag| head.to_ascii_lowercase().contains(tag));
        return if head.contains("Prowler - ") { Some(&PROWLER_HTML) } else { is_page.then_some(&HTML) };
    }
    if begins(&["PROFILE,ACCOUNT_NUM,REGION,TITLE_ID"]) {
        Some(&PROWLER_2)
    } else if begins(&["scoutsuite_results"]) {
        Some(&SCOUT_SUITE)
    } else if begins(&["category,title,description,resource,region,status"]) {
        Some(&CLOUDSPLOIT)
    } else if begins(&["group_id,title,description,control_id"]) {
        Some(&POWERPIPE)
    } else {
        None
    }
}

/// The unsupported format of a JSON value.
pub(super) fn of_json(value: &Json) -> Option<&'static Unsupported> {
    let first = match value {
        Json::List(items) => match items.first() {
            Some(first) => first,
            None => return Some(&EMPTY_LIST),
        },
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::Object(_) => value,
    };
    let has = |keys: &[&str]| keys.iter().all(|key| first.get(key).is_some());
    if value.items("Findings").first().is_some_and(is_ocsf) || first.words("detail-type") == "Findings Imported V2" {
        Some(&HUB_2)
    } else if first.words("detail-type") == "GuardDuty Finding" {
        Some(&GUARDDUTY_EVENT)
    } else if has(&["Account Number", "Control ID"]) {
        Some(&PROWLER_2)
    } else if is_ocsf(first) {
        let product = first.get("metadata").and_then(|metadata| metadata.get("product"));
        let is_hub = product.is_some_and(|product| product.words("uid").ends_with("productv2/aws/securityhub"));
        Some(if is_hub { &HUB_2 } else { &OCSF })
    } else if has(&["provider_code", "services", "last_run"]) {
        Some(&SCOUT_SUITE)
    } else if has(&["plugin", "category", "status", "resource"]) {
        Some(&CLOUDSPLOIT)
    } else if has(&["ArtifactName", "ArtifactType"]) {
        Some(&TRIVY)
    } else if has(&["check_type", "results"]) {
        Some(&CHECKOV)
    } else if has(&["runs", "version"]) {
        Some(&SARIF)
    } else if has(&["apiVersion", "kind"]) {
        Some(&KUBERNETES)
    } else if value.items("Records").first().is_some_and(|record| record.get("eventVersion").is_some()) {
        Some(&CLOUDTRAIL_LOG)
    } else {
        is_cli_error(value).then_some(&CLI_ERROR)
    }
}

/// Whether a value is an event in OCSF: each has `metadata` with a product and a version.
fn is_ocsf(value: &Json) -> bool {
    value.get("metadata").is_some_and(|metadata| metadata.get("product").is_some() && metadata.get("version").is_some())
}

/// Whether a value is an error from `--cli-error-format json`, which names no command.
fn is_cli_error(value: &Json) -> bool {
    let is_text = |key: &str| value.get(key).is_some_and(|value| value.as_text().is_some());
    matches!(value, Json::Object(fields) if fields.len() == 2) && is_text("Code") && is_text("Message")
}
