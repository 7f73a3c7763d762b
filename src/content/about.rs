//! The About page: what the product is and is not, and where its list comes from.
//!
//! **Invariant:** data only. Tests verify the promises in it: nothing is sent, no secret is stored.

use crate::base::i18n::{Text, t};
use crate::base::time::Date;
use crate::content::catalogue::{self, Source};
use crate::content::{learn, runbook};

/// A titled passage.
#[derive(Debug)]
pub struct Passage {
    /// Its heading.
    pub title: Text,
    /// Its paragraphs.
    pub body: &'static [Text],
}

/// The talk on which the product is based.
pub const TALK: Source = Source {
    title: "DevelopersIO 2023「防衛への一歩!AWSアカウントを不正利用から守るための必須防止対策ナビ」(2023-07-10)",
    url: "https://dev.classmethod.jp/articles/devio2023-aws-abuse-protection/",
    reviewed: "2026-11-24",
};

/// The passages of the About page, from top to bottom.
pub const PASSAGES: &[Passage] = &[
    Passage {
        title: t("このツールでできること", "What it is"),
        body: &[t(
            "AWS アカウントの管理者が、不正利用(他人があなたのアカウントで、暗号資産のマイニング、迷惑メールの送信、情報の持ち出しなどを行うこと)を防ぐための対策を、1 つずつ確認して直すためのチェックリストです。どれから手を付けるか、コンソールと AWS CLI でどう確認し、どう直すかを示します。進み具合も記録します。",
            "A checklist for the administrator of an AWS account: the controls that stop others from mining, spamming or stealing with that account, one by one. It says where to begin, how to check and fix each one in the console and with the AWS CLI, and keeps track.",
        )],
    },
    Passage {
        title: t("使う前に知っておくこと", "What it is not"),
        body: &[
            t(
                "AWS の製品ではなく、AWS とは関係ありません。あなたのアカウントに接続して検査することもありません。すべて「実施済み」になっても、不正利用が起きないと保証するものではありません。ここにあるのは、最初に済ませるべき 41 の対策だけです。",
                "It is no product of AWS and has no tie to AWS. It does not connect to your account. All controls done is no guarantee that nothing happens: these are the 41 things to do first, not all there is to do.",
            ),
            t(
                "重み付け、レベル、順番、「90 日で再確認」「30 日以内にルートユーザーのサインインがない」などの数字の一部は、このツールが決めたものです。AWS や CIS の基準と異なる点は、各対策のページに書いています。",
                "Weights, levels, order, and some figures, such as “check again after 90 days” or “no root sign-in for 30 days”, are this tool's own choice. Where they differ from AWS or CIS, the page of the control says so.",
            ),
        ],
    },
    Passage {
        title: t("もとになった講演", "The talk behind it"),
        body: &[
            t(
                "クラスメソッド株式会社のイベント DevelopersIO 2023 での、おつまみさんの講演「防衛への一歩!AWSアカウントを不正利用から守るための必須防止対策ナビ」の考え方をもとにしています。講演者と同社は、このツールの作成に関わっていません。",
                "It follows the idea of a talk by Otsumami at DevelopersIO 2023, an event of Classmethod, Inc., in Japanese: “One step towards defence: a navigator of the must-do measures that protect an AWS account from misuse”. The speaker and the company have no part in this tool.",
            ),
            t(
                "講演の要約から分かるのは、不正利用の原因と被害、クイズの答え(通知。送り先は 2 か所)、有効にする 4 つのサービス、IAM の 7 つの確認、Security Hub のスコアと修復必須の一覧、GuardDuty への対応です。クイズの問題文、7 つの確認の中身、修復必須の一覧、緊急時の流れの図は公開された要約からは分からないため、AWS のドキュメントをもとに再構成しました。内容は 2023 年のものではなく、下の確認日の時点のものです。",
                "Its summary tells the causes and damage of misuse, the answer to the quiz (notifications, to two destinations), four services to switch on, seven checks of IAM, the Security Hub score with a must-fix list, and what to do with GuardDuty findings. The wording of the quiz, the seven checks, the must-fix list and the incident flow are not in the summary: they are a reconstruction from AWS's own documentation, as of the dates below, not of 2023.",
            ),
        ],
    },
    Passage {
        title: t("プライバシー", "Privacy"),
        body: &[
            t(
                "すべてこのブラウザーの中で動きます。AWS の認証情報は求めません。回答も、判定したファイルも、どこにも送信しません。外部のサービス、解析ツール、Cookie は使いません。",
                "Everything runs inside this browser. It asks for no AWS credentials. Neither answers nor judged files are sent anywhere. There are no third parties, no analytics, no cookies.",
            ),
            t(
                "回答はこのブラウザーのローカルストレージにだけ残ります。判定したファイルの内容は保存しません。パスワードやキーなどの秘密情報を見つけた場合は、読み取る前に取り除きます。アカウント ID とアクセスキー ID は伏せて保存します。共用のパソコンでは、使い終わったら「アカウントとデータ」で「すべて消す」を選んでください。",
                "Your answers stay in this browser's local storage only. The text of a judged file is never stored. A secret in it is cut out before anything reads it; account IDs and access-key IDs are masked in whatever is stored. On a shared computer, choose “Erase everything” on the page Accounts and data when you are done.",
            ),
        ],
    },
    Passage {
        title: t("確かめていないこと", "What was not verified"),
        body: &[t(
            "コンソールの手順は AWS のドキュメントを読んで書いたもので、実際の画面で 1 つずつ操作して確かめたものではありません。日本語の画面の表示名が見つからなかったものは、英語のまま「」で示しています。コマンドの書き方は AWS CLI の定義と照らし合わせて検査していますが、実際のアカウントでの権限や動作までは確かめていません。料金は変わるため、手順を始める前に AWS の料金ページを確認してください。",
            "Console steps were written from AWS's documentation, not clicked through one by one. Where no Japanese label was found, the Japanese text shows the English one. Commands are tested against the AWS CLI's own definitions, which proves their spelling, not your permissions. Prices change: see AWS's pricing pages before you begin.",
        )],
    },
    Passage {
        title: t("ライセンス", "Licence"),
        body: &[t(
            "MIT ライセンスまたは Apache License 2.0 の、どちらかを選んで利用できます。AWS、Amazon Web Services およびサービス名は、Amazon.com, Inc. またはその関連会社の商標です。",
            "MIT or Apache License 2.0, at your choice. AWS, Amazon Web Services and the names of its services are trademarks of Amazon.com, Inc. or its affiliates.",
        )],
    },
];

