//! What may be found, by kind, and where in a text.

use crate::base::i18n::Text;
use std::ops::Range;

/// What was found, named but never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A PEM private-key block.
    PrivateKey,
    /// `scheme://user:password@host`.
    UrlPassword,
    /// A secret access key, a session token or a service's password under its name.
    NamedValue,
    /// A key of Bedrock, which says itself what it is.
    ApiKey,
    /// Something with the shape of a secret access key beside an access-key id.
    BesideKeyId,
}

impl Kind {
    /// How the page calls it.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Kind::PrivateKey => Text { ja: "秘密鍵", en: "a private key" },
            Kind::UrlPassword => Text { ja: "URL に含まれるパスワード", en: "a password inside a URL" },
            Kind::NamedValue => Text {
                ja: "シークレットアクセスキー、セッショントークン、またはサービス用のパスワード",
                en: "a secret access key, a session token or a service's password",
            },
            Kind::ApiKey => Text { ja: "Bedrock の API キー", en: "a Bedrock API key" },
            Kind::BesideKeyId => Text {
                ja: "シークレットアクセスキーとみられる文字列",
                en: "what looks like a secret access key",
            },
        }
    }
}

pub(super) type Spans = Vec<(Range<usize>, Kind)>;
