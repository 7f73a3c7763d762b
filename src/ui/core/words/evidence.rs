//! Words of the evidence page.

use crate::base::i18n::{Locale, Text, quantity, t};
use crate::evidence::Step;

pub(crate) const TITLE: Text = t("証拠で確認する", "Check with evidence");
pub(crate) const LEAD: Text = t(
    "AWS の出力をここに入れると、このブラウザーの中だけで判定します。入れた内容は保存せず、どこにも送信しません。結果をチェックリストに反映するかどうかは、あなたが決めます。",
    "Put what AWS prints here and it is judged inside this browser. The text is not stored and goes nowhere. Whether a verdict enters the checklist is up to you.",
);
pub(crate) const SCRIPT: Text = t("1. スクリプトを用意する", "1. Get the script");
pub(crate) const SCRIPT_INTRO: Text = t(
    "確認用のコマンドをまとめて実行し、結果を 1 つのファイルに書き出すスクリプトです。読み取るだけで、設定は変えず、どこにも送信しません。実行する前に、中身を確かめられます。",
    "One script runs the check commands and writes what they print to one file. It only reads: it changes no setting and sends nothing anywhere. You can see what is in it before you run it.",
);
pub(crate) const DOWNLOAD_SCRIPT: Text = t("スクリプトをダウンロード", "Download the script");
pub(crate) const READ_SCRIPT: Text = t("スクリプトを読む、コピーする", "Read or copy the script");
pub(crate) const POLICY: Text = t("必要な権限(IAM ポリシー)", "The permissions that it needs (IAM policy)");
pub(crate) const POLICY_HINT: Text = t(
    "このポリシーだけで、すべてのコマンドを実行できます。足りない権限があっても最後まで進み、読み取れなかった対策は「不明」になります。",
    "With this policy alone every command can run. Where a permission is missing it still goes on to the end; what could not be read stays unknown.",
);
pub(crate) const HOW: Text = t("スクリプトを使わずに用意する", "Without the script");
pub(crate) const HOW_INTRO: Text = t(
    "どれか 1 つだけでも判定できます。多く入れるほど、判定が確かになります。",
    "Any one of these will do. The more there is, the more certain the verdicts.",
);
pub(crate) const RUN: Text = t("2. 実行する", "2. Run it");
pub(crate) const HAND_OVER: Text = t("3. ここに入れる", "3. Hand it over");
pub(crate) const DROP: Text = t("ファイルをここにドロップ", "Drop files here");
pub(crate) const DROP_HINT: Text =
    t("いくつでも一度に入れられます。後から追加もできます。", "As many as you like at once; more can be added later.");
pub(crate) const PASTE: Text =
    t("または、出力を貼り付ける(実行したコマンドの行から)", "Or paste the output, from the line with the command on");
pub(crate) const JUDGE: Text = t("判定する", "Judge");
pub(crate) const CANCEL: Text = t("中止する", "Cancel");
pub(crate) const FORGET: Text = t("入れた内容を消す", "Forget what was handed over");
pub(crate) const CANCELLED: Text = t(
    "中止しました。回答と、前に判定した結果はそのままです。",
    "Cancelled. Your answers and earlier verdicts are as they were.",
);
pub(crate) const JUDGING: Text = t("判定の進み具合", "Judging");
pub(crate) const JUDGED: Text = t("判定が終わりました。", "Judged.");
pub(crate) const NOTHING: Text = t(
    "判定するものがありません。出力を貼り付けるか、ファイルを選んでください。",
    "There is nothing to judge. Paste the output or choose a file.",
);
pub(crate) const FAILED: Text = t(
    "判定用のプログラムを読み込めませんでした。通信を確認してからもう一度試してください。回答はそのまま残っています。",
    "The judging part could not be loaded. Check the connection and try again. Your answers are untouched.",
);
pub(crate) const TOO_MANY: Text = t(
    "入れられるのは、合計で 1,000 ファイルまでです。何回かに分けて入れてください。",
    "At most 1,000 files in all. Drop them in parts.",
);
pub(crate) const TOO_LARGE: Text = t(
    "64 MiB を超えるファイルは読み取りません。コマンドごとに出力を分けて入れてください。",
    "Files over 64 MiB are not read. Drop the output of one command at a time.",
);
pub(crate) const WHICH_ACCOUNT: Text = t("どのアカウントですか", "Which account do you mean?");
pub(crate) const WHICH_ACCOUNT_HINT: Text = t(
    "複数の AWS アカウントの証拠が入っています。それぞれを別々に判定しました。結果を見るアカウントを選んでください。",
    "There is evidence of several AWS accounts. Each was judged by its own. Choose the one whose verdicts you want to see.",
);
pub(crate) const NO_ACCOUNT: Text = t("アカウント不明", "Account not known");
pub(crate) const LEAKED: Text = t(
    "漏えいしたアクセスキーがあります。ほかの対策より先に対応してください。",
    "A key has leaked. Deal with it before anything else.",
);
pub(crate) const ACT: Text = t("今すぐ行うことを見る", "See what to do now");
pub(crate) const HAVE_FILES: Text = t("ファイルや出力がもうある", "I have files or output already");
pub(crate) const RESULT: Text = t("判定の結果", "Verdicts");
pub(crate) const NO_VERDICT: Text = t(
    "判定できる内容が見つかりませんでした。下の理由を確認してください。",
    "Nothing in it could be judged. See the reasons below.",
);
pub(crate) const FILTER: Text = t("表示する判定", "Which verdicts are shown");
pub(crate) const ALL: Text = t("すべて", "All");
pub(crate) const NONE_OF_THIS_KIND: Text =
    t("この条件に合う判定は、もうありません。", "No verdict of this kind is left.");
