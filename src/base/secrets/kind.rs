//! The kinds of secrets, and their positions in a text.

use crate::base::i18n::Text;
use std::ops::Range;

/// The kind of a secret. The secret itself is never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A PEM private-key block.
    PrivateKey,
    /// `scheme://user:password@host`.
    UrlPassword,
    /// A secret access key, a session token or a service's password, recognised by the name before it.
    NamedValue,
    /// A Bedrock API key, recognised by its prefix.
    ApiKey,
    /// A string with the format of a secret access key near an access-key id.
    BesideKeyId,
}

impl Kind {
    /// The name on the page.
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

/// Replaces each secret.
pub(super) const REPLACEMENT: &str = "[cut]";

pub(super) type Spans = Vec<(Range<usize>, Kind)>;
