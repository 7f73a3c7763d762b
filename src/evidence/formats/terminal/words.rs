//! The words of a command, as bash, zsh, PowerShell and cmd split them: what all of them share.

use super::super::hint::{UNKNOWN, Word};
use super::shell_syntax::{
    balanced, is_harmless, is_percent_variable, is_placeholder, line_break, lines_joined, without_prompt,
};

/// Where a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// With its line.
    Line,
    /// At `;`, `&&`, `)` …: more may stand behind it.
    Operator,
}

/// The words of a command.
#[derive(Debug)]
pub(super) struct Lexed {
    pub words: Vec<Word>,
    /// What may have changed the output on its way: `| jq .Users`, `> users.json`, or what could not be read.
    pub changed_by: Option<String>,
    pub end: End,
    /// Length, in bytes.
    pub length: usize,
}

/// Reads up to the end of a command; the text begins behind the name of its program.
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
                let by = text.get(start..lexer.at).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
                if !is_harmless(&by) {
                    changed_by = changed_by.or(Some(by));
                }
                break end;
            }
            None => {
                let word = lexer.word();
                // What begins no word is passed: whatever it is, reading goes on.
                if lexer.at == start && word.is_some() {
                    lexer.at += lexer.rest().chars().next().map_or(1, char::len_utf8);
                    continue;
                }
                let Some(word) = word else {
                    // A quote that never ends: what follows may be anything.
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
    /// `2>/dev/null`, `2>&1`: errors only, or nothing at all.
    Ignored,
    /// `|`, `>`
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

    /// Goes on in the next line, where this one says so: behind `\`, a backtick or `^`, or where the next one begins
    /// with an option, as a narrow terminal breaks it.
    fn continuation(&mut self) -> bool {
        let rest = self.rest();
        let marked = rest.strip_prefix(['\\', '`', '^']).map(|behind| behind.trim_start_matches([' ', '\t']));
        let behind = marked.and_then(line_break).or_else(|| {
            line_break(rest).filter(|next| {
                let next = without_prompt(next).trim_start_matches([' ', '\t']);
                next.strip_prefix("--").is_some_and(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
                    || next.starts_with("| ")
            })
        });
        let Some(behind) = behind else {
            return false;
        };
        self.at = self.text.len() - without_prompt(behind).len();
        true
    }

    fn operator(&mut self) -> Option<Operator> {
        let rest = self.rest();
        if rest.is_empty() {
            return Some(Operator::End(End::Line));
        }
        if let Some(behind) = line_break(rest) {
            self.at = self.text.len() - behind.len();
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

    /// Passes what stands behind a pipe or a redirection.
    fn end_of_pipe(&mut self) -> End {
        loop {
            while self.take("|&")
                || self.take("|")
                || self.take(">")
                || self.take("&>")
                || self.take("*>")
                || self.take("1>")
            {
                // A pipe at the end of a line goes on in the next one.
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

    /// The next word; none where a quote in it never ends.
    fn word(&mut self) -> Option<Word> {
        let mut word = Word { text: String::new(), is_known: true };
        if is_placeholder(self.rest()) {
            self.at += self.rest().find('>')? + 1;
            word.is_known = false;
        }
        while let Some(c) = self.rest().chars().next() {
            match c {
                ' ' | '\t' | '\r' | '\n' | '|' | ';' | '&' | ')' | '>' | '<' => break,
                '\'' => word.text.push_str(&self.quoted_plainly()?),
                '"' => self.quoted(&mut word)?,
                '`' if self.rest().get(1..)?.contains('`') => {
                    self.at += 2 + self.rest().get(1..)?.find('`')?;
                    word.text.push(UNKNOWN);
                }
                '$' if self.variable() => word.text.push(UNKNOWN),
                // A command inside the command, as fish and PowerShell write it; PowerShell's splatting; cmd's variables.
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
                    // Windows writes paths so.
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

    /// `'…'`: nothing in it means anything.
    fn quoted_plainly(&mut self) -> Option<String> {
        let inside = self.rest().get(1..)?;
        let inside = inside.get(..inside.find('\'')?)?;
        self.at += inside.len() + 2;
        Some(lines_joined(inside))
    }

    /// `"…"`: a variable or a command in it makes the word unknown.
    fn quoted(&mut self, word: &mut Word) -> Option<()> {
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

    /// Passes `$(…)`, `${…}`, `$NAME` and `$env:NAME`.
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
