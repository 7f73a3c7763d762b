//! Finds credentials in any text that comes in and cuts them out, before anything else reads the text.
//! Masks account ids and access-key ids in whatever is kept.
//!
//! What counts as a secret: a private-key block; a password inside a URL; a value under a key named like
//! `SecretAccessKey`, `SessionToken` or `aws_secret_access_key`; 40 base64 characters within three lines of an
//! access-key id. Bare 40-character strings and hex hashes are not: evidence is full of them.
//!
//! **Invariant:** linear in the length of the text; never returns a piece of what it cut.

use crate::i18n::Text;
use std::cell::Cell;
use std::ops::Range;

/// What was found, named but never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A PEM private-key block.
    PrivateKey,
    /// `scheme://user:password@host`.
    UrlPassword,
    /// A secret access key or a session token under its name.
    NamedValue,
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
                ja: "シークレットアクセスキーまたはセッショントークン",
                en: "a secret access key or session token",
            },
            Kind::BesideKeyId => Text {
                ja: "シークレットアクセスキーとみられる文字列",
                en: "what looks like a secret access key",
            },
        }
    }
}

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
    /// What was cut, kind by kind.
    pub found: Vec<Found>,
}

/// Stands where a secret stood.
const MARK: &str = "[cut]";
const LINES_BESIDE: usize = 3;
const SECRET_KEY_LENGTH: usize = 40;
const KEY_ID_LENGTH: usize = 20;

/// Cuts every secret out of `text`. Line breaks inside one stay, so that line numbers still hold.
#[must_use]
pub fn cut(text: &str) -> Cut {
    cut_out(text.to_owned(), &|_| {})
}

/// As [`cut`], without a second copy of a text that has none, and telling the share that was looked at (0 to 1) every
/// [`STRIDE`].
#[must_use]
pub fn cut_out(text: String, tell: &dyn Fn(f64)) -> Cut {
    const FINDERS: [fn(&str, &Ticks<'_>, &mut Spans); 4] = [private_keys, url_passwords, named_values, beside_key_ids];
    let mut cut = Cut { text, found: Vec::new() };
    for (pass, find) in (0_u8..).zip(FINDERS) {
        let mut spans = Vec::new();
        #[expect(clippy::cast_precision_loss, reason = "a share")]
        let share = |at| (f64::from(pass) + at as f64 / cut.text.len() as f64) / FINDERS.len() as f64;
        let ticks = Ticks { next: Cell::new(STRIDE), tell: &|at| tell(share(at)) };
        find(&cut.text, &ticks, &mut spans);
        if !spans.is_empty() {
            cut = without(cut, spans);
        }
    }
    cut
}

/// How many bytes are looked at between two ticks.
const STRIDE: usize = 256 * 1024;

/// Tells, every [`STRIDE`], how far one way of looking has come.
struct Ticks<'a> {
    next: Cell<usize>,
    tell: &'a dyn Fn(usize),
}

impl Ticks<'_> {
    fn reached(&self, at: usize) {
        if at >= self.next.get() {
            self.next.set(at + STRIDE);
            (self.tell)(at);
        }
    }
}

/// The text without `spans`, which stand in order and apart.
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
        text.push_str(MARK);
        let inside = newlines(piece(span.clone()));
        text.push_str(&"\n".repeat(inside));
        line += inside;
        end = span.end;
    }
    text.push_str(piece(end..cut.text.len()));
    Cut { text, found }
}

/// Masks account ids (12 digits, also written 1234-5678-9012) and access-key ids: first and last four stay.
#[must_use]
pub fn mask(text: &str) -> String {
    // A Japanese keyboard writes full-width digits as readily.
    let text = text.chars().map(|c| if ('０'..='９').contains(&c) { ascii_digit(c) } else { c }).collect::<String>();
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut end = 0;
    let mut at = 0;
    while at < bytes.len() {
        let Some(length) = id_length(bytes, at) else {
            at += 1;
            continue;
        };
        let head = text.get(end..at + 4).unwrap_or_default();
        let tail = text.get(at + length - 4..at + length).unwrap_or_default();
        out.push_str(head);
        out.push_str("****");
        out.push_str(tail);
        at += length;
        end = at;
    }
    out.push_str(text.get(end..).unwrap_or_default());
    out
}

fn ascii_digit(full_width: char) -> char {
    let offset = u32::from(full_width) - u32::from('０') + u32::from('0');
    char::from_u32(offset).unwrap_or(full_width)
}

type Spans = Vec<(Range<usize>, Kind)>;

fn newlines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// Every place of an ASCII word in a text; a stride at a time, so that a long text without the word is told of, too.
fn places<'t>(text: &'t str, word: &'static str, ticks: &'t Ticks<'t>) -> impl Iterator<Item = usize> + 't {
    (0..text.len()).step_by(STRIDE).flat_map(move |stride| {
        ticks.reached(stride);
        let start = text.floor_char_boundary(stride);
        // One that begins in this stride may end in the next.
        let end = text.floor_char_boundary(stride + STRIDE + word.len() - 1);
        text.get(start..end).unwrap_or_default().match_indices(word).map(move |(offset, _)| start + offset)
    })
}

