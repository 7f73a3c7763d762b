//! Fills the placeholders in commands of the catalogue, in the same way for the page, the clipboard and the tests.
//!
//! **Invariant:** the output is one shell line (bash, zsh, CloudShell) with exactly the words of the command: a value
//! is quoted if the shell would interpret it.

mod region_loop;

pub use region_loop::{groups, region_loop};

use crate::content::catalogue::Command;

/// The values that the user entered, by token; a blank value counts as none.
#[derive(Clone, Debug, Default)]
pub struct PlaceholderValues(Vec<(String, String)>);

impl PlaceholderValues {
    /// The text of a field, as typed.
    #[must_use]
    pub fn get(&self, token: &str) -> &str {
        let found = self.0.iter().find(|(filled, _)| filled == token);
        found.map_or("", |(_, text)| text)
    }

    /// Sets the text of a field.
    pub fn set(&mut self, token: &str, text: String) {
        self.0.retain(|(filled, _)| filled != token);
        self.0.push((token.to_owned(), text));
    }
}

/// A piece of a command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its text.
    pub text: String,
    /// Whether it is a placeholder, so that the page can highlight it.
    pub is_placeholder: bool,
}

/// A command as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandLine {
    /// Its words, with placeholders as tokens.
    pub words: Vec<String>,
    /// What to look for in the output, or why to run it.
    pub note: Option<String>,
    /// How it is repeated over Regions; `None` if it runs once.
    pub repeat: Option<Repeat>,
}

/// The Regions in which a command is repeated, and the values that it is repeated for in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The names of the Regions; empty for all enabled Regions.
    pub regions: Vec<String>,
    /// Whether the home Region is left out.
    pub excludes_home_region: bool,
    /// The command that outputs the values, their path in its output, and the token that they fill.
    pub each: Option<[String; 3]>,
}

/// The words of a command line, with placeholders as tokens; a regional command names its Region.
#[must_use]
pub fn words(command: &Command) -> Vec<String> {
    let mut words = vec![command.program.name().to_owned()];
    words.extend(command.call.split(' ').map(str::to_owned));
    words.extend(command.args.iter().map(|word| (*word).to_owned()));
    if let Some(region) = command.scope.region() {
        words.push("--region".to_owned());
        words.push(region.to_owned());
    }
    words
}

/// The command line in pieces.
#[must_use]
pub fn pieces(words: &[String], placeholder_values: &PlaceholderValues) -> Vec<Piece> {
    let mut line = Vec::new();
    add(&mut line, words, placeholder_values, &[]);
    line
}

/// Adds the words of one command; `variables` are tokens that become shell variables, with the name of each.
fn add(line: &mut Vec<Piece>, words: &[String], placeholder_values: &PlaceholderValues, variables: &[(&str, &str)]) {
    for (index, word) in words.iter().enumerate() {
        let variable = |piece: &Piece| {
            let is_same = |(token, _): &&(&str, &str)| piece.is_placeholder && *token == piece.text;
            variables.iter().find(is_same).map(|(_, name)| *name)
        };
        let unfilled: Vec<Piece> = filled(word, &PlaceholderValues::default());
        let word: Vec<(Piece, Option<&str>)> =
            filled(word, placeholder_values).into_iter().zip(unfilled.iter().map(variable)).collect();
        if index > 0 {
            push(line, " ");
        }
        let quote = if word.iter().any(|(piece, name)| name.is_none() && needs_quotes(piece)) { "'" } else { "" };
        push(line, quote);
        for (piece, name) in word {
            let text = if quote.is_empty() { piece.text } else { piece.text.replace('\'', r"'\''") };
            match name {
                Some(name) => push(line, &format!("{quote}\"${name}\"{quote}")),
                None if piece.is_placeholder => line.push(Piece { text, ..piece }),
                None => push(line, &text),
            }
        }
        push(line, quote);
    }
}

/// How many different values are still missing.
#[must_use]
pub fn missing(line: &[Piece]) -> usize {
    let mut tokens: Vec<_> = line.iter().filter(|piece| is_unfilled(piece)).map(|piece| &piece.text).collect();
    tokens.sort_unstable();
    tokens.dedup();
    tokens.len()
}

/// The command line as copied.
#[must_use]
pub fn line(words: &[String], placeholder_values: &PlaceholderValues) -> String {
    pieces(words, placeholder_values).into_iter().map(|piece| piece.text).collect()
}

/// The words as program arguments, filled and unquoted.
#[must_use]
pub fn argv(words: &[String], placeholder_values: &PlaceholderValues) -> Vec<String> {
    words.iter().map(|word| filled(word, placeholder_values).into_iter().map(|piece| piece.text).collect()).collect()
}

/// The tokens of the placeholders in a word, in order of appearance.
#[must_use]
pub fn placeholders(word: &str) -> Vec<&str> {
    split(word).into_iter().filter_map(|(_, token)| token).collect()
}

/// Splits a word into plain text and tokens, alternately.
fn split(word: &str) -> Vec<(&str, Option<&str>)> {
    let mut parts = Vec::new();
    let mut rest = word;
    while let Some((before, token, after)) = first_token(rest) {
        parts.push((before, Some(token)));
        rest = after;
    }
    parts.push((rest, None));
    parts
}