/// The dates (`YYYY-MM-DD`) on which the oldest and the newest of all sources were reviewed.
#[must_use]
pub fn reviewed() -> (&'static str, &'static str) {
    let dates = sources().map(|(_, source)| source.reviewed);
    dates.fold((TALK.reviewed, TALK.reviewed), |(oldest, newest), date| (oldest.min(date), newest.max(date)))
}

/// All sources that the product names, each with the id of the item that names it.
pub fn sources() -> impl Iterator<Item = (&'static str, &'static Source)> {
    let controls = catalogue::details().flat_map(|details| details.sources.iter().map(|source| (details.id, source)));
    let chapters = learn::CHAPTERS.iter().flat_map(|chapter| chapter.sources.iter().map(|source| (chapter.id, source)));
    let steps = runbook::STEPS.iter().flat_map(|step| step.sources.iter().map(|source| (step.id, source)));
    let must_fix = catalogue::must_fix::SOURCES.iter().map(|source| ("must-fix", source));
    controls.chain(chapters).chain(steps).chain(must_fix).chain([("about", &TALK)])
}

/// Days after which a source must be reviewed again before a release.
pub const REVIEW_DAYS: i64 = 180;

/// The sources that were reviewed too long ago for a release, or whose date cannot be read.
pub fn overdue(today: Date) -> impl Iterator<Item = (&'static str, &'static Source)> {
    let is_overdue = move |reviewed: &str| Date::parse(reviewed).is_none_or(|date| date.plus_days(REVIEW_DAYS) < today);
    sources().filter(move |(_, source)| is_overdue(source.reviewed))
}

#[cfg(test)]
mod tests {
    use super::{overdue, reviewed, sources};
    use crate::base::time::Date;

    #[test]
    fn a_release_waits_for_sources_that_are_too_old() {
        let (oldest, newest) = reviewed();
        let day = |text: &str, days| Date::parse(text).unwrap().plus_days(days);
        assert_eq!(overdue(day(oldest, 180)).count(), 0);
        assert!(overdue(day(oldest, 181)).count() > 0);
        assert_eq!(overdue(day(newest, 181)).count(), sources().count());
    }
}
