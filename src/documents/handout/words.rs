//! Texts used only on the handout and its sheets.

use crate::base::i18n::{Locale, Text, t};

pub(super) const TITLE: Text = t("ワークショップ配布資料", "Workshop handout");
pub(super) const LEAD: Text = t(
    "上から順に、自分のアカウントを確かめてください。済んだら □ に印を付けます。QR コードから、その対策のページを開けます。",
    "Go through your own account from the top, and tick the box when a control is in place. Each QR code opens that control's page.",
);
pub(super) const LEAD_WITHOUT_CODES: Text = t(
    "上から順に、自分のアカウントを確かめてください。済んだら □ に印を付けます。",
    "Go through your own account from the top, and tick the box when a control is in place.",
);
pub(super) const NO_SECRETS: Text = t(
    "この紙に、パスワード、アクセスキー、MFA のコードを書かないでください。",
    "Never write passwords, access keys or MFA codes on this paper.",
);
pub(super) const NOTHING: Text = t("対策が選ばれていません。", "No controls are chosen.");
pub(super) const EVENT: Text = t("イベント", "Event");
pub(super) const DATE: Text = t("日時", "When");
pub(super) const CONTACT: Text = t("質問先", "Questions to");
pub(super) const YOUR_NAME: Text = t("お名前", "Your name");
pub(super) const YOUR_ACCOUNT: Text = t("確認するアカウント", "Account");
pub(super) const DONE: Text = t("こうなれば完了", "Done looks like this");
pub(super) const MINUTES: Text = t("分", "min");
pub(super) const NOTES: Text = t("メモ", "Notes");

pub(super) const RUNBOOK: Text = t("緊急時の対応手順", "Incident runbook");
pub(super) const RUNBOOK_LEAD: Text = t(
    "落ち着いて、上から順に進めてください。1 人で抱え込まず、まず誰かに知らせます。済んだ手順の □ に印を付け、時刻を書きます。",
    "Stay calm and go from top to bottom. Tell somebody first; do not do this alone. Tick each step and write down the time.",
);
pub(super) const WHO: Text = t("担当", "Who");
pub(super) const NEVER: Text = t("しないこと", "Do not");
pub(super) const TIME: Text = t("時刻 (UTC)", "Time (UTC)");
pub(super) const BY: Text = t("実施者", "Done by");
pub(super) const SEEN: Text = t("見たこと、したこと", "What you saw and did");

pub(super) const TEAM: Text = t("対応チームシート", "Response-team sheet");
pub(super) const TEAM_LEAD: Text = t(
    "誰が見て、誰が決めるかを、何も起きていないうちに書いておきます。AWS アカウントの外に保管してください。",
    "Write down who looks and who decides while nothing is happening. Keep it outside the AWS account.",
);
pub(super) const SEVERITY: Text = t("検出結果の重要度", "Severity of the finding");
pub(super) const WITHIN: Text = t("いつまでに", "Answer within");
pub(super) const THEN: Text = t("すること", "Then");
pub(super) const RESULT: Text = t("判断", "Verdict");
pub(super) const UPDATED: Text = t("記入日", "Written on");

pub(super) const QUIZ: Text = t("クイズ", "Quiz");
pub(super) const QUIZ_LEAD: Text = t(
    "それぞれ 1 つ選んでください。答えと理由は、あとで一緒に確かめます。",
    "Choose one answer each. We look at the answers and their reasons together afterwards.",
);

pub(super) const FACILITATOR: Text = t("進行役の資料", "Facilitator's sheet");
pub(super) const FACILITATOR_LEAD: Text = t(
    "参加者には配らないでください。クイズの答えが載っています。",
    "Do not hand this out to the participants: it holds the quiz answers.",
);
pub(super) const PLAN: Text = t("時間配分", "Timetable");
pub(super) const FROM_TO: Text = t("開始から", "From the start");
pub(super) const LENGTH: Text = t("時間", "Length");
pub(super) const WHAT: Text = t("内容", "What happens");
pub(super) const HOW: Text = t("進め方", "How to run it");
pub(super) const ANSWERS: Text = t("クイズの答え", "Quiz answers");
pub(super) const BEFORE: Text = t("前日までに", "By the day before");
pub(super) const DURING: Text = t("当日", "During the workshop");
pub(super) const AFTER: Text = t("最後に", "At the end");

