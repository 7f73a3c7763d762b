//! The template of the reply to AWS.

use crate::base::i18n::{Text, t};

/// A reply to the support case or the abuse report: in Japanese for AWS Support in Japan, in English for all others and
/// for AWS Trust & Safety. Blanks are underscores.
pub const REPLY: Text = t(JA, EN);

const JA: &str = "\
件名: AWS アカウント ____________ の不正利用について
ケース番号(または通知の番号): ______
対応者: ______(役割: ______)。このアカウントの対応をしています。
気づいた日時ときっかけ: ______(UTC)、______(AWS からの通知、アラーム、請求など)
侵入の始まりと思われる日時: ______(UTC)
影響を受けた認証情報: アクセスキー ID ______、IAM ユーザーまたはロール ______。漏えい元: ______
止めたもの: キーの無効化 ______(UTC)、すべてを拒否するポリシーの付与 ______(UTC)、ロールのセッションの取り消し ______(UTC)
ルートユーザー: パスワードの変更 ______(UTC)、MFA の確認 ______、アクセスキーなし ______
自分たちのものではないリソース(リージョンと ID): ______
削除または停止したもの: ______(UTC)。残っている作業: ______(______ までに完了予定)
原因: ______。再発防止策: ______
お願い: 不正な活動がまだ続いていないか、また、隔離ポリシーをいつ外してよいかをお知らせください。
請求: ______ から ______ までの不正利用による料金を、ご確認ください。
連絡先: ______(電話、メール)、対応できる時間帯: ______";

const EN: &str = "\
Subject: Unauthorised use of AWS account ____________
Case or report number: ______
Name: ______ (role: ______). I am dealing with this for the account.
Noticed at: ______ (UTC), through ______ (AWS notice, alarm, bill)
It seems to have begun at: ______ (UTC)
Affected credential: access key ID ______, IAM user or role ______. Where it leaked: ______
Stopped: key deactivated ______ (UTC), deny-all policy ______ (UTC), role sessions revoked ______ (UTC)
Root user: password changed ______ (UTC), MFA checked ______, no access key ______
Resources that are not ours (Region and ID): ______
Removed or stopped: ______ (UTC). Still to do: ______ (done by ______)
Cause: ______. What prevents a repeat: ______
Please tell us whether you still see unauthorised activity, and when the quarantine policy may be removed.
Billing: please review the charges of the unauthorised use from ______ to ______.
Contact: ______ (phone, e-mail), reachable at: ______";
