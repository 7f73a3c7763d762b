//! Commands of the catalogue, filled: for the page, the clipboard and the tests in one and the same way.
//!
//! **Invariant:** what comes out is one shell line (bash, zsh, CloudShell) whose words are exactly the command's
//! words: whatever a person fills in is quoted where the shell would read more into it.

use crate::catalogue::{Arg, Command, Placeholder};

/// What a person has filled in; blank is not filled.
#[derive(Clone, Debug, Default)]
pub struct Fills(Vec<(Placeholder, String)>);

impl Fills {
    /// The text of a field, as typed.
    #[must_use]
    pub fn get(&self, placeholder: Placeholder) -> &str {
        let found = self.0.iter().find(|(filled, _)| *filled == placeholder);
        found.map_or("", |(_, text)| text)
    }

    /// Fills a field.
    pub fn set(&mut self, placeholder: Placeholder, text: String) {
        self.0.retain(|(filled, _)| *filled != placeholder);
        self.0.push((placeholder, text));
    }
}

/// A piece of a command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What stands there.
    pub text: String,
    /// Whether a person fills it, so that the page can mark it.
    pub is_placeholder: bool,
}

/// The words of a command behind `aws`, placeholders as tokens; a regional command names its region.
#[must_use]
pub fn words(command: &Command) -> Vec<String> {
    let mut words: Vec<String> = command.call.split(' ').map(str::to_owned).collect();
    words.extend(command.args.iter().map(word));
    if command.regional {
        words.push("--region".to_owned());
        words.push(Placeholder::Region.token().to_owned());
    }
    words
}

fn word(arg: &Arg) -> String {
    match arg {
        Arg::Word(text) => (*text).to_owned(),
        Arg::Fill(placeholder) => placeholder.token().to_owned(),
        Arg::Joined(parts) => parts.iter().map(word).collect(),
    }
}

/// The command line in pieces.
#[must_use]
pub fn pieces(words: &[String], fills: &Fills) -> Vec<Piece> {
    let mut line = vec![Piece { text: "aws".to_owned(), is_placeholder: false }];
    for word in words {
        let word = filled(word, fills);
        push(&mut line, " ");
        let quote = if word.iter().any(needs_quotes) { "'" } else { "" };
        push(&mut line, quote);
        for piece in word {
            let text = if quote.is_empty() { piece.text } else { piece.text.replace('\'', r"'\''") };
            if piece.is_placeholder {
                line.push(Piece { text, ..piece });
            } else {
                push(&mut line, &text);
            }
        }
        push(&mut line, quote);
    }
    line
}

/// The command line as it is copied.
#[must_use]
pub fn line(words: &[String], fills: &Fills) -> String {
    pieces(words, fills).into_iter().map(|piece| piece.text).collect()
}

/// The words as a program gets them, filled and unquoted.
#[must_use]
pub fn argv(words: &[String], fills: &Fills) -> Vec<String> {
    words.iter().map(|word| filled(word, fills).into_iter().map(|piece| piece.text).collect()).collect()
}

/// The placeholders in a word, in order of appearance.
#[must_use]
pub fn placeholders(word: &str) -> Vec<Placeholder> {
    split(word).into_iter().filter_map(|(_, placeholder)| placeholder).collect()
}

/// A word as plain text and placeholders by turns.
fn split(word: &str) -> Vec<(&str, Option<Placeholder>)> {
    let mut parts = Vec::new();
    let mut rest = word;
    while let Some((before, placeholder, behind)) = first_placeholder(rest) {
        parts.push((before, Some(placeholder)));
        rest = behind;
    }
    parts.push((rest, None));
    parts
}

fn first_placeholder(text: &str) -> Option<(&str, Placeholder, &str)> {
    let found = Placeholder::ALL.into_iter().filter_map(|placeholder| {
        let (before, behind) = text.split_once(placeholder.token())?;
        Some((before, placeholder, behind))
    });
    found.min_by_key(|(before, _, _)| before.len())
}

fn filled(word: &str, fills: &Fills) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (before, placeholder) in split(word) {
        pieces.push(Piece { text: before.to_owned(), is_placeholder: false });
        if let Some(placeholder) = placeholder {
            let value = fills.get(placeholder).trim();
            let text = if value.is_empty() { placeholder.token() } else { value };
            pieces.push(Piece { text: text.to_owned(), is_placeholder: true });
        }
    }
    pieces
}

fn needs_quotes(piece: &Piece) -> bool {
    let open = || Placeholder::ALL.into_iter().any(|placeholder| piece.text == placeholder.token());
    let safe = |c: char| c.is_ascii_alphanumeric() || "-_./:=,@%+".contains(c);
    !(piece.text.chars().all(safe) || piece.is_placeholder && open())
}

/// Adds plain text to the last piece, or begins a new one behind a placeholder.
fn push(line: &mut Vec<Piece>, text: &str) {
    match line.last_mut() {
        Some(last) if !last.is_placeholder => last.text.push_str(text),
        _ => line.push(Piece { text: text.to_owned(), is_placeholder: false }),
    }
}

#[cfg(test)]
mod tests {
    use super::{Fills, argv, line, pieces, placeholders, words};
    use crate::catalogue::{Arg, Command, Placeholder};

    static COMMAND: Command = Command {
        call: "guardduty get-detector",
        args: &[
            Arg::Word("--detector-id"),
            Arg::Fill(Placeholder::DetectorId),
            Arg::Joined(&[Arg::Word("arn::"), Arg::Fill(Placeholder::AccountId), Arg::Word(":x")]),
            Arg::Word("[{\"a\":1}]"),
        ],
        each: None,
        regional: true,
        note: None,
    };

    #[test]
    fn open_placeholders_stay_visible() {
        let words = words(&COMMAND);
        assert_eq!(
            line(&words, &Fills::default()),
            "aws guardduty get-detector --detector-id <DETECTOR_ID> arn::<ACCOUNT_ID>:x '[{\"a\":1}]' --region <REGION>"
        );
        let all: Vec<_> = words.iter().flat_map(|word| placeholders(word)).collect();
        assert_eq!(all, [Placeholder::DetectorId, Placeholder::AccountId, Placeholder::Region]);
        let pieces = pieces(&words, &Fills::default());
        let marked: Vec<_> = pieces.iter().filter(|piece| piece.is_placeholder).map(|piece| &piece.text).collect();
        assert_eq!(marked, ["<DETECTOR_ID>", "<ACCOUNT_ID>", "<REGION>"]);
    }

    #[test]
    fn whatever_is_filled_in_stays_one_word() {
        let mut fills = Fills::default();
        fills.set(Placeholder::Region, "us-east-1".to_owned());
        fills.set(Placeholder::Region, " ap-northeast-1 ".to_owned());
        fills.set(Placeholder::DetectorId, "it's; rm -rf $HOME <REGION>".to_owned());
        let words = words(&COMMAND);
        let text = line(&words, &fills);
        assert!(text.contains(r"--detector-id 'it'\''s; rm -rf $HOME <REGION>' arn"), "{text}");
        assert!(text.ends_with("--region ap-northeast-1"), "{text}");
        assert_eq!(argv(&words, &fills)[3], "it's; rm -rf $HOME <REGION>");
    }
}
