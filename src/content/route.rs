//! The links of the app: parses `#/…` into a `Route`, and writes it back. No DOM.
//!
//! **Invariant:** published links never change their meaning. Unknown parameters are ignored; any other
//! `#/…` is `NotFound`. Only `#/…` is a route, so that `#main` still works as a skip link.

use crate::base::i18n::{Locale, Text};
use crate::content::catalogue;

/// The names of the pages.
pub mod names {
    #![expect(missing_docs, reason = "the words say what they are")]

    use crate::base::i18n::{Text, t};

    pub const HOME: Text = t("ホーム", "Home");
    pub const CHECKLIST: Text = t("チェックリスト", "Checklist");
    pub const LEARN: Text = t("しくみを知る", "Learn");
    pub const EVIDENCE: Text = t("証拠で確認", "Evidence");
    pub const REPORT: Text = t("レポート", "Report");
    pub const INCIDENT: Text = t("緊急時の対応", "Something happened");
    pub const POSTURE: Text = t("公開と設定の点検", "Posture");
    pub const HANDOUT: Text = t("配布資料", "Handout");
    pub const WORKSHOP: Text = t("ワークショップ", "Workshop");
    pub const HISTORY: Text = t("履歴", "History");
    pub const DATA: Text = t("アカウントとデータ", "Accounts and data");
    pub const ABOUT: Text = t("このツールについて", "About");
    pub const NOT_FOUND: Text = t("ページが見つかりません", "Page not found");
    pub const CHANGES: Text = t("変更点", "What is new");
}

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/`
    Home,
    /// `#/checklist`
    Checklist,
    /// `#/controls/<id>`; the page checks whether the control exists.
    Control(String),
    /// `#/learn`
    Learn,
    /// `#/posture`
    Posture,
    /// `#/incident`
    Incident,
    /// `#/evidence`
    Evidence,
    /// `#/report`
    Report,
    /// `#/handout`
    Handout,
    /// `#/workshop`
    Workshop,
    /// `#/history`
    History,
    /// `#/data`
    Data,
    /// `#/about`
    About,
    /// `#/changes`
    Changes,
    /// Anything else.
    NotFound,
}

/// A parsed link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The page that it opens.
    pub route: Route,
    /// The language that it sets (`?lang=ja`).
    pub lang: Option<Locale>,
    /// The query (after `?`), without the language.
    pub query: String,
}

impl Route {
    /// Every page with a fixed link, in the order of the menu.
    pub const PAGES: [Route; 13] = [
        Route::Home,
        Route::Checklist,
        Route::Learn,
        Route::Posture,
        Route::Incident,
        Route::Evidence,
        Route::Report,
        Route::Handout,
        Route::Workshop,
        Route::History,
        Route::Data,
        Route::About,
        Route::Changes,
    ];

    /// The name of the page, in the browser tab, in the menu, and while it loads.
    #[must_use]
    pub fn title(&self) -> Text {
        match self {
            Route::Home => names::HOME,
            Route::Checklist => names::CHECKLIST,
            Route::Control(id) => catalogue::find(id).map_or(names::NOT_FOUND, |control| control.title),
            Route::Learn => names::LEARN,
            Route::Posture => names::POSTURE,
            Route::Incident => names::INCIDENT,
            Route::About => names::ABOUT,
            Route::Evidence => names::EVIDENCE,
            Route::Report => names::REPORT,
            Route::Handout => names::HANDOUT,
            Route::Workshop => names::WORKSHOP,
            Route::History => names::HISTORY,
            Route::Data => names::DATA,
            Route::NotFound => names::NOT_FOUND,
            Route::Changes => names::CHANGES,
        }
    }

