//! What the program says: help, errors, and the headings of its Markdown.

use guard_navi::base::i18n::{Text, t};
use guard_navi::evidence::Outcome;

pub(crate) const ABOUT: Text = t(
    "AWS の出力をページと同じコードで判定し、ページを配信します。AWS には接続せず、何も送信しません。",
    "Judges AWS output with the same code as the Guard Navi page, and serves that page. It never connects to AWS and sends nothing.",
);
pub(crate) const LANG: Text = t(
    "表示する言語。省略すると、環境(LC_ALL、LC_MESSAGES、LANG)に従います",
    "The language of what is printed; by default that of the environment (LC_ALL, LC_MESSAGES, LANG)",
);
pub(crate) const JUDGE: Text = t("ファイルを判定します", "Judges files");
pub(crate) const JUDGE_MORE: Text = t(
    "終了コード: 0 は読み取れたとき、1 は --fail-on に当てはまったとき、2 は何も読み取れなかったときとエラーです。\n\n\
     中身だけでは何の出力か分からないファイルは、コマンドとリージョンを名前にします(sns_list-topics_eu-west-1.json)。",
    "Exit codes: 0 when files were read, 1 when --fail-on is met, 2 when nothing could be read, and for errors.\n\n\
     Files that do not say what they are can be named after the command and its Region: sns_list-topics_eu-west-1.json.",
);
pub(crate) const FILES: Text = t(
    "AWS CLI の出力、認証情報レポート、スクリプトの結果、zip や tar.gz など。- は標準入力",
    "Output of the AWS CLI, a credential report, a bundle of the script, a zip, a tar.gz …; - is the standard input",
);
pub(crate) const FORMAT: Text =
    t("結果の形式(ocsf は 1.8.0 の Compliance Finding)", "The form of the result (ocsf: Compliance Finding of 1.8.0)");
pub(crate) const COMMAND: Text = t(
    "ファイルを出力したコマンド(\"aws sns list-topics --region eu-west-1\")。1 回だけ書くと全部のファイルに、ファイルと同じ数だけ書くと順に当てはめます",
    "The command that printed the files (\"aws sns list-topics --region eu-west-1\"): once for all of them, or once for each, in their order",
);
pub(crate) const NOW: Text = t(
    "判定の基準にする日時(RFC 3339)。省略すると現在の日時",
    "The time to judge at (RFC 3339); by default the current time",
);
pub(crate) const FAIL_ON: Text = t(
    "当てはまれば終了コードを 1 にします。fail: 不合格がある。mandatory: 必須の対策に不合格がある。unknown: 判定できないものがある。problem: 読み取れない部分や秘密の値がある",
    "Exit with 1 on: fail, a control that fails; mandatory, a mandatory one that fails; unknown, one that cannot be judged; problem, input that cannot be read, or a secret in it",
);
pub(crate) const COLLECT_SCRIPT: Text = t(
    "証拠を集める読み取り専用のスクリプトを表示します(CloudShell などで実行します)",
    "Prints the read-only script that collects the evidence, to be run in CloudShell or any shell with the AWS CLI",
);
pub(crate) const SERVE: Text = t("ページを配信します", "Serves the page");
pub(crate) const SITE: Text = t(
    "ページのフォルダー(cargo xtask build の dist/、または zip の site/)。リリースのプログラムでは省略できます",
    "The folder of the page: dist/ of `cargo xtask build`, or site/ of the zip. The program of a release has the page in it",
);
pub(crate) const ADDRESS: Text = t(
    "待ち受けるアドレス。ほかのコンピューターからも開けるようにすると、TLS なしの HTTP で届きます",
    "The address to listen on. Others than this computer's own are reached by plain HTTP, without TLS",
);
pub(crate) const PORT: Text = t("待ち受けるポート。0 は空いているもの", "The port to listen on; 0 for a free one");
pub(crate) const COMPLETIONS: Text = t("シェルの補完の設定を表示します", "Prints the completions for a shell");
pub(crate) const SHELL: Text = t("シェル", "The shell");
pub(crate) const MAN: Text = t("man ページを書き出します", "Writes the man pages into a folder");

pub(crate) const ERROR: Text = t("エラー", "error");
pub(crate) const BAD_NOW: Text =
    t("--now には 2026-11-23T09:00:00Z のような日時を指定します", "--now takes a time like 2026-11-23T09:00:00Z");
pub(crate) const COMMANDS: Text = t(
    "--command は 1 回、またはファイルと同じ数だけ指定します",
    "--command is given once, or as often as there are files",
);
pub(crate) const NOTHING_READ: Text =
    t("読み取れるものがありませんでした。", "There was nothing in it that could be read.");
pub(crate) const NO_SITE: Text = t(
    "このプログラムにはページが入っていません。--site でフォルダーを指定してください(cargo xtask build の dist/、または zip の site/)",
    "this program has no page in it: name the folder with --site (dist/ of `cargo xtask build`, or site/ of the zip)",
);
pub(crate) const NOT_A_SITE: Text = t("ページのフォルダーではありません", "not a folder of the page");
pub(crate) const STOP: Text = t("Ctrl+C で終了します", "Ctrl+C ends it");
pub(crate) const PLAIN_HTTP: Text = t(
    "注意: ほかのコンピューターからは TLS なしの HTTP になるため、暗号化したコピーとオフラインでの利用ができません。docs/hosting.md を見てください。",
    "Note: other computers get plain HTTP, without which browsers support neither encrypted copies nor offline use: see docs/hosting.md.",
);

pub(crate) const TITLE: Text = t("Guard Navi の判定", "Verdicts of Guard Navi");
pub(crate) const JUDGED_AT: Text = t("判定の日時", "Judged at");
pub(crate) const NO_ACCOUNT: Text = t("アカウント不明", "Account unknown");
pub(crate) const ACCOUNT: Text = t("アカウント", "Account");
pub(crate) const OUTCOME: Text = t("判定", "Verdict");
pub(crate) const CONTROL: Text = t("対策", "Control");
pub(crate) const REASONS: Text = t("理由", "Reasons");
pub(crate) const FILE: Text = t("ファイル", "File");
pub(crate) const PROBLEMS: Text = t("読み取れなかったもの、秘密の値", "Not read, and secrets");
pub(crate) const READ: Text = t("読み取ったファイル", "Files that were read");

/// The outcome, as on the page.
pub(crate) const fn outcome(outcome: Outcome) -> Text {
    match outcome {
        Outcome::Pass => t("合格", "Pass"),
        Outcome::Fail => t("不合格", "Fail"),
        Outcome::Unknown => t("判定できません", "Cannot tell"),
    }
}
