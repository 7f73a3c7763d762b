//! Small parts of shell syntax: variables, brackets, pipes and the prompts of continuation lines.

/// Whether a text starts with a variable of cmd: `%NAME%`.
pub(super) fn is_percent_variable(text: &str) -> bool {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.strip_prefix('%').is_some_and(|rest| {
        let after = rest.trim_start_matches(is_name);
        after.len() < rest.len() && after.starts_with('%')
    })
}

/// The length from a `(` to its `)`, both included; none if it exceeds `MAX_LENGTH`.
pub(super) fn balanced(text: &str) -> Option<usize> {
    /// In bytes; typed text is never longer.
    const MAX_LENGTH: usize = 1024;
    let mut depth = 0_usize;
    for (offset, byte) in text.bytes().take(MAX_LENGTH).enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            return Some(offset + 1);
        }
    }
    None
}

/// Whether a text starts with a placeholder from the page that was not filled in: `<DETECTOR_ID>`.
pub(super) fn is_placeholder(text: &str) -> bool {
    let is_name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    text.strip_prefix('<').is_some_and(|rest| {
        let after = rest.trim_start_matches(is_name);
        after.len() < rest.len() && after.starts_with('>')
    })
}

/// The text after a line break; none if a text does not start with one.
pub(super) fn line_break(text: &str) -> Option<&str> {
    text.strip_prefix("\r\n").or_else(|| text.strip_prefix('\n'))
}

/// A continuation line of a command without the shell's prompt.
pub(super) fn without_prompt(text: &str) -> &str {
    const PROMPTS: [&str; 9] =
        [">> ", "> ", "More? ", "quote> ", "dquote> ", "pipe> ", "cmdand> ", "cmdor> ", "cmdsubst> "];
    let line = text.trim_start_matches([' ', '\t']);
    PROMPTS.into_iter().find_map(|prompt| line.strip_prefix(prompt)).unwrap_or(text)
}

/// The lines of a quoted text, joined, each without its continuation prompt.
pub(super) fn lines_joined(text: &str) -> String {
    let mut lines = text.split('\n');
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |joined, line| joined + "\n" + without_prompt(line))
}

/// Whether the programs of a pipe print their whole input.
pub(super) fn is_harmless(pipe: &str) -> bool {
    let Some(programs) = pipe.strip_prefix("|&").or_else(|| pipe.strip_prefix('|')) else {
        return false;
    };
    !programs.contains(['>', '<'])
        && programs.split('|').all(|program| {
            let mut words = program.split_whitespace();
            let (name, rest) = (words.next().unwrap_or_default(), words.collect::<Vec<_>>());
            match name {
                "bat" | "cat" | "json_pp" | "less" | "more" | "tee" | "Out-String" | "Out-Host" | "Tee-Object" => true,
                "jq" => rest.iter().all(|word| {
                    let is_whole = matches!(*word, "." | "'.'" | "\".\"");
                    is_whole
                        || word.bytes().all(|byte| byte.is_ascii_digit())
                        || matches!(*word, "-C" | "-M" | "-S" | "-r" | "--indent" | "--tab")
                }),
                "python" | "python3" => rest == ["-m", "json.tool"],
                _ => false,
            }
        })
}
