//! Finds credentials in every incoming text and cuts them out before the text is used. Masks account ids and access-key
//! ids in everything that is stored.
//!
//! What counts as a secret: a private-key block; a password inside a URL; a value under a key named like
//! `SecretAccessKey`, `SessionToken`, `aws_secret_access_key`, `ServicePassword` or `ServiceCredentialSecret`; or after
//! the labels of the console, “Secret access key” and 「シークレットアクセスキー」; a Bedrock API key; a session token; 40 base64
//! characters within three lines of an access-key id, masked or not. Bare 40-character strings and hex
//! hashes do not count: evidence is full of them. A password without its name, such as the output of `--query
//! …ServicePassword --output text`, cannot be recognised.
//!
//! **Invariant:** linear in the length of the text; never returns any part of what was cut.

mod find;
mod kind;
mod letter;
mod mask;
mod named;
mod places;

pub use kind::Kind;
pub use mask::mask;

use find::{api_keys, beside_key_ids, private_keys, url_passwords};
use kind::{REPLACEMENT, Spans};
use named::{labelled_values, named_values};
use places::Ticks;
use std::ops::Range;

/// One secret that was cut out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The line it began on, counted from 1.
    pub line: usize,
    /// What it was.
    pub kind: Kind,
}

/// A text without its secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The text, `[cut]` in place of each secret.
    pub text: String,
    /// The secrets that were cut, grouped by kind.
    pub found: Vec<Found>,
}

/// Cuts every secret out of `text`. Line breaks inside a secret stay, so that line numbers do not change.
#[must_use]
pub fn cut(text: &str) -> Cut {
    cut_out(text.to_owned(), &|_| {})
}

