//! Reasons for outputs that do not decide: refused, truncated, narrowed, out of date or without a known Region.

use crate::base::i18n::{Text, Words, quantity};
use crate::base::time::Timestamp;
use crate::evidence::facts::{Format, Origin, Output};

pub(super) const NO_REGION_LIST: Text = Text {
    ja: "有効なリージョンの一覧がないため、すべてのリージョンを確認できたか分かりません。aws account list-regions の出力も入れてください。",
    en: "Without the list of enabled Regions it is not clear whether all were looked at. Add the output of aws account list-regions.",
};

pub(super) const PART_OF_REGIONS: Text = Text {
    ja: "リージョンの一覧が古いか、一部だけなので、すべてのリージョンを確認できたか分かりません。aws account list-regions --region-opt-status-contains ENABLED ENABLED_BY_DEFAULT の出力を取り直してください。",
    en: "The list of enabled Regions is out of date or only a part, so it is not clear whether all were looked at. Get the output of aws account list-regions --region-opt-status-contains ENABLED ENABLED_BY_DEFAULT again.",
};

/// Placeholder in a reason for the name of an unknown Region.
pub(in super::super) const NO_REGION: &str = "\u{E000}";

pub(super) fn with_region(reason: Words) -> Words {
    let en = match reason.en.strip_prefix(NO_REGION) {
        Some(rest) => ["Unknown Region", rest].concat(),
        None => reason.en,
    };
    say(reason.ja.replace(NO_REGION, "リージョン不明"), en.replace(NO_REGION, "unknown Region"))
}

/// The base name of a file with the output of this call.
pub(super) fn file_name(call: &str) -> String {
    call.replace(' ', "_")
}

/// ` (ap-northeast-1)` if the Region is known, otherwise empty.
pub(super) fn of_region(output: &Output) -> String {
    output.region.as_ref().map(|region| format!(" ({region})")).unwrap_or_default()
}

/// `1 day`, `8 days`
pub(in super::super) fn in_days(days: i64) -> String {
    quantity(usize::try_from(days).unwrap_or_default(), "day")
}

pub(super) fn narrowed(output: &Output, by: &str) -> Words {
    let (call, region) = (output.call, of_region(output));
    say(
        format!(
            "{call}{region} は {by} を付けて実行した出力なので、全体ではないかもしれません。確認のコマンドのまま取り直してください。"
        ),
        format!("{call}{region} was run with {by}, so this may be a part only. Run the check command as it is."),
    )
}

pub(super) fn refused(output: &Output, code: &str) -> Words {
    let (call, region) = (output.call, of_region(output));
    if output.is_denied_by_scp() {
        return say(
            format!(
                "組織のサービスコントロールポリシー(SCP)が {call}{region} を禁止しています({code})。このアカウントでは誰も実行できません。組織の管理者に確認してもらってください。"
            ),
            format!(
                "A service control policy (SCP) of your organisation denies {call}{region} ({code}). Nobody in this account can run it: ask the organisation's administrators."
            ),
        );
    }
    match code {
        "AccessDenied" | "AccessDeniedException" | "UnauthorizedOperation" | "AuthorizationError" | "403" => say(
            format!(
                "AWS が {call}{region} を拒否しました({code})。このコマンドの権限を持つ人に実行してもらってください。"
            ),
            format!("AWS refused {call}{region} ({code}). Ask somebody who has this permission to run it."),
        ),
        "Throttling" | "ThrottlingException" | "RequestLimitExceeded" | "TooManyRequestsException" => say(
            format!(
                "{call}{region} は、呼び出しの回数が多すぎて拒否されました({code})。少し待って実行し直してください。"
            ),
            format!(
                "{call}{region} was turned away because of too many calls ({code}). Wait a little and run it again."
            ),
        ),
        "ReportNotPresent" | "ReportExpired" | "ReportInProgress" => say(
            format!(
                "使えるレポートがありません({code})。aws iam generate-credential-report を実行し、少し待ってから取り直してください。"
            ),
            format!(
                "There is no report to use ({code}). Run aws iam generate-credential-report, wait a little, and fetch it again."
            ),
        ),
        // A Region that does not offer the service cannot be distinguished from a broken connection.
        "EndpointConnectionError" => {
            let service = call.split(' ').next().unwrap_or(call);
            say(
                format!(
                    "{call}{region} は AWS に接続できませんでした。ネットワークを確かめて、実行し直してください。このリージョンで {service} が提供されていない場合も、この出力からは区別できません。"
                ),
                format!(
                    "{call}{region} could not connect to AWS. Check the network and run it again. If the Region does not offer {service}, this output looks the same."
                ),
            )
        }
        _ => say(
            format!(
                "{call}{region} はエラーで終わりました({code})。この出力では判定できません。エラーの内容を確かめて、実行し直してください。"
            ),
            format!(
                "{call}{region} ended with an error ({code}). It cannot be judged by this output. See what the error says and run it again."
            ),
        ),
    }
}

pub(super) fn more_to_come(output: &Output) -> Words {
    let (call, region) = (output.call, of_region(output));
    say(
        format!("{call}{region} の出力には続きがあります(NextToken など)。すべての結果を取得してください。"),
        format!("The output of {call}{region} says that there is more (NextToken or the like). Get all of it."),
    )
}

pub(super) fn out_of_date(origin: &Origin, at: Timestamp, days: i64) -> Words {
    let date = at.date();
    let (ja, en) = match origin.format {
        _ if origin.collected_at.is_none() => ("ファイル", "file"),
        Format::CredentialReport => ("レポート", "report"),
        Format::AwsCli | Format::EvidenceBundle | Format::SecurityHub | Format::SecurityHubCsv | Format::Prowler => {
            ("出力", "output")
        }
    };
    if days < 0 {
        return say(
            format!("{ja}の日付({date})が未来になっています。このパソコンの時計を確認し、取り直してください。"),
            format!("The date of the {en} ({date}) lies in the future. Check this computer's clock and get it again."),
        );
    }
    let again = match origin.format {
        Format::CredentialReport => (
            "aws iam generate-credential-report で作り直してください。",
            "Make a new one with aws iam generate-credential-report.",
        ),
        Format::AwsCli | Format::EvidenceBundle | Format::SecurityHub | Format::SecurityHubCsv | Format::Prowler => {
            ("取り直してください。", "Get it again.")
        }
    };
    say(
        format!("{ja}は {date} のもので、{days} 日前の状態です。{}", again.0),
        format!("The {en} is of {date}, {} ago. {}", in_days(days), again.1),
    )
}

/// Words built at run time; Japanese first.
pub(in crate::evidence::rules) fn say(ja: String, en: String) -> Words {
    Words { ja, en }
}
