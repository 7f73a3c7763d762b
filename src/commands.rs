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
    /// Which placeholder it is or was, so that the page can mark it.
    pub placeholder: Option<Placeholder>,
}

/// The command line in pieces.
#[must_use]
pub fn pieces(command: &Command, fills: &Fills) -> Vec<Piece> {
    let mut line = vec![Piece { text: format!("aws {}", command.call), placeholder: None }];
    for word in words_of(command) {
        let word: Vec<Piece> = word.iter().map(|arg| piece(arg, fills)).collect();
        push(&mut line, " ");
        let quote = if word.iter().any(needs_quotes) { "'" } else { "" };
        push(&mut line, quote);
        for piece in word {
            let text = if quote.is_empty() { piece.text } else { piece.text.replace('\'', r"'\''") };
            match piece.placeholder {
                None => push(&mut line, &text),
                Some(_) => line.push(Piece { text, ..piece }),
            }
        }
        push(&mut line, quote);
    }
    line
}

/// The command line as it is copied.
#[must_use]
pub fn line(command: &Command, fills: &Fills) -> String {
    pieces(command, fills).into_iter().map(|piece| piece.text).collect()
}

/// The words as a program gets them, unquoted, `aws` not among them.
#[must_use]
pub fn argv(command: &Command, fills: &Fills) -> Vec<String> {
    let filled = |word: Vec<&Arg>| word.into_iter().map(|arg| piece(arg, fills).text).collect();
    command.call.split(' ').map(str::to_owned).chain(words_of(command).into_iter().map(filled)).collect()
}

/// The placeholders of a command, in order of appearance, each once.
#[must_use]
pub fn placeholders(command: &Command) -> Vec<Placeholder> {
    let mut found = Vec::new();
    for arg in words_of(command).into_iter().flatten() {
        if let Arg::Fill(placeholder) = arg
            && !found.contains(placeholder)
        {
            found.push(*placeholder);
        }
    }
    found
}

/// The words after the operation, each as its pieces; a regional command names its region.
fn words_of(command: &Command) -> Vec<Vec<&Arg>> {
    const REGION: &[Arg] = &[Arg::Word("--region"), Arg::Fill(Placeholder::Region)];
    let added = if command.regional { REGION } else { &[] };
    command
        .args
        .iter()
        .chain(added)
        .map(|arg| match arg {
            Arg::Word(_) | Arg::Fill(_) => vec![arg],
            Arg::Joined(parts) => parts.iter().collect(),
        })
        .collect()
}

fn piece(arg: &Arg, fills: &Fills) -> Piece {
    match arg {
        Arg::Word(text) => Piece { text: (*text).to_owned(), placeholder: None },
        Arg::Fill(placeholder) => {
            let filled = fills.get(*placeholder).trim();
            Piece {
                text: if filled.is_empty() { placeholder.token() } else { filled }.to_owned(),
                placeholder: Some(*placeholder),
            }
        }
        // The catalogue joins words and placeholders only; its tests see to that.
        Arg::Joined(parts) => Piece {
            text: parts.iter().map(|part| piece(part, fills).text).collect(),
            placeholder: None,
        },
    }
}

fn needs_quotes(piece: &Piece) -> bool {
    let open = piece.placeholder.is_some_and(|placeholder| piece.text == placeholder.token());
    let safe = |c: char| c.is_ascii_alphanumeric() || "-_./:=,@%+".contains(c);
    !open && !piece.text.chars().all(safe)
}

/// Adds plain text to the last piece, or begins a new one behind a placeholder.
fn push(line: &mut Vec<Piece>, text: &str) {
    match line.last_mut() {
        Some(last) if last.placeholder.is_none() => last.text.push_str(text),
        _ => line.push(Piece { text: text.to_owned(), placeholder: None }),
    }
}

#[cfg(test)]
mod tests {
    use super::{Fills, argv, line, pieces, placeholders};
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
        assert_eq!(
            line(&COMMAND, &Fills::default()),
            "aws guardduty get-detector --detector-id <DETECTOR_ID> arn::<ACCOUNT_ID>:x '[{\"a\":1}]' --region <REGION>"
        );
        let all = [Placeholder::DetectorId, Placeholder::AccountId, Placeholder::Region];
        assert_eq!(placeholders(&COMMAND), all);
        let marked: Vec<_> = pieces(&COMMAND, &Fills::default()).into_iter().filter_map(|p| p.placeholder).collect();
        assert_eq!(marked, all);
    }

    #[test]
    fn whatever_is_filled_in_stays_one_word() {
        let mut fills = Fills::default();
        fills.set(Placeholder::Region, "us-east-1".to_owned());
        fills.set(Placeholder::Region, " ap-northeast-1 ".to_owned());
        fills.set(Placeholder::DetectorId, "it's; rm -rf $HOME".to_owned());
        let text = line(&COMMAND, &fills);
        assert!(text.contains(r"--detector-id 'it'\''s; rm -rf $HOME' arn"), "{text}");
        assert!(text.ends_with("--region ap-northeast-1"), "{text}");
        assert_eq!(argv(&COMMAND, &fills)[3], "it's; rm -rf $HOME");
    }
}