fn private_keys(text: &str, ticks: &Ticks<'_>, spans: &mut Spans) {
    const END: &str = "-----END";
    let mut from = 0;
    for start in places(text, "-----BEGIN", ticks) {
        let rest = text.get(start..).unwrap_or_default();
        let title = rest.get(..rest.floor_char_boundary(64)).unwrap_or_default();
        if start < from || !title.contains("PRIVATE KEY") {
            continue;
        }
        // A block that was cut off is a secret to the end of the text.
        let end = rest.find(END).map_or(text.len(), |offset| {
            let after = start + offset + END.len();
            let closing = text.get(after..).and_then(|rest| rest.find("-----"));
            closing.map_or(text.len(), |offset| after + offset + 5)
        });
        spans.push((start..end, Kind::PrivateKey));
        from = end;
    }
}

fn url_passwords(text: &str, ticks: &Ticks<'_>, spans: &mut Spans) {
    for at in places(text, "://", ticks) {
        let start = at + 3;
        let authority = text
            .get(start..)
            .and_then(|rest| rest.split(|c: char| c.is_whitespace() || "/?#\"'<>`\\".contains(c)).next())
            .unwrap_or_default();
        let Some((user_info, _)) = authority.rsplit_once('@') else {
            continue;
        };
        if let Some((user, password)) = user_info.split_once(':')
            && !password.is_empty()
        {
            let from = start + user.len() + 1;
            spans.push((from..from + password.len(), Kind::UrlPassword));
        }
    }
}

fn named_values(text: &str, ticks: &Ticks<'_>, spans: &mut Spans) {
    const NAMES: [&str; 3] = ["secretaccesskey", "sessiontoken", "securitytoken"];
    const SHORTEST: usize = 8;
    let bytes = text.as_bytes();
    let mut at = 0;
    // All of them have a k, and few other words do.
    while let Some(k) = next(bytes, at, ticks, |b| matches!(b, b'k' | b'K')) {
        let before = bytes.get(at..k).unwrap_or_default();
        let start = before.iter().rposition(|b| !is_name(*b)).map_or(at, |offset| at + offset + 1);
        let end = position(bytes, k, |b| !is_name(b)).unwrap_or(bytes.len());
        at = end;
        let name = bytes.get(start..end).unwrap_or_default();
        // Most names are told apart by their last letter.
        let may_be = name.last().is_some_and(|b| matches!(b, b'n' | b'N' | b'y' | b'Y' | b'_' | b'-'));
        if !may_be || !NAMES.iter().any(|wanted| ends_with_name(name, wanted)) {
            continue;
        }
        let Some(value) = paired_value(bytes, end).or_else(|| value_after(bytes, end)) else {
            continue;
        };
        if value.len() >= SHORTEST {
            at = value.end;
            spans.push((value, Kind::NamedValue));
        }
    }
}

/// The value in `{"name": "AWS_SECRET_ACCESS_KEY", "value": "…"}`, as APIs print environment variables: a `type` or
/// the like may stand between.
fn paired_value(bytes: &[u8], end: usize) -> Option<Range<usize>> {
    const KEY: &[u8] = b"value\"";
    const NEAR: usize = 80;
    if bytes.get(end) != Some(&b'"') {
        return None;
    }
    let object = bytes.get(end..(end + NEAR).min(bytes.len()))?;
    let object = object.split(|byte| *byte == b'}').next()?;
    let key = object.windows(KEY.len()).position(|window| window.eq_ignore_ascii_case(KEY))?;
    // A colon straight behind the name is `name: value`; here a comma comes first.
    object.get(..key)?.contains(&b',').then(|| value_after(bytes, end + key + KEY.len() - 1)).flatten()
}

/// Whether `name`, without `_`, `-` and case, ends with `wanted`.
fn ends_with_name(name: &[u8], wanted: &str) -> bool {
    let mut letters = name.iter().rev().filter(|b| !matches!(b, b'_' | b'-'));
    wanted.bytes().rev().all(|want| letters.next().is_some_and(|b| b.eq_ignore_ascii_case(&want)))
}

/// The value that follows a name: `name": "value"`, `name = value`, `<name>value<`, `name value`.
fn value_after(bytes: &[u8], end: usize) -> Option<Range<usize>> {
    let is_gap = |b: u8| b.is_ascii_whitespace() || matches!(b, b'"' | b'\'' | b':' | b'=' | b'>' | b'\\');
    let start = position(bytes, end, |b| !is_gap(b))?;
    if start == end {
        return None;
    }
    let is_value = |b: u8| b.is_ascii_graphic() && !matches!(b, b'"' | b'\'' | b',' | b'<' | b';' | b'`' | b'\\');
    let stop = position(bytes, start, |b| !is_value(b)).unwrap_or(bytes.len());
    // Behind a mere blank only something that looks like a key is a value; the rest is prose.
    let marked = bytes.get(end..start)?.iter().any(|b| matches!(b, b':' | b'=' | b'>'));
    let keylike = bytes.get(start..stop)?.iter().all(|b| is_base64(*b) || *b == b'=');
    (marked || (keylike && stop - start >= 16)).then_some(start..stop)
}