pub(crate) const NEWS: Text = t("回答が変わるもの", "Would change an answer");
pub(crate) const PROBLEMS: Text = t("読み取りで気づいたこと", "What was noticed while reading");
pub(crate) const SECRETS: Text = t("秘密情報が含まれていました", "There were secrets in it");
pub(crate) const NOW: Text = t("いまの状態", "Now");
pub(crate) const BECOMES: Text = t("反映すると", "Becomes");
pub(crate) const NO_CHANGE: Text = t("変わりません", "No change");
pub(crate) const ACCEPT: Text = t("反映する", "Accept");
pub(crate) const ACCEPTED: Text = t("反映済み", "Accepted");
pub(crate) const ACCEPT_HINT: Text = t(
    "あなたの回答と食い違う判定と、いまの回答のもとより古い証拠の判定は、まとめては反映しません。1 つずつ確かめて決めてください。",
    "Left out are verdicts that contradict your own answer, and those of evidence older than what your answer rests on: decide on them one by one.",
);
pub(crate) const AGAINST: Text = t("あなたの回答と食い違っています。", "This contradicts your own answer.");
pub(crate) const YES: Text = t("はい", "Yes");
pub(crate) const NO: Text = t("いいえ", "No");
pub(crate) const CHOOSE_EITHER: Text = t("確かめた結果を選んでください。", "Find out, then choose.");
pub(crate) const NOT_COVERED_HINT: Text = t(
    "入れた内容からは、これらの対策について何も分かりませんでした。それぞれの対策のページに、確認コマンドと、あなたにしか答えられない質問があります。",
    "Nothing that you handed over is about these. Their pages hold the commands to run, and what only you can answer.",
);
pub(crate) const SEE_POSTURE: Text =
    t("検出結果をスコアの計算と修復必須の一覧で見る", "See the findings in the score calculator and the must-fix list");
pub(crate) const PASTE_UNDER: Text = t("このコマンドの出力をここに貼り付ける", "Paste the output here");
pub(crate) const VERDICT_HERE: Text = t("証拠の判定", "What the evidence says");
pub(crate) const NOTHING_OF_THIS: Text = t(
    "貼り付けた内容からは、この対策について何も分かりませんでした。",
    "What was pasted says nothing about this control.",
);

/// The heading of the list of commands.
pub(crate) fn commands(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("実行するコマンド({count} 種類)"),
        Locale::En => format!("The {count} commands that it runs"),
    }
}

/// The display name of a pasted text.
pub(crate) fn pasted(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("貼り付けたテキスト {count}"),
        Locale::En => format!("Pasted text {count}"),
    }
}

/// The line over the verdicts: the AWS account, and the profile whose answers they change.
pub(crate) fn verdicts_of(account: Option<&str>, profile: &str, locale: Locale) -> String {
    match (account, locale) {
        (Some(account), Locale::Ja) => {
            format!("AWS アカウント {account} の判定です。反映すると「{profile}」の回答が変わります。")
        }
        (None, Locale::Ja) => {
            format!(
                "どの AWS アカウントのものかは、証拠に書かれていません。反映すると「{profile}」の回答が変わります。"
            )
        }
        (Some(account), Locale::En) => {
            format!("Verdicts on the AWS account {account}. Accepting them changes the answers of “{profile}”.")
        }
        (None, Locale::En) => {
            format!("The evidence does not name its AWS account. Accepting changes the answers of “{profile}”.")
        }
    }
}