/// Finds the first token: capital letters, digits and underscores between angle brackets.
fn first_token(text: &str) -> Option<(&str, &str, &str)> {
    let mut start = text.find('<')?;
    loop {
        let end = start + text.get(start..)?.find('>')? + 1;
        let token = text.get(start..end)?;
        let is_inner = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
        let inner = text.get(start + 1..end - 1)?;
        if !inner.is_empty() && inner.bytes().all(is_inner) {
            return Some((text.get(..start)?, token, text.get(end..)?));
        }
        start += 1 + text.get(start + 1..)?.find('<')?;
    }
}

fn filled(word: &str, placeholder_values: &PlaceholderValues) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (before, token) in split(word) {
        pieces.push(Piece { text: before.to_owned(), is_placeholder: false });
        if let Some(token) = token {
            let value = placeholder_values.get(token).trim();
            let text = if value.is_empty() { token } else { value };
            pieces.push(Piece { text: text.to_owned(), is_placeholder: true });
        }
    }
    pieces
}

fn is_unfilled(piece: &Piece) -> bool {
    piece.is_placeholder && first_token(&piece.text).is_some_and(|(_, token, _)| token == piece.text)
}

fn needs_quotes(piece: &Piece) -> bool {
    // The shell may expand a tilde in the command's own words, but not in a value.
    let safe = |c: char| c.is_ascii_alphanumeric() || "-_./:=,@%+".contains(c) || c == '~' && !piece.is_placeholder;
    !(piece.text.chars().all(safe) || is_unfilled(piece))
}

/// Adds plain text to the last piece, or starts a new piece after a placeholder.
fn push(line: &mut Vec<Piece>, text: &str) {
    match line.last_mut() {
        Some(last) if !last.is_placeholder => last.text.push_str(text),
        _ => line.push(Piece { text: text.to_owned(), is_placeholder: false }),
    }
}

#[cfg(test)]
mod tests {
    use super::{PlaceholderValues, argv, line, missing, pieces, placeholders, words};
    use crate::content::catalogue::{Command, aws, git};

    static COMMAND: Command =
        aws("guardduty get-detector", &["--detector-id", "<DETECTOR_ID>", "arn::<ACCOUNT_ID>:x", "[{\"a\":1}]"])
            .in_own_region();

    #[test]
    fn open_placeholders_stay_visible() {
        let words = words(&COMMAND);
        assert_eq!(
            line(&words, &PlaceholderValues::default()),
            "aws guardduty get-detector --detector-id <DETECTOR_ID> arn::<ACCOUNT_ID>:x '[{\"a\":1}]' --region <REGION>"
        );
        let all: Vec<_> = words.iter().flat_map(|word| placeholders(word)).collect();
        assert_eq!(all, ["<DETECTOR_ID>", "<ACCOUNT_ID>", "<REGION>"]);
        let pieces = pieces(&words, &PlaceholderValues::default());
        let tokens: Vec<_> = pieces.iter().filter(|piece| piece.is_placeholder).map(|piece| &piece.text).collect();
        assert_eq!(tokens, ["<DETECTOR_ID>", "<ACCOUNT_ID>", "<REGION>"]);
    }

    #[test]
    fn whatever_is_filled_in_stays_one_word() {
        let mut placeholder_values = PlaceholderValues::default();
        placeholder_values.set("<REGION>", "us-east-1".to_owned());
        placeholder_values.set("<REGION>", " ap-northeast-1 ".to_owned());
        placeholder_values.set("<DETECTOR_ID>", "it's; rm -rf $HOME <REGION>".to_owned());
        let words = words(&COMMAND);
        let text = line(&words, &placeholder_values);
        assert!(text.contains(r"--detector-id 'it'\''s; rm -rf $HOME <REGION>' arn"), "{text}");
        assert!(text.ends_with("--region ap-northeast-1"), "{text}");
        assert_eq!(argv(&words, &placeholder_values)[4], "it's; rm -rf $HOME <REGION>");
    }

    #[test]
    fn a_value_that_is_used_twice_is_missing_once() {
        let words = words(&aws("iam get-user", &["--user-name", "<USER>", "a<USER>b", "<ROLE>"]));
        let mut placeholder_values = PlaceholderValues::default();
        assert_eq!(missing(&pieces(&words, &placeholder_values)), 2);
        placeholder_values.set("<USER>", "alice".to_owned());
        assert_eq!(missing(&pieces(&words, &placeholder_values)), 1);
        placeholder_values.set("<ROLE>", " ".to_owned());
        assert_eq!(missing(&pieces(&words, &placeholder_values)), 1);
        placeholder_values.set("<ROLE>", "app".to_owned());
        assert_eq!(missing(&pieces(&words, &placeholder_values)), 0);
    }

    #[test]
    fn only_whole_tokens_are_placeholders() {
        assert_eq!(placeholders("a<b <A>c<D_1> <> <x> <<Y>>"), ["<A>", "<D_1>", "<Y>"]);
        assert!(placeholders("Functions[?Size > `1`] < 2").is_empty());
    }

    #[test]
    fn a_home_folder_of_ours_is_left_to_the_shell() {
        let words = words(&git("secrets", &["--install", "~/.git-templates/<PROJECT>"]));
        let mut placeholder_values = PlaceholderValues::default();
        placeholder_values.set("<PROJECT>", "web".to_owned());
        assert_eq!(line(&words, &placeholder_values), "git secrets --install ~/.git-templates/web");
        placeholder_values.set("<PROJECT>", "~root".to_owned());
        assert_eq!(line(&words, &placeholder_values), "git secrets --install '~/.git-templates/~root'");
    }
}
