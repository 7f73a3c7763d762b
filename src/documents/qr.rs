//! QR codes as SVG path data: one rectangle for each run of dark modules in a row.

use super::tree::{Node, node};
use qrcodegen::{QrCode, QrCodeEcc};

/// The highest QR version that can be scanned from paper at 22 mm, where a module is a third of a millimetre.
#[cfg(test)]
const MAX_VERSION: u8 = 10;

/// The QR code of a text: a `qr` element with its side in modules and its path data; `None` if the text is too long for
/// a QR code.
#[must_use]
pub fn qr(text: &str) -> Option<Node> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    Some(node("qr", "").text(&code.size().to_string()).text(&path(&code)))
}

fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|&x| code.get_module(x, y)).count().to_string();
            if run == "0" {
                x += 1;
                continue;
            }
            path.push_str(&["M", &x.to_string(), " ", &y.to_string(), "h", &run, "v1h-", &run, "z"].concat());
            x += run.parse().unwrap_or(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::{MAX_VERSION, qr};
    use crate::content::catalogue::all;
    use crate::documents::handout::address::LIMIT;
    use crate::documents::tree::Node;
    use qrcodegen::{QrCode, QrCodeEcc};

    fn size_and_path(text: &str) -> (usize, String) {
        let Some(Node::Element { tag, children, .. }) = qr(text) else { panic!("no code") };
        assert_eq!(tag, "qr");
        let [Node::Text(size), Node::Text(path)] = children.as_slice() else { panic!("no path") };
        (size.parse().unwrap(), path.clone())
    }

    #[test]
    fn the_path_is_the_code() {
        let text = "https://example.org/#/controls/iam-root-mfa?lang=ja";
        let (size, path) = size_and_path(text);
        assert!(path.bytes().all(|byte| byte.is_ascii_digit() || b"Mhvz -".contains(&byte)), "{path}");
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
        let mut black = vec![vec![false; size]; size];
        for bar in path.split_terminator('z') {
            let (at, run) = bar.trim_start_matches('M').split_once('h').unwrap();
            let (x, y) = at.split_once(' ').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let run: usize = run.split('v').next().unwrap().parse().unwrap();
            black[y][x..x + run].fill(true);
        }
        for (y, row) in black.iter().enumerate() {
            for (x, is_black) in row.iter().enumerate() {
                let module = code.get_module(x.try_into().unwrap(), y.try_into().unwrap());
                assert_eq!(*is_black, module, "{x} {y}");
            }
        }
    }

    #[test]
    fn the_longest_link_is_still_readable() {
        let id = all().iter().map(|control| control.id).max_by_key(|id| id.len()).unwrap();
        let link = format!("{}#/controls/{id}?lang=ja", "a".repeat(LIMIT));
        let (size, _) = size_and_path(&link);
        assert!(size <= usize::from(MAX_VERSION) * 4 + 17, "{size} modules");
        assert!(qr(&"a".repeat(3_000)).is_none());
    }
}