pub(super) const BEFORE_STEPS: [Text; 3] = [
    t(
        "[ワークショップ] のページで名前、日付、対策を決め、参加者用のリンクを作ります。サーバーも登録も要りません。",
        "On the [Workshop] page, choose the name, date and controls, and make the link for the participants. No server, no registration.",
    ),
    t(
        "配布資料を人数分印刷します。手元のスマートフォンで QR コードを 1 つ読み取り、ページが開くことを確かめます。",
        "Print a handout for everybody. Scan one of the QR codes with your phone and check that the page opens.",
    ),
    t(
        "参加者に、AWS マネジメントコンソールに管理者としてサインインできるパソコンと、普段使っている MFA デバイスを持ってきてもらいます。",
        "Ask the participants to bring a computer on which they can sign in to the AWS Management Console as an administrator, and their usual MFA device.",
    ),
];
pub(super) const DURING_STEPS: [Text; 3] = [
    t(
        "リンクをチャットで送るか、画面に映します。開いて [始める] を選ぶと、参加者のブラウザーの中に専用のチェックリストができます。回答はどこにも送信されません。",
        "Send the link by chat, or show it. Whoever opens it and chooses [Start] gets a checklist of their own in their browser. Answers are sent nowhere.",
    ),
    t(
        "時間配分に沿って、対策を 1 件ずつ「確認する」から始めます。迷ったら「わからない」を選んで次へ進みます。",
        "Follow the timetable, one control after the other, and begin with the check. Whoever is not sure answers “I don't know” and goes on.",
    ),
    t(
        "その場で対処しきれないものは、担当と期限を紙に書いてもらいます。料金がかかる変更や、サインインできなくなるおそれがある変更は、急がせないでください。",
        "What cannot be fixed on the spot gets an owner and a due date on paper. Do not rush anybody into a change that costs money or could lock them out.",
    ),
];
pub(super) const AFTER_STEPS: [Text; 3] = [
    t(
        "参加者は、自分の進捗をファイルに保存して渡します(チャット、共有フォルダーなど)。ファイルには、名前の代わりに参加コードが入ります。",
        "The participants save their progress as a file and hand it over (chat, shared folder). It carries their code instead of a name.",
    ),
    t(
        "集めたファイルを [ワークショップ] のページにまとめてドロップします。対策ごとの状態、スコアの分布、未完了の人が多い対策、クイズの結果が表示されます。",
        "Drop all files on the [Workshop] page. It shows each control's status, the scores, what is open most often, and the quiz results.",
    ),
    t(
        "未完了の人が多い対策を画面に映し、最初の 1 件を誰がいつまでに行うかを、全員に書いてもらいます。",
        "Show what is open most often, and let everybody write down who does the first of these controls, and by when.",
    ),
];

pub(super) const WELCOME: Text = t(
    "あいさつ。この時間の目的を話し、全員が参加者用のリンクを開く",
    "Welcome: say what this is for; everybody opens the link",
);
pub(super) const QUIZ_PART: Text = t(
    "クイズの 1 問目を全員で考え、理由を話し合う(残りは空いた時間に)",
    "The first quiz question together, with its reasons (the others when there is time)",
);
pub(super) const RESULTS: Text =
    t("ファイルを集め、参加者全体の状況を一緒に見る", "Collect the files and look at the results together");
pub(super) const CLOSE: Text =
    t("次にすること、担当、期限を書いて終える", "Everybody writes down what comes next, who does it and by when");

/// `0–5 分`
pub(super) fn span(from: u16, to: u16, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{from}–{to} 分"),
        Locale::En => format!("{from}–{to} min"),
    }
}

/// `5 分`
pub(super) fn minutes(minutes: u16, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{minutes} 分"),
        Locale::En => format!("{minutes} min"),
    }
}

/// A group of controls in the timetable.
pub(super) fn work(title: &str, (first, last): (usize, usize), locale: Locale) -> String {
    let numbers = if first == last { first.to_string() } else { format!("{first}–{last}") };
    match locale {
        Locale::Ja => format!("{title}(対策 {numbers})"),
        Locale::En => format!("{title} (controls {numbers})"),
    }
}

/// Whether the time is enough for all controls.
pub(super) fn reach(work: u16, effort: u32, controls: usize, locale: Locale) -> String {
    let is_enough = u32::from(work) >= effort;
    match (locale, is_enough) {
        (Locale::Ja, true) => {
            format!("対策 {controls} 件をすべて行っても約 {effort} 分で、この時間に収まります。")
        }
        (Locale::En, true) => {
            format!("Putting all {controls} controls in place takes about {effort} minutes, which fits.")
        }
        (Locale::Ja, false) => format!(
            "対策 {controls} 件をすべて行うと約 {effort} 分かかります。{work} 分では、全員が「確認する」までを終え、すぐに済むものから対処します。"
        ),
        (Locale::En, false) => format!(
            "Putting all {controls} controls in place takes about {effort} minutes. In {work} minutes everybody finishes the checks and fixes what is quick."
        ),
    }
}

/// `40 分のワークショップ`
pub(super) fn workshop(minutes: u16, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{minutes} 分のワークショップ"),
        Locale::En => format!("A workshop of {minutes} minutes"),
    }
}

/// `対策 8 件(すべて行うと約 90 分)`
pub(super) fn amount(controls: usize, effort: u32, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("対策 {controls} 件(すべて行うと約 {effort} 分)"),
        Locale::En => format!("{controls} controls (about {effort} minutes for all of them)"),
    }
}

/// `正解 C. `
pub(super) fn answer(letter: char, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("正解 {letter}. "),
        Locale::En => format!("{letter}. "),
    }
}