fn beside_key_ids(text: &str, ticks: &Ticks<'_>, spans: &mut Spans) {
    let bytes = text.as_bytes();
    let line_end = |at| position(bytes, at, |b| b == b'\n').map_or(bytes.len(), |end| end + 1);
    let (mut at, mut line, mut looked) = (0, 0, 0);
    while let Some(id) = next(bytes, at, ticks, |b| b == b'A') {
        at = id + 1;
        // What stands around an id is the same for all ids of its line.
        if id < line || !is_key_id(bytes, id) {
            continue;
        }
        line = line_end(id);
        let before = bytes.get(looked..id).unwrap_or_default().iter().enumerate().rev();
        let breaks = before.filter(|(_, b)| **b == b'\n');
        let from = breaks.map(|(offset, _)| looked + offset + 1).nth(LINES_BESIDE).unwrap_or(looked);
        looked = (0..LINES_BESIDE).fold(line, |end, _| line_end(end));
        key_shapes(bytes, from..looked, spans);
    }
}

/// What has the shape of a secret key, in some lines.
fn key_shapes(bytes: &[u8], lines: Range<usize>, spans: &mut Spans) {
    let bytes = bytes.get(..lines.end).unwrap_or_default();
    let mut at = lines.start;
    while let Some(start) = position(bytes, at, is_base64) {
        at = position(bytes, start, |b| !is_base64(b)).unwrap_or(bytes.len());
        let run = bytes.get(start..at).unwrap_or_default();
        if run.len() == SECRET_KEY_LENGTH && !run.iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            spans.push((start..at, Kind::BesideKeyId));
        }
    }
}

/// As [`position`], and telling how far it has come, also where nothing fits for long.
fn next(bytes: &[u8], from: usize, ticks: &Ticks<'_>, fits: impl Fn(u8) -> bool) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.chunks(STRIDE).zip((from..).step_by(STRIDE)).find_map(|(stride, start)| {
        ticks.reached(start);
        position(stride, 0, &fits).map(|offset| start + offset)
    })
}

/// The first position from `from` on whose byte fits.
fn position(bytes: &[u8], from: usize, fits: impl Fn(u8) -> bool) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.iter().position(|byte| fits(*byte)).map(|offset| from + offset)
}

const fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')
}

const fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

/// Whether neither neighbour of `at..at + length` continues it.
fn stands_alone(bytes: &[u8], at: usize, length: usize, continues: fn(&u8) -> bool) -> bool {
    let joins = |index: Option<usize>| index.and_then(|index| bytes.get(index)).is_some_and(continues);
    !joins(at.checked_sub(1)) && !joins(Some(at + length))
}

fn is_key_id(bytes: &[u8], at: usize) -> bool {
    bytes.get(at..at + KEY_ID_LENGTH).is_some_and(|id| {
        (id.starts_with(b"AKIA") || id.starts_with(b"ASIA"))
            && id.iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    }) && stands_alone(bytes, at, KEY_ID_LENGTH, u8::is_ascii_alphanumeric)
}

/// The length of the account id or access-key id that starts here.
fn id_length(bytes: &[u8], at: usize) -> Option<usize> {
    let fits = |length: usize, fits: fn(usize, u8) -> bool| {
        bytes.get(at..at + length).is_some_and(|id| id.iter().enumerate().all(|(i, b)| fits(i, *b)))
            && stands_alone(bytes, at, length, u8::is_ascii_digit)
    };
    if fits(12, |_, b| b.is_ascii_digit()) {
        Some(12)
    } else if fits(14, |i, b| if matches!(i, 4 | 9) { b == b'-' } else { b.is_ascii_digit() }) {
        Some(14)
    } else if is_key_id(bytes, at) {
        Some(KEY_ID_LENGTH)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, STRIDE, cut, cut_out, mask};
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
    fn prose_about_secrets_stays() {
        for text in [
            "The SecretAccessKey was rotated yesterday.",
            "SessionToken: none",
            "SecretAccessKey: を削除しました。もう使えません。",
            "secret access key",
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
        ] {
            // Every way for it to lie across the end of a stride, beside letters of one byte and of three.
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

    #[test]
    fn ids_are_masked() {
        assert_eq!(mask("arn:aws:iam::123456789012:root"), "arn:aws:iam::1234****9012:root");
        assert_eq!(mask("1234-5678-9012"), "1234****9012");
        assert_eq!(mask(KEY_ID), "AKIA****MPLE");
        assert_eq!(mask("1234567890123"), "1234567890123");
        assert_eq!(mask("ID123456789012prod"), "ID1234****9012prod");
        assert_eq!(mask("１２３４５６７８９０１２"), "1234****9012");
        assert_eq!(mask("口座123456789012です"), "口座1234****9012です");
    }
}
