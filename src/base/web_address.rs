//! Finds web addresses in a sentence, so that they can be shown as links.

/// What precedes the first address of a text, the address, and what follows it; none without an address.
///
/// An address starts with `https://`, or is a page of AWS without it, such as `console.aws.amazon.com/ec2/`. A host with
/// a blank in it (`https://<ID>.signin.aws.amazon.com`) is none, because the link would lead nowhere.
#[must_use]
pub fn split(text: &str) -> Option<[&str; 3]> {
    let mut searched = 0;
    for piece in text.split_inclusive(|letter| !is_letter(letter)) {
        let run = piece.trim_end_matches(|letter| !is_letter(letter) || matches!(letter, '.' | ',' | ':' | ';'));
        if is_address(run) {
            let (before, rest) = text.split_at_checked(searched)?;
            let (address, after) = rest.split_at_checked(run.len())?;
            return Some([before, address, after]);
        }
        searched += piece.len();
    }
    None
}

/// The address in full.
#[must_use]
pub fn href(address: &str) -> String {
    let scheme = if address.starts_with(SCHEME) { "" } else { SCHEME };
    [scheme, address].concat()
}

const SCHEME: &str = "https://";

/// Letters of an address. `@` and `*` are among them, so that a mail address or a pattern is not taken for a host.
const fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || matches!(
            letter,
            '.' | ',' | ':' | ';' | '-' | '_' | '/' | '?' | '#' | '=' | '&' | '%' | '+' | '~' | '@' | '*'
        )
}

fn is_address(run: &str) -> bool {
    let rest = run.strip_prefix(SCHEME);
    let host = rest.unwrap_or(run).split(['/', '?', '#']).next().unwrap_or_default();
    let is_label =
        |label: &str| !label.is_empty() && label.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-');
    host.contains('.') && host.split('.').all(is_label) && (rest.is_some() || host.ends_with(".aws.amazon.com"))
}

#[cfg(test)]
mod tests {
    use super::{href, split};

    #[test]
    fn addresses_are_found_between_other_letters() {
        for (text, before, address, after) in [
            ("(https://aws.amazon.com/contact-us/)から", "(", "https://aws.amazon.com/contact-us/", ")から"),
            ("in Settings (https://settings.aws.com) under", "in Settings (", "https://settings.aws.com", ") under"),
            ("Open health.aws.amazon.com.", "Open ", "health.aws.amazon.com", "."),
            ("見る、console.aws.amazon.com/ec2/、次に", "見る、", "console.aws.amazon.com/ec2/", "、次に"),
            ("a@b.c https://a.b/?c=d#e, f", "a@b.c ", "https://a.b/?c=d#e", ", f"),
        ] {
            assert_eq!(split(text), Some([before, address, after]), "{text}");
        }
    }

    #[test]
    fn what_leads_nowhere_is_no_address() {
        for text in [
            "",
            "AWS で。",
            "https://",
            "https://<ID>.signin.aws.amazon.com/console",
            "no-reply@sns.aws.amazon.com",
            "*.aws.amazon.com",
            ".aws.amazon.com",
            "guardduty.amazonaws.com",
            "http://health.aws.amazon.com",
            "javascript:alert(1)",
        ] {
            assert_eq!(split(text), None, "{text}");
        }
    }

    #[test]
    fn a_page_of_aws_gets_its_scheme() {
        assert_eq!(href("health.aws.amazon.com"), "https://health.aws.amazon.com");
        assert_eq!(href("https://a.b/"), "https://a.b/");
    }
}
