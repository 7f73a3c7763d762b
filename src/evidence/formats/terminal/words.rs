//! Splits a command into words by the rules that bash, zsh, PowerShell and cmd share.

use super::super::hint::{UNKNOWN, Word};
use super::shell_syntax::{
    balanced, is_harmless, is_percent_variable, is_placeholder, line_break, lines_joined, without_prompt,
};

/// How a command ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// At the end of its line.
    Line,
    /// At `;`, `&&`, `)` …: another command may follow.
    Operator,
}

/// The words of a command.
#[derive(Debug)]
pub(super) struct Lexed {
    pub words: Vec<Word>,
    /// What may have changed the output: `| jq .Users`, `> users.json`, or text that could not be split.
    pub changed_by: Option<String>,
    pub end: End,
    /// Length, in bytes.
    pub length: usize,
}

/// Reads to the end of a command; the text starts after the name of the program.
pub(super) fn lex(text: &str) -> Lexed {
    let mut lexer = Lexer { text, at: 0 };
    let mut words = Vec::new();
    let mut changed_by: Option<String> = None;
    let end = loop {
        lexer.skip_blanks();
        let start = lexer.at;
        match lexer.operator() {
            Some(Operator::End(end)) => break end,
            Some(Operator::Ignored) => {}
            Some(Operator::Changes) => {
                let end = lexer.end_of_pipe();
                let change = text.get(start..lexer.at).unwrap_or_default();
                let change = change.split_whitespace().collect::<Vec<_>>().join(" ");
                if !is_harmless(&change) {
                    changed_by = changed_by.or(Some(change));
                }
                break end;
            }
            None => {
                let word = lexer.word();
                // Skip a character that cannot start a word.
                if lexer.at == start && word.is_some() {
                    lexer.at += lexer.rest().chars().next().map_or(1, char::len_utf8);
                    continue;
                }
                let Some(word) = word else {
                    // A quote without an end: the rest of the line cannot be split.
                    let line = text.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
                    lexer.at = start + line.len();
                    let cut = words.pop().map(|word: Word| word.text + " ").unwrap_or_default();
                    changed_by = Some(cut + line.trim());
                    break End::Line;
                };
                words.push(word);
            }
        }
    };
    Lexed { words, changed_by, end, length: lexer.at }
}

enum Operator {
    End(End),
    /// `2>/dev/null`, `2>&1`: redirections that do not change the output.
    Ignored,
    /// `|`, `>`: may change the output.
    Changes,
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn take(&mut self, start: &str) -> bool {
        let is_there = self.rest().starts_with(start);
        self.at += if is_there { start.len() } else { 0 };
        is_there
    }