/// As [`cut`], without copying a text that has no secrets. Calls `on_progress` with the searched share, 0 to 1.
#[must_use]
pub fn cut_out(text: String, on_progress: &dyn Fn(f64)) -> Cut {
    const FINDERS: [fn(&str, &Ticks<'_>, &mut Spans); 6] =
        [private_keys, url_passwords, named_values, labelled_values, api_keys, beside_key_ids];
    let mut cut = Cut { text, found: Vec::new() };
    for (pass, find) in (0_u8..).zip(FINDERS) {
        let mut spans = Vec::new();
        #[expect(clippy::cast_precision_loss, reason = "a share")]
        let share = |at| (f64::from(pass) + at as f64 / cut.text.len() as f64) / FINDERS.len() as f64;
        let report = |at| on_progress(share(at));
        find(&cut.text, &Ticks::new(&report), &mut spans);
        if !spans.is_empty() {
            cut = without(cut, spans);
        }
    }
    cut
}

/// Cuts `spans` out. They are sorted and do not overlap.
fn without(cut: Cut, spans: Spans) -> Cut {
    let piece = |range: Range<usize>| cut.text.get(range).unwrap_or_default();
    let mut text = String::with_capacity(cut.text.len());
    let mut found = cut.found;
    let (mut end, mut line) = (0, 1);
    for (span, kind) in spans {
        let before = piece(end..span.start);
        line += newlines(before);
        found.push(Found { line, kind });
        text.push_str(before);
        text.push_str(REPLACEMENT);
        let inside = newlines(piece(span.clone()));
        text.push_str(&"\n".repeat(inside));
        line += inside;
        end = span.end;
    }
    text.push_str(piece(end..cut.text.len()));
    Cut { text, found }
}

fn newlines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::places::STRIDE;
    use super::{Kind, cut, cut_out};
    use std::cell::RefCell;

    // AWS's own documentation examples; not credentials.
    const KEY_ID: &str = "AKIAIOSFODNN7EXAMPLE";
    const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    fn kinds(text: &str) -> Vec<(usize, Kind)> {
        cut(text).found.iter().map(|f| (f.line, f.kind)).collect()
    }

    #[test]
    fn every_way_to_name_a_secret_is_cut() {
        for text in [
            format!("{{\"SecretAccessKey\": \"{SECRET}\"}}"),
            format!("aws_secret_access_key = {SECRET}"),
            format!("export AWS_SECRET_ACCESS_KEY='{SECRET}'"),
            format!("aws configure set aws_secret_access_key {SECRET}"),
            format!("<SecretAccessKey>{SECRET}</SecretAccessKey>"),
            format!("aws_session_token={SECRET}{SECRET}"),
            format!("secret-access-key:\n  {SECRET}"),
            format!("{{\"name\": \"AWS_SECRET_ACCESS_KEY\", \"value\": \"{SECRET}\", \"type\": \"PLAINTEXT\"}}"),
            format!("{{\"Name\": \"DB_SESSION_TOKEN\",\n  \"Type\": \"PLAINTEXT\",\n  \"Value\": \"{SECRET}\"}}"),
        ] {
            let cut = cut(&text);
            assert_eq!(cut.found.len(), 1, "{text}");
            assert_eq!(cut.found[0].kind, Kind::NamedValue, "{text}");
            assert!(!cut.text.contains("wJalr"), "{text}");
        }
    }

    #[test]
    fn a_key_shape_counts_only_near_a_key_id() {
        let near = format!("{KEY_ID}\n\n\n{SECRET}\n");
        assert_eq!(kinds(&near), [(4, Kind::BesideKeyId)]);
        let before = format!("{SECRET}\n\n\n{KEY_ID}");
        assert_eq!(kinds(&before), [(1, Kind::BesideKeyId)]);
        let far = format!("{KEY_ID}\n\n\n\n{SECRET}\n");
        assert_eq!(kinds(&far), []);
        assert_eq!(kinds(SECRET), []);
        let between = format!("{KEY_ID} {KEY_ID}\n{SECRET}\n\n{KEY_ID}\n{SECRET} {SECRET}\n{KEY_ID}\n\n\n\n\n{SECRET}");
        assert_eq!(kinds(&between), [(2, Kind::BesideKeyId), (5, Kind::BesideKeyId), (5, Kind::BesideKeyId)]);
        let hash = format!("{KEY_ID} {}", "0123456789abcdef0123456789abcdef01234567");
        assert_eq!(kinds(&hash), []);
    }

    #[test]
    fn urls_and_key_blocks() {
        assert_eq!(kinds("ok\npostgres://app:hunter2@db/x"), [(2, Kind::UrlPassword)]);
        assert_eq!(kinds("https://example.com/a:b@c"), []);
        let block = "a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nb";
        let out = cut(block);
        assert_eq!(out.text, "a\n[cut]\n\n\nb");
        assert_eq!(out.found[0].line, 2);
        assert_eq!(cut("-----BEGIN PRIVATE KEY-----\nMIIE").text, "[cut]\n");
        assert_eq!(kinds("-----BEGIN CERTIFICATE-----"), []);
    }

    #[test]
    fn what_was_cut_is_not_found_again() {
        for text in [
            "postgres://app:hunter2@db/x".to_owned(),
            format!("aws_secret_access_key = {SECRET}"),
            format!("{{\"SecretAccessKey\": \"{SECRET}\"}}"),
            format!("{KEY_ID}\n{SECRET}"),
            "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----".to_owned(),
        ] {
            let cut_text = cut(&text).text;
            assert!(cut_text.contains("[cut]"), "{text}");
            assert_eq!(cut(&cut_text).found, [], "{cut_text}");
        }
        assert_eq!(cut("postgres://app:[cut]hunter2@db").text, "postgres://app:[cut]@db");
    }

    #[test]
    fn prose_about_secrets_stays() {
        for text in [
            "The SecretAccessKey was rotated yesterday.",
            "SessionToken: none",
            "SecretAccessKey: を削除しました。もう使えません。",
            "secret access key",
            // Names of events, columns and other fields; empty values and their substitutes.
            r#"{"eventName": "GetSessionToken", "eventSource": "sts.amazonaws.com"}"#,
            r#"{"Action": ["iam:ResetServiceSpecificCredential", "sts:GetSessionToken"], "Effect": "Deny"}"#,
            r#"{"filterPattern": "{ ($.eventName = \"GetSessionToken\") && ($.userIdentity.type = \"Root\") }"}"#,
            "{ $.eventName = GetSessionToken || $.eventName = GetFederationToken }",
            "%GetSessionToken|GetFederationTokenOfAnother%",
            r#"{"detail": {"requestParameters": {"sessionToken": [{"exists": true}]}}}"#,
            r#"{"ServicePasswordLastUsed": "2026-11-29T10:00:00+00:00", "PasswordLastUsed": "2026-11-29T10:00:00+00:00"}"#,
            r#"{"ServicePassword":"","ServiceSpecificCredentialId":"ACCAEXAMPLE123EXAMPLE"}"#,
            r#"[[[[[{"a":{"b":{"c":{"SecretAccessKey":""}}}}]]]]]"#,
            r#"{"SecretAccessKey": null, "SessionToken": null, "ServicePassword": null}"#,
            r#"{"responseElements": {"credentials": {"sessionToken": "HIDDEN_DUE_TO_SECURITY_REASONS"}}}"#,
            "<SecretAccessKey/><ServicePassword></ServicePassword><ServiceName>codecommit</ServiceName>",
            "ABSK is how keys of Bedrock begin; bedrock-api-key-… the short-lived ones.",
        ] {
            assert_eq!(cut(text).text, text);
        }
    }

    #[test]
    fn a_long_text_is_cut_the_same_wherever_a_secret_stands_and_told_of_on_the_way() {
        for (secret, kind) in [
            ("-----BEGIN PRIVATE KEY-----x-----END PRIVATE KEY-----", Kind::PrivateKey),
            ("postgres://app:hunter2@db", Kind::UrlPassword),
            ("aws_secret_access_key=wJalrXUtnFEMIK7MDENG", Kind::NamedValue),
            ("AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", Kind::BesideKeyId),
        ] {
            // Every position across the end of a stride, beside characters of one and three bytes.
            for shift in 0..secret.len() {
                let before = "あ a ".repeat((STRIDE - shift) / 6) + &" ".repeat((STRIDE - shift) % 6);
                let shares = RefCell::new(Vec::new());
                let cut = cut_out(before.clone() + secret + "\n" + &before, &|share| shares.borrow_mut().push(share));
                assert_eq!(cut.found.iter().map(|found| found.kind).collect::<Vec<_>>(), [kind], "{secret} {shift}");
                let shares = shares.into_inner();
                assert!(shares.len() >= 4 && shares.is_sorted() && shares.iter().all(|share| *share <= 1.0));
            }
        }
    }

    #[test]
    fn lines_are_counted_across_earlier_cuts() {
        let text = format!("-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----\naws_secret_access_key={SECRET}");
        assert_eq!(kinds(&text), [(1, Kind::PrivateKey), (4, Kind::NamedValue)]);
    }
}
