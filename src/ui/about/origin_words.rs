//! Words of the lists that the catalogue answers.

use crate::base::i18n::{Text, t};

pub(crate) const BASELINE: Text = t("AWS の基準(Startup Security Baseline)との対応", "AWS's account baseline");
pub(crate) const BASELINE_LEAD: Text = t(
    "AWS Startup Security Baseline は、小さな組織がまず行うべき対策を AWS がまとめたものです。アカウントに関する 17 項目(2026 年 6 月版)すべてに、対応する対策があります。項目名の日本語は、このツールによる訳です。",
    "The AWS Startup Security Baseline is AWS's own list of what a small organisation does first. Each of its 17 measures for the account (edition of June 2026) has a control here.",
);
pub(crate) const TALK: Text = t("講演の内容との対応", "What the talk lists");
pub(crate) const TALK_LEAD: Text = t(
    "公開された要約から分かる講演の内容と、それに応える対策です。",
    "What its public summary says, and the controls that answer it.",
);
pub(crate) const POINT: Text = t("項目", "Point");
pub(crate) const ANSWERED_BY: Text = t("対応する対策", "Controls");