    fn skip_blanks(&mut self) {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start_matches([' ', '\t']).len();
            if !self.continuation() {
                return;
            }
        }
    }

    /// Moves to the next line if the command continues there: after `\`, a backtick or `^`, or if the next line starts
    /// with an option or a pipe, as where a narrow terminal wraps it.
    fn continuation(&mut self) -> bool {
        let rest = self.rest();
        let continued = rest.strip_prefix(['\\', '`', '^']).map(|after| after.trim_start_matches([' ', '\t']));
        let after = continued.and_then(line_break).or_else(|| {
            line_break(rest).filter(|next| {
                let next = without_prompt(next).trim_start_matches([' ', '\t']);
                next.strip_prefix("--").is_some_and(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
                    || next.starts_with("| ")
            })
        });
        let Some(after) = after else {
            return false;
        };
        self.at = self.text.len() - without_prompt(after).len();
        true
    }

    fn operator(&mut self) -> Option<Operator> {
        let rest = self.rest();
        if rest.is_empty() {
            return Some(Operator::End(End::Line));
        }
        if let Some(after) = line_break(rest) {
            self.at = self.text.len() - after.len();
            return Some(Operator::End(End::Line));
        }
        if rest.starts_with('#') {
            self.at += rest.find('\n').map_or(rest.len(), |end| end + 1);
            return Some(Operator::End(End::Line));
        }
        if ["2>&1", "1>&2", "2>$null"].into_iter().any(|operator| self.take(operator)) {
            return Some(Operator::Ignored);
        }
        if self.take("2>>") || self.take("2>") || (rest.starts_with('<') && !is_placeholder(rest) && self.take("<")) {
            self.skip_blanks();
            return self.word().map(|_| Operator::Ignored);
        }
        if self.take("||") || self.take("&&") || self.take(";") || self.take(")") || self.take("}") {
            return Some(Operator::End(End::Operator));
        }
        if rest.starts_with(['|', '>']) || rest.starts_with("&>") || rest.starts_with("*>") || rest.starts_with("1>") {
            return Some(Operator::Changes);
        }
        self.take("&").then_some(Operator::End(End::Operator))
    }

    /// Skips the programs of a pipe and the targets of redirections.
    fn end_of_pipe(&mut self) -> End {
        loop {
            while self.take("|&")
                || self.take("|")
                || self.take(">")
                || self.take("&>")
                || self.take("*>")
                || self.take("1>")
            {
                // A pipe at the end of a line continues on the next one.
                let rest = self.rest();
                if let Some(next) = line_break(rest.trim_start_matches([' ', '\t'])) {
                    self.at = self.text.len() - without_prompt(next).len();
                }
            }
            self.skip_blanks();
            if self.rest().starts_with(['|', '>']) && !self.rest().starts_with("||") {
                continue;
            }
            match self.operator() {
                Some(Operator::End(end)) => return end,
                Some(Operator::Ignored | Operator::Changes) => {}
                None => {
                    let start = self.at;
                    if self.word().is_none() {
                        self.at += self.rest().find('\n').unwrap_or(self.rest().len());
                    }
                    if self.at == start {
                        self.at += self.rest().chars().next().map_or(1, char::len_utf8);
                    }
                }
            }
        }
    }

    /// The next word; none if a quote in it has no end.
    fn word(&mut self) -> Option<Word> {
        let mut word = Word { text: String::new(), is_known: true };
        if is_placeholder(self.rest()) {
            self.at += self.rest().find('>')? + 1;
            word.is_known = false;
        }
        while let Some(c) = self.rest().chars().next() {
            match c {
                ' ' | '\t' | '\r' | '\n' | '|' | ';' | '&' | ')' | '>' | '<' => break,
                '\'' => word.text.push_str(&self.single_quoted()?),
                '"' => self.double_quoted(&mut word)?,
                '`' if self.rest().get(1..)?.contains('`') => {
                    self.at += 2 + self.rest().get(1..)?.find('`')?;
                    word.text.push(UNKNOWN);
                }
                '$' if self.variable() => word.text.push(UNKNOWN),
                // Command substitution of fish and PowerShell; then PowerShell's splatting and cmd's variables.
                '(' if word.text.is_empty() && balanced(self.rest()).is_some() => {
                    self.at += balanced(self.rest())?;
                    word.text.push(UNKNOWN);
                }
                '@' if word.text.is_empty() => {
                    word.text.push(UNKNOWN);
                    self.at += 1;
                }
                '%' if is_percent_variable(self.rest()) => {
                    self.at += 2 + self.rest().get(1..)?.find('%')?;
                    word.text.push(UNKNOWN);
                }
                '\\' | '^' | '`' => {
                    if self.continuation() {
                        break;
                    }
                    self.at += 1;
                    // Keep the backslash of a Windows path.
                    let next = self.rest().chars().next().filter(|next| !next.is_whitespace());
                    if c == '\\' && next.is_none_or(char::is_alphanumeric) {
                        word.text.push(c);
                    }
                    word.text.extend(next);
                    self.at += next.map_or(0, char::len_utf8);
                }
                other => {
                    word.text.push(other);
                    self.at += other.len_utf8();
                }
            }
        }
        Some(word)
    }

    /// Reads `'…'`, in which no character is special.
    fn single_quoted(&mut self) -> Option<String> {
        let inside = self.rest().get(1..)?;
        let inside = inside.get(..inside.find('\'')?)?;
        self.at += inside.len() + 2;
        Some(lines_joined(inside))
    }

    /// Reads `"…"`; a variable or a command substitution in it is replaced by [`UNKNOWN`].
    fn double_quoted(&mut self, word: &mut Word) -> Option<()> {
        self.at += 1;
        loop {
            let c = self.rest().chars().next()?;
            match c {
                '"' => {
                    self.at += 1;
                    return Some(());
                }
                '$' if self.variable() => word.text.push(UNKNOWN),
                '\\' if self.rest().get(1..)?.starts_with(['"', '\\', '$', '`']) => {
                    self.at += 1;
                    let next = self.rest().chars().next()?;
                    word.text.push(next);
                    self.at += next.len_utf8();
                }
                '\n' => {
                    word.text.push(c);
                    self.at = self.text.len() - without_prompt(self.rest().get(1..)?).len();
                }
                other => {
                    word.text.push(other);
                    self.at += other.len_utf8();
                }
            }
        }
    }

    /// Skips `$(…)`, `${…}`, `$NAME` or `$env:NAME`; false if there is none.
    fn variable(&mut self) -> bool {
        let Some(rest) = self.rest().strip_prefix('$') else {
            return false;
        };
        let length = if rest.starts_with('(') {
            balanced(rest)
        } else if rest.starts_with('{') {
            rest.bytes().take(100).position(|byte| byte == b'}').map(|end| end + 1)
        } else {
            let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | ':' | '@' | '*');
            Some(rest.find(|c| !is_name(c)).unwrap_or(rest.len())).filter(|length| *length > 0)
        };
        self.at += length.map_or(0, |length| length + 1);
        length.is_some()
    }
}