/// The button that accepts what is shown.
/// The button that accepts `count` verdicts, of which `changing` change an answer.
pub(crate) fn accept_shown(count: usize, changing: usize, locale: Locale) -> String {
    let (ja, en) = if changing == count {
        (String::new(), String::new())
    } else {
        (format!("(回答が変わるのは {changing} 件)"), format!(" ({changing} would change an answer)"))
    };
    match (locale, count) {
        (Locale::Ja, _) => format!("表示中の {count} 件を反映する{ja}"),
        (Locale::En, 1) => format!("Accept this one{en}"),
        (Locale::En, _) => format!("Accept these {count}{en}"),
    }
}

/// The link to what was noticed while reading.
pub(crate) fn remarks(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("読み取りで気づいたことが {count} 件あります"),
        Locale::En => format!("{} on what was read", quantity(count, "remark")),
    }
}

/// A filter with its count.
pub(crate) fn counted(words: Text, count: usize, locale: Locale) -> String {
    format!("{} {count}", words.get(locale))
}

pub(crate) fn more_reasons(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("ほかの理由 {count} 件"),
        Locale::En => quantity(count, "more reason"),
    }
}

/// The Regions that the evidence covers.
pub(crate) fn regions(regions: &[String], locale: Locale) -> String {
    match (regions, locale) {
        ([one], _) => one.clone(),
        (many, Locale::Ja) => format!("{} リージョン", many.len()),
        (many, Locale::En) => format!("{} Regions", many.len()),
    }
}

/// Shown if earlier evidence had another result.
pub(crate) fn changed_since(before: Text, date: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("前回({date})は「{}」でした。", before.ja),
        Locale::En => format!("Last time ({date}): {}.", before.en),
    }
}

/// Shown if the evidence of the answer is newer, and had another result.
pub(crate) fn older_than(now: Text, date: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("これより新しい証拠({date})では「{}」です。", now.ja),
        Locale::En => format!("Newer evidence ({date}) says: {}.", now.en),
    }
}

/// Shown if earlier evidence had the same result.
pub(crate) fn same_as(date: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("前回({date})と同じです。"),
        Locale::En => format!("The same as last time ({date})."),
    }
}

pub(crate) fn not_covered(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("判定の材料がない対策 {count} 件"),
        Locale::En => format!("Not covered: {}", quantity(count, "control")),
    }
}

pub(crate) fn read(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("読み取ったもの {count} 件"),
        Locale::En => format!("Read: {}", quantity(count, "item")),
    }
}

/// Announced to screen readers while judging runs.
pub(crate) fn judging(percent: u32, locale: Locale) -> String {
    match (percent, locale) {
        (0, Locale::Ja) => "判定しています。".to_owned(),
        (0, Locale::En) => "Judging.".to_owned(),
        (percent, Locale::Ja) => format!("判定しています。{percent}% まで終わりました。"),
        (percent, Locale::En) => format!("Judging, {percent}% done."),
    }
}

/// Shown while judging runs: the file, the step and the percentage.
pub(crate) fn doing(file: &str, step: Step, percent: u32, locale: Locale) -> String {
    let words = match step {
        Step::Load => t("読み込んでいます", "loading"),
        Step::Secrets => t("秘密情報が含まれていないか確認しています", "looking for secrets"),
        Step::Parse => t("内容を読み取っています", "reading"),
        Step::Rules => t("すべての内容を合わせて判定しています", "Judging all of it together"),
    };
    let (of, words) = (if file.is_empty() { "" } else { ": " }, words.get(locale));
    match locale {
        Locale::Ja => format!("{file}{of}{words}({percent}%)"),
        Locale::En => format!("{file}{of}{words} ({percent}%)"),
    }
}

/// Announced when judging is done.
pub(crate) fn judged(verdicts: usize, problems: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("判定が終わりました。判定 {verdicts} 件、読み取りで気づいたこと {problems} 件です。"),
        Locale::En => format!("Judged: {}, {}.", quantity(verdicts, "verdict"), quantity(problems, "remark")),
    }
}

/// The file and line of a problem.
pub(crate) fn place(file: &str, line: Option<u64>, locale: Locale) -> String {
    match (line, locale) {
        (None, _) => file.to_owned(),
        (Some(line), Locale::Ja) => format!("{file}、{line} 行目"),
        (Some(line), Locale::En) => format!("{file}, line {line}"),
    }
}