    /// Parses a location's hash. `None` if it is not a route (`#main`); then the current page stays.
    #[must_use]
    pub fn parse(hash: &str) -> Option<Link> {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        if hash.is_empty() {
            return Some(Link { route: Route::Home, lang: None, query: String::new() });
        }
        let rest = hash.strip_prefix('/')?;
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        fn lang_of(pair: &str) -> Option<&str> {
            pair.strip_prefix("lang=")
        }
        let lang = query.split('&').find_map(lang_of).and_then(Locale::from_tag);
        let query = query.split('&').filter(|pair| lang_of(pair).is_none()).collect::<Vec<_>>().join("&");
        let route = match path.trim_end_matches('/').split_once('/') {
            None => {
                let href = ["#/", path.trim_end_matches('/')].concat();
                Route::PAGES.into_iter().find(|place| place.href() == href).unwrap_or(Route::NotFound)
            }
            Some(("controls", id)) if id.bytes().all(is_id) => Route::Control(id.to_owned()),
            Some(_) => Route::NotFound,
        };
        Some(Link { route, lang, query })
    }

    /// The link to this page with a query, as an `href`.
    #[must_use]
    pub fn href_with(&self, query: &str) -> String {
        let separator = if query.is_empty() { "" } else { "?" };
        [self.href().as_str(), separator, query].concat()
    }

    /// The link to this page, as an `href`.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Route::Home | Route::NotFound => "#/".to_owned(),
            Route::Checklist => "#/checklist".to_owned(),
            Route::Control(id) => ["#/controls/", id].concat(),
            Route::Learn => "#/learn".to_owned(),
            Route::Posture => "#/posture".to_owned(),
            Route::Incident => "#/incident".to_owned(),
            Route::About => "#/about".to_owned(),
            Route::Evidence => "#/evidence".to_owned(),
            Route::Report => "#/report".to_owned(),
            Route::Data => "#/data".to_owned(),
            Route::History => "#/history".to_owned(),
            Route::Workshop => "#/workshop".to_owned(),
            Route::Handout => "#/handout".to_owned(),
            Route::Changes => "#/changes".to_owned(),
        }
    }
}

/// Control ids are kebab-case; anything else is not a route, so nothing has to be escaped or decoded.
const fn is_id(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
}

#[cfg(test)]
mod tests {
    use super::{Link, Route};
    use crate::base::i18n::Locale;

    fn route(hash: &str) -> Route {
        Route::parse(hash).unwrap().route
    }

    #[test]
    fn published_links() {
        for (hash, expected) in [
            ("", Route::Home),
            ("#/", Route::Home),
            ("#/checklist", Route::Checklist),
            ("#/checklist/", Route::Checklist),
            ("#/checklist?q=mfa&unknown=1", Route::Checklist),
            ("#/controls/iam-root-mfa", Route::Control("iam-root-mfa".into())),
            ("#/learn", Route::Learn),
            ("#/posture?x", Route::Posture),
            ("#/incident?lang=ja", Route::Incident),
            ("#/about", Route::About),
            ("#/data?x=1", Route::Data),
            ("#/history?x=1", Route::History),
            ("#/workshop?x=1", Route::Workshop),
            ("#/handout?x=1", Route::Handout),
            ("#/evidence", Route::Evidence),
            ("#/report?lang=fr", Route::Report),
            ("#/nowhere", Route::NotFound),
            ("#/controls", Route::NotFound),
            ("#/report/x", Route::NotFound),
            ("#/controls/%ff", Route::NotFound),
            ("#/controls/<b>", Route::NotFound),
        ] {
            assert_eq!(route(hash), expected, "{hash}");
        }
    }

    #[test]
    fn a_skip_link_is_not_a_route() {
        assert_eq!(Route::parse("#main"), None);
    }

    #[test]
    fn links_carry_a_language() {
        let link = Route::parse("#/controls/a?x=1&lang=ja").unwrap();
        let route = Route::Control("a".into());
        assert_eq!(link, Link { route, lang: Some(Locale::Ja), query: "x=1".into() });
    }

    #[test]
    fn every_route_survives_a_round_trip() {
        let control = Route::Control("s3-account-block-public".into());
        for expected in Route::PAGES.into_iter().chain([control]) {
            assert_eq!(route(&expected.href()), expected);
        }
    }
}
